"""How a value becomes a cell of Excel: typed figures, days as days, and text that can never act.

Text that Excel would read as a formula (a first =, +, -, @, tab or carriage return) is written as a string with the quote
prefix, so that it is shown as it was typed and never computed, also after somebody edits the cell. No sheet is laid out
here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from export.documents.official_format import clean_text
from export.documents.report_model import Cell, CellKind, Ratio
from export.documents.wording import Language, Word, text

LONGEST_TEXT = 32_767
"""Characters that a cell can hold (Excel's own limit)."""

NUMBER_FORMAT = "#,##0"
PERCENT_FORMAT = "0.0%"
DATE_FORMAT = "dd/mm/yyyy"
FONT_NAME = "Times New Roman"
_ACTIVE_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_THIN = Side(style="thin", color="FFB0B0B0")
BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
BODY_FONT = Font(name=FONT_NAME, size=11)
HEAD_FONT = Font(name=FONT_NAME, size=11, bold=True)
LINK_FONT = Font(name=FONT_NAME, size=11, color="FF0B4F9E", underline="single")
MUTED_FONT = Font(name=FONT_NAME, size=11, italic=True, color="FF5F5F5F")
HEAD_FILL = PatternFill("solid", fgColor="FFE3ECF7")
WRAPPED = Alignment(vertical="top", wrap_text=True)
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)


@dataclass(frozen=True, slots=True)
class ExcelValue:
    """A value ready for a cell: ``kind`` is the type Excel stores ("n" number, "d" day, "s" text, "b" truth, "" nothing).

    ``link`` is the place of the workbook to which a click leads; only streamed cells have one.
    """

    kind: str
    value: str | int | float | date | bool | None
    number_format: str = "General"
    quoted: bool = False
    muted: bool = False
    bold: bool = False
    link: str = ""


def safe_text(value: str) -> str:
    """``value`` as a cell may hold it: no control characters, no look of Excel's own escapes, not too long."""
    return _ESCAPE_LIKE.sub("_x005F_", clean_text(value))[:LONGEST_TEXT]


def acts_in_excel(value: str) -> bool:
    """Whether Excel, or a program that reads its file as text, may take ``value`` for a formula."""
    return value.startswith(_ACTIVE_STARTS)


def text_value(value: str) -> ExcelValue:
    """A text, quoted when it looks active."""
    return ExcelValue("s", safe_text(value), "@" if acts_in_excel(value) else "General", quoted=acts_in_excel(value))


def excel_value(cell: Cell, language: Language = "vi") -> ExcelValue:
    """A cell of the model; zero is the number 0, "Không phát sinh" a word, and no answer an empty cell."""
    value = cell.value
    if cell.kind is CellKind.NONE:
        return ExcelValue("s", text(Word.NOTHING_OCCURRED, language), muted=True)
    if cell.kind is CellKind.EMPTY or value is None:
        return ExcelValue("", None)
    if isinstance(value, bool):
        return ExcelValue("s", text(Word.YES if value else Word.NO, language))
    if isinstance(value, int):
        return ExcelValue("n", value, NUMBER_FORMAT)
    if isinstance(value, Ratio):
        share = value.numerator / value.denominator if value.denominator else None
        return ExcelValue("n" if share is not None else "", share, PERCENT_FORMAT)
    if isinstance(value, date):
        return ExcelValue("d", value, DATE_FORMAT)
    return replace(text_value(value), bold=cell.kind is CellKind.HEADING)


def put(cell: ExcelCell, content: ExcelValue) -> None:
    """Write ``content`` into a cell of the library with the looks of the body."""
    target: Any = cell
    target.value = content.value
    if content.kind == "s":
        target.data_type = "s"  # the library takes a leading "=" for a formula
        target.quotePrefix = content.quoted
    target.number_format = content.number_format
    target.font = MUTED_FONT if content.muted else HEAD_FONT if content.bold else BODY_FONT
    target.alignment = WRAPPED
    target.border = BORDER


def put_head(cell: ExcelCell, title: str) -> None:
    """Write a column's title."""
    put(cell, text_value(title))
    target: Any = cell
    target.font, target.fill, target.alignment = HEAD_FONT, HEAD_FILL, CENTRED
