"""Opens a workbook that somebody else wrote, after its container has been looked over.

Everything here treats the file as hostile: its size, the number and declared sizes of its members and its XML prologues
are checked before the library sees it, and whatever the library raises becomes one outcome. What the cells mean is not
decided here.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook import Workbook

from export.documents.workbook_plain import PlainPackage
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, OperationCancelled

MAX_FILE_BYTES = 32 * 1024 * 1024
MAX_EXPANDED_BYTES = 256 * 1024 * 1024
MAX_MEMBERS = 2_000
MAX_MERGES = 20_000
_SUFFIX = ".xlsx"
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_MERGE = re.compile(rb"<(?:[A-Za-z0-9]+:)?mergeCell\s[^>]{0,100}?ref=\"([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})\"")


@dataclass(frozen=True, slots=True)
class MergedRange:
    """A block of merged cells, counted from 1 and inclusive."""

    first_column: int
    first_row: int
    last_column: int
    last_row: int


@dataclass(frozen=True, slots=True)
class LookedOver:
    """The bytes of a workbook whose container is in order, and its merged ranges by member name.

    ``plain`` is an archive for the fast reader, when the workbook is plain enough for it.
    """

    content: bytes
    merges: Mapping[str, tuple[MergedRange, ...]]
    plain: io.BytesIO | None


@dataclass(frozen=True, slots=True)
class OpenedWorkbook:
    """The library's read-only workbook and the merged ranges by member name."""

    book: Workbook
    merges: Mapping[str, tuple[MergedRange, ...]]

    def merges_of(self, sheet: Any) -> tuple[MergedRange, ...]:
        """Merged ranges of a read-only sheet, which the library does not tell itself."""
        member = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
        return self.merges.get(member, ())


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Makes one outcome of whatever is raised in the block while the workbook at ``path`` is read."""
    try:
        with warnings.catch_warnings():
            # the library warns of parts it leaves out (pictures, extensions): none of them is read here
            warnings.simplefilter("ignore")
            yield
    except (LedgerError, OperationCancelled):
        raise
    except Exception as error:
        # a damaged or hostile file makes the parsers below raise almost anything; all of it means the same to a person
        raise LedgerError(Code.WORKBOOK_UNREADABLE, detail=repr(error), file=path.name) from error


@contextmanager
def opened_workbook(path: Path) -> Iterator[OpenedWorkbook]:
    """The workbook at ``path`` while the block runs; formulas are seen as formulas, never computed.

    Raises ``LedgerError``: FILE_NOT_FOUND, FILE_UNREADABLE, FILE_TYPE_UNSUPPORTED (``file``, ``suffix``), FILE_TOO_LARGE
    (``file``, ``limit`` in MiB), WORKBOOK_UNREADABLE (``file``).
    """
    with reading(path), opened_package(looked_over(path)) as opened:
        yield opened


@contextmanager
def opened_package(package: LookedOver) -> Iterator[OpenedWorkbook]:
    """The workbook for reading everything in it, slowly; within ``reading``."""
    book = openpyxl.load_workbook(io.BytesIO(package.content), read_only=True, data_only=False, keep_links=False)
    try:
        yield OpenedWorkbook(book, package.merges)
    finally:
        book.close()


def looked_over(path: Path) -> LookedOver:
    """Checks kind, sizes and every member of the file; within ``reading``. Raises as ``opened_workbook``."""
    content = _content(path)
    merges, plain = {}, PlainPackage()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
        # the reader below never yields more than the size that a member declares
        if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_EXPANDED_BYTES:
            raise LedgerError(Code.FILE_TOO_LARGE, file=path.name, limit=MAX_EXPANDED_BYTES >> 20)
        if len({member.filename for member in members}) != len(members):
            raise LedgerError(Code.WORKBOOK_UNREADABLE, detail="a member stands twice", file=path.name)
        for member in members:
            if member.filename.lower().endswith((".xml", ".rels", ".vml")):
                found = archive.read(member)
                if ranges := _look_over(found, member.filename, path.name):
                    merges[member.filename.lstrip("/")] = ranges
                plain.add(member.filename, found)
    return LookedOver(content, merges, plain.archive())


def _content(path: Path) -> bytes:
    """The bytes, by content first: an old or encrypted workbook, or a text file, often bears the wrong suffix."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
            content = start + file.read(MAX_FILE_BYTES)
    except FileNotFoundError as error:
        raise LedgerError(Code.FILE_NOT_FOUND, detail=str(error), file=path.name) from error
    except OSError as error:
        raise LedgerError(Code.FILE_UNREADABLE, detail=str(error), file=path.name) from error
    suffix = path.suffix.lower()
    if start == _OLD_OFFICE or suffix != _SUFFIX:
        raise LedgerError(Code.FILE_TYPE_UNSUPPORTED, file=path.name, suffix=".xls" if start == _OLD_OFFICE else suffix)
    if not start.startswith(_ZIP):
        raise LedgerError(Code.WORKBOOK_UNREADABLE, detail="not a ZIP archive", file=path.name)
    if len(content) > MAX_FILE_BYTES:
        raise LedgerError(Code.FILE_TOO_LARGE, file=path.name, limit=MAX_FILE_BYTES >> 20)
    return content


def _look_over(content: bytes, member: str, file: str) -> tuple[MergedRange, ...]:
    """Refuse document type declarations, which Office never writes, and collect merged ranges."""
    if b"\x00" in content[:4]:
        raise LedgerError(Code.WORKBOOK_UNREADABLE, detail=f"{member} is not UTF-8", file=file)
    if b"<!" in content and _DECLARATION.search(content):
        raise LedgerError(Code.WORKBOOK_UNREADABLE, detail=f"{member} declares a document type", file=file)
    if b"mergeCell" not in content:
        return ()
    found: dict[MergedRange, None] = {}
    for match in islice(_MERGE.finditer(content), MAX_MERGES):
        found[MergedRange(*range_boundaries(match.group(1).decode()))] = None
    return tuple(found)
