"""Files that an office attaches to its own activities: published documents and minutes, kept by content.

Only kinds that can be recognised by their first bytes are taken, so that nothing that a PC would execute travels in a bundle.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from storage.database import Database
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import normalise
from storage.journal.entries import Attachment

CHUNK = 6 << 20
"""Bytes of a chunk: a bundle with one of them fits the smallest e-mail budget of 7 MiB (readers take up to 8 MiB)."""
MAX_FILE = 512 << 20
MAX_NAME = 120

_KINDS = (
    (b"%PDF-", "application/pdf", (".pdf",)),
    (b"\x89PNG\r\n\x1a\n", "image/png", (".png",)),
    (b"\xff\xd8\xff", "image/jpeg", (".jpg", ".jpeg")),
    (
        b"PK\x03\x04",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (".docx",),
    ),
    (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",)),
)


def keep_attachment(db: Database, path: Path) -> Attachment:
    """Takes a file's content into the ledger, in chunks; inside the caller's transaction.

    Raises ``LedgerError``: FILE_NOT_FOUND, FILE_UNREADABLE, ATTACHMENT_TYPE, ATTACHMENT_TOO_LARGE (``limit`` in MiB).
    """
    kind = check_attachment(path)
    whole, size, parts = hashlib.sha256(), 0, []
    for chunk in _chunks(path):
        whole.update(chunk)
        size += len(chunk)
        if size > MAX_FILE:
            raise LedgerError(Code.ATTACHMENT_TOO_LARGE, file=path.name, limit=MAX_FILE >> 20)
        parts.append(keep_blob(db, chunk))
    name = normalise(path.name)[-MAX_NAME:]
    return Attachment(h=whole.hexdigest(), n=size, name=name, type=kind, parts=parts if len(parts) > 1 else [])


def keep_blob(db: Database, data: bytes) -> str:
    """Keeps one chunk; returns its SHA-256 (hex)."""
    digest = hashlib.sha256(data)
    db.conn.execute("INSERT INTO blob VALUES (?, ?) ON CONFLICT DO NOTHING", [digest.digest(), data])
    return digest.hexdigest()


def blob(db: Database, sha256: str) -> bytes | None:
    """A chunk's content, or None when it has not arrived."""
    row = db.conn.execute("SELECT data FROM blob WHERE sha256 = ?", [bytes.fromhex(sha256)]).fetchone()
    return row[0] if row else None


def chunk_digests(attachment: Attachment) -> list[str]:
    """The chunks that make up an attachment: itself, or its parts."""
    return list(attachment.parts) or [attachment.h]


def write_attachment(db: Database, attachment: Attachment, target: Path) -> None:
    """Puts an attachment together again in ``target`` and checks it as a whole.

    Raises ``LedgerError``: BUNDLE_BLOBS_MISSING, FILE_EXISTS.
    """
    if target.exists():
        raise LedgerError(Code.FILE_EXISTS, path=str(target))
    whole = hashlib.sha256()
    with target.open("xb") as file:
        for digest in chunk_digests(attachment):
            data = blob(db, digest)
            if data is None:
                file.close()
                target.unlink()
                raise LedgerError(Code.BUNDLE_BLOBS_MISSING, count=1)
            whole.update(data)
            file.write(data)
    if whole.hexdigest() != attachment.h:
        target.unlink()
        raise LedgerError(Code.BUNDLE_MEMBER, detail="an attachment's chunks are not the attachment")


def check_attachment(path: Path) -> str:
    """The type of a file that may be attached. Raises as ``keep_attachment``; nothing is kept."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
            size = file.seek(0, 2)
    except FileNotFoundError as error:
        raise LedgerError(Code.FILE_NOT_FOUND, path=str(path)) from error
    except OSError as error:
        raise LedgerError(Code.FILE_UNREADABLE, detail=str(error), file=path.name) from error
    for magic, kind, suffixes in _KINDS:
        if head.startswith(magic) and path.suffix.lower() in suffixes:
            if size > MAX_FILE:
                raise LedgerError(Code.ATTACHMENT_TOO_LARGE, file=path.name, limit=MAX_FILE >> 20)
            return kind
    raise LedgerError(Code.ATTACHMENT_TYPE, file=path.name)


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk
    except OSError as error:
        raise LedgerError(Code.FILE_UNREADABLE, detail=str(error), file=path.name) from error
