"""The check of the whole ledger: part by part, compared with receipts and, when one is given, with a backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QDir, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.domain.progress import Progress
from ui.window.archive.words import finding_text, part_word
from ui.window.import_bundles.progress_row import ProgressRow
from ui.window.moments import moment_text
from ui.window.operations import archive as operations
from ui.window.operations import archive_records as records
from ui.window.page import Page, set_tone, text_label
from ui.window.paper_files import Paper, PaperFiles
from ui.window.row_view import RowView
from ui.window.text_model import TextModel

if TYPE_CHECKING:
    from export.exchange.ledger_check import LedgerCheck, PartChecked
    from ui.window.tasks import TaskHandle

translate = QCoreApplication.translate
_MOST_TOLD = 200
"""Findings that are shown; all of them stand in the record."""


class LedgerTab(QWidget):
    """No keys are needed. Nothing is changed, unless somebody has the lists made anew."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._handle: TaskHandle | None = None
        self._once_more = False
        self.result: LedgerCheck | None = None
        self.files = PaperFiles(page)
        heads = (
            translate("LedgerTab", "What is checked"),
            translate("LedgerTab", "How many"),
            translate("LedgerTab", "Result"),
        )
        self.model = TextModel(heads, self._texts, right=frozenset({1}), parent=self)
        self.table = RowView(
            self.model, name=translate("LedgerTab", "Parts of the check"), widths=(64, 14), many=False, parent=self
        )
        self.details = QTextBrowser(self)
        self.details.setAccessibleName(translate("LedgerTab", "What was found"))
        self.details.setOpenLinks(False)
        self.details.setPlaceholderText(translate("LedgerTab", "The ledger has not been checked since this page was opened."))
        self.progress = ProgressRow(page.workplace.words, self)
        self.progress.stop_wanted.connect(self._stop)
        self.summary = text_label(parent=self)
        self._lay_out()
        self._show_buttons()

    # Checking

    @Slot()
    def start(self) -> None:
        """Checks the ledger alone."""
        self.check(None)

    @Slot()
    def ask_backup(self) -> None:
        """Asks for a backup to compare with."""
        dialog = QFileDialog(self._page, translate("LedgerTab", "Compare with a backup"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory(str(self._page.workplace.folders.backups))
        dialog.setNameFilters([translate("LedgerTab", "Backup of a ledger (*.db)"), translate("LedgerTab", "All files (*)")])
        dialog.fileSelected.connect(self._backup_chosen)
        dialog.open()

    @Slot(str)
    def _backup_chosen(self, name: str) -> None:
        self.check(Path(QDir.cleanPath(name)))

    def check(self, against: Path | None) -> None:
        """Checks everything, with a backup when one is given."""
        if self._handle is not None:
            return
        self.progress.begin()
        job = operations.check_ledger(against=against)
        self._handle = self._page.run(job, self._checked, cancellable=True)
        self._handle.progressed.connect(self._progressed)
        self._handle.finished.connect(self._finished)
        self._show_buttons()
        self.progress.stop.setFocus()

    @Slot(object)
    def _progressed(self, progress: object) -> None:
        self.progress.show_progress(cast(Progress, progress))

    @Slot()
    def _stop(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    @Slot()
    def _finished(self) -> None:
        self._handle = None
        self.progress.hide()
        self._show_buttons()
        self.go.setFocus()
        if self._once_more:
            self._once_more = False
            self.start()

    @Slot(object)
    def _checked(self, result: object) -> None:
        self.result = cast("LedgerCheck", result)
        self.model.show_values(self.result.parts)
        findings, words = self.result.findings, self._page.workplace.words
        number = words.number
        if findings:
            text = translate("LedgerTab", "Checked on {moment}: {count} finding(s) among {entries} records.")
        else:
            text = translate("LedgerTab", "Checked on {moment}: {entries} records, nothing differs.")
        said = text.format(moment=moment_text(self.result.at), count=number(len(findings)), entries=number(self.result.entries))
        self.summary.setText(said)
        set_tone(self.summary, "bad" if findings else "good")
        told = [finding_text(finding, words) for finding in findings[:_MOST_TOLD]]
        content = translate("LedgerTab", "Digest of what the ledger shows: {digest}")
        hint = translate(
            "LedgerTab", "Write it down beside the date: two ledgers that show the same have the same digest, on any PC."
        )
        told += [content.format(digest=self.result.content), hint]
        self.details.setPlainText("\n\n".join(told))

    # Making the lists anew

    @Slot()
    def _rebuild(self) -> None:
        if self._handle is None:
            self._handle = self._page.run(operations.rebuild_lists(), self._rebuilt)
            self._handle.finished.connect(self._finished)
            self._show_buttons()

    @Slot(object)
    def _rebuilt(self, _: object) -> None:
        self._page.said.emit(Code.OK)
        changes = ChangeSet(activities=True, periods=True, registry=True, exchange=True)
        self._page.workplace.announcer.announce(changes, initiator=self._page)
        self._once_more = True

    # The record

    @property
    def paper(self) -> Paper | None:
        """The record of the last check."""
        result, words = self.result, self._page.workplace.words
        if result is None:
            return None
        return Paper(
            f"bien-ban-kiem-tra-so-{result.at[:10]}",
            lambda target: records.write_ledger(check=result, target=target, words=words),
            lambda: records.ledger_to_print(check=result),
        )

    @Slot()
    def _save_record(self) -> None:
        if (paper := self.paper) is not None:
            self.files.ask_where(paper)

    @Slot()
    def _print_record(self) -> None:
        if (paper := self.paper) is not None:
            self.files.print(paper)

    # Showing

    def _show_buttons(self) -> None:
        idle = self._handle is None
        self.go.setEnabled(idle)
        self.compare.setEnabled(idle)
        for button in (self.save, self.paper_button):
            button.setEnabled(idle and self.result is not None)
        codes = {finding.code for finding in self.result.findings} if self.result is not None else set()
        self.rebuild.setVisible(Code.LEDGER_TABLES_DIFFER in codes)
        self.rebuild.setEnabled(idle)

    def _texts(self, part: PartChecked) -> tuple[str, str, str]:
        words = self._page.workplace.words
        result = translate("LedgerTab", "In order")
        if part.findings:
            result = translate("LedgerTab", "%n finding(s)", "", len(part.findings))
        return part_word(part.part.value), words.number(part.count), result

    def _lay_out(self) -> None:
        intro = translate(
            "LedgerTab",
            "Checks the ledger's file, every chain of records, lists and totals, each receipt that was issued, and that the "
            "originals are kept. With a backup of an earlier day it also checks that nothing of that day is gone.",
        )
        self.go = QPushButton(translate("LedgerTab", "&Check the whole ledger"), self)
        self.go.setProperty("role", "primary")
        self.compare = QPushButton(translate("LedgerTab", "C&ompare with a backup…"), self)
        self.rebuild = QPushButton(translate("LedgerTab", "Make the lists ane&w"), self)
        self.save = QPushButton(translate("LedgerTab", "Save the res&ult…"), self)
        self.paper_button = QPushButton(translate("LedgerTab", "&Print…"), self)
        told, foot = QHBoxLayout(), QHBoxLayout()
        told.addWidget(self.summary, 1)
        for button in (self.save, self.paper_button):
            told.addWidget(button)
        foot.addStretch(1)
        for button in (self.rebuild, self.compare, self.go):
            foot.addWidget(button)
        actions = (self._save_record, self._print_record, self._rebuild, self.ask_backup, self.start)
        for button, action in zip((self.save, self.paper_button, self.rebuild, self.compare, self.go), actions, strict=True):
            button.clicked.connect(action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(text_label(intro, self))
        column.addWidget(self.table, 1)
        column.addLayout(told)
        column.addWidget(self.details, 1)
        column.addWidget(self.progress)
        column.addLayout(foot)
