"""The frame of the step-by-step dialogs: steps, help, one job at a time, the keyboard's place, and closing while at work."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import Progress, ProgressReporter, Stage
from storage.messages.catalogue import Catalogue
from ui.window.manual import ManualWindow, topic_file
from ui.window.step_wizard import StepPage, StepWizard
from ui.window.tasks import Job, TaskRunner


class AskingPage(StepPage[int]):
    """A step with one field."""

    help_page = "hand_over"

    def __init__(self, title: str) -> None:
        super().__init__(title, "Why this is asked")
        self.field = QLineEdit(self)
        self.column.addWidget(self.field)
        self.field.textChanged.connect(self.changed)

    def show_flow(self, flow: int) -> None:
        self.field.setPlaceholderText(str(flow))

    def first_field(self) -> QLineEdit:
        return self.field


class Wizard(StepWizard):
    """Two steps; the second has no field and no topic of its own."""

    help_page = "excel_import"

    def __init__(self, runner: TaskRunner) -> None:
        super().__init__("Wizard", runner=runner, words=Catalogue.load("vi"), language="vi")
        self.answered, self.results = 0, list[object]()
        self.first, self.second = AskingPage("First"), StepPage[int]("Second", "")
        for page in (self.first, self.second):
            self.add_page(page, self.count_answer)
        self.show_page(self.first, number=1, count=2)
        self.focus_step()

    @Slot()
    def count_answer(self) -> None:
        self.answered += 1

    @Slot(object)
    def took(self, result: object) -> None:
        self.results.append(result)
        self.show_page(self.second, number=2, count=2)


@pytest.fixture
def wizard(qtbot: QtBot) -> Iterator[Wizard]:
    runner = TaskRunner(None)
    made = Wizard(runner)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    runner.shut_down()


class Gate:
    """A job that waits until it is let through, or stopped."""

    def __init__(self, *, fails: bool = False) -> None:
        self.open = threading.Event()
        self._fails = fails

    def job(self) -> Job:
        def run(_station: object, report: ProgressReporter) -> str:
            while not self.open.wait(0.005):
                report(Progress(Stage.VERIFYING, 1, 2))
            if self._fails:
                raise LedgerError(Code.DISK_FULL, path="E:\\")
            return "done"

        return run


def idle(qtbot: QtBot, wizard: Wizard) -> None:
    qtbot.waitUntil(lambda: not wizard.runner.busy, timeout=10_000)


def question(qtbot: QtBot, wizard: Wizard) -> QMessageBox:
    qtbot.waitUntil(lambda: wizard.findChild(QMessageBox) is not None, timeout=5_000)
    found = wizard.findChild(QMessageBox)
    assert found is not None
    return found


def press(qtbot: QtBot, box: QMessageBox, which: QMessageBox.StandardButton) -> None:
    button = box.button(which)
    assert isinstance(button, QPushButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_step_shows_its_number_and_begins_in_its_field(qtbot: QtBot, wizard: Wizard) -> None:
    assert "1" in wizard._number.text()
    assert "2" in wizard._number.text()
    assert wizard.first.field.hasFocus()
    qtbot.keyClicks(wizard.first.field, "ab")
    assert wizard.answered == 2
    wizard.show_page(wizard.second)
    assert not wizard._number.isVisible()
    wizard.focus_step()
    assert wizard.forward.hasFocus()


def test_help_is_about_the_step_or_about_the_wizard(qtbot: QtBot, wizard: Wizard) -> None:
    qtbot.keyClick(wizard.first.field, Qt.Key.Key_F1)
    manual = wizard.findChild(ManualWindow)
    assert manual is not None
    assert manual.browser.source().toLocalFile() == str(topic_file("vi", "hand_over"))
    wizard.show_page(wizard.second)
    wizard.show_help()
    assert manual.browser.source().toLocalFile() == str(topic_file("vi", "excel_import"))
    assert manual.isVisible()


def test_one_job_at_a_time_and_the_next_step_has_the_keyboard(qtbot: QtBot, wizard: Wizard) -> None:
    gate = Gate()
    wizard.start(gate.job(), wizard.took)
    assert wizard.working
    assert not wizard.forward.isEnabled()
    assert not wizard.first.field.isEnabled()
    gate.open.set()
    idle(qtbot, wizard)
    assert wizard.results == ["done"]
    assert not wizard.working
    assert wizard.forward.isEnabled()
    assert wizard.forward.hasFocus()


def test_a_failure_is_told_and_the_keyboard_is_where_it_was(qtbot: QtBot, wizard: Wizard) -> None:
    gate = Gate(fails=True)
    wizard.start(gate.job(), wizard.took)
    gate.open.set()
    idle(qtbot, wizard)
    assert wizard.told.isVisible()
    assert wizard.told.property("tone") == "bad"
    assert wizard.results == []
    assert wizard.first.field.hasFocus(), "not on the button that closes"


def test_closing_without_a_job_closes(qtbot: QtBot, wizard: Wizard) -> None:
    with qtbot.waitSignal(wizard.rejected):
        qtbot.keyClick(wizard, Qt.Key.Key_Escape)


def test_a_job_that_cannot_be_stopped_is_waited_for(qtbot: QtBot, wizard: Wizard) -> None:
    gate = Gate()
    wizard.start(gate.job(), wizard.took)
    wizard.close()
    wizard.accept()
    assert wizard.isVisible()
    assert wizard.told.property("tone") == "warn"
    gate.open.set()
    idle(qtbot, wizard)
    assert wizard.isVisible(), "what came is seen first"
    assert wizard.results == ["done"]


def test_a_long_job_is_asked_about_and_stopped(qtbot: QtBot, wizard: Wizard) -> None:
    wizard.start(Gate().job(), wizard.took, cancellable=True)
    wizard.reject()
    box = question(qtbot, wizard)
    assert wizard.isVisible()
    with qtbot.waitSignal(wizard.rejected, timeout=10_000):
        press(qtbot, box, QMessageBox.StandardButton.Yes)
    assert wizard.results == []


def test_whoever_stays_gets_the_result(qtbot: QtBot, wizard: Wizard) -> None:
    gate = Gate()
    wizard.start(gate.job(), wizard.took, cancellable=True)
    wizard.reject()
    press(qtbot, question(qtbot, wizard), QMessageBox.StandardButton.No)
    gate.open.set()
    idle(qtbot, wizard)
    assert wizard.isVisible()
    assert wizard.results == ["done"]


def test_the_question_goes_when_the_job_ends_by_itself(qtbot: QtBot, wizard: Wizard) -> None:
    gate = Gate()
    wizard.start(gate.job(), wizard.took, cancellable=True)
    wizard.reject()
    box = question(qtbot, wizard)
    with qtbot.waitSignal(box.finished):
        gate.open.set()
    idle(qtbot, wizard)
    assert wizard.isVisible()
    assert wizard.results == ["done"]


def test_it_fits_the_screen(qtbot: QtBot, wizard: Wizard) -> None:
    assert wizard.width() <= wizard.screen().availableSize().width()
    assert wizard.height() <= wizard.screen().availableSize().height()
