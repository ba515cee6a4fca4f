"""An office's half-year by keyboard alone: from the kit on a stick to a report that the centre returns and then accepts.

Keys go to whatever has the focus; the windows are only looked at (``tests.ui.keyboard``). The centre acts by jobs, since its
own windows have tests of their own. What came of it is read from both ledgers.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from export.exchange.custody import custody_lines
from export.exchange.enrolment import approve
from export.exchange.importing import import_files
from export.exchange.receipts import issue_receipts
from export.exchange.station import Station
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.folders import Folders
from storage.journal.entries import Activity, Noted, Put, Remark
from storage.projections.versions import resolve
from storage.reviewing import closed_report, review, submitted_reports
from tests.ui.conftest import PIN, BuiltExchange, clock
from tests.ui.keyboard import CTRL, SHIFT, Key, Keyboard, name_of
from ui.window.application import Language, make_workplace, set_language, settings_of
from ui.window.first_start.flow import Step
from ui.window.first_start.wizard import FirstStartWizard
from ui.window.main_window import MainWindow
from ui.window.period.dialogs import CloseDialog
from ui.window.pin import PinDialog
from ui.window.receive.remarks import AnswerDialog

HALF = "2020S1"
OWN = "UBND-DT"


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    return Keyboard(qtbot)


@pytest.fixture
def new_pc(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "máy mới", tmp_path / "máy mới markers")


@dataclass(frozen=True)
class Story:
    """The centre's side of the story, and the folder that stands for the stick."""

    built: BuiltExchange
    stick: Path
    seen: set[Path] = field(default_factory=set)

    def at_centre(self) -> Station:
        return self.built.station(self.built.centre)

    def enrol(self, request: Path, voice: str) -> None:
        with self.at_centre() as station:
            approve(station, request, voice)

    def new_file(self) -> Path:
        """The one bundle that was not there the last time somebody looked."""
        (new,) = set(self.stick.glob("*.shd")) - self.seen
        self.seen.add(new)
        return new

    def answer(self, bundle: Path, remarks: list[Remark] | None = None) -> Path:
        """Imports, accepts, or returns with remarks, and writes the receipt; its path."""
        with self.at_centre() as station:
            import_files(station, [bundle])

            period = station.catalogue.period(HALF)
            review(station.ledger, OWN, period, accept=remarks is None, remarks=remarks or [], by="")
            (issued,) = issue_receipts(station, self.built.root / "receipts", [OWN])
            return issued.file.path


class Words(NamedTuple):
    """What stands on the buttons of the steps that both stories take."""

    language: Language
    choose_file: str
    forward: str
    office: str
    set_up: str
    write_request: str
    code_is_kept: str
    begin: str
    sign: str
    head: str
    close: str
    approved: str
    close_now: str
    is_closed: str
    folder_way: str
    choose_folder: str
    seal: str
    is_written: str
    handed_over: str
    open_files: str


VIETNAMESE = Words(
    language="vi",
    choose_file="Chọn tệp…",
    forward="Tiếp tục",
    office="huyen dak to",
    set_up="Thiết lập",
    write_request="Ghi ra USB hoặc thư mục…",
    code_is_kept="Đã ghi mã ra giấy và cất an toàn",
    begin="Bắt đầu",
    sign="3  Ký và chốt",
    head="Họ tên lãnh đạo:",
    close="Duyệt và chốt kỳ…",
    approved="Lãnh đạo đơn vị đã đọc và duyệt báo cáo.",
    close_now="Chốt kỳ",
    is_closed="Kỳ này đã chốt. Dưới đây là báo cáo đã được duyệt.",
    folder_way="Vào thư mục, một tệp",
    choose_folder="Chọn thư mục…",
    seal="Đóng gói và ghi",
    is_written="Chép hoặc gửi tệp từ thư mục đó",
    handed_over="Đã bàn giao",
    open_files="Mở tệp của trung tâm…",
)
ENGLISH = Words(
    language="en",
    choose_file="Choose the file…",
    forward="Next",
    office="ubnd dt",
    set_up="Set up",
    write_request="Write to a stick or folder…",
    code_is_kept="The code is on paper and kept safe",
    begin="Begin",
    sign="3  Sign and close",
    head="Name of the head:",
    close="Approve and close…",
    approved="The head of the office has read the report and approves it.",
    close_now="Close the period",
    is_closed="This period is closed. The report below is the one that was approved.",
    folder_way="In a folder, as one file",
    choose_folder="Choose the folder…",
    seal="Seal and write",
    is_written="The file can be copied or sent from its folder as it is",
    handed_over="It is handed over",
    open_files="Open files of the centre…",
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)


