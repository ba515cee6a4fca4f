"""Old encodings, by texts encoded here with the inverse of the shipped tables and by strings seen in real documents."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

import storage
from storage.domain.legacy_encoding import Confidence, Detection, Encoding, convert, detect, from_font_name
from storage.domain.syllable import is_syllable

TITLES = (
    "Hội nghị quán triệt nghị quyết của Bộ Chính trị",
    "Tập huấn nghiệp vụ phát ngôn và cung cấp thông tin cho báo chí",
    "Ban hành kế hoạch tuyên truyền, giáo dục",
    "Kiểm tra công tác bảo vệ bí mật nhà nước",
    "Biên soạn tài liệu phục vụ giảng dạy",
    "Huyện Đăk Hà, phường Quyết Thắng",
    "Sơ kết sáu tháng, đánh giá những khó khăn vướng mắc",
)
OLD = (Encoding.TCVN3, Encoding.VNI, Encoding.VPS, Encoding.VISCII)


def encoded(text: str, encoding: Encoding) -> str:
    """``text`` as it appears when its old bytes are read as Latin-1."""
    path = Path(storage.__file__).parent / "builtin" / "legacy_tables.json"
    tables = json.loads(path.read_text(encoding="utf-8"))["encodings"]
    (letters,) = (table["letters"] for table in tables if table["name"] == encoding)
    inverse = {letter: bytes.fromhex(key).decode("latin-1") for key, letter in letters.items()}
    return "".join(inverse.get(character, character) for character in text)


def as_windows_shows_it(latin: str) -> str:
    return "".join(bytes([ord(character)]).decode("cp1252", errors="ignore") or character for character in latin)


@pytest.mark.parametrize(
    ("text", "encoding", "unicode"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", Encoding.TCVN3, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Tr\u00adêng §¶ng ñy", Encoding.TCVN3, "Trường Đảng ủy"),
        ("CéNG HßA", Encoding.TCVN3, "CỘNG HÒA"),
        ("HéI NGHÞ cña tØnh", Encoding.TCVN3, "HỘI NGHỊ của tỉnh"),
        ("ho¹t ®éng", Encoding.TCVN3_CAPITALS, "HOẠT ĐỘNG"),
        ("“B¸o c¸o” – n¨m 2020", Encoding.TCVN3, "“Báo cáo” – năm 2020"),
        ("\x93B¸o c¸o\x94", Encoding.TCVN3, "“Báo cáo”"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", Encoding.VNI, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Ñaêk Haø, Tröôøng, ÑAÛNG, Aùnh", Encoding.VNI, "Đăk Hà, Trường, ĐẢNG, Ánh"),
        ("plain text", Encoding.VNI, "plain text"),
        ("Đã là Unicode", Encoding.TCVN3, "Đã là Unicode"),
        (unicodedata.normalize("NFD", "Hội nghị"), Encoding.VISCII, "Hội nghị"),
        ("Báo cáo", Encoding.UNICODE, "Báo cáo"),
    ],
)
def test_convert(text: str, encoding: Encoding, unicode: str) -> None:
    assert convert(text, encoding) == unicode


@pytest.mark.parametrize("encoding", OLD)
@pytest.mark.parametrize("title", TITLES)
def test_both_readings_of_the_bytes_come_back(title: str, encoding: Encoding) -> None:
    text = title.lower() if encoding is Encoding.TCVN3 else title
    latin = encoded(text, encoding)
    assert latin != text
    assert convert(latin, encoding) == text
    assert convert(as_windows_shows_it(latin), encoding) == text


@pytest.mark.parametrize("encoding", OLD)
def test_a_column_in_an_old_encoding_is_recognised_surely(encoding: Encoding) -> None:
    column = [encoded(title.lower(), encoding) for title in TITLES]
    assert detect(column) == Detection(encoding, Confidence.SURE)
    assert detect([as_windows_shows_it(text) for text in column]) == Detection(encoding, Confidence.SURE)


def test_real_unicode_is_never_proposed_for_conversion() -> None:
    for text in (*TITLES, "Báo cáo", "quán", "Có", "hành chính", "không", "", "ABC 123"):
        assert detect([text]) == Detection(Encoding.UNICODE, Confidence.SURE)
        assert detect([unicodedata.normalize("NFD", text)]) == Detection(Encoding.UNICODE, Confidence.SURE)
    assert detect([]) == Detection(Encoding.UNICODE, Confidence.SURE)
    assert detect(["Résumé à la carte", "naïve façade", "Müller & Söhne"]).encoding is Encoding.UNICODE


def test_a_single_short_cell_is_never_sure() -> None:
    assert detect([encoded("kế hoạch", Encoding.TCVN3)]) == Detection(Encoding.TCVN3, Confidence.UNSURE)


def test_a_mixed_column_is_unsure_and_its_unicode_cells_stay() -> None:
    column = [*TITLES[:3], *(encoded(title.lower(), Encoding.TCVN3) for title in TITLES[3:])]
    assert detect(column) == Detection(Encoding.TCVN3, Confidence.UNSURE)
    converted = [convert(text, Encoding.TCVN3) for text in column]
    assert converted == [*TITLES[:3], *(title.lower() for title in TITLES[3:])]


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", Encoding.TCVN3),
        (".VnTimeH", Encoding.TCVN3_CAPITALS),
        (".VnArial NarrowH", Encoding.TCVN3_CAPITALS),
        (".vntime", Encoding.TCVN3),
        (".VnTime,Bold", Encoding.TCVN3),
        ("VNI-Times", Encoding.VNI),
        ("VNI Helve", Encoding.VNI),
        ("VPS Times", Encoding.VPS),
        ("VISCII Arial", Encoding.VISCII),
        ("Times New Roman", None),
        ("Calibri", None),
        ("", None),
    ],
)
def test_fonts_tell_the_encoding(font: str, encoding: Encoding | None) -> None:
    assert from_font_name(font) is encoding


def test_shipped_tables_are_complete_and_unambiguous() -> None:
    alphabet = {
        letter
        for base in "aăâeêioôơuưy"
        for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
        for letter in (unicodedata.normalize("NFC", base + tone), unicodedata.normalize("NFC", base + tone).upper())
        if not letter.isascii()
    } | {"đ", "Đ"}
    assert len(alphabet) == 134
    path = Path(storage.__file__).parent / "builtin" / "legacy_tables.json"
    for table in json.loads(path.read_text(encoding="utf-8"))["encodings"]:
        letters = set(table["letters"].values())
        assert len(letters) == len(table["letters"])
        expected = {letter for letter in alphabet if letter.islower()} if table["name"] == "TCVN3" else alphabet
        assert expected <= letters <= alphabet


@pytest.mark.parametrize(
    "word",
    ["nghiêng", "quyết", "giếng", "giữ", "gì", "khuya", "ngoằn", "thuở", "yêu", "hoà", "hòa", "ĐỒNG", "Uỷ", "xoong", "quốc"],
)
def test_well_formed_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    "word", ["kà", "cê", "ngê", "ghà", "bat", "quỏo", "Internet", "UBND", "strà", "bốó", "hêng", "ñ", "ß", "bàt", "''"]
)
def test_ill_formed_syllables(word: str) -> None:
    assert not is_syllable(word)
