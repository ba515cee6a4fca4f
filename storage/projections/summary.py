"""Summaries: how many activities an office has in each slice of time, and the sums of their count fields.

A slice lies between two days on which a period begins or ends, so every period is a run of whole slices, whichever of them
overlap. A summary changes in the transaction that changes the activities; ``rebuild`` makes the same from the table of
activities. What an indicator is, and who belongs to which group, is not known here.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import msgspec

from storage.catalogue import DATES, PROGRAMME, parse_dates, periods_of
from storage.database import Database
from storage.domain.errors import LedgerError
from storage.domain.periods import FIRST_YEAR, LAST_YEAR, Period
from storage.domain.programme_file import parse_programme

Content = dict[str, dict[str, tuple[int, dict[str, tuple[int, int]]]]]
"""Task → activity type → (activities, count field → (activities that fill it in, sum))."""
_Sums = dict[str, dict[str, list[Any]]]
"""As ``Content``, while it is being added to."""

BEFORE_ALL = ""
"""The first day of the slice that begins before every other."""
_END = "~"
"""After every day."""
_ONE_DAY = timedelta(days=1)
_KEPT_IN_MEMORY = 10_000
"""So many sums of an office and slice are gathered before they are written: some forty megabytes."""

_PORTION = 1_000

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode_sums: Callable[[str], _Sums] = msgspec.json.Decoder(dict[str, dict[str, list[Any]]]).decode
_decode_content: Callable[[str], Content] = msgspec.json.Decoder(Content).decode
_decode_values: Callable[[str], dict[str, int]] = msgspec.json.Decoder(dict[str, int]).decode


class Summaries:
    """Reads and writes the summaries within the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._connection = db.conn

    @property
    def are_kept(self) -> bool:
        """Whether there are summaries; not so in a ledger of an earlier version until ``fit`` has made them."""
        return self._connection.execute("SELECT 1 FROM slice WHERE first_day = ''").fetchone() is not None

    def change(self) -> SummaryChange:
        """Gathers changes until they are written together."""
        return SummaryChange(self._connection, kept=self.are_kept)

    def fit(self) -> None:
        """Cuts the slices as the programme and the dates in the settings ask for, and sums up again what is cut anew."""
        wanted = self._wanted()
        present = [row[0] for row in self._connection.execute("SELECT first_day FROM slice ORDER BY first_day")]
        if BEFORE_ALL not in present:
            self.rebuild()
        elif wanted != present:
            before, after = set(_spans(present)), set(_spans(wanted))
            self._cut(wanted)
            self._connection.executemany("DELETE FROM summary WHERE slice = ?", [(first,) for first, _ in before - after])
            for first, end in _joined(after - before):
                self._sum_up(first, end)

    def rebuild(self) -> None:
        """Cuts the slices as the settings ask for, and sums up all activities anew."""
        self._cut(self._wanted())
        self._connection.execute("DELETE FROM summary")
        self._sum_up(BEFORE_ALL, _END)

    def slices_of(self, period: Period) -> list[str] | None:
        """The slices that make up a period, or None when they do not fit it: then activities have to be summed up."""
        first, after = period.takes_from.isoformat(), (period.last_day + _ONE_DAY).isoformat()
        found = [
            row[0]
            for row in self._connection.execute(
                "SELECT first_day FROM slice WHERE first_day BETWEEN ? AND ? ORDER BY first_day", [first, after]
            )
        ]
        fits = len(found) > 1 and found[0] == first and found[-1] == after and self.are_kept
        return found[:-1] if fits else None

    def read(self, slices: Iterable[str], offices: Iterable[str] | None = None) -> Iterator[tuple[str, Content]]:
        """(office, content) of the slices, of the named offices or all."""
        for first in slices:
            if offices is None:
                rows = self._connection.execute("SELECT office, content FROM summary WHERE slice = ?", [first])
                for office, content in rows.fetchall():
                    yield office, _decode_content(content)
                continue
            for office in dict.fromkeys(offices):
                row = self._connection.execute(
                    "SELECT content FROM summary WHERE slice = ? AND office = ?", [first, office]
                ).fetchone()
                if row is not None:
                    yield office, _decode_content(row[0])

    def _wanted(self) -> list[str]:
        settings = dict(
            self._connection.execute("SELECT name, value FROM setting WHERE name IN (?, ?)", [PROGRAMME, DATES]).fetchall()
        )
        if PROGRAMME not in settings:
            return [BEFORE_ALL]
        try:
            return boundaries(settings[PROGRAMME].encode(), settings.get(DATES, "{}").encode())
        except LedgerError:
            # A programme that cannot be read any more must not keep the ledger from being opened: figures are then taken
            # from the activities themselves.
            return [BEFORE_ALL]

    def _cut(self, days: Iterable[str]) -> None:
        self._connection.execute("DELETE FROM slice")
        self._connection.executemany("INSERT INTO slice VALUES (?)", [(day,) for day in days])

    def _sum_up(self, first: str, end: str) -> None:
        """Adds all activities from one slice's first day to before another's; their summaries must have been removed."""
        whole = (first, end) == (BEFORE_ALL, _END)
        condition, days = ("", []) if whole else ("AND date >= ? AND date < ?", [first, end])
        rows = self._connection.execute(
            f"SELECT office, date, task, type, \"values\" FROM activity WHERE state = 'final' {condition}",  # noqa: S608
            days,
        )
        change = self.change()
        add = change.add
        written: set[tuple[str, str]] = set()
        with _no_collections():
            while portion := rows.fetchmany(_PORTION):
                for office, day, task, kind, values in portion:
                    add(office, day, task, kind, _decode_values(values))
                if len(change) > _KEPT_IN_MEMORY:
                    change.write_first(written)
            change.write_first(written)


