"""The main window: navigation at the left, the chosen page at the right, the message bar above it, busy work below."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from storage.domain.codes import Code
from storage.domain.role import Role
from storage.marker import Continuity
from ui.window.busy_bar import BusyBar
from ui.window.message_bar import MessageBar
from ui.window.mistakes import raise_window
from ui.window.navigation import Navigation
from ui.window.operations.keys import lock_keys
from ui.window.page import Page
from ui.window.role_profile import PageEntry, pages_of
from ui.window.workplace import Identity, Workplace

translate = QCoreApplication.translate
_FIRST_SIZE = QSize(1180, 690)
_SMALLEST_SIZE = QSize(860, 540)
_PATIENCE = 400
"""Milliseconds that a job gets to end by itself before a person is asked about it."""
_NOTICES = {Continuity.RESTORED: Code.LEDGER_RESTORED, Continuity.COPIED: Code.LEDGER_COPIED}


class MainWindow(QMainWindow):
    """Opened once; pages are made when they are first wanted, the first one after the window has been painted."""

    painted = Signal()
    """Once, after the window was first seen and its first page made: the time for everything that can wait."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self._entries = pages_of(workplace.identity.role)
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._painted = False
        self._leaving = False
        self._question: QMessageBox | None = None
        self.setWindowTitle(title_of(workplace.identity))
        self.navigation = Navigation(self._entries, self)
        self.messages = MessageBar(workplace.words, self)
        self._stack = QStackedWidget(self)
        self.busy = BusyBar(workplace.runner, workplace.words, self)
        self.setCentralWidget(self._make_content())
        self.navigation.chosen.connect(self.show_page)
        self.navigation.entered.connect(self._enter_page)
        self.navigation.help_wanted.connect(self.show_help)
        self.navigation.lock_wanted.connect(self.lock)
        workplace.runner.busy_changed.connect(self._leave_when_idle)
        self._make_shortcuts()
        self._restore_geometry()

    # Pages

    @Slot(str)
    def show_page(self, key: str) -> None:
        """A page picked in the navigation, which keeps the keyboard so that one can go on through it."""
        self.open_page(key, keep_focus=True)

    @Slot(str, object)
    def open_page(self, key: str, argument: object = None, *, keep_focus: bool = False) -> None:
        """Brings a page to the front, making it when needed. An unknown key changes nothing."""
        entry = next((entry for entry in self._entries if entry.key == key), None)
        if entry is None:
            return
        page = self._pages.get(key) or self._make_page(entry)
        self.navigation.select(key)
        if key != self._current:
            self.messages.hide()
        self._current = key
        self._stack.setCurrentWidget(page)
        if not keep_focus:
            page.take_focus()
        page.activate(argument)

    def page(self, key: str) -> Page:
        """A page, made when needed; for tests and for the manual's pictures."""
        self.open_page(key)
        return self._pages[key]

    @Slot()
    def _enter_page(self) -> None:
        if self._current:
            self._pages[self._current].take_focus()

    @property
    def current(self) -> str:
        """The key of the page in front; empty before the first."""
        return self._current

    def step(self, by: int) -> None:
        """The next or the previous page, as Ctrl+Page Down and Ctrl+Page Up do."""
        keys = [entry.key for entry in self._entries]
        if self._current in keys:
            self.open_page(keys[(keys.index(self._current) + by) % len(keys)])

    @Slot(object)
    def open_files(self, files: object) -> None:
        """Files from outside, by a second start or by dropping: the page that takes what comes back gets them."""
        raise_window(self)
        if files and self.workplace.identity.role is Role.OFFICE:
            self.open_page("receive", cast("list[Path]", files))

    # Around the pages

    @Slot()
    def show_help(self) -> None:
        """The manual's page about the page in front."""
        from ui.window.manual import ManualWindow

        ManualWindow.open_for(self, language=self.workplace.language, topic=self._current or "home")

    @Slot()
    def lock(self) -> None:
        """The next job that needs the keys asks for the PIN again."""
        self.workplace.runner.start(lock_keys(), succeeded=self._locked, failed=self.messages.tell)

    @Slot(object)
    def _locked(self, _: object) -> None:
        self.messages.say(translate("MainWindow", "Locked. The PIN is asked for at the next sealing or opening."))

    def check_ledger(self) -> None:
        """Opens the ledger in the background and tells what a person must know about it."""
        self.workplace.runner.start(
            lambda station, _: station.ledger.continuity,  # runs in the worker, keeps nothing of the window
            succeeded=self._continuity_known,
            failed=self.messages.tell,
        )

    @Slot(object)
    def _continuity_known(self, found: object) -> None:
        notice = _NOTICES.get(cast(Continuity, found))
        if notice is not None:
            self.messages.tell(notice)

    # Opening and closing

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the very first painting the first page is made and the ledger opened: a person sees the window at once."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._open_first)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks while a job is running; then waits for its end, so that nothing is left half done."""
        if self.workplace.runner.busy and not self._leaving:
            event.ignore()
            QTimer.singleShot(_PATIENCE, self, self._ask_whether_to_leave)
            return
        if self.workplace.runner.busy:
            event.ignore()
            return
        self.workplace.settings.setValue("window/geometry", self.saveGeometry())
        self.workplace.settings.setValue("window/page", self._current)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.navigation.redraw()

    @Slot()
    def _open_first(self) -> None:
        if not self._current and self._entries:
            self.open_page(self._entries[0].key)
        self.painted.emit()

    @Slot()
    def _ask_whether_to_leave(self) -> None:
        if self._question is not None:
            return
        if not self.workplace.runner.busy:
            self.close()
            return
        box = QMessageBox(
            QMessageBox.Icon.Question,
            translate("MainWindow", "Work is still going on"),
            translate("MainWindow", "A job is still running. Stop it and close the program? Nothing is left half done."),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            self,
        )
        box.setDefaultButton(QMessageBox.StandardButton.No)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._leave_answered)
        self._question = box
        box.open()

    @Slot(int)
    def _leave_answered(self, answer: int) -> None:
        self._question = None
        if answer == QMessageBox.StandardButton.Yes.value:
            self._leaving = True
            self.workplace.runner.cancel_all()
            if not self.workplace.runner.busy:
                self.close()

    @Slot(bool)
    def _leave_when_idle(self, busy: bool) -> None:
        if self._leaving and not busy:
            QTimer.singleShot(0, self, self.close)

    # Making

    def _make_content(self) -> QWidget:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(18, 14, 18, 8)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        column.addWidget(self.busy)
        content = QWidget(self)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(right, 1)
        return content

    def _make_page(self, entry: PageEntry) -> Page:
        page = entry.create(self.workplace)
        page.said.connect(self.messages.tell)
        page.wanted.connect(self.open_page)
        self._pages[entry.key] = page
        self._stack.addWidget(page)
        return page

    def _make_shortcuts(self) -> None:
        for number, entry in enumerate(self._entries, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda key=entry.key: self.open_page(key))
        for keys, action in (
            ("F1", self.show_help),
            ("Ctrl+Shift+L", self.lock),
            ("Ctrl+PgDown", lambda: self.step(1)),
            ("Ctrl+PgUp", lambda: self.step(-1)),
            ("Ctrl+Q", self.close),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    def _restore_geometry(self) -> None:
        self.setMinimumSize(_SMALLEST_SIZE)
        geometry = self.workplace.settings.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(_FIRST_SIZE)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)


def title_of(identity: Identity) -> str:
    """What stands in the title bar."""
    return f"{identity.office_name} – Sổ Hoạt Động"
