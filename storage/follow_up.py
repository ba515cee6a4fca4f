"""Who has reported: the centre's matrix of offices and periods, with the dates behind each cell; and an office's own view.

Everything rests on signed closings and on the day their bundle first arrived. A share is never above 100 %, and what the plan
only requests is never overdue.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from storage.catalogue import Catalogue
from storage.domain.formula import Ratio
from storage.domain.obligations import Obligation, timeliness_of
from storage.domain.periods import Period, Timeliness
from storage.ledger import Ledger


class ReportState(StrEnum):
    """Where a report stands; timeliness is told apart from it."""

    MISSING = "MISSING"
    RECEIVED = "RECEIVED"
    REOPENED = "REOPENED"
    RETURNED = "RETURNED"
    ACCEPTED = "ACCEPTED"


class Cell(NamedTuple):
    """One office and period: why it shows what it shows. ``received_on`` is the first arrival of a closing.

    A tuple, because ten thousand of them are made whenever a matrix is opened.
    """

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
    owed, missing = catalogue.obligations(period), ReportState.MISSING
    arrivals = _arrivals(ledger, period.code)
    states = _states(ledger, period.code)
    feeds = _feed_facts(ledger)
    day = today or catalogue.today
    standings: dict[tuple[bool, date | None], Timeliness] = {}  # thousands of offices, a handful of days
    cells = []
    for obligation in owed:
        office = obligation.office
        received_on = arrivals.get(office)
        case = (obligation.requested, received_on)
        standing = standings.get(case)
        if standing is None:
            standing = standings[case] = timeliness_of(obligation, period, received_on=received_on, today=day)
        cells.append(Cell(obligation, states.get(office, missing), standing, received_on, *feeds.get(office, _NO_FEED)))
    return Matrix(period, cells, *_shares(catalogue, period, arrivals, states))


def shares(ledger: Ledger, catalogue: Catalogue, period: Period) -> tuple[Ratio | None, Ratio | None]:
    """The two shares of ``matrix``, complete and on time, without its cells."""
    closed = {row[0] for row in ledger.db.execute("SELECT DISTINCT office FROM closing WHERE period = ?", [period.code])}
    return _shares(catalogue, period, _arrivals(ledger, period.code), closed)


def _shares(
    catalogue: Catalogue, period: Period, arrivals: Mapping[str, date], closed: Collection[str]
) -> tuple[Ratio | None, Ratio | None]:
    """Of the offices that owe a report; whether one that has closed has reopened since makes no difference."""
    owing = catalogue.owing(period)
    if not owing:
        return None, None
    received = owing & arrivals.keys() & set(closed)
    in_time = [office for office in received if arrivals[office] < period.due_before]
    return Ratio(len(received), len(owing)), Ratio(len(in_time), len(owing))


def _arrivals(ledger: Ledger, period: str) -> Mapping[str, date]:
    # The latest first, so that the first arrival of an office is what remains.
    query = "SELECT office, at FROM arrival WHERE period = ? ORDER BY office DESC, at DESC"
    rows = ledger.db.execute(query, [period]).fetchall()
    return {office: date.fromisoformat(at[:10]) for office, at in rows}


def _states(ledger: Ledger, period: str) -> Mapping[str, ReportState]:
    closings = ledger.db.execute(
        "SELECT office, op, rev, root FROM closing WHERE period = ? ORDER BY office, rev, link", [period]
    ).fetchall()
    newest = {row[0]: row for row in closings}
    states = {office: _ACTS[row[1]] for office, row in newest.items()}
    for office, rev, root, state in ledger.db.execute(
        "SELECT office, rev, root, state FROM review WHERE period = ? ORDER BY office, seq", [period]
    ).fetchall():
        if newest.get(office) == (office, "close", rev, root):
            states[office] = _JUDGEMENTS[state]
    return states


_ACTS = {"close": ReportState.RECEIVED, "reopen": ReportState.REOPENED}
_JUDGEMENTS = {"accepted": ReportState.ACCEPTED, "returned": ReportState.RETURNED, "received": ReportState.RECEIVED}


_NO_FEED = (0, 0, False)


def _feed_facts(ledger: Ledger) -> Mapping[str, tuple[int, int, bool]]:
    """(entries that count, positions missing, whether forked) for each office."""
    facts: dict[str, tuple[int, int, bool]] = {}
    for office, entries, missing, forked in ledger.db.execute(
        "SELECT f.office, coalesce(s.entries, 0), coalesce(s.missing, 0), f.fork_at IS NOT NULL"
        " FROM feed f LEFT JOIN standing s ON s.feed_id = f.id"
    ).fetchall():
        before = facts.get(office, _NO_FEED)  # more than one where an office went on in another feed
        facts[office] = (before[0] + entries, before[1] + missing, before[2] or forked == 1)
    return facts
