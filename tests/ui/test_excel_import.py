"""Activities from Excel through the window: columns, old texts, preview, recording, and the refused rows back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.activity_history import activity_history
from storage.domain.changes import ChangeSet
from storage.search import Filter, find_activities
from tests.ui.conftest import BuiltExchange, MakeWorkplace, picture_folder, settle
from tests.ui.test_every_page_fits import cut_texts, doubled_mnemonics, draw
from ui.window.application import Language
from ui.window.excel_import.flow import Step, kept_fields, remembered_fields
from ui.window.excel_import.wizard import ImportWizard
from ui.window.manual import ManualWindow
from ui.window.pages.activities import ActivitiesPage
from ui.window.theme import Scheme, apply_theme
from ui.window.workplace import BY, Workplace

HEAD = ("STT", "Nhiệm vụ", "Loại hoạt động", "Ngày", "Nội dung hoạt động", "Địa điểm", "Số cuộc", "Số lượt người dự")
GOOD = (1, "II.1.a", "HN_QT", "05/03/2020", "Hội nghị quán triệt", "Hội trường huyện", 1, 120)
NO_DAY = (2, "II.1.a", "HN_QT", "31/02/2020", "Hội nghị không có ngày", "Hội trường huyện", 1, 80)
NO_TASK = (3, "IX.9", "HN_QT", "06/03/2020", "Nhiệm vụ không có trong kế hoạch", "", 1, 80)
PHONE = (4, "II.1.a", "HN_QT", "07/03/2020", "Liên hệ 0912 345 678 để dự", "", 1, 30)
OLD_TITLE = "Héi nghÞ qu¸n triÖt chØ thÞ cña ban th­êng vô huyÖn ñy"
"""TCVN3 as Excel shows it without its font."""


def workbook(path: Path, *rows: tuple[Any, ...], head: tuple[Any, ...] = HEAD) -> Path:
    """Somebody's workbook."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (head, *rows):
        sheet.append(row)
    book.save(path)
    return path


def opened(qtbot: QtBot, workplace: Workplace) -> ImportWizard:
    wizard = ImportWizard(workplace)
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(wizard)
    with qtbot.waitActive(wizard):
        wizard.open()
        wizard.activateWindow()
    return wizard


def look_into(qtbot: QtBot, wizard: ImportWizard, path: Path) -> None:
    wizard.look_into(path)
    settle(qtbot, wizard.workplace)


def enter(qtbot: QtBot, wizard: ImportWizard) -> None:
    """Enter presses the button that goes on, wherever the keyboard is."""
    qtbot.keyClick(wizard.focusWidget() or wizard, Qt.Key.Key_Return)
    settle(qtbot, wizard.workplace)


def recorded_titles(exchange: BuiltExchange) -> list[str]:
    with exchange.station(exchange.office) as station:
        return [row[0] for row in station.ledger.db.execute("SELECT title FROM activity ORDER BY date")]


def column_of(table: Any, column: int) -> list[str]:
    return [table.item(row, column).text() for row in range(table.rowCount())]


def test_a_workbook_is_recorded_by_keyboard_and_the_refused_rows_come_back(
    qtbot: QtBot, exchange: BuiltExchange, workplace: Workplace, tmp_path: Path
) -> None:
    wizard = opened(qtbot, workplace)
    look_into(qtbot, wizard, workbook(tmp_path / "hoạt động.xlsx", GOOD, NO_DAY, NO_TASK, PHONE))
    assert wizard.flow.step is Step.COLUMNS
    assert column_of(wizard.columns.recognised, 1) == list(HEAD)
    assert wizard.columns.boxes == {}
    enter(qtbot, wizard)
    assert wizard.flow.step is Step.PREVIEW
    assert column_of(wizard.preview.good, 0) == ["2", "5"]
    assert column_of(wizard.preview.good, 3) == ["05/03/2020", "07/03/2020"]
    assert column_of(wizard.preview.refused, 0) == ["3", "4"]
    assert wizard.preview.refused.item(0, 1).text() == "Ngày"
    assert "IX.9" in wizard.preview.refused.item(1, 2).text()
    assert column_of(wizard.preview.findings, 0) == ["5"]
    assert recorded_titles(exchange) == []
    with qtbot.waitSignal(wizard.recorded):
        enter(qtbot, wizard)
    assert wizard.flow.step is Step.RESULT
    assert recorded_titles(exchange) == [GOOD[4], PHONE[4]]
    target = tmp_path / "trả lại.xlsx"
    wizard.outcome.give_back_wanted.emit(str(target))
    settle(qtbot, workplace)
    sheet: Any = openpyxl.load_workbook(target).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[3] for row in rows] == [NO_DAY[4], NO_TASK[4]]
    assert [row[-1] for row in rows] == [3, 4]
    assert all(row[-2] for row in rows)
    wizard.forward.click()
    assert not wizard.isVisible()


