"""Random histories of several offices at a centre, and what their figures must be by the plainest reckoning."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from export.exchange.undo import undo_import
from storage.builtin import builtin_offices
from storage.catalogue import Catalogue, CentreDates, dates_bytes, keep_catalogue
from storage.domain.errors import LedgerError
from storage.domain.office_file import offices_bytes
from storage.domain.offices import Confidence, Succession, SuccessionKind
from storage.domain.periods import Period
from storage.figures import PeriodData, StatedAnswer
from storage.journal.chain import ZERO_LINK, links_of
from storage.journal.entries import Activity, Answer, Closed, Opened, PeriodReport, Put, Withdrawn, decode
from storage.journal.store import Feed
from storage.ledger import Ledger, Role
from storage.reviewing import conflict, decide_conflict
from storage.summaries import refresh
from tests.unit.storage.ledger_examples import AT, PUBLIC, Pc, builtin, uid_of
from tests.unit.storage.projections.test_apply import Writer

OFFICES = ("UBND-DH", "UBND-DH", "STTTT", "CAT", "SGDDT")
"""The first two are two PCs of one office."""
PERIODS = ("2020S1", "2020", "2021S1", "2021")
DAYS = ("2018-01-01", "2019-11-30", "2019-12-01", "2020-06-13", "2020-06-14", "2020-06-15", "2020-07-01", "2020-11-30")
LATER_DAYS = ("2020-12-01", "2020-12-20", "2021-02-03", "2199-01-01")
KINDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("II.1.a", "HN_QT", ("so_cuoc", "luot_nguoi_du")),
    ("II.1.a", "VB_BH", ("so_van_ban",)),
    ("II.1.c", "HN_QT", ("so_cuoc",)),
    ("II.3.e", "ATTT", ("so_he_thong_da_phe_duyet_cap_do", "so_he_thong")),
    ("II.3.g", "TTHC", ("tiep_nhan", "dung_han", "qua_han")),
    ("II.6", "KN_SO", ("so_hoat_dong",)),
)
ITEMS = ("II.1.a-1", "II.1.a-5", "II.1.b-3", "II.3.e-3", "II.3.g-2", "II.3.g-3", "III.1.a-1", "UU_DIEM")
STATES = ("number", "none", "yes", "no", "text")
CUTOFFS: tuple[dict[str, str], ...] = ({}, {"2020S1": "2020-05-31"}, {"2020": "2020-11-20", "2020S1": "2020-06-10"})
Step = tuple[str, int, int, int]
ACTIONS = (
    *("record", "record", "record", "amend", "amend", "withdraw", "rival", "answer", "close"),
    *("hand over", "hand over", "hand over", "undo", "revoke", "erase", "decide", "dates", "merge", "report"),
)


@dataclass
class World:
    """A centre's ledger and the feeds of its offices; what was written is taken in by ``hand over`` and at the end."""

    ledger: Ledger
    writers: list[Writer]
    taken: dict[int, int] = field(default_factory=dict)
    records: dict[str, list[tuple[str, bytes, int]]] = field(default_factory=dict)
    written: int = 0
    _catalogue: Catalogue | None = None

    @classmethod
    def make(cls, root: Path) -> World:
        writers = [Writer(number, office=office) for number, office in enumerate(OFFICES)]
        return cls(Pc(root).create(office="STTTT", role=Role.CENTRE), writers)

    @property
    def catalogue(self) -> Catalogue:
        """Parsed again only after the centre changed something."""
        if self._catalogue is None:
            self._catalogue = Catalogue(self.ledger)
        return self._catalogue

    def act(self, step: Step) -> None:
        action, who, low, high = step
        place = who % len(self.writers)
        getattr(self, f"_{action.replace(' ', '_')}")(place, low, high)

    # What offices do

    def _record(self, place: int, low: int, high: int) -> None:
        self.written += 1
        self._put(place, uid_of(self.written), 1, [], _activity(low, high))

    def _amend(self, place: int, low: int, high: int) -> None:
        for uid, link, rev in self._chosen(place, low):
            self._put(place, uid, rev + 1, [link.hex()], _activity(high, low + 3 * high))

    def _rival(self, place: int, low: int, high: int) -> None:
        """A version that replaces nothing: a conflict for a person."""
        for uid, _, rev in self._chosen(place, low):
            self._put(place, uid, rev, [], _activity(high, 7 * low))

    def _withdraw(self, place: int, low: int, high: int) -> None:
        for uid, link, rev in self._chosen(place, low):
            base = [link.hex()] if high % 4 else []
            link = self.writers[place].write(Withdrawn(uid=uid, rev=rev + 1, at=AT, why="ghi nhầm", base=base))
            self._remember(place, uid, link, rev + 1)

    def _answer(self, place: int, low: int, high: int) -> None:
        self.written += 1
        period = PERIODS[high % len(PERIODS)]
        body = Answer(period=period, item=ITEMS[low % len(ITEMS)], state=STATES[(low + high) % 5], number=high, text="")  # type: ignore[arg-type]
        known = self._chosen(place, low) if high % 6 == 5 else []
        uid, link, rev = known[0] if known else (uid_of(self.written), b"", 0)
        self._put(place, uid, rev + 1, [link.hex()] if link else [], body)

    def _close(self, place: int, low: int, high: int) -> None:
        period = PERIODS[low % len(PERIODS)]
        entry = Closed(period=period, rev=1 + high, at=AT, n=0, root=f"{low:064x}", report=PeriodReport())
        self.writers[place].write(entry)

    # What happens at the centre

    def _hand_over(self, place: int, low: int, high: int) -> None:
        """The next entries arrive; sometimes not all of them, and sometimes later ones before earlier ones."""
        writer, first = self.writers[place], self.taken.get(place, 0) + 1
        upto = len(writer.lines) if low % 3 else min(len(writer.lines), first + low)
        if high % 5 == 0 and upto > first:
            self._take(place, first + 1, upto)
        self._take(place, first, upto)
        self.taken[place] = max(self.taken.get(place, 0), upto)

    def finish(self) -> None:
        for place, writer in enumerate(self.writers):
            self._take(place, 1, len(writer.lines))

    def _undo(self, place: int, low: int, high: int) -> None:
        rows = self.ledger.db.execute("SELECT id FROM import WHERE undone = '' ORDER BY id").fetchall()
        if rows:
            undo_import(self.ledger, self.catalogue, rows[low % len(rows)][0])

    def _revoke(self, place: int, low: int, high: int) -> None:
        feed = self._feed(place)
        with self.ledger.write():
            self.ledger.projections.refresh(feed, self.ledger.journal.cut_off(feed, low))

    def _erase(self, place: int, low: int, high: int) -> None:
        feed = self._feed(place)
        with suppress(LedgerError), self.ledger.write():
            uid = self.ledger.journal.erase(feed, low + 2)
            self.ledger.projections.refresh(feed, [uid] if uid else [])

    def _decide(self, place: int, low: int, high: int) -> None:
        rows = self.ledger.db.execute("SELECT office, lower(hex(uid)) FROM activity WHERE heads > 1 ORDER BY office, uid")
        for office, uid in rows.fetchall()[: 1 + low]:
            versions = conflict(self.ledger, office, uid)
            decide_conflict(self.ledger, office, uid, versions[high % len(versions)].link)

    def _dates(self, place: int, low: int, high: int) -> None:
        self._keep(dates=dates_bytes(CentreDates(cutoffs=CUTOFFS[low % len(CUTOFFS)])))

    def _merge(self, place: int, low: int, high: int) -> None:
        """An office ends within the period and another one carries on its work, or everything is again as it was."""
        register = builtin_offices()
        if low % 2:
            ended = [
                msgspec.structs.replace(office, valid_to=date(2020, 4, 30)) if office.code == OFFICES[0] else office
                for office in register.offices
            ]
            merge = Succession(
                kind=SuccessionKind.MERGE,
                effective=date(2020, 5, 1),
                sources=(OFFICES[0],),
                targets=("UBND-NH",),
                confidence=Confidence.SOURCE,
            )
            kept = [one for one in register.successions if OFFICES[0] not in one.sources]
            register = msgspec.structs.replace(register, offices=tuple(ended), successions=(*kept, merge))
        self._keep(offices=offices_bytes(register))

    def _report(self, place: int, low: int, high: int) -> None:
        refresh(self.ledger, self.catalogue)

    # Steps

    def _keep(self, **changes: bytes) -> None:
        documents = {"programme": builtin("programme.json"), "offices": builtin("offices.json"), "dates": b"{}"}
        with self.ledger.write():
            keep_catalogue(self.ledger, **(documents | changes))
        self._catalogue = None

    def _take(self, place: int, first: int, upto: int) -> None:
        writer, ledger = self.writers[place], self.ledger
        lines = writer.lines[first - 1 : upto]
        if not lines:
            return
        previous = writer.links[first - 2] if first > 1 else ZERO_LINK
        with ledger.write():
            number = ledger.db.execute("SELECT coalesce(max(id), 0) + 1 FROM import").fetchone()[0]
            feed = self._feed(place)
            added = ledger.journal.add_range(
                feed,
                first=first,
                previous=previous,
                lines=lines,
                links=links_of(writer.identifier, first, previous, lines),
                entries=[decode(line) for line in lines],
                import_id=number,
            )
            ledger.projections.apply(feed, added.linked)
            if added.new:
                row = [number, b"", "", writer.office, "", AT, "", added.new, 0, 0, 0]
                ledger.db.execute(f"INSERT INTO import VALUES ({', '.join('?' * 11)}, '')", row)  # noqa: S608
            for item in added.linked:
                if isinstance(item.entry, Closed):
                    arrival = [writer.office, item.entry.period, bytes.fromhex(item.entry.root), AT]
                    ledger.db.execute("INSERT INTO arrival VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", arrival)

    def _feed(self, place: int) -> Feed:
        writer = self.writers[place]
        assert isinstance(decode(writer.lines[0]), Opened)
        return self.ledger.journal.register(writer.identifier, writer.office, PUBLIC)

    def _put(self, place: int, uid: str, rev: int, base: list[str], body: Activity | Answer) -> None:
        link = self.writers[place].write(Put(uid=uid, rev=rev, at=AT, body=body, base=base))
        self._remember(place, uid, link, rev)

    def _remember(self, place: int, uid: str, link: bytes, rev: int) -> None:
        self.records.setdefault(self.writers[place].office, []).append((uid, link, rev))

    def _chosen(self, place: int, low: int) -> list[tuple[str, bytes, int]]:
        known = self.records.get(self.writers[place].office, [])
        return [known[low % len(known)]] if known else []


