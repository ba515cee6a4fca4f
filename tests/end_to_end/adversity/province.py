"""A small province in one folder: a centre and offices as real profiles with real keys, ledgers, markers and files.

PCs can be cloned, restored and replaced as people do it: by copying folders. Nothing is replaced by a double; only the clock
and the name of the machine are given. Keys are unlocked once for each key store, because unlocking is slow on purpose.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from export.bundle.envelope import PayloadKind
from export.exchange import enrolment, importing, kits, receipts, receiving, resync, sealing
from export.exchange.setup import SetupContext, set_up_centre, set_up_office
from export.exchange.station import Station
from export.trust.key_store import UnlockedKeys
from storage.backup import verify_ledger
from storage.closing import ClosedPeriod, close_period
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.folders import Folders
from storage.journal.store import Feed
from storage.ledger import Ledger
from storage.projections.apply import content_digest
from storage.recording import ActivityInput, Recorder

PIN = "123456"
OFFICE_A, OFFICE_B = "UBND-DH", "UBND-NH"
PERIOD, DAY = "2020S1", "2020-03-05"

_unlocked: dict[bytes, UnlockedKeys] = {}


@dataclass
class ManualClock:
    """A clock that moves when a test moves it."""

    now: datetime = datetime(2020, 6, 1, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **step: float) -> None:
        self.now += timedelta(**step)


@dataclass
class Pc:
    """One PC: a profile, what the PC remembers of it, and its machine's name."""

    name: str
    root: Path
    clock: ManualClock
    machine: str
    _station: Station | None = field(default=None, repr=False)

    @property
    def folders(self) -> Folders:
        return Folders(self.root / self.name, self.root / "markers" / self.name)

    @property
    def station(self) -> Station:
        """The open station; opening it is starting the program."""
        if self._station is None:
            self._station = Station.open(
                self.folders, clock=self.clock, identifiers=TimeOrderedIdentifiers(self.clock), pin=PIN, machine=self.machine
            )
            share_keys(self._station)
        return self._station

    @property
    def ledger(self) -> Ledger:
        return self.station.ledger

    def close(self) -> None:
        if self._station is not None:
            self._station.close()
            self._station = None

    # What a clerk does

    @property
    def recorder(self) -> Recorder:
        return Recorder(self.ledger, self.station.catalogue)

    def record(self, *titles: str, day: str = DAY, attachments: Sequence[Path] = ()) -> list[str]:
        """Records one activity a title; returns their identifiers."""
        files = [str(path) for path in attachments]
        rows = [
            (line, ActivityInput("II.1.a", "HN_QT", day, title, values={"so_cuoc": 1}, attachments=files))
            for line, title in enumerate(titles)
        ]
        made = self.recorder.record([(line, row) for line, row in rows])
        assert made.refused == []
        return made.uids

    def amend(self, uid: str, title: str) -> None:
        assert self.recorder.record([(1, ActivityInput(title=title, uid=uid))]).refused == []

    def close_period(self, period: str = PERIOD) -> ClosedPeriod:
        return close_period(self.ledger, self.station.catalogue, period)

    def seal(self, name: str, **options: object) -> list[Path]:
        """The files of a hand-over, in a folder of this name."""
        sealed = sealing.seal(self.station, self.root / name, **options)  # type: ignore[arg-type]
        return [bundle.file.path for bundle in sealed.bundles]

    def seal_range(self, path: Path, first: int, last: int, *, feed: Feed | None = None) -> Path:
        """A bundle of just these entries of a feed (the own one), as one part of a series might carry them."""
        ledger = self.ledger
        feed = feed or ledger.journal.own_feed()
        length, head = ledger.journal.head(feed)
        portion = sealing.make_portion(ledger, feed, first, last, length, head)
        return self.seal_portion(path, portion)

    def seal_portion(self, path: Path, *portions: sealing.Portion, to: str = "", recipients: Sequence[str] = ()) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        return sealing.seal_portions(
            self.station,
            path,
            kind=PayloadKind.BUNDLE,
            office=self.ledger.office,
            to=to or self.station.centre,
            recipients=recipients or self.station.centre_recipients,
            signer=self.station.signer,
            portions=portions,
            blobs=[],
            bundle=self.ledger.identifiers.random(16),
        ).path

    def receive(self, path: Path) -> receiving.Received:
        return receiving.receive(self.station, path)

    # What the officer at the centre does

    def take(self, *paths: Path) -> list[importing.FileOutcome]:
        """Imports files or folders."""
        return importing.import_files(self.station, importing.find_bundles(paths))

    def receipt(self, office: str = OFFICE_A) -> Path:
        return receipts.issue_receipts(self.station, self.root / "receipts", [office])[0].file.path

    def resync(self, office: str = OFFICE_A) -> Path:
        return resync.write_resync(self.station, office, self.root / "resync").path

    def kit(self) -> Path:
        (self.root / "kits").mkdir(exist_ok=True)
        return kits.issue_kit(self.station, self.root / "kits").path

    def enrol(self, office_pc: Pc, *, replaces: bool = False) -> enrolment.Approval:
        """The whole enrolment of an office PC, the telephone call included."""
        request = enrolment.write_enrolment(office_pc.station, self.root / f"enrol-{office_pc.name}.shd")
        return enrolment.approve(self.station, request.path, enrolment.own_voice(office_pc.station), replaces=replaces)

    # Looking

    @property
    def digest(self) -> str:
        return content_digest(self.ledger.db)

    def titles(self, office: str = OFFICE_A) -> list[str]:
        """The titles of an office's records that hold, sorted."""
        rows = self.ledger.db.execute(
            "SELECT title FROM activity WHERE office = ? AND state = 'final' ORDER BY title", [office]
        ).fetchall()
        return [row[0] for row in rows]

    def links(self, office: str = OFFICE_A) -> set[bytes]:
        """Every entry of an office's feeds that this ledger holds, counting or not."""
        rows = self.ledger.db.execute(
            "SELECT n.link FROM node n JOIN feed f ON f.id = n.feed_id WHERE f.office = ?", [office]
        ).fetchall()
        return {row[0] for row in rows}

    def confirmable(self, office: str = OFFICE_A) -> dict[bytes, int]:
        """How far the centre could confirm each feed."""
        return {feed.feed: self.ledger.journal.acknowledgeable(feed) for feed in self.ledger.journal.feeds(office)}

    def is_sound(self) -> bool:
        """Whether the ledger is whole and every chain verifies."""
        return verify_ledger(self.ledger) == []

    # What happens to PCs

    def clone(self, name: str, *, machine: str = "", markers: bool = True) -> Pc:
        """Another PC with a copy of this one's profile; with ``markers`` it is an image of the whole disk."""
        self.close()
        copy = Pc(name, self.root, self.clock, machine or self.machine)
        shutil.copytree(self.folders.data, copy.folders.data)
        if markers:
            shutil.copytree(self.folders.markers, copy.folders.markers)
        return copy

    def restore_from(self, saved: Pc, *, markers: bool = False) -> None:
        """This PC's profile becomes what ``saved`` holds; what the PC remembers stays unless ``markers``."""
        self.close()
        saved.close()
        pairs = [(saved.folders.data, self.folders.data)]
        if markers:
            pairs.append((saved.folders.markers, self.folders.markers))
        for source, target in pairs:
            shutil.rmtree(target)
            shutil.copytree(source, target)


