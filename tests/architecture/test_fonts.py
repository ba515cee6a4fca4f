"""The fonts that come along hold every letter of Vietnamese; older versions of the same families do not."""

from __future__ import annotations

import struct
import unicodedata
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT

FONTS = ROOT / "ui" / "resources" / "fonts"
FILES = sorted(FONTS.glob("*.ttf"))
LARGEST_TOTAL = 3 * 2**20

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\N{COMBINING GRAVE ACCENT}", "\N{COMBINING ACUTE ACCENT}", "\N{COMBINING TILDE}"]
TONES += ["\N{COMBINING HOOK ABOVE}", "\N{COMBINING DOT BELOW}"]
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
NEEDED = {*LETTERS, *(letter.upper() for letter in LETTERS), *"đĐ₫–—“”…×"}


def characters(font: bytes) -> set[int]:
    """The code points that a TrueType file maps to a glyph, from its format 4 table (OpenType 1.9, cmap)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * number) for number in range(tables))
    cmap = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    for number in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", font, cmap + 4 + 8 * number)
        if (platform, encoding) == (3, 1):
            return _segments(font, cmap + offset)
    raise AssertionError("no Unicode table")


def _segments(font: bytes, start: int) -> set[int]:
    version, _, _, doubled = struct.unpack_from(">HHHH", font, start)
    assert version == 4
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", font, start + 14)
    starts = struct.unpack_from(f">{count}H", font, start + 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", font, start + 16 + 2 * doubled)
    ranges_at = start + 16 + 3 * doubled
    found: set[int] = set()
    for index, (first, last, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        at = ranges_at + 2 * index
        distance = struct.unpack_from(">H", font, at)[0]
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = struct.unpack_from(">H", font, at + distance + 2 * (code - first))[0] if distance else code + delta
            if glyph % 0x10000:
                found.add(code)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_vietnamese_letter_has_a_glyph(path: Path) -> None:
    held = characters(path.read_bytes())
    assert sorted(letter for letter in NEEDED if ord(letter) not in held) == []
    assert 0xE000 not in held  # the reading of the table tells letters that are absent


def test_the_alphabet_is_whole() -> None:
    assert len({letter for letter in NEEDED if letter.isalpha()}) == 12 * 6 * 2 + 2


def test_the_families_are_whole_and_small() -> None:
    families = {
        name: {path.stem.split("-")[1] for path in FILES if path.stem.startswith(name)}
        for name in ("LiberationSerif", "BeVietnamPro")
    }
    assert families == {
        "LiberationSerif": {"Regular", "Bold", "Italic", "BoldItalic"},
        "BeVietnamPro": {"Regular", "Italic", "SemiBold", "Bold"},
    }
    assert sum(path.stat().st_size for path in FILES) < LARGEST_TOTAL


@pytest.mark.parametrize("family", ["LiberationSerif", "BeVietnamPro"])
def test_each_family_brings_its_licence(family: str) -> None:
    text = (FONTS / f"OFL-{family}.txt").read_text(encoding="utf-8")
    assert text.startswith(("Copyright", "Digitized data copyright"))
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
