"""Remarks that a reviewer is writing: kept on this PC until the decision carries them. No entries; they never leave it.

They lie among the drafts, under a name of their own, one for each report.
"""

from __future__ import annotations

import msgspec

from storage.drafts import drop_draft_within
from storage.journal.entries import Remark
from storage.ledger import Ledger

NAME = "review/"
"""Beginning of the names of such drafts; the office and the period follow."""
NOTHING = Remark(text="")


class RemarksDraft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The remarks that would go out, and ``typed``: one that is still being written, with what it is ``about``."""

    remarks: tuple[Remark, ...] = ()
    typed: str = ""
    about: Remark = NOTHING
    place: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing worth keeping."""
        return not self.remarks and not self.typed.strip()


def keep_remarks(ledger: Ledger, office: str, period: str, draft: RemarksDraft) -> None:
    """Keeps the remarks on a report in place of those kept before; on the medium when this returns."""
    with ledger.write():
        if draft.is_empty:
            drop_remarks_within(ledger, office, period)
            return
        ledger.db.execute(
            "INSERT INTO draft VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at, body = excluded.body",
            [_name(office, period), ledger.now(), msgspec.json.encode(draft).decode()],
        )


def kept_remarks(ledger: Ledger, office: str, period: str) -> RemarksDraft:
    """What is kept of a report's remarks. Some in another program version's form are left alone and not shown."""
    row = ledger.db.execute("SELECT body FROM draft WHERE name = ?", [_name(office, period)]).fetchone()
    if row is None:
        return RemarksDraft()
    try:
        return msgspec.json.decode(row[0], type=RemarksDraft)
    except msgspec.DecodeError:
        return RemarksDraft()


def drop_remarks_within(ledger: Ledger, office: str, period: str) -> None:
    """Forgets the remarks, inside a ``write`` block of the caller: they go when the decision is written, or neither."""
    drop_draft_within(ledger, _name(office, period))


def _name(office: str, period: str) -> str:
    return f"{NAME}{office}/{period}"
