"""The trust document: who may sign for a centre, and which keys are no longer good. One version, strict data, exact bytes.

A document is sound here when it is well formed and does not contradict itself; whether the right keys signed it is decided in
``trust_chain``. Its bytes have one form only (compact JSON in the order of the fields), so that duplicate keys, added blanks
and the like are refused by comparing with what we would have written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from export.bundle.age_recipient import recipient_public_key
from export.trust.signing_keys import ALGORITHM, check_public_key, key_identifier
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

FORMAT: Final = 1
MAXIMUM_SIZE = 1024 * 1024
RECEIPT_FEED = "0" * 32
"""Under this feed a revoked receipt key lists the number of its last good receipt."""

KeyId = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
FeedId = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Digest = Annotated[str, Meta(pattern=r"\A(?:[0-9a-f]{64})?\Z")]
PublicHex = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Recipient = Annotated[str, Meta(pattern=r"\Aage1[02-9ac-hj-np-z]{58}\Z")]
Organisation = Annotated[str, Meta(pattern=r"\A[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?\Z")]
Count = Annotated[int, Meta(ge=0, lt=2**53)]


class RoleName(StrEnum):
    """Root signs trust documents, kit signs kits, receipt signs receipts."""

    ROOT = "root"
    KIT = "kit"
    RECEIPT = "receipt"


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``threshold`` of ``keys`` must sign; ``require`` names the algorithms of which a signature is needed."""

    keys: Annotated[tuple[KeyId, ...], Meta(min_length=1, max_length=16)]
    threshold: Annotated[int, Meta(le=16)]
    require: tuple[Literal["ed25519"]]


class Roles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All three roles, always present."""

    root: Role
    kit: Role
    receipt: Role


class AgeRecipients(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The centre's age recipients: the one of its PC and the one whose identity lies in a safe."""

    online: Recipient
    recovery: Recipient


class TrustKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A public key, 32 bytes in hexadecimal."""

    algorithm: Literal["ed25519"]
    public: PublicHex


class Revocation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A key that is good only up to the given sequence number of each listed feed, and for nothing else."""

    keyid: KeyId
    feeds: dict[FeedId, Count]
    reason: Annotated[str, Meta(max_length=500)]


