"""The rows below the head of a workbook as plain records, each with what is wrong with it.

The records have the shape of a line of JSON for ``record``. No meaning is checked here: that is done by the code that checks a
form. A bad cell refuses its row only, a column without a title the whole file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from export.documents.template_model import ActivityTemplate, ColumnKind
from export.documents.workbook_columns import IGNORED, ColumnMatch, kind_of, unknown_columns
from export.documents.workbook_legacy import ColumnSamples, LegacyColumn
from export.documents.workbook_package import MergedRange
from export.documents.workbook_sheets import Fonts, SheetValue, plain_value
from export.documents.workbook_values import CellProblem, CellReader, CellRefused, NoValue, RawValue, is_blank
from storage.domain.errors import LedgerError, Parameter
from storage.domain.folding import normalise
from storage.domain.legacy_encoding import Encoding, convert

MAX_ROWS = 100_000
_ALL_COLUMNS = 16_384
_MOST_KNOWN = 20_000
_TEXT_KINDS = frozenset({ColumnKind.TASK, ColumnKind.TYPE, ColumnKind.TEXT})

Record = dict[str, str | dict[str, int]]
"""{"task": "II.1.a", "type": "HN_QT", "date": "2020-03-05", "title": "…", "values": {"so_cuoc": 1}}; no empty fields."""

_Read = tuple[RawValue, str | int]
"""What a cell holds, and what it was read as."""


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
class _Field:
    """One column that is read: ``index`` counts from 0, ``known`` keeps what its values were read as."""

    index: int
    column: ColumnMatch
    kind: ColumnKind
    encoding: Encoding | None
    samples: ColumnSamples | None
    known: dict[tuple[type, SheetValue], _Read]

    @property
    def is_free_text(self) -> bool:
        """Whether texts need nothing but the stored form."""
        return self.kind is ColumnKind.TEXT and self.encoding is None


class RecordCollector:
    """Turns the rows below the head into records, one by one."""

    def __init__(
        self,
        template: ActivityTemplate,
        columns: Sequence[ColumnMatch],
        merges: Sequence[MergedRange],
        legacy: Mapping[str, Encoding],
    ) -> None:
        self._reader = CellReader(template)
        self._fields: list[_Field] = []
        for column in columns:
            if column.key != IGNORED:
                kind = kind_of(column.key, template)
                samples = ColumnSamples() if kind in _TEXT_KINDS else None
                self._fields.append(_Field(column.index - 1, column, kind, legacy.get(column.key), samples, {}))
        self._plan = [(field, field.index, field.column.key, field.is_free_text, field.known.get) for field in self._fields]
        known = {column.index - 1 for column in columns}
        self._foreign = [index for index in range(_ALL_COLUMNS) if index not in known]
        used = {field.index + 1 for field in self._fields}
        self._headings = {
            row
            for merge in merges
            if len(used.intersection(range(merge.first_column, merge.last_column + 1))) > 1
            for row in range(merge.first_row, min(merge.last_row, merge.first_row + MAX_ROWS) + 1)
        }
        self.rows: list[WorkbookRow] = []
        self.skipped: list[int] = []

    def take(self, number: int, cells: Sequence[SheetValue], fonts: Fonts) -> None:
        """Read one row; blank rows leave no trace."""
        self._refuse_untitled(cells)
        heading = number in self._headings
        record: Record = {}
        values: dict[str, int] = {}
        problems: list[CellProblem] = []
        raws: dict[str, RawValue] = {}
        width = len(cells)
        for field, index, key, is_free_text, known in self._plan:
            cell = cells[index] if index < width else None
            if cell is None or cell == "":
                continue
            read: _Read | CellProblem
            if is_free_text and type(cell) is str:
                read = cell, normalise(cell)
            else:
                read = known((type(cell), cell)) or self._read(field, cell)
            if isinstance(read, CellProblem):
                raws[key] = plain_value(cell)
                problems.append(read)
                continue
            raw, value = read
            if value == "":
                continue
            raws[key] = raw
            if isinstance(value, int):
                values[key] = value
            else:
                record[key] = value
            if field.samples is not None and type(raw) is str and not (heading or field.samples.full):
                field.samples.add(raw, fonts(index))
        self._keep(WorkbookRow(number, record, tuple(problems), raws), values, heading=heading)

    def _keep(self, row: WorkbookRow, values: dict[str, int], *, heading: bool) -> None:
        if heading and row.raw:
            self.skipped.append(row.line)
        elif row.raw:
            if values:
                row.record["values"] = values
            self.rows.append(row)

    def _read(self, field: _Field, cell: SheetValue) -> _Read | CellProblem:
        """What a cell holds and means; the meaning is "" when the cell is blank."""
        raw = plain_value(cell)
        if is_blank(raw):
            return None, ""
        try:
            if isinstance(cell, NoValue):
                raise CellRefused(cell.code, {})
            given = convert(raw, field.encoding) if field.encoding is not None and isinstance(raw, str) else raw
            read = raw, self._reader.read(given, field.kind)
        except CellRefused as refusal:
            return CellProblem(refusal.code, field.column.key, {**refusal.parameters, "column": field.column.letter})
        if len(field.known) < _MOST_KNOWN:
            field.known[type(cell), cell] = read
        return read

    def _refuse_untitled(self, cells: Sequence[SheetValue]) -> None:
        """A column without a title that holds something is a foreign one too."""
        width = len(cells)
        for index in self._foreign:
            if index >= width:
                return
            if cells[index] is not None and cells[index] != "" and not is_blank(plain_value(cells[index])):
                raise unknown_columns([ColumnMatch(index + 1, "", IGNORED).letter])

    def legacy_columns(self) -> tuple[LegacyColumn, ...]:
        """Columns that seem to be in an old encoding and for which nothing was agreed to."""
        found = (
            field.samples.judged(key=field.column.key, title=field.column.title)
            for field in self._fields
            if field.samples is not None and field.encoding is None
        )
        return tuple(column for column in found if column is not None)
