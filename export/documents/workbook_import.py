"""Reads activities out of a workbook: head row, columns, rows as plain records, and what is wrong with each row.

The records have the shape of a line of JSON for ``record``. Nothing is recorded here and no meaning is checked: that is
done by the same code that checks a form. A foreign column refuses the whole file; a bad cell refuses its row only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from export.documents.template_model import ActivityTemplate, ColumnKind
from export.documents.workbook_columns import (
    HEADER_SEARCH_ROWS,
    IGNORED,
    ColumnMatch,
    ColumnNames,
    guess_columns,
    head_score,
    kind_of,
    match_columns,
    unknown_columns,
)
from export.documents.workbook_legacy import ColumnSamples, LegacyColumn
from export.documents.workbook_package import MergedRange, OpenedWorkbook, opened_workbook
from export.documents.workbook_template import TEMPLATE_MARK
from export.documents.workbook_values import CellProblem, CellReader, CellRefused, RawValue, is_blank, is_formula, raw_of
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, Parameter
from storage.domain.legacy_encoding import Encoding, convert
from storage.domain.progress import Progress, ProgressReporter, Stage, silent

MAX_ROWS = 100_000
MAX_COLUMNS = 256
_ALL_COLUMNS = 16_384
_BEYOND_HEAD = 32
_LAST_EXCEL_ROW = 1_048_576
_REPORT_EVERY = 500
_TEXT_KINDS = frozenset({ColumnKind.TASK, ColumnKind.TYPE, ColumnKind.TEXT})

Record = dict[str, str | dict[str, int]]
"""{"task": "II.1.a", "type": "HN_QT", "date": "2020-03-05", "title": "…", "values": {"so_cuoc": 1}}; no empty fields."""


@dataclass(frozen=True, slots=True)
class WorkbookRow:
    """One row: its number in Excel, its record, its problems, and the cells as they were (by field)."""

    line: int
    record: Record
    problems: tuple[CellProblem, ...]
    raw: Mapping[str, RawValue]

    def error(self) -> LedgerError | None:
        """The first problem as the reason why this row is refused; its parameters name the field and the row."""
        if not self.problems:
            return None
        first = self.problems[0]
        parameters: dict[str, Parameter] = {"field": first.field, **first.parameters, "row": self.line}
        return LedgerError(first.code, detail=f"row {self.line}", **parameters)


@dataclass(frozen=True, slots=True)
class TemplateMark:
    """Programme and version for which the workbook was made, when it was made from our template."""

    programme: str
    version: int


@dataclass(frozen=True, slots=True)
class WorkbookHeader:
    """Where the head row stands and what its columns were taken for; a plain text is the title of a foreign column."""

    sheet: str
    line: int
    columns: tuple[ColumnMatch | str, ...]
    template: TemplateMark | None


@dataclass(frozen=True, slots=True)
class WorkbookRows:
    """All of a workbook. ``skipped`` are numbers of rows that hold a heading across merged cells."""

    sheet: str
    header_line: int
    columns: tuple[ColumnMatch, ...]
    template: TemplateMark | None
    rows: tuple[WorkbookRow, ...]
    skipped: tuple[int, ...]
    legacy: tuple[LegacyColumn, ...]


def read_header(path: Path, template: ActivityTemplate) -> WorkbookHeader:
    """Head row and guessed fields, for choosing a mapping.

    Raises ``LedgerError``: as ``opened_workbook``; WORKBOOK_NO_HEADER (``file``).
    """
    with opened_workbook(path) as opened:
        names = ColumnNames(template)
        sheet, line, titles = _find_header(opened, names, path.name)
        return WorkbookHeader(sheet.title, line, guess_columns(titles, names), _template_mark(opened))


def read_workbook(
    path: Path,
    template: ActivityTemplate,
    *,
    mapping: Mapping[str, str] | None = None,
    legacy: Mapping[str, Encoding] | None = None,
    report: ProgressReporter = silent,
) -> WorkbookRows:
    """Every row of the workbook's sheet of activities.

    ``mapping`` gives the field of a column by its title, ``legacy`` the encoding that was agreed to for a field; without it
    the texts come unconverted and ``WorkbookRows.legacy`` tells what seems to need it.

    Raises ``OperationCancelled`` from ``report``; ``LedgerError``: as ``opened_workbook``; WORKBOOK_NO_HEADER (``file``),
    WORKBOOK_UNKNOWN_COLUMN (``column``, ``columns``), WORKBOOK_COLUMN_TWICE (``column``), WORKBOOK_TOO_MANY_ROWS (``file``,
    ``limit``); ``ValueError`` for a ``mapping`` to no field.
    """
    _check_mapping(mapping, template)
    with opened_workbook(path) as opened:
        names = ColumnNames(template)
        sheet, line, titles = _find_header(opened, names, path.name)
        columns = match_columns(titles, names, mapping)
        collector = _Collector(template, columns, opened.merges_of(sheet), legacy or {})
        for number, cells in _rows_below(
            sheet, header_line=line, width=min(max(titles) + _BEYOND_HEAD, MAX_COLUMNS), file=path.name
        ):
            if number % _REPORT_EVERY == 0:
                report(Progress(Stage.READING, number - line))
            collector.take(number, cells)
            if len(collector.rows) > MAX_ROWS:
                raise LedgerError(Code.WORKBOOK_TOO_MANY_ROWS, file=path.name, limit=MAX_ROWS)
        return WorkbookRows(
            sheet=sheet.title,
            header_line=line,
            columns=columns,
            template=_template_mark(opened),
            rows=tuple(collector.rows),
            skipped=tuple(collector.skipped),
            legacy=collector.legacy_columns(),
        )


def _check_mapping(mapping: Mapping[str, str] | None, template: ActivityTemplate) -> None:
    known = {column.key for column in template.columns}
    if foreign := set((mapping or {}).values()) - known:
        raise ValueError(f"no such field: {sorted(foreign)}")


class _Collector:
    """Turns the rows below the head into records, one by one."""

    def __init__(
        self,
        template: ActivityTemplate,
        columns: Sequence[ColumnMatch],
        merges: Sequence[MergedRange],
        legacy: Mapping[str, Encoding],
    ) -> None:
        self._reader = CellReader(template)
        self._columns = [(column, kind_of(column.key, template)) for column in columns if column.key != IGNORED]
        self._known = {column.index for column in columns}
        self._legacy = legacy
        used = {column.index for column, _ in self._columns}
        self._headings = {
            row
            for merge in merges
            if len(used.intersection(range(merge.first_column, merge.last_column + 1))) > 1
            for row in range(merge.first_row, min(merge.last_row, merge.first_row + MAX_ROWS) + 1)
        }
        self._samples = {column.key: ColumnSamples() for column, kind in self._columns if kind in _TEXT_KINDS}
        self.rows: list[WorkbookRow] = []
        self.skipped: list[int] = []

    def take(self, number: int, cells: Sequence[Any]) -> None:
        """Read one row; blank rows leave no trace."""
        self._refuse_untitled(cells)
        present = self._present(cells)
        if not present:
            return
        if number in self._headings:
            self.skipped.append(number)
            return
        record: Record = {}
        values: dict[str, int] = {}
        problems: list[CellProblem] = []
        for column, kind, cell, raw in present:
            if column.key in self._samples:
                self._samples[column.key].add(cell)
            try:
                value = self._value(column, kind, cell, raw)
            except CellRefused as refusal:
                problems.append(CellProblem(refusal.code, column.key, {**refusal.parameters, "column": column.letter}))
                continue
            if isinstance(value, int):
                values[column.key] = value
            else:
                record[column.key] = value
        if values:
            record["values"] = values
        self.rows.append(WorkbookRow(number, record, tuple(problems), {column.key: raw for column, _, _, raw in present}))

    def _present(self, cells: Sequence[Any]) -> list[tuple[ColumnMatch, ColumnKind, Any, RawValue]]:
        """The cells of known columns that hold something, with their content."""
        present = []
        for column, kind in self._columns:
            cell = cells[column.index - 1] if column.index <= len(cells) else None
            if cell is not None and cell.value is not None:
                raw = raw_of(cell)
                if not is_blank(raw):
                    present.append((column, kind, cell, raw))
        return present

    def _value(self, column: ColumnMatch, kind: ColumnKind, cell: Any, value: RawValue) -> str | int:
        if is_formula(cell):
            raise CellRefused(Code.WORKBOOK_FORMULA, {})
        if cell.data_type == "e":
            raise CellRefused(Code.ROW_UNREADABLE, {})
        encoding = self._legacy.get(column.key)
        if encoding is not None and isinstance(value, str):
            value = convert(value, encoding)
        return self._reader.read(value, kind)

    def _refuse_untitled(self, cells: Sequence[Any]) -> None:
        """A column without a title that holds something is a foreign one too."""
        for index, cell in enumerate(cells, start=1):
            if cell.value is not None and index not in self._known and not is_blank(raw_of(cell)):
                raise unknown_columns([ColumnMatch(index, "", IGNORED).letter])

    def legacy_columns(self) -> tuple[LegacyColumn, ...]:
        """Columns that seem to be in an old encoding and for which nothing was agreed to."""
        found = (
            self._samples[column.key].judged(key=column.key, title=column.title)
            for column, _ in self._columns
            if column.key in self._samples and column.key not in self._legacy
        )
        return tuple(column for column in found if column is not None)


def _find_header(opened: OpenedWorkbook, names: ColumnNames, file: str) -> tuple[Any, int, dict[int, str]]:
    """Sheet, row number and titles of the row that names most fields, among the first rows of the visible sheets."""
    best: tuple[int, Any, int, dict[int, str]] | None = None
    for sheet in opened.book.worksheets:
        if getattr(sheet, "sheet_state", "visible") != "visible":
            continue
        sheet.reset_dimensions()  # what the file says of its size is not trusted
        for number, row in enumerate(sheet.iter_rows(max_row=HEADER_SEARCH_ROWS, max_col=_ALL_COLUMNS), start=1):
            titles = {index: str(cell.value) for index, cell in enumerate(row, start=1) if not is_blank(raw_of(cell))}
            score = head_score(list(titles.values())[:MAX_COLUMNS], names)
            if score >= 2 and (best is None or score > best[0]):
                best = (score, sheet, number, titles)
    if best is None:
        raise LedgerError(Code.WORKBOOK_NO_HEADER, file=file)
    return best[1:]


def _rows_below(sheet: Any, *, header_line: int, width: int, file: str) -> Iterator[tuple[int, Sequence[Any]]]:
    """Rows below the head that hold anything, as wide as the head and a little more."""
    blank: object = None
    for number, row in enumerate(sheet.iter_rows(max_col=width), start=1):
        if number > _LAST_EXCEL_ROW:
            raise LedgerError(Code.WORKBOOK_TOO_MANY_ROWS, file=file, limit=MAX_ROWS)
        if number <= header_line or row is blank:
            continue
        if any(cell.value is not None for cell in row):
            yield number, row
        else:
            blank = row  # the library fills a gap of a million rows with one and the same empty row


def _template_mark(opened: OpenedWorkbook) -> TemplateMark | None:
    for sheet in opened.book.worksheets:
        if sheet.sheet_state == "visible":
            continue
        sheet.reset_dimensions()
        for row in sheet.iter_rows(max_row=1, max_col=4, values_only=True):
            if len(row) == 4 and row[0] == TEMPLATE_MARK and isinstance(row[2], str) and isinstance(row[3], int):
                return TemplateMark(row[2], row[3])
    return None
