"""The dates of each period of a year: what the plan says, what the centre has set instead, rest days, and public holidays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from storage.catalogue import CentreDates, periods_of
from storage.domain.errors import LedgerError
from storage.domain.periods import FIRST_YEAR, LAST_YEAR, Period, Periods
from storage.domain.programme import Programme
from storage.domain.strict_json import convert
from storage.messages.catalogue import Catalogue
from ui.window.activities.days import shown_day
from ui.window.activities.fields import FieldBox
from ui.window.page import heading_label, set_tone, text_label
from ui.window.programme.book import PlanBook
from ui.window.programme.days_pane import DaysPane, plain_table
from ui.window.programme.typed import day_typed
from ui.window.programme.values import with_value

translate = QCoreApplication.translate


class DatesPane(QWidget):
    """Everything here is reckoned from the draft, by the same rules as everywhere."""

    def __init__(self, book: PlanBook, words: Catalogue, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._words, self._language = book, words, language
        self._periods: list[tuple[str, Period | LedgerError]] = []
        self._warnings: dict[str, str] = {}
        self._make_periods()
        self.days = DaysPane(book, self)
        left = QVBoxLayout()
        left.addLayout(self._head)
        left.addWidget(self.table, 1)
        left.addLayout(self._own)
        left.addWidget(self.told)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 3)
        row.addWidget(self.days, 2)
        book.replaced.connect(self.show_all)
        book.checked.connect(self.show_all)

    def set_year(self, year: int) -> None:
        """The year to begin with."""
        self.year.setValue(year)

    # Building

    def _make_periods(self) -> None:
        self.year = QSpinBox(self)
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setAccessibleName(translate("DatesPane", "Year"))
        self.year.setGroupSeparatorShown(False)
        self.year.valueChanged.connect(self.show_all)
        self._head = QHBoxLayout()
        self._head.addWidget(heading_label(translate("DatesPane", "Periods due in"), self))
        self._head.addWidget(self.year)
        self._head.addStretch(1)
        self.table = plain_table(
            [
                translate("DatesPane", "Period"),
                translate("DatesPane", "Figures from"),
                translate("DatesPane", "Figures until"),
                translate("DatesPane", "Last day on time"),
            ],
            translate("DatesPane", "Periods"),
            self,
        )
        self.table.itemSelectionChanged.connect(self._period_chosen)
        self.cutoff, self.deadline = QLineEdit(self), QLineEdit(self)
        for line in (self.cutoff, self.deadline):
            line.setPlaceholderText("dd/mm/yyyy")
            line.textEdited.connect(self._typed)
        self.set_dates = QPushButton(translate("DatesPane", "&Set"), self)
        self.by_plan = QPushButton(translate("DatesPane", "As the &plan says"), self)
        self.set_dates.clicked.connect(self._set)
        self.by_plan.clicked.connect(self._clear)
        self._own = QGridLayout()
        self._own.addWidget(FieldBox(translate("DatesPane", "Figures unti&l (cut-off)"), self.cutoff, self), 0, 0)
        self._own.addWidget(FieldBox(translate("DatesPane", "Due &before"), self.deadline, self), 0, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.set_dates)
        buttons.addWidget(self.by_plan)
        self._own.addLayout(buttons, 1, 0, 1, 2)
        self.told = text_label("", self)

    # Showing

    @Slot()
    def show_all(self) -> None:
        """Reckons the year's periods anew."""
        if not self._book.raw:
            return
        row = max(self.table.currentRow(), 0)
        self._reckon(self._dates())
        self.table.setRowCount(len(self._periods))
        for place, (code, found) in enumerate(self._periods):
            for column, text in enumerate(self._cells(code, found)):
                self.table.setItem(place, column, QTableWidgetItem(text))
        self.table.resizeRowsToContents()
        if self._periods:
            self.table.selectRow(min(row, len(self._periods) - 1))
        self._period_chosen()

    def _dates(self) -> Mapping[str, Any]:
        return self._book.raw["dates"]  # type: ignore[no-any-return]

    def _reckon(self, raw_dates: Mapping[str, Any]) -> None:
        self._periods, self._warnings = [], {}
        try:
            programme = convert(self._book.raw["programme"], Programme)
            periods = periods_of(programme, convert(dict(raw_dates), CentreDates))
        except LedgerError:
            return  # the tabs of the plan and the list of mistakes say what is wrong
        for duty in programme.duties:
            if duty.schedule is not None:
                code = f"{self.year.value():04d}{duty.schedule.period_suffix}"
                self._periods.append((code, self._found(periods, code)))

    def _found(self, periods: Periods, code: str) -> Period | LedgerError:
        try:
            period = periods.period(code)
            for warning in periods.warnings(period):
                parameters = {
                    "period": code,
                    "day": warning.day.isoformat(),
                    "working_day": warning.working_day.isoformat(),
                }
                self._warnings[code] = (
                    self._words.sentence(warning.code, parameters) + " " + self._words.next_step(warning.code, parameters)
                )
        except LedgerError as error:
            return error
        return period

    def _cells(self, code: str, found: Period | LedgerError) -> tuple[str, ...]:
        if isinstance(found, LedgerError):
            return (f"⚠ {code}", "", "", "")
        dates = self._dates()
        own_cutoff = " *" if code in dates.get("cutoffs", {}) else ""
        own_deadline = " *" if code in dates.get("deadlines", {}) else ""
        rest = " ⚠" if code in self._warnings else ""
        name = found.name(self._language)
        return (
            f"{name[:1].upper()}{name[1:]}",
            shown_day(found.takes_from),
            shown_day(found.last_day) + own_cutoff,
            shown_day(found.last_on_time) + own_deadline + rest,
        )

    @Slot()
    def _period_chosen(self) -> None:
        code, found = self._chosen()
        dates = self._dates() if self._book.raw else {}
        self.set_dates.setEnabled(bool(code))
        self.by_plan.setEnabled(code in dates.get("cutoffs", {}) or code in dates.get("deadlines", {}))
        if isinstance(found, Period):
            if not (self.cutoff.hasFocus() or self.deadline.hasFocus()):
                self.cutoff.setText(shown_day(found.last_day))
                self.deadline.setText(shown_day(found.due_before))
            own = translate("DatesPane", "* set by the centre for this period alone.")
            plain = translate("DatesPane", "The dates are those of the plan.")
            hint = own if self.by_plan.isEnabled() else plain
            self._tell(self._warnings.get(code, "") or hint, "warn" if code in self._warnings else "")
        elif isinstance(found, LedgerError):
            self._tell_error(found)

    def _chosen(self) -> tuple[str, Period | LedgerError | None]:
        row = self.table.currentRow()
        return self._periods[row] if 0 <= row < len(self._periods) else ("", None)

    def _tell(self, text: str, tone: str) -> None:
        self.told.setText(text)
        set_tone(self.told, tone)

    def _tell_error(self, error: LedgerError) -> None:
        words = self._words
        self._tell(f"{words.sentence(error.code, error.parameters)} {words.next_step(error.code, error.parameters)}", "bad")

    # Dates of one period

    def _wanted(self) -> dict[str, Any]:
        """The dates with what stands in the two fields; what the plan says anyway is not set."""
        code, _ = self._chosen()
        cutoff, deadline = day_typed(self.cutoff.text()), day_typed(self.deadline.text())
        without = {
            name: {period: day for period, day in self._dates().get(name, {}).items() if period != code}
            for name in ("cutoffs", "deadlines")
        }
        programme = convert(self._book.raw["programme"], Programme)
        by_plan = periods_of(programme, convert({**self._dates(), **without}, CentreDates)).period(code)
        if cutoff != by_plan.last_day.isoformat():
            without["cutoffs"][code] = cutoff
        if deadline != by_plan.due_before.isoformat():
            without["deadlines"][code] = deadline
        return {**self._dates(), **{name: days for name, days in without.items() if days or self._dates().get(name)}}

    def _judged(self) -> dict[str, Any] | None:
        """The wanted dates if they can stand; says why not."""
        code, _ = self._chosen()
        try:
            wanted = self._wanted()
            programme = convert(self._book.raw["programme"], Programme)
            periods_of(programme, convert(wanted, CentreDates)).period(code)
        except LedgerError as error:
            self._tell_error(error)
            return None
        return wanted

    @Slot()
    def _typed(self) -> None:
        if self._judged() is not None:
            self._tell(translate("DatesPane", "These dates can be set."), "good")

    @Slot()
    def _set(self) -> None:
        wanted = self._judged()
        if wanted is not None:
            self._put(wanted)

    @Slot()
    def _clear(self) -> None:
        code, _ = self._chosen()
        dates = dict(self._dates())
        for name in ("cutoffs", "deadlines"):
            if name in dates:
                dates[name] = {period: day for period, day in dates[name].items() if period != code}
        self._put(dates)

    def _put(self, dates: Mapping[str, Any]) -> None:
        kept = {name: value for name, value in dates.items() if value}
        self.table.setFocus()
        self._book.exchange(with_value(self._book.raw, ("dates",), kept))
