"""A sheet of any length: laid out by the library, its body rows streamed, what does not fit going on in a second sheet.

No figure is computed here and no cell holds a formula.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from export.documents.excel_cells import (
    DATE_FORMAT,
    LINK_FONT,
    NUMBER_FORMAT,
    PERCENT_FORMAT,
    ExcelValue,
    put,
    put_head,
    text_value,
)
from export.documents.excel_stream import Looks, StreamedRow, looks_of, rows_into_sheet
from export.documents.package_file import MemberRewriter
from export.documents.wording import Language, Word, text

ROWS_A_SHEET = 1_000_000
"""Body rows of one sheet; what is beyond goes on in a second sheet (Excel itself ends at 1,048,576)."""

_MILLIMETRES_A_CHARACTER = 1.9
_MILLIMETRES_A_BOLD_CHARACTER = 2.2
_LINE_POINTS = 15.0
_MOST_HEAD_LINES = 6
_LOOKS = (
    text_value(""),
    text_value("="),
    ExcelValue("s", "", bold=True),
    ExcelValue("s", "", "@", quoted=True, bold=True),
    ExcelValue("s", "", muted=True),
    ExcelValue("n", "", NUMBER_FORMAT),
    ExcelValue("n", "", PERCENT_FORMAT),
    ExcelValue("d", "", DATE_FORMAT),
)
"""One value of each look that a streamed cell may have; each may bear a link too."""


@dataclass(frozen=True, slots=True)
class LongSheet:
    """``widths`` in millimetres; ``rows`` makes a fresh run over all ``count`` of them."""

    name: str
    titles: tuple[str, ...]
    widths: tuple[float, ...]
    count: int
    rows: Callable[[], Iterator[StreamedRow]]


def add_long_sheet(
    workbook: Workbook,
    rewriters: dict[str, MemberRewriter],
    long: LongSheet,
    *,
    running_head: str,
    language: Language,
    rows_a_sheet: int = ROWS_A_SHEET,
) -> None:
    """Lay out as many sheets as the rows need; ``rewriters``, to be given to ``save_workbook``, gets what streams them."""
    for part in range(max(1, -(-long.count // rows_a_sheet))):
        sheet = workbook.create_sheet(part_name(long.name, part))
        put_heads(sheet, long.titles)
        _fit_heads(sheet, long)
        start = part * rows_a_sheet
        rows = min(rows_a_sheet, long.count - start)
        lay_out(sheet, running_head, widths=long.widths, rows=rows, language=language)
        chosen = islice(long.rows(), start, start + rows)
        stream_into(workbook, sheet, rewriters, chosen, columns=len(long.titles), count=rows)


def stream_into(
    workbook: Workbook,
    sheet: Worksheet,
    rewriters: dict[str, MemberRewriter],
    rows: Iterator[StreamedRow],
    *,
    columns: int,
    count: int,
) -> None:
    """Have ``count`` rows streamed into a sheet that has but its head row; no sheet may be put before it afterwards."""
    # the library numbers the members of the sheets in their order
    member = f"xl/worksheets/sheet{workbook.index(sheet) + 1}.xml"
    rewriters[member] = rows_into_sheet(rows, columns=columns, count=count, styles=_registered_styles(sheet))


def part_name(name: str, part: int) -> str:
    """The name of the sheet in which a long one goes on; ``part`` counts from 0."""
    return name if part == 0 else f"{name} ({part + 1})"


def put_heads(sheet: Worksheet, titles: Sequence[str]) -> None:
    """The head row."""
    for index, title in enumerate(titles, start=1):
        put_head(sheet.cell(row=1, column=index), title)


def _fit_heads(sheet: Worksheet, long: LongSheet) -> None:
    """Room for the longest title: not every program fits the height of a row to wrapped text."""
    fitting = [max(1, int(width / _MILLIMETRES_A_BOLD_CHARACTER)) for width in long.widths]
    lines = max(-(-len(title) // characters) for title, characters in zip(long.titles, fitting, strict=True))
    if lines > 1:
        target: Any = sheet.row_dimensions
        target[1].height = min(lines, _MOST_HEAD_LINES) * _LINE_POINTS


def lay_out(sheet: Worksheet, running_head: str, *, widths: Sequence[float], rows: int, language: Language) -> None:
    """Frozen and filtered head row, widths in millimetres, and A4 landscape with the head on every page."""
    target: Any = sheet
    for index, width in enumerate(widths, start=1):
        target.column_dimensions[get_column_letter(index)].width = max(6.0, width / _MILLIMETRES_A_CHARACTER)
    target.freeze_panes = "A2"
    target.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{rows + 1}"
    target.print_title_rows = "1:1"
    target.page_setup.paperSize = 9
    target.page_setup.orientation = "landscape"
    target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    target.page_margins.left = target.page_margins.right = 0.6
    target.oddHeader.center.text = running_head.replace("&", "&&")
    target.oddFooter.center.text = text(Word.PAGE_OF, language, page="&P", pages="&N")


def _registered_styles(sheet: Worksheet) -> dict[Looks, int]:
    """Index of the cell format of each look, read back from cells that are removed again.

    Each look needs a cell of its own: the library goes on changing the format of a cell that it has numbered.
    """
    styles: dict[Looks, int] = {}
    for column, sample in enumerate(_LOOKS, start=1):
        for row, linked in ((2, False), (3, True)):
            cell: Any = sheet.cell(row=row, column=column)
            put(cell, sample)
            cell.quotePrefix = sample.quoted
            if linked:
                cell.font = LINK_FONT
            styles[(*looks_of(sample)[:4], linked)] = cell.style_id
    sheet.delete_rows(2, 2)
    return styles
