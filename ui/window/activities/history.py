"""Shows every version of an activity, the newest first, and what each one changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from storage.activity_history import HistoryLine
from ui.window.activities.choices import Choices
from ui.window.activities.days import shown_iso_day

translate = QCoreApplication.translate


class HistoryDialog(QDialog):
    """Opened with ``open``; reads only."""

    def __init__(self, lines: Sequence[HistoryLine], choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("HistoryDialog", "History of changes"))
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setHeaderLabels(
            [
                translate("HistoryDialog", "When and what"),
                translate("HistoryDialog", "Before"),
                translate("HistoryDialog", "After"),
            ]
        )
        self.tree.setWordWrap(True)
        for line in lines:
            self._add(line, choices)
        self.tree.expandAll()
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in enumerate((38, 40, 40)):
            self.tree.setColumnWidth(column, letter * letters)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column_layout = QVBoxLayout(self)
        column_layout.addWidget(self.tree)
        column_layout.addWidget(buttons)
        self.resize(letter * 126, self.fontMetrics().lineSpacing() * 24)
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))

    def _add(self, line: HistoryLine, choices: Choices) -> None:
        head = QTreeWidgetItem(self.tree, ["  ".join(filter(None, (_moment(line.at), _act(line), line.by)))])
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        if line.why:
            QTreeWidgetItem(head, [translate("HistoryDialog", "Reason"), "", line.why])
        for change in line.changes:
            cells = [
                _field(change.field, choices),
                _value(change.field, change.before, choices),
                _value(change.field, change.after, choices),
            ]
            item = QTreeWidgetItem(head, cells)
            for number, text in enumerate(cells):
                item.setToolTip(number, text)
                item.setTextAlignment(number, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


def _act(line: HistoryLine) -> str:
    if line.act == "recorded":
        return translate("HistoryDialog", "Recorded")
    if line.act == "amended":
        return translate("HistoryDialog", "Edited")
    return translate("HistoryDialog", "Withdrawn")


def _field(name: str, choices: Choices) -> str:
    if name.startswith("values."):
        return choices.field_label(name.removeprefix("values."))
    return {
        "task": translate("HistoryDialog", "Task"),
        "type": translate("HistoryDialog", "Activity type"),
        "date": translate("HistoryDialog", "Date"),
        "title": translate("HistoryDialog", "Title"),
        "place": translate("HistoryDialog", "Place"),
        "document": translate("HistoryDialog", "Number and symbol"),
        "note": translate("HistoryDialog", "Note"),
        "attachments": translate("HistoryDialog", "Attachments"),
    }.get(name, name)


def _value(field: str, text: str, choices: Choices) -> str:
    if field == "date":
        return shown_iso_day(text)
    if field == "task" and text in choices.names:
        return choices.names[text].shown
    if field == "type" and text in choices.types:
        return choices.types[text].label
    return choices.number(int(text)) if field.startswith("values.") and text else text


def _moment(at: str) -> str:
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%d/%m/%Y %H:%M")
    except ValueError:
        return at
