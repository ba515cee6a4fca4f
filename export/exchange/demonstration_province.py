"""The PCs of a demonstration: one centre and its offices, each with own keys, ledger and folders, and one common calendar.

Beside every ledger stands what was really done at the office, so that the centre's figures can be computed a second time
without any ledger. No story is told here.
"""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from export.exchange import enrolment, kits, receiving, sealing
from export.exchange.demonstration_folder import DemonstrationFolder
from export.exchange.setup import SetupContext, set_up_centre, set_up_office
from export.exchange.station import Station
from storage.backup import restore
from storage.closing import close_period
from storage.domain.identifiers import Identifiers, TimeOrderedIdentifiers
from storage.folders import Folders
from storage.ledger import Ledger
from storage.outline import Outline
from storage.recording import ActivityInput, Problem, Recorder

PIN = "202020"
"""Guards nothing: the keys of a demonstration sign invented records."""
_VIETNAM = timezone(timedelta(hours=7))
_OFFICE_HOURS = time(8, 30)

AnswerValue = bool | int | str


class StoryClock:
    """Shows the day of the story to all PCs at once."""

    def __init__(self, day: date) -> None:
        self._now = datetime.combine(day, _OFFICE_HOURS, _VIETNAM)

    def __call__(self) -> datetime:
        return self._now

    @property
    def today(self) -> date:
        """The day of the story."""
        return self._now.date()

    def turn_to(self, day: date) -> None:
        """Goes on to a later day."""
        self._now = datetime.combine(day, _OFFICE_HOURS, _VIETNAM)


@dataclass(slots=True)
class Book:
    """What an office really did and said: activities by identifier, answers by period and item."""

    activities: dict[str, ActivityInput] = field(default_factory=dict)
    answers: dict[tuple[str, str], AnswerValue] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def rows(self, first: date, last: date) -> list[ActivityInput]:
        """The activities of these days, both inclusive."""
        window = (first.isoformat(), last.isoformat())
        return [row for row in self.activities.values() if isinstance(row.date, str) and window[0] <= row.date <= window[1]]


@dataclass(slots=True)
class Pc:
    """One PC. Its station stays open from set-up to the end, so that the PIN is asked for once."""

    folders: Folders
    clock: StoryClock
    identifiers: Identifiers
    _station: Station | None = None

    @property
    def station(self) -> Station:
        """The open station."""
        if self._station is None:
            self._station = Station.open(self.folders, clock=self.clock, identifiers=self.identifiers, pin=PIN)
        return self._station

    @property
    def ledger(self) -> Ledger:
        """The ledger of the open station."""
        return self.station.ledger

    @property
    def context(self) -> SetupContext:
        """With what a new profile is made here."""
        return SetupContext(self.folders, self.clock, self.identifiers, pin=PIN)

    def close(self) -> None:
        """Closes the program on this PC."""
        if self._station is not None:
            self._station.close()
            self._station = None


@dataclass(slots=True)
class OfficePc(Pc):
    """The PC of an office, with its clerk's doings."""

    code: str = ""
    book: Book = field(default_factory=Book)
    receipts: list[Path] = field(default_factory=list)
    received: list[receiving.Received] = field(default_factory=list)

    def enrol(self, centre: CentrePc, kit: Path, folder: DemonstrationFolder) -> None:
        """From the kit to the admitted key, the telephone call included."""
        made = set_up_office(self.context, kit=kit, office=self.code, fingerprint=centre.fingerprint)
        request = enrolment.write_enrolment(self.station, folder.enrolments / f"shd-{self.code}-enrol.shd")
        enrolment.approve(centre.station, request.path, made.voice)

    def record(self, rows: Sequence[ActivityInput]) -> None:
        """Records rows; refused ones and findings in texts are kept as problems."""
        outcome = Recorder(self.ledger, self.station.catalogue).record([(line, row) for line, row in enumerate(rows, 1)])
        self.book.problems += [*outcome.refused, *outcome.findings]
        if not outcome.refused:
            self.book.activities |= dict(zip(outcome.uids, rows, strict=True))

    def amend(self, uid: str, row: ActivityInput) -> None:
        """Corrects the figures of a record."""
        change = ActivityInput(uid=uid, values=row.values)
        outcome = Recorder(self.ledger, self.station.catalogue).record([(1, change)])
        self.book.problems += outcome.refused
        self.book.activities[uid] = row

    def close_period(self, period: str, outline: Outline | None) -> None:
        """Closes a period; the answers given now replace those given before."""
        close_period(self.ledger, self.station.catalogue, period, outline)
        if outline is not None:
            self.book.answers |= {(period, item): value for item, value in outline.answers.items()}

    def seal(self, folder: Path) -> list[Path]:
        """What the clerk puts on the stick."""
        return [bundle.file.path for bundle in sealing.seal(self.station, folder).bundles]

    def receive(self, path: Path) -> receiving.Received:
        """Takes in a file from the centre."""
        outcome = receiving.receive(self.station, path)
        self.received.append(outcome)
        return outcome

    def restore_from(self, backup: Path) -> None:
        """The disk has died: the ledger is put back from an older copy."""
        self.close()
        restore(self.folders, backup, clock=self.clock)


@dataclass(slots=True)
class CentrePc(Pc):
    """The PC of the centre."""

    fingerprint: str = ""
    recovery_code: str = ""

    def set_up(self) -> None:
        """A centre with the built-in programme and offices."""
        made = set_up_centre(self.context)
        self.fingerprint, self.recovery_code = made.fingerprint, made.recovery_code

    def issue_kit(self, folder: DemonstrationFolder) -> Path:
        """The next kit, as a file to be carried to every office."""
        return kits.issue_kit(self.station, folder.kits).path


def story_identifiers(clock: StoryClock, seed: int, name: str) -> Identifiers:
    """Identifiers of records follow from the seed; keys and nonces are as random as anywhere."""
    return _StoryIdentifiers(clock, random.Random(f"{seed}|{name}|records").randbytes)  # noqa: S311 - names examples only


class _StoryIdentifiers(TimeOrderedIdentifiers):
    def __init__(self, clock: StoryClock, record_bytes: Callable[[int], bytes]) -> None:
        super().__init__(clock, record_bytes)

    def random(self, size: int) -> bytes:
        return secrets.token_bytes(size)
