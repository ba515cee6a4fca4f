"""Public holidays and days worked instead, as the centre sets them for the reckoning of working days."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.window.activities.days import shown_iso_day
from ui.window.activities.fields import FieldBox
from ui.window.page import heading_label
from ui.window.programme.book import PlanBook
from ui.window.programme.typed import day_typed
from ui.window.programme.values import with_value

translate = QCoreApplication.translate
_DAY = Qt.ItemDataRole.UserRole


class DaysPane(QWidget):
    """Holidays by the solar calendar and weekends are known; Tết and exchanged days are entered here."""

    def __init__(self, book: PlanBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._make_days()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading_label(translate("DaysPane", "Holidays and days worked instead"), self))
        column.addWidget(self.days, 1)
        column.addLayout(self._day_fields)
        book.replaced.connect(self._show_days)

    def _make_days(self) -> None:
        titles = [translate("DaysPane", "Day"), translate("DaysPane", "What it is")]
        self.days = plain_table(titles, translate("DaysPane", "Holidays"), self)
        self.day, self.day_name = QLineEdit(self), QLineEdit(self)
        self.day.setPlaceholderText("dd/mm/yyyy")
        self.worked = QCheckBox(translate("DaysPane", "&Worked instead of another day"), self)
        self.add_day = QPushButton(translate("DaysPane", "Add the da&y"), self)
        self.drop_day = QPushButton(translate("DaysPane", "&Remove the day"), self)
        self.add_day.clicked.connect(self._add_day)
        self.drop_day.clicked.connect(self._drop_day)
        self._day_fields = QGridLayout()
        self.day_box = FieldBox(translate("DaysPane", "Day"), self.day, self)
        self._day_fields.addWidget(self.day_box, 0, 0)
        self._day_fields.addWidget(FieldBox(translate("DaysPane", "Name"), self.day_name, self), 0, 1)
        self._day_fields.addWidget(self.worked, 1, 0, 1, 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_day)
        buttons.addWidget(self.drop_day)
        self._day_fields.addLayout(buttons, 2, 0, 1, 2)

    def _dates(self) -> Mapping[str, Any]:
        return self._book.raw["dates"]  # type: ignore[no-any-return]

    @Slot()
    def _show_days(self) -> None:
        dates = self._dates()
        lines = [(day, name) for day, name in dates.get("holidays", {}).items()]
        lines += [(day, translate("DaysPane", "worked")) for day in dates.get("working_days", [])]
        lines.sort()
        self.days.setRowCount(len(lines))
        for row, (day, name) in enumerate(lines):
            first = QTableWidgetItem(shown_iso_day(day))
            first.setData(_DAY, day)
            self.days.setItem(row, 0, first)
            self.days.setItem(row, 1, QTableWidgetItem(name))
        self.drop_day.setEnabled(bool(lines))

    @Slot()
    def _add_day(self) -> None:
        day = day_typed(self.day.text())
        if len(day) != 10 or day[4] != "-":
            self.day_box.tell_error(translate("DaysPane", "Enter a day such as 05/02/2027."))
            return
        self.day_box.tell_error("")
        dates = dict(self._dates())
        if self.worked.isChecked():
            dates["working_days"] = sorted({*dates.get("working_days", []), day})
        else:
            dates["holidays"] = {**dates.get("holidays", {}), day: self.day_name.text().strip()}
        self.day.clear()
        self.day_name.clear()
        kept = {name: value for name, value in dates.items() if value}
        self._book.exchange(with_value(self._book.raw, ("dates",), kept))

    @Slot()
    def _drop_day(self) -> None:
        item = self.days.item(self.days.currentRow(), 0)
        if item is None:
            return
        chosen = item.data(_DAY)
        dates = dict(self._dates())
        dates["holidays"] = {day: name for day, name in dates.get("holidays", {}).items() if day != chosen}
        dates["working_days"] = [day for day in dates.get("working_days", []) if day != chosen]
        kept = {name: value for name, value in dates.items() if value}
        self._book.exchange(with_value(self._book.raw, ("dates",), kept))


def plain_table(titles: list[str], name: str, parent: QWidget) -> QTableWidget:
    """A table for looking at: whole rows, no editing; its widest column takes the room that is left."""
    table = QTableWidget(0, len(titles), parent)
    table.setHorizontalHeaderLabels(titles)
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0 if len(titles) > 2 else 1, QHeaderView.ResizeMode.Stretch)
    return table
