"""A bar with what is being done, how much of it, how long it still takes, and a way to stop."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from storage.domain.progress import Progress, Stage
from storage.messages.catalogue import Catalogue
from ui.window.moments import seconds_left

translate = QCoreApplication.translate
_SCALE = 1000
_MINUTE = 60


class ProgressRow(QWidget):
    """``stop_wanted`` is the button. Hidden until ``begin``."""

    stop_wanted = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._stage: Stage | None = None
        self._began = 0.0
        self.told = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("ProgressRow", "Progress"))
        self.stop = QPushButton(translate("ProgressRow", "S&top"), self)
        self.stop.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def begin(self) -> None:
        """Nothing is known yet."""
        self._stage, self._began = None, time.monotonic()
        self.bar.setRange(0, 0)
        self.told.setText(translate("ProgressRow", "Beginning…"))
        self.stop.setEnabled(True)
        self.show()

    def show_progress(self, progress: Progress) -> None:
        """Files done of all, and the time left when it can be said."""
        now = time.monotonic()
        if progress.stage is not self._stage and progress.total == 0:
            self._began = now
        self._stage = progress.stage
        self.bar.setRange(0, _SCALE if progress.total else 0)
        text = self._words.stage(progress.stage)
        if progress.total:
            self.bar.setValue(min(_SCALE, progress.done * _SCALE // progress.total))
            number = self._words.number
            text = translate("ProgressRow", "{stage}: {done} of {total}").format(
                stage=text, done=number(progress.done), total=number(progress.total)
            )
        left = seconds_left(progress, now - self._began)
        if left is not None and left >= _MINUTE:
            text = translate("ProgressRow", "{text}, about {minutes} min left").format(text=text, minutes=-(-left // _MINUTE))
        elif left is not None:
            text = translate("ProgressRow", "{text}, about {seconds} s left").format(text=text, seconds=left)
        self.told.setText(text)

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.told.setText(translate("ProgressRow", "Stopping…"))
        self.stop_wanted.emit()
