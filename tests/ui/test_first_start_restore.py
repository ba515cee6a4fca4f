"""A new PC for a dead one, through the windows alone: the backup, new keys, recording, and the centre's keys by their file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from export.exchange.kits import issue_kit
from export.exchange.receiving import receive
from export.exchange.rotation import Renewal, Sticks, renew
from export.exchange.station import Station
from export.exchange.sticks import read_authority
from export.trust.trust_payload import RoleName
from storage.backup import back_up
from storage.domain.codes import Code
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.folders import Folders
from storage.marker import Continuity
from tests.ui.conftest import OFFICE, PIN, BuiltExchange, clock, settle
from ui.window.application import make_workplace, settings_of
from ui.window.enrolment.keys_lost_dialog import CodeOfKeysDialog, KeysLostDialog
from ui.window.enrolment.sticks import SticksDialog
from ui.window.first_start.wizard import FirstStartWizard
from ui.window.main_window import MainWindow
from ui.window.pages.care import CarePage
from ui.window.pages.enrolment import EnrolmentPage


@pytest.fixture
def new_pc(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "máy mới", tmp_path / "máy mới markers")


@pytest.fixture
def wizard(qtbot: QtBot, new_pc: Folders) -> Iterator[FirstStartWizard]:
    made = FirstStartWizard(new_pc, clock=clock, identifiers=TimeOrderedIdentifiers(clock), language="vi")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.runner.shut_down()


def backup_of(exchange: BuiltExchange, folders: Folders, target: Path) -> Path:
    with exchange.station(folders) as station:
        back_up(station.ledger, target)
    return target


def choose(qtbot: QtBot, wizard: FirstStartWizard, backup: Path) -> None:
    """By the button, as a person does; the system's own dialog is answered for them."""
    qtbot.mouseClick(wizard.role.restore, Qt.MouseButton.LeftButton)
    dialog = wizard.role.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(backup))
    dialog.close()
    qtbot.waitUntil(lambda: not wizard.working, timeout=20_000)


def open_window(qtbot: QtBot, folders: Folders) -> MainWindow:
    workplace = make_workplace(
        folders, clock=clock, identifiers=TimeOrderedIdentifiers(clock), language="vi", settings=settings_of(folders)
    )
    window = MainWindow(workplace)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    settle(qtbot, workplace)
    return window


def test_an_office_goes_on_from_its_backup(
    qtbot: QtBot, exchange: BuiltExchange, wizard: FirstStartWizard, new_pc: Folders, tmp_path: Path
) -> None:
    exchange.record(3)
    choose(qtbot, wizard, backup_of(exchange, exchange.office, tmp_path / "sao lưu.db"))
    assert wizard.result() == QDialog.DialogCode.Accepted.value
    with Station.open(new_pc, clock=clock, identifiers=TimeOrderedIdentifiers(clock)) as station:
        assert station.ledger.office == OFFICE
        assert station.ledger.continuity is Continuity.COPIED
        assert station.ledger.db.execute("SELECT count(*) FROM activity").fetchone() == (3,)
    window = open_window(qtbot, new_pc)
    page = window.page("care")
    assert isinstance(page, CarePage)
    settle(qtbot, window.workplace)
    assert page.keys.button.isVisible(), "backups hold no keys: the page offers new ones"
    window.workplace.runner.shut_down()


