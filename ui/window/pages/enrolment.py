"""The page of enrolment: the desk with its telephone check, offices and their keys, the kit, the keys of the centre."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from storage.domain.changes import ChangeSet
from ui.window.enrolment.kit_tab import KitTab
from ui.window.enrolment.offices_tab import OfficesTab
from ui.window.enrolment.requests_tab import RequestsTab
from ui.window.enrolment.trust_tab import TrustTab
from ui.window.enrolment.view import DeskView
from ui.window.operations import enrolment as operations
from ui.window.operations.enrolment import IssuedKit
from ui.window.page import Page, title_label
from ui.window.workplace import Workplace

translate = QCoreApplication.translate


class EnrolmentPage(Page):
    """Each tab carries out its own part; the page reads for all of them, and takes files that are dropped anywhere on it."""

    watches = ChangeSet(registry=True, exchange=True)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.setAcceptDrops(True)
        self.requests = RequestsTab(self)
        self.offices = OfficesTab(self)
        self.kit = KitTab(self)
        self.trust = TrustTab(self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.requests, translate("EnrolmentPage", "Reques&ts"))
        self.tabs.addTab(self.offices, translate("EnrolmentPage", "Offices and ke&ys"))
        self.tabs.addTab(self.kit, translate("EnrolmentPage", "&Kit"))
        self.tabs.addTab(self.trust, translate("EnrolmentPage", "Keys of the &centre"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(title_label(translate("EnrolmentPage", "Enrolment"), self))
        column.addWidget(self.tabs, 1)
        self.requests.decided.connect(self._written)
        self.requests.return_wanted.connect(self._give_back)
        self.offices.changed.connect(self._written)
        self.kit.issued.connect(self._written)
        self.kit.offices_wanted.connect(self._show_offices_of_kit)
        self.trust.renewed.connect(self._renewed)
        self.trust.recovered.connect(self._written)

    def refresh(self) -> None:
        """Reads requests, offices, the kit and the centre's keys."""
        self.run(operations.show_desk(language=self.workplace.language), self._show)

    def show_argument(self, argument: object) -> None:
        """Files of requests, or the code of an office that is to be found."""
        if isinstance(argument, str):
            self.offices.search.setText(argument)
            self.tabs.setCurrentWidget(self.offices)
        elif isinstance(argument, Sequence):
            self.tabs.setCurrentWidget(self.requests)
            self.requests.take([Path(name) for name in argument])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files and folders from the file manager."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens what was dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.show_argument(files)

    # What is shown

    @Slot(object)
    def _show(self, found: object) -> None:
        view = cast(DeskView, found)
        self.requests.show_requests(view.requests)
        count = len(view.requests)
        title = translate("EnrolmentPage", "Reques&ts")
        self.tabs.setTabText(0, f"{title} ({self.workplace.words.number(count)})" if count else title)
        self.offices.show_offices(view.offices, view.kit.no)
        self.kit.show_kit(view.kit, view.trust, view.offices)
        self.trust.show_trust(view.trust, view.now)

    @Slot()
    def _written(self) -> None:
        self.workplace.announcer.announce(ChangeSet(registry=True, exchange=True), initiator=self)
        self.refresh()

    @Slot(str)
    def _give_back(self, office: str) -> None:
        self.tabs.setCurrentWidget(self.offices)
        self.offices.search.setText(office)
        self.offices.give_back_to(office)

    @Slot(int)
    def _show_offices_of_kit(self, number: int) -> None:
        self.offices.show_kit(number)
        self.tabs.setCurrentWidget(self.offices)

    @Slot(object)
    def _renewed(self, made: object) -> None:
        self.kit.show_issued(cast(IssuedKit, made))
        self._written()
