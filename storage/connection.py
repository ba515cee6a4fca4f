"""Opening a ledger file: the only place that opens SQLite.

A ledger that lacks no migration is opened without loading them, and sqlite-utils with them: that is every start but one.

Beyond what sqlite-utils' migrations do by themselves, a ledger of a newer program and a file that is no ledger are refused,
a copy is made and checked before an upgrade, and foreign keys are off while the schema changes and checked afterwards.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.database import Database
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.identifiers import Clock, system_clock

MIGRATIONS = ("0001_create_ledger", "0002_keep_summaries")
"""The names of ``storage.migrations``, in order; a test holds the two together."""
APPLICATION_IDENTIFIER = 0x53484431  # "SHD1"
UPGRADE_COPIES_KEPT = 3
_BUSY_MILLISECONDS = 5_000
_MAGIC, _HEADER_SIZE = b"SQLite format 3\0", 100
_DAMAGED = ("malformed", "not a database", "disk image", "vtable constructor failed")


def create_ledger(path: Path) -> Database:
    """A new, empty ledger at ``path``. Raises ``LedgerError(LEDGER_EXISTS)`` rather than touch a file that is there."""
    if path.exists():
        raise LedgerError(Code.LEDGER_EXISTS, path=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    # The mark comes before the write-ahead log, so that it stands in the file itself even if this PC dies the next moment.
    db = _connect(path, f"application_id = {APPLICATION_IDENTIFIER}")
    try:
        with converted_errors():
            _upgrade(db)
    except BaseException:
        db.close()
        raise
    return db


def open_ledger(path: Path, *, clock: Clock = system_clock) -> Database:
    """The ledger at ``path``, brought to this program's schema.

    Raises ``LedgerError`` with LEDGER_MISSING, LEDGER_FOREIGN (another kind of file), LEDGER_TOO_NEW (written by a newer
    program; nothing is changed), LEDGER_DAMAGED or LEDGER_BUSY.
    """
    if not path.is_file():
        raise LedgerError(Code.LEDGER_MISSING, path=str(path))
    _refuse_foreign(path)
    db = _connect(path)
    try:
        with converted_errors():
            _refuse_newer(db, path)
            pending = [name for name in known_migrations() if name not in _applied(db)]
            if pending:
                _copy_before_upgrade(db, path, clock, pending[0])
                _upgrade(db)
    except BaseException:
        db.close()
        raise
    return db


def read_only(path: Path) -> Database:
    """A connection that cannot write, for looking into a backup before it is trusted.

    Raises ``LedgerError``: LEDGER_FOREIGN, LEDGER_TOO_NEW, LEDGER_DAMAGED, FILE_UNREADABLE.
    """
    _refuse_foreign(path)
    with converted_errors():
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        db = Database(connection)
        try:
            _refuse_newer(db, path)
        except BaseException:
            db.close()
            raise
    return db


def check_integrity(db: Database) -> list[str]:
    """What SQLite itself finds wrong with the file; empty when all is well."""
    found = [row[0] for row in db.execute("PRAGMA integrity_check(20)").fetchall() if row[0] != "ok"]
    found += [f"foreign key: {row[0]} {row[1]}" for row in db.execute("PRAGMA foreign_key_check").fetchall()]
    return found


def copy_ledger(db: Database, target: Path) -> None:
    """A whole, compact copy at ``target``, checked and on the medium. Other connections may go on working."""
    with converted_errors():
        db.execute("VACUUM INTO ?", [str(target)])
        copy = sqlite3.connect(target)
        try:
            result = copy.execute("PRAGMA quick_check").fetchone()[0]
        finally:
            copy.close()
    if result != "ok":
        raise LedgerError(Code.BACKUP_DAMAGED, detail=result, path=str(target))
    # VACUUM INTO does not wait for the medium: https://sqlite.org/lang_vacuum.html
    with target.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """One write transaction that takes the write lock at once, so that no reader can be turned into a late writer."""
    with converted_errors():
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            if db.conn.in_transaction:  # a full disk may have ended it already
                db.execute("ROLLBACK")
            raise


@contextmanager
def savepoint(db: Database) -> Iterator[None]:
    """A part of an open write transaction that is taken back alone when it fails."""
    with converted_errors():
        db.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if db.conn.in_transaction:  # a full disk may have ended it already
                db.execute("ROLLBACK TO part")
                db.execute("RELEASE part")
            raise
        db.execute("RELEASE part")


@contextmanager
def converted_errors() -> Iterator[None]:
    """Turns SQLite's complaints about the disk and the file into the ledger's own."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise LedgerError(_code_of(error), detail=str(error)) from error
    except sqlite3.DatabaseError as error:
        if any(word in str(error) for word in _DAMAGED):
            raise LedgerError(Code.LEDGER_DAMAGED, detail=str(error)) from error
        raise