def begin(qtbot: QtBot, keyboard: Keyboard, new_pc: Folders, story: Story, words: Words) -> None:
    """The first start by keyboard, up to an office that the centre has enrolled."""
    story.stick.mkdir()
    set_language(cast(QApplication, QApplication.instance()), words.language)
    wizard = FirstStartWizard(new_pc, clock=clock, identifiers=TimeOrderedIdentifiers(clock), language=words.language)
    qtbot.addWidget(wizard)
    wizard.show()
    qtbot.waitExposed(wizard)
    keyboard.press(Key.Key_Return)
    keyboard.until(lambda: wizard.flow.step is Step.KIT)
    keyboard.alt(words.choose_file)
    keyboard.file_dialog(story.built.kit)
    keyboard.until(lambda: keyboard.reads(story.built.kit.name) and not wizard.working)
    keyboard.alt(words.forward)
    keyboard.until(lambda: wizard.flow.step is Step.FINGERPRINT)
    keyboard.type(story.built.fingerprint)
    keyboard.press(Key.Key_Return)
    keyboard.until(lambda: wizard.flow.step is Step.OFFICE)
    keyboard.type(words.office)
    keyboard.press(Key.Key_Return)
    keyboard.until(lambda: wizard.flow.step is Step.PIN)
    keyboard.type(PIN)
    keyboard.press(Key.Key_Tab)
    keyboard.type(PIN)
    keyboard.alt(words.set_up)
    keyboard.until(lambda: wizard.flow.step is Step.RESULT and not wizard.working)
    keyboard.alt(words.write_request)
    keyboard.file_dialog(story.stick)
    keyboard.until(lambda: list(story.stick.glob("*.docx")) and not wizard.working)
    story.enrol(story.new_file(), wizard.outcome.voice.text())
    keyboard.alt(words.code_is_kept)
    with qtbot.waitSignal(wizard.accepted):
        keyboard.alt(words.begin)


@contextmanager
def opened(qtbot: QtBot, keyboard: Keyboard, folders: Folders, language: Language) -> Iterator[MainWindow]:
    """The main window as it comes after the first start."""
    workplace = make_workplace(
        folders, clock=clock, identifiers=TimeOrderedIdentifiers(clock), language=language, settings=settings_of(folders)
    )
    window = MainWindow(workplace)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.current == "home")
    keyboard.idle(workplace.runner)
    try:
        yield window
    finally:
        workplace.runner.shut_down()


def record_three(keyboard: Keyboard, window: MainWindow) -> None:
    """Ctrl+N, the task by letters without accents, words by Telex, and "Ghi & thêm" for the next one of the same task."""
    keyboard.press(Key.Key_N, modifier=CTRL)
    keyboard.until(lambda: keyboard.reads("Hoạt động mới"))
    keyboard.type("quan triet")
    keyboard.press(Key.Key_Return)
    keyboard.alt("Ngày")
    keyboard.clear()
    keyboard.type("5/3")
    keyboard.alt("Tên hoạt động")
    keyboard.telex("Hooij nghij quasn trieejt kees hoajch")
    keyboard.alt("Địa điểm")
    keyboard.telex("Hooij truwowfng huyeejn")
    keyboard.tab_to("Số cuộc (cuộc)")
    keyboard.type("1")
    keyboard.press(Key.Key_Tab)
    keyboard.type("45")
    keyboard.alt("Ghi & thêm")
    keyboard.until(lambda: keyboard.reads("Đã ghi: Hội nghị quán triệt kế hoạch"))
    keyboard.telex("Sinh hoajt chuyeen ddeef")
    keyboard.tab_to("Số cuộc (cuộc)")
    keyboard.type("2")
    keyboard.press(Key.Key_Tab)
    keyboard.type("60")
    keyboard.press(Key.Key_S, modifier=CTRL | SHIFT)
    keyboard.until(lambda: keyboard.reads("Đã ghi: Sinh hoạt chuyên đề"))
    keyboard.alt("Nhiệm vụ")
    keyboard.clear()
    keyboard.type("trang thong tin")
    keyboard.press(Key.Key_Return)
    keyboard.alt("Tên hoạt động")
    keyboard.telex("Tin veef hooij nghij")
    keyboard.tab_to("Số tin (tin)")
    keyboard.type("1234")
    keyboard.press(Key.Key_S, modifier=CTRL)
    keyboard.idle(window.workplace.runner)


