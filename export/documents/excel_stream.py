"""Rows of a large sheet written straight as XML into the workbook that the library has laid out.

The library needs tens of seconds for a hundred thousand styled rows. It writes the sheet with its head row, styles,
widths and print set-up; the body rows are streamed in here when the file is put together. Only shapes of ``excel_cells``
become cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from export.documents.excel_cells import ExcelValue
from export.documents.package_file import MemberRewriter

_EPOCH = date(1899, 12, 30)
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"')
_ROWS_A_PIECE = 500


def day_number(value: date) -> int:
    """Excel's number of a day (1900 date system, right from March 1900 on)."""
    return (value - _EPOCH).days


def row_xml(number: int, values: Sequence[ExcelValue], *, letters: Sequence[str], styles: Mapping[ExcelValue, int]) -> str:
    """One ``<row>``; ``styles`` maps the looks of a value (see ``looks_of``) to the index of its cell format."""
    cells = []
    for letter, content in zip(letters, values, strict=True):
        reference, style, value = f"{letter}{number}", styles[looks_of(content)], content.value
        if value is None:
            cells.append(f'<c r="{reference}" s="{style}"/>')
        elif isinstance(value, str):
            words = f'<is><t xml:space="preserve">{escape(value)}</t></is>'
            cells.append(f'<c r="{reference}" s="{style}" t="inlineStr">{words}</c>')
        else:
            shown = day_number(value) if isinstance(value, date) else value
            cells.append(f'<c r="{reference}" s="{style}"><v>{shown}</v></c>')
    return f'<row r="{number}">{"".join(cells)}</row>'


def looks_of(content: ExcelValue) -> ExcelValue:
    """``content`` without its value: what decides the format of its cell."""
    return ExcelValue("", None, content.number_format, quoted=content.quoted, muted=content.muted)


def rows_into_sheet(
    rows: Iterable[Sequence[ExcelValue]], *, columns: int, count: int, styles: Mapping[ExcelValue, int]
) -> MemberRewriter:
    """A rewriter that puts ``count`` ``rows`` behind the head row that the library wrote."""
    letters = [get_column_letter(index) for index in range(1, columns + 1)]

    def rewrite(sheet: bytes) -> Iterator[bytes]:
        before, marker, after = sheet.partition(b"</sheetData>")
        yield _DIMENSION.sub(f'<dimension ref="A1:{letters[-1]}{count + 1}"'.encode(), before)
        pieces: list[str] = []
        for number, values in enumerate(rows, start=2):
            pieces.append(row_xml(number, values, letters=letters, styles=styles))
            if len(pieces) == _ROWS_A_PIECE:
                yield "".join(pieces).encode()
                pieces.clear()
        yield "".join(pieces).encode()
        yield marker + after

    return rewrite
