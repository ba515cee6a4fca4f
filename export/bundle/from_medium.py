"""Reads a file that was just written from the medium itself, past the system's cache as far as the system allows that.

Without this, a stick that lost what it was given would seem to hold it: the answer would come from memory. Where a file system
refuses (network folders, some encrypted ones), the file is read in the ordinary way. Nothing is compared here.

Sources: POSIX, ``posix_fadvise``; Microsoft, "File Buffering" (whole sectors, at aligned addresses of memory).
"""

from __future__ import annotations

import mmap
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import FileIO
from pathlib import Path

_STEP = 1 << 20
"""Bytes read at a time: a multiple of every sector in use."""

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    _GENERIC_READ, _SHARE_ALL, _OPEN_EXISTING = 0x80000000, 0x7, 3
    _NO_BUFFERING = 0x20000000 | 0x08000000  # FILE_FLAG_NO_BUFFERING, FILE_FLAG_SEQUENTIAL_SCAN
    _INVALID_HANDLE = ctypes.c_void_p(-1).value

    def _open(path: Path) -> FileIO:
        """Raises ``OSError``."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.argtypes = [
            *(wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, ctypes.c_void_p),
            *(wintypes.DWORD, wintypes.DWORD, wintypes.HANDLE),
        ]
        kernel.CreateFileW.restype = ctypes.c_void_p
        handle = kernel.CreateFileW(str(path), _GENERIC_READ, _SHARE_ALL, None, _OPEN_EXISTING, _NO_BUFFERING, None)
        if handle is None or handle == _INVALID_HANDLE:
            return FileIO(path)
        return FileIO(msvcrt.open_osfhandle(handle, os.O_RDONLY | os.O_BINARY), "rb")

else:

    def _open(path: Path) -> FileIO:
        """Raises ``OSError``."""
        file = FileIO(path)
        with suppress(AttributeError, OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return file


def blocks_from_medium(path: Path) -> Iterator[memoryview]:
    """The file's content in blocks; each is overwritten by the next. Raises ``OSError``."""
    with _open(path) as file, mmap.mmap(-1, _STEP) as buffer, memoryview(buffer) as block:  # a map begins at a page
        while size := file.readinto(block):
            with block[:size] as part:
                yield part
