"""Care through the window: copies that are read back, the way back with its notice, the check, new keys for a new PC."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from export.exchange.enrolment import approve, own_voice
from storage.backup import back_up
from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.marker import Continuity
from storage.search import Filter, count_activities
from tests.ui.conftest import PIN, BuiltExchange, MakeWorkplace, settle
from tests.ui.printing.printed import printed
from tests.ui.test_every_page_fits import doubled_mnemonics, draw
from ui.window.care.dialogs import NewKeysDialog, NewPinDialog, RestoreDialog
from ui.window.care.view import copies_in, problem_lines
from ui.window.pages.care import CarePage
from ui.window.workplace import Workplace


def shown(qtbot: QtBot, workplace: Workplace) -> CarePage:
    page = CarePage(workplace)
    qtbot.addWidget(page)
    page.resize(1150, 680)
    page.show()
    page.activate()
    settle(qtbot, workplace)
    return page


def test_without_a_copy_the_page_warns(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    assert page.backups._age.property("tone") == "warn"
    assert page.backups.table.rowCount() == 0
    assert not page.backups.restore.isEnabled()
    assert page.keys.button.isHidden()


def test_a_copy_here_and_one_on_a_stick(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    page = shown(qtbot, workplace)
    page.backups.here.click()
    settle(qtbot, workplace)
    assert page.backups.table.rowCount() == 1
    assert page.backups._age.property("tone") == "good"
    stick = tmp_path / "thẻ nhớ"
    stick.mkdir()
    page.back_up_to(str(stick))
    settle(qtbot, workplace)
    (copy,) = stick.glob("*.db")
    assert str(copy) in page.backups.made.text()
    assert page.backups.table.rowCount() == 1


def test_a_full_or_missing_place_is_told(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    page = shown(qtbot, workplace)
    blocked = tmp_path / "tệp"
    blocked.write_text("", encoding="utf-8")
    with qtbot.waitSignal(page.said) as said:
        page.back_up_to(str(blocked))
    assert said.args is not None
    assert said.args[0].code is not Code.UNEXPECTED
    assert page.backups.made.isHidden()


def test_restoring_asks_replaces_and_opens_anew(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace, tmp_path: Path
) -> None:
    exchange.record(2)
    with exchange.station(exchange.office) as station:
        copy = back_up(station.ledger, tmp_path / "bản sao.db").path
    exchange.record(3)
    page = shown(qtbot, make_office())
    announced: list[ChangeSet] = []
    page.workplace.announcer.changed.connect(lambda changes, _: announced.append(changes))
    page._file_chosen(str(copy))
    dialog = page.findChild(RestoreDialog)
    assert isinstance(dialog, RestoreDialog)
    assert not dialog.go_button.isEnabled()
    dialog.understood.click()
    dialog.go_button.click()
    settle(qtbot, page.workplace)
    assert announced == [ChangeSet(activities=True, periods=True, registry=True, exchange=True)]
    told: list[object] = []
    page.run(lambda station, _: (station.ledger.continuity, count_activities(station.ledger, Filter())), told.append)
    settle(qtbot, page.workplace)
    assert told == [(Continuity.RESTORED, 2)]
    assert [copy.replaced for copy in copies_in(exchange.office.backups)] == [True]
    assert page.notice.isVisible()
    assert page.workplace.words.sentence(Code.LEDGER_RESTORED) in page.notice._text.text()
    again = shown(qtbot, page.workplace)
    assert again.notice.isVisible()
    again.notice.button.click()
    assert again.notice.isHidden()
    again.refresh()
    settle(qtbot, page.workplace)


def test_a_damaged_copy_changes_nothing_and_work_goes_on(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace, tmp_path: Path
) -> None:
    exchange.record(2)
    damaged = tmp_path / "hỏng.db"
    damaged.write_bytes(b"SQLite format 3\0" + bytes(5_000))
    page = shown(qtbot, make_office())
    with qtbot.waitSignal(page.said) as said:
        page.restore(damaged)
    assert said.args is not None
    assert said.args[0].code in (Code.BACKUP_DAMAGED, Code.LEDGER_FOREIGN)
    told: list[object] = []
    page.run(lambda station, _: count_activities(station.ledger, Filter()), told.append)
    settle(qtbot, page.workplace)
    assert told == [2]
    assert page.notice.isHidden()


def test_a_sound_ledger_is_told(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> None:
    exchange.record(2)
    page = shown(qtbot, make_office())
    qtbot.mouseClick(page.check.button, Qt.MouseButton.LeftButton)
    assert not page.check.button.isEnabled()
    settle(qtbot, page.workplace)
    assert page.check.told.property("tone") == "good"
    assert page.check.button.isEnabled()


def test_a_changed_record_is_found(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> None:
    exchange.record(2)
    with exchange.station(exchange.office) as station, station.ledger.write():
        db = station.ledger.db
        (line,) = db.execute("SELECT max(seq) FROM node WHERE line IS NOT NULL").fetchone()
        db.execute("UPDATE node SET line = CAST(replace(CAST(line AS TEXT), 'Hội', 'Hộj') AS BLOB) WHERE seq = ?", [line])
    page = shown(qtbot, make_office())
    page.check.button.click()
    settle(qtbot, page.workplace)
    assert page.check.told.property("tone") == "bad"
    assert "entry" in page.check.told.text()


def test_new_keys_for_a_pc_that_has_none(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace, tmp_path: Path
) -> None:
    exchange.record(1)
    exchange.office.keys.unlink()
    page = shown(qtbot, make_office())
    assert page.keys.button.isVisible()
    page.keys.button.click()
    asked = page.findChild(NewPinDialog)
    assert isinstance(asked, NewPinDialog)
    first, second = asked.findChildren(QLineEdit)
    qtbot.keyClicks(first, PIN)
    qtbot.keyClicks(second, PIN[:-1])
    assert not asked.go_button.isEnabled()
    qtbot.keyClicks(second, PIN[-1])
    asked.go_button.click()
    settle(qtbot, page.workplace)
    dialog = page.findChild(NewKeysDialog)
    assert isinstance(dialog, NewKeysDialog)
    dialog.reject()
    assert dialog.isVisible()
    draw(dialog, "vi-light-new-keys")
    assert doubled_mnemonics(dialog) == []
    dialog.print_button.click()
    assert dialog.recovery_code in printed(qtbot, dialog, tmp_path / "mã.pdf")[0]
    request = tmp_path / "enrol.shd"
    page.save_enrolment(str(request))
    settle(qtbot, page.workplace)
    told: list[object] = []
    page.run(lambda station, _: own_voice(station), told.append)
    settle(qtbot, page.workplace)
    (voice,) = told
    with exchange.station(exchange.centre) as centre:
        assert approve(centre, request, str(voice), replaces=True).office == page.workplace.identity.office
    assert not page.keys.button.isVisible()


@pytest.mark.parametrize(("count", "lines"), [(0, 0), (3, 3), (7, 6)])
def test_only_the_first_problems_are_read_out(count: int, lines: int) -> None:
    assert len(problem_lines(["x"] * count, shown=5)) == lines


def test_a_folder_without_copies_is_no_mistake(tmp_path: Path) -> None:
    assert copies_in(tmp_path / "không có") == []
