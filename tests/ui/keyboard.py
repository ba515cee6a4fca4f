"""A person at the keyboard: keys go to whatever has the focus, and everything else is only looked at.

Nothing here calls a method of a window, sets a focus or presses a button: a thing that no key reaches is not reached.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt import exceptions
from pytestqt.qtbot import QtBot

from tests.ui.telex import press_letter, type_telex
from ui.window.tasks import TaskRunner

Key = Qt.Key
NONE, ALT, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_LONGEST_WALK = 120
_PATIENCE = 20_000
_A_MOMENT = 1_000
"""Milliseconds that the keyboard may be nowhere, as between two windows."""


class Keyboard:
    """One person's hands and eyes."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    # Eyes

    @property
    def window(self) -> QWidget:
        """The window in front. When one closes, the desktop brings the one below it to the front; here there is no desktop."""
        self._qtbot.waitUntil(self._has_window, timeout=_PATIENCE)
        window = QApplication.activeWindow()
        assert window is not None
        return window

    @property
    def focus(self) -> QWidget:
        """What has the keyboard; the window itself while everything in it is disabled."""
        window = self.window
        with suppress(exceptions.TimeoutError):
            self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=_A_MOMENT)
        return QApplication.focusWidget() or window

    def until(self, seen: Callable[[], object]) -> None:
        """Waits until something is seen."""
        self._qtbot.waitUntil(lambda: bool(seen()), timeout=_PATIENCE)

    def idle(self, runner: TaskRunner) -> None:
        """Waits until no job is waiting or running."""
        self.until(lambda: not runner.busy)

    def reads(self, words: str) -> bool:
        """Whether these words stand anywhere in the window in front."""
        return any(words in text for text in texts_of(self.window))

    # Hands

    def press(self, *keys: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Single keys, one after the other."""
        for key in keys:
            self._key(key, modifier)

    def type(self, text: str) -> None:
        """Letters and figures one by one; letters with accents come whole, as from an input method that sends nothing else."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focus, letter)
            else:
                press_letter(self.focus, letter)

    def telex(self, keys: str) -> None:
        """Vietnamese by the Telex method."""
        type_telex(self.focus, keys)

    def clear(self) -> None:
        """Marks all in the field and deletes it."""
        self.press(Key.Key_A, modifier=CTRL)
        self.press(Key.Key_Delete)

    def alt(self, text: str) -> None:
        """The underlined letter of a button, tab or label with this text, which must stand there exactly once."""
        found = [shown for shown in mnemonics_of(self.window) if plain(shown) == text]
        assert len(found) == 1, (text, sorted(set(mnemonics_of(self.window))))
        letter = letter_of(found[0])
        rivals = [shown for shown in mnemonics_of(self.window) if letter_of(shown) == letter]
        assert rivals == found, "two things answer to the same key"
        self._key(Key(ord(letter)), ALT)
        self.until(lambda: not self._is_down(found[0]))

    def tab_to(self, name: str, *, back: bool = False) -> QWidget:
        """The tabulator until the thing with this name has the focus."""
        met = []
        for _ in range(_LONGEST_WALK):
            focused = self.focus
            if name in (name_of(focused), focused.accessibleName()):
                return focused
            met.append(name_of(focused))
            self._key(Key.Key_Backtab if back else Key.Key_Tab, SHIFT if back else NONE)
        raise AssertionError(f"the tabulator never came to {name!r}, but to {list(dict.fromkeys(met))}")

    def choose(self, words: str) -> None:
        """An entry of the list or the choice that has the focus, by the arrow keys."""
        self.press(Key.Key_Home)
        for _ in range(_LONGEST_WALK):
            if words in current_text(self.focus):
                return
            before = current_text(self.focus)
            self.press(Key.Key_Down)
            if current_text(self.focus) == before:
                break
        raise AssertionError(f"the arrows never came to {words!r}, last to {current_text(self.focus)!r}")

    def file_dialog(self, path: Path) -> None:
        """Types a path into the dialog for files that just opened, and takes it."""
        self.until(lambda: isinstance(QApplication.activeWindow(), QFileDialog))
        dialog = self.window
        assert isinstance(self.focus, QLineEdit), "the name of the file can be typed at once"
        self.clear()
        self.type(str(path))
        self.press(Key.Key_Return)
        self.until(lambda: QApplication.activeWindow() is not dialog)

    def _key(self, key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Pressed where the focus is, and let go where it is then: the first may have closed a window."""
        QTest.keyPress(self.focus, key, modifier)
        after = QApplication.focusWidget()
        if after is not None:
            QTest.keyRelease(after, key, NONE)  # the modifier too: else it would be held for whatever is asked after this

    @staticmethod
    def _is_down(text: str) -> bool:
        """A button pressed by its letter stays down for a moment, and acts when it comes up."""
        buttons = (widget for widget in QApplication.allWidgets() if isinstance(widget, QAbstractButton))
        return any(button.isDown() and button.text() == text for button in buttons)

    @staticmethod
    def _has_window() -> bool:
        if QApplication.activeWindow() is None:
            open_windows = [window for window in QApplication.topLevelWidgets() if window.isVisible() and window.isWindow()]
            above = [window for window in open_windows if QApplication.activeModalWidget() in (None, window)]
            if above:
                above[-1].activateWindow()
        return QApplication.activeWindow() is not None


def plain(text: str) -> str:
    """A text without the sign of its underlined letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").strip()


def letter_of(text: str) -> str:
    """The underlined letter of a text that has one."""
    bare = text.replace("&&", "")
    return bare[bare.index("&") + 1].upper()


def name_of(widget: QWidget) -> str:
    """What a person, or a screen reader, calls a thing."""
    if isinstance(widget, QAbstractButton) and widget.text():
        return plain(widget.text())
    return widget.accessibleName() or label_of(widget) or type(widget).__name__


def label_of(widget: QWidget) -> str:
    """The label that stands beside a field."""
    labels = widget.window().findChildren(QLabel)
    return next((plain(label.text()) for label in labels if label.buddy() is widget and label.isVisible()), "")


def mnemonics_of(window: QWidget) -> list[str]:
    """The texts with an underlined letter that can be seen and used now."""
    return [text for text in _shown_texts(window, usable=True) if "&" in text.replace("&&", "")]


def texts_of(window: QWidget) -> list[str]:
    """All words that can be seen."""
    return [plain(text) for text in _shown_texts(window, usable=False)]


def current_text(widget: QWidget) -> str:
    """What is chosen in a list or a choice."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QListWidget):
        item = widget.currentItem()
        return item.text() if item is not None else ""
    raise AssertionError(f"{type(widget).__name__} is no list")


def _shown_texts(window: QWidget, *, usable: bool) -> Iterable[str]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or (usable and not widget.isEnabled()):
            continue
        if isinstance(widget, QAbstractButton | QLabel):
            yield widget.text()
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QTabBar) and isinstance(widget.parent(), QTabWidget):
            yield from (widget.tabText(index) for index in range(widget.count()))
        elif isinstance(widget, QListWidget):
            yield from (widget.item(row).text() for row in range(widget.count()))
