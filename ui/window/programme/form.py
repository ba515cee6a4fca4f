"""The form of one item of the plan: a field for each column of its sheet, values told as they are typed, problems in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from export.documents.plan_sheets import Column, Form
from storage.messages.catalogue import Catalogue
from storage.plan_problems import Placed
from ui.window.activities.days import shown_iso_day
from ui.window.activities.fields import FieldBox
from ui.window.programme.choices import choices_of, formula_names
from ui.window.programme.codes_field import CodesField
from ui.window.programme.formula_field import FormulaField
from ui.window.programme.kinds import ItemKind
from ui.window.programme.sentences import in_place
from ui.window.programme.typed import day_typed, month_day_shown, month_day_typed
from ui.window.programme.values import Path, Raw, value_at

_LINES_OF_TEXT = {"text": 7, "not_recorded": 3}
_SINGLE = frozenset({"to", "office_type"})


class ItemForm(QWidget):
    """``edited(path within the item, value)``. Loading an item tells nothing; typing never changes what is typed."""

    edited = Signal(object, object)

    def __init__(self, kind: ItemKind, words: Catalogue, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._words, self._language = kind, words, language
        self._item: Mapping[str, Any] = {}
        self._raw: Raw = {}
        self.fields: dict[str, QWidget] = {}
        self.boxes: dict[str, FieldBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for column in range(12):
            grid.setColumnStretch(column, 1)
        for row, cells in enumerate(kind.layout):
            at = 0
            for key, width in cells:
                made = self._make(key)
                grid.addWidget(made, row, at, 1, width)
                if not isinstance(self.fields[key], QPlainTextEdit | QCheckBox):
                    grid.setAlignment(made, Qt.AlignmentFlag.AlignTop)
                at += width
        grid.setRowStretch(len(kind.layout), 1)

    def label(self, key: str) -> str:
        """What a field is called."""
        column = self._kind.sheet.column(key)
        return column.title("vi" if self._language == "vi" else "en") if column else key

    def show_item(self, raw: Raw, item: Mapping[str, Any], *, fixed: bool) -> None:
        """Loads an item; ``fixed``: its code is in force and cannot be another one."""
        self._raw, self._item = raw, item
        for key, field in self.fields.items():
            with QSignalBlocker(field):
                self._load(key, field, value_at(item, _path(key)))
        identity = self.fields[self._kind.identity]
        if isinstance(identity, QLineEdit):
            identity.setReadOnly(fixed)
        self._offer()

    def follow(self, raw: Raw, item: Mapping[str, Any]) -> None:
        """The item after an edit of this form: only what can be chosen is drawn anew."""
        self._raw, self._item = raw, item
        self._offer()

    def tell_problems(self, problems: Sequence[Placed]) -> None:
        """Shows each problem below its field; one without a field below the code."""
        told: dict[str, str] = {}
        for problem in problems:
            key = next((key for key in self.boxes if problem.field == key or problem.field.startswith(f"{key}.")), "")
            key = key or self._guilty(problem)
            value = value_at(self._item, _path(key))
            told[key] = in_place(self._words, problem, self.label(key), blank=value in ("", None, [], 0))
        for key, box in self.boxes.items():
            box.tell_error(told.get(key, ""))

    def _guilty(self, problem: Placed) -> str:
        """Which field a problem is about that names none: the one whose text would be about persons, or that holds the code."""
        named = problem.error.parameters.get("reference")
        for key in self.boxes:
            value = value_at(self._item, _path(key))
            if named and (value == named or (isinstance(value, list) and named in value)):
                return key
        if term := problem.error.parameters.get("term"):
            from storage.domain.boundary import refused_terms

            for key in self.boxes:
                value = value_at(self._item, _path(key))
                if isinstance(value, str) and term in refused_terms(value):
                    return key
        return self._kind.identity

    # Fields

    def _make(self, key: str) -> QWidget:
        column = self._kind.sheet.column(key)
        assert column is not None, key  # noqa: S101 - layouts name columns
        field = self._field(key, column)
        self.fields[key] = field
        if isinstance(field, QCheckBox):
            return field
        box = FieldBox(self.label(key), field, self)
        self.boxes[key] = box
        return box

    def _field(self, key: str, column: Column) -> QWidget:
        if key == "formula":
            formula = FormulaField(self._words, self)
            formula.edited.connect(partial(self._tell, key))
            return formula
        if column.form is Form.CODES or key in _SINGLE:
            codes = CodesField(self, single=key in _SINGLE)
            codes.edited.connect(partial(self._tell_codes, key))
            return codes
        if column.form is Form.CHOICE:
            box = QComboBox(self)
            for value, vi, en in column.choices:
                box.addItem(vi if self._language == "vi" else en, value)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(_Chosen(key, box, self).tell)
            return box
        if column.form is Form.TRUTH:
            tick = QCheckBox(self.label(key), self)
            tick.toggled.connect(partial(self._tell_truth, key))
            return tick
        if column.form in (Form.TEXT, Form.LINES):
            text = QPlainTextEdit(self)
            text.setTabChangesFocus(True)
            lines = _LINES_OF_TEXT.get(key, 2)
            text.setMinimumHeight(self.fontMetrics().lineSpacing() * min(lines, 4) + 14)
            text.setMaximumHeight(self.fontMetrics().lineSpacing() * lines + 16)
            text.textChanged.connect(_Written(key, text, column.form, self).tell)
            return text
        line = QLineEdit(self)
        line.textEdited.connect(partial(self._tell_line, key, column.form))
        return line

    def _load(self, key: str, field: QWidget, value: Any) -> None:
        if isinstance(field, FormulaField):
            field.show_formula(str(value or ""))
        elif isinstance(field, CodesField):
            field.show_codes(value)
        elif isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(value))
            field.setToolTip(field.currentText())
        elif isinstance(field, QCheckBox):
            field.setChecked(bool(value))
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText("\n".join(value) if isinstance(value, list) else str(value or ""))
        elif isinstance(field, QLineEdit):
            column = self._kind.sheet.column(key)
            field.setText(_shown(value, column.form if column else Form.LINE))
            field.setCursorPosition(0)

    def _offer(self) -> None:
        for key, field in self.fields.items():
            if isinstance(field, CodesField):
                field.offer(choices_of(self._raw, self._kind.area, key, self._item, self._language))
            elif isinstance(field, FormulaField):
                field.offer(formula_names(self._raw, self._item, self._language))

    # Telling

    def _tell(self, key: str, value: object) -> None:
        self.edited.emit(_path(key), value)

    def _tell_codes(self, key: str, codes: object) -> None:
        listed = list(codes) if isinstance(codes, list) else []
        self.edited.emit(_path(key), (listed[0] if listed else "") if key in _SINGLE else listed)

    def _tell_truth(self, key: str, ticked: bool) -> None:
        self.edited.emit(_path(key), (-1 if ticked else 0) if key.endswith("year_offset") else ticked)

    def _tell_line(self, key: str, form: Form, text: str) -> None:
        value: object = text.strip()
        if form is Form.DAY:
            value = day_typed(text)
        elif form is Form.MONTH_DAY:
            value = month_day_typed(text)
        self.edited.emit(_path(key), value)


class _Chosen(QObject):
    """Tells what was chosen in a box; a child of the form, so that nothing outlives it."""

    def __init__(self, key: str, box: QComboBox, form: ItemForm) -> None:
        super().__init__(form)
        self._key, self._box, self._form = key, box, form

    @Slot()
    def tell(self) -> None:
        """The choice as it is stored."""
        self._box.setToolTip(self._box.currentText())
        self._form.edited.emit(_path(self._key), self._box.currentData())


class _Written(QObject):
    """Tells what was written in a text; a child of the form."""

    def __init__(self, key: str, text: QPlainTextEdit, form: Form, parent: ItemForm) -> None:
        super().__init__(parent)
        self._key, self._text, self._form, self._owner = key, text, form, parent

    @Slot()
    def tell(self) -> None:
        """The text, or its lines."""
        written = self._text.toPlainText()
        lines = [line.strip() for line in written.split("\n") if line.strip()]
        self._owner.edited.emit(_path(self._key), lines if self._form is Form.LINES else written)


def _path(key: str) -> Path:
    return tuple(key.split("."))


def _shown(value: Any, form: Form) -> str:
    if form is Form.MONTH_DAY:
        return month_day_shown(value)
    text = "" if value is None else str(value)
    return shown_iso_day(text) if form is Form.DAY else text
