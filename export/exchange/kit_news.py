"""The kit that the offices have and the one they would get: what it holds, and what has changed since.

Only reads. The copy that the centre keeps of each kit (``kits.issued_kit``) is believed when it is the one in the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from export.exchange.kits import Kit, issued_kit, next_number, read_kit
from export.exchange.station import Station
from storage.catalogue import parse_dates
from storage.domain.errors import LedgerError
from storage.domain.office_file import parse_offices
from storage.domain.plan_changes import Change
from storage.domain.programme_file import parse_programme
from storage.plan import Documents, changes_between, documents_of


@dataclass(frozen=True, slots=True)
class KitStanding:
    """The newest kit: ``no`` 0 and ``at`` empty when none was issued; ``following`` is the number of the next.

    ``file`` is the centre's copy, ``changes`` what the next kit would say otherwise; both None when the copy is not there.
    ``trust`` is the version of the list of keys in the kit, 0 when that is not known; ``trust_now`` the one in force.
    """

    no: int
    at: str
    following: int
    tasks: int
    offices: int
    trust_now: int
    file: Path | None = None
    trust: int = 0
    changes: tuple[Change, ...] | None = None

    @property
    def is_stale(self) -> bool:
        """Whether offices should get a new kit."""
        return self.no == 0 or bool(self.changes) or (self.trust > 0 and self.trust != self.trust_now)


def kit_standing(station: Station) -> KitStanding:
    """What is known of the newest kit; needs no PIN."""
    catalogue = station.catalogue
    row = station.ledger.db.execute("SELECT no, at, payload FROM kit ORDER BY no DESC LIMIT 1").fetchone()
    number, at, payload = (int(row[0]), str(row[1]), bytes(row[2])) if row else (0, "", b"")
    kept = _kept(station, number, payload) if row else None
    return KitStanding(
        no=number,
        at=at,
        following=next_number(station),
        tasks=len(catalogue.programme.tasks),
        offices=len(catalogue.register.offices_on(catalogue.today)),
        trust_now=station.trust.version,
        file=issued_kit(station, number) if kept else None,
        trust=kept.manifest.trust if kept else 0,
        changes=tuple(changes_between(_documents(kept), documents_of(catalogue))) if kept else None,
    )


def _documents(kit: Kit) -> Documents:
    return Documents(parse_programme(kit.programme), parse_offices(kit.offices), parse_dates(kit.dates))


def _kept(station: Station, number: int, payload: bytes) -> Kit | None:
    try:
        kit = read_kit(issued_kit(station, number), temporary=station.ledger.folders.temporary)
    except LedgerError:
        return None
    return kit if kit.payload_digest == payload else None
