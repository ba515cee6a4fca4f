"""How the key store seals: AES-256-GCM, a slow hash for the PIN, HKDF for the recovery code. No files, no policy.

Every use has its own domain string as associated data or as HKDF's info, so that no sealed piece can take another's place.
Sources: NIST SP 800-38D (GCM), RFC 7914 (scrypt), RFC 5869 (HKDF).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from export.trust.key_store_file import AccountSlot, PinSlot, RecoverySlot, SealedSecret, SlowHash
from export.trust.recovery_code import recovery_bytes
from export.trust.windows_protection import DataProtection

MASTER_SIZE = 32

Entropy = Callable[[int], bytes]
"""Gives that many unpredictable bytes; ``os.urandom`` in the product."""

_SLOT = b"shd/slot/v1\0"
_SECRET = b"shd/secret/v1\0"
_RECOVERY = b"shd/recovery/v1\0"
_NONCE_SIZE = 12
_SALT_SIZE = 16


def make_access_slot(
    pin: str, master: bytes, store: str, *, cost: int, entropy: Entropy, protection: DataProtection | None
) -> PinSlot | AccountSlot:
    """The slot that the PIN opens; with ``protection`` the operating system's account is needed as well."""
    slow = SlowHash(salt=entropy(_SALT_SIZE), cost=cost)
    key = _stretch(pin, slow)
    if protection is not None:
        return AccountSlot(hash=slow, empty=not pin, protected=protection.protect(master, key))
    nonce = entropy(_NONCE_SIZE)
    return PinSlot(hash=slow, empty=not pin, nonce=nonce, wrapped=AESGCM(key).encrypt(nonce, master, _slot_data("pin", store)))


def open_pin_slot(slot: PinSlot, pin: str, store: str) -> bytes | None:
    """The master key, or None for a wrong PIN."""
    return _open(_stretch(pin, slot.hash), slot.nonce, slot.wrapped, _slot_data("pin", store))


def open_account_slot(slot: AccountSlot, pin: str, protection: DataProtection) -> bytes | None:
    """The master key, or None for a wrong PIN. Raises what ``protection`` raises."""
    return protection.unprotect(slot.protected, _stretch(pin, slot.hash))


def make_recovery_slot(code: str, master: bytes, store: str, *, entropy: Entropy) -> RecoverySlot:
    """The slot that the printed recovery code opens."""
    salt, nonce = entropy(_SALT_SIZE), entropy(_NONCE_SIZE)
    wrapped = AESGCM(_recovery_key(code, salt)).encrypt(nonce, master, _slot_data("recovery", store))
    return RecoverySlot(salt=salt, nonce=nonce, wrapped=wrapped)


def open_recovery_slot(slot: RecoverySlot, typed: str, store: str) -> bytes | None:
    """The master key, or None for another code. Raises RECOVERY_CODE_FORMAT for what cannot be a code."""
    return _open(_recovery_key(typed, slot.salt), slot.nonce, slot.wrapped, _slot_data("recovery", store))


def seal_secret(master: bytes, name: str, value: bytes, store: str, *, entropy: Entropy) -> SealedSecret:
    """``value`` sealed under the master key, bound to its name and to this store."""
    nonce = entropy(_NONCE_SIZE)
    return SealedSecret(nonce=nonce, sealed=AESGCM(master).encrypt(nonce, value, _secret_data(name, store)))


def open_secret(master: bytes, name: str, secret: SealedSecret, store: str) -> bytes | None:
    """The value, or None when it was changed, renamed or belongs to another store."""
    return _open(master, secret.nonce, secret.sealed, _secret_data(name, store))


def _stretch(pin: str, slow: SlowHash) -> bytes:
    # Vietnamese letters come composed or decomposed, depending on the input method: both must open the store.
    typed = unicodedata.normalize("NFC", pin).encode("utf-8", "surrogatepass")
    return Scrypt(salt=slow.salt, length=32, n=slow.cost, r=8, p=1).derive(typed)


def _recovery_key(code: str, salt: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=_RECOVERY).derive(recovery_bytes(code))


def _slot_data(kind: str, store: str) -> bytes:
    return _SLOT + bytes.fromhex(store) + kind.encode("ascii")


def _secret_data(name: str, store: str) -> bytes:
    return _SECRET + bytes.fromhex(store) + name.encode("utf-8")


def _open(key: bytes, nonce: bytes, sealed: bytes, associated: bytes) -> bytes | None:
    try:
        return AESGCM(key).decrypt(nonce, sealed, associated)
    except InvalidTag:
        return None
