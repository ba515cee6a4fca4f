"""Taking an import back: what it brought ceases to count, as long as no receipt and no consolidation rests on it.

The original stays in the archive and can be imported again; receipted history is never changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from export.exchange.confirmed import held_histories
from storage.catalogue import Catalogue
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.journal.entries import Activity, Closed, Put, decode
from storage.ledger import Ledger, Role


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo removed."""

    import_id: int
    office: str
    entries: int


def undo_import(ledger: Ledger, catalogue: Catalogue, import_id: int) -> Undone:
    """Removes the entries that an import brought.

    Raises ``LedgerError``: WRONG_ROLE, IMPORT_UNKNOWN, UNDO_RECEIPTED (``office``), UNDO_CONSOLIDATED (``period``).
    """
    ledger.require(Role.CENTRE)
    office, nodes = _checked(ledger, catalogue, import_id)
    with ledger.write():
        ledger.db.execute("DELETE FROM node WHERE import_id = ?", [import_id])
        changed = {uid for _, _, uid, _ in nodes if uid is not None}
        for feed in ledger.journal.feeds(office):
            if any(feed_id == feed.id for feed_id, *_ in nodes):
                # What the manifest claimed stays: it is signed evidence, and other bundles may have claimed the same.
                ledger.projections.refresh(feed, changed | ledger.journal.relink(feed))
        ledger.db.execute("UPDATE import SET undone = ? WHERE id = ?", [ledger.now(), import_id])
    return Undone(import_id, office, len(nodes))


def check_undo(ledger: Ledger, catalogue: Catalogue, import_id: int) -> None:
    """Raises what ``undo_import`` would raise for an import that cannot be taken back; nothing is written."""
    ledger.require(Role.CENTRE)
    _checked(ledger, catalogue, import_id)


_Nodes = list[tuple[int, int, bytes | None, bytes | None]]
"""(feed, position, record, line) of each entry that an import brought."""


def _checked(ledger: Ledger, catalogue: Catalogue, import_id: int) -> tuple[str, _Nodes]:
    """The office and the entries of an import that may be taken back."""
    row = ledger.db.execute("SELECT office FROM import WHERE id = ? AND undone = ''", [import_id]).fetchone()
    if row is None:
        raise LedgerError(Code.IMPORT_UNKNOWN, id=import_id)
    office = str(row[0])
    nodes = ledger.db.execute("SELECT feed_id, seq, uid, line FROM node WHERE import_id = ?", [import_id]).fetchall()
    _refuse_if_receipted(ledger, office, nodes)
    _refuse_if_consolidated(ledger, catalogue, [line for *_, line in nodes if line is not None])
    return office, nodes


def _refuse_if_receipted(ledger: Ledger, office: str, nodes: _Nodes) -> None:
    """A receipt is a promise: what it confirmed stays."""
    confirmed = dict(ledger.db.execute("SELECT feed_id, seq FROM acknowledged").fetchall())
    for feed in ledger.journal.feeds(office):  # as far as any history of a forked feed is confirmed
        confirmed[feed.id] = max([confirmed.get(feed.id, 0), *(seq for seq, _ in held_histories(ledger, feed))])
    if any(seq <= confirmed.get(feed_id, 0) for feed_id, seq, _, _ in nodes):
        raise LedgerError(Code.UNDO_RECEIPTED, office=office)


def _refuse_if_consolidated(ledger: Ledger, catalogue: Catalogue, lines: list[bytes]) -> None:
    frozen = [catalogue.period(row[0]) for row in ledger.db.execute("SELECT DISTINCT period FROM consolidation").fetchall()]
    if not frozen:
        return
    for line in lines:
        entry = decode(line)
        for period in frozen:
            closed = isinstance(entry, Closed) and entry.period == period.code
            if closed or (
                isinstance(entry, Put) and isinstance(entry.body, Activity) and date.fromisoformat(entry.body.date) in period
            ):
                raise LedgerError(Code.UNDO_CONSOLIDATED, period=period.code)
