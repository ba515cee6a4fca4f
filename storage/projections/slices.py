"""Where time is cut for summaries: at every day on which a period of the programme begins, or after which it ends.

Pure: what is summed up in a slice is the business of ``storage.projections.summary``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from storage.catalogue import parse_dates, periods_of
from storage.domain.errors import LedgerError
from storage.domain.periods import FIRST_YEAR, LAST_YEAR
from storage.domain.programme_file import parse_programme

BEFORE_ALL = ""
"""The first day of the slice that begins before every other."""
END = "~"
"""After every day."""
_ONE_DAY = timedelta(days=1)


def boundaries(programme: bytes, dates: bytes) -> list[str]:
    """The days on which a period of the programme begins, or after which it ends, in order; before them ``BEFORE_ALL``."""
    periods = periods_of(parse_programme(programme), parse_dates(dates))
    days: set[date] = set()
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        try:
            of_year = periods.of_year(year)
        except LedgerError:
            continue  # dates that contradict one another: such a period cannot be asked for either
        for period in of_year:
            days |= {period.takes_from, period.last_day + _ONE_DAY}
    return [BEFORE_ALL, *sorted(day.isoformat() for day in days)]


def spans(days: list[str]) -> Iterator[tuple[str, str]]:
    """(first day, first day of the next) of each slice."""
    return pairwise([*days, END])


def joined(pieces: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Spans that touch made one."""
    found: list[tuple[str, str]] = []
    for first, end in sorted(pieces):
        if found and found[-1][1] == first:
            found[-1] = (found[-1][0], end)
        else:
            found.append((first, end))
    return found
