"""A record as it stands and how it became so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.activity_history import Change, activity_history, open_activity
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.ledger import Ledger
from storage.recording import ActivityInput
from tests.unit.storage.ledger_examples import Pc, answer, meeting, record, recorder


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Pc(tmp_path).create() as made:
        yield made


def test_the_history_tells_each_version_newest_first(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7 content")
    (uid,) = record(ledger, meeting(place="Đăk Hà"))
    record(ledger, ActivityInput(uid=uid, place="", values={"so_cuoc": 2}, attachments=[str(tmp_path / "plan.pdf")]))
    recorder(ledger).withdraw(uid, "ghi nhầm")
    record(ledger, ActivityInput(uid=uid, title="Tên mới"))
    revived, withdrawn, amended, recorded = activity_history(ledger, uid)
    assert [line.act for line in (revived, withdrawn, amended, recorded)] == ["amended", "withdrawn", "amended", "recorded"]
    assert (withdrawn.why, withdrawn.changes, withdrawn.by) == ("ghi nhầm", (), "clerk")
    assert set(amended.changes) == {
        Change("place", "Đăk Hà", ""),
        Change("values.so_cuoc", "1", "2"),
        Change("values.luot_nguoi_du", "120", ""),
        Change("attachments", "", "plan.pdf"),
    }
    assert revived.changes == (Change("title", "Hội nghị quán triệt Kế hoạch", "Tên mới"),), "compared with what was withdrawn"
    assert Change("date", "", "2020-03-05") in recorded.changes


def test_a_record_is_opened_as_it_stands(ledger: Ledger) -> None:
    (uid,) = record(ledger, meeting())
    record(ledger, ActivityInput(uid=uid, title="Tên mới"))
    opened = open_activity(ledger, uid)
    assert (opened.uid, opened.rev, opened.heads, opened.withdrawn, opened.content.title) == (uid, 2, 1, False, "Tên mới")
    recorder(ledger).withdraw(uid, "ghi nhầm")
    opened = open_activity(ledger, uid)
    assert (opened.rev, opened.withdrawn, opened.content.title) == (3, True, "Tên mới")


@pytest.mark.parametrize("uid", ["", "xyz", "ab" * 16])
def test_what_is_no_record_is_said_to_be_unknown(ledger: Ledger, uid: str) -> None:
    for read in (open_activity, activity_history):
        with pytest.raises(LedgerError) as caught:
            read(ledger, uid)
        assert caught.value.code is Code.RECORD_UNKNOWN


def test_an_answer_is_no_activity(ledger: Ledger) -> None:
    answer(ledger, '{"answers": {"II.1.a-5": "none"}}')
    (uid,) = ledger.db.execute("SELECT lower(hex(uid)) FROM answer").fetchone()
    with pytest.raises(LedgerError) as caught:
        open_activity(ledger, uid)
    assert caught.value.code is Code.RECORD_UNKNOWN
