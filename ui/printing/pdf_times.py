"""What a PDF says about itself, made independent of the PC: Qt writes the clock and the time zone of the PC into every file.

Pure functions over bytes. Nothing of the pages is touched.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from export.documents.official_format import clean_text
from export.documents.report_model import FileProperties

_DATE = re.compile(rb"/(CreationDate|ModDate) \(D:[^)]*\)")
_TABLE = re.compile(rb"\nxref\n0 \d+\n((?:\d{10} \d{5} [fn] ?\r?\n)+)")
_OFFSET = re.compile(rb"(\d{10}) (\d{5} n)")
_START = re.compile(rb"startxref\n(\d+) ?\n")


def metadata(properties: FileProperties) -> bytes:
    """The XMP packet of the file (ISO 16684-1) in place of Qt's own."""
    moment = properties.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    title, author = escape(clean_text(properties.title)), escape(clean_text(properties.author))
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
        f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def with_time(data: bytes, created: datetime) -> bytes:
    """The file with ``created`` for its two times, and its cross-reference table put right (ISO 32000-1, 7.5.4)."""
    stamp = created.astimezone(UTC).strftime("(D:%Y%m%d%H%M%SZ)").encode()
    shifts = [(found.end(), len(stamp) - len(found[0]) + len(found[1]) + 2) for found in _DATE.finditer(data)]

    def moved(offset: int) -> int:
        return offset + sum(shift for end, shift in shifts if end <= offset)

    def table(found: re.Match[bytes]) -> bytes:
        return _OFFSET.sub(lambda line: b"%010d %s" % (moved(int(line[1])), line[2]), found[0])

    fixed = _START.sub(lambda found: b"startxref\n%d\n" % moved(int(found[1])), _TABLE.sub(table, data))
    return _DATE.sub(lambda found: b"/" + found[1] + b" " + stamp, fixed)
