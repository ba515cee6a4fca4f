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
from storage.atomic_file import atomic_writer, replace_with_retry
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import normalise
from storage.domain.slug import slug
from storage.journal.entries import Noted
from storage.ledger import Ledger, Role

SUFFIX = ".shd"
_INCOMING = "incoming.part"
_BLOCK = 1 << 20
_PREFIX = 16
_PUT_AWAY = "put-away"
_LONGEST_NOTE = 500


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


def keep_in_archive(ledger: Ledger, copy: Path, payload: bytes, *, is_open: bool = False) -> None:
    """Puts a staged copy in the archive under the digest of what it seals; an earlier copy of the same bundle stays.

    A copy that somebody still reads (``is_open``) is copied once more, because Windows moves no open file.
    """
    kept = archived(ledger, payload)
    if kept.exists():
        return
    if is_open:
        with copy.open("rb") as source, atomic_writer(kept) as target:
            while block := source.read(_BLOCK):
                target.write(block)
    else:
        _settle(copy, kept)


def archived(ledger: Ledger, payload: bytes) -> Path:
    """Where the original of a payload lies."""
    return ledger.folders.archive / f"{payload.hex()}{SUFFIX}"


def keep_in_quarantine(ledger: Ledger, copy: Path, code: Code, office: str, *, name: str = "") -> None:
    """Puts a staged copy of a refused file in quarantine with the reason. That it failed is no reason to fail the import.

    ``office`` is only what the file says while its key is not admitted; ``name`` (without suffix) stays readable in the copy's.
    """
    try:
        digest = hashlib.sha256(copy.read_bytes()).digest()
        known = ledger.db.execute("SELECT file FROM quarantine WHERE sha256 = ?", [digest]).fetchone()
        file = known[0] if known else f"{digest.hex()[:_PREFIX]}-{slug(name)}{SUFFIX}"
        kept = _made(ledger.folders.quarantine) / file
        if not kept.exists():
            _settle(copy, kept)
    except (OSError, LedgerError):
        return
    with ledger.write():
        ledger.db.execute(
            "INSERT INTO quarantine VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha256)"
            " DO UPDATE SET code = excluded.code, office = excluded.office",
            [digest, file, ledger.now(), code.value, office],
        )


def name_before_quarantine(path: Path) -> str:
    """The name under which a file in quarantine once came, as far as its copy's name still tells."""
    prefix, _, rest = path.name.partition("-")
    return rest if len(prefix) == _PREFIX and rest else path.name


def put_away(ledger: Ledger, path: Path, *, why: str, by: str = "") -> None:
    """Takes a file off the list of those that wait, with a reason in the centre's journal; the file itself is kept aside.

    Raises ``LedgerError``: WRONG_ROLE, REASON_MISSING, FILE_NOT_FOUND when it does not wait, disk errors.
    """
    ledger.require(Role.CENTRE)
    reason = normalise(why).strip()
    if not reason:
        raise LedgerError(Code.REASON_MISSING)
    row = ledger.db.execute(
        "SELECT lower(hex(sha256)), code FROM quarantine WHERE file = ? AND ? = 1",
        [path.name, path.parent == ledger.folders.quarantine],
    ).fetchone()
    if row is None:
        raise LedgerError(Code.FILE_NOT_FOUND, path=str(path))
    aside = _made(ledger.folders.quarantine / _PUT_AWAY) / path.name
    said = f"{row[1]} {name_before_quarantine(path)} SHA-256 {row[0][:_PREFIX]}: {reason}"
    with ledger.write():
        ledger.append_within(Noted(text=said[:_LONGEST_NOTE], at=ledger.now(), by=by))
        ledger.db.execute("DELETE FROM quarantine WHERE file = ?", [path.name])
        if path.exists():
            replace_with_retry(path, aside)


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
