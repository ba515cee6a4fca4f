"""The page on which a period is prepared, approved, closed and, with a reason, opened again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from ui.window.operations import period as operations
from ui.window.page import Page
from ui.window.period.checklist_tab import ChecklistTab, Target
from ui.window.period.dialogs import CloseDialog, reopen_dialog
from ui.window.period.edits import Edits, Given, Unsaved
from ui.window.period.files import ReportFiles
from ui.window.period.head import PeriodHead
from ui.window.period.report_tab import ReportTab
from ui.window.period.sign_tab import SignTab
from ui.window.period.view import PeriodView
from ui.window.reason_dialog import ReasonDialog
from ui.window.workplace import Workplace

translate = QCoreApplication.translate
_PAUSE = 1500
"""Milliseconds without typing before unsaved work is put away."""


class PeriodPage(Page):
    """Three steps in three tabs: what to look at, the report itself, and signing. The flow of saving is decided here."""

    watches = ChangeSet(activities=True, periods=True, registry=True)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._view: PeriodView | None = None
        self._edits = Edits({})
        self._sent: dict[str, Given] = {}
        self._save_again = False
        self._code, self._wanted_item = "", ""
        self._after_saving: Callable[[], None] | None = None
        self._signature_touched = False
        self._target: Path | None = None
        self.checklist = ChecklistTab(workplace.words, self)
        self.report = ReportTab(workplace.words, self)
        self.sign = SignTab(self)
        self.files = ReportFiles(self)
        self._make_content()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._put_away)
        self._connect()

    # What the shell asks for

    def refresh(self) -> None:
        """Reads the period that is shown, or the current one."""
        self._read(self._code)

    def show_argument(self, argument: object) -> None:
        """The code of a period, or an item of the report; ``("2020S1", "II.1.a-1")`` for both."""
        period, item = argument if isinstance(argument, tuple) else (str(argument), "")
        known = self._view is not None and self._view.place_of(period)
        self._wanted_item = item or (period if known else "")
        self._read(self._code if known else period)

    def hideEvent(self, event: QHideEvent) -> None:
        """Going elsewhere saves what was typed."""
        self._save()
        super().hideEvent(event)

    # Building

    def _make_content(self) -> None:
        self.head = PeriodHead(self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.checklist, translate("PeriodPage", "&1  Checklist"))
        self.tabs.addTab(self.report, translate("PeriodPage", "&2  Report"))
        self.tabs.addTab(self.sign, translate("PeriodPage", "&3  Sign and close"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.head.chosen.connect(self._leave_for)
        self.checklist.chosen.connect(self._go_to_finding)
        self.report.answered.connect(self._answered)
        self.report.left.connect(self._save)
        self.report.save_wanted.connect(self._save)
        self.sign.signature_edited.connect(self._signature_edited)
        self.sign.preview_wanted.connect(self._show_preview)
        self.sign.export_wanted.connect(self._ask_where)
        self.files.target_chosen.connect(self.export_to)
        self.sign.close_wanted.connect(self._ask_approval)
        self.sign.reopen_wanted.connect(self._ask_reason)
        self.tabs.currentChanged.connect(self._tab_changed)
        for keys, slot in ((QKeySequence.StandardKey.Save, self._save), (QKeySequence.StandardKey.Refresh, self.refresh)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # Reading

    def _read(self, code: str) -> None:
        self._code = code
        self.run(operations.show_period(period=code, language=self.workplace.language), self._show)

    @Slot(object)
    def _show(self, found: object) -> None:
        view = cast(PeriodView, found)
        same = self._view is not None and _standing(self._view) == _standing(view)
        self._edits = self._edits.after_saving(view.saved, self._sent) if same else Edits(view.saved, view.unsaved.answers)
        self._sent = {}
        self._view = view
        self.head.show_view(view)
        self.checklist.show_view(view)
        self.report.show_view(view, self._edits, afresh=not same)
        self.sign.show_view(view)
        if not same or not self._signature_touched:
            self.sign.show_signature(view.signature)
            self._signature_touched = False
        if self._wanted_item:
            self.tabs.setCurrentWidget(self.report)
            self.report.go_to(self._wanted_item)
            self._wanted_item = ""
        if self.tabs.currentWidget() is self.sign:
            self._show_preview()
        self._go_on()

    def _go_on(self) -> None:
        """What waited for a saving: another one of what was typed meanwhile, then the next step."""
        if self._save_again:
            self._save_again = False
            self._save()
        if self._after_saving is not None and not self._sent:
            then, self._after_saving = self._after_saving, None
            then()

    @Slot(object)
    def _leave_for(self, code: object) -> None:
        self._save()
        self._signature_touched = False
        self._read(str(code))

    @Slot(object)
    def _go_to_finding(self, target: object) -> None:
        found = cast(Target, target)
        if found.draft:
            self.wanted.emit("activities", ("draft", found.draft))
        elif found.uid:
            self.wanted.emit("activities", found.uid)
        else:
            self.tabs.setCurrentWidget(self.report)
            self.report.go_to(found.item)

    # Typing and saving

    @Slot(object)
    def _answered(self, answer: object) -> None:
        item, given = cast("tuple[str, Given]", answer)
        if self._edits.put(item, given):
            self.report.refresh_marks(self._edits)
            self._pause.start()

    @Slot()
    def _signature_edited(self) -> None:
        self._signature_touched = True
        self._pause.start()

    def _unsaved(self, answers: dict[str, Given]) -> Unsaved:
        return Unsaved(answers, self.sign.signature)

    @Slot()
    def _put_away(self) -> None:
        if self._view is not None and not self._view.closed:
            job = operations.keep_unsaved(period=self._view.period.code, content=self._unsaved(self._edits.changed))
            self.run(job)

    @Slot()
    def _save(self) -> None:
        """Saves what can be saved; a number that cannot be read stays in the form."""
        view = self._view
        if view is None or view.closed:
            return
        if self._sent:
            self._save_again = True
            return
        if self._pause.isActive():
            self._pause.stop()
            self._put_away()
        answers = self._edits.answers(view.period.code)
        if not answers:
            return
        saved = {answer.item for answer in answers}
        self._sent = {item: given for item, given in self._edits.changed.items() if item in saved}
        rest = self._unsaved({item: given for item, given in self._edits.changed.items() if item not in saved})
        job = operations.save_answers(period=view.period.code, answers=answers, still_unsaved=rest, by=self.workplace.by)
        self.run(job, self._saved, failed=self._not_saved)

    @Slot(object)
    def _saved(self, _: object) -> None:
        self._announce()
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    @Slot(object)
    def _not_saved(self, error: object) -> None:
        self._sent = {}
        self._save_again = False
        self._after_saving = None
        self.tell_failure(error)

    def _announce(self) -> None:
        self.workplace.announcer.announce(ChangeSet(periods=True), initiator=self)

    def _when_saved(self, then: Callable[[], None]) -> None:
        """Goes on at once, or after what was typed is saved and read again."""
        self._save()
        if self._sent:
            self._after_saving = then
        else:
            then()

    @Slot(int)
    def _tab_changed(self, _: int) -> None:
        self._save()
        if self.tabs.currentWidget() is self.sign and not self._sent:
            self._show_preview()

    # The report as a document

    @Slot()
    def _show_preview(self) -> None:
        if self._view is not None:
            job = operations.preview(period=self._view.period.code, signature=self.sign.signature)
            self.run(job, self._previewed)

    @Slot(object)
    def _previewed(self, html: object) -> None:
        self.sign.show_report(str(html))

    @Slot(object)
    def _ask_where(self, suffix: object) -> None:
        if self._view is not None:
            self.files.ask_where(str(suffix), period=self._view.period.code)

    @Slot(object)
    def export_to(self, target: object) -> None:
        """Writes the report to a file, after what was typed is saved, and opens it."""
        self._target = cast(Path, target)
        self._when_saved(self._export)

    def _export(self) -> None:
        if self._view is not None and self._target is not None:
            self.files.export(self._target, period=self._view.period.code)

    # Closing and reopening

    @Slot()
    def _ask_approval(self) -> None:
        if not self.sign.day_is_wrong:
            self._when_saved(self._open_approval)

    def _open_approval(self) -> None:
        if self._view is not None:
            dialog = CloseDialog(self._view, self.sign.signature, self)
            dialog.accepted.connect(self._close_period)
            dialog.open()

    @Slot()
    def _close_period(self) -> None:
        if self._view is not None:
            job = operations.close(period=self._view.period.code, signature=self.sign.signature, by=self.workplace.by)
            self.run(job, self._closed)

    @Slot(object)
    def _closed(self, _: object) -> None:
        self._signature_touched = False
        self.said.emit(Code.OK)
        self._announce()
        self.refresh()

    @Slot()
    def _ask_reason(self) -> None:
        dialog = reopen_dialog(self)
        dialog.accepted.connect(self._reopen)
        dialog.open()

    @Slot()
    def _reopen(self) -> None:
        dialog = cast(ReasonDialog, self.sender())
        if self._view is not None:
            job = operations.reopen(period=self._view.period.code, why=dialog.reason, by=self.workplace.by)
            self.run(job, self._closed)


def _standing(view: PeriodView) -> tuple[str, bool, bool]:
    """What makes the form another one."""
    return view.period.code, view.closed, view.returned
