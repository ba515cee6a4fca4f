"""A field for digits that somebody reads or has on paper, with each group judged as soon as it is typed.

The right digits are never shown: whoever types has to get them from the other side. Nothing is put into the field while
somebody types, so every input method works.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.window.page import set_tone

translate = QCoreApplication.translate
DIGITS = 24
GROUP = 4
_SIGNS = {"EMPTY": ("", ""), "BEGUN": ("…", ""), "RIGHT": ("✓", "good"), "WRONG": ("✕", "bad")}
_LONGEST = 60


class DigitGroups(QWidget):
    """``field`` is typed into; ``changed`` after each change. ``right`` only when all digits are there and the same."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._expected = ""
        self.field = QLineEdit(self)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(" ".join(["0" * GROUP] * (DIGITS // GROUP)))
        self.field.setMaxLength(_LONGEST)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.groups = [QLabel(self) for _ in range(DIGITS // GROUP)]
        row = QHBoxLayout()
        row.setSpacing(16)
        for label in self.groups:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "heading")
            row.addWidget(label)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addLayout(row)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._typed)
        self._judge()

    def expect(self, digits: str) -> None:
        """The digits with which what is typed is compared; none while they are not known."""
        self._expected = digits
        self._judge()

    @property
    def text(self) -> str:
        """What was typed, as it was typed."""
        return self.field.text()

    @property
    def count(self) -> int:
        """How many digits were typed."""
        return sum(character.isdigit() for character in self.text)

    @property
    def wrong(self) -> list[int]:
        """The numbers, from 1, of the groups that are typed and differ."""
        return [number for number, state in enumerate(self._states(), 1) if state == "WRONG"]

    @property
    def right(self) -> bool:
        """Whether every group is right and nothing was typed beyond."""
        return bool(self._expected) and self.count == DIGITS and all(state == "RIGHT" for state in self._states())

    @Slot(str)
    def _typed(self, _: str) -> None:
        self._judge()
        self.changed.emit()

    def _states(self) -> list[str]:
        from export.trust.voice_number import group_states

        expected = self._expected or "-" * DIGITS
        states = [state.value for state in group_states(self.text, expected)]
        return states if self._expected else ["BEGUN" if state in ("RIGHT", "WRONG") else state for state in states]

    def _judge(self) -> None:
        from export.trust.voice_number import typed_digits

        digits = typed_digits(self.text)
        for number, (label, state) in enumerate(zip(self.groups, self._states(), strict=True)):
            sign, tone = _SIGNS[state]
            typed = digits[number * GROUP : (number + 1) * GROUP].ljust(GROUP, "·")
            label.setText(f"{typed} {sign}".strip())
            set_tone(label, tone)
        self.field.setAccessibleDescription(self.told())

    def told(self) -> str:
        """In words how far the typing has come, and which groups differ."""
        if self.wrong:
            groups = ", ".join(map(str, self.wrong))
            return translate("DigitGroups", "Groups that differ: {groups}").format(groups=groups)
        return translate("DigitGroups", "{count} of 24 digits").format(count=self.count) if self.count else ""
