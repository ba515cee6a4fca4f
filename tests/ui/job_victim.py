"""An office's window in a process of its own that a test kills in the midst of a job: ``job_victim.py FOLDER KIND``.

Prints ``held`` once the job has come to where it is to be killed, and then lives until it is.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.domain.progress import Progress, Stage
from storage.journal.entries import Entry
from storage.journal.store import JournalStore
from tests.ui.conftest import PIN, BuiltExchange, clock
from tests.ui.desk import OLD_COPY, WORKBOOK
from ui.window import tasks
from ui.window.application import make_application, make_workplace, settings_of
from ui.window.excel_import.wizard import ImportWizard
from ui.window.hand_over.flow import Way
from ui.window.main_window import MainWindow
from ui.window.operations.keys import open_keys
from ui.window.pages.activities import ActivitiesPage
from ui.window.pages.care import CarePage
from ui.window.pages.hand_over import HandOverPage
from ui.window.pages.period import PeriodPage
from ui.window.period.answer_field import ChoiceField
from ui.window.period.panes import TaskPane

Moves = list[Callable[[], object]]
QUESTION, TYPED = "II.1.a-4", "17"
IMPORTED_BEFORE = 300


def hold() -> None:
    """Here the program is killed."""
    print("held", flush=True)  # noqa: T201 - the test waits for it
    time.sleep(600)


def hold_at_stage(stage: Stage) -> None:
    """The worker stops at the first report of a stage."""
    real = tasks._Reporter.__call__

    def report(reporter: tasks._Reporter, progress: Progress) -> None:
        real(reporter, progress)
        if progress.stage is stage:
            hold()

    tasks._Reporter.__call__ = report  # type: ignore[method-assign,assignment]


def hold_after_entries(count: int) -> None:
    """The worker stops within a transaction, after so many entries."""
    real = JournalStore.append
    written = []

    def append(journal: JournalStore, entry: Entry) -> object:
        answer = real(journal, entry)
        written.append(entry)
        if len(written) == count:
            hold()
        return answer

    JournalStore.append = append  # type: ignore[method-assign,assignment]


def answers(window: MainWindow, _: BuiltExchange) -> Moves:
    """A figure is typed into the report and not saved by anybody; the pause has put it away."""
    page = cast(PeriodPage, window.page("period"))

    def type_figure() -> None:
        page.report.go_to(QUESTION)
        page.tabs.setCurrentWidget(page.report)
        field = cast(ChoiceField, cast(TaskPane, page.report.pane("II.1.a")).fields[QUESTION])
        number: QLineEdit = field.number
        number.setText(TYPED)
        number.textEdited.emit(TYPED)

    def wait() -> None:
        if page._pause.isActive() or window.workplace.runner.busy:
            QTimer.singleShot(20, wait)
        else:
            hold()

    return [type_figure, wait]


def record_workbook(window: MainWindow, exchange: BuiltExchange) -> Moves:
    """Half of the rows are written, and nothing of it is committed."""
    page = cast(ActivitiesPage, window.page("activities"))
    wizard = ImportWizard(window.workplace, page)
    wizard.open()
    hold_after_entries(IMPORTED_BEFORE)
    return [lambda: wizard.look_into(exchange.root / WORKBOOK), wizard.go_on, wizard.go_on]


def seal(window: MainWindow, exchange: BuiltExchange) -> Moves:
    """The bundle is being written to the stick, or read back from it."""
    page = cast(HandOverPage, window.page("hand_over"))
    page.place.ways[Way.FOLDER].setChecked(True)
    page._folder_chosen(str(exchange.root / "usb"))
    return [page.place.start.click]


def receive(window: MainWindow, exchange: BuiltExchange) -> Moves:
    """The receipt is in the journal, and not committed."""
    hold_after_entries(1)
    return [lambda: window.open_files(list((exchange.root / "receipts").iterdir()))]


def back_up(window: MainWindow, exchange: BuiltExchange) -> Moves:
    """The copy is written and being read back."""
    return [lambda: cast(CarePage, window.page("care")).back_up_to(str(exchange.root / "usb"))]


def restore(window: MainWindow, exchange: BuiltExchange) -> Moves:
    """The old copy is about to be put in place."""
    return [lambda: cast(CarePage, window.page("care")).restore(exchange.root / OLD_COPY)]


KINDS: dict[str, tuple[Callable[[MainWindow, BuiltExchange], Moves], Stage | None]] = {
    "answers": (answers, None),
    "import": (record_workbook, None),
    "seal_reading": (seal, Stage.READING),
    "seal_writing": (seal, Stage.WRITING),
    "seal_reading_back": (seal, Stage.READING_BACK),
    "receive": (receive, None),
    "back_up": (back_up, Stage.READING_BACK),
    "restore": (restore, Stage.WRITING),
}


def main(folder: Path, kind: str) -> int:
    exchange = BuiltExchange(folder)
    folders = exchange.office
    application = make_application(["victim"], language="vi", scheme="light", text_percent=100)
    workplace = make_workplace(
        folders, clock=clock, identifiers=TimeOrderedIdentifiers(clock), language="vi", settings=settings_of(folders)
    )
    workplace.runner.start(open_keys(pin=PIN))
    window = MainWindow(workplace)
    window.show()
    begin, stage = KINDS[kind]
    moves: Moves = []
    begun: list[str] = []

    def move() -> None:
        if workplace.runner.busy or not window.current:
            return
        if not begun:
            begun.append(kind)
            moves.extend(begin(window, exchange))
            if stage is not None:
                hold_at_stage(stage)
        elif moves:
            moves.pop(0)()

    timer = QTimer()
    timer.timeout.connect(move)
    timer.start(20)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
