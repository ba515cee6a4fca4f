"""Closing a period through the window: the checklist leads somewhere, four kinds of answer stay four, nothing typed is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from export.exchange.receiving import receive
from storage.catalogue import Catalogue as LedgerCatalogue
from storage.closing import is_closed
from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.figures import period_data
from storage.journal.entries import MAX_COUNT, Remark
from storage.outline import MAX_TEXT
from storage.reviewing import closed_report
from tests.ui.centre_stories import answer_of_centre, close_and_seal
from tests.ui.conftest import OFFICE, BuiltExchange, MakeWorkplace, settle
from ui.window.operations import period as operations
from ui.window.pages.period import PeriodPage
from ui.window.period.answer_field import ChoiceField, WordsField
from ui.window.period.dialogs import CloseDialog
from ui.window.period.edits import Choice, Edits, Given, Unsaved, read_count, read_unsaved, unsaved_bytes
from ui.window.period.panes import TaskPane, TextPane
from ui.window.period.sign_tab import read_day
from ui.window.reason_dialog import ReasonDialog
from ui.window.workplace import Workplace

HALF = "2020S1"
SECTION, COUNT, YES_NO, WORDS = "KHO_KHAN", "II.1.a-3", "II.1.b-3", "II.1.a-5"


@pytest.fixture
def page(qtbot: QtBot, exchange: BuiltExchange, workplace: Workplace) -> PeriodPage:
    exchange.record(2)
    made = PeriodPage(workplace)
    qtbot.addWidget(made)
    made.resize(1150, 680)
    made.show()
    made.activate()
    settle(qtbot, workplace)
    return made


def answers(exchange: BuiltExchange) -> dict[str, tuple[str, int, str]]:
    """What the ledger holds, read by a second station."""
    with exchange.station(exchange.office) as station:
        period = LedgerCatalogue(station.ledger).period(HALF)
        found = period_data(station.ledger, period, [OFFICE]).answers
        return {item: (given.state, given.number, given.text) for (_, item), given in found.items()}


def field(page: PeriodPage, item: str) -> ChoiceField | WordsField:
    assert page._view is not None
    page.tabs.setCurrentWidget(page.report)
    page.report.go_to(item)
    pane = page.report.pane(page._view.place_of(item))
    assert isinstance(pane, TaskPane)
    found = pane.fields[item]
    assert isinstance(found, ChoiceField | WordsField)
    return found


def text_pane(page: PeriodPage, code: str) -> TextPane:
    page.tabs.setCurrentWidget(page.report)
    page.report.go_to(code)
    pane = page.report.pane(code)
    assert isinstance(pane, TextPane)
    return pane


def save(qtbot: QtBot, page: PeriodPage) -> None:
    page.report.save.click()
    settle(qtbot, page.workplace)


# The page


def test_the_current_period_comes_first_with_its_days(page: PeriodPage) -> None:
    assert page._view is not None
    assert page._view.period.code == HALF
    assert page._view.days_left == 18
    assert page.head.chooser.currentData() == HALF
    assert "19/06/2020" in page.head._days.text()


def test_a_click_on_a_finding_leads_to_the_section(qtbot: QtBot, page: PeriodPage) -> None:
    assert page._view is not None
    row = next(row for row, problem in enumerate(page._view.findings) if problem.field == SECTION)
    listed = page.checklist.list
    listed.setCurrentRow(row)
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert page.tabs.currentWidget() is page.report
    assert page.report.part == SECTION
    assert page.report.pane(SECTION).field.editor.hasFocus()  # type: ignore[attr-defined]


def test_findings_name_things_in_words(page: PeriodPage) -> None:
    texts = [page.checklist.list.item(row).text() for row in range(page.checklist.list.count())]
    assert any("Khó khăn, vướng mắc" in text for text in texts)
    assert not any(SECTION in text for text in texts)


def test_a_record_with_a_finding_leads_to_the_activities(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace
) -> None:
    (uid,) = exchange.record(1)
    with exchange.station(exchange.office) as station:
        from storage.recording import ActivityInput, Recorder

        row = ActivityInput(uid=uid, note="gọi 0912 345 678")
        assert Recorder(station.ledger, station.catalogue).record([(1, row)]).refused == []
    page = PeriodPage(make_office())
    qtbot.addWidget(page)
    page.activate()
    settle(qtbot, page.workplace)
    listed = page.checklist.list
    row_of = next(row for row in range(listed.count()) if "điện thoại" in listed.item(row).text())
    with qtbot.waitSignal(page.wanted) as wanted:
        listed.itemActivated.emit(listed.item(row_of))
    assert wanted.args == ["activities", uid]


# Answers


def test_number_zero_nothing_and_empty_are_four_answers(qtbot: QtBot, exchange: BuiltExchange, page: PeriodPage) -> None:
    count = field(page, COUNT)
    assert isinstance(count, ChoiceField)
    assert count.given == Given()
    for typed, expected in (("12", ("number", 12, "")), ("0", ("number", 0, ""))):
        count.number.setFocus()
        count.number.selectAll()
        qtbot.keyClicks(count.number, typed)
        save(qtbot, page)
        assert answers(exchange)[COUNT] == expected
    count._buttons[Choice.NONE].click()
    save(qtbot, page)
    assert answers(exchange)[COUNT] == ("none", 0, "")
    assert count._buttons[Choice.EMPTY].isHidden()
    assert page._edits.changed == {}


def test_yes_no_and_words(qtbot: QtBot, exchange: BuiltExchange, page: PeriodPage) -> None:
    yes_no = field(page, YES_NO)
    assert isinstance(yes_no, ChoiceField)
    yes_no._buttons[Choice.NO].click()
    said = field(page, WORDS)
    assert isinstance(said, WordsField)
    said.field.editor.setFocus()
    qtbot.keyClicks(said.field.editor, "Thuan loi")
    save(qtbot, page)
    found = answers(exchange)
    assert (found[YES_NO], found[WORDS]) == (("no", 0, ""), ("text", 0, "Thuan loi"))


def test_a_number_that_cannot_be_read_stays_in_the_form(qtbot: QtBot, exchange: BuiltExchange, page: PeriodPage) -> None:
    count = field(page, COUNT)
    assert isinstance(count, ChoiceField)
    qtbot.keyClicks(count.number, "12 nguoi")
    text_pane(page, SECTION).field.editor.setFocus()
    qtbot.keyClicks(text_pane(page, SECTION).field.editor, "Khong co")
    save(qtbot, page)
    assert set(answers(exchange)) == {SECTION}
    assert page._edits.unreadable == [COUNT]
    assert field(page, COUNT).given.text == "12 nguoi"


def test_nothing_to_report_for_a_whole_task(qtbot: QtBot, exchange: BuiltExchange, page: PeriodPage) -> None:
    field(page, YES_NO)
    assert page._view is not None
    task = page._view.place_of(YES_NO)
    pane = page.report.pane(task)
    assert isinstance(pane, TaskPane)
    qtbot.mouseClick(pane.nothing, Qt.MouseButton.LeftButton)
    save(qtbot, page)
    assert {state for item, (state, _, _) in answers(exchange).items() if item.startswith("II.1.b")} == {"none"}


def test_figures_counted_from_activities_are_not_asked(page: PeriodPage) -> None:
    assert page._view is not None
    questions = {question.item: question for task in page._view.tasks for question in task.questions}
    counted = questions["II.1.a-1"].computed
    assert counted is not None
    assert counted.number == 2
    with pytest.raises(KeyError):
        field(page, "II.1.a-1")


def test_leaving_a_part_saves_it(qtbot: QtBot, exchange: BuiltExchange, page: PeriodPage) -> None:
    qtbot.keyClicks(text_pane(page, SECTION).field.editor, "Kinh phi con it")
    page.report.next.click()
    settle(qtbot, page.workplace)
    assert answers(exchange)[SECTION] == ("text", 0, "Kinh phi con it")


def test_typing_goes_on_while_an_answer_is_being_saved(qtbot: QtBot, exchange: BuiltExchange, page: PeriodPage) -> None:
    editor = text_pane(page, SECTION).field.editor
    qtbot.keyClicks(editor, "Mot")
    page.report.save.click()
    qtbot.keyClicks(editor, " hai")
    settle(qtbot, page.workplace)
    assert editor.toPlainText() == "Mot hai"
    assert set(page._edits.changed) == {SECTION}
    save(qtbot, page)
    assert answers(exchange)[SECTION][2] == "Mot hai"


def test_what_was_typed_survives_the_program(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace, page: PeriodPage
) -> None:
    qtbot.keyClicks(text_pane(page, SECTION).field.editor, "Chua ghi")
    qtbot.waitUntil(lambda: not page._pause.isActive(), timeout=5_000)
    settle(qtbot, page.workplace)
    assert answers(exchange) == {}
    again = PeriodPage(make_office())
    qtbot.addWidget(again)
    again.activate()
    settle(qtbot, again.workplace)
    assert again._edits.changed == {SECTION: Given(Choice.TEXT, text="Chua ghi")}
    assert text_pane(again, SECTION).field.text == "Chua ghi"
    settle(qtbot, again.workplace)


def test_findings_are_told_where_they_stand(qtbot: QtBot, page: PeriodPage) -> None:
    box = text_pane(page, SECTION).field
    box.show_text("🙂 Liên hệ 0912 345 678 nhé")
    (selection,) = box.editor.extraSelections()
    assert selection.cursor.selectedText() == "0912 345 678"
    assert "điện thoại" in box._told.text()
    box.show_text("Liên hệ văn phòng")
    assert box.editor.extraSelections() == []
    assert box._told.isHidden()


def test_a_text_that_is_too_long_is_not_saved(qtbot: QtBot, exchange: BuiltExchange, page: PeriodPage) -> None:
    box = text_pane(page, SECTION).field
    box.editor.setPlainText("a" * (MAX_TEXT + 1))
    save(qtbot, page)
    assert answers(exchange) == {}
    assert page._edits.unreadable == [SECTION]


# Signing, files, closing


def test_preview_shows_saved_words_and_the_signer(qtbot: QtBot, page: PeriodPage) -> None:
    qtbot.keyClicks(text_pane(page, SECTION).field.editor, "Kinh phi <b>it</b>")
    page.sign.name.setText("Y Bình")
    page.tabs.setCurrentWidget(page.sign)
    settle(qtbot, page.workplace)
    shown = page.sign.browser.toPlainText()
    assert "Kinh phi <b>it</b>" in shown
    assert "Y Bình" in shown
    assert "DỰ THẢO BÁO CÁO" in shown


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pdf"])
def test_files_are_written_and_opened(
    qtbot: QtBot, page: PeriodPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) is None)
    qtbot.keyClicks(text_pane(page, SECTION).field.editor, "Kinh phi it")
    target = tmp_path / f"báo cáo{suffix}"
    page.export_to(target)
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    assert opened == [str(target)]
    assert target.stat().st_size > 1_000
    if suffix == ".docx":
        assert any("Kinh phi it" in paragraph.text for paragraph in Document(str(target)).paragraphs)


def test_closing_needs_the_heads_word_and_reopening_a_reason(qtbot: QtBot, exchange: BuiltExchange, page: PeriodPage) -> None:
    page.tabs.setCurrentWidget(page.sign)
    settle(qtbot, page.workplace)
    page.sign.name.setText("Y Bình")
    page.sign.title.setText("CHỦ TỊCH")
    page.sign.day.setText("15/6/2020")
    qtbot.mouseClick(page.sign.close_button, Qt.MouseButton.LeftButton)
    asked = page.findChild(CloseDialog)
    assert isinstance(asked, CloseDialog)
    assert not asked.close_button.isEnabled()
    asked.approved.click()
    announced: list[ChangeSet] = []
    page.workplace.announcer.changed.connect(lambda changes, _: announced.append(changes))
    with qtbot.waitSignal(page.said) as said:
        asked.close_button.click()
    settle(qtbot, page.workplace)
    assert said.args == [Code.OK]
    assert announced == [ChangeSet(periods=True)]
    with exchange.station(exchange.office) as station:
        report = closed_report(station.ledger, OFFICE, HALF).report
    assert (report.signature.name, report.signature.title, report.signature.date) == ("Y Bình", "CHỦ TỊCH", "2020-06-15")
    assert page._view is not None
    assert page._view.closed
    assert not page.report.save.isEnabled()
    assert text_pane(page, SECTION).field.editor.isReadOnly()
    page._ask_reason()
    reason = page.findChild(ReasonDialog)
    assert isinstance(reason, ReasonDialog)
    assert not reason.go_button.isEnabled()
    qtbot.keyClicks(reason.field, "Bo sung so lieu")
    reason.go_button.click()
    settle(qtbot, page.workplace)
    with exchange.station(exchange.office) as station:
        assert not is_closed(station.ledger, OFFICE, HALF)
    assert page.sign.name.text() == "Y Bình"


def test_a_stamp_of_secrecy_stops_closing(qtbot: QtBot, exchange: BuiltExchange, page: PeriodPage) -> None:
    text_pane(page, SECTION).field.editor.setPlainText("TUYỆT MẬT: nội dung")
    save(qtbot, page)
    assert page._view is not None
    assert page._view.findings[0].code is Code.TEXT_SECRECY_STAMP
    with qtbot.waitSignal(page.said) as said:
        page.run(operations.close(period=HALF, signature=page.sign.signature), page._closed)
    assert said.args is not None
    assert said.args[0].code is Code.SEAL_BLOCKED_BY_STAMP
    with exchange.station(exchange.office) as station:
        assert not is_closed(station.ledger, OFFICE, HALF)


def test_a_wrong_date_keeps_the_question_away(qtbot: QtBot, page: PeriodPage) -> None:
    page.tabs.setCurrentWidget(page.sign)
    settle(qtbot, page.workplace)
    page.sign.day.setText("31/6/2020")
    page.sign.day.editingFinished.emit()
    assert page.sign.day_is_wrong
    qtbot.mouseClick(page.sign.close_button, Qt.MouseButton.LeftButton)
    assert page.findChild(CloseDialog) is None
    assert page.sign._wrong_day.isVisible()


def test_another_period_and_back(qtbot: QtBot, exchange: BuiltExchange, page: PeriodPage) -> None:
    qtbot.keyClicks(text_pane(page, SECTION).field.editor, "Sau thang")
    page.head.chosen.emit("2019")
    settle(qtbot, page.workplace)
    assert page._view is not None
    assert page._view.period.code == "2019"
    assert text_pane(page, SECTION).field.text == ""
    page.show_argument((HALF, SECTION))
    settle(qtbot, page.workplace)
    assert text_pane(page, SECTION).field.text == "Sau thang"
    assert answers(exchange)[SECTION][2] == "Sau thang"


# What needs no window


@given(st.integers(0, MAX_COUNT))
def test_every_count_is_read_as_people_write_it(number: int) -> None:
    grouped = f"{number:,}"
    written = [str(number), grouped, grouped.replace(",", "."), grouped.replace(",", " ")]
    assert [read_count(text) for text in written] == [number] * 4


NO_COUNTS = ("", " ", "-1", "1.5", "1.23", "12a", "1..000", "٣", "½", str(MAX_COUNT + 1), "9" * 40, "1.0000")


@pytest.mark.parametrize("text", NO_COUNTS)
def test_what_is_no_count_is_not_read(text: str) -> None:
    assert read_count(text) is None


GIVEN = st.builds(
    Given, choice=st.sampled_from(list(Choice)), number=st.integers(0, 9), text=st.text(max_size=9), complete=st.booleans()
)


@given(st.dictionaries(st.sampled_from("abc"), GIVEN), st.dictionaries(st.sampled_from("abc"), GIVEN))
@settings(max_examples=60)
def test_nothing_typed_is_ever_dropped(saved: dict[str, Given], typed: dict[str, Given]) -> None:
    edits = Edits(saved)
    for item, given_ in typed.items():
        edits.put(item, given_)
    assert all(edits.value(item) == given_ for item, given_ in typed.items())
    sent = {answer.item for answer in edits.answers(HALF)}
    assert all(typed[item].complete and typed[item].choice is not Choice.EMPTY for item in sent)
    again = edits.after_saving(saved, {})
    assert again.changed == edits.changed
    kept = read_unsaved(unsaved_bytes(Unsaved(edits.changed)))
    assert Edits(saved, kept.answers).changed == edits.changed


def test_a_damaged_draft_stops_nothing() -> None:
    assert read_unsaved("{") == read_unsaved('{"person": 1}') == read_unsaved("") == Unsaved()


@pytest.mark.parametrize("text", ["15/06/2020", "15/6/2020", " 15-6-2020 ", "15.06.2020"])
def test_days_as_people_write_them(text: str) -> None:
    assert read_day(text) == QDate(2020, 6, 15)


def test_what_is_no_day() -> None:
    assert not any(read_day(text).isValid() for text in ("", "31/06/2020", "2020-06-15", "06/15/2020", "hôm nay", "15/6/20"))


def test_a_returned_report_is_corrected_and_closed_again(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace
) -> None:
    exchange.record(2)
    bundles = close_and_seal(exchange, exchange.root / "usb")
    receipt = answer_of_centre(exchange, bundles, remarks=[Remark(text="Bổ sung khó khăn.", item=SECTION)])
    with exchange.station(exchange.office) as station:
        receive(station, receipt)
    exchange.record(1)
    page = PeriodPage(make_office())
    qtbot.addWidget(page)
    page.show()
    page.activate()
    settle(qtbot, page.workplace)
    assert page._view is not None
    assert (page._view.returned, page._view.closed) == (True, False)
    qtbot.keyClicks(text_pane(page, SECTION).field.editor, "Kinh phi it")
    page.tabs.setCurrentWidget(page.sign)
    settle(qtbot, page.workplace)
    assert "Kinh phi it" in page.sign.browser.toPlainText()
    page.run(operations.close(period=HALF, signature=page.sign.signature), page._closed)
    settle(qtbot, page.workplace)
    assert page._view.closed
    assert answers(exchange)[SECTION][2] == "Kinh phi it"
