"""Stopping a long job at each of its stages, by keyboard, in the window: nothing is half made, and the window goes on.

The worker is held at the stage (``tests.ui.holding``) until the person has stopped the job, so nothing depends on speed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.domain.progress import Stage
from storage.folders import Folders
from tests.ui.conftest import PIN, BuiltExchange, clock
from tests.ui.desk import JOBS, MANY_ROWS, WORKBOOK, Desk, at_desk, build, copied, seal, stop_by_tabulator
from tests.ui.holding import Hold
from tests.ui.keyboard import CTRL, Key, Keyboard
from ui.window.excel_import.flow import Step as ImportStep
from ui.window.excel_import.wizard import ImportWizard
from ui.window.first_start.flow import Step
from ui.window.first_start.wizard import FirstStartWizard
from ui.window.main_window import MainWindow
from ui.window.operations import first_start as operations

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    return Keyboard(qtbot)


@pytest.fixture(scope="module")
def built_desk(built_exchange: BuiltExchange, tmp_path_factory: pytest.TempPathFactory) -> BuiltExchange:
    return build(built_exchange, tmp_path_factory.mktemp("bàn") / "chỗ làm việc")


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, built_desk: BuiltExchange, tmp_path: Path) -> Iterator[Desk]:
    with at_desk(qtbot, qapp, copied(built_desk, tmp_path / "chỗ làm việc")) as made:
        yield made


STOPS = [(name, stage) for name, job in JOBS.items() for stage in job.stages]


@pytest.mark.parametrize(("name", "stage"), STOPS, ids=[f"{name}-{stage.name.lower()}" for name, stage in STOPS])
def test_a_stopped_job_leaves_nothing_and_can_be_done_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str, stage: Stage
) -> None:
    job = JOBS[name]
    ledger, files = desk.ledger(), desk.files()
    with monkeypatch.context() as patch:
        hold = Hold(patch, stage)
        job.begin(desk)
        desk.keyboard.until(lambda: hold.is_holding)
        job.stop(desk)
        hold.let_go()
        desk.goes_on()
    assert not job.done(desk)
    assert desk.ledger() == ledger
    assert desk.files() == files
    job.begin(desk)
    desk.keyboard.until(lambda: job.done(desk))
    desk.goes_on()


@pytest.mark.parametrize("name", list(JOBS))
def test_no_stage_is_forgotten(desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with monkeypatch.context() as patch:
        hold = Hold(patch)
        JOBS[name].begin(desk)
        desk.keyboard.until(lambda: JOBS[name].done(desk))
        desk.goes_on()
    assert set(hold.seen) == set(JOBS[name].stages)


# The import from Excel


def to_columns(desk: Desk) -> ImportWizard:
    """The wizard by keyboard, up to the step before the rows are read."""
    desk.keyboard.press(Key.Key_2, modifier=CTRL)
    desk.goes_on()
    desk.keyboard.alt("Nhập từ Excel…")
    desk.keyboard.until(lambda: isinstance(desk.keyboard.window, ImportWizard))
    wizard = desk.keyboard.window
    assert isinstance(wizard, ImportWizard)
    desk.keyboard.alt("Chọn bảng tính…")
    desk.keyboard.file_dialog(desk.root / WORKBOOK)
    desk.keyboard.until(lambda: wizard.flow.step is ImportStep.COLUMNS and not wizard.working)
    return wizard


@pytest.mark.parametrize("stage", [Stage.READING, Stage.VERIFYING])
def test_reading_a_workbook_is_stopped_and_begun_again(desk: Desk, monkeypatch: pytest.MonkeyPatch, stage: Stage) -> None:
    wizard = to_columns(desk)
    ledger, files = desk.ledger(), desk.files()
    with monkeypatch.context() as patch:
        hold = Hold(patch, stage)
        desk.keyboard.press(Key.Key_Return)
        desk.keyboard.until(lambda: hold.is_holding)
        stop_by_tabulator(desk)
        hold.let_go()
        desk.goes_on()
    assert wizard.flow.step is ImportStep.COLUMNS
    assert (desk.ledger(), desk.files()) == (ledger, files)
    desk.keyboard.press(Key.Key_Return)
    desk.keyboard.until(lambda: wizard.flow.step is ImportStep.PREVIEW and not wizard.working)
    assert wizard.flow.rows is not None
    assert wizard.flow.rows.good == MANY_ROWS
    assert (desk.ledger(), desk.files()) == (ledger, files), "a preview writes nothing"


@pytest.mark.parametrize("stays", [True, False], ids=["stays", "leaves"])
def test_escape_in_the_midst_of_reading_asks(desk: Desk, monkeypatch: pytest.MonkeyPatch, stays: bool) -> None:
    wizard = to_columns(desk)
    ledger, files = desk.ledger(), desk.files()
    hold = Hold(monkeypatch, Stage.VERIFYING)
    desk.keyboard.press(Key.Key_Return)
    desk.keyboard.until(lambda: hold.is_holding)
    desk.keyboard.press(Key.Key_Escape)
    desk.keyboard.until(lambda: isinstance(desk.keyboard.window, QMessageBox))
    desk.keyboard.alt("Không" if stays else "Có")
    hold.let_go()
    desk.goes_on()
    if stays:
        desk.keyboard.until(lambda: wizard.flow.step is ImportStep.PREVIEW and not wizard.working)
        desk.keyboard.press(Key.Key_Escape)
    desk.keyboard.until(lambda: isinstance(desk.keyboard.window, MainWindow))
    assert (desk.ledger(), desk.files()) == (ledger, files)
    desk.keyboard.press(Key.Key_N, modifier=CTRL)
    desk.keyboard.until(lambda: desk.keyboard.reads("Hoạt động mới"))


# Closing the program


def test_closing_the_program_in_the_midst_of_sealing_asks_and_leaves_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, files = desk.ledger(), desk.files()
    hold = Hold(monkeypatch, Stage.WRITING)
    seal(desk)
    desk.keyboard.until(lambda: hold.is_holding)
    for answer in ("Không", "Có"):
        desk.keyboard.press(Key.Key_Q, modifier=CTRL)
        desk.keyboard.until(lambda: isinstance(desk.keyboard.window, QMessageBox))
        desk.keyboard.alt(answer)
        assert desk.window.isVisible()
    hold.let_go()
    desk.keyboard.until(lambda: not desk.window.isVisible())
    assert (desk.ledger(), desk.files()) == (ledger, files)


# The first start

DEMONSTRATION = (Stage.WRITING, Stage.VERIFYING, Stage.READING, Stage.RENDERING, Stage.COMPUTING)


@pytest.fixture
def wizard(qtbot: QtBot, keyboard: Keyboard, tmp_path: Path) -> Iterator[FirstStartWizard]:
    """A new PC."""
    folders = Folders(tmp_path / "máy mới", tmp_path / "máy mới markers")
    made = FirstStartWizard(folders, clock=clock, identifiers=TimeOrderedIdentifiers(clock), language="vi")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.runner.shut_down()


@pytest.mark.parametrize("stage", DEMONSTRATION)
def test_the_demonstration_is_stopped_and_begun_again(
    keyboard: Keyboard, wizard: FirstStartWizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: Stage
) -> None:
    monkeypatch.setattr(operations, "_DEMONSTRATION_OFFICES", 2)
    keyboard.alt("Chỉ xem thử")
    keyboard.press(Key.Key_Return)
    for held in (stage, Stage.WRITING) if stage is Stage.WRITING else (stage,):
        with monkeypatch.context() as patch:
            hold = Hold(patch, held)
            keyboard.alt("Lập dữ liệu xem thử")
            keyboard.until(lambda hold=hold: hold.is_holding)  # type: ignore[misc]
            keyboard.until(lambda: keyboard.reads("Dừng"))
            keyboard.tab_to("Dừng")
            keyboard.press(Key.Key_Space)
            hold.let_go()
            keyboard.until(lambda: not wizard.working)
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert stage is not DEMONSTRATION[-1] or hold.seen == list(DEMONSTRATION), "no stage is forgotten"
    assert wizard.flow.step is Step.DEMONSTRATION
    keyboard.alt("Quay lại")
    assert keyboard.reads("Máy này dùng để làm gì?")


@pytest.mark.parametrize("stage", [Stage.WRITING, Stage.READING_BACK])
def test_the_request_of_the_first_start_is_waited_for(
    keyboard: Keyboard,
    wizard: FirstStartWizard,
    exchange: BuiltExchange,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    stage: Stage,
) -> None:
    keyboard.press(Key.Key_Return)
    keyboard.alt("Chọn tệp…")
    keyboard.file_dialog(exchange.kit)
    keyboard.until(lambda: not wizard.working and keyboard.reads(exchange.kit.name))
    keyboard.alt("Tiếp tục")
    keyboard.type(exchange.fingerprint)
    keyboard.press(Key.Key_Return)
    keyboard.type("huyen dak to")
    keyboard.press(Key.Key_Return)
    keyboard.type(PIN)
    keyboard.press(Key.Key_Tab)
    keyboard.type(PIN)
    keyboard.press(Key.Key_Return)
    keyboard.until(lambda: wizard.flow.step is Step.RESULT and not wizard.working)
    hold = Hold(monkeypatch, stage)
    keyboard.alt("Ghi ra USB hoặc thư mục…")
    target = tmp_path / "usb"
    target.mkdir()
    keyboard.file_dialog(target)
    keyboard.until(lambda: hold.is_holding)
    keyboard.press(Key.Key_Escape)
    keyboard.until(lambda: keyboard.reads("Lúc này không dừng được. Xin chờ đến khi xong."))
    assert wizard.isVisible()
    hold.let_go()
    keyboard.until(lambda: not wizard.working)
    assert sorted(path.suffix for path in target.iterdir()) == [".docx", ".shd"]
    assert keyboard.reads("✓ Đã ghi:")
