"""What a person at the centre decides and takes back: reviews, versions kept as activities of their own, answers."""

from __future__ import annotations

import pytest

from export.exchange.reviews import check_take_back, take_back_review
from storage.conflicts import answer_conflicts, decide_answer, keep_all_versions
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.periods import Period
from storage.figures import period_data
from storage.follow_up import ReportState, matrix
from storage.journal.entries import Answer, Remark, Reviewed
from storage.ledger import Ledger
from storage.report_story import report_stories
from storage.review_drafts import RemarksDraft, keep_remarks, kept_remarks
from storage.reviewing import conflict, inspect_report, review, submitted_reports
from tests.end_to_end.adversity.province import OFFICE_A, PERIOD, Province

ITEM = "II.1.b-3"


def period_of(province: Province) -> Period:
    return province.centre.station.catalogue.period(PERIOD)


def closed(province: Province) -> tuple[Ledger, Period]:
    province.a.record("một")
    province.a.close_period()
    province.centre.take(*province.a.seal("usb"))
    return province.centre.ledger, period_of(province)


def states(province: Province) -> tuple[str, ReportState]:
    """As the list of reports says, and as follow-up does."""
    ledger, catalogue = province.centre.ledger, province.centre.station.catalogue
    (report,) = submitted_reports(ledger)
    (cell,) = [cell for cell in matrix(ledger, catalogue, period_of(province)).cells if cell.office == OFFICE_A]
    return report.state, cell.state


def refusal(ledger: Ledger, period: Period) -> Code:
    with pytest.raises(LedgerError) as refused:
        check_take_back(ledger, OFFICE_A, period)
    return refused.value.code


# Taking back a review


@pytest.mark.parametrize("accept", [True, False])
def test_a_review_is_taken_back_by_a_further_entry(province: Province, *, accept: bool) -> None:
    ledger, period = closed(province)
    assert refusal(ledger, period) is Code.REVIEW_ABSENT
    review(ledger, OFFICE_A, period, accept=accept, remarks=[Remark(text="Xem lại")])
    take_back_review(ledger, OFFICE_A, period)
    assert states(province) == ("received", ReportState.RECEIVED)
    entries = [item.entry for item in ledger.journal.items(ledger.journal.own_feed()) if isinstance(item.entry, Reviewed)]
    assert [entry.state for entry in entries] == ["accepted" if accept else "returned", "received"]
    (story,) = report_stories(ledger, province.centre.station.catalogue, (OFFICE_A,), period, today=period.last_on_time)
    assert [line.state for line in story.reviews] == [entry.state for entry in entries]
    assert refusal(ledger, period) is Code.REVIEW_ABSENT
    answer = province.a.receive(province.centre.receipt())
    assert answer.code is Code.RECEIPT_ACCEPTED
    assert answer.receipt is not None
    assert [(state.state, state.remarks) for state in answer.receipt.periods] == [("received", [])]
    assert province.centre.is_sound()


def test_what_a_receipt_has_told_is_decided_anew_instead(province: Province) -> None:
    ledger, period = closed(province)
    review(ledger, OFFICE_A, period, accept=False, remarks=[Remark(text="Xem lại")])
    province.centre.receipt()
    assert refusal(ledger, period) is Code.REVIEW_RECEIPTED
    with pytest.raises(LedgerError) as refused:
        take_back_review(ledger, OFFICE_A, period)
    assert refused.value.parameters == {"no": 1, "office": OFFICE_A}
    review(ledger, OFFICE_A, period, accept=True)
    assert states(province) == ("accepted", ReportState.ACCEPTED)
    assert refusal(ledger, period) is Code.REVIEW_RECEIPTED


def test_a_receipt_about_an_earlier_closing_does_not_count(province: Province) -> None:
    ledger, period = closed(province)
    review(ledger, OFFICE_A, period, accept=False, remarks=[Remark(text="Xem lại")])
    province.a.receive(province.centre.receipt())
    province.a.record("hai")
    province.a.close_period()
    province.centre.take(*province.a.seal("again"))
    review(ledger, OFFICE_A, period, accept=True)
    take_back_review(ledger, OFFICE_A, period)
    assert states(province) == ("received", ReportState.RECEIVED)


# Remarks that are being written


def test_remarks_wait_in_the_ledger_until_a_decision_carries_them(province: Province) -> None:
    ledger, period = closed(province)
    draft = RemarksDraft((Remark(text="Sai số liệu", item="II.1.a-1"),), "Còn thiếu", Remark(text="", uid="0" * 32), "một")
    keep_remarks(ledger, OFFICE_A, PERIOD, draft)
    province.centre.close()
    ledger = province.centre.ledger
    assert kept_remarks(ledger, OFFICE_A, PERIOD) == draft
    assert kept_remarks(ledger, OFFICE_A, "2020") == RemarksDraft()
    with pytest.raises(LedgerError):
        review(ledger, OFFICE_A, period, accept=False)
    assert kept_remarks(ledger, OFFICE_A, PERIOD) == draft
    review(ledger, OFFICE_A, period, accept=False, remarks=list(draft.remarks))
    assert kept_remarks(ledger, OFFICE_A, PERIOD) == RemarksDraft()


