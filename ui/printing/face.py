"""The shipped face under a name of its own in memory, so that no older face of the same name on a PC takes its place.

Old versions of Liberation Serif lack Vietnamese letters, and Qt may prefer the system's. The files stay as they were made; the
name table (OpenType 1.9, "name") is changed as it is loaded, and the sums that guard it.
"""

from __future__ import annotations

import struct

SHIPPED = "Liberation Serif"
OWN = "Ledger Own Serif"
"""As long as ``SHIPPED``, so that no offset moves."""

_HEAD_ADJUSTMENT = 8
_WHOLE_FILE = 0xB1B0AFBA


def renamed(font: bytes) -> bytes:
    """A TrueType file whose family is called ``OWN``. Raises ``ValueError`` for a file that is none, or not of this family."""
    data = bytearray(font)
    tables = _tables(data)
    if not {b"name", b"head"} <= tables.keys():
        raise ValueError("no name table")
    entry, start, length = tables[b"name"]
    names = bytes(data[start : start + length])
    changed = names
    for encoding in ("utf-16-be", "ascii"):
        changed = changed.replace(SHIPPED.encode(encoding), OWN.encode(encoding))
    if changed == names:
        raise ValueError("another family")
    data[start : start + length] = changed
    struct.pack_into(">I", data, entry + 4, _sum(bytes(data[start : start + length])))
    adjustment = tables[b"head"][1] + _HEAD_ADJUSTMENT
    struct.pack_into(">I", data, adjustment, 0)
    struct.pack_into(">I", data, adjustment, (_WHOLE_FILE - _sum(bytes(data))) & 0xFFFFFFFF)
    return bytes(data)


def _tables(data: bytearray) -> dict[bytes, tuple[int, int, int]]:
    """Place of the directory's entry, start and length of each table."""
    try:
        count = struct.unpack_from(">H", data, 4)[0]
        entries = [(12 + 16 * number, *struct.unpack_from(">4sIII", data, 12 + 16 * number)) for number in range(count)]
    except struct.error as error:
        raise ValueError("no font") from error
    return {tag: (place, start, length) for place, tag, _, start, length in entries if start + length <= len(data)}


def _sum(table: bytes) -> int:
    """The sum of a table's big-endian words, padded with zeros."""
    padded = table + b"\0" * (-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
