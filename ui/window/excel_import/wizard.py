"""The window of the import: draws the flow's steps and starts the jobs; nothing is recorded before the last button."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from storage.domain.errors import LedgerError
from ui.window.busy_bar import BusyBar
from ui.window.excel_import.flow import ImportFlow, Step, kept_fields, remembered_fields
from ui.window.excel_import.pages import ColumnsPage, FilePage, ImportPage, OldTextPage
from ui.window.excel_import.preview_pages import PreviewPage, ResultPage, reason_of
from ui.window.operations import excel_import as operations
from ui.window.page import set_tone, text_label, title_label
from ui.window.tasks import Job, TaskHandle
from ui.window.workplace import Workplace

if TYPE_CHECKING:
    from storage.recording import Recorded

translate = QCoreApplication.translate
_MAPPING = "excel_import/columns"
_LETTERS_WIDE, _LINES_HIGH = 140, 36
_FRAME = QSize(40, 60)
"""Room for the frame and title of the window."""


class ImportWizard(QDialog):
    """``recorded`` is emitted once, when activities were recorded."""

    recorded = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.flow = ImportFlow()
        self._handle: TaskHandle | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("ImportWizard", "Import activities from Excel"))
        self.pages = self._make_pages()
        self._stack = QStackedWidget(self)
        for page in self.pages.values():
            self._stack.addWidget(page)
            page.changed.connect(self._answered)
        self._make_frame()
        self._draw()
        metrics = self.fontMetrics()
        wanted = QSize(metrics.averageCharWidth() * _LETTERS_WIDE, metrics.lineSpacing() * _LINES_HIGH)
        self.resize(wanted.boundedTo(self.screen().availableSize() - _FRAME))

    # Making

    def _make_pages(self) -> dict[Step, ImportPage]:
        workplace = self.workplace
        self.file, self.columns, self.old_text = FilePage(workplace.settings, self), ColumnsPage(self), OldTextPage(self)
        self.preview = PreviewPage(workplace.words, self)
        self.outcome = ResultPage(workplace.words, workplace.settings, self)
        self.file.chosen.connect(self.look_into)
        self.file.template_wanted.connect(self._write_template)
        self.outcome.give_back_wanted.connect(self._give_back)
        return {
            Step.FILE: self.file,
            Step.COLUMNS: self.columns,
            Step.OLD_TEXT: self.old_text,
            Step.PREVIEW: self.preview,
            Step.RESULT: self.outcome,
        }

    def _make_frame(self) -> None:
        self._title = title_label("", self)
        self._title.setWordWrap(True)
        self.told = text_label("", self)
        self.busy = BusyBar(self.workplace.runner, self.workplace.words, self)
        self.back = QPushButton(translate("ImportWizard", "&Back"), self)
        self.forward = QPushButton(translate("ImportWizard", "Ne&xt"), self)
        self.forward.setProperty("role", "primary")
        self.forward.setDefault(True)
        self.cancel = QPushButton(translate("ImportWizard", "Close"), self)
        self.back.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_on)
        self.cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.busy, 1)
        buttons.addStretch(1)
        for button in (self.back, self.forward, self.cancel):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._stack, 1)
        column.addWidget(self.told)
        column.addLayout(buttons)

    # Steps

    @Slot()
    def go_on(self) -> None:
        """The next step, or what is missing for it."""
        step, flow = self.flow.step, self.flow
        if self._handle is not None:
            return
        if step is Step.FILE and flow.columns is not None:
            self.look_into(flow.columns.path)
        elif step is Step.FILE:
            self._tell(translate("ImportWizard", "Choose a workbook first."), "bad")
        elif step is Step.COLUMNS:
            self._leave_columns()
        elif step is Step.OLD_TEXT:
            self._read_rows()
        elif step is Step.PREVIEW and flow.rows is not None and flow.may_record:
            self._start(operations.record_rows(rows=flow.rows), self._recorded)
        elif step is Step.RESULT:
            self.accept()

    @Slot()
    def go_back(self) -> None:
        """The step before; no answer is lost."""
        if self._handle is None:
            self._move(self.flow.back())

    def _leave_columns(self) -> None:
        if missing := self.flow.unanswered:
            text = translate(
                "ImportWizard",
                "Not part of the ledger: {columns}. Choose a field for each, or take the column out of the workbook.",
            )
            self._tell(text.format(columns=", ".join(f"“{title}”" for title in missing)), "bad")
        elif self.flow.chosen_twice:
            self._tell(translate("ImportWizard", "Two columns have the same field. Choose another one for one of them."), "bad")
        else:
            settings = self.workplace.settings
            if self.flow.mapping:
                settings.setValue(_MAPPING, kept_fields(str(settings.value(_MAPPING, "")), self.flow.mapping))
            self._read_rows()

    def _move(self, flow: ImportFlow) -> None:
        self.flow = flow
        self._draw()
        (self.pages[flow.step].first_field() or self.forward).setFocus()

    def _draw(self) -> None:
        page = self.pages[self.flow.step]
        page.show_flow(self.flow)
        self._stack.setCurrentWidget(page)
        self._title.setText(page.title)
        self._tell("")
        self._enable()

    def _enable(self) -> None:
        step, idle = self.flow.step, self._handle is None
        self._stack.setEnabled(idle)
        self.back.setVisible(step not in (Step.FILE, Step.RESULT))
        self.back.setEnabled(idle)
        self.cancel.setVisible(step is not Step.RESULT)
        self.forward.setEnabled(idle and (step is not Step.PREVIEW or self.flow.may_record))
        names = {Step.PREVIEW: translate("ImportWizard", "&Record"), Step.RESULT: translate("ImportWizard", "Fi&nish")}
        self.forward.setText(names.get(step, translate("ImportWizard", "Ne&xt")))

    @Slot()
    def _answered(self) -> None:
        """Takes over what the page in front says."""
        if self.flow.step is Step.COLUMNS:
            self.flow = self.flow.with_mapping(self.columns.mapping)
        elif self.flow.step is Step.OLD_TEXT:
            self.flow = self.flow.with_agreed(self.old_text.agreed)
        self._tell("")

    # Jobs

    def _start(self, job: Job, done: Callable[[object], None], *, cancellable: bool = False) -> None:
        self._tell("")
        self._handle = self.workplace.runner.start(job, succeeded=done, failed=self._refused, cancellable=cancellable)
        self._handle.finished.connect(self._finished)
        self._enable()

    @Slot()
    def _finished(self) -> None:
        """The keyboard goes on where the step begins: a disabled field loses it."""
        self._handle = None
        self._enable()
        if self.focusWidget() is None or not self.focusWidget().isEnabled():
            (self.pages[self.flow.step].first_field() or self.forward).setFocus()

    @Slot(object)
    def look_into(self, path: object) -> None:
        """Reads the columns of a workbook."""
        if self._handle is None:
            job = operations.read_columns(path=cast(Path, path), language=self.workplace.language)
            self._start(job, self._columns_read, cancellable=True)

    @Slot(object)
    def _columns_read(self, answer: object) -> None:
        remembered = remembered_fields(str(self.workplace.settings.value(_MAPPING, "")))
        self._move(self.flow.with_columns(cast(operations.ColumnsFound, answer), remembered))

    def _read_rows(self) -> None:
        flow = self.flow
        if flow.columns is not None:
            legacy = {} if flow.step is Step.COLUMNS else flow.agreed  # read as it is, so that all old texts are offered
            job = operations.read_rows(found=flow.columns, mapping=flow.mapping, legacy=legacy)
            self._start(job, self._rows_read, cancellable=True)

    @Slot(object)
    def _rows_read(self, answer: object) -> None:
        self._move(self.flow.with_rows(cast(operations.RowsFound, answer)))

    @Slot(object)
    def _recorded(self, answer: object) -> None:
        self._move(self.flow.with_recorded(cast("Recorded", answer)))
        self.recorded.emit()

    @Slot(object)
    def _write_template(self, target: object) -> None:
        job = operations.write_empty_template(target=cast(Path, target), language=self.workplace.language)
        self._start(job, self._written)

    @Slot(str)
    def _give_back(self, target: object) -> None:
        flow, words = self.flow, self.workplace.words
        if flow.rows is not None and flow.recorded is not None:
            template = flow.rows.template
            reasons = {problem.line: reason_of(problem, template, words) for problem in flow.recorded.refused}
            job = operations.give_rows_back(
                target=Path(str(target)), rows=flow.rows, reasons=reasons, language=self.workplace.language
            )
            self._start(job, self._written)

    @Slot(object)
    def _written(self, target: object) -> None:
        self._tell(translate("ImportWizard", "✓ Saved: {file}").format(file=str(target)), "good")

    # Telling and closing

    @Slot(object)
    def _refused(self, error: LedgerError) -> None:
        words = self.workplace.words
        self._tell(f"{words.sentence(error.code, error.parameters)} {words.next_step(error.code, error.parameters)}", "bad")

    def _tell(self, sentence: str, tone: str = "") -> None:
        self.told.setText(sentence)
        set_tone(self.told, tone)
        self.told.setVisible(bool(sentence))

    def done(self, result: int) -> None:
        """Never while a job of this window runs: reading is asked to stop, recording is waited for."""
        if self._handle is not None:
            self._handle.cancel()
            return
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """As Escape."""
        event.ignore()
        self.reject()
