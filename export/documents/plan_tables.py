"""Reads the sheets of a workbook into rows of values by field, and tells each foreign sheet, column and bad cell.

What the rows mean together is not known here: see ``programme_workbook_reader``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter

from export.documents.plan_cells import empty_value, value_of
from export.documents.plan_rows import Row
from export.documents.plan_sheets import Column, Sheet
from export.documents.programme_workbook import GUIDE_SHEETS
from export.documents.workbook_columns import HEADER_SEARCH_ROWS, shown_title, title_key
from export.documents.workbook_package import OpenedWorkbook, opened_workbook
from export.documents.workbook_values import is_blank, is_formula, raw_of
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

MAX_ROWS = 50_000
MAX_COLUMNS = 64
MOST_PROBLEMS = 200
_IGNORED = frozenset({"stt", "tt", "so tt", "no"})


@dataclass(frozen=True, slots=True)
class PlanProblem:
    """One mistake: the sheet, the row in Excel (0: the sheet as a whole), the column's letter and title, and what is wrong."""

    sheet: str
    line: int
    letter: str
    title: str
    error: LedgerError

    @property
    def place(self) -> str:
        """As Excel writes it: ``Nhiệm vụ!C12``."""
        return f"{self.sheet}!{self.letter}{self.line or ''}" if self.letter or self.line else self.sheet


@dataclass(slots=True)
class Table:
    """What was read of one sheet: the library's name of it, columns by field, and rows with their numbers."""

    sheet: Sheet
    name: str
    places: dict[str, int]
    lines: list[int]
    values: list[Row]

    def numbered(self) -> Iterator[tuple[int, Row]]:
        """Each row with its number in Excel."""
        return zip(self.lines, self.values, strict=True)

    def problem(self, error: LedgerError, line: int, key: str = "") -> PlanProblem:
        """A mistake in a row, in the column of a field if it has one."""
        place = self.places.get(key)
        column = self.sheet.column(key)
        letter = get_column_letter(place) if place else ""
        return PlanProblem(self.name, line, letter, column.titles[0] if column else "", error)


def read_tables(path: Path, sheets: Sequence[Sheet]) -> tuple[dict[str, Table], list[PlanProblem]]:
    """The tables by the key of their sheet, and what is wrong. Raises ``LedgerError`` as ``opened_workbook``."""
    tables: dict[str, Table] = {}
    problems: list[PlanProblem] = []
    with opened_workbook(path) as opened:
        for page in opened.book.worksheets:
            page.reset_dimensions()  # what the file says of its size is not trusted
            sheet = _sheet_named(page.title, sheets)
            if sheet is None:
                if page.sheet_state == "visible" and title_key(page.title) not in map(title_key, GUIDE_SHEETS):
                    error = LedgerError(Code.WORKBOOK_SHEET_UNKNOWN, sheet=shown_title(page.title))
                    problems.append(PlanProblem(shown_title(page.title), 0, "", "", error))
            else:
                tables[sheet.key] = _read_sheet(opened, page, sheet, path.name, problems)
    for sheet in sheets:
        if sheet.key not in tables and not sheet.optional:
            error = LedgerError(Code.WORKBOOK_SHEET_MISSING, sheet=sheet.titles[0])
            problems.append(PlanProblem(sheet.titles[0], 0, "", "", error))
    return tables, problems[:MOST_PROBLEMS]


def _sheet_named(title: str, sheets: Sequence[Sheet]) -> Sheet | None:
    wanted = title_key(title)
    return next((sheet for sheet in sheets if wanted in (title_key(sheet.key), *map(title_key, sheet.titles))), None)


def _read_sheet(opened: OpenedWorkbook, page: Any, sheet: Sheet, file: str, problems: list[PlanProblem]) -> Table:
    table = Table(sheet, page.title, {}, [], [])
    headings = _heading_rows(opened, page)
    head = 0
    untitled: set[int] = set()
    blank: object = None
    for number, cells in enumerate(page.iter_rows(max_col=MAX_COLUMNS), start=1):
        if number > MAX_ROWS + HEADER_SEARCH_ROWS:
            raise LedgerError(Code.WORKBOOK_TOO_MANY_ROWS, file=file, limit=MAX_ROWS)
        if cells is blank or all(is_blank(raw_of(cell)) for cell in cells):
            blank = cells  # the library fills a gap of many rows with one and the same empty row
        elif not head:
            if number <= HEADER_SEARCH_ROWS and _is_head(cells, sheet):
                head = number
                _take_head(table, cells, number, problems)
        elif not (number in headings and _filled(table, cells) == 1):
            _take_row(table, cells, number, problems, untitled)
    if not head and not sheet.optional:
        problems.append(PlanProblem(page.title, 0, "", "", LedgerError(Code.WORKBOOK_NO_HEADER, path=file)))
    return table


