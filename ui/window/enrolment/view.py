"""What the page of enrolment reads in one job: waiting requests, offices with keys and kits, the kit, the centre's keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.collation import sort_key
from storage.domain.offices import Office

if TYPE_CHECKING:
    from export.exchange.kit_news import KitStanding
    from export.exchange.rotation import TrustStanding
    from export.exchange.station import Station

NONE, WAITING = "NONE", "WAITING"
"""States of an office beside those of its keys: nothing has come from it, or a request that nobody has decided."""


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request that waits. ``phone`` is the number in the register of offices, empty when none stands there."""

    path: Path
    office: str
    name: str
    phone: str
    at: str


@dataclass(frozen=True, slots=True)
class OpenedRequest:
    """A request whose signature was verified. ``voice`` is compared with what is typed and never shown."""

    path: Path
    office: str
    voice: str
    keyid: str
    created: str
    in_force: int


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office with one of its keys, or with none. ``kit`` 0 = not known."""

    office: str
    name: str
    phone: str
    state: str
    keyid: str = ""
    public: bytes = b""
    since: str = ""
    ended: str = ""
    kit: int = 0
    kit_at: str = ""


@dataclass(frozen=True, slots=True)
class DeskView:
    """Everything that the page shows."""

    requests: tuple[RequestRow, ...]
    offices: tuple[OfficeRow, ...]
    kit: KitStanding
    trust: TrustStanding
    now: datetime


def read_desk(station: Station, language: str) -> DeskView:
    """See the module's docstring; needs no PIN."""
    from export.exchange.enrolment_desk import waiting_requests
    from export.exchange.kit_news import kit_standing
    from export.exchange.rotation import trust_standing

    register = station.catalogue.register

    def named(code: str) -> tuple[str, str]:
        if code not in register:
            return code, ""
        office = register.office(code)
        return _name(office, language), office.phone

    requests = tuple(
        RequestRow(request.path, request.office, *named(request.office), request.at)
        for request in waiting_requests(station.ledger)
    )
    offices = _office_rows(station, language, {request.office for request in requests})
    return DeskView(requests, offices, kit_standing(station), trust_standing(station), station.ledger.clock())


def open_waiting(station: Station, path: Path) -> OpenedRequest:
    """Opens one request with the keys. Raises as ``enrolment_desk.open_request``."""
    from export.exchange.enrolment_desk import open_request

    request = open_request(station, path)
    office = request.enrolment.office
    in_force = sum(key.office == office and key.last_good is None for key in station.admitted_keys().values())
    return OpenedRequest(path, office, request.voice, request.keyid, request.enrolment.created, in_force)


def kit_uses(rows: tuple[OfficeRow, ...]) -> list[tuple[int, int]]:
    """(kit number, how many offices work by it), the newest kit first; number 0 = not known, last."""
    kit_of = {row.office: row.kit for row in rows}
    counts: dict[int, int] = {}
    for number in kit_of.values():
        counts[number] = counts.get(number, 0) + 1
    return sorted(counts.items(), key=lambda pair: (pair[0] == 0, -pair[0]))


def _office_rows(station: Station, language: str, waiting: set[str]) -> tuple[OfficeRow, ...]:
    from export.exchange.enrolment_desk import key_lines, kits_in_use

    catalogue, ledger = station.catalogue, station.ledger
    register, kits = catalogue.register, kits_in_use(ledger)
    lines: dict[str, list[OfficeRow]] = {}
    for line in key_lines(ledger):
        office = register.office(line.office) if line.office in register else None
        use = kits.get(line.office)
        lines.setdefault(line.office, []).append(
            OfficeRow(
                line.office,
                _name(office, language) if office else line.office,
                office.phone if office else "",
                line.state.value,
                line.keyid,
                line.public,
                line.since,
                line.ended,
                use.no if use else 0,
                use.at if use else "",
            )
        )
    rows = [row for found in lines.values() for row in found]
    for office in register.offices_on(catalogue.today):
        if office.code not in lines and office.code != ledger.office:
            state = WAITING if office.code in waiting else NONE
            rows.append(OfficeRow(office.code, _name(office, language), office.phone, state))
    return tuple(sorted(rows, key=lambda row: (sort_key(row.name), row.office, row.since)))


def _name(office: Office, language: str) -> str:
    return office.name_vi if language == "vi" else office.name_en
