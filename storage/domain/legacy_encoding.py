"""Vietnamese text from before Unicode: TCVN3 (ABC), VNI, VPS and VISCII.

Such text reaches the program as a workbook or document shows it without its font: every byte read as one Windows-1252 or
Latin-1 character. The tables stand in ``storage/builtin/legacy_tables.json``. Conversion never happens silently: callers
decide for a whole column or file, show a preview, and ask when ``Detection.confidence`` is not ``SURE``.
Convert before ``folding.normalise``: VPS and VISCII use control characters as capitals and TCVN3 writes ``ư`` as the soft
hyphen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final, Literal

import msgspec

from storage.domain.syllable import is_syllable


class Encoding(StrEnum):
    """How the characters of a text are to be understood."""

    UNICODE = "UNICODE"
    TCVN3 = "TCVN3"
    TCVN3_CAPITALS = "TCVN3_CAPITALS"
    """TCVN3 under a font whose name ends in H (.VnTimeH): the same bytes, drawn as capitals."""
    VNI = "VNI"
    VPS = "VPS"
    VISCII = "VISCII"


class Confidence(StrEnum):
    """Whether a detection may be proposed as it stands or has to be asked about."""

    SURE = "SURE"
    UNSURE = "UNSURE"


@dataclass(frozen=True, slots=True)
class Detection:
    """What a column of text seems to be written in."""

    encoding: Encoding
    confidence: Confidence


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One encoding: bytes as upper-case hexadecimal digits, each standing for one composed letter."""

    name: Literal["TCVN3", "VNI", "VPS", "VISCII"]
    letters: dict[str, str]


class _Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal[1]
    encodings: list[_Table]


@dataclass(frozen=True, slots=True)
class _Decoder:
    single: Mapping[int, str]
    pairs: Mapping[str, str]
    pair_pattern: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Score:
    share: float
    words: int


_UNICODE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300-\u0323\u1ea0-\u1ef9]")
"""Letters that text in an old encoding cannot show, because it holds only what Windows-1252 has."""
_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~“”‘’«»–—…]+")
_CAPITALS_THEN_SMALL = re.compile(r"[^\W\d_]+")
_CANDIDATES: Final = (Encoding.TCVN3, Encoding.VNI, Encoding.VPS, Encoding.VISCII)

_SURE_SHARE: Final = 0.85
_SURE_LEAD_OVER_UNICODE: Final = 0.3
_SURE_LEAD_OVER_OTHERS: Final = 0.15
_SURE_WORDS: Final = 4
_POSSIBLE_SHARE: Final = 0.6
_POSSIBLE_LEAD: Final = 0.1
_MAX_SAMPLES: Final = 2000


def from_font_name(name: str) -> Encoding | None:
    """The encoding that a font implies (``.VnTime``, ``.VnArialH``, ``VNI-Times``, ``VPS Times``); ``None`` for other fonts.

    A font speaks for one cell or run and outweighs ``detect``, except for text that holds letters only Unicode has;
    ``convert`` leaves such text alone.
    """
    family = name.split(",", maxsplit=1)[0].strip()
    lowered = family.casefold()
    if lowered.startswith(".vn"):
        return Encoding.TCVN3_CAPITALS if family.endswith("H") else Encoding.TCVN3
    for start, encoding in (("vni-", Encoding.VNI), ("vni ", Encoding.VNI), ("vps", Encoding.VPS), ("viscii", Encoding.VISCII)):
        if lowered.startswith(start):
            return encoding
    return None


def convert(text: str, encoding: Encoding) -> str:
    """``text`` in Unicode (NFC). Text that already holds letters only Unicode has comes back unconverted.

    Both readings of the bytes 0x80-0x9F are understood: as Windows-1252 (``“``, ``‡``) and as Latin-1 (control characters).
    In TCVN3, whose fonts have no small-and-capital pairs for accented letters, a word with capital plain letters gets capital
    accented letters too.
    """
    if encoding is Encoding.UNICODE or (text.isascii() and not _has_control_letters(text)) or _UNICODE_ONLY.search(text):
        return _composed(text.upper() if encoding is Encoding.TCVN3_CAPITALS else text)
    decoder = _decoder(Encoding.TCVN3 if encoding is Encoding.TCVN3_CAPITALS else encoding)
    if decoder.pair_pattern:
        # One pass: what a pair yields ("ô" from "oâ") must not be read again as a byte of the old text.
        converted = decoder.pair_pattern.sub(lambda match: _one(match.group(), decoder), text)
    else:
        converted = text.translate(decoder.single)
    if encoding is Encoding.TCVN3_CAPITALS:
        converted = converted.upper()
    elif encoding is Encoding.TCVN3:
        converted = _with_capitals(converted)
    return _composed(converted)


