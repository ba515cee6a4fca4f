"""Profile cz1: the one way in which a ZIP file of ours is laid out, shared by writer and reader.

Source: PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5, narrowed until a list of names, methods, sums and packed bytes determines
every byte of the file. What is fixed: no flags, extra fields, comments, data descriptors, encryption, disks or ZIP64; version
2.0 made on Unix; 1980-01-01 00:00; plain files with mode 0644; members one after the other from byte 0, the directory right
behind them, the end record last.

Only shapes and names; nothing here reads or writes a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from struct import Struct

MANIFEST_NAME = "manifest.dsse.json"

LOCAL_SIGNATURE = b"PK\x03\x04"
DIRECTORY_SIGNATURE = b"PK\x01\x02"
END_SIGNATURE = b"PK\x05\x06"

LOCAL = Struct("<4s5H3I2H")
DIRECTORY = Struct("<4s6H3I5H2I")
END = Struct("<4s4H2IH")

MAX_NAME = 75
"""Bytes of the longest name that the rules below allow."""

_VERSION_NEEDED = 20
_MADE_BY = 0x0314
_FLAGS = 0
_TIME = 0
_DATE = 0x0021
_ATTRIBUTES = 0o100644 << 16


class Method(IntEnum):
    """How a member's bytes are packed; the name decides, see ``method_of``."""

    STORED = 0
    DEFLATED = 8


_RULES = (
    (re.compile(r"manifest\.dsse\.json\Z"), Method.STORED),
    (re.compile(r"journal/[0-9a-f]{32}(?:_[1-9][0-9]{0,15})?\.jsonl\Z"), Method.DEFLATED),
    (re.compile(r"blobs/[0-9a-f]{64}\Z"), Method.STORED),
    (re.compile(r"kit/[a-z0-9_]{1,60}(?:\.dsse)?\.jsonl?\Z"), Method.DEFLATED),
)
"""Names in the order in which their groups stand in a file, and the one method for each. Names never come from users."""


@dataclass(frozen=True, slots=True)
class Member:
    """What a manifest says of a member: ``size`` is the unpacked length in bytes, ``sha256`` of the content in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A member as the directory describes it; ``offset`` is where its local header begins. All of it claims."""

    name: str
    method: Method
    crc: int
    packed_size: int
    size: int
    offset: int

    @property
    def content_offset(self) -> int:
        return self.offset + LOCAL.size + len(self.name)


def member_order(name: str) -> tuple[int, str]:
    """The sort key of a name: the groups' order, then the name; raises ``ValueError`` for a name that no rule allows."""
    for rank, (pattern, _) in enumerate(_RULES):
        if pattern.match(name):
            return rank, name
    raise ValueError(f"no member may be called {name[:100]!r}")


def method_of(name: str) -> Method:
    """How the member of that name is packed; raises ``ValueError`` for a name that no rule allows."""
    return _RULES[member_order(name)[0]][1]


def in_order(names: Iterable[str]) -> bool:
    """Whether the names begin with the manifest and ascend strictly, so that none occurs twice."""
    keys = [member_order(name) for name in names]
    return bool(keys) and keys[0][0] == 0 and all(left < right for left, right in pairwise(keys))


def local_header(entry: IndexEntry) -> bytes:
    """The only local header that may precede the member's bytes."""
    name = entry.name.encode("ascii")
    sums = (entry.crc, entry.packed_size, entry.size)
    return LOCAL.pack(LOCAL_SIGNATURE, _VERSION_NEEDED, _FLAGS, entry.method, _TIME, _DATE, *sums, len(name), 0) + name


def directory_entry(entry: IndexEntry) -> bytes:
    """The only entry that may stand for the member in the directory."""
    name = entry.name.encode("ascii")
    fixed = (_MADE_BY, _VERSION_NEEDED, _FLAGS, entry.method, _TIME, _DATE)
    sums = (entry.crc, entry.packed_size, entry.size)
    return DIRECTORY.pack(DIRECTORY_SIGNATURE, *fixed, *sums, len(name), 0, 0, 0, 0, _ATTRIBUTES, entry.offset) + name


def end_record(*, count: int, directory_size: int, directory_offset: int) -> bytes:
    """The last 22 bytes of the file."""
    return END.pack(END_SIGNATURE, 0, 0, count, count, directory_size, directory_offset, 0)