def _activity(low: int, high: int) -> Activity:
    task, kind, names = KINDS[low % len(KINDS)]
    days = DAYS + LATER_DAYS
    # Some fields are left empty, and some are 0: neither is the other.
    values = {name: (low + 3 * high + place) % 4 for place, name in enumerate(names) if (high + place) % 3}
    return Activity(task=task, type=kind, date=days[(5 * low + high) % len(days)], title="Việc", values=values)


def naive(ledger: Ledger, period: Period) -> PeriodData:
    """A period's sums, activity by activity in Python, and its answers."""
    totals: Counter[tuple[str, str, str, str]] = Counter()
    counts: Counter[tuple[str, str, str]] = Counter()
    data = PeriodData()
    for office, task, kind, day, values in ledger.db.execute(
        "SELECT office, task, type, date, \"values\" FROM activity WHERE state = 'final'"
    ).fetchall():
        if date.fromisoformat(day) in period:
            counts[office, task, kind] += 1
            for name, value in msgspec.json.decode(values).items():
                totals[office, task, kind, name] += value
    rows = ledger.db.execute("SELECT office, item, state, number, text, rev, link FROM answer WHERE period = ?", [period.code])
    for office, item, state, number, text, _, _ in sorted(rows.fetchall(), key=lambda row: row[5:]):
        data.answers[office, item] = StatedAnswer(state, number, text)
    data.totals, data.counts = dict(totals), dict(counts)
    return data
