"""Data tables of Word: repeated head row, no row split over pages, figures set to the right.

A table becomes one string of XML and is parsed once with the body; a report of two tables of 700 rows stays well below a
second. How a figure reads stands in ``cell_text``, shared with the previews.
"""

from __future__ import annotations

import re

from export.documents.official_format import per_cent, short_date, whole_number
from export.documents.report_model import Align, Cell, CellKind, Ratio, Table
from export.documents.word_xml import Layout, Style, bookmark, paragraph, paragraph_of, run
from export.documents.wording import Language, Word, text

TABLE_SIZE = 12
_FIGURES = frozenset({CellKind.NUMBER, CellKind.ZERO, CellKind.RATIO})
_CELL_MARGIN = 60
_LONGEST_BOOKMARK = 40


def cell_text(cell: Cell, language: Language = "vi") -> str:
    """What a person reads: "1.234", "0", "Không phát sinh" or nothing for the four answers; "12/15 (80,0 %)" for a share."""
    value = cell.value
    if cell.kind is CellKind.NONE:
        return text(Word.NOTHING_OCCURRED, language)
    if cell.kind is CellKind.EMPTY or value is None:
        return ""
    if isinstance(value, bool):
        return text(Word.YES if value else Word.NO, language)
    if isinstance(value, int):
        return whole_number(value)
    if isinstance(value, Ratio):
        share = per_cent(value.numerator, value.denominator)
        parts = f"{whole_number(value.numerator)}/{whole_number(value.denominator)}"
        return f"{parts} ({share})" if share else parts
    return value if isinstance(value, str) else short_date(value)


class Bookmarks:
    """Hands out the bookmarks of one document: names and numbers that occur once."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def claim(self, trace_id: str) -> tuple[str, int]:
        """Name and number for a trace id. Word takes a letter first, then letters, digits and low lines, at most 40 of them."""
        number = len(self._names) + 1
        name = "T_" + re.sub(r"[^0-9A-Za-z]", "_", trace_id)
        if len(name) > _LONGEST_BOOKMARK or name in self._names:
            suffix = f"_{number}"
            name = name[: _LONGEST_BOOKMARK - len(suffix)] + suffix
        self._names.add(name)
        return name, number


def column_widths(table: Table, available: int) -> list[int]:
    """Widths in twips that add up to ``available``, in the proportion of the wished ones."""
    total = sum(column.width_mm for column in table.columns)
    widths = [int(column.width_mm * available / total) for column in table.columns]
    widths[-1] += available - sum(widths)
    return widths


def data_table(table: Table, *, available: int, bookmarks: Bookmarks, language: Language = "vi") -> str:
    """The table with its caption. Each figure with a trace id stands in a bookmark of that name."""
    widths = column_widths(table, available)
    head = "".join(
        _cell(
            width, paragraph(column.title, Style(size=TABLE_SIZE, bold=True), Layout(align=Align.CENTRE, before=40, after=40))
        )
        for column, width in zip(table.columns, widths, strict=True)
    )
    rows = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            _cell(width, _content(cell, column.align, bookmarks, language))
            for cell, column, width in zip(row, table.columns, widths, strict=True)
        )
        + "</w:tr>"
        for row in table.rows
    )
    return (
        _caption(table.caption)
        + _table_start(widths, available)
        + f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
        + paragraph("", Style(size=6), Layout())  # two tables without a paragraph between them become one in Word
    )


def _table_start(widths: list[int], available: int) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{available}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{_CELL_MARGIN}" w:type="dxa"/>'
        f'<w:right w:w="{_CELL_MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'


def _content(cell: Cell, align: Align, bookmarks: Bookmarks, language: Language) -> str:
    chosen = Align.RIGHT if cell.kind in _FIGURES and align is Align.LEFT else align
    style = Style(size=TABLE_SIZE, bold=cell.kind is CellKind.HEADING, italic=cell.kind is CellKind.NONE)
    inner = run(cell_text(cell, language), style)
    if cell.trace_id:
        name, number = bookmarks.claim(cell.trace_id)
        inner = bookmark(name, number, inner)
    return paragraph_of(inner, Layout(align=chosen, before=20, after=20))


def _caption(caption: str) -> str:
    if not caption:
        return ""
    layout = Layout(align=Align.CENTRE, before=120, after=60, keep_next=True)
    return paragraph(caption, Style(size=13, bold=True), layout)
