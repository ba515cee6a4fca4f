"""A table of texts over rows that were read already: as many as there are offices; drawing it asks for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One line: the text of each column, what it stands for, and by what it is found again after reading afresh."""

    cells: tuple[str, ...]
    content: object
    key: str


class RowModel(QAbstractTableModel):
    """Shows rows; ``show_rows`` replaces them all."""

    def __init__(self, titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """The row of a number, or None."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def place_of(self, key: str) -> int:
        """Where the row with a key stands; -1 when it does not."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section] if 0 <= section < len(self._titles) else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return row.cells[index.column()]


class RowTable(QTableView):
    """One row at a time is chosen; ``chosen_changed`` tells when it is another. ``stretched`` takes the room that is left."""

    chosen_changed = Signal()

    def __init__(
        self, name: str, titles: Sequence[str], *, widths: Sequence[int], stretched: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = RowModel(titles, self)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 10)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        letter = self.fontMetrics().averageCharWidth()
        for column, width in enumerate(widths):
            wanted = max(width * letter, header.fontMetrics().horizontalAdvance(titles[column]) + 4 * letter)
            header.resizeSection(column, wanted)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(self._selection_changed)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replaces the rows; the same row stays chosen, else the first is."""
        before = self.chosen_row
        self._rows.show_rows(rows)
        place = self._rows.place_of(before.key) if before else -1
        if rows:
            self.selectRow(max(place, 0))
        self.chosen_changed.emit()

    def choose(self, key: str) -> None:
        """Chooses the row with a key, when it is there."""
        place = self._rows.place_of(key)
        if place >= 0:
            self.selectRow(place)
            self.scrollTo(self._rows.index(place, 0))

    @property
    def chosen_row(self) -> Row | None:
        """The chosen row."""
        chosen = self.selectionModel().selectedRows()
        return self._rows.row(chosen[0].row()) if chosen else None

    @Slot()
    def _selection_changed(self) -> None:
        self.chosen_changed.emit()
