"""What the centre has said last, read from the newest receipt in one job; no Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from storage.domain.codes import Code
from storage.domain.errors import Parameter
from storage.journal.entries import Activity, Put, Remark
from storage.projections.versions import resolve

if TYPE_CHECKING:
    from export.exchange.receipts import FeedState, PeriodState, Receipt
    from export.exchange.station import Station

ANSWERED = "window_remarks_answered"
"""The setting of the ledger with the remarks that were answered: it goes with backups, as the receipts themselves do."""
_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one file from the centre."""

    file: Path
    code: Code
    parameters: dict[str, Parameter]
    remarks: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class ToDo:
    """One remark of the centre. ``place`` says in words what it is about; ``key`` names it among all remarks."""

    key: str
    period: str
    period_name: str
    text: str
    place: str
    uid: str
    item: str
    answered: bool


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """Where the centre stands with one period; ``state`` is a word of the catalogue, ``received`` an ISO day or empty."""

    code: str
    name: str
    state: Literal["received", "accepted", "returned", "reopened"]
    received: str
    remarks: int


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What the centre still lacks or does not count."""

    entries: int
    attachments: int
    forked: bool
    rejected: int
    conflicts: int

    def __bool__(self) -> bool:
        return bool(self.entries or self.attachments or self.forked or self.rejected or self.conflicts)


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """The newest receipt; ``no`` 0 when there is none yet."""

    no: int
    created: str
    periods: tuple[PeriodLine, ...]
    to_do: tuple[ToDo, ...]
    shortfall: Shortfall


NO_RECEIPT = ReceiptView(0, "", (), (), Shortfall(0, 0, False, 0, 0))


def read_receipt(station: Station, language: str) -> ReceiptView:
    """The newest receipt as the page shows it."""
    from export.exchange.receipts import last_receipt

    ledger = station.ledger
    number, _, receipt = last_receipt(ledger, ledger.office, own=False)
    if receipt is None:
        return NO_RECEIPT
    answered = set(ledger.setting(ANSWERED).split())
    return ReceiptView(
        no=number,
        created=receipt.created,
        periods=tuple(_line(station, state, language) for state in receipt.periods),
        to_do=tuple(
            _to_do(station, state, remark, language, answered)
            for state in receipt.periods
            if state.state == "returned" or state.remarks
            for remark in state.remarks
        ),
        shortfall=shortfall(receipt),
    )


def shortfall(receipt: Receipt) -> Shortfall:
    """Summed over all feeds of the office."""
    return Shortfall(
        entries=sum(_missing(feed) for feed in receipt.feeds),
        attachments=len({digest for feed in receipt.feeds for digest in feed.missing_blobs}),
        forked=any(feed.fork_at for feed in receipt.feeds),
        rejected=sum(len(feed.rejected) for feed in receipt.feeds),
        conflicts=len(receipt.conflicts),
    )


def with_answered(before: str, keys: list[str]) -> str:
    """The setting after ticking; the oldest are dropped when there are very many."""
    return " ".join(list(dict.fromkeys([*before.split(), *keys]))[-_KEPT:])


def remark_key(period: str, remark: Remark) -> str:
    """The same remark in a later receipt has the same key, so that a tick outlives it."""
    import hashlib

    return hashlib.sha256(period.encode() + b"\0" + msgspec.json.encode(remark)).hexdigest()[:16]


def _missing(feed: FeedState) -> int:
    return sum(last - first + 1 for first, last in feed.missing)


def _line(station: Station, state: PeriodState, language: str) -> PeriodLine:
    name = _period_name(station, state.period, language)
    return PeriodLine(state.period, name, state.state, state.received[:10], len(state.remarks))


def _to_do(station: Station, state: PeriodState, remark: Remark, language: str, answered: set[str]) -> ToDo:
    key = remark_key(state.period, remark)
    return ToDo(
        key=key,
        period=state.period,
        period_name=_period_name(station, state.period, language),
        text=remark.text,
        place=_place(station, remark, language),
        uid=remark.uid,
        item=remark.item,
        answered=key in answered,
    )


def _period_name(station: Station, code: str, language: str) -> str:
    from storage.domain.errors import LedgerError

    try:
        return station.catalogue.period(code).name(language)
    except LedgerError:
        return code


def _place(station: Station, remark: Remark, language: str) -> str:
    programme = station.catalogue.programme
    if remark.uid:
        return _record_title(station, remark.uid)
    for section in programme.sections:
        if section.code == remark.item:
            return section.title_vi if language == "vi" else section.title_en
    for indicator in programme.indicators:
        if indicator.id == remark.item:
            return f"{indicator.id}  {indicator.label_vi if language == 'vi' else indicator.label_en}"
    return remark.item


def _record_title(station: Station, uid: str) -> str:
    ledger = station.ledger
    try:
        versions = ledger.projections.versions(bytes.fromhex(uid), ledger.office)
    except ValueError:
        return uid
    content = resolve(versions).content if versions else None
    if isinstance(content, Put) and isinstance(content.body, Activity):
        return content.body.title
    return uid
