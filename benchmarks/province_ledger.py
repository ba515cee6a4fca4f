"""A centre's ledger as after years with thousands of offices, in bulk: rows as the projections write them, no real chains.

Every office sends two bundles a year, so its rows lie together as imports leave them. Some offices come late, some not at all.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b

import msgspec

from export.exchange.setup import SetupContext, set_up_centre
from storage.builtin import builtin_offices
from storage.catalogue import Catalogue
from storage.connection import transaction
from storage.domain.office_file import offices_bytes
from storage.domain.offices import Office, OfficeRegister
from storage.domain.periods import Period
from storage.domain.programme import IndicatorSource, Programme, Task
from storage.ledger import Ledger
from storage.projections.apply import INSERT_ACTIVITY

LAST_YEAR = 2024
_TYPES = ("ubnd_cap_xa", "so", "hoi", "doan_the_ctxh", "ubnd_cap_huyen")
_TEXT = "hội nghị quán triệt kế hoạch tuyên truyền thực hiện nghị quyết lớp tập huấn kỹ năng báo cáo công tác tin bài xã"
_PORTION = 100_000
_INSERT_NODE = "INSERT INTO node VALUES (?, ?, ?, ?, 1, ?, ?, NULL, NULL)"


@dataclass(frozen=True, slots=True)
class Size:
    """How large the ledger is to be."""

    offices: int
    activities: int
    years: int


def make_register(offices: int) -> OfficeRegister:
    """The built-in register, filled up with offices made for this."""
    register = builtin_offices()
    more = [
        Office(
            code=f"X{number:05d}",
            name_vi=f"Cơ quan {number}",
            name_en=f"Office {number}",
            type=_TYPES[number % len(_TYPES)],
            groups=("G_ALL",),
        )
        for number in range(1, max(0, offices - len(register.offices)) + 1)
    ]
    return msgspec.structs.replace(register, offices=(*register.offices, *more))


def set_up(context: SetupContext, size: Size) -> None:
    """A new centre with that many offices and nothing in its journal."""
    set_up_centre(context, offices=offices_bytes(make_register(size.offices)))


def fill(ledger: Ledger, catalogue: Catalogue, size: Size) -> None:
    """Writes the rows; summaries are not made."""
    filling = _Filling(catalogue, size)
    connection = ledger.db.conn
    with transaction(ledger.db):
        connection.executemany("INSERT INTO feed (id, feed, office, public) VALUES (?, ?, ?, ?)", filling.feeds())
    rows: list[tuple[object, ...]] = []
    nodes: list[tuple[object, ...]] = []

    def write() -> None:
        with transaction(ledger.db):
            connection.executemany(INSERT_ACTIVITY, rows)
            connection.executemany(_INSERT_NODE, nodes)
        rows.clear()
        nodes.clear()

    for row, node in filling.activities():
        rows.append(row)
        nodes.append(node)
        if len(rows) >= _PORTION:
            write()
    write()
    with transaction(ledger.db):
        for table, columns in (("answer", 10), ("closing", 12), ("arrival", 4), ("review", 8), ("standing", 3)):
            marks = ", ".join("?" * columns)
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", getattr(filling, table)())  # noqa: S608
    with transaction(ledger.db):
        ledger.db.execute("INSERT INTO activity_search (rowid, text) SELECT id, text FROM activity_shadow")


class _Filling:
    """The rows of every table, the same for the same size."""

    def __init__(self, catalogue: Catalogue, size: Size) -> None:
        self._chance = random.Random(4711)
        self._offices = [office.code for office in catalogue.register.offices][: size.offices]
        self._years = range(LAST_YEAR - size.years + 1, LAST_YEAR + 1)
        self._periods = [period for year in self._years for period in catalogue.periods.of_year(year)]
        self._a_half = max(1, size.activities // (2 * size.years * size.offices))
        self._count = size.activities
        self._tasks = {code: self._of_office(catalogue, code) for code in self._offices}
        self._programme: Programme = catalogue.programme

    def feeds(self) -> Iterator[tuple[object, ...]]:
        for number, office in enumerate(self._offices, _FIRST_FEED):
            yield number, _digest("feed", number)[:16], office, _digest("key", number)

    def activities(self) -> Iterator[tuple[tuple[object, ...], tuple[object, ...]]]:
        """(activity, node), an office's half-year after the other's."""
        identifier = 0
        chance, text = self._chance, [" ".join(self._chance.choices(_TEXT.split(), k=12)) for _ in range(500)]
        for half, first in enumerate(first for year in self._years for first in (date(year - 1, 12, 1), date(year, 6, 15))):
            days = [(first + timedelta(days=number)).isoformat() for number in range(165)]
            for number, office in enumerate(self._offices, _FIRST_FEED):
                choices = self._tasks[office]
                for place in range(self._a_half):
                    identifier += 1
                    if identifier > self._count:
                        return
                    task, kind, fields = choices[chance.randrange(len(choices))]
                    values = "{" + ",".join(f'"{name}":{chance.randrange(1, 200)}' for name in fields) + "}"
                    uid, link = identifier.to_bytes(16, "big"), _digest("link", identifier)
                    title = f"{text[identifier % 500]} lần {identifier}"
                    state = "withdrawn" if identifier % 50 == 0 else "final"
                    shown = (task, kind, days[chance.randrange(165)], title, "Hội trường", f"{place}/KH", text[place % 500])
                    seq = half * self._a_half + place + 1
                    line = f'{{"op":"put","body":{{"title":"{title}","note":"{shown[-1]}","values":{values}}}}}'.encode()
                    yield (
                        (identifier, uid, office, state, 1, 1, link, *shown, values, "[]"),
                        (number, seq, link, link, uid, line),
                    )

    def answer(self) -> Iterator[tuple[object, ...]]:
        asked = [
            indicator.id
            for task in self._programme.tasks
            for indicator in task.indicators
            if indicator.source is IndicatorSource.STATED
        ][:6]
        number = 0
        for period, office, _ in self._reported():
            for item in asked:
                number += 1
                state = ("yes", "no", "none", "number")[number % 4]
                yield (number.to_bytes(16, "big"), office, period.code, item, 1, 1, b"a" * 32, state, number % 9, "")

    def closing(self) -> Iterator[tuple[object, ...]]:
        for period, office, feed in self._reported():
            at = f"{period.last_day.isoformat()}T08:00:00+00:00"
            yield office, period.code, 1, _digest("c", feed), feed, 1, "close", at, 9, _digest("root", feed), "{}", ""

    def arrival(self) -> Iterator[tuple[object, ...]]:
        for period, office, feed in self._reported():
            day = period.last_on_time if feed % 9 else period.due_before
            yield office, period.code, _digest("root", feed), f"{day.isoformat()}T09:00:00+00:00"

    def review(self) -> Iterator[tuple[object, ...]]:
        for number, (period, office, feed) in enumerate(self._reported()):
            if feed % 2:
                yield office, period.code, 1, _digest("root", feed), number, "accepted", "2024-12-01T08:00:00+00:00", "[]"

    def standing(self) -> Iterator[tuple[object, ...]]:
        for number, _ in enumerate(self._offices, _FIRST_FEED):
            yield number, self._a_half * 2 * len(self._years), 0

    def _reported(self) -> Iterator[tuple[Period, str, int]]:
        """Nine of ten offices, for every period."""
        for period in self._periods:
            for number, office in enumerate(self._offices, _FIRST_FEED):
                if number % 10:
                    yield period, office, number

    def _of_office(self, catalogue: Catalogue, office: str) -> list[tuple[str, str, tuple[str, ...]]]:
        """What the office may record: about ten pairs of task and activity type."""
        codes = catalogue.task_codes(office, date(LAST_YEAR, 6, 1))
        tasks: list[Task] = [task for task in catalogue.programme.tasks if task.code in codes] or [catalogue.programme.tasks[0]]
        pairs = [(task.code, kind) for task in tasks for kind in task.activity_types]
        chosen = pairs if len(pairs) <= _PAIRS else random.Random(office).sample(pairs, _PAIRS)
        return [(task, kind, catalogue.programme.activity_type(kind).count_fields) for task, kind in chosen]


_FIRST_FEED = 1_000
"""Numbers below are left to the centre's own feed."""
_PAIRS = 10


def _digest(name: str, number: int) -> bytes:
    return blake2b(f"{name}{number}".encode(), digest_size=32).digest()
