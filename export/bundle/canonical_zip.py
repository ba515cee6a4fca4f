"""Reads containers of profile cz1 (see ``canonical_zip_layout``) and refuses every other ZIP file.

The index is built before anything is unpacked: each local header and each directory entry is made anew from the directory's
values and compared with the bytes in the file. What is left in front, behind or in between, overlapping, named twice, linked,
encrypted, spread over disks or called by a name outside the rules therefore ends in one refusal. Afterwards a member gives at
most the size it claims.

Sizes and sums in a container are claims of whoever made it; the digests to compare with stand in the signed manifest. Nothing
here writes to a disk, and the standard library's ZIP reader is not used: it accepts far more than we write.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from export.bundle.canonical_zip_layout import (
    DIRECTORY,
    DIRECTORY_SIGNATURE,
    END,
    END_SIGNATURE,
    LOCAL,
    LOCAL_SIGNATURE,
    MAX_NAME,
    IndexEntry,
    Member,
    Method,
    directory_entry,
    end_record,
    in_order,
    local_header,
    method_of,
)
from export.bundle.limits import BLOCK, DEFLATE_SLACK, MAX_CONTAINER, MAX_DEFLATE_RATIO, MAX_MEMBERS
from export.bundle.streams import file_name, open_for_reading, size_of, unreadable, write_to
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import Progress, ProgressReporter, Stage, silent

_RAW = -zlib.MAX_WBITS
_HEADER_SIZES = {LOCAL_SIGNATURE: LOCAL.size, DIRECTORY_SIGNATURE: DIRECTORY.size, END_SIGNATURE: END.size}


class CanonicalZip:
    """An open container whose structure has been checked; a context manager that closes the file if it opened it.

    All failures are ``LedgerError``: ``BUNDLE_CONTAINER`` (no cz1 container, or damaged), ``BUNDLE_INCOMPLETE`` (it ends too
    early), ``BUNDLE_TOO_LARGE`` with ``limit`` in bytes, ``FILE_NOT_FOUND`` and ``FILE_UNREADABLE`` with ``file``. One thread
    at a time.
    """

    def __init__(self, file: BinaryIO, *, owned: bool = False, max_size: int = MAX_CONTAINER) -> None:
        self._file = file
        self._owned = owned
        size = size_of(file)
        if size > max_size:
            raise LedgerError(Code.BUNDLE_TOO_LARGE, detail=f"container of {size} bytes", limit=max_size)
        self._index = {entry.name: entry for entry in self._read_index(size, max_size)}

    @classmethod
    def open(cls, source: Path | BinaryIO, *, max_size: int = MAX_CONTAINER) -> Self:
        """Opens a container that is a whole file; ``max_size`` bounds the file and all its members unpacked, in bytes."""
        if not isinstance(source, Path):
            return cls(source, max_size=max_size)
        file = open_for_reading(source)
        try:
            return cls(file, owned=True, max_size=max_size)
        except BaseException:
            file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        if self._owned:
            self._file.close()

    @property
    def entries(self) -> tuple[IndexEntry, ...]:
        """All members in the order of the file, the manifest first; their sizes are claims that reading enforces."""
        return tuple(self._index.values())

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._index)

    def read(self, name: str, cap: int) -> bytes:
        """A member's content; ``BUNDLE_TOO_LARGE`` if it claims more than ``cap`` bytes, ``BUNDLE_CONTAINER`` if there is no
        such member.
        """
        entry = self._entry(name)
        if entry.size > cap:
            raise LedgerError(Code.BUNDLE_TOO_LARGE, detail=f"{name} of {entry.size} bytes", limit=cap)
        # A packed member is in memory once packed and once unpacked; it can't be longer than the file, whatever it claims.
        packed = self._read_at(entry.content_offset, entry.packed_size)
        content = packed if entry.method is Method.STORED else _inflate(packed, entry)
        if zlib.crc32(content) != entry.crc:
            raise _refusal(f"checksum of {name}")
        return content

    def stream(self, name: str) -> Iterator[bytes]:
        """A member's content in pieces of at most ``limits.BLOCK`` bytes; an error may come after the first pieces."""
        entry = self._entry(name)
        crc = 0
        for piece in self._stored(entry) if entry.method is Method.STORED else self._inflated(entry):
            crc = zlib.crc32(piece, crc)
            yield piece
        if crc != entry.crc:
            raise _refusal(f"checksum of {name}")

    def measure(self, name: str, target: BinaryIO | None = None, *, report: ProgressReporter = silent) -> Member:
        """Reads a member to its end, copying it to ``target`` if there is one, and returns its true size and digest.

        Also ``DISK_FULL`` or ``FOLDER_UNWRITABLE`` with ``file`` when the target fails.
        """
        digest, size, total = sha256(), 0, self._entry(name).size
        for piece in self.stream(name):
            digest.update(piece)
            size += len(piece)
            if target is not None:
                write_to(target, piece)
            report(Progress(Stage.VERIFYING, size, total))
        return Member(name, size, digest.hexdigest())

    def copy_to(self, target: BinaryIO) -> None:
        """The whole container as it is, byte for byte."""
        position, size = 0, size_of(self._file)
        while position < size:
            piece = self._read_at(position, min(BLOCK, size - position))
            target.write(piece)
            position += len(piece)

    def _entry(self, name: str) -> IndexEntry:
        entry = self._index.get(name)
        if entry is None:
            raise _refusal(f"no member {name[:100]!r}")
        return entry

    def _read_index(self, size: int, max_size: int) -> list[IndexEntry]:
        if size == 0:
            raise LedgerError(Code.BUNDLE_INCOMPLETE, detail="empty container")
        if self._read_at(0, min(size, 4)) != LOCAL_SIGNATURE[:size]:
            raise _refusal("no member at byte 0")
        record = self._read_at(size - END.size, END.size) if size >= END.size else b""
        if record[:4] != END_SIGNATURE:
            raise self._without_end(size)
        _, _, _, _, count, directory_size, directory_offset, _ = END.unpack(record)
        if record != end_record(count=count, directory_size=directory_size, directory_offset=directory_offset):
            raise _refusal("end record")
        if count > MAX_MEMBERS or directory_size > count * (DIRECTORY.size + MAX_NAME):
            raise _refusal(f"directory of {count} members, {directory_size} bytes")
        if directory_offset + directory_size != size - END.size:
            raise _refusal("directory and end record are not where they belong")
        index = _parse_directory(self._read_at(directory_offset, directory_size), count)
        self._check_members(index, directory_offset)
        if sum(entry.size for entry in index) > max_size:
            raise LedgerError(Code.BUNDLE_TOO_LARGE, detail="members unpacked", limit=max_size)
        return index

    def _check_members(self, index: list[IndexEntry], end: int) -> None:
        """Every member begins where the one before it ends, behind the one header that its directory entry allows."""
        position = 0
        for entry in index:
            header = local_header(entry)
            if entry.offset != position or position + len(header) + entry.packed_size > end:
                raise _refusal(f"{entry.name} is not where it belongs")
            if self._read_at(position, len(header)) != header:
                raise _refusal(f"local header of {entry.name}")
            position += len(header) + entry.packed_size
        if position != end:
            raise _refusal("bytes between the members and the directory")

    def _without_end(self, size: int) -> LedgerError:
        """Tells a container that was cut off from one with something behind it, by walking along its headers."""
        incomplete = LedgerError(Code.BUNDLE_INCOMPLETE, detail=f"no end record within {size} bytes")
        position = 0
        for _ in range(2 * MAX_MEMBERS + 1):
            if position >= size:
                return incomplete
            head = self._read_at(position, min(DIRECTORY.size, size - position))
            needed = _HEADER_SIZES.get(head[:4])
            if needed is None:
                # A medium that was pulled out early often leaves the length right and zeros at the end.
                cut = not any(head) or any(kind.startswith(head) for kind in _HEADER_SIZES)
                return incomplete if cut else _refusal("no end record at the end")
            if len(head) < needed:
                return incomplete
            if needed == END.size:
                return _refusal("bytes behind the end record")
            position += _step(head)
        return _refusal("too many headers")

    def _stored(self, entry: IndexEntry) -> Iterator[bytes]:
        position, end = entry.content_offset, entry.content_offset + entry.size
        while position < end:
            piece = self._read_at(position, min(BLOCK, end - position))
            position += len(piece)
            yield piece

    def _inflated(self, entry: IndexEntry) -> Iterator[bytes]:
        position, end = entry.content_offset, entry.content_offset + entry.packed_size
        unpacker = zlib.decompressobj(_RAW)
        waiting, size = b"", 0
        while not unpacker.eof:
            if not waiting:
                if position == end:
                    raise _refusal(f"{entry.name} ends too early")
                waiting = self._read_at(position, min(BLOCK // 4, end - position))
                position += len(waiting)
            piece = _decompress(unpacker, waiting, BLOCK, entry)
            waiting = unpacker.unconsumed_tail
            size += len(piece)
            if size > entry.size:
                raise _refusal(f"{entry.name} is longer than it claims")
            if piece:
                yield piece
        if size != entry.size or unpacker.unused_data or position != end:
            raise _refusal(f"{entry.name} is not as long as it claims")

    def _read_at(self, offset: int, size: int) -> bytes:
        try:
            self._file.seek(offset)
            data = self._file.read(size)
        except OSError as error:
            raise unreadable(error, file=file_name(self._file)) from error
        if len(data) != size:
            raise LedgerError(Code.BUNDLE_INCOMPLETE, detail=f"{len(data)} of {size} bytes at {offset}")
        return data


def _parse_directory(data: bytes, count: int) -> list[IndexEntry]:
    index: list[IndexEntry] = []
    position = 0
    for _ in range(count):
        entry = _parse_entry(data, position)
        rebuilt = directory_entry(entry)
        if data[position : position + len(rebuilt)] != rebuilt:
            raise _refusal(f"directory entry of {entry.name}")
        position += len(rebuilt)
        index.append(entry)
    if position != len(data):
        raise _refusal("bytes behind the directory")
    if not in_order(entry.name for entry in index):
        raise _refusal("members out of order, repeated, or without a manifest")
    return index


def _parse_entry(data: bytes, position: int) -> IndexEntry:
    try:
        fields = DIRECTORY.unpack_from(data, position)
        method, crc, packed_size, size, name_size, offset = fields[4], *fields[7:11], fields[16]
        start = position + DIRECTORY.size
        name = data[start : start + name_size].decode("ascii")
        if method != method_of(name):
            raise _refusal(f"{name} is packed by method {method}")
    except (struct.error, ValueError) as error:
        raise _refusal(f"directory: {error}") from error
    # From STORED it follows that both sizes are one; for DEFLATE a bomb is refused by its own claim.
    if size > MAX_DEFLATE_RATIO * packed_size + DEFLATE_SLACK or (method == Method.STORED and size != packed_size):
        raise _refusal(f"sizes of {name}: {packed_size} and {size}")
    return IndexEntry(name, Method(method), crc, packed_size, size, offset)


def _step(head: bytes) -> int:
    """The length of the member or directory entry that begins with ``head``, by its own account."""
    if head[:4] == LOCAL_SIGNATURE:
        fields = LOCAL.unpack_from(head)
        return LOCAL.size + int(fields[9]) + int(fields[10]) + int(fields[7])
    fields = DIRECTORY.unpack_from(head)
    return DIRECTORY.size + int(fields[10]) + int(fields[11]) + int(fields[12])


def _inflate(packed: bytes, entry: IndexEntry) -> bytes:
    unpacker = zlib.decompressobj(_RAW)
    # One byte more than claimed, so that a longer stream shows itself and is stopped there.
    content = _decompress(unpacker, packed, entry.size + 1, entry)
    if len(content) != entry.size or not unpacker.eof or unpacker.unused_data:
        raise _refusal(f"{entry.name} is not as long as it claims")
    return content


def _decompress(unpacker: zlib._Decompress, data: bytes, limit: int, entry: IndexEntry) -> bytes:
    try:
        return unpacker.decompress(data, limit)
    except zlib.error as error:
        raise _refusal(f"{entry.name}: {error}") from error


def _refusal(detail: str) -> LedgerError:
    return LedgerError(Code.BUNDLE_CONTAINER, detail=detail)
