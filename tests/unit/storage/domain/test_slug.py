"""File names from names of offices and periods."""

from __future__ import annotations

import pytest

from storage.domain.slug import slug


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UBND huyện Đăk Hà", "ubnd-huyen-dak-ha"),
        ("Sở Thông tin và Truyền thông", "so-thong-tin-va-truyen-thong"),
        ("Ia H’Drai", "ia-h-drai"),
        ("2020 – 6 tháng đầu năm", "2020-6-thang-dau-nam"),
        ("CON", "con-x"),
        ("nul.", "nul-x"),
        ("COM1", "com1-x"),
        ("Lpt9 ", "lpt9-x"),
        ("COM¹", "com"),
        ("console", "console"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "c-windows"),
        ("a\x00b", "ab"),
        ("...", "khong-ten"),
        ("", "khong-ten"),
        ("\u202egpj.exe", "gpj-exe"),
    ],
)
def test_slug(text: str, name: str) -> None:
    assert slug(text) == name


def test_long_names_are_cut_at_a_hyphen() -> None:
    assert slug("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể", max_length=30) == "uy-ban-mat-tran-to-quoc-viet"
    assert slug("x" * 100, max_length=30) == "x" * 30


def test_a_length_that_holds_nothing_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="max_length"):
        slug("a", max_length=7)
