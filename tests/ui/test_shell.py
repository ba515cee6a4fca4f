"""The shell around the pages: opening, navigation, help, the lock, closing while busy, the second start, mistakes."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import Progress, Stage
from storage.messages.catalogue import Catalogue
from tests.ui.conftest import PIN, BuiltExchange, MakeWorkplace, settle
from tests.ui.printing.printed import printed
from ui.window.main_window import MainWindow
from ui.window.manual import ManualWindow
from ui.window.mistakes import MistakeTeller
from ui.window.operations.keys import lock_keys
from ui.window.pin import PinDialog, ask_pin
from ui.window.pin_change import ChangePinDialog, RecoveryCodeDialog
from ui.window.reason_dialog import ReasonDialog
from ui.window.single_instance import SingleInstance
from ui.window.workplace import Workplace


@pytest.fixture
def window(qtbot: QtBot, workplace: Workplace) -> MainWindow:
    made = MainWindow(workplace)
    qtbot.addWidget(made)
    return made


class Told(QObject):
    """Remembers how often it was called."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.errors: list[LedgerError] = []

    @Slot()
    def opened(self) -> None:
        self.count += 1

    @Slot(object)
    def failed(self, error: LedgerError) -> None:
        self.errors.append(error)


def test_pages_are_reached_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    window.open_page("settings")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    entries = [item.key for item in window._entries]
    assert window.current == "settings"
    assert window.navigation.pages.currentRow() == entries.index("settings")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    manual = window.findChild(ManualWindow)
    assert manual is not None
    assert manual.browser.source().fileName() == "settings.md"
    assert "Thiết lập" in manual.browser.toPlainText()
    qtbot.keyClick(manual, Qt.Key.Key_Escape)
    settle(qtbot, window.workplace)


def holds_the_keyboard(dialog: QDialog) -> bool:
    return dialog.isAncestorOf(QApplication.focusWidget()) if QApplication.focusWidget() else False


def test_f1_in_a_dialog_opens_the_help_of_the_page_over_it(qtbot: QtBot, window: MainWindow) -> None:
    page = window.page("settings")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for dialog in (
        ReasonDialog(title="Lý do", explanation="Vì sao?", button="Được", parent=page),
        QMessageBox(QMessageBox.Icon.Question, "Hỏi", "Có không?", QMessageBox.StandardButton.Ok, page),
    ):
        dialog.open()
        dialog.activateWindow()
        for _ in range(2):  # the second time the same manual comes to the front again
            qtbot.waitUntil(partial(holds_the_keyboard, dialog))
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
            (manual,) = dialog.findChildren(ManualWindow)
            qtbot.waitUntil(manual.isActiveWindow)
            assert manual.browser.source().fileName() == "settings.md"
            assert manual.isEnabled()
            dialog.activateWindow()
        assert window.findChild(ManualWindow, options=Qt.FindChildOption.FindDirectChildrenOnly) is None
        dialog.close()
        manual.close()
    settle(qtbot, window.workplace)


def test_an_unknown_page_changes_nothing(window: MainWindow) -> None:
    window.open_page("settings")
    window.open_page("no such page")
    assert window.current == "settings"


def test_geometry_is_remembered(qtbot: QtBot, make_office: MakeWorkplace) -> None:
    workplace = make_office()
    first = MainWindow(workplace)
    first.open_page("settings")
    first.resize(1000, 600)
    first.show()
    first.close()
    again = MainWindow(workplace)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (1000, 600)
    first.deleteLater()


def question_of(qtbot: QtBot, window: MainWindow) -> QMessageBox:
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    found = window.findChild(QMessageBox)
    assert found is not None
    return found


def test_closing_during_a_short_job_just_closes(qtbot: QtBot, window: MainWindow) -> None:
    window.open_page("settings")
    window.show()
    settle(qtbot, window.workplace)
    window.workplace.runner.start(lambda _station, _report: None)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.findChild(QMessageBox) is None


