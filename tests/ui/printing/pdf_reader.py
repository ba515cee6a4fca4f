"""Reads the text of a PDF that Qt wrote, page by page, through its own character maps; nothing of the product is used.

Made for the simple files under test: one cross-reference table, flate streams, fonts of one or more bytes a glyph with a
``ToUnicode`` map (ISO 32000-1, 9.10.3).
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
_PAGE = re.compile(rb"/Type /Page\s")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)> (?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj|(ET)\s")


@dataclass(frozen=True)
class PdfPage:
    """``text`` without blanks between words: Qt places words, it does not write blanks for every gap."""

    width: float
    height: float
    text: str


def pdf_objects(data: bytes) -> dict[int, bytes]:
    """Every object that the cross-reference table names, read at the very place it names."""
    start = int(re.findall(rb"startxref\n(\d+)", data)[-1])
    assert data[start : start + 5] == b"xref\n"
    table = data[start:].split(b"trailer")[0].splitlines()[2:]
    found = {}
    for number, line in enumerate(table):
        if line.split()[2:3] != [b"n"]:
            continue
        match = _OBJECT.match(data, int(line[:10]))
        assert match is not None
        assert int(match[1]) == number
        found[number] = match[2]
    return found


def pdf_pages(data: bytes) -> list[PdfPage]:
    objects = pdf_objects(data)
    maps = {number: _unicode_map(objects, body) for number, body in objects.items() if b"/ToUnicode" in body}
    return [_page(objects, maps, body) for body in objects.values() if _PAGE.search(body)]


def _page(objects: dict[int, bytes], maps: dict[int, dict[int, str]], body: bytes) -> PdfPage:
    box = re.search(rb"/MediaBox \[\S+ \S+ (\S+) (\S+)\]", body)
    assert box is not None
    resources = objects[_reference(body, b"Resources")]
    fonts = {name: int(number) for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", resources)}
    text, chosen = [], {}
    for font, glyphs, end in _SHOWN.findall(_stream(objects, _reference(body, b"Contents"))):
        if font:
            chosen = maps[fonts[font]]
        elif glyphs:
            text += [chosen[int(glyphs[place : place + 4], 16)] for place in range(0, len(glyphs), 4)]
        elif end:
            text.append(" ")
    return PdfPage(float(box[1]), float(box[2]), "".join(text))


def _unicode_map(objects: dict[int, bytes], font: bytes) -> dict[int, str]:
    mapped = {}
    content = _stream(objects, _reference(font, b"ToUnicode"))
    for first, last, target, listed in _RANGE.findall(content):
        targets = re.findall(rb"<([0-9A-Fa-f]+)>", listed)
        for offset in range(int(last, 16) - int(first, 16) + 1):
            value = int(targets[offset], 16) if targets else int(target, 16) + offset
            mapped[int(first, 16) + offset] = chr(value)
    return mapped


def _reference(body: bytes, name: bytes) -> int:
    match = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    assert match is not None, name
    return int(match[1])


def _stream(objects: dict[int, bytes], number: int) -> bytes:
    head, _, rest = objects[number].partition(b"stream\n")
    content = rest.rsplit(b"\nendstream", 1)[0]
    return zlib.decompress(content) if b"/FlateDecode" in head else content
