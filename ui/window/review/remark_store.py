"""Keeps the remarks that are being written, report by report, after every pause: leaving the page or a power cut loses nothing.

What was decided is dropped by the decision itself, in its own transaction; here it is only forgotten.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from storage.review_drafts import RemarksDraft
from ui.window.operations.review import keep_remarks
from ui.window.tasks import TaskHandle

PAUSE = 400
"""Milliseconds without a change before what was typed is kept."""
Key = tuple[str, str]
"""Office and period."""


class RemarkStore(QObject):
    """Jobs run one after the other, so the last word on a report is the one that was said last."""

    def __init__(self, run: Callable[..., TaskHandle], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._drafts: dict[Key, RemarksDraft] = {}
        self._waiting: set[Key] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.flush)

    def draft(self, key: Key, kept: RemarksDraft) -> RemarksDraft:
        """What was written since the page was made, or else what is ``kept`` in the ledger."""
        return self._drafts.get(key, kept)

    def schedule(self, key: Key, draft: RemarksDraft) -> None:
        """Keeps ``draft`` when nothing else comes for a moment."""
        self._drafts[key] = draft
        self._waiting.add(key)
        self._pause.start()

    @Slot()
    def flush(self) -> None:
        """Keeps now what waits."""
        self._pause.stop()
        for office, period in sorted(self._waiting):
            self._run(keep_remarks(office=office, period=period, draft=self._drafts[office, period]))
        self._waiting.clear()

    def forget(self, key: Key) -> None:
        """A decision has carried the remarks."""
        self._drafts.pop(key, None)
        self._waiting.discard(key)