def test_closing_while_busy_asks_and_waits(qtbot: QtBot, window: MainWindow) -> None:
    started, go_on, ends = threading.Event(), threading.Event(), []

    def job(_station: object, report: object) -> None:
        started.set()
        go_on.wait(20)
        ends.append("whole")

    window.open_page("settings")
    window.show()
    settle(qtbot, window.workplace)
    window.workplace.runner.start(job)
    assert started.wait(20)
    window.close()
    assert window.isVisible()
    box = question_of(qtbot, window)
    qtbot.mouseClick(box.button(QMessageBox.StandardButton.No), Qt.MouseButton.LeftButton)
    assert window.isVisible()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is None)
    window.close()
    box = question_of(qtbot, window)
    qtbot.mouseClick(box.button(QMessageBox.StandardButton.Yes), Qt.MouseButton.LeftButton)
    assert window.isVisible(), "a job that cannot be stopped is waited for"
    go_on.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert ends == ["whole"]


def test_progress_is_shown_and_can_be_stopped(qtbot: QtBot, window: MainWindow) -> None:
    go_on = threading.Event()

    def job(_station: object, report: object) -> None:
        assert callable(report)
        report(Progress(Stage.READING, 1, 10))
        while not go_on.wait(0.01):
            report(Progress(Stage.READING, 2, 10))

    window.open_page("settings")
    window.show()
    settle(qtbot, window.workplace)
    handle = window.workplace.runner.start(job, cancellable=True)
    try:
        qtbot.waitUntil(lambda: window.busy.isVisible() and window.busy._stop.isVisible())
        assert window.workplace.words.stage(Stage.READING) in window.busy._text.text()
        with qtbot.waitSignal(handle.cancelled):
            qtbot.mouseClick(window.busy._stop, Qt.MouseButton.LeftButton)
    finally:
        go_on.set()
    qtbot.waitUntil(lambda: not window.busy.isVisible())


def test_a_mistake_in_a_job_is_told_without_its_text(qtbot: QtBot, window: MainWindow) -> None:
    def job(_station: object, _report: object) -> None:
        raise ValueError("what the clerk typed")

    window.show()
    window.page("settings").run(job)
    settle(qtbot, window.workplace)
    assert window.workplace.words.sentence(Code.UNEXPECTED) in window.messages.accessibleDescription()
    assert "typed" not in window.messages.accessibleDescription()


def test_a_full_disk_is_told_as_such(qtbot: QtBot, window: MainWindow) -> None:
    def job(_station: object, _report: object) -> None:
        raise OSError(28, "No space left on device", "file.docx")

    window.show()
    window.page("settings").run(job)
    settle(qtbot, window.workplace)
    assert window.workplace.words.sentence(Code.DISK_FULL, {"path": "file.docx"}) in window.messages.accessibleDescription()


def test_mistakes_of_the_window_are_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    teller = MistakeTeller(Catalogue.load("vi"), tmp_path)
    for _ in range(3):
        teller.mistake(ValueError, ValueError("secret"), None)
    qtbot.waitUntil(lambda: teller.box is not None)
    box = teller.box
    assert box is not None
    assert "secret" not in box.text() + box.informativeText()
    assert str(tmp_path) in box.informativeText()
    box.close()
    box.deleteLater()
    QCoreApplication.sendPostedEvents(box, 0)


# The PIN


@pytest.fixture
def desk(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def dialog_of(qtbot: QtBot, desk: QWidget) -> PinDialog:
    qtbot.waitUntil(lambda: desk.findChild(PinDialog) is not None, timeout=20_000)
    found = desk.findChild(PinDialog)
    assert found is not None
    return found


def press_ok(qtbot: QtBot, box: QDialogButtonBox) -> None:
    qtbot.mouseClick(box.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)


def test_the_pin_is_asked_once_until_locked(qtbot: QtBot, desk: QWidget, workplace: Workplace) -> None:
    told = Told()
    ask_pin(workplace, desk, told.opened)
    dialog = dialog_of(qtbot, desk)
    qtbot.keyClicks(dialog.pin, "000000")
    press_ok(qtbot, dialog.buttons)
    settle(qtbot, workplace)
    assert dialog.told.isVisible()
    assert "Mã PIN không đúng" in dialog.told.text()
    assert told.count == 0
    qtbot.keyClicks(dialog.pin, PIN)
    qtbot.keyClick(dialog.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told.count == 1, timeout=20_000)
    ask_pin(workplace, desk, told.opened)
    qtbot.waitUntil(lambda: told.count == 2, timeout=20_000)
    workplace.runner.start(lock_keys())
    ask_pin(workplace, desk, told.opened)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in desk.findChildren(PinDialog)), timeout=20_000)
    assert told.count == 2
    next(one for one in desk.findChildren(PinDialog) if one.isVisible()).reject()