def _heading_rows(opened: OpenedWorkbook, page: Any) -> frozenset[int]:
    """Rows that a merged cell crosses from one column to another: with one text in them, they are headings for the eye."""
    merges = [merge for merge in opened.merges_of(page) if merge.last_column > merge.first_column]
    return frozenset(
        row for merge in merges for row in range(merge.first_row, min(merge.last_row, merge.first_row + MAX_ROWS) + 1)
    )


def _is_head(cells: Sequence[Any], sheet: Sheet) -> bool:
    found = [key for cell in cells if (key := _key_of(raw_of(cell), sheet))]
    return len(found) >= min(2, len(sheet.columns))


def _key_of(title: object, sheet: Sheet) -> str:
    wanted = title_key(str(title)) if isinstance(title, str) else ""
    for column in sheet.columns:
        if wanted and wanted in (title_key(column.key), *map(title_key, column.titles)):
            return column.key
    return ""


def _take_head(table: Table, cells: Sequence[Any], line: int, problems: list[PlanProblem]) -> None:
    for index, cell in enumerate(cells, start=1):
        raw = raw_of(cell)
        if is_blank(raw) or title_key(str(raw)) in _IGNORED:
            continue
        key, title = _key_of(raw, table.sheet), shown_title(str(raw))
        if not key or key in table.places:
            code = Code.WORKBOOK_COLUMN_TWICE if key else Code.WORKBOOK_UNKNOWN_COLUMN
            error = LedgerError(code, column=title, columns=title)
            problems.append(PlanProblem(table.name, line, get_column_letter(index), title, error))
            continue
        table.places[key] = index
    for column in table.sheet.columns:
        if column.required and column.key not in table.places:
            error = LedgerError(Code.WORKBOOK_CELL_MISSING, column=column.titles[0])
            problems.append(PlanProblem(table.name, line, "", column.titles[0], error))


def _take_row(table: Table, cells: Sequence[Any], line: int, problems: list[PlanProblem], untitled: set[int]) -> None:
    known = set(table.places.values())
    for index, cell in enumerate(cells, start=1):
        if index not in known and index not in untitled and not is_blank(raw_of(cell)) and not _is_ordinal(cell):
            untitled.add(index)
            letter = get_column_letter(index)
            error = LedgerError(Code.WORKBOOK_UNKNOWN_COLUMN, column=letter, columns=letter)
            problems.append(PlanProblem(table.name, line, letter, "", error))
    if not _filled(table, cells):
        return
    row: Row = {}
    for column in table.sheet.columns:
        place = table.places.get(column.key)
        try:
            value = empty_value(column) if place is None else _cell_value(cells[place - 1], column)
        except LedgerError as error:
            problems.append(table.problem(error, line, column.key))
            continue
        if value is not None:
            row[column.key] = value
    table.lines.append(line)
    table.values.append(row)


def _filled(table: Table, cells: Sequence[Any]) -> int:
    return sum(not is_blank(raw_of(cells[place - 1])) for place in table.places.values())


def _is_ordinal(cell: Any) -> bool:
    """The number of a row, under "STT" or no title: known and not read."""
    return isinstance(cell.value, int | float) and not isinstance(cell.value, bool)


def _cell_value(cell: Any, column: Column) -> Any:
    if cell.value is not None and is_formula(cell):
        raise LedgerError(Code.WORKBOOK_FORMULA, column=column.titles[0])
    raw = raw_of(cell)
    if is_blank(raw):
        if column.required:
            raise LedgerError(Code.WORKBOOK_CELL_MISSING, column=column.titles[0])
        return empty_value(column)
    if cell.data_type == "e":
        raise LedgerError(Code.WORKBOOK_CELL_INVALID, column=column.titles[0])
    return value_of(raw, column)
