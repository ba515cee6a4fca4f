"""The page of review with real bundles: a report beside what it was computed from, remarks, decisions; forks and duplicates."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from export.exchange import sealing
from export.exchange.importing import import_files
from storage.figures import period_data
from storage.reviewing import submitted_reports
from tests.ui.centre_stories import HALF, close_and_seal
from tests.ui.conftest import OFFICE, BuiltExchange, picture_folder, settle
from tests.ui.follow_up_stories import centre_workplace
from ui.window.pages.review import ReviewPage
from ui.window.review.open_questions import Kind
from ui.window.theme import apply_theme
from ui.window.workplace import Workplace


def take(exchange: BuiltExchange, name: str, *, close: bool = True) -> None:
    """The office hands over, the centre takes it in."""
    folder = exchange.root / name
    if close:
        files = close_and_seal(exchange, folder)
    else:
        with exchange.station(exchange.office) as station:
            files = [bundle.file.path for bundle in sealing.seal(station, folder).bundles]
    with exchange.station(exchange.centre) as station:
        assert not any(outcome.refused for outcome in import_files(station, files))


def fork(exchange: BuiltExchange) -> None:
    """The office's disk is put back after a hand-over, and the same three activities are recorded again."""
    saved = exchange.root / "saved"
    for folder in (exchange.office.data, exchange.office.markers):
        shutil.copytree(folder, saved / folder.parent.name / folder.name)
    exchange.record()
    take(exchange, "first", close=False)
    for folder in (exchange.office.data, exchange.office.markers):
        shutil.rmtree(folder)
        shutil.copytree(saved / folder.parent.name / folder.name, folder)
    exchange.record()
    take(exchange, "second", close=False)


@pytest.fixture
def centre(exchange: BuiltExchange, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Workplace]:
    """The centre after what the test's marker ``story`` tells; a closed report unless it says "fork"."""
    if "fork" in request.node.name:
        fork(exchange)
    else:
        exchange.record()
        take(exchange, "usb")
    with centre_workplace(exchange, qapp, "en") as workplace:
        yield workplace


def shown(qtbot: QtBot, workplace: Workplace) -> ReviewPage:
    page = ReviewPage(workplace)
    qtbot.addWidget(page)
    page.resize(1150, 640)
    page.show()
    page.activate()
    settle(qtbot, workplace)
    return page


def press(qtbot: QtBot, page: ReviewPage, button: str) -> None:
    """Presses a button of the question that is open."""
    (box,) = (found for found in page.findChildren(QMessageBox) if found.isVisible())
    wanted = next(found for found in box.findChildren(QPushButton) if found.text().replace("&", "") == button)
    qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton)
    settle(qtbot, page.workplace)


def states(exchange: BuiltExchange) -> list[tuple[str, str, str]]:
    with exchange.station(exchange.centre) as station:
        return [(one.office, one.period, one.state) for one in submitted_reports(station.ledger)]