def test_a_foreign_column_needs_a_field_and_the_choice_is_remembered(
    qtbot: QtBot, exchange: BuiltExchange, workplace: Workplace, tmp_path: Path
) -> None:
    head = (*HEAD[:5], "Nơi\ntiến hành", *HEAD[6:])
    path = workbook(tmp_path / "lạ.xlsx", GOOD, head=head)
    wizard = opened(qtbot, workplace)
    look_into(qtbot, wizard, path)
    box = wizard.columns.boxes["Nơi tiến hành"]
    wizard.forward.click()
    assert wizard.flow.step is Step.COLUMNS
    assert "Nơi tiến hành" in wizard.told.text()
    assert box.hasFocus()
    place = box.findData("place")
    for _ in range(place):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    wizard.forward.click()
    settle(qtbot, workplace)
    assert wizard.flow.step is Step.PREVIEW
    assert wizard.flow.rows is not None
    assert wizard.flow.rows.first[0][1].place == GOOD[5]
    wizard.reject()
    again = opened(qtbot, workplace)
    look_into(qtbot, again, path)
    assert again.columns.mapping == {"Nơi tiến hành": "place"}
    assert again.flow.unanswered == ()
    assert recorded_titles(exchange) == []


def test_one_field_is_not_filled_twice(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    head = (*HEAD[:5], "Cột lạ", "Cột khác", *HEAD[6:])
    wizard = opened(qtbot, workplace)
    look_into(qtbot, wizard, workbook(tmp_path / "hai.xlsx", (*GOOD[:5], "a", "b", *GOOD[6:]), head=head))
    for box in wizard.columns.boxes.values():
        box.setCurrentIndex(box.findData("note"))
    wizard.forward.click()
    assert wizard.flow.step is Step.COLUMNS
    assert wizard.told.text()
    wizard.columns.boxes["Cột khác"].setCurrentIndex(wizard.columns.boxes["Cột khác"].findData("place"))
    wizard.forward.click()
    settle(qtbot, workplace)
    assert wizard.flow.step is Step.PREVIEW


@pytest.mark.parametrize("convert", [True, False])
def test_old_text_is_converted_only_when_ticked(
    qtbot: QtBot, exchange: BuiltExchange, workplace: Workplace, tmp_path: Path, convert: bool
) -> None:
    rows = [(*GOOD[:4], OLD_TITLE, *GOOD[5:])] * 3
    wizard = opened(qtbot, workplace)
    look_into(qtbot, wizard, workbook(tmp_path / "cũ.xlsx", *rows))
    wizard.forward.click()
    settle(qtbot, workplace)
    assert wizard.flow.step is Step.OLD_TEXT
    (tick,) = wizard.old_text.ticks.values()
    if tick.isChecked() is not convert:
        qtbot.keyClick(tick, Qt.Key.Key_Space)
    wizard.forward.click()
    settle(qtbot, workplace)
    assert wizard.flow.step is Step.PREVIEW
    wizard.back.click()
    assert wizard.flow.step is Step.OLD_TEXT
    (tick,) = wizard.old_text.ticks.values()
    assert tick.isChecked() is convert
    for _ in range(2):
        wizard.forward.click()
        settle(qtbot, workplace)
    titles = recorded_titles(exchange)
    assert len(titles) == 3
    assert titles[0].startswith("Hội nghị quán triệt") is convert


def test_a_file_that_is_no_workbook_is_refused_and_another_can_be_dropped(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    wrong = tmp_path / "không phải.xlsx"
    wrong.write_bytes(b"PK\x03\x04 no workbook")
    wizard = opened(qtbot, workplace)
    wizard.forward.click()
    assert wizard.told.text()
    look_into(qtbot, wizard, wrong)
    assert wizard.flow.step is Step.FILE
    assert wizard.told.text()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(workbook(tmp_path / "đúng.xlsx", GOOD)))])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    wizard.file.dropEvent(QDropEvent(QPointF(5, 5), actions, data, buttons, keys))
    settle(qtbot, workplace)
    assert wizard.flow.step is Step.COLUMNS
    assert wizard.told.isHidden()


