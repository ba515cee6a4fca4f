"""One cell of somebody's workbook as a value of a record, or the reason why it is none.

Nothing is guessed: a number that is no whole number, a day that is no day and a formula are problems with a code, told by
row and column. Whether task, type and figures fit together is decided where records are made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from export.documents.template_model import SEPARATOR, ActivityTemplate, ColumnKind
from storage.domain.codes import Code
from storage.domain.errors import Parameter
from storage.domain.folding import fold, normalise

RawValue = str | int | float | bool | date | None
"""What a cell held, kept so that a refused row can be given back as it was."""

Plain = str | int | None
_COUNT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,12}")
_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00:00)?")
_LARGEST = 10**12
_LIST_SEPARATORS = (SEPARATOR, " - ", ": ")


@dataclass(frozen=True, slots=True)
class CellProblem:
    """Why a cell cannot be taken: ``field`` is its key, ``parameters`` fill the code's sentence."""

    code: Code
    field: str
    parameters: Mapping[str, Parameter]


@dataclass(frozen=True, slots=True)
class NoValue:
    """A cell that holds a formula or an error; ``raw`` is what stands there."""

    code: Code
    raw: RawValue


class CellRefused(Exception):
    """Raised by the converters below and turned into a ``CellProblem`` by the reader; never leaves this room."""

    def __init__(self, code: Code, parameters: Mapping[str, Parameter]) -> None:
        super().__init__(code)
        self.code = code
        self.parameters = parameters


def raw_of(cell: Any) -> RawValue:
    """The content of a library cell in a plain type."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, str | int | float | date):
        return value
    if isinstance(value, time):
        return value.isoformat()
    return str(getattr(value, "text", value))


def is_formula(cell: Any) -> bool:
    """Whether the cell computes instead of holding a value."""
    return bool(cell.data_type == "f") or (cell.value is not None and type(cell.value).__name__.endswith("Formula"))


def is_blank(value: RawValue) -> bool:
    """Nothing, or only blanks."""
    return value is None or (isinstance(value, str) and not normalise(value))


def as_text(value: RawValue) -> str:
    """A text field; figures and days that Excel made of a typed text are written out again."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    return normalise(str(value))


def as_count(value: RawValue) -> int:
    """A whole number from 0: a number cell, "1234" or "1.234". Anything else raises VALUE_NOT_A_COUNT."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LARGEST:
        return value
    if isinstance(value, float) and value.is_integer() and 0 <= value < _LARGEST:
        return int(value)
    if isinstance(value, str) and (match := _COUNT.fullmatch(normalise(value))):
        return int(match.group().replace(".", ""))
    raise CellRefused(Code.VALUE_NOT_A_COUNT, {})


def as_day(value: RawValue) -> str:
    """A day as "2020-03-05": a date cell, "05/03/2020" or "2020-03-05". Anything else raises DATE_INVALID (``date``)."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        typed = normalise(value)
        if match := _DAY.fullmatch(typed):
            day, month, year = (int(part) for part in match.groups())
            return _iso(year, month, day, typed)
        if match := _ISO_DAY.fullmatch(typed):
            year, month, day = (int(part) for part in match.groups())
            return _iso(year, month, day, typed)
    raise CellRefused(Code.DATE_INVALID, {"date": str(value)[:20]})


def _iso(year: int, month: int, day: int, typed: str) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise CellRefused(Code.DATE_INVALID, {"date": typed[:20]}) from error


class ListEntries:
    """Finds the code behind what stands in a cell of tasks or types: the code, the list entry, or the title alone.

    ``entries`` gives the titles of each code, in whatever languages.
    """

    def __init__(self, entries: Mapping[str, Sequence[str]]) -> None:
        self._codes = {fold(code): code for code in entries}
        self._titles: dict[str, str] = {}
        for code, titles in entries.items():
            for title in {fold(title) for title in titles if title}:
                # two tasks under one title tell nothing: such a title is left as it is
                self._titles[title] = "" if title in self._titles else code

    def code_of(self, typed: str) -> str:
        """The code, or ``typed`` unchanged when it names none: the recorder then says so with the right code."""
        candidates = [typed]
        candidates += [typed.split(separator, 1)[0] for separator in _LIST_SEPARATORS if separator in typed]
        for candidate in candidates:
            if code := self._codes.get(fold(candidate.strip())):
                return code
        return self._titles.get(fold(typed)) or typed


class CellReader:
    """Turns cells into values by the kind of their column."""

    def __init__(self, template: ActivityTemplate) -> None:
        tasks = ListEntries({task.code: (task.title, task.also) for task in template.tasks})
        types = ListEntries({kind.code: (kind.title, kind.also) for kind in template.types})
        self._converters: dict[ColumnKind, Callable[[RawValue], str | int]] = {
            ColumnKind.TASK: lambda value: tasks.code_of(as_text(value)),
            ColumnKind.TYPE: lambda value: types.code_of(as_text(value)),
            ColumnKind.DATE: as_day,
            ColumnKind.TEXT: as_text,
            ColumnKind.COUNT: as_count,
        }

    def read(self, value: RawValue, kind: ColumnKind) -> str | int:
        """The value of a cell that is not blank. Raises ``CellRefused``."""
        return self._converters[kind](value)
