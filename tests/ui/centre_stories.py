"""What happens at the centre between two acts of an office, for the tests of windows: real files, real keys."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from export.exchange import sealing
from export.exchange.importing import import_files
from export.exchange.receipts import issue_receipts
from storage.closing import close_period
from storage.journal.entries import Remark
from storage.reviewing import review
from tests.ui.conftest import OFFICE, BuiltExchange

HALF = "2020S1"


def close_and_seal(exchange: BuiltExchange, folder: Path) -> list[Path]:
    """The office closes its half-year and seals, without any window."""
    with exchange.station(exchange.office) as station:
        close_period(station.ledger, station.catalogue, HALF)
        return [bundle.file.path for bundle in sealing.seal(station, folder).bundles]


def answer_of_centre(exchange: BuiltExchange, bundles: Sequence[Path], *, remarks: Sequence[Remark] | None = None) -> Path:
    """The centre imports, accepts the report (or returns it with remarks), and issues the receipt."""
    with exchange.station(exchange.centre) as station:
        import_files(station, list(bundles))
        if bundles:
            period = station.catalogue.period(HALF)
            review(station.ledger, OFFICE, period, accept=remarks is None, remarks=list(remarks or []), by="")
        (issued,) = issue_receipts(station, exchange.root / "receipts", [OFFICE])
        return issued.file.path
