"""Where a ledger keeps its files; nothing else in the program makes up a path."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

APPLICATION = "SoHoatDong"


class Folders(NamedTuple):
    """``data`` holds one profile; ``markers`` lies outside it, so that copying or restoring the profile is noticed."""

    data: Path
    markers: Path

    @classmethod
    def of_user(cls, data: Path | None = None) -> Folders:
        """The user's own folders; ``data`` replaces the profile's folder alone."""
        import platformdirs

        usual = Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))
        state = Path(platformdirs.user_state_dir(APPLICATION, appauthor=False))
        return cls((data or usual).absolute(), apart(state, usual) / "markers")

    @property
    def database(self) -> Path:
        """The ledger."""
        return self.data / "ledger.db"

    @property
    def keys(self) -> Path:
        """The key store."""
        return self.data / "keys.json"

    @property
    def keys_in_making(self) -> Path:
        """A key store that takes the place of one that was lost, until the ledger knows its keys."""
        return self.data / "keys.new.json"

    @property
    def archive(self) -> Path:
        """Original bundles as they were received or sent, for ever."""
        return self.data / "archive"

    @property
    def quarantine(self) -> Path:
        """Files that could not be taken yet, with a reason."""
        return self.data / "quarantine"

    @property
    def kits(self) -> Path:
        """Kits as the centre issued them, to be written again and compared with the next."""
        return self.data / "kits"

    @property
    def backups(self) -> Path:
        """Rotating copies of the ledger."""
        return self.data / "backups"

    @property
    def temporary(self) -> Path:
        """Decrypted content while a job runs; emptied at its end and at the next start."""
        return self.data / "temporary"


def apart(state: Path, data: Path) -> Path:
    """A folder for what must not travel with the profile. Windows has one place for both; there it lies beside the profile."""
    return state.with_name(f"{state.name}-state") if state == data else state
