"""What was typed is never lost: drafts on every pause, on leaving the page, on closing, and through a kill."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.drafts import Draft, DraftBody, drafts, save_draft
from storage.recording import ActivityInput, Recorder
from storage.search import Filter, find_activities
from tests.ui.conftest import BuiltExchange, MakeWorkplace, settle
from tests.ui.test_activities_list import open_page, titles
from ui.window.activities.wanted import DraftActivity
from ui.window.pages.activities import ActivitiesPage

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def page(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> ActivitiesPage:
    exchange.record(1)
    return open_page(qtbot, make_office())


def kept(exchange: BuiltExchange) -> list[Draft]:
    with exchange.station(exchange.office) as station:
        return drafts(station.ledger)


def type_title(qtbot: QtBot, page: ActivitiesPage, text: str = "Hoi nghi moi") -> None:
    page.editor.form.title.setFocus()
    qtbot.keyClicks(page.editor.form.title, text)


def answer(qtbot: QtBot, page: ActivitiesPage, name: str) -> None:
    qtbot.waitUntil(lambda: page.editor.findChild(QMessageBox) is not None)
    question = page.editor.findChild(QMessageBox)
    buttons = {button.objectName(): button for button in question.findChildren(QPushButton)}
    with qtbot.waitSignal(question.destroyed):
        buttons[name].click()
    settle(qtbot, page.workplace)


def test_a_pause_keeps_what_was_typed(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    page.editor.open_new(task="II.1.a")
    with qtbot.waitSignal(page.editor.drafts.kept):
        type_title(qtbot, page)
    (draft,) = kept(exchange)
    assert (draft.body.title, draft.body.task, draft.body.date) == ("Hoi nghi moi", "II.1.a", "2020-06-01")
    assert page.editor.status.text()
    with qtbot.waitSignal(page.editor.drafts.kept):
        qtbot.keyClicks(page.editor.form.count_box("so_cuoc"), "3")
    assert [draft.body.values for draft in kept(exchange)] == [{"so_cuoc": 3}]


def test_an_untouched_form_is_no_draft(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    page.editor.open_new(task="II.1.a")
    qtbot.keyClick(page.editor, Qt.Key.Key_Escape)
    settle(qtbot, page.workplace)
    assert page.stack.currentWidget() is page.list
    assert page.editor.findChild(QMessageBox) is None
    assert kept(exchange) == []


def test_taking_back_what_was_typed_takes_the_draft_back(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    page.editor.open_new(task="II.1.a")
    with qtbot.waitSignal(page.editor.drafts.kept):
        type_title(qtbot, page, "x")
    qtbot.keyClick(page.editor.form.title, Qt.Key.Key_Backspace)
    settle(qtbot, page.workplace)
    assert kept(exchange) == []


def test_going_to_another_page_keeps_it_at_once(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    page.editor.open_new(task="II.1.a")
    type_title(qtbot, page)
    page.hide()
    settle(qtbot, page.workplace)
    assert [draft.body.title for draft in kept(exchange)] == ["Hoi nghi moi"]
    page.show()
    assert page.editor.form.title.text() == "Hoi nghi moi", "and the form is as it was left"


def test_recording_drops_the_draft(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    page.editor.open_new(task="II.1.a")
    qtbot.keyClicks(page.editor.form.count_box("so_cuoc"), "1")
    with qtbot.waitSignal(page.editor.drafts.kept):
        type_title(qtbot, page)
    page.editor.save()
    settle(qtbot, page.workplace)
    assert kept(exchange) == []
    assert not page.list.drafts.isVisible()


def test_recording_before_the_pause_leaves_no_draft_behind(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    page.editor.open_new(task="II.1.a")
    qtbot.keyClicks(page.editor.form.count_box("so_cuoc"), "1")
    type_title(qtbot, page)
    page.editor.save()
    settle(qtbot, page.workplace)
    assert not page.editor.drafts.is_waiting
    assert kept(exchange) == []


def test_a_refused_activity_stays_a_draft(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    page.editor.open_new(task="II.1.a")
    type_title(qtbot, page)
    with qtbot.waitSignal(page.editor.drafts.kept):
        page.editor.save()
    assert [draft.body.title for draft in kept(exchange)] == ["Hoi nghi moi"]


@pytest.mark.parametrize(("name", "left", "stays"), [("keep", True, True), ("discard", True, False), ("", False, True)])
def test_escape_asks_when_something_was_typed(
    qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage, name: str, left: bool, stays: bool
) -> None:
    page.editor.open_new(task="II.1.a")
    with qtbot.waitSignal(page.editor.drafts.kept):
        type_title(qtbot, page)
    qtbot.keyClick(page.editor, Qt.Key.Key_Escape)
    answer(qtbot, page, name)
    assert (page.stack.currentWidget() is page.list) is left
    assert bool(kept(exchange)) is stays
    assert page.list.drafts.isVisible() is (left and stays)


def test_a_kept_draft_is_offered_and_continued(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> None:
    body = DraftBody(task="II.1.a", type="SH_CD", date="31/2", title="Dở dang", values={"so_buoi": 2}, note="ghi chú")
    with exchange.station(exchange.office) as station:
        save_draft(station.ledger, "new-1", body)
    page = open_page(qtbot, make_office())
    assert page.list.drafts.isVisible()
    assert "Dở dang" in page.list.drafts.text.text()
    page.list.drafts.go_on.click()
    assert page.editor.form.content() == body
    page.editor.form.day.setText("3/5/2020")
    page.editor.save()
    settle(qtbot, page.workplace)
    with exchange.station(exchange.office) as station:
        (found,) = find_activities(station.ledger, Filter())
        assert (found.title, found.date, found.values) == ("Dở dang", "2020-05-03", {"so_buoi": 2})
        assert drafts(station.ledger) == []


def test_an_offered_draft_can_be_discarded_or_asked_for(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace
) -> None:
    with exchange.station(exchange.office) as station:
        for number in (1, 2):
            save_draft(station.ledger, f"new-{number}", DraftBody(title=f"Dở dang {number}"))
    page = open_page(qtbot, make_office())
    page.activate(DraftActivity("new-2"))
    settle(qtbot, page.workplace)
    assert page.editor.form.title.text() == "Dở dang 2"
    page.activate(("draft", "new-1"))
    settle(qtbot, page.workplace)
    assert page.editor.form.title.text() == "Dở dang 1"
    qtbot.keyClick(page.editor, Qt.Key.Key_Escape)
    answer(qtbot, page, "discard")
    page.list.drafts.discard.click()
    settle(qtbot, page.workplace)
    assert kept(exchange) == []
    assert not page.list.drafts.isVisible()


def test_unfinished_changes_of_a_record_come_back_with_it(qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage) -> None:
    with exchange.station(exchange.office) as station:
        uid = find_activities(station.ledger, Filter())[0].uid
    page.activate(uid)
    settle(qtbot, page.workplace)
    with qtbot.waitSignal(page.editor.drafts.kept):
        page.editor.form.title.end(False)
        type_title(qtbot, page, " sua")
    assert [draft.name for draft in kept(exchange)] == [uid]
    page.editor.left.emit()
    page.activate(uid)
    settle(qtbot, page.workplace)
    assert page.editor.form.title.text() == titles(1)[0] + " sua"
    page.editor.save()
    settle(qtbot, page.workplace)
    with exchange.station(exchange.office) as station:
        assert find_activities(station.ledger, Filter())[0].title == titles(1)[0] + " sua"


def test_a_record_that_changed_meanwhile_is_not_overwritten(
    qtbot: QtBot, exchange: BuiltExchange, page: ActivitiesPage
) -> None:
    with exchange.station(exchange.office) as station:
        uid = find_activities(station.ledger, Filter())[0].uid
    page.activate(uid)
    settle(qtbot, page.workplace)
    page.workplace.runner.start(
        lambda station, _: Recorder(station.ledger, station.catalogue).record([(1, ActivityInput(uid=uid, place="nơi khác"))])
    )
    settle(qtbot, page.workplace)
    type_title(qtbot, page, "x")
    with qtbot.waitSignal(page.said) as said:
        page.editor.save()
    assert isinstance(said.args[0], LedgerError)
    assert said.args[0].code is Code.RECORD_CHANGED_SINCE
    assert page.stack.currentWidget() is page.editor, "what was typed is still there"


def test_a_killed_program_has_kept_what_was_typed(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> None:
    command = [sys.executable, "-m", "tests.ui.typing_victim", str(exchange.root), "Hội nghị dở dang"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as victim:
        assert victim.stdout is not None
        said = victim.stdout.readline()
        victim.kill()
    assert said == b"kept\n"
    page = open_page(qtbot, make_office())
    assert "Hội nghị dở dang" in page.list.drafts.text.text()
    page.list.drafts.go_on.click()
    assert page.editor.form.title.text() == "Hội nghị dở dang"
