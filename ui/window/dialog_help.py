"""F1 in the dialogs of a window: the manual opens over the dialog, at the page that the dialog was opened from.

One object a window does it for all dialogs, so that none of them needs to know. A dialog that answers F1 itself, as the
wizards with topics of their own do, is left alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_KEY = QKeySequence("F1")


class DialogHelp(QObject):
    """``open_beside`` shows the help as a child of the dialog it is given, since a modal dialog blocks all other windows."""

    def __init__(self, window: QWidget, open_beside: Callable[[QWidget], object]) -> None:
        super().__init__(window)
        self._window = window
        self._open_beside = open_beside
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._focus_changed)

    @Slot("QWidget*", "QWidget*")
    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The keyboard has come to a dialog: the first time it learns the key."""
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or not self._stands_over_the_window(dialog):
            return
        if all(shortcut.key() != _KEY for shortcut in dialog.findChildren(QShortcut)):
            QShortcut(_KEY, dialog).activated.connect(self._asked)

    def _stands_over_the_window(self, dialog: QDialog) -> bool:
        below = dialog.parentWidget()
        while below is not None and below is not self._window:
            below = below.parentWidget()
        return below is not None

    @Slot()
    def _asked(self) -> None:
        shortcut = self.sender()
        dialog = shortcut.parent() if shortcut is not None else None
        if isinstance(dialog, QDialog):
            self._open_beside(dialog)
