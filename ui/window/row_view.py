"""How tables of rows look and behave: rows are chosen whole, Tab leaves the table, one column takes the room that is left.

Used by pages of several folders; nothing of a single page belongs here.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

_PADDING = 10
"""Points beside the text of a cell, both sides together."""


class FillingTable(QTableView):
    """A table one of whose columns can take what the others leave, but never less than it needs to be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = -1
        self._least = 0
        self.horizontalHeader().sectionResized.connect(self._section_resized)

    def fill(self, column: int, *, least: int) -> None:
        """``least`` in letters; when not even that is left, the table scrolls sideways."""
        self._filling = column
        self._least = least * self.fontMetrics().averageCharWidth() + _PADDING
        self.horizontalHeader().setStretchLastSection(False)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Also when a scroll bar comes or goes."""
        super().resizeEvent(event)
        self._fill()

    @Slot(int, int, int)
    def _section_resized(self, _section: int, _before: int, _now: int) -> None:
        self._fill()

    def _fill(self) -> None:
        header = self.horizontalHeader()
        if not 0 <= self._filling < header.count():
            return
        now = header.sectionSize(self._filling)
        wanted = max(self._least, self.viewport().width() - header.length() + now)
        if wanted != now:
            header.resizeSection(self._filling, wanted)


class RowView(FillingTable):
    """A view of rows; ``widths`` are those of the columns in letters; ``wide`` takes what is left, else the last one does.

    The width of ``wide`` is the least that it gets.
    Texts too long are cut at their end; in the columns ``both_ends`` in the middle, for names that differ at their end.
    """

    def __init__(
        self,
        model: QAbstractItemModel,
        *,
        name: str,
        widths: tuple[int, ...],
        many: bool,
        wide: int | None = None,
        both_ends: tuple[int, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        middle = _CutInTheMiddle(self)
        for column in both_ends:
            self.setItemDelegateForColumn(column, middle)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(self.fontMetrics().lineSpacing() + 12)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(wide is None)
        letter = self.fontMetrics().averageCharWidth()
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width * letter + _PADDING)
        if wide is not None:
            self.fill(wide, least=widths[wide])

    @property
    def chosen_rows(self) -> list[int]:
        """The numbers of the selected rows, in their order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def choose(self, row: int) -> None:
        """Selects this row alone and shows it, whatever keys are held at that moment."""
        if 0 <= row < self.model().rowCount():
            index = self.model().index(row, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)


class _CutInTheMiddle(QStyledItemDelegate):
    """Keeps the beginning and the end of a text."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
