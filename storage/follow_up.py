"""Who has reported: the centre's matrix of offices and periods, with the dates behind each cell; and an office's own view.

Everything rests on signed closings and on the day their bundle first arrived. A share is never above 100 %, and what the plan
only requests is never overdue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.catalogue import Catalogue
from storage.domain.formula import Ratio
from storage.domain.obligations import Obligation, completeness, obligations, timeliness_of
from storage.domain.periods import Period, Timeliness
from storage.ledger import Ledger


class ReportState(StrEnum):
    """Where a report stands; timeliness is told apart from it."""

    MISSING = "MISSING"
    RECEIVED = "RECEIVED"
    REOPENED = "REOPENED"
    RETURNED = "RETURNED"
    ACCEPTED = "ACCEPTED"


@dataclass(frozen=True, slots=True)
class Cell:
    """One office and period: why it shows what it shows. ``received_on`` is the first arrival of a closing."""

    obligation: Obligation
    state: ReportState
    timeliness: Timeliness
    received_on: date | None
    entries: int
    gaps: int
    forked: bool

    @property
    def office(self) -> str:
        """The office's code."""
        return self.obligation.office


@dataclass(frozen=True, slots=True)
class Matrix:
    """All cells of a period, and the two shares that are reported upwards."""

    period: Period
    cells: list[Cell]
    complete: Ratio | None
    on_time: Ratio | None

    def overdue(self) -> list[Cell]:
        """The cells to be reminded."""
        return [cell for cell in self.cells if cell.timeliness is Timeliness.OVERDUE]


def matrix(ledger: Ledger, catalogue: Catalogue, period: Period, *, today: date | None = None) -> Matrix:
    """The follow-up of one period as the ledger stands."""
    owed = obligations(catalogue.programme, catalogue.register, period, exemptions=catalogue.exemptions)
    arrivals = _arrivals(ledger, period.code)
    states = _states(ledger, period.code)
    feeds = _feed_facts(ledger)
    day = today or catalogue.today
    cells = []
    for obligation in owed:
        received_on = arrivals.get(obligation.office)
        state = states.get(obligation.office, ReportState.MISSING)
        standing = timeliness_of(obligation, period, received_on=received_on, today=day)
        entries, gaps, forked = feeds.get(obligation.office, (0, 0, False))
        cells.append(Cell(obligation, state, standing, received_on, entries, gaps, forked))
    received = {cell.office for cell in cells if cell.received_on is not None and cell.state is not ReportState.MISSING}
    in_time = {cell.office for cell in cells if cell.office in received and cell.timeliness is Timeliness.ON_TIME}
    return Matrix(period, cells, completeness(received, owed), completeness(in_time, owed))


def _arrivals(ledger: Ledger, period: str) -> Mapping[str, date]:
    rows = ledger.db.execute("SELECT office, min(at) FROM arrival WHERE period = ? GROUP BY office", [period]).fetchall()
    return {office: date.fromisoformat(at[:10]) for office, at in rows}


def _states(ledger: Ledger, period: str) -> Mapping[str, ReportState]:
    rows = ledger.db.execute(
        "SELECT c.office, c.op, (SELECT r.state FROM review r WHERE r.office = c.office AND r.period = c.period"
        " AND r.rev = c.rev AND r.root = c.root ORDER BY r.seq DESC LIMIT 1)"
        " FROM closing c WHERE c.period = ? ORDER BY c.rev, c.link",
        [period],
    ).fetchall()
    states = {}
    for office, op, reviewed in rows:
        if op == "reopen":
            states[office] = ReportState.REOPENED
        else:
            states[office] = {None: ReportState.RECEIVED, "accepted": ReportState.ACCEPTED}.get(reviewed, ReportState.RETURNED)
    return states


def _feed_facts(ledger: Ledger) -> Mapping[str, tuple[int, int, bool]]:
    """(entries that count, positions missing, whether forked) for each office."""
    facts: dict[str, tuple[int, int, bool]] = {}
    for feed in ledger.journal.feeds():
        entries, gaps, forked = facts.get(feed.office, (0, 0, False))
        missing = sum(last - first + 1 for first, last in ledger.journal.gaps(feed))
        length, _ = ledger.journal.head(feed)
        facts[feed.office] = (entries + length, gaps + missing, forked or feed.fork_at is not None)
    return facts
