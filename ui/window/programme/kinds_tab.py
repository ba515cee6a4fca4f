"""A tab with one editor for each kind of item that belongs together, such as activity types and their count fields."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.window.programme.items_pane import ItemsPane

translate = QCoreApplication.translate


class KindsTab(QWidget):
    """The panes are named by buttons above; a single one needs none."""

    def __init__(self, panes: Sequence[tuple[str, QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stack = QStackedWidget(self)
        self.group = QButtonGroup(self)
        self.group.idClicked.connect(self._show)
        row = QHBoxLayout()
        row.setSpacing(4)
        for place, (title, pane) in enumerate(panes):
            self.stack.addWidget(pane)
            button = QPushButton(title, self)
            button.setCheckable(True)
            button.setChecked(place == 0)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        if len(panes) > 1:
            column.addLayout(row)
        else:
            self.group.buttons()[0].hide()
        column.addWidget(self.stack, 1)

    def show_pane(self, area: str, code: str) -> bool:
        """Shows the item of an area if one of the panes edits it."""
        for place in range(self.stack.count()):
            pane = self.stack.widget(place)
            if isinstance(pane, ItemsPane) and pane.area == area:
                self.group.button(place).setChecked(True)
                self._show(place)
                pane.choose(code)
                return True
        return False

    @Slot(int)
    def _show(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
