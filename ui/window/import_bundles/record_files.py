"""The record of an import on paper or as a file: where to, which form by the name's ending, opening what was written."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QDir, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from storage.domain.codes import Code
from ui.window.import_bundles.flow import ImportResult
from ui.window.operations import import_record as operations
from ui.window.operations.period import PrintableReport, write_file
from ui.window.page import Page

translate = QCoreApplication.translate
_FOLDER = "folders/documents"


class RecordFiles(QObject):
    """Word and PDF for the file, Excel for going on with the list."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._result: ImportResult | None = None
        self._target: Path | None = None

    def ask_where(self, result: ImportResult) -> None:
        """Asks for a name; its ending decides the form."""
        self._result = result
        settings = self._page.workplace.settings
        dialog = QFileDialog(self._page, translate("RecordFiles", "Save the record of this import"))
        dialog.setDirectory(str(settings.value(_FOLDER, QDir.homePath())))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [
                translate("RecordFiles", "Word document (*.docx)"),
                translate("RecordFiles", "PDF document (*.pdf)"),
                translate("RecordFiles", "Excel workbook (*.xlsx)"),
            ]
        )
        dialog.setDefaultSuffix("docx")
        dialog.filterSelected.connect(self._filter_chosen)
        dialog.selectFile(f"bien-ban-nhap-goi-{result.at[:10]}")
        dialog.fileSelected.connect(self._named)
        dialog.open()

    def write(self, result: ImportResult, target: Path) -> None:
        """Writes the record and opens it."""
        self._target = target
        workplace = self._page.workplace
        workplace.settings.setValue(_FOLDER, str(target.parent))
        if target.suffix.lower() == ".pdf":
            self._page.run(operations.record_to_print(result=result), self._draw)
        else:
            self._page.run(operations.write_record(result=result, target=target, words=workplace.words), self._written)

    def print(self, result: ImportResult) -> None:
        """Opens the dialog of the printer."""
        self._page.run(operations.record_to_print(result=result), self._ask_printer)

    @Slot(object)
    def _ask_printer(self, printable: object) -> None:
        from ui.printing.printer import DocumentPrinter

        dialog = DocumentPrinter(cast(PrintableReport, printable).document, self._page)
        dialog.printed.connect(self._printed)
        dialog.ask()

    @Slot()
    def _printed(self) -> None:
        self._page.said.emit(Code.OK)

    @Slot(str)
    def _filter_chosen(self, name: str) -> None:
        cast(QFileDialog, self.sender()).setDefaultSuffix(name.rpartition("*.")[2].rstrip(")"))

    @Slot(str)
    def _named(self, name: str) -> None:
        if self._result is not None:
            self.write(self._result, Path(name))

    @Slot(object)
    def _draw(self, printable: object) -> None:
        """Qt draws text in the window's thread alone; a record of some pages takes a fraction of a second."""
        from ui.printing.pdf import render_pdf

        record = cast(PrintableReport, printable)
        if self._target is not None:
            content = render_pdf(record.document, record.properties)
            self._page.run(write_file(target=self._target, content=content), self._written)

    @Slot(object)
    def _written(self, _: object) -> None:
        self._page.said.emit(Code.OK)
        if self._target is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target)))
