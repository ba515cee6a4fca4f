"""Sending an office its own entries back: after a PC died, or for the tail that a restored backup had lost."""

from __future__ import annotations

from pathlib import Path

from export.bundle.envelope import PayloadKind
from export.bundle.sealed_file import SealedFile
from export.exchange.sealing import blobs_of_entries, make_portion, seal_portions
from export.exchange.station import Station
from export.exchange.unfinished import missing_blobs
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import ProgressReporter, silent
from storage.ledger import Role


def write_resync(station: Station, office: str, folder: Path, report: ProgressReporter = silent) -> SealedFile:
    """Everything that the centre holds of an office without gap or fork, encrypted to the office's keys in force.

    Raises ``LedgerError``: WRONG_ROLE, KEY_UNKNOWN, NOTHING_TO_SEAL, PIN_*, disk errors.
    """
    ledger = station.ledger
    ledger.require(Role.CENTRE)
    portions = []
    for feed in ledger.journal.arrived_feeds(office):
        upto = ledger.journal.acknowledgeable(feed)
        head = ledger.journal.link_at(feed, upto)
        if upto and head is not None:
            portions.append(make_portion(ledger, feed, 1, upto, upto, head))
    if not portions:
        raise LedgerError(Code.NOTHING_TO_SEAL)
    absent = set(missing_blobs(ledger, office))
    blobs = {digest for portion in portions for digest in blobs_of_entries(portion.special)} - absent
    folder.mkdir(parents=True, exist_ok=True)
    bundle = ledger.identifiers.random(16)
    return seal_portions(
        station,
        folder / f"shd-{office}-resync-{bundle.hex()[:6]}.shd",
        kind=PayloadKind.RESYNC,
        office=office,
        to=office,
        recipients=station.office_recipients(office),
        signer=station.signer,
        portions=portions,
        blobs=sorted(blobs),
        bundle=bundle,
        report=report,
    )
