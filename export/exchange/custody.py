"""What lies where: an office's sealed bundles on their way, a centre's files that wait, its imports that may be taken back.

Reads lists for windows and commands; the only thing written here is that somebody has handed a bundle over.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.ledger import Ledger

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class CustodyLine:
    """A sealed bundle. ``state`` is written, handed_over or receipted; ``sha256`` of the file in hex, ``size`` in bytes."""

    file: str
    at: str
    state: str
    size: int
    sha256: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file in quarantine with the code for which it was refused.

    ``office`` is empty when nobody knows, and only what the file says of itself while its key is not admitted.
    """

    path: Path
    at: str
    code: Code
    office: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One import. ``undone`` is the moment when it was taken back, else empty."""

    id: int
    at: str
    office: str
    file: str
    code: Code
    new: int
    known: int
    undone: str


def custody_lines(ledger: Ledger) -> list[CustodyLine]:
    """Every bundle this office has sealed, the newest first."""
    rows = ledger.db.execute(
        "SELECT file, at, state, size, lower(hex(sha256)), spoken FROM custody ORDER BY at DESC, file"
    ).fetchall()
    return [CustodyLine(*row) for row in rows]


def mark_handed_over(ledger: Ledger, path: Path) -> CustodyLine:
    """Notes that a sealed file has left the house; one that is receipted already stays so.

    Raises ``LedgerError``: FILE_NOT_FOUND, FILE_UNREADABLE, CUSTODY_UNKNOWN (``file``).
    """
    digest = file_digest(path)
    found = sealed_here(ledger, digest)
    if found is None:
        raise LedgerError(Code.CUSTODY_UNKNOWN, file=path.name)
    with ledger.write():
        ledger.db.execute("UPDATE custody SET state = 'handed_over' WHERE sha256 = ? AND state = 'written'", [digest])
    return sealed_here(ledger, digest) or found


def sealed_here(ledger: Ledger, digest: bytes) -> CustodyLine | None:
    """The bundle whose file has this SHA-256, when it was sealed on this PC."""
    row = ledger.db.execute(
        "SELECT file, at, state, size, lower(hex(sha256)), spoken FROM custody WHERE sha256 = ? LIMIT 1", [digest]
    ).fetchone()
    return CustodyLine(*row) if row else None


def waiting_in_quarantine(ledger: Ledger) -> list[Waiting]:
    """Files that could not be taken, the oldest first; those whose copy is gone are left out.

    Enrolment requests are not among them: they wait for the telephone, not for another import.
    """
    rows = ledger.db.execute(
        "SELECT file, at, code, office, lower(hex(sha256)) FROM quarantine WHERE code <> ? ORDER BY at, file",
        [Code.ENROLMENT_WAITING.value],
    ).fetchall()
    found = [Waiting(ledger.folders.quarantine / row[0], row[1], Code(row[2]), row[3], row[4]) for row in rows]
    return [item for item in found if item.path.is_file()]


def imports(ledger: Ledger) -> list[ImportLine]:
    """All imports, the newest first."""
    rows = ledger.db.execute("SELECT id, at, office, file, code, new, known, undone FROM import ORDER BY id DESC").fetchall()
    return [
        ImportLine(number, at, office, file, Code(code), new, known, undone)
        for number, at, office, file, code, new, known, undone in rows
    ]


def file_digest(path: Path) -> bytes:
    """SHA-256 of a file. Raises ``LedgerError``: FILE_NOT_FOUND, FILE_UNREADABLE."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except FileNotFoundError as error:
        raise LedgerError(Code.FILE_NOT_FOUND, path=str(path)) from error
    except OSError as error:
        raise LedgerError(Code.FILE_UNREADABLE, detail=type(error).__name__, path=str(path)) from error
    return digest.digest()
