"""The list of reports with its filter and search: offices and periods as they are, nothing ranked."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import cast

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from storage.messages.catalogue import Catalogue
from ui.window.activities.days import shown_iso_day
from ui.window.page import text_label
from ui.window.review.view import ReportLine
from ui.window.review.wording import state_text
from ui.window.row_view import RowView
from ui.window.text_model import TextModel

translate = QCoreApplication.translate
_STATE, _RECEIVED = 1, 3
"""Columns of which one is shown: the state says nothing new while the list is that of one state."""


class Shown(StrEnum):
    """Which reports the list shows."""

    TO_REVIEW = "received"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    CONFLICT = "conflict"
    ALL = "all"


class ReportsPane(QWidget):
    """``chosen`` (office, period): a report is to be shown. ``narrowed``: other reports are in the list, perhaps none."""

    chosen = Signal(str, str)
    narrowed = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: Sequence[ReportLine] = ()
        self._current = ("", "")
        self._awaited = False
        self.state = QComboBox(self)
        for shown, text in (
            (Shown.TO_REVIEW, translate("ReportsPane", "To review")),
            (Shown.RETURNED, translate("ReportsPane", "Returned")),
            (Shown.ACCEPTED, translate("ReportsPane", "Accepted")),
            (Shown.CONFLICT, translate("ReportsPane", "With a conflict or fork")),
            (Shown.ALL, translate("ReportsPane", "All")),
        ):
            self.state.addItem(text, shown.value)
        label = QLabel(translate("ReportsPane", "Sho&w:"), self)
        label.setBuddy(self.state)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(translate("ReportsPane", "Search office or period"))
        self.search.setAccessibleName(translate("ReportsPane", "Search office or period"))
        self.search.setClearButtonEnabled(True)
        heads = (
            translate("ReportsPane", "Office"),
            translate("ReportsPane", "State"),
            translate("ReportsPane", "Period"),
            translate("ReportsPane", "Received"),
        )
        self.model = TextModel(heads, _texts, folded=_search, parent=self)
        name = translate("ReportsPane", "Reports")
        self.table = RowView(self.model, name=name, widths=(10, 11, 20, 11), wide=0, many=False, parent=self)
        self.count = text_label(parent=self, muted=True)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
        self.state.currentIndexChanged.connect(self._narrow)
        self.search.textChanged.connect(self._search)
        self.table.selectionModel().selectionChanged.connect(self._selected)

    def show_lines(self, lines: Sequence[ReportLine]) -> None:
        """Other reports, or the same read again; the chosen one stays chosen while it is in the list."""
        self._lines = lines
        self._narrow()
        if self._awaited:
            self._awaited = False
            self.choose(*self._current)

    def choose(self, office: str, period: str) -> None:
        """Chooses a report, whatever the filter hides; before the first lines are there, once they are."""
        self._awaited = not self._lines
        self._current = (office, period)
        self.search.clear()
        line = next((line for line in self._lines if (line.office, line.period) == self._current), None)
        if line is not None and line not in self._fitting():
            self.state.setCurrentIndex(self.state.findData(Shown.ALL.value))
        self._restore()

    @property
    def hint(self) -> tuple[str, str]:
        """A heading and a text for somebody who has not chosen a report: what is here, or what comes here and from where."""
        if self.model.rowCount():
            return translate("ReportsPane", "Choose a report"), ""
        if not self._lines:
            return translate("ReportsPane", "No report has come yet"), translate(
                "ReportsPane",
                "A report stands here once the bundle with it has been imported: open the page Import and take in what the "
                "offices have sent. It is then checked against the activities, and you accept it or return it with remarks.",
            )
        shown = str(self.state.currentData())
        if shown == Shown.TO_REVIEW and not self.search.text().strip():
            return translate("ReportsPane", "No report waits for review"), translate(
                "ReportsPane",
                "New reports come here from the page Import. Those already decided are at the left, under Show: choose "
                "Accepted, Returned or All.",
            )
        return translate("ReportsPane", "No report is like that"), translate(
            "ReportsPane", "Choose All at the left, under Show, and empty the search to see every report."
        )

    def _fitting(self) -> list[ReportLine]:
        shown = Shown(str(self.state.currentData()))
        if shown is Shown.ALL:
            return list(self._lines)
        if shown is Shown.CONFLICT:
            return [line for line in self._lines if line.conflict]
        return [line for line in self._lines if line.state == shown.value]

    @Slot()
    def _narrow(self) -> None:
        self.model.show_values(self._fitting())
        mixed = str(self.state.currentData()) in (Shown.ALL, Shown.CONFLICT)
        self.table.setColumnHidden(_STATE, not mixed)
        self.table.setColumnHidden(_RECEIVED, mixed)
        self._restore()

    @Slot(str)
    def _search(self, text: str) -> None:
        self.model.search(text)
        self._restore()

    def _restore(self) -> None:
        rows = self.model.rowCount()
        self.count.setText(translate("ReportsPane", "%n report(s)", "", rows))
        self.narrowed.emit()
        for row in range(rows):
            line = cast(ReportLine, self.model.value(row))
            if (line.office, line.period) == self._current:
                self.table.choose(row)
                return

    @Slot()
    def _selected(self) -> None:
        for row in self.table.chosen_rows:
            line = cast(ReportLine, self.model.value(row))
            self._current = (line.office, line.period)
            self.chosen.emit(line.office, line.period)


def _texts(line: ReportLine) -> tuple[str, str, str, str]:
    state = state_text(line.state)
    if line.conflict:
        state = translate("ReportsPane", "{state}; conflict").format(state=state)
    return line.name, state, line.period_name, shown_iso_day(line.received_on)


def _search(line: ReportLine) -> str:
    return line.search
