"""The follow-up of many offices over several periods: where each report stands, in one word, with what stands behind it.

Read once and kept in memory, so that ten thousand offices can be searched and scrolled without asking the ledger again. What
the plan only requests is never due, late or overdue; an exemption is the centre's own decision and is shown as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from storage.catalogue import Catalogue
from storage.completeness import Organisation, PeriodShares, carried, is_received, shares_of
from storage.domain.obligations import obligations, timeliness_of
from storage.domain.offices import Office
from storage.domain.periods import Period, Timeliness
from storage.follow_up import Cell, ReportState, matrix
from storage.ledger import Ledger

FOCUS_DAYS = 45
"""So many days before its deadline the next period is what the centre looks at; until then it is the one that fell due last."""


class Standing(StrEnum):
    """Where a report stands, the most pressing first: of several reports in one place the first of these is shown."""

    OVERDUE = "OVERDUE"
    RETURNED = "RETURNED"
    REOPENED = "REOPENED"
    DUE_SOON = "DUE_SOON"
    NOT_DUE = "NOT_DUE"
    LATE = "LATE"
    ON_TIME = "ON_TIME"
    ACCEPTED_LATE = "ACCEPTED_LATE"
    ACCEPTED = "ACCEPTED"
    RECEIVED = "RECEIVED"
    REQUESTED = "REQUESTED"
    OWN = "OWN"
    EXEMPT = "EXEMPT"
    NOT_OWED = "NOT_OWED"


_ORDER = {standing: place for place, standing in enumerate(Standing)}
_MISSING = {
    Timeliness.OVERDUE: Standing.OVERDUE,
    Timeliness.DUE_SOON: Standing.DUE_SOON,
    Timeliness.NOT_DUE: Standing.NOT_DUE,
}


@dataclass(frozen=True, slots=True)
class TableCell:
    """One place of the table. ``cells`` are the reports behind it: none, one, or those of all predecessors."""

    standing: Standing
    cells: tuple[Cell, ...] = ()

    @property
    def received(self) -> int:
        """How many of the reports behind this place have come."""
        return sum(is_received(cell) for cell in self.cells)

    @property
    def owed(self) -> bool:
        """Whether any of the reports is owed and not only requested."""
        return any(not cell.obligation.requested for cell in self.cells)


NOT_OWED, EXEMPT = TableCell(Standing.NOT_OWED), TableCell(Standing.EXEMPT)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One office with its places, one a period; ``incomplete``: entries are missing in between, or its history has split."""

    office: Office
    cells: tuple[TableCell, ...]
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpTable:
    """Rows by type of office, within a type in the register's order. ``shares`` has one entry a period."""

    periods: tuple[Period, ...]
    rows: tuple[TableRow, ...]
    shares: tuple[PeriodShares, ...]
    organisation: Organisation
    today: date


@dataclass(frozen=True, slots=True)
class Counts:
    """One period in figures; offices, each counted once. ``missing`` are overdue, ``waiting`` not due yet."""

    expected: int
    received: int
    on_time: int
    late: int
    missing: int
    waiting: int
    returned: int
    accepted: int


def standing_of(cell: Cell, period: Period, *, own_office: str, today: date) -> Standing:
    """The word for one report."""
    received = is_received(cell)
    if not received and cell.office == own_office and cell.state is not ReportState.MISSING:
        return Standing.OWN
    if not received:
        # a closing that was taken back leaves its day of arrival behind: without the closing nothing has come
        due = timeliness_of(cell.obligation, period, received_on=None, today=today)
        return Standing.REQUESTED if cell.obligation.requested else _MISSING[due]
    if cell.state in (ReportState.RETURNED, ReportState.REOPENED):
        return Standing(cell.state.value)
    late = cell.timeliness is Timeliness.LATE
    if cell.state is ReportState.ACCEPTED:
        return Standing.ACCEPTED_LATE if late else Standing.ACCEPTED
    if cell.obligation.requested:
        return Standing.RECEIVED
    return Standing.LATE if late else Standing.ON_TIME