def detect(samples: Sequence[str]) -> Detection:
    """Which encoding the texts of one column are in, judged by the share of well-formed syllables after trial conversion.

    ``samples`` are cells of one column or paragraphs of one file, the more the better; the first 2000 that are not plain
    ASCII count. Ties go to Unicode, so real Unicode is never proposed for conversion. A column that mixes Unicode and old
    text is reported with its old encoding as ``UNSURE``.
    """
    telling = [text for text in samples if not text.isascii() or _has_control_letters(text)][:_MAX_SAMPLES]
    old = [text for text in telling if not _UNICODE_ONLY.search(text)]
    unicode_score = _score(old)
    scores = {encoding: _score(convert(text, encoding) for text in old) for encoding in _CANDIDATES}
    best = max(_CANDIDATES, key=lambda encoding: scores[encoding].share)
    score = scores[best]
    if score.share < _POSSIBLE_SHARE or score.share - unicode_score.share < _POSSIBLE_LEAD:
        return Detection(Encoding.UNICODE, Confidence.SURE)
    runner_up = max(scores[encoding].share for encoding in _CANDIDATES if encoding is not best)
    sure = (
        len(old) == len(telling)
        and score.words >= _SURE_WORDS
        and score.share >= _SURE_SHARE
        and score.share - unicode_score.share >= _SURE_LEAD_OVER_UNICODE
        and score.share - runner_up >= _SURE_LEAD_OVER_OTHERS
    )
    return Detection(best, Confidence.SURE if sure else Confidence.UNSURE)


def _score(texts: Iterable[str]) -> _Score:
    """The share of well-formed syllables among the distinct words that are not plain ASCII: only those tell encodings apart."""
    words = {word for text in texts for word in _WORD.findall(text) if not word.isascii() or _has_control_letters(word)}
    if not words:
        return _Score(0.0, 0)
    return _Score(sum(map(is_syllable, words)) / len(words), len(words))


def _has_control_letters(text: str) -> bool:
    return any(character < " " and character not in "\t\n\r" for character in text)


def _one(piece: str, decoder: _Decoder) -> str:
    return decoder.pairs.get(piece) or decoder.single.get(ord(piece[0]), piece)


def _with_capitals(text: str) -> str:
    if not any(character.isascii() and character.islower() for character in text) and _capitals(text) >= 2:
        return text.upper()
    return _CAPITALS_THEN_SMALL.sub(lambda match: _capital_word(match.group()), text)


def _capital_word(word: str) -> str:
    plain = [character for character in word if character.isascii()]
    return word.upper() if len(plain) >= 2 and all(map(str.isupper, plain)) else word


def _capitals(text: str) -> int:
    return sum(character.isascii() and character.isupper() for character in text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@cache
def _decoder(encoding: Encoding) -> _Decoder:
    tables = msgspec.json.decode(files("storage").joinpath("builtin", "legacy_tables.json").read_bytes(), type=_Tables)
    (letters,) = (table.letters for table in tables.encodings if table.name == encoding)
    single: dict[int, str] = {}
    pairs: dict[str, str] = {}
    for digits, letter in letters.items():
        key = bytes.fromhex(digits)
        if len(key) == 1:
            single.update((ord(shown), letter) for shown in _readings(key[0]))
        else:
            pairs.update(_case_variants(key.decode("latin-1"), letter))
    for code in range(0x80, 0xA0):
        single.setdefault(code, _readings(code)[-1])
    starts = re.escape("".join(sorted({pair[0] for pair in pairs})))
    ends = re.escape("".join(sorted({pair[1] for pair in pairs})))
    return _Decoder(single, pairs, re.compile(f"[{starts}][{ends}]|[\x80-\xff]") if pairs else None)


def _readings(code: int) -> tuple[str, ...]:
    """A byte as Latin-1 shows it and, where it differs and exists, as Windows-1252 does."""
    plain = chr(code)
    windows = bytes([code]).decode("cp1252", errors="ignore")
    return (plain, windows) if windows and windows != plain else (plain,)


def _case_variants(pair: str, letter: str) -> dict[str, str]:
    """VNI marks are typed after the letter and may differ from it in case; the letter decides."""
    base, mark = pair[0], pair[1]
    return {base + mark.lower(): letter, base + mark.upper(): letter}
