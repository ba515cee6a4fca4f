"""The list side of the page: heading with buttons, offered drafts, filters, table, and a line that counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from storage.activity_list import ListQuery, Order, RowIndex
from storage.drafts import Draft
from ui.window.activities.choices import Choices
from ui.window.activities.draft_bar import DraftBar
from ui.window.activities.filters import FilterBar
from ui.window.activities.list_view import MOST_AT_ONCE, ActivityTable
from ui.window.activities.view_settings import ListSettings, keep_settings, load_settings
from ui.window.operations.activity_list import read_totals
from ui.window.page import text_label, title_label
from ui.window.tasks import TaskHandle
from ui.window.workplace import Workplace
from ui.window.wrapping_row import WrappingRow

translate = QCoreApplication.translate


class ListPanel(QWidget):
    """Shows the list; what is to be done with an activity is told by the table, the buttons and ``drafts``."""

    duplicate_wanted = Signal(str)
    history_wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, workplace: Workplace, run: Callable[..., TaskHandle], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._run = run
        self._choices: Choices | None = None
        self._kept: ListSettings = load_settings(workplace.settings)
        self._order = self._kept.order
        self._turn = 0
        self._counted = ""
        self.drafts = DraftBar(self)
        self.filters = FilterBar(workplace.language, self)
        self.table = ActivityTable(run, self)
        self.table.set_columns(self._kept.columns)
        self.counts = text_label("", self, muted=True)
        self.counts.setWordWrap(False)
        self.counts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._keep_soon = QTimer(self)
        self._keep_soon.setSingleShot(True)
        self._keep_soon.setInterval(500)
        self._keep_soon.timeout.connect(self.keep_settings)
        self._make_buttons()
        self._make_layout()
        self._connect()

    # Content

    def offer(self, choices: Choices) -> None:
        """What can be filtered by; the first time, what was chosen last."""
        first = self._choices is None
        self._choices = choices
        self.filters.offer(choices)
        if first:
            self.filters.restore(self._kept)

    def offer_drafts(self, drafts: Sequence[Draft]) -> None:
        """What was left unfinished."""
        if self._choices is not None:
            self.drafts.offer(drafts, self._choices)

    @Slot()
    def reload(self) -> None:
        """Reads the list afresh."""
        if self._choices is not None:
            self.table.show_query(ListQuery(self.filters.wanted(), self._order), self._choices)
            self._keep_soon.start()

    @Slot()
    def keep_settings(self) -> None:
        """Keeps columns, filters and order for the next start."""
        self._keep_soon.stop()
        wanted = self.filters.wanted()
        self._kept = ListSettings(
            columns=self.table.column_settings(),
            order=self._order,
            task=wanted.task,
            type=wanted.type,
            period=wanted.period.code if wanted.period else "",
            state=wanted.state,
        )
        keep_settings(self._workplace.settings, self._kept)

    # Slots

    @Slot()
    def duplicate(self) -> None:
        """A new activity like the one under the cursor."""
        if self.table.current is not None:
            self.duplicate_wanted.emit(self.table.current.uid)

    @Slot()
    def show_history(self) -> None:
        """The history of the activity under the cursor."""
        if self.table.current is not None:
            self.history_wanted.emit(self.table.current.uid)

    @Slot()
    def edit(self) -> None:
        """The activity under the cursor in the form."""
        if self.table.current is not None:
            self.table.opened.emit(self.table.current.uid)

    @Slot()
    def search(self) -> None:
        """To the words to be found."""
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    @Slot(object)
    def _order_chosen(self, order: object) -> None:
        self._order = cast(Order, order)
        self.reload()

    @Slot()
    def _show_columns(self) -> None:
        self.table.column_menu().popup(self.columns.mapToGlobal(QPoint(0, self.columns.height())))

    @Slot(object)
    def _located(self, answer: object) -> None:
        index = cast(RowIndex, answer)
        words = self._workplace.words
        text = translate("ListPanel", "Activities: {count}").format(count=words.number(index.total))
        if index.cut:
            text = translate("ListPanel", "More than {count} activities fit; those recorded last are shown.").format(
                count=words.number(index.total)
            )
        self._counted = text
        self._say(text)
        query = self.table.activities.query
        if query.filter.type and index.total:
            self._turn += 1
            self._run(read_totals(turn=self._turn, query=query), succeeded=self._take_totals, cancellable=True)

    @Slot(object)
    def _take_totals(self, answer: object) -> None:
        turn, totals = cast(tuple[int, dict[str, int]], answer)
        kind = self._choices.types.get(self.table.activities.query.filter.type) if self._choices else None
        if turn != self._turn or kind is None:
            return
        words = self._workplace.words
        sums = [f"{field.label}: {words.number(totals[field.code])}" for field in kind.fields if field.code in totals]
        self._say("   ·   ".join([self._counted, *sums]))

    @Slot(int)
    def _copied(self, count: int) -> None:
        words = self._workplace.words
        self._say(translate("ListPanel", "Rows copied: {count}").format(count=words.number(count)))

    @Slot()
    def _too_many(self) -> None:
        text = translate("ListPanel", "Choose at most {count} activities to withdraw at once.")
        self._say(text.format(count=MOST_AT_ONCE))

    def _say(self, text: str) -> None:
        self.counts.setText(text)
        self.counts.setToolTip(text)

    @Slot()
    def _chosen(self) -> None:
        any_chosen = self.table.currentIndex().isValid()
        for button in (self.edit_button, self.duplicate_button, self.withdraw_button, self.history_button):
            button.setEnabled(any_chosen)

    # Layout

    def _make_buttons(self) -> None:
        self.new_button = QPushButton(translate("ListPanel", "&New activity"), self)
        self.new_button.setProperty("role", "primary")
        self.edit_button = QPushButton(translate("ListPanel", "&Edit"), self)
        self.duplicate_button = QPushButton(translate("ListPanel", "&Duplicate"), self)
        self.withdraw_button = QPushButton(translate("ListPanel", "&Withdraw…"), self)
        self.history_button = QPushButton(translate("ListPanel", "&History…"), self)
        self.columns = QPushButton(translate("ListPanel", "C&olumns"), self)
        self.import_button = QPushButton(translate("ListPanel", "&Import from Excel…"), self)
        for button, keys in (
            (self.new_button, "Ctrl+N"),
            (self.edit_button, "F2"),
            (self.duplicate_button, "Ctrl+D"),
            (self.withdraw_button, "Del"),
        ):
            button.setToolTip(keys)

    def _make_layout(self) -> None:
        head = WrappingRow()
        head.addWidget(title_label(translate("ListPanel", "Activities"), self))
        head.add_stretch()
        buttons = (self.edit_button, self.duplicate_button, self.withdraw_button, self.history_button, self.columns)
        for button in (*buttons, self.import_button, self.new_button):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.drafts)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        column.addWidget(self.counts)

    def _connect(self) -> None:
        self.filters.changed.connect(self.reload)
        self.table.order_chosen.connect(self._order_chosen)
        self.table.columns_changed.connect(self._keep_soon.start)
        self.table.copied.connect(self._copied)
        self.table.too_many.connect(self._too_many)
        self.table.activities.located.connect(self._located)
        self.table.activities.failed.connect(self.failed)
        self.table.activities.loaded.connect(self._chosen)
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self.edit_button.clicked.connect(self.edit)
        self.duplicate_button.clicked.connect(self.duplicate)
        self.withdraw_button.clicked.connect(self.table.withdraw_chosen)
        self.history_button.clicked.connect(self.show_history)
        self.columns.clicked.connect(self._show_columns)
        self._chosen()
