"""Finding activities: by words whatever the accents, by task, type, period, office and state; newest first.

Full-text hits are ordered by row, never by rank: ranking a common word over millions of rows takes most of a minute.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from storage.domain.folding import search_query
from storage.domain.periods import Period
from storage.ledger import Ledger

LIMIT = 200
COLUMNS = (
    "a.id, lower(hex(a.uid)), a.office, a.state, a.heads, a.rev, a.task, a.type, a.date, a.title, a.place,"
    ' a.document, a.note, a."values", a.files'
)
"""What ``found_activity`` reads, of ``activity a``."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What to look for; empty fields do not restrict."""

    text: str = ""
    office: str = ""
    task: str = ""
    type: str = ""
    period: Period | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class FoundActivity:
    """One row of a list. ``heads`` above 1 is an open conflict."""

    id: int
    uid: str
    office: str
    state: str
    heads: int
    rev: int
    task: str
    type: str
    date: str
    title: str
    place: str
    document: str
    note: str
    values: dict[str, int]
    files: int


def find_activities(
    ledger: Ledger, wanted: Filter, *, limit: int = LIMIT, after: tuple[str, int] | None = None
) -> list[FoundActivity]:
    """Up to ``limit`` activities, newest date first; ``after`` is (date, id) of the last row of the page before."""
    where, parameters = conditions(wanted)
    if after is not None:
        where.append("(a.date, a.id) < (?, ?)")
        parameters += after
    condition = f"WHERE {' AND '.join(where)}" if where else ""
    rows = ledger.db.execute(
        f"SELECT {COLUMNS} FROM activity a {condition} ORDER BY a.date DESC, a.id DESC LIMIT ?",  # noqa: S608
        [*parameters, limit],
    ).fetchall()
    return [found_activity(row) for row in rows]


def found_activity(row: Sequence[Any]) -> FoundActivity:
    """A row of ``COLUMNS``."""
    values, files = msgspec.json.decode(row[13]), msgspec.json.decode(row[14])
    return FoundActivity(*(*row[:13], values, len(files)))


def count_activities(ledger: Ledger, wanted: Filter) -> int:
    """How many activities fit."""
    where, parameters = conditions(wanted)
    condition = f"WHERE {' AND '.join(where)}" if where else ""
    return int(ledger.db.execute(f"SELECT count(*) FROM activity a {condition}", parameters).fetchone()[0])  # noqa: S608


def conditions(wanted: Filter) -> tuple[list[str], list[str | int]]:
    """The conditions on ``activity a``, to be joined by AND, and their parameters."""
    where: list[str] = []
    parameters: list[str | int] = []
    query = search_query(wanted.text)
    if query:
        where.append("a.id IN (SELECT rowid FROM activity_search WHERE activity_search MATCH ?)")
        parameters.append(query)
    elif wanted.text.strip():
        where.append("0")
    pairs: Sequence[tuple[str, str]] = (
        ("office", wanted.office),
        ("task", wanted.task),
        ("type", wanted.type),
        ("state", wanted.state),
    )
    for column, value in pairs:
        if value:
            where.append(f"a.{column} = ?")
            parameters.append(value)
    if wanted.period is not None:
        where.append("a.date BETWEEN ? AND ?")
        parameters += [wanted.period.takes_from.isoformat(), wanted.period.last_day.isoformat()]
    return where, parameters
