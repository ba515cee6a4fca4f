"""Figures, days and numbers of documents as official texts write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.documents import official_format as fmt
from export.documents.text_width import text_width_points
from export.documents.wording import Word, text
from tests.unit.export.documents.font_metrics import TrueType

FONTS = Path(__file__).parents[4] / "ui" / "resources" / "fonts"


@pytest.mark.parametrize(("value", "shown"), [(0, "0"), (999, "999"), (1234, "1.234"), (1_234_567, "1.234.567")])
def test_whole_number(value: int, shown: str) -> None:
    assert fmt.whole_number(value) == shown


@pytest.mark.parametrize(
    ("parts", "shown"),
    [((3, 7), "42,9 %"), ((1, 2), "50,0 %"), ((0, 5), "0,0 %"), ((5, 5), "100,0 %"), ((1, 0), ""), ((1, 2000), "0,1 %")],
)
def test_per_cent(parts: tuple[int, int], shown: str) -> None:
    assert fmt.per_cent(*parts) == shown


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2020, 2, 9), "ngày 09 tháng 02 năm 2020"),
        (date(2020, 3, 9), "ngày 09 tháng 3 năm 2020"),
        (date(2020, 12, 31), "ngày 31 tháng 12 năm 2020"),
    ],
)
def test_zero_before_small_days_and_months_one_and_two(day: date, shown: str) -> None:
    assert fmt.date_line(place="Kon Tum", issued_on=day) == f"Kon Tum, {shown}"


@given(st.integers(1, 399))
def test_roman_numerals_read_back(value: int) -> None:
    amounts = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    letters = [amounts[letter] for letter in fmt.roman(value)]
    following = [*letters[1:], 0]
    assert sum(-one if one < next_one else one for one, next_one in zip(letters, following, strict=True)) == value


def test_roman_and_points_have_bounds() -> None:
    for wrong in (0, 400):
        with pytest.raises(ValueError, match="Roman"):
            fmt.roman(wrong)
    with pytest.raises(ValueError, match="below"):
        fmt.point_letter(-1)


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert [fmt.point_letter(index) for index in range(15)] == list("abcdđeghiklmnop")
    labels = [fmt.point_letter(index) for index in range(100)]
    assert len(set(labels)) == 100


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("TS. Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu"),
        ("PGS.TS. Lê Mẫu", "Lê Mẫu"),
        ("ThS Trần Mẫu", "Trần Mẫu"),
        ("Tsan Mẫu", "Tsan Mẫu"),
        ("Lê Mẫu", "Lê Mẫu"),
        ("", ""),
    ],
)
def test_no_degree_before_the_name(given_name: str, shown: str) -> None:
    assert fmt.name_without_degrees(given_name) == shown


def test_digits_are_read_one_by_one() -> None:
    assert fmt.digits_in_groups("470312345678") == ("4703", "1234", "5678")
    assert fmt.spoken_digits("4703") == "bốn · bảy · không · ba"


def test_signing_time_names_its_zone() -> None:
    assert fmt.signing_time(datetime(2020, 6, 15, 9, 5, 7, tzinfo=UTC)) == "15/06/2020; 09:05:07 +00:00"


@given(st.text())
def test_clean_text_can_stand_in_xml_and_is_stable(value: str) -> None:
    cleaned = fmt.clean_text(value)
    assert all(ord(letter) >= 0x20 or letter in "\t\n\r" for letter in cleaned)
    assert fmt.clean_text(cleaned) == cleaned


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize(
    "line",
    [
        "Độc lập - Tự do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN HUYỆN ĐĂK HÀ",
        "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
        "Kính gửi",
        "Kết quả thực hiện năm 2020",
    ],
)
def test_widths_agree_with_the_font(line: str, bold: bool) -> None:
    font = TrueType(FONTS / ("LiberationSerif-Bold.ttf" if bold else "LiberationSerif-Regular.ttf"))
    assert text_width_points(line, size=14, bold=bold) == pytest.approx(font.width(line, 14), rel=0.02)


def test_every_word_has_both_languages() -> None:
    for word in Word:
        vietnamese, english = text(word), text(word, "en")
        assert vietnamese
        assert english
        assert vietnamese.count("{") == english.count("{")
