"""A box for running text that is checked while it is typed: what should not be there is underlined, and said below.

Nothing is ever put into the box while somebody types, so every input method works. The check itself stands in the domain.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from storage.domain.codes import Code
from storage.domain.text_check import Finding, check_text
from storage.messages.catalogue import Catalogue
from storage.outline import MAX_TEXT
from ui.window.page import set_tone, text_label

translate = QCoreApplication.translate
_PAUSE = 400
"""Milliseconds without typing before the text is checked."""


class TextField(QWidget):
    """``edited`` after each change by a person; ``too_long`` while the text cannot be kept."""

    edited = Signal()

    def __init__(self, words: Catalogue, *, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.editor = QPlainTextEdit(self)
        self.editor.setTabChangesFocus(True)
        self.editor.setAccessibleName(name)
        self.editor.setMinimumHeight(self.editor.fontMetrics().lineSpacing() * lines + 16)
        self._told = text_label(parent=self)
        self._told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor, 1)
        column.addWidget(self._told)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.check)
        self.editor.textChanged.connect(self._typed)
        self.setFocusProxy(self.editor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else the order of the tabulator cannot be set

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.editor.toPlainText()

    @property
    def too_long(self) -> bool:
        """Whether it is more than a ledger keeps of one text."""
        return len(self.text) > MAX_TEXT

    def show_text(self, text: str) -> None:
        """Replaces the text; not to be called while somebody types."""
        if text != self.text:
            self.editor.blockSignals(True)
            self.editor.setPlainText(text)
            self.editor.blockSignals(False)
        self.check()

    @Slot()
    def check(self) -> None:
        """Underlines and tells what the text check finds."""
        text = self.text
        findings = check_text(text)
        self.editor.setExtraSelections([self._underline(text, finding) for finding in findings])
        lines = [self._words.sentence(code) for code in dict.fromkeys(finding.code for finding in findings)]
        if self.too_long:
            lines.append(translate("TextField", "The text is too long: at most {limit} characters.").format(limit=MAX_TEXT))
        blocking = self.too_long or any(finding.code is Code.TEXT_SECRECY_STAMP for finding in findings)
        self._told.setText("\n".join(lines))
        set_tone(self._told, "bad" if blocking else "warn")
        self._told.setVisible(bool(lines))
        self.editor.setAccessibleDescription(" ".join(lines))

    @Slot()
    def _typed(self) -> None:
        self._timer.start()
        self.edited.emit()

    def _underline(self, text: str, finding: Finding) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(self.palette().highlight().color())
        cursor = QTextCursor(self.editor.document())
        cursor.setPosition(_units(text[: finding.start]))
        cursor.setPosition(_units(text[: finding.end]), QTextCursor.MoveMode.KeepAnchor)
        selection.format = form
        selection.cursor = cursor
        return selection


def _units(text: str) -> int:
    """Positions in Qt count UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2
