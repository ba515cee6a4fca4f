"""The list of sealed bundles, from written to receipted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from storage.messages.catalogue import Catalogue
from ui.window.hand_over.work_steps import in_groups
from ui.window.moments import moment_text

if TYPE_CHECKING:
    from export.exchange.custody import CustodyLine

translate = QCoreApplication.translate
_LINE = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CustodyTable(QTableWidget):
    """One row a bundle, the newest first."""

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self._words = words
        self.setAccessibleName(translate("CustodyTable", "Sealed bundles"))
        self.setHorizontalHeaderLabels(
            [
                translate("CustodyTable", "Sealed"),
                translate("CustodyTable", "State"),
                translate("CustodyTable", "Telephone code"),
                translate("CustodyTable", "Size"),
                translate("CustodyTable", "File"),
            ]
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)

    def show_lines(self, lines: Sequence[CustodyLine]) -> None:
        """Replaces the rows; the selection stays at the same file."""
        before = {line.file for line in self.chosen}
        self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            cells = (
                moment_text(line.at),
                self._words.word(line.state),
                in_groups(line.spoken),
                self._words.size(line.size),
                Path(line.file).name,
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setData(_LINE, line)
                if column == 3:
                    item.setTextAlignment(_RIGHT)
                if column == 4:
                    item.setToolTip(line.file)
                self.setItem(row, column, item)
            if line.file in before:
                self.selectRow(row)

    @property
    def chosen(self) -> list[CustodyLine]:
        """The selected bundles."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return [item.data(_LINE) for row in rows if (item := self.item(row, 0)) is not None]
