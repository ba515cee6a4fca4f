"""Setting up a centre through the window: by keyboard, with real files, with one stick and with two of three."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from export.exchange.kits import read_kit
from export.exchange.station import ROOT_PREFIX, Station
from export.exchange.sticks import read_authority
from export.trust.trust_payload import RoleName
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.domain.role import Role
from storage.folders import Folders
from tests.ui.conftest import PIN, clock
from ui.window.centre_setup.flow import CentreFlow, Keeping, Missing, Step
from ui.window.centre_setup.wizard import CentreSetupWizard
from ui.window.first_start.flow import Way
from ui.window.first_start.wizard import FirstStartWizard


@pytest.fixture
def new_pc(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "máy mới", tmp_path / "máy mới markers")


@pytest.fixture
def start(qtbot: QtBot, new_pc: Folders) -> Iterator[FirstStartWizard]:
    made = FirstStartWizard(new_pc, clock=clock, identifiers=TimeOrderedIdentifiers(clock), language="en")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.runner.shut_down()


@pytest.fixture
def wizard(qtbot: QtBot, start: FirstStartWizard) -> CentreSetupWizard:
    start.role.buttons[Way.CENTRE].setChecked(True)
    qtbot.keyClick(start, Qt.Key.Key_Return)
    made = start.centre
    qtbot.waitExposed(made)
    idle(qtbot, made)
    return made


def idle(qtbot: QtBot, wizard: CentreSetupWizard) -> None:
    qtbot.waitUntil(lambda: not wizard.working, timeout=30_000)


def enter(qtbot: QtBot, wizard: CentreSetupWizard) -> None:
    """The button that goes on, by keyboard."""
    qtbot.keyClick(wizard.forward, Qt.Key.Key_Space)
    idle(qtbot, wizard)


def to_sticks(qtbot: QtBot, wizard: CentreSetupWizard) -> None:
    for step in (Step.PROGRAMME, Step.OFFICES, Step.CENTRE):
        assert wizard.flow.step is step
        enter(qtbot, wizard)
    assert wizard.flow.step is Step.STICKS


def sticks(tmp_path: Path, count: int) -> list[Path]:
    made = [tmp_path / f"stick {number + 1}" for number in range(count)]
    for folder in made:
        folder.mkdir()
    return made


def choose_sticks(qtbot: QtBot, wizard: CentreSetupWizard, folders: list[Path]) -> None:
    keeping = Keeping(len(folders))
    qtbot.mouseClick(wizard.sticks.ways[keeping], Qt.MouseButton.LeftButton)
    for number, folder in enumerate(folders, start=1):
        wizard.go_on()
        assert wizard.flow.step is Step.STICKS, "each stick is asked for"
        assert str(number) in wizard.told.text()
        wizard.look_at_stick(number, folder)
        idle(qtbot, wizard)


def type_pin(qtbot: QtBot, wizard: CentreSetupWizard, again: str = PIN) -> None:
    qtbot.keyClicks(wizard.pin.pin, PIN)
    qtbot.keyClicks(wizard.pin.again, again)
    qtbot.keyClick(wizard.pin.again, Qt.Key.Key_Return)
    idle(qtbot, wizard)


@pytest.mark.parametrize("count", [1, 3])
def test_from_nothing_to_a_centre_with_its_first_kit(
    qtbot: QtBot, start: FirstStartWizard, wizard: CentreSetupWizard, new_pc: Folders, tmp_path: Path, count: int
) -> None:
    assert "19" in wizard.programme.counts.text()
    assert "76" in wizard.programme.counts.text()
    to_sticks(qtbot, wizard)
    folders = sticks(tmp_path, count)
    choose_sticks(qtbot, wizard, folders)
    enter(qtbot, wizard)
    assert wizard.flow.step is Step.STICKS, "a folder of this PC's disk wants an explicit yes"
    assert wizard.sticks.warning.isVisible()
    wizard.sticks.risk.click()
    enter(qtbot, wizard)
    assert wizard.flow.step is Step.PIN
    type_pin(qtbot, wizard)
    assert wizard.flow.step is Step.RECOVERY
    assert not wizard.forward.isEnabled(), "not before the code is on paper"
    wizard.reject()
    assert wizard.isVisible()
    assert not wizard.back.isVisible()
    wizard.recovery.kept.click()
    enter(qtbot, wizard)
    assert wizard.flow.step is Step.LETTER
    target = tmp_path / "out"
    target.mkdir()
    wizard.write_letter(target)
    idle(qtbot, wizard)
    enter(qtbot, wizard)
    wizard.write_kit(target)
    idle(qtbot, wizard)
    with qtbot.waitSignal(start.accepted):
        qtbot.keyClick(wizard.forward, Qt.Key.Key_Space)
    check_made(new_pc, folders, target, count)


def check_made(new_pc: Folders, folders: list[Path], target: Path, count: int) -> None:
    """What lies on the PC, on the sticks and in the folder of the kit belongs together."""
    kit = next(target.glob("shd-kit-1.shd"))
    with Station.open(new_pc, clock=clock, identifiers=TimeOrderedIdentifiers(clock), pin=PIN) as station:
        station.unlock()
        assert station.ledger.role is Role.CENTRE
        assert not [name for name in station.keys.names if name.startswith(ROOT_PREFIX)], "never on the PC's disk"
        root = station.trust.newest.role(RoleName.ROOT)
        assert (root.threshold, len(root.keys)) == ((2, 3) if count == 3 else (1, 1))
        fingerprint = station.trust.fingerprint
        assert read_kit(kit, temporary=new_pc.temporary, fingerprint=fingerprint).manifest.no == 1
        on_sticks = {key.keyid for key in read_authority(folders, PIN, clock)}
        assert set(root.keys) <= on_sticks
    letter = "".join(paragraph.text for paragraph in Document(str(next(target.glob("*.docx")))).paragraphs)
    assert fingerprint[:4] in letter
    assert fingerprint in "".join(letter.split())


def test_the_root_key_on_this_pc_wants_a_tick(qtbot: QtBot, wizard: CentreSetupWizard, new_pc: Folders, tmp_path: Path) -> None:
    to_sticks(qtbot, wizard)
    wizard.sticks.ways[Keeping.THIS_PC].click()
    enter(qtbot, wizard)
    assert wizard.flow.missing is Missing.RISK
    assert wizard.flow.step is Step.STICKS
    wizard.sticks.risk.click()
    enter(qtbot, wizard)
    type_pin(qtbot, wizard)
    assert wizard.flow.step is Step.RECOVERY
    wizard.write_kit(tmp_path)
    idle(qtbot, wizard)
    assert (tmp_path / "shd-kit-1.shd").is_file()


def test_going_back_loses_nothing_and_closing_leaves_nothing(
    qtbot: QtBot, start: FirstStartWizard, wizard: CentreSetupWizard, new_pc: Folders
) -> None:
    enter(qtbot, wizard)
    enter(qtbot, wizard)
    wizard.centre.name.selectAll()
    qtbot.keyClick(wizard.centre.name, Qt.Key.Key_Delete)
    enter(qtbot, wizard)
    assert wizard.flow.step is Step.CENTRE
    assert wizard.told.isVisible()
    qtbot.keyClicks(wizard.centre.name, "Ban Thuong truc")
    qtbot.keyClicks(wizard.centre.telephone, "0260 386 2222")
    wizard.go_back()
    wizard.go_back()
    assert wizard.flow.step is Step.PROGRAMME
    enter(qtbot, wizard)
    enter(qtbot, wizard)
    assert wizard.centre.name.text() == "Ban Thuong truc"
    for _ in range(3):
        wizard.go_back()
    assert start.isVisible(), "back from the first step is the choice of the role"
    assert start.isEnabled()
    assert not new_pc.database.exists()
    assert not new_pc.keys.exists()
    with qtbot.waitSignal(start.rejected):
        qtbot.keyClick(start, Qt.Key.Key_Escape)


def test_two_different_pins(qtbot: QtBot, wizard: CentreSetupWizard, new_pc: Folders, tmp_path: Path) -> None:
    to_sticks(qtbot, wizard)
    choose_sticks(qtbot, wizard, sticks(tmp_path, 1))
    wizard.sticks.risk.click()
    enter(qtbot, wizard)
    type_pin(qtbot, wizard, again="654321")
    assert wizard.flow.step is Step.PIN
    assert wizard.told.isVisible()
    assert not new_pc.database.exists()


def test_the_same_stick_twice(qtbot: QtBot, wizard: CentreSetupWizard, tmp_path: Path) -> None:
    to_sticks(qtbot, wizard)
    first = sticks(tmp_path, 1)[0]
    choose_sticks(qtbot, wizard, [first, first, first])
    assert wizard.flow.missing is Missing.SAME_STICK


def test_a_failure_leaves_nothing_half_made(qtbot: QtBot, wizard: CentreSetupWizard, new_pc: Folders, tmp_path: Path) -> None:
    to_sticks(qtbot, wizard)
    folders = sticks(tmp_path, 3)
    choose_sticks(qtbot, wizard, folders)
    wizard.sticks.risk.click()
    enter(qtbot, wizard)
    folders[2].rmdir()  # pulled out
    folders[2].write_bytes(b"")
    type_pin(qtbot, wizard)
    assert wizard.flow.step is Step.PIN
    assert wizard.told.isVisible()
    assert not any(path.exists() for path in (folders[0] / "root-key-1.json", folders[1] / "root-key-2.json"))
    assert not new_pc.data.exists()


def test_a_profile_that_is_there_is_not_touched(
    qtbot: QtBot, wizard: CentreSetupWizard, new_pc: Folders, tmp_path: Path
) -> None:
    to_sticks(qtbot, wizard)
    stick = sticks(tmp_path, 1)
    choose_sticks(qtbot, wizard, stick)
    wizard.sticks.risk.click()
    enter(qtbot, wizard)
    new_pc.data.mkdir()
    new_pc.database.write_bytes(b"a ledger")
    type_pin(qtbot, wizard)
    assert wizard.flow.step is Step.PIN
    assert wizard.told.isVisible()
    assert new_pc.database.read_bytes() == b"a ledger"
    assert not list(stick[0].iterdir())


def test_a_stick_with_a_root_key_is_refused(qtbot: QtBot, wizard: CentreSetupWizard, tmp_path: Path) -> None:
    to_sticks(qtbot, wizard)
    stick = sticks(tmp_path, 1)[0]
    (stick / "root-key-2.json").write_bytes(b"of another centre")
    wizard.look_at_stick(1, stick)
    idle(qtbot, wizard)
    assert wizard.told.isVisible()
    assert wizard.flow.missing is Missing.STICKS


def test_a_workbook_is_written_changed_and_taken(qtbot: QtBot, wizard: CentreSetupWizard, tmp_path: Path) -> None:
    good, bad = tmp_path / "plan.xlsx", tmp_path / "bad.xlsx"
    wizard.programme.template_wanted.emit(good)
    idle(qtbot, wizard)
    workbook = load_workbook(good)
    sheet = workbook.worksheets[0]
    sheet.delete_rows(2, sheet.max_row)
    workbook.save(bad)
    wizard.take_programme(bad)
    idle(qtbot, wizard)
    assert wizard.programme.problems.isVisible()
    assert wizard.programme.problems.count()
    assert wizard.flow.answers.programme is not None, "what was taken before stays"
    assert wizard.flow.answers.programme.source is None
    wizard.take_programme(good)
    idle(qtbot, wizard)
    assert not wizard.programme.problems.isVisible()
    assert wizard.flow.answers.programme.source == good
    enter(qtbot, wizard)
    offices = tmp_path / "offices.xlsx"
    wizard.offices.template_wanted.emit(offices)
    idle(qtbot, wizard)
    wizard.take_offices(offices)
    idle(qtbot, wizard)
    assert wizard.flow.answers.offices is not None
    assert wizard.flow.answers.offices.source == offices
    wizard.take_offices(tmp_path / "missing.xlsx")
    idle(qtbot, wizard)
    assert wizard.told.isVisible()


def test_nothing_can_be_skipped() -> None:
    for step in list(Step)[:6]:
        flow = CentreFlow(step=step)
        assert flow.missing is not Missing.NOTHING
        assert flow.next() is flow
    assert not CentreFlow(step=Step.KIT, made=True).may_finish
