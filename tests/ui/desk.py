"""An office's desk: the window with its keys open, a person at the keyboard, and files to work with; the long jobs begun there.

For the tests that stop a job (``test_cancelling``) or kill the program in its midst (``test_killed``).
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.backup import back_up
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.domain.progress import Stage
from storage.recording import ActivityInput, Recorder
from tests.ui.centre_stories import answer_of_centre, close_and_seal
from tests.ui.conftest import PIN, BuiltExchange, clock
from tests.ui.keyboard import CTRL, Key, Keyboard
from tests.ui.test_excel_import import GOOD, workbook
from ui.window.application import make_workplace, set_language, settings_of
from ui.window.care.dialogs import RestoreDialog
from ui.window.main_window import MainWindow
from ui.window.operations.keys import open_keys

MANY_ROWS = 600
OLD_COPY, WORKBOOK = "bản cũ.db", "hoạt động.xlsx"


@dataclass
class Desk:
    """The window of an office with its keys open, a person before it, and what lies around."""

    keyboard: Keyboard
    window: MainWindow
    exchange: BuiltExchange
    root: Path

    @property
    def folder(self) -> Path:
        """Where a job of this test writes to."""
        return self.root / "usb"

    @property
    def receipt(self) -> Path:
        return self.root / "receipts" / next(path.name for path in (self.exchange.root / "receipts").iterdir())

    def goes_on(self) -> None:
        """Every job that was started is over."""
        self.keyboard.idle(self.window.workplace.runner)

    def ledger(self) -> str:
        """A digest of all that the ledger holds, read by a second station."""
        with self.exchange.station(self.exchange.office) as station:
            db = station.ledger.db
            names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
            digest = hashlib.sha256()
            for name in names:
                rows = db.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - a name of the schema itself
                digest.update(repr(sorted(map(repr, rows))).encode())
            return digest.hexdigest()

    def files(self) -> dict[Path, int]:
        """All files of the profile and around it, but what SQLite keeps beside a database and the choices of the window."""
        found = [path for path in self.root.rglob("*") if path.is_file()]
        return {path: path.stat().st_size for path in found if not path.name.endswith(("-wal", "-shm", ".ini", ".db"))} | {
            path: 0 for path in found if path.suffix == ".db"
        }


def build(built: BuiltExchange, root: Path) -> BuiltExchange:
    """A closed half-year with an attachment, a receipt that has come for it, a workbook, and a copy that can be restored."""
    exchange = copied(built, root)
    (uid,) = exchange.record(1)
    scan = exchange.root / "văn bản.pdf"
    scan.write_bytes(b"%PDF-1.7\n" + hashlib.shake_256(b"scan").digest(200_000))
    with exchange.station(exchange.office) as station:
        row = ActivityInput(uid=uid, attachments=[str(scan)])
        assert Recorder(station.ledger, station.catalogue).record([(1, row)]).refused == []
        back_up(station.ledger, exchange.root / OLD_COPY)
    answer_of_centre(exchange, close_and_seal(exchange, exchange.root / "gói"))
    (exchange.root / "usb").mkdir()
    workbook(exchange.root / WORKBOOK, *(_row(number) for number in range(MANY_ROWS)))
    return exchange


def copied(built: BuiltExchange, root: Path) -> BuiltExchange:
    """A copy for one test."""
    shutil.copytree(built.root, root)
    return BuiltExchange(root)


@contextmanager
def at_desk(qtbot: QtBot, application: QApplication, exchange: BuiltExchange) -> Iterator[Desk]:
    """The office's window, with the keys open."""
    set_language(application, "vi")
    settings = settings_of(exchange.office)
    settings.setValue("folders/bundles", str(exchange.root / "usb"))
    identifiers = TimeOrderedIdentifiers(clock)
    workplace = make_workplace(exchange.office, clock=clock, identifiers=identifiers, language="vi", settings=settings)
    workplace.runner.start(open_keys(pin=PIN))
    window = MainWindow(workplace)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.current == "home")
    keyboard = Keyboard(qtbot)
    keyboard.idle(workplace.runner)
    try:
        yield Desk(keyboard, window, exchange, exchange.root)
    finally:
        workplace.runner.shut_down()


