"""What a reviewer is shown about a report: each rule met and not met, on real ledgers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.catalogue import Catalogue
from storage.closing import close_period
from storage.domain.codes import Code
from storage.duplicates import DISTINCT
from storage.journal.entries import Answer, Figure, Put
from storage.ledger import Ledger
from storage.messages.catalogue import Catalogue as Words
from storage.outline import Outline
from storage.recording import Problem
from storage.report_findings import change_of, earlier_periods
from storage.reviewing import inspect_report
from tests.unit.storage.ledger_examples import AT, HALF_YEAR, Pc, answer, half_year, meeting, record, uid_of

SECTIONS = {"CHI_DAO": "a", "UU_DIEM": "b", "KHO_KHAN": "c", "PHUONG_HUONG": "d"}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Pc(tmp_path).create() as made:
        yield made


def findings(ledger: Ledger, period: str = HALF_YEAR, *, sections: dict[str, str] | None = None) -> list[Problem]:
    """Closes the period and looks at the report."""
    catalogue = Catalogue(ledger)
    close_period(ledger, catalogue, period, Outline(sections=SECTIONS if sections is None else sections))
    return looked_at(ledger, period)


def looked_at(ledger: Ledger, period: str = HALF_YEAR) -> list[Problem]:
    catalogue = Catalogue(ledger)
    return inspect_report(ledger, catalogue, ledger.office, catalogue.period(period)).findings


def fields(found: list[Problem], code: Code) -> list[str]:
    return [problem.field for problem in found if problem.code is code]


def about(found: list[Problem], code: Code) -> list[str]:
    return [problem.uid for problem in found if problem.code is code]


def number(value: int, denominator: int = 0) -> Figure:
    return Figure(item="x", state="number", number=value, denominator=denominator)


NONE, EMPTY = Figure(item="x", state="none"), Figure(item="x", state="empty")


@pytest.mark.parametrize(
    ("now", "before", "last_year", "code"),
    [
        (number(0), number(1), False, Code.REVIEW_FELL_TO_ZERO),
        (NONE, number(3), True, Code.REVIEW_FELL_TO_ZERO),
        (EMPTY, number(3), False, None),
        (number(0), number(0), False, None),
        (NONE, NONE, False, None),
        (number(200), number(20), False, Code.REVIEW_TENFOLD),
        (number(199), number(20), False, None),
        (number(199), number(20), True, Code.VALUE_UNUSUAL),
        (number(20), number(200), False, Code.REVIEW_TENFOLD),
        (number(20), number(0), False, Code.REVIEW_TENFOLD),
        (number(19), number(0), True, None),
        (number(10), number(1), False, None),
        (number(90), number(20), True, None),
        (number(1, 2), number(100), True, None),
        (number(100), number(1, 2), True, None),
        (number(100), NONE, True, None),
    ],
)
def test_what_counts_as_a_large_change(now: Figure, before: Figure, *, last_year: bool, code: Code | None) -> None:
    assert change_of(now, before, last_year=last_year) is code


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.booleans())
def test_rising_and_falling_are_told_alike(one: int, other: int, last_year: bool) -> None:
    told = change_of(number(one), number(other), last_year=last_year)
    assert told is change_of(number(other), number(one), last_year=last_year)
    if told is Code.REVIEW_TENFOLD:
        assert max(one, other) >= 10 * min(one, other)


def test_a_report_beside_the_last_one_and_the_one_a_year_ago(ledger: Ledger) -> None:
    record(ledger, meeting(date="2019-03-05", values={"so_cuoc": 30}))
    findings(ledger, "2019S1")
    record(ledger, meeting(values={"so_cuoc": 2}))
    found = [problem for problem in findings(ledger) if problem.code is Code.REVIEW_TENFOLD]
    assert found
    assert found[0].parameters == {"indicator": found[0].field, "now": 2, "before": 30, "period": "2019S1"}
    # The period before and the same period a year ago are one here, and are told once.
    assert len({problem.field for problem in found}) == len(found)
    before, year_ago = earlier_periods(Catalogue(ledger), half_year(ledger))
    assert before == year_ago
    assert before is not None
    assert before.code == "2019S1"


def test_a_figure_that_is_gone_is_told(ledger: Ledger) -> None:
    record(ledger, meeting(date="2019-03-05"))
    findings(ledger, "2019S1")
    answer(ledger, '{"answers": {"II.1.a-1": "none"}}')
    assert "II.1.a-1" in fields(findings(ledger), Code.REVIEW_FELL_TO_ZERO)


def test_zero_with_activities_and_no_answer_at_all(ledger: Ledger) -> None:
    record(ledger, meeting(values={"so_cuoc": 0}))
    found = findings(ledger)
    assert "II.1.a-1" in fields(found, Code.REVIEW_ZERO)
    assert "II.1.a-1" not in fields(found, Code.REVIEW_FIGURE_EMPTY)
    assert fields(found, Code.REVIEW_FIGURE_EMPTY)


def test_nothing_to_report_is_an_answer(ledger: Ledger) -> None:
    answer(ledger, '{"answers": {"II.1.a-1": "none"}}')
    found = findings(ledger)
    assert "II.1.a-1" not in fields(found, Code.REVIEW_ZERO) + fields(found, Code.REVIEW_FIGURE_EMPTY)


def test_required_sections_that_are_empty(ledger: Ledger) -> None:
    assert fields(findings(ledger, sections={"UU_DIEM": "b", "KHO_KHAN": "c"}), Code.REVIEW_SECTION_EMPTY) == [
        "CHI_DAO",
        "PHUONG_HUONG",
    ]


def test_activities_dated_between_the_last_day_and_the_deadline(ledger: Ledger) -> None:
    period = half_year(ledger)
    (inside,) = record(ledger, meeting(date=period.last_day.isoformat()))
    (outside,) = record(ledger, meeting(date=period.last_on_time.isoformat()))
    found = findings(ledger)
    assert about(found, Code.DATE_OUTSIDE_PERIOD) == [outside]
    assert inside not in about(found, Code.DATE_OUTSIDE_PERIOD)


def test_the_same_activity_twice_in_one_report(ledger: Ledger) -> None:
    one, other, _, _ = record(
        ledger, meeting(), meeting(title="HOI NGHI quan triet kế hoạch"), meeting(place="Đăk Hà"), meeting(date="2020-03-06")
    )
    found = findings(ledger)
    (told,) = [problem for problem in found if problem.code is Code.REVIEW_RECORDED_TWICE]
    assert told.uid in (one, other)
    assert told.parameters == {"count": 2}
    first, second = sorted((one, other))
    ledger.set(DISTINCT, f'[["{ledger.office}", "{first}", "{second}"]]')
    assert about(looked_at(ledger), Code.REVIEW_RECORDED_TWICE) == []


def test_an_attachment_that_has_not_arrived(ledger: Ledger, tmp_path: Path) -> None:
    file = tmp_path / "ke-hoach.pdf"
    file.write_bytes(b"%PDF-1.4 plan")
    (uid,) = record(ledger, meeting(attachments=[str(file)]))
    assert about(findings(ledger), Code.REVIEW_ATTACHMENT_MISSING) == []
    with ledger.write():
        ledger.db.execute("DELETE FROM blob")
    assert about(looked_at(ledger), Code.REVIEW_ATTACHMENT_MISSING) == [uid]


def test_answers_that_differ(ledger: Ledger) -> None:
    for place, value in enumerate((1, 2), 1):
        body = Answer(period=HALF_YEAR, item="II.1.a-1", state="number", number=value)
        ledger.append(Put(uid=uid_of(place), rev=1, at=AT, body=body))
    found = findings(ledger)
    (told,) = [problem for problem in found if problem.code is Code.REVIEW_ANSWERS_DIFFER]
    assert told.parameters == {"count": 2, "indicator": "II.1.a-1"}


def test_a_total_that_differs_names_its_indicator(ledger: Ledger) -> None:
    record(ledger, meeting())
    found = findings(ledger)
    assert fields(found, Code.TOTAL_DIFFERS) == []
    record(ledger, meeting(title="Sau khi chốt"))
    (told, *_) = [problem for problem in looked_at(ledger) if problem.code is Code.TOTAL_DIFFERS]
    for words in (Words.load("vi"), Words.load("en")):
        assert told.field in words.sentence(told.code, told.parameters)
        assert "…" not in words.sentence(told.code, told.parameters)


def test_every_finding_is_told_whole_in_both_languages(ledger: Ledger) -> None:
    record(ledger, meeting(values={"so_cuoc": 0}), meeting(values={"so_cuoc": 0}))
    found = findings(ledger, sections={})
    assert {Code.REVIEW_ZERO, Code.REVIEW_FIGURE_EMPTY, Code.REVIEW_SECTION_EMPTY, Code.REVIEW_RECORDED_TWICE} <= {
        problem.code for problem in found
    }
    for words in (Words.load("vi"), Words.load("en")):
        for problem in found:
            said = words.sentence(problem.code, problem.parameters) + words.next_step(problem.code, problem.parameters)
            assert "…" not in said
            assert words.next_step(problem.code, problem.parameters)