def test_when_every_row_is_refused_nothing_can_be_confirmed(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    wizard = opened(qtbot, workplace)
    look_into(qtbot, wizard, workbook(tmp_path / "sai.xlsx", NO_DAY, NO_TASK))
    wizard.forward.click()
    settle(qtbot, workplace)
    assert wizard.flow.step is Step.PREVIEW
    assert not wizard.forward.isEnabled()
    assert wizard.preview.tabs.currentWidget() is wizard.preview.refused
    wizard.go_on()
    assert wizard.flow.step is Step.PREVIEW


def test_the_empty_template_can_be_filled_and_taken_in(
    qtbot: QtBot, exchange: BuiltExchange, workplace: Workplace, tmp_path: Path
) -> None:
    wizard = opened(qtbot, workplace)
    target = tmp_path / "mẫu.xlsx"
    wizard.file.template_wanted.emit(target)
    settle(qtbot, workplace)
    assert str(target) in wizard.told.text()
    book = openpyxl.load_workbook(target)
    sheet: Any = book.worksheets[0]
    titles = [cell.value for cell in sheet[1]]
    for title, value in zip(HEAD[1:], GOOD[1:], strict=True):
        sheet.cell(row=2, column=titles.index(title) + 1).value = value
    book.save(target)
    look_into(qtbot, wizard, target)
    for _ in range(2):
        wizard.forward.click()
        settle(qtbot, workplace)
    assert recorded_titles(exchange) == [GOOD[4]]


def test_closing_waits_for_the_running_job(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    wizard = opened(qtbot, workplace)
    wizard.look_into(workbook(tmp_path / "một.xlsx", GOOD))
    wizard.reject()
    assert wizard.isVisible()
    settle(qtbot, workplace)
    wizard.reject()
    assert not wizard.isVisible()


def test_the_page_opens_the_import_and_shows_what_came(qtbot: QtBot, make_office: MakeWorkplace, tmp_path: Path) -> None:
    page = ActivitiesPage(make_office())
    qtbot.addWidget(page)
    page.show()
    page.activate()
    settle(qtbot, page.workplace)
    announced: list[ChangeSet] = []
    page.workplace.announcer.changed.connect(lambda changes, _: announced.append(changes))
    qtbot.keyClick(page.list.import_button, Qt.Key.Key_Space)
    wizard = page.findChild(ImportWizard)
    assert wizard is not None
    look_into(qtbot, wizard, workbook(tmp_path / "một.xlsx", GOOD))
    for _ in range(2):
        wizard.forward.click()
        settle(qtbot, page.workplace)
    assert [changes.activities for changes in announced] == [True]
    assert "1" in page.list.counts.text()
    wizard.forward.click()


OTHER = (5, "II.1.a", "HN_QT", "09/03/2020", "Hội nghị thứ hai", "Hội trường huyện", 1, 90)


def taken_in(qtbot: QtBot, workplace: Workplace, path: Path) -> ImportWizard:
    """A workbook as far as the preview."""
    wizard = opened(qtbot, workplace)
    look_into(qtbot, wizard, path)
    enter(qtbot, wizard)
    assert wizard.flow.step is Step.PREVIEW
    return wizard


def recorded_once(qtbot: QtBot, workplace: Workplace, folder: Path) -> Path:
    path = workbook(folder / "hai lần.xlsx", GOOD, PHONE)
    wizard = taken_in(qtbot, workplace, path)
    assert not wizard.preview.choice.isVisible()
    assert not wizard.preview.tabs.isTabVisible(3)
    enter(qtbot, wizard)
    assert wizard.flow.step is Step.RESULT
    wizard.accept()
    return path


@pytest.mark.parametrize(("answer", "expected"), [("out", 3), ("again", 5)])
def test_rows_of_an_earlier_import_are_pointed_out_and_a_person_decides(
    qtbot: QtBot, exchange: BuiltExchange, workplace: Workplace, tmp_path: Path, answer: str, expected: int
) -> None:
    recorded_once(qtbot, workplace, tmp_path)
    again = workbook(tmp_path / "lần hai.xlsx", GOOD, OTHER, PHONE)
    wizard = taken_in(qtbot, workplace, again)
    assert wizard.preview.choice.isVisible()
    assert wizard.preview.leave_out is None, "nothing is decided for anybody"
    assert wizard.preview.out.hasFocus()
    assert column_of(wizard.preview.same, 0) == ["2", "4"]
    wizard.forward.click()
    settle(qtbot, workplace)
    assert wizard.flow.step is Step.PREVIEW
    assert wizard.told.isVisible()
    assert len(recorded_titles(exchange)) == 2
    radio = wizard.preview.out if answer == "out" else wizard.preview.again
    radio.setFocus()
    qtbot.keyClick(radio, Qt.Key.Key_Space)
    enter(qtbot, wizard)
    assert wizard.flow.step is Step.RESULT
    assert len(recorded_titles(exchange)) == expected
    assert wizard.outcome.left_out.isVisible() is (answer == "out")
    assert recorded_titles(exchange).count(OTHER[4]) == 1


def test_the_same_workbook_again_leaves_nothing_to_record(
    qtbot: QtBot, exchange: BuiltExchange, workplace: Workplace, tmp_path: Path
) -> None:
    path = recorded_once(qtbot, workplace, tmp_path)
    wizard = taken_in(qtbot, workplace, path)
    qtbot.keyClick(wizard.preview.out, Qt.Key.Key_Space)
    assert not wizard.forward.isEnabled()
    wizard.go_back()
    enter(qtbot, wizard)
    assert wizard.preview.leave_out is None, "read again, decided again"
    assert len(recorded_titles(exchange)) == 2


def test_the_mark_of_the_user_goes_along(qtbot: QtBot, exchange: BuiltExchange, workplace: Workplace, tmp_path: Path) -> None:
    workplace.settings.setValue(BY, "vt-1")
    recorded_once(qtbot, workplace, tmp_path)
    with exchange.station(exchange.office) as station:
        found = find_activities(station.ledger, Filter())
        assert {activity_history(station.ledger, row.uid)[0].by for row in found} == {"vt-1"}


def test_help_is_there(qtbot: QtBot, workplace: Workplace) -> None:
    wizard = opened(qtbot, workplace)
    qtbot.keyClick(wizard, Qt.Key.Key_F1)
    manual = wizard.findChild(ManualWindow)
    assert manual is not None
    assert manual.browser.source().fileName() == "excel_import.md"


def test_choices_of_another_version_are_forgotten() -> None:
    assert remembered_fields("") == {}
    assert remembered_fields('{"a": 1}') == {}
    assert remembered_fields(kept_fields(kept_fields("?", {"a": "x", "b": "y"}), {"a": "z"})) == {"a": "z", "b": "y"}


@pytest.mark.parametrize(("language", "scheme"), [("vi", "light"), ("en", "dark")])
def test_every_step_can_be_read(
    qtbot: QtBot, qapp: QApplication, make_office: MakeWorkplace, tmp_path: Path, language: Language, scheme: Scheme
) -> None:
    workplace = make_office(language)
    apply_theme(qapp, scheme=scheme)
    wizard = opened(qtbot, workplace)
    head = (*HEAD[:5], "Nơi tiến hành", "so_cuoc", "luot_nguoi_du")
    old = (*GOOD[:4], OLD_TITLE, *GOOD[5:])
    folder = picture_folder()
    seen = []

    def look() -> None:
        step = wizard.flow.step
        seen.append(step)
        assert wizard.width() <= 1366
        assert wizard.height() <= 728
        if folder is not None:
            assert wizard.grab().save(str(folder / f"import-{step.value}-{language}-{scheme}.png"))

    look()
    look_into(qtbot, wizard, workbook(tmp_path / "đủ.xlsx", old, old, old, NO_DAY, NO_TASK, PHONE, head=head))
    box = wizard.columns.boxes["Nơi tiến hành"]
    wizard.forward.click()
    look()
    box.setCurrentIndex(box.findData("place"))
    for _ in range(3):
        wizard.forward.click()
        settle(qtbot, workplace)
        look()
    assert seen == list(Step)
    again = opened(qtbot, workplace)
    look_into(qtbot, again, workbook(tmp_path / "lại.xlsx", PHONE, OTHER, NO_DAY))
    enter(qtbot, again)
    draw(again, f"{language}-{scheme}-import-again")
    assert cut_texts(again) == []
    assert doubled_mnemonics(again) == []
