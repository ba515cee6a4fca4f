"""The main window: navigation at the left, the chosen page at the right, the message bar above it, busy work below."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.window.icons import icon
from ui.window.message_bar import MessageBar
from ui.window.page import Page
from ui.window.role_profile import PageEntry, pages_of
from ui.window.workplace import Workplace

translate = QCoreApplication.translate
_NAVIGATION_WIDTH = 210


class MainWindow(QMainWindow):
    """Opened once; pages are made when they are first wanted."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self._entries = pages_of(workplace.identity.role)
        self._pages: dict[str, Page] = {}
        self.setWindowTitle(f"{workplace.identity.office_name} – Sổ Hoạt Động")
        self._navigation = self._make_navigation()
        self._messages = MessageBar(workplace.words, self)
        self._stack = QStackedWidget(self)
        self._busy = QLabel(self)
        self.statusBar().addPermanentWidget(self._busy)
        self.setCentralWidget(self._make_content())
        workplace.runner.busy_changed.connect(self._show_busy)
        for number, entry in enumerate(self._entries, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda key=entry.key: self.open_page(key))
        self._restore_geometry()
        if self._entries:
            self.open_page(self._entries[0].key)

    def open_page(self, key: str, argument: object = None) -> None:
        """Brings a page to the front, making it when needed."""
        position = next(index for index, entry in enumerate(self._entries) if entry.key == key)
        page = self._pages.get(key) or self._make_page(self._entries[position])
        if self._navigation.currentRow() != position:
            self._navigation.blockSignals(True)
            self._navigation.setCurrentRow(position)
            self._navigation.blockSignals(False)
        self._stack.setCurrentWidget(page)
        page.activate(argument)

    def page(self, key: str) -> Page:
        """A page, made when needed; for tests and for the manual's pictures."""
        self.open_page(key)
        return self._pages[key]

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks while a job is running; never drops one half done."""
        if self.workplace.runner.busy and not self._may_leave():
            event.ignore()
            return
        self.workplace.settings.setValue("window/geometry", self.saveGeometry())
        event.accept()

    def _make_navigation(self) -> QListWidget:
        navigation = QListWidget(self)
        navigation.setObjectName("navigation")
        navigation.setFixedWidth(_NAVIGATION_WIDTH)
        navigation.setIconSize(QSize(20, 20))
        navigation.setAccessibleName(translate("MainWindow", "Pages"))
        colour = self.palette().windowText().color().name()
        for number, entry in enumerate(self._entries, 1):
            item = QListWidgetItem(icon(entry.icon, colour), translate("Navigation", entry.title))
            item.setToolTip(f"Ctrl+{number}")
            navigation.addItem(item)
        navigation.currentRowChanged.connect(self._chosen)
        return navigation

    def _make_content(self) -> QWidget:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(18, 14, 18, 8)
        column.addWidget(self._messages)
        column.addWidget(self._stack, 1)
        content = QWidget(self)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addWidget(right, 1)
        return content

    def _make_page(self, entry: PageEntry) -> Page:
        page = entry.create(self.workplace)
        page.said.connect(self._messages.tell)
        page.wanted.connect(self.open_page)
        self._pages[entry.key] = page
        self._stack.addWidget(page)
        return page

    @Slot(int)
    def _chosen(self, row: int) -> None:
        if 0 <= row < len(self._entries):
            self.open_page(self._entries[row].key)

    @Slot(bool)
    def _show_busy(self, busy: bool) -> None:
        self._busy.setText(translate("MainWindow", "Working…") if busy else "")

    def _may_leave(self) -> bool:
        answer = QMessageBox.question(
            self,
            translate("MainWindow", "Work is still going on"),
            translate("MainWindow", "A job is still running. Stop it and close the program? Nothing is left half done."),
        )
        return answer == QMessageBox.StandardButton.Yes

    def _restore_geometry(self) -> None:
        geometry = self.workplace.settings.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        else:
            self.resize(QSize(1180, 700))
        self.setMinimumSize(QSize(860, 560))
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
