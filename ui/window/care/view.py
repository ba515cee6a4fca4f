"""What the page of care reads in one job: copies of the ledger, whether it was restored or copied, whether keys are here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.marker import Continuity

if TYPE_CHECKING:
    from export.exchange.station import Station

NOTICES = {Continuity.RESTORED: Code.LEDGER_RESTORED, Continuity.COPIED: Code.LEDGER_COPIED}


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the ledger on this PC; ``replaced`` for one that a restore has set aside. ``size`` in bytes."""

    path: Path
    made: datetime
    size: int
    replaced: bool


@dataclass(frozen=True, slots=True)
class CareView:
    """``notice``: this ledger was restored or copied; ``keys``: what is wrong with the keys; None when all is well."""

    copies: tuple[Copy, ...]
    days_old: int | None
    notice: Code | None
    keys: Code | None


@dataclass(frozen=True, slots=True)
class NewKeys:
    """What has to be kept and read out after new keys were made."""

    recovery_code: str
    voice: str


def read_care(station: Station) -> CareView:
    """See the module's docstring; ``days_old`` is the age of the newest copy that is not a replaced ledger."""
    ledger = station.ledger
    copies = copies_in(ledger.folders.backups)
    own = [copy for copy in copies if not copy.replaced]
    age = (ledger.clock() - max(copy.made for copy in own)).days if own else None
    return CareView(
        copies=tuple(copies),
        days_old=max(age, 0) if age is not None else None,
        notice=NOTICES.get(ledger.continuity),
        keys=_keys(station),
    )


def copies_in(folder: Path) -> list[Copy]:
    """All copies in the folder of backups, the newest first."""
    found = []
    for path in sorted(folder.glob("*.db")):
        try:
            known = path.stat()
        except OSError:
            continue  # gone since the folder was listed
        made = datetime.fromtimestamp(known.st_mtime, UTC)
        found.append(Copy(path, made, known.st_size, path.name.startswith("replaced-")))
    return sorted(found, key=lambda copy: (copy.made, copy.path.name), reverse=True)


def problem_lines(problems: Sequence[str], *, shown: int) -> list[str]:
    """The first problems of a check, for the telephone."""
    return [*problems[:shown], *(["…"] if len(problems) > shown else [])]


def _keys(station: Station) -> Code | None:
    try:
        _ = station.key_store.names
    except LedgerError as error:
        return error.code
    return None
