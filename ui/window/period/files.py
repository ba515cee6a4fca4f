"""The report as a file: where to, which form by the name's ending, and opening what was written."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QDir, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from storage.domain.codes import Code
from ui.window.operations import period as operations
from ui.window.page import Page

translate = QCoreApplication.translate


class ReportFiles(QObject):
    """``target_chosen`` carries the path that somebody has named."""

    target_chosen = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._target: Path | None = None

    def ask_where(self, suffix: str, *, period: str) -> None:
        """Asks for a name that ends in ``suffix``."""
        workplace = self._page.workplace
        folder = str(workplace.settings.value("folders/documents", QDir.homePath()))
        dialog = QFileDialog(self._page, translate("ReportFiles", "Save the report"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.lstrip("."))
        dialog.setNameFilter(f"*{suffix}")
        dialog.selectFile(f"bao-cao-{workplace.identity.office.lower()}-{period}{suffix}")
        dialog.fileSelected.connect(self._named)
        dialog.open()

    def export(self, target: Path, *, period: str) -> None:
        """Writes the report and opens it."""
        self._target = target
        self._page.workplace.settings.setValue("folders/documents", str(target.parent))
        if target.suffix.lower() == ".pdf":
            self._page.run(operations.report_to_print(period=period), self._draw)
        else:
            language = self._page.workplace.language
            self._page.run(operations.export_report(period=period, target=target, language=language), self._written)

    @Slot(str)
    def _named(self, name: str) -> None:
        self.target_chosen.emit(Path(name))

    @Slot(object)
    def _draw(self, printable: object) -> None:
        """Qt draws text in the window's thread alone; a report of some pages takes a fraction of a second."""
        from ui.printing.pdf import render_pdf

        report = cast(operations.PrintableReport, printable)
        if self._target is not None:
            content = render_pdf(report.document, report.properties)
            self._page.run(operations.write_file(target=self._target, content=content), self._written)

    @Slot(object)
    def _written(self, _: object) -> None:
        self._page.said.emit(Code.OK)
        if self._target is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target)))
