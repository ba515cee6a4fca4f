"""Kits: what the centre hands to every office — trust documents, programme, offices and dates, signed as one unit.

A kit is not encrypted: it holds nothing that an office may not show. Its number only grows; an older one is never taken in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from export.bundle.canonical_zip_writer import PreparedMember, prepare
from export.bundle.envelope import PayloadKind, require_kind
from export.bundle.limits import MEBIBYTE
from export.bundle.manifest import (
    CLOCK_NOTE,
    FORMAT,
    Hex32,
    MemberLine,
    Moment,
    Natural,
    OfficeCode,
    Organisation,
    Positive,
    Signed,
    decode_payload,
    encode_payload,
)
from export.bundle.sealed_file import OpenedFile, SealedFile, open_sealed, write_sealed
from export.exchange.station import KIT_NUMBER, KIT_PAYLOAD, KIT_PREFIX, Station
from export.trust.signing_keys import SigningKey
from export.trust.trust_chain import TrustChain
from export.trust.trust_payload import RoleName
from storage.atomic_file import write_atomically
from storage.catalogue import DATES, OFFICES, PROGRAMME, parse_dates
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.office_file import parse_offices
from storage.domain.programme_file import parse_programme
from storage.domain.progress import ProgressReporter, silent
from storage.ledger import Ledger, Role
from storage.version import VERSION

_DATES, _OFFICES, _PROGRAMME, _TRUST = "kit/dates.json", "kit/offices.json", "kit/programme.json", "kit/trust.jsonl"
_MAX_MEMBER = 64 * MEBIBYTE
PROGRAM_NEWS = "program_news"
_FAR_AHEAD = 10_000
"""More kits than a centre issues between two backups."""


class ProgramNews(Signed, frozen=True):
    """The installer that offices should use: its version, its size in bytes, its SHA-256."""

    version: Annotated[str, Meta(pattern=r"\A[0-9]{1,4}(\.[0-9]{1,4}){2}\Z")]
    size: Positive
    sha256: Hex32


class KitManifest(Signed, frozen=True):
    """What the kit role signs. ``prev`` is the digest of the kit before it, empty for the first."""

    format: Literal[1]
    kind: Literal["kit"]
    org: Organisation
    centre: OfficeCode
    no: Positive
    prev: Annotated[str, Meta(pattern=r"\A([0-9a-f]{64})?\Z")]
    trust: Natural
    created: Moment
    clock: Literal["office-pc, not trusted"]
    app: Annotated[str, Meta(max_length=40)]
    members: list[MemberLine]
    program: ProgramNews | None = None


@dataclass(frozen=True, slots=True)
class Kit:
    """A verified kit: the documents as bytes, already parsed once."""

    manifest: KitManifest
    payload_digest: bytes
    trust: TrustChain
    programme: bytes
    offices: bytes
    dates: bytes


def issue_kit(
    station: Station, target: Path, *, more_keys: Sequence[SigningKey] = (), report: ProgressReporter = silent
) -> SealedFile:
    """Writes the next kit. ``more_keys`` come from sticks when the kit role needs several.

    Raises ``LedgerError``: WRONG_ROLE, TRUST_THRESHOLD (``role``, ``needed``, ``found``), and what ``write_sealed`` raises.
    """
    ledger = station.ledger
    ledger.require(Role.CENTRE)
    signers = _kit_signers(station, more_keys)
    members = _members(station)
    number = next_number(station)

    def payload(measured: Sequence[object]) -> bytes:
        return encode_payload(
            KitManifest(
                format=FORMAT,
                kind="kit",
                org=ledger.organisation,
                centre=ledger.office,
                no=number,
                prev=ledger.setting(KIT_PAYLOAD),
                trust=station.trust.version,
                created=ledger.now(),
                clock=CLOCK_NOTE,
                app=VERSION,
                members=[MemberLine(member.name, member.size, member.sha256) for member in members],
                program=announced_program(ledger),
            )
        )

    path = target / f"shd-kit-{number}.shd" if target.is_dir() else target
    sealed = write_sealed(
        path,
        kind=PayloadKind.KIT,
        members=members,
        payload=payload,
        signers=signers,
        recipients=(),
        temporary=ledger.folders.temporary,
        report=report,
    )
    with ledger.write():
        ledger.set_within(KIT_NUMBER, str(number))
        ledger.set_within(KIT_PAYLOAD, sealed.payload.hex())
        ledger.db.execute("INSERT INTO kit VALUES (?, ?, ?, ?)", [number, sealed.payload, ledger.now(), str(sealed.path.name)])
    with suppress(OSError, LedgerError):  # the kit is issued already; without its copy only the comparison is missing
        ledger.folders.kits.mkdir(parents=True, exist_ok=True)
        write_atomically(issued_kit(station, number), sealed.path.read_bytes())
    return sealed


def announced_program(ledger: Ledger) -> ProgramNews | None:
    """What was announced last: at a centre what its kits will say, at an office what its newest kit said."""
    kept = ledger.setting(PROGRAM_NEWS)
    return msgspec.json.decode(kept, type=ProgramNews) if kept else None


def keep_program_news(ledger: Ledger, news: ProgramNews | None) -> None:
    """Inside a ``write`` block."""
    ledger.set_within(PROGRAM_NEWS, msgspec.json.encode(news).decode() if news else "")


def next_number(station: Station) -> int:
    """The number of the next kit. A centre that was restored goes on after the number that offices have seen.

    A number far ahead is no number of ours but of a forged kit, which a new trust document overtakes (``receiving``); following
    it would only help whoever forged it.
    """
    own = station.kit_number
    seen = int(
        station.ledger.db.execute("SELECT coalesce(max(kit), 0) FROM import WHERE kit <= ?", [own + _FAR_AHEAD]).fetchone()[0]
    )
    return max(own, seen) + 1


def issued_kit(station: Station, number: int) -> Path:
    """Where the centre keeps its copy of a kit; one issued by an earlier version of the program has none."""
    return station.ledger.folders.kits / f"shd-kit-{number}.shd"


def read_kit(path: Path, *, temporary: Path, known: TrustChain | None = None, fingerprint: str = "") -> Kit:
    """Verifies a kit file. Without ``known`` trust, the kit's own first document is believed if its ``fingerprint`` fits.

    Raises ``LedgerError``: BUNDLE_WRONG_KIND, TRUST_*, FINGERPRINT_WRONG, BUNDLE_SIGNATURE_INVALID, BUNDLE_MEMBER, SCHEMA_*.
    """
    with open_sealed(path, identities=(), temporary=temporary) as opened:
        return verify_kit(opened, known=known, fingerprint=fingerprint)


def verify_kit(opened: OpenedFile, *, known: TrustChain | None = None, fingerprint: str = "") -> Kit:
    """As ``read_kit``, for a file that is open already."""
    require_kind(opened.envelope, PayloadKind.KIT)
    lines = opened.container.read(_TRUST, _MAX_MEMBER).splitlines()
    trust = known.extend(lines) if known else TrustChain.load(lines, expected_root_fingerprint=fingerprint)
    trust.verify_role(opened.envelope, RoleName.KIT)
    manifest = decode_payload(opened.envelope.payload, KitManifest)
    if manifest.org != trust.newest.org:
        raise LedgerError(Code.BUNDLE_WRONG_RECIPIENT, detail=f"a kit of {manifest.org}")
    content = {member.name: _checked(opened, member) for member in manifest.members}
    if sorted(content) != sorted(opened.container.names[1:]) or set(content) != {_DATES, _OFFICES, _PROGRAMME, _TRUST}:
        raise LedgerError(Code.BUNDLE_MEMBER, detail="the members are not those of a kit")
    parse_programme(content[_PROGRAMME])
    parse_offices(content[_OFFICES])
    parse_dates(content[_DATES])
    return Kit(manifest, opened.payload_digest, trust, content[_PROGRAMME], content[_OFFICES], content[_DATES])


def require_signers(station: Station, more_keys: Sequence[SigningKey] = ()) -> None:
    """Raises ``LedgerError(TRUST_THRESHOLD)`` (``role``, ``needed``, ``found``) unless the next kit could be signed."""
    _kit_signers(station, more_keys)


def _kit_signers(station: Station, more_keys: Sequence[SigningKey]) -> list[SigningKey]:
    allowed = station.trust.role_keys(RoleName.KIT)
    own = [station.keys.signing_key(name) for name in station.keys.names if name.startswith(KIT_PREFIX)]
    signers = {key.keyid: key for key in [*own, *more_keys] if key.keyid in allowed}
    needed = station.trust.newest.role(RoleName.KIT).threshold
    if len(signers) < needed:
        raise LedgerError(Code.TRUST_THRESHOLD, role=str(RoleName.KIT), needed=needed, found=len(signers))
    return list(signers.values())


def _members(station: Station) -> list[PreparedMember]:
    setting = station.ledger.setting
    return [
        prepare(_DATES, setting(DATES, "{}").encode()),
        prepare(_OFFICES, setting(OFFICES).encode()),
        prepare(_PROGRAMME, setting(PROGRAMME).encode()),
        prepare(_TRUST, b"\n".join(station.trust.envelopes) + b"\n"),
    ]


def _checked(opened: OpenedFile, member: MemberLine) -> bytes:
    content = opened.container.read(member.name, _MAX_MEMBER)
    if len(content) != member.size or hashlib.sha256(content).hexdigest() != member.sha256:
        raise LedgerError(Code.BUNDLE_MEMBER, detail=f"{member.name} is not as it was signed")
    return content
