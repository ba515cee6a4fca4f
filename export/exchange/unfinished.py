"""What is unfinished about an office's feeds at the centre, as the ledger stands; nothing is decided or written here."""

from __future__ import annotations

import msgspec

from storage.domain.codes import Code
from storage.ledger import Ledger

_CONFLICT = "SELECT 1 FROM activity INDEXED BY activity_conflict WHERE office = ? AND heads > 1 LIMIT 1"


def open_remarks(ledger: Ledger, office: str) -> set[Code]:
    """What is unfinished about an office's feeds as the ledger stands: gaps, forks, conflicts, attachments not arrived."""
    remarks: set[Code] = set()
    for feed in ledger.journal.feeds(office):
        if ledger.journal.gaps(feed):
            remarks.add(Code.BUNDLE_GAP)
        if feed.fork_at is not None:
            remarks.add(Code.BUNDLE_FORK)
    if ledger.db.execute(_CONFLICT, [office]).fetchone():
        remarks.add(Code.BUNDLE_CONFLICT)
    if missing_blobs(ledger, office):
        remarks.add(Code.BUNDLE_BLOBS_MISSING)
    return remarks


def missing_blobs(ledger: Ledger, office: str) -> list[str]:
    """Chunks that an office's records name and that have not arrived."""
    rows = ledger.db.execute("SELECT files FROM activity WHERE office = ? AND files <> '[]'", [office]).fetchall()
    named: set[str] = set()
    for (files,) in rows:
        for attachment in msgspec.json.decode(files):
            named |= set(attachment.get("parts") or [attachment["h"]])
    return sorted(
        digest
        for digest in named
        if ledger.db.execute("SELECT 1 FROM blob WHERE sha256 = ?", [bytes.fromhex(digest)]).fetchone() is None
    )


def pending_tail(ledger: Ledger, office: str) -> set[Code]:
    """BUNDLE_TAIL_PENDING when an office has told of entries behind the last that is here."""
    for feed in ledger.journal.feeds(office):
        last = ledger.db.execute("SELECT coalesce(max(seq), 0) FROM node WHERE feed_id = ?", [feed.id]).fetchone()[0]
        if ledger.journal.claimed(feed) > last:
            return {Code.BUNDLE_TAIL_PENDING}
    return set()
