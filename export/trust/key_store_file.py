"""The file of the key store: its strict schema, its limits and its bytes. Nothing is encrypted or decrypted here.

The file is JSON so that a support person can see which slots it has; every secret in it is sealed. The checksum tells rust
(a damaged stick, a half-copied profile) from a wrong PIN; it is no protection against a person, who could recompute it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from storage.domain.codes import Code
from storage.domain.errors import LedgerError

FORMAT: Final = 1
MINIMUM_COST = 2**12
DEFAULT_COST = 2**15
MAXIMUM_COST = 2**18
MAXIMUM_TRIES = 5
MAXIMUM_SECRETS = 64
_MAXIMUM_SIZE = 256 * 1024

SecretName = Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9-]{0,31}\Z")]
Identifier = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Salt = Annotated[bytes, Meta(min_length=16, max_length=16)]
Nonce = Annotated[bytes, Meta(min_length=12, max_length=12)]
WrappedKey = Annotated[bytes, Meta(min_length=48, max_length=48)]
Seconds = Annotated[int, Meta(ge=0, lt=2**53)]


class SlowHash(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parameters of scrypt (RFC 7914). ``cost`` is N; memory is 1 KiB × N with the fixed r = 8, p = 1.

    The limits keep a foreign file from burning minutes of CPU or gigabytes of memory: ``decode`` checks them.
    """

    salt: Salt
    cost: int


class PinSlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="pin", tag_field="kind"):
    """The master key sealed by AES-256-GCM under scrypt(PIN). ``empty``: the PIN is the empty text (unattended use)."""

    hash: SlowHash
    empty: bool
    nonce: Nonce
    wrapped: WrappedKey


class AccountSlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="dpapi", tag_field="kind"):
    """The master key protected by the operating system for one account, with scrypt(PIN) as additional entropy."""

    hash: SlowHash
    empty: bool
    protected: Annotated[bytes, Meta(min_length=33, max_length=8192)]


class RecoverySlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The master key sealed by AES-256-GCM under HKDF-SHA-256 of the recovery code."""

    salt: Salt
    nonce: Nonce
    wrapped: WrappedKey


class SealedSecret(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One secret sealed by AES-256-GCM under the master key; its name is bound to it as associated data."""

    nonce: Nonce
    sealed: Annotated[bytes, Meta(min_length=16, max_length=8192)]


class Tries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Wrong PINs since the last right one or the last lock, and the lock's end in seconds of Unix time; 0 = not locked."""

    failed: Annotated[int, Meta(ge=0, lt=MAXIMUM_TRIES)] = 0
    locked_until: Seconds = 0


class KeyStoreFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. ``checksum``: SHA-256 in hexadecimal of the same file with an empty checksum."""

    format: Literal[1]
    checksum: str
    store: Identifier
    access: PinSlot | AccountSlot
    recovery: RecoverySlot
    secrets: Annotated[dict[SecretName, SealedSecret], Meta(max_length=MAXIMUM_SECRETS)]
    tries: Tries


def acceptable_cost(cost: int) -> bool:
    """Whether scrypt may run with this N: a power of two within the limits."""
    return MINIMUM_COST <= cost <= MAXIMUM_COST and cost & (cost - 1) == 0


def encode(content: KeyStoreFile) -> bytes:
    """The file's bytes, with a fresh checksum."""
    return msgspec.json.encode(msgspec.structs.replace(content, checksum=_checksum(content)))


def decode(data: bytes) -> KeyStoreFile:
    """Raises ``LedgerError`` KEY_STORE_DAMAGED for anything but a sound file of this format."""
    if len(data) > _MAXIMUM_SIZE:
        raise LedgerError(Code.KEY_STORE_DAMAGED, detail=f"{len(data)} bytes")
    try:
        content = msgspec.json.decode(data, type=KeyStoreFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LedgerError(Code.KEY_STORE_DAMAGED, detail=str(error)) from error
    if content.checksum != _checksum(content):
        raise LedgerError(Code.KEY_STORE_DAMAGED, detail="checksum differs")
    if not acceptable_cost(content.access.hash.cost):
        raise LedgerError(Code.KEY_STORE_DAMAGED, detail=f"scrypt cost {content.access.hash.cost}")
    return content


def read(path: Path) -> KeyStoreFile:
    """Raises ``LedgerError``: KEY_MISSING (``name``) without a file, FILE_UNREADABLE (``path``), or as ``decode``."""
    try:
        with path.open("rb") as file:
            data = file.read(_MAXIMUM_SIZE + 1)
    except FileNotFoundError as error:
        raise LedgerError(Code.KEY_MISSING, detail=str(error), name=path.name) from error
    except OSError as error:
        raise LedgerError(Code.FILE_UNREADABLE, detail=str(error), path=str(path)) from error
    return decode(data)


def _checksum(content: KeyStoreFile) -> str:
    return hashlib.sha256(msgspec.json.encode(msgspec.structs.replace(content, checksum=""))).hexdigest()
