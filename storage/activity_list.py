"""A list of activities that may be a million rows long, read in windows by position.

Without a filter a window is reached through the index of dates. With one, the identifiers of all rows that fit are gathered
once and a window is read by them; until that is done, the first rows can be had at once. Nothing is kept here between calls: an
index holds until the next write.
"""

from __future__ import annotations

import sqlite3
import time
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum

from storage.domain.errors import OperationCancelled
from storage.domain.folding import search_query
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.ledger import Ledger
from storage.search import COLUMNS, Filter, FoundActivity, conditions, count_activities, found_activity

MOST_HITS = 20_000
"""So many hits of a search by words are listed; of more, those recorded last."""
_AT_ONCE_SECONDS = 0.015
_STEPS = 20_000
"""Instructions of SQLite between two looks at the clock and at the wish to stop: about a millisecond."""


class Order(StrEnum):
    """How a list is ordered; each order has an index."""

    NEWEST = "newest"
    OLDEST = "oldest"
    LAST_CHANGED = "last_changed"


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list shows."""

    filter: Filter = field(default_factory=Filter)
    order: Order = Order.NEWEST

    @property
    def shows_all(self) -> bool:
        """Whether nothing restricts the list."""
        return self.filter == Filter()


@dataclass(frozen=True, slots=True)
class RowIndex:
    """Where the rows of a list are: by ``ids`` in order, or (``ids`` None) by position alone. ``cut``: there were more hits."""

    total: int
    ids: array[int] | None = None
    cut: bool = False


_ORDERS = {
    Order.NEWEST: "a.date DESC, a.id DESC",
    Order.OLDEST: "a.date, a.id",
    Order.LAST_CHANGED: "a.id DESC",
}
_REVERSED = {
    Order.NEWEST: "a.date, a.id",
    Order.OLDEST: "a.date DESC, a.id DESC",
    Order.LAST_CHANGED: "a.id",
}


def first_rows(ledger: Ledger, query: ListQuery, count: int, report: ProgressReporter = silent) -> list[FoundActivity] | None:
    """The first rows, when they can be had at once; None when so few rows fit that they have to be searched for."""
    if query.filter.text.strip():
        return None
    where, parameters = conditions(query.filter)
    condition, order = f"WHERE {' AND '.join(where)}" if where else "", _ORDERS[query.order]
    # One index holds all that is filtered by, in the order of dates: no row is read that does not fit. An office has its own.
    by_index = "INDEXED BY activity_listed" if where and not query.filter.office and "a.date" in order else ""
    chosen = f"SELECT a.id FROM activity a {by_index} {condition} ORDER BY {order} LIMIT ?"  # noqa: S608
    sql = f"SELECT {COLUMNS} FROM activity a WHERE a.id IN ({chosen}) ORDER BY {order}"  # noqa: S608
    try:
        with stoppable(ledger, report, seconds=_AT_ONCE_SECONDS):
            rows = ledger.db.execute(sql, [*parameters, count]).fetchall()
    except TimeoutError:
        return None
    return [found_activity(row) for row in rows]


def row_index(ledger: Ledger, query: ListQuery, report: ProgressReporter = silent) -> RowIndex:
    """Where all rows are. Raises ``OperationCancelled`` when ``report`` does."""
    if query.shows_all:
        return RowIndex(count_activities(ledger, query.filter))
    with stoppable(ledger, report):
        if query.filter.text.strip():
            return _hits(ledger, query)
        where, parameters = conditions(query.filter)
        # The sign keeps SQLite from walking the index of dates, row by row through the whole file, where few rows fit.
        order = _ORDERS[query.order].replace("a.date", "+a.date")
        sql = f"SELECT a.id FROM activity a WHERE {' AND '.join(where)} ORDER BY {order}"  # noqa: S608
        ids = array("q", (row[0] for row in ledger.db.execute(sql, parameters)))
    return RowIndex(len(ids), ids)


def rows_at(ledger: Ledger, query: ListQuery, index: RowIndex, first: int, count: int) -> list[FoundActivity]:
    """``count`` rows from position ``first`` (0 is the first)."""
    count = max(0, min(count, index.total - first))
    if index.ids is not None:
        return _rows_of(ledger, index.ids[first : first + count])
    backwards = first > index.total // 2
    order = _REVERSED[query.order] if backwards else _ORDERS[query.order]
    skipped = index.total - first - count if backwards else first
    sql = f"SELECT a.id FROM activity a ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
    ids = [row[0] for row in ledger.db.execute(sql, [count, skipped])]
    return _rows_of(ledger, ids[::-1] if backwards else ids)


def filter_totals(ledger: Ledger, wanted: Filter, report: ProgressReporter = silent) -> dict[str, int]:
    """The sum of each count field over the activities that fit and were not withdrawn."""
    where, parameters = conditions(wanted)
    condition = " AND ".join(["a.state = 'final'", *where])
    with stoppable(ledger, report):
        rows = ledger.db.execute(
            f'SELECT v.key, sum(v.value) FROM activity a, json_each(a."values") v WHERE {condition} GROUP BY 1',  # noqa: S608
            parameters,
        ).fetchall()
    return dict(rows)


@contextmanager
def stoppable(ledger: Ledger, report: ProgressReporter, *, seconds: float | None = None) -> Iterator[None]:
    """Queries within can be stopped by ``report`` (then ``OperationCancelled``) and by the clock (then ``TimeoutError``)."""
    end = None if seconds is None else time.monotonic() + seconds
    cancelled = False

    def look() -> int:
        nonlocal cancelled
        try:
            report(Progress(Stage.READING))
        except OperationCancelled:
            cancelled = True
        return int(cancelled or (end is not None and time.monotonic() > end))

    ledger.db.conn.set_progress_handler(look, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        raise (OperationCancelled() if cancelled else TimeoutError()) from error
    finally:
        ledger.db.conn.set_progress_handler(None, 0)


def _hits(ledger: Ledger, query: ListQuery) -> RowIndex:
    """Hits are taken in the order in which they were recorded, which the full-text index gives for nothing, then ordered."""
    words = search_query(query.filter.text)
    if not words:
        return RowIndex(0, array("q"))
    other = Filter(
        office=query.filter.office,
        task=query.filter.task,
        type=query.filter.type,
        period=query.filter.period,
        state=query.filter.state,
    )
    where, parameters = conditions(other)
    condition = " AND ".join(["activity_search MATCH ?", *where])
    rows = ledger.db.execute(
        "SELECT a.date, a.id FROM activity_search s JOIN activity a ON a.id = s.rowid"  # noqa: S608
        f" WHERE {condition} ORDER BY s.rowid DESC LIMIT ?",
        [words, *parameters, MOST_HITS + 1],
    ).fetchall()
    cut = len(rows) > MOST_HITS
    rows = rows[:MOST_HITS]
    if query.order is not Order.LAST_CHANGED:
        rows.sort(reverse=query.order is Order.NEWEST)
    return RowIndex(len(rows), array("q", (row[1] for row in rows)), cut)


def _rows_of(ledger: Ledger, ids: Sequence[int]) -> list[FoundActivity]:
    marks = ", ".join("?" * len(ids))
    rows = ledger.db.execute(f"SELECT {COLUMNS} FROM activity a WHERE a.id IN ({marks})", list(ids)).fetchall()  # noqa: S608
    found = {row[0]: found_activity(row) for row in rows}
    return [found[identifier] for identifier in ids if identifier in found]
