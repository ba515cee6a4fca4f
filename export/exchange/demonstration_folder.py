"""The folder of a demonstration: what lies where, and the rule that only what an earlier one wrote is ever replaced."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from storage.atomic_file import write_atomically
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.folders import Folders

_MARKER = "demonstration.marker"
_MARKER_TEXT = b"so-hoat-dong demonstration 1\n"
_OWN_FOLDERS = ("centre", "offices", "markers", "usb", "backups", "documents", "check")
INDEX = "index.txt"


@dataclass(frozen=True, slots=True)
class DemonstrationFolder:
    """Every place of a demonstration; ``usb`` stands for the sticks that are carried between the PCs."""

    root: Path

    @property
    def usb(self) -> Path:
        """What was carried: kits, enrolments, bundles by period and office, receipts, entries sent back."""
        return self.root / "usb"

    @property
    def kits(self) -> Path:
        """The centre's kits."""
        return self.usb / "kits"

    @property
    def enrolments(self) -> Path:
        """The offices' requests."""
        return self.usb / "enrolments"

    @property
    def documents(self) -> Path:
        """Word and Excel files, by period."""
        return self.root / "documents"

    @property
    def backups(self) -> Path:
        """The copy from which one office is restored, and the centre as it was before the first import."""
        return self.root / "backups"

    @property
    def index(self) -> Path:
        """The list of what lies where."""
        return self.root / INDEX

    @property
    def centre(self) -> Folders:
        """The centre's profile."""
        return self._profile("centre", "centre")

    @property
    def second_centre(self) -> Folders:
        """A centre that exists only while the demonstration is checked."""
        return self._profile("check", "check")

    def office(self, code: str) -> Folders:
        """An office's profile."""
        return self._profile(f"offices/{code}", code)

    def bundles(self, period: str, office: str) -> Path:
        """What an office hands over for a period."""
        return self.usb / "bundles" / period / office

    def receipts(self, number: int) -> Path:
        """The receipts of one round."""
        return self.usb / "receipts" / str(number)

    def prepare(self) -> None:
        """Makes the folder ready: new, empty, or freed of an earlier demonstration.

        Raises ``LedgerError``: FILE_EXISTS when anything else lies there, FOLDER_UNWRITABLE.
        """
        try:
            if self.root.exists() and (not self.root.is_dir() or any(self.root.iterdir())) and not self._is_ours():
                raise LedgerError(Code.FILE_EXISTS, detail="not written by a demonstration", path=str(self.root))
            self.clear()
            self.root.mkdir(parents=True, exist_ok=True)
            write_atomically(self.root / _MARKER, _MARKER_TEXT)
            for folder in (self.kits, self.enrolments, self.documents, self.backups):
                folder.mkdir(parents=True)
        except OSError as error:
            raise LedgerError(Code.FOLDER_UNWRITABLE, detail=str(error), path=str(self.root)) from error

    def clear(self) -> None:
        """Removes what a demonstration wrote and leaves everything else; the marker goes last."""
        for name in _OWN_FOLDERS:
            _remove_folder(self.root / name)
        for name in (INDEX, _MARKER):
            (self.root / name).unlink(missing_ok=True)

    def clear_second_centre(self) -> None:
        """Removes the centre that was made for the checks."""
        _remove_folder(self.second_centre.data)
        _remove_folder(self.second_centre.markers)

    def _is_ours(self) -> bool:
        marker = self.root / _MARKER
        return marker.is_file() and marker.read_bytes() == _MARKER_TEXT

    def _profile(self, data: str, marker: str) -> Folders:
        return Folders(self.root / data, self.root / "markers" / marker)


def _remove_folder(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
    elif path.is_dir():
        shutil.rmtree(path)
