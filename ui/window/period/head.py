"""The line above the steps of a period: which period it is, how long it is still open, and an earlier one left open."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.window.page import set_tone, text_label, title_label
from ui.window.period.view import PeriodView
from ui.window.wrapping_row import WrappingRow

translate = QCoreApplication.translate
_SOON_DAYS = 14


class PeriodHead(QWidget):
    """``chosen`` carries the code of another period."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._earlier_code = ""
        self.chooser = QComboBox(self)
        self.chooser.setAccessibleName(translate("PeriodHead", "Period"))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chooser.activated.connect(self._period_chosen)
        label = QLabel(translate("PeriodHead", "Peri&od:"), self)
        label.setBuddy(self.chooser)
        self._days = text_label(parent=self)
        self._days.setWordWrap(False)
        row = WrappingRow()
        row.addWidget(title_label(translate("PeriodHead", "Close a period"), self))
        row.add_stretch()
        row.addWidget(self._days)
        row.addWidget(label)
        row.addWidget(self.chooser)
        self.earlier = QPushButton(self)
        self.earlier.clicked.connect(self._open_earlier)
        self.earlier.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.earlier, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_view(self, view: PeriodView) -> None:
        """Shows a period."""
        self.chooser.clear()
        for choice in view.choices:
            self.chooser.addItem(choice.name[:1].upper() + choice.name[1:], choice.code)
        self.chooser.setCurrentIndex(self.chooser.findData(view.period.code))
        self._show_days(view)
        self._earlier_code = view.earlier_open.code if view.earlier_open is not None else ""
        if view.earlier_open is not None:
            name = view.earlier_open.name
            text = translate("PeriodHead", "{period} is not closed yet: open it")
            self.earlier.setText(text.format(period=name[:1].upper() + name[1:]))
        self.earlier.setVisible(bool(self._earlier_code))

    def _show_days(self, view: PeriodView) -> None:
        """A deadline that has passed is told without reproach: not every office owes the report."""
        last = view.period.last_on_time.strftime("%d/%m/%Y")
        if view.closed:
            self._days.setText(translate("PeriodHead", "Closed"))
        elif view.returned:
            self._days.setText(translate("PeriodHead", "Returned by the centre"))
        elif view.days_left >= 0:
            text = translate("PeriodHead", "%n day(s) left, last day {date}", "", view.days_left)
            self._days.setText(text.format(date=last))
        else:
            self._days.setText(translate("PeriodHead", "Last day was {date}").format(date=last))
        soon = "warn" if 0 <= view.days_left <= _SOON_DAYS else ""
        set_tone(self._days, "good" if view.closed else "bad" if view.returned else soon)

    @Slot(int)
    def _period_chosen(self, index: int) -> None:
        self.chosen.emit(str(self.chooser.itemData(index)))

    @Slot()
    def _open_earlier(self) -> None:
        self.chosen.emit(self._earlier_code)
