"""Sheets of a workbook made from tables of the model: a sheet a table, its figures as figures, its rows high enough.

Used by the consolidated workbook, by an office's own and by lists. No figure is computed here and no cell holds a formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import BinaryIO

from openpyxl import Workbook

from export.documents.excel_cells import excel_value
from export.documents.excel_file import save_workbook
from export.documents.excel_stream import StreamedRow
from export.documents.long_sheets import ROWS_A_SHEET, LongSheet, add_long_sheet
from export.documents.package_file import MemberRewriter
from export.documents.report_model import FileProperties, LongTable, Table
from export.documents.wording import Language

_MILLIMETRES_A_CHARACTER = 1.9
_LINE_POINTS = 15.0
_MOST_LINES = 27
"""Excel's rows are at most 409 points high."""


def write_tables(
    sheets: Sequence[tuple[str, Table | LongTable]],
    target: BinaryIO,
    properties: FileProperties,
    *,
    running_head: str,
    language: Language = "vi",
) -> None:
    """A workbook of one sheet a table, each given with its name; ``target`` is open for writing bytes."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    rewriters: dict[str, MemberRewriter] = {}
    for name, table in sheets:
        add_table_sheet(workbook, rewriters, name, table, running_head=running_head, language=language)
    save_workbook(workbook, target, properties, rewriters=rewriters)


def add_table_sheet(
    workbook: Workbook,
    rewriters: dict[str, MemberRewriter],
    name: str,
    table: Table | LongTable,
    *,
    running_head: str,
    links: Mapping[str, str] | None = None,
    language: Language = "vi",
    rows_a_sheet: int = ROWS_A_SHEET,
) -> None:
    """A sheet with the table; cells whose trace id is among ``links`` lead to that place of the workbook.

    The rows are written when the file is saved, with what ``rewriters`` then holds.
    """
    long = LongSheet(
        name=name,
        titles=tuple(column.title for column in table.columns),
        widths=tuple(column.width_mm for column in table.columns),
        count=len(table.rows) if isinstance(table, Table) else table.count,
        rows=lambda: _rows(table, links or {}, language),
    )
    add_long_sheet(workbook, rewriters, long, running_head=running_head, language=language, rows_a_sheet=rows_a_sheet)


def _rows(table: Table | LongTable, links: Mapping[str, str], language: Language) -> Iterator[StreamedRow]:
    # counted a little generously: small letters are narrower than figures
    fitting = [max(1, int(1.15 * column.width_mm / _MILLIMETRES_A_CHARACTER) - 1) for column in table.columns]
    for row in table.rows if isinstance(table, Table) else table.run():
        values = []
        lines = 1
        for cell, characters in zip(row, fitting, strict=True):
            value = excel_value(cell, language)
            if isinstance(value.value, str):
                lines = max(lines, _lines(value.value, characters))
            if cell.trace_id and (place := links.get(cell.trace_id)) is not None:
                value = replace(value, link=place)
            values.append(value)
        # not every program fits the height of a row to wrapped text
        yield StreamedRow(values, min(lines, _MOST_LINES) * _LINE_POINTS if lines > 1 else 0.0)


def _lines(shown: str, characters: int) -> int:
    """How many lines a text takes in a column of so many characters."""
    if len(shown) <= characters and "\n" not in shown:
        return 1
    return sum(max(1, -(-len(part) // characters)) for part in shown.split("\n"))
