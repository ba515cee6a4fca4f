"""Guarantee G3 as a property: any set of bundles, in any order, any number of times, gives one result.

Histories are real: three installations of two offices record, amend, withdraw, contradict one another, close periods, and are
cloned with their keys; what they hand over are arbitrary ranges with gaps and overlaps.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from export.exchange.undo import undo_import
from storage.closing import is_closed, reopen_period
from storage.journal.entries import Activity, Put, Withdrawn
from tests.end_to_end.adversity.province import DAY, OFFICE_A, OFFICE_B, PERIOD, Pc, Province

ACTIONS = (
    *("record", "record", "amend", "withdraw", "rival", "close", "clone", "erase"),
    *("hand over", "hand over", "hand over", "hand over all"),
)
Step = tuple[str, int, int, int]
State = tuple[str, dict[bytes, tuple[int, int | None, tuple[tuple[int, int], ...], int]]]

steps = st.lists(
    st.tuples(st.sampled_from(ACTIONS), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), min_size=6, max_size=22
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("province")
    Province.build(root)
    return root


@pytest.fixture(scope="module")
def scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@dataclass
class History:
    """What the offices did, and the bundles that came of it."""

    province: Province
    pcs: list[Pc]
    records: dict[str, list[str]] = field(default_factory=lambda: {OFFICE_A: [], OFFICE_B: []})
    bundles: list[Path] = field(default_factory=list)
    sent: dict[str, set[bytes]] = field(default_factory=lambda: {OFFICE_A: set(), OFFICE_B: set()})
    erased: bool = False

    def act(self, number: int, step: Step) -> None:
        action, who, low, high = step
        pc = self.pcs[who % len(self.pcs)]
        mine = self.records[pc.ledger.office]
        if action == "record":
            mine += pc.record(f"việc {number}")
        elif action in {"amend", "withdraw"} and mine:
            self._change(pc, mine[low % len(mine)], action, number)
        elif action == "rival" and mine:
            self._contradict(pc, mine[low % len(mine)], number, low)
        elif action == "close":
            if is_closed(pc.ledger, pc.ledger.office, PERIOD):
                reopen_period(pc.ledger, pc.station.catalogue, PERIOD, f"lần {number}")
            else:
                pc.close_period()
        elif action == "clone" and len(self.pcs) < 5:
            self.pcs.append(pc.clone(f"twin-{number}"))
        elif action == "erase":
            self._erase(pc, low)
        elif action == "hand over":
            length = pc.ledger.journal.head(pc.ledger.journal.own_feed())[0]
            first = 1 + low % length
            self.hand_over(pc, first, first + high % (length - first + 1), number)
        elif action == "hand over all":
            self.hand_over(pc, 1, pc.ledger.journal.head(pc.ledger.journal.own_feed())[0], number)

    def hand_over(self, pc: Pc, first: int, last: int, number: int) -> None:
        self.bundles.append(pc.seal_range(self.province.root / f"bundle-{number}-{len(self.bundles)}.shd", first, last))
        feed = pc.ledger.journal.own_feed()
        self.sent[pc.ledger.office] |= {link for _, link, _ in pc.ledger.journal.lines(feed, first, last)}

    def _change(self, pc: Pc, uid: str, action: str, number: int) -> None:
        row = pc.ledger.db.execute("SELECT state FROM activity WHERE uid = ?", [bytes.fromhex(uid)]).fetchone()
        if row is None:
            return  # another PC's record, not known here
        if action == "amend":
            pc.amend(uid, f"sửa {number}")
        elif row[0] == "final":
            pc.recorder.withdraw(uid, "nhầm")

    def _erase(self, pc: Pc, number: int) -> None:
        """Drops the text of an entry by order at one PC: its later bundles carry the digest alone, earlier ones the text."""
        feed = pc.ledger.journal.own_feed()
        rows = pc.ledger.db.execute(
            "SELECT seq FROM node WHERE feed_id = ? AND uid IS NOT NULL AND line IS NOT NULL ORDER BY seq", [feed.id]
        ).fetchall()
        if rows:
            with pc.ledger.write():
                uid = pc.ledger.journal.erase(feed, rows[number % len(rows)][0])
                assert uid is not None
                pc.ledger.projections.refresh(feed, {uid})
            self.erased = True

    def _contradict(self, pc: Pc, uid: str, number: int, rev: int) -> None:
        """An edit of a record whose present state this PC does not know; its bases may come later, or never."""
        links = sorted(link.hex() for link in self.sent[pc.ledger.office])
        base = [links[(number + rev) % len(links)]] if links and rev % 2 else []
        now = pc.ledger.now()
        if rev % 3:
            body = Activity(task="II.1.a", type="HN_QT", date=DAY, title=f"khác {number}", values={"so_cuoc": rev})
            pc.ledger.append(Put(uid=uid, rev=1 + rev, at=now, body=body, base=base))
        else:
            pc.ledger.append(Withdrawn(uid=uid, rev=1 + rev, at=now, why="nhầm", base=base))


def state_of(centre: Pc) -> State:
    """What a centre shows, and what it could confirm, misses and has been told of each feed."""
    feeds = {}
    for office in (OFFICE_A, OFFICE_B):
        for feed in centre.ledger.journal.feeds(office):
            journal = centre.ledger.journal
            feeds[feed.feed] = (journal.acknowledgeable(feed), feed.fork_at, tuple(journal.gaps(feed)), journal.claimed(feed))
    return centre.digest, feeds


def take_and_watch(centre: Pc, bundle: Path) -> None:
    """Imports one bundle; confirmation only grows, unless two histories came to light."""
    before = state_of(centre)[1]
    (outcome,) = centre.take(bundle)
    assert not outcome.refused, outcome
    for feed, (confirmable, fork, gaps, claimed) in state_of(centre)[1].items():
        earlier, earlier_fork, _, earlier_claimed = before.get(feed, (0, None, (), 0))
        assert confirmable >= earlier or fork != earlier_fork
        assert 0 <= confirmable <= claimed
        assert claimed >= earlier_claimed
        assert all(low <= high <= claimed for low, high in gaps)


def taken_in(province: Province, name: str, bundles: list[Path]) -> Pc:
    centre = province.centre.clone(name)
    for bundle in bundles:
        take_and_watch(centre, bundle)
    return centre


WHOLE_BEFORE_ERASED: list[Step] = [
    ("record", 0, 0, 0),
    ("record", 0, 0, 0),
    ("erase", 0, 0, 0),
    ("hand over", 0, 0, 0),
    ("hand over", 0, 0, 0),
    ("hand over", 0, 0, 0),
    ("hand over", 0, 2, 0),
    ("erase", 0, 0, 0),
    ("hand over all", 0, 0, 0),
]
"""A waiting entry with its text, linked by a bundle that carries its erased copy."""


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(steps=steps, seed=st.integers(0, 1 << 32))
@example(steps=WHOLE_BEFORE_ERASED, seed=3)
def test_any_order_any_number_of_times_one_result(built: Path, scratch: Path, steps: list[Step], seed: int) -> None:
    root = Path(tempfile.mkdtemp(dir=scratch)) / "p"
    shutil.copytree(built, root)
    province = Province.at(root)
    history = History(province, [province.a, province.second, province.b])
    try:
        for number, step in enumerate(steps):
            province.clock.advance(seconds=1)
            history.act(number, step)
        check_convergence(history, random.Random(seed))
    finally:
        for pc in [province.centre, *history.pcs]:
            pc.close()
        shutil.rmtree(root.parent)


def check_convergence(history: History, order: random.Random) -> None:
    states = []
    for attempt in range(3):
        bundles = history.bundles * 2
        order.shuffle(bundles)
        centre = taken_in(history.province, f"centre-{attempt}", bundles)
        states.append(state_of(centre))
        for office, links in history.sent.items():
            assert centre.links(office) == links
        assert centre.is_sound()
        if attempt == 0:
            check_rebuild(centre)
            # An undo drops what an import brought first; a text that another bundle filled in comes again only with that one.
            if not history.erased:
                check_undo(centre, history.bundles, order)
        centre.close()
        shutil.rmtree(centre.folders.data)
    assert states[1:] == states[:1] * 2


def check_rebuild(centre: Pc) -> None:
    reached = state_of(centre)
    with centre.ledger.write():
        centre.ledger.projections.rebuild()
    assert state_of(centre) == reached


def check_undo(centre: Pc, bundles: list[Path], order: random.Random) -> None:
    reached = state_of(centre)
    imports = centre.ledger.db.execute("SELECT id, file FROM import WHERE undone = ''").fetchall()
    if not imports:
        return
    chosen, file = order.choice(imports)
    undo_import(centre.ledger, centre.station.catalogue, chosen)
    assert centre.is_sound()
    check_rebuild(centre)
    (again,) = [bundle for bundle in bundles if bundle.name == file]
    centre.take(again)
    assert state_of(centre) == reached
