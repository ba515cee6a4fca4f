"""Reporting periods: which days they cover, when their report is due, and whether one came in time.

Dates follow the programme's schedules. Decree 09/2019/NĐ-CP, article 8.5, asks for at least one working day between the end of
the figures and the deadline: a cut-off that leaves none is refused, nothing is shifted silently. A deadline "trước 20/6" is
exclusive. What happens after a cut-off belongs to the next period: ``Period.takes_from`` closes the gap that would otherwise
open between a cut-off in November and figures that begin on 15 December.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from storage.domain.calendar import WorkingCalendar
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.programme import Duty, MonthDay, Programme, Schedule

DUE_SOON_DAYS = 14
"""So many days before the last day on time a missing report is "due soon"."""

FIRST_YEAR, LAST_YEAR = 2000, 2199

_CODE = re.compile(r"(?P<year>[0-9]{4})(?P<suffix>[SQ]?[0-9]{0,2})", re.ASCII)
_ONE_DAY = timedelta(days=1)


class Timeliness(StrEnum):
    """A report's relation to its deadline; only OVERDUE is a reproach."""

    ON_TIME = "ON_TIME"
    LATE = "LATE"
    DUE_SOON = "DUE_SOON"
    OVERDUE = "OVERDUE"
    NOT_DUE = "NOT_DUE"


@dataclass(frozen=True, slots=True)
class Period:
    """One period of one duty. All days inclusive but ``due_before``, the first day that is too late.

    ``first_day`` and ``last_day`` (the cut-off) are the official window; figures are taken from ``takes_from``, which lies
    before ``first_day`` when the period before was cut off early.
    """

    code: str
    duty: str
    first_day: date
    last_day: date
    takes_from: date
    due_before: date
    last_on_time: date
    name_vi: str
    name_en: str

    def __contains__(self, day: object) -> bool:
        """Whether the work of ``day`` is reported in this period."""
        return isinstance(day, date) and self.takes_from <= day <= self.last_day

    def __lt__(self, other: Period) -> bool:
        """By deadline, then by code: the order in which reports fall due."""
        return (self.due_before, self.code) < (other.due_before, other.code)

    def name(self, language: str) -> str:
        """``vi`` or ``en``."""
        return self.name_vi if language == "vi" else self.name_en


@dataclass(frozen=True, slots=True)
class RestDayDeadline:
    """A warning: the last day on time is not worked, so the report is better sent by ``working_day``."""

    period: str
    day: date
    working_day: date
    code: Code = Code.PERIOD_DEADLINE_ON_REST_DAY


