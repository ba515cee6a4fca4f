"""The offices that can be reminded, each with a box to be ticked; in memory, so that thousands of them cost nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.window.follow_up.view import ReminderLine

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex


class ReminderModel(QAbstractListModel):
    """All lines are ticked at first but those to whom nobody answers, which cannot be. ``ticked_changed``: how many are."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ReminderLine, ...] = ()
        self._ticked: set[str] = set()

    def show(self, lines: Sequence[ReminderLine], *, only: Collection[str] = ()) -> None:
        """Shows lines; ``only`` restricts what is ticked at first."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self._ticked = {line.office for line in lines if line.addressees and (not only or line.office in only)}
        self.endResetModel()
        self.ticked_changed.emit()

    @property
    def ticked(self) -> frozenset[str]:
        """The codes of the offices to be written to."""
        return frozenset(self._ticked)

    def line(self, row: int) -> ReminderLine | None:
        """The line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def tick_all(self, on: bool) -> None:
        """Ticks all, or none."""
        self._ticked = {line.office for line in self._lines if on and line.addressees}
        self._told(0, len(self._lines) - 1)

    def row_of_first_ticked(self) -> int:
        """The first row that is ticked; -1 when none is."""
        return next((row for row, line in enumerate(self._lines) if line.office in self._ticked), -1)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index.row())
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsUserCheckable if line.addressees else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name if line.addressees else _nobody(line)
        if role == Qt.ItemDataRole.CheckStateRole and line.addressees:
            return Qt.CheckState.Checked if line.office in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(line.addressees)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.line(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or line is None or not line.addressees:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(line.office)
        else:
            self._ticked.discard(line.office)
        self._told(index.row(), index.row())
        return True

    def _told(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last), [Qt.ItemDataRole.CheckStateRole])
        self.ticked_changed.emit()


def _nobody(line: ReminderLine) -> str:
    return translate("ReminderModel", "{office} (nobody carries on its work)").format(office=line.name)
