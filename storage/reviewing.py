"""Reviewing reports at the centre: recomputed figures against reported ones, remarks, accept or return; deciding conflicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from storage.catalogue import Catalogue
from storage.closing import records_root
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.periods import Period
from storage.domain.programme import IndicatorSource
from storage.figures import office_figures, period_data
from storage.journal.entries import Figure, PeriodReport, Put, Remark, Reviewed, Withdrawn
from storage.ledger import Ledger, Role
from storage.projections.versions import Version, heads_of
from storage.recording import Problem
from storage.report_findings import figure_findings, history_findings, record_findings, section_findings
from storage.review_drafts import drop_remarks_within


@dataclass(frozen=True, slots=True)
class ClosedReport:
    """The newest closing of an office for a period, as the office signed it."""

    office: str
    period: str
    rev: int
    n: int
    root: str
    report: PeriodReport
    seq: int
    feed_id: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """One indicator as reported and as computed from the activities that arrived."""

    item: str
    reported: Figure
    computed: Figure

    @property
    def agrees(self) -> bool:
        """Whether both say the same; an answer in words is never compared."""
        if self.reported.state == "text":
            return True
        return self.reported == self.computed


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a reviewer looks at."""

    closed: ClosedReport
    comparisons: list[Comparison]
    findings: list[Problem]


@dataclass(frozen=True, slots=True)
class SubmittedReport:
    """A report that stands closed. ``state`` is received, accepted or returned; ``conflicts`` are of the whole office."""

    office: str
    period: str
    rev: int
    state: str
    received_on: str
    conflicts: int
    forked: bool


def submitted_reports(ledger: Ledger) -> list[SubmittedReport]:
    """The newest closing of every office and period that was not reopened since; ``received_on`` is an ISO day or empty."""
    newest: dict[tuple[str, str], tuple[str, int, bytes]] = {}
    for office, period, op, rev, root in ledger.db.execute(
        "SELECT office, period, op, rev, root FROM closing ORDER BY office, period, rev, link"
    ):
        newest[office, period] = (op, rev, root)
    states: dict[tuple[str, str, int, bytes], str] = {}
    for office, period, rev, root, state in ledger.db.execute(
        "SELECT office, period, rev, root, state FROM review ORDER BY seq"
    ):
        states[office, period, rev, root] = state
    arrivals = {
        (office, period): at[:10]
        for office, period, at in ledger.db.execute("SELECT office, period, max(at) FROM arrival GROUP BY office, period")
    }
    open_conflicts = conflicts_by_office(ledger)
    forked = {row[0] for row in ledger.db.execute("SELECT office FROM feed WHERE fork_at IS NOT NULL")}
    return [
        SubmittedReport(
            office=office,
            period=period,
            rev=rev,
            state=states.get((office, period, rev, root), "received"),
            received_on=arrivals.get((office, period), ""),
            conflicts=open_conflicts.get(office, 0),
            forked=office in forked,
        )
        for (office, period), (op, rev, root) in newest.items()
        if op == "close"
    ]


def conflicts_by_office(ledger: Ledger) -> dict[str, int]:
    """How many activities of each office have several open versions; offices without any are left out."""
    rows = ledger.db.execute(
        "SELECT office, count(*) FROM activity INDEXED BY activity_conflict WHERE heads > 1 GROUP BY office"
    ).fetchall()
    return dict(rows)


def offices_with_open_histories(ledger: Ledger) -> set[str]:
    """Offices of which a record has several versions, a question several answers, or whose work lies in several histories.

    Several answers come of several histories, and several versions nearly always do.
    """
    rows = ledger.db.execute(
        "SELECT office FROM feed WHERE own = 0 GROUP BY office HAVING count(*) > 1 OR max(fork_at) IS NOT NULL"
    ).fetchall()
    return {row[0] for row in rows} | conflicts_by_office(ledger).keys()


def closed_report(ledger: Ledger, office: str, period: str) -> ClosedReport:
    """Raises ``LedgerError(PERIOD_NOT_CLOSED)`` when the office has not closed the period, or has reopened it."""
    row = ledger.db.execute(
        "SELECT op, rev, n, lower(hex(root)), report, seq, feed_id FROM closing WHERE office = ? AND period = ?"
        " ORDER BY rev DESC, link DESC LIMIT 1",
        [office, period],
    ).fetchone()
    if row is None or row[0] != "close":
        raise LedgerError(Code.PERIOD_NOT_CLOSED, period=period, office=office)
    report = msgspec.json.decode(row[4], type=PeriodReport)
    return ClosedReport(office, period, row[1], row[2], row[3], report, row[5], row[6])


