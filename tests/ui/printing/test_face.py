"""The face of the paper: its own name in memory, sound sums, every letter, and nothing taken from the system."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

from ui.printing.composer import FAMILY, load_fonts
from ui.printing.face import OWN, SHIPPED, renamed

FONTS = Path(__file__).parents[3] / "ui" / "resources" / "fonts"
FACES = sorted(FONTS.glob("LiberationSerif-*.ttf"))
LETTERS = "ĂÂĐÊÔƠƯăâđêôơư ẢẠẤẦẨẪẬẮẰẲẴẶẺẼẸẾỀỂỄỆỈỊỎỌỐỒỔỖỘỚỜỞỠỢỦỤỨỪỬỮỰỶỸỴ ảạấầẩẫậắằẳẵặẻẽẹếềểễệỉịỏọốồổỗộớờởỡợủụứừửữựỷỹỵ"


def word_sum(data: bytes) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    return sum(word for (word,) in struct.iter_unpack(">I", padded)) & 0xFFFFFFFF


def directory(data: bytes) -> dict[bytes, tuple[int, int, int]]:
    count = struct.unpack_from(">H", data, 4)[0]
    rows = (struct.unpack_from(">4sIII", data, 12 + 16 * number) for number in range(count))
    return {tag: (checksum, start, length) for tag, checksum, start, length in rows}


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_only_the_name_is_another(path: Path) -> None:
    before = path.read_bytes()
    after = renamed(before)
    assert len(after) == len(before)
    assert SHIPPED.encode("utf-16-be") not in after
    assert OWN.encode("utf-16-be") in after
    for tag, (checksum, start, length) in directory(after).items():
        table = after[start : start + length]
        if tag == b"head":
            table = table[:8] + b"\0\0\0\0" + table[12:]
        elif tag != b"name":
            assert table == before[start : start + length]
        assert word_sum(table) == checksum
    assert word_sum(after) == 0xB1B0AFBA


@pytest.mark.parametrize(
    "nonsense", [b"", b"\0" * 11, b"OTTO\0\x01" + b"\0" * 40, (FONTS / "BeVietnamPro-Bold.ttf").read_bytes()]
)
def test_what_is_not_this_family_is_refused(nonsense: bytes) -> None:
    with pytest.raises(ValueError, match=r"font|table|family"):
        renamed(nonsense)


@pytest.mark.parametrize(("bold", "italic"), [(False, False), (True, False), (False, True), (True, True)])
def test_every_face_has_every_letter(qapp: QApplication, *, bold: bool, italic: bool) -> None:
    load_fonts(qapp)
    assert FAMILY == OWN
    font = QFont(FAMILY)
    font.setBold(bold)
    font.setItalic(italic)
    face = QRawFont.fromFont(font)
    assert face.familyName() == OWN
    assert [letter for letter in LETTERS if letter != " " and not face.supportsCharacter(ord(letter))] == []
    assert OWN in QFontDatabase.families()
