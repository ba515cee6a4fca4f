"""Summaries: how many activities an office has in each slice of time, and the sums of their count fields.

A slice lies between two days on which a period begins or ends, so every period is a run of whole slices, whichever of them
overlap. A summary changes in the transaction that changes the activities; ``rebuild`` makes the same from the table of
activities. What an indicator is, and who belongs to which group, is not known here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

import msgspec

from storage.catalogue import DATES, PROGRAMME
from storage.database import Database
from storage.domain.errors import LedgerError
from storage.domain.periods import Period
from storage.garbage import no_collections
from storage.journal.entries import Activity
from storage.projections.slices import BEFORE_ALL, END, boundaries, joined, spans

Content = dict[str, dict[str, tuple[int, dict[str, tuple[int, int]]]]]
"""Task → activity type → (activities, count field → (activities that fill it in, sum))."""
_Sums = dict[str, dict[str, list[Any]]]
"""As ``Content``, while it is being added to."""
_Cells = dict[tuple[str, str], list[str]]
"""(task, activity type) → the values of each activity, as JSON."""
_Values = Mapping[tuple[str, str], list[dict[str, int]]]
"""As ``_Cells``, read."""

_ONE_DAY = timedelta(days=1)
_KEPT_IN_MEMORY = 10_000
"""So many sums of an office and slice are gathered before they are written: some forty megabytes."""

_PORTION = 1_000

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode_sums: Callable[[str], _Sums] = msgspec.json.Decoder(dict[str, dict[str, list[Any]]]).decode
_decode_content: Callable[[str], Content] = msgspec.json.Decoder(Content).decode
_decode_many: Callable[[str], list[dict[str, int]]] = msgspec.json.Decoder(list[dict[str, int]]).decode


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
            before, after = set(spans(present)), set(spans(wanted))
            self._cut(wanted)
            self._connection.executemany("DELETE FROM summary WHERE slice = ?", [(first,) for first, _ in before - after])
            for first, end in joined(after - before):
                self._sum_up(first, end)

    def rebuild(self) -> None:
        """Cuts the slices as the settings ask for, and sums up all activities anew."""
        self._cut(self._wanted())
        self._connection.execute("DELETE FROM summary")
        self._sum_up(BEFORE_ALL, END)

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
        whole = (first, end) == (BEFORE_ALL, END)
        condition, days = ("", []) if whole else ("AND date >= ? AND date < ?", [first, end])
        rows = self._connection.execute(
            f"SELECT office, date, task, type, \"values\" FROM activity WHERE state = 'final' {condition}",  # noqa: S608
            days,
        )
        change = self.change()
        days = [row[0] for row in self._connection.execute("SELECT first_day FROM slice ORDER BY first_day")]
        written: set[tuple[str, str]] = set()
        with no_collections():
            for gathered in _gathered(rows, days):
                sums = {key: _summed(_decoded(cells)) for key, cells in gathered.items()}
                change.write_first(sums, written)


class SummaryChange:
    """Additions and subtractions that are not written yet; lost, as they should be, when the transaction is taken back."""

    def __init__(self, connection: Any, *, kept: bool) -> None:
        self._connection = connection
        self._kept = kept
        self._sums: dict[tuple[str, str], _Sums] = {}
        self._offices: set[str] = set()
        self._slices: dict[str, str] = {}

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

    def add_new(self, office: str, activities: Sequence[Activity]) -> None:
        """As ``add`` for many activities of one office at once: an import brings thousands."""
        slices = self._slices
        places = defaultdict[str, defaultdict[tuple[str, str], list[dict[str, int]]]](lambda: defaultdict(list))
        for activity in activities:
            day = activity.date
            first = slices.get(day)
            if first is None:
                first = self._slice_of(day)
            places[first][activity.task, activity.type].append(activity.values)
        for first, cells in places.items():
            held = self._sums.setdefault((first, office), {})
            _added(held, _summed(cells))

    def write(self) -> None:
        """Writes what was gathered, and forgets it."""
        if self._kept:
            for (first, office), sums in self._sums.items():
                self._write_one(first, office, sums)
        self._connection.executemany(
            "INSERT INTO stale VALUES (?) ON CONFLICT DO NOTHING", [(office,) for office in sorted(self._offices)]
        )
        self.forget()

    def write_first(self, sums: dict[tuple[str, str], _Sums], written: set[tuple[str, str]]) -> None:
        """Writes sums where only what is in ``written`` can be there already, and nothing was subtracted."""
        new = sorted(sums.keys() - written)
        self._connection.executemany(
            "INSERT INTO summary VALUES (?, ?, ?)", [(*key, _encode(sums.pop(key)).decode()) for key in new]
        )
        written.update(new)
        self._sums = sums
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


def _gathered(rows: Any, days: list[str]) -> Iterator[dict[tuple[str, str], _Cells]]:
    """The values of activities by (slice, office), in portions; rows of an office that follow one another cost least."""
    gathered: dict[tuple[str, str], _Cells] = {}
    last, first, end = "", END, BEFORE_ALL
    cells: _Cells = {}
    while portion := rows.fetchmany(_PORTION):
        if len(gathered) > _KEPT_IN_MEMORY:
            yield gathered
            gathered, last = {}, ""
        for office, day, task, kind, values in portion:
            if office != last or not first <= day < end:
                place = bisect_right(days, day)
                last, first, end = office, days[place - 1], days[place] if place < len(days) else END
                cells = gathered.setdefault((first, office), {})
            cell = cells.get((task, kind))
            if cell is None:
                cells[task, kind] = [values]
            else:
                cell.append(values)
    yield gathered


def _decoded(cells: _Cells) -> _Values:
    return {pair: _decode_many(f"[{','.join(cell)}]") for pair, cell in cells.items()}


def _summed(cells: _Values) -> _Sums:
    sums: _Sums = {}
    for (task, kind), cell in cells.items():
        fields: dict[str, list[int]] = {}
        for values in cell:
            for name, value in values.items():
                pair = fields.get(name)
                if pair is None:
                    fields[name] = [1, value]
                else:
                    pair[0] += 1
                    pair[1] += value
        sums.setdefault(task, {})[kind] = [len(cell), fields]
    return sums


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
