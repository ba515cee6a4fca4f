"""The list of activities: rows by windows, search and filters, columns, copying, keys."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from storage.activity_list import ListQuery, Order
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.recording import Recorder
from storage.search import Filter, find_activities
from tests.ui.conftest import BuiltExchange, MakeWorkplace, settle
from ui.window.activities import model as model_module
from ui.window.activities.choices import Choices, make_choices
from ui.window.activities.columns import COLUMNS, Column, cell_text
from ui.window.activities.history import HistoryDialog
from ui.window.activities.model import PAGE, PLACEHOLDER, ActivityModel
from ui.window.activities.wanted import DraftActivity, NewActivity, TaskActivities
from ui.window.activities.withdraw_dialog import WithdrawDialog
from ui.window.application import Language, set_language
from ui.window.operations.activities import read_choices
from ui.window.pages.activities import ActivitiesPage
from ui.window.workplace import Workplace


def open_page(qtbot: QtBot, workplace: Workplace) -> ActivitiesPage:
    page = ActivitiesPage(workplace)
    qtbot.addWidget(page)
    page.resize(1150, 640)
    page.show()
    page.activate()
    settle(qtbot, workplace)
    return page


def shown(page: ActivitiesPage, column: Column = Column.TITLE) -> list[str]:
    model = page.list.table.activities
    return [str(model.index(row, COLUMNS.index(column)).data()) for row in range(model.rowCount())]


def titles(*numbers: int) -> list[str]:
    return [f"Hội nghị quán triệt lần {number}" for number in numbers]


def press(
    qtbot: QtBot, page: ActivitiesPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, key, modifier)
    settle(qtbot, page.workplace)


def test_all_activities_are_listed_newest_first(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> None:
    exchange.record(5)
    page = open_page(qtbot, make_office())
    assert shown(page) == titles(5, 4, 3, 2, 1)
    assert shown(page, Column.DATE) == ["05/03/2020"] * 5
    assert shown(page, Column.FIGURES)[0] == "1 cuộc · 105 lượt người"
    assert "5" in page.list.counts.text()
    assert page.list.table.current is not None, "the keys act on the first row at once"


def test_searching_as_one_types_needs_no_accents(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> None:
    exchange.record(12)
    page = open_page(qtbot, make_office())
    qtbot.keyClick(page.list.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.list.filters.search.hasFocus()
    with qtbot.waitSignal(page.list.table.activities.located):
        qtbot.keyClicks(page.list.filters.search, "quan triet lan 12")
    assert shown(page) == titles(12)
    assert page.list.filters.clear.isEnabled()
    with qtbot.waitSignal(page.list.table.activities.located):
        page.list.filters.clear.click()
    assert len(shown(page)) == 12
    assert not page.list.filters.clear.isEnabled()


def test_a_search_without_hits_says_so_by_an_empty_list(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace
) -> None:
    exchange.record(2)
    page = open_page(qtbot, make_office())
    with qtbot.waitSignal(page.list.table.activities.located):
        qtbot.keyClicks(page.list.filters.search, "zzz")
    assert shown(page) == []
    assert not page.list.edit_button.isEnabled()


def test_filters_and_order_are_kept_for_the_next_start(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace
) -> None:
    exchange.record(3)
    workplace = make_office()
    page = open_page(qtbot, workplace)
    page.list.filters.task.setCurrentIndex(page.list.filters.task.findData("II.1.a"))
    page.list.filters.state.setCurrentIndex(page.list.filters.state.findData("final"))
    settle(qtbot, workplace)
    page.list.table.horizontalHeader().sectionClicked.emit(COLUMNS.index(Column.DATE))
    settle(qtbot, workplace)
    assert shown(page) == titles(1, 2, 3)
    menu = page.list.table.column_menu()
    next(action for action in menu.actions() if action.data() == COLUMNS.index(Column.PLACE)).trigger()
    page.hide()
    again = open_page(qtbot, workplace)
    assert again.list.filters.wanted() == Filter(task="II.1.a", state="final")
    assert shown(again) == titles(1, 2, 3)
    assert not again.list.table.isColumnHidden(COLUMNS.index(Column.PLACE))


def test_a_type_shows_the_sum_of_its_figures(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> None:
    exchange.record(3)
    page = open_page(qtbot, make_office())
    page.list.filters.type.setCurrentIndex(page.list.filters.type.findData("HN_QT"))
    qtbot.waitUntil(lambda: "306" in page.list.counts.text())


@pytest.mark.parametrize(("language", "written"), [("en", "events: 1"), ("vi", "1 cuộc")])
def test_a_unit_fits_every_number(qapp: QApplication, exchange: BuiltExchange, language: Language, written: str) -> None:
    """English has no unit in the singular, so the number follows it."""
    set_language(qapp, language)
    exchange.record(1)
    with exchange.station(exchange.office) as station:
        choices = make_choices(station.catalogue, station.ledger.office, language)
        (row,) = find_activities(station.ledger, Filter())
    assert written in cell_text(row, Column.FIGURES, choices)


def test_the_last_column_cannot_be_hidden(qtbot: QtBot, make_office: MakeWorkplace) -> None:
    page = open_page(qtbot, make_office())
    for column in list(Column)[1:]:
        page.list.table.setColumnHidden(COLUMNS.index(column), True)
    menu = page.list.table.column_menu()
    assert [action.isEnabled() for action in menu.actions() if action.isChecked()] == [False]


def test_chosen_rows_are_copied_for_excel(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> None:
    exchange.record(3)
    page = open_page(qtbot, make_office())
    page.list.table.selectAll()
    with qtbot.waitSignal(page.list.table.copied):
        qtbot.keyClick(page.list.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert len(lines) == 4
    assert {len(line) for line in lines} == {6}
    assert [line[3] for line in lines[1:]] == titles(3, 2, 1)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_key_opens_the_activity_under_the_cursor(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace, key: Qt.Key
) -> None:
    exchange.record(2)
    page = open_page(qtbot, make_office())
    press(qtbot, page, Qt.Key.Key_Down)
    press(qtbot, page, key)
    assert page.stack.currentWidget() is page.editor
    assert page.editor.form.title.text() == titles(1)[0]


def test_withdrawing_asks_for_a_reason_and_says_so_in_the_list(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace
) -> None:
    uids = exchange.record(3)
    page = open_page(qtbot, make_office())
    press(qtbot, page, Qt.Key.Key_Delete)
    dialog = page.findChild(WithdrawDialog)
    assert isinstance(dialog, WithdrawDialog)
    assert not dialog.withdraw.isEnabled()
    qtbot.keyClicks(dialog.reason, "  ")
    assert not dialog.withdraw.isEnabled()
    qtbot.keyClicks(dialog.reason, "ghi nham")
    with qtbot.waitSignal(page.said) as said:
        qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert [offer.outcome for offer in said.args] == [Code.OK]
    settle(qtbot, page.workplace)
    with exchange.station(exchange.office) as station:
        withdrawn = find_activities(station.ledger, Filter(state="withdrawn"))
    assert [row.uid for row in withdrawn] == [uids[2]]
    assert shown(page, Column.STATE).count(shown(page, Column.STATE)[-1]) == 2


def test_very_many_activities_are_not_withdrawn_by_one_key(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace
) -> None:
    exchange.record(101)
    page = open_page(qtbot, make_office())
    page.list.table.selectAll()
    press(qtbot, page, Qt.Key.Key_Delete)
    assert page.findChild(WithdrawDialog) is None
    assert "100" in page.list.counts.text()


def test_the_history_of_an_activity_is_shown(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> None:
    (uid,) = exchange.record(1)
    with exchange.station(exchange.office) as station:
        Recorder(station.ledger, station.catalogue).withdraw(uid, "ghi nhầm")
    page = open_page(qtbot, make_office())
    page.list.history_button.click()
    settle(qtbot, page.workplace)
    dialog = page.findChild(HistoryDialog)
    assert isinstance(dialog, HistoryDialog)
    assert dialog.tree.topLevelItemCount() == 2
    head = dialog.tree.topLevelItem(0)
    assert head is not None
    assert [head.child(row).text(2) for row in range(head.childCount())] == ["ghi nhầm"]


def test_another_page_can_ask_for_something(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> None:
    uids = exchange.record(2)
    page = open_page(qtbot, make_office())
    page.activate(uids[0])
    settle(qtbot, page.workplace)
    assert page.editor.form.title.text() == titles(1)[0]
    page.activate(NewActivity("II.1.b"))
    settle(qtbot, page.workplace)
    assert page.editor.form.task.task == "II.1.b"
    assert page.editor.form.title.text() == ""
    page.activate(TaskActivities("II.1.a", "2020S1"))
    settle(qtbot, page.workplace)
    assert page.stack.currentWidget() is page.list
    assert shown(page) == titles(2, 1)
    page.activate(DraftActivity("not there any more"))
    settle(qtbot, page.workplace)
    assert page.stack.currentWidget() is page.list


def test_what_was_asked_for_before_the_page_was_read_is_not_forgotten(
    qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace
) -> None:
    uids = exchange.record(2)
    page = ActivitiesPage(make_office())
    qtbot.addWidget(page)
    page.show()
    page.activate(uids[1])
    settle(qtbot, page.workplace)
    qtbot.waitUntil(lambda: page.editor.form.title.text() == titles(2)[0])


def test_an_unknown_record_is_told_and_leaves_the_list(qtbot: QtBot, make_office: MakeWorkplace) -> None:
    page = open_page(qtbot, make_office())
    with qtbot.waitSignal(page.said) as said:
        page.activate("ab" * 16)
    assert cast(LedgerError, said.args[0]).code is Code.RECORD_UNKNOWN
    settle(qtbot, page.workplace)
    assert page.stack.currentWidget() is page.list


# The model


class Loaded:
    """A model with the rows of an office, several pages of them."""

    def __init__(self, qtbot: QtBot, workplace: Workplace) -> None:
        self.qtbot, self.workplace = qtbot, workplace
        self.model = ActivityModel(workplace.runner.start)
        found: list[object] = []
        workplace.runner.start(read_choices(language="vi"), succeeded=found.append)
        settle(qtbot, workplace)
        self.choices = cast(Choices, found[0])

    def show(self, query: ListQuery) -> None:
        self.model.load(query, self.choices)
        settle(self.qtbot, self.workplace)

    def title(self, row: int) -> str:
        return str(self.model.index(row, COLUMNS.index(Column.TITLE)).data())


@pytest.fixture
def loaded(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace) -> Loaded:
    exchange.record(PAGE * 3 + 7)
    return Loaded(qtbot, make_office())


def test_the_model_keeps_the_contract_while_it_grows(loaded: Loaded) -> None:
    tester = QAbstractItemModelTester(loaded.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is loaded.model
    loaded.show(ListQuery())
    assert loaded.model.rowCount() == PAGE * 3 + 7
    loaded.show(ListQuery(Filter(text="lan 7"), Order.OLDEST))
    loaded.show(ListQuery(Filter(task="II.1.b")))
    assert loaded.model.rowCount() == 0
    loaded.show(ListQuery(order=Order.LAST_CHANGED))
    assert loaded.model.rowCount(loaded.model.index(0, 0)) == 0


def test_a_row_not_read_yet_has_a_placeholder_and_comes(qtbot: QtBot, loaded: Loaded) -> None:
    loaded.show(ListQuery())
    last = PAGE * 3 + 6
    assert loaded.model.activity(last) is None
    assert loaded.title(last) == PLACEHOLDER
    with qtbot.waitSignal(loaded.model.dataChanged):
        pass
    assert loaded.title(last) == titles(1)[0]
    assert loaded.title(0) == titles(last + 1)[0]


def test_memory_is_bounded(qtbot: QtBot, loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_module, "MOST_PAGES", 2)
    loaded.show(ListQuery())
    for row in range(0, PAGE * 3 + 7, PAGE):
        loaded.title(row)
        settle(qtbot, loaded.workplace)
        qtbot.waitUntil(lambda row=row: loaded.model.activity(row) is not None)  # type: ignore[misc]
    read = [row for row in range(0, PAGE * 3 + 7, PAGE) if loaded.model.activity(row) is not None]
    assert read == [PAGE * 2, PAGE * 3]


def test_only_the_last_of_many_queries_is_shown(qtbot: QtBot, loaded: Loaded) -> None:
    resets: list[object] = []
    loaded.model.modelReset.connect(lambda: resets.append(1))
    for number in range(1, 9):
        loaded.model.load(ListQuery(Filter(text=f"lan {number}0")), loaded.choices)
    settle(qtbot, loaded.workplace)
    assert loaded.model.query == ListQuery(Filter(text="lan 80"))
    assert loaded.title(0) == titles(80)[0] if loaded.model.activity(0) else PLACEHOLDER
    assert len(resets) == 1


def test_pages_of_a_list_that_is_gone_are_dropped(qtbot: QtBot, loaded: Loaded) -> None:
    loaded.show(ListQuery())
    loaded.title(PAGE * 3)
    loaded.model.load(ListQuery(order=Order.OLDEST), loaded.choices)
    loaded.title(PAGE * 2)
    settle(qtbot, loaded.workplace)
    qtbot.waitUntil(lambda: loaded.title(PAGE * 3) == titles(PAGE * 3 + 1)[0])
    assert loaded.title(0) == titles(1)[0]


def test_dialogs_do_not_stay_behind(qtbot: QtBot, exchange: BuiltExchange, make_office: MakeWorkplace, tmp_path: Path) -> None:
    exchange.record(1)
    page = open_page(qtbot, make_office())
    page.list.history_button.click()
    settle(qtbot, page.workplace)
    dialog = page.findChild(HistoryDialog)
    assert isinstance(dialog, HistoryDialog)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    assert page.findChild(QDialog) is None
