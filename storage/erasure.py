"""Erasing a record by lawful order: its text goes, its place in the chain stays, and the order is noted.

The digest of each line remains, so every link still verifies. Copies elsewhere (backups, bundles already handed over, the other
side's ledger) are not reached from here; each has to be dealt with where it lies.
"""

from __future__ import annotations

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import normalise
from storage.journal.entries import Noted
from storage.ledger import Ledger


def erase_record(ledger: Ledger, uid: str, order: str, *, office: str = "", by: str = "") -> int:
    """Drops the text of every version of a record; returns how many lines were dropped.

    ``order`` is the number of the decision that demands it. Raises ``LedgerError``: REASON_MISSING, RECORD_UNKNOWN.
    """
    number = normalise(order).strip()
    if not number:
        raise LedgerError(Code.REASON_MISSING)
    owner = office or ledger.office
    versions = {version.link for version in ledger.projections.versions(_key(uid), owner)}
    if not versions:
        raise LedgerError(Code.RECORD_UNKNOWN, uid=uid[:40])
    ledger.db.execute("PRAGMA secure_delete = ON").fetchall()
    try:
        with ledger.write():
            for feed in ledger.journal.feeds():
                rows = ledger.db.execute(
                    "SELECT seq, link FROM node WHERE feed_id = ? AND uid = ?", [feed.id, _key(uid)]
                ).fetchall()
                for seq in sorted({seq for seq, link in rows if link in versions}):
                    ledger.journal.erase(feed, seq)
                    ledger.projections.refresh(feed, [_key(uid)])
            ledger.append_within(Noted(text=f"erased by order {number}"[:500], at=ledger.now(), by=by))
    finally:
        ledger.db.execute("PRAGMA secure_delete = OFF").fetchall()
    return len(versions)


def _key(uid: str) -> bytes:
    try:
        return bytes.fromhex(uid)
    except ValueError as error:
        raise LedgerError(Code.RECORD_UNKNOWN, uid=uid[:40]) from error
