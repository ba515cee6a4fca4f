"""Cyclic garbage is collected in the window's thread alone: in the worker that could destroy a widget and end the program."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MILLISECONDS = 5_000


class Collector(QObject):
    """Turns the automatic collection off and collects now and then by a timer, while this object lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """One collection, here and now."""
        gc.collect()
