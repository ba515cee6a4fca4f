"""kill -9 in the midst of typing and of each long job: at the next start nothing is lost or half there, and it goes on.

The window that is killed runs in a process of its own (``job_victim``); the one after it is used by keyboard.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from export.exchange.custody import custody_lines
from export.exchange.importing import import_files
from storage.backup import verify_ledger
from storage.domain.codes import Code
from tests.ui import job_victim
from tests.ui.conftest import BuiltExchange
from tests.ui.desk import JOBS, MANY_ROWS, WORKBOOK, Desk, Job, at_desk, build, copied
from tests.ui.keyboard import CTRL, Key
from ui.window.excel_import.flow import Step
from ui.window.excel_import.wizard import ImportWizard

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
ROOT = Path(__file__).parents[2]
PATIENCE = 90
"""Seconds that a victim gets to come to where it is to be killed."""
BEFORE = 1
"""Activities that were there already."""


@pytest.fixture(scope="module")
def built_desk(built_exchange: BuiltExchange, tmp_path_factory: pytest.TempPathFactory) -> BuiltExchange:
    return build(built_exchange, tmp_path_factory.mktemp("bàn") / "chỗ làm việc")


@pytest.fixture
def exchange(built_desk: BuiltExchange, tmp_path: Path) -> BuiltExchange:
    return copied(built_desk, tmp_path / "chỗ làm việc")


def kill_in_the_midst(exchange: BuiltExchange, kind: str) -> None:
    command = [sys.executable, "-m", "tests.ui.job_victim", str(exchange.root), kind]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as victim:
        assert victim.stdout is not None
        patience = threading.Timer(PATIENCE, victim.kill)
        patience.start()
        said = victim.stdout.readline()
        patience.cancel()
        victim.kill()
    assert said == b"held\n"


def activities(exchange: BuiltExchange) -> int:
    with exchange.station(exchange.office) as station:
        return int(station.ledger.db.execute("SELECT count(*) FROM activity").fetchone()[0])


def is_sound(exchange: BuiltExchange) -> bool:
    with exchange.station(exchange.office) as station:
        return verify_ledger(station.ledger) == []


def looks_finished(folder: Path) -> list[str]:
    """Files that somebody might take for a bundle or a copy; what was not finished bears a name that no program opens."""
    return [path.name for path in folder.iterdir() if path.suffix != ".part"]


def done_again(desk: Desk, job: Job) -> None:
    job.begin(desk)
    desk.keyboard.until(lambda: job.done(desk))
    desk.goes_on()


def test_a_figure_that_nobody_saved_is_still_there(qtbot: QtBot, qapp: QApplication, exchange: BuiltExchange) -> None:
    with exchange.station(exchange.office) as station:
        station.ledger.set("returned/2020S1", "1")  # open again, as after a return by the centre
    kill_in_the_midst(exchange, "answers")
    with at_desk(qtbot, qapp, exchange) as desk:
        desk.keyboard.press(Key.Key_3, modifier=CTRL)
        desk.goes_on()
        desk.keyboard.alt("2  Báo cáo")
        desk.keyboard.tab_to("Các phần của báo cáo")
        desk.keyboard.choose("II.1.a")
        field = desk.keyboard.tab_to("Số kế hoạch, văn bản triển khai đã ban hành")
        assert isinstance(field, QLineEdit)
        assert field.text() == job_victim.TYPED
        assert desk.keyboard.reads("Chưa ghi"), "typed, and not said to be saved"
        desk.keyboard.press(Key.Key_S, modifier=CTRL)
        desk.keyboard.until(lambda: desk.keyboard.reads("Đã ghi tất cả"))
        desk.goes_on()
    assert is_sound(exchange)


def test_an_import_from_excel_is_whole_or_not_there(qtbot: QtBot, qapp: QApplication, exchange: BuiltExchange) -> None:
    kill_in_the_midst(exchange, "import")
    assert activities(exchange) == BEFORE, "half of a workbook is none of it"
    assert is_sound(exchange)
    with at_desk(qtbot, qapp, exchange) as desk:
        keyboard = desk.keyboard
        keyboard.press(Key.Key_2, modifier=CTRL)
        desk.goes_on()
        keyboard.alt("Nhập từ Excel…")
        keyboard.until(lambda: isinstance(keyboard.window, ImportWizard))
        wizard = keyboard.window
        assert isinstance(wizard, ImportWizard)
        keyboard.alt("Chọn bảng tính…")
        keyboard.file_dialog(exchange.root / WORKBOOK)
        for step in (Step.COLUMNS, Step.PREVIEW):
            keyboard.until(lambda step=step: wizard.flow.step is step and not wizard.working)  # type: ignore[misc]
            keyboard.press(Key.Key_Return)
        keyboard.until(lambda: wizard.flow.step is Step.RESULT and not wizard.working)
        desk.goes_on()
    assert activities(exchange) == BEFORE + MANY_ROWS, "each row once"
    assert is_sound(exchange)


@pytest.mark.parametrize(("kind", "left"), [("seal_reading", 0), ("seal_writing", 0), ("seal_reading_back", 1)])
def test_a_seal_is_whole_or_not_there(qtbot: QtBot, qapp: QApplication, exchange: BuiltExchange, kind: str, left: int) -> None:
    """Killed while comparing, a whole file is left that nobody has called done; it does no harm beside the next one."""
    kill_in_the_midst(exchange, kind)
    usb = exchange.root / "usb"
    assert len(looks_finished(usb)) == left
    with exchange.station(exchange.office) as station:
        known = len(custody_lines(station.ledger))
    with at_desk(qtbot, qapp, exchange) as desk:
        done_again(desk, JOBS["seal"])
        assert desk.keyboard.reads("1 tệp")
    with exchange.station(exchange.office) as station:
        assert len(custody_lines(station.ledger)) == known + 1, "only what was compared is in the list"
    files = looks_finished(usb)
    assert len(files) == left + 1
    with exchange.station(exchange.centre) as station:
        outcomes = import_files(station, [usb / name for name in files])
    assert {outcome.code for outcome in outcomes} <= {Code.BUNDLE_IMPORTED, Code.BUNDLE_KNOWN}
    assert is_sound(exchange)


def test_a_receipt_is_taken_in_whole_or_not_at_all(qtbot: QtBot, qapp: QApplication, exchange: BuiltExchange) -> None:
    kill_in_the_midst(exchange, "receive")
    with exchange.station(exchange.office) as station:
        assert station.ledger.db.execute("SELECT count(*) FROM receipt").fetchone()[0] == 0
    assert is_sound(exchange)
    with at_desk(qtbot, qapp, exchange) as desk:
        done_again(desk, JOBS["receive"])
        desk.keyboard.until(lambda: desk.keyboard.reads("Đã tiếp nhận"))
    assert is_sound(exchange)


def test_a_backup_is_whole_or_not_there(qtbot: QtBot, qapp: QApplication, exchange: BuiltExchange) -> None:
    kill_in_the_midst(exchange, "back_up")
    assert looks_finished(exchange.root / "usb") == []
    with at_desk(qtbot, qapp, exchange) as desk:
        done_again(desk, JOBS["back_up"])
    (name,) = looks_finished(exchange.root / "usb")
    assert name.endswith(".db")
    assert is_sound(exchange)


def test_a_restore_is_whole_or_has_not_happened(qtbot: QtBot, qapp: QApplication, exchange: BuiltExchange) -> None:
    with exchange.station(exchange.office) as station:
        entries = station.ledger.journal.head(station.ledger.journal.own_feed())
    kill_in_the_midst(exchange, "restore")
    with exchange.station(exchange.office) as station:
        assert station.ledger.journal.head(station.ledger.journal.own_feed()) == entries
    assert is_sound(exchange)
    with at_desk(qtbot, qapp, exchange) as desk:
        done_again(desk, JOBS["restore"])
    assert is_sound(exchange)
