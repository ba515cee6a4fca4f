"""Numbers that two people compare over the telephone or with a printed letter, and their reading digit by digit.

A person types what the other side reads, and ``compare`` decides; nobody is ever asked "is it the same?". The 24 digits hold
79.7 bits and must not be shortened: whoever controls the road between the two sides may search for keys that give the same
digits, and 5,200 rounds of SHA-512 add 12 bits to that search. Nothing here stores a number or decides about trust.

Source of the idea: the safety numbers of the Signal protocol (one number for both directions).
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from enum import StrEnum

from export.trust.signing_keys import PUBLIC_SIZE
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

VOICE_DIGITS = 24
SPOKEN_DIGITS = 12
GROUP = 4

_VOICE_DOMAIN = b"shd/voice/v1\0"
_ROOT_DOMAIN = b"shd/root/v1\0"
_SPOKEN_DOMAIN = b"shd/spoken/v1\0"
_ROUNDS = 5_200
_DIGITS = frozenset("0123456789")
_SEPARATORS = frozenset(" \t\r\n.,·|/-‐‑‒–—_")

# Plain digit words only: compounds of tens (mươi, lăm, mốt) differ between the regions.
_WORDS = {
    "vi": ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"),
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
}


def voice_number(*, office: str, signing_public: bytes, age_recipient: str, trust_payload: bytes) -> str:
    """24 digits that stand for the office's two keys and the centre's trust document together.

    ``signing_public``: 32 raw bytes. ``trust_payload``: the payload bytes of the trust version that the office holds.
    """
    if len(signing_public) != PUBLIC_SIZE:
        raise ValueError("an Ed25519 public key has 32 bytes")
    parts = (office.encode("utf-8"), signing_public, age_recipient.encode("utf-8"), hashlib.sha256(trust_payload).digest())
    return _stretched_digits(_VOICE_DOMAIN, parts)


def centre_fingerprint(first_trust_payload: bytes) -> str:
    """24 digits of trust version 1, as printed on the letter that the centre sends on paper."""
    return _stretched_digits(_ROOT_DOMAIN, (hashlib.sha256(first_trust_payload).digest(),))


def spoken_code(digest: bytes) -> str:
    """12 digits of a file's SHA-256, to be read over the telephone: they tell the files of one desk apart and prove nothing."""
    if len(digest) != hashlib.sha256().digest_size:
        raise ValueError("a SHA-256 digest has 32 bytes")
    return _decimal(hashlib.sha256(_SPOKEN_DOMAIN + digest).digest(), SPOKEN_DIGITS)


def groups(digits: str) -> tuple[str, ...]:
    """The digits in groups of four, as they are shown, printed and compared."""
    return tuple(digits[start : start + GROUP] for start in range(0, len(digits), GROUP))


def spoken(digits: str, language: str) -> str:
    """Each digit as a word, such as "bốn · bảy · không · ba"; groups are parted by "  |  ". ``language``: "vi" or "en"."""
    words = _WORDS[language]
    return "  |  ".join(" · ".join(words[int(digit)] for digit in group) for group in groups(digits))


def compare(typed: str, expected: str) -> list[int]:
    """The numbers (from 1) of the groups that differ; empty when all are right.

    Spaces, dots, dashes and the like in ``typed`` are ignored. Each group takes the same time whether right or wrong. Raises
    ``LedgerError`` VOICE_FORMAT with ``digits`` (how many were typed) and ``expected`` (how many there should be); the two are
    equal when something else stood between them.
    """
    characters = [character for character in unicodedata.normalize("NFKC", typed) if character not in _SEPARATORS]
    digits = [character for character in characters if character in _DIGITS]
    if len(digits) != len(expected) or len(digits) != len(characters):
        raise LedgerError(Code.VOICE_FORMAT, digits=len(digits), expected=len(expected))
    pairs = zip(groups("".join(digits)), groups(expected), strict=True)
    return [number for number, (left, right) in enumerate(pairs, 1) if not hmac.compare_digest(left, right)]


class GroupState(StrEnum):
    """How far a group has been typed, and whether it is the right one. It is judged only when all its digits are there."""

    EMPTY = "EMPTY"
    BEGUN = "BEGUN"
    RIGHT = "RIGHT"
    WRONG = "WRONG"


def typed_digits(typed: str) -> str:
    """What is a digit in ``typed``, in any width; the rest is left out."""
    return "".join(character for character in unicodedata.normalize("NFKC", typed) if character in _DIGITS)


def group_states(typed: str, expected: str) -> tuple[GroupState, ...]:
    """The state of each group while somebody types; digits beyond the last group are not looked at."""
    digits = typed_digits(typed)
    states = []
    for number, group in enumerate(groups(expected)):
        part = digits[number * GROUP : number * GROUP + len(group)]
        if len(part) < len(group):
            states.append(GroupState.BEGUN if part else GroupState.EMPTY)
        else:
            states.append(GroupState.RIGHT if hmac.compare_digest(part, group) else GroupState.WRONG)
    return tuple(states)


def confirm(typed: str, expected: str, *, code: Code = Code.VOICE_WRONG) -> None:
    """Raises ``LedgerError`` with ``code`` (VOICE_WRONG or FINGERPRINT_WRONG) and ``groups`` ("2, 5"), or as ``compare``."""
    wrong = compare(typed, expected)
    if wrong:
        raise LedgerError(code, groups=", ".join(map(str, wrong)))


def _stretched_digits(domain: bytes, parts: tuple[bytes, ...]) -> str:
    digest = domain + b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    for _ in range(_ROUNDS):
        digest = hashlib.sha512(digest).digest()
    return _decimal(digest, VOICE_DIGITS)


def _decimal(digest: bytes, digits: int) -> str:
    """The last ``digits`` decimal digits of the big-endian number; 256 bits and more leave no measurable bias."""
    return str(int.from_bytes(digest, "big") % 10**digits).zfill(digits)