def test_giving_up_the_pin_does_nothing(qtbot: QtBot, desk: QWidget, workplace: Workplace) -> None:
    told = Told()
    ask_pin(workplace, desk, told.opened)
    dialog = dialog_of(qtbot, desk)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, workplace)
    assert told.count == 0


def test_missing_keys_are_told(qtbot: QtBot, desk: QWidget, workplace: Workplace, exchange: BuiltExchange) -> None:
    exchange.office.keys.unlink()
    told = Told()
    ask_pin(workplace, desk, told.opened, failed=told.failed)
    qtbot.waitUntil(lambda: bool(told.errors), timeout=20_000)
    assert told.errors[0].code is Code.KEY_MISSING


def test_the_pin_is_changed_and_the_new_one_opens(qtbot: QtBot, desk: QWidget, workplace: Workplace) -> None:
    dialog = ChangePinDialog(workplace, desk)
    dialog.open()
    qtbot.keyClicks(dialog.old, PIN)
    qtbot.keyClicks(dialog.new, "654321")
    qtbot.keyClicks(dialog.again, "654322")
    press_ok(qtbot, dialog.buttons)
    assert dialog.told.isVisible()
    dialog.again.setText("654321")
    with qtbot.waitSignal(dialog.changed, timeout=20_000):
        press_ok(qtbot, dialog.buttons)
    told = Told()
    ask_pin(workplace, desk, told.opened)
    asked = dialog_of(qtbot, desk)
    qtbot.keyClicks(asked.pin, "654321")
    press_ok(qtbot, asked.buttons)
    qtbot.waitUntil(lambda: told.count == 1, timeout=20_000)


def test_a_new_recovery_code_is_printed_and_sets_a_new_pin(
    qtbot: QtBot, desk: QWidget, workplace: Workplace, tmp_path: Path
) -> None:
    recovery = RecoveryCodeDialog(workplace, desk)
    recovery.open()
    qtbot.keyClicks(recovery.pin, PIN)
    press_ok(qtbot, recovery.buttons)
    qtbot.waitUntil(lambda: bool(recovery.code.text()), timeout=20_000)
    code = recovery.code.text()
    recovery.print.click()
    assert code in printed(qtbot, recovery, tmp_path / "mã.pdf")[0]
    press_ok(qtbot, recovery.buttons)
    dialog = ChangePinDialog(workplace, desk)
    dialog.open()
    dialog.with_code.setChecked(True)
    qtbot.keyClicks(dialog.old, code.lower())
    qtbot.keyClicks(dialog.new, "abcdef")
    qtbot.keyClicks(dialog.again, "abcdef")
    with qtbot.waitSignal(dialog.changed, timeout=20_000):
        press_ok(qtbot, dialog.buttons)


# The second start


def test_a_second_start_hands_its_files_to_the_first(qtbot: QtBot, exchange: BuiltExchange) -> None:
    first, second = SingleInstance(exchange.office), SingleInstance(exchange.office)
    assert first.claim([])
    first.listen()
    try:
        file = exchange.root / "biên nhận.shd"
        with qtbot.waitSignal(first.raised) as raised:
            assert not second.claim([file])
        assert raised.args == [[file]]
        with qtbot.waitSignal(first.raised) as raised:
            assert not second.claim([])
        assert raised.args == [[]]
    finally:
        first.release()
    assert second.claim([])
    second.release()


def test_another_profile_is_another_program(exchange: BuiltExchange) -> None:
    first, other = SingleInstance(exchange.office), SingleInstance(exchange.centre)
    assert first.claim([])
    assert other.claim([])
    first.release()
    other.release()
