"""Checking a file as its receiver would, at either side, without taking it in.

Nothing is written here. What a centre would import is checked by ``importing.verify_file``; this is the office's side of it.
"""

from __future__ import annotations

from pathlib import Path

from export.bundle.envelope import PayloadKind
from export.bundle.file_kind import FileKind, recognise
from export.bundle.journal_bundle import AdmittedKey, Expectation, verify_journal_bundle
from export.bundle.sealed_file import OpenedFile, open_sealed
from export.exchange.custody import file_digest, sealed_here
from export.exchange.importing import FileOutcome, explained, verify_file
from export.exchange.kits import verify_kit
from export.exchange.receiving import verified_receipt
from export.exchange.station import Station
from export.trust.trust_payload import RoleName
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import ProgressReporter, silent
from storage.ledger import Role


def verify_any(station: Station, path: Path, report: ProgressReporter = silent) -> FileOutcome:
    """Checks a file as its receiver would; an office also knows the bundles that it sealed itself."""
    if station.ledger.role is Role.CENTRE:
        return verify_file(station, path, report)
    try:
        return _verify_at_office(station, path, report)
    except LedgerError as error:
        return explained(path, error)


def _identities(station: Station, path: Path) -> list[str]:
    return station.identities if recognise(path) is FileKind.ENCRYPTED else []


def _verify_at_office(station: Station, path: Path, report: ProgressReporter) -> FileOutcome:
    ledger = station.ledger
    own = sealed_here(ledger, file_digest(path))
    if own is not None:
        # Sealed here, and not one byte has changed since it was read back: this PC cannot open what is meant for the centre.
        return FileOutcome(path, Code.BUNDLE_VERIFIED, _parameters(path, ledger.office), office=ledger.office)
    with open_sealed(path, identities=_identities(station, path), temporary=ledger.folders.temporary, report=report) as opened:
        kind = opened.envelope.kind
        if kind is PayloadKind.KIT:
            verify_kit(opened, known=station.trust)
        elif kind is PayloadKind.RECEIPT:
            _verify_receipt(station, opened)
        elif kind is PayloadKind.RESYNC:
            _verify_resync(station, opened, report)
        else:
            raise LedgerError(Code.BUNDLE_WRONG_KIND, found=kind.value, expected=PayloadKind.RECEIPT.value)
        payload = opened.payload_digest.hex()
    return FileOutcome(path, Code.BUNDLE_VERIFIED, _parameters(path, station.centre), office=station.centre, payload=payload)


def _parameters(path: Path, office: str) -> dict[str, str | int]:
    return {"file": path.name, "office": office, "new": 0, "known": 0}


def _verify_receipt(station: Station, opened: OpenedFile) -> None:
    receipt = verified_receipt(station.trust, opened.envelope)
    if receipt.org != station.ledger.organisation or receipt.office != station.ledger.office:
        raise LedgerError(Code.RECEIPT_OF_ANOTHER_OFFICE, office=receipt.office)


def _verify_resync(station: Station, opened: OpenedFile, report: ProgressReporter) -> None:
    expected = Expectation(
        kind=PayloadKind.RESYNC,
        organisation=station.ledger.organisation,
        recipient_office=station.ledger.office,
        recipients=station.own_recipients,
        keys={
            keyid: AdmittedKey(station.centre, public) for keyid, public in station.trust.role_keys(RoleName.RECEIPT).items()
        },
    )
    verify_journal_bundle(opened, expected, is_known=lambda *_: False, report=report)
