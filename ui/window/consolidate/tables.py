"""Tables of the page: rows of texts that were made by the worker, so ``data`` only looks them up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui.window.row_view import FillingTable

_ONE_LINE = 10
"""Letters of a title that is not worth breaking."""
Index = QModelIndex | QPersistentModelIndex
_RIGHT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value


class TextTable(QAbstractTableModel):
    """Texts in columns; ``right`` names the columns of figures."""

    def __init__(self, titles: Sequence[str], *, right: Sequence[int] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = list(titles)
        self._right = frozenset(right)
        self._rows: list[tuple[str, ...]] = []

    def show(self, rows: Sequence[tuple[str, ...]], titles: Sequence[str] = (), right: Sequence[int] = ()) -> None:
        """Other rows, and other columns when ``titles`` are given."""
        self.beginResetModel()
        self._rows = list(rows)
        if titles:
            self._titles, self._right = list(titles), frozenset(right)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._titles):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._right:
            return _RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self._right:
            return _RIGHT
        return None


def figure_table(model: TextTable, name: str, parent: QWidget) -> FillingTable:
    """A table of texts that is read, not written; each cell can be chosen."""
    table = FillingTable(parent)
    table.setModel(model)
    table.setAccessibleName(name)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table


def set_out_activities(table: FillingTable) -> None:
    """Widths for date, content, place, figures: the content takes what is left."""
    letter = table.fontMetrics().averageCharWidth()
    for column, letters in ((2, 13), (3, 22)):
        table.setColumnWidth(column, letters * letter)
    table.fill(1, least=13)


def day_of(iso: str) -> str:
    """A day of the ledger as people write it."""
    return "/".join(reversed(iso.split("-")))


def in_two_lines(title: str) -> str:
    """A long title broken at the space nearest to its middle, so that a narrow column can show all of it."""
    spaces = [place for place, letter in enumerate(title) if letter == " "]
    if len(title) <= _ONE_LINE or not spaces:
        return title
    middle = min(spaces, key=lambda place: abs(2 * place - len(title)))
    return f"{title[:middle]}\n{title[middle + 1 :]}"