class SummaryChange:
    """Additions and subtractions that are not written yet; lost, as they should be, when the transaction is taken back."""

    def __init__(self, connection: Any, *, kept: bool) -> None:
        self._connection = connection
        self._kept = kept
        self._sums: dict[tuple[str, str], _Sums] = {}
        self._offices: set[str] = set()
        self._slices: dict[str, str] = {}

    def __len__(self) -> int:
        """How many summaries are touched."""
        return len(self._sums)

    def touch(self, office: str) -> None:
        """Something of an office changed that its figures may rest on."""
        self._offices.add(office)

    def add(self, office: str, day: str, task: str, kind: str, values: Mapping[str, int], sign: int = 1) -> None:
        """Counts one activity that holds; with ``sign`` -1 one that ceases to."""
        first = self._slices.get(day) or self._slice_of(day)
        sums = self._sums.get((first, office))
        if sums is None:
            sums = self._sums[first, office] = {}
        kinds = sums.get(task)
        if kinds is None:
            kinds = sums[task] = {}
        counted = kinds.get(kind)
        if counted is None:
            counted = kinds[kind] = [0, {}]
        counted[0] += sign
        fields = counted[1]
        for name, value in values.items():
            pair = fields.get(name)
            if pair is None:
                fields[name] = [sign, sign * value]
            else:
                pair[0] += sign
                pair[1] += sign * value

    def write(self) -> None:
        """Writes what was gathered, and forgets it."""
        if self._kept:
            for (first, office), sums in self._sums.items():
                self._write_one(first, office, sums)
        self._connection.executemany(
            "INSERT INTO stale VALUES (?) ON CONFLICT DO NOTHING", [(office,) for office in sorted(self._offices)]
        )
        self.forget()

    def write_first(self, written: set[tuple[str, str]]) -> None:
        """As ``write`` where only what is in ``written`` can be there already, and nothing was subtracted."""
        new = self._sums.keys() - written
        rows = [(*key, _encode(self._sums.pop(key)).decode()) for key in new]
        self._connection.executemany("INSERT INTO summary VALUES (?, ?, ?)", sorted(rows))
        written |= new
        self.write()

    def forget(self) -> None:
        """Drops what was gathered: everything is about to be summed up from the table of activities."""
        self._sums, self._offices = {}, set()

    def _write_one(self, first: str, office: str, sums: _Sums) -> None:
        row = self._connection.execute("SELECT content FROM summary WHERE slice = ? AND office = ?", [first, office]).fetchone()
        held = _added(_decode_sums(row[0]), sums) if row is not None else sums
        content = _without_empty(held)
        if content:
            self._connection.execute(
                "INSERT INTO summary VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET content = excluded.content",
                [first, office, _encode(content).decode()],
            )
        elif row is not None:
            self._connection.execute("DELETE FROM summary WHERE slice = ? AND office = ?", [first, office])

    def _slice_of(self, day: str) -> str:
        row = self._connection.execute("SELECT max(first_day) FROM slice WHERE first_day <= ?", [day]).fetchone()
        self._slices[day] = found = row[0] or BEFORE_ALL
        return str(found)


@contextmanager
def _no_collections() -> Iterator[None]:
    """The garbage collector would look through ten thousand sums again and again, and they hold no cycles."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def boundaries(programme: bytes, dates: bytes) -> list[str]:
    """The days on which a period of the programme begins, or after which it ends, in order; before them ``BEFORE_ALL``."""
    periods = periods_of(parse_programme(programme), parse_dates(dates))
    days: set[date] = set()
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        try:
            of_year = periods.of_year(year)
        except LedgerError:
            continue  # dates that contradict one another: such a period cannot be asked for either
        for period in of_year:
            days |= {period.takes_from, period.last_day + _ONE_DAY}
    return [BEFORE_ALL, *sorted(day.isoformat() for day in days)]


def _spans(days: list[str]) -> Iterator[tuple[str, str]]:
    return pairwise([*days, _END])


def _joined(spans: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Spans that touch made one."""
    joined: list[tuple[str, str]] = []
    for first, end in sorted(spans):
        if joined and joined[-1][1] == first:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((first, end))
    return joined


def _added(held: _Sums, more: _Sums) -> _Sums:
    for task, kinds in more.items():
        mine = held.setdefault(task, {})
        for kind, (activities, fields) in kinds.items():
            counted = mine.setdefault(kind, [0, {}])
            counted[0] += activities
            for name, (filled, total) in fields.items():
                pair = counted[1].setdefault(name, [0, 0])
                pair[0] += filled
                pair[1] += total
    return held


def _without_empty(sums: _Sums) -> _Sums:
    found: _Sums = {}
    for task, kinds in sums.items():
        for kind, (activities, fields) in kinds.items():
            if activities:
                kept = {name: pair for name, pair in fields.items() if pair[0]}
                found.setdefault(task, {})[kind] = [activities, kept]
    return found
