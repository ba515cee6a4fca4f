"""Receipts: the centre's signed word on what it holds of each feed, and on the state of each report.

A receipt confirms the gapless, unforked beginning of a feed; of a forked one also each history that is held.
Receipts of one office form a chain of their own, so that an office can show what it was told, and a centre that went back to an
older state is noticed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta

from export.bundle.envelope import PayloadKind, parse_envelope
from export.bundle.manifest import (
    CLOCK_NOTE,
    FORMAT,
    Hex16,
    Hex32,
    Moment,
    Natural,
    OfficeCode,
    Organisation,
    PeriodCode,
    Positive,
    Signed,
    encode_payload,
)
from export.exchange.confirmed import keep_held
from export.exchange.station import Station
from export.exchange.unfinished import missing_blobs
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.journal.chain import ZERO_LINK
from storage.journal.entries import Remark
from storage.journal.store import Feed
from storage.ledger import Ledger, Role
from storage.version import VERSION

if TYPE_CHECKING:  # sealing brings the libraries of cryptography; reading what the centre said needs none of them
    from export.bundle.sealed_file import SealedFile


_MOST_HISTORIES = 50


class Rejection(Signed, frozen=True):
    """An entry that does not count, and why (a code)."""

    seq: Positive
    code: Annotated[str, Meta(max_length=40)]


class FeedState(Signed, frozen=True):
    """What the centre holds of a feed. ``missing`` are closed intervals; ``fork_at`` 0 means that there is no fork.

    Of a forked feed there are several: the first ends before the fork, each further one at the end of a history that is held.
    """

    feed: Hex16
    seq: Natural
    head: Hex32
    claimed: Natural
    missing: list[tuple[int, int]] = msgspec.field(default_factory=list)
    missing_blobs: list[Hex32] = msgspec.field(default_factory=list)
    fork_at: Natural = 0
    rejected: list[Rejection] = msgspec.field(default_factory=list)

    @property
    def is_history(self) -> bool:
        """Whether this is about one history of a forked feed, told apart from the others by its ``head``."""
        return 0 < self.fork_at <= self.seq


class PeriodState(Signed, frozen=True):
    """The state of an office's report of a period."""

    period: PeriodCode
    rev: Natural
    n: Natural
    root: Hex32
    state: Literal["received", "accepted", "returned", "reopened"]
    received: str = ""
    remarks: list[Remark] = msgspec.field(default_factory=list)


class Receipt(Signed, frozen=True):
    """The payload of a receipt; ``prev`` is the digest of the receipt before it, empty for the first."""

    format: Literal[1]
    kind: Literal["receipt"]
    org: Organisation
    office: OfficeCode
    no: Positive
    prev: Annotated[str, Meta(pattern=r"\A([0-9a-f]{64})?\Z")]
    centre: OfficeCode
    centre_key: Hex16
    trust: Positive
    kit: Natural
    keys: list[Hex32]
    feeds: list[FeedState]
    conflicts: list[Hex16]
    periods: list[PeriodState]
    created: Moment
    clock: Literal["office-pc, not trusted"]
    app: Annotated[str, Meta(max_length=40)]


@dataclass(frozen=True, slots=True)
class IssuedReceipt:
    """A receipt as a file."""

    office: str
    no: int
    file: SealedFile
    receipt: Receipt


def offices_with_news(station: Station) -> list[str]:
    """Offices of which the centre has admitted a key; its own too, when that reports like the others."""
    rows = station.ledger.db.execute("SELECT DISTINCT office FROM admission WHERE revoked = '' ORDER BY office").fetchall()
    return [row[0] for row in rows]


def issue_receipts(
    station: Station, folder: Path, offices: list[str] | None = None, report: ProgressReporter = silent
) -> list[IssuedReceipt]:
    """One receipt an office, for all offices or some. Raises ``LedgerError``: WRONG_ROLE, KEY_UNKNOWN, PIN_*, disk errors."""
    station.ledger.require(Role.CENTRE)
    folder.mkdir(parents=True, exist_ok=True)
    chosen = offices if offices is not None else offices_with_news(station)
    issued = []
    for number, office in enumerate(chosen):
        report(Progress(Stage.WRITING, number, len(chosen)))
        issued.append(_issue(station, folder, office))
    return issued


