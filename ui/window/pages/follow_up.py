"""The centre's first page: who has reported and who has not, period by period, each place explaining itself.

Nothing is ranked, and what the plan only requests is never shown as late. The table lies in memory once it is read.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget

from storage.domain.changes import ChangeSet
from storage.domain.role import Role
from storage.follow_up_table import TableCell, TableRow
from ui.window.follow_up.cell_panel import CellPanel
from ui.window.follow_up.filters import FollowUpFilters
from ui.window.follow_up.head import FollowUpHead
from ui.window.follow_up.looks import Looks, scheme_of_palette
from ui.window.follow_up.matrix_view import MatrixView
from ui.window.follow_up.sentences import period_title
from ui.window.follow_up.shares_pane import SharesPane
from ui.window.follow_up.sheet import FollowUpFiles
from ui.window.follow_up.view import FollowUpView, Wanted
from ui.window.operations import follow_up as operations
from ui.window.page import Page, title_label
from ui.window.role_profile import pages_of
from ui.window.workplace import Workplace
from ui.window.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from ui.window.follow_up.view import Explained

translate = QCoreApplication.translate
WAITING_FILES = "waiting"
"""What the page of imports is asked to show: the files that wait."""
_PAUSE = 120
"""Milliseconds at one place before its dates are read: whoever runs through the table asks for nothing."""


class FollowUpPage(Page):
    """Head, filters, and two tabs: the table with its explanation, and the shares."""

    watches = ChangeSet(periods=True, registry=True, exchange=True)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.view: FollowUpView | None = None
        self._turn = 0
        self._focus = ""
        self._place: tuple[TableCell, str] | None = None
        self._asked: tuple[str, ...] = ()
        language = workplace.language
        self.head = FollowUpHead(workplace.words, language, self)
        self.filters = FollowUpFilters(workplace.words, language, self)
        self.matrix = MatrixView(language, self)
        self.panel = CellPanel(workplace.words, self)
        self.panel.reachable = frozenset(entry.key for entry in pages_of(Role.CENTRE))
        self.shares = SharesPane(workplace.words, language, self)
        self.files = FollowUpFiles(self, self.matrix.offices)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._make_content()
        self._connect()

    def refresh(self) -> None:
        """Reads the table of the chosen periods."""
        self._read(replace(self.filters.chosen, focus=self._focus))

    @Slot()
    def _focus_picked(self) -> None:
        """Until somebody picks a period, the figures at the head follow the calendar."""
        self._focus = str(self.focus.currentData() or "")
        self.refresh()

    def take_focus(self) -> None:
        """The keyboard begins in the table, where the arrows move from report to report."""
        (self.matrix if self.tabs.currentIndex() == 0 else self.shares.over_time).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_argument(self, argument: object) -> None:
        """An office's code: the cursor goes there."""
        if isinstance(argument, str):
            self.filters.search.clear()
            row = self.matrix.offices.row_of(argument)
            if row >= 0:
                self.matrix.go_to(row, max(0, self.matrix.currentIndex().column()))

    # Building

    def _make_content(self) -> None:
        self.focus = QComboBox(self)
        self.focus.setAccessibleName(translate("FollowUpPage", "Period of the figures"))
        self.focus.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.remind = QPushButton(translate("FollowUpPage", "&Reminder letters…"), self)
        self.remind.setProperty("role", "primary")
        self.save = QPushButton(translate("FollowUpPage", "&Save as Excel or PDF…"), self)
        self.print = QPushButton(translate("FollowUpPage", "&Print…"), self)
        self.found = QLabel(self)
        self.found.setProperty("role", "muted")
        top = WrappingRow()
        top.addWidget(title_label(translate("FollowUpPage", "Follow-up"), self))
        top.addWidget(self.focus)
        top.add_stretch()
        for button in (self.print, self.save, self.remind):
            top.addWidget(button)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.matrix)
        self.splitter.addWidget(self.panel)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 5)
        self.splitter.setStretchFactor(1, 2)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.splitter, translate("FollowUpPage", "Offices and periods"))
        self.tabs.addTab(self.shares, translate("FollowUpPage", "Completeness and timeliness"))
        self.tabs.setCornerWidget(self.found, Qt.Corner.TopRightCorner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.head)
        column.addWidget(self.filters)
        column.addWidget(self.tabs, 1)
        order = (self.focus, self.print, self.save, self.remind, self.head.requests, self.head.quarantined)
        for before, after in pairwise((*order, *self.filters.fields, self.tabs, self.matrix)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.filters.narrowed.connect(self._narrow)
        self.filters.wanted.connect(self.refresh)
        self.focus.currentIndexChanged.connect(self._focus_picked)
        self.matrix.picked.connect(self._picked)
        self.matrix.opened.connect(self._open)
        self._pause.timeout.connect(self._explain)
        self.head.enrolment_wanted.connect(self._to_enrolment)
        self.head.import_wanted.connect(self._to_waiting)
        self.panel.review_wanted.connect(self._to_review)
        self.panel.import_wanted.connect(self._to_import)
        self.panel.reminder_wanted.connect(self.remind_some)
        self.remind.clicked.connect(self.remind_all)
        self.save.clicked.connect(self.files.ask_where)
        self.print.clicked.connect(self.files.ask_printer)
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._find),
            (QKeySequence(QKeySequence.StandardKey.Refresh), self.refresh),
            (QKeySequence(QKeySequence.StandardKey.Print), self.files.ask_printer),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # Showing

    def _read(self, wanted: Wanted) -> None:
        """Only the answer to the last question is shown."""
        self._turn += 1
        turn = self._turn
        self.run(operations.show_follow_up(wanted=wanted, turn=turn), self._show)

    @Slot(object)
    def _show(self, answer: object) -> None:
        turn, view = cast("tuple[int, FollowUpView]", answer)
        if turn != self._turn:
            return
        self.view = view
        self.filters.offer(view)
        with QSignalBlocker(self.focus):
            self.focus.clear()
            for period in view.table.periods:
                self.focus.addItem(period_title(period, self.workplace.words), period.code)
            self.focus.setCurrentIndex(view.place)
        self.head.show_view(view)
        self.shares.show_view(view)
        self.files.show_view(view)
        self._narrow()

    @Slot()
    def _narrow(self) -> None:
        """Other rows of what was read; nothing is asked of the ledger."""
        if self.view is None:
            return
        self.matrix.show_view(self.view, text=self.filters.search.text(), group=str(self.filters.group.currentData() or ""))
        count = self.matrix.offices.offices_shown
        self.found.setText(translate("FollowUpPage", "%n office(s)", "", count))
        if not count:
            self._place = None
            self.panel.show_nothing()

    @Slot(object, int)
    def _picked(self, row: object, column: int) -> None:
        if self.view is None:
            return
        office = cast(TableRow, row)
        period, cell = self.view.table.periods[column], office.cells[column]
        self._place = (cell, period.code)
        self._asked = tuple(report.office for report in cell.cells) or (office.office.code,)
        self.panel.show_place(office, cell, period, Looks(scheme_of_palette(self.palette())))
        self._pause.start()

    @Slot()
    def _explain(self) -> None:
        if self._place is not None:
            _, period = self._place
            self.run(operations.explain_cell(offices=self._asked, period=period), self._explained)

    @Slot(object)
    def _explained(self, answer: object) -> None:
        """Shown unless somebody has gone on since."""
        stories = cast("tuple[Explained, ...]", answer)
        told = [(explained.story.office.code, explained.story.period.code) for explained in stories]
        if self._place is not None and told == [(office, self._place[1]) for office in self._asked]:
            self.panel.show_stories(stories)

    # Acting

    @Slot(object, int)
    def _open(self, _row: object, _column: int) -> None:
        """Enter: to where something can be done, or else into the explanation."""
        for button in (self.panel.review, self.panel.remind, self.panel.bring):
            if button.isVisible():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        self.panel.story.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def remind_all(self) -> None:
        """Letters to all whose report of the period in focus is overdue."""
        if self.view is not None:
            self._open_reminders(self.view.focus.code, ())

    @Slot(object)
    def remind_some(self, offices: object) -> None:
        """Letters to some offices, in the period under the cursor."""
        if self._place is not None:
            self._open_reminders(self._place[1], cast("tuple[str, ...]", offices))

    def _open_reminders(self, code: str, only: tuple[str, ...]) -> None:
        from ui.window.follow_up.reminder_dialog import ReminderDialog

        view = self.view
        if view is not None:
            period = next(period for period in view.periods if period.code == code)
            ReminderDialog(self.workplace, period, today=view.table.today, only=only, parent=self).open()

    @Slot()
    def _find(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    @Slot()
    def _to_enrolment(self) -> None:
        self.wanted.emit("enrolment", None)

    @Slot()
    def _to_import(self) -> None:
        self.wanted.emit("import", None)

    @Slot()
    def _to_waiting(self) -> None:
        self.wanted.emit("import", WAITING_FILES)

    @Slot(str, str)
    def _to_review(self, office: str, period: str) -> None:
        self.wanted.emit("review", (office, period))
