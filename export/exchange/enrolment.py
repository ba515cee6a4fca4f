"""Setting up stations and admitting offices: the request, the voice comparison, revocation.

One spoken number authenticates both directions: it depends on the office's keys and on the centre's trust document. The centre
types what the clerk reads, and the program compares; nobody is asked whether two numbers look alike.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from export.bundle.age_file import new_identity
from export.bundle.age_recipient import recipient_public_key
from export.bundle.envelope import PayloadKind, require_kind, verify_envelope
from export.bundle.manifest import (
    CLOCK_NOTE,
    FORMAT,
    Hex16,
    Hex32,
    Moment,
    OfficeCode,
    Organisation,
    Positive,
    Recipient,
    Signed,
    decode_payload,
    encode_payload,
)
from export.bundle.sealed_file import SealedFile, open_sealed, write_sealed
from export.exchange.station import AGE, SIGN, Station
from export.trust.key_store import KeyStore
from export.trust.signing_keys import SigningKey, check_public_key, key_identifier
from export.trust.voice_number import confirm, voice_number
from export.trust.windows_protection import system_protection
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import normalise
from storage.domain.identifiers import Clock, Identifiers
from storage.domain.progress import ProgressReporter, silent
from storage.journal.entries import Admitted, Noted, Revoked
from storage.ledger import Role
from storage.version import VERSION

MAX_REASON = 500
"""Characters of a reason or note in the journal."""


class Enrolment(Signed, frozen=True):
    """An office's request: its keys, its feed, and the trust document that it holds. Signed with the key it announces."""

    format: Literal[1]
    kind: Literal["enrol"]
    org: Organisation
    office: OfficeCode
    key: Hex32
    age: Recipient
    feed: Hex16
    trust: Positive
    trust_digest: Hex32
    created: Moment
    clock: Literal["office-pc, not trusted"]
    app: Annotated[str, Meta(max_length=40)]


@dataclass(frozen=True, slots=True)
class Request:
    """A verified request and the number that the office reads aloud."""

    enrolment: Enrolment
    voice: str

    @property
    def keyid(self) -> str:
        """The identifier of the key that asks to be admitted."""
        return key_identifier(bytes.fromhex(self.enrolment.key))


@dataclass(frozen=True, slots=True)
class Approval:
    """What admitting did: keys that were revoked by it, files in quarantine that can be tried again."""

    office: str
    key: str
    revoked: list[str]
    waiting: list[Path]


def own_voice(station: Station) -> str:
    """The number that this office reads to the centre."""
    opening = station.ledger.own_opening()
    return voice_number(
        office=station.ledger.office,
        signing_public=bytes.fromhex(opening.key),
        age_recipient=opening.age,
        trust_payload=station.trust.payload(station.trust.version),
    )


def write_enrolment(station: Station, target: Path, report: ProgressReporter = silent) -> SealedFile:
    """Writes the request to ``target`` (a file or a folder). Raises ``LedgerError``: WRONG_ROLE, KEY_*, PIN_*, disk errors."""
    ledger = station.ledger
    ledger.require(Role.OFFICE)
    opening = ledger.own_opening()
    request = Enrolment(
        format=FORMAT,
        kind="enrol",
        org=ledger.organisation,
        office=ledger.office,
        key=opening.key,
        age=opening.age,
        feed=ledger.journal.own_feed().feed.hex(),
        trust=station.trust.version,
        trust_digest=hashlib.sha256(station.trust.payload(station.trust.version)).hexdigest(),
        created=ledger.now(),
        clock=CLOCK_NOTE,
        app=VERSION,
    )
    return write_sealed(
        target / f"shd-{ledger.office}-enrol.shd" if target.is_dir() else target,
        kind=PayloadKind.ENROL,
        members=(),
        payload=lambda _: encode_payload(request),
        signers=[station.signer],
        recipients=station.centre_recipients,
        temporary=ledger.folders.temporary,
        report=report,
    )


def read_enrolment(station: Station, path: Path) -> Request:
    """Opens a request at the centre and checks that its key is good and that the office holds it.

    Raises ``LedgerError``: BUNDLE_WRONG_KIND, BUNDLE_WRONG_RECIPIENT, KEY_WEAK, BUNDLE_SIGNATURE_INVALID, OFFICE_UNKNOWN,
    OFFICE_CLOSED, TRUST_CHAIN_BROKEN.
    """
    with open_sealed(path, identities=station.identities, temporary=station.ledger.folders.temporary) as opened:
        envelope = opened.envelope
    require_kind(envelope, PayloadKind.ENROL)
    request = decode_payload(envelope.payload, Enrolment)
    public = bytes.fromhex(request.key)
    check_public_key(public)
    recipient_public_key(request.age)
    verify_envelope(envelope, {key_identifier(public): public})
    if request.org != station.ledger.organisation:
        raise LedgerError(Code.BUNDLE_WRONG_RECIPIENT, detail=f"for {request.org}")
    station.catalogue.register.office(request.office)
    payload = station.trust.payload(request.trust)
    if hashlib.sha256(payload).hexdigest() != request.trust_digest:
        raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail="the office holds another trust document")
    voice = voice_number(office=request.office, signing_public=public, age_recipient=request.age, trust_payload=payload)
    return Request(request, voice)


