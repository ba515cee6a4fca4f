"""Removable drives with their free space. Asking a drive can take long: this runs in a job, never in the window's thread."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QStorageInfo

_MOUNTS = (PurePosixPath("/media"), PurePosixPath("/run/media"), PurePosixPath("/Volumes"))
_WINDOWS_REMOVABLE = 2


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive to which bundles can be written; sizes in bytes."""

    root: Path
    name: str
    free: int
    total: int
    writable: bool


def removable_drives() -> list[Drive]:
    """Sticks and cards that are plugged in now, by name."""
    volumes = _windows_volumes() if sys.platform == "win32" else QStorageInfo.mountedVolumes()
    return drives_among(volumes)


def drives_among(volumes: list[QStorageInfo]) -> list[Drive]:
    """Those volumes that are ready and removable."""
    found = [
        Drive(
            root=Path(volume.rootPath()),
            name=volume.name() or Path(volume.rootPath()).name or volume.rootPath(),
            free=max(volume.bytesAvailable(), 0),
            total=max(volume.bytesTotal(), 0),
            writable=not volume.isReadOnly(),
        )
        for volume in volumes
        if volume.isValid() and volume.isReady() and (sys.platform == "win32" or is_removable_mount(volume.rootPath()))
    ]
    return sorted(found, key=lambda drive: (drive.name.casefold(), str(drive.root)))


def is_removable_mount(root: str) -> bool:
    """Whether a mount point is one of those that desktops give to sticks."""
    path = PurePosixPath(root)
    return any(mount in path.parents for mount in _MOUNTS)


def _windows_volumes() -> list[QStorageInfo]:
    """Only drives that call themselves removable are asked further: a lost network drive would hold everything up."""
    return [QStorageInfo(root) for root in _windows_roots()]


def _windows_roots() -> Iterator[str]:
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    letters = kernel.GetLogicalDrives()
    for number in range(26):
        root = f"{chr(ord('A') + number)}:\\"
        if letters & (1 << number) and kernel.GetDriveTypeW(ctypes.c_wchar_p(root)) == _WINDOWS_REMOVABLE:
            yield root
