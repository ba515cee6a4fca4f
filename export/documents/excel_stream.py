"""Rows of a sheet written straight as XML into the workbook that the library has laid out.

The library needs tens of seconds for a hundred thousand styled rows. It writes the sheet with its head row, styles,
widths and print set-up; the body rows are streamed in here when the file is put together, one at a time. Only shapes of
``excel_cells`` become cells, and no cell can hold a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from openpyxl.utils import get_column_letter

from export.documents.excel_cells import ExcelValue
from export.documents.package_file import MemberRewriter

MOST_LINKS = 65_530
"""Links that a sheet may have (Excel's own limit); with more of them Excel calls the file damaged."""

Looks = tuple[str, bool, bool, bool, bool]
"""What decides the format of a cell: number format, quoted, muted, bold, with a link."""

_EPOCH = date(1899, 12, 30)
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"')
_BEHIND_LINKS = re.compile(rb"<(?:printOptions|pageMargins)")
_ROWS_A_PIECE = 500


@dataclass(frozen=True, slots=True)
class StreamedRow:
    """A row: a value or None (no cell at all) for each column; ``height`` in points, 0 for the program's own."""

    values: Sequence[ExcelValue | None]
    height: float = 0.0


def day_number(value: date) -> int:
    """Excel's number of a day (1900 date system, right from March 1900 on)."""
    return (value - _EPOCH).days


def looks_of(content: ExcelValue) -> Looks:
    """The looks of a value."""
    return content.number_format, content.quoted, content.muted, content.bold, content.link != ""


def row_xml(number: int, row: StreamedRow, *, letters: Sequence[str], styles: Mapping[Looks, int]) -> str:
    """One ``<row>``; ``styles`` maps the looks of a value to the index of its cell format."""
    cells = []
    for letter, content in zip(letters, row.values, strict=True):
        if content is None:
            continue
        value = content.value
        start = f'<c r="{letter}{number}" s="{styles[looks_of(content)]}"'
        if value is None:
            cells.append(f"{start}/>")
        elif isinstance(value, str):
            cells.append(f'{start} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>')
        else:
            cells.append(f"{start}><v>{day_number(value) if isinstance(value, date) else value}</v></c>")
    height = f' ht="{row.height:g}" customHeight="1"' if row.height else ""
    return f'<row r="{number}"{height}>{"".join(cells)}</row>'


def rows_into_sheet(rows: Iterable[StreamedRow], *, columns: int, count: int, styles: Mapping[Looks, int]) -> MemberRewriter:
    """A rewriter that puts ``count`` ``rows`` behind the head row that the library wrote, and their links behind them."""
    letters = [get_column_letter(index) for index in range(1, columns + 1)]

    def rewrite(sheet: bytes) -> Iterator[bytes]:
        before, marker, after = sheet.partition(b"</sheetData>")
        yield _DIMENSION.sub(f'<dimension ref="A1:{letters[-1]}{count + 1}"'.encode(), before)
        pieces: list[str] = []
        links: list[tuple[str, str]] = []
        for number, row in enumerate(rows, start=2):
            pieces.append(row_xml(number, row, letters=letters, styles=styles))
            links += [
                (f"{letter}{number}", value.link)
                for letter, value in zip(letters, row.values, strict=True)
                if value and value.link
            ]
            if len(pieces) == _ROWS_A_PIECE:
                yield "".join(pieces).encode()
                pieces.clear()
                del links[MOST_LINKS:]
        yield "".join(pieces).encode()
        yield marker + _with_links(after, links[:MOST_LINKS])

    return rewrite


def _with_links(after: bytes, links: Sequence[tuple[str, str]]) -> bytes:
    """What stands behind the rows, with the links in the place that the format gives them."""
    place = _BEHIND_LINKS.search(after)
    if not links or place is None:
        return after
    listed = "".join(f'<hyperlink ref="{cell}" location={quoteattr(location)}/>' for cell, location in links)
    return after[: place.start()] + f"<hyperlinks>{listed}</hyperlinks>".encode() + after[place.start() :]
