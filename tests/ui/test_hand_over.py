"""Handing over through the window: the flow's steps, sticks, sealing that is read back, stopping, sheet and custody."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from export.exchange.custody import custody_lines
from export.exchange.sealing import Seal
from storage.attachments import CHUNK
from storage.closing import close_period
from storage.domain.codes import Code
from storage.domain.progress import Progress, ProgressReporter, Stage
from storage.recording import ActivityInput, Recorder
from tests.ui.conftest import PIN, BuiltExchange, MakeWorkplace, settle
from tests.ui.printing.printed import printed
from tests.ui.test_every_page_fits import cut_texts, doubled_mnemonics, draw
from ui.window.application import Language
from ui.window.drives import Drive, drives_among, is_removable_mount
from ui.window.hand_over.flow import HandOver, Step, Way
from ui.window.hand_over.mail import mail_url
from ui.window.hand_over.work_steps import in_groups
from ui.window.moments import seconds_left
from ui.window.operations import hand_over as operations
from ui.window.operations.keys import open_keys
from ui.window.pages.hand_over import HandOverPage
from ui.window.pin import PinDialog
from ui.window.theme import Scheme, apply_theme
from ui.window.workplace import Workplace

HALF = "2020S1"


@pytest.fixture
def page(qtbot: QtBot, exchange: BuiltExchange, workplace: Workplace) -> HandOverPage:
    exchange.record(2)
    made = HandOverPage(workplace)
    qtbot.addWidget(made)
    made.resize(1150, 680)
    made.show()
    made.activate()
    settle(qtbot, workplace)
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url) is None)
    return urls


def unlock(qtbot: QtBot, workplace: Workplace) -> None:
    workplace.runner.start(open_keys(pin=PIN))
    settle(qtbot, workplace)


def into_folder(page: HandOverPage, folder: Path, way: Way = Way.FOLDER) -> None:
    folder.mkdir(exist_ok=True)
    page.place.ways[way].setChecked(True)
    page._folder_chosen(str(folder))


def sealed(qtbot: QtBot, page: HandOverPage, folder: Path, way: Way = Way.FOLDER) -> Seal:
    unlock(qtbot, page.workplace)
    into_folder(page, folder, way)
    qtbot.mouseClick(page.place.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.flow.step is Step.DONE, timeout=20_000)
    settle(qtbot, page.workplace)
    assert page.flow.seal is not None
    return page.flow.seal


def states(exchange: BuiltExchange) -> list[str]:
    with exchange.station(exchange.office) as station:
        return [line.state for line in custody_lines(station.ledger)]


# The flow


def test_done_comes_only_after_writing() -> None:
    seal = Seal([], "", [])
    flow = HandOver()
    assert not flow.may_start
    with pytest.raises(ValueError, match="nowhere"):
        flow.begun()
    with pytest.raises(ValueError, match="nothing"):
        flow.finished(seal)
    flow = flow.to(Way.MAIL, Path("thư"))
    assert flow.may_start
    assert flow.begun().to(Way.FOLDER, None) == flow.begun()
    assert flow.begun().stopped() == flow
    assert flow.begun().finished(seal).step is Step.DONE
    assert flow.begun().finished(seal).again() == HandOver(way=Way.MAIL, folder=Path("thư"))


def test_only_mail_has_parts() -> None:
    assert [HandOver(way=way, budget=7).budget_mib for way in Way] == [None, None, 7]


TIMES = [(0, 10, 5.0, None), (5, 0, 5.0, None), (5, 10, 1.0, None), (5, 10, 5.0, 5), (10, 10, 5.0, 0)]


@pytest.mark.parametrize(("done", "total", "elapsed", "left"), TIMES)
def test_time_left_is_told_when_it_can_be_known(done: int, total: int, elapsed: float, left: int | None) -> None:
    assert seconds_left(Progress(Stage.WRITING, done, total), elapsed) == left


@pytest.mark.parametrize(
    ("root", "removable"),
    [("/media/van-thu/KINGSTON", True), ("/run/media/van-thu/USB", True), ("/", False), ("/home", False), ("/media", False)],
)
def test_where_sticks_are_mounted(root: str, removable: bool) -> None:
    assert is_removable_mount(root) is removable


def test_looking_for_drives_really_looks(qtbot: QtBot, page: HandOverPage) -> None:
    assert drives_among([]) == []
    page.look_for_drives()
    settle(qtbot, page.workplace)
    assert page.place.drives.count() >= 1


def test_the_message_tells_nothing_of_the_report(look: None) -> None:
    url = mail_url("Ủy ban nhân dân huyện Đăk Hà", "123456789012", 2)
    assert url.scheme() == "mailto"
    assert "1234  5678  9012" in url.query(QUrl.ComponentFormattingOption.FullyDecoded)


# The page


def test_a_stick_is_offered_with_its_free_space(page: HandOverPage, tmp_path: Path) -> None:
    assert not page.place.start.isEnabled()
    page.place.show_drives([Drive(tmp_path, "KINGSTON", 5 << 30, 8 << 30, True), Drive(tmp_path / "x", "CŨ", 1, 2, False)])
    assert "KINGSTON" in page.place.drives.currentText()
    assert "5 GB" in page.place.drives.currentText()
    assert page.place.start.isEnabled()
    assert page.place.folder == tmp_path
    page.place.drives.setCurrentIndex(1)
    page.place.drives.activated.emit(1)
    assert not page.place.start.isEnabled()


def test_an_open_period_is_told(qtbot: QtBot, page: HandOverPage) -> None:
    assert "06 tháng đầu năm 2020" in page.place._hint.text()
    assert page.place._hint.isVisible()
    with qtbot.waitSignal(page.wanted) as wanted:
        page.place.period_button.click()
    assert wanted.args == ["period", None]


def test_the_pin_is_asked_and_the_bundle_is_written_and_compared(
    qtbot: QtBot, exchange: BuiltExchange, page: HandOverPage, tmp_path: Path
) -> None:
    folder = tmp_path / "thẻ nhớ"
    into_folder(page, folder)
    page.place.start.click()
    qtbot.waitUntil(lambda: page.findChild(PinDialog) is not None, timeout=5_000)
    dialog = page.findChild(PinDialog)
    assert isinstance(dialog, PinDialog)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, PIN)
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    accept = next(
        button for button in buttons.buttons() if buttons.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole
    )
    assert isinstance(accept, QPushButton)
    accept.click()
    qtbot.waitUntil(lambda: page.flow.step is Step.DONE, timeout=20_000)
    settle(qtbot, page.workplace)
    seal = page.flow.seal
    assert seal is not None
    (file,) = folder.glob("*.shd")
    assert hashlib.sha256(file.read_bytes()).digest() == seal.bundles[0].file.sha256
    assert page._stack.currentWidget() is page.done
    assert page.done.code.text() == in_groups(seal.spoken)
    assert states(exchange) == ["written"]
    assert page.custody.rowCount() == 1


def test_nothing_to_seal_is_told_and_the_choice_stays(
    qtbot: QtBot, exchange: BuiltExchange, page: HandOverPage, tmp_path: Path
) -> None:
    folder = tmp_path / "đầy"
    folder.write_text("no folder", encoding="utf-8")
    unlock(qtbot, page.workplace)
    page.place.ways[Way.FOLDER].setChecked(True)
    page._folder_chosen(str(folder))
    with qtbot.waitSignal(page.said) as said:
        page.place.start.click()
    settle(qtbot, page.workplace)
    assert said.args is not None
    assert said.args[0].code is Code.FOLDER_UNWRITABLE
    assert page.flow.step is Step.PLACE
    assert page.place.folder == folder
    assert states(exchange) == []


@pytest.mark.parametrize("stage", [Stage.WRITING, Stage.READING_BACK])
def test_stopping_leaves_nothing_half_done(
    qtbot: QtBot, exchange: BuiltExchange, page: HandOverPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: Stage
) -> None:
    real = operations.seal

    def stopped_at(**chosen: object) -> object:
        job = real(**chosen)  # type: ignore[arg-type]

        def run(station: object, report: ProgressReporter) -> object:
            def watched(progress: Progress) -> None:
                if progress.stage is stage:
                    page._handle.cancel()  # type: ignore[union-attr]
                report(progress)

            return job(station, watched)  # type: ignore[arg-type]

        return run

    monkeypatch.setattr(operations, "seal", stopped_at)
    folder = tmp_path / "usb"
    into_folder(page, folder)
    unlock(qtbot, page.workplace)
    with qtbot.waitSignal(page.said) as said:
        page.place.start.click()
    settle(qtbot, page.workplace)
    assert said.args == [Code.CANCELLED]
    assert page.flow.step is Step.PLACE
    assert list(folder.iterdir()) == []
    assert states(exchange) == []


def test_mail_is_divided_into_parts(
    qtbot: QtBot, exchange: BuiltExchange, page: HandOverPage, tmp_path: Path, opened: list[QUrl]
) -> None:
    (uid,) = exchange.record(1)
    scan = tmp_path / "văn bản.pdf"
    scan.write_bytes(b"%PDF-1.7\n" + hashlib.shake_256(b"scan").digest(CHUNK + 4_000_000))
    with exchange.station(exchange.office) as station:
        row = ActivityInput(uid=uid, attachments=[str(scan)])
        assert Recorder(station.ledger, station.catalogue).record([(1, row)]).refused == []
    page.workplace.settings.setValue("mail_budget_mib", 7)
    page.refresh()
    seal = sealed(qtbot, page, tmp_path / "thư", Way.MAIL)
    assert len(seal.bundles) > 1
    page.done.mail.click()
    assert [url.scheme() for url in opened] == ["mailto", "file"]


def test_the_sheet_repeats_code_and_counts(
    qtbot: QtBot, exchange: BuiltExchange, page: HandOverPage, tmp_path: Path, opened: list[QUrl]
) -> None:
    with exchange.station(exchange.office) as station:
        close_period(station.ledger, station.catalogue, HALF)
    seal = sealed(qtbot, page, tmp_path / "usb")
    sheet = tmp_path / "phiếu.docx"
    page.write_sheet(str(sheet))
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    text = "\n".join(paragraph.text for paragraph in Document(str(sheet)).paragraphs)
    assert all(group in text for group in in_groups(seal.spoken).split())
    assert seal.bundles[0].file.path.name in text
    assert "2 hoạt động" in text
    assert "06 tháng đầu năm 2020" in text


@pytest.mark.parametrize(("language", "scheme"), [("vi", "light"), ("en", "dark")])
def test_the_last_step_fits_beside_the_navigation(
    qtbot: QtBot,
    qapp: QApplication,
    exchange: BuiltExchange,
    make_office: MakeWorkplace,
    tmp_path: Path,
    language: Language,
    scheme: Scheme,
) -> None:
    exchange.record(2)
    apply_theme(qapp, scheme=scheme)
    page = HandOverPage(make_office(language))
    qtbot.addWidget(page)
    page.resize(1140, 690)
    page.show()
    page.activate()
    settle(qtbot, page.workplace)
    sealed(qtbot, page, tmp_path / "thư", Way.MAIL)
    draw(page, f"{language}-{scheme}-hand-over-done")
    assert page.width() == 1140
    assert cut_texts(page) == []
    assert doubled_mnemonics(page) == []


def test_the_sheet_is_printed(qtbot: QtBot, exchange: BuiltExchange, page: HandOverPage, tmp_path: Path) -> None:
    with exchange.station(exchange.office) as station:
        close_period(station.ledger, station.catalogue, HALF)
    seal = sealed(qtbot, page, tmp_path / "usb")
    qtbot.keyClick(page.done.print, Qt.Key.Key_Space)
    [text] = printed(qtbot, page, tmp_path / "phiếu.pdf")
    assert all(group in text for group in in_groups(seal.spoken).split())
    assert seal.bundles[0].file.path.name in text
    assert "2hoạtđộng" in text
    assert "06thángđầunăm2020" in text


def test_what_left_the_house_is_marked(qtbot: QtBot, exchange: BuiltExchange, page: HandOverPage, tmp_path: Path) -> None:
    sealed(qtbot, page, tmp_path / "usb")
    page.done.handed_over.click()
    settle(qtbot, page.workplace)
    assert states(exchange) == ["handed_over"]
    assert page.flow.step is Step.PLACE
    page.custody.selectRow(0)
    assert not page.mark.isEnabled()
    assert page.show_folder.isEnabled()


def test_a_file_that_is_away_cannot_be_marked(
    qtbot: QtBot, exchange: BuiltExchange, page: HandOverPage, tmp_path: Path
) -> None:
    seal = sealed(qtbot, page, tmp_path / "usb")
    seal.bundles[0].file.path.unlink()
    page.custody.selectRow(0)
    with qtbot.waitSignal(page.said) as said:
        page.mark.click()
    assert said.args is not None
    assert said.args[0].code is Code.FILE_NOT_FOUND
    assert states(exchange) == ["written"]
