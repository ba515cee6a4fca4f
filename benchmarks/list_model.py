"""The list of activities at a million rows: opening, ordering, jumping, filtering and scrolling, in the real table.

``python -m benchmarks.list_model [--folder FOLDER] [--count COUNT]`` builds the ledger and prints each measure beside its
bound. Rows are written straight into the tables that lists are read from: how they came there is another benchmark's business.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication

from export.exchange.station import Station
from storage.activity_list import ListQuery, Order
from storage.catalogue import keep_catalogue
from storage.connection import transaction
from storage.domain.identifiers import TimeOrderedIdentifiers, system_clock
from storage.folders import Folders
from storage.ledger import Ledger, Role
from storage.search import Filter
from ui.window.activities.choices import Choices, make_choices
from ui.window.activities.list_view import ActivityTable
from ui.window.tasks import TaskRunner

COUNT = 1_000_000
ROUNDS = 7
STEPS = 400
_TEXT = "hội nghị quán triệt kế hoạch tuyên truyền thực hiện nghị quyết lớp tập huấn kỹ năng báo cáo công tác tin bài xã"
_WORDS = tuple(_TEXT.split())
_TASKS = (("II.1.a", "HN_QT"), ("II.1.a", "SH_CD"), ("II.1.b", "TIN_BAI"), ("II.1.c", "VB_BH"), ("II.1.d", "CC_TT"))


@dataclass(frozen=True, slots=True)
class ListMeasure:
    """``milliseconds`` (the median of all rounds, or the 99th percentile) beside the bound."""

    name: str
    milliseconds: float
    bound: float

    @property
    def within(self) -> bool:
        """Whether the bound is kept."""
        return self.milliseconds <= self.bound


def run(folder: Path, *, count: int = COUNT) -> list[ListMeasure]:
    """All measures; the ledger in ``folder`` is made unless it is there."""
    application = QApplication.instance() or QApplication(["list_model"])
    folders = Folders(folder / "profile", folder / "markers")
    if not folders.database.exists():
        _build(folders, count)

    def open_station() -> Station:
        return Station.open(folders, clock=system_clock, identifiers=TimeOrderedIdentifiers(system_clock))

    with open_station() as station:
        choices = make_choices(station.catalogue, station.ledger.office, "vi")
    runner = TaskRunner(open_station)
    try:
        table = ActivityTable(runner.start)
        table.resize(1150, 640)
        table.show()
        return _measures(_Screen(table, choices))
    finally:
        runner.shut_down()
        application.closeAllWindows()  # type: ignore[attr-defined]


class _Screen:
    """The table as somebody sits before it: an act has ended when its rows are drawn."""

    def __init__(self, table: ActivityTable, choices: Choices) -> None:
        self.table, self.model, self.choices = table, table.activities, choices

    def show(self, query: ListQuery) -> float:
        """Until the first rows of a query are drawn; then waits, unmeasured, until all of them can be reached."""
        located = QEventLoop()
        self.model.located.connect(located.quit)
        loaded = QEventLoop()
        self.model.loaded.connect(loaded.quit)
        start = time.perf_counter()
        self.table.show_query(query, self.choices)
        loaded.exec()
        self.table.viewport().repaint()
        taken = time.perf_counter() - start
        if self.model.row_index is None:
            located.exec()
        self.table.executeDelayedItemsLayout()
        self.model.loaded.disconnect(loaded.quit)
        self.model.located.disconnect(located.quit)
        return taken * 1000

    def jump(self, row: int) -> float:
        """Until the rows around ``row`` are drawn."""
        start = time.perf_counter()
        # By index: a scroll bar may not know yet how many rows have just come.
        self.table.scrollTo(self.model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        self.table.viewport().repaint()
        while self.model.activity(row) is None:
            _turn()
        self.table.viewport().repaint()
        return (time.perf_counter() - start) * 1000

    def scroll(self, steps: int, rows: int) -> Iterator[float]:
        """Each step down by ``rows`` rows: until it is drawn, and whatever has come meanwhile has been taken in."""
        bar = self.table.verticalScrollBar()
        for _ in range(steps):
            start = time.perf_counter()
            bar.setValue(bar.value() + rows)
            self.table.viewport().repaint()
            QApplication.sendPostedEvents()
            yield (time.perf_counter() - start) * 1000
            _turn()


def _measures(screen: _Screen) -> list[ListMeasure]:
    everything = ListQuery()
    total = _rows(screen, everything)

    def median(action: Callable[[], float]) -> float:
        return statistics.median(action() for _ in range(ROUNDS))

    def jumps() -> float:
        return statistics.median(screen.jump(int(total * share)) for share in (0.5, 0.1, 0.9, 0.3, 0.7))

    found = [
        ListMeasure("open", median(lambda: screen.show(everything)), 50),
        ListMeasure("sort by date", median(lambda: screen.show(ListQuery(order=Order.OLDEST))), 50),
        ListMeasure("sort by last change", median(lambda: screen.show(ListQuery(order=Order.LAST_CHANGED))), 50),
    ]
    screen.show(everything)
    found.append(ListMeasure("jump", median(jumps), 50))
    for name, wanted in (
        ("filter by task", Filter(task="II.1.c")),
        ("filter by state", Filter(state="withdrawn")),
        ("filter that nothing fits", Filter(task="II.1.c", type="CC_TT")),
        ("search a rare word", Filter(text="lan 4711")),
        ("search a common word", Filter(text="hoi")),
    ):
        found.append(ListMeasure(name, median(lambda wanted=wanted: screen.show(ListQuery(wanted))), 100))  # type: ignore[misc]
    screen.show(everything)
    frames = sorted([*screen.scroll(STEPS, 3), *screen.scroll(STEPS, 500)])
    found.append(ListMeasure("scroll, 99th percentile", frames[len(frames) * 99 // 100], 33))
    return found


def _rows(screen: _Screen, query: ListQuery) -> int:
    screen.show(query)
    return screen.model.rowCount()


def _turn() -> None:
    """One turn of the event loop."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()


