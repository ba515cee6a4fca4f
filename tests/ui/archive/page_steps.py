"""What a person does on the page of the archive, and what happens behind its back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from tests.ui.archive.conftest import Kept
from tests.ui.conftest import settle
from ui.window.archive.view import OriginalRow
from ui.window.pages.archive import ArchivePage


def rows(page: ArchivePage) -> list[OriginalRow]:
    return list(page.bundles.list.shown)


def wanted(qtbot: QtBot, page: ArchivePage, act: Callable[[], object], count: int) -> None:
    act()
    qtbot.waitUntil(lambda: len(rows(page)) == count, timeout=5_000)


def choose(page: ArchivePage, *places: int) -> None:
    table = page.bundles.list.table
    table.clearSelection()
    table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
    for place in places:
        table.selectRow(place)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)


def damage(kept: Kept, row: OriginalRow) -> Path:
    """One byte in the middle of an original is another one."""
    path = kept.centre.archive / f"{row.original.payload}.shd"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    return path


def run(qtbot: QtBot, page: ArchivePage, act: Callable[..., object]) -> None:
    """Does something to the ledger behind the program's back."""
    page.workplace.runner.start(lambda station, _: act(station) and None)
    settle(qtbot, page.workplace)
