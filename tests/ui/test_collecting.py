"""While the program runs, Python collects cycles in the window's thread and nowhere else."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.window.collecting import Collector


class Linked:
    """Something that points to itself."""

    def __init__(self) -> None:
        self.link = self


def test_automatic_collection_is_off_and_cycles_still_go(qtbot: QtBot) -> None:
    gc.enable()
    owner = QObject()
    collector = Collector(owner)
    try:
        assert not gc.isenabled()
        for _ in range(3):
            gone = weakref.ref(Linked())
            assert gone() is not None
            collector.collect()
            assert gone() is None
    finally:
        gc.unfreeze()


def test_what_is_there_to_stay_is_looked_through_once(qtbot: QtBot) -> None:
    owner = QObject()
    collector = Collector(owner)
    try:
        collector.collect()
        there = gc.get_freeze_count()
        assert there > 1000
        later = Linked()
        collector.collect()
        assert gc.get_freeze_count() == there
        assert gc.is_tracked(later)
    finally:
        gc.unfreeze()
