"""Finds the cell behind a place as the documents name it: ``tasks.II.1.a.lead`` is a row of the tasks and its column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from export.documents.plan_rows import Row
from export.documents.plan_tables import PlanProblem, Table
from storage.domain.boundary import refused_terms
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

_PLACE = re.compile(r"\$?\.?(?P<sheet>[a-z_]+)(?:\[(?P<position>[0-9]+)\])?(?:\.(?P<rest>.*))?\Z", re.DOTALL)
_WORDS_OF_DATES = {"cutoffs": ("periods", "cutoff"), "deadlines": ("periods", "deadline"), "holidays": ("days", "day")}


class Locator:
    """Finds the cell behind a place as the documents name it: ``tasks.II.1.a.lead``, ``$.offices[3].type``, ``periods``."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = tables
        self._lines = {
            (key, self._identity(table, row)): line for key, table in tables.items() for line, row in table.numbered()
        }

    @staticmethod
    def _identity(table: Table, row: Row) -> str:
        return str(row.get(table.sheet.identity, ""))

    def problem(self, error: LedgerError) -> PlanProblem:
        """The error with the cell that it is about, as far as it can be told."""
        place = str(error.parameters.get("at") or error.parameters.get("field") or "")
        match = _PLACE.match(place)
        if match is None:
            return PlanProblem("", 0, "", "", error)
        rest = match["rest"] or ""
        key, column = _WORDS_OF_DATES.get(match["sheet"], (match["sheet"], ""))
        table = self._tables.get(key)
        if table is None:
            return self._in_head(match["sheet"], error)
        if match["position"] is not None:
            return self._by_position(table, int(match["position"]), rest, error)
        code = next((code for code in _beginnings(rest) if (key, code) in self._lines), None)
        if code is None:
            return PlanProblem(table.name, 0, "", "", error)
        line = self._lines[key, code]
        field = rest[len(code) :].lstrip(".") or column or self._about_persons(table, line, error)
        return table.problem(error, line, column_of(table, field))

    def _by_position(self, table: Table, position: int, rest: str, error: LedgerError) -> PlanProblem:
        """What has no code, such as a succession, is named by its place in the list."""
        if position >= len(table.lines):
            return PlanProblem(table.name, 0, "", "", error)
        row, named = table.values[position], error.parameters.get("reference")
        holding = [key for key, value in row.items() if isinstance(value, list) and named in value]
        field = rest or (holding[0] if holding else table.sheet.columns[0].key)
        return table.problem(error, table.lines[position], column_of(table, field))

    @staticmethod
    def _about_persons(table: Table, line: int, error: LedgerError) -> str:
        """Which text of a row would make a field about persons; otherwise what names the row."""
        if error.code is Code.SCHEMA_PERSON_FIELD:
            for key, value in table.values[table.lines.index(line)].items():
                if isinstance(value, str) and error.parameters["term"] in refused_terms(value):
                    return key
        return table.sheet.identity

    def _in_head(self, field: str, error: LedgerError) -> PlanProblem:
        table = self._tables.get("head")
        line = self._lines.get(("head", field), 0)
        return table.problem(error, line, "value") if table else PlanProblem("", 0, "", "", error)


def column_of(table: Table, field: str) -> str:
    """The column of a field's path: ``count_fields[0]`` stands in ``count_fields``, ``schedule.due_before.day`` in its day."""
    path = field.split("[")[0]
    return next((part for part in _beginnings(path) if part in table.places), table.sheet.identity)


def _beginnings(path: str) -> Iterable[str]:
    """``a.b.c``, ``a.b``, ``a``: the longest first, since codes hold dots themselves."""
    while path:
        yield path
        path = path.rpartition(".")[0]
