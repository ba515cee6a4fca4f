"""Recording and amending one activity: the form with its buttons, its draft, and what becomes of it.

Everything typed is a draft until it is recorded; leaving the form loses nothing unless the person says so.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import cast

import msgspec
from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from storage.domain.errors import LedgerError
from storage.drafts import Draft, DraftBody
from storage.journal.entries import Attachment
from ui.window.activities.choices import Choices
from ui.window.activities.draft_store import DraftStore
from ui.window.activities.editor_buttons import EditorButtons
from ui.window.activities.form import ActivityForm
from ui.window.operations.activities import Opened, Recorded, read_activity, record_activity
from ui.window.page import text_label, title_label
from ui.window.tasks import TaskHandle
from ui.window.workplace import Workplace

translate = QCoreApplication.translate


class ActivityEditor(QWidget):
    """``opened``: there is something to be shown. ``left``: back to the list. ``recorded(Recorded)``. ``said``: an outcome.

    ``withdraw_wanted`` and ``history_wanted`` carry the record's identifier.
    """

    opened = Signal()
    left = Signal()
    recorded = Signal(object)
    said = Signal(object)
    withdraw_wanted = Signal(str, str)
    history_wanted = Signal(str)

    def __init__(self, workplace: Workplace, run: Callable[..., TaskHandle], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._run = run
        self._choices: Choices | None = None
        self._name = ""
        self._start = DraftBody()
        self._attachments: tuple[Attachment, ...] = ()
        self._worth_saving = False
        self._then_add = False
        self._busy = False
        self._question: QMessageBox | None = None
        self.drafts = DraftStore(run, self)
        self.drafts.kept.connect(self._draft_kept)
        self.heading = title_label("", self)
        self.status = text_label("", self, muted=True)
        self.status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.form = ActivityForm(run, workplace.words, self)
        self.form.changed.connect(self._changed)
        self.buttons = EditorButtons(self)
        self._connect()
        self._make_layout()

    # Opening

    def offer(self, choices: Choices) -> None:
        """What can be chosen."""
        self._choices = choices
        self.form.offer(choices)

    def open_new(self, *, task: str = "", like: DraftBody | None = None) -> None:
        """A new activity, empty or with what another one says."""
        assert self._choices is not None  # noqa: S101 - offer() comes first
        body = msgspec.structs.replace(like or DraftBody(task=task), uid="", rev=0, kept=(), files=())
        if not body.date:
            body = msgspec.structs.replace(body, date=self._choices.today.isoformat())
        self._open(f"new-{secrets.token_hex(8)}", body, body)

    def open_draft(self, draft: Draft) -> None:
        """Goes on with what was left unfinished."""
        if draft.body.uid:
            self.open_record(draft.body.uid)
            return
        self._open(draft.name, DraftBody(), draft.body)
        self._adopt(draft)

    def open_record(self, uid: str) -> None:
        """Reads a record and opens it, with its unfinished changes if there are any."""
        self._run(read_activity(uid=uid), succeeded=self._opened)

    def duplicate(self, uid: str) -> None:
        """Reads a record and opens a new one like it, of today, without attachments."""
        self._run(read_activity(uid=uid), succeeded=self._opened_to_duplicate)

    @property
    def is_open(self) -> bool:
        """Whether the form was ever filled; before, it may be looked at and typed into while the choices are still read."""
        return bool(self._name)

    @property
    def has_changes(self) -> bool:
        """Whether anything was typed that is not recorded."""
        return self.form.content() != self._start

    # Saving and leaving

    @Slot()
    def save(self) -> None:
        """Records and goes back to the list."""
        self._save(then_add=False)

    @Slot()
    def save_and_add(self) -> None:
        """Records and goes on with a new activity of the same task."""
        self._save(then_add=True)

    @Slot()
    def duplicate_this(self) -> None:
        """Goes on with a new activity like this one; what was typed here stays a draft."""
        if self.is_open:
            self.drafts.flush()
            self.open_new(like=self.form.content())

    @Slot()
    def leave(self) -> None:
        """Back to the list; asks only when something was typed."""
        if self._busy:
            return
        if not (self.is_open and self.has_changes):
            self.drafts.forget(self._name)
            self.left.emit()
            return
        self._ask_what_to_do()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.drafts.flush()

    def _save(self, *, then_add: bool) -> None:
        if self._busy or not self.is_open:
            return
        if self._start.uid and not self.has_changes and not self._worth_saving:
            self.leave()  # nothing to record: no new version of what is there already
            return
        self._then_add, self._busy = then_add, True
        self.drafts.settle()
        self.setEnabled(False)
        job = record_activity(body=self.form.content(), draft=self._name, by=self._workplace.by)
        self._run(job, succeeded=self._saved, failed=self._refused)

    @Slot(object)
    def _saved(self, answer: object) -> None:
        self._release()
        done = cast(Recorded, answer)
        before = self.form.content()
        self._start = before
        if self._then_add:
            self.open_new(like=DraftBody(task=before.task, type=before.type, date=before.date))
            self.status.setText(translate("ActivityEditor", "Recorded: {title}").format(title=done.title))
        else:
            self.left.emit()
        self.recorded.emit(done)

    @Slot(object)
    def _refused(self, error: LedgerError) -> None:
        self._release()
        if self.has_changes:
            self.drafts.schedule(self._name, self.form.content())
        if not self.form.tell_refusal(error):
            self.said.emit(error)

    def _release(self) -> None:
        self._busy = False
        self.setEnabled(True)

    def _ask_what_to_do(self) -> None:
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setText(translate("ActivityEditor", "This activity is not recorded yet."))
        question.setInformativeText(translate("ActivityEditor", "Keep what was typed as a draft, or discard it?"))
        keep = question.addButton(translate("ActivityEditor", "&Keep as draft"), QMessageBox.ButtonRole.AcceptRole)
        discard = question.addButton(translate("ActivityEditor", "&Discard"), QMessageBox.ButtonRole.DestructiveRole)
        back = question.addButton(translate("ActivityEditor", "&Go on editing"), QMessageBox.ButtonRole.RejectRole)
        keep.setObjectName("keep")
        discard.setObjectName("discard")
        question.setDefaultButton(keep)
        question.setEscapeButton(back)
        question.buttonClicked.connect(self._answered)
        self._question = question
        question.open()

    @Slot(QAbstractButton)
    def _answered(self, button: QAbstractButton) -> None:
        if button.objectName() == "keep":
            self.drafts.schedule(self._name, self.form.content())
            self.drafts.flush()
            self.left.emit()
        elif button.objectName() == "discard":
            self.drafts.forget(self._name)
            self.left.emit()
        if self._question is not None:
            self._question.deleteLater()
            self._question = None

    # Steps

    @Slot(object)
    def _opened(self, answer: object) -> None:
        opened = cast(Opened, answer)
        record = opened.record
        self._attachments = record.files
        start = opened.body
        if opened.draft is None:
            self._open(record.uid, start, start)
        else:
            self._open(record.uid, start, opened.draft.body)
            self._adopt(opened.draft)
        self._worth_saving = record.withdrawn or record.heads > 1
        self.buttons.withdraw.setVisible(not record.withdrawn)
        if record.withdrawn:
            self.status.setText(translate("ActivityEditor", "Withdrawn; saving brings it back."))
        elif record.heads > 1:
            self.status.setText(translate("ActivityEditor", "There are two versions; saving keeps this one."))

    @Slot(object)
    def _opened_to_duplicate(self, answer: object) -> None:
        body = cast(Opened, answer).body
        self.open_new(like=msgspec.structs.replace(body, date=""))
        self.form.day.setFocus()
        self.form.day.selectAll()

    def _open(self, name: str, start: DraftBody, shown: DraftBody) -> None:
        self.drafts.flush()
        self._name, self._worth_saving = name, False
        if not start.uid:
            self._attachments = ()
        self.form.show_content(shown, self._attachments)
        # What the fields make of the start is what later content is compared with: one empty field is like another.
        self._start = self.form.content() if start == shown else start
        is_new = not shown.uid
        new, amend = translate("ActivityEditor", "New activity"), translate("ActivityEditor", "Edit activity")
        self.heading.setText(new if is_new else amend)
        self.status.setText("")
        self.buttons.show_for_record(not is_new)
        self.opened.emit()
        (self.form.title if shown.task else self.form.task).setFocus(Qt.FocusReason.OtherFocusReason)

    def _adopt(self, draft: Draft) -> None:
        self.drafts.adopt(draft.name)
        when = self._workplace.words.date(draft.at[:10])
        self.status.setText(translate("ActivityEditor", "Unfinished draft of {date}").format(date=when))

    @Slot()
    def _changed(self) -> None:
        if self._busy or not self.is_open:
            return
        if self.has_changes:
            self.drafts.schedule(self._name, self.form.content())
        else:
            self.drafts.forget(self._name)
            self.status.setText("")

    @Slot(str)
    def _draft_kept(self, name: str) -> None:
        if name == self._name:
            self.status.setText(translate("ActivityEditor", "Draft kept"))

    # Layout

    def _make_layout(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addWidget(self.status, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.form, 1)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        buttons = self.buttons
        for button, keys, slot in (
            (buttons.save, "Ctrl+S", self.save),
            (buttons.save_and_add, "Ctrl+Shift+S", self.save_and_add),
            (buttons.duplicate, "Ctrl+D", self.duplicate_this),
            (buttons.cancel, "Esc", self.leave),
        ):
            button.setToolTip(keys)
            button.clicked.connect(slot)
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        buttons.withdraw.clicked.connect(self._withdraw)
        buttons.history.clicked.connect(self._history)

    @Slot()
    def _withdraw(self) -> None:
        self.withdraw_wanted.emit(self._start.uid, self.form.title.text())

    @Slot()
    def _history(self) -> None:
        self.history_wanted.emit(self._start.uid)
