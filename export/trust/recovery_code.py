"""The recovery code: 125 random bits that are printed once, kept on paper, and open the key store when the PIN is lost.

25 characters of Crockford's base32 in groups of five (no I, L, O, U). Reading is as tolerant as that alphabet allows. The code
carries no checksum: whether it is the right one shows when it opens the store.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from storage.domain.codes import Code
from storage.domain.errors import LedgerError

CHARACTERS = 25
GROUP = 5

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS = 5 * CHARACTERS
_BYTES = 16
_SEPARATORS = frozenset(" \t\r\n-‐‑‒–—._")
_LOOK_ALIKE = str.maketrans("OIL", "011")


def new_recovery_code(entropy: Callable[[int], bytes]) -> str:
    """A code such as ``4T9KX-…-Z02MV``; ``entropy(n)`` gives n unpredictable bytes."""
    number = int.from_bytes(entropy(_BYTES), "big") >> (8 * _BYTES - _BITS)
    return format_recovery_code("".join(_ALPHABET[number >> shift & 31] for shift in range(_BITS - 5, -1, -5)))


def format_recovery_code(code: str) -> str:
    """The groups of five as they are printed."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def recovery_bytes(typed: str) -> bytes:
    """The 16 bytes (three leading zero bits) behind a code as a person typed it.

    Small letters, spaces and dashes, O for 0 and I or L for 1 are understood. Raises ``LedgerError`` RECOVERY_CODE_FORMAT with
    ``characters`` (usable ones that were read), ``expected`` and ``position`` (1-based place, separators not counted, of the
    first character that no code contains; 0 when all are possible).
    """
    folded = unicodedata.normalize("NFKC", typed).upper().translate(_LOOK_ALIKE)
    characters = [character for character in folded if character not in _SEPARATORS]
    position = next((place for place, character in enumerate(characters, 1) if character not in _ALPHABET), 0)
    if position or len(characters) != CHARACTERS:
        usable = sum(character in _ALPHABET for character in characters)
        raise LedgerError(Code.RECOVERY_CODE_FORMAT, characters=usable, expected=CHARACTERS, position=position)
    number = 0
    for character in characters:
        number = number << 5 | _ALPHABET.index(character)
    return number.to_bytes(_BYTES, "big")