def share_keys(station: Station) -> None:
    """Unlocks a key store only once in a test run."""
    stored = hashlib.sha256(station.ledger.folders.keys.read_bytes()).digest()
    if stored not in _unlocked:
        _unlocked[stored] = station.keys
    station.__dict__["keys"] = _unlocked[stored]


@dataclass
class Province:
    """A centre, two PCs of one office and one of another; all enrolled."""

    root: Path
    clock: ManualClock
    centre: Pc
    a: Pc
    second: Pc
    b: Pc

    @classmethod
    def at(cls, root: Path) -> Province:
        clock = ManualClock()
        centre, a, second, b = (Pc(name, root, clock, f"machine-{name}") for name in ("centre", "a", "second", "b"))
        return cls(root, clock, centre, a, second, b)

    @classmethod
    def build(cls, root: Path) -> Province:
        """From nothing: setup, kit, enrolment by telephone."""
        made = cls.at(root)
        set_up_centre(context(made.centre))
        kit = made.centre.kit()
        for pc, office in ((made.a, OFFICE_A), (made.second, OFFICE_A), (made.b, OFFICE_B)):
            set_up_office(context(pc), kit=kit, office=office)
            made.centre.enrol(pc)
        made.close()
        return made

    @property
    def pcs(self) -> Iterable[Pc]:
        return (self.centre, self.a, self.second, self.b)

    def new_pc(self, name: str, office: str = OFFICE_A) -> Pc:
        """A PC that has just been set up from the newest kit and that nobody has enrolled."""
        pc = Pc(name, self.root, self.clock, f"machine-{name}")
        newest = max((self.root / "kits").iterdir(), key=lambda kit: kit.stat().st_mtime_ns)
        set_up_office(context(pc), kit=newest, office=office)
        return pc

    def close(self) -> None:
        for pc in self.pcs:
            pc.close()


def context(pc: Pc) -> SetupContext:
    return SetupContext(pc.folders, pc.clock, TimeOrderedIdentifiers(pc.clock), pin=PIN, machine=pc.machine)
