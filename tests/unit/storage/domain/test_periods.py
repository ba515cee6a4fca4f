"""Periods: windows, cut-offs, deadlines and timeliness."""

from __future__ import annotations

import json
from datetime import date, timedelta
from importlib import resources

import pytest

from storage.builtin import builtin_programme
from storage.domain.calendar import WorkingCalendar, calendar_from
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.periods import Periods, Timeliness, period, timeliness
from storage.domain.programme_file import parse_programme


def _code_of(error: pytest.ExceptionInfo[LedgerError]) -> Code:
    return error.value.code


def test_the_first_half_year() -> None:
    found = period(builtin_programme(), "2020S1")
    assert (found.first_day, found.last_day) == (date(2019, 12, 15), date(2020, 6, 14))
    assert (found.due_before, found.last_on_time) == (date(2020, 6, 20), date(2020, 6, 19))
    assert found.duty == "R06"
    assert found.name_vi == "06 tháng đầu năm 2020"
    assert found.name("en") == "first six months of 2020"


def test_the_year() -> None:
    found = period(builtin_programme(), "2020")
    assert (found.first_day, found.last_day) == (date(2019, 12, 15), date(2020, 11, 30))
    assert (found.due_before, found.last_on_time) == (date(2020, 12, 10), date(2020, 12, 9))
    assert found.duty == "R12"
    assert found.name("vi") == "năm 2020"


@pytest.mark.parametrize(
    "code", ["", "2020S2", "2020Q1", "S1", "20S1", "2020s1", "2020S1 ", "1999", "2200S1", "２０２０", "2020S1\n"]
)
def test_a_period_that_the_programme_does_not_have(code: str) -> None:
    with pytest.raises(LedgerError) as caught:
        period(builtin_programme(), code)
    assert _code_of(caught) is Code.PERIOD_UNKNOWN
    assert caught.value.parameters == {"period": code}


def test_the_centre_may_set_the_cutoff() -> None:
    assert period(builtin_programme(), "2020", date(2020, 11, 20)).last_day == date(2020, 11, 20)


@pytest.mark.parametrize(
    ("code", "cutoff", "latest"),
    [
        ("2020", date(2020, 12, 14), date(2020, 12, 8)),  # the pattern of the decree lies after this plan's deadline
        ("2020", date(2020, 12, 9), date(2020, 12, 8)),
        ("2027S1", date(2027, 6, 18), date(2027, 6, 17)),  # Friday; the last day on time is a Saturday
        ("2020S1", date(2020, 6, 19), date(2020, 6, 18)),
    ],
)
def test_a_cutoff_that_leaves_no_working_day_is_refused(code: str, cutoff: date, latest: date) -> None:
    programme = builtin_programme()
    with pytest.raises(LedgerError) as caught:
        period(programme, code, cutoff)
    assert _code_of(caught) is Code.PERIOD_CUTOFF_TOO_LATE
    assert caught.value.parameters == {"period": code, "cutoff": cutoff.isoformat(), "latest": latest.isoformat()}
    assert period(programme, code, latest).last_day == latest
    with pytest.raises(LedgerError):
        period(programme, code, latest + timedelta(days=1))


def test_a_cutoff_before_the_first_day_is_refused() -> None:
    with pytest.raises(LedgerError) as caught:
        period(builtin_programme(), "2020", date(2019, 12, 14))
    assert _code_of(caught) is Code.DATE_INVALID


def test_holidays_count_when_the_cutoff_is_checked() -> None:
    calendar = calendar_from(holidays={"2020-06-18": "x", "2020-06-19": "x"})
    periods = Periods(builtin_programme(), cutoffs={"2020S1": date(2020, 6, 17)}, calendar=calendar)
    with pytest.raises(LedgerError) as caught:
        periods.period("2020S1")
    assert caught.value.parameters["latest"] == "2020-06-16"


