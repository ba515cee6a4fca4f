"""A real office for the windows' tests: built once with real keys, copied with its markers for every test that wants one."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from export.exchange.enrolment import approve, own_voice, write_enrolment
from export.exchange.kits import issue_kit
from export.exchange.setup import SetupContext, set_up_centre, set_up_office
from export.exchange.station import Station
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.folders import Folders
from storage.recording import ActivityInput, Recorder
from ui.printing.composer import load_fonts as load_paper_fonts
from ui.window.application import Language, make_workplace, set_language, settings_of
from ui.window.theme import apply_theme, load_fonts
from ui.window.workplace import Workplace

if os.environ.get("QT_QPA_PLATFORM") == "offscreen" and os.name != "nt":
    # The screen of an office: a window of the real size must fit on it.
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"

PIN = "123456"
OFFICE = "UBND-DH"
NOW = datetime(2020, 6, 1, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["so-hoat-dong"]


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """As in the program, cyclic garbage is collected in this thread only: the worker must never destroy a widget."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """Every test begins with the program's own look and language, whatever the one before it did."""
    if not qapp.property("fonts"):
        load_fonts()
        load_paper_fonts(qapp)  # before Qt has looked for a face of that name in the system
        qapp.setProperty("fonts", True)
    set_language(qapp, "vi")
    apply_theme(qapp, scheme="light")


def clock() -> datetime:
    """The time of these tests."""
    return NOW


@dataclass(frozen=True)
class BuiltExchange:
    """A centre and one enrolled office, in folders below ``root``."""

    root: Path

    @property
    def centre(self) -> Folders:
        return Folders(self.root / "centre", self.root / "markers" / "centre")

    @property
    def office(self) -> Folders:
        return Folders(self.root / "office", self.root / "markers" / "office")

    @property
    def kit(self) -> Path:
        return self.root / "kit.shd"

    @property
    def fingerprint(self) -> str:
        return (self.root / "fingerprint.txt").read_text(encoding="utf-8")

    def station(self, folders: Folders) -> Station:
        return Station.open(folders, clock=clock, identifiers=TimeOrderedIdentifiers(clock), pin=PIN)

    def record(self, count: int = 3) -> list[str]:
        """Records activities straight into the office's ledger."""
        with self.station(self.office) as station:
            rows = [
                (
                    line,
                    ActivityInput(
                        "II.1.a",
                        "HN_QT",
                        "2020-03-05",
                        f"Hội nghị quán triệt lần {line}",
                        place="Hội trường huyện",
                        values={"so_cuoc": 1, "luot_nguoi_du": 100 + line},
                    ),
                )
                for line in range(1, count + 1)
            ]
            made = Recorder(station.ledger, station.catalogue).record(rows)
            assert made.refused == []
            return made.uids


@pytest.fixture(scope="session")
def built_exchange(tmp_path_factory: pytest.TempPathFactory) -> BuiltExchange:
    """Made once; never opened by a test itself."""
    made = BuiltExchange(tmp_path_factory.mktemp("sổ"))
    identifiers = TimeOrderedIdentifiers(clock)
    centre = set_up_centre(SetupContext(made.centre, clock, identifiers, pin=PIN))
    (made.root / "fingerprint.txt").write_text(centre.fingerprint, encoding="utf-8")
    with made.station(made.centre) as station:
        issue_kit(station, made.kit)
    set_up_office(SetupContext(made.office, clock, identifiers, pin=PIN), kit=made.kit, office=OFFICE)
    with made.station(made.office) as office, made.station(made.centre) as centre_station:
        request = write_enrolment(office, made.root / "enrol.shd")
        approve(centre_station, request.path, own_voice(office))
    return made


@pytest.fixture
def exchange(built_exchange: BuiltExchange, tmp_path: Path) -> BuiltExchange:
    """A copy for one test, with what the PCs remember of it."""
    root = tmp_path / "chỗ làm việc"
    shutil.copytree(built_exchange.root, root)
    return BuiltExchange(root)


MakeWorkplace = Callable[..., Workplace]


@pytest.fixture
def make_office(exchange: BuiltExchange, qapp: QApplication) -> Iterator[MakeWorkplace]:
    """Makes the workplace of the copied office; ``language`` is "vi" unless given."""
    made: list[Workplace] = []

    def make(language: Language = "vi", settings: QSettings | None = None) -> Workplace:
        set_language(qapp, language)
        workplace = make_workplace(
            exchange.office,
            clock=clock,
            identifiers=TimeOrderedIdentifiers(clock),
            language=language,
            settings=settings or settings_of(exchange.office),
        )
        made.append(workplace)
        return workplace

    yield make
    for workplace in made:
        workplace.runner.shut_down()


@pytest.fixture
def workplace(make_office: MakeWorkplace) -> Workplace:
    """The office's workplace in Vietnamese."""
    return make_office()


def settle(qtbot: QtBot, workplace: Workplace) -> None:
    """Waits until no job is waiting or running."""
    qtbot.waitUntil(lambda: not workplace.runner.busy, timeout=20_000)


def picture_folder() -> Path | None:
    """Where tests leave pictures for a person to look at; only when asked for."""
    named = os.environ.get("SHD_PICTURES", "")
    return Path(named) if named else None
