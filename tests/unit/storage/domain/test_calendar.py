"""Working days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.calendar import WorkingCalendar, calendar_from
from storage.domain.codes import Code
from storage.domain.errors import LedgerError


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2020, 6, 19), True),  # a Friday
        (date(2020, 6, 20), False),  # Saturday
        (date(2020, 6, 21), False),  # Sunday
        (date(2020, 1, 1), False),
        (date(2020, 4, 30), False),
        (date(2020, 5, 1), False),
        (date(2020, 9, 2), False),
        (date(2020, 9, 3), True),  # the second day of National Day is announced each year
        (date(2022, 1, 3), False),  # 1 January 2022 was a Saturday
        (date(2022, 1, 4), True),
        (date(2022, 5, 2), False),  # 30 April and 1 May 2022 fell on one weekend: two days are made up
        (date(2022, 5, 3), False),
        (date(2022, 5, 4), True),
        (date(2023, 5, 2), False),  # 30 April 2023 was a Sunday, 1 May a Monday: the Tuesday is made up
        (date(2023, 5, 3), True),
    ],
)
def test_fixed_holidays_and_weekends(day: date, worked: bool) -> None:
    assert WorkingCalendar().is_working_day(day) is worked


def test_the_centre_adds_holidays_and_worked_saturdays() -> None:
    calendar = calendar_from(
        holidays={"2020-01-24": "Tết", "2020-01-27": "Tết", "2020-01-28": "Tết"}, working_days=["2020-01-25"]
    )
    assert not calendar.is_working_day(date(2020, 1, 24))
    assert calendar.is_working_day(date(2020, 1, 25))
    assert calendar.next_working_day(date(2020, 1, 25)) == date(2020, 1, 29)
    assert calendar.previous_working_day(date(2020, 1, 29)) == date(2020, 1, 25)


@pytest.mark.parametrize("text", ["", "2020-02-30", "20200101", "2020-W01-1", "1/1/2020", "2020-1-1"])
def test_a_date_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(LedgerError) as caught:
        calendar_from(holidays={text: "x"})
    assert caught.value.code is Code.DATE_INVALID
    assert caught.value.parameters == {"date": text}


def test_a_calendar_without_working_days_ends() -> None:
    start = date(2020, 1, 1)
    calendar = WorkingCalendar(frozenset(start + timedelta(days=n) for n in range(200)))
    with pytest.raises(LedgerError) as caught:
        calendar.next_working_day(start)
    assert caught.value.code is Code.DATE_INVALID


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_next_and_previous_are_inverse_and_nothing_worked_lies_between(day: date) -> None:
    calendar = WorkingCalendar()
    following = calendar.next_working_day(day)
    assert following > day
    assert calendar.is_working_day(following)
    between = [day + timedelta(days=n) for n in range(1, (following - day).days)]
    assert not any(calendar.is_working_day(other) for other in between)
    if calendar.is_working_day(day):
        assert calendar.previous_working_day(following) == day


def test_a_year_has_four_fixed_holidays_on_working_days_whatever_the_weekday() -> None:
    calendar = WorkingCalendar()
    for year in range(2000, 2060):
        days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
        free_weekdays = [day for day in days if day.weekday() < 5 and not calendar.is_working_day(day)]
        assert len(free_weekdays) == 4, year
