"""Takes bundles apart and puts them together again, altered: what somebody with a stick, or with a stolen key, could do."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from export.bundle.age_file import encrypt_stream
from export.bundle.canonical_zip_layout import MANIFEST_NAME
from export.bundle.canonical_zip_writer import prepare, write_container
from export.bundle.envelope import PayloadKind, Signer, parse_envelope, seal_envelope
from export.bundle.manifest import Manifest, MemberLine, encode_payload
from export.bundle.sealed_file import open_sealed
from export.exchange.station import Station

CAP = 64 << 20


@dataclass
class Parts:
    """The content of a bundle: the envelope as it stands in the file, and the members after it."""

    envelope: bytes
    members: dict[str, bytes]

    @property
    def payload(self) -> bytes:
        return parse_envelope(self.envelope).payload

    @property
    def manifest(self) -> Manifest:
        return msgspec.json.decode(self.payload, type=Manifest)


def take_apart(path: Path, reader: Station) -> Parts:
    """``reader`` is a station that can decrypt the file."""
    with open_sealed(path, identities=reader.identities, temporary=reader.ledger.folders.temporary) as opened:
        names = opened.container.names[1:]
        return Parts(opened.envelope_bytes, {name: opened.container.read(name, CAP) for name in names})


def put_together(path: Path, parts: Parts, recipients: Sequence[str]) -> Path:
    """Writes the parts as a well-formed, encrypted file, whatever they say."""
    plain, sealed = io.BytesIO(), io.BytesIO()
    write_container(plain, [prepare(MANIFEST_NAME, parts.envelope), *(prepare(*item) for item in parts.members.items())])
    encrypt_stream(plain, sealed, recipients)
    path.write_bytes(sealed.getvalue())
    return path


def sign(manifest: Manifest, signer: Signer, kind: PayloadKind = PayloadKind.BUNDLE) -> bytes:
    return seal_envelope(encode_payload(manifest), kind.payload_type, [signer])


def matching(manifest: Manifest, members: dict[str, bytes]) -> Manifest:
    """The manifest with the list of members that these contents need."""
    lines = [MemberLine(name, len(content), sha256(content).hexdigest()) for name, content in members.items()]
    return msgspec.structs.replace(manifest, members=lines)


def altered(
    source: Path,
    target: Path,
    *,
    reader: Station,
    members: Callable[[dict[str, bytes]], dict[str, bytes]] | None = None,
    manifest: Callable[[Manifest], Manifest] | None = None,
    signer: Signer | None = None,
) -> Path:
    """A copy of a bundle with other members or another manifest; signed again when there is a ``signer``, else as it was."""
    parts = take_apart(source, reader)
    if members is not None:
        parts.members = members(parts.members)
    if signer is not None:
        changed = matching(parts.manifest, parts.members)
        parts.envelope = sign(manifest(changed) if manifest else changed, signer)
    return put_together(target, parts, reader.centre_recipients)
