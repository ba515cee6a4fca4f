"""Letters as PDF, one a turn of the event loop: Qt draws text in the window's thread, which must go on answering."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.window.operations.follow_up import write_drawn
from ui.window.tasks import Job, TaskRunner

if TYPE_CHECKING:
    from export.documents.reminder_documents import Letter


class LetterDrawing(QObject):
    """``begin`` draws what a job has composed; ``done`` when all files are written, ``failed`` with the error of one."""

    done = Signal()
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._folder = Path()
        self._waiting: deque[Letter] = deque()
        self._written: list[Path] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._draw_next)

    @property
    def written(self) -> tuple[Path, ...]:
        """The files of the last run."""
        return tuple(self._written)

    def begin(self, job: Job, folder: Path) -> None:
        """Runs ``job``, which answers letters, and draws them into ``folder``."""
        self._folder = folder
        self._written.clear()
        self._runner.start(job, succeeded=self._composed, failed=self._stop)

    @Slot(object)
    def _composed(self, letters: object) -> None:
        self._waiting = deque(cast("list[Letter]", letters))
        self._turn.start()

    @Slot()
    def _draw_next(self) -> None:
        if not self._waiting:
            self.done.emit()
            return
        from ui.printing.pdf import render_pdf

        letter = self._waiting.popleft()
        content = render_pdf(letter.document, letter.properties)
        job = write_drawn(target=self._folder / f"{letter.name}.pdf", content=content)
        self._runner.start(job, succeeded=self._one_written, failed=self._stop)

    @Slot(object)
    def _one_written(self, path: object) -> None:
        self._written.append(cast(Path, path))
        self._turn.start()

    @Slot(object)
    def _stop(self, error: object) -> None:
        self._waiting.clear()
        self.failed.emit(error)
