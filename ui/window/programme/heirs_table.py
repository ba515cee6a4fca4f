"""The table of the offices that a split leaves: codes that exist go on, new ones take all but the name from the source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

translate = QCoreApplication.translate
_KEYS = ("code", "name_vi", "name_en")


class HeirsTable(QWidget):
    """``edited`` after any change."""

    edited = Signal()

    def __init__(self, source: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self.table = QTableWidget(0, len(_KEYS), self)
        self.table.setAccessibleName(translate("HeirsTable", "Offices that carry on the work"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("HeirsTable", "Code"),
                translate("HeirsTable", "Name (Vietnamese)"),
                translate("HeirsTable", "Name (English)"),
            ]
        )
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(self.fontMetrics().lineSpacing() * 7)
        self.add = QPushButton(translate("HeirsTable", "Add an o&ffice"), self)
        self.remove = QPushButton(translate("HeirsTable", "D&rop the office"), self)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.table.itemChanged.connect(self.edited)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        for _ in range(2):
            self._add()

    @property
    def heirs(self) -> tuple[dict[str, Any], ...]:
        """The rows with a code as fields of an office; the rest of them is the source's."""
        rows = [[self._text(row, column) for column in range(len(_KEYS))] for row in range(self.table.rowCount())]
        return tuple(self._heir(cells) for cells in rows if cells[0])

    def put(self, row: int, *cells: str) -> None:
        """Fills a row; for what is proposed."""
        for column, text in enumerate(cells):
            self.table.setItem(row, column, QTableWidgetItem(text))

    def _heir(self, cells: list[str]) -> dict[str, Any]:
        taken = {key: self._source[key] for key in ("type", "parent", "groups", "symbol", "place")}
        return {**taken, **dict(zip(_KEYS, cells, strict=True)), "name_en": cells[2] or cells[1]}

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""

    @Slot()
    def _add(self) -> None:
        self.table.insertRow(self.table.rowCount())

    @Slot()
    def _remove(self) -> None:
        if self.table.rowCount():
            row = self.table.currentRow()
            self.table.removeRow(row if row >= 0 else self.table.rowCount() - 1)
            self.edited.emit()
