"""While the program runs, Python collects cycles in the window's thread and nowhere else."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.window.collecting import Collector


def test_automatic_collection_is_off_and_cycles_still_go(qtbot: QtBot) -> None:
    gc.enable()
    owner = QObject()
    collector = Collector(owner)
    assert not gc.isenabled()
    cycle: list[object] = []
    cycle.append(cycle)
    del cycle
    before = len(gc.get_objects())
    collector.collect()
    assert len(gc.get_objects()) <= before
