"""The page on which the centre proves: every original bundle, the whole ledger, the auditor's folder, the activity log."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from storage.domain.changes import ChangeSet
from ui.window.archive.acts_tab import ActsTab
from ui.window.archive.audit_tab import AuditTab
from ui.window.archive.bundles_tab import BundlesTab
from ui.window.archive.ledger_tab import LedgerTab
from ui.window.archive.view import ArchiveView
from ui.window.operations import archive as operations
from ui.window.page import Page, title_label
from ui.window.workplace import Workplace

translate = QCoreApplication.translate


class ArchivePage(Page):
    """Nothing in the ledger or the archive is changed from here, unless somebody has the lists made anew."""

    watches = ChangeSet(activities=True, periods=True, registry=True, exchange=True)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.bundles = BundlesTab(self)
        self.ledger = LedgerTab(self)
        self.audit = AuditTab(self)
        self.acts = ActsTab(self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.bundles, translate("ArchivePage", "&Bundles"))
        self.tabs.addTab(self.ledger, translate("ArchivePage", "&Ledger check"))
        self.tabs.addTab(self.audit, translate("ArchivePage", "&Auditor's folder"))
        self.tabs.addTab(self.acts, translate("ArchivePage", "Activity lo&g"))
        self.tabs.currentChanged.connect(self._tab_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title_label(translate("ArchivePage", "Archive and proof"), self))
        column.addWidget(self.tabs, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self).activated.connect(self.refresh)

    def refresh(self) -> None:
        """Reads the list of originals, and the log when it is looked at; results of checks stay."""
        self.run(operations.show_archive(language=self.workplace.language), self._show)
        self.acts.mark_stale()

    @Slot(object)
    def _show(self, found: object) -> None:
        view = cast(ArchiveView, found)
        self.bundles.show_archive(view)
        self.audit.show_archive(view)

    @Slot(int)
    def _tab_changed(self, _: int) -> None:
        if self.tabs.currentWidget() is self.acts:
            self.acts.refresh()
