"""Reads a programme or the register of offices from a workbook, and tells every mistake with its sheet, row and column.

A foreign sheet or column refuses the workbook by its name; nothing is taken from a workbook with a mistake. The rules between
the parts are those of the documents themselves, looked up back to the cell that broke them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from export.documents.plan_places import Locator, column_of
from export.documents.plan_rows import Row, Rows, dates_of, form_of, offices_of, programme_of
from export.documents.plan_sheets import DATE_SHEETS, OFFICE_SHEETS, PROGRAMME_SHEETS
from export.documents.plan_tables import MOST_PROBLEMS, PlanProblem, Table, read_tables
from storage.catalogue import CentreDates
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.office_file import office_problems, parse_offices
from storage.domain.offices import Office, OfficeRegister, OfficeType, Succession
from storage.domain.programme import (
    ActivityType,
    CountField,
    Duty,
    Group,
    Indicator,
    LegalBasis,
    Programme,
    Section,
    SourceIssue,
    Statement,
    Task,
)
from storage.domain.programme_file import parse_programme, programme_problems
from storage.domain.strict_json import convert

_FORMS: Mapping[str, type[msgspec.Struct]] = {
    "legal_bases": LegalBasis,
    "statements": Statement,
    "groups": Group,
    "duties": Duty,
    "count_fields": CountField,
    "activity_types": ActivityType,
    "tasks": Task,
    "indicators": Indicator,
    "outline": Section,
    "source_issues": SourceIssue,
    "types": OfficeType,
    "offices": Office,
    "successions": Succession,
}
"""The structure that a row of a sheet must fill."""


@dataclass(frozen=True, slots=True)
class ReadProgramme:
    """A programme, the dates set beside it if the workbook has their sheets, and what is wrong (then there is no programme)."""

    programme: Programme | None
    dates: CentreDates | None
    problems: tuple[PlanProblem, ...]


@dataclass(frozen=True, slots=True)
class ReadOffices:
    """A register, and what is wrong (then there is none)."""

    register: OfficeRegister | None
    problems: tuple[PlanProblem, ...]


def read_programme_workbook(path: Path) -> ReadProgramme:
    """The programme of a workbook. Raises ``LedgerError`` as ``opened_workbook``."""
    tables, problems = read_tables(path, PROGRAMME_SHEETS + DATE_SHEETS)
    rows = _rows(tables)
    problems += [*_row_problems(tables, problems), *_orphans(tables, rows)]
    if problems:
        return ReadProgramme(None, None, tuple(problems[:MOST_PROBLEMS]))
    locator = Locator(tables)
    try:
        programme = convert(programme_of(rows), Programme)
        dates = convert(dates_of(rows), CentreDates) if any(sheet.key in tables for sheet in DATE_SHEETS) else None
    except LedgerError as error:
        return ReadProgramme(None, None, (locator.problem(error),))
    problems = [locator.problem(error) for error in programme_problems(programme)]
    if problems:
        return ReadProgramme(None, None, tuple(problems[:MOST_PROBLEMS]))
    return ReadProgramme(parse_programme(msgspec.json.encode(programme)), dates, ())


def read_offices_workbook(path: Path, *, version: int = 1) -> ReadOffices:
    """The register of a workbook, with the version number given. Raises ``LedgerError`` as ``opened_workbook``."""
    tables, problems = read_tables(path, OFFICE_SHEETS)
    problems += _row_problems(tables, problems)
    if problems:
        return ReadOffices(None, tuple(problems[:MOST_PROBLEMS]))
    locator = Locator(tables)
    try:
        register = convert(offices_of(_rows(tables), version=version), OfficeRegister)
    except LedgerError as error:
        return ReadOffices(None, (locator.problem(error),))
    problems = [locator.problem(error) for error in office_problems(register)]
    if problems:
        return ReadOffices(None, tuple(problems[:MOST_PROBLEMS]))
    return ReadOffices(parse_offices(msgspec.json.encode(register)), ())


def refused_plan(path: Path, problems: Sequence[PlanProblem]) -> LedgerError:
    """The refusal of a whole workbook: its only mistake, or how many there are."""
    if len(problems) == 1:
        error = problems[0].error
        return LedgerError(error.code, detail=f"{problems[0].place}: {error.detail}", **error.parameters)
    return LedgerError(Code.WORKBOOK_PLAN_REFUSED, file=path.name, count=len(problems))


def _rows(tables: Mapping[str, Table]) -> Rows:
    return {key: table.values for key, table in tables.items()}


def _row_problems(tables: Mapping[str, Table], told: Sequence[PlanProblem]) -> list[PlanProblem]:
    """Every row whose values do not have the form of the structure that it fills; rows that were told already are left out."""
    known = {(problem.sheet, problem.line) for problem in told}
    problems = []
    for key, form in _FORMS.items():
        for line, row in _numbered(tables, key):
            if (tables[key].name, line) in known:
                continue
            try:
                convert(form_of(key, row), form)
            except LedgerError as error:
                problems.append(_of_row(tables[key], line, error))
    return problems


def _of_row(table: Table, line: int, error: LedgerError) -> PlanProblem:
    key = column_of(table, str(error.parameters.get("at", "")).removeprefix("$").lstrip("."))
    column = table.sheet.column(key)
    title = column.titles[0] if column else table.name
    told = LedgerError(Code.WORKBOOK_CELL_INVALID, detail=error.detail, column=title)
    return table.problem(told, line, key)


def _numbered(tables: Mapping[str, Table], key: str) -> Iterable[tuple[int, Row]]:
    return tables[key].numbered() if key in tables else ()


def _orphans(tables: Mapping[str, Table], rows: Rows) -> list[PlanProblem]:
    """Rows that hang on what is not there: an indicator without its task, a part without its section."""
    problems: list[PlanProblem] = []
    tasks = {row.get("code") for row in rows.get("tasks", [])}
    for line, row in _numbered(tables, "indicators"):
        task = row.get("id", "").rpartition("-")[0]
        if task not in tasks:
            error = LedgerError(Code.PROGRAMME_REFERENCE_UNKNOWN, reference=task, at="indicators")
            problems.append(tables["indicators"].problem(error, line, "id"))
    parents = {str(row.get("code")): str(row.get("parent", "")) for row in rows.get("outline", [])}
    for line, row in _numbered(tables, "outline"):
        parent = row.get("parent", "")
        if parent and (parent not in parents or _is_own_ancestor(str(row.get("code")), parents)):
            error = LedgerError(Code.PROGRAMME_REFERENCE_UNKNOWN, reference=parent, at="outline")
            problems.append(tables["outline"].problem(error, line, "parent"))
    return problems


def _is_own_ancestor(code: str, parents: Mapping[str, str]) -> bool:
    seen, parent = {code}, parents.get(code, "")
    while parent and parent not in seen:
        seen.add(parent)
        parent = parents.get(parent, "")
    return bool(parent)