def follow_up_table(
    ledger: Ledger, catalogue: Catalogue, periods: Sequence[Period], *, organisation: Organisation, today: date
) -> FollowUpTable:
    """Reads ``periods`` from the ledger. Offices that owed nothing in any of them have no row."""
    columns, shares = [], []
    flawed: set[str] = set()
    for period in periods:
        cells = matrix(ledger, catalogue, period, today=today).cells
        shown = carried(cells, catalogue.register, organisation=organisation, today=today)
        columns.append(_column(ledger, catalogue, period, shown, organisation, today))
        shares.append(shares_of(period, shown, catalogue.register))
        flawed.update(cell.office for cell in cells if cell.gaps or cell.forked)
    listed = set().union(*columns) if columns else set()
    kinds = {kind.code: place for place, kind in enumerate(catalogue.register.types)}
    offices = [office for office in catalogue.register.offices if office.code in listed]
    offices.sort(key=lambda office: kinds.get(office.type, len(kinds)))
    rows = []
    for office in offices:
        places = tuple(column.get(office.code, NOT_OWED) for column in columns)
        incomplete = bool(flawed) and any(cell.office in flawed for place in places for cell in place.cells)
        rows.append(TableRow(office, places, incomplete))
    return FollowUpTable(tuple(periods), tuple(rows), tuple(shares), organisation, today)


def counts(table: FollowUpTable, place: int) -> Counts:
    """The figures of the period at ``place``; requested reports are not among them."""
    owed = [row.cells[place] for row in table.rows if row.cells[place].owed]
    standings = [cell.standing for cell in owed]
    share = table.shares[place].total
    return Counts(
        expected=share.owed,
        received=share.received,
        on_time=share.on_time,
        late=share.received - share.on_time,
        missing=standings.count(Standing.OVERDUE),
        waiting=standings.count(Standing.DUE_SOON) + standings.count(Standing.NOT_DUE),
        returned=standings.count(Standing.RETURNED),
        accepted=standings.count(Standing.ACCEPTED) + standings.count(Standing.ACCEPTED_LATE),
    )


def known_periods(ledger: Ledger, catalogue: Catalogue, *, today: date) -> tuple[Period, ...]:
    """From the first period that fell due after the centre was set up, or was reported, to the next; oldest first."""
    begun = date.fromisoformat(ledger.own_opening().at[:10])
    reported = {row[0] for row in ledger.db.execute("SELECT DISTINCT period FROM arrival").fetchall()}
    current = catalogue.periods.current(today)
    years = range(min([begun.year, current.first_day.year, *(int(code[:4]) for code in reported)]), int(current.code[:4]) + 1)
    found = [period for year in years for period in catalogue.periods.of_year(year) if not current < period]
    first = next(number for number, period in enumerate(found) if period.code in reported or period.due_before > begun)
    return tuple(found[first:])


def period_in_focus(catalogue: Catalogue, periods: Sequence[Period], *, today: date) -> Period:
    """What a centre most likely wants to see today among ``periods``, which end with the next to fall due."""
    current = periods[-1]
    past = [period for period in periods if period.due_before <= today]
    return current if not past or current.last_on_time - today <= timedelta(days=FOCUS_DAYS) else past[-1]


def _column(
    ledger: Ledger,
    catalogue: Catalogue,
    period: Period,
    shown: Mapping[str, tuple[Cell, ...]],
    organisation: Organisation,
    today: date,
) -> dict[str, TableCell]:
    own = ledger.office
    column = dict.fromkeys(_exempt(catalogue, period, organisation, today), EXEMPT)
    for code, cells in shown.items():
        standings = [standing_of(cell, period, own_office=own, today=today) for cell in cells]
        column[code] = TableCell(standings[0] if len(cells) == 1 else min(standings, key=_ORDER.__getitem__), cells)
    return column


def _exempt(catalogue: Catalogue, period: Period, organisation: Organisation, today: date) -> Iterable[str]:
    """The offices that would owe a report but for the centre's decision."""
    named = {item.office for item in catalogue.exemptions if item.period in {"", period.code}}
    if not named:
        return
    for item in obligations(catalogue.programme, catalogue.register, period):
        if item.office in named and not item.requested:
            now = catalogue.register.standing(item.office, today) if organisation is Organisation.AS_NOW else ()
            yield from [office.code for office in now] or [item.office]
