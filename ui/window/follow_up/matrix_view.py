"""The table of the follow-up: offices in a header that stays, one column a period, moved through by the arrow keys."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from storage.follow_up_table import TableCell, TableRow
from ui.window.activities.copying import as_table_text
from ui.window.follow_up.looks import Looks, scheme_of_palette
from ui.window.follow_up.model import FollowUpModel, Index
from ui.window.follow_up.view import FollowUpView

translate = QCoreApplication.translate
_NAME_LETTERS, _LEAST_NAME_LETTERS = 34, 20
_NAME_SHARE = 0.42
"""Of the table's width, when it is narrow."""
_PERIOD_LETTERS, _MOST_PERIOD_LETTERS = 20, 28
_MARGIN = 8


class OfficeHeader(QHeaderView):
    """Names of offices, shortened at their end; headings of groups bold on a raised ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """As wide as a long name, whatever the names are: asking thousands of them takes too long.

        In a narrow table, as with large text, less: the periods are what one looks for.
        """
        letter = self.fontMetrics().averageCharWidth()
        share = max(letter * _LEAST_NAME_LETTERS, round(self._table().width() * _NAME_SHARE))
        return QSize(min(letter * _NAME_LETTERS, share), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model, palette = self.model(), self.palette()
        font = model.headerData(section, Qt.Orientation.Vertical, Qt.ItemDataRole.FontRole)
        heading = isinstance(font, QFont)
        painter.save()
        painter.fillRect(rect, palette.brush(QPalette.ColorRole.Button if heading else QPalette.ColorRole.Base))
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        current = self._table().currentIndex().row() == section and not heading
        painter.setPen(palette.color(QPalette.ColorRole.Link if current else QPalette.ColorRole.WindowText))
        own = QFont(self.font())
        own.setWeight(QFont.Weight.DemiBold if heading or current else QFont.Weight.Normal)
        painter.setFont(own)
        text = str(model.headerData(section, Qt.Orientation.Vertical) or "")
        room = rect.adjusted(_MARGIN if heading else 2 * _MARGIN, 0, -_MARGIN, 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.restore()

    def _table(self) -> QTableView:
        table = self.parent()
        assert isinstance(table, QTableView)  # noqa: S101 - made for one
        return table


class MatrixView(QTableView):
    """``picked(TableRow, place)`` when another cell is current; ``opened`` the same by Enter or double click."""

    picked = Signal(object, int)
    opened = Signal(object, int)

    def __init__(self, language: Literal["vi", "en"], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offices = FollowUpModel(language, Looks(scheme_of_palette(self.palette())), self)
        self.setModel(self.offices)
        self.setAccessibleName(translate("MatrixView", "Reports of all offices by period"))
        self.setVerticalHeader(OfficeHeader(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QTableCornerButton::section { background: palette(button); border: none; }")
        self._set_sizes()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * _PERIOD_LETTERS)
        self.doubleClicked.connect(self._open_index)
        self.verticalHeader().sectionClicked.connect(self._name_clicked)

    # Content

    def show_view(self, view: FollowUpView, *, text: str, group: str) -> None:
        """Shows a view; the cursor stays at its office and period while these are shown."""
        row, before = self.current_row, self.currentIndex()
        office, column = row.office.code if row else "", before.column() if before.isValid() else view.place
        first_time = not before.isValid()
        self.offices.show(view, text=text, group=group)
        self._fill()
        columns = self.offices.columnCount()
        if not columns:
            return
        place = self.offices.row_of(office) if office else -1
        self.go_to(place if place >= 0 else self._first_office(), view.place if first_time else min(column, columns - 1))

    def go_to(self, row: int, column: int) -> None:
        """Moves the cursor."""
        index = self.offices.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    @property
    def current_row(self) -> TableRow | None:
        """The office under the cursor."""
        return self.offices.row_at(self.currentIndex().row())

    @property
    def current_cell(self) -> TableCell | None:
        """The place under the cursor."""
        row = self.current_row
        return row.cells[self.currentIndex().column()] if row else None

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_index(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_row()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are for the search field; typing them here by chance moves nothing."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Headings of groups are stepped over."""
        index = super().moveCursor(action, modifiers)
        down = action in (QAbstractItemView.CursorAction.MoveDown, QAbstractItemView.CursorAction.MovePageDown)
        if index.isValid() and self.offices.row_at(index.row()) is None:
            row = index.row() + (1 if down or index.row() == 0 else -1)
            return self.offices.index(row, index.column()) if self.offices.row_at(row) else self.currentIndex()
        return index

    def copy_row(self) -> None:
        """The row under the cursor with its head on the clipboard."""
        row = self.current_row
        if row is None:
            return
        columns = range(self.offices.columnCount())
        head = [self.offices.headerData(number, Qt.Orientation.Horizontal) for number in columns]
        here = self.currentIndex().row()
        cells = [self.offices.data(self.offices.index(here, number)) for number in columns]
        name = self.offices.headerData(here, Qt.Orientation.Vertical)
        QApplication.clipboard().setText(as_table_text([["", *head], [name, *cells]]))

    # What Qt tells

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.verticalHeader().viewport().update()
        row = self.offices.row_at(current.row())
        if row is not None:
            self.picked.emit(row, current.column())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.offices.set_looks(Looks(scheme_of_palette(self.palette())))
        elif event.type() is QEvent.Type.FontChange:
            self._set_sizes()

    @Slot(QModelIndex)
    def _open_index(self, index: QModelIndex) -> None:
        row = self.offices.row_at(index.row()) if index.isValid() else None
        if row is not None:
            self.opened.emit(row, index.column())

    @Slot(int)
    def _name_clicked(self, section: int) -> None:
        if self.offices.row_at(section) is not None:
            self.go_to(section, max(0, self.currentIndex().column()))

    # Steps

    def _first_office(self) -> int:
        return next((row for row in range(self.offices.rowCount()) if self.offices.row_at(row) is not None), -1)

    def _set_sizes(self) -> None:
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.lineSpacing() + 10)
        self._fill()
        self.horizontalHeader().setMinimumHeight(2 * metrics.lineSpacing() + 12)

    def _fill(self) -> None:
        """Few periods share the room, many are scrolled through."""
        letter, columns = self.fontMetrics().averageCharWidth(), max(1, self.offices.columnCount())
        room = self.viewport().width() // columns
        self.horizontalHeader().setDefaultSectionSize(max(letter * _PERIOD_LETTERS, min(room, letter * _MOST_PERIOD_LETTERS)))