def _code_of(error: sqlite3.OperationalError) -> Code:
    text = str(error)
    if "full" in text:
        return Code.DISK_FULL
    if "locked" in text or "busy" in text:
        return Code.LEDGER_BUSY
    if "readonly" in text or "unable to open" in text or "disk i/o" in text.lower():
        return Code.FOLDER_UNWRITABLE
    if any(word in text for word in _DAMAGED):
        return Code.LEDGER_DAMAGED
    raise error


def _connect(path: Path, *first: str) -> Database:
    with converted_errors():
        # Transactions are ours (isolation_level None): sqlite3's implicit ones begin late and end by surprise.
        connection = sqlite3.connect(path, isolation_level=None)
        db = Database(connection)
        try:
            for pragma in (
                *first,
                f"busy_timeout = {_BUSY_MILLISECONDS}",
                "journal_mode = WAL",
                "synchronous = FULL",
                "foreign_keys = ON",
                "recursive_triggers = ON",  # a row that REPLACE takes away fires its triggers, too
                "temp_store = MEMORY",
                "cache_size = -32000",
            ):
                db.execute(f"PRAGMA {pragma}").fetchall()
        except BaseException:
            db.close()
            raise
    return db


def _refuse_foreign(path: Path) -> None:
    """Looks at the file's own header (https://sqlite.org/fileformat2.html) before SQLite may touch it.

    Nothing but zeros is what a power cut leaves of a file that was ours.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    except OSError as error:
        raise LedgerError(Code.FILE_UNREADABLE, detail=str(error), file=path.name) from error
    if header and not any(header):
        raise LedgerError(Code.LEDGER_DAMAGED, detail="the file's header is empty")
    if not header.startswith(_MAGIC) or header[68:72] != APPLICATION_IDENTIFIER.to_bytes(4, "big"):
        raise LedgerError(Code.LEDGER_FOREIGN, path=str(path))


def _refuse_newer(db: Database, path: Path) -> None:
    unknown = sorted(_applied(db) - set(known_migrations()))
    if unknown:
        raise LedgerError(Code.LEDGER_TOO_NEW, detail=", ".join(unknown), path=str(path))


def known_migrations() -> list[str]:
    """The names of the migrations that this program knows, in order."""
    return list(MIGRATIONS)


def _applied(db: Database) -> set[str]:
    if not db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'").fetchone():
        return set()
    return {row[0] for row in db.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'ledger'").fetchall()}


def _upgrade(db: Database) -> None:
    import sqlite_utils

    from storage.migrations import migrations

    db.execute("PRAGMA foreign_keys = OFF")
    try:
        migrations.apply(sqlite_utils.Database(db.conn, execute_plugins=False))
        broken = db.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise LedgerError(Code.LEDGER_DAMAGED, detail=f"foreign keys after migration: {broken[:3]}")
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def _copy_before_upgrade(db: Database, path: Path, clock: Clock, migration: str) -> None:
    folder = path.parent / "backups"
    folder.mkdir(parents=True, exist_ok=True)
    stamp = clock().strftime("%Y%m%dT%H%M%S")
    target = folder / f"before-{migration}-{stamp}.db"
    target.unlink(missing_ok=True)  # of an attempt within the same second
    copy_ledger(db, target)
    for old in sorted(folder.glob("before-*.db"), key=lambda copy: copy.stat().st_mtime)[:-UPGRADE_COPIES_KEPT]:
        old.unlink()
