"""The centre's daily work with thousands of offices and millions of activities, each measure beside its bound.

    python -m benchmarks.province [--offices N] [--activities M] [--years Y] [--bundles B] [--rows R] [--seconds S]
                                  [--folder FOLDER] [--json]

The ledger is written in bulk (``province_ledger``); what is imported are real bundles of offices that record, seal and were
admitted. The size that the bounds were set for: ``--offices 10000 --activities 5000000 --bundles 1000 --rows 500``.
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.material import Material, record
from benchmarks.province_ledger import LAST_YEAR, Size, fill, set_up
from benchmarks.province_matrix import seconds_to_show
from export.bundle.envelope import PayloadKind
from export.exchange import importing
from export.exchange.enrolment import approve, write_enrolment
from export.exchange.importing import FileOutcome, import_files
from export.exchange.kits import issue_kit
from export.exchange.sealing import make_portion, seal_portions
from export.exchange.setup import set_up_office
from export.exchange.station import Station
from storage.catalogue import Catalogue
from storage.completeness import Organisation
from storage.connection import transaction
from storage.figures import PeriodData, period_data
from storage.follow_up import matrix
from storage.projections.summary import SummaryChange
from storage.spans import span_between, span_report
from storage.summaries import year_report

ROUNDS = 7
SENDERS = 8
_OFFICES = ("UBND-DH", "UBND-NH", "STTTT", "X00001", "X00002", "X00003", "X00004", "X00005")


@dataclass(frozen=True, slots=True)
class Measure:
    """``figure`` in ``unit``, beside the bound or (no bound) beside nothing: then it explains another one.

    ``processor`` is the same by the time that this process was at work, which other work on the PC lengthens less.
    """

    name: str
    figure: float
    unit: str
    bound: float | None = None
    processor: float | None = None

    @property
    def within(self) -> bool:
        """Whether the bound is kept."""
        return self.bound is None or self.figure <= self.bound


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock on the wall, and of this process at work."""

    wall: float
    processor: float

    def measure(self, name: str, unit: str, bound: float | None = None) -> Measure:
        """In ``s`` or ``ms``."""
        factor = 1000 if unit == "ms" else 1
        return Measure(name, self.wall * factor, unit, bound, self.processor * factor)


def run(folder: Path, size: Size, *, bundles: int, rows: int, seconds: float = math.inf) -> Iterator[Measure]:
    """All measures, one after the other; the ledger in ``folder`` is made unless it is there."""
    material = Material(folder)
    if not material.folders("centre").database.exists():
        yield _timed(lambda: _build(material, size)).measure("building this ledger", "s")
    with material.station("centre") as centre:
        yield from _summaries(centre)
        yield from _follow_up(centre)
        offices, taken = seconds_to_show(centre, rounds=ROUNDS)
        shown = _middle([Spent(*one) for one in taken])
        yield shown.measure(f"matrix of {offices} offices in the window, after the query", "ms", 50)
    if bundles:
        yield from _imports(material, bundles, rows, seconds)


def _build(material: Material, size: Size) -> None:
    set_up(material.context("centre"), size)
    with material.station("centre") as centre:
        fill(centre.ledger, centre.catalogue, size)


def _summaries(centre: Station) -> Iterator[Measure]:
    ledger, catalogue = centre.ledger, centre.catalogue
    with transaction(ledger.db):
        yield _timed(ledger.projections.summaries.rebuild).measure("rebuild of the summaries", "s", 15)
        for table in ("figured_period", "figured_office", "figured_group"):
            ledger.db.execute(f"DELETE FROM {table}")  # noqa: S608 - constant names
    first = _timed(lambda: year_report(ledger, catalogue, LAST_YEAR))
    yield first.measure("the year's report, figured for the first time", "s")
    yield _median(lambda: year_report(ledger, catalogue, LAST_YEAR)).measure("the year's report", "s", 0.15)
    just_started = _median(lambda: year_report(ledger, Catalogue(ledger), LAST_YEAR))
    yield just_started.measure("the year's report in a program just started", "s")
    yield from _spans(centre)
    period = catalogue.period(str(LAST_YEAR))
    yield _timed(lambda: period_data(ledger, period)).measure("sums of one period by office, from summaries", "s")
    naive: list[PeriodData] = []
    with _without_summaries(ledger.projections.summaries):
        yield _timed(lambda: naive.append(period_data(ledger, period))).measure("the same from the activities themselves", "s")
    if naive != [period_data(ledger, period)]:
        raise RuntimeError("the summaries differ from the activities")


