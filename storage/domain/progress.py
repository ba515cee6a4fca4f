"""How a long job tells where it is, and how it is stopped: see ``OperationCancelled``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What a job is doing; the sentence stands in the message tables under the same name."""

    READING = "READING"
    VERIFYING = "VERIFYING"
    PLANNING = "PLANNING"
    WRITING = "WRITING"
    COMMITTING = "COMMITTING"
    READING_BACK = "READING_BACK"
    REBUILDING = "REBUILDING"
    BACKING_UP = "BACKING_UP"
    COMPUTING = "COMPUTING"
    RENDERING = "RENDERING"


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` steps of a stage; ``total`` 0 means that the end is not known."""

    stage: Stage
    done: int = 0
    total: int = 0


ProgressReporter = Callable[[Progress], None]
"""Called by a job at its natural steps. Raises ``OperationCancelled`` when the person has asked to stop."""


def silent(_: Progress) -> None:
    """A reporter for callers that show nothing and cannot cancel."""