def last_receipt(ledger: Ledger, office: str, *, own: bool) -> tuple[int, str, Receipt | None]:
    """Number, payload digest (hex) and content of the newest receipt; (0, "", None) when there is none."""
    row = ledger.db.execute(
        "SELECT no, payload, envelope FROM receipt WHERE office = ? AND own = ? ORDER BY no DESC LIMIT 1", [office, int(own)]
    ).fetchone()
    if row is None:
        return 0, "", None
    payload = parse_envelope(row[2]).payload
    return row[0], row[1].hex(), msgspec.json.decode(payload, type=Receipt)


def build_receipt(station: Station, office: str) -> Receipt:
    """What the next receipt of an office says, as the ledger stands now."""
    ledger = station.ledger
    number, previous, _ = last_receipt(ledger, office, own=True)
    said = _said_now(ledger, office)
    # A centre that was restored goes on after the number that the office has seen, not after its own.
    seen = ledger.db.execute("SELECT coalesce(max(last_receipt), 0) FROM import WHERE office = ?", [office]).fetchone()[0]
    return Receipt(
        format=FORMAT,
        kind="receipt",
        org=ledger.organisation,
        office=office,
        no=max(number, seen) + 1,
        prev=previous,
        centre=ledger.office,
        centre_key=station.signer.keyid,
        trust=station.trust.version,
        kit=station.kit_number,
        keys=said.keys,
        feeds=said.feeds,
        conflicts=said.conflicts,
        periods=said.periods,
        created=ledger.now(),
        clock=CLOCK_NOTE,
        app=VERSION,
    )


class ReceiptState(StrEnum):
    """Whether the newest receipt of an office still says what the centre holds."""

    CURRENT = "current"
    CHANGED = "changed"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class ReceiptStanding:
    """The newest receipt of an office: ``no`` 0 and ``at`` empty when none has been written."""

    office: str
    no: int
    at: str
    state: ReceiptState