def answer_outline(keyboard: Keyboard, window: MainWindow) -> None:
    """Words, a number, 0, "không phát sinh", yes: five kinds of answer, by tabulator, arrows and underlined letters."""
    keyboard.press(Key.Key_3, modifier=CTRL)
    keyboard.idle(window.workplace.runner)
    keyboard.alt("2  Báo cáo")
    keyboard.tab_to("Các phần của báo cáo")
    keyboard.choose("Công tác chỉ đạo")
    keyboard.press(Key.Key_Tab)
    keyboard.telex("DDax quasn trieejt kees hoajch")
    keyboard.alt("Phần sau")
    assert name_of(keyboard.focus) == "Ưu điểm"
    keyboard.telex("Thuwcj hieejn ddungs hanj")
    keyboard.tab_to("Các phần của báo cáo", back=True)
    keyboard.choose("II.1.a")
    keyboard.tab_to("Số buổi sinh hoạt chuyên đề")
    keyboard.type("0")
    keyboard.tab_to("Số kế hoạch, văn bản triển khai đã ban hành")
    keyboard.type("3")
    keyboard.tab_to("Đánh giá kết quả, khó khăn, vướng mắc (lời văn, không nêu tên cá nhân)")
    keyboard.telex("Kees hoajch dduwowjc quasn trieejt")
    keyboard.alt("Phần sau")
    keyboard.tab_to("Có")
    keyboard.press(Key.Key_Space)
    keyboard.alt("Phần sau")
    keyboard.alt("Nhiệm vụ này không phát sinh")
    keyboard.press(Key.Key_S, modifier=CTRL)
    keyboard.until(lambda: keyboard.reads("Đã ghi tất cả"))
    keyboard.idle(window.workplace.runner)


def close(keyboard: Keyboard, window: MainWindow, words: Words) -> None:
    """The head's name, approval ticked by hand, closed."""
    keyboard.alt(words.sign)
    keyboard.idle(window.workplace.runner)
    keyboard.alt(words.head)
    keyboard.clear()
    keyboard.telex("Traafn Vawn Lan")
    keyboard.alt(words.close)
    keyboard.until(lambda: isinstance(keyboard.window, CloseDialog))
    keyboard.alt(words.approved)
    keyboard.alt(words.close_now)
    keyboard.until(lambda: keyboard.reads(words.is_closed))
    keyboard.idle(window.workplace.runner)


def hand_over(keyboard: Keyboard, window: MainWindow, words: Words, stick: Path | None) -> None:
    """Into a folder that stands for the stick; without ``stick`` into the one chosen before, with the keys still open."""
    keyboard.press(Key.Key_4, modifier=CTRL)
    keyboard.idle(window.workplace.runner)
    if stick is not None:
        keyboard.alt(words.folder_way)
        keyboard.alt(words.choose_folder)
        keyboard.file_dialog(stick)
    keyboard.alt(words.seal)
    if stick is not None:
        keyboard.until(lambda: isinstance(keyboard.window, PinDialog))
        keyboard.type(PIN)
        keyboard.press(Key.Key_Return)
    keyboard.until(lambda: keyboard.reads(words.is_written))
    keyboard.idle(window.workplace.runner)
    keyboard.alt(words.handed_over)
    keyboard.idle(window.workplace.runner)


def hear_back(keyboard: Keyboard, window: MainWindow, words: Words, receipt: Path) -> None:
    keyboard.press(Key.Key_5, modifier=CTRL)
    keyboard.idle(window.workplace.runner)
    keyboard.alt(words.open_files)
    keyboard.file_dialog(receipt)
    keyboard.until(lambda: keyboard.reads(receipt.name))
    keyboard.idle(window.workplace.runner)


