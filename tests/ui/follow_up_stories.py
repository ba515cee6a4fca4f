"""A centre a few days after a deadline: reports in time, late, returned and accepted, written as an import leaves them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import msgspec
from PySide6.QtWidgets import QApplication

from storage.catalogue import DATES
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.ledger import Ledger
from tests.ui.conftest import BuiltExchange
from ui.window.application import Language, make_workplace, set_language, settings_of
from ui.window.workplace import Workplace

HALF = "2020S1"
AFTER = datetime(2020, 6, 25, 8, 0, tzinfo=UTC)


def after_the_deadline() -> datetime:
    """The time of these stories."""
    return AFTER


def arrive(ledger: Ledger, office: str, day: date, *, rev: int = 1) -> None:
    """A closing of the half-year with its day of arrival."""
    root = bytes([rev]) * 32
    with ledger.write():
        ledger.db.execute("INSERT INTO arrival VALUES (?, ?, ?, ?)", [office, HALF, root, f"{day}T08:00:00Z"])
        ledger.db.execute(
            "INSERT INTO closing VALUES (?, ?, ?, ?, 1, 1, 'close', ?, 0, ?, '{}', '')",
            [office, HALF, rev, root, f"{day}T07:00:00Z", root],
        )


def decide(ledger: Ledger, office: str, state: str, *, remark: str = "") -> None:
    """The centre's decision about the first closing."""
    remarks = msgspec.json.encode([{"text": remark}] if remark else []).decode()
    with ledger.write():
        ledger.db.execute(
            "INSERT INTO review VALUES (?, ?, 1, ?, 1, ?, '2020-06-24T08:00:00Z', ?)",
            [office, HALF, bytes([1]) * 32, state, remarks],
        )


def tell_story(exchange: BuiltExchange) -> None:
    """Four reports, one exemption; 28 others are overdue."""
    with exchange.station(exchange.centre) as station:
        ledger = station.ledger
        arrive(ledger, "UBND-DH", date(2020, 6, 10))
        arrive(ledger, "UBND-NH", date(2020, 6, 22))
        arrive(ledger, "STC", date(2020, 6, 11))
        arrive(ledger, "SYT", date(2020, 6, 12))
        decide(ledger, "STC", "returned", remark="Thiếu số liệu tháng 5")
        decide(ledger, "SYT", "accepted")
        ledger.set(DATES, msgspec.json.encode({"exemptions": [["UBND-KPL", HALF]]}).decode())


@contextmanager
def centre_workplace(exchange: BuiltExchange, application: QApplication, language: Language = "vi") -> Iterator[Workplace]:
    """The centre's workplace on a day after the deadline."""
    set_language(application, language)
    workplace = make_workplace(
        exchange.centre,
        clock=after_the_deadline,
        identifiers=TimeOrderedIdentifiers(after_the_deadline),
        language=language,
        settings=settings_of(exchange.centre),
    )
    try:
        yield workplace
    finally:
        workplace.runner.shut_down()
