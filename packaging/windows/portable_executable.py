"""Reads from a Windows library which names it exports and which of them are data, and writes them as module definitions.

Source: Microsoft, "PE Format" (optional header, section table, export directory table). Only 64-bit files (PE32+).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

_PE32_PLUS = 0x20B
_EXECUTABLE = 0x20000000  # IMAGE_SCN_MEM_EXECUTE


@dataclass(frozen=True, slots=True)
class Export:
    """One exported name; ``is_data`` when it does not lie in code."""

    name: str
    is_data: bool


@dataclass(frozen=True, slots=True)
class _Section:
    address: int
    size: int
    offset: int
    is_code: bool


def exports_of(library: Path) -> list[Export]:
    """All names that the library exports, in the library's order. Raises ``ValueError`` for any other kind of file."""
    data = library.read_bytes()
    header = struct.unpack_from("<I", data, 0x3C)[0]
    if data[:2] != b"MZ" or data[header : header + 4] != b"PE\0\0":
        raise ValueError(f"{library.name} is no Windows library")
    count, optional_size = struct.unpack_from("<H12xH", data, header + 6)
    optional = header + 24
    if struct.unpack_from("<H", data, optional)[0] != _PE32_PLUS:
        raise ValueError(f"{library.name} is not for 64 bits")
    sections = [_section(data, optional + optional_size + 40 * place) for place in range(count)]
    table = _offset(sections, struct.unpack_from("<I", data, optional + 112)[0])
    functions_count, names_count, functions, name_table, ordinals = struct.unpack_from("<IIIII", data, table + 20)
    found = []
    for place in range(names_count):
        name = _text(data, _offset(sections, struct.unpack_from("<I", data, _offset(sections, name_table) + 4 * place)[0]))
        ordinal = struct.unpack_from("<H", data, _offset(sections, ordinals) + 2 * place)[0]
        if ordinal >= functions_count:
            raise ValueError(f"{library.name}: {name} has no address")
        address = struct.unpack_from("<I", data, _offset(sections, functions) + 4 * ordinal)[0]
        found.append(Export(name, is_data=not _holder(sections, address).is_code))
    return found


def definitions(library: str, exports: list[Export], *, forwarded_to: str = "") -> str:
    """A module-definition file: of the library itself, or of one that hands every name on to ``forwarded_to``."""
    lines = [f"LIBRARY {library}", "EXPORTS"]
    for export in exports:
        target = f" = {forwarded_to}.{export.name}" if forwarded_to else ""
        lines.append(f"  {export.name}{target}{' DATA' if export.is_data else ''}")
    return "\n".join(lines) + "\n"


def _section(data: bytes, place: int) -> _Section:
    size, address, _, offset = struct.unpack_from("<IIII", data, place + 8)
    return _Section(address, size, offset, bool(struct.unpack_from("<I", data, place + 36)[0] & _EXECUTABLE))


def _holder(sections: list[_Section], address: int) -> _Section:
    return next(section for section in sections if section.address <= address < section.address + section.size)


def _offset(sections: list[_Section], address: int) -> int:
    section = _holder(sections, address)
    return address - section.address + section.offset


def _text(data: bytes, offset: int) -> str:
    return data[offset : data.index(b"\0", offset)].decode("ascii")
