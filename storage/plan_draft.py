"""The draft of a new plan: kept in the ledger of this PC as it was typed, until it is put in force or dropped.

It is no entry and never leaves this PC. A draft of another form (an older program) is left alone and not shown.
"""

from __future__ import annotations

from typing import Any

import msgspec

from storage.ledger import Ledger, Role

NAME = "plan"


class PlanDraft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Plain values of the three documents. ``begun_from`` is ``documents_digest`` of what was in force when it was begun."""

    format: int
    begun_from: str
    programme: dict[str, Any]
    offices: dict[str, Any]
    dates: dict[str, Any]
    reasons: list[str] = []
    """What each reorganisation rests on, for the entry that puts the draft in force."""

    @property
    def raw(self) -> dict[str, Any]:
        """As ``plan.whole`` takes it."""
        return {"programme": self.programme, "offices": self.offices, "dates": self.dates}


FORMAT = 1
_decoder = msgspec.json.Decoder(PlanDraft)


def save_plan_draft(ledger: Ledger, draft: PlanDraft) -> None:
    """Keeps the draft in place of the one before. Raises WRONG_ROLE."""
    ledger.require(Role.CENTRE)
    with ledger.write():
        ledger.db.execute(
            "INSERT INTO draft VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at, body = excluded.body",
            [NAME, ledger.now(), msgspec.json.encode(draft).decode()],
        )


def plan_draft(ledger: Ledger) -> PlanDraft | None:
    """The draft, or None."""
    row = ledger.db.execute("SELECT body FROM draft WHERE name = ?", [NAME]).fetchone()
    if row is None:
        return None
    try:
        draft = _decoder.decode(row[0])
    except msgspec.DecodeError:
        return None
    return draft if draft.format == FORMAT else None


def drop_plan_draft(ledger: Ledger) -> None:
    """Forgets the draft; none is no error."""
    with ledger.write():
        ledger.db.execute("DELETE FROM draft WHERE name = ?", [NAME])
