"""The table of activities: its columns as the person wants them, its keys, copying, and the line below that counts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import cast

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from storage.activity_list import ListQuery, Order
from storage.search import FoundActivity
from ui.window.activities.choices import Choices
from ui.window.activities.columns import COLUMNS, WIDTHS, Column, cell_text, column_title
from ui.window.activities.copying import as_table_text
from ui.window.activities.model import ActivityModel
from ui.window.activities.view_settings import ColumnSetting
from ui.window.operations.activity_list import read_rows
from ui.window.tasks import TaskHandle

translate = QCoreApplication.translate
MOST_AT_ONCE = 100
"""So many activities can be withdrawn at once."""
_LEAST_TITLE = 28


class ActivityTable(QTableView):
    """``opened(uid)`` by Enter, F2 or double click; ``withdrawal(uids, title)`` by Delete; ``order_chosen(Order)``."""

    opened = Signal(str)
    withdrawal = Signal(object, str)
    order_chosen = Signal(object)
    columns_changed = Signal()
    copied = Signal(int)
    too_many = Signal()

    def __init__(self, run: Callable[..., TaskHandle], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._choices: Choices | None = None
        self._current = ""
        self.activities = ActivityModel(run, self)
        self.setModel(self.activities)
        self.activities.modelAboutToBeReset.connect(self._remember_current)
        self.activities.loaded.connect(self._restore_current)
        self.setAccessibleName(translate("ActivityTable", "Activities"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 10)
        self._make_header()
        self.doubleClicked.connect(self._open_index)

    # Content

    def show_query(self, query: ListQuery, choices: Choices) -> None:
        """Shows the rows of a query."""
        self._choices = choices
        self.activities.load(query, choices)
        newest = query.order is Order.NEWEST
        shown = query.order is not Order.LAST_CHANGED
        order = Qt.SortOrder.DescendingOrder if newest else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(COLUMNS.index(Column.DATE) if shown else -1, order)

    @property
    def chosen(self) -> list[FoundActivity]:
        """The chosen activities, the uppermost first; those alone that have been read, and never very many."""
        rows = (row for first, last in self._ranges() for row in range(first, last + 1))
        found = (self.activities.activity(row) for row in islice(rows, MOST_AT_ONCE + 1))
        return [activity for activity in found if activity is not None]

    @property
    def chosen_count(self) -> int:
        """How many rows are chosen, read or not."""
        return sum(last + 1 - first for first, last in self._ranges())

    @property
    def current(self) -> FoundActivity | None:
        """The activity under the cursor."""
        index = self.currentIndex()
        return self.activities.activity(index.row()) if index.isValid() else None

    # Columns

    def set_columns(self, settings: tuple[ColumnSetting, ...]) -> None:
        """Shows the columns in this order."""
        header = self.horizontalHeader()
        letter = self.fontMetrics().averageCharWidth()
        header.blockSignals(True)
        for place, setting in enumerate(settings):
            section = COLUMNS.index(setting.column)
            header.moveSection(header.visualIndex(section), place)
            header.setSectionHidden(section, not setting.shown)
            header.resizeSection(section, setting.width or WIDTHS[setting.column] * letter)
        header.blockSignals(False)
        self._fit_title()

    def column_settings(self) -> tuple[ColumnSetting, ...]:
        """The columns as they stand."""
        header = self.horizontalHeader()
        order = sorted(range(len(COLUMNS)), key=header.visualIndex)
        letter = self.fontMetrics().averageCharWidth()
        found = []
        for section in order:
            column, hidden = COLUMNS[section], header.isSectionHidden(section)
            usual = hidden or header.sectionResizeMode(section) is QHeaderView.ResizeMode.Stretch
            width = 0 if usual else header.sectionSize(section)
            found.append(ColumnSetting(column, not hidden, 0 if width == WIDTHS[column] * letter else width))
        return tuple(found)

    def column_menu(self) -> QMenu:
        """A menu in which columns are chosen; the last one shown cannot be hidden."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = [column for number, column in enumerate(COLUMNS) if not self.isColumnHidden(number)]
        for number, column in enumerate(COLUMNS):
            action = QAction(column_title(column), menu)
            action.setCheckable(True)
            action.setChecked(column in shown)
            action.setEnabled(shown != [column])
            action.setData(number)
            action.toggled.connect(self._toggle_column)
            menu.addAction(action)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        """The title takes the room that the other columns leave, unless that is too little to read it."""
        header, title = self.horizontalHeader(), COLUMNS.index(Column.TITLE)
        letter = self.fontMetrics().averageCharWidth()
        others = sum(header.sectionSize(number) for number in range(len(COLUMNS)) if number != title)
        modes = QHeaderView.ResizeMode
        fits = self.viewport().width() - others >= _LEAST_TITLE * letter
        if header.sectionResizeMode(title) is not (modes.Stretch if fits else modes.Interactive):
            header.blockSignals(True)
            header.setSectionResizeMode(title, modes.Stretch if fits else modes.Interactive)
            if not fits:
                header.resizeSection(title, WIDTHS[Column.TITLE] * letter)
            header.blockSignals(False)

    # Keys and copying

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open_index(self.currentIndex())
        elif plain and key == Qt.Key.Key_Delete:
            self.withdraw_chosen()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_chosen()
        else:
            super().keyPressEvent(event)

    @Slot()
    def withdraw_chosen(self) -> None:
        """Asks to withdraw the chosen activities that are not withdrawn yet."""
        chosen = [activity for activity in self.chosen if activity.state != "withdrawn"]
        if self.chosen_count > MOST_AT_ONCE:
            self.too_many.emit()
        elif chosen:
            self.withdrawal.emit(tuple(activity.uid for activity in chosen), chosen[0].title)

    @Slot()
    def copy_chosen(self) -> None:
        """Puts the chosen rows, with the shown columns and their titles, on the clipboard."""
        index = self.activities.row_index
        ranges = self._ranges()
        if index is not None and ranges:
            self._run(
                read_rows(query=self.activities.query, index=index, ranges=ranges), succeeded=self._copy, cancellable=True
            )

    @Slot(object)
    def _copy(self, answer: object) -> None:
        rows = cast(list[FoundActivity], answer)
        choices = self._choices
        if choices is None:
            return
        columns = [setting.column for setting in self.column_settings() if setting.shown]
        head = [column_title(column) for column in columns]
        lines = ([cell_text(row, column, choices) for column in columns] for row in rows)
        QGuiApplication.clipboard().setText(as_table_text([head, *lines]))
        self.copied.emit(len(rows))

    # Slots

    @Slot(QModelIndex)
    def _open_index(self, index: QModelIndex) -> None:
        activity = self.activities.activity(index.row()) if index.isValid() else None
        if activity is not None:
            self.opened.emit(activity.uid)

    @Slot()
    def _remember_current(self) -> None:
        current = self.current
        self._current = current.uid if current else self._current

    @Slot()
    def _restore_current(self) -> None:
        row = self.activities.row_of(self._current) if self._current else -1
        if self.activities.rowCount():
            index = self.activities.index(max(row, 0), self._first_column())
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    @Slot(int)
    def _header_clicked(self, section: int) -> None:
        if COLUMNS[section] is Column.DATE:
            newest = self.activities.query.order is Order.NEWEST
            self.order_chosen.emit(Order.OLDEST if newest else Order.NEWEST)

    @Slot(bool)
    def _toggle_column(self, shown: bool) -> None:
        action = cast(QAction, self.sender())
        self.setColumnHidden(int(action.data()), not shown)
        self._fit_title()
        self.columns_changed.emit()

    @Slot(QPoint)
    def _show_column_menu(self, place: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(place))

    # Steps

    def _make_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(False)
        header.sectionClicked.connect(self._header_clicked)
        header.sectionResized.connect(self.columns_changed)
        header.sectionMoved.connect(self.columns_changed)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)

    def _ranges(self) -> list[tuple[int, int]]:
        """First and last row of each chosen stretch; asked for so that a million chosen rows cost nothing."""
        selection = self.selectionModel().selection()
        stretches = [selection.at(number) for number in range(selection.count())]
        return sorted({(stretch.top(), stretch.bottom()) for stretch in stretches})

    def _first_column(self) -> int:
        return next((number for number in range(len(COLUMNS)) if not self.isColumnHidden(number)), 0)
