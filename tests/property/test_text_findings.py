"""Invariants of the text check: the cheap filter never hides a finding, and offsets always fit the text."""

from __future__ import annotations

import unicodedata

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.domain.codes import Code
from storage.domain.text_check import check_text, needs_check

TITLES = (
    "ông",
    "Bà",
    "ANH",
    "đồng chí",
    "Đ/c",
    "bác sĩ",
    "Nhà báo",
    "giám đốc",
    "em",
    "Chủ tịch UBND tỉnh",
    "BÀ",
    "cô giáo",
    "ôNg",
)
NAMES = ("Nguyễn Văn A", "NGUYỄN VĂN A", "Hùng", "Y Mok", "N.V.A", "H’Nhung", "Đào Thị B", "Báo Kon Tum", "Rịa", "A Biu", "Ưng")
NUMBERS = ("0905", "123", "456", "+84", "(0260)", "3862", "062", "085", "001", "234", "2019", "03", "1", "233123456", "84", "0")
SIGNS = (
    "@",
    "@ten",
    "a.b@c.vn",
    "fb.com/",
    "x.com/a",
    "t.me/b",
    "/",
    "-",
    ".",
    ": ",
    ") ",
    ", ",
    " ",
    "\n",
    "  ",
    "\u00a0",
    "\u200b",
    "\u0301",
)
STAMPS = ("MẬT", "Mật", "mật", "TỐI", "TUYET", "MAT", "M Ậ T", "Độ mật", "BÍ", "ONG", "[", "]", "MÁT")
PIECE = st.sampled_from(TITLES + NAMES + NUMBERS + SIGNS + STAMPS) | st.text(alphabet="aàbđ0 9A.", max_size=3)
TEXT = st.lists(st.one_of(PIECE, PIECE.map(lambda piece: piece + " ")), max_size=10).map("".join) | st.text(max_size=40)


@given(TEXT)
@settings(max_examples=600)
def test_the_filter_never_hides_a_finding(text: str) -> None:
    """``check_text`` itself asks the filter, so the text is checked behind a line that always passes it."""
    opened = f"@zz\n{text}"
    findings = [finding for finding in check_text(opened) if finding.end > len("@zz\n")]
    if findings:
        assert needs_check(text)
        assert check_text(text)
        assert needs_check(msgspec.json.encode({"note": text}) + b"\n")


@given(TEXT)
@settings(max_examples=300)
def test_findings_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    findings = check_text(text)
    edges = [edge for finding in findings for edge in (finding.start, finding.end)]
    assert edges == sorted(edges)
    assert all(0 <= finding.start < finding.end <= len(text) for finding in findings)
    assert all(finding.code.name.startswith("TEXT_") and finding.code is not Code.TEXT_TOO_LONG for finding in findings)


@given(TEXT)
@settings(max_examples=300)
def test_both_forms_of_a_text_have_the_same_findings(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    pieces = [
        [(finding.code, unicodedata.normalize("NFC", form[finding.start : finding.end])) for finding in check_text(form)]
        for form in (composed, decomposed)
    ]
    assert pieces[0] == pieces[1]


@given(
    st.sampled_from(("0905 123 456", "02603 862 123", "+84 905 123 456", "062085001234")),
    st.text(alphabet="aăâđe ,;\n", max_size=15),
)
def test_numbers_are_found_wherever_they_stand_between_words(number: str, around: str) -> None:
    text = f"{around} {number} {around}"
    (finding,) = check_text(text)
    assert text[finding.start : finding.end] == number
