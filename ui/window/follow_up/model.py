"""The table of offices and periods for a view: everything is in memory already, so ``data`` only looks things up.

Rows stand under headings of their group. Filtering makes a new list of rows; nothing is sorted, least of all by who is late.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from export.documents.follow_up_words import cell_word, group_name, standing_meaning, standing_word
from storage.domain.folding import fold
from storage.follow_up_table import Standing, TableCell, TableRow
from ui.window.follow_up.looks import Looks

if TYPE_CHECKING:
    from ui.window.follow_up.view import FollowUpView

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
Language = Literal["vi", "en"]
_WRAPPED = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True, slots=True)
class Heading:
    """A group: its name with the number of its offices shown, and for each period "28/33" of received and owed reports."""

    group: str
    title: str
    shares: tuple[str, ...]


class FollowUpModel(QAbstractTableModel):
    """One column a period; offices stand in the vertical header, which never scrolls away."""

    def __init__(self, language: Language, looks: Looks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._looks = looks
        self._view: FollowUpView | None = None
        self._shown: list[Heading | TableRow] = []
        self._words = {standing: standing_word(standing, language) for standing in Standing}
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.DemiBold)

    # What is shown

    def show(self, view: FollowUpView, *, text: str = "", group: str = "") -> None:
        """Shows a view, restricted to a group and to offices in whose name or code every word of ``text`` stands."""
        self.beginResetModel()
        self._view = view
        self._shown = _listed(view, text=text, group=group, language=self._language)
        self.endResetModel()

    def set_looks(self, looks: Looks) -> None:
        """Another palette."""
        self._looks = looks
        if self._shown and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, self.columnCount() - 1))

    @property
    def offices_shown(self) -> int:
        """How many offices are left by the filter."""
        return sum(isinstance(row, TableRow) for row in self._shown)

    @property
    def listed(self) -> tuple[Heading | TableRow, ...]:
        """What is left by the filter, from top to bottom."""
        return tuple(self._shown)

    def word(self, cell: TableCell) -> str:
        """What stands in a place."""
        return cell_word(cell, self._language) if len(cell.cells) > 1 else self._words[cell.standing]

    def row_at(self, row: int) -> TableRow | None:
        """The office of a row; None for a heading."""
        found = self._shown[row] if 0 <= row < len(self._shown) else None
        return found if isinstance(found, TableRow) else None

    def row_of(self, office: str) -> int:
        """Where an office stands; -1 when it is not shown."""
        for place, row in enumerate(self._shown):
            if isinstance(row, TableRow) and row.office.code == office:
                return place
        return -1

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or self._view is None else len(self._view.table.periods)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._view is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            periods = self._view.table.periods
            texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _WRAPPED
            if role not in texts or section >= len(periods):
                return None
            name = periods[section].name(self._language)
            return name[:1].upper() + name[1:]
        return self._row_header(section, role) if section < len(self._shown) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if isinstance(row, Heading):
            return self._heading_data(row, index.column(), role)
        cell = row.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.word(cell)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._looks.icons.get(cell.standing)
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._looks.tints.get(cell.standing)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._looks.inks[cell.standing]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return standing_meaning(cell.standing, self._language)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._shown[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    # Steps

    def _row_header(self, section: int, role: int) -> Any:
        row = self._shown[section]
        if isinstance(row, Heading):
            if role == Qt.ItemDataRole.DisplayRole:
                return row.title
            return self._bold if role == Qt.ItemDataRole.FontRole else None
        name = row.office.name_vi if self._language == "vi" else row.office.name_en
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{name}  !" if row.incomplete else name
        if role == Qt.ItemDataRole.ToolTipRole:
            text = f"{row.office.code}  {name}"
            flawed = translate("FollowUpModel", "Parts of this office's entries are missing, or its history has split.")
            return f"{text}\n{flawed}" if row.incomplete else text
        return None

    def _heading_data(self, row: Heading, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.shares[column]
        if role == Qt.ItemDataRole.FontRole:
            return self._bold
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._looks.group
        if role == Qt.ItemDataRole.ToolTipRole:
            return translate("FollowUpModel", "Received of owed, in this group")
        return None


def _listed(view: FollowUpView, *, text: str, group: str, language: Language) -> list[Heading | TableRow]:
    wanted = fold(text).split()
    shown: list[Heading | TableRow] = []
    groups: dict[str, list[TableRow]] = {}
    for row, key in zip(view.table.rows, view.search, strict=True):
        if (not group or row.office.type == group) and all(word in key for word in wanted):
            groups.setdefault(row.office.type, []).append(row)
    for code, rows in groups.items():
        shares = []
        for period in view.table.shares:
            share = period.by_group.get(code)
            shares.append(f"{share.received}/{share.owed}" if share else "")
        shown.append(Heading(code, f"{group_name(view.register, code, language)} ({len(rows)})", tuple(shares)))
        shown += rows
    return shown
