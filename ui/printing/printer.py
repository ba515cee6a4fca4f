"""Asking for a printer and giving it sheets. What stands on them comes in; nothing of the ledger is known here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from export.documents.paper_sheet import PaperSheet
from export.documents.report_model import ReportDocument
from ui.printing.composer import load_fonts
from ui.printing.drawing import draw
from ui.printing.pages import Sheets, compose
from ui.printing.paper import compose_paper

translate = QCoreApplication.translate


def print_papers(printer: QPrinter, papers: Sequence[PaperSheet]) -> bool:
    """Gives every sheet to the printer, or to the PDF that it stands for; False when it takes nothing.

    Raises ``LedgerError(FILE_UNREADABLE)`` when the program's own font is missing.
    """
    return _print_runs(printer, lambda: [compose_paper(paper, printer) for paper in papers])


def print_document(printer: QPrinter, document: ReportDocument) -> bool:
    """Gives a document of the model with its annexes to the printer. Answers and raises as ``print_papers``."""
    return _print_runs(printer, lambda: compose(document, printer))


def _print_runs(printer: QPrinter, laid_out: Callable[[], Sequence[Sheets]]) -> bool:
    """The fonts have to be known before anything is laid out."""
    application = QApplication.instance()
    assert application is not None  # noqa: S101 - printing is asked for in a window
    load_fonts(application)
    printer.setFullPage(True)
    return draw(printer, laid_out())


class PaperPrinter(QPrintDialog):
    """The system's dialog; ``ask`` shows it, and the sheets are printed when it is accepted. ``printed`` follows."""

    printed = Signal()

    def __init__(self, papers: Sequence[PaperSheet], parent: QWidget) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        self._printer.setDocName(papers[0].title if papers else "")
        super().__init__(self._printer, parent)
        self._papers = tuple(papers)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("PaperPrinter", "Print"))
        self.accepted.connect(self._print)

    def ask(self) -> None:
        """Shows the dialog. Its own ``open`` wants the name of a slot."""
        QDialog.open(self)

    def _give(self, printer: QPrinter) -> bool:
        return print_papers(printer, self._papers)

    @Slot(QPrinter)
    def _print(self, _: QPrinter) -> None:
        if self._give(self._printer):
            self.printed.emit()
            return
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            translate("PaperPrinter", "Print"),
            translate(
                "PaperPrinter", "The printer did not take the page. Is it switched on? A PDF file can be chosen instead."
            ),
            QMessageBox.StandardButton.Close,
            self.parentWidget(),
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


class DocumentPrinter(PaperPrinter):
    """The same for a document of the model."""

    def __init__(self, document: ReportDocument, parent: QWidget) -> None:
        super().__init__((), parent)
        self._document = document
        self._printer.setDocName(document.title)

    def _give(self, printer: QPrinter) -> bool:
        return print_document(printer, self._document)
