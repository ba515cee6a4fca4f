"""Figures, answers, the checklist and closing a period."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.catalogue import Catalogue, keep_catalogue
from storage.closing import checklist, close_period, is_closed, records_root, reopen_period
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.formula import Ratio
from storage.figures import evaluate_totals, office_figure, period_data, totals_of
from storage.journal.entries import Figure
from storage.ledger import Ledger
from storage.outline import read_outline
from storage.recording import ActivityInput, Problem
from tests.unit.storage.ledger_examples import (
    DEPARTMENT,
    DISTRICT,
    HALF_YEAR,
    Pc,
    answer,
    builtin,
    day,
    half_year,
    meeting,
    put,
    record,
    recorder,
)

WHOLE = b"""{"sections": {"CHI_DAO": "a", "UU_DIEM": "b", "KHO_KHAN": "c", "PHUONG_HUONG": "d"}}"""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Pc(tmp_path).create() as made:
        yield made


@pytest.fixture
def department(tmp_path: Path) -> Iterator[Ledger]:
    with Pc(tmp_path).create(office=DEPARTMENT) as made:
        yield made


def figure(ledger: Ledger, item: str, period: str = HALF_YEAR) -> Figure:
    catalogue = Catalogue(ledger)
    data = period_data(ledger, catalogue.period(period), [ledger.office])
    task = catalogue.programme.task_of_indicator(item)
    return office_figure(data, task, catalogue.programme.indicator(item), ledger.office)


def findings(ledger: Ledger) -> list[Problem]:
    return checklist(ledger, Catalogue(ledger), half_year(ledger))


def fields(ledger: Ledger, code: Code) -> list[str]:
    return [problem.field for problem in findings(ledger) if problem.code is code]


def refused(ledger: Ledger, document: str) -> tuple[Code, dict[str, str | int]]:
    with pytest.raises(LedgerError) as caught:
        answer(ledger, document)
    return caught.value.code, dict(caught.value.parameters)


# Four different answers


def test_number_zero_none_and_empty_are_four_different_results(ledger: Ledger) -> None:
    answer(ledger, '{"answers": {"II.1.a-1": 3, "II.1.a-2": 0, "II.1.a-3": "Không phát sinh"}}')
    assert [figure(ledger, f"II.1.a-{number}") for number in (1, 2, 3, 4)] == [
        Figure(item="II.1.a-1", state="number", number=3),
        Figure(item="II.1.a-2", state="number", number=0),
        Figure(item="II.1.a-3", state="none"),
        Figure(item="II.1.a-4", state="empty"),
    ]


@pytest.mark.parametrize("written", ["không phát sinh", "KHONG PHAT SINH", "Không phát sinh ", "none", "nothing to report"])
def test_nothing_occurred_can_be_written_in_several_ways(ledger: Ledger, written: str) -> None:
    answer(ledger, f'{{"answers": {{"II.1.a-1": "{written}"}}}}')
    assert figure(ledger, "II.1.a-1").state == "none"


def test_recorded_activities_speak_louder_than_an_answer(ledger: Ledger) -> None:
    answer(ledger, '{"answers": {"II.1.a-1": "none"}}')
    record(ledger, meeting(values={"so_cuoc": 2}), meeting(values={"so_cuoc": 3}))
    assert figure(ledger, "II.1.a-1") == Figure(item="II.1.a-1", state="number", number=5)


def test_a_field_that_nobody_filled_in_is_not_zero(ledger: Ledger) -> None:
    record(ledger, meeting(values={"so_cuoc": 2}))
    assert figure(ledger, "II.1.a-2").state == "empty"
    assert figure(ledger, "II.1.a-3").state == "empty"
    answer(ledger, '{"answers": {"II.1.a-2": 70}}')
    assert figure(ledger, "II.1.a-2").number == 70


def test_withdrawn_records_do_not_count(ledger: Ledger) -> None:
    uids = record(ledger, meeting(values={"so_cuoc": 2}), meeting(values={"so_cuoc": 3}))
    recorder(ledger).withdraw(uids[0], "ghi nhầm")
    assert figure(ledger, "II.1.a-1").number == 3


def test_shares_are_added_up_before_they_are_divided(department: Ledger) -> None:
    for on_time, late in ((1, 0), (0, 9)):
        values = {"tiep_nhan": on_time + late, "dung_han": on_time, "qua_han": late, "dang_xu_ly": 0}
        record(department, meeting(task="II.3.g", type="TTHC", values=values))
    assert figure(department, "II.3.g-2") == Figure(item="II.3.g-2", state="number", number=1, denominator=10)


def test_shares_of_several_offices_are_added_up_before_they_are_divided(department: Ledger) -> None:
    catalogue = Catalogue(department)
    period = half_year(department)
    data = period_data(department, period)
    data.totals = {
        ("A", "II.3.g", "TTHC", "dung_han"): 1,
        ("A", "II.3.g", "TTHC", "qua_han"): 0,
        ("B", "II.3.g", "TTHC", "dung_han"): 0,
        ("B", "II.3.g", "TTHC", "qua_han"): 9,
    }
    task, indicator = catalogue.programme.task("II.3.g"), catalogue.programme.indicator("II.3.g-2")
    assert evaluate_totals(indicator, totals_of(data, task, indicator, ["A", "B"])) == Ratio(1, 10)


def test_a_share_of_nothing_is_no_figure(department: Ledger) -> None:
    values = {"tiep_nhan": 0, "dung_han": 0, "qua_han": 0, "dang_xu_ly": 0}
    record(department, meeting(task="II.3.g", type="TTHC", values=values))
    assert figure(department, "II.3.g-2").state == "empty"


# The window of a period


@pytest.mark.parametrize(
    ("date", "in_half_year", "in_year"),
    [
        ("2019-11-30", False, False),
        ("2019-12-01", True, True),
        ("2019-12-15", True, True),
        ("2020-06-14", True, True),
        ("2020-06-15", False, True),
        ("2020-11-30", False, True),
        ("2020-12-01", False, False),
    ],
)
def test_each_day_counts_in_its_periods(ledger: Ledger, date: str, in_half_year: bool, in_year: bool) -> None:
    """The year before was cut off on 30 November: the first days of December are taken by the next report, not lost."""
    record(ledger, meeting(date=date, values={"so_cuoc": 1}))
    assert (figure(ledger, "II.1.a-1").number == 1) is in_half_year
    assert (figure(ledger, "II.1.a-1", "2020").number == 1) is in_year


def test_a_cut_off_set_by_the_centre_moves_the_window(ledger: Ledger) -> None:
    dates = b'{"cutoffs": {"2020S1": "2020-06-10", "2019": "2019-12-05"}}'
    with ledger.write():
        keep_catalogue(ledger, programme=builtin("programme.json"), offices=builtin("offices.json"), dates=dates)
    period = Catalogue(ledger).period(HALF_YEAR)
    assert (period.takes_from, period.last_day) == (day("2019-12-06"), day("2020-06-10"))
    record(
        ledger,
        *(meeting(date=date, values={"so_cuoc": 1}) for date in ("2019-12-05", "2019-12-06", "2020-06-10", "2020-06-11")),
    )
    assert figure(ledger, "II.1.a-1").number == 2


# Answers that are refused


@pytest.mark.parametrize(
    ("document", "code", "parameters"),
    [
        ('{"answers": {"II.9-1": 1}}', Code.ANSWER_UNKNOWN, {"indicator": "II.9-1"}),
        ('{"sections": {"XEP_HANG": "x"}}', Code.ANSWER_UNKNOWN, {"indicator": "XEP_HANG"}),
        ('{"sections": {"KET_QUA": "x"}}', Code.ANSWER_UNKNOWN, {"indicator": "KET_QUA"}),
        ('{"answers": {"II.1.a-1": true}}', Code.ANSWER_WRONG_KIND, {"indicator": "II.1.a-1"}),
        ('{"answers": {"II.1.a-1": "nhiều"}}', Code.ANSWER_WRONG_KIND, {"indicator": "II.1.a-1"}),
        ('{"answers": {"II.1.a-5": 3}}', Code.ANSWER_WRONG_KIND, {"indicator": "II.1.a-5"}),
        ('{"answers": {"II.1.a-1": -1}}', Code.VALUE_NOT_A_COUNT, {"field": "II.1.a-1"}),
        ('{"answers": {"II.1.a-1": 1000000001}}', Code.VALUE_NOT_A_COUNT, {"field": "II.1.a-1"}),
        ('{"answers": {"II.1.a-1": 1.5}}', Code.SCHEMA_INVALID, None),
        ('{"answers": {"II.1.a-1": null}}', Code.SCHEMA_INVALID, None),
        ('{"answers": {"II.1.a-1": ["A"]}}', Code.SCHEMA_INVALID, None),
        ('{"people": {}}', Code.SCHEMA_UNKNOWN_FIELD, None),
        ('{"signature": {"phone": "1"}}', Code.SCHEMA_UNKNOWN_FIELD, None),
        ('{"sections": {"UU_DIEM": "' + "x" * 20_001 + '"}}', Code.TEXT_TOO_LONG, {"field": "UU_DIEM", "limit": 20_000}),
        ('{"answers": {"II.1.a-5": "' + "x" * 20_001 + '"}}', Code.TEXT_TOO_LONG, {"field": "II.1.a-5", "limit": 20_000}),
    ],
)
def test_an_answer_of_the_wrong_kind_is_refused(
    ledger: Ledger, document: str, code: Code, parameters: dict[str, str | int] | None
) -> None:
    found, given = refused(ledger, document)
    assert found is code
    if parameters is not None:
        assert given == parameters
    assert ledger.db.execute("SELECT * FROM answer").fetchall() == []


def test_the_longest_text_is_kept_and_read_again(ledger: Ledger) -> None:
    answer(ledger, '{"sections": {"UU_DIEM": "' + "ậ" * 20_000 + '"}}')
    closed = close_period(ledger, Catalogue(ledger), HALF_YEAR)
    assert [len(section.text) for section in closed.report.sections] == [20_000]
    assert len(list(ledger.journal.items(ledger.journal.own_feed()))) == 3


# The checklist


def test_an_empty_period_lists_every_task_led_and_every_required_section(ledger: Ledger) -> None:
    assert fields(ledger, Code.TASK_WITHOUT_ACTIVITY) == ["II.1.a", "II.1.b", "II.1.c", "II.1.d", "III.1.a", "III.1.b"]
    assert "II.6" not in fields(ledger, Code.TASK_WITHOUT_ACTIVITY), "only the lead is asked"
    assert fields(ledger, Code.SECTION_EMPTY) == ["CHI_DAO", "UU_DIEM", "KHO_KHAN", "PHUONG_HUONG"]
    assert "II.1.a-5" in fields(ledger, Code.ANSWER_EMPTY)


def test_an_activity_or_an_answer_settles_a_task(ledger: Ledger) -> None:
    record(ledger, meeting())
    answer(ledger, '{"answers": {"II.1.a-5": "Tốt"}, "sections": {"UU_DIEM": "Tốt", "KHO_KHAN": " "}}')
    assert "II.1.a" not in fields(ledger, Code.TASK_WITHOUT_ACTIVITY)
    assert "II.1.a-5" not in fields(ledger, Code.ANSWER_EMPTY)
    assert fields(ledger, Code.SECTION_EMPTY) == ["CHI_DAO", "KHO_KHAN", "PHUONG_HUONG"]


def test_the_optional_answer_is_never_asked_for(department: Ledger) -> None:
    assert "II.3.d-5" in fields(department, Code.ANSWER_EMPTY)
    assert "II.3.d-4" not in fields(department, Code.ANSWER_EMPTY)


def test_drafts_late_dates_conflicts_and_texts_are_listed(ledger: Ledger) -> None:
    late, texts = record(ledger, meeting(date="2020-06-15"), meeting(note="gọi 0905 123 456"))
    first = ledger.journal.link_at(ledger.journal.own_feed(), 3)
    assert first is not None
    ledger.append(put("ab" * 16, title="a"))
    ledger.append(put("ab" * 16, title="b"))
    with ledger.write():
        ledger.db.execute("INSERT INTO draft VALUES ('d1', '2020-03-05', '{}')")
    listed = {problem.code: problem for problem in findings(ledger)}
    assert listed[Code.DRAFT_OPEN].uid == "d1"
    assert listed[Code.DATE_OUTSIDE_PERIOD].uid == late
    assert listed[Code.DATE_OUTSIDE_PERIOD].parameters == {"date": "2020-06-15", "period": HALF_YEAR}
    assert (listed[Code.TEXT_PHONE].uid, listed[Code.TEXT_PHONE].field) == (texts, "note")
    assert (listed[Code.CONFLICT_OPEN].uid, listed[Code.CONFLICT_OPEN].parameters) == ("ab" * 16, {"count": 2})


def test_the_texts_of_answers_are_looked_at_too(ledger: Ledger) -> None:
    answer(ledger, '{"sections": {"UU_DIEM": "liên hệ a@b.vn"}}')
    assert fields(ledger, Code.TEXT_EMAIL) == ["UU_DIEM"]


@pytest.mark.parametrize(
    ("before", "now", "unusual"),
    [(100, 20, True), (20, 100, True), (20, 99, False), (1, 19, False), (0, 20, True), (4, 20, True)],
)
def test_a_figure_five_times_last_years_is_worth_a_look(ledger: Ledger, before: int, now: int, unusual: bool) -> None:
    record(
        ledger,
        meeting(date="2019-03-05", values={"so_cuoc": before}),
        meeting(date="2020-03-05", values={"so_cuoc": now}),
    )
    assert ("II.1.a-1" in fields(ledger, Code.VALUE_UNUSUAL)) is unusual


# Closing


def test_closing_freezes_figures_sections_and_signature(ledger: Ledger) -> None:
    record(ledger, meeting(values={"so_cuoc": 2}))
    outline = read_outline(WHOLE[:-1] + b', "signature": {"name": "A", "title": "CT", "number": "05", "date": "2020-06-15"}}')
    closed = close_period(ledger, Catalogue(ledger), HALF_YEAR, outline)
    assert (closed.rev, closed.records, is_closed(ledger, DISTRICT, HALF_YEAR)) == (1, 1, True)
    assert Figure(item="II.1.a-1", state="number", number=2) in closed.report.figures
    assert [section.code for section in closed.report.sections] == ["CHI_DAO", "UU_DIEM", "KHO_KHAN", "PHUONG_HUONG"]
    assert closed.report.signature.title == "CT"
    assert not [problem for problem in closed.findings if problem.code is Code.SECTION_EMPTY]


def test_the_root_is_what_the_format_says(ledger: Ledger) -> None:
    """SHA-256 over (uid, link) of every record of the period, sorted by uid."""
    uids = record(ledger, meeting(), meeting(date="2020-04-01"), meeting(date="2020-06-15"))
    feed = ledger.journal.own_feed()
    links = {seq: link for seq, link, _ in ledger.journal.lines(feed, 1, 99)}
    expected = hashlib.sha256(
        b"".join(bytes.fromhex(uid) + links[seq] for uid, seq in sorted(zip(uids[:2], (2, 3), strict=True)))
    )
    assert records_root(ledger, DISTRICT, half_year(ledger)) == (2, expected.hexdigest())


def test_the_root_changes_with_every_change_of_a_record_of_the_period(ledger: Ledger) -> None:
    def root() -> str:
        return records_root(ledger, DISTRICT, half_year(ledger))[1]

    uid, outside = record(ledger, meeting(), meeting(date="2020-07-01"))
    seen = {root()}
    record(ledger, ActivityInput(uid=outside, title="other"))
    assert root() in seen
    for change in (
        lambda: record(ledger, ActivityInput(uid=uid, note="x")),
        lambda: record(ledger, meeting()),
        lambda: recorder(ledger).withdraw(uid, "x"),
        lambda: record(ledger, ActivityInput(uid=uid)),
        lambda: record(ledger, ActivityInput(uid=outside, date="2020-05-01")),
    ):
        change()
        assert root() not in seen
        seen.add(root())


def test_a_closed_period_is_reopened_with_a_reason_and_closed_again(ledger: Ledger) -> None:
    catalogue = Catalogue(ledger)
    with pytest.raises(LedgerError) as caught:
        reopen_period(ledger, catalogue, HALF_YEAR, "x")
    assert caught.value.code is Code.PERIOD_NOT_CLOSED
    close_period(ledger, catalogue, HALF_YEAR)
    with pytest.raises(LedgerError) as caught:
        close_period(ledger, catalogue, HALF_YEAR)
    assert caught.value.code is Code.PERIOD_CLOSED
    with pytest.raises(LedgerError) as caught:
        reopen_period(ledger, catalogue, HALF_YEAR, " ")
    assert caught.value.code is Code.REASON_MISSING
    reopen_period(ledger, catalogue, HALF_YEAR, "bổ sung")
    assert not is_closed(ledger, DISTRICT, HALF_YEAR)
    assert close_period(ledger, catalogue, HALF_YEAR).rev == 3
    assert ledger.db.execute("SELECT op, rev FROM closing ORDER BY rev").fetchall() == [
        ("close", 1),
        ("reopen", 2),
        ("close", 3),
    ]


@pytest.mark.parametrize("code", ["2020S3", "2020Q1", "S1", "", "1999", "2020S1 "])
def test_an_unknown_period_is_refused(ledger: Ledger, code: str) -> None:
    with pytest.raises(LedgerError) as caught:
        close_period(ledger, Catalogue(ledger), code)
    assert caught.value.code is Code.PERIOD_UNKNOWN


def test_periods_are_closed_one_by_one(ledger: Ledger) -> None:
    close_period(ledger, Catalogue(ledger), HALF_YEAR)
    assert not is_closed(ledger, DISTRICT, "2020")
    close_period(ledger, Catalogue(ledger), "2020")


def test_a_report_that_carries_a_stamp_of_secrecy_is_not_made(ledger: Ledger) -> None:
    """It would repeat the stamp in an entry that could never be sealed."""
    outline = read_outline('{"sections": {"UU_DIEM": "Độ mật: Tối mật"}}'.encode())
    with pytest.raises(LedgerError) as caught:
        close_period(ledger, Catalogue(ledger), HALF_YEAR, outline)
    assert caught.value.code is Code.SEAL_BLOCKED_BY_STAMP
    assert caught.value.parameters == {"count": 1}
    assert not is_closed(ledger, DISTRICT, HALF_YEAR)
    close_period(ledger, Catalogue(ledger), HALF_YEAR, read_outline(WHOLE))
