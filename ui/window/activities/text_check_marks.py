"""Shows in place, while somebody types, what the text check finds: below the field in words, and in long texts underlined."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from storage.domain.text_check import Finding, check_text
from storage.messages.catalogue import Catalogue
from ui.window.activities.fields import FieldBox

translate = QCoreApplication.translate
_PAUSE = 300
_MOST_TOLD = 2
_LONGEST_QUOTE = 40


class TextCheckMarks(QObject):
    """Watches one text field in its box, a moment after the last key."""

    def __init__(self, box: FieldBox, words: Catalogue) -> None:
        super().__init__(box)
        self._box = box
        self._words = words
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.check)
        field = box.field
        assert isinstance(field, QLineEdit | QPlainTextEdit)  # noqa: S101 - other fields hold no free text
        self._field = field
        field.textChanged.connect(self._pause.start)

    @Slot()
    def check(self) -> None:
        """Looks now."""
        self._pause.stop()
        text = self._field.text() if isinstance(self._field, QLineEdit) else self._field.toPlainText()
        findings = check_text(text)
        self._box.tell_hints(told(findings, text, self._words))
        if isinstance(self._field, QPlainTextEdit):
            self._underline(self._field, text, findings)

    def _underline(self, field: QPlainTextEdit, text: str, findings: tuple[Finding, ...]) -> None:
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        style.setUnderlineColor(QColor(field.palette().link().color()))
        selections = []
        for finding in findings:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(field.document())
            cursor.setPosition(_units(text[: finding.start]))
            cursor.setPosition(_units(text[: finding.end]), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, style
            selections.append(selection)
        field.setExtraSelections(selections)


def told(findings: tuple[Finding, ...], text: str, words: Catalogue) -> str:
    """The findings in words, each with the place that it is about; the first few only."""
    lines = [f"“{_quote(text, finding)}”: {words.sentence(finding.code)}" for finding in findings[:_MOST_TOLD]]
    if len(findings) > _MOST_TOLD:
        more = translate("TextCheckMarks", "Further places: {count}").format(count=len(findings) - _MOST_TOLD)
        lines.append(more)
    return "\n".join(lines)


def _quote(text: str, finding: Finding) -> str:
    quoted = " ".join(text[finding.start : finding.end].split())
    return quoted if len(quoted) <= _LONGEST_QUOTE else f"{quoted[:_LONGEST_QUOTE]}…"


def _units(text: str) -> int:
    """Qt counts UTF-16 units, the check counts characters."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2
