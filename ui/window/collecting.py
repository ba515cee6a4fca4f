"""Cyclic garbage is collected in the window's thread alone: in the worker that could destroy a widget and end the program."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MILLISECONDS = 5_000


class Collector(QObject):
    """Turns the automatic collection off and collects now and then by a timer, while this object lives.

    What has outlived the first collection, the program itself and its first page, stays to the end: it is left out of all
    later ones, which would else look through it each time and be felt while typing.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._settled = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """One collection, here and now."""
        gc.collect()
        if not self._settled:
            self._settled = True
            gc.freeze()
