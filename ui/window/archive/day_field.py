"""A field for a day as people type it; empty means any day. What is no day is said in its tip and asks for nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.window.activities.days import parse_day, shown_day

translate = QCoreApplication.translate
_LETTERS = 13


class DayField(QLineEdit):
    """``day_changed`` once the typing is over and the day is another one."""

    day_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day: date | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(translate("DayField", "dd/mm/yyyy"))
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * (_LETTERS + 4))
        self.editingFinished.connect(self._typed)

    @Slot()
    def _typed(self) -> None:
        typed = self.text().strip()
        found = parse_day(typed, datetime.now(UTC).astimezone().date()) if typed else None
        self.setToolTip(translate("DayField", "This is no day; every day is shown.") if typed and found is None else "")
        if found is not None:
            self.setText(shown_day(found))
        if found != self.day:
            self.day = found
            self.day_changed.emit()
