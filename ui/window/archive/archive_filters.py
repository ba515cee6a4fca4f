"""What narrows the list of originals down: words, report, state, positions, days. It filters nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from ui.window.archive.day_field import DayField
from ui.window.archive.view import State, Wanted, parse_entries
from ui.window.archive.words import state_word
from ui.window.wrapping_row import WrappingRow, named_field

translate = QCoreApplication.translate
_SEARCH_LETTERS = 36


class ArchiveFilters(QWidget):
    """``changed`` when something else is wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(translate("ArchiveFilters", "Office, file name, beginning of a SHA-256"))
        letter = self.fontMetrics().averageCharWidth()
        self.search.setMinimumWidth(letter * _SEARCH_LETTERS)
        self.period, self.state = QComboBox(self), QComboBox(self)
        for box in (self.period, self.state):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(self.changed)
        self.entries = QLineEdit(self)
        self.entries.setPlaceholderText(translate("ArchiveFilters", "120 or 100-200"))
        self.entries.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.entries.setToolTip(translate("ArchiveFilters", "Bundles that brought these positions of an office's journal"))
        self.since = DayField(translate("ArchiveFilters", "Received from"), self)
        self.until = DayField(translate("ArchiveFilters", "Received until"), self)
        self.search.textChanged.connect(self.changed)
        self.entries.textChanged.connect(self.changed)
        self.since.day_changed.connect(self.changed)
        self.until.day_changed.connect(self.changed)
        self._lay_out()
        self.show_periods(())
        self.state.blockSignals(True)
        self.state.addItem(translate("ArchiveFilters", "All states"), "")
        for state in State:
            self.state.addItem(state_word(state), state.value)
        self.state.blockSignals(False)

    @property
    def wanted(self) -> Wanted:
        """What is asked for now."""
        state = self.state.currentData()
        return Wanted(
            text=self.search.text(),
            period=str(self.period.currentData() or ""),
            state=State(state) if state else None,
            entries=parse_entries(self.entries.text()),
            since=self.since.day,
            until=self.until.day,
        )

    def show_periods(self, periods: Sequence[tuple[str, str]]) -> None:
        """The periods to choose from; what was chosen stays chosen."""
        kept = self.period.currentData()
        self.period.blockSignals(True)
        self.period.clear()
        self.period.addItem(translate("ArchiveFilters", "All reports"), "")
        for code, name in periods:
            self.period.addItem(name, code)
        self.period.setCurrentIndex(max(self.period.findData(kept), 0))
        self.period.blockSignals(False)

    @Slot()
    def focus_search(self) -> None:
        """The keyboard goes to the search."""
        self.search.setFocus()
        self.search.selectAll()

    def _lay_out(self) -> None:
        row = WrappingRow(self)
        fields = (
            (translate("ArchiveFilters", "&Search:"), self.search),
            (translate("ArchiveFilters", "&Report:"), self.period),
            (translate("ArchiveFilters", "Stat&e:"), self.state),
            (translate("ArchiveFilters", "P&ositions:"), self.entries),
            (translate("ArchiveFilters", "Received &from:"), self.since),
            (translate("ArchiveFilters", "unt&il:"), self.until),
        )
        for text, field in fields:
            row.addWidget(named_field(text, field, self))
