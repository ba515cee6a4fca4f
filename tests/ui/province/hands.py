"""The officer's hands at the centre's windows: buttons are clicked, fields are typed into, dialogs for files are answered.

No job is started and nothing is written from here but by what a person could press.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.conftest import picture_folder
from ui.window.main_window import MainWindow
from ui.window.page import Page
from ui.window.pin import PinDialog
from ui.window.tasks import TaskRunner

Found = TypeVar("Found", bound=QDialog)
_PATIENCE = 30_000


class Hands:
    """One officer; ``pin`` is what is typed whenever the program asks for it."""

    def __init__(self, qtbot: QtBot, pin: str) -> None:
        self._qtbot = qtbot
        self._pin = pin
        self.pictures = 0

    def until(self, seen: Callable[[], object]) -> None:
        """Waits until something is seen; a question for the PIN is answered meanwhile."""

        def looked() -> bool:
            self._answer_pin()
            return bool(seen())

        self._qtbot.waitUntil(looked, timeout=_PATIENCE)

    def idle(self, runner: TaskRunner) -> None:
        """Waits until no job is waiting or running, and no question for the PIN stands."""
        self.until(lambda: not runner.busy and not _visible(PinDialog))

    def click(self, button: QAbstractButton) -> None:
        """A click on a button that is there and enabled."""
        assert button.isVisible(), button.text()
        assert button.isEnabled(), button.text()
        # A tick or a choice is hit at its sign: beside a short text there is nothing to be clicked.
        at_sign = isinstance(button, QCheckBox | QRadioButton)
        spot = QPoint(10, button.height() // 2) if at_sign else button.rect().center()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=spot)

    def fill(self, field: QLineEdit, text: str) -> None:
        """Replaces what stands in a field, key by key."""
        assert field.isVisible()
        assert field.isEnabled()
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        type_text(field, text)

    def choose(self, box: QComboBox, data: object) -> None:
        """An entry of a choice."""
        place = box.findData(data)
        assert place >= 0, data
        box.setFocus()
        box.setCurrentIndex(place)

    def choose_path(self, button: QAbstractButton, path: Path) -> None:
        """A button that asks for a file or folder; its path is pasted and taken."""
        self.click(button)
        self.name(path)

    def name(self, path: Path) -> None:
        """Pastes a path into the dialog for files that is open."""
        self.until(lambda: _visible(QFileDialog))
        (dialog,) = _visible(QFileDialog)
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        field.selectAll()
        field.insert(str(path))
        box = dialog.findChild(QDialogButtonBox)
        assert isinstance(box, QDialogButtonBox)
        (take,) = [one for one in box.buttons() if box.buttonRole(one) is QDialogButtonBox.ButtonRole.AcceptRole]
        self.click(take)
        self.until(lambda: not _visible(QFileDialog))

    def answer(self, words: str) -> None:
        """Presses the button with these words in the question that is open."""
        self.until(lambda: _visible(QMessageBox))
        (box,) = _visible(QMessageBox)
        (button,) = [found for found in box.findChildren(QPushButton) if found.text().replace("&", "") == words]
        self.click(button)

    def dialog(self, kind: type[Found]) -> Found:
        """The dialog of this kind that stands open."""
        self.until(lambda: _visible(kind))
        (found,) = _visible(kind)
        return found

    def go(self, window: MainWindow, key: str) -> Page:
        """A page by its shortcut; its first reading is waited for."""
        from ui.window.role_profile import CENTRE_PAGES

        number = [entry.key for entry in CENTRE_PAGES].index(key) + 1
        window.activateWindow()
        self.until(window.isActiveWindow)
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0.value + number), Qt.KeyboardModifier.ControlModifier)
        self.until(lambda: window.current == key)
        self.idle(window.workplace.runner)
        return window.page(key)

    def look(self, widget: QWidget, name: str) -> None:
        """Leaves a picture for a person, when pictures are asked for."""
        folder = picture_folder()
        if folder is not None:
            self.pictures += 1
            folder.mkdir(parents=True, exist_ok=True)
            QApplication.processEvents()
            widget.grab().save(str(folder / f"province-{self.pictures:02d}-{name}.png"))

    def _answer_pin(self) -> None:
        for dialog in _visible(PinDialog):
            if dialog.isEnabled() and not dialog.pin.text():
                type_text(dialog.pin, self._pin)
                QTest.keyClick(dialog.pin, Qt.Key.Key_Return)


def type_text(field: QWidget, text: str) -> None:
    """Letters into a field, whatever the language of the keys."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(field, letter)
        else:
            assert isinstance(field, QLineEdit)
            field.insert(letter)


def _visible(kind: type[Found]) -> list[Found]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
