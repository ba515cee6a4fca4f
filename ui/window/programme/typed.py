"""Days as they are typed and shown in the editors of the plan; what is no day is kept as it was typed. No Qt here."""

from __future__ import annotations

import re
from datetime import date

from ui.window.activities.days import parse_day

_MONTH_DAY = re.compile(r"\s*([0-9]{1,2})\s*[/. -]\s*([0-9]{1,2})\s*")
_ANY_YEAR = date(2001, 1, 1)


def day_typed(text: str) -> str:
    """The ISO day of what was typed with its year; otherwise the text itself, which a check will name."""
    found = parse_day(text, _ANY_YEAR) if len(text.strip()) >= 8 else None
    return found.isoformat() if found else text.strip()


def month_day_typed(text: str) -> object:
    """``{"month": 6, "day": 20}`` of "20/6"; nothing for nothing; otherwise the text itself."""
    match = _MONTH_DAY.fullmatch(text)
    if match:
        return {"month": int(match[2]), "day": int(match[1])}
    return text.strip() or None


def month_day_shown(value: object) -> str:
    """ "20/06"; what is no such day as it is."""
    if isinstance(value, dict) and {"day", "month"} <= value.keys():
        return f"{value['day']:02d}/{value['month']:02d}"
    return "" if value is None else str(value)