def answer_remarks(keyboard: Keyboard, window: MainWindow) -> None:
    """To the record of the first remark and back, then both answered, the first in words."""
    keyboard.tab_to("Ý kiến của trung tâm")
    keyboard.choose("Rà soát số lượt người dự.")
    keyboard.alt("Đến nơi cần sửa")
    keyboard.until(lambda: keyboard.reads("Sửa hoạt động"))
    keyboard.tab_to("Số lượt người dự (lượt người)")
    keyboard.clear()
    keyboard.type("54")
    keyboard.press(Key.Key_S, modifier=CTRL)
    keyboard.idle(window.workplace.runner)
    keyboard.press(Key.Key_5, modifier=CTRL)
    keyboard.idle(window.workplace.runner)
    keyboard.tab_to("Ý kiến của trung tâm")
    keyboard.choose("Rà soát số lượt người dự.")
    keyboard.alt("Trả lời…")
    keyboard.until(lambda: isinstance(keyboard.window, AnswerDialog))
    keyboard.telex("DDax suwra thanhf 54")
    keyboard.alt("Đã xử lý")
    keyboard.until(lambda: isinstance(keyboard.window, MainWindow))
    keyboard.until(lambda: keyboard.reads("Mọi ý kiến của trung tâm đã được trả lời"))
    keyboard.idle(window.workplace.runner)


@dataclass(frozen=True)
class Held:
    """What one ledger holds of this office."""

    activities: list[tuple[str, str, dict[str, int]]]
    figures: dict[str, tuple[str, int, str]]
    sections: dict[str, str]
    signer: str
    closings: int
    state: str

    @classmethod
    def by(cls, station: Station) -> Held:
        ledger = station.ledger
        closed = closed_report(ledger, OWN, HALF)
        rows = ledger.db.execute("SELECT uid FROM activity WHERE office = ? AND state = 'final' ORDER BY date, uid", [OWN])
        found = [resolve(ledger.projections.versions(row[0], OWN)).content for row in rows.fetchall()]
        bodies = [content.body for content in found if isinstance(content, Put) and isinstance(content.body, Activity)]
        states = [report.state for report in submitted_reports(ledger) if report.office == OWN]
        return cls(
            activities=sorted((body.task, body.title, body.values) for body in bodies),
            figures={figure.item: (figure.state, figure.number, figure.text) for figure in closed.report.figures},
            sections={section.code: section.text for section in closed.report.sections if section.text},
            signer=closed.report.signature.name,
            closings=closed.rev,
            state=states[0],
        )


def uids_of(station: Station, title: str) -> list[str]:
    """The identifiers of this office's activities with a title."""
    rows = station.ledger.db.execute("SELECT lower(hex(uid)) FROM activity WHERE office = ? AND title = ?", [OWN, title])
    return [str(row[0]) for row in rows.fetchall()]


NOTED = "2020S1 {uid}: Đã sửa thành 54"
FIRST = ("II.1.a", "Hội nghị quán triệt kế hoạch", {"so_cuoc": 1, "luot_nguoi_du": 45})
SECOND = ("II.1.a", "Sinh hoạt chuyên đề", {"so_cuoc": 2, "luot_nguoi_du": 60})
THIRD = ("II.1.b", "Tin về hội nghị", {"so_tin": 1234})
SECTIONS = {"CHI_DAO": "Đã quán triệt kế hoạch", "UU_DIEM": "Thực hiện đúng hạn"}
STATED = {
    "II.1.a-3": ("number", 0, ""),
    "II.1.a-4": ("number", 3, ""),
    "II.1.a-5": ("text", 0, "Kế hoạch được quán triệt"),
    "II.1.b-3": ("yes", 0, ""),
}


