"""What stands behind one indicator of a span: its periods, then groups, offices and their activities, and what to know."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QTabWidget, QVBoxLayout, QWidget

from ui.window.consolidate.span_view import SpanLine, SpanOffice, SpanOffices, SpanSheet
from ui.window.consolidate.tables import TextTable, day_of, figure_table, in_two_lines, set_out_activities
from ui.window.consolidate.view import ActivityLine
from ui.window.page import heading_label, text_label

translate = QCoreApplication.translate
_NAME_LETTERS = 16
"""What is left of an office's name at least; the whole is in its tip."""


class SpanDetail(QWidget):
    """``offices_wanted`` (indicator) asks for the offices behind it; ``activities_wanted`` (period, indicator, offices)."""

    offices_wanted = Signal(str)
    activities_wanted = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: SpanSheet | None = None
        self._line: SpanLine | None = None
        self._offices: tuple[SpanOffice, ...] = ()
        self.title = heading_label("", self)
        self.periods_model = TextTable([in_two_lines(text) for text in _period_titles()], right=(2, 3, 4, 5, 6, 7), parent=self)
        self.periods = figure_table(self.periods_model, translate("SpanDetail", "The indicator by period"), self)
        self.groups_model = TextTable([translate("SpanDetail", "Group")], parent=self)
        self.groups = figure_table(self.groups_model, translate("SpanDetail", "The indicator by group"), self)
        self.offices_model = TextTable([translate("SpanDetail", "Office")], parent=self)
        self.offices = figure_table(self.offices_model, translate("SpanDetail", "The indicator by office"), self)
        self.offices.fill(0, least=_NAME_LETTERS)
        self.activities_model = TextTable(_activity_titles(), parent=self)
        self.activities = figure_table(self.activities_model, translate("SpanDetail", "Activities of the office"), self)
        set_out_activities(self.activities)
        self.remarks = QPlainTextEdit(self)
        self.remarks.setReadOnly(True)
        self.remarks.setTabChangesFocus(True)
        self.remarks.setAccessibleName(translate("SpanDetail", "What to know about the figures"))
        self.told = text_label("", self, muted=True)
        self.tabs = QTabWidget(self)
        self._lay_out()
        self.tabs.currentChanged.connect(self._ask)
        self.offices.activated.connect(self._open_office)

    def show_sheet(self, sheet: SpanSheet) -> None:
        """Another span; the indicator follows."""
        self._sheet = sheet
        self.remarks.setPlainText("\n".join(f"• {line}" for line in sheet.remarks))
        self.show_line(None)

    def show_line(self, line: SpanLine | None) -> None:
        """Another indicator, or none."""
        self._line, self._offices = line, ()
        self.activities_model.show([])
        self.told.clear()
        sheet = self._sheet
        if sheet is None or line is None:
            self.title.clear()
            for model in (self.periods_model, self.groups_model, self.offices_model):
                model.show([])
            return
        self.title.setText(f"{line.indicator}  {line.label} ({line.unit}). {line.rule}.")
        self.periods_model.show(
            [
                (
                    head.name,
                    head.firmness,
                    part.figure,
                    part.difference,
                    part.share,
                    *(str(count) for count in (part.answered, part.none, part.empty)),
                )
                for head, part in zip(sheet.heads, line.periods, strict=True)
            ]
        )
        self.periods.resizeColumnsToContents()
        titles = [in_two_lines(text) for text in (*(head.name for head in sheet.heads), translate("SpanDetail", "Whole span"))]
        right = range(1, len(titles) + 1)
        self.groups_model.show(list(line.groups), [translate("SpanDetail", "Group"), *titles], right)
        self.groups.resizeColumnsToContents()
        note = translate("SpanDetail", "Note")
        self.offices_model.show([], [translate("SpanDetail", "Office"), *titles, note], right)
        self._ask()

    def show_offices(self, found: SpanOffices) -> None:
        """The offices behind the indicator; an answer for one that is no longer chosen is dropped."""
        if self._line is None or found.indicator != self._line.indicator:
            return
        self._offices = found.lines
        self.offices_model.show([(one.name, *one.cells, one.note) for one in found.lines])
        self.offices.resizeColumnsToContents()
        self.offices.setColumnHidden(self.offices_model.columnCount() - 1, not any(one.note for one in found.lines))
        if found.lines and self.tabs.currentWidget() is self.offices:
            self._hint()

    def show_activities(self, lines: tuple[ActivityLine, ...]) -> None:
        """What stands behind the chosen figure."""
        self.activities_model.show([(day_of(line.date), line.title, line.place, line.counts) for line in lines])
        self.activities.resizeColumnToContents(0)
        self.tabs.setCurrentWidget(self.activities)
        self.activities.setFocus(Qt.FocusReason.OtherFocusReason)
        if not lines:
            self.told.setText(translate("SpanDetail", "No activity stands behind this figure: the office stated it itself."))

    @Slot()
    def _ask(self) -> None:
        """The offices are read when somebody looks at them; the hint below is theirs."""
        line = self._line
        self.told.clear()
        if line is None or self.tabs.currentWidget() is not self.offices:
            return
        if not line.by_office:
            self.told.setText(
                translate("SpanDetail", "The plan has this figure as one total; there is no breakdown by office.")
            )
        elif self._offices:
            self._hint()
        else:
            self.offices_wanted.emit(line.indicator)

    def _hint(self) -> None:
        self.told.setText(translate("SpanDetail", "Press Enter on an office's figure to see the activities behind it."))

    @Slot(QModelIndex)
    def _open_office(self, index: QModelIndex) -> None:
        place = index.column() - 1
        if self._sheet is None or self._line is None or not 0 <= index.row() < len(self._offices):
            return
        if 0 <= place < len(self._sheet.heads):
            offices = self._offices[index.row()].offices
            self.activities_wanted.emit(self._sheet.heads[place].code, self._line.indicator, offices)
        else:
            self.told.setText(translate("SpanDetail", "Choose the figure of one period."))

    def _lay_out(self) -> None:
        for widget, text in (
            (self.groups, translate("SpanDetail", "Groups")),
            (self.offices, translate("SpanDetail", "Offices")),
            (self.activities, translate("SpanDetail", "Activities")),
            (self.remarks, translate("SpanDetail", "Remarks")),
        ):
            self.tabs.addTab(widget, text)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.addWidget(self.periods)
        both.addWidget(self.tabs)
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 1)
        letter = self.fontMetrics().averageCharWidth()
        both.setSizes([letter * 76, letter * 70])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(both, 1)
        column.addWidget(self.told)


def _period_titles() -> list[str]:
    return [
        translate("SpanDetail", "Period"),
        translate("SpanDetail", "How firm"),
        translate("SpanDetail", "Figure"),
        translate("SpanDetail", "Against last year"),
        translate("SpanDetail", "In per cent"),
        translate("SpanDetail", "Answered"),
        translate("SpanDetail", "Nothing to report"),
        translate("SpanDetail", "No answer"),
    ]


def _activity_titles() -> list[str]:
    return [
        translate("SpanDetail", "Date"),
        translate("SpanDetail", "Content"),
        translate("SpanDetail", "Place"),
        translate("SpanDetail", "Figures"),
    ]
