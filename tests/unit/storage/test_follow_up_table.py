"""The table of offices and periods: the word for each report, exemptions, heirs, counts, and the story behind a cell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from storage.catalogue import DATES, Catalogue
from storage.completeness import Organisation, series
from storage.domain.obligations import Obligation
from storage.domain.periods import Timeliness
from storage.follow_up import Cell, ReportState, matrix
from storage.follow_up_table import (
    FollowUpTable,
    Standing,
    counts,
    follow_up_table,
    known_periods,
    period_in_focus,
    standing_of,
)
from storage.ledger import Ledger, Role
from storage.report_story import report_stories
from tests.unit.storage.ledger_examples import HALF_YEAR, Pc

AFTER = date(2020, 6, 25)
IN_2026 = date(2026, 1, 5)


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Ledger]:
    with Pc(tmp_path).create(office="STTTT", role=Role.CENTRE) as made:
        yield made


def arrive(ledger: Ledger, office: str, day: str, *, period: str = HALF_YEAR, rev: int = 1, op: str = "close") -> None:
    """A closing as an import leaves it."""
    with ledger.write():
        ledger.db.execute("INSERT INTO arrival VALUES (?, ?, ?, ?)", [office, period, bytes([rev]) * 32, f"{day}T08:00:00Z"])
        ledger.db.execute(
            "INSERT INTO closing VALUES (?, ?, ?, ?, 1, 1, ?, ?, 0, ?, '{}', '')",
            [office, period, rev, bytes([rev]) * 32, op, f"{day}T07:00:00Z", bytes([rev]) * 32],
        )


def decide(ledger: Ledger, office: str, state: str, *, rev: int = 1, remark: str = "") -> None:
    remarks = msgspec.json.encode([{"text": remark}] if remark else []).decode()
    with ledger.write():
        ledger.db.execute(
            "INSERT INTO review VALUES (?, ?, ?, ?, ?, ?, '2020-06-24T08:00:00Z', ?)",
            [office, HALF_YEAR, rev, bytes([rev]) * 32, 1, state, remarks],
        )


def exempt(ledger: Ledger, office: str, period: str = "") -> None:
    ledger.set(DATES, msgspec.json.encode({"exemptions": [[office, period]]}).decode())


def table_of(ledger: Ledger, *codes: str, now: bool = False, today: date = AFTER) -> FollowUpTable:
    catalogue = Catalogue(ledger)
    organisation = Organisation.AS_NOW if now else Organisation.AS_REPORTED
    periods = [catalogue.period(code) for code in codes or (HALF_YEAR,)]
    return follow_up_table(ledger, catalogue, periods, organisation=organisation, today=today)


def standings(table: FollowUpTable, place: int = 0) -> dict[str, Standing]:
    return {row.office.code: row.cells[place].standing for row in table.rows}


def test_every_report_has_its_word(centre: Ledger) -> None:
    arrive(centre, "UBND-DH", "2020-06-10")
    arrive(centre, "UBND-NH", "2020-06-22")
    arrive(centre, "STC", "2020-06-11")
    arrive(centre, "SYT", "2020-06-23")
    arrive(centre, "BTGTU", "2020-06-30")
    decide(centre, "STC", "returned", remark="Thiếu số")
    decide(centre, "SYT", "accepted")
    exempt(centre, "UBND-KPL", HALF_YEAR)
    found = standings(table_of(centre))
    assert found["UBND-DH"] is Standing.ON_TIME
    assert found["UBND-NH"] is Standing.LATE
    assert found["STC"] is Standing.RETURNED
    assert found["SYT"] is Standing.ACCEPTED_LATE
    assert found["BTGTU"] is Standing.RECEIVED
    assert found["UBMTTQ"] is Standing.REQUESTED
    assert found["UBND-KPL"] is Standing.EXEMPT
    assert found["SCT"] is Standing.OVERDUE
    told = counts(table_of(centre), 0)
    assert (told.received, told.on_time, told.late, told.returned, told.accepted) == (4, 2, 2, 1, 1)
    assert told.received + told.missing + told.waiting == told.expected


def test_a_closing_that_was_taken_back_is_missing_again(centre: Ledger) -> None:
    item = Obligation("STC", HALF_YEAR, "R06", date(2020, 6, 20))
    period = Catalogue(centre).period(HALF_YEAR)
    undone = Cell(item, ReportState.MISSING, Timeliness.ON_TIME, date(2020, 6, 1), 0, 0, False)
    assert standing_of(undone, period, own_office="", today=AFTER) is Standing.OVERDUE
    assert standing_of(undone, period, own_office="", today=date(2020, 6, 15)) is Standing.DUE_SOON
    assert standing_of(undone, period, own_office="", today=date(2020, 3, 1)) is Standing.NOT_DUE


@pytest.mark.parametrize("today", [date(2020, 1, 1), AFTER, date(2029, 1, 1)])
def test_what_is_only_requested_is_never_pressing(centre: Ledger, today: date) -> None:
    table = table_of(centre, "2020S1", "2020", today=today)
    pressing = {Standing.OVERDUE, Standing.DUE_SOON, Standing.NOT_DUE, Standing.LATE}
    requested = [
        place for row in table.rows for place in row.cells if place.cells and all(c.obligation.requested for c in place.cells)
    ]
    assert requested
    assert not {place.standing for place in requested} & pressing


def test_as_organised_now_the_heirs_stand_for_their_predecessors(centre: Ledger) -> None:
    register = Catalogue(centre).register
    arrive(centre, "SGDDT", "2020-06-10")
    then, now = table_of(centre, today=IN_2026), table_of(centre, now=True, today=IN_2026)
    assert "SGDDT" in standings(then)
    assert "SGDDT" not in standings(now)
    (heir,) = register.heirs("SGDDT", IN_2026)
    place = next(row.cells[0] for row in now.rows if row.office.code == heir.code)
    assert "SGDDT" in {cell.office for cell in place.cells}
    assert all(row.office.is_valid_on(IN_2026) or not register.standing(row.office.code, IN_2026) for row in now.rows)
    assert {cell.office for row in then.rows for cell in row.cells[0].cells} == {
        cell.office for row in now.rows for cell in row.cells[0].cells
    }


def test_several_reports_in_one_place_show_the_most_pressing(centre: Ledger) -> None:
    now = table_of(centre, now=True, today=IN_2026)
    place = next(row.cells[0] for row in now.rows if len([c for c in row.cells[0].cells if not c.obligation.requested]) > 1)
    for number, cell in enumerate(place.cells[:-1]):
        arrive(centre, cell.office, "2020-06-01", rev=number + 1)
    again = table_of(centre, now=True, today=IN_2026)
    same = next(
        row.cells[0] for row in again.rows if row.cells[0].cells and row.cells[0].cells[0].office == place.cells[0].office
    )
    assert same.standing is Standing.OVERDUE
    assert same.received == len(same.cells) - 1


def test_rows_stand_by_type_and_then_as_in_the_register(centre: Ledger) -> None:
    register = Catalogue(centre).register
    kinds, order = [kind.code for kind in register.types], [office.code for office in register.offices]
    rows = [(kinds.index(row.office.type), order.index(row.office.code)) for row in table_of(centre).rows]
    assert rows == sorted(rows)


def test_an_office_that_did_not_exist_then_owes_nothing_then(centre: Ledger) -> None:
    table = table_of(centre, "2020", "2025", today=IN_2026)
    by_code = {row.office.code: [cell.standing for cell in row.cells] for row in table.rows}
    assert any(found == [Standing.NOT_OWED, Standing.OVERDUE] for found in by_code.values())


def test_known_periods_and_the_one_in_focus(centre: Ledger) -> None:
    catalogue = Catalogue(centre)
    assert [period.code for period in known_periods(centre, catalogue, today=AFTER)] == ["2020S1", "2020"]
    arrive(centre, "STC", "2018-06-01", period="2018S1")
    periods = known_periods(centre, catalogue, today=AFTER)
    assert [period.code for period in periods] == ["2018S1", "2018", "2019S1", "2019", "2020S1", "2020"]
    assert period_in_focus(catalogue, periods, today=AFTER).code == "2020S1"
    spring = known_periods(centre, catalogue, today=date(2020, 5, 20))
    assert spring[-1].code == period_in_focus(catalogue, spring, today=date(2020, 5, 20)).code == "2020S1"


def test_a_series_is_that_of_the_matrices(centre: Ledger) -> None:
    catalogue = Catalogue(centre)
    arrive(centre, "UBND-DH", "2020-06-10")
    arrive(centre, "UBND-DH", "2020-06-12", rev=2)
    arrive(centre, "UBND-NH", "2020-06-22")
    periods = [catalogue.period(code) for code in ("2019", "2020S1")]
    found = series(centre, catalogue, periods, today=AFTER)
    for shares, period in zip(found, periods, strict=True):
        followed = matrix(centre, catalogue, period, today=AFTER)
        assert (shares.total.complete, shares.total.timely) == (followed.complete, followed.on_time)
    assert (found[1].total.received, found[1].total.on_time) == (2, 1)
    assert found[1].by_group["ubnd_cap_huyen"].received == 2


def test_the_story_of_a_report(centre: Ledger) -> None:
    arrive(centre, "STC", "2020-06-11")
    decide(centre, "STC", "returned", remark="Thiếu số")
    exempt(centre, "UBND-KPL")
    catalogue = Catalogue(centre)
    period = catalogue.period(HALF_YEAR)
    returned, spared, asked = report_stories(centre, catalogue, ("STC", "UBND-KPL", "BTGTU"), period, today=AFTER)
    assert returned.standing is Standing.RETURNED
    assert returned.cell is not None
    assert returned.cell.received_on == date(2020, 6, 11)
    assert [(line.rev, line.op) for line in returned.closings] == [(1, "close")]
    assert returned.reviews[0].remarks == ("Thiếu số",)
    assert (spared.standing, spared.cell) == (Standing.EXEMPT, None)
    assert asked.standing is Standing.REQUESTED
    (closed,) = report_stories(centre, catalogue, ("UBND-KPL",), catalogue.period("2026S1"), today=IN_2026)
    assert closed.standing is Standing.NOT_OWED
    assert not closed.exists
    assert closed.heirs


def test_the_story_names_what_predecessors_sent(centre: Ledger) -> None:
    catalogue = Catalogue(centre)
    period = catalogue.period("2025S1")
    cell = next(cell for cell in matrix(centre, catalogue, period, today=IN_2026).cells if cell.obligation.inherited_from)
    before = cell.obligation.inherited_from[0]
    arrive(centre, before, "2025-02-20", period="2025S1")
    (story,) = report_stories(centre, catalogue, (cell.office,), period, today=IN_2026)
    assert (before, date(2025, 2, 20)) in story.from_before
    assert before in [office.code for office in story.predecessors]
    assert story.successions
    assert all(item.effective <= IN_2026 for item in story.successions)