class Periods:
    """The periods of a programme with the cut-offs that the centre has set.

    ``cutoffs`` maps a period's code to its last day, ``deadlines`` to the first day that is too late; periods not named there
    keep the schedule's dates.
    """

    def __init__(
        self,
        programme: Programme,
        *,
        cutoffs: Mapping[str, date] | None = None,
        deadlines: Mapping[str, date] | None = None,
        calendar: WorkingCalendar | None = None,
    ) -> None:
        self._deadlines = dict(deadlines or {})
        self._duties = {duty.schedule.period_suffix: (duty, duty.schedule) for duty in programme.duties if duty.schedule}
        self._cutoffs = dict(cutoffs or {})
        self._calendar = calendar or WorkingCalendar()

    def period(self, code: str) -> Period:
        """Raises PERIOD_UNKNOWN(period), PERIOD_CUTOFF_TOO_LATE(period, cutoff, latest) or DATE_INVALID(date)."""
        year, duty, schedule = self._resolve(code)
        first_day = _first_day(schedule, year)
        last_day = self._cutoff(schedule, year)
        due_before = self._deadlines.get(code) or _date(schedule.due_before, year)
        last_on_time = due_before - _ONE_DAY
        if last_day < first_day:
            raise LedgerError(Code.DATE_INVALID, detail="cut-off before the first day", date=last_day.isoformat())
        self._require_a_working_day(code, cutoff=last_day, last_on_time=last_on_time)
        return Period(
            code=code,
            duty=duty.code,
            first_day=first_day,
            last_day=last_day,
            takes_from=self._takes_from(first_day, year),
            due_before=due_before,
            last_on_time=last_on_time,
            name_vi=schedule.period_name_vi.replace("{year}", str(year)),
            name_en=schedule.period_name_en.replace("{year}", str(year)),
        )

    def of_year(self, year: int) -> tuple[Period, ...]:
        """The periods whose reports fall due in ``year``, in that order. Raises as ``period``."""
        return tuple(sorted(self.period(f"{year:04d}{suffix}") for suffix in self._duties))

    def periods_of(self, day: date) -> tuple[Period, ...]:
        """The periods in which the work of ``day`` is reported: a day of May in the half-year and in the year."""
        years = (year for year in (day.year, day.year + 1) if FIRST_YEAR <= year <= LAST_YEAR)
        return tuple(period for year in years for period in self.of_year(year) if day in period)

    def current(self, today: date) -> Period:
        """The next period to fall due, today included. Raises PERIOD_UNKNOWN when the programme has no dated duty."""
        for year in (today.year, today.year + 1):
            for period in self.of_year(year):
                if today <= period.last_on_time:
                    return period
        raise LedgerError(Code.PERIOD_UNKNOWN, detail="no duty has a schedule", period=str(today.year))

    def previous_year(self, period: Period) -> Period:
        """The same period of the year before, for comparisons. Raises PERIOD_UNKNOWN."""
        return self.period(f"{int(period.code[:4]) - 1:04d}{period.code[4:]}")

    def warnings(self, period: Period) -> tuple[RestDayDeadline, ...]:
        """What the centre should know about a period's dates; nothing is changed by it."""
        day = period.last_on_time
        if self._calendar.is_working_day(day):
            return ()
        return (RestDayDeadline(period.code, day, self._calendar.previous_working_day(day)),)

    def _resolve(self, code: str) -> tuple[int, Duty, Schedule]:
        match = _CODE.fullmatch(code)
        if match is None or match["suffix"] not in self._duties or not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
            raise LedgerError(Code.PERIOD_UNKNOWN, period=code)
        return int(match["year"]), *self._duties[match["suffix"]]

    def _cutoff(self, schedule: Schedule, year: int) -> date:
        return self._cutoffs.get(f"{year:04d}{schedule.period_suffix}", _date(schedule.data_to, year))

    def _takes_from(self, first_day: date, year: int) -> date:
        """The day after the last cut-off before ``first_day``, or ``first_day`` when nothing was cut off before it.

        Only cut-offs of the year's last report count: the work after the half-year's cut-off is in that year's report already.
        """
        if first_day.year == year:
            return first_day
        last = max((schedule for _, schedule in self._duties.values()), key=lambda schedule: _date(schedule.due_before, year))
        return min(first_day, self._cutoff(last, year - 1) + _ONE_DAY)

    def _require_a_working_day(self, code: str, *, cutoff: date, last_on_time: date) -> None:
        if self._calendar.next_working_day(cutoff) <= last_on_time:
            return
        last_working = self._calendar.previous_working_day(last_on_time + _ONE_DAY)
        latest = last_working - _ONE_DAY
        raise LedgerError(Code.PERIOD_CUTOFF_TOO_LATE, period=code, cutoff=cutoff.isoformat(), latest=latest.isoformat())


def period(programme: Programme, code: str, cutoff_override: date | None = None) -> Period:
    """One period by its code (``2020S1``, ``2020``), fixed holidays only. Raises as ``Periods.period``."""
    return Periods(programme, cutoffs={code: cutoff_override} if cutoff_override else None).period(code)


def timeliness(period: Period, *, received_on: date | None, today: date) -> Timeliness:
    """How the report that came on ``received_on`` (or has not come) stands on ``today``."""
    if received_on is not None:
        return Timeliness.ON_TIME if received_on < period.due_before else Timeliness.LATE
    if today >= period.due_before:
        return Timeliness.OVERDUE
    if today >= period.last_on_time - timedelta(days=DUE_SOON_DAYS):
        return Timeliness.DUE_SOON
    return Timeliness.NOT_DUE


def _first_day(schedule: Schedule, year: int) -> date:
    return _date(schedule.data_from, year + schedule.data_from_year_offset)


def _date(day: MonthDay, year: int) -> date:
    return date(year, day.month, day.day)
