"""Progress on a terminal, and Ctrl+C that stops a job at its next step with nothing half done.

The first Ctrl+C asks the running job to stop; a job that is writing finishes its transaction first. No job is killed.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from types import FrameType
from typing import TextIO

from storage.domain.errors import OperationCancelled
from storage.domain.progress import Progress, Stage
from storage.messages.catalogue import Catalogue

_BETWEEN_LINES = 0.1
"""Seconds: ten updates a second are enough for the eye."""
_WORTH_TELLING = 2.0
"""Seconds of a stage before its remaining time is guessed."""


class StopRequest:
    """Whether the person has asked to stop."""

    def __init__(self) -> None:
        self.made = False

    def check(self) -> None:
        """Raises ``OperationCancelled`` once it was asked for."""
        if self.made:
            raise OperationCancelled


class JobProgress:
    """The reporter that all jobs are given. ``terminal`` is None where nothing is to be shown."""

    def __init__(
        self, stop: StopRequest, catalogue: Catalogue, terminal: TextIO | None, *, now: Callable[[], float] = monotonic
    ) -> None:
        self._stop = stop
        self._catalogue = catalogue
        self._terminal = terminal
        self._now = now
        self._shown_at = 0.0
        self._width = 0
        self._stage: Stage | None = None
        self._began = 0.0

    def __call__(self, progress: Progress) -> None:
        if progress.stage is not Stage.COMMITTING:
            self._stop.check()
        if self._terminal is None:
            return
        now = self._now()
        if progress.stage is not self._stage:
            self._stage, self._began = progress.stage, now
        elif now - self._shown_at < _BETWEEN_LINES:
            return
        self._shown_at = now
        self._show(self._line(progress, now - self._began))

    def clear(self) -> None:
        """Removes the line before the answer is written."""
        if self._width:
            self._show("")
            self._width = 0

    def _line(self, progress: Progress, elapsed: float) -> str:
        parts = [self._catalogue.stage(progress.stage)]
        if progress.total:
            number = self._catalogue.number
            parts.append(f"{number(progress.done)}/{number(progress.total)}")
            if progress.done and elapsed >= _WORTH_TELLING:
                left = int(elapsed / progress.done * (progress.total - progress.done))
                parts.append(f"{self._catalogue.word('time_left')} {left // 60}:{left % 60:02d}")
        return "  ".join(parts)

    def _show(self, line: str) -> None:
        assert self._terminal is not None  # noqa: S101 - callers have looked
        self._terminal.write("\r" + line.ljust(self._width) + ("" if line else "\r"))
        self._terminal.flush()
        self._width = len(line)


@contextmanager
def stoppable(stop: StopRequest) -> Iterator[None]:
    """Ctrl+C makes the request while the block runs; outside the main thread nothing is changed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def request(_number: int, _frame: FrameType | None) -> None:
        stop.made = True

    before = signal.signal(signal.SIGINT, request)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def interruptible() -> Iterator[None]:
    """While a question waits for an answer Ctrl+C ends it at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
