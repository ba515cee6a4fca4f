"""On the page of review: remarks that survive, decisions that are taken back, and every kind of conflict decided by hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from export.exchange.receipts import issue_receipts
from storage.journal.entries import Answer
from storage.recording import ActivityInput, Recorder
from storage.review_drafts import kept_remarks
from tests.ui.centre_stories import HALF
from tests.ui.conftest import OFFICE, BuiltExchange, picture_folder, settle
from tests.ui.follow_up_stories import centre_workplace
from tests.ui.test_review import press, shown, states, take
from ui.window.pages.review import ReviewPage
from ui.window.review.open_questions import Kind
from ui.window.workplace import Workplace

ITEM = "II.1.b-3"


def disagree(exchange: BuiltExchange) -> None:
    """Two PCs with one disk: each amends the same activity and answers the same question in its own way."""
    exchange.record(1)
    saved = exchange.root / "saved"
    folders = (exchange.office.data, exchange.office.markers)
    for folder in folders:
        shutil.copytree(folder, saved / folder.parent.name / folder.name)
    for name, title, state in (("first", "Buổi sáng", "yes"), ("second", "Buổi chiều", "no")):
        if name == "second":
            for folder in folders:
                shutil.rmtree(folder)
                shutil.copytree(saved / folder.parent.name / folder.name, folder)
        with exchange.station(exchange.office) as station:
            uid = station.ledger.db.execute("SELECT lower(hex(uid)) FROM activity").fetchone()[0]
            recorder = Recorder(station.ledger, station.catalogue)
            assert recorder.record([(1, ActivityInput(uid=uid, title=title))]).refused == []
            recorder.answer([Answer(period=HALF, item=ITEM, state=state)])  # type: ignore[arg-type]
        take(exchange, name)


@pytest.fixture
def centre(exchange: BuiltExchange, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Workplace]:
    """The centre with one closed report; of two PCs that disagree where the test's name says so."""
    if "conflict" in request.node.name:
        disagree(exchange)
    else:
        exchange.record()
        take(exchange, "usb")
    with centre_workplace(exchange, qapp, "en") as workplace:
        yield workplace


def opened(qtbot: QtBot, workplace: Workplace) -> ReviewPage:
    page = shown(qtbot, workplace)
    page.show_argument((OFFICE, HALF))
    settle(qtbot, workplace)
    return page


def click(qtbot: QtBot, page: ReviewPage, button: QPushButton) -> None:
    assert button.isEnabled()
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, page.workplace)


def test_remarks_survive_leaving_the_page_and_go_with_the_decision(
    qtbot: QtBot, centre: Workplace, exchange: BuiltExchange
) -> None:
    page = opened(qtbot, centre)
    page.panel.figures.choose(0)
    qtbot.keyClicks(page.panel.remarks.field, "Sai so lieu")
    qtbot.keyClick(page.panel.remarks.field, Qt.Key.Key_Return)
    page.panel.figures.choose(1)
    qtbot.keyClicks(page.panel.remarks.field, "Con thi")
    written = page.panel.remarks.draft
    assert (len(written.remarks), written.typed) == (1, "Con thi")
    page.hide()
    settle(qtbot, centre)
    another = opened(qtbot, centre)
    assert another.panel.remarks.draft == written
    assert another.panel.remarks.field.text() == "Con thi"
    qtbot.keyClicks(another.panel.remarks.field, "eu")
    # Reading the same report again does not touch what is being typed.
    another.refresh()
    settle(qtbot, centre)
    assert another.panel.remarks.field.text() == "Con thieu"
    qtbot.mouseClick(another.panel.give_back, Qt.MouseButton.LeftButton)
    press(qtbot, another, "Return")
    assert states(exchange) == [(OFFICE, HALF, "returned")]
    assert another.panel.remarks.draft.is_empty
    assert another.panel.view is not None
    (review,) = another.panel.view.story.reviews
    assert review.remarks == ("Sai so lieu", "Con thieu")
    with exchange.station(exchange.centre) as station:
        assert kept_remarks(station.ledger, OFFICE, HALF).is_empty


