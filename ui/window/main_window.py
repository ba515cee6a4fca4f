"""The main window: navigation at the left, the chosen page at the right, the message bar above it, busy work below."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from storage.domain.role import Role

if TYPE_CHECKING:  # what is not in the first picture is loaded after it, also the names of ``Qt``: see ``navigation``
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent
    from PySide6.QtWidgets import QMessageBox, QWidget

    from ui.window.busy_bar import BusyBar
    from ui.window.message_bar import MessageBar
    from ui.window.navigation import Navigation
    from ui.window.page import Page
    from ui.window.role_profile import PageEntry
    from ui.window.workplace import Identity, Workplace

translate = QCoreApplication.translate
_FIRST_SIZE = QSize(1180, 690)
_SMALLEST_SIZE = QSize(860, 540)
_PATIENCE = 400
"""Milliseconds that a job gets to end by itself before a person is asked about it."""


class MainWindow(QMainWindow):
    """Opened once; pages are made when they are first wanted, the first one after the window has been painted.

    With ``prepare`` the window shows itself empty at once: after its first painting ``prepare`` dresses the program (words,
    fonts, style), and only then the window is furnished.
    """

    painted = Signal()
    """Once, after the window was first seen and its first page made: the time for everything that can wait."""
    navigation: Navigation

    def __init__(self, workplace: Workplace, prepare: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.workplace = workplace
        self._prepare = prepare
        self._entries: tuple[PageEntry, ...] = ()
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._painted = self._furnished = self._completed = self._leaving = False
        self._question: QMessageBox | None = None
        self.setWindowTitle(title_of(workplace.identity))
        self._restore_geometry()
        if prepare is None:
            self._furnish()

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
        self._complete()
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
        """Files from outside, by a second start or by dropping: the page of the role that takes files in gets them."""
        from ui.window.mistakes import raise_window

        raise_window(self)
        if files:
            role = self.workplace.identity.role
            self.open_page("receive" if role is Role.OFFICE else "import", cast("list[Path]", files))

    # Around the pages

    @Slot()
    def show_help(self) -> None:
        """The manual's page about the page in front."""
        self._help_beside(self)

    def _help_beside(self, window: QWidget) -> None:
        """The same beside a dialog, which blocks every window but its own."""
        from ui.window.manual import ManualWindow

        ManualWindow.open_for(window, language=self.workplace.language, topic=self._current or "home")

    @Slot()
    def lock(self) -> None:
        """The next job that needs the keys asks for the PIN again."""
        from ui.window.operations.keys import lock_keys

        self.workplace.runner.start(lock_keys(), succeeded=self._locked, failed=self.messages.tell)

    @Slot(object)
    def _locked(self, _: object) -> None:
        self.messages.say(translate("MainWindow", "Locked. The PIN is asked for at the next sealing or opening."))

    def check_ledger(self) -> None:
        """Opens the ledger in the background and tells what a person must know about it."""
        self._complete()
        self.workplace.runner.start(
            lambda station, _: (
                station.keys_are_lost or station.ledger.continuity
            ),  # runs in the worker, keeps nothing of the window
            succeeded=self._continuity_known,
            failed=self.messages.tell,
        )

    @Slot(object)
    def _continuity_known(self, found: object) -> None:
        from storage.domain.codes import Code
        from storage.marker import Continuity

        if found is True:
            self.messages.tell(Code.KEYS_LOST)  # graver than what the ledger went through
            return
        notices = {Continuity.RESTORED: Code.LEDGER_RESTORED, Continuity.COPIED: Code.LEDGER_COPIED}
        if found in notices:
            self.messages.tell(notices[cast(Continuity, found)])

    @Slot(object)
    def _identity_found(self, identity: object) -> None:
        found, before = cast("Identity", identity), self.workplace.identity
        self.setWindowTitle(title_of(found))
        if (found.role, found.office) != (before.role, before.office):
            said = translate("MainWindow", "This ledger belongs to {office}. Please close the program and open it again.")
            self.messages.say(said.format(office=found.office_name))

    # Opening and closing

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the very first painting the first page is made and the ledger opened: a person sees the window at once."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._open_first if self._furnished else self._furnish_late)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks while a job is running; then waits for its end, so that nothing is left half done."""
        if self.workplace.runner.busy:
            event.ignore()
            if not self._leaving:
                QTimer.singleShot(_PATIENCE, self, self._ask_whether_to_leave)
            return
        self.workplace.settings.setValue("window/geometry", self.saveGeometry())
        self.workplace.settings.setValue("window/page", self._current)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._furnished and event.type() is QEvent.Type.PaletteChange:
            self.navigation.redraw()

    @Slot()
    def _furnish_late(self) -> None:
        """The empty window has been seen; the navigation is to be seen before the first page is made."""
        if self._prepare is not None:
            self._prepare()
        self._furnish()
        self._painted = False
        self.update()

    @Slot()
    def _open_first(self) -> None:
        if not self._current and self._entries:
            self.open_page(self._entries[0].key)
        self.painted.emit()

    @Slot()
    def _ask_whether_to_leave(self) -> None:
        from ui.window.leaving import leave_question

        if self._question is not None:
            return
        if not self.workplace.runner.busy:
            self.close()
            return
        box = leave_question(self)
        box.finished.connect(self._leave_answered)
        self._question = box
        box.open()

    @Slot(int)
    def _leave_answered(self, answer: int) -> None:
        from ui.window.leaving import means_leave

        self._question = None
        if means_leave(answer):
            self._leaving = True
            self.workplace.runner.cancel_all()
            if not self.workplace.runner.busy:
                self.close()

    @Slot(bool)
    def _leave_when_idle(self, busy: bool) -> None:
        if self._leaving and not busy:
            QTimer.singleShot(0, self, self.close)

    # Making

    def _furnish(self) -> None:
        """Navigation and the place for pages; by now the program speaks its language and wears its style."""
        from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

        from ui.window.navigation import Navigation
        from ui.window.role_profile import pages_of

        self._furnished = True
        self._entries = pages_of(self.workplace.identity.role)
        self.navigation = Navigation(self._entries, self)
        self._stack = QStackedWidget(self)
        self._column = QVBoxLayout()
        self.setCentralWidget(self._make_content())
        self.navigation.chosen.connect(self.show_page)
        self.navigation.entered.connect(self._enter_page)
        self.navigation.help_wanted.connect(self.show_help)
        self.navigation.lock_wanted.connect(self.lock)
        self.workplace.runner.busy_changed.connect(self._leave_when_idle)

    def _make_content(self) -> QWidget:
        from PySide6.QtWidgets import QHBoxLayout, QWidget

        right = QWidget(self)
        right.setLayout(self._column)
        self._column.setContentsMargins(18, 14, 18, 8)
        self._column.addWidget(self._stack, 1)
        content = QWidget(self)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(right, 1)
        return content

    @cached_property
    def messages(self) -> MessageBar:
        """Where outcomes are told, above the page."""
        from ui.window.message_bar import MessageBar

        bar = MessageBar(self.workplace.words, self)
        self._column.insertWidget(0, bar)
        return bar

    @cached_property
    def busy(self) -> BusyBar:
        """What is being done, below the page."""
        from ui.window.busy_bar import BusyBar

        bar = BusyBar(self.workplace.runner, self.workplace.words, self)
        self._column.addWidget(bar)
        return bar

    def _complete(self) -> None:
        """What the first picture does not show: made right after it, and before the first page or job."""
        if not self._completed:
            from ui.window.identity import IdentityWatch

            self._completed = True
            _ = self.messages, self.busy
            watch = IdentityWatch(self.workplace, self)
            watch.found.connect(self._identity_found)
            watch.failed.connect(self.messages.tell)
            self._make_shortcuts()
            self.navigation.take_keys()

    def _make_page(self, entry: PageEntry) -> Page:
        page = entry.create(self.workplace)
        page.said.connect(self.messages.tell)
        page.wanted.connect(self.open_page)
        self._pages[entry.key] = page
        self._stack.addWidget(page)
        return page

    def _make_shortcuts(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        from ui.window.dialog_help import DialogHelp

        self._dialog_help = DialogHelp(self, self._help_beside)
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
        if self.isMinimized():
            from PySide6.QtCore import Qt

            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)


def title_of(identity: Identity) -> str:
    """What stands in the title bar."""
    return f"{identity.office_name} – Sổ Hoạt Động"
