"""Moments and durations as people read them, for every page."""

from __future__ import annotations

from datetime import datetime

from storage.domain.progress import Progress

_WORTH_TELLING = 2.0
"""Seconds after which the rest of a stage can be guessed."""


def moment_text(at: str) -> str:
    """A moment as 15/06/2020 08:30 in this PC's time; what is none is shown as it is."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%d/%m/%Y %H:%M")
    except ValueError:
        return at


def seconds_left(progress: Progress, elapsed: float) -> int | None:
    """The rest of a stage by what is done so far; None while nothing can be said."""
    if not progress.total or not progress.done or elapsed < _WORTH_TELLING:
        return None
    return round(elapsed / progress.done * (progress.total - progress.done))
