"""Writes containers of profile cz1 (see ``canonical_zip_layout``): one content, one byte string.

In two steps, because the signed manifest comes first in the file and lists the digests of all that follows: ``prepare``
measures and packs each member once, the caller makes the manifest from the results, ``write_container`` puts everything down in
order. Packed journal lines wait in memory (a fifth of their size); attachments are read a second time instead, and must not
have changed meanwhile.

Not here: temporary files, renaming, reading back, what the members mean.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from export.bundle.canonical_zip_layout import (
    END,
    IndexEntry,
    Member,
    Method,
    directory_entry,
    end_record,
    in_order,
    local_header,
    method_of,
)
from export.bundle.limits import BLOCK, MAX_CONTAINER, MAX_MEMBERS
from export.bundle.streams import open_for_reading, unreadable, write_to
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import Progress, ProgressReporter, Stage, silent

Content = bytes | Path | Callable[[], Iterable[bytes]]
"""Bytes, a file, or a function that gives the content's pieces from the start each time it is called."""

_LEVEL = 6
_RAW = -zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class PreparedMember:
    """A member, measured and ready to be written; ``packed`` gives its packed bytes."""

    name: str
    method: Method
    size: int
    crc: int
    packed_size: int
    sha256: str
    packed: Content

    @property
    def member(self) -> Member:
        """What the manifest says of it."""
        return Member(self.name, self.size, self.sha256)


def prepare(name: str, content: Content, *, report: ProgressReporter = silent) -> PreparedMember:
    """Measures a member and, where its name asks for it, packs it with DEFLATE level 6; reports ``READING`` in bytes.

    Raises ``LedgerError`` (``FILE_NOT_FOUND``, ``FILE_UNREADABLE``, ``BUNDLE_TOO_LARGE``) and ``ValueError`` for a name outside
    the rules.
    """
    method = method_of(name)
    digest, crc, size = sha256(), 0, 0
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    packed: list[bytes] = []
    for block in _blocks(content):
        digest.update(block)
        crc = zlib.crc32(block, crc)
        size += len(block)
        if size > MAX_CONTAINER:
            raise LedgerError(Code.BUNDLE_TOO_LARGE, detail=f"member {name}", limit=MAX_CONTAINER)
        if method is Method.DEFLATED:
            packed.append(packer.compress(block))
        report(Progress(Stage.READING, size))
    if method is Method.STORED:
        return PreparedMember(name, method, size, crc, size, digest.hexdigest(), content)
    packed.append(packer.flush())
    pieces = tuple(piece for piece in packed if piece)
    return PreparedMember(name, method, size, crc, sum(map(len, pieces)), digest.hexdigest(), lambda: pieces)


def write_container(
    target: BinaryIO, members: Sequence[PreparedMember], *, report: ProgressReporter = silent
) -> tuple[Member, ...]:
    """Writes the container from the target's present position, which a reader will take for byte 0; reports ``WRITING`` in
    bytes.

    ``members`` begin with the manifest and ascend by ``member_order``; anything else is the caller's mistake (``ValueError``).
    Raises ``LedgerError``: ``BUNDLE_TOO_LARGE`` (before anything is written), ``READ_BACK_DIFFERS`` with ``file`` when an
    attachment has changed since it was prepared, ``FILE_UNREADABLE``, ``DISK_FULL``, ``FOLDER_UNWRITABLE``. After an error the
    target holds a part: discard it.
    """
    if not in_order(prepared.name for prepared in members):
        raise ValueError("members out of order, repeated, or without a manifest")
    index = _index(members)
    total = sum(entry.packed_size for entry in index)
    done = 0
    for prepared, entry in zip(members, index, strict=True):
        write_to(target, local_header(entry))
        crc, written = 0, 0
        for block in _blocks(prepared.packed) if prepared.method is Method.STORED else _pieces(prepared.packed):
            crc = zlib.crc32(block, crc) if prepared.method is Method.STORED else crc
            written += len(block)
            write_to(target, block)
            report(Progress(Stage.WRITING, done + written, total))
        if written != entry.packed_size or (prepared.method is Method.STORED and crc != entry.crc):
            raise LedgerError(Code.READ_BACK_DIFFERS, detail="content changed while it was sealed", file=entry.name)
        done += written
    write_to(target, _tail(index))
    return tuple(prepared.member for prepared in members)


def _index(members: Sequence[PreparedMember]) -> list[IndexEntry]:
    index: list[IndexEntry] = []
    offset = 0
    for prepared in members:
        entry = IndexEntry(prepared.name, prepared.method, prepared.crc, prepared.packed_size, prepared.size, offset)
        index.append(entry)
        offset = entry.content_offset + entry.packed_size
    unpacked = sum(prepared.size for prepared in members)
    if len(index) > MAX_MEMBERS or max(offset + _tail_size(index), unpacked) > MAX_CONTAINER:
        detail = f"{len(index)} members, {unpacked} bytes"
        raise LedgerError(Code.BUNDLE_TOO_LARGE, detail=detail, limit=MAX_CONTAINER)
    return index


def _tail_size(index: Sequence[IndexEntry]) -> int:
    return sum(len(directory_entry(entry)) for entry in index) + END.size


def _tail(index: Sequence[IndexEntry]) -> bytes:
    directory = b"".join(directory_entry(entry) for entry in index)
    start = index[-1].content_offset + index[-1].packed_size
    return directory + end_record(count=len(index), directory_size=len(directory), directory_offset=start)


def _pieces(content: Content) -> Iterable[bytes]:
    if isinstance(content, bytes | Path):
        raise TypeError("packed members keep their pieces")
    return content()


def _blocks(content: Content) -> Iterator[bytes | memoryview]:
    """The content in blocks of one size, whatever its source: DEFLATE may pack the same bytes otherwise when they come in other
    portions.
    """
    if isinstance(content, bytes):
        view = memoryview(content)
        yield from (view[start : start + BLOCK] for start in range(0, len(view), BLOCK))
    elif isinstance(content, Path):
        yield from _file_blocks(content)
    else:
        yield from _joined_blocks(content())


def _file_blocks(path: Path) -> Iterator[bytes]:
    with open_for_reading(path) as file:
        while True:
            try:
                block = file.read(BLOCK)
            except OSError as error:
                raise unreadable(error, file=path.name) from error
            if not block:
                return
            yield block


def _joined_blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    waiting: list[bytes] = []
    length = 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length < BLOCK:
            continue
        joined = b"".join(waiting)
        whole = length - length % BLOCK
        yield from (joined[start : start + BLOCK] for start in range(0, whole, BLOCK))
        waiting, length = [joined[whole:]], length - whole
    if length:
        yield b"".join(waiting)
