"""Takes bundles in, step by step: choose, check, look, import, result. The steps follow ``ImportFlow``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import Progress
from ui.window.drives import Drive
from ui.window.import_bundles.choose_step import ChooseStep
from ui.window.import_bundles.flow import ImportFlow, ImportResult, Step
from ui.window.import_bundles.lines import Line
from ui.window.import_bundles.list_step import ListStep
from ui.window.operations import hand_over as drive_operations
from ui.window.operations import import_bundles as operations
from ui.window.operations import import_record as records
from ui.window.page import Page
from ui.window.paper_files import Paper, PaperFiles
from ui.window.pin import ask_pin
from ui.window.tasks import TaskHandle

translate = QCoreApplication.translate


class Lines(QObject):
    """Brings lines out of the worker into the window's thread, one by one."""

    came = Signal(object)


class ImportTab(QWidget):
    """``imported`` after something was written; ``receipts_wanted`` carries the codes of the offices of this import."""

    imported = Signal()
    receipts_wanted = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._handle: TaskHandle | None = None
        self._sink: Lines | None = None
        self._wanted: list[Path] = []
        self.flow = ImportFlow()
        workplace = page.workplace
        self.choose = ChooseStep(workplace.settings, workplace.words, self)
        self.list = ListStep(workplace.words, self)
        self.files = PaperFiles(page)
        self._steps = QLabel(self)
        self._steps.setProperty("role", "muted")
        self._stack = QStackedWidget(self)
        for widget in (self.choose, self.list):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._steps)
        column.addWidget(self._stack, 1)
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.choose.chosen.connect(self.open_files)
        self.choose.drives_wanted.connect(self.look_for_drives)
        self.list.back_wanted.connect(self._again)
        self.list.again_wanted.connect(self._again)
        self.list.import_wanted.connect(self.start)
        self.list.stop_wanted.connect(self._stop)
        self.list.left_out.connect(self._leave_out)
        self.list.enrolment_wanted.connect(self._to_enrolment)
        self.list.record_wanted.connect(self._save_record)
        self.list.print_wanted.connect(self._print_record)
        self.list.receipts_wanted.connect(self._to_receipts)

    @property
    def steps_text(self) -> str:
        """The steps in words, the present one marked."""
        return self._steps.text()

    @Slot()
    def look_for_drives(self) -> None:
        """Sticks come and go; asked for when the page is shown and by the button."""
        self._page.run(drive_operations.list_drives(), self._show_drives)

    # Checking

    @Slot(object)
    def open_files(self, files: object) -> None:
        """Files and folders from wherever: asks for the PIN when the keys are locked, then checks them all."""
        paths = list(cast(Sequence[Path], files))
        if not paths:
            return
        if not self.flow.may_choose:
            self._page.said.emit(Code.LEDGER_BUSY)
            return
        # What comes while a list is looked at is looked at together with it.
        self._wanted = [*self.flow.paths, *paths] if self.flow.step is Step.PREVIEW else paths
        ask_pin(self._page.workplace, self._page, self._check, failed=self._page.tell_failure)

    def _check(self) -> None:
        if not self.flow.may_choose:
            return
        self.flow = self.flow.begun(self._wanted)
        self._show()
        job = operations.check_files(
            paths=self.flow.paths, language=self._page.workplace.language, told=self._new_sink(self.list.add)
        )
        self._follow(self._page.run(job, self._checked, failed=self._not_checked, cancellable=True))

    @Slot(object)
    def _checked(self, lines: object) -> None:
        self._handle = None
        self.flow = self.flow.checked(cast(Sequence[Line], lines))
        if not self.flow.lines:
            self._again()
            self._page.said.emit(Code.NOTHING_TAKEN)
            return
        self._show()
        (self.list.go if self.flow.may_import else self.list.table).setFocus()

    @Slot(object)
    def _not_checked(self, error: object) -> None:
        self._again()
        self._page.tell_failure(cast(LedgerError, error))

    # Importing

    @Slot()
    def start(self) -> None:
        """Imports what was looked at."""
        if self.flow.may_import:
            ask_pin(self._page.workplace, self._page, self._import, failed=self._page.tell_failure)

    def _import(self) -> None:
        if not self.flow.may_import:
            return
        paths = [line.path for line in self.flow.chosen]
        self.flow = self.flow.importing()
        self._show()
        self.list.begin_import()
        job = operations.import_chosen(paths=paths, language=self._page.workplace.language, told=self._new_sink(self.list.add))
        self._follow(self._page.run(job, self._finished, failed=self._not_imported, cancellable=True))

    @Slot(object)
    def _finished(self, result: object) -> None:
        self._handle = None
        self.flow = self.flow.finished(cast(ImportResult, result))
        self._show()
        self.list.receipts.setFocus()
        self._changed()

    @Slot(object)
    def _not_imported(self, error: object) -> None:
        """What was imported before the failure stays, and stands among the imports so far."""
        self._again()
        self._page.tell_failure(cast(LedgerError, error))
        self._changed()

    # While a job runs

    def _new_sink(self, told: Callable[[Line], None]) -> operations.Told:
        """Lines of this job alone: those of an earlier one that are still on their way reach nobody."""
        if self._sink is not None:
            self._sink.came.disconnect()
            self._sink.deleteLater()
        self._sink = Lines(self)
        self._sink.came.connect(told)
        return self._sink.came.emit

    def _follow(self, handle: TaskHandle) -> None:
        self._handle = handle
        handle.progressed.connect(self._progressed)
        handle.cancelled.connect(self._cancelled)

    @Slot(object)
    def _progressed(self, progress: object) -> None:
        self.list.progress.show_progress(cast(Progress, progress))

    @Slot()
    def _stop(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    @Slot()
    def _cancelled(self) -> None:
        """Before anything was written: a stop during the import itself is a result."""
        self._again()
        self._page.said.emit(Code.CANCELLED)

    # Around

    @Slot()
    def _again(self) -> None:
        self._handle = None
        self.flow = self.flow.again()
        self._show()
        self.choose.files.setFocus()

    @Slot(object)
    def _leave_out(self, paths: object) -> None:
        self.flow = self.flow.toggled(cast(Sequence[Path], paths))
        self.list.show_left_out(self.flow)

    @Slot()
    def _to_enrolment(self) -> None:
        """Once imported, the requests wait on the desk of that page already."""
        done = self.flow.step is Step.RESULT
        self._page.wanted.emit("enrolment", None if done else list(self.flow.requests))

    @Slot()
    def _to_receipts(self) -> None:
        if self.flow.result is not None:
            self.receipts_wanted.emit(self.flow.result.offices)

    @property
    def record(self) -> Paper | None:
        """The record of this import; None before there is a result."""
        result, words = self.flow.result, self._page.workplace.words
        if result is None:
            return None
        return Paper(
            f"bien-ban-nhap-goi-{result.at[:10]}",
            lambda target: records.write_record(result=result, target=target, words=words),
            lambda: records.record_to_print(result=result),
        )

    @Slot()
    def _save_record(self) -> None:
        if self.record is not None:
            self.files.ask_where(self.record)

    @Slot()
    def _print_record(self) -> None:
        if self.record is not None:
            self.files.print(self.record)

    @Slot(object)
    def _show_drives(self, found: object) -> None:
        self.choose.show_drives(cast("list[Drive]", found))

    def _changed(self) -> None:
        changes = ChangeSet(activities=True, periods=True, exchange=True)
        self._page.workplace.announcer.announce(changes, initiator=self._page)
        self.imported.emit()

    def _show(self) -> None:
        chooses = self.flow.step is Step.CHOOSE
        self._stack.setCurrentWidget(self.choose if chooses else self.list)
        if not chooses:
            self.list.show_flow(self.flow)
        names = (
            translate("ImportTab", "1  Choose"),
            translate("ImportTab", "2  Check"),
            translate("ImportTab", "3  Look"),
            translate("ImportTab", "4  Import"),
            translate("ImportTab", "5  Result"),
        )
        shown = [f"▸ {name}" if number == self.flow.step else name for number, name in enumerate(names)]
        self._steps.setText("      ".join(shown))
        # A page of a stack is as high as the highest: the one not shown asks for nothing.
        for widget, is_shown in ((self.choose, chooses), (self.list, not chooses)):
            policy = QSizePolicy.Policy.Preferred if is_shown else QSizePolicy.Policy.Ignored
            widget.setSizePolicy(policy, policy)
