"""Sealing, importing and importing again, beside the bare work that no program could avoid on the same bytes.

The floor of an import is ``executemany`` with the very rows that the import wrote, into a new ledger with the same tables and
indexes, full-text index included. The floor of sealing is DEFLATE level 6 and SHA-256 of the same journal lines.
"""

from __future__ import annotations

import gc
import hashlib
import shutil
import statistics
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.material import Material, make_material, record
from export.exchange.importing import find_bundles, import_files
from export.exchange.sealing import pending, seal
from storage.connection import create_ledger, transaction

ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Measure:
    """``seconds`` beside ``floor``; ``bound`` is the budget for ``ratio``, reached from below or (``at_least``) from above."""

    name: str
    seconds: float
    floor: float
    bound: float
    at_least: bool = False
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times the floor; for rates, the share of the floor's rate that is reached."""
        return self.floor / self.seconds if self.at_least else self.seconds / self.floor

    @property
    def within(self) -> bool:
        """Whether the budget is kept."""
        return self.ratio >= self.bound if self.at_least else self.ratio <= self.bound


def run(base: Path, *, count: int = 5_000, rounds: int = ROUNDS) -> list[Measure]:
    """All measures of the exchange, with ``count`` activities; leaves nothing behind in ``base``."""
    folder = base / "exchange"
    try:
        material = make_material(folder)
        with material.station("office") as office:
            record(office, count, seed=1)
        measures = [_sealing(material, rounds)]
        measures += _importing(material, rounds)
        return measures
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sealing(material: Material, rounds: int) -> Measure:
    with material.station("office") as office:
        lines = b"\n".join(line for portion in pending(office.ledger) for line in portion.lines) + b"\n"
        office.unlock()
        ours, floor = [], []
        for number in range(rounds):
            floor.append(_timed(lambda: (zlib.compress(lines, 6), hashlib.sha256(lines).digest())))
            target = material.base / f"sealed-{number}"
            ours.append(_timed(lambda: seal(office, target, everything=True)))  # noqa: B023 - called at once
    return Measure("seal", statistics.median(ours), statistics.median(floor), 1.5, note=f"{len(lines)} bytes of lines")


def _importing(material: Material, rounds: int) -> list[Measure]:
    bundle = find_bundles([material.base / "sealed-0"])
    ours, floor, again = [], [], []
    for number in range(rounds):
        name = f"centre-{number}"
        shutil.copytree(material.folders("centre").data, material.folders(name).data)
        shutil.copytree(material.folders("centre").markers, material.folders(name).markers)
        with material.station(name) as centre:
            centre.unlock()
            ours.append(_timed(lambda: import_files(centre, bundle)))
            again.append(_timed(lambda: import_files(centre, bundle)))
            floor.append(_floor(material.base / f"floor-{number}.db", centre.ledger.db.conn))
        shutil.rmtree(material.folders(name).data)
    write = statistics.median(floor)
    return [
        Measure("import", statistics.median(ours), write, 0.70, at_least=True),
        Measure("import again", statistics.median(again), 0.025, 1.0, note="floor: 25 ms per 5,000 known entries"),
    ]


def _floor(path: Path, imported: object) -> float:
    """The bare writing of the same rows, feeds included so that foreign keys hold."""
    query = imported.execute  # type: ignore[attr-defined]
    tables = {name: query(f'SELECT * FROM "{name}"').fetchall() for name in ("feed", "node", "activity")}  # noqa: S608
    db = create_ledger(path)
    try:
        for row in tables["feed"]:
            db.conn.execute("INSERT INTO feed VALUES (?, ?, ?, ?, ?, ?, ?)", row)

        def write() -> None:
            with transaction(db):
                db.conn.executemany(
                    "INSERT INTO node VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    " ON CONFLICT (feed_id, seq, link) DO UPDATE SET state = excluded.state",
                    tables["node"],
                )
                marks = ", ".join("?" * 16)
                db.conn.executemany(
                    f"INSERT INTO activity VALUES ({marks})"  # noqa: S608
                    " ON CONFLICT (uid, office) DO UPDATE SET link = excluded.link",
                    tables["activity"],
                )
                db.conn.execute("INSERT INTO activity_search (rowid, text) SELECT id, text FROM activity_shadow")

        return _timed(write)
    finally:
        db.close()


def _timed(action: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        action()
        return time.perf_counter() - start
    finally:
        gc.enable()
