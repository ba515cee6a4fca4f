"""Starts what the tab of several periods asks for, and shows the answers: reading, what stands behind, the documents."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QDir, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from ui.window.consolidate.report_tab import ReportTab
from ui.window.consolidate.span_tab import SpanTab
from ui.window.consolidate.span_view import SpanOffices, SpanSheet
from ui.window.consolidate.view import ActivityLine
from ui.window.operations import spans as operations
from ui.window.operations.period import PrintableReport, write_file
from ui.window.page import Page

translate = QCoreApplication.translate
_FOLDER = "folders/documents"


class SpanPresenter(QObject):
    """Between the page, whose jobs these are, and the tab. Reads only once the tab has been opened."""

    def __init__(self, page: Page, tab: SpanTab, report: ReportTab) -> None:
        super().__init__(page)
        self._page = page
        self._tab = tab
        self._report = report
        self._opened = False
        self._turn = 0
        self._target: Path | None = None
        tab.head.wanted.connect(self.read)
        tab.head.file_wanted.connect(self._ask_where)
        tab.detail.offices_wanted.connect(self._read_offices)
        tab.detail.activities_wanted.connect(self._read_activities)

    def open(self) -> None:
        """The tab is looked at: the first time it is read."""
        if not self._opened:
            self._opened = True
            self.read()

    def refresh(self) -> None:
        """What the figures rest on has changed."""
        if self._opened:
            self.read()

    @Slot()
    def read(self) -> None:
        """Reads what is chosen; only the answer to the last question is shown."""
        self._turn += 1
        turn = self._turn

        def show(answer: object) -> None:
            if turn == self._turn:
                self._tab.show_sheet(cast(SpanSheet, answer))

        def failed(error: LedgerError) -> None:
            """What is shown stays, and so do the boxes that belong to it."""
            self._page.tell_failure(error)
            if self._tab.sheet is not None:
                self._tab.head.show_sheet(self._tab.sheet)

        job = operations.show_span(wanted=self._tab.head.chosen, language=self._page.workplace.language)
        self._page.run(job, show, failed=failed)

    @Slot(str)
    def _read_offices(self, indicator: str) -> None:
        sheet = self._tab.sheet
        if sheet is not None:
            language = self._page.workplace.language
            job = operations.show_span_offices(wanted=sheet.wanted, indicator=indicator, language=language)
            self._page.run(job, self._show_offices)

    @Slot(object)
    def _show_offices(self, answer: object) -> None:
        self._tab.detail.show_offices(cast(SpanOffices, answer))

    @Slot(str, str, object)
    def _read_activities(self, period: str, indicator: str, offices: object) -> None:
        job = operations.show_span_activities(
            period=period,
            offices=cast("tuple[str, ...]", offices),
            indicator=indicator,
            language=self._page.workplace.language,
        )
        self._page.run(job, self._show_activities)

    @Slot(object)
    def _show_activities(self, answer: object) -> None:
        self._tab.detail.show_activities(cast("tuple[ActivityLine, ...]", answer))

    # The documents

    @Slot(str)
    def _ask_where(self, suffix: str) -> None:
        sheet = self._tab.sheet
        if sheet is None:
            return
        folder = str(self._page.workplace.settings.value(_FOLDER, QDir.homePath()))
        dialog = QFileDialog(self._page, translate("SpanPresenter", "Save the report of several periods"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.lstrip("."))
        dialog.setNameFilter(f"*{suffix}")
        dialog.selectFile(f"bao-cao-tong-hop-{sheet.wanted.first}-{sheet.wanted.last}{suffix}")
        dialog.fileSelected.connect(self._named)
        dialog.open()

    @Slot(str)
    def _named(self, name: str) -> None:
        self.write(Path(name))

    def write(self, target: Path) -> None:
        """Writes the report of what is shown, by the file's name, and opens it."""
        sheet = self._tab.sheet
        if sheet is None:
            return
        self._target = target
        self._page.workplace.settings.setValue(_FOLDER, str(target.parent))
        signature, language = self._report.signature, self._page.workplace.language
        if target.suffix.lower() == ".pdf":
            self._page.run(operations.span_report_to_print(wanted=sheet.wanted, signature=signature), self._draw)
            return
        job = operations.write_span_report(wanted=sheet.wanted, target=target, signature=signature, language=language)
        self._page.run(job, self._written, cancellable=True)

    @Slot(object)
    def _draw(self, printable: object) -> None:
        """Qt draws text in the window's thread alone."""
        from ui.printing.pdf import render_pdf

        report = cast(PrintableReport, printable)
        if self._target is not None:
            content = render_pdf(report.document, report.properties)
            self._page.run(write_file(target=self._target, content=content), self._written)

    @Slot(object)
    def _written(self, _: object) -> None:
        self._page.said.emit(Code.OK)
        if self._target is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target)))
