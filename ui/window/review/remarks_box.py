"""The remarks that go out with a return: written, changed and taken off until the decision is made."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from storage.domain.folding import normalise
from storage.journal.entries import Remark
from storage.review_drafts import RemarksDraft
from ui.window.page import text_label

translate = QCoreApplication.translate
LONGEST = 500


class RemarksBox(QWidget):
    """``changed`` when the list of remarks is another one, ``typed`` while somebody writes.

    ``about`` is a remark without text: what the next one is about.
    """

    changed = Signal()
    typed = Signal()

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
        self.field.textEdited.connect(self._typing)
        self.list.currentRowChanged.connect(self._show_chosen)
        self.show_remarks(())
        self.set_about(self._about, "")

    @property
    def draft(self) -> RemarksDraft:
        """All that would be lost: the remarks, and one that is being written."""
        if not self._is_new:
            return RemarksDraft(tuple(self._remarks))
        return RemarksDraft(tuple(self._remarks), self.field.text(), self._about, self._place)

    def show_draft(self, draft: RemarksDraft) -> None:
        """The remarks of a report as they were left; what stands here already is not touched: somebody may be typing."""
        if draft == self.draft:
            return
        self.show_remarks(draft.remarks)
        if draft.typed:
            self.set_about(draft.about, draft.place)
            self.field.setText(draft.typed)

    def take_in(self) -> None:
        """What stands in the field becomes a remark, or changes the chosen one, unless it is one already."""
        if self._is_new and self.list.currentRow() >= 0:
            self._change()
        elif self._is_new:
            self._add()

    @property
    def _is_new(self) -> bool:
        """Whether the field holds something that stands in no remark yet."""
        return bool(self._written) and all(remark.text != self._written for remark in self._remarks)

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
    def _written(self) -> str:
        return normalise(self.field.text()).strip()[:LONGEST]

    @Slot()
    def _add(self) -> None:
        if self._written:
            self._remarks.append(msgspec.structs.replace(self._about, text=self._written))
            self.field.clear()
            self._draw(-1)
            self.changed.emit()

    @Slot()
    def _change(self) -> None:
        row = self.list.currentRow()
        if row >= 0 and self._written:
            self._remarks[row] = msgspec.structs.replace(self._remarks[row], text=self._written)
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

    @Slot()
    def _typing(self) -> None:
        self.typed.emit()

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
        self.add.setEnabled(bool(self._written))
        self.change.setEnabled(chosen and bool(self._written))
        self.remove.setEnabled(chosen)
