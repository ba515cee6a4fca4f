"""The fields of one office in a dialog: code, names, type, parent, groups, and what stands on its letters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from export.documents.plan_sheets import OFFICE_SHEETS
from export.documents.wording import Language
from ui.window.activities.fields import FieldBox
from ui.window.programme.codes_field import CodesField

_SHEET = next(sheet for sheet in OFFICE_SHEETS if sheet.key == "offices")
_PLACES = {
    "code": (0, 0, 1),
    "type": (0, 1, 1),
    "symbol": (0, 2, 1),
    "name_vi": (1, 0, 3),
    "name_en": (2, 0, 3),
    "parent": (3, 0, 1),
    "groups": (3, 1, 2),
    "place": (4, 0, 1),
    "phone": (4, 1, 2),
}


class OfficeFields(QWidget):
    """``edited`` after any change; ``values`` are plain values as the register has them."""

    edited = Signal()

    def __init__(self, register: Mapping[str, Any], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, QWidget] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        spoken: Language = "vi" if language == "vi" else "en"
        name = f"name_{spoken}"
        groups = sorted({group for office in register["offices"] for group in office["groups"]})
        offices = [(office["code"], office[name]) for office in register["offices"]]
        types = [(kind["code"], kind[f"label_{spoken}"]) for kind in register["types"]]
        for key, (row, at, width) in _PLACES.items():
            field = self._make(key, types, offices, [(group, "") for group in groups])
            self._fields[key] = field
            column = _SHEET.column(key)
            grid.addWidget(FieldBox(column.title(spoken) if column else key, field, self), row, at, 1, width)
        for place in range(3):
            grid.setColumnStretch(place, 1)

    @property
    def values(self) -> dict[str, Any]:
        """What stands in the fields."""
        return {key: self._value(field, single=key == "parent") for key, field in self._fields.items()}

    def show_values(self, values: Mapping[str, Any], *, fixed_code: bool = False) -> None:
        """Fills the fields."""
        for key, field in self._fields.items():
            if isinstance(field, CodesField):
                field.show_codes(values[key])
            elif isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(values[key]))
            elif isinstance(field, QLineEdit):
                field.setText(values[key])
                field.setCursorPosition(0)
        code = self._fields["code"]
        if isinstance(code, QLineEdit):
            code.setReadOnly(fixed_code)

    def field(self, key: str) -> QWidget:
        """One of the fields."""
        return self._fields[key]

    @staticmethod
    def _value(field: QWidget, *, single: bool) -> Any:
        if isinstance(field, CodesField):
            return (field.codes or [""])[0] if single else field.codes
        if isinstance(field, QComboBox):
            return field.currentData()
        assert isinstance(field, QLineEdit)  # noqa: S101 - nothing else is made below
        return field.text().strip()

    def _make(
        self, key: str, types: list[tuple[str, str]], offices: list[tuple[str, str]], groups: list[tuple[str, str]]
    ) -> QWidget:
        if key in ("parent", "groups"):
            codes = CodesField(self, single=key == "parent")
            codes.offer(offices if key == "parent" else groups)
            codes.edited.connect(self._changed)
            return codes
        if key == "type":
            box = QComboBox(self)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            for code, label in types:
                box.addItem(label, code)
            box.currentIndexChanged.connect(self._changed)
            return box
        line = QLineEdit(self)
        line.textEdited.connect(self._changed)
        return line

    @Slot()
    def _changed(self) -> None:
        box = self._fields.get("type")
        if isinstance(box, QComboBox):
            box.setToolTip(box.currentText())
        self.edited.emit()
