"""The Vietnamese alphabetical order as a stored key (CLDR "vi", whole string, punctuation counts).

SQLite, Python and Qt each sort Vietnamese differently and wrongly, so rows carry this key in a BLOB column and every list is
ordered by it. Source: CLDR root collation and its Vietnamese tailoring. No locale of the machine is consulted; a change of
any weight asks for a rebuild of the stored keys (``KEY_VERSION``).
"""

from __future__ import annotations

import unicodedata
from typing import Final

KEY_VERSION: Final = 1

_PUNCTUATION: Final = "\t\n\r _-–—,;:!?.·'‹›\"«»()[]{}§¶@*/\\&#%‰†‡•`´^°©®+±÷×<=>¬|¦~¤¢$£¥₫€"
_DIGITS: Final = "0123456789"
_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
"""huyền, hỏi, ngã, sắc, nặng, in this order after the level tone."""

_SEPARATOR: Final = b"\x00"
_COMMON: Final = "\x05"
_CAPITAL: Final = "\x06"
_FIRST_TONE: Final = 0x10
_OTHER_MARK: Final = "\x20"
_FIRST_PRIMARY: Final = 0x08
_OTHER_CHARACTER: Final = "\xf0"

_PRIMARY: Final = {
    character: chr(_FIRST_PRIMARY + position) for position, character in enumerate(_PUNCTUATION + _DIGITS + _ALPHABET)
}
_VARIANTS: Final = {"\u00a0": " ", "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "…": "..."}
"""Characters that differ from plain ones at the third level only."""
_VARIANT_WEIGHT: Final = {character: chr(0x07 + position) for position, character in enumerate(_VARIANTS)}
_TONE_WEIGHT: Final = {mark: chr(_FIRST_TONE + position) for position, mark in enumerate(_TONES)}

_Weights = tuple[str, str, str]


def _code(character: str) -> str:
    """A code point as three bytes, none of them below 0x80, in code point order."""
    code = ord(character)
    return "".join(chr(0x80 | (code >> shift) & 0x7F) for shift in (14, 7, 0))


def _mark(character: str) -> str:
    return _TONE_WEIGHT.get(character) or _OTHER_MARK + _code(character)


def _letter_and_marks(character: str) -> tuple[str, str]:
    """A composed Latin letter as a letter of the alphabet (â, đ and ơ are letters) and the marks that remain."""
    decomposed = unicodedata.normalize("NFD", character)
    base, marks = decomposed[0], decomposed[1:]
    for mark in marks:
        letter = unicodedata.normalize("NFC", base + mark)
        if letter in _PRIMARY:
            return letter, marks.replace(mark, "", 1)
    return base, marks


def _weigh(character: str) -> _Weights:
    """Primary, secondary and tertiary weights of one character of composed text, as Latin-1 characters."""
    if character in _VARIANTS:
        plain = _VARIANTS[character]
        return "".join(_PRIMARY[part] for part in plain), _COMMON * len(plain), _VARIANT_WEIGHT[character] * len(plain)
    if character in _PRIMARY:
        return _PRIMARY[character], _COMMON, _COMMON
    if unicodedata.combining(character):
        return "", _mark(character), ""
    lower = character.lower()
    letter, marks = _letter_and_marks(lower)
    # Round trip: a few capitals share one small letter (K and the Kelvin sign); only the plain pair may share weights.
    if letter in _PRIMARY and letter.isalpha() and character in {lower, lower.upper()}:
        case = _COMMON if character == lower else _CAPITAL
        return _PRIMARY[letter], _COMMON + "".join(map(_mark, marks)), case
    return _OTHER_CHARACTER + _code(character), _COMMON, _COMMON


_READY: Final = (range(0x250), range(0x300, 0x370), range(0x1E00, 0x1F00), range(0x2010, 0x2030))


class _WeightTable(dict[int, str]):
    """A ``str.translate`` table for one level; Latin stands ready, anything rarer is worked out when it is met."""

    def __init__(self, level: int) -> None:
        super().__init__((code, _weigh(chr(code))[level]) for codes in _READY for code in codes)
        self._level = level

    def __missing__(self, code: int) -> str:
        return _weigh(chr(code))[self._level]


_FIRST, _SECOND, _THIRD = (_WeightTable(level) for level in range(3))


def sort_key(text: str) -> bytes:
    """Bytes that compare as the texts do in Vietnamese order: letters first, then tones, then small before capital.

    Spaces and punctuation come before digits, digits before letters. Two keys are equal exactly when the texts are
    canonically equivalent, so the order is total and does not depend on what else is in the list.
    """
    composed = unicodedata.normalize("NFC", text)
    first = composed.translate(_FIRST).encode("latin-1")
    second = composed.translate(_SECOND).encode("latin-1").rstrip(_COMMON.encode())
    third = composed.translate(_THIRD).encode("latin-1").rstrip(_COMMON.encode())
    return first + _SEPARATOR + second + _SEPARATOR + third