def test_nothing_written_leaves_nothing_behind(province: Province) -> None:
    ledger, _ = closed(province)
    keep_remarks(ledger, OFFICE_A, PERIOD, RemarksDraft(typed="Còn thiếu"))
    keep_remarks(ledger, OFFICE_A, PERIOD, RemarksDraft(typed="  "))
    assert ledger.db.execute("SELECT count(*) FROM draft").fetchone() == (0,)


# Conflicts


def split(province: Province, first: str, second: str) -> str:
    """One record amended on two PCs that do not know of each other; answers its identifier."""
    (uid,) = province.a.record("một")
    twin = province.a.clone("twin")
    province.a.amend(uid, first)
    twin.amend(uid, second)
    province.centre.take(*province.a.seal("first"))
    province.centre.take(*twin.seal("second"))
    twin.close()
    return uid


def test_both_versions_of_a_record_can_be_kept(province: Province) -> None:
    uid = split(province, "Hội nghị buổi sáng", "Hội nghị buổi chiều")
    ledger = province.centre.ledger
    assert len(conflict(ledger, OFFICE_A, uid)) == 2
    shown = ledger.db.execute("SELECT title FROM activity WHERE uid = ?", [bytes.fromhex(uid)]).fetchone()[0]
    (made,) = keep_all_versions(ledger, OFFICE_A, uid)
    assert province.centre.titles() == ["Hội nghị buổi chiều", "Hội nghị buổi sáng"]
    rows = ledger.db.execute("SELECT lower(hex(uid)), title, heads FROM activity WHERE office = ?", [OFFICE_A]).fetchall()
    assert {row[0] for row in rows} == {uid, made}
    assert dict(row[:2] for row in rows)[uid] == shown
    assert {row[2] for row in rows} == {1}
    data = period_data(ledger, period_of(province), [OFFICE_A])
    assert data.totals[OFFICE_A, "II.1.a", "HN_QT", "so_cuoc"] == 2
    with pytest.raises(LedgerError) as again:
        keep_all_versions(ledger, OFFICE_A, uid)
    assert again.value.code is Code.RECORD_CHANGED_SINCE
    assert province.centre.is_sound()


def test_a_withdrawal_is_no_activity_to_be_kept(province: Province) -> None:
    (uid,) = province.a.record("một")
    twin = province.a.clone("twin")
    province.a.amend(uid, "Sửa")
    twin.recorder.withdraw(uid, "ghi nhầm")
    province.centre.take(*province.a.seal("first"))
    province.centre.take(*twin.seal("second"))
    twin.close()
    with pytest.raises(LedgerError) as refused:
        keep_all_versions(province.centre.ledger, OFFICE_A, uid)
    assert refused.value.code is Code.RECORD_CHANGED_SINCE


def answered(province: Province, *states_given: str) -> Ledger:
    """Two PCs with one disk answer the same question, after a common answer when three are given."""
    *common, first, second = states_given
    for state in common:
        province.a.recorder.answer([Answer(period=PERIOD, item=ITEM, state=state)])  # type: ignore[arg-type]
    province.a.record("một")
    twin = province.a.clone("twin")
    for pc, state in ((province.a, first), (twin, second)):
        pc.recorder.answer([Answer(period=PERIOD, item=ITEM, state=state)])  # type: ignore[arg-type]
        pc.close_period()
        province.centre.take(*pc.seal(f"{pc.name}-usb"))
    twin.close()
    return province.centre.ledger


@pytest.mark.parametrize("given", [("yes", "no"), ("none", "yes", "no")], ids=["two records", "two versions"])
@pytest.mark.parametrize("wanted", ["yes", "no"])
def test_one_of_two_answers_is_chosen(province: Province, given: tuple[str, ...], wanted: str) -> None:
    ledger = answered(province, *given)
    (asked,) = answer_conflicts(ledger, OFFICE_A)
    assert (asked.period, asked.item, len(asked.sides)) == (PERIOD, ITEM, 2)
    shown = period_data(ledger, period_of(province), [OFFICE_A]).answers[OFFICE_A, ITEM].state
    chosen = {version.entry.body.state: version.link for _, version in asked.sides}  # type: ignore[union-attr]
    assert list(chosen)[-1] == shown
    findings = inspect_report(ledger, province.centre.station.catalogue, OFFICE_A, period_of(province)).findings
    assert {Code.REVIEW_ANSWERS_DIFFER, Code.REVIEW_CLOSED_TWICE} <= {problem.code for problem in findings}
    decide_answer(ledger, OFFICE_A, PERIOD, ITEM, chosen[wanted], why="Đã hỏi đơn vị")
    assert answer_conflicts(ledger, OFFICE_A) == []
    assert period_data(ledger, period_of(province), [OFFICE_A]).answers[OFFICE_A, ITEM].state == wanted
    with pytest.raises(LedgerError) as again:
        decide_answer(ledger, OFFICE_A, PERIOD, ITEM, chosen[wanted], why="Đã hỏi đơn vị")
    assert again.value.code is Code.RECORD_CHANGED_SINCE
    assert province.centre.is_sound()
