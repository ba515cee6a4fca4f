"""Drafts: kept as typed, gone when dropped, never part of the journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.catalogue import Catalogue
from storage.closing import checklist
from storage.domain.codes import Code
from storage.drafts import DraftBody, drafts, drop_draft, save_draft
from storage.ledger import Ledger
from tests.unit.storage.ledger_examples import Pc, half_year, meeting, record

BODY = DraftBody(task="II.1.a", type="HN_QT", date="31/2", title="  Hội nghị ", values={"so_cuoc": 0}, files=("C:\\a.pdf",))


@pytest.fixture
def pc(tmp_path: Path) -> Pc:
    return Pc(tmp_path)


@pytest.fixture
def ledger(pc: Pc) -> Iterator[Ledger]:
    with pc.create() as made:
        yield made


def test_a_draft_is_kept_as_it_was_typed_and_replaced_by_the_next(ledger: Ledger, pc: Pc) -> None:
    first = save_draft(ledger, "new-1", BODY)
    pc.clock.forward(minutes=1)
    later = msgspec.structs.replace(BODY, title="Hội nghị quán triệt")
    second = save_draft(ledger, "new-1", later)
    assert first < second
    assert [(draft.name, draft.at, draft.body) for draft in drafts(ledger)] == [("new-1", second, later)]


def test_drafts_come_newest_first_and_go_one_by_one(ledger: Ledger, pc: Pc) -> None:
    for number in range(3):
        save_draft(ledger, f"new-{number}", BODY)
        pc.clock.forward(minutes=1)
    drop_draft(ledger, "new-1")
    drop_draft(ledger, "was never there")
    assert [draft.name for draft in drafts(ledger)] == ["new-2", "new-0"]


def test_a_draft_outlives_the_program_and_enters_no_journal(pc: Pc) -> None:
    with pc.create() as ledger:
        lines = len(list(ledger.journal.items(ledger.journal.own_feed())))
        save_draft(ledger, "new-1", BODY)
    with pc.open() as again:
        assert [draft.body for draft in drafts(again)] == [BODY]
        assert len(list(again.journal.items(again.journal.own_feed()))) == lines


def test_the_checklist_names_the_draft(ledger: Ledger) -> None:
    save_draft(ledger, "new-1", BODY)
    found = [problem for problem in checklist(ledger, Catalogue(ledger), half_year(ledger)) if problem.code is Code.DRAFT_OPEN]
    assert [problem.uid for problem in found] == ["new-1"]


def test_a_draft_like_a_record_is_a_draft_all_the_same(ledger: Ledger) -> None:
    record(ledger, meeting())
    same = DraftBody(
        task="II.1.a",
        type="HN_QT",
        date="2020-03-05",
        title="Hội nghị quán triệt Kế hoạch",
        values={"luot_nguoi_du": 120, "so_cuoc": 1},
    )
    save_draft(ledger, "a second one that day", same)
    assert [draft.name for draft in drafts(ledger)] == ["a second one that day"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"title": 3}', '{"surname": "x"}'])
def test_a_draft_in_another_form_is_left_alone(ledger: Ledger, content: str) -> None:
    with ledger.write():
        ledger.db.execute("INSERT INTO draft VALUES ('odd', '2020-03-05T08:00:00+00:00', ?)", [content])
    save_draft(ledger, "new-1", BODY)
    assert [draft.name for draft in drafts(ledger)] == ["new-1"]
    assert ledger.db.execute("SELECT count(*) FROM draft").fetchone() == (2,)


@given(title=st.text(st.characters(exclude_categories=["Cs"])), note=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory, title: str, note: str) -> None:
    body = DraftBody(title=title, note=note)
    assert msgspec.json.decode(msgspec.json.encode(body), type=DraftBody) == body
