"""The page of activities: the list, and in its place the form while one activity is recorded or amended."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from storage.activity_history import HistoryLine
from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.drafts import Draft
from storage.undoing import Trace
from ui.window.activities.choices import Choices
from ui.window.activities.editor import ActivityEditor
from ui.window.activities.history import HistoryDialog
from ui.window.activities.list_panel import ListPanel
from ui.window.activities.wanted import DraftActivity, NewActivity, TaskActivities
from ui.window.activities.withdraw_dialog import WithdrawDialog
from ui.window.excel_import.wizard import ImportWizard
from ui.window.message_bar import Offer
from ui.window.operations.activities import (
    Recorded,
    discard_draft,
    keep_rotating_backup,
    read_choices,
    read_drafts,
    read_history,
    undo_activities,
    withdraw_activities,
)
from ui.window.page import Page
from ui.window.workplace import Workplace

translate = QCoreApplication.translate
_UID_DIGITS = 32


class ActivitiesPage(Page):
    """Shows a record when asked with its identifier, or what one of the classes of ``wanted`` says."""

    watches = ChangeSet(activities=True, registry=True)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._choices: Choices | None = None
        self._drafts: list[Draft] = []
        self._argument: object = None
        self._traces: tuple[Trace, ...] = ()
        self._reopens = False
        self.list = ListPanel(workplace, self.run, self)
        self.editor = ActivityEditor(workplace, self.run, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._connect()

    # Being shown

    def refresh(self) -> None:
        self.run(read_choices(language=self.workplace.language), self._take_choices)
        self.run(read_drafts(), self._take_drafts)

    def show_argument(self, argument: object) -> None:
        """Waits for the choices when they have not come yet; what is typed meanwhile for a new activity is not lost."""
        self._argument = argument
        if self._choices is not None:
            self._follow()
        elif isinstance(argument, NewActivity) and not argument.task:
            self._show_editor()
            self.editor.form.task.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._traces = ()  # with the page its offer goes
        if self._choices is not None:
            self.list.keep_settings()

    # What was read

    @Slot(object)
    def _take_choices(self, answer: object) -> None:
        self._choices = cast(Choices, answer)
        self.list.offer(self._choices)
        self.editor.offer(self._choices)
        self.list.reload()

    @Slot(object)
    def _take_drafts(self, answer: object) -> None:
        self._drafts = cast(list[Draft], answer)
        self.list.offer_drafts(self._drafts)
        if self._argument is not None:
            self._follow()

    def _follow(self) -> None:
        """Does what another page asked for."""
        wanted, self._argument = self._argument, None
        if isinstance(wanted, tuple) and len(wanted) == 2 and wanted[0] == "draft":
            wanted = DraftActivity(str(wanted[1]))
        if isinstance(wanted, NewActivity):
            self._edit_new(wanted.task)
        elif isinstance(wanted, TaskActivities):
            self._show_list()
            self.list.filters.choose(task=wanted.task, period=wanted.period)
            self.list.reload()
        elif isinstance(wanted, DraftActivity):
            self._open_draft_named(wanted.name)
        elif isinstance(wanted, str):
            self._open_text(wanted)

    def _open_draft_named(self, name: str) -> None:
        draft = next((draft for draft in self._drafts if draft.name == name), None)
        if draft is not None:
            self._open_draft(draft)
        else:
            self._show_list()
            self.run(read_drafts(), self._take_drafts)

    def _open_text(self, wanted: str) -> None:
        """A record's identifier, a task's code, or a draft's name."""
        assert self._choices is not None  # noqa: S101 - _follow() is called with choices
        if len(wanted) == _UID_DIGITS and not set(wanted) - set("0123456789abcdef"):
            self.editor.open_record(wanted)
        elif wanted in self._choices.names:
            self._edit_new(wanted)
        else:
            self._open_draft_named(wanted)

    # Editing

    @Slot()
    def new_activity(self) -> None:
        """The form for a new activity."""
        self._edit_new("")

    def _edit_new(self, task: str) -> None:
        if self._choices is not None:
            typed = "" if task or self.editor.is_open else self.editor.form.task.text()
            self.editor.open_new(task=task)
            if typed:
                self.editor.form.task.go_on_from(typed)

    @Slot(object)
    def _open_draft(self, draft: object) -> None:
        self.editor.open_draft(cast(Draft, draft))

    @Slot()
    def _show_editor(self) -> None:
        self.stack.setCurrentWidget(self.editor)

    @Slot(str)
    def _discard_draft(self, name: str) -> None:
        self.run(discard_draft(name=name))
        self.run(read_drafts(), self._take_drafts)

    @Slot()
    def _show_list(self) -> None:
        self.stack.setCurrentWidget(self.list)
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.run(read_drafts(), self._take_drafts)

    @Slot(object)
    def _recorded(self, answer: object) -> None:
        done = cast(Recorded, answer)
        self._offer_undo(Code.OK_WITH_FINDINGS if done.findings else Code.OK, done.traces, reopens=True)
        self._announce()
        self.run(keep_rotating_backup())

    # Withdrawing and history

    @Slot(object, str)
    def _ask_reason(self, uids: object, title: str) -> None:
        dialog = WithdrawDialog(cast("tuple[str, ...]", uids), title, self)
        dialog.given.connect(self._withdraw)
        dialog.open()

    @Slot(str, str)
    def _ask_reason_for_one(self, uid: str, title: str) -> None:
        self._ask_reason((uid,), title)

    @Slot(object, str)
    def _withdraw(self, uids: object, why: str) -> None:
        self.editor.drafts.settle()
        job = withdraw_activities(uids=cast("tuple[str, ...]", uids), why=why, by=self.workplace.by)
        self.run(job, self._withdrawn)

    @Slot(object)
    def _withdrawn(self, traces: object) -> None:
        self._show_list()
        self._offer_undo(Code.OK, cast("tuple[Trace, ...]", traces), reopens=False)
        self._announce()

    # Undoing

    def _offer_undo(self, outcome: Code, traces: tuple[Trace, ...], *, reopens: bool) -> None:
        self._traces, self._reopens = traces, reopens
        self.said.emit(Offer(outcome, translate("ActivitiesPage", "Undo"), "Ctrl+Z", self.undo) if traces else outcome)

    @Slot()
    def undo(self) -> None:
        """Takes the last recording, amendment or withdrawal back, once; in a text field the same keys undo the typing."""
        if self._traces:
            why = translate("ActivitiesPage", "Undone right away")
            job = undo_activities(traces=self._traces, why=why, by=self.workplace.by)
            self._traces = ()
            self.run(job, self._undone)

    @Slot(object)
    def _undone(self, draft: object) -> None:
        self.said.emit(Code.OK)
        self._announce()
        if self._reopens and draft:
            self._argument = DraftActivity(str(draft))
        self.run(read_drafts(), self._take_drafts)

    @Slot(str)
    def _read_history(self, uid: str) -> None:
        self.run(read_history(uid=uid), self._show_history)

    @Slot(object)
    def _show_history(self, answer: object) -> None:
        if self._choices is not None:
            HistoryDialog(cast(list[HistoryLine], answer), self._choices, self).open()

    @Slot()
    def import_workbook(self) -> None:
        """Activities from Excel, in a window of its own."""
        wizard = ImportWizard(self.workplace, self)
        wizard.recorded.connect(self._imported)
        wizard.open()

    @Slot()
    def _imported(self) -> None:
        self._traces = ()
        self.said.emit(Code.OK)
        self._announce()

    # Steps

    def _announce(self) -> None:
        self.list.reload()
        self.workplace.announcer.announce(ChangeSet(activities=True), initiator=self)

    @Slot()
    def _reload(self) -> None:
        self.refresh()

    def _connect(self) -> None:
        panel, table, editor = self.list, self.list.table, self.editor
        panel.new_button.clicked.connect(self.new_activity)
        panel.import_button.clicked.connect(self.import_workbook)
        panel.duplicate_wanted.connect(editor.duplicate)
        panel.history_wanted.connect(self._read_history)
        panel.failed.connect(self.tell_failure)
        panel.drafts.continued.connect(self._open_draft)
        panel.drafts.discarded.connect(self._discard_draft)
        table.opened.connect(editor.open_record)
        table.withdrawal.connect(self._ask_reason)
        editor.opened.connect(self._show_editor)
        editor.left.connect(self._show_list)
        editor.recorded.connect(self._recorded)
        editor.said.connect(self.tell_failure)
        editor.withdraw_wanted.connect(self._ask_reason_for_one)
        editor.history_wanted.connect(self._read_history)
        for keys, slot in (
            ("Ctrl+N", self.new_activity),
            ("Ctrl+D", panel.duplicate),
            ("Ctrl+F", panel.search),
            ("F5", self._reload),
        ):
            shortcut = QShortcut(QKeySequence(keys), panel)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.undo)
