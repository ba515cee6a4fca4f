"""Lists of sentences in a dialog: the mistakes of a workbook, the problems of a draft; can be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.window.page import heading_label, text_label

translate = QCoreApplication.translate


class ProblemDialog(QDialog):
    """``wanted(place in the list)`` when a line is activated, so that whoever knows more can go there."""

    wanted = Signal(int)

    def __init__(self, title: str, explanation: str, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.list.addItems(list(lines))
        self.list.itemActivated.connect(self._activated)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(translate("ProblemDialog", "&Copy the list"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(heading_label(title, self))
        column.addWidget(text_label(explanation, self))
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 110, self.fontMetrics().lineSpacing() * 24)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines))

    @Slot(QListWidgetItem)
    def _activated(self, item: QListWidgetItem) -> None:
        self.wanted.emit(self.list.row(item))
        self.accept()
