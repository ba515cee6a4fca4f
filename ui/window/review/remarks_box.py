"""The remarks that go out with a return: written, changed and taken off until the decision is made."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from storage.domain.folding import normalise
from storage.journal.entries import Remark
from ui.window.page import text_label

translate = QCoreApplication.translate
LONGEST = 500


class RemarksBox(QWidget):
    """``changed`` when the list of remarks is another one. ``about`` is a remark without text: what the next one is about."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks: list[Remark] = []
        self._about = Remark(text="")
        self._place = ""
        self.about = text_label(parent=self, muted=True)
        self.field = QLineEdit(self)
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(translate("RemarksBox", "Remark"))
        self.field.setPlaceholderText(translate("RemarksBox", "Remark for the office"))
        self.add = QPushButton(translate("RemarksBox", "Add re&mark"), self)
        self.change = QPushButton(translate("RemarksBox", "C&hange"), self)
        self.remove = QPushButton(translate("RemarksBox", "Take o&ff"), self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("RemarksBox", "Remarks of this decision"))
        self.list.setWordWrap(True)
        self.list.setMaximumHeight(self.fontMetrics().lineSpacing() * 5)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        for button in (self.add, self.change, self.remove):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.about)
        column.addLayout(row)
        column.addWidget(self.list)
        self.add.clicked.connect(self._add)
        self.field.returnPressed.connect(self._add)
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)
        self.field.textChanged.connect(self._enable)
        self.list.currentRowChanged.connect(self._show_chosen)
        self.show_remarks(())
        self.set_about(self._about, "")

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What would go out."""
        return tuple(self._remarks)

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """The remarks of another report."""
        self._remarks = list(remarks)
        self.field.clear()
        self._draw(-1)

    def set_about(self, about: Remark, place: str) -> None:
        """What the next remark is about, and its name; the whole report when ``place`` is empty."""
        self._about, self._place = about, place
        if place:
            self.about.setText(translate("RemarksBox", "Remark on: {place}").format(place=place))
        else:
            self.about.setText(translate("RemarksBox", "Remark on the whole report"))

    @property
    def _typed(self) -> str:
        return normalise(self.field.text()).strip()[:LONGEST]

    @Slot()
    def _add(self) -> None:
        if self._typed:
            self._remarks.append(msgspec.structs.replace(self._about, text=self._typed))
            self.field.clear()
            self._draw(-1)
            self.changed.emit()

    @Slot()
    def _change(self) -> None:
        row = self.list.currentRow()
        if row >= 0 and self._typed:
            self._remarks[row] = msgspec.structs.replace(self._remarks[row], text=self._typed)
            self._draw(row)
            self.changed.emit()

    @Slot()
    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            del self._remarks[row]
            self.field.clear()
            self._draw(-1)
            self.changed.emit()

    @Slot(int)
    def _show_chosen(self, row: int) -> None:
        if 0 <= row < len(self._remarks):
            self.field.setText(self._remarks[row].text)
        self._enable()

    def _draw(self, row: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for remark in self._remarks:
            where = f" [{remark.item}]" if remark.item else ""
            self.list.addItem(f"{remark.text}{where}")
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self.list.setVisible(bool(self._remarks))
        self._enable()

    @Slot()
    def _enable(self) -> None:
        chosen = self.list.currentRow() >= 0
        self.add.setEnabled(bool(self._typed))
        self.change.setEnabled(chosen and bool(self._typed))
        self.remove.setEnabled(chosen)
