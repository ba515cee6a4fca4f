"""Normal forms of Vietnamese text: what is stored, what is compared and what is searched.

Unicode gives one word several spellings (composed or decomposed letters, two places for the tone mark, three apostrophes) and
``đ`` has no decomposition, so every comparison in the product goes through one of the keys below. No ordering here
(``collation``), no judgement of content (``text_check``), no conversion of old encodings (``legacy_encoding``: it must run
before ``normalise``, because the old encodings use control characters and the soft hyphen as letters).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MAX_QUERY_TOKENS: Final = 24
MAX_QUERY_TOKEN_LENGTH: Final = 64

_APOSTROPHES: Final = "'’ʼ‘ʻ`´′＇ʹ"
_STROKED_D: Final = "đĐðÐɖƉ"
"""The Vietnamese letter and the two look-alikes that old converters and careless keyboards leave in its place."""

_CONTROL: Final = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1 without the line breaks
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0001\U000e0020-\U000e007f"
)
_LINE_BREAK: Final = "\n\x0b\x0c\r\x85\u2028\u2029"
_SPACE: Final = "\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

_REMOVED = re.compile(f"[{_CONTROL}]+")
_BROKEN_PAIR = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile(f"[{_SPACE}]*(?:\r\n|[{_LINE_BREAK}])[{_SPACE}]*")
_SPACES = re.compile(f"[{_SPACE}]+")
_UNTIDY = re.compile(
    f"[{_CONTROL}\x0b\x0c\r\x85\u2028\u2029\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ud800-\udfff]|  | \n|\n "
)
_TOKEN = re.compile(r"[^\W_]+")
_LETTERS_AND_MARKS = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def normalise(text: str) -> str:
    """The form in which text is stored: NFC, single plain spaces, ``\\n`` line breaks, nothing invisible, no outer blanks.

    Control characters, directional overrides, zero-width characters and the soft hyphen are removed; half a surrogate pair
    becomes U+FFFD, since neither SQLite nor UTF-8 can hold it. Line breaks stay. Idempotent.
    """
    if _UNTIDY.search(text):
        text = _REMOVED.sub("", text)
        text = _BROKEN_PAIR.sub("\ufffd", text)
        text = _BREAKS.sub("\n", text)
        text = _SPACES.sub(" ", text)
    return unicodedata.normalize("NFC", text.strip(" \n"))


def _fold_character(character: str) -> str:
    if unicodedata.category(character) in {"Zs", "Zl", "Zp"}:
        return " "
    if _REMOVED.match(character):
        return ""
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFD", character).casefold())
    return "".join(map(_fold_part, decomposed))


def _fold_part(part: str) -> str:
    if part in _APOSTROPHES:
        return "'"
    if part in _STROKED_D:
        return "d"
    return "" if unicodedata.combining(part) else part


class _FoldTable(dict[int, str]):
    """A ``str.translate`` table: Latin letters stand ready, anything rarer is worked out when it is met."""

    def __missing__(self, code: int) -> str:
        return _fold_character(chr(code))


_READY = (range(0x250), range(0x2B0, 0x370), range(0x1E00, 0x1F00), range(0x2000, 0x2070))
_FOLD: Final = _FoldTable({code: _fold_character(chr(code)) for codes in _READY for code in codes})


def fold(text: str) -> str:
    """A key for comparing without accents, case, đ/d, tone placement or kind of apostrophe: ``fold("Đăk Hà") == "dak ha"``.

    Works on composed and decomposed text alike and character by character: ``fold(a + b) == fold(a) + fold(b)``. Idempotent.
    The key is for equality and containment, never for display.
    """
    return text.translate(_FOLD)


def tone_key(text: str) -> str:
    """A key that keeps accents and tones but not the place of the tone mark: hoà = hòa, thuý = thúy, Uỷ = Ủy, hoa ≠ hòa.

    The tone of each run of letters is moved to its end; case and the kind of apostrophe do not count either.
    """
    lowered = unicodedata.normalize("NFD", text).casefold()
    for apostrophe in _APOSTROPHES[1:]:
        lowered = lowered.replace(apostrophe, "'")
    moved = _LETTERS_AND_MARKS.sub(_tone_last, unicodedata.normalize("NFD", lowered))
    return unicodedata.normalize("NFC", moved)


def _tone_last(match: re.Match[str]) -> str:
    letters = match.group()
    return _TONE.sub("", letters) + "".join(_TONE.findall(letters))


def search_query(typed: str, *, prefix_every: bool = False) -> str:
    """An FTS5 query from whatever was typed; "" when it holds no letter or digit.

    Every token is folded, quoted and required; the last one (``prefix_every``: each one) also matches as the beginning of a
    word. Nothing typed can act as an FTS5 operator, because only letters and digits are taken over. At most
    ``MAX_QUERY_TOKENS`` different tokens count, so that a pasted page stays a small query.
    """
    tokens = _TOKEN.findall(fold(typed))
    if not tokens:
        return ""
    last = tokens[-1]
    distinct = list(dict.fromkeys(tokens))[:MAX_QUERY_TOKENS]
    return " AND ".join(_quoted(token, prefix=prefix_every or token == last) for token in distinct)


def _quoted(token: str, *, prefix: bool) -> str:
    cut = token[:MAX_QUERY_TOKEN_LENGTH]
    return f'"{cut}"*' if prefix or cut != token else f'"{cut}"'
