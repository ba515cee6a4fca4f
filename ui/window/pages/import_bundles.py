"""The page on which the centre takes bundles in: import, receipts, the imports so far, and the files that wait."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from ui.window.import_bundles.details_dialog import DetailsDialog
from ui.window.import_bundles.history_tab import HistoryTab
from ui.window.import_bundles.import_tab import ImportTab
from ui.window.import_bundles.receipts_tab import ReceiptsTab
from ui.window.import_bundles.view import FileDetails, PastView
from ui.window.import_bundles.waiting_tab import WaitingTab
from ui.window.operations import import_bundles as operations
from ui.window.page import Card, Page, set_tone, text_label, title_label
from ui.window.pin import ask_pin
from ui.window.tasks import Job
from ui.window.workplace import Workplace

translate = QCoreApplication.translate
WAITING = "waiting"
"""The argument with which another page asks for the waiting files; a list of paths means: take these in."""


class ImportBundlesPage(Page):
    """Files come by buttons, by dropping them anywhere on the page, or from outside through ``show_argument``."""

    watches = ChangeSet(registry=True, periods=True, exchange=True)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.setAcceptDrops(True)
        self._past = PastView((), ())
        self._details_job: Job | None = None
        self.import_tab = ImportTab(self)
        self.receipts = ReceiptsTab(self)
        self.history = HistoryTab(self)
        self.waiting = WaitingTab(self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.import_tab, translate("ImportBundlesPage", "I&mport"))
        self.tabs.addTab(self.receipts, translate("ImportBundlesPage", "&Receipts"))
        self.tabs.addTab(self.history, translate("ImportBundlesPage", "&History"))
        self.tabs.addTab(self.waiting, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title_label(translate("ImportBundlesPage", "Import"), self))
        column.addWidget(self._make_offer())
        column.addWidget(self.tabs, 1)
        self._show_waiting_count()
        self._connect()

    def refresh(self) -> None:
        """Reads the past and what waits, and looks for sticks; a running import is left alone."""
        self.run(operations.show_past(language=self.workplace.language), self._show)
        self.import_tab.look_for_drives()
        self.receipts.mark_stale()

    def show_argument(self, argument: object) -> None:
        """Files to be taken in, or the waiting ones to be looked at."""
        if argument == WAITING:
            self.tabs.setCurrentWidget(self.waiting)
        elif isinstance(argument, Sequence) and not isinstance(argument, str):
            self.open_files([Path(name) for name in argument])

    @Slot(object)
    def open_files(self, files: object) -> None:
        """Checks files and folders."""
        self.tabs.setCurrentWidget(self.import_tab)
        self.import_tab.open_files(files)

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files and folders from the file manager."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Checks what was dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.open_files(files)

    # Building

    def _make_offer(self) -> Card:
        """The offer to try waiting files again; hidden while there is nothing to offer."""
        self.offer = Card(self)
        self._offer_text = text_label(parent=self.offer)
        set_tone(self._offer_text, "good")
        self.offer_button = QPushButton(translate("ImportBundlesPage", "Try them &now"), self.offer)
        row = QHBoxLayout()
        row.addWidget(self._offer_text, 1)
        row.addWidget(self.offer_button)
        self.offer.content.addLayout(row)
        self.offer.hide()
        return self.offer

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._tab_changed)
        self.offer_button.clicked.connect(self._try_hopeful)
        self.import_tab.imported.connect(self.refresh)
        self.import_tab.receipts_wanted.connect(self._to_receipts)
        self.history.undone.connect(self._undone)
        self.history.details_wanted.connect(self._show_original)
        self.waiting.try_wanted.connect(self.open_files)
        self.waiting.removed.connect(self._removed)
        self.waiting.details_wanted.connect(self._show_file)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self).activated.connect(self.refresh)

    # Showing

    @Slot(object)
    def _show(self, found: object) -> None:
        self._past = cast(PastView, found)
        self.history.show_imports(self._past.imports)
        self.waiting.show_waiting(self._past.waiting)
        self._show_waiting_count()
        hopeful = len(self._past.hopeful)
        text = translate("ImportBundlesPage", "Keys were admitted since: %n waiting file(s) may be taken in now.", "", hopeful)
        self._offer_text.setText(text)
        self.offer.setVisible(bool(hopeful))

    def _show_waiting_count(self) -> None:
        count = self.workplace.words.number(len(self._past.waiting))
        text = translate("ImportBundlesPage", "&Waiting files: {count}").format(count=count)
        self.tabs.setTabText(self.tabs.indexOf(self.waiting), text)

    @Slot(int)
    def _tab_changed(self, _: int) -> None:
        if self.tabs.currentWidget() is self.receipts:
            self.receipts.refresh()

    @Slot(object)
    def _to_receipts(self, offices: object) -> None:
        self.receipts.offer(cast("Sequence[str]", offices))
        self.tabs.setCurrentWidget(self.receipts)

    @Slot()
    def _try_hopeful(self) -> None:
        self.open_files(list(self._past.hopeful))

    @Slot()
    def _undone(self) -> None:
        self.said.emit(Code.OK)
        changes = ChangeSet(activities=True, periods=True, exchange=True)
        self.workplace.announcer.announce(changes, initiator=self)
        self.refresh()

    @Slot()
    def _removed(self) -> None:
        self.said.emit(Code.OK)
        self.workplace.announcer.announce(ChangeSet(exchange=True), initiator=self)
        self.refresh()

    # Details

    @Slot(int)
    def _show_original(self, import_id: int) -> None:
        self._ask_details(operations.show_original(import_id=import_id, language=self.workplace.language))

    @Slot(object)
    def _show_file(self, path: object) -> None:
        self._ask_details(operations.show_details(path=cast(Path, path), language=self.workplace.language))

    def _ask_details(self, job: Job) -> None:
        """Files for the centre are encrypted: the keys have to be open."""
        self._details_job = job
        ask_pin(self.workplace, self, self._read_details, failed=self.tell_failure)

    def _read_details(self) -> None:
        if self._details_job is not None:
            self.run(self._details_job, self._show_details)
            self._details_job = None

    @Slot(object)
    def _show_details(self, details: object) -> None:
        DetailsDialog(cast(FileDetails, details), self.workplace.words, self).open()