def _row(number: int) -> tuple[object, ...]:
    return (number, *GOOD[1:4], f"Hội nghị số {number}", *GOOD[5:])


# The jobs: how each is begun by keyboard, and what stands there when it is done


def seal(desk: Desk) -> None:
    desk.keyboard.press(Key.Key_4, modifier=CTRL)
    desk.goes_on()
    desk.keyboard.alt("Vào thư mục, một tệp")
    desk.keyboard.alt("Đóng gói và ghi")


def seal_for_mail(desk: Desk) -> None:
    desk.keyboard.press(Key.Key_4, modifier=CTRL)
    desk.goes_on()
    desk.keyboard.alt("Gửi thư, chia phần")
    desk.keyboard.alt("Đóng gói và ghi")


def receive(desk: Desk) -> None:
    desk.keyboard.press(Key.Key_5, modifier=CTRL)
    desk.goes_on()
    desk.keyboard.alt("Mở tệp của trung tâm…")
    desk.keyboard.file_dialog(desk.receipt)


def back_up_to_folder(desk: Desk) -> None:
    desk.keyboard.press(Key.Key_6, modifier=CTRL)
    desk.goes_on()
    desk.keyboard.alt("Sao lưu ra USB hoặc thư mục…")
    desk.keyboard.file_dialog(desk.folder)


def restore(desk: Desk) -> None:
    desk.keyboard.press(Key.Key_6, modifier=CTRL)
    desk.goes_on()
    desk.keyboard.alt("Phục hồi từ tệp…")
    desk.keyboard.file_dialog(desk.root / OLD_COPY)
    desk.keyboard.until(lambda: isinstance(desk.keyboard.window, RestoreDialog))
    desk.keyboard.alt("Đồng ý thay sổ")
    desk.keyboard.alt("Phục hồi")


def check(desk: Desk) -> None:
    desk.keyboard.press(Key.Key_6, modifier=CTRL)
    desk.goes_on()
    desk.keyboard.alt("Kiểm tra sổ")


def stop_by_letter(desk: Desk) -> None:
    desk.keyboard.alt("Dừng")


def stop_by_tabulator(desk: Desk) -> None:
    desk.keyboard.until(lambda: desk.keyboard.reads("Dừng"))
    desk.keyboard.tab_to("Dừng")
    desk.keyboard.press(Key.Key_Space)


@dataclass(frozen=True)
class Job:
    """``done``: what stands in the window, or a check, once it has come to its end."""

    begin: Callable[[Desk], None]
    stop: Callable[[Desk], None]
    stages: tuple[Stage, ...]
    done: Callable[[Desk], object]


def _bundle_is_written(desk: Desk) -> bool:
    return desk.keyboard.reads("đọc lại và so sánh") and bool(list(desk.folder.glob("*.shd")))


JOBS = {
    "seal": Job(seal, stop_by_letter, (Stage.READING, Stage.WRITING, Stage.READING_BACK), _bundle_is_written),
    "mail": Job(seal_for_mail, stop_by_letter, (Stage.READING, Stage.WRITING, Stage.READING_BACK), _bundle_is_written),
    "receive": Job(receive, stop_by_tabulator, (Stage.READING,), lambda desk: desk.keyboard.reads(desk.receipt.name)),
    "back_up": Job(
        back_up_to_folder,
        stop_by_tabulator,
        (Stage.BACKING_UP, Stage.READING_BACK),
        lambda desk: desk.keyboard.reads("Đã sao lưu, đọc lại và kiểm tra") and list(desk.folder.glob("*.db")),
    ),
    "restore": Job(
        restore,
        stop_by_tabulator,
        (Stage.VERIFYING, Stage.WRITING),
        lambda desk: list((desk.exchange.office.backups).glob("replaced-*.db")),
    ),
    "check": Job(check, stop_by_tabulator, (Stage.VERIFYING,), lambda desk: desk.keyboard.reads("Sổ toàn vẹn")),
}
