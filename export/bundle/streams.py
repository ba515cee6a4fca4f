"""Binary streams as bundles use them: a failing disk, stick or folder becomes an expected error with the file's name.

Only conversion and measuring; opening and closing belong to whoever owns the file.
"""

from __future__ import annotations

import errno
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO

from storage.domain.codes import Code
from storage.domain.errors import LedgerError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def file_name(stream: BinaryIO) -> str:
    """The name without its folder, or an empty text for a stream that is no named file."""
    name = getattr(stream, "name", "")
    return Path(name).name if isinstance(name, str) else ""


def open_for_reading(path: Path) -> BinaryIO:
    """Opens a file in binary mode; raises ``LedgerError`` ``FILE_NOT_FOUND`` or ``FILE_UNREADABLE`` with ``file``."""
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise LedgerError(Code.FILE_NOT_FOUND, detail=str(error), file=path.name) from error
    except OSError as error:
        raise unreadable(error, file=path.name) from error


def unreadable(error: OSError, *, file: str) -> LedgerError:
    """``FILE_UNREADABLE`` with ``file``."""
    return LedgerError(Code.FILE_UNREADABLE, detail=str(error), file=file)


def unwritable(error: OSError, *, file: str) -> LedgerError:
    """``DISK_FULL`` when the medium has no room (FAT32's limit of a file included), else ``FOLDER_UNWRITABLE``; both with
    ``file``.
    """
    code = Code.DISK_FULL if error.errno in _FULL else Code.FOLDER_UNWRITABLE
    return LedgerError(code, detail=str(error), file=file)


def size_of(stream: BinaryIO) -> int:
    """Length in bytes of a seekable stream, which is left where it was; raises ``LedgerError(FILE_UNREADABLE)``."""
    try:
        position = stream.tell()
        size = stream.seek(0, SEEK_END)
        stream.seek(position)
    except OSError as error:
        raise unreadable(error, file=file_name(stream)) from error
    return size


def write_to(target: BinaryIO, data: bytes | memoryview) -> None:
    """Writes all of ``data`` to a buffered stream; raises as ``unwritable`` says."""
    try:
        target.write(data)
    except OSError as error:
        raise unwritable(error, file=file_name(target)) from error
