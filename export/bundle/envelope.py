"""The signed envelope of every file that changes hands: DSSE version 1 with Ed25519, in one canonical spelling.

Source: the DSSE protocol (github.com/secure-systems-lab/dsse), RFC 8032 for the signatures. The envelope says which key signed
which bytes and nothing more: whether that key may sign such a thing is decided in ``export.trust``, what the payload says in
the manifest.

DSSE leaves an envelope malleable: another base64 alphabet, a repeated or unknown field, one more signature, other white space.
Here an envelope is accepted only if writing it again gives the same bytes, so none of these can pass. Even so, **a bundle's
identity is the digest of its payload**, never of the envelope or the file: whoever holds a key may sign the same payload again.

Not here: looking for keys, judging keys (small order, revoked), reading payloads. Every verification of a signature in the
product goes through ``verify_envelope`` or ``verify_signature``, because libraries disagree about the edge cases of Ed25519.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import pairwise
from typing import Protocol

import msgspec

from export.bundle.limits import MAX_ENVELOPE, MAX_SIGNATURES
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

SIGNATURE_SIZE = 64
PUBLIC_KEY_SIZE = 32

_TYPE_START = "application/vnd.so-hoat-dong."
_TYPE_END = ".v1+json"
_OTHER_VERSION = re.compile(re.escape(_TYPE_START) + r"[a-z]{1,32}\.v[0-9]{1,6}\+json\Z")
_KEYID = re.compile(r"[0-9a-f]{32}\Z")


class PayloadKind(StrEnum):
    """What an envelope carries. The kind is signed together with the payload, so a receipt can never pass for a bundle."""

    BUNDLE = "bundle"
    RECEIPT = "receipt"
    KIT = "kit"
    ENROL = "enrol"
    RESYNC = "resync"
    TRUST = "trust"

    @property
    def payload_type(self) -> str:
        """The media type that stands in the envelope."""
        return f"{_TYPE_START}{self.value}{_TYPE_END}"


_KIND_OF_TYPE = {kind.payload_type: kind for kind in PayloadKind}


class Signer(Protocol):
    """A private key that can sign; ``keyid`` is 32 lower-case hexadecimal digits computed from the public key."""

    @property
    def keyid(self) -> str: ...

    def sign(self, data: bytes) -> bytes:
        """The Ed25519 signature of ``data``, 64 bytes."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """A parsed envelope. Nothing in it is to be believed before ``verify_envelope`` has named the keys that signed it."""

    payload_type: str
    payload: bytes
    signatures: tuple[tuple[str, bytes], ...]
    """Pairs of keyid and signature, ascending by keyid, each keyid once."""

    @property
    def kind(self) -> PayloadKind:
        return _KIND_OF_TYPE[self.payload_type]


class _WireSignature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    keyid: str
    sig: bytes


class _WireEnvelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"payload_type": "payloadType"}):
    """The fields in the order in which they are written; ``bytes`` stand as standard, padded base64."""

    payload: bytes
    payload_type: str
    signatures: list[_WireSignature]


_decode = msgspec.json.Decoder(_WireEnvelope).decode
_encode = msgspec.json.Encoder().encode


def pre_authentication_encoding(payload_type: str, payload: bytes) -> bytes:
    """The bytes that are signed: ``DSSEv1 SP length SP type SP length SP payload``, lengths in bytes as decimal digits."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)


def seal_envelope(payload: bytes, payload_type: str, signers: Sequence[Signer]) -> bytes:
    """Signs ``payload`` with every signer and returns the envelope as compact JSON; the same keys and payload give the same
    bytes.

    Raises ``LedgerError(BUNDLE_TOO_LARGE)`` with ``limit`` (bytes); ``ValueError`` for a caller's mistake: no signer or too
    many, one keyid twice, an unknown payload type.
    """
    if payload_type not in _KIND_OF_TYPE:
        raise ValueError(f"unknown payload type {payload_type!r}")
    keyids = [signer.keyid for signer in signers]
    if not 1 <= len(keyids) <= MAX_SIGNATURES or len(set(keyids)) != len(keyids):
        raise ValueError(f"an envelope takes 1 to {MAX_SIGNATURES} different signers")
    signed = pre_authentication_encoding(payload_type, payload)
    signatures = [
        _WireSignature(signer.keyid, signer.sign(signed)) for signer in sorted(signers, key=lambda signer: signer.keyid)
    ]
    if not all(_well_formed(signature) for signature in signatures):
        raise ValueError("a signer gave a malformed keyid or signature")
    data = _encode(_WireEnvelope(payload, payload_type, signatures))
    if len(data) > MAX_ENVELOPE:
        raise LedgerError(Code.BUNDLE_TOO_LARGE, detail=f"envelope of {len(data)} bytes", limit=MAX_ENVELOPE)
    return data


