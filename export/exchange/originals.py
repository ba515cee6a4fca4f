"""Original files at the centre: read from the medium once, verified from that copy, kept in the archive or in quarantine.

What lies in the archive is therefore the very bytes that were verified, whatever the stick does meanwhile.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from export.bundle.file_kind import recognise
from export.bundle.streams import open_for_reading, unreadable, write_to
from storage.atomic_file import replace_with_retry
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.ledger import Ledger

SUFFIX = ".shd"
_INCOMING = "incoming.part"
_BLOCK = 1 << 20


@contextmanager
def staged(ledger: Ledger, path: Path) -> Iterator[Path]:
    """A copy of the file beside the archive, gone at the end unless it was kept.

    Raises ``LedgerError`` before copying what is no file of ours; FILE_NOT_FOUND, FILE_UNREADABLE, DISK_FULL.
    """
    recognise(path)
    folder = _made(ledger.folders.archive)
    copy = folder / _INCOMING
    try:
        with open_for_reading(path) as source, copy.open("wb") as target:
            while block := _read(source, path):
                write_to(target, block)
        yield copy
    finally:
        with suppress(OSError):
            copy.unlink(missing_ok=True)


def keep_in_archive(ledger: Ledger, copy: Path, payload: bytes) -> None:
    """Puts a staged copy in the archive under the digest of what it seals; an earlier copy of the same bundle stays."""
    kept = archived(ledger, payload)
    if not kept.exists():
        _settle(copy, kept)


def archived(ledger: Ledger, payload: bytes) -> Path:
    """Where the original of a payload lies."""
    return ledger.folders.archive / f"{payload.hex()}{SUFFIX}"


def keep_in_quarantine(ledger: Ledger, copy: Path, code: Code, office: str) -> None:
    """Puts a staged copy of a refused file in quarantine with the reason. That it failed is no reason to fail the import."""
    try:
        digest = hashlib.sha256(copy.read_bytes()).digest()
        name = f"{digest.hex()[:16]}{SUFFIX}"
        kept = _made(ledger.folders.quarantine) / name
        if not kept.exists():
            _settle(copy, kept)
    except (OSError, LedgerError):
        return
    with ledger.write():
        ledger.db.execute(
            "INSERT INTO quarantine VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET code = excluded.code",
            [digest, name, ledger.now(), code.value, office],
        )


def release(ledger: Ledger, path: Path) -> None:
    """Removes a file that was taken from quarantine; its original lies in the archive now."""
    if path.parent != ledger.folders.quarantine:
        return
    with ledger.write():
        ledger.db.execute("DELETE FROM quarantine WHERE file = ?", [path.name])
    path.unlink(missing_ok=True)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(Code.FOLDER_UNWRITABLE, detail=str(error), path=str(folder)) from error
    return folder


def _settle(copy: Path, kept: Path) -> None:
    """Gives a copy its final name once it is safely on the disk."""
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    replace_with_retry(copy, kept)


def _read(source: BinaryIO, path: Path) -> bytes:
    try:
        return source.read(_BLOCK)
    except OSError as error:
        raise unreadable(error, file=path.name) from error
