"""Looking into a file without taking it in: what it is, who says so, and whether that can be believed here."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from export.bundle.envelope import PayloadKind, verify_envelope
from export.bundle.file_kind import FileKind, recognise
from export.bundle.sealed_file import open_sealed
from export.exchange.station import Station
from export.trust.trust_payload import RoleName
from storage.domain.codes import Code
from storage.domain.errors import LedgerError


@dataclass(frozen=True, slots=True)
class Inspected:
    """``code`` is BUNDLE_VERIFIED when a key that is known here signed it, else the reason why it cannot be believed.

    ``payload`` is the signed content as decoded JSON; believe it only if verified.
    """

    path: Path
    kind: PayloadKind
    code: Code
    encrypted: bool
    size: int
    digest: str
    signers: list[str]
    payload: dict[str, Any] = field(default_factory=dict)
    members: list[str] = field(default_factory=list)


def inspect_file(station: Station, path: Path) -> Inspected:
    """Raises ``LedgerError`` when the file cannot even be opened: FILE_NOT_FOUND, BUNDLE_NOT_OURS, BUNDLE_DAMAGED, …"""
    encrypted = recognise(path) is FileKind.ENCRYPTED
    identities = station.identities if encrypted else []
    with open_sealed(path, identities=identities, temporary=station.ledger.folders.temporary) as opened:
        envelope = opened.envelope
        try:
            verify_envelope(envelope, _known_keys(station, envelope.kind))
            code = Code.BUNDLE_VERIFIED
        except LedgerError as error:
            code = error.code
        return Inspected(
            path=path,
            kind=envelope.kind,
            code=code,
            encrypted=encrypted,
            size=path.stat().st_size,
            digest=opened.payload_digest.hex(),
            signers=[keyid for keyid, _ in envelope.signatures],
            payload=msgspec.json.decode(envelope.payload, type=dict[str, Any]),
            members=list(opened.container.names),
        )


def _known_keys(station: Station, kind: PayloadKind) -> dict[str, bytes]:
    if kind is PayloadKind.KIT:
        return station.trust.role_keys(RoleName.KIT)
    if kind in (PayloadKind.RECEIPT, PayloadKind.RESYNC):
        return station.trust.role_keys(RoleName.RECEIPT)
    return {keyid: key.public for keyid, key in station.admitted_keys().items()}
