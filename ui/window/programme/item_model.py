"""The list of items of an area: code and name, a sign where something is wrong; held in memory, searched without accents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from storage.domain.folding import fold
from ui.window.programme.values import Path

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One row of the list."""

    path: Path
    code: str
    title: str
    depth: int = 0
    wrong: bool = False


class ItemModel(QAbstractListModel):
    """Rows that fit the words searched for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[ItemRow] = ()
        self._shown: list[ItemRow] = []
        self._words: list[str] = []

    def show_rows(self, rows: Sequence[ItemRow]) -> None:
        """Other rows; those that are the same rows as before keep their place and selection."""
        self._all = rows
        shown = [row for row in rows if self._fits(row)]
        if [row.path for row in shown] == [row.path for row in self._shown]:
            self._shown = shown
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def search(self, text: str) -> None:
        """Only rows in whose code or name every word stands."""
        self._words = fold(text).split()
        self.beginResetModel()
        self._shown = [row for row in self._all if self._fits(row)]
        self.endResetModel()

    def row(self, index: Index) -> ItemRow | None:
        """The row at a place."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def place_of(self, path: Path) -> int:
        """Where an item stands among those shown; -1 when it does not."""
        return next((place for place, row in enumerate(self._shown) if row.path == path), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            sign = "⚠ " if row.wrong else ""
            return f"{'    ' * row.depth}{sign}{row.code}  {row.title}".rstrip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.code}  {row.title}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            wrong = translate("ItemModel", "something is wrong") if row.wrong else ""
            return " ".join(filter(None, (row.code, row.title, wrong)))
        return None

    def _fits(self, row: ItemRow) -> bool:
        if not self._words:
            return True
        folded = fold(f"{row.code} {row.title}")
        return all(word in folded for word in self._words)
