"""Taking back the last action: what is shown is as before, the journal only grows, and nothing stale is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.activity_history import activity_history, open_activity
from storage.backup import verify_ledger
from storage.catalogue import Catalogue
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.drafts import DraftBody, drafts, save_draft
from storage.ledger import Ledger
from storage.undoing import Trace, drafts_of, may_be_taken_back, take_back
from tests.unit.storage.ledger_examples import Pc, meeting, record, recorder

WHY = "Hoàn tác"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Pc(tmp_path).create() as made:
        yield made


def undo(ledger: Ledger, *traces: Trace) -> None:
    take_back(ledger, Catalogue(ledger), traces, why=WHY, by="vt")


@contextmanager
def refused(code: Code) -> Iterator[None]:
    with pytest.raises(LedgerError) as caught:
        yield
    assert caught.value.code is code


def journal_lines(ledger: Ledger) -> list[bytes]:
    return [row[0] for row in ledger.db.execute("SELECT line FROM node ORDER BY feed_id, seq")]


def test_a_new_record_is_withdrawn_and_its_text_is_a_draft_again(ledger: Ledger) -> None:
    [uid] = record(ledger, meeting())
    typed = DraftBody(title="Hội nghị quán triệt Kế hoạch")
    undo(ledger, Trace(uid, 1, None, "new-1", typed))
    assert open_activity(ledger, uid).withdrawn
    newest = activity_history(ledger, uid)[0]
    assert (newest.act, newest.why, newest.by) == ("withdrawn", WHY, "vt")
    assert [(draft.name, draft.body) for draft in drafts(ledger)] == [("new-1", typed)]


def test_an_amendment_is_amended_back_with_its_files(ledger: Ledger, tmp_path: Path) -> None:
    file = tmp_path / "giấy mời.pdf"
    file.write_bytes(b"%PDF-1.7 content")
    [uid] = record(ledger, meeting(attachments=[str(file)], place="Hội trường"))
    before = open_activity(ledger, uid)
    record(ledger, meeting(uid=uid, title="Tên khác", place="", attachments=[], values={"so_cuoc": 2}))
    typed = DraftBody(uid=uid, rev=1, title="Tên khác")
    undo(ledger, Trace(uid, 2, before, uid, typed))
    after = open_activity(ledger, uid)
    assert (after.content, after.files, after.withdrawn, after.rev) == (before.content, before.files, False, 3)
    assert drafts(ledger)[0].body.rev == 3, "the draft amends what stands there now"


def test_a_withdrawn_record_comes_back(ledger: Ledger) -> None:
    uids = record(ledger, meeting(), meeting(title="Hội nghị khác"))
    before = [open_activity(ledger, uid) for uid in uids]
    save_draft(ledger, uids[0], DraftBody(uid=uids[0], rev=1, title="đang sửa"))
    dropped = drafts_of(ledger, uids)
    recorder(ledger).withdraw_all(uids, "ghi nhầm")
    traces = [Trace(one.uid, 2, one, one.uid, dropped[one.uid].body if one.uid in dropped else None) for one in before]
    undo(ledger, *traces)
    assert [open_activity(ledger, uid).content for uid in uids] == [one.content for one in before]
    assert not any(open_activity(ledger, uid).withdrawn for uid in uids)
    assert [(draft.name, draft.body.rev) for draft in drafts(ledger)] == [(uids[0], 3)]


def test_a_revival_is_withdrawn_again(ledger: Ledger) -> None:
    [uid] = record(ledger, meeting())
    recorder(ledger).withdraw(uid, "ghi nhầm")
    before = open_activity(ledger, uid)
    record(ledger, meeting(uid=uid, title="Tên khác"))
    undo(ledger, Trace(uid, 3, before))
    assert open_activity(ledger, uid).withdrawn


def test_what_changed_since_is_left_alone_with_all_the_rest(ledger: Ledger) -> None:
    first, second = record(ledger, meeting(), meeting(title="Hội nghị khác"))
    record(ledger, meeting(uid=second, title="Sửa sau"))
    lines = journal_lines(ledger)
    with refused(Code.RECORD_CHANGED_SINCE):
        undo(ledger, Trace(first, 1, None), Trace(second, 1, None))
    assert journal_lines(ledger) == lines
    assert not open_activity(ledger, first).withdrawn


def test_once_is_enough(ledger: Ledger) -> None:
    [uid] = record(ledger, meeting())
    undo(ledger, Trace(uid, 1, None))
    with refused(Code.RECORD_CHANGED_SINCE):
        undo(ledger, Trace(uid, 1, None))


def test_it_needs_a_reason(ledger: Ledger) -> None:
    [uid] = record(ledger, meeting())
    with refused(Code.REASON_MISSING):
        take_back(ledger, Catalogue(ledger), [Trace(uid, 1, None)], why="  ")


def test_a_stamp_of_secrecy_does_not_come_back(ledger: Ledger) -> None:
    [uid] = record(ledger, meeting(note="MẬT"))
    assert not may_be_taken_back(open_activity(ledger, uid))
    [plain] = record(ledger, meeting())
    assert may_be_taken_back(open_activity(ledger, plain))
    assert may_be_taken_back(None)
    secret = record(ledger, meeting(note="TUYỆT MẬT"))[0]
    undo(ledger, Trace(secret, 1, None))
    assert not any(b"TUY" in line for line in journal_lines(ledger) if line)


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(st.sampled_from(["record", "amend", "withdraw", "revive"]), min_size=1, max_size=6))
def test_undoing_any_action_shows_what_was_there_before(tmp_path_factory: pytest.TempPathFactory, steps: list[str]) -> None:
    with Pc(tmp_path_factory.mktemp("pc")).create() as ledger:
        [uid] = record(ledger, meeting())
        for number, step in enumerate(steps):
            before = open_activity(ledger, uid)
            seen, lines = _shown(ledger), journal_lines(ledger)
            if step == "record":
                trace = Trace(record(ledger, meeting(title=f"Thêm {number}"))[0], 1, None)
            elif step == "withdraw":
                if before.withdrawn:
                    continue
                recorder(ledger).withdraw(uid, "ghi nhầm")
                trace = Trace(uid, before.rev + 1, before)
            else:
                record(ledger, meeting(uid=uid, title=f"Sửa {number}", values={"so_cuoc": number}))
                trace = Trace(uid, before.rev + 1, before)
            undo(ledger, trace)
            assert _shown(ledger) == seen
            assert journal_lines(ledger)[: len(lines)] == lines, "the journal only grows"
            assert len(journal_lines(ledger)) == len(lines) + 2
            if step == "withdraw":  # later steps meet withdrawn records too
                recorder(ledger).withdraw(uid, "ghi nhầm")
        assert verify_ledger(ledger) == []


def _shown(ledger: Ledger) -> list[tuple[object, ...]]:
    """What counts: the records that are not withdrawn, by content."""
    return ledger.db.execute(
        'SELECT uid, task, type, date, title, place, document, note, "values" FROM activity'
        " WHERE state = 'final' ORDER BY uid"
    ).fetchall()
