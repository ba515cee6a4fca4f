"""Replaces files as one step: a reader meets the whole old content or the whole new content, never a part of either.

Every finished file of the product (keys, kits, bundles, documents) is written here. The new bytes go to a temporary file in
the same folder, are forced to the medium, and take the old name last. ``os.replace`` is called nowhere else. Nothing here knows
what the bytes mean.
"""

from __future__ import annotations

import errno
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from storage.domain.codes import Code
from storage.domain.errors import LedgerError

TEMPORARY_SUFFIX = ".part"

# Access denied, sharing violation, lock violation: a virus scanner, the indexer or a synchronising service holds a file that
# has just been written, for some tenths of a second.
_PASSING_WINDOWS_ERRORS = frozenset({5, 32, 33})
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 0.9)  # about 2.5 seconds in all

# No room on the medium, in the user's share of it, or in one file (FAT32 ends at 4 GiB).
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Give ``path`` the content ``data``; ``private`` keeps it from other users of the PC (mode 0600 where modes exist).

    Raises ``LedgerError``: DISK_FULL, FOLDER_UNWRITABLE or FILE_IN_USE, each with ``path``. The old file is then untouched.
    """
    with atomic_writer(path, private=private) as file:
        file.write(data)


@contextmanager
def atomic_writer(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """A binary file, readable and seekable too, that becomes ``path`` when the block ends without an exception.

    Raises as ``write_atomically``. An exception of the block itself comes through as it is, save that of a full disk. Whatever
    happens, the temporary file is removed.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}{TEMPORARY_SUFFIX}")
    with _explained(path):
        file = _create(temporary, private=private)
    try:
        try:
            yield file
        except OSError as error:
            # The block may read other files too: only a full disk is surely ours.
            if error.errno in _FULL:
                raise _explain(error, path) from error
            raise
        with _explained(path):
            file.flush()
            os.fsync(file.fileno())
            file.close()
            replace_with_retry(temporary, path)
            _flush_folder(path.parent)
    finally:
        # Closing writes what is left in the buffer: on a full disk it fails again, and the first error is the one to tell.
        with suppress(OSError):
            file.close()
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def replace_with_retry(
    source: Path,
    target: Path,
    *,
    replace: Callable[[Path, Path], None] = os.replace,
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """``os.replace`` that waits out the passing locks of Windows for about 2.5 seconds; any other ``OSError`` comes at once."""
    for seconds in _PAUSES:
        try:
            replace(source, target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _PASSING_WINDOWS_ERRORS:
                raise
            pause(seconds)
        else:
            return
    replace(source, target)


def _create(path: Path, *, private: bool) -> BinaryIO:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600 if private else 0o666), "w+b")


def _flush_folder(folder: Path) -> None:
    """Make the new name durable too. Windows has no such call: there NTFS's own log does it."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            # Some file systems of sticks and shares cannot flush a folder; the content itself is already on the medium.
            if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EBADF}:
                raise
        finally:
            os.close(descriptor)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _explain(error, path) from error


def _explain(error: OSError, path: Path) -> LedgerError:
    if error.errno in _FULL:
        code = Code.DISK_FULL
    elif getattr(error, "winerror", None) in {32, 33}:
        code = Code.FILE_IN_USE
    elif isinstance(error, PermissionError) and path.exists():
        # Windows answers "access denied" both for a file that Excel holds and for one marked read-only.
        code = Code.FILE_IN_USE if sys.platform == "win32" else Code.FOLDER_UNWRITABLE
    else:
        code = Code.FOLDER_UNWRITABLE
    return LedgerError(code, detail=f"{type(error).__name__}: {error}", path=str(path))
