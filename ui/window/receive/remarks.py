"""The remarks of the centre as a list of things to do, and the small dialog in which one is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from storage.domain.text_check import check_text
from storage.messages.catalogue import Catalogue
from ui.window.list_icons import list_icon
from ui.window.page import heading_label, text_label
from ui.window.period.text_field import TextField
from ui.window.receive.view import ToDo

translate = QCoreApplication.translate
_TO_DO = Qt.ItemDataRole.UserRole
_LONGEST = 400
_LEAST_WIDTH = 62
"""In letters."""


class RemarkList(QWidget):
    """``opened`` carries a ``ToDo`` to be shown where it belongs, ``answer_wanted`` one to be answered."""

    opened = Signal(object)
    answer_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = heading_label("", self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("RemarkList", "Remarks of the centre"))
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setIconSize(QSize(20, 20))
        self.list.setAlternatingRowColors(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.itemActivated.connect(self._open)
        self.list.currentItemChanged.connect(self._selected)
        self.go = QPushButton(translate("RemarkList", "&Go there"), self)
        self.answer = QPushButton(translate("RemarkList", "&Answer…"), self)
        self.go.clicked.connect(self._go)
        self.answer.clicked.connect(self._answer)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.go)
        head.addWidget(self.answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def show_remarks(self, remarks: Sequence[ToDo]) -> None:
        """Those to be done first, then those that are answered."""
        row = self.list.currentRow()
        self.list.clear()
        left = sum(not remark.answered for remark in remarks)
        for remark in sorted(remarks, key=lambda each: each.answered):
            place = f"{remark.period_name}   {remark.place}".strip()
            item = QListWidgetItem(f"{remark.text}\n{place}", self.list)
            item.setIcon(list_icon("circle-check" if remark.answered else "flag", self.palette()))
            item.setData(_TO_DO, remark)
            state = translate("RemarkList", "answered") if remark.answered else translate("RemarkList", "to be answered")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{state}: {remark.text} {place}")
            item.setToolTip(state)
        self.heading.setText(
            translate("RemarkList", "%n remark(s) of the centre to be answered", "", left)
            if left
            else translate("RemarkList", "Every remark of the centre is answered")
        )
        self.setVisible(bool(remarks))
        if remarks:
            self.list.setCurrentRow(min(max(row, 0), len(remarks) - 1))
        self._selected()

    @property
    def chosen(self) -> ToDo | None:
        """The remark that is selected."""
        item = self.list.currentItem()
        return cast(ToDo, item.data(_TO_DO)) if item is not None else None

    @Slot()
    def _selected(self) -> None:
        chosen = self.chosen
        self.go.setEnabled(chosen is not None and bool(chosen.uid or chosen.item or chosen.period))
        self.answer.setEnabled(chosen is not None and not chosen.answered)

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_TO_DO))

    @Slot()
    def _go(self) -> None:
        if self.chosen is not None:
            self.opened.emit(self.chosen)

    @Slot()
    def _answer(self) -> None:
        if self.chosen is not None:
            self.answer_wanted.emit(self.chosen)


class AnswerDialog(QDialog):
    """What was done about a remark; the words may stay empty when the correction speaks for itself."""

    def __init__(self, remark: ToDo, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remark = remark
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("AnswerDialog", "Answer a remark"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_WIDTH)
        self.field = TextField(words, name=translate("AnswerDialog", "Words to the centre"), lines=3, parent=self)
        self.field.edited.connect(self._typed)
        label = QLabel(translate("AnswerDialog", "&Words to the centre, if needed:"), self)
        label.setBuddy(self.field.editor)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.done_button = self._buttons.addButton(
            translate("AnswerDialog", "&It is done"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(text_label(remark.text, self))
        column.addWidget(text_label(remark.place, self, muted=True))
        column.addWidget(label)
        column.addWidget(self.field)
        hint = translate(
            "AnswerDialog", "The words travel with the next bundle. Corrections count once the period is closed and sent again."
        )
        column.addWidget(text_label(hint, self, muted=True))
        column.addWidget(self._buttons)

    @property
    def text(self) -> str:
        """The words, on one line."""
        return " ".join(self.field.text.split())

    @Slot()
    def _typed(self) -> None:
        self.done_button.setEnabled(len(self.text) <= _LONGEST and not check_text(self.text))
