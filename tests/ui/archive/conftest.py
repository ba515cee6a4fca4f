"""A centre with a history: bundles of several offices, a receipt, an import that was taken back, a key that was ended."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from export.exchange.enrolment import revoke
from export.exchange.originals import put_away
from export.exchange.undo import undo_import
from storage.consolidation import freeze
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.folders import Folders
from storage.reviewing import review
from tests.end_to_end.adversity.province import OFFICE_A, OFFICE_B, PERIOD, ManualClock, Pc, Province
from tests.ui.conftest import PIN, clock, settle
from ui.window.application import Language, make_workplace, set_language, settings_of
from ui.window.operations.keys import open_keys
from ui.window.pages.archive import ArchivePage
from ui.window.workplace import Workplace


@dataclass(frozen=True)
class Kept:
    """Folders below ``root``; ``sent``: the files as the offices sent them, in the order of their import."""

    root: Path

    @property
    def centre(self) -> Folders:
        return Folders(self.root / "centre", self.root / "markers" / "centre")

    @property
    def sent(self) -> list[Path]:
        return sorted((self.root / "sent").iterdir())

    def open(self) -> Pc:
        return Pc("centre", self.root, ManualClock(), "machine-centre")


@pytest.fixture(scope="session")
def built_archive(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Made once; never opened by a test itself.

    Four originals: two of the first office (the second one came late), one of the second office whose key was ended afterwards,
    and one that was taken back.
    """
    root = tmp_path_factory.mktemp("kho")
    province = Province.build(root)
    centre, sent = province.centre, root / "sent"
    sent.mkdir()

    def bring(pc: Pc, name: str) -> int:
        province.clock.advance(hours=1)
        (made,) = pc.seal(f"out-{name}")
        path = sent / f"{name}.shd"
        shutil.copy(made, path)
        (outcome,) = centre.take(path)
        assert not outcome.refused
        return outcome.import_id

    province.a.record("Hội nghị thứ nhất", "Hội nghị thứ hai")
    province.a.close_period()
    bring(province.a, "1 huyện thứ nhất")
    station = centre.station
    review(station.ledger, OFFICE_A, station.catalogue.period(PERIOD), accept=True, remarks=[], by="")
    centre.receipt()
    province.b.record("Lớp tập huấn")
    province.b.close_period()
    bring(province.b, "2 huyện thứ hai")
    key = bytes.fromhex(province.b.ledger.own_opening().key)
    revoke(
        station, key, why="Máy của đơn vị bị mất", last_good={feed.feed: 1 for feed in station.ledger.journal.feeds(OFFICE_B)}
    )
    freeze(station.ledger, station.catalogue, station.catalogue.period(PERIOD))
    province.a.record("Ghi sau khi chốt", day="2020-08-05")
    bring(province.a, "3 bổ sung")
    province.a.record("Ghi thêm nữa", day="2020-08-06")
    last = bring(province.a, "4 nhập nhầm")
    undo_import(station.ledger, station.catalogue, last)
    (root / "hỏng.shd").write_bytes((sent / "2 huyện thứ hai.shd").read_bytes()[:-30])
    centre.take(root / "hỏng.shd")
    waiting = next(centre.folders.quarantine.glob("*.shd"))
    put_away(station.ledger, waiting, why="Đơn vị đã gửi lại")
    province.close()
    return Kept(root)


@pytest.fixture
def kept(built_archive: Kept, tmp_path: Path) -> Kept:
    root = tmp_path / "trung tâm"
    shutil.copytree(built_archive.root, root)
    return Kept(root)


MakeArchive = Callable[..., Workplace]


@pytest.fixture
def make_archive(kept: Kept, qapp: QApplication) -> Iterator[MakeArchive]:
    made: list[Workplace] = []

    def make(language: Language = "vi") -> Workplace:
        set_language(qapp, language)
        workplace = make_workplace(
            kept.centre,
            clock=clock,
            identifiers=TimeOrderedIdentifiers(clock),
            language=language,
            settings=settings_of(kept.centre),
        )
        made.append(workplace)
        return workplace

    yield make
    for workplace in made:
        workplace.runner.shut_down()


@pytest.fixture
def page(qtbot: QtBot, make_archive: MakeArchive) -> ArchivePage:
    """The page in Vietnamese, shown and read, with the keys open."""
    shown = ArchivePage(make_archive())
    qtbot.addWidget(shown)
    shown.resize(1150, 690)
    shown.show()
    shown.activate()
    shown.workplace.runner.start(open_keys(pin=PIN))
    settle(qtbot, shown.workplace)
    return shown


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What would have been opened by other programs."""
    urls: list[QUrl] = []

    def note(url: QUrl) -> bool:
        urls.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return urls