def parse_envelope(data: bytes) -> Envelope:
    """Reads an envelope in its canonical spelling; no signature is checked yet.

    Raises ``LedgerError``: ``BUNDLE_TOO_LARGE`` (``limit`` in bytes), ``BUNDLE_MANIFEST`` for anything malformed or spelled
    otherwise, ``BUNDLE_TOO_NEW`` for a payload type of ours in another version, ``BUNDLE_NOT_OURS`` for a foreign one.
    """
    if len(data) > MAX_ENVELOPE:
        raise LedgerError(Code.BUNDLE_TOO_LARGE, detail=f"envelope of {len(data)} bytes", limit=MAX_ENVELOPE)
    try:
        wire = _decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _malformed(str(error)) from error
    # Writing it again settles base64 alphabets and padding, white space, escapes, the order of fields and repeated ones at
    # once.
    if _encode(wire) != data:
        raise _malformed("not in the canonical spelling")
    if not 1 <= len(wire.signatures) <= MAX_SIGNATURES:
        raise _malformed(f"{len(wire.signatures)} signatures")
    if not all(_well_formed(signature) for signature in wire.signatures):
        raise _malformed("a keyid or signature of the wrong form")
    keyids = [signature.keyid for signature in wire.signatures]
    if any(left >= right for left, right in pairwise(keyids)):
        raise _malformed("signatures out of order or repeated")
    _check_type(wire.payload_type)
    return Envelope(wire.payload_type, wire.payload, tuple((signature.keyid, signature.sig) for signature in wire.signatures))


def verify_envelope(envelope: Envelope, keys: Mapping[str, bytes], threshold: int = 1) -> tuple[str, ...]:
    """The keyids, ascending, whose signatures verify under ``keys`` (keyid to 32 bytes of public key).

    One public key counts once, under however many keyids it is filed. Signatures of other keys are ignored: anybody can add
    one. Raises ``LedgerError``: ``BUNDLE_UNKNOWN_KEY`` (``key`` = the first keyid in the envelope) when no signature names a
    key in ``keys``, ``BUNDLE_SIGNATURE_INVALID`` when fewer than ``threshold`` distinct keys verify, ``KEY_WEAK`` (``key``)
    when a key in ``keys`` is no Ed25519 key.
    """
    if threshold < 1:
        raise ValueError("a threshold is at least 1")
    signed = pre_authentication_encoding(envelope.payload_type, envelope.payload)
    candidates = [(keyid, signature) for keyid, signature in envelope.signatures if keyid in keys]
    if not candidates:
        raise LedgerError(Code.BUNDLE_UNKNOWN_KEY, detail="no signature by a known key", key=envelope.signatures[0][0])
    verified: dict[bytes, str] = {}
    for keyid, signature in candidates:
        public = bytes(keys[keyid])
        if public not in verified and verify_signature(public, signature=signature, data=signed, keyid=keyid):
            verified[public] = keyid
    if len(verified) < threshold:
        raise LedgerError(Code.BUNDLE_SIGNATURE_INVALID, detail=f"{len(verified)} of {threshold} signatures verify")
    return tuple(verified.values())


def verify_signature(public: bytes, *, signature: bytes, data: bytes, keyid: str = "") -> bool:
    """Whether ``signature`` over ``data`` is by the Ed25519 key ``public`` (32 bytes); ``LedgerError(KEY_WEAK)`` if that is no
    key.
    """
    # Here and not above: whoever only reads an envelope that was verified before, as the home page does, starts without them.
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(public)
    except ValueError as error:
        raise LedgerError(Code.KEY_WEAK, detail=str(error), key=keyid) from error
    try:
        key.verify(signature, data)
    except InvalidSignature:
        return False
    return True


def payload_digest(envelope: Envelope) -> bytes:
    """SHA-256 of the payload, 32 bytes: the identity of what was sealed, whoever signed it and however it was packed."""
    return sha256(envelope.payload).digest()


def require_kind(envelope: Envelope, expected: PayloadKind) -> None:
    """Raises ``LedgerError(BUNDLE_WRONG_KIND)`` with ``found`` and ``expected`` (``PayloadKind`` values) for any other kind."""
    if envelope.kind is not expected:
        raise LedgerError(Code.BUNDLE_WRONG_KIND, found=envelope.kind.value, expected=expected.value)


def _well_formed(signature: _WireSignature) -> bool:
    return _KEYID.match(signature.keyid) is not None and len(signature.sig) == SIGNATURE_SIZE


def _check_type(payload_type: str) -> None:
    if payload_type in _KIND_OF_TYPE:
        return
    if _OTHER_VERSION.match(payload_type):
        raise LedgerError(Code.BUNDLE_TOO_NEW, detail=f"payload type {payload_type}")
    raise LedgerError(Code.BUNDLE_NOT_OURS, detail=f"payload type {payload_type[:100]!r}")


def _malformed(detail: str) -> LedgerError:
    return LedgerError(Code.BUNDLE_MANIFEST, detail=f"envelope: {detail}")