def _build(folders: Folders, count: int) -> None:
    identifiers = TimeOrderedIdentifiers(system_clock)
    ledger = Ledger.create(
        folders,
        role=Role.OFFICE,
        organisation="vn.shd.kontum",
        office="UBND-DH",
        public=bytes(range(32)),
        age="age1" + "q" * 58,
        clock=system_clock,
        identifiers=identifiers,
    )
    builtin = Path(__file__).parents[1] / "storage" / "builtin"
    with ledger:
        with ledger.write():
            programme, offices = ((builtin / name).read_bytes() for name in ("programme.json", "offices.json"))
            keep_catalogue(ledger, programme=programme, offices=offices, dates=b"{}")
        with transaction(ledger.db):
            marks = ", ".join("?" * 16)
            ledger.db.conn.executemany(f"INSERT INTO activity VALUES ({marks})", _activities(count))  # noqa: S608
            ledger.db.execute("INSERT INTO activity_search (rowid, text) SELECT id, text FROM activity_shadow")


def _activities(count: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(4711)
    for number in range(1, count + 1):
        task, kind = chance.choice(_TASKS)
        day = f"{2016 + chance.randrange(8)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        state = "final" if number % 50 else "withdrawn"
        title = f"{' '.join(chance.choices(_WORDS, k=9))} lần {number}"
        text = (day, title, "Hội trường", f"{number % 900}/KH-UBND", "")
        yield (number, number.to_bytes(16, "big"), "UBND-DH", state, 1, 1, b"x" * 32, task, kind, *text, '{"so_cuoc":1}', "[]")


def main(arguments: list[str]) -> int:
    """Prints every measure; 1 when a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="keeps the ledger here for the next run; else it is made and thrown away")
    parser.add_argument("--count", type=int, default=COUNT)
    given = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = given.folder or Path(tempfile.mkdtemp(prefix="list-model-"))
    try:
        measures = run(folder, count=given.count)
    finally:
        if given.folder is None:
            shutil.rmtree(folder, ignore_errors=True)
    for measure in measures:
        sign = "ok  " if measure.within else "OVER"
        print(f"{sign} {measure.milliseconds:8.1f} ms  (bound {measure.bound:.0f} ms)  {measure.name}")
    return 0 if all(measure.within for measure in measures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
