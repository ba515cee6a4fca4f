"""Recording: every refusal, what amending keeps, withdrawing, answers, and secrets that must not stay."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.backup import verify_ledger
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.text_check import check_text
from storage.drafts import DraftBody, drafts, save_draft
from storage.journal.entries import Activity, Put, encode
from storage.ledger import Ledger
from storage.projections.apply import content_digest
from storage.recording import ActivityInput, may_carry_stamp, read_input, stamped_lines
from storage.search import Filter, FoundActivity, find_activities
from tests.unit.storage.ledger_examples import AT, Pc, answer, meeting, put, record, recorder, refusal, uid_of, withdrawn


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Pc(tmp_path).create() as made:
        yield made


def shown(ledger: Ledger) -> list[FoundActivity]:
    return find_activities(ledger, Filter())


def lines(ledger: Ledger) -> list[bytes | None]:
    return [line for _, _, line in ledger.journal.lines(ledger.journal.own_feed(), 1, 10_000)]


@pytest.mark.parametrize(
    ("changes", "code", "parameters"),
    [
        ({"task": "IX.9"}, Code.TASK_UNKNOWN, {"task": "IX.9"}),
        ({"task": ""}, Code.TASK_UNKNOWN, {"task": ""}),
        ({"type": "HN"}, Code.TYPE_UNKNOWN, {"type": "HN"}),
        ({"type": "TTHC", "values": {"tiep_nhan": 1}}, Code.TYPE_NOT_OF_TASK, {"type": "TTHC", "task": "II.1.a"}),
        (
            {"task": "II.3.d", "type": "THANH_TRA", "values": {"so_ket_luan": 1}},
            Code.TASK_NOT_OF_OFFICE,
            {"task": "II.3.d", "office": "UBND-DH"},
        ),
        ({"values": {"so_buoi": 1}}, Code.FIELD_UNKNOWN, {"field": "so_buoi"}),
        ({"values": {"so_cuoc": 1, "ho_ten": 2}}, Code.FIELD_UNKNOWN, {"field": "ho_ten"}),
        ({"values": {}}, Code.FIELD_MISSING, {"field": "so_cuoc"}),
        ({"values": {"so_cuoc": -1}}, Code.VALUE_NOT_A_COUNT, {"field": "so_cuoc"}),
        ({"values": {"so_cuoc": 1_000_000_001}}, Code.VALUE_TOO_LARGE, {"field": "so_cuoc", "limit": 1_000_000_000}),
        ({"date": "05/03/2020"}, Code.DATE_INVALID, {"date": "05/03/2020"}),
        ({"date": "2020-02-30"}, Code.DATE_INVALID, {"date": "2020-02-30"}),
        ({"date": "20200305"}, Code.DATE_INVALID, {"date": "20200305"}),
        ({"date": "1999-12-31"}, Code.DATE_INVALID, {"date": "1999-12-31"}),
        ({"date": ""}, Code.DATE_INVALID, {"date": ""}),
        ({"title": ""}, Code.TITLE_MISSING, {}),
        ({"title": " \n\u200b "}, Code.TITLE_MISSING, {}),
        ({"title": "x" * 501}, Code.TEXT_TOO_LONG, {"field": "title", "limit": 500}),
        ({"place": "x" * 501}, Code.TEXT_TOO_LONG, {"field": "place", "limit": 500}),
        ({"document": "x" * 501}, Code.TEXT_TOO_LONG, {"field": "document", "limit": 500}),
        ({"note": "x" * 20_001}, Code.TEXT_TOO_LONG, {"field": "note", "limit": 20_000}),
        ({"uid": "no"}, Code.RECORD_UNKNOWN, {"uid": "no"}),
        ({"uid": "ab" * 16}, Code.RECORD_UNKNOWN, {"uid": "ab" * 16}),
        ({"attachments": ["nothing.pdf"]}, Code.FILE_NOT_FOUND, None),
    ],
)
def test_a_bad_row_is_refused_with_its_reason_and_leaves_nothing(
    ledger: Ledger, changes: dict[str, object], code: Code, parameters: dict[str, str | int] | None
) -> None:
    before = content_digest(ledger.db), lines(ledger)
    found, given_parameters = refusal(ledger, meeting(**changes))
    assert found is code
    if parameters is not None:
        assert given_parameters == parameters
    assert (content_digest(ledger.db), lines(ledger)) == before


def test_the_limits_themselves_are_allowed(ledger: Ledger) -> None:
    record(
        ledger,
        meeting(title="x" * 500, place="y" * 500, document="z" * 500, note="n" * 20_000, values={"so_cuoc": 1_000_000_000}),
        meeting(date="2000-01-01", values={"so_cuoc": 0}),
    )
    assert len(shown(ledger)) == 2


@pytest.mark.parametrize("value", ["120", 1.5, True, None, ["A"], {"A": 1}])
def test_a_value_that_is_no_whole_number_is_refused_when_read(value: object) -> None:
    with pytest.raises(LedgerError) as caught:
        read_input({"task": "II.1.a", "values": {"so_cuoc": value}})
    assert caught.value.code is Code.SCHEMA_INVALID


def test_bad_rows_do_not_hold_back_good_ones(ledger: Ledger) -> None:
    unreadable = LedgerError(Code.ROW_UNREADABLE, line=3)
    done = recorder(ledger).record([(1, meeting(title="a")), (2, meeting(title="")), (3, unreadable), (4, meeting(title="b"))])
    assert len(done.uids) == 2
    assert [(problem.line, problem.code) for problem in done.refused] == [(2, Code.TITLE_MISSING), (3, Code.ROW_UNREADABLE)]
    assert {row.title for row in shown(ledger)} == {"a", "b"}


def test_an_unexpected_failure_records_nothing_at_all(ledger: Ledger) -> None:
    before = lines(ledger)
    with pytest.raises(ZeroDivisionError):
        recorder(ledger).record(_rows_that_break())
    assert lines(ledger) == before
    assert shown(ledger) == []
    record(ledger, meeting())


def _rows_that_break() -> list[tuple[int, ActivityInput]]:
    class Broken(list[tuple[int, ActivityInput]]):
        def __iter__(self) -> Iterator[tuple[int, ActivityInput]]:
            yield 1, meeting()
            raise ZeroDivisionError

    return Broken()


def test_texts_are_kept_composed_and_trimmed(ledger: Ledger) -> None:
    record(ledger, meeting(title=unicodedata.normalize("NFD", "  Đào tạo   tại Đăk Hà ")))
    assert shown(ledger)[0].title == "Đào tạo tại Đăk Hà"


def test_amending_keeps_what_is_not_given(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7 content")
    row = meeting(place="Đăk Hà", document="05/KH-UBND", note="ghi chú", attachments=[str(tmp_path / "plan.pdf")])
    (uid,) = record(ledger, row)
    record(ledger, ActivityInput(uid=uid, title="Tên mới"))
    (kept,) = shown(ledger)
    assert (kept.title, kept.place, kept.document, kept.note) == ("Tên mới", "Đăk Hà", "05/KH-UBND", "ghi chú")
    assert (kept.values, kept.date, kept.files) == ({"so_cuoc": 1, "luot_nguoi_du": 120}, "2020-03-05", 1)
    assert (kept.rev, kept.heads) == (2, 1)


def test_amending_can_empty_a_field_and_take_attachments_away(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7 content")
    (uid,) = record(ledger, meeting(note="ghi chú", attachments=[str(tmp_path / "plan.pdf")]))
    record(ledger, ActivityInput(uid=uid, note="", attachments=[]))
    assert [(row.note, row.files) for row in shown(ledger)] == [("", 0)]


def test_values_are_replaced_as_a_whole(ledger: Ledger) -> None:
    """A figure that is no longer given is unknown, not the old one."""
    (uid,) = record(ledger, meeting())
    record(ledger, ActivityInput(uid=uid, values={"so_cuoc": 3}))
    assert shown(ledger)[0].values == {"so_cuoc": 3}


def test_an_amendment_is_checked_as_a_whole(ledger: Ledger) -> None:
    (uid,) = record(ledger, meeting())
    assert refusal(ledger, ActivityInput(uid=uid, type="SH_CD"))[0] is Code.FIELD_UNKNOWN
    record(ledger, ActivityInput(uid=uid, type="SH_CD", values={"so_buoi": 1}))


@pytest.mark.parametrize("written", [str.upper, lambda uid: " ".join((uid[:16], uid[16:]))])
def test_an_identifier_written_otherwise_is_the_same_record(ledger: Ledger, written: object) -> None:
    (uid,) = record(ledger, meeting())
    other = written(uid)  # type: ignore[operator]
    assert record(ledger, ActivityInput(uid=other, title="b")) == [uid]
    recorder(ledger).withdraw(other, "ghi nhầm")
    assert [(row.uid, row.state, row.rev) for row in shown(ledger)] == [(uid, "withdrawn", 3)]
    assert len(list(ledger.journal.items(ledger.journal.own_feed()))) == 4, "every line can be read again"


def test_withdrawing_needs_a_reason_and_happens_once(ledger: Ledger) -> None:
    (uid,) = record(ledger, meeting())
    for why, code in (("  ", Code.REASON_MISSING), ("ghi nhầm", None), ("lại", Code.RECORD_WITHDRAWN)):
        if code is None:
            recorder(ledger).withdraw(uid, why)
            continue
        with pytest.raises(LedgerError) as caught:
            recorder(ledger).withdraw(uid, why)
        assert caught.value.code is code
    with pytest.raises(LedgerError) as caught:
        recorder(ledger).withdraw("00" * 16, "x")
    assert caught.value.code is Code.RECORD_UNKNOWN


def test_a_withdrawn_record_is_revived_by_amending_and_keeps_its_content(ledger: Ledger) -> None:
    (uid,) = record(ledger, meeting(place="Đăk Hà"))
    recorder(ledger).withdraw(uid, "ghi nhầm")
    record(ledger, ActivityInput(uid=uid))
    assert [(row.state, row.rev, row.place) for row in shown(ledger)] == [("final", 3, "Đăk Hà")]


def test_amending_names_every_open_version_as_replaced(ledger: Ledger) -> None:
    """The way out of a conflict: one more version over all heads."""
    (uid,) = record(ledger, meeting(title="a"))
    first = ledger.journal.head(ledger.journal.own_feed())[1]
    ledger.append(put(uid, rev=2, base=[first], title="b"))
    ledger.append(put(uid, rev=2, base=[first], title="c"))
    assert shown(ledger)[0].heads == 2
    record(ledger, ActivityInput(uid=uid, title="d"))
    assert [(row.heads, row.rev, row.title) for row in shown(ledger)] == [(1, 3, "d")]


# Texts


@pytest.mark.parametrize("field", ["title", "place", "document", "note"])
def test_findings_tell_the_field_and_never_the_text(ledger: Ledger, field: str) -> None:
    done = recorder(ledger).record([(4, meeting(**{field: "liên hệ 0905 123 456 nhé"}))])
    (finding,) = done.findings
    assert (finding.code, finding.field, finding.line, finding.uid) == (Code.TEXT_PHONE, field, 4, done.uids[0])
    assert finding.parameters == {"start": 8, "end": 20}


def secret(ledger: Ledger) -> bool:
    whole = b"\n".join(line or b"" for line in lines(ledger))
    rows = " ".join(row.title for row in shown(ledger))
    return "TUYỆT MẬT".encode() in whole or "TUYỆT MẬT" in rows or bool(find_activities(ledger, Filter(text="tuyet mat")))


def test_a_stamp_that_is_amended_away_leaves_the_journal(ledger: Ledger) -> None:
    (uid,) = record(ledger, meeting(title="TUYỆT MẬT: kế hoạch"))
    assert secret(ledger)
    record(ledger, ActivityInput(uid=uid, title="Kế hoạch"))
    assert not secret(ledger)
    assert ledger.journal.verify(ledger.journal.own_feed()) == []
    assert_same_after_rebuild(ledger)


def test_a_stamp_that_is_withdrawn_leaves_the_journal_and_the_lists(ledger: Ledger) -> None:
    (uid,) = record(ledger, meeting(title="TUYỆT MẬT: kế hoạch"))
    recorder(ledger).withdraw(uid, "không thuộc sổ này")
    assert not secret(ledger)
    assert_same_after_rebuild(ledger)


def test_a_stamp_in_an_answer_leaves_the_journal_too(ledger: Ledger) -> None:
    answer(ledger, '{"sections": {"UU_DIEM": "TUYỆT MẬT"}}')
    answer(ledger, '{"sections": {"UU_DIEM": "Tốt"}}')
    assert not secret(ledger)
    assert_same_after_rebuild(ledger)


def test_what_was_acknowledged_is_not_erased(ledger: Ledger) -> None:
    """It has left this PC: erasing it here would only break the evidence."""
    (uid,) = record(ledger, meeting(title="TUYỆT MẬT: kế hoạch"))
    feed = ledger.journal.own_feed()
    seq, link = ledger.journal.head(feed)
    ledger.db.execute("INSERT INTO acknowledged VALUES (?, ?, ?)", [feed.id, seq, link])
    record(ledger, ActivityInput(uid=uid, title="Kế hoạch"))
    assert None not in lines(ledger)


def assert_same_after_rebuild(ledger: Ledger) -> None:
    before = content_digest(ledger.db)
    with ledger.write():
        ledger.projections.rebuild()
    assert content_digest(ledger.db) == before


STAMPS = [
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "TUYET MAT",
    "M Ậ T",
    "Tối mật",
    "Độ mật: Mật",
    "do mat: tuyet mat",
    "độ mật là tối mật",
]
DISGUISES = [
    lambda text: text,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace("Ậ", "Â\u0323"),
    lambda text: text.replace("Ậ", "Ạ\u0302"),
    lambda text: "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text),
    lambda text: "\u200b".join(text),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace(" ", "  "),
    lambda text: "\u00ad" + text + "\t",
]


@given(
    st.sampled_from(STAMPS),
    st.sampled_from(DISGUISES),
    st.sampled_from(["", "Kế hoạch ", "số 05 ", "\n", "\u2003", "“"]),
    st.sampled_from(["", " năm 2020", "\n", "”", "."]),
)
def test_no_stamp_slips_past_the_quick_look(stamp: str, disguise: object, before: str, after: str) -> None:
    text = before + disguise(stamp) + after  # type: ignore[operator]
    body = Activity(task="II.1.a", type="HN_QT", date="2020-03-05", title="t", note=text)
    entry = Put(uid=uid_of(1), rev=1, at=AT, body=body)
    stamped = any(finding.code is Code.TEXT_SECRECY_STAMP for finding in check_text(text))
    assert stamped_lines([encode(entry)]) == int(stamped)


@given(st.text(alphabet='MmẬậAaTt \t\u200b\u0302\u0323\u00a0Ｍ:độmậtĐộtối\n"\\', max_size=14))
def test_the_quick_look_never_misses(text: str) -> None:
    if any(finding.code is Code.TEXT_SECRECY_STAMP for finding in check_text(text)):
        assert may_carry_stamp(encode(put(uid_of(1), title=text)))


def test_the_quick_look_passes_ordinary_text() -> None:
    ordinary = "Hội nghị quán triệt Kế hoạch số 05/KH-UBND – “an toàn, an ninh mạng” tại huyện Đăk Hà; 120 lượt người dự…"
    assert not may_carry_stamp(encode(put(uid_of(1), title=ordinary)))


# Answers


def answers(ledger: Ledger) -> list[tuple[object, ...]]:
    return ledger.db.execute("SELECT item, state, number, text, rev, heads FROM answer ORDER BY item").fetchall()


def test_a_later_answer_amends_the_earlier_one(ledger: Ledger) -> None:
    answer(ledger, '{"answers": {"II.1.a-1": 3}}')
    answer(ledger, '{"answers": {"II.1.a-1": 4}}')
    assert answers(ledger) == [("II.1.a-1", "number", 4, "", 2, 1)]


def test_the_same_answer_again_writes_nothing(ledger: Ledger) -> None:
    answer(ledger, '{"answers": {"II.1.a-1": 3}}')
    before = lines(ledger)
    answer(ledger, '{"answers": {"II.1.a-1": 3}}')
    assert lines(ledger) == before


def test_answering_again_ends_a_conflict_of_answers(ledger: Ledger) -> None:
    answer(ledger, '{"answers": {"II.1.a-1": 3}}')
    feed = ledger.journal.own_feed()
    first = ledger.journal.head(feed)[1]
    (uid,) = [item.entry.uid for item in ledger.journal.items(feed) if isinstance(item.entry, Put)]
    entry = next(item.entry for item in ledger.journal.items(feed) if isinstance(item.entry, Put))
    for number in (5, 6):
        body = type(entry.body)(period="2020S1", item="II.1.a-1", state="number", number=number)
        ledger.append(Put(uid=uid, rev=2, base=[first.hex()], at=AT, body=body))
    assert answers(ledger)[0][4:] == (2, 2)
    number = answers(ledger)[0][2]
    answer(ledger, f'{{"answers": {{"II.1.a-1": {number}}}}}')
    assert answers(ledger) == [("II.1.a-1", "number", number, "", 3, 1)]


def test_an_answer_is_no_record_that_could_be_amended_into_an_activity(ledger: Ledger) -> None:
    answer(ledger, '{"answers": {"II.1.a-1": 3}}')
    uid = ledger.db.execute("SELECT lower(hex(uid)) FROM answer").fetchone()[0]
    assert refusal(ledger, meeting(uid=uid))[0] is Code.RECORD_UNKNOWN


def test_records_of_other_offices_cannot_be_amended(ledger: Ledger) -> None:
    foreign = ledger.journal.register(bytes(range(16)), "UBND-DT", bytes(32))
    with ledger.write():
        _, item = ledger.journal.append(put(uid_of(5)))
        ledger.db.execute("UPDATE node SET feed_id = ? WHERE link = ?", [foreign.id, item.link])
    assert refusal(ledger, ActivityInput(uid=uid_of(5), title="mine now"))[0] is Code.RECORD_UNKNOWN
    with pytest.raises(LedgerError) as caught:
        recorder(ledger).withdraw(uid_of(5), "x")
    assert caught.value.code is Code.RECORD_UNKNOWN
    assert withdrawn(uid_of(5)).why


# Drafts that go with what is recorded


BLOCKED = "CREATE TEMP TRIGGER blocked BEFORE DELETE ON draft BEGIN SELECT RAISE(ABORT, 'the power failed here'); END"


def draft_names(ledger: Ledger) -> list[str]:
    return [draft.name for draft in drafts(ledger)]


def test_recording_drops_its_draft(ledger: Ledger) -> None:
    save_draft(ledger, "new-1", DraftBody(title="Hội nghị"))
    save_draft(ledger, "new-2", DraftBody(title="Hội nghị khác"))
    assert recorder(ledger).record([(1, meeting())], draft="new-1").refused == []
    assert draft_names(ledger) == ["new-2"]


def test_a_refused_row_keeps_its_draft(ledger: Ledger) -> None:
    save_draft(ledger, "new-1", DraftBody(title="Hội nghị"))
    assert recorder(ledger).record([(1, meeting(title=""))], draft="new-1").refused != []
    assert draft_names(ledger) == ["new-1"]


@pytest.mark.parametrize("act", ["record", "amend", "withdraw"])
def test_between_recording_and_dropping_the_draft_nothing_can_come(ledger: Ledger, act: str) -> None:
    """Both or none: the deletion fails inside SQLite, and neither the entry nor the lists know of the attempt."""
    [uid] = record(ledger, meeting())
    save_draft(ledger, uid, DraftBody(uid=uid, title="Hội nghị sửa"))
    before = (lines(ledger), content_digest(ledger.db), draft_names(ledger))

    def attempt() -> None:
        if act == "withdraw":
            recorder(ledger).withdraw_all([uid], "ghi nhầm")
        else:
            row = meeting(title="Hội nghị sửa", uid=uid if act == "amend" else "")
            recorder(ledger).record([(1, row)], draft=uid)

    ledger.db.execute(BLOCKED)
    with pytest.raises(sqlite3.IntegrityError):
        attempt()
    assert (lines(ledger), content_digest(ledger.db), draft_names(ledger)) == before
    ledger.db.execute("DROP TRIGGER blocked")
    attempt()
    assert draft_names(ledger) == []
    assert len(lines(ledger)) == len(before[0]) + 1
    assert verify_ledger(ledger) == []


def test_several_are_withdrawn_together_or_not_at_all(ledger: Ledger) -> None:
    first, second = record(ledger, meeting(), meeting(title="Hội nghị khác"))
    recorder(ledger).withdraw(second, "ghi nhầm")
    with pytest.raises(LedgerError) as caught:
        recorder(ledger).withdraw_all([first, second], "ghi nhầm")
    assert caught.value.code is Code.RECORD_WITHDRAWN
    assert [found.state for found in shown(ledger) if found.uid == first] == ["final"]
