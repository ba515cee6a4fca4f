"""Old encodings: whatever can be written in one comes back unchanged."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import storage
from storage.domain.legacy_encoding import Encoding, convert, detect

SMALL = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
PLAIN = "abcdeghiklmnopqrstuvxy"
WORD = st.text(alphabet=SMALL + PLAIN, min_size=1, max_size=8)
BETWEEN = st.sampled_from((" ", ", ", ". ", " - ", "; ", " (", ") ", "/", " 2020 ", "\n"))
SMALL_TEXT = st.lists(st.tuples(WORD, BETWEEN), max_size=8).map(lambda pairs: "".join(map("".join, pairs)))
MIXED_TEXT = st.text(alphabet=SMALL + SMALL.upper() + PLAIN + PLAIN.upper() + " ,.-/()0123456789", max_size=60)


@cache
def inverse(encoding: Encoding) -> dict[str, str]:
    path = Path(storage.__file__).parent / "builtin" / "legacy_tables.json"
    tables = json.loads(path.read_text(encoding="utf-8"))["encodings"]
    (letters,) = (table["letters"] for table in tables if table["name"] == encoding)
    return {letter: bytes.fromhex(key).decode("latin-1") for key, letter in letters.items()}


def encoded(text: str, encoding: Encoding) -> str:
    return "".join(inverse(encoding).get(character, character) for character in text)


def as_windows_shows_it(latin: str) -> str:
    return "".join(bytes([ord(character)]).decode("cp1252", errors="ignore") or character for character in latin)


@pytest.mark.parametrize("encoding", [Encoding.VNI, Encoding.VPS, Encoding.VISCII])
@given(text=MIXED_TEXT)
def test_encodings_with_capitals_round_trip(encoding: Encoding, text: str) -> None:
    latin = encoded(text, encoding)
    assert convert(latin, encoding) == text
    assert convert(as_windows_shows_it(latin), encoding) == text


@given(text=SMALL_TEXT)
def test_tcvn3_round_trips_in_small_letters_and_as_a_capitals_font(text: str) -> None:
    latin = encoded(text, Encoding.TCVN3)
    assert convert(latin, Encoding.TCVN3) == text
    assert convert(as_windows_shows_it(latin), Encoding.TCVN3) == text
    assert convert(latin, Encoding.TCVN3_CAPITALS) == text.upper()


@given(text=st.text(alphabet="đươăếộ" + SMALL + PLAIN + " ", max_size=40).map(lambda text: f"đ{text}"))
def test_text_that_only_unicode_can_hold_is_never_changed(text: str) -> None:
    assert detect([text]).encoding is Encoding.UNICODE
    for encoding in (Encoding.TCVN3, Encoding.VNI, Encoding.VPS, Encoding.VISCII):
        assert convert(text, encoding) == text


@given(st.lists(st.text(max_size=40), max_size=5))
def test_nothing_breaks_detection_or_conversion(samples: list[str]) -> None:
    detection = detect(samples)
    for text in samples:
        assert isinstance(convert(text, detection.encoding), str)
        for encoding in Encoding:
            convert(text, encoding)
