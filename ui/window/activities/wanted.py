"""What another page can ask of the page of activities."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NewActivity:
    """The form for a new activity, with a task or without."""

    task: str = ""


@dataclass(frozen=True, slots=True)
class TaskActivities:
    """The list of a task's activities in a period (codes)."""

    task: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class DraftActivity:
    """The form with what was left unfinished."""

    name: str
