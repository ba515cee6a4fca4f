"""Figures by group, and what stands behind each: from the table to the offices, from an office to its activities."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from ui.window.consolidate.tables import TextTable, day_of, figure_table, in_two_lines, set_out_activities
from ui.window.consolidate.view import ActivityLine, ConsolidateView, FigureLine, OfficePart
from ui.window.page import heading_label, text_label

translate = QCoreApplication.translate
_FIXED = 3
"""Columns before those of the groups: indicator, unit, total."""
_NAME_LETTERS = 16
"""What is left of an office's name at least; the whole is in its tip."""


class FiguresTab(QWidget):
    """``office_wanted`` (indicator, office) asks for the activities behind one office's figure."""

    office_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ConsolidateView | None = None
        self._lines: list[FigureLine] = []
        self._parts: list[OfficePart] = []
        self.task = QComboBox(self)
        self.task.setAccessibleName(translate("FiguresTab", "Task"))
        self.task.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.task.currentIndexChanged.connect(self._narrow)
        self.model = TextTable([translate("FiguresTab", "Indicator")], parent=self)
        self.figures = figure_table(self.model, translate("FiguresTab", "Indicators by group"), self)
        self.offices_model = TextTable(
            [translate("FiguresTab", "Office"), translate("FiguresTab", "Figure"), translate("FiguresTab", "Source")],
            right=(1,),
            parent=self,
        )
        self.offices = figure_table(self.offices_model, translate("FiguresTab", "Offices behind the figure"), self)
        self.offices.fill(0, least=_NAME_LETTERS)
        self.activities_model = TextTable(
            [
                translate("FiguresTab", "Date"),
                translate("FiguresTab", "Content"),
                translate("FiguresTab", "Place"),
                translate("FiguresTab", "Figures"),
            ],
            parent=self,
        )
        self.activities = figure_table(self.activities_model, translate("FiguresTab", "Activities of the office"), self)
        set_out_activities(self.activities)
        self.told = text_label("", self)
        self._lay_out()
        self.figures.selectionModel().currentChanged.connect(self._picked_figure)
        self.offices.selectionModel().currentChanged.connect(self._picked_office)
        self.model.modelReset.connect(self._forget)

    def show_view(self, view: ConsolidateView) -> None:
        """Another period, or the same read again."""
        self._view = view
        chosen = self.task.currentData()
        self.task.blockSignals(True)
        self.task.clear()
        self.task.addItem(translate("FiguresTab", "All tasks"), "")
        for code, title in view.tasks.items():
            self.task.addItem(f"{code}  {title}", code)
        self.task.setCurrentIndex(max(0, self.task.findData(chosen)))
        self.task.blockSignals(False)
        self._narrow()

    def show_activities(self, lines: tuple[ActivityLine, ...]) -> None:
        """What stands behind the chosen office's figure."""
        self.activities_model.show([(day_of(line.date), line.title, line.place, line.counts) for line in lines])
        self.activities.resizeColumnToContents(0)

    @Slot()
    def _narrow(self) -> None:
        if self._view is None:
            return
        task = str(self.task.currentData() or "")
        self._lines = [line for line in self._view.lines if not task or line.task == task]
        titles = [
            translate("FiguresTab", "Indicator"),
            translate("FiguresTab", "Unit"),
            translate("FiguresTab", "Total"),
            *(in_two_lines(group) for group in self._view.groups),
            in_two_lines(translate("FiguresTab", "Answered")),
            in_two_lines(translate("FiguresTab", "Nothing to report")),
            in_two_lines(translate("FiguresTab", "No answer")),
        ]
        rows = [
            (
                f"{line.indicator}  {line.label}",
                line.unit,
                *line.cells,
                *(str(count) for count in (line.answered, line.none, line.empty)),
            )
            for line in self._lines
        ]
        self.model.show(rows, titles, range(_FIXED - 1, len(titles)))
        header = self.figures.horizontalHeader()
        self.figures.resizeColumnsToContents()
        header.resizeSection(0, self.fontMetrics().averageCharWidth() * 46)
        if rows:
            self.figures.setCurrentIndex(self.model.index(0, 0))

    @Slot()
    def _forget(self) -> None:
        self._parts = []
        self.offices_model.show([])
        self.activities_model.show([])
        self.told.clear()

    @Slot(QModelIndex, QModelIndex)
    def _picked_figure(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self._view is None or not current.isValid():
            return
        line = self._lines[current.row()]
        group = current.column() - _FIXED
        named = self._view.groups[group] if 0 <= group < len(self._view.groups) else ""
        parts = [part for part in line.parts if not named or part.group == named]
        self._parts = sorted(parts, key=lambda part: part.state == "empty")
        self.activities_model.show([])
        self.offices_model.show([(part.name, part.figure or _state(part), _source(part)) for part in self._parts])
        self.offices.resizeColumnsToContents()
        if not line.parts:
            self.told.setText(
                translate("FiguresTab", "The plan has this figure as one total; there is no breakdown by office.")
            )
        else:
            shown = named or translate("FiguresTab", "all offices")
            text = translate("FiguresTab", "{indicator}, {group}: {count} offices.")
            self.told.setText(text.format(indicator=line.indicator, group=shown, count=len(self._parts)))

    @Slot(QModelIndex, QModelIndex)
    def _picked_office(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.figures.currentIndex().row()
        if current.isValid() and 0 <= row < len(self._lines) and current.row() < len(self._parts):
            part = self._parts[current.row()]
            self.activities_model.show([])
            if part.sources:
                self.office_wanted.emit(self._lines[row].indicator, part.office)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        label = QLabel(translate("FiguresTab", "&Task:"), self)
        label.setBuddy(self.task)
        top.addWidget(label)
        top.addWidget(self.task, 1)
        behind = QSplitter(Qt.Orientation.Horizontal, self)
        for title, table in (
            (translate("FiguresTab", "Offices"), self.offices),
            (translate("FiguresTab", "Activities"), self.activities),
        ):
            half = QWidget(behind)
            column = QVBoxLayout(half)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(heading_label(title, half))
            column.addWidget(table, 1)
        behind.setStretchFactor(0, 1)
        behind.setStretchFactor(1, 1)
        behind.setSizes([1, 1])
        whole = QSplitter(Qt.Orientation.Vertical, self)
        whole.addWidget(self.figures)
        whole.addWidget(behind)
        whole.setStretchFactor(0, 3)
        whole.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(top)
        column.addWidget(whole, 1)
        column.addWidget(self.told)


def _state(part: OfficePart) -> str:
    if part.state == "none":
        return translate("FiguresTab", "nothing to report")
    return translate("FiguresTab", "no answer") if part.state == "empty" else ""


def _source(part: OfficePart) -> str:
    if part.sources:
        return translate("FiguresTab", "%n activity(ies)", "", part.sources)
    return "" if part.state == "empty" else translate("FiguresTab", "stated by the office")
