"""Hearing back through the window: files are taken in, the receipt is told, each remark is answered one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from export.exchange.kits import issue_kit
from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.journal.entries import Noted, Remark
from tests.ui.centre_stories import HALF, answer_of_centre, close_and_seal
from tests.ui.conftest import PIN, BuiltExchange, MakeWorkplace, settle
from ui.window.operations.keys import open_keys
from ui.window.pages.receive import ReceivePage
from ui.window.pin import PinDialog
from ui.window.receive.cards import shortfall_lines
from ui.window.receive.remarks import AnswerDialog
from ui.window.receive.view import Shortfall, remark_key, with_answered
from ui.window.workplace import Workplace

SECTION = "KHO_KHAN"


def shown(qtbot: QtBot, workplace: Workplace, *, unlocked: bool = True) -> ReceivePage:
    page = ReceivePage(workplace)
    qtbot.addWidget(page)
    page.resize(1150, 680)
    page.show()
    page.activate()
    if unlocked:
        workplace.runner.start(open_keys(pin=PIN))
    settle(qtbot, workplace)
    return page


@pytest.fixture
def returned(exchange: BuiltExchange) -> tuple[Path, str]:
    """A receipt that returns the report with three remarks, and the record of the first."""
    (uid,) = exchange.record(1)
    remarks = [
        Remark(text="Rà soát số lượt người dự.", uid=uid, field="values"),
        Remark(text="Bổ sung khó khăn.", item=SECTION),
        Remark(text="Nêu số kế hoạch.", item="III.1.a-2"),
    ]
    return answer_of_centre(exchange, close_and_seal(exchange, exchange.root / "usb"), remarks=remarks), uid


def notes(exchange: BuiltExchange) -> list[str]:
    with exchange.station(exchange.office) as station:
        journal = station.ledger.journal
        return [item.entry.text for item in journal.items(journal.own_feed()) if isinstance(item.entry, Noted)]


def test_without_a_receipt_the_page_says_so(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace, unlocked=False)
    assert page.receipt._heading.text()
    assert page.remarks.isHidden()
    assert page.told.isHidden()


def test_a_returned_report_becomes_things_to_do(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace, returned: tuple[Path, str]
) -> None:
    receipt, uid = returned
    page = shown(qtbot, make_office())
    announced: list[ChangeSet] = []
    page.workplace.announcer.changed.connect(lambda changes, _: announced.append(changes))
    page.show_argument([receipt])
    settle(qtbot, page.workplace)
    assert "trả lại" in page.told.item(0).text()
    assert len(announced) == 1
    assert announced[0].exchange
    assert page.remarks.list.count() == 3
    assert "Hội nghị quán triệt lần 1" in page.remarks.list.item(0).text()
    assert "Khó khăn, vướng mắc" in page.remarks.list.item(1).text()
    listed = page.remarks.list
    for row, expected in ((0, ["activities", uid]), (1, ["period", (HALF, SECTION)])):
        listed.setCurrentRow(row)
        listed.setFocus()
        with qtbot.waitSignal(page.wanted) as wanted:
            qtbot.keyClick(listed, Qt.Key.Key_Return)
        assert wanted.args == expected


def test_each_remark_is_answered_and_stays_answered(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace, returned: tuple[Path, str]
) -> None:
    page = shown(qtbot, make_office())
    page.open_files([returned[0]])
    settle(qtbot, page.workplace)
    page.remarks.list.setCurrentRow(1)
    page.remarks.answer.click()
    dialog = page.findChild(AnswerDialog)
    assert isinstance(dialog, AnswerDialog)
    dialog.field.editor.setPlainText("Liên hệ 0912 345 678")
    assert not dialog.done_button.isEnabled()
    dialog.field.editor.setPlainText("Đã bổ sung\nở mục III.2")
    dialog.done_button.click()
    settle(qtbot, page.workplace)
    assert notes(exchange) == [f"{HALF} {SECTION}: Đã bổ sung ở mục III.2"]
    assert [page.remarks.list.item(row).text().split("\n")[0] for row in range(3)] == [
        "Rà soát số lượt người dự.",
        "Nêu số kế hoạch.",
        "Bổ sung khó khăn.",
    ]
    page.remarks.list.setCurrentRow(2)
    assert not page.remarks.answer.isEnabled()
    again = shown(qtbot, make_office(), unlocked=False)
    assert again.remarks.list.item(2).text().startswith("Bổ sung khó khăn.")
    assert again.remarks.chosen is not None
    assert not again.remarks.chosen.answered


def test_a_tick_without_words_writes_no_note(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace, returned: tuple[Path, str]
) -> None:
    page = shown(qtbot, make_office())
    page.open_files([returned[0]])
    settle(qtbot, page.workplace)
    page.remarks.answer.click()
    dialog = page.findChild(AnswerDialog)
    assert isinstance(dialog, AnswerDialog)
    dialog.done_button.click()
    settle(qtbot, page.workplace)
    assert notes(exchange) == []
    assert page.remarks.list.count() == 3
    assert page.remarks.list.item(2).text().startswith("Rà soát")


def test_an_accepted_report_is_told(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> None:
    exchange.record(1)
    receipt = answer_of_centre(exchange, close_and_seal(exchange, exchange.root / "usb"))
    page = shown(qtbot, make_office())
    page.open_files([receipt])
    settle(qtbot, page.workplace)
    cells = [page.receipt._grid.itemAt(place).widget().text() for place in range(2)]  # type: ignore[union-attr]
    assert cells == ["06 tháng đầu năm 2020", "Đã tiếp nhận"]
    assert page.remarks.isHidden()


def test_one_bad_file_stops_no_other(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace, tmp_path: Path) -> None:
    with exchange.station(exchange.centre) as station:
        kit = issue_kit(station, tmp_path / "kit-2.shd").path
    wrong = tmp_path / "ảnh.shd"
    wrong.write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    page = shown(qtbot, make_office(), unlocked=False)
    page.open_files([wrong, tmp_path / "không có.shd", kit])
    settle(qtbot, page.workplace)
    words = page.workplace.words
    texts = [page.told.item(row).text() for row in range(3)]
    assert words.sentence(Code.BUNDLE_NOT_OURS) in texts[0]
    assert "không có.shd" in texts[1]
    assert words.sentence(Code.KIT_ACCEPTED) in texts[2]
    assert page.findChild(PinDialog) is None


def test_an_encrypted_file_asks_for_the_pin(qtbot: QtBot, make_office: MakeWorkplace, returned: tuple[Path, str]) -> None:
    page = shown(qtbot, make_office(), unlocked=False)
    page.open_files([returned[0]])
    qtbot.waitUntil(lambda: page.findChild(PinDialog) is not None, timeout=5_000)
    dialog = page.findChild(PinDialog)
    assert isinstance(dialog, PinDialog)
    dialog.reject()
    settle(qtbot, page.workplace)
    assert page.told.isHidden()
    assert page.open_button.isEnabled()


def test_files_are_dropped_on_the_page(qtbot: QtBot, make_office: MakeWorkplace, returned: tuple[Path, str]) -> None:
    page = shown(qtbot, make_office())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(returned[0]))])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.dropEvent(event)
    settle(qtbot, page.workplace)
    assert page.told.count() == 1
    assert page.remarks.list.count() == 3


def test_each_shortfall_is_told(look: None) -> None:
    assert shortfall_lines(Shortfall(0, 0, False, 0, 0)) == []
    assert len(shortfall_lines(Shortfall(2, 1, True, 3, 4))) == 5
    assert not Shortfall(0, 0, False, 0, 0)


def test_the_same_remark_has_the_same_key_and_ticks_are_kept_once() -> None:
    remark = Remark(text="Bổ sung.", item=SECTION)
    assert remark_key(HALF, remark) == remark_key(HALF, Remark(text="Bổ sung.", item=SECTION))
    assert remark_key(HALF, remark) != remark_key("2020", remark)
    assert with_answered("a b", ["b", "c"]) == "a b c"
