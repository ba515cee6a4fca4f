"""Copies of the ledger: rotating ones on this PC, one on a stick, and the way back.

A copy is one file without keys. Restoring keeps the replaced ledger beside it; that the restored one is older than what this PC
remembers is noticed when it is opened (``storage.marker``), so restoring can never fork what was already handed over.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from storage.atomic_file import replace_with_retry
from storage.connection import check_integrity, converted_errors, copy_ledger, read_only
from storage.database import Database
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.identifiers import Clock
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.folders import Folders
from storage.journal.store import JournalStore
from storage.ledger import Ledger

ROTATING_KEPT = 7
_ROTATING_EVERY = timedelta(hours=20)
_STAMP = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was written and checked; ``sha256`` is of the file, hex."""

    path: Path
    size: int
    sha256: str


def back_up(ledger: Ledger, target: Path, report: ProgressReporter = silent) -> Backup:
    """Copies the ledger to ``target`` (a file; in a folder, a name is made up), reads it back and checks it.

    Raises ``LedgerError``: FILE_EXISTS, DISK_FULL, FOLDER_UNWRITABLE, BACKUP_DAMAGED.
    """
    report(Progress(Stage.BACKING_UP))
    if target.is_dir():
        target = target / f"so-hoat-dong-{ledger.office.lower()}-{ledger.clock().strftime(_STAMP)}.db"
    if target.exists():
        raise LedgerError(Code.FILE_EXISTS, path=str(target))
    _make_folder(target.parent)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        copy_ledger(ledger.db, part)
        report(Progress(Stage.READING_BACK))
        digest = _checked_digest(part)
        replace_with_retry(part, target)
    finally:
        part.unlink(missing_ok=True)
    return Backup(target, target.stat().st_size, digest)


def rotate_backups(ledger: Ledger) -> Path | None:
    """Makes a rotating copy when the last one is older than most of a day; keeps the newest seven.

    Copies that bear a date yet to come were made under a wrong clock: they hold no new copy back and are the first to go.
    """
    folder = ledger.folders.backups
    now = ledger.clock()

    def age(copy: Path) -> tuple[bool, datetime]:
        stamp = _stamp_of(copy, now)
        return stamp <= now, stamp

    newest = max(folder.glob("daily-*.db"), default=None, key=age)
    if newest is not None and abs(now - _stamp_of(newest, now)) < _ROTATING_EVERY:
        return None
    copy = back_up(ledger, folder / f"daily-{now.strftime(_STAMP)}.db").path
    for old in sorted(folder.glob("daily-*.db"), key=age)[:-ROTATING_KEPT]:
        old.unlink()
    return copy


def newest_backup(folders: Folders) -> Path | None:
    """The newest rotating copy, to say how old it is."""
    return max(folders.backups.glob("daily-*.db"), default=None, key=lambda copy: copy.name)


def restore(folders: Folders, source: Path, *, clock: Clock, report: ProgressReporter = silent) -> Path | None:
    """Puts a copy in the ledger's place after checking it; returns where the replaced ledger was kept, if there was one.

    Raises ``LedgerError``: FILE_NOT_FOUND, LEDGER_FOREIGN, LEDGER_TOO_NEW, BACKUP_DAMAGED, BACKUP_OF_ANOTHER.
    """
    if not source.is_file():
        raise LedgerError(Code.FILE_NOT_FOUND, path=str(source))
    report(Progress(Stage.VERIFYING))
    wanted = _installation_of(source)
    replaced: Path | None = None
    if folders.database.exists():
        if _belongs_elsewhere(folders.database, wanted):
            raise LedgerError(Code.BACKUP_OF_ANOTHER, path=str(source))
        _make_folder(folders.backups)
        replaced = _free_name(folders.backups, f"replaced-{clock().strftime(_STAMP)}")
    _make_folder(folders.data)
    part = folders.database.with_suffix(".part")
    part.unlink(missing_ok=True)
    report(Progress(Stage.WRITING))
    copy = read_only(source)
    try:
        copy_ledger(copy, part)
    finally:
        copy.close()
    if replaced is not None:
        _set_aside(folders.database, replaced)
    for suffix in ("", "-wal", "-shm"):  # a log left behind would be played back into the restored ledger
        folders.database.with_name(folders.database.name + suffix).unlink(missing_ok=True)
    replace_with_retry(part, folders.database)
    return replaced


def verify_ledger(ledger: Ledger, report: ProgressReporter = silent) -> list[str]:
    """Everything that is wrong with a ledger: the file itself, and each chain; empty when all is sound."""
    report(Progress(Stage.VERIFYING))
    found = check_integrity(ledger.db)
    feeds = ledger.journal.feeds()
    for number, feed in enumerate(feeds):
        report(Progress(Stage.VERIFYING, number, len(feeds)))
        found += [f"feed {feed.feed.hex()} entry {seq}" for seq in ledger.journal.verify(feed)]
    return found


def _checked_digest(copy: Path) -> str:
    _installation_of(copy)
    digest = hashlib.sha256()
    with copy.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _installation_of(path: Path) -> str:
    """The installation that wrote a copy, after its integrity and its chains were checked."""
    db = _opened(path)
    try:
        with converted_errors():
            found = check_integrity(db)
            store = JournalStore(db)
            found += [f"entry {seq}" for feed in store.feeds() for seq in store.verify(feed)]
            row = db.execute("SELECT value FROM setting WHERE name = 'installation'").fetchone()
        if row is None:
            found.append("no installation")
        if found:
            raise LedgerError(Code.BACKUP_DAMAGED, detail="; ".join(found[:5]), path=str(path))
        return str(row[0])
    except LedgerError as error:
        if error.code is Code.LEDGER_DAMAGED:
            raise LedgerError(Code.BACKUP_DAMAGED, detail=error.detail, path=str(path)) from error
        raise
    finally:
        db.close()


def _opened(path: Path) -> Database:
    try:
        return read_only(path)
    except LedgerError as error:
        if error.code is Code.LEDGER_DAMAGED:
            raise LedgerError(Code.BACKUP_DAMAGED, detail=error.detail, path=str(path)) from error
        raise


def _belongs_elsewhere(database: Path, installation: str) -> bool:
    """Whether the ledger in place is another installation's; one too damaged to say is replaced without asking."""
    try:
        return _installation_of(database) != installation
    except LedgerError:
        return False


def _set_aside(database: Path, replaced: Path) -> None:
    try:
        db = read_only(database)
        try:
            copy_ledger(db, replaced)
        finally:
            db.close()
    except LedgerError:
        replaced.unlink(missing_ok=True)
        replace_with_retry(database, replaced)


def _free_name(folder: Path, stem: str) -> Path:
    """``stem.db`` or, when several were set aside within one second, ``stem-2.db`` and so on."""
    names = (f"{stem}.db", *(f"{stem}-{number}.db" for number in range(2, 100)))
    return next(path for name in names if not (path := folder / name).exists())


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(Code.FOLDER_UNWRITABLE, detail=str(error), path=str(folder)) from error


def _stamp_of(path: Path, now: datetime) -> datetime:
    try:
        return datetime.strptime(path.stem.partition("-")[2], _STAMP).replace(tzinfo=now.tzinfo)
    except ValueError:
        return datetime.min.replace(tzinfo=now.tzinfo)
