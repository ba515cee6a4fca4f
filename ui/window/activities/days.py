"""Days as people type them: 5/3/2020, 05-03-20, 05032020, or 5/3 for this year. No Qt here."""

from __future__ import annotations

import re
from datetime import date

_SEPARATED = re.compile(r"(\d{1,2})[ ./\-]+(\d{1,2})(?:[ ./\-]+(\d{4}|\d{2}))?")
_COMPACT = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def parse_day(typed: str, today: date) -> date | None:
    """The day that was typed, day before month; without a year, this year. None when it is no day."""
    text = typed.strip()
    iso = _ISO.fullmatch(text)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    match = _SEPARATED.fullmatch(text) or _COMPACT.fullmatch(text)
    if match is None:
        return None
    year = int(match[3]) if match[3] else today.year
    return _day(year + 2000 if year < 100 else year, int(match[2]), int(match[1]))


def shown_day(day: date) -> str:
    """dd/MM/yyyy."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def shown_iso_day(text: str) -> str:
    """An ISO day as dd/MM/yyyy; anything else as it is."""
    match = _ISO.fullmatch(text)
    return f"{match[3]}/{match[2]}/{match[1]}" if match else text


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
