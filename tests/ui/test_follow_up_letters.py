"""Reminder letters through the window: the late ones are ticked, a letter is seen before it is written, the signer is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.domain.codes import Code
from tests.integration.documents.reckoning import everything
from tests.ui.conftest import BuiltExchange, settle
from tests.ui.follow_up_stories import HALF, centre_workplace, tell_story
from tests.ui.test_every_page_fits import LOOKS, cut_texts, doubled_mnemonics, draw
from ui.window.application import Language
from ui.window.follow_up.reminder_dialog import ReminderDialog
from ui.window.pages.follow_up import FollowUpPage
from ui.window.theme import Scheme, apply_theme
from ui.window.workplace import Workplace


@pytest.fixture
def workplace(exchange: BuiltExchange, qapp: QApplication) -> Iterator[Workplace]:
    tell_story(exchange)
    with centre_workplace(exchange, qapp) as made:
        yield made


def opened(qtbot: QtBot, workplace: Workplace, *only: str) -> ReminderDialog:
    page = FollowUpPage(workplace)
    qtbot.addWidget(page)
    page.resize(1150, 680)
    page.show()
    page.activate()
    settle(qtbot, workplace)
    if only:
        page.matrix.go_to(page.matrix.offices.row_of(only[0]), page.view.place if page.view else 0)
        page.panel.remind.click()
    else:
        page.remind.click()
    settle(qtbot, workplace)
    dialog = page.findChild(ReminderDialog)
    assert isinstance(dialog, ReminderDialog)
    return dialog


def test_all_that_are_late_are_ticked_and_nobody_else_is_offered(qtbot: QtBot, workplace: Workplace) -> None:
    dialog = opened(qtbot, workplace)
    offered = {line.office for row in range(dialog.offices.rowCount()) if (line := dialog.offices.line(row))}
    assert dialog.offices.ticked == offered
    assert {"SCT", "UBND-DT"} <= offered
    assert not offered & {"UBND-DH", "UBND-NH", "STC", "SYT", "UBND-KPL", "BTGTU", "UBMTTQ", "STTTT"}
    assert str(len(offered)) in dialog.write.text()


def test_one_place_offers_its_own_office_ticked(qtbot: QtBot, workplace: Workplace) -> None:
    dialog = opened(qtbot, workplace, "SCT")
    assert dialog.offices.ticked == {"SCT"}
    assert dialog.offices.rowCount() > 1
    assert "Sở Công Thương" in dialog.preview.toPlainText()


def test_the_letter_is_seen_as_it_will_be_written(qtbot: QtBot, workplace: Workplace) -> None:
    dialog = opened(qtbot, workplace, "SCT")
    dialog.form.fields["name"].setText("Trần Thị Mẫu")
    dialog.form.fields["unit"].setText("TTBC")
    dialog.form.fields["number"].setText("41")
    qtbot.waitUntil(lambda: "Trần Thị Mẫu" in dialog.preview.toPlainText(), timeout=5_000)
    shown = dialog.preview.toPlainText()
    assert "V/v đôn đốc" in shown
    assert "BÁO CÁO" not in shown.split("\n")
    assert "41/STTTT-TTBC" in shown
    assert "trước ngày 02/07/2020" in shown


def test_letters_are_written_and_numbered_and_the_signer_is_remembered(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    dialog = opened(qtbot, workplace)
    dialog.offices.tick_all(False)
    assert not dialog.write.isEnabled()
    for row in (0, 1):
        index = dialog.offices.index(row)
        assert dialog.offices.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    for key, text in (("name", "Trần Thị Mẫu"), ("title", "GIÁM ĐỐC"), ("date", "26/06/2020"), ("number", "7")):
        dialog.form.fields[key].setText(text)
    folder = tmp_path / "công văn"
    dialog.choose_folder(str(folder))
    dialog.write.click()
    settle(qtbot, workplace)
    assert [path.parent for path in dialog.written] == [folder, folder]
    texts = [everything(path) for path in dialog.written]
    assert all("Trần Thị Mẫu" in text for text in texts)
    assert [f"Số: {number}/" in text or f"Số: 0{number}/" in text for number, text in zip((7, 8), texts, strict=True)] == [
        True
    ] * 2
    assert dialog.told.property("tone") == "good"
    assert dialog.open_folder.isVisible()
    again = opened(qtbot, workplace)
    assert again.form.fields["name"].text() == "Trần Thị Mẫu"
    assert again.form.fields["number"].text() == "", "a number is used once"
    assert again.folder == folder


def test_pdf_beside_word(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    dialog = opened(qtbot, workplace, "SCT")
    dialog.choose_folder(str(tmp_path / "thư"))
    dialog.as_pdf.click()
    dialog.write.click()
    qtbot.waitUntil(lambda: len(dialog.written) == 2, timeout=20_000)
    assert sorted(path.suffix for path in dialog.written) == [".docx", ".pdf"]
    assert dialog.written[1].read_bytes().startswith(b"%PDF")


def test_what_cannot_be_read_is_told_and_stops_the_letters(qtbot: QtBot, workplace: Workplace) -> None:
    dialog = opened(qtbot, workplace)
    dialog.form.fields["answer"].setText("31/02/2020")
    qtbot.waitUntil(lambda: not dialog.write.isEnabled(), timeout=3_000)
    assert dialog.form.mistake.isVisible()
    dialog.form.fields["answer"].setText("01/07/2020")
    dialog.form.fields["number"].setText("bảy")
    assert not dialog.form.is_sound
    dialog.form.fields["number"].setText("")
    qtbot.waitUntil(dialog.write.isEnabled, timeout=3_000)


def test_a_folder_that_is_none_is_told(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    blocked = tmp_path / "tệp"
    blocked.write_text("", encoding="utf-8")
    dialog = opened(qtbot, workplace)
    dialog.choose_folder(str(blocked))
    dialog.write.click()
    settle(qtbot, workplace)
    assert dialog.told.property("tone") == "bad"
    assert workplace.words.sentence(Code.FOLDER_UNWRITABLE, {"path": str(blocked)}) in dialog.told.text()
    assert dialog.write.isEnabled()


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_the_dialog_fits(qtbot: QtBot, qapp: QApplication, exchange: BuiltExchange, language: Language, scheme: Scheme) -> None:
    tell_story(exchange)
    apply_theme(qapp, scheme=scheme)
    with centre_workplace(exchange, qapp, language) as workplace:
        dialog = opened(qtbot, workplace)
        qtbot.waitExposed(dialog)
        draw(dialog, f"{language}-{scheme}-reminders")
        assert cut_texts(dialog) == []
        assert doubled_mnemonics(dialog) == []
        assert dialog.width() <= 1366
        assert dialog.height() <= 728


def test_the_dialog_with_larger_text_stays_on_the_screen(qtbot: QtBot, qapp: QApplication, exchange: BuiltExchange) -> None:
    tell_story(exchange)
    apply_theme(qapp, scheme="dark", text_percent=130)
    with centre_workplace(exchange, qapp) as workplace:
        dialog = opened(qtbot, workplace)
        qtbot.waitExposed(dialog)
        draw(dialog, "vi-130-reminders")
        assert cut_texts(dialog) == []
        assert dialog.height() <= 728


def test_the_period_of_the_letters_is_the_one_in_focus(qtbot: QtBot, workplace: Workplace) -> None:
    dialog = opened(qtbot, workplace)
    assert dialog._period.code == HALF
