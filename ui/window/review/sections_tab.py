"""The words of a report: a section now, in the period before, and a year ago, side by side."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ui.window.review.view import ReportView

translate = QCoreApplication.translate


class SectionsTab(QWidget):
    """``chosen`` (code, title): the section that is looked at."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ReportView | None = None
        self.section = QComboBox(self)
        self.section.setAccessibleName(translate("SectionsTab", "Section"))
        self.section.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.section.currentIndexChanged.connect(self._show_section)
        grid = QGridLayout()
        self._heads = [QLabel(self) for _ in range(3)]
        self.fields = [self._field() for _ in range(3)]
        for column, (head, field) in enumerate(zip(self._heads, self.fields, strict=True)):
            head.setBuddy(field)
            grid.addWidget(head, 0, column)
            grid.addWidget(field, 1, column)
        grid.setRowStretch(1, 1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 6, 0, 0)
        column_of_all.addWidget(self.section)
        column_of_all.addLayout(grid, 1)

    def show_view(self, view: ReportView | None) -> None:
        """Another report."""
        self._view = view
        row = max(0, self.section.currentIndex())
        with QSignalBlocker(self.section):
            self.section.clear()
            for section in view.sections if view else ():
                empty = "" if section.text.strip() else translate("SectionsTab", "(empty)")
                self.section.addItem(f"{section.title} {empty}".strip())
                self.section.setItemData(self.section.count() - 1, section.title)
            self.section.setCurrentIndex(min(row, self.section.count() - 1))
        heads = ("", view.before_name, view.year_ago_name) if view else ("", "", "")
        titles = (
            view.period_name if view else "",
            heads[1] or translate("SectionsTab", "Period before"),
            heads[2] or translate("SectionsTab", "A year ago"),
        )
        for label, field, title in zip(self._heads, self.fields, titles, strict=True):
            label.setText(title)
            field.setAccessibleName(title)
        for widget in (self._heads[2], self.fields[2]):
            widget.setVisible(view is None or not view.compares_once)
        self._draw()

    def _field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        return field

    @Slot()
    def _show_section(self) -> None:
        self._draw()
        row = self.section.currentIndex()
        if self._view is not None and row >= 0:
            section = self._view.sections[row]
            self.section.setToolTip(section.title)
            self.chosen.emit(section.code, section.title)

    def _draw(self) -> None:
        row = self.section.currentIndex()
        texts = ("", "", "")
        if self._view is not None and row >= 0:
            section = self._view.sections[row]
            texts = (section.text, section.before, section.year_ago)
        for field, text in zip(self.fields, texts, strict=True):
            field.setPlainText(text)
