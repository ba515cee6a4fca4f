"""A plain table whose rows lead somewhere: one click or Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, what it leads to, and the colour of its last cell ("" for plain; the words say the same)."""

    cells: tuple[str, ...]
    target: object
    colour: str = ""


class RowTable(QTableWidget):
    """``chosen(target)``. The column ``wide`` takes the room that is left; its text may stand on several lines."""

    chosen = Signal(object)

    def __init__(self, columns: int, *, wide: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(0, columns, parent)
        self.setAccessibleName(name)
        self._wide = wide
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        for column in range(columns):
            stretches = column == wide
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.ResizeToContents
            self.horizontalHeader().setSectionResizeMode(column, mode)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.cellClicked.connect(self._clicked)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these and nothing else; the current row stays where it is."""
        current = self.currentRow()
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row.cells):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, row.target)
                item.setToolTip(row.cells[self._wide])
                if row.colour and column == len(row.cells) - 1:
                    item.setForeground(QColor(row.colour))
                self.setItem(number, column, item)
        if rows:
            place = self.model().index(min(max(current, 0), len(rows) - 1), 0)
            self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._mark_current()
        self.resizeRowsToContents()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark_current()

    def _mark_current(self) -> None:
        """A row is marked only while the keys would act on it."""
        if self.hasFocus() and self.currentRow() >= 0:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(self.currentIndex(), flags.ClearAndSelect | flags.Rows)
        else:
            self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._clicked(self.currentRow(), 0)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()

    @Slot(int, int)
    def _clicked(self, row: int, _column: int) -> None:
        item = self.item(row, 0)
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
