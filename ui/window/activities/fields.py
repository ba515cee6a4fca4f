"""The fields of the form: a field with its label and what is to be said about it, a count, a day. Safe for Telex typing.

No field changes its text while somebody types in it.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from storage.journal.entries import MAX_COUNT
from ui.window.activities.days import parse_day, shown_day, shown_iso_day
from ui.window.page import set_tone


class FieldBox(QWidget):
    """A label above a field, and below it, when there is something to say, an error or hints."""

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = QLabel(label, self)
        self.label.setBuddy(field)
        self.note = QLabel(self)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.hide()
        field.setAccessibleName(label.replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.label)
        column.addWidget(field, 1)
        column.addWidget(self.note)
        self._error = ""
        self._hints = ""

    def set_label(self, text: str) -> None:
        """Another label for the same field."""
        self.label.setText(text)
        self.field.setAccessibleName(text.replace("&", ""))

    @property
    def told(self) -> str:
        """What stands below the field."""
        return self._error or self._hints

    def tell_error(self, sentence: str) -> None:
        """Why the field was refused; empty when it was not. An error hides the hints."""
        self._error = sentence
        self._show()

    def tell_hints(self, sentences: str) -> None:
        """What deserves a look in the field."""
        self._hints = sentences
        self._show()

    def _show(self) -> None:
        self.note.setText(self.told)
        set_tone(self.note, "bad" if self._error else "warn")
        self.note.setVisible(bool(self.told))
        self.field.setAccessibleDescription(self.told)


class CountBox(QLineEdit):
    """A number from 0, or nothing at all: an empty field is not 0.

    Written out with separators when it is left. The arrow keys go one up or down; the wheel never changes a figure.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(_CountValidator(self))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.editingFinished.connect(self._write_out)

    @property
    def count(self) -> int | None:
        """The number, or None when the field is empty."""
        digits = _digits(self.text())
        return int(digits) if digits else None

    def set_count(self, count: int | None) -> None:
        """Shows a number, or nothing."""
        self.setText("" if count is None else self.locale().toString(count))
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
            return
        stepped = (-1 if self.count is None else self.count) + step
        if 0 <= stepped <= MAX_COUNT:
            self.set_count(stepped)
            self.textEdited.emit(self.text())

    @Slot()
    def _write_out(self) -> None:
        written = "" if self.count is None else self.locale().toString(self.count)
        if written != self.text():
            with QSignalBlocker(self):
                self.setText(written)


class _CountValidator(QValidator):
    """Digits, with separators anywhere, up to the largest count."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        digits = _digits(text)
        good = not text.strip(" .,\u00a0\u202f0123456789") and (not digits or int(digits) <= MAX_COUNT)
        return QValidator.State.Acceptable if good else QValidator.State.Invalid, text, position


class DayEdit(QLineEdit):
    """A day typed as people type it; when the field is left it is written out. The arrow keys go a day up or down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date(2000, 1, 1)
        self.setPlaceholderText("dd/MM/yyyy")
        self.editingFinished.connect(self._write_out)

    def set_today(self, today: date) -> None:
        """The day from which a missing year is taken."""
        self._today = today

    def iso(self) -> str:
        """YYYY-MM-DD; what was typed when that is no day."""
        day = parse_day(self.text(), self._today)
        return day.isoformat() if day else self.text().strip()

    def show_iso(self, text: str) -> None:
        """Shows a day given as YYYY-MM-DD, or a text that is none, as it is."""
        self.setText(shown_iso_day(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        day = parse_day(self.text(), self._today)
        if step is None or event.modifiers() or day is None:
            super().keyPressEvent(event)
            return
        try:
            self.setText(shown_day(date.fromordinal(day.toordinal() + step)))
        except ValueError:
            return
        self.textEdited.emit(self.text())

    @Slot()
    def _write_out(self) -> None:
        day = parse_day(self.text(), self._today)
        if day is not None and self.text() != shown_day(day):
            with QSignalBlocker(self):
                self.setText(shown_day(day))


class NoteEdit(QPlainTextEdit):
    """Several lines; the tabulator leaves the field, as everywhere in the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)


def _digits(text: str) -> str:
    return "".join(character for character in text if character in "0123456789")
