"""The home page: what is due, how each task stands, what waits, and that every row leads to where it is mended."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from export.exchange.receiving import receive
from export.exchange.setup import SetupContext, set_up_office
from storage.backup import back_up
from storage.catalogue import Catalogue
from storage.domain.changes import ChangeSet
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.drafts import DraftBody, save_draft
from storage.folders import Folders
from storage.journal.entries import Remark
from storage.outline import answers_of, read_outline
from storage.recording import ActivityInput, Recorder
from tests.ui.centre_stories import answer_of_centre, close_and_seal
from tests.ui.conftest import NOW, PIN, BuiltExchange, MakeWorkplace, clock, settle
from tests.ui.test_every_page_fits import draw
from ui.window.activities.wanted import DraftActivity, NewActivity, TaskActivities
from ui.window.application import make_workplace, set_language, settings_of
from ui.window.home.rows import RowTable
from ui.window.main_window import MainWindow
from ui.window.pages.home import HomePage
from ui.window.workplace import Workplace


def open_home(qtbot: QtBot, workplace: Workplace) -> HomePage:
    page = HomePage(workplace)
    qtbot.addWidget(page)
    page.resize(1150, 640)
    page.show()
    page.activate()
    settle(qtbot, workplace)
    return page


def texts(table: RowTable) -> list[list[str]]:
    found = []
    for row in range(table.rowCount()):
        cells = [table.item(row, column) for column in range(table.columnCount())]
        found.append([cell.text() for cell in cells if cell is not None])
    return found


def choose(qtbot: QtBot, page: HomePage, table: RowTable, row: int) -> list[object]:
    """Goes to a row by keys and presses Enter; answers what page was asked for."""
    table.setFocus()
    table.setCurrentCell(row, 0)
    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    return list(wanted.args)


def test_the_period_and_the_days_left_stand_first(qtbot: QtBot, make_office: MakeWorkplace) -> None:
    page = open_home(qtbot, make_office("en"))
    assert "2020" in page.title.text()
    assert page.days.text() == "18"
    assert "19/06/2020" in page.last_day.text()


def test_each_task_says_what_is_recorded_and_what_is_empty(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace
) -> None:
    exchange.record(3)
    with exchange.station(exchange.office) as station:
        ledger = station.ledger
        outline = read_outline('{"answers": {"II.1.d-1": "không phát sinh"}}'.encode())
        catalogue = Catalogue(ledger)
        answers = answers_of(outline, catalogue.programme, catalogue.period("2020S1"))
        Recorder(ledger, catalogue).answer(answers)
        save_draft(ledger, "new-1", DraftBody(task="II.1.c", title="Dở dang"))
    page = open_home(qtbot, make_office("en"))
    states = {row[0]: row[2] for row in texts(page.tasks)}
    assert states["II.1.a"] == "✓ recorded: 3"
    assert states["II.1.b"] == "○ empty"
    assert states["II.1.c"] == "○ empty, drafts: 1"
    assert states["II.1.d"] == "✓ answered"
    assert states["II.3.a"] == "– coordinating"
    assert ["✎", "Draft: Dở dang"] in texts(page.to_do)


def test_a_task_leads_to_its_activities_or_to_the_form(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace
) -> None:
    exchange.record(1)
    page = open_home(qtbot, make_office())
    codes = [row[0] for row in texts(page.tasks)]
    assert choose(qtbot, page, page.tasks, codes.index("II.1.a")) == ["activities", TaskActivities("II.1.a", "2020S1")]
    assert choose(qtbot, page, page.tasks, codes.index("II.1.b")) == ["activities", NewActivity("II.1.b")]


def test_one_click_is_enough(qtbot: QtBot, make_office: MakeWorkplace) -> None:
    page = open_home(qtbot, make_office())
    place = page.tasks.visualItemRect(page.tasks.item(0, 1)).center()
    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.mouseClick(page.tasks.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert wanted.args == ["activities", NewActivity(texts(page.tasks)[0][0])]


def test_a_draft_leads_to_the_form_with_it(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> None:
    with exchange.station(exchange.office) as station:
        save_draft(station.ledger, "new-1", DraftBody(title="Dở dang"))
    window = MainWindow(make_office("en"))
    qtbot.addWidget(window)
    window.show()
    settle(qtbot, window.workplace)
    home = window.page("home")
    assert isinstance(home, HomePage)
    settle(qtbot, window.workplace)
    assert choose(qtbot, home, home.to_do, 0) == ["activities", DraftActivity("new-1")]
    settle(qtbot, window.workplace)
    form = window.page("activities").editor.form  # type: ignore[attr-defined]
    assert form.title.text() == "Dở dang"
    assert form.title.isVisible()


def test_a_new_activity_is_one_key_away(qtbot: QtBot, make_office: MakeWorkplace) -> None:
    page = open_home(qtbot, make_office())
    page.tasks.setFocus()
    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.keyClick(page.tasks, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == ["activities", NewActivity()]


def test_the_way_of_a_report_is_told(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace, tmp_path: Path) -> None:
    (uid,) = exchange.record(1)
    bundles = close_and_seal(exchange, tmp_path / "out")
    page = open_home(qtbot, make_office("en"))
    assert page.period_state.text() == "Closed on this PC"
    assert page.bundle_state.text() == "Written"
    assert bundles[0].name in page.bundle_file.text()
    waiting = [cells[1] for cells in texts(page.to_do)]
    row = waiting.index(f"Not handed over yet: {bundles[0].name}")
    assert choose(qtbot, page, page.to_do, row) == ["hand_over", None]
    page.workplace.runner.release()
    settle(qtbot, page.workplace)
    receipt = answer_of_centre(exchange, bundles, remarks=[Remark(text="Xem lại số lượt", uid=uid, field="luot_nguoi_du")])
    with exchange.station(exchange.office) as station:
        receive(station, receipt)
    page.activate()
    settle(qtbot, page.workplace)
    assert page.period_state.text() == "The centre: Returned"
    assert page.bundle_state.text() == "Receipted"
    row = next(number for number, cells in enumerate(texts(page.to_do)) if "Xem lại số lượt" in cells[1])
    assert choose(qtbot, page, page.to_do, row) == ["receive", None]


def test_the_age_of_the_last_copy_is_told(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> None:
    page = open_home(qtbot, make_office("en"))
    assert page.backup_age.text() == "None yet"
    assert ["!", "Make a backup on a stick"] in texts(page.to_do)
    with exchange.station(exchange.office) as station:
        copy = back_up(station.ledger, exchange.office.backups / "daily-20200529T080000.db").path
    for days, told, waits in ((3, "3 days ago", False), (8, "8 days ago", True), (1, "Yesterday", False), (0, "Today", False)):
        moment = NOW.timestamp() - days * 86_400
        os.utime(copy, (moment, moment))
        page.activate()
        settle(qtbot, page.workplace)
        assert page.backup_age.text() == told
        assert any("Make a backup" in cells[1] for cells in texts(page.to_do)) is waits
    assert page.to_do.isVisible() is False
    assert page.nothing.isVisible()


def test_a_period_that_was_never_closed_is_not_forgotten(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace
) -> None:
    with exchange.station(exchange.office) as station:
        row = ActivityInput("II.1.a", "HN_QT", "2019-10-05", "Hội nghị", values={"so_cuoc": 1})
        assert Recorder(station.ledger, station.catalogue).record([(1, row)]).refused == []
    page = open_home(qtbot, make_office("en"))
    assert texts(page.to_do)[0][1].startswith("Not closed: ")
    assert choose(qtbot, page, page.to_do, 0) == ["period", "2019"]


def test_the_page_follows_what_is_recorded_elsewhere(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> None:
    page = open_home(qtbot, make_office("en"))
    assert "○ empty" in [row[2] for row in texts(page.tasks) if row[0] == "II.1.a"]
    page.workplace.runner.release()
    settle(qtbot, page.workplace)
    exchange.record(2)
    page.workplace.announcer.announce(ChangeSet(activities=True))
    settle(qtbot, page.workplace)
    assert "✓ recorded: 2" in [row[2] for row in texts(page.tasks) if row[0] == "II.1.a"]


def test_an_office_without_tasks_is_told_so_and_what_to_do(
    qtbot: QtBot, qapp: QApplication, exchange: BuiltExchange, tmp_path: Path
) -> None:
    folders = Folders(tmp_path / "không nhiệm vụ", tmp_path / "không nhiệm vụ markers")
    identifiers = TimeOrderedIdentifiers(clock)
    set_up_office(SetupContext(folders, clock, identifiers, pin=PIN), kit=exchange.kit, office="HDND")
    set_language(qapp, "en")
    workplace = make_workplace(folders, clock=clock, identifiers=identifiers, language="en", settings=settings_of(folders))
    page = open_home(qtbot, workplace)
    assert texts(page.tasks) == []
    assert not page.tasks.isVisible()
    assert "nothing to record" in page.no_tasks.text()
    assert "new kit" in page.no_tasks.text()
    draw(page, "en-light-home-without-tasks")
    view = page._view
    assert view is not None
    assert not view.owes
    page._show(replace(view, owes=True))
    assert "close the period" in page.no_tasks.text()
    workplace.runner.shut_down()


def test_an_office_with_tasks_is_not_told_that_it_has_none(qtbot: QtBot, make_office: MakeWorkplace) -> None:
    page = open_home(qtbot, make_office("en"))
    assert page.tasks.isVisible()
    assert not page.no_tasks.isVisible()
    assert page._view is not None
    assert page._view.owes
