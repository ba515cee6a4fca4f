"""What stands in a reminder letter beside the facts: who signs, the unit that drafts, place, days and number.

The choices are remembered on this PC, but for number and days; they are printed under letters and go nowhere else.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QSettings, QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from storage.journal.entries import Signature
from ui.window.activities.days import parse_day, shown_day
from ui.window.operations.follow_up import LetterWording
from ui.window.page import set_tone, text_label

translate = QCoreApplication.translate
ANSWER_WITHIN_DAYS = 7
_PAUSE = 400
_KEPT = ("name", "title", "unit", "place")
_MOST_NUMBER = 999_999


class LetterForm(QWidget):
    """``changed`` a moment after the last key; ``is_sound`` tells whether all that was typed can be read."""

    changed = Signal()

    def __init__(self, settings: QSettings, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._today = today
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self.fields: dict[str, QLineEdit] = {}
        names = (
            ("name", translate("LetterForm", "Si&gner")),
            ("title", translate("LetterForm", "&Title")),
            ("unit", translate("LetterForm", "Drafting &unit")),
            ("place", translate("LetterForm", "Pla&ce")),
            ("date", translate("LetterForm", "&Date of the letters")),
            ("answer", translate("LetterForm", "Answer b&efore")),
            ("number", translate("LetterForm", "First num&ber")),
        )
        for number, (key, name) in enumerate(names):
            field, label = QLineEdit(self), QLabel(name, self)
            label.setBuddy(field)
            self.fields[key] = field
            row, column = divmod(number, 2)
            grid.addWidget(label, row, 2 * column)
            grid.addWidget(field, row, 2 * column + 1)
            if key in _KEPT:
                field.setText(str(settings.value(f"reminders/{key}", "")))
        self.fields["title"].setPlaceholderText("KT. GIÁM ĐỐC; PHÓ GIÁM ĐỐC")
        self.fields["date"].setPlaceholderText(translate("LetterForm", "left open"))
        self.fields["number"].setPlaceholderText(translate("LetterForm", "left open"))
        self.fields["answer"].setText(shown_day(today + timedelta(days=ANSWER_WITHIN_DAYS)))
        self.mistake = text_label("", self)
        set_tone(self.mistake, "bad")
        grid.addWidget(self.mistake, 3, 2, 1, 2)
        self.mistake.hide()
        for field in self.fields.values():
            field.textChanged.connect(self._typed)

    @property
    def is_sound(self) -> bool:
        """Whether days are days and the number is a number."""
        return not self._mistake()

    def wording(self) -> LetterWording:
        """What was chosen; what cannot be read is left open."""
        texts = {key: field.text().strip() for key, field in self.fields.items()}
        day = parse_day(texts["date"], self._today)
        number = texts["number"]
        return LetterWording(
            signature=Signature(
                name=texts["name"], title=texts["title"], place=texts["place"], date=day.isoformat() if day else ""
            ),
            unit=texts["unit"],
            answer_by=parse_day(texts["answer"], self._today),
            first_number=int(number) if number.isdecimal() and 0 < int(number) <= _MOST_NUMBER else None,
        )

    def remember(self) -> None:
        """Keeps the signer, the unit and the place for the next time."""
        for key in _KEPT:
            self._settings.setValue(f"reminders/{key}", self.fields[key].text().strip())

    @Slot()
    def _typed(self) -> None:
        self.mistake.setText(self._mistake())
        self.mistake.setVisible(bool(self.mistake.text()))
        self._pause.start()

    def _mistake(self) -> str:
        for key in ("date", "answer"):
            text = self.fields[key].text().strip()
            if text and parse_day(text, self._today) is None:
                return translate("LetterForm", "{text} is no day; write it as 25/06/2020.").format(text=text)
        number = self.fields["number"].text().strip()
        if number and not (number.isdecimal() and 0 < int(number) <= _MOST_NUMBER):
            return translate("LetterForm", "{text} is no number of a letter.").format(text=number)
        return ""
