"""The line at the window's foot: what the running job does, how far it is, how long it still takes, and a way to stop it."""

from __future__ import annotations

import time
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from storage.domain.progress import Progress, Stage
from storage.messages.catalogue import Catalogue
from ui.window.tasks import TaskHandle, TaskRunner

translate = QCoreApplication.translate
_QUIET_MILLISECONDS = 500
_SCALE = 1000
"""Parts of the bar; counts of bytes do not fit into its integers."""
_FIRST_ESTIMATE = 2.0
"""Seconds of work before a remaining time is worth telling."""


class BusyBar(QWidget):
    """Appears when a job takes longer than half a second; a job that ends sooner is never seen."""

    def __init__(self, runner: TaskRunner, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._handle: TaskHandle | None = None
        self._stage: Stage | None = None
        self._stage_began = 0.0
        self._text = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(translate("BusyBar", "Progress"))
        self._stop = QPushButton(translate("BusyBar", "Stop"), self)
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 2)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_QUIET_MILLISECONDS)
        self._patience.timeout.connect(self.show)
        runner.started.connect(self._follow)
        runner.busy_changed.connect(self._busy)
        self.hide()

    @Slot(bool)
    def _busy(self, busy: bool) -> None:
        if busy:
            self._text.setText(translate("BusyBar", "Working…"))
            self._bar.setRange(0, 0)
            self._stop.hide()
            self._patience.start()
        else:
            self._patience.stop()
            self._handle = None
            self.hide()

    @Slot(object)
    def _follow(self, handle: TaskHandle) -> None:
        handle.progressed.connect(self._progressed)
        handle.finished.connect(self._finished)

    @Slot(object)
    def _progressed(self, told: object) -> None:
        progress = cast(Progress, told)
        handle = self.sender()
        self._handle = handle if isinstance(handle, TaskHandle) else None
        if progress.stage is not self._stage:
            self._stage, self._stage_began = progress.stage, time.monotonic()
        self._bar.setRange(0, _SCALE if progress.total else 0)
        if progress.total:
            self._bar.setValue(min(_SCALE, progress.done * _SCALE // progress.total))
        remaining = self._remaining(progress)
        self._text.setText(f"{self._words.stage(progress.stage)} {remaining}".strip())
        self._stop.setVisible(self._handle is not None and self._handle.cancellable)
        self._stop.setEnabled(progress.stage is not Stage.COMMITTING)

    @Slot()
    def _finished(self) -> None:
        if self.sender() is self._handle:
            self._handle = None
            self._stage = None
            self._stop.hide()
            self._bar.setRange(0, 0)

    @Slot()
    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self._stop.setEnabled(False)
            self._text.setText(translate("BusyBar", "Stopping…"))

    def _remaining(self, progress: Progress) -> str:
        spent = time.monotonic() - self._stage_began
        if not progress.done or not progress.total or spent < _FIRST_ESTIMATE:
            return ""
        seconds = round(spent / progress.done * (progress.total - progress.done))
        if seconds < 60:
            return translate("BusyBar", "(about {seconds} s left)").format(seconds=seconds)
        return translate("BusyBar", "(about {minutes} min left)").format(minutes=-(-seconds // 60))
