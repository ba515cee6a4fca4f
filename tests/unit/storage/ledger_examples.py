"""Ledgers for the tests of storage: real files, a clock that the test moves, identifiers that repeat from run to run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from importlib import resources
from pathlib import Path

from storage.catalogue import Catalogue, keep_catalogue
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.domain.periods import Period
from storage.folders import Folders
from storage.journal.entries import Activity, Answer, Put, Withdrawn
from storage.ledger import Ledger, Role
from storage.outline import answers_of, read_outline
from storage.recording import ActivityInput, Recorder

DISTRICT, DEPARTMENT = "UBND-DH", "STTTT"
MACHINE = "pc-of-the-office"
PUBLIC = bytes(range(32))
AGE = "age1" + "q" * 58
AT = "2020-03-05T08:00:00+00:00"
HALF_YEAR = "2020S1"


class MovingClock:
    """Stands still until the test moves it."""

    def __init__(self, start: datetime = datetime(2020, 3, 5, 8, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **amount: float) -> None:
        self.now += timedelta(**amount)


@dataclass
class Repeatable:
    """Bytes that look random and are the same in every run."""

    count: int = field(default=0)

    def __call__(self, size: int) -> bytes:
        self.count += 1
        return hashlib.shake_256(self.count.to_bytes(8, "big")).digest(size)


@dataclass
class Pc:
    """One PC with one profile; ``other`` gives a PC that starts from the same folders."""

    root: Path
    clock: MovingClock = field(default_factory=MovingClock)
    machine: str = MACHINE

    def __post_init__(self) -> None:
        self.identifiers = TimeOrderedIdentifiers(self.clock, Repeatable())

    @property
    def folders(self) -> Folders:
        return Folders(self.root / "profile", self.root / "markers")

    def create(self, *, office: str = DISTRICT, role: Role = Role.OFFICE) -> Ledger:
        ledger = Ledger.create(
            self.folders,
            role=role,
            organisation="vn.shd.kontum",
            office=office,
            public=PUBLIC,
            age=AGE,
            clock=self.clock,
            identifiers=self.identifiers,
            machine=self.machine,
        )
        with ledger.write():
            keep_catalogue(ledger, programme=builtin("programme.json"), offices=builtin("offices.json"), dates=b"{}")
        return ledger

    def open(self) -> Ledger:
        return Ledger.open(self.folders, clock=self.clock, identifiers=self.identifiers, machine=self.machine)


def builtin(name: str) -> bytes:
    return (resources.files("storage.builtin") / name).read_bytes()


def recorder(ledger: Ledger, *, base: Path | None = None) -> Recorder:
    return Recorder(ledger, Catalogue(ledger), by="clerk", base=base)


def meeting(**changes: object) -> ActivityInput:
    """A good row; ``changes`` replace fields."""
    given: dict[str, object] = {
        "task": "II.1.a",
        "type": "HN_QT",
        "date": "2020-03-05",
        "title": "Hội nghị quán triệt Kế hoạch",
        "values": {"so_cuoc": 1, "luot_nguoi_du": 120},
    }
    return ActivityInput(**(given | changes))  # type: ignore[arg-type]


def record(ledger: Ledger, *rows: ActivityInput) -> list[str]:
    """The identifiers of rows that must all be good."""
    done = recorder(ledger).record(list(enumerate(rows, 1)))
    assert done.refused == []
    return done.uids


def refusal(ledger: Ledger, row: ActivityInput) -> tuple[Code, dict[str, str | int]]:
    """Why a row that must be bad is refused."""
    done = recorder(ledger).record([(7, row)])
    assert done.uids == []
    (problem,) = done.refused
    assert problem.line == 7
    return problem.code, problem.parameters


def answer(ledger: Ledger, document: str, period: str = HALF_YEAR) -> None:
    """Keeps the answers of an outline, given as JSON."""
    catalogue = Catalogue(ledger)
    recorder(ledger).answer(answers_of(read_outline(document.encode()), catalogue.programme, catalogue.period(period)))


def half_year(ledger: Ledger) -> Period:
    return Catalogue(ledger).period(HALF_YEAR)


def put(uid: str, *, rev: int = 1, base: Sequence[bytes] = (), title: str = "Hội nghị", office: str = "") -> Put:
    """An entry about an activity, without the checks of recording."""
    body = Activity(task="II.1.a", type="HN_QT", date="2020-03-05", title=title, values={"so_cuoc": 1})
    return Put(uid=uid, rev=rev, at=AT, body=body, base=[link.hex() for link in base], office=office)


def put_answer(uid: str, *, rev: int = 1, base: Sequence[bytes] = (), number: int = 1) -> Put:
    body = Answer(period=HALF_YEAR, item="II.1.a-1", state="number", number=number)
    return Put(uid=uid, rev=rev, at=AT, body=body, base=[link.hex() for link in base])


def withdrawn(uid: str, *, rev: int = 2, base: Sequence[bytes] = ()) -> Withdrawn:
    return Withdrawn(uid=uid, rev=rev, at=AT, why="ghi nhầm", base=[link.hex() for link in base])


def uid_of(number: int) -> str:
    return f"{number:032x}"


def code_of(error: LedgerError) -> Code:
    return error.code


def day(text: str) -> date:
    return date.fromisoformat(text)
