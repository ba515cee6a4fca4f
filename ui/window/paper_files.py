"""Records and lists on paper or as a file: where to, which form by the name's ending, opening what was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QDir, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from storage.domain.codes import Code
from ui.window.operations.period import PrintableReport, write_file
from ui.window.page import Page
from ui.window.tasks import Job

translate = QCoreApplication.translate
_FOLDER = "folders/documents"


@dataclass(frozen=True, slots=True)
class Paper:
    """Something that can be saved: the proposed name, the job that writes it, and the job that makes it ready for drawing.

    Without ``printable`` it is a list, for Excel alone.
    """

    stem: str
    write: Callable[[Path], Job]
    printable: Callable[[], Job] | None = None


class PaperFiles(QObject):
    """Word and PDF for the file, Excel for going on with the list."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._paper: Paper | None = None
        self._target: Path | None = None

    def ask_where(self, paper: Paper) -> None:
        """Asks for a name; its ending decides the form."""
        self._paper = paper
        dialog = QFileDialog(self._page, translate("PaperFiles", "Save"))
        dialog.setDirectory(str(self._page.workplace.settings.value(_FOLDER, QDir.homePath())))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        excel = translate("PaperFiles", "Excel workbook (*.xlsx)")
        word, pdf = translate("PaperFiles", "Word document (*.docx)"), translate("PaperFiles", "PDF document (*.pdf)")
        dialog.setNameFilters([word, pdf, excel] if paper.printable else [excel])
        dialog.setDefaultSuffix("docx" if paper.printable else "xlsx")
        dialog.filterSelected.connect(self._filter_chosen)
        dialog.selectFile(paper.stem)
        dialog.fileSelected.connect(self._named)
        dialog.open()

    def write(self, paper: Paper, target: Path) -> None:
        """Writes and opens it."""
        self._paper, self._target = paper, target
        self._page.workplace.settings.setValue(_FOLDER, str(target.parent))
        if target.suffix.lower() == ".pdf" and paper.printable is not None:
            self._page.run(paper.printable(), self._draw)
        else:
            self._page.run(paper.write(target), self._written)

    def print(self, paper: Paper) -> None:
        """Opens the dialog of the printer."""
        if paper.printable is not None:
            self._page.run(paper.printable(), self._ask_printer)

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
        if self._paper is not None:
            self.write(self._paper, Path(name))

    @Slot(object)
    def _draw(self, printable: object) -> None:
        """Qt draws text in the window's thread alone."""
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
