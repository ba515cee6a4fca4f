"""Tells from a file's first bytes whether it is one of ours, before anything else is tried on it.

A name is never trusted. Word and Excel files are ZIP files too; the name of the first member tells them from a kit or an opened
bundle.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from export.bundle.age_header import MAGIC, check_magic
from export.bundle.canonical_zip_layout import LOCAL, LOCAL_SIGNATURE, MANIFEST_NAME
from export.bundle.streams import open_for_reading, unreadable
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

HEAD_SIZE = LOCAL.size + len(MANIFEST_NAME)
"""Bytes from the beginning that decide."""


class FileKind(StrEnum):
    """What a file claims to be by its first bytes."""

    ENCRYPTED = "ENCRYPTED"
    KIT_OR_PLAIN = "KIT_OR_PLAIN"
    """A container that is not encrypted: a kit, an enrolment request, or a bundle opened for an auditor."""
    UNKNOWN = "UNKNOWN"


def kind_of(head: bytes) -> FileKind:
    """The kind of a file that begins with ``head``, of which ``HEAD_SIZE`` bytes count."""
    if head.startswith(MAGIC):
        return FileKind.ENCRYPTED
    if head.startswith(LOCAL_SIGNATURE) and head[LOCAL.size : HEAD_SIZE] == MANIFEST_NAME.encode():
        return FileKind.KIT_OR_PLAIN
    return FileKind.UNKNOWN


def recognise(path: Path) -> FileKind:
    """The kind of a file, never ``UNKNOWN``.

    Raises ``LedgerError``: ``BUNDLE_NOT_OURS`` for a foreign file, ``BUNDLE_INCOMPLETE`` for one that ends or turns to zeros
    before it can be recognised, ``BUNDLE_TOO_NEW`` for a later version of the encryption format, ``FILE_NOT_FOUND`` and
    ``FILE_UNREADABLE`` with ``file``.
    """
    with open_for_reading(path) as file:
        try:
            head = file.read(HEAD_SIZE)
        except OSError as error:
            raise unreadable(error, file=path.name) from error
    kind = kind_of(head)
    if kind is not FileKind.UNKNOWN:
        return kind
    if head[:4] == LOCAL_SIGNATURE[: len(head)] and MANIFEST_NAME.encode().startswith(head[LOCAL.size :]):
        raise LedgerError(Code.BUNDLE_INCOMPLETE, detail=f"{len(head)} bytes of a container")
    check_magic(head)
    raise AssertionError("an age file was not recognised")
