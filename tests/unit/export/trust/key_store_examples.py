"""What the tests of the key store share: a clock that can be set, an account that seals, and small stores."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from export.trust.key_store import KeyStore
from export.trust.key_store_file import MINIMUM_COST
from export.trust.windows_protection import DataProtection
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

PIN = "246813"
SECRETS = {"office-signing": bytes(range(32)), "office-age": b"AGE-SECRET-KEY-1EXAMPLE"}


@dataclass
class Clock:
    """An aware clock that stands still until it is moved."""

    time: datetime = datetime(2026, 6, 19, 16, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def move(self, **by: float) -> None:
        self.time += timedelta(**by)


@dataclass
class Account:
    """Stands in for the operating system's protection: a key per account, and a lost one after an administrator's reset."""

    key: bytes = field(default_factory=lambda: os.urandom(32))
    lost: bool = False

    def protect(self, data: bytes, entropy: bytes) -> bytes:
        nonce = os.urandom(12)
        return nonce + AESGCM(self._key(entropy)).encrypt(nonce, data, b"")

    def unprotect(self, data: bytes, entropy: bytes) -> bytes | None:
        if self.lost:
            raise LedgerError(Code.KEY_STORE_FOREIGN, detail="password was reset")
        try:
            return AESGCM(self._key(entropy)).decrypt(data[:12], data[12:], b"")
        except InvalidTag:
            return None

    def _key(self, entropy: bytes) -> bytes:
        return hashlib.sha256(self.key + entropy).digest()


def make_store(
    folder: Path, *, pin: str = PIN, clock: Clock | None = None, protection: DataProtection | None = None
) -> tuple[KeyStore, str]:
    return KeyStore.create(
        folder / "keys.json",
        pin,
        SECRETS,
        now=clock or Clock(),
        protection=protection,
        cost=MINIMUM_COST,
        allow_empty=True,
    )
