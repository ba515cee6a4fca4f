"""Recipient strings ``age1…`` of the X25519 kind: the public half of an encryption key, as enrolment and kits carry it.

Source: the age file format (C2SP ``age.md``, "The X25519 recipient type"), Bech32 from BIP 173, X25519 from RFC 7748. A string
is accepted in one spelling only, lower case, because it is compared byte by byte with the list in a signed manifest.

Why the points are checked here: an encryption to a point of small order would be readable by everybody, and the library aborts
on it with an error that no ``except Exception`` catches.
"""

from __future__ import annotations

import re

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from storage.domain.codes import Code
from storage.domain.errors import LedgerError

_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_FORM = re.compile(r"age1[" + _ALPHABET + r"]{58}\Z")
_PREFIX = "age"
_CHECKSUM_SIZE = 6
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_FIELD_PRIME = 2**255 - 19
_PROBE = X25519PrivateKey.from_private_bytes(bytes(range(32)))
"""Any scalar does: multiples of the cofactor, which all are, take a point of small order to zero."""


def recipient_public_key(recipient: str) -> bytes:
    """The 32 bytes of the X25519 public key in a recipient string.

    Raises ``LedgerError(KEY_WEAK)`` if the string is malformed or of another kind, or if the key is not canonical or of small
    order.
    """
    if not _FORM.match(recipient):
        raise _weak("not an X25519 recipient")
    values = [_ALPHABET.index(letter) for letter in recipient[len(_PREFIX) + 1 :]]
    expanded = [ord(letter) >> 5 for letter in _PREFIX] + [0] + [ord(letter) & 31 for letter in _PREFIX]
    if _checksum(expanded + values) != 1:
        raise _weak("checksum of a recipient")
    bits = 0
    for value in values[:-_CHECKSUM_SIZE]:
        bits = bits << 5 | value
    # 52 letters carry 260 bits: 32 bytes and four bits of padding, which must be zero.
    if bits & 0xF:
        raise _weak("padding of a recipient")
    public = (bits >> 4).to_bytes(32, "big")
    _check_point(public)
    return public


def _check_point(public: bytes) -> None:
    if int.from_bytes(public, "little") >= _FIELD_PRIME:
        raise _weak("a recipient's key is not canonical")
    try:
        _PROBE.exchange(X25519PublicKey.from_public_bytes(public))
    except ValueError as error:
        raise _weak("a recipient's key is of small order") from error


def _checksum(values: list[int]) -> int:
    """The residue of BIP 173; 1 for a string whose checksum is right."""
    residue = 1
    for value in values:
        top = residue >> 25
        residue = (residue & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate(_GENERATOR):
            residue ^= term if top >> bit & 1 else 0
    return residue


def _weak(detail: str) -> LedgerError:
    return LedgerError(Code.KEY_WEAK, detail=detail)
