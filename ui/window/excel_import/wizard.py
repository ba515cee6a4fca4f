"""The window of the import: draws the flow's steps and starts the jobs; nothing is recorded before the last button."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.window.excel_import.flow import ImportFlow, Step, kept_fields, remembered_fields
from ui.window.excel_import.pages import ColumnsPage, FilePage, OldTextPage
from ui.window.excel_import.preview_pages import PreviewPage, ResultPage, reason_of
from ui.window.operations import excel_import as operations
from ui.window.step_wizard import StepPage, StepWizard
from ui.window.workplace import Workplace

if TYPE_CHECKING:
    from storage.recording import Recorded

translate = QCoreApplication.translate
_MAPPING = "excel_import/columns"


class ImportWizard(StepWizard):
    """``recorded`` is emitted once, when activities were recorded."""

    recorded = Signal()
    help_page = "excel_import"
    letters_wide = 140

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("ImportWizard", "Import activities from Excel"),
            runner=workplace.runner,
            words=workplace.words,
            language=workplace.language,
            parent=parent,
        )
        self.workplace = workplace
        self.flow = ImportFlow()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = self._make_pages()
        for page in self.pages.values():
            self.add_page(page, self._answered)
        self._move(self.flow)

    # Making

    def _make_pages(self) -> dict[Step, StepPage[ImportFlow]]:
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

    # Steps

    @Slot()
    def go_on(self) -> None:
        """The next step, or what is missing for it."""
        step, flow = self.flow.step, self.flow
        if self.working:
            return
        if step is Step.FILE and flow.columns is not None:
            self.look_into(flow.columns.path)
        elif step is Step.FILE:
            self.tell(translate("ImportWizard", "Choose a workbook first."), "bad")
        elif step is Step.COLUMNS:
            self._leave_columns()
        elif step is Step.OLD_TEXT:
            self._read_rows()
        elif step is Step.PREVIEW and flow.undecided:
            self.tell(translate("ImportWizard", "Decide first about the rows that are probably recorded already."), "bad")
            self.focus_step()
        elif step is Step.PREVIEW and flow.rows is not None and flow.may_record:
            job = operations.record_rows(rows=flow.rows, leave_out=bool(flow.leave_out), by=self.workplace.by)
            self.start(job, self._recorded)
        elif step is Step.RESULT:
            self.accept()

    @Slot()
    def go_back(self) -> None:
        """The step before; no answer is lost."""
        if not self.working:
            self._move(self.flow.back())

    def _leave_columns(self) -> None:
        if missing := self.flow.unanswered:
            text = translate(
                "ImportWizard",
                "Not part of the ledger: {columns}. Choose a field for each, or take the column out of the workbook.",
            )
            self.tell(text.format(columns=", ".join(f"“{title}”" for title in missing)), "bad")
        elif self.flow.chosen_twice:
            self.tell(translate("ImportWizard", "Two columns have the same field. Choose another one for one of them."), "bad")
        else:
            settings = self.workplace.settings
            if self.flow.mapping:
                settings.setValue(_MAPPING, kept_fields(str(settings.value(_MAPPING, "")), self.flow.mapping))
            self._read_rows()

    def _move(self, flow: ImportFlow) -> None:
        self.flow = flow
        self._draw()
        self.focus_step()

    def _draw(self) -> None:
        page = self.pages[self.flow.step]
        page.show_flow(self.flow)
        self.show_page(page, number=self.flow.number, count=len(self.flow.steps))

    def enable(self) -> None:
        super().enable()
        step = self.flow.step
        self.back.setVisible(step not in (Step.FILE, Step.RESULT))
        self.cancel.setVisible(step is not Step.RESULT)
        self.forward.setEnabled(not self.working and (step is not Step.PREVIEW or self.flow.may_record))
        names = {Step.PREVIEW: translate("ImportWizard", "&Record"), Step.RESULT: translate("ImportWizard", "Fi&nish")}
        self.forward.setText(names.get(step, translate("ImportWizard", "Ne&xt")))

    @Slot()
    def _answered(self) -> None:
        """Takes over what the page in front says."""
        if self.flow.step is Step.COLUMNS:
            self.flow = self.flow.with_mapping(self.columns.mapping)
        elif self.flow.step is Step.OLD_TEXT:
            self.flow = self.flow.with_agreed(self.old_text.agreed)
        elif self.flow.step is Step.PREVIEW:
            self.flow = self.flow.with_leave_out(self.preview.leave_out)
            self.enable()
        self.tell("")

    # Jobs

    @Slot(object)
    def look_into(self, path: object) -> None:
        """Reads the columns of a workbook."""
        if not self.working:
            job = operations.read_columns(path=cast(Path, path), language=self.workplace.language)
            self.start(job, self._columns_read, cancellable=True)

    @Slot(object)
    def _columns_read(self, answer: object) -> None:
        remembered = remembered_fields(str(self.workplace.settings.value(_MAPPING, "")))
        self._move(self.flow.with_columns(cast(operations.ColumnsFound, answer), remembered))

    def _read_rows(self) -> None:
        flow = self.flow
        if flow.columns is not None:
            legacy = {} if flow.step is Step.COLUMNS else flow.agreed  # read as it is, so that all old texts are offered
            job = operations.read_rows(found=flow.columns, mapping=flow.mapping, legacy=legacy)
            self.start(job, self._rows_read, cancellable=True)

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
        self.start(job, self._written)

    @Slot(str)
    def _give_back(self, target: object) -> None:
        flow, words = self.flow, self.workplace.words
        if flow.rows is not None and flow.recorded is not None:
            template = flow.rows.template
            reasons = {problem.line: reason_of(problem, template, words) for problem in flow.recorded.refused}
            job = operations.give_rows_back(
                target=Path(str(target)), rows=flow.rows, reasons=reasons, language=self.workplace.language
            )
            self.start(job, self._written)

    @Slot(object)
    def _written(self, target: object) -> None:
        self.tell(translate("ImportWizard", "✓ Saved: {file}").format(file=str(target)), "good")