class TrustPayload(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One version. ``prev``: SHA-256 in hexadecimal of the payload of version - 1; empty in version 1."""

    format: Literal[1]
    org: Organisation
    version: Annotated[int, Meta(ge=1, lt=2**53)]
    prev: Digest
    roles: Roles
    age: AgeRecipients
    keys: Annotated[dict[KeyId, TrustKey], Meta(min_length=1, max_length=64)]
    revoked: Annotated[tuple[Revocation, ...], Meta(max_length=10_000)]

    def role(self, name: RoleName) -> Role:
        """The role of that name."""
        return {RoleName.ROOT: self.roles.root, RoleName.KIT: self.roles.kit, RoleName.RECEIPT: self.roles.receipt}[name]

    def role_keys(self, name: RoleName) -> dict[str, bytes]:
        """Key identifier → 32 public bytes, for one role."""
        return {keyid: bytes.fromhex(self.keys[keyid].public) for keyid in self.role(name).keys}


@dataclass(frozen=True, slots=True)
class RoleKeys:
    """The public keys (32 raw bytes each) that are to hold a role. ``threshold`` 0 = 1 of 1 or 2, a majority of more."""

    publics: Sequence[bytes]
    threshold: int = 0

    def needed(self) -> int:
        """The threshold to write. One of two is no safer than one of one, but a lost stick does not stop the centre."""
        return self.threshold or (1 if len(self.publics) < 3 else len(self.publics) // 2 + 1)


class _Head(msgspec.Struct, frozen=True):
    format: int


def build_payload(
    *,
    org: str,
    version: int,
    prev: str,
    root: RoleKeys,
    kit: RoleKeys,
    receipt: RoleKeys,
    age_online: str,
    age_recovery: str,
    revoked: Sequence[Revocation] = (),
) -> bytes:
    """The bytes of one version; the same arguments always give the same bytes. Raises as ``parse_payload``."""
    publics = sorted({public for role in (root, kit, receipt) for public in role.publics}, key=key_identifier)
    payload = TrustPayload(
        format=FORMAT,
        org=org,
        version=version,
        prev=prev,
        roles=Roles(root=_role(root), kit=_role(kit), receipt=_role(receipt)),
        age=AgeRecipients(online=age_online, recovery=age_recovery),
        keys={key_identifier(public): TrustKey(algorithm=ALGORITHM, public=public.hex()) for public in publics},
        revoked=tuple(revoked),
    )
    data = _encode(payload)
    parse_payload(data)
    return data


def parse_payload(data: bytes) -> TrustPayload:
    """Raises ``LedgerError``: BUNDLE_TOO_NEW, TRUST_CHAIN_BROKEN, TRUST_DUPLICATE_KEY (``key``), TRUST_THRESHOLD
    (``role``, ``needed``, ``found`` = distinct keys of the role), KEY_WEAK (``key``).
    """
    if len(data) > MAXIMUM_SIZE:
        raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail=f"trust document of {len(data)} bytes")
    try:
        head = msgspec.json.decode(data, type=_Head)
        if head.format > FORMAT:
            raise LedgerError(Code.BUNDLE_TOO_NEW, detail=f"trust document of format {head.format}")
        payload = msgspec.json.decode(data, type=TrustPayload)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail=str(error)) from error
    _check_recipients(payload)
    _check_keys(payload)
    for name in RoleName:
        _check_role(payload, name)
    if _encode(payload) != data:
        raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail="not the one form of these contents")
    if (payload.version == 1) != (payload.prev == ""):
        raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail=f"version {payload.version} with previous {payload.prev!r}")
    return payload


def _check_recipients(payload: TrustPayload) -> None:
    for recipient in (payload.age.online, payload.age.recovery):
        try:
            recipient_public_key(recipient)
        except LedgerError as error:
            raise LedgerError(error.code, detail=error.detail, key=recipient) from error


def _check_keys(payload: TrustPayload) -> None:
    holders: dict[str, str] = {}
    for keyid, key in payload.keys.items():
        if key.public in holders:
            raise LedgerError(Code.TRUST_DUPLICATE_KEY, detail=f"{holders[key.public]} and {keyid}", key=keyid)
        holders[key.public] = keyid
    for keyid, key in payload.keys.items():
        public = bytes.fromhex(key.public)
        check_public_key(public)
        if key_identifier(public, key.algorithm) != keyid:
            raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail=f"{keyid} is not the identifier of its key")


def _check_role(payload: TrustPayload, name: RoleName) -> None:
    role = payload.role(name)
    distinct = set(role.keys)
    if len(distinct) != len(role.keys):
        repeated = next(keyid for keyid in role.keys if role.keys.count(keyid) > 1)
        raise LedgerError(Code.TRUST_DUPLICATE_KEY, detail=f"twice in the role {name}", key=repeated)
    if not 1 <= role.threshold <= len(distinct):
        raise LedgerError(Code.TRUST_THRESHOLD, role=str(name), needed=role.threshold, found=len(distinct))
    unknown = distinct - payload.keys.keys()
    if unknown:
        raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail=f"role {name} names keys that are not listed: {sorted(unknown)}")
    gone = distinct & {revocation.keyid for revocation in payload.revoked}
    if gone:
        raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail=f"role {name} is held by revoked keys: {sorted(gone)}")


def _role(role: RoleKeys) -> Role:
    return Role(keys=tuple(map(key_identifier, role.publics)), threshold=role.needed(), require=(ALGORITHM,))


def _encode(payload: TrustPayload) -> bytes:
    return msgspec.json.encode(payload)