def test_a_half_year_in_vietnamese(
    qtbot: QtBot, keyboard: Keyboard, new_pc: Folders, exchange: BuiltExchange, tmp_path: Path
) -> None:
    story, words = Story(exchange, tmp_path / "usb"), VIETNAMESE
    begin(qtbot, keyboard, new_pc, story, words)
    with opened(qtbot, keyboard, new_pc, "vi") as window:
        record_three(keyboard, window)
        answer_outline(keyboard, window)
        close(keyboard, window, words)
        hand_over(keyboard, window, words, story.stick)
        first = story.new_file()
        with story.at_centre() as station:
            import_files(station, [first])
            arrived = Held.by(station)
            (uid,) = uids_of(station, FIRST[1])
        assert arrived.activities == [FIRST, SECOND, THIRD]
        assert arrived.sections == SECTIONS
        assert {item: arrived.figures[item] for item in STATED} == STATED
        assert {state for item, (state, _, _) in arrived.figures.items() if item.startswith("II.1.c")} == {"none"}
        assert {state for item, (state, _, _) in arrived.figures.items() if item.startswith("II.1.d")} == {"empty"}
        assert (arrived.signer, arrived.closings, arrived.state) == ("Trần Văn Lan", 1, "received")
        returned = story.answer(first, [Remark(text="Rà soát số lượt người dự.", uid=uid, field="values")])
        hear_back(keyboard, window, words, returned)
        answer_remarks(keyboard, window)
        keyboard.press(Key.Key_3, modifier=CTRL)
        keyboard.idle(window.workplace.runner)
        close(keyboard, window, words)
        hand_over(keyboard, window, words, None)
        accepted = story.answer(story.new_file())
        hear_back(keyboard, window, words, accepted)
        keyboard.until(lambda: keyboard.reads("Đã tiếp nhận"))
    with story.at_centre() as station:
        at_centre = Held.by(station)
        said = [
            item.entry.text
            for feed in station.ledger.journal.feeds()
            for item in station.ledger.journal.items(feed)
            if isinstance(item.entry, Noted)
        ]
    with Station.open(new_pc, clock=clock, identifiers=TimeOrderedIdentifiers(clock)) as station:
        at_office = Held.by(station)
        custody = [line.state for line in custody_lines(station.ledger)]
    mended = (*FIRST[:2], {"so_cuoc": 1, "luot_nguoi_du": 54})
    assert at_centre.activities == at_office.activities == [mended, SECOND, THIRD]
    assert (at_centre.figures, at_centre.sections) == (at_office.figures, at_office.sections)
    assert {item: at_centre.figures[item] for item in STATED} == STATED
    assert (at_centre.signer, at_centre.closings, at_centre.state) == ("Trần Văn Lan", 2, "accepted")
    assert said == [NOTED.format(uid=uid)]
    assert custody == ["receipted", "receipted"]


def test_a_half_year_in_english(
    qtbot: QtBot, keyboard: Keyboard, new_pc: Folders, exchange: BuiltExchange, tmp_path: Path
) -> None:
    story, words = Story(exchange, tmp_path / "usb"), ENGLISH
    begin(qtbot, keyboard, new_pc, story, words)
    with opened(qtbot, keyboard, new_pc, "en") as window:
        keyboard.press(Key.Key_N, modifier=CTRL)
        keyboard.until(lambda: name_of(keyboard.focus) == "Task" and keyboard.reads("New activity"))
        keyboard.type("dissemination")
        keyboard.press(Key.Key_Return)
        keyboard.alt("Title")
        keyboard.telex("Hooij nghij quasn trieejt kees hoajch")
        keyboard.press(Key.Key_S, modifier=CTRL)
        keyboard.idle(window.workplace.runner)
        assert name_of(keyboard.focus) == "Number held (events)", "what is missing is told, and typed where it is told"
        keyboard.type("1")
        keyboard.press(Key.Key_S, modifier=CTRL)
        keyboard.until(lambda: name_of(keyboard.focus) != "Number held (events)")
        keyboard.idle(window.workplace.runner)
        keyboard.press(Key.Key_3, modifier=CTRL)
        keyboard.idle(window.workplace.runner)
        close(keyboard, window, words)
        hand_over(keyboard, window, words, story.stick)
        hear_back(keyboard, window, words, story.answer(story.new_file()))
        keyboard.until(lambda: keyboard.reads("Accepted"))
    with story.at_centre() as station:
        held = Held.by(station)
    assert [title for _, title, _ in held.activities] == [FIRST[1]]
    assert (held.signer, held.closings, held.state) == ("Trần Văn Lan", 1, "accepted")


def test_letters_typed_before_the_form_has_come_are_not_lost(
    qtbot: QtBot, keyboard: Keyboard, exchange: BuiltExchange, qapp: QApplication
) -> None:
    set_language(qapp, "vi")
    with opened(qtbot, keyboard, exchange.office, "vi") as window:
        keyboard.press(Key.Key_N, modifier=CTRL)
        keyboard.type("quan")
        keyboard.until(lambda: keyboard.reads("Hoạt động mới"))
        keyboard.type(" triet")
        keyboard.press(Key.Key_Return)
        keyboard.alt("Tên hoạt động")
        keyboard.telex("Hooij nghij")
        keyboard.tab_to("Số cuộc (cuộc)")
        keyboard.type("1")
        keyboard.press(Key.Key_S, modifier=CTRL)
        keyboard.idle(window.workplace.runner)
    with exchange.station(exchange.office) as station:
        rows = station.ledger.db.execute("SELECT task, title FROM activity").fetchall()
    assert [tuple(row) for row in rows] == [("II.1.a", "Hội nghị")]
