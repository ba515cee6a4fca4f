"""ZIP files with any field set to anything, for readers that must refuse them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from export.bundle.canonical_zip_layout import method_of

_LOCAL = ("signature", "needed", "flags", "method", "time", "date", "crc", "packed_size", "size", "name_size", "extra_size")
_ENTRY = (
    "signature", "made_by", "needed", "flags", "method", "time", "date", "crc", "packed_size", "size", "name_size",
    "extra_size", "comment_size", "disk", "internal", "external", "offset",
)  # fmt: skip
_END = ("signature", "disk", "directory_disk", "count_here", "count", "directory_size", "directory_offset", "comment_size")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawMember:
    """A member; ``local`` and ``entry`` replace single fields of its header and of its directory entry."""

    name: str
    content: bytes = b""
    method: int | None = None
    packed: bytes | None = None
    local: Mapping[str, int | bytes] = field(default_factory=dict)
    entry: Mapping[str, int | bytes] = field(default_factory=dict)
    local_name: bytes | None = None
    entry_name: bytes | None = None
    local_extra: bytes = b""
    entry_extra: bytes = b""
    comment: bytes = b""
    behind: bytes = b""
    in_directory: bool = True
    in_file: bool = True


def deflated(content: bytes, *, level: int = 6) -> bytes:
    """A raw DEFLATE stream."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def raw_zip(
    members: Sequence[RawMember],
    *,
    front: bytes = b"",
    before_directory: bytes = b"",
    before_end: bytes = b"",
    behind: bytes = b"",
    end: Mapping[str, int | bytes] | None = None,
) -> bytes:
    """Offsets count from the beginning of the file, ``front`` included; without any oddity the result is a good container."""
    body, directory, count = bytearray(front), bytearray(), 0
    for member in members:
        offset = len(body)
        values = _values(member, offset)
        if member.in_file:
            name = member.local_name if member.local_name is not None else member.name.encode()
            fields = values | {"name_size": len(name), "extra_size": len(member.local_extra)} | dict(member.local)
            body += struct.pack("<4s5H3I2H", *(fields[key] for key in _LOCAL)) + name + member.local_extra
            body += _packed(member) + member.behind
        if member.in_directory:
            name = member.entry_name if member.entry_name is not None else member.name.encode()
            sizes = {"name_size": len(name), "extra_size": len(member.entry_extra), "comment_size": len(member.comment)}
            fields = values | {"signature": b"PK\x01\x02"} | sizes | dict(member.entry)
            directory += (
                struct.pack("<4s6H3I5H2I", *(fields[key] for key in _ENTRY)) + name + member.entry_extra + member.comment
            )
            count += 1
    body += before_directory
    last = {"signature": b"PK\x05\x06", "disk": 0, "directory_disk": 0, "count_here": count, "count": count}
    last |= {"directory_size": len(directory), "directory_offset": len(body), "comment_size": 0}
    last |= dict(end or {})
    return bytes(body + directory) + before_end + struct.pack("<4s4H2IH", *(last[key] for key in _END)) + behind


def _values(member: RawMember, offset: int) -> dict[str, int | bytes]:
    size, packed_size = len(member.content), len(_packed(member))
    return {
        "signature": b"PK\x03\x04", "made_by": 0x0314, "needed": 20, "flags": 0, "method": _method(member), "time": 0,
        "date": 0x21, "crc": zlib.crc32(member.content), "packed_size": packed_size, "size": size, "disk": 0, "internal": 0,
        "external": 0o100644 << 16, "offset": offset,
    }  # fmt: skip


def _method(member: RawMember) -> int:
    if member.method is not None:
        return member.method
    try:
        return int(method_of(member.name))
    except ValueError:
        return 0


def _packed(member: RawMember) -> bytes:
    if member.packed is not None:
        return member.packed
    return deflated(member.content) if _method(member) == 8 else member.content
