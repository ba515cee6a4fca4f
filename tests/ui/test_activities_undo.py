"""Undoing the last recording, amendment or withdrawal: offered once, by button or keys, and never by removing anything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from storage.activity_history import activity_history
from storage.drafts import Draft, drafts
from storage.recording import ActivityInput, Recorder
from storage.search import Filter, FoundActivity, find_activities
from tests.ui.conftest import BuiltExchange, MakeWorkplace, settle
from tests.ui.test_every_page_fits import draw
from ui.window.activities.withdraw_dialog import WithdrawDialog
from ui.window.main_window import MainWindow
from ui.window.pages.activities import ActivitiesPage
from ui.window.theme import apply_theme
from ui.window.workplace import BY

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> MainWindow:
    exchange.record(2)
    made = MainWindow(make_office())
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open_page("activities")
    settle(qtbot, made.workplace)
    return made


def page_of(window: MainWindow) -> ActivitiesPage:
    page = window.page("activities")
    assert isinstance(page, ActivitiesPage)
    return page


def record_new(qtbot: QtBot, window: MainWindow, title: str = "Tin một") -> None:
    page = page_of(window)
    page.editor.open_new(task="II.1.b")
    page.editor.form.title.setFocus()
    page.editor.form.title.insert(title)
    page.editor.form.count_box("so_bai").setFocus()
    qtbot.keyClicks(page.editor.form.count_box("so_bai"), "1")
    qtbot.keyClick(page.editor, Qt.Key.Key_S, CONTROL)
    settle(qtbot, window.workplace)


def undo_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    with qtbot.waitActive(window):
        window.activateWindow()
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Z, CONTROL)
    settle(qtbot, window.workplace)


def records(exchange: BuiltExchange, task: str = "") -> list[FoundActivity]:
    with exchange.station(exchange.office) as station:
        return find_activities(station.ledger, Filter(task=task))


def left(exchange: BuiltExchange) -> list[Draft]:
    with exchange.station(exchange.office) as station:
        return drafts(station.ledger)


def last_act(exchange: BuiltExchange, uid: str) -> tuple[str, str, str]:
    with exchange.station(exchange.office) as station:
        newest = activity_history(station.ledger, uid)[0]
    return newest.act, newest.why, newest.by


def test_a_new_activity_is_withdrawn_and_its_form_comes_back(
    qtbot: QtBot, qapp: QApplication, exchange: BuiltExchange, window: MainWindow
) -> None:
    window.workplace.settings.setValue(BY, "vt-1")
    record_new(qtbot, window)
    [made] = records(exchange, "II.1.b")
    assert last_act(exchange, made.uid) == ("recorded", "", "vt-1")
    assert window.messages.offered.isVisible()
    draw(window, "vi-light-undo-offered")
    apply_theme(qapp, scheme="dark")
    draw(window, "vi-dark-undo-offered")
    undo_by_keys(qtbot, window)
    assert [row.state for row in records(exchange, "II.1.b")] == ["withdrawn"]
    assert last_act(exchange, made.uid)[0] == "withdrawn"
    assert last_act(exchange, made.uid)[1:] != ("", "")
    page = page_of(window)
    assert page.stack.currentWidget() is page.editor
    assert page.editor.form.title.text() == "Tin một"
    assert page.editor.form.count_box("so_bai").count == 1
    assert not window.messages.offered.isVisible()
    assert len(left(exchange)) == 1


def test_an_amendment_is_amended_back_and_goes_on_as_a_draft(qtbot: QtBot, exchange: BuiltExchange, window: MainWindow) -> None:
    page = page_of(window)
    row = records(exchange)[0]
    page.editor.open_record(row.uid)
    settle(qtbot, window.workplace)
    page.editor.form.title.setFocus()
    page.editor.form.title.selectAll()
    qtbot.keyClicks(page.editor.form.title, "Ten sai")
    qtbot.keyClick(page.editor, Qt.Key.Key_S, CONTROL)
    settle(qtbot, window.workplace)
    assert next(found.title for found in records(exchange) if found.uid == row.uid) == "Ten sai"
    qtbot.keyClick(window.messages.offered, Qt.Key.Key_Space)
    settle(qtbot, window.workplace)
    after = next(found for found in records(exchange) if found.uid == row.uid)
    assert (after.title, after.rev, after.state) == (row.title, 3, "final")
    assert page.editor.form.title.text() == "Ten sai"
    qtbot.keyClick(page.editor, Qt.Key.Key_S, CONTROL)
    settle(qtbot, window.workplace)
    assert next(found.title for found in records(exchange) if found.uid == row.uid) == "Ten sai", "and can be saved again"


def test_withdrawn_activities_are_restored(qtbot: QtBot, exchange: BuiltExchange, window: MainWindow) -> None:
    page = page_of(window)
    page.list.table.setFocus()
    page.list.table.selectAll()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    dialog = page.findChild(WithdrawDialog)
    assert isinstance(dialog, WithdrawDialog)
    qtbot.keyClicks(dialog.reason, "ghi nham")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    settle(qtbot, window.workplace)
    assert {row.state for row in records(exchange)} == {"withdrawn"}
    undo_by_keys(qtbot, window)
    assert [row.state for row in records(exchange)] == ["final", "final"]
    assert page.stack.currentWidget() is page.list


def test_it_is_offered_once(qtbot: QtBot, exchange: BuiltExchange, window: MainWindow) -> None:
    record_new(qtbot, window)
    undo_by_keys(qtbot, window)
    revisions = [row.rev for row in records(exchange)]
    undo_by_keys(qtbot, window)
    assert [row.rev for row in records(exchange)] == revisions


def test_in_a_text_field_the_keys_undo_the_typing(qtbot: QtBot, exchange: BuiltExchange, window: MainWindow) -> None:
    record_new(qtbot, window)
    search = page_of(window).list.filters.findChild(QLineEdit)
    assert search is not None
    search.setFocus()
    qtbot.keyClicks(search, "tin")
    qtbot.keyClick(search, Qt.Key.Key_Z, CONTROL)
    settle(qtbot, window.workplace)
    assert search.text() == ""
    assert [row.state for row in records(exchange, "II.1.b")] == ["final"]


def test_with_the_page_the_offer_goes(qtbot: QtBot, exchange: BuiltExchange, window: MainWindow) -> None:
    record_new(qtbot, window)
    window.open_page("home")
    settle(qtbot, window.workplace)
    assert not window.messages.isVisible()
    window.open_page("activities")
    settle(qtbot, window.workplace)
    undo_by_keys(qtbot, window)
    assert [row.state for row in records(exchange, "II.1.b")] == ["final"]


def test_what_was_changed_elsewhere_is_not_taken_back(qtbot: QtBot, exchange: BuiltExchange, window: MainWindow) -> None:
    record_new(qtbot, window)
    [made] = records(exchange, "II.1.b")
    window.workplace.runner.start(
        lambda station, _: Recorder(station.ledger, station.catalogue).record(
            [(1, ActivityInput(uid=made.uid, place="nơi khác"))]
        )
    )
    settle(qtbot, window.workplace)
    undo_by_keys(qtbot, window)
    [after] = records(exchange, "II.1.b")
    assert (after.state, after.place) == ("final", "nơi khác")
    assert window.messages.isVisible()
    assert not window.messages.offered.isVisible()
