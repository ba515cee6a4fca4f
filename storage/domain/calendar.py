"""Working days: weekends, fixed public holidays, and what the centre adds for a year.

Public holidays by the solar calendar are those of the Labour Code 45/2019/QH14, article 112: 1 January, 30 April, 1 May and
2 September; a rest day that falls on one is made up on the next working day (article 111.3). Holidays by the lunar calendar
(Tết, 10 March lunar) and the second day of National Day are announced each year, so they are data that the centre supplies;
so are Saturdays that are worked instead of another day. Nothing here moves a deadline: it only says which days are worked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from storage.domain.codes import Code
from storage.domain.errors import LedgerError

ONE_DAY = timedelta(days=1)

FIXED_HOLIDAYS: tuple[tuple[int, int], ...] = ((1, 1), (4, 30), (5, 1), (9, 2))
"""(month, day), every year."""

_SEARCH_LIMIT = 60
"""Days to look for a working day; a calendar without one within two months is a mistake in its data."""


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days are worked.

    ``extra_holidays`` are rest days beside weekends and fixed holidays; ``extra_working_days`` are worked although they would
    be rest days, and win over everything else.
    """

    extra_holidays: frozenset[date] = field(default_factory=frozenset)
    extra_working_days: frozenset[date] = field(default_factory=frozenset)

    def is_working_day(self, day: date) -> bool:
        """Whether offices are open on ``day``."""
        if day in self.extra_working_days:
            return True
        return not (_is_weekend(day) or self._is_holiday(day) or self._makes_up_for_a_holiday(day))

    def next_working_day(self, day: date) -> date:
        """The first working day strictly after ``day``."""
        return self._search(day, ONE_DAY)

    def previous_working_day(self, day: date) -> date:
        """The last working day strictly before ``day``."""
        return self._search(day, -ONE_DAY)

    def _is_holiday(self, day: date) -> bool:
        return (day.month, day.day) in FIXED_HOLIDAYS or day in self.extra_holidays

    def _makes_up_for_a_holiday(self, day: date) -> bool:
        """Whether ``day`` is off because a fixed holiday fell on a weekend; two such holidays take two days.

        Announced holidays are not made up for here: the centre enters them with their substitutes.
        """
        substitutes: set[date] = set()
        for month, number in FIXED_HOLIDAYS:
            holiday = date(day.year, month, number)
            if not _is_weekend(holiday):
                continue
            substitute = holiday + ONE_DAY
            while _is_weekend(substitute) or self._is_holiday(substitute) or substitute in substitutes:
                substitute += ONE_DAY
            substitutes.add(substitute)
        return day in substitutes

    def _search(self, day: date, step: timedelta) -> date:
        found = day
        for _ in range(_SEARCH_LIMIT):
            found += step
            if self.is_working_day(found):
                return found
        raise LedgerError(Code.DATE_INVALID, detail="no working day within two months", date=day.isoformat())


def calendar_from(*, holidays: Mapping[str, str], working_days: Iterable[str] = ()) -> WorkingCalendar:
    """A calendar from what a centre typed: ISO dates with the name of each extra holiday, and ISO dates that are worked.

    Raises DATE_INVALID(date).
    """
    return WorkingCalendar(frozenset(map(iso_day, holidays)), frozenset(map(iso_day, working_days)))


def _is_weekend(day: date) -> bool:
    return day.weekday() >= 5


def iso_day(text: str) -> date:
    """The day that is written ``YYYY-MM-DD``. Raises DATE_INVALID(date)."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise LedgerError(Code.DATE_INVALID, detail=str(error), date=text) from error
    if day.isoformat() != text:
        raise LedgerError(Code.DATE_INVALID, detail="not YYYY-MM-DD", date=text)
    return day
