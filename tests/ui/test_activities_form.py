"""Recording and amending by keyboard: the form, its refusals, attachments, the text check in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from storage.activity_history import OpenedActivity, open_activity
from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.recording import Recorder
from storage.search import Filter, FoundActivity, find_activities
from tests.ui.conftest import BuiltExchange, MakeWorkplace, settle
from tests.ui.telex import type_telex
from tests.ui.test_activities_list import open_page, shown, titles
from tests.ui.test_every_page_fits import SMALL_SCREEN, cut_texts, draw
from ui.window.activities.fields import CountBox
from ui.window.activities.withdraw_dialog import WithdrawDialog
from ui.window.application import Language
from ui.window.pages.activities import ActivitiesPage
from ui.window.theme import Scheme, apply_theme

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> ActivitiesPage:
    exchange.record(2)
    return open_page(qtbot, make_office())


def recorded(exchange: BuiltExchange, wanted: Filter | None = None) -> list[FoundActivity]:
    with exchange.station(exchange.office) as station:
        return find_activities(station.ledger, wanted or Filter())


def opened(exchange: BuiltExchange, uid: str) -> OpenedActivity:
    with exchange.station(exchange.office) as station:
        return open_activity(station.ledger, uid)


def focused(page: ActivitiesPage) -> QLineEdit:
    widget = page.window().focusWidget()
    assert isinstance(widget, QLineEdit)
    return widget


def start_new(qtbot: QtBot, page: ActivitiesPage) -> None:
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_N, CONTROL)
    assert page.stack.currentWidget() is page.editor
    assert focused(page) is page.editor.form.task


def save(qtbot: QtBot, page: ActivitiesPage) -> None:
    qtbot.keyClick(page.editor, Qt.Key.Key_S, CONTROL)
    settle(qtbot, page.workplace)


def test_an_activity_is_recorded_by_the_keyboard_alone(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    start_new(qtbot, page)
    form = page.editor.form
    qtbot.keyClicks(focused(page), "trang thong tin")
    qtbot.keyClick(focused(page), Qt.Key.Key_Return)
    assert form.task.task == "II.1.b"
    qtbot.keyClick(focused(page), Qt.Key.Key_Tab)
    assert page.window().focusWidget() is form.type
    qtbot.keyClick(form.type, Qt.Key.Key_Tab)
    assert focused(page) is form.day
    focused(page).selectAll()
    qtbot.keyClicks(form.day, "5/3")
    qtbot.keyClick(form.day, Qt.Key.Key_Tab)
    assert form.day.text() == "05/03/2020"
    type_telex(form.title, "DDawng tin veef hooij nghij")
    for field in (form.title, form.place, form.document):
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert page.window().focusWidget() is form.note
    qtbot.keyClick(form.note, Qt.Key.Key_Tab)
    assert focused(page) is form.count_box("so_tin")
    qtbot.keyClicks(focused(page), "12")
    with qtbot.waitSignal(page.said) as said:
        save(qtbot, page)
    assert [offer.outcome for offer in said.args] == [Code.OK]
    assert page.stack.currentWidget() is page.list
    (found,) = recorded(exchange, Filter(task="II.1.b"))
    assert (found.title, found.date, found.values) == ("Đăng tin về hội nghị", "2020-03-05", {"so_tin": 12})
    assert "Đăng tin về hội nghị" in shown(page)


def test_save_and_add_goes_on_with_the_same_task(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    page.editor.open_new(task="II.1.b")
    form = page.editor.form
    for title in ("Tin một", "Tin hai"):
        form.title.setFocus()
        form.title.insert(title)
        form.count_box("so_bai").setFocus()
        qtbot.keyClicks(form.count_box("so_bai"), "1")
        qtbot.keyClick(page.editor, Qt.Key.Key_S, CONTROL | SHIFT)
        settle(qtbot, page.workplace)
        assert page.stack.currentWidget() is page.editor
        assert (form.title.text(), form.count_box("so_bai").count, form.task.task) == ("", None, "II.1.b")
        assert form.title.hasFocus()
    assert {row.title for row in recorded(exchange, Filter(task="II.1.b"))} == {"Tin một", "Tin hai"}


def test_the_form_shows_the_fields_of_the_type_only(qtbot: QtBot, page: ActivitiesPage) -> None:
    page.editor.open_new(task="II.1.a")
    form = page.editor.form
    assert [form.type.itemData(row) for row in range(form.type.count())] == ["HN_QT", "SH_CD", "VB_BH"]
    form.count_box("luot_nguoi_du").set_count(30)
    form.type.setCurrentIndex(1)
    assert form.content().values == {"luot_nguoi_du": 30}, "a field that both types have keeps its figure"
    form.type.setCurrentIndex(2)
    assert form.content().values == {}
    with pytest.raises(KeyError):
        form.count_box("luot_nguoi_du")


def test_an_empty_figure_and_nought_are_two_answers(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    page.editor.open_new(task="II.1.a")
    form = page.editor.form
    form.title.insert("Hội nghị")
    qtbot.keyClicks(form.count_box("so_cuoc"), "0")
    save(qtbot, page)
    assert recorded(exchange, Filter(text="hoi nghi"))[0].values == {"so_cuoc": 0}


@pytest.mark.parametrize(
    ("typed", "count", "written"),
    [
        ("1200", 1200, "1.200"),
        ("1.200", 1200, "1.200"),
        ("", None, ""),
        ("12a-3", 123, "123"),
        ("99999999999", 999999999, None),
    ],
)
def test_figures_are_digits(qtbot: QtBot, typed: str, count: int | None, written: str | None) -> None:
    box = CountBox()
    qtbot.addWidget(box)
    box.show()
    qtbot.keyClicks(box, typed)
    assert box.count == count
    box.editingFinished.emit()
    assert written is None or box.text() == written


def test_the_wheel_changes_no_figure_and_the_arrows_do(qtbot: QtBot) -> None:
    box = CountBox()
    qtbot.addWidget(box)
    box.show()
    box.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.count is None
    for key, count in ((Qt.Key.Key_Down, None), (Qt.Key.Key_Up, 0), (Qt.Key.Key_Up, 1), (Qt.Key.Key_Down, 0)):
        qtbot.keyClick(box, key)
        assert box.count == count


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        ("title", "title"),
        ("date", "date"),
        ("figures", "so_cuoc"),
        ("task", "task"),
        ("long", "place"),
    ],
)
def test_a_refusal_stands_at_its_field(
    qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage, spoil: str, place: str
) -> None:
    page.editor.open_new(task="" if spoil == "task" else "II.1.a")
    form = page.editor.form
    if spoil != "title":
        form.title.insert("Hội nghị")
    if spoil == "date":
        form.day.setText("31/2/2020")
    if spoil not in ("figures", "task"):
        form.count_box("so_cuoc").insert("1")
    if spoil == "long":
        form.place.insert("x" * 501)
    save(qtbot, page)
    assert page.stack.currentWidget() is page.editor
    box = form.boxes.get(place)
    field = box.field if box else form.count_box(place)
    assert page.window().focusWidget() is field
    note = box or field.parent()
    assert note.note.isVisible()  # type: ignore[union-attr]
    assert "so_cuoc" not in note.note.text()  # type: ignore[union-attr]
    assert len(recorded(exchange)) == 2
    if isinstance(field, QLineEdit) and place != "task":
        qtbot.keyClicks(field, "1")
        assert not note.note.isVisible(), "typing in the field takes the refusal away"  # type: ignore[union-attr]


def test_amending_keeps_the_record_and_its_history(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    uid = recorded(exchange)[0].uid
    page.activate(uid)
    settle(qtbot, page.workplace)
    form = page.editor.form
    assert form.count_box("luot_nguoi_du").text() == "102"
    form.place.setFocus()
    qtbot.keyClicks(form.place, " A")
    save(qtbot, page)
    assert opened(exchange, uid).rev == 2
    assert opened(exchange, uid).content.place.startswith(" A".strip())


def test_saving_without_a_change_makes_no_new_version(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    uid = recorded(exchange)[0].uid
    page.activate(uid)
    settle(qtbot, page.workplace)
    save(qtbot, page)
    assert page.stack.currentWidget() is page.list
    assert opened(exchange, uid).rev == 1


def test_duplicating_begins_a_new_activity_of_today(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_D, CONTROL)
    settle(qtbot, page.workplace)
    form = page.editor.form
    assert (form.title.text(), form.day.text(), form.count_box("so_cuoc").count) == (titles(2)[0], "01/06/2020", 1)
    assert form.day.hasFocus()
    save(qtbot, page)
    assert len(recorded(exchange)) == 3


def test_withdrawing_from_the_form(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    uid = recorded(exchange)[0].uid
    page.activate(uid)
    settle(qtbot, page.workplace)
    page.editor.buttons.withdraw.click()
    dialog = page.findChild(WithdrawDialog)
    dialog.reason.insert("ghi nhầm")
    dialog.withdraw.click()
    settle(qtbot, page.workplace)
    assert opened(exchange, uid).withdrawn
    assert page.stack.currentWidget() is page.list


def test_a_withdrawn_activity_can_be_brought_back(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    uid = recorded(exchange)[0].uid
    with exchange.station(exchange.office) as station:
        Recorder(station.ledger, station.catalogue).withdraw(uid, "ghi nhầm")
    page.activate(uid)
    settle(qtbot, page.workplace)
    assert page.editor.status.text()
    assert not page.editor.buttons.withdraw.isVisible()
    save(qtbot, page)
    assert (opened(exchange, uid).rev, opened(exchange, uid).withdrawn) == (3, False)


def test_others_are_told_of_what_was_recorded(qtbot: QtBot, page: ActivitiesPage) -> None:
    page.editor.open_new(task="II.1.b")
    page.editor.form.title.insert("Tin")
    page.editor.form.count_box("so_tin").insert("1")
    with qtbot.waitSignal(page.workplace.announcer.changed) as announced:
        save(qtbot, page)
    assert announced.args == [ChangeSet(activities=True), page]


# Texts


def test_findings_are_shown_in_place_while_typing(qtbot: QtBot, page: ActivitiesPage) -> None:
    page.editor.open_new(task="II.1.a")
    form = page.editor.form
    form.title.insert("Mời ông Nguyễn Văn An, 0905 123 456, abc@gmail.com")
    box = form.boxes["title"]
    qtbot.waitUntil(lambda: box.note.isVisible())
    assert "ông Nguyễn Văn An" in box.told
    assert "0905 123 456" in box.told
    assert "1" in box.told.splitlines()[2], "what does not fit is counted"
    form.title.clear()
    qtbot.waitUntil(lambda: not box.note.isVisible())


def test_findings_in_the_note_are_underlined_where_they_stand(qtbot: QtBot, page: ActivitiesPage) -> None:
    page.editor.open_new(task="II.1.a")
    note = page.editor.form.note
    note.setPlainText("😀 gọi 0905 123 456 nhé")
    qtbot.waitUntil(lambda: bool(note.extraSelections()))
    assert isinstance(note, QPlainTextEdit)
    assert [selection.cursor.selectedText() for selection in note.extraSelections()] == ["0905 123 456"]


def test_findings_after_recording_are_told(qtbot: QtBot, page: ActivitiesPage) -> None:
    page.editor.open_new(task="II.1.a")
    page.editor.form.title.insert("Mời ông Nguyễn Văn An")
    page.editor.form.count_box("so_cuoc").insert("1")
    with qtbot.waitSignal(page.said) as said:
        save(qtbot, page)
    assert [offer.outcome for offer in said.args] == [Code.OK_WITH_FINDINGS]


@pytest.mark.parametrize("name", ["title", "place", "document", "note"])
def test_every_text_field_takes_telex(qtbot: QtBot, page: ActivitiesPage, name: str) -> None:
    page.editor.open_new(task="II.1.a")
    field = page.editor.form.boxes[name].field
    field.setFocus()
    type_telex(field, "Hooij nghij taij ddawk haf")
    text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]
    assert text == "Hội nghị tại đăk hà"


def test_a_task_is_found_while_telex_turns_letters_into_others(qtbot: QtBot, page: ActivitiesPage) -> None:
    page.editor.open_new()
    task = page.editor.form.task
    task.setFocus()
    type_telex(task, "quans trieejt")
    assert task.text() == "quán triệt"
    assert task.is_open
    assert task.popup.count() == 1
    assert task.hasFocus(), "the list takes no focus"
    qtbot.keyClick(task, Qt.Key.Key_Escape)
    assert not task.is_open
    assert page.stack.currentWidget() is page.editor, "Escape closed the list, not the form"
    qtbot.keyClick(task, Qt.Key.Key_Down)
    qtbot.keyClick(task, Qt.Key.Key_Return)
    assert task.task == "II.1.a"


def test_leaving_the_task_field_takes_the_best_match(qtbot: QtBot, page: ActivitiesPage) -> None:
    page.editor.open_new()
    form = page.editor.form
    form.task.setFocus()
    qtbot.keyClicks(form.task, "ky luat")
    qtbot.keyClick(form.task, Qt.Key.Key_Tab)
    assert form.task.task == "II.1.d"
    assert form.type.count() > 1
    form.task.setFocus()
    form.task.selectAll()
    qtbot.keyClicks(form.task, "zzz")
    assert form.task.task == ""
    assert form.type.count() == 0


# Attachments


def dropped(qtbot: QtBot, page: ActivitiesPage, *paths: Path) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.editor.form.dropEvent(event)
    settle(qtbot, page.workplace)


def test_attachments_are_dropped_kept_and_taken_off(
    qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage, tmp_path: Path
) -> None:
    first, second, bad = tmp_path / "kế hoạch.pdf", tmp_path / "ảnh.png", tmp_path / "setup.exe"
    first.write_bytes(b"%PDF-1.7 one")
    second.write_bytes(b"\x89PNG\r\n\x1a\n two")
    bad.write_bytes(b"MZ")
    page.editor.open_new(task="II.1.b")
    form = page.editor.form
    form.title.insert("Tin có tệp")
    form.count_box("so_tin").insert("1")
    dropped(qtbot, page, first, second, bad)
    assert form.attachments.list.count() == 2
    assert "setup.exe" in form.attachments.box.told
    save(qtbot, page)
    (found,) = recorded(exchange, Filter(task="II.1.b"))
    assert {file.name for file in opened(exchange, found.uid).files} == {"kế hoạch.pdf", "ảnh.png"}
    page.activate(found.uid)
    settle(qtbot, page.workplace)
    form.attachments.list.setCurrentRow(0)
    qtbot.keyClick(form.attachments.list, Qt.Key.Key_Delete)
    third = tmp_path / "biên bản.pdf"
    third.write_bytes(b"%PDF-1.7 three")
    dropped(qtbot, page, third)
    save(qtbot, page)
    after = opened(exchange, found.uid)
    assert (after.rev, {file.name for file in after.files}) == (2, {"ảnh.png", "biên bản.pdf"})
    assert not list(exchange.office.temporary.rglob("*.png")), "what was written out again is gone"


# The look


@pytest.mark.parametrize(("language", "scheme"), [("vi", "light"), ("en", "dark")])
@pytest.mark.parametrize("percent", [100, 130])
def test_the_form_fits_on_a_small_screen(
    qtbot: QtBot,
    qapp: QApplication,
    exchange: BuiltExchange,
    make_office: MakeWorkplace,
    language: Language,
    scheme: Scheme,
    percent: int,
) -> None:
    exchange.record(1)
    workplace = make_office(language)
    apply_theme(qapp, scheme=scheme, text_percent=percent)
    page = open_page(qtbot, workplace)
    page.resize(SMALL_SCREEN.width() - 220, SMALL_SCREEN.height() - 60)
    page.activate(recorded(exchange)[0].uid)
    settle(qtbot, workplace)
    page.editor.form.type.setCurrentIndex(0)
    assert page.height() <= SMALL_SCREEN.height() - 60
    draw(page, f"{language}-{scheme}-form-{percent}")
    assert cut_texts(page) == []
