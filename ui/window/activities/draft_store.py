"""Keeps what is typed after every pause, so that a power cut costs at most the last moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from storage.drafts import DraftBody
from ui.window.operations.activities import discard_draft, keep_draft
from ui.window.tasks import TaskHandle

PAUSE = 400
"""Milliseconds without a change before what was typed is kept."""


class DraftStore(QObject):
    """Jobs run one after the other, so the last word on a draft is the one that was said last. ``kept`` tells the name."""

    kept = Signal(str)

    def __init__(self, run: Callable[..., TaskHandle], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._waiting: tuple[str, DraftBody] | None = None
        self._on_disk: set[str] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.flush)

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that is not on its way to the disk yet."""
        return self._waiting is not None

    def schedule(self, name: str, body: DraftBody) -> None:
        """Keeps ``body`` when nothing else comes for a moment."""
        self._waiting = (name, body)
        self._pause.start()

    @Slot()
    def flush(self) -> None:
        """Keeps now what waits."""
        self._pause.stop()
        if self._waiting is None:
            return
        name, body = self._waiting
        self._waiting = None
        self._on_disk.add(name)
        self._run(keep_draft(name=name, body=body), succeeded=self._told)

    def settle(self) -> None:
        """What waits need not be kept: the job that follows records it or drops it."""
        self._pause.stop()
        self._waiting = None

    def forget(self, name: str) -> None:
        """Drops a draft."""
        self.settle()
        if name in self._on_disk:
            self._on_disk.discard(name)
            self._run(discard_draft(name=name))

    def adopt(self, name: str) -> None:
        """A draft that was there already and is now being typed in again."""
        self._on_disk.add(name)

    @Slot(object)
    def _told(self, answer: object) -> None:
        self.kept.emit(cast(str, answer))