def test_a_deadline_on_a_saturday_is_said_and_not_shifted() -> None:
    periods = Periods(builtin_programme())
    found = periods.period("2027S1")
    assert found.last_on_time == date(2027, 6, 19)
    (warning,) = periods.warnings(found)
    assert (warning.period, warning.day, warning.working_day) == ("2027S1", date(2027, 6, 19), date(2027, 6, 18))
    assert warning.code is Code.PERIOD_DEADLINE_ON_REST_DAY
    assert periods.warnings(periods.period("2020S1")) == ()
    free = Periods(builtin_programme(), calendar=WorkingCalendar(frozenset({date(2020, 6, 19)})))
    assert [warning.working_day for warning in free.warnings(free.period("2020S1"))] == [date(2020, 6, 18)]


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2019, 12, 15), ["2020S1", "2020"]),
        (date(2020, 5, 1), ["2020S1", "2020"]),
        (date(2020, 6, 14), ["2020S1", "2020"]),
        (date(2020, 6, 15), ["2020"]),
        (date(2020, 11, 30), ["2020"]),
        (date(2020, 12, 1), ["2021S1", "2021"]),  # after the cut-off: the next period's, lost to none
        (date(2020, 12, 14), ["2021S1", "2021"]),
        (date(2020, 12, 31), ["2021S1", "2021"]),
    ],
)
def test_the_periods_of_a_day(day: date, codes: list[str]) -> None:
    assert [found.code for found in Periods(builtin_programme()).periods_of(day)] == codes


def test_an_early_cutoff_hands_its_rest_to_the_next_year() -> None:
    periods = Periods(builtin_programme(), cutoffs={"2020": date(2020, 11, 15)})
    assert [found.code for found in periods.periods_of(date(2020, 11, 16))] == ["2021S1", "2021"]
    assert periods.period("2021").takes_from == date(2020, 11, 16)
    assert periods.period("2021").first_day == date(2020, 12, 15)


def test_order_current_and_previous() -> None:
    periods = Periods(builtin_programme())
    codes = [found.code for found in sorted([*periods.of_year(2021), *periods.of_year(2020)])]
    assert codes == ["2020S1", "2020", "2021S1", "2021"]
    assert periods.current(date(2020, 6, 19)).code == "2020S1"
    assert periods.current(date(2020, 6, 20)).code == "2020"
    assert periods.current(date(2020, 12, 10)).code == "2021S1"
    assert periods.previous_year(periods.period("2020S1")).code == "2019S1"


def test_a_programme_without_dated_duties_has_no_periods() -> None:
    document = json.loads((resources.files("storage.builtin") / "programme.json").read_text(encoding="utf-8"))
    for duty in document["duties"]:
        duty["schedule"] = None
    periods = Periods(parse_programme(json.dumps(document).encode()))
    assert periods.of_year(2020) == ()
    assert periods.periods_of(date(2020, 1, 1)) == ()
    with pytest.raises(LedgerError) as caught:
        periods.current(date(2020, 1, 1))
    assert _code_of(caught) is Code.PERIOD_UNKNOWN


@pytest.mark.parametrize(
    ("received_on", "today", "expected"),
    [
        (date(2020, 6, 19), date(2020, 7, 1), Timeliness.ON_TIME),
        (date(2020, 6, 20), date(2020, 7, 1), Timeliness.LATE),
        (date(2020, 6, 1), date(2020, 6, 1), Timeliness.ON_TIME),
        (None, date(2020, 1, 1), Timeliness.NOT_DUE),
        (None, date(2020, 6, 4), Timeliness.NOT_DUE),
        (None, date(2020, 6, 5), Timeliness.DUE_SOON),
        (None, date(2020, 6, 19), Timeliness.DUE_SOON),
        (None, date(2020, 6, 20), Timeliness.OVERDUE),
    ],
)
def test_timeliness(received_on: date | None, today: date, expected: Timeliness) -> None:
    found = period(builtin_programme(), "2020S1")
    assert timeliness(found, received_on=received_on, today=today) is expected
