"""Taking back what the centre decided about a report, as long as no receipt has told the office.

The decision stays in the journal; a further entry says that the report waits for review again. What a receipt has said is never
unsaid: then only a new decision helps.
"""

from __future__ import annotations

from export.exchange.receipts import last_receipt
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.periods import Period
from storage.journal.entries import Reviewed
from storage.ledger import Ledger, Role
from storage.reviewing import closed_report, decision_on


def told_by_receipt(ledger: Ledger, office: str, period: str, *, rev: int, root: str) -> int:
    """The number of the office's newest receipt when that tells of a decision about this very closing, else 0."""
    number, _, newest = last_receipt(ledger, office, own=True)
    if newest is None:
        return 0
    told = any(
        (state.period, state.rev, state.root) == (period, rev, root) and state.state in ("accepted", "returned")
        for state in newest.periods
    )
    return number if told else 0


def check_take_back(ledger: Ledger, office: str, period: Period) -> None:
    """Raises what ``take_back_review`` would raise for a decision that cannot be taken back; nothing is written."""
    ledger.require(Role.CENTRE)
    closed = closed_report(ledger, office, period.code)
    if decision_on(ledger, closed) == "received":
        raise LedgerError(Code.REVIEW_ABSENT, office=office, period=period.code)
    number = told_by_receipt(ledger, office, period.code, rev=closed.rev, root=closed.root)
    if number:
        raise LedgerError(Code.REVIEW_RECEIPTED, no=number, office=office)


def take_back_review(ledger: Ledger, office: str, period: Period, *, by: str = "") -> Reviewed:
    """The report as it was closed last waits for review again.

    Raises ``LedgerError``: WRONG_ROLE, PERIOD_NOT_CLOSED, REVIEW_ABSENT (``office``, ``period``), REVIEW_RECEIPTED (``no``,
    ``office``).
    """
    check_take_back(ledger, office, period)
    closed = closed_report(ledger, office, period.code)
    entry = Reviewed(
        office=office,
        period=period.code,
        rev=closed.rev,
        root=closed.root,
        state="received",
        at=ledger.now(),
        by=by,
    )
    ledger.append(entry)
    return entry