def test_a_damaged_backup_is_refused_and_the_first_start_goes_on(
    qtbot: QtBot, exchange: BuiltExchange, wizard: FirstStartWizard, new_pc: Folders, tmp_path: Path
) -> None:
    backup = backup_of(exchange, exchange.office, tmp_path / "hỏng.db")
    content = bytearray(backup.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = b"\xff" * 4096
    backup.write_bytes(bytes(content))
    choose(qtbot, wizard, backup)
    assert wizard.isVisible()
    assert wizard.told.text().startswith(wizard._words.sentence(Code.BACKUP_DAMAGED, {"path": str(backup)})[:10])
    assert not new_pc.database.exists()
    assert wizard.forward.isEnabled()


def test_the_centre_goes_on_with_its_backup_and_the_file_of_its_keys(
    qtbot: QtBot, exchange: BuiltExchange, wizard: FirstStartWizard, new_pc: Folders, tmp_path: Path
) -> None:
    choose(qtbot, wizard, backup_of(exchange, exchange.centre, tmp_path / "trung tâm.db"))
    shutil.copy(exchange.centre.keys, new_pc.keys)
    with Station.open(new_pc, clock=clock, identifiers=TimeOrderedIdentifiers(clock), pin=PIN) as station:
        assert station.signer.keyid in station.trust.newest.roles.receipt.keys
    window = open_window(qtbot, new_pc)
    qtbot.waitUntil(lambda: window.current == "follow_up")
    settle(qtbot, window.workplace)
    window.workplace.runner.shut_down()


NEW_PIN = "654321"


def on_a_stick(exchange: BuiltExchange, stick: Path) -> Path:
    """Moves the root and kit keys of the centre to a stick."""
    stick.mkdir()
    with exchange.station(exchange.centre) as station:
        both = frozenset({RoleName.ROOT, RoleName.KIT})
        renew(station, Renewal(both, "cất vào két"), sticks=Sticks((), (stick,), PIN))
    return stick


def test_the_centre_without_its_keys_makes_them_again_with_the_stick(
    qtbot: QtBot, exchange: BuiltExchange, wizard: FirstStartWizard, new_pc: Folders, tmp_path: Path
) -> None:
    backup = backup_of(exchange, exchange.centre, tmp_path / "trung tâm.db")  # made before the keys moved to the stick
    stick = on_a_stick(exchange, tmp_path / "usb")
    with exchange.station(exchange.centre) as station:
        newest = issue_kit(station, tmp_path / "mới nhất.shd", more_keys=read_authority([stick], PIN, clock)).path
    choose(qtbot, wizard, backup)
    window = open_window(qtbot, new_pc)
    words, workplace = window.workplace.words, window.workplace
    qtbot.waitUntil(lambda: window.current == "follow_up")
    window.check_ledger()
    settle(qtbot, workplace)
    qtbot.waitUntil(lambda: window.messages.isVisible(), timeout=20_000)
    assert words.sentence(Code.KEYS_LOST) in window.messages.accessibleDescription()
    assert words.next_step(Code.KEYS_LOST) in window.messages.accessibleDescription()

    page = window.page("enrolment")
    assert isinstance(page, EnrolmentPage)
    settle(qtbot, workplace)
    page.tabs.setCurrentWidget(page.trust)
    assert page.trust.make_again.isVisible()
    assert not page.trust.renew.isVisible()
    assert page.trust.age.text() == words.sentence(Code.KEYS_LOST)
    page.trust.make_again.click()
    dialog = page.trust.findChild(KeysLostDialog)
    assert isinstance(dialog, KeysLostDialog)
    fill(dialog, stick, sticks_pin="999999")
    dialog.go_button.click()
    settle(qtbot, workplace)
    assert page.trust.make_again.isVisible(), "a wrong PIN changes nothing"

    page.trust.make_again.click()
    dialog = next(each for each in page.trust.findChildren(KeysLostDialog) if each.isVisible())
    fill(dialog, stick, sticks_pin=PIN)
    choose_kit(dialog, newest)
    dialog.go_button.click()
    settle(qtbot, workplace)
    shown = page.trust.findChild(CodeOfKeysDialog)
    assert isinstance(shown, CodeOfKeysDialog)
    code = shown.shown.text()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.isVisible()
    assert not shown.done_button.isEnabled()
    shown.kept.setChecked(True)
    shown.done_button.click()
    settle(qtbot, workplace)
    assert page.trust.renew.isVisible()
    assert not page.trust.make_again.isVisible()

    page.kit.issue.click()
    question = page.kit.findChild(SticksDialog)
    assert isinstance(question, SticksDialog)
    question.sticks.add_folder(str(stick))
    question.pin.setText(PIN)
    question.go_button.click()
    settle(qtbot, workplace)
    page.kit.write_to(str(tmp_path))
    settle(qtbot, workplace)
    with exchange.station(exchange.office) as station:
        assert receive(station, next(tmp_path.glob("shd-kit-*.shd"))).code is Code.KIT_ACCEPTED
    workplace.runner.shut_down()
    with Station.open(new_pc, clock=clock, identifiers=TimeOrderedIdentifiers(clock), pin=NEW_PIN) as station:
        assert station.key_store.unlock_with_recovery(code).names == station.keys.names


def choose_kit(dialog: KeysLostDialog, kit: Path) -> None:
    """By the button; the system's own dialog is answered for a person."""
    dialog.choose_kit.click()
    files = dialog.findChild(QFileDialog)
    assert files is not None
    files.fileSelected.emit(str(kit))
    files.close()
    assert dialog.choice.kit == kit


def fill(dialog: KeysLostDialog, stick: Path, *, sticks_pin: str) -> None:
    """As a person does; the button waits until everything is there."""
    assert not dialog.go_button.isEnabled()
    dialog.sticks.add_folder(str(stick))
    dialog.sticks_pin.setText(sticks_pin)
    dialog.pin.setText(NEW_PIN)
    dialog.reason.field.setText("máy hỏng")
    dialog.again.setText("654322")
    assert not dialog.go_button.isEnabled()
    dialog.again.setText(NEW_PIN)
    assert dialog.go_button.isEnabled(), dialog.told.text()
