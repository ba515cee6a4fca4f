"""Sheets of a workbook made from tables of the model: head row, cells, widths, and how they print.

Used by the consolidated workbook and by an office's own. No figure is computed here and no cell holds a formula.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from export.documents.excel_cells import LINK_FONT, excel_value, put, put_head
from export.documents.excel_file import save_workbook
from export.documents.report_model import FileProperties, Table
from export.documents.word_table import cell_text
from export.documents.wording import Language, Word, text

_MILLIMETRES_A_CHARACTER = 1.9
_LINE_POINTS = 15.0
_MOST_LINES = 27
"""Excel's rows are at most 409 points high."""


def write_tables(
    sheets: Sequence[tuple[str, Table]],
    target: BinaryIO,
    properties: FileProperties,
    *,
    running_head: str,
    language: Language = "vi",
) -> None:
    """A workbook of one sheet a table, each given with its name; ``target`` is open for writing bytes."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, table in sheets:
        add_table_sheet(workbook, name, table, running_head=running_head, language=language)
    save_workbook(workbook, target, properties)


def add_table_sheet(
    workbook: Workbook,
    name: str,
    table: Table,
    *,
    running_head: str,
    links: Mapping[str, str] | None = None,
    language: Language = "vi",
) -> None:
    """A sheet with the table; cells whose trace id is among ``links`` lead to that place of the workbook."""
    sheet = workbook.create_sheet(name)
    put_heads(sheet, [column.title for column in table.columns])
    for row_number, row in enumerate(table.rows, start=2):
        lines = 1
        for column_number, cell in enumerate(row, start=1):
            target: Any = sheet.cell(row=row_number, column=column_number)
            put(target, excel_value(cell, language))
            lines = max(lines, _lines(cell_text(cell, language), table.columns[column_number - 1].width_mm))
            if (place := (links or {}).get(cell.trace_id)) is not None:
                target.hyperlink = Hyperlink(ref=target.coordinate, location=place)
                target.font = LINK_FONT
        if lines > 1:  # not every program fits the height of a row to wrapped text
            rows: Any = sheet.row_dimensions
            rows[row_number].height = min(lines, _MOST_LINES) * _LINE_POINTS
    widths = [column.width_mm for column in table.columns]
    lay_out(sheet, running_head, widths=widths, rows=len(table.rows), language=language)


def _lines(shown: str, width_mm: float) -> int:
    """How many lines a text takes in a column, counted a little generously: small letters are narrower than figures."""
    characters = max(1, int(1.15 * width_mm / _MILLIMETRES_A_CHARACTER) - 1)
    return sum(max(1, -(-len(part) // characters)) for part in shown.split("\n"))


def put_heads(sheet: Worksheet, titles: Sequence[str]) -> None:
    """The head row."""
    for index, title in enumerate(titles, start=1):
        put_head(sheet.cell(row=1, column=index), title)


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
