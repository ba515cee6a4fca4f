"""Advance widths out of a TrueType file (tables head, hhea, hmtx, cmap format 4), as an oracle for ``text_width``."""

from __future__ import annotations

import struct
import unicodedata
from pathlib import Path


class TrueType:
    """Just enough of a font to measure a line."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        count = struct.unpack_from(">H", self._data, 4)[0]
        self._tables = {}
        for index in range(count):
            tag, _, offset, _ = struct.unpack_from(">4sIII", self._data, 12 + 16 * index)
            self._tables[tag.decode()] = offset
        self._units = struct.unpack_from(">H", self._data, self._tables["head"] + 18)[0]
        self._metrics = struct.unpack_from(">H", self._data, self._tables["hhea"] + 34)[0]
        self._glyphs = self._character_map()

    def _character_map(self) -> dict[int, int]:
        start = self._tables["cmap"]
        for index in range(struct.unpack_from(">H", self._data, start + 2)[0]):
            platform, encoding, offset = struct.unpack_from(">HHI", self._data, start + 4 + 8 * index)
            if (platform, encoding) == (3, 1):
                return self._format_4(start + offset)
        raise AssertionError("no Unicode map")

    def _format_4(self, at: int) -> dict[int, int]:
        segments = struct.unpack_from(">H", self._data, at + 6)[0] // 2
        ends, starts = at + 14, at + 16 + 2 * segments
        deltas, ranges = starts + 2 * segments, starts + 4 * segments
        glyphs = {}
        for segment in range(segments):
            end, first, delta, span = (
                struct.unpack_from(">H", self._data, base + 2 * segment)[0] for base in (ends, starts, deltas, ranges)
            )
            for code in range(first, min(end, 0xFFFE) + 1):
                if span == 0:
                    glyphs[code] = (code + delta) % 65536
                else:
                    place = ranges + 2 * segment + span + 2 * (code - first)
                    found = struct.unpack_from(">H", self._data, place)[0]
                    glyphs[code] = (found + delta) % 65536 if found else 0
        return glyphs

    def width(self, text: str, size: float) -> float:
        """Points."""
        total = 0
        for character in unicodedata.normalize("NFC", text):
            glyph = min(self._glyphs[ord(character)], self._metrics - 1)
            total += struct.unpack_from(">H", self._data, self._tables["hmtx"] + 4 * glyph)[0]
        return total * size / self._units
