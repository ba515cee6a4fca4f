"""A second, independent writer and reader of age files, made from the format's text alone, to hold the product's library to it.

X25519 recipients only. Every step can be replaced, so that hostile files with valid cryptography can be made.
"""

from __future__ import annotations

import base64
import hmac
import os
from collections.abc import Sequence

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION_LINE = b"age-encryption.org/v1\n"
CHUNK = 64 * 1024
ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def bech32(prefix: str, data: bytes) -> str:
    """BIP 173 without its length limit, in lower case."""
    bits = int.from_bytes(data, "big") << (-len(data) * 8 % 5)
    letters = -(-len(data) * 8 // 5)
    return bech32_values(prefix, [bits >> 5 * (letters - 1 - place) & 31 for place in range(letters)])


def bech32_values(prefix: str, values: Sequence[int]) -> str:
    """The same from groups of five bits."""
    residue = 1
    for value in [*(ord(c) >> 5 for c in prefix), 0, *(ord(c) & 31 for c in prefix), *values, 0, 0, 0, 0, 0, 0]:
        top, residue = residue >> 25, (residue & 0x1FFFFFF) << 5 ^ value
        for place, term in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            residue ^= term * (top >> place & 1)
    checksum = [(residue ^ 1) >> 5 * (5 - place) & 31 for place in range(6)]
    return prefix + "1" + "".join(ALPHABET[value] for value in [*values, *checksum])


def unpadded(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")


def recipient_stanza(file_key: bytes, public: bytes) -> bytes:
    ephemeral = X25519PrivateKey.generate()
    share = ephemeral.public_key().public_bytes_raw()
    wrap_key = _derive(
        ephemeral.exchange(X25519PublicKey.from_public_bytes(public)), share + public, b"age-encryption.org/v1/X25519"
    )
    return stanza(b"X25519 " + unpadded(share), ChaCha20Poly1305(wrap_key).encrypt(bytes(12), file_key, None))


def stanza(first: bytes, body: bytes) -> bytes:
    """A stanza with its body in lines of 64 letters, the last one shorter."""
    text = unpadded(body)
    lines = [text[start : start + 64] for start in range(0, len(text) + 1, 64)]
    return b"\n".join([b"-> " + first, *lines]) + b"\n"


def encrypt(plaintext: bytes, publics: Sequence[bytes], *, more: bytes = b"", chunk: int = CHUNK, final: bool = True) -> bytes:
    """An age file; ``more`` stands in the header behind the recipients, ``final`` False leaves the last chunk unmarked."""
    file_key = os.urandom(16)
    header = VERSION_LINE + b"".join(recipient_stanza(file_key, public) for public in publics) + more + b"---"
    code = hmac.digest(_derive(file_key, b"", b"header"), header, "sha256")
    nonce = os.urandom(16)
    cipher = ChaCha20Poly1305(_derive(file_key, nonce, b"payload"))
    pieces = [plaintext[start : start + chunk] for start in range(0, len(plaintext), chunk)] or [b""]
    sealed = [
        cipher.encrypt(number.to_bytes(11, "big") + bytes([final and number == len(pieces) - 1]), piece, None)
        for number, piece in enumerate(pieces)
    ]
    return header + b" " + unpadded(code) + b"\n" + nonce + b"".join(sealed)


def decrypt(data: bytes, secret: X25519PrivateKey) -> bytes:
    """The plaintext of an age file for that key; any mistake in the file is an exception."""
    end = data.index(b"\n---") + 4
    header, code = data[:end], data[end + 1 : end + 44]
    public = secret.public_key().public_bytes_raw()
    file_key = b""
    lines = header.split(b"\n")
    for number, line in enumerate(lines):
        if line.startswith(b"-> X25519 "):
            share, body = base64.b64decode(line[10:] + b"="), base64.b64decode(lines[number + 1] + b"=")
            shared = secret.exchange(X25519PublicKey.from_public_bytes(share))
            wrap_key = _derive(shared, share + public, b"age-encryption.org/v1/X25519")
            try:
                file_key = ChaCha20Poly1305(wrap_key).decrypt(bytes(12), body, None)
            except Exception:  # noqa: S112 - another recipient's
                continue
    assert unpadded(hmac.digest(_derive(file_key, b"", b"header"), header, "sha256")) == code
    nonce, payload = data[end + 45 : end + 61], data[end + 61 :]
    cipher = ChaCha20Poly1305(_derive(file_key, nonce, b"payload"))
    size = CHUNK + 16
    chunks = [payload[start : start + size] for start in range(0, len(payload), size)]
    return b"".join(
        cipher.decrypt(number.to_bytes(11, "big") + bytes([number == len(chunks) - 1]), chunk, None)
        for number, chunk in enumerate(chunks)
    )


def _derive(secret: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt or None, info=info).derive(secret)
