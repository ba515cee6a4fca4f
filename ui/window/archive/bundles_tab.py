"""Every original that is kept: found, looked into, copied byte by byte, verified again one by one or all at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QDir, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from storage.domain.progress import Progress
from ui.window.archive.archive_filters import ArchiveFilters
from ui.window.archive.bundle_list import BundleList
from ui.window.archive.original_dialog import OriginalDialog
from ui.window.archive.view import ArchiveView, OriginalDetails, OriginalRow, narrowed
from ui.window.import_bundles.progress_row import ProgressRow
from ui.window.operations import archive as operations
from ui.window.operations import archive_records as records
from ui.window.page import Page, set_tone, text_label
from ui.window.paper_files import Paper, PaperFiles
from ui.window.pin import ask_pin

if TYPE_CHECKING:
    from export.exchange.archive import KeptOriginal, OriginalCheck
    from ui.window.tasks import TaskHandle

translate = QCoreApplication.translate
_FOLDER = "folders/originals"
_PAUSE = 200
"""Milliseconds after the last letter before the list is searched."""


class _Came(QObject):
    """Brings what the worker has verified into the window's thread."""

    came = Signal(object)


class BundlesTab(QWidget):
    """The keys are asked for when a bundle is opened; the list itself needs none."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._view = ArchiveView()
        self._wanted: tuple[KeptOriginal, ...] = ()
        self._looked_at: OriginalRow | None = None
        self._handle: TaskHandle | None = None
        self._sink: _Came | None = None
        self.result: operations.Verified | None = None
        self.files = PaperFiles(page)
        self.filters = ArchiveFilters(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._narrow)
        self.filters.changed.connect(self._pause.start)
        self.list = BundleList(page.workplace.words, self)
        self.list.changed.connect(self._show_buttons)
        self.list.opened.connect(self.show_details)
        self.summary = text_label(parent=self)
        self.progress = ProgressRow(page.workplace.words, self)
        self.progress.stop_wanted.connect(self._stop)
        self._lay_out()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.filters.focus_search)
        self._show_buttons()

    def show_archive(self, view: ArchiveView) -> None:
        """Replaces the list; what was chosen, wanted and verified stays."""
        self._view = view
        self.filters.show_periods(view.periods)
        self._narrow()

    # Verifying

    @Slot()
    def verify_chosen(self) -> None:
        """Verifies the selected originals."""
        self._verify([row.original for row in self.list.chosen])

    @Slot()
    def verify_shown(self) -> None:
        """Verifies every original that the filters leave."""
        self._verify([row.original for row in self.list.shown])

    def _verify(self, originals: Sequence[KeptOriginal]) -> None:
        if originals and self._handle is None:
            self._wanted = tuple(originals)
            ask_pin(self._page.workplace, self._page, self._start, failed=self._page.tell_failure)

    def _start(self) -> None:
        if self._handle is not None:
            return
        if self._sink is not None:
            self._sink.deleteLater()
        self._sink = _Came(self)
        self._sink.came.connect(self._came)
        self.progress.begin()
        job = operations.verify(originals=self._wanted, told=self._sink.came.emit)
        self._handle = self._page.run(job, self._verified, cancellable=True)
        self._handle.progressed.connect(self._progressed)
        self._handle.finished.connect(self._finished)
        self._show_buttons()
        self.progress.stop.setFocus()

    @Slot(object)
    def _came(self, check: object) -> None:
        self.list.add_check(cast("OriginalCheck", check))

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
        self._narrow()
        self.list.table.setFocus()

    @Slot(object)
    def _verified(self, result: object) -> None:
        self.result = cast(operations.Verified, result)
        for _, check in self.result.lines:
            self.list.add_check(check)
        done, wrong, number = len(self.result.lines), self.result.wrong, self._page.workplace.words.number
        if wrong:
            text = translate("BundlesTab", "{done} verified: {good} in order, {wrong} not. Choose one to see what to do.")
        else:
            text = translate("BundlesTab", "{done} verified: all are what the offices sent.")
        said = text.format(done=number(done), good=number(done - wrong), wrong=number(wrong))
        if done < self.result.planned:
            stopped = translate("BundlesTab", "Stopped before the other {count}.")
            said = f"{said} {stopped.format(count=number(self.result.planned - done))}"
        self._say(said, "bad" if wrong else "good")

    # Copies and details

    @Slot()
    def ask_copy(self) -> None:
        """Asks where to: a file for one original, a folder for several."""
        self._wanted = tuple(row.original for row in self.list.chosen if row.original.size is not None)
        if not self._wanted:
            return
        dialog = QFileDialog(self._page, translate("BundlesTab", "Save a copy"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setDirectory(str(self._page.workplace.settings.value(_FOLDER, QDir.homePath())))
        if len(self._wanted) == 1:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilter(translate("BundlesTab", "Bundle (*.shd)"))
            dialog.setDefaultSuffix("shd")
            dialog.selectFile(self._wanted[0].file or f"{self._wanted[0].payload[:16]}.shd")
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._save_named)
        dialog.open()

    @Slot(str)
    def _save_named(self, name: str) -> None:
        self.save_copies(self._wanted, Path(name))

    def save_copies(self, originals: Sequence[KeptOriginal], target: Path) -> None:
        """Copies one original to a file, several into a folder, and compares."""
        folder = target.parent if len(originals) == 1 else target
        self._page.workplace.settings.setValue(_FOLDER, str(folder))
        self._page.run(operations.save_copies(originals=originals, target=target), self._copied, cancellable=True)

    @Slot(object)
    def _copied(self, paths: object) -> None:
        copies = cast("tuple[Path, ...]", paths)
        text = translate("BundlesTab", "%n copy(ies) written and compared byte by byte, in {folder}.", "", len(copies))
        self._say(text.format(folder=copies[0].parent), "good")

    @Slot()
    def show_details(self) -> None:
        """Looks into the chosen original; the keys have to be open."""
        if len(self.list.chosen) == 1:
            self._looked_at = self.list.chosen[0]
            ask_pin(self._page.workplace, self._page, self._read_details, failed=self._page.tell_failure)

    def _read_details(self) -> None:
        if self._looked_at is not None:
            job = operations.show_original(original=self._looked_at.original, language=self._page.workplace.language)
            self._page.run(job, self._show_details)

    @Slot(object)
    def _show_details(self, found: object) -> None:
        if self._looked_at is not None:
            OriginalDialog(self._looked_at, cast(OriginalDetails, found), self._page.workplace.words, self._page).open()

    # The record

    @property
    def paper(self) -> Paper | None:
        """The record of the last verification."""
        result, words = self.result, self._page.workplace.words
        if result is None:
            return None
        return Paper(
            f"bien-ban-kiem-tra-goi-{result.at[:10]}",
            lambda target: records.write_originals(verified=result, target=target, words=words),
            lambda: records.originals_to_print(verified=result),
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

    @Slot()
    def _narrow(self) -> None:
        rows = narrowed(self._view.rows, self.filters.wanted, self.list.checks)
        self.list.show_rows(rows)
        if self.result is None:
            number = self._page.workplace.words.number
            text = translate("BundlesTab", "{shown} of {count} original bundles.")
            self._say(text.format(shown=number(len(rows)), count=number(len(self._view.rows))), "")

    def _say(self, text: str, tone: str) -> None:
        self.summary.setText(text)
        set_tone(self.summary, tone)

    @Slot()
    def _show_buttons(self) -> None:
        chosen, idle = self.list.chosen, self._handle is None
        self.look.setEnabled(len(chosen) == 1 and idle)
        self.copy.setEnabled(any(row.original.size is not None for row in chosen) and idle)
        self.verify.setEnabled(bool(chosen) and idle)
        self.verify_all.setEnabled(bool(self.list.shown) and idle)
        for button in (self.save, self.paper_button):
            button.setEnabled(self.result is not None and idle)

    def _lay_out(self) -> None:
        self.save = QPushButton(translate("BundlesTab", "Save the res&ult…"), self)
        self.paper_button = QPushButton(translate("BundlesTab", "&Print…"), self)
        self.look = QPushButton(translate("BundlesTab", "&Details…"), self)
        self.copy = QPushButton(translate("BundlesTab", "Save a cop&y…"), self)
        self.verify_all = QPushButton(translate("BundlesTab", "Verify all sho&wn"), self)
        self.verify = QPushButton(translate("BundlesTab", "&Verify again"), self)
        self.verify.setProperty("role", "primary")
        told, foot = QHBoxLayout(), QHBoxLayout()
        told.addWidget(self.summary, 1)
        foot.addStretch(1)
        for button, action in (
            (self.save, self._save_record),
            (self.paper_button, self._print_record),
            (self.look, self.show_details),
            (self.copy, self.ask_copy),
            (self.verify_all, self.verify_shown),
            (self.verify, self.verify_chosen),
        ):
            button.clicked.connect(action)
            (told if button in (self.save, self.paper_button) else foot).addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for widget in (self.filters, self.list, self.progress):
            column.addWidget(widget, 1 if widget is self.list else 0)
        column.addLayout(told)
        column.addLayout(foot)
