"""The Vietnamese order against hand-made lists."""

from __future__ import annotations

import random
import sqlite3
import unicodedata
from contextlib import closing

import pytest

from storage.domain.collation import sort_key

LISTS = (
    tuple("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
    ("ma", "mà", "mả", "mã", "má", "mạ", "mă", "mằ", "mẳ", "mẵ", "mắ", "mặ", "mâ", "mầ", "mẩ", "mẫ", "mấ", "mậ", "mb"),
    ("ba", "bà", "ba ba", "bà con", "ba lô", "ban", "bàn", "bán", "bàn bạc", "bản đồ"),
    ("hoa", "Hoa", "HOA", "hoà", "Hoà", "hoá", "hoạ", "hòa", "hỏa", "hóa"),
    ("Đăk Glei", "Đăk Hà", "Đăk Tô", "Đắk Tô", "Đăk Ui"),
    ("Da", "Dương", "Đa", "Đak", "Đăk", "Đâk", "E", "Ê"),
    ("", " ", "-", "'a", "(a)", "0", "1", "10", "2", "a", "z"),
    ("a", "a b", "a-b", "a1", "aa", "ab"),
    ("'a", "‘a", "’a", "'b", "“a”", '"b"'),
    ("Sở Giáo dục", "Sở Y tế", "Tỉnh Đoàn", "Uỷ ban", "Ủy ban", "Văn phòng"),
    ("u", "ù", "ư", "ừ", "v"),
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("bà con", "ba lô"),
        ("ba", "bà"),
        ("bà", "ba con"),
        ("hoa", "Hoa"),
        ("Hoa", "hòa"),
        ("hoà", "hóa"),
        ("hoà", "hòa"),
        ("hoàn", "hoãn"),
        ("cớ", "cơ quan"),
        ("dân", "đa"),
        ("Zz", "Ω"),
        ("lê", "lễ"),
        ("le", "lê"),
        ("9", "a"),
        (" b", "-a"),
        ("resume", "résumé"),
        ("u", "ü"),
        ("ü", "ư"),
    ],
)
def test_pairs(before: str, after: str) -> None:
    assert sort_key(before) < sort_key(after)


@pytest.mark.parametrize("expected", LISTS)
def test_golden_lists_are_found_again_from_any_order(expected: tuple[str, ...]) -> None:
    shuffled = list(expected)
    random.Random(7).shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == list(expected)


def test_composed_and_decomposed_text_sort_as_one() -> None:
    for text in ("Đăk Hà", "nghiệp vụ", "Ủy ban", "ǖ", "ô\u0323"):
        assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(unicodedata.normalize("NFC", text))


def test_the_key_orders_rows_in_the_database() -> None:
    names = ["Đắk Tô", "Da", "Ê", "Đăk Hà", "đa", "Âu", "Ăn", "an"]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE office (name TEXT, name_key BLOB) STRICT")
        connection.executemany("INSERT INTO office VALUES (?, ?)", [(name, sort_key(name)) for name in names])
        ordered = [name for (name,) in connection.execute("SELECT name FROM office ORDER BY name_key")]
    assert ordered == ["an", "Ăn", "Âu", "Da", "đa", "Đăk Hà", "Đắk Tô", "Ê"]


def test_keys_are_compact() -> None:
    title = "Hội nghị tập huấn nghiệp vụ phát ngôn báo chí tại Đăk Hà 2020"
    assert len(sort_key(title)) < 3.5 * len(title)
