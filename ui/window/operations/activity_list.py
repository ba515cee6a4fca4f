"""Reading the list of activities: each function returns the job to be run away from the window's thread. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from export.exchange.station import Station
from storage.activity_list import ListQuery, RowIndex, filter_totals, first_rows, row_index, rows_at
from storage.domain.progress import ProgressReporter
from storage.search import FoundActivity
from ui.window.tasks import Job

COPY_LIMIT = 100_000
"""Rows that are copied at most; Excel holds little more than a million, the clipboard must hold them all at once."""


@dataclass(frozen=True, slots=True)
class Window:
    """Rows of a list from position ``first`` on; ``turn`` says for which loading of the list they are."""

    turn: int
    first: int
    rows: list[FoundActivity]


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The first rows of a list, or None when they cannot be had at once."""

    turn: int
    rows: list[FoundActivity] | None


@dataclass(frozen=True, slots=True)
class Located:
    """Where all rows of a list are, and the first of them."""

    turn: int
    index: RowIndex
    rows: list[FoundActivity]


def read_first_rows(*, turn: int, query: ListQuery, count: int) -> Job:
    """Answers ``FirstRows``."""

    def job(station: Station, report: ProgressReporter) -> FirstRows:
        return FirstRows(turn, first_rows(station.ledger, query, count, report))

    return job


def read_row_index(*, turn: int, query: ListQuery, count: int) -> Job:
    """Answers ``Located`` with the first ``count`` rows."""

    def job(station: Station, report: ProgressReporter) -> Located:
        index = row_index(station.ledger, query, report)
        return Located(turn, index, rows_at(station.ledger, query, index, 0, count))

    return job


def read_windows(*, turn: int, query: ListQuery, index: RowIndex, firsts: Sequence[int], count: int) -> Job:
    """Answers a list of ``Window``."""

    def job(station: Station, _: ProgressReporter) -> list[Window]:
        return [Window(turn, first, rows_at(station.ledger, query, index, first, count)) for first in firsts]

    return job


def read_rows(*, query: ListQuery, index: RowIndex, ranges: Sequence[tuple[int, int]]) -> Job:
    """Answers the rows of ranges (first, last; both included), at most ``COPY_LIMIT`` of them."""

    def job(station: Station, report: ProgressReporter) -> list[FoundActivity]:
        found: list[FoundActivity] = []
        for first, last in ranges:
            for start in range(first, last + 1, 500):
                if len(found) >= COPY_LIMIT:
                    return found[:COPY_LIMIT]
                found += rows_at(station.ledger, query, index, start, min(500, last + 1 - start))
        return found

    return job


def read_totals(*, turn: int, query: ListQuery) -> Job:
    """Answers (turn, sum of each count field)."""
    return lambda station, report: (turn, filter_totals(station.ledger, query.filter, report))
