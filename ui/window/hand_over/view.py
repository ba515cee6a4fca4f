"""What the page of handing over reads from the ledger, in one job; no Qt here, and nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from export.documents.handover_sheet import HandoverSheet
    from export.exchange.custody import CustodyLine
    from export.exchange.sealing import SealedBundle
    from export.exchange.station import Station


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What has not been confirmed yet: ``entries`` that say something, and the names of ``periods`` closed among them."""

    entries: int
    periods: tuple[str, ...]
    open_period: str


@dataclass(frozen=True, slots=True)
class HandOverView:
    """Custody, the newest first, and what waits to be sent."""

    custody: tuple[CustodyLine, ...]
    outgoing: Outgoing


def read_hand_over(station: Station, language: str) -> HandOverView:
    """``open_period`` is the current period's name while it is not closed, else empty."""
    from export.exchange.custody import custody_lines
    from export.exchange.sealing import pending
    from storage.closing import is_closed
    from storage.journal.entries import Acknowledged, Closed, Opened

    ledger, catalogue = station.ledger, station.catalogue
    portions = pending(ledger)
    codes = {entry.period for portion in portions for entry in portion.special if isinstance(entry, Closed)}
    current = catalogue.periods.current(catalogue.today)
    outgoing = Outgoing(
        entries=sum(len(portion.lines) for portion in portions)
        - sum(isinstance(entry, Opened | Acknowledged) for portion in portions for entry in portion.special),
        periods=tuple(catalogue.period(code).name(language) for code in sorted(codes)),
        open_period="" if is_closed(ledger, ledger.office, current.code) else current.name(language),
    )
    return HandOverView(tuple(custody_lines(ledger)), outgoing)


def sheet_of(station: Station, bundle: SealedBundle, period: str, language: str) -> HandoverSheet:
    """The hand-over sheet of one sealed bundle. ``period``: the code of the period that it reports."""
    import msgspec

    from export.bundle.envelope import parse_envelope
    from export.bundle.manifest import Manifest
    from export.documents.handover_sheet import HandoverSheet

    catalogue = station.catalogue
    manifest = msgspec.json.decode(parse_envelope(bundle.file.envelope).payload, type=Manifest)
    own, centre = catalogue.own_office, catalogue.register.office(station.centre)
    chosen = catalogue.period(period)
    return HandoverSheet(
        office_code=own.code,
        office=own.name_vi if language == "vi" else own.name_en,
        centre=centre.name_vi if language == "vi" else centre.name_en,
        period=chosen.code,
        period_name=chosen.name(language),
        file_name=bundle.file.path.name,
        size=bundle.file.size,
        sha256=bundle.file.sha256.hex(),
        activities=bundle.activities,
        attachments=manifest.counts.blobs,
        answers=bundle.answers,
        sealed_at=datetime.fromisoformat(manifest.created).astimezone(),
    )