def test_a_report_is_shown_with_figures_recomputed(qtbot: QtBot, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    assert page.reports.model.rowCount() == 1
    page.reports.table.choose(0)
    settle(qtbot, centre)
    view = page.panel.view
    assert view is not None
    assert (view.office, view.period, view.state) == (OFFICE, HALF, "received")
    compared = [line for line in view.figures if line.computed is not None]
    assert compared
    assert not any(line.differs for line in compared)
    assert len(view.activities) == page.panel.activities.model().rowCount() == 3
    assert page.panel.history.model().rowCount() == 1
    for scheme in ("light", "dark"):
        folder = picture_folder()
        if folder is not None:
            apply_theme(QApplication.instance(), scheme=scheme)
            page.grab().save(str(folder / f"review-{scheme}.png"))


def test_what_is_not_there_is_said(qtbot: QtBot, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    pane, panel = page.reports, page.panel
    assert panel.head.text() == "Choose a report"
    assert not panel.body.isVisible()
    pane.search.setText("no such office")
    assert panel.head.text() == "No report is like that"
    pane.search.clear()
    pane.state.setCurrentIndex(pane.state.findData("accepted"))
    assert panel.head.text() == "No report is like that"
    pane.show_lines(())
    assert panel.head.text() == "No report has come yet"
    pane.state.setCurrentIndex(0)
    page.refresh()
    settle(qtbot, centre)
    pane.table.choose(0)
    settle(qtbot, centre)
    assert panel.body.isVisible()
    assert "All figures agree with the activities." in panel.standing.text()
    page.tabs.setCurrentIndex(1)
    assert page.forks.hint.isVisible()
    assert not page.forks.what.isVisible()
    assert not page.forks.office.isVisible()


def test_one_period_to_compare_with_stands_in_one_column(qtbot: QtBot, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    page.show_argument((OFFICE, HALF))
    settle(qtbot, centre)
    panel = page.panel
    assert panel.view is not None
    assert panel.view.compares_once
    assert panel.standing.text().count(panel.view.before_name) == 1
    assert panel.figures.isColumnHidden(7)
    assert panel.sections.fields[2].isHidden()
    panel.show_view(replace(panel.view, year_ago_name="2018"), panel.view.draft)
    assert not panel.figures.isColumnHidden(7)
    assert not panel.sections.fields[2].isHidden()
    assert "2018" in panel.standing.text()


def test_a_figure_that_activities_do_not_bear_out_is_marked(qtbot: QtBot, centre: Workplace, exchange: BuiltExchange) -> None:
    exchange_before = states(exchange)
    exchange.record(1)  # after closing
    take(exchange, "late", close=False)
    page = shown(qtbot, centre)
    page.reports.table.choose(0)
    settle(qtbot, centre)
    view = page.panel.view
    assert view is not None
    assert any(line.differs for line in view.figures)
    assert page.panel.findings.model().rowCount() == len(view.findings) > 0
    assert states(exchange) == exchange_before


def test_a_return_needs_a_remark_and_can_be_decided_again(qtbot: QtBot, centre: Workplace, exchange: BuiltExchange) -> None:
    page = shown(qtbot, centre)
    page.show_argument((OFFICE, HALF))
    settle(qtbot, centre)
    panel = page.panel
    assert panel.accept.isEnabled()
    assert not panel.give_back.isEnabled()
    panel.figures.choose(0)
    qtbot.keyClicks(panel.remarks.field, "Sai so lieu")
    qtbot.keyClick(panel.remarks.field, Qt.Key.Key_Return)
    (remark,) = panel.remarks.remarks
    assert panel.view is not None
    assert (remark.text, remark.item) == ("Sai so lieu", panel.view.figures[0].item)
    panel.remarks.list.setCurrentRow(0)
    qtbot.keyClicks(panel.remarks.field, " thang 5")
    qtbot.mouseClick(panel.remarks.change, Qt.MouseButton.LeftButton)
    assert panel.remarks.remarks[0].text == "Sai so lieu thang 5"
    qtbot.mouseClick(panel.give_back, Qt.MouseButton.LeftButton)
    press(qtbot, page, "Cancel")
    assert states(exchange) == [(OFFICE, HALF, "received")]
    qtbot.mouseClick(panel.give_back, Qt.MouseButton.LeftButton)
    press(qtbot, page, "Return")
    assert states(exchange) == [(OFFICE, HALF, "returned")]
    assert page.offer.isVisible()
    assert panel.view.state == "returned"
    assert panel.remarks.remarks == ()
    qtbot.mouseClick(panel.accept, Qt.MouseButton.LeftButton)
    press(qtbot, page, "Accept")
    assert states(exchange) == [(OFFICE, HALF, "accepted")]
    assert panel.history.model().rowCount() == 3


def test_the_filter_and_the_search_narrow_the_list(qtbot: QtBot, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    for state, rows in (("received", 1), ("returned", 0), ("accepted", 0), ("conflict", 0), ("all", 1)):
        page.reports.state.setCurrentIndex(page.reports.state.findData(state))
        assert page.reports.model.rowCount() == rows, state
    page.reports.search.setText("khong co don vi nay")
    assert page.reports.model.rowCount() == 0
    page.reports.search.setText(OFFICE)
    assert page.reports.model.rowCount() == 1


def meetings(exchange: BuiltExchange) -> int:
    with exchange.station(exchange.centre) as station:
        data = period_data(station.ledger, station.catalogue.period(HALF), [OFFICE])
        return data.totals[OFFICE, "II.1.a", "HN_QT", "so_cuoc"]


def test_duplicates_of_a_fork_are_decided_one_by_one(qtbot: QtBot, centre: Workplace, exchange: BuiltExchange) -> None:
    page = shown(qtbot, centre)
    page.tabs.setCurrentWidget(page.forks)
    forks = page.forks
    assert forks.office.currentData() == OFFICE
    assert forks.histories.text().count("goes its own way") == 2
    assert forks.model.rowCount() == 3
    assert meetings(exchange) == 6
    folder = picture_folder()
    if folder is not None:
        page.grab().save(str(folder / "review-forks.png"))

    def act(button: QPushButton) -> None:
        assert button.isEnabled()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle(qtbot, centre)

    assert forks.question is not None
    assert forks.question.kind is Kind.DUPLICATE
    act(forks.keep)
    assert (forks.model.rowCount(), meetings(exchange)) == (2, 5)
    act(forks.back)
    assert (forks.model.rowCount(), meetings(exchange)) == (3, 6)
    assert not forks.back.isEnabled()
    act(forks.both)
    assert (forks.model.rowCount(), meetings(exchange)) == (2, 6)
    act(forks.back)
    assert (forks.model.rowCount(), meetings(exchange)) == (3, 6)
    for left in (2, 1, 0):
        act(forks.keep)
        assert forks.model.rowCount() == left
    assert meetings(exchange) == 3
    assert not forks.keep.isEnabled()
