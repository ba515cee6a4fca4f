"""Holds a job at one of its stages, in the worker, until a test lets it go: the window is then used while the job runs."""

from __future__ import annotations

import threading

import pytest

from storage.domain.progress import Progress, Stage
from ui.window import tasks

_LONGEST = 30.0
"""Seconds after which the worker goes on by itself, so that a failing test ends."""


class Hold:
    """Every report of every job passes here; the first report of ``stage`` waits. ``seen`` are the stages in their order."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, stage: Stage | None = None) -> None:
        self._stage = stage
        self._held = threading.Event()
        self._go = threading.Event()
        self.seen: list[Stage] = []
        self._report = tasks._Reporter.__call__
        hold = self

        def report(reporter: tasks._Reporter, progress: Progress) -> None:
            hold._report(reporter, progress)
            if progress.stage not in hold.seen:
                hold.seen.append(progress.stage)
            if progress.stage is hold._stage and not hold._held.is_set():
                hold._held.set()
                hold._go.wait(_LONGEST)
                hold._report(reporter, progress)

        monkeypatch.setattr(tasks._Reporter, "__call__", report)

    @property
    def is_holding(self) -> bool:
        """Whether the job has come to the stage and waits."""
        return self._held.is_set() and not self._go.is_set()

    def let_go(self) -> None:
        """The job goes on."""
        self._go.set()