def receipt_standing(ledger: Ledger, office: str) -> ReceiptStanding:
    """How the newest receipt of an office compares with what the next one would say; no keys are needed."""
    number, _, newest = last_receipt(ledger, office, own=True)
    if newest is None:
        return ReceiptStanding(office, 0, "", ReceiptState.ABSENT)
    said = _said_now(ledger, office)
    alike = _Said(newest.keys, newest.feeds, newest.conflicts, newest.periods) == said
    return ReceiptStanding(office, number, newest.created, ReceiptState.CURRENT if alike else ReceiptState.CHANGED)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a receipt says of an office, without its number and its moment."""

    keys: list[str]
    feeds: list[FeedState]
    conflicts: list[str]
    periods: list[PeriodState]


def _said_now(ledger: Ledger, office: str) -> _Said:
    conflicts = ledger.db.execute(
        "SELECT lower(hex(uid)) FROM activity INDEXED BY activity_conflict WHERE office = ? AND heads > 1 ORDER BY uid",
        [office],
    ).fetchall()
    keys = ledger.db.execute("SELECT lower(hex(public)) FROM admission WHERE office = ? AND revoked = ''", [office]).fetchall()
    wanted = missing_blobs(ledger, office)
    feeds = ledger.journal.arrived_feeds(office)
    return _Said(
        keys=sorted(row[0] for row in keys),
        feeds=[state for feed in feeds for state in _feed_states(ledger, feed, wanted if feed is feeds[-1] else [])],
        conflicts=[row[0] for row in conflicts],
        periods=period_states(ledger, office),
    )


def period_states(ledger: Ledger, office: str) -> list[PeriodState]:
    """Where the centre stands with each period that an office has closed."""
    rows = ledger.db.execute(
        "SELECT period, op, rev, n, root FROM closing c WHERE office = ?1 AND (rev, link) ="
        " (SELECT rev, link FROM closing WHERE office = ?1 AND period = c.period ORDER BY rev DESC, link DESC LIMIT 1)"
        " ORDER BY period",
        [office],
    ).fetchall()
    states = []
    for period, op, rev, n, root in rows:
        received = ledger.db.execute(
            "SELECT min(at) FROM arrival WHERE office = ? AND period = ?", [office, period]
        ).fetchone()[0]
        if op == "reopen":
            states.append(PeriodState(period, rev, 0, ZERO_LINK.hex(), "reopened", received or ""))
            continue
        review = ledger.db.execute(
            "SELECT state, remarks FROM review WHERE office = ? AND period = ? AND rev = ? AND root = ?"
            " ORDER BY seq DESC LIMIT 1",
            [office, period, rev, root],
        ).fetchone()
        remarks = msgspec.json.decode(review[1], type=list[Remark]) if review else []
        states.append(PeriodState(period, rev, n, root.hex(), review[0] if review else "received", received or "", remarks))
    return states


def _issue(station: Station, folder: Path, office: str) -> IssuedReceipt:
    from export.bundle.sealed_file import write_sealed

    ledger = station.ledger
    receipt = build_receipt(station, office)
    sealed = write_sealed(
        folder / f"shd-{office}-receipt-{receipt.no}.shd",
        kind=PayloadKind.RECEIPT,
        members=(),
        payload=lambda _: encode_payload(receipt),
        signers=[station.signer],
        recipients=station.office_recipients(office),
        temporary=ledger.folders.temporary,
    )
    with ledger.write():
        ledger.db.execute(
            "INSERT INTO receipt VALUES (?, ?, 1, ?, ?, ?)", [office, receipt.no, sealed.payload, sealed.envelope, ledger.now()]
        )
        for state in receipt.feeds:
            if not state.is_history:
                keep_acknowledged(ledger, bytes.fromhex(state.feed), state.seq, bytes.fromhex(state.head))
        keep_held(ledger, receipt.feeds)
    return IssuedReceipt(office, receipt.no, sealed, receipt)


def keep_acknowledged(ledger: Ledger, feed: bytes, seq: int, head: bytes) -> None:
    """Notes how far a feed is confirmed; inside a ``write`` block. A centre that went back lowers it again."""
    ledger.db.execute(
        "INSERT INTO acknowledged SELECT id, ?, ? FROM feed WHERE feed = ?"
        " ON CONFLICT (feed_id) DO UPDATE SET seq = excluded.seq, head = excluded.head",
        [seq, head, feed],
    )


def _feed_states(ledger: Ledger, feed: Feed, wanted: list[str]) -> list[FeedState]:
    common = _feed_state(ledger, feed, wanted)
    if feed.fork_at is None:
        return [common]
    ends = [(seq, head) for seq, head in ledger.journal.ends(feed) if seq >= feed.fork_at]
    return [
        common,
        *(
            FeedState(feed=common.feed, seq=seq, head=head.hex(), claimed=common.claimed, fork_at=feed.fork_at)
            for seq, head in ends[:_MOST_HISTORIES]
        ),
    ]


def _feed_state(ledger: Ledger, feed: Feed, wanted: list[str]) -> FeedState:
    upto = ledger.journal.acknowledgeable(feed)
    head = ledger.journal.link_at(feed, upto) or ZERO_LINK
    cut = ledger.db.execute("SELECT seq FROM node WHERE feed_id = ? AND state = 2 ORDER BY seq LIMIT 100", [feed.id]).fetchall()
    claimed = ledger.journal.claimed(feed)
    return FeedState(
        feed=feed.feed.hex(),
        seq=upto,
        head=head.hex(),
        claimed=claimed,
        missing=ledger.journal.gaps(feed),
        missing_blobs=wanted,
        fork_at=feed.fork_at or 0,
        rejected=[Rejection(row[0], "KEY_REVOKED") for row in cut],
    )


def receipt_digest(payload: bytes) -> bytes:
    """The identity of a receipt: SHA-256 of its payload."""
    return hashlib.sha256(payload).digest()