def _spans(centre: Station) -> Iterator[Measure]:
    """Two years side by side, as reported and as organised now."""
    ledger, catalogue = centre.ledger, centre.catalogue
    span = span_between(catalogue, f"{LAST_YEAR - 1}S1", str(LAST_YEAR))
    yield _timed(lambda: span_report(ledger, catalogue, span)).measure("two years together, figured for the first time", "s")
    yield _median(lambda: span_report(ledger, catalogue, span)).measure("two years together", "s", 0.3)
    now = _timed(lambda: span_report(ledger, catalogue, span, organisation=Organisation.AS_NOW))
    yield now.measure("two years together as organised now", "s", 3)


def _follow_up(centre: Station) -> Iterator[Measure]:
    ledger, catalogue = centre.ledger, centre.catalogue
    for period in catalogue.periods.of_year(LAST_YEAR):
        name = f"matrix of {period.code}"
        first = _timed(lambda: matrix(ledger, Catalogue(ledger), period))  # noqa: B023 - called at once
        yield first.measure(f"{name}, in a program just started", "ms")
        yield _median(lambda: matrix(ledger, catalogue, period)).measure(name, "ms", 50)  # noqa: B023


def _imports(material: Material, bundles: int, rows: int, seconds: float) -> Iterator[Measure]:
    ends = time.monotonic() + seconds
    offices = _OFFICES[: min(SENDERS, bundles)]
    _admit_all(material, offices)
    taken: list[Spent] = []
    extra: list[float] = []
    outcomes: list[FileOutcome] = []
    with material.station("centre") as centre, _stopwatch() as spent:
        centre.unlock()
        year_report(centre.ledger, centre.catalogue, 2020)  # of the activities in the bundles: a figured period to keep
        for path in _sealed(material, offices, bundles, rows):
            if time.monotonic() > ends:
                break
            spent.clear()
            taken.append(_timed(lambda path=path: outcomes.extend(import_files(centre, [path]))))  # type: ignore[misc]
            if outcomes[-1].refused:
                raise RuntimeError(f"the benchmark's own bundle was refused: {outcomes[-1]}")
            extra.append(sum(spent) * 1000)
    yield _middle(taken).measure(f"import of a bundle of {rows}", "ms")
    yield Measure("  of that for the summaries", statistics.median(extra), "ms", 30)
    yield Measure("  of that for the summaries, the slowest", max(extra), "ms")
    part = max(1, min(100, len(taken) // 2))
    wall, processor = (
        statistics.mean(times[-part:]) / statistics.mean(times[:part])
        for times in ([one.wall for one in taken], [one.processor for one in taken])
    )
    yield Measure(f"last {part} of {len(taken)} bundles against the first {part}", wall, "x", 1.2, processor)


def _admit_all(material: Material, offices: Sequence[str]) -> None:
    """Once for a folder: with fewer bundles than senders there are fewer offices, so a kept folder should keep its numbers."""
    if (material.base / "kit.shd").exists():
        return
    with material.station("centre") as centre:
        issue_kit(centre, material.base / "kit.shd")
    for office in offices:
        _admit(material, office)


def _sealed(material: Material, offices: Sequence[str], bundles: int, rows: int) -> Iterator[Path]:
    """Bundles of some admitted offices in turn, each with the next ``rows`` entries of its feed; made when they are wanted."""
    folder = material.base / "bundles"
    folder.mkdir(exist_ok=True)
    with ExitStack() as stack:
        stations = [stack.enter_context(material.station(office)) for office in offices]
        for station in stations:
            station.unlock()
        for place in range(bundles):
            path = folder / f"{place:05}.shd"
            if not path.exists():
                number, sender = divmod(place, len(offices))
                station = stations[sender]
                if station.ledger.journal.head(station.ledger.journal.own_feed())[0] < (number + 1) * rows:
                    record(station, rows, seed=place)
                _seal_range(station, path, number * rows + 1, rows)
            yield path


def _admit(material: Material, office: str) -> None:
    voice = set_up_office(material.context(office), kit=material.base / "kit.shd", office=office).voice
    request = material.base / f"enrol-{office}.shd"
    with material.station(office) as station:
        write_enrolment(station, request)
    with material.station("centre") as centre:
        approve(centre, request, voice)


def _seal_range(station: Station, path: Path, first: int, rows: int) -> None:
    journal = station.ledger.journal
    feed = journal.own_feed()
    portion = make_portion(station.ledger, feed, first, first + rows - 1, *journal.head(feed))
    seal_portions(
        station,
        path,
        kind=PayloadKind.BUNDLE,
        office=station.ledger.office,
        to=station.centre,
        recipients=station.centre_recipients,
        signer=station.signer,
        portions=[portion],
        blobs=[],
        bundle=station.ledger.identifiers.random(16),
    )


@contextmanager
def _stopwatch() -> Iterator[list[float]]:
    """The seconds spent on summaries, by watching the three calls through which they are kept."""
    spent: list[float] = []
    places: list[tuple[Any, str]] = [(SummaryChange, "add"), (SummaryChange, "write"), (importing, "refresh")]
    kept = [getattr(owner, name) for owner, name in places]

    def watched(call: Callable[..., object]) -> Callable[..., object]:
        def measured(*given: object, **named: object) -> object:
            begun = time.perf_counter()
            try:
                return call(*given, **named)
            finally:
                spent.append(time.perf_counter() - begun)

        return measured

    for (owner, name), call in zip(places, kept, strict=True):
        setattr(owner, name, watched(call))
    try:
        yield spent
    finally:
        for (owner, name), call in zip(places, kept, strict=True):
            setattr(owner, name, call)


@contextmanager
def _without_summaries(summaries: Any) -> Iterator[None]:
    summaries.slices_of = lambda _: None
    try:
        yield
    finally:
        del summaries.slices_of


def _timed(action: Callable[[], object]) -> Spent:
    wall, processor = time.perf_counter(), time.process_time()
    action()
    return Spent(time.perf_counter() - wall, time.process_time() - processor)


def _median(action: Callable[[], object]) -> Spent:
    return _middle([_timed(action) for _ in range(ROUNDS)])


def _middle(times: list[Spent]) -> Spent:
    return Spent(statistics.median(one.wall for one in times), statistics.median(one.processor for one in times))


def main(arguments: list[str]) -> int:
    """Prints every measure as it comes; 1 when a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, value, text in (
        ("--offices", 1_000, "offices in the register"),
        ("--activities", 200_000, "activities in the ledger"),
        ("--years", 5, "years over which they lie"),
        ("--bundles", 24, "bundles to import; 0 for none"),
        ("--rows", 500, "entries in each bundle"),
    ):
        parser.add_argument(name, type=int, default=value, help=f"{text} (default {value})")
    parser.add_argument(
        "--seconds",
        type=float,
        default=math.inf,
        help="no bundle is taken up when so many have gone by (default: all are taken)",
    )
    parser.add_argument("--folder", type=Path, help="keeps everything here; else it is made and thrown away")
    parser.add_argument("--json", action="store_true", help="prints JSON instead of a table")
    given = parser.parse_args(arguments)
    folder = given.folder or Path(tempfile.mkdtemp(prefix="province-"))
    folder.mkdir(parents=True, exist_ok=True)
    measures = []
    try:
        size = Size(given.offices, given.activities, given.years)
        for measure in run(folder, size, bundles=given.bundles, rows=given.rows, seconds=given.seconds):
            measures.append(measure)
            if not given.json:
                print(_line(measure), flush=True)
    finally:
        if given.folder is None:
            shutil.rmtree(folder, ignore_errors=True)
    if given.json:
        print(json.dumps([_object(measure) for measure in measures], indent=2))
    return 0 if all(measure.within for measure in measures) else 1


def _line(measure: Measure) -> str:
    sign = "    " if measure.bound is None else "ok  " if measure.within else "OVER"
    bound = "" if measure.bound is None else f"  (bound {measure.bound:g} {measure.unit})"
    at_work = "" if measure.processor is None else f"{measure.processor:.3f} at work"
    return f"{sign} {measure.figure:10.3f} {measure.unit:<2} {at_work:>18}  {measure.name}{bound}"


def _object(measure: Measure) -> dict[str, object]:
    return asdict(measure) | {"within": measure.within}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
