"""Taking back the last thing that was recorded: by an ordinary entry, never by removing one.

What was new is withdrawn, what was amended says again what it said before, what was withdrawn is restored; the text that was
typed is a draft again. Everything or nothing, and only while nobody has changed the records since.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from storage.activity_history import OpenedActivity, open_activity
from storage.catalogue import Catalogue
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import normalise
from storage.drafts import Draft, DraftBody, drafts, save_draft_within
from storage.journal.entries import Put, Withdrawn
from storage.ledger import Ledger
from storage.projections.versions import heads_of
from storage.recording import MAX_LINE, check_activity, forget_stamped, has_stamp


@dataclass(frozen=True, slots=True)
class Trace:
    """What an action did to one record: its revision afterwards, what it was before (None: it was not there), and its draft.

    ``typed`` is what the form held and what was dropped with the action; None when there was no draft.
    """

    uid: str
    rev: int
    before: OpenedActivity | None
    draft: str = ""
    typed: DraftBody | None = None


def drafts_of(ledger: Ledger, uids: Sequence[str]) -> dict[str, Draft]:
    """The drafts that amend these records, by record."""
    return {draft.name: draft for draft in drafts(ledger) if draft.name in set(uids)}


def may_be_taken_back(before: OpenedActivity | None) -> bool:
    """Two versions cannot come back by one entry, and what bore a stamp of secrecy must not."""
    return before is None or (before.heads == 1 and not has_stamp(before.content))


def take_back(ledger: Ledger, catalogue: Catalogue, traces: Sequence[Trace], *, why: str, by: str = "") -> None:
    """Takes an action back, in one transaction; ``why`` stands in the history of records that are withdrawn by it.

    Raises ``LedgerError``: RECORD_CHANGED_SINCE (``uid``) when a record is no longer as the action left it, REASON_MISSING,
    RECORD_UNKNOWN; what ``check_activity`` raises when the programme has changed in between.
    """
    reason = normalise(why).strip()[:MAX_LINE]
    if not reason:
        raise LedgerError(Code.REASON_MISSING)
    with ledger.write():
        for trace in traces:
            _take_back_one(ledger, catalogue, trace, reason, by)


def _take_back_one(ledger: Ledger, catalogue: Catalogue, trace: Trace, reason: str, by: str) -> None:
    current = open_activity(ledger, trace.uid)
    if current.rev != trace.rev or current.heads != 1:
        raise LedgerError(Code.RECORD_CHANGED_SINCE, uid=trace.uid)
    base = [version.link.hex() for version in heads_of(ledger.projections.versions(bytes.fromhex(trace.uid), ledger.office))]
    rev, before = current.rev + 1, trace.before
    if before is None or before.withdrawn:
        ledger.append_within(Withdrawn(uid=trace.uid, rev=rev, base=base, why=reason, by=by, at=ledger.now()))
    else:
        check_activity(catalogue.programme, before.content)
        files = list(before.files)
        ledger.append_within(Put(uid=trace.uid, rev=rev, base=base, by=by, at=ledger.now(), files=files, body=before.content))
    forget_stamped(ledger, trace.uid)
    if trace.typed is not None:
        typed = msgspec.structs.replace(trace.typed, rev=rev) if trace.typed.uid else trace.typed
        save_draft_within(ledger, trace.draft, typed)
