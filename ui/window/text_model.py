"""Rows of finished texts over values in memory, for tables that may have ten thousand rows; a few words narrow them down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QIcon

from storage.domain.folding import fold

Index = QModelIndex | QPersistentModelIndex


class TextModel(QAbstractTableModel):
    """``texts`` gives the cells of a value, for rows that are looked at; ``folded`` what a search looks through."""

    def __init__(
        self,
        heads: Sequence[str],
        texts: Callable[[Any], Sequence[str]],
        *,
        right: frozenset[int] = frozenset(),
        folded: Callable[[Any], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._texts = texts
        self._right = right
        self._folded = folded
        self._values: list[Any] = []
        self._shown: list[Any] = []
        self._wanted = ""
        self._sign: Callable[[Any], QIcon | None] | None = None
        self._is_struck: Callable[[Any], bool] | None = None
        self._struck = QFont()
        self._struck.setStrikeOut(True)

    def mark(self, *, sign: Callable[[Any], QIcon | None] | None = None, struck: Callable[[Any], bool] | None = None) -> None:
        """A sign before the first cell, and rows that are crossed out."""
        self._sign, self._is_struck = sign, struck

    @property
    def values(self) -> Sequence[Any]:
        """All values, also those that a search hides."""
        return self._values

    def show_values(self, values: Sequence[Any]) -> None:
        """Replaces the rows."""
        self.beginResetModel()
        self._values = list(values)
        self._shown = self._fitting()
        self.endResetModel()

    def search(self, text: str) -> None:
        """Rows with all these words in them, with or without accents."""
        self.beginResetModel()
        self._wanted = text
        self._shown = self._fitting()
        self.endResetModel()

    def value(self, row: int) -> Any:
        """The value in a row, or None."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _fitting(self) -> list[Any]:
        wanted = fold(self._wanted).split()
        folded = self._folded
        if not wanted or folded is None:
            return list(self._values)
        return [value for value in self._values if all(word in folded(value) for word in wanted)]

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        value = self.value(index.row()) if index.isValid() else None
        if value is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._texts(value)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self._right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and self._sign is not None:
            return self._sign(value)
        if role == Qt.ItemDataRole.FontRole and self._is_struck is not None and self._is_struck(value):
            return self._struck
        return None
