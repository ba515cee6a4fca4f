"""The follow-up as a file or on paper: Excel holds everything, PDF and paper what the screen shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QDir, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from storage.completeness import Organisation
from storage.domain.codes import Code
from storage.follow_up_table import Standing, TableRow
from ui.window.follow_up.looks import sign_source, tone_of
from ui.window.follow_up.model import FollowUpModel, Heading
from ui.window.follow_up.sentences import day_text, period_title
from ui.window.follow_up.view import FollowUpView
from ui.window.operations import follow_up as operations
from ui.window.page import Page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.printing.follow_up_print import FollowUpSheet, PrintedCell

translate = QCoreApplication.translate
_FOLDER = "folders/documents"


class FollowUpFiles(QObject):
    """Asks where to, starts the job, opens what was written."""

    def __init__(self, page: Page, offices: FollowUpModel) -> None:
        super().__init__(page)
        self._page = page
        self._offices = offices
        self._view: FollowUpView | None = None
        self._printer: QPrinter | None = None

    def show_view(self, view: FollowUpView) -> None:
        """What is to be written from now on."""
        self._view = view

    @Slot()
    def ask_where(self) -> None:
        """Asks for the name of a workbook or a PDF."""
        settings = self._page.workplace.settings
        folder = str(settings.value(_FOLDER, QDir.homePath()))
        dialog = QFileDialog(self._page, translate("FollowUpFiles", "Save the follow-up"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Excel (*.xlsx)", "PDF (*.pdf)"])
        dialog.setDefaultSuffix("xlsx")
        if self._view is not None:
            dialog.selectFile(f"theo-doi-{self._view.focus.code}.xlsx")
        dialog.fileSelected.connect(self.export)
        dialog.open()

    @Slot(str)
    def export(self, name: str) -> None:
        """Writes the workbook, or the PDF when the name ends so."""
        view, target = self._view, Path(name)
        if view is None:
            return
        self._page.workplace.settings.setValue(_FOLDER, str(target.parent))
        if target.suffix.lower() == ".pdf":
            from ui.printing.follow_up_print import follow_up_pdf

            job = operations.write_drawn(target=target, content=follow_up_pdf(self.sheet(view)))
        else:
            job = operations.write_workbook(table=view.table, target=target, language=self._page.workplace.language)
        self._page.run(job, self._written)

    @Slot()
    def ask_printer(self) -> None:
        """Opens the dialog of the printer; what is shown is printed."""
        if self._view is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # the dialog does not keep it
        dialog = QPrintDialog(self._printer, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._printer_chosen)
        QDialog.open(dialog)  # the dialog's own wants a slot by its name

    @Slot(int)
    def _printer_chosen(self, answer: int) -> None:
        if answer == QDialog.DialogCode.Accepted.value and self._printer is not None:
            self.print_on(self._printer)
        self._printer = None

    def print_on(self, printer: QPrinter) -> None:
        """Prints what is shown."""
        if self._view is not None:
            from ui.printing.follow_up_print import paint_follow_up

            if paint_follow_up(self.sheet(self._view), printer):
                self._page.said.emit(Code.OK)
            else:
                self._tell_refusal()

    def _tell_refusal(self) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            translate("FollowUpFiles", "Print"),
            translate(
                "FollowUpFiles", "The printer did not take the table. Is it switched on? A PDF file can be saved instead."
            ),
            QMessageBox.StandardButton.Close,
            self._page,
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    @Slot(object)
    def _written(self, path: object) -> None:
        self._page.said.emit(Code.OK)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(cast(Path, path))))

    def sheet(self, view: FollowUpView) -> FollowUpSheet:
        """What is shown, as a sheet for paper."""
        from ui.printing.follow_up_print import FollowUpSheet, PrintedCell, PrintedRow

        language = self._page.workplace.language
        organisation = (
            translate("FollowUpFiles", "offices as organised when they reported")
            if view.table.organisation is Organisation.AS_REPORTED
            else translate("FollowUpFiles", "offices as organised now")
        )
        subtitle = translate("FollowUpFiles", "As of {day}; {organisation}")
        rows = []
        for row in self._offices.listed:
            if isinstance(row, Heading):
                rows.append(PrintedRow(row.title, tuple(PrintedCell(text) for text in row.shares), heading=True))
            else:
                rows.append(PrintedRow(_name(row, language), tuple(_printed(self._offices, row))))
        return FollowUpSheet(
            title=translate("FollowUpFiles", "Follow-up of reports"),
            subtitle=subtitle.format(day=day_text(view.table.today), organisation=organisation),
            page_of=translate("FollowUpFiles", "Page {page} of {pages}"),
            columns=tuple(period_title(period, self._page.workplace.words) for period in view.table.periods),
            rows=tuple(rows),
            legend=(translate("FollowUpFiles", "–: no report is owed. What the plan only requests is never overdue."),),
            family=self._page.font().family(),
        )


def _name(row: TableRow, language: str) -> str:
    return row.office.name_vi if language == "vi" else row.office.name_en


def _printed(offices: FollowUpModel, row: TableRow) -> list[PrintedCell]:
    from ui.printing.follow_up_print import PrintedCell

    cells = []
    for cell in row.cells:
        stressed = tone_of(cell.standing) == "bad" or cell.standing is Standing.RETURNED
        cells.append(PrintedCell(offices.word(cell), sign_source(cell.standing), stressed=stressed))
    return cells
