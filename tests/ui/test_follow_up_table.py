"""The table with ten thousand offices: everything lies in memory, nothing is asked for that is not on the screen."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from storage.builtin import builtin_offices, builtin_programme
from storage.completeness import Organisation, PeriodShares, Share
from storage.domain.folding import fold
from storage.domain.obligations import Obligation
from storage.domain.offices import Office
from storage.domain.periods import Periods, Timeliness
from storage.follow_up import Cell, ReportState
from storage.follow_up_table import FollowUpTable, Standing, TableCell, TableRow, counts
from ui.window.follow_up.looks import Looks
from ui.window.follow_up.matrix_view import MatrixView
from ui.window.follow_up.model import FollowUpModel, Heading
from ui.window.follow_up.view import FollowUpView

OFFICES = 10_000
REGISTER = builtin_offices()
PERIODS = tuple(period for year in range(2020, 2026) for period in Periods(builtin_programme()).of_year(year))
STANDINGS = (Standing.ON_TIME, Standing.LATE, Standing.OVERDUE, Standing.ACCEPTED, Standing.RETURNED)


def large_view(offices: int = OFFICES) -> FollowUpView:
    """Communes of two groups over twelve periods."""
    rows = tuple(_row(number) for number in range(offices))
    share = Share(offices // 2, offices // 4, offices // 8)
    shares = tuple(
        PeriodShares(period, Share(offices, offices // 2, offices // 4), {"ubnd_cap_xa": share, "so": share})
        for period in PERIODS
    )
    table = FollowUpTable(PERIODS, rows, shares, Organisation.AS_REPORTED, date(2025, 12, 31))
    search = tuple(fold(f"{row.office.code} {row.office.name_vi}") for row in rows)
    return FollowUpView(table, REGISTER, PERIODS, PERIODS[-1], PERIODS[-1], 10, 0, 0, search)


def _row(number: int) -> TableRow:
    code = f"XA-{number}"
    kind = "so" if number % 2 else "ubnd_cap_xa"
    office = Office(code=code, name_vi=f"Ủy ban nhân dân xã Đăk số {number}", name_en=f"Commune no. {number}", type=kind)
    item = Obligation(code, PERIODS[0].code, "R06", PERIODS[0].due_before)
    cell = Cell(item, ReportState.RECEIVED, Timeliness.ON_TIME, date(2020, 6, 1), 0, 0, False)
    cells = tuple(TableCell(STANDINGS[(number + place) % len(STANDINGS)], (cell,)) for place in range(len(PERIODS)))
    return TableRow(office, cells, incomplete=number == 3)


class Counting(FollowUpModel):
    """Counts what the view asks."""

    asked: Counter[str]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # type: ignore[override]
        self.asked["data"] += 1
        return super().data(index, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        self.asked[f"header {orientation.name}"] += 1
        return super().headerData(section, orientation, role)


@pytest.fixture
def view(qtbot: QtBot) -> MatrixView:
    made = MatrixView("vi")
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_model_keeps_its_contract(qtmodeltester: ModelTester) -> None:
    model = FollowUpModel("vi", Looks("light"))
    model.show(large_view(60))
    qtmodeltester.check(model)


def test_headings_stand_above_their_offices_with_received_of_owed() -> None:
    model = FollowUpModel("vi", Looks("light"))
    model.show(large_view(60))
    listed = model.listed
    assert [type(row) for row in listed].count(Heading) == 2
    assert isinstance(listed[0], Heading)
    assert listed[0].shares[0] == "15/30"
    assert model.row_at(0) is None
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.headerData(model.row_of("XA-3"), Qt.Orientation.Vertical).endswith("!")


def test_a_screen_of_ten_thousand_offices_costs_a_screen(qtbot: QtBot, view: MatrixView) -> None:
    before = len(view.findChildren(QWidget))
    counting = Counting("vi", view.offices._looks, view)
    counting.asked = Counter()
    view.offices = counting
    view.setModel(counting)
    view.show_view(large_view(), text="", group="")
    assert counting.rowCount() == OFFICES + 2
    view.repaint()
    seen = (view.viewport().height() // view.rowHeight(0) + 2) * len(PERIODS)
    assert counting.asked["data"] < 60 * seen, "only what is on the screen is asked for"
    assert counting.asked["header Vertical"] < 4_000, "no header of an office far away is measured"
    assert len(view.findChildren(QWidget)) <= before + 2, "no widget belongs to a row"
    counting.asked.clear()
    for row in range(0, OFFICES, 500):
        view.scrollTo(counting.index(row, 0))
        view.repaint()
    assert counting.asked["data"] < 20 * 60 * seen


def test_filtering_ten_thousand_offices_resets_once_and_keeps_the_cursor(qtbot: QtBot, view: MatrixView) -> None:
    everything = large_view()
    view.show_view(everything, text="", group="")
    view.go_to(view.offices.row_of("XA-777"), 3)
    with qtbot.waitSignal(view.offices.modelReset):
        view.show_view(everything, text="dak 777", group="")
    assert view.offices.offices_shown == sum("777" in str(number) for number in range(OFFICES))
    row = view.current_row
    assert row is not None
    assert row.office.code == "XA-777"
    assert view.currentIndex().column() == 3
    view.show_view(everything, text="", group="so")
    assert view.offices.offices_shown == OFFICES // 2


def test_nothing_is_sorted_by_standing() -> None:
    model = FollowUpModel("vi", Looks("light"))
    model.show(large_view(200))
    codes = [int(row.office.code[3:]) for row in model.listed if isinstance(row, TableRow) and row.office.type == "so"]
    assert codes == sorted(codes)


def test_several_reports_in_one_place_are_counted_in_its_word() -> None:
    item = Obligation("A", "2020S1", "R06", date(2020, 6, 20))
    come = Cell(item, ReportState.RECEIVED, Timeliness.ON_TIME, date(2020, 6, 1), 0, 0, False)
    gone = Cell(item, ReportState.MISSING, Timeliness.OVERDUE, None, 0, 0, False)
    model = FollowUpModel("vi", Looks("dark"))
    assert model.word(TableCell(Standing.OVERDUE, (come, gone))) == "Quá hạn 1/2"
    assert model.word(TableCell(Standing.NOT_OWED)) == "–"


def test_counts_of_a_large_table_add_up() -> None:
    table = large_view().table
    found = counts(table, 0)
    assert (found.expected, found.received, found.on_time, found.late) == (10_000, 5_000, 2_500, 2_500)
    assert found.missing == found.returned == found.accepted == OFFICES // len(STANDINGS)
