"""Ed25519 keys: their identifiers, the check of foreign public keys, and signing.

A key identifier is always computed from the key's own bytes, never taken from a file: otherwise one key under two names would
count twice. Verification of signatures lives in ``export.bundle.envelope`` alone. No key is stored or loaded here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from export.trust.point_check import weakness
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

ALGORITHM: Final = "ed25519"
SEED_SIZE = 32
PUBLIC_SIZE = 32

_DOMAIN = b"shd/key/v1\0"
_IDENTIFIER_SIZE = 16


def key_identifier(public: bytes, algorithm: str = ALGORITHM) -> str:
    """32 hexadecimal digits: the first 16 bytes of SHA-256("shd/key/v1\\0" ‖ algorithm ‖ 0x00 ‖ public)."""
    return hashlib.sha256(_DOMAIN + algorithm.encode("ascii") + b"\0" + public).digest()[:_IDENTIFIER_SIZE].hex()


def check_public_key(public: bytes) -> None:
    """Raises ``LedgerError`` KEY_WEAK (``key``) for bytes that are no canonical prime-order point; see ``point_check``."""
    problem = weakness(public)
    if problem:
        raise LedgerError(Code.KEY_WEAK, detail=problem, key=key_identifier(public))


def public_key_pem(public: bytes) -> bytes:
    """The public key as PEM (SubjectPublicKeyInfo, RFC 8410), for tools such as openssl."""
    return Ed25519PublicKey.from_public_bytes(public).public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


class SigningKey:
    """A private key that can sign and shows nothing of itself. Fits the ``Signer`` of ``export.bundle.envelope``."""

    __slots__ = ("_private", "keyid", "public")

    def __init__(self, seed: bytes) -> None:
        """``seed``: 32 bytes, the private key of RFC 8032. Raises ``ValueError`` for another length."""
        if len(seed) != SEED_SIZE:
            raise ValueError("a seed has 32 bytes")
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self.public: bytes = self._private.public_key().public_bytes_raw()
        self.keyid: str = key_identifier(self.public)

    @classmethod
    def generate(cls, entropy: Callable[[int], bytes]) -> SigningKey:
        """A new key; ``entropy(n)`` gives n unpredictable bytes (``os.urandom`` in the product)."""
        return cls(new_seed(entropy))

    def sign(self, data: bytes) -> bytes:
        """The 64-byte Ed25519 signature of ``data``."""
        return self._private.sign(data)

    def __repr__(self) -> str:
        return f"SigningKey(keyid={self.keyid!r})"

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("a private key is not serialised")


def new_seed(entropy: Callable[[int], bytes]) -> bytes:
    """The 32 random bytes that a new signing key grows from."""
    return entropy(SEED_SIZE)
