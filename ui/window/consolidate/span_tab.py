"""Several periods side by side: indicators by period with what they come to, and below them what stands behind one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.window.consolidate.span_detail import SpanDetail
from ui.window.consolidate.span_head import SpanHead
from ui.window.consolidate.span_view import SpanLine, SpanSheet
from ui.window.consolidate.tables import TextTable, figure_table, in_two_lines

translate = QCoreApplication.translate
_FIXED = 2
"""Columns before those of figures: indicator, unit. What the span comes to stands first, so that it is always in sight."""
_LABEL_LETTERS = 46


class SpanTab(QWidget):
    """Shows a sheet; what is asked for goes through ``head`` and ``detail``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: SpanSheet | None = None
        self._lines: list[SpanLine] = []
        self.head = SpanHead(self)
        self.model = TextTable([translate("SpanTab", "Indicator")], parent=self)
        self.figures = figure_table(self.model, translate("SpanTab", "Indicators by period"), self)
        self.detail = SpanDetail(self)
        whole = QSplitter(Qt.Orientation.Vertical, self)
        whole.addWidget(self.figures)
        whole.addWidget(self.detail)
        whole.setStretchFactor(0, 3)
        whole.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.head)
        column.addWidget(whole, 1)
        self.head.narrowed.connect(self._narrow)
        self.figures.selectionModel().currentChanged.connect(self._picked)

    def show_sheet(self, sheet: SpanSheet) -> None:
        """Another span, or the same read again; the chosen indicator stays."""
        self.sheet = sheet
        self.head.show_sheet(sheet)
        self.detail.show_sheet(sheet)
        self._narrow()

    @Slot()
    def _narrow(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        before = self._lines[self.figures.currentIndex().row()].indicator if self.figures.currentIndex().isValid() else ""
        task = self.head.chosen_task
        self._lines = [line for line in sheet.lines if not task or line.task == task]
        titles = [
            translate("SpanTab", "Indicator"),
            translate("SpanTab", "Unit"),
            in_two_lines(translate("SpanTab", "Whole span")),
            *(f"{in_two_lines(head.name)}\n{head.firmness}" for head in sheet.heads),
            translate("SpanTab", "How it is taken"),
        ]
        rows = [
            (f"{line.indicator}  {line.label}", line.unit, line.cells[-1], *line.cells[:-1], line.rule) for line in self._lines
        ]
        self.model.show(rows, titles, range(_FIXED, len(titles) - 1))
        self.figures.resizeColumnsToContents()
        self.figures.horizontalHeader().resizeSection(0, self.fontMetrics().averageCharWidth() * _LABEL_LETTERS)
        chosen = next((place for place, line in enumerate(self._lines) if line.indicator == before), 0)
        if rows:
            self.figures.setCurrentIndex(self.model.index(chosen, 0))

    @Slot(QModelIndex, QModelIndex)
    def _picked(self, current: QModelIndex, before: QModelIndex) -> None:
        if not current.isValid() or (before.isValid() and before.row() == current.row()):
            return
        self.detail.show_line(self._lines[current.row()])
