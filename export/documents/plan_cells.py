"""One value of a programme or register as a cell, and one cell read back as a value or refused with a code.

What a person may write differently is taken: codes with commas or line breaks, "x" for yes, a day as Excel made it. Nothing is
guessed beyond that, and text that is quoted word for word keeps its line breaks and blanks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from export.documents.excel_cells import DATE_FORMAT, ExcelValue, text_value
from export.documents.plan_sheets import Column, Form
from export.documents.wording import Language
from export.documents.workbook_values import CellRefused, RawValue, as_day, as_text
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import fold

_SEPARATORS = re.compile(r"[,;\n]+")
_MONTH_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})")
_YES = frozenset({"x", "co", "yes", "y", "true", "1", "v"})
_NO = frozenset({"", "khong", "no", "n", "false", "0"})


def cell_of(value: Any, column: Column, language: Language) -> ExcelValue:
    """What stands in the cell; nothing for an empty value."""
    if value is None or value in ("", [], (), False):
        return ExcelValue("", None)
    if column.form is Form.DAY:
        return ExcelValue("d", date.fromisoformat(value), DATE_FORMAT)
    if column.form is Form.TRUTH:
        return text_value("x")
    if column.form is Form.MONTH_DAY:
        return text_value(f"{value['day']:02d}/{value['month']:02d}")
    if column.form is Form.CHOICE:
        return text_value(next(choice[1 if language == "vi" else 2] for choice in column.choices if choice[0] == value))
    if column.form in (Form.CODES, Form.LINES):
        return text_value((", " if column.form is Form.CODES else "\n").join(value))
    return text_value(str(value))


def value_of(raw: RawValue, column: Column) -> Any:
    """The value of a cell that is not blank.

    Raises ``LedgerError``: DATE_INVALID(date), WORKBOOK_CELL_CHOICE(column, value, choices), WORKBOOK_CELL_INVALID(column).
    """
    try:
        return _READERS[column.form](raw, column)
    except CellRefused as refused:
        raise LedgerError(refused.code, detail="cell", **dict(refused.parameters)) from refused


def empty_value(column: Column) -> Any:
    """The value of an empty cell; None where the documents leave the field out."""
    if column.form in (Form.LINE, Form.TEXT):
        return ""
    if column.form in (Form.CODES, Form.LINES):
        return []
    return False if column.form is Form.TRUTH else None


def verbatim(raw: RawValue) -> str:
    """A text word for word: composed letters, plain line breaks, otherwise as it is."""
    if not isinstance(raw, str):
        return as_text(raw)
    return unicodedata.normalize("NFC", raw.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n"))


def _codes(raw: RawValue, _: Column) -> list[str]:
    return [code for part in _SEPARATORS.split(verbatim(raw)) if (code := as_text(part))]


def _lines(raw: RawValue, _: Column) -> list[str]:
    return [line for part in verbatim(raw).split("\n") if (line := as_text(part))]


def _truth(raw: RawValue, column: Column) -> bool:
    typed = fold(as_text(raw))
    if typed in _YES or typed in _NO:
        return typed in _YES
    raise LedgerError(Code.WORKBOOK_CELL_CHOICE, column=column.titles[0], value=as_text(raw)[:40], choices="x")


def _month_day(raw: RawValue, column: Column) -> dict[str, int]:
    """A day of every year; Excel makes a date of the current year out of a typed "20/6"."""
    if isinstance(raw, date):
        return {"month": raw.month, "day": raw.day}
    match = _MONTH_DAY.fullmatch(as_text(raw))
    if match is None:
        raise LedgerError(Code.DATE_INVALID, date=as_text(raw)[:20])
    return {"month": int(match[2]), "day": int(match[1])}


def _choice(raw: RawValue, column: Column) -> str:
    typed = fold(as_text(raw))
    for choice in column.choices:
        if typed in map(fold, choice):
            return choice[0]
    choices = ", ".join(choice[1] for choice in column.choices)
    raise LedgerError(Code.WORKBOOK_CELL_CHOICE, column=column.titles[0], value=as_text(raw)[:40], choices=choices)


def _number(raw: RawValue, column: Column) -> int:
    typed = as_text(raw)
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 10):
        raise LedgerError(Code.WORKBOOK_CELL_INVALID, column=column.titles[0])
    return int(typed)


_READERS: Mapping[Form, Callable[[RawValue, Column], Any]] = {
    Form.LINE: lambda raw, _: as_text(raw).replace("\n", " "),
    Form.TEXT: lambda raw, _: verbatim(raw),
    Form.CODES: _codes,
    Form.LINES: _lines,
    Form.TRUTH: _truth,
    Form.DAY: lambda raw, _: as_day(raw),
    Form.MONTH_DAY: _month_day,
    Form.NUMBER: _number,
    Form.CHOICE: _choice,
}