def as_request(station: Station, path: Path, error: LedgerError) -> LedgerError:
    """What an import says of a file that it could not take: a sound request waits for the telephone; else ``error`` itself.

    ENROLMENT_WAITING has ``office``; what is wrong with a request is told by the codes of ``read_enrolment``.
    """
    if error.code is not Code.BUNDLE_WRONG_KIND or error.parameters.get("found") != PayloadKind.ENROL.value:
        return error
    try:
        request = read_enrolment(station, path)
    except LedgerError as found:
        return found
    known = station.admitted_keys().get(request.keyid)
    code = Code.ALREADY_ENROLLED if known is not None else Code.ENROLMENT_WAITING
    return LedgerError(code, office=request.enrolment.office)


def approve(
    station: Station,
    path: Path,
    typed_voice: str,
    *,
    replaces: bool = False,
    why: str = "replaced by a new installation",
    note: str = "",
    by: str = "",
) -> Approval:
    """Admits the key of a request after comparing the number that was typed.

    ``replaces`` ends the office's earlier keys, for the reason ``why``, at the last entry that the centre holds without a gap.
    ``note`` is kept in the centre's journal beside the admission.
    Raises ``LedgerError``: VOICE_FORMAT, VOICE_WRONG (``groups``), ALREADY_ENROLLED, and what ``read_enrolment`` raises.
    """
    station.ledger.require(Role.CENTRE)
    request = read_enrolment(station, path)
    confirm(typed_voice, request.voice)
    enrolment = request.enrolment
    keyid = request.keyid
    known = station.admitted_keys().get(keyid)
    if known is not None and known.office == enrolment.office:
        raise LedgerError(Code.ALREADY_ENROLLED, office=enrolment.office)
    ended = []
    if replaces:
        earlier = [key for key in station.admitted_keys().values() if key.office == enrolment.office and key.last_good is None]
        for key in earlier:
            revoke(station, key.public, why=why, by=by)
            ended.append(key_identifier(key.public))
    entries: list[Admitted | Noted] = [
        Admitted(office=enrolment.office, key=enrolment.key, age=enrolment.age, at=station.ledger.now(), by=by)
    ]
    if said := normalise(note).strip():
        text = f"{enrolment.office} {keyid}: {said}"[:MAX_REASON]
        entries.append(Noted(text=text, at=station.ledger.now(), by=by))
    station.ledger.append(*entries)
    return Approval(enrolment.office, keyid, ended, waiting_files(station, enrolment.office))


def revoke(station: Station, public: bytes, *, why: str, by: str = "", last_good: dict[bytes, int] | None = None) -> None:
    """Ends a key: entries above ``last_good`` (default: what is here without gap or fork) of its feeds no longer count.

    Raises ``LedgerError``: REASON_MISSING, KEY_UNKNOWN.
    """
    ledger = station.ledger
    reason = normalise(why).strip()
    if not reason:
        raise LedgerError(Code.REASON_MISSING)
    if key_identifier(public) not in station.admitted_keys():
        raise LedgerError(Code.KEY_UNKNOWN, office="")
    feeds = [feed for feed in ledger.journal.feeds() if feed.public == public]
    bounds = {feed.feed: (last_good or {}).get(feed.feed, ledger.journal.acknowledgeable(feed)) for feed in feeds}
    entry = Revoked(
        key=public.hex(),
        feeds={feed.hex(): seq for feed, seq in bounds.items()},
        why=reason[:MAX_REASON],
        at=ledger.now(),
        by=by,
    )
    with ledger.write():
        ledger.append_within(entry)
        for feed in feeds:
            ledger.projections.refresh(feed, ledger.journal.cut_off(feed, bounds[feed.feed]))


def waiting_files(station: Station, office: str = "") -> list[Path]:
    """Files in quarantine because nobody had admitted their key; of one office or all."""
    rows = station.ledger.db.execute(
        "SELECT sha256, file FROM quarantine WHERE code = ? ORDER BY at", [Code.BUNDLE_UNKNOWN_KEY.value]
    ).fetchall()
    return [path for _, name in rows if (path := station.ledger.folders.quarantine / name).is_file()]


def renew_keys(station: Station, pin: str, *, allow_empty: bool = False) -> str:
    """New keys and a new feed for an office whose key store is gone (a dead or cloned PC); returns the recovery code.

    Raises ``LedgerError(FILE_EXISTS)`` while a key store is there.
    """
    ledger = station.ledger
    made = create_office_keys(
        ledger.folders.keys, pin, clock=ledger.clock, identifiers=ledger.identifiers, allow_empty=allow_empty
    )
    ledger.continue_in_new_feed(public=made.public, age=made.recipient)
    station.reload()
    return made.recovery_code


@dataclass(frozen=True, slots=True)
class OfficeKeys:
    """The public side of a new key store, and the code that opens it when the PIN is forgotten: shown once."""

    public: bytes
    recipient: str
    recovery_code: str


def create_office_keys(
    path: Path, pin: str, *, clock: Clock, identifiers: Identifiers, allow_empty: bool = False
) -> OfficeKeys:
    """Makes an office's key store. Raises ``LedgerError``: PIN_TOO_SHORT, FILE_EXISTS, disk errors."""
    seed = identifiers.random(32)
    secret, recipient = new_identity()
    secrets = {SIGN: seed, AGE: secret.encode()}
    _, code = KeyStore.create(path, pin, secrets, now=clock, protection=system_protection(), allow_empty=allow_empty)
    return OfficeKeys(SigningKey(seed).public, recipient, code)
