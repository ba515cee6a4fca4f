"""The sides of a question field by field: a row a field, a column a side; rows that differ are marked in words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from storage.messages.catalogue import Catalogue
from ui.window.review.open_questions import FIELDS, Question
from ui.window.review.wording import field_name, figure_text

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex


class ComparisonModel(QAbstractTableModel):
    """Fields that are empty on all sides are left out."""

    def __init__(self, words: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[tuple[str, ...]] = []
        self._sides = 0
        self._bold = QFont()
        self._bold.setBold(True)

    def show_question(self, question: Question | None) -> None:
        """Another question, or none."""
        self.beginResetModel()
        self._rows, self._sides = [], len(question.sides) if question else 0
        for place, field in enumerate(FIELDS if question else ()):
            texts = tuple(side.texts[place] for side in question.sides) if question else ()
            if any(texts):
                self._rows.append((field_name(field), *texts))
        if question and any(side.answer for side in question.sides):
            answers = (figure_text(side.answer, self._words) if side.answer else "" for side in question.sides)
            self._rows.append((translate("ComparisonModel", "Answer"), *answers))
        if question and any(side.withdrawn_because for side in question.sides):
            name = translate("ComparisonModel", "Withdrawn because")
            self._rows.append((name, *(side.withdrawn_because for side in question.sides)))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else max(self._sides, 2) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return translate("ComparisonModel", "Field")
        return translate("ComparisonModel", "No. {number}").format(number=section)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.column() > self._sides:
            return None
        row = self._rows[index.row()]
        differs = len(set(row[1:])) > 1
        if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 and differs:
            return translate("ComparisonModel", "{field} (differs)").format(field=row[0])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row[index.column()]
        if role == Qt.ItemDataRole.FontRole and differs:
            return self._bold
        return None
