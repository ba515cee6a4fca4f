"""Reads activities out of a workbook: head row, columns, rows as plain records, and what is wrong with each row.

The records have the shape of a line of JSON for ``record``. Nothing is recorded here and no meaning is checked: that is
done by the same code that checks a form. A foreign column refuses the whole file; a bad cell refuses its row only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from export.documents.template_model import ActivityTemplate
from export.documents.workbook_columns import (
    HEADER_SEARCH_ROWS,
    ColumnMatch,
    ColumnNames,
    guess_columns,
    head_score,
    match_columns,
)
from export.documents.workbook_legacy import LegacyColumn
from export.documents.workbook_records import MAX_ROWS, RecordCollector, WorkbookRow
from export.documents.workbook_sheets import Sheet, opened_sheets, plain_value
from export.documents.workbook_template import TEMPLATE_MARK
from export.documents.workbook_values import is_blank
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.legacy_encoding import Encoding
from storage.domain.progress import Progress, ProgressReporter, Stage, silent

MAX_COLUMNS = 256
_BEYOND_HEAD = 32
_LAST_EXCEL_ROW = 1_048_576
_REPORT_EVERY = 500


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

    Raises ``LedgerError``: as ``opened_sheets``; WORKBOOK_NO_HEADER (``file``).
    """
    with opened_sheets(path) as sheets:
        names = ColumnNames(template)
        sheet, line, titles = _find_header(sheets, names, path.name)
        return WorkbookHeader(sheet.title, line, guess_columns(titles, names), _template_mark(sheets))


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

    Raises ``OperationCancelled`` from ``report``; ``LedgerError``: as ``opened_sheets``; WORKBOOK_NO_HEADER (``file``),
    WORKBOOK_UNKNOWN_COLUMN (``column``, ``columns``), WORKBOOK_COLUMN_TWICE (``column``), WORKBOOK_TOO_MANY_ROWS (``file``,
    ``limit``); ``ValueError`` for a ``mapping`` to no field.
    """
    _check_mapping(mapping, template)
    with opened_sheets(path) as sheets:
        names = ColumnNames(template)
        sheet, line, titles = _find_header(sheets, names, path.name)
        columns = match_columns(titles, names, mapping)
        collector = RecordCollector(template, columns, sheet.merges, legacy or {})
        for number, values, fonts in sheet.rows(width=min(max(titles) + _BEYOND_HEAD, MAX_COLUMNS)):
            if number > _LAST_EXCEL_ROW:
                raise LedgerError(Code.WORKBOOK_TOO_MANY_ROWS, file=path.name, limit=MAX_ROWS)
            if number % _REPORT_EVERY == 0:
                report(Progress(Stage.READING, max(0, number - line)))
            if number <= line or not values:
                continue
            collector.take(number, values, fonts)
            if len(collector.rows) > MAX_ROWS:
                raise LedgerError(Code.WORKBOOK_TOO_MANY_ROWS, file=path.name, limit=MAX_ROWS)
        return WorkbookRows(
            sheet=sheet.title,
            header_line=line,
            columns=columns,
            template=_template_mark(sheets),
            rows=tuple(collector.rows),
            skipped=tuple(collector.skipped),
            legacy=collector.legacy_columns(),
        )


def _check_mapping(mapping: Mapping[str, str] | None, template: ActivityTemplate) -> None:
    known = {column.key for column in template.columns}
    if foreign := set((mapping or {}).values()) - known:
        raise ValueError(f"no such field: {sorted(foreign)}")


def _find_header(sheets: Sequence[Sheet], names: ColumnNames, file: str) -> tuple[Sheet, int, dict[int, str]]:
    """Sheet, row number and titles of the row that names most fields, among the first rows of the visible sheets."""
    best: tuple[int, Sheet, int, dict[int, str]] | None = None
    for sheet in sheets:
        if not sheet.visible:
            continue
        for number, values, _ in sheet.rows(last=HEADER_SEARCH_ROWS):
            shown = ((index, plain_value(value)) for index, value in enumerate(values, start=1))
            titles = {index: str(value) for index, value in shown if not is_blank(value)}
            score = head_score(list(titles.values())[:MAX_COLUMNS], names)
            if score >= 2 and (best is None or score > best[0]):
                best = (score, sheet, number, titles)
    if best is None:
        raise LedgerError(Code.WORKBOOK_NO_HEADER, file=file)
    return best[1:]


def _template_mark(sheets: Sequence[Sheet]) -> TemplateMark | None:
    for sheet in sheets:
        if sheet.visible:
            continue
        for _, values, _ in sheet.rows(last=1):
            mark = [plain_value(value) for value in values[:4]]
            if len(mark) == 4 and mark[0] == TEMPLATE_MARK and isinstance(mark[2], str) and isinstance(mark[3], int):
                return TemplateMark(mark[2], mark[3])
    return None
