"""Decides whether a workbook is plain enough for the fast reader, and packs what that reader may see.

The fast reader tells neither formulas nor errors from values, knows no fonts, and makes room for every cell between the first
and the last one that it meets. So it is given only workbooks in which every sheet consists of nothing but cells of the
spelling below, within bounds; everything else goes to the slow reader, which tells more. It gets an archive written here from
the very bytes that were looked over: two readers of one hostile archive could see different things in it. No cell is read here.
"""

from __future__ import annotations

import io
import re
import zipfile

from storage.domain.legacy_encoding import from_font_name

# Columns A to BZ and rows up to 129,999: two cells in opposite corners cost the fast reader some hundred MB, not all memory.
_ROW = rb"(?:[1-9][0-9]{0,4}|1[0-2][0-9]{4})"
_CELL = rb'<c r="[AB]?[A-Z]%b"(?: s="[0-9]{1,5}")?' % _ROW
_CONTENT = rb'<v>[-+.0-9Ee]{0,32}</v>|<is><t(?: xml:space="preserve")?>[^<]*</t></is>'
_CELLS = re.compile(
    rb'(?:%b(?: t="(?:s|n|b|inlineStr)")?(?: ?/>|>(?:%b)?</c>)|<row r="%b"[^<>]*>|</row>)*+' % (_CELL, _CONTENT, _ROW)
)
_BEGIN = re.compile(rb"<sheetData ?(/?)>")
_END = b"</sheetData>"
_ODD_REFERENCE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding=[\"'](?!utf-8[\"'])", re.IGNORECASE)
_FONT = re.compile(rb"<name val=\"([^\"]*)\"")
_PROLOGUE = 200


class PlainPackage:
    """Takes the XML members of a workbook one by one; ``archive`` is what the fast reader may open, or None."""

    def __init__(self) -> None:
        self._members: dict[str, bytes] | None = {}

    def add(self, name: str, content: bytes) -> None:
        """Keep a member that was looked over; one that is not plain ends the matter."""
        if self._members is not None:
            if is_plain(content):
                self._members[name] = content
            else:
                self._members = None

    def archive(self) -> io.BytesIO | None:
        """The archive of all members, if each of them was plain; to be asked for once, at the end."""
        if self._members is None:
            return None
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
            while self._members:  # each is let go as it is packed
                copy.writestr(*self._members.popitem())
        target.seek(0)
        return target


def is_plain(content: bytes) -> bool:
    """Whether a member is UTF-8 without unknown references or fonts of old encodings, and its cells (if any) are all plain."""
    if not content.lstrip(b"\xef\xbb\xbf").startswith(b"<") or _ENCODING.search(content, 0, _PROLOGUE):
        return False
    if _ODD_REFERENCE.search(content):
        return False
    return _has_plain_cells(content) if b"sheetData" in content else not _has_old_font(content)


def _has_old_font(content: bytes) -> bool:
    if b"<fonts" not in content:
        return False
    names = {match.group(1) for match in _FONT.finditer(content)}
    return any(from_font_name(name.decode("utf-8", errors="replace")) is not None for name in names)


def _has_plain_cells(sheet: bytes) -> bool:
    begin = _BEGIN.search(sheet)
    if begin is None:
        return False
    end = begin.end() if begin.group(1) else sheet.rfind(_END)
    cells = _CELLS.match(sheet, begin.end(), end) if end >= begin.end() else None
    if cells is None or cells.end() != end:
        return False
    # nothing outside the looked-over part may be taken for cells
    return b"sheetData" not in sheet[: begin.start()] and b"sheetData" not in sheet[end + len(_END) :]