def test_a_remark_that_is_being_changed_goes_out_changed(qtbot: QtBot, centre: Workplace) -> None:
    page = opened(qtbot, centre)
    box = page.panel.remarks
    qtbot.keyClicks(box.field, "Sai so lieu")
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    box.list.setCurrentRow(0)
    qtbot.keyClicks(box.field, " thang 5")
    qtbot.mouseClick(page.panel.give_back, Qt.MouseButton.LeftButton)
    assert [remark.text for remark in box.remarks] == ["Sai so lieu thang 5"]
    press(qtbot, page, "Cancel")
    assert [remark.text for remark in box.remarks] == ["Sai so lieu thang 5"]


def test_a_pause_keeps_what_is_typed(qtbot: QtBot, centre: Workplace, exchange: BuiltExchange) -> None:
    page = opened(qtbot, centre)
    qtbot.keyClicks(page.panel.remarks.field, "Thieu phu luc")

    def is_kept() -> bool:
        settle(qtbot, centre)
        with exchange.station(exchange.centre) as station:
            return kept_remarks(station.ledger, OFFICE, HALF).typed == "Thieu phu luc"

    qtbot.waitUntil(is_kept)


def test_a_decision_is_taken_back_until_a_receipt_tells_it(qtbot: QtBot, centre: Workplace, exchange: BuiltExchange) -> None:
    page = opened(qtbot, centre)
    panel = page.panel
    assert not panel.take_back.isVisible()
    qtbot.mouseClick(panel.accept, Qt.MouseButton.LeftButton)
    press(qtbot, page, "Accept")
    assert states(exchange) == [(OFFICE, HALF, "accepted")]
    folder = picture_folder()
    if folder is not None:
        page.grab().save(str(folder / "review-accepted.png"))
    click(qtbot, page, panel.take_back)
    assert states(exchange) == [(OFFICE, HALF, "received")]
    assert not panel.take_back.isVisible()
    assert not page.offer.isVisible()
    assert panel.history.model().rowCount() == 3
    qtbot.mouseClick(panel.accept, Qt.MouseButton.LeftButton)
    press(qtbot, page, "Accept")
    with exchange.station(exchange.centre) as station:
        issue_receipts(station, exchange.root / "receipts", [OFFICE])
    page.refresh()
    settle(qtbot, centre)
    assert not panel.take_back.isVisible()
    assert panel.accept.isEnabled()


def test_findings_say_what_to_do(qtbot: QtBot, centre: Workplace) -> None:
    page = opened(qtbot, centre)
    page.panel.tabs.setCurrentIndex(2)
    model = page.panel.findings.model()
    assert model.rowCount() > 0
    assert page.panel.advice.text() == ""
    for row in range(model.rowCount()):
        page.panel.findings.choose(row)
        told, advice = page.panel.advice.text().split("\n")
        assert told == model.index(row, 0).data()
        assert advice
    assert page.panel.remarks.about.text() != "Remark on the whole report"
    folder = picture_folder()
    if folder is not None:
        page.grab().save(str(folder / "review-findings.png"))


def test_conflicts_of_every_kind_are_decided(qtbot: QtBot, centre: Workplace, exchange: BuiltExchange) -> None:
    page = shown(qtbot, centre)
    page.tabs.setCurrentWidget(page.forks)
    settle(qtbot, centre)
    forks = page.forks
    kinds = [forks.model.value(row).kind for row in range(forks.model.rowCount())]
    assert kinds == [Kind.CONFLICT, Kind.ANSWER]
    folder = picture_folder()
    if folder is not None:
        page.grab().save(str(folder / "review-conflict.png"))
    click(qtbot, page, forks.both)
    with exchange.station(exchange.centre) as station:
        titles = station.ledger.db.execute("SELECT title FROM activity ORDER BY title").fetchall()
    assert titles == [("Buổi chiều",), ("Buổi sáng",)]
    assert forks.model.rowCount() == 1
    assert forks.question is not None
    assert not forks.both.isEnabled()
    if folder is not None:
        page.grab().save(str(folder / "review-answers.png"))
    texts = {side.answer.state: place for place, side in enumerate(forks.question.sides) if side.answer}
    assert {forks.comparison.index(0, place + 1).data() for place in texts.values()} == {"Yes", "No"}
    forks.side.setCurrentIndex(texts["yes"])
    click(qtbot, page, forks.keep)
    assert forks.model.rowCount() == 0
    with exchange.station(exchange.centre) as station:
        answers = station.ledger.db.execute("SELECT state, heads FROM answer WHERE item = ?", [ITEM]).fetchall()
    assert answers == [("yes", 1)]
