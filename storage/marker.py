"""The marker: a few bytes outside the ledger that tell at start when the ledger was restored, copied or moved to another PC.

It is written after each commit without waiting for the disk, in two alternating files, so it costs next to nothing and may lag
behind the ledger; only a ledger that lags behind its marker is alarming.
"""

from __future__ import annotations

import hashlib
import uuid
from enum import StrEnum
from pathlib import Path

import msgspec

_SLOTS = 2


class Continuity(StrEnum):
    """How the ledger compares with what this PC remembers of it."""

    CONTINUOUS = "CONTINUOUS"
    RESTORED = "RESTORED"
    COPIED = "COPIED"


class Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The last entry this PC wrote: feed and link as hex."""

    installation: str
    machine: str
    count: int
    feed: str
    seq: int
    link: str


def this_machine() -> str:
    """A fingerprint of this PC: the system's own identifier, hashed so that it can be kept."""
    return hashlib.sha256(b"shd/machine/v1\0" + _machine_identifier().encode()).hexdigest()[:32]


def _machine_identifier() -> str:
    windows = _windows_machine_guid()
    if windows:
        return windows
    for path in (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id")):
        if path.is_file():
            return path.read_text(encoding="ascii").strip()
    return str(uuid.getnode())


def _windows_machine_guid() -> str:
    try:
        import winreg
    except ImportError:
        return ""
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:  # type: ignore[attr-defined,unused-ignore]
        return str(winreg.QueryValueEx(key, "MachineGuid")[0])  # type: ignore[attr-defined,unused-ignore]


class Marker:
    """The marker of one installation, in a folder outside the profile."""

    def __init__(self, folder: Path, installation: str, machine: str, *, fallback: Path | None = None) -> None:
        """``fallback``, in the profile, serves where ``folder`` can never be written; it still tells another PC."""
        self._folder = folder
        self._fallback = fallback
        self._installation = installation
        self._machine = machine
        newest = self.read()
        self._count = newest.count if newest else 0

    @property
    def machine(self) -> str:
        """The PC on which this marker is being kept."""
        return self._machine

    def read(self) -> Mark | None:
        """The newest readable mark, or None when this PC remembers nothing of the installation."""
        folders = [self._folder, *([self._fallback] if self._fallback else [])]
        slots = [(folder, slot) for folder in folders for slot in range(_SLOTS)]
        marks = [mark for folder, slot in slots if (mark := self._read_slot(folder, slot)) is not None]
        return max(marks, key=lambda mark: mark.count, default=None)

    def write(self, *, feed: bytes, seq: int, link: bytes) -> None:
        """Remembers the last entry. A marker that cannot be written is no reason to fail a saved record."""
        self._count += 1
        mark = Mark(self._installation, self._machine, self._count, feed.hex(), seq, link.hex())
        body = msgspec.json.encode(mark)
        content = body + b"\n" + hashlib.sha256(body).hexdigest().encode()
        for folder in (self._folder, self._fallback):
            if folder is None:
                return
            try:
                folder.mkdir(parents=True, exist_ok=True)
                self._path(folder, self._count % _SLOTS).write_bytes(content)
            except OSError:
                continue
            return

    def _read_slot(self, folder: Path, slot: int) -> Mark | None:
        try:
            body, _, check = self._path(folder, slot).read_bytes().partition(b"\n")
            if hashlib.sha256(body).hexdigest().encode() != check:
                return None
            mark = msgspec.json.decode(body, type=Mark)
        except (OSError, msgspec.DecodeError):
            return None
        return mark if mark.installation == self._installation else None

    def _path(self, folder: Path, slot: int) -> Path:
        return folder / f"{self._installation}.{slot}"
