"""Completeness and timeliness lie between 0 and 100 %, whatever was sent how often, and however offices are merged."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.builtin import builtin_offices, builtin_programme
from storage.completeness import Organisation, Share, carried, is_received, period_shares
from storage.domain.obligations import Obligation, completeness, obligations, timeliness_of
from storage.domain.periods import Periods, Timeliness
from storage.follow_up import Cell, Matrix, ReportState

PROGRAMME, REGISTER = builtin_programme(), builtin_offices()
PERIODS = Periods(PROGRAMME)
CODES = st.sampled_from(["2020S1", "2020", "2024", "2025S1", "2025", "2026S1"])
TODAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))


@st.composite
def followed(draw: st.DrawFn, *, twice: bool = False) -> tuple[Matrix, date]:
    """A matrix as the ledger could give it: any day of arrival, any state, any day on which somebody asks."""
    period, today = PERIODS.period(draw(CODES)), draw(TODAYS)
    cells = []
    for item in obligations(PROGRAMME, REGISTER, period):
        arrived = draw(st.none() | st.integers(-90, 90))
        day = None if arrived is None else period.due_before + timedelta(days=arrived)
        state = draw(st.sampled_from(ReportState))
        cell = Cell(item, state, timeliness_of(item, period, received_on=day, today=today), day, 0, 0, False)
        cells += [cell] * (draw(st.integers(1, 3)) if twice else 1)
    received = {cell.office for cell in cells if is_received(cell)}
    on_time = {cell.office for cell in cells if is_received(cell) and cell.timeliness is Timeliness.ON_TIME}
    owed = [cell.obligation for cell in cells]
    return Matrix(period, cells, completeness(received, owed), completeness(on_time, owed)), today


@given(followed(), st.sampled_from(Organisation))
def test_every_share_lies_between_nothing_and_everything(made: tuple[Matrix, date], organisation: Organisation) -> None:
    matrix, today = made
    shares = period_shares(matrix, REGISTER, organisation=organisation, today=today)
    for share in (shares.total, *shares.by_group.values()):
        assert 0 <= share.on_time <= share.received <= share.owed
        for ratio in (share.complete, share.timely):
            assert ratio is None or 0 <= ratio.percent <= Decimal(100)
    assert sum(share.owed for share in shares.by_group.values()) == shares.total.owed
    assert sum(share.received for share in shares.by_group.values()) == shares.total.received


@given(followed())
def test_as_reported_it_is_what_is_reported_upwards(made: tuple[Matrix, date]) -> None:
    matrix, today = made
    total = period_shares(matrix, REGISTER, organisation=Organisation.AS_REPORTED, today=today).total
    assert (total.complete, total.timely) == (matrix.complete, matrix.on_time)


@given(followed(twice=True), st.sampled_from(Organisation))
def test_what_stands_twice_counts_once(made: tuple[Matrix, date], organisation: Organisation) -> None:
    matrix, today = made
    once = list({cell.office: cell for cell in matrix.cells}.values())
    single = Matrix(matrix.period, once, None, None)
    assert (
        period_shares(matrix, REGISTER, organisation=organisation, today=today).total
        == period_shares(single, REGISTER, organisation=organisation, today=today).total
    )


@given(followed(), st.sampled_from(Organisation))
def test_requested_reports_count_on_neither_side(made: tuple[Matrix, date], organisation: Organisation) -> None:
    matrix, today = made
    without = Matrix(matrix.period, [cell for cell in matrix.cells if not cell.obligation.requested], None, None)
    assert any(cell.obligation.requested for cell in matrix.cells)
    for asked in (matrix, without):
        found = period_shares(asked, REGISTER, organisation=organisation, today=today)
        assert found == period_shares(without, REGISTER, organisation=organisation, today=today)


@given(followed())
def test_as_organised_now_no_report_is_lost(made: tuple[Matrix, date]) -> None:
    matrix, today = made
    shown = carried(matrix.cells, REGISTER, organisation=Organisation.AS_NOW, today=today)
    assert {cell.office for cells in shown.values() for cell in cells} == {cell.office for cell in matrix.cells}
    for code in shown:
        assert REGISTER.office(code).is_valid_on(today) or not REGISTER.standing(code, today)


def test_an_office_merged_within_the_period_leaves_one_duty_to_its_heir() -> None:
    period = PERIODS.period("2025S1")
    owed = {item.office: item for item in obligations(PROGRAMME, REGISTER, period)}
    merged = {before: item.office for item in owed.values() for before in item.inherited_from}
    assert merged, "the register of 2025 has mergers before the June deadline"
    assert not owed.keys() & merged.keys()
    cells = [Cell(item, ReportState.RECEIVED, Timeliness.ON_TIME, date(2025, 6, 1), 0, 0, False) for item in owed.values()]
    shares = period_shares(
        Matrix(period, cells, None, None), REGISTER, organisation=Organisation.AS_REPORTED, today=date(2025, 6, 30)
    )
    assert shares.total.owed == shares.total.received == sum(not item.requested for item in owed.values())


def test_an_heir_has_reported_when_all_that_it_carries_has_come() -> None:
    period, today = PERIODS.period("2020S1"), date(2025, 8, 1)
    heirs: dict[str, list[Obligation]] = {}
    for item in obligations(PROGRAMME, REGISTER, period):
        if not item.requested:
            for office in REGISTER.standing(item.office, today):
                heirs.setdefault(office.code, []).append(item)
    heir, items = next((code, items) for code, items in heirs.items() if len(items) > 1)

    def share(came: int) -> Share:
        states = [ReportState.RECEIVED] * came + [ReportState.MISSING] * (len(items) - came)
        days = [date(2020, 6, 1) if state is ReportState.RECEIVED else None for state in states]
        cells = [
            Cell(item, state, Timeliness.ON_TIME if day else Timeliness.OVERDUE, day, 0, 0, False)
            for item, state, day in zip(items, states, days, strict=True)
        ]
        matrix = Matrix(period, cells, None, None)
        return period_shares(matrix, REGISTER, organisation=Organisation.AS_NOW, today=today).by_group[
            REGISTER.office(heir).type
        ]

    assert share(len(items) - 1).received == share(len(items)).received - 1


@pytest.mark.parametrize("parts", [(1, 2, 0), (3, 2, 3), (1, 1, -1)])
def test_more_than_everything_cannot_even_be_made(parts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="between nothing and everything"):
        Share(*parts)