def decision_on(ledger: Ledger, closed: ClosedReport) -> str:
    """What holds of the decisions about a closing: accepted, returned, or received when there is none."""
    row = ledger.db.execute(
        "SELECT state FROM review WHERE office = ? AND period = ? AND rev = ? AND root = ? ORDER BY seq DESC LIMIT 1",
        [closed.office, closed.period, closed.rev, bytes.fromhex(closed.root)],
    ).fetchone()
    return str(row[0]) if row else "received"


def inspect_report(ledger: Ledger, catalogue: Catalogue, office: str, period: Period) -> Inspection:
    """A report beside what the activities say. Raises ``LedgerError(PERIOD_NOT_CLOSED)``."""
    closed = closed_report(ledger, office, period.code)
    data = period_data(ledger, period, [office])
    computed = {
        figure.item: figure for figure in office_figures(catalogue, data, office, catalogue.tasks_of(office, period.last_day))
    }
    comparisons = [
        Comparison(figure.item, figure, computed.get(figure.item, Figure(item=figure.item, state="empty")))
        for figure in closed.report.figures
        if catalogue.programme.indicator(figure.item).source is not IndicatorSource.COMPLETENESS
    ]
    findings = [
        Problem(Code.TOTAL_DIFFERS, line.item, parameters={"indicator": line.item}) for line in comparisons if not line.agrees
    ]
    count, root = records_root(ledger, office, period)
    if (count, root) != (closed.n, closed.root):
        findings.append(Problem(Code.BUNDLE_LATE_CHANGE, parameters={"period": period.code}))
    findings += figure_findings(ledger, catalogue, office, period, closed.report, data)
    findings += section_findings(catalogue, closed.report)
    findings += history_findings(ledger, office, period)
    return Inspection(closed, comparisons, findings + record_findings(ledger, office, period))


def review(
    ledger: Ledger, office: str, period: Period, *, accept: bool, remarks: Sequence[Remark] = (), by: str = ""
) -> Reviewed:
    """Accepts or returns the report as it was closed last; a return needs at least one remark.

    Remarks that were being written are dropped in the same transaction: what was to be said stands in the decision.

    Raises ``LedgerError``: WRONG_ROLE, PERIOD_NOT_CLOSED, REASON_MISSING.
    """
    ledger.require(Role.CENTRE)
    closed = closed_report(ledger, office, period.code)
    if not accept and not any(remark.text.strip() for remark in remarks):
        raise LedgerError(Code.REASON_MISSING)
    entry = Reviewed(
        office=office,
        period=period.code,
        rev=closed.rev,
        root=closed.root,
        state="accepted" if accept else "returned",
        remarks=list(remarks),
        at=ledger.now(),
        by=by,
    )
    with ledger.write():
        ledger.append_within(entry)
        drop_remarks_within(ledger, office, period.code)
    return entry


def conflict(ledger: Ledger, office: str, uid: str) -> list[Version]:
    """The open versions of a record, the one shown first. Raises ``LedgerError(RECORD_UNKNOWN)``."""
    versions = ledger.projections.versions(bytes.fromhex(uid), office)
    if not versions:
        raise LedgerError(Code.RECORD_UNKNOWN, uid=uid, office=office)
    return heads_of(versions)


def decide_conflict(ledger: Ledger, office: str, uid: str, chosen: bytes, *, by: str = "") -> None:
    """Keeps one of the open versions of an office's record; the others stay in the history.

    Written at the centre as its own entry on behalf of the office, at an office as an ordinary amendment.
    Raises ``LedgerError``: RECORD_UNKNOWN.
    """
    heads = conflict(ledger, office, uid)
    kept = next((version for version in heads if version.link == chosen), None)
    if kept is None:
        raise LedgerError(Code.RECORD_UNKNOWN, uid=uid, office=office)
    base = [version.link.hex() for version in heads]
    rev = max(version.entry.rev for version in heads) + 1
    owner = office if ledger.role is Role.CENTRE else ""
    if isinstance(kept.entry, Withdrawn):
        ledger.append(Withdrawn(uid=uid, rev=rev, base=base, at=ledger.now(), why=kept.entry.why, by=by, office=owner))
        return
    ledger.append(
        Put(uid=uid, rev=rev, base=base, at=ledger.now(), body=kept.entry.body, files=kept.entry.files, by=by, office=owner)
    )
