"""What an office takes in from the centre: receipts, kits and its own entries sent back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from export.bundle.envelope import Envelope, PayloadKind, verify_envelope
from export.bundle.file_kind import FileKind, recognise
from export.bundle.journal_bundle import AdmittedKey, Expectation, verify_journal_bundle
from export.bundle.limits import MEBIBYTE
from export.bundle.manifest import decode_payload
from export.bundle.sealed_file import OpenedFile, open_sealed
from export.exchange.confirmed import held_histories, keep_held
from export.exchange.kits import verify_kit
from export.exchange.program_news import program_standing
from export.exchange.receipts import FeedState, Receipt, keep_acknowledged, last_receipt, receipt_digest
from export.exchange.setup import keep_kit
from export.exchange.station import Station
from export.trust.trust_chain import TrustChain
from export.trust.trust_payload import RECEIPT_FEED, RoleName
from storage.attachments import keep_blob
from storage.closing import RETURNED
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, Parameter
from storage.domain.progress import ProgressReporter, silent
from storage.journal.entries import Acknowledged, Opened
from storage.journal.store import Feed
from storage.ledger import Ledger, Role

_MAX_BLOB = 8 * MEBIBYTE
_ENDS_FEED = frozenset({Code.RECEIPT_LEDGER_BEHIND, Code.RECEIPT_HISTORY_DIFFERS, Code.BUNDLE_FORK})
"""After these an office goes on in a new feed: the old one has, or would get, two histories."""


@dataclass(frozen=True, slots=True)
class Received:
    """What a file from the centre was and did."""

    path: Path
    kind: PayloadKind
    code: Code
    parameters: dict[str, Parameter] = field(default_factory=dict)
    remarks: tuple[Code, ...] = ()
    receipt: Receipt | None = None
    new: int = 0


def receive(station: Station, path: Path, report: ProgressReporter = silent) -> Received:
    """Takes in one file from the centre, whatever of the three it is.

    Raises ``LedgerError``: WRONG_ROLE, BUNDLE_WRONG_KIND (a bundle meant for the centre), RECEIPT_OF_ANOTHER_OFFICE,
    BUNDLE_SIGNATURE_INVALID, BUNDLE_UNKNOWN_KEY, RECEIPT_KEY_ENDED, TRUST_*, and what reading a file raises. An old receipt or
    kit is no error.
    """
    station.ledger.require(Role.OFFICE)
    with open_sealed(
        path, identities=_identities(station, path), temporary=station.ledger.folders.temporary, report=report
    ) as opened:
        kind = opened.envelope.kind
        if kind is PayloadKind.RECEIPT:
            return _take_receipt(station, path, opened)
        if kind is PayloadKind.KIT:
            return _take_kit(station, path, opened)
        if kind is PayloadKind.RESYNC:
            return _take_resync(station, path, opened, report)
    raise LedgerError(Code.BUNDLE_WRONG_KIND, found=kind.value, expected=PayloadKind.RECEIPT.value)


def _identities(station: Station, path: Path) -> list[str]:
    """A kit is not encrypted, so it can be taken in without the PIN."""
    return station.identities if recognise(path) is FileKind.ENCRYPTED else []


def verified_receipt(trust: TrustChain, envelope: Envelope) -> Receipt:
    """What a receipt says, once enough keys of the receipt role have signed it.

    A key that a later trust document has ended is good up to the number it gives. Raises ``LedgerError``: BUNDLE_UNKNOWN_KEY,
    BUNDLE_SIGNATURE_INVALID, RECEIPT_KEY_ENDED (``no``), TRUST_THRESHOLD (``role``, ``needed``, ``found``), BUNDLE_MANIFEST.
    """
    signers = verify_envelope(envelope, trust.keys_ever(RoleName.RECEIPT))
    receipt = decode_payload(envelope.payload, Receipt)
    in_force = trust.role_keys(RoleName.RECEIPT)
    listed = {revocation.keyid for revocation in trust.newest.revoked}
    good = [
        keyid
        for keyid in signers
        if keyid in in_force or (keyid in listed and not trust.is_revoked(keyid, RECEIPT_FEED, receipt.no))
    ]
    needed = trust.newest.role(RoleName.RECEIPT).threshold
    if len(good) < needed:
        if len(good) < len(signers):
            raise LedgerError(Code.RECEIPT_KEY_ENDED, no=receipt.no)
        raise LedgerError(Code.TRUST_THRESHOLD, role=str(RoleName.RECEIPT), needed=needed, found=len(good))
    return receipt


def _take_receipt(station: Station, path: Path, opened: OpenedFile) -> Received:
    ledger = station.ledger
    receipt = verified_receipt(station.trust, opened.envelope)
    if receipt.org != ledger.organisation or receipt.office != ledger.office:
        raise LedgerError(Code.RECEIPT_OF_ANOTHER_OFFICE, office=receipt.office)
    number, previous, _ = last_receipt(ledger, ledger.office, own=False)
    digest = receipt_digest(opened.envelope.payload)
    if receipt.no <= number:
        return _old_receipt(ledger, path, receipt, digest, number)
    remarks = set()
    if receipt.no == number + 1 and number and receipt.prev != previous:
        remarks.add(Code.RECEIPT_CENTRE_WENT_BACK)
    with ledger.write():
        ledger.db.execute(
            "INSERT INTO receipt VALUES (?, ?, 0, ?, ?, ?)",
            [ledger.office, receipt.no, digest, opened.envelope_bytes, ledger.now()],
        )
        keep_held(ledger, receipt.feeds)
        for state in receipt.feeds:
            remarks |= _compare_feed(ledger, state)
        wanted = sorted({digest for state in receipt.feeds for digest in state.missing_blobs})
        ledger.set_within("wanted_blobs", " ".join(wanted))
        if remarks & _ENDS_FEED:
            # Before anything else is written: one more entry in the old feed would fork it.
            ledger.continue_within()
        ledger.append_within(Acknowledged(no=receipt.no, payload=digest.hex(), at=ledger.now()))
        for period in receipt.periods:
            ledger.set_within(f"{RETURNED}{period.period}", str(period.rev) if period.state == "returned" else "")
        _update_custody(ledger)
    if any(period.state == "returned" for period in receipt.periods):
        remarks.add(Code.REPORT_RETURNED)
    return _answer(path, receipt, remarks)


def _old_receipt(ledger: Ledger, path: Path, receipt: Receipt, digest: bytes, last: int) -> Received:
    """A receipt whose number is taken. The same one again is ignored; two of one number show that the centre was restored.

    Then only how far it confirms is taken, and only downwards: more is sent again, and nothing else can come of it.
    """
    parameters: dict[str, Parameter] = {"no": receipt.no, "last": last}
    kept = ledger.db.execute(
        "SELECT payload FROM receipt WHERE office = ? AND no = ? AND own = 0", [ledger.office, receipt.no]
    ).fetchone()
    if kept is None or kept[0] == digest:
        return Received(path, PayloadKind.RECEIPT, Code.RECEIPT_OLD, parameters, receipt=receipt)
    with ledger.write():
        keep_held(ledger, [state for state in receipt.feeds if not state.is_history])
        for state in receipt.feeds:
            feed = ledger.journal.feed(bytes.fromhex(state.feed))
            if feed is not None and (ledger.journal.link_at(feed, state.seq) or b"").hex() == state.head:
                ledger.db.execute(
                    "UPDATE acknowledged SET seq = ?1, head = ?2 WHERE feed_id = ?3 AND seq > ?1",
                    [state.seq, bytes.fromhex(state.head), feed.id],
                )
    return Received(path, PayloadKind.RECEIPT, Code.RECEIPT_CENTRE_WENT_BACK, parameters, receipt=receipt)


def _answer(path: Path, receipt: Receipt, remarks: set[Code]) -> Received:
    gravest = next(
        (
            code
            for code in (
                Code.RECEIPT_HISTORY_DIFFERS,
                Code.RECEIPT_LEDGER_BEHIND,
                Code.BUNDLE_FORK,
                Code.RECEIPT_CENTRE_WENT_BACK,
                Code.REPORT_RETURNED,
            )
            if code in remarks
        ),
        Code.RECEIPT_ACCEPTED,
    )
    own = max((state.seq for state in receipt.feeds), default=0)
    returned = [period.period for period in receipt.periods if period.state == "returned"]
    parameters: dict[str, Parameter] = {"no": receipt.no, "seq": own, "period": ", ".join(returned)}
    return Received(path, PayloadKind.RECEIPT, gravest, parameters, tuple(sorted(remarks)), receipt)


def _compare_feed(ledger: Ledger, state: FeedState) -> set[Code]:
    """Holds the centre's word on a feed against the own journal."""
    feed = ledger.journal.feed(bytes.fromhex(state.feed))
    if feed is None or feed.office != ledger.office:
        return set()
    remarks: set[Code] = set()
    if state.is_history:
        _keep_history(ledger, feed, state)
        return set()
    length, _ = ledger.journal.head(feed)
    before = ledger.db.execute("SELECT seq FROM acknowledged WHERE feed_id = ?", [feed.id]).fetchone()
    if state.seq > length:
        # The centre holds entries that this PC no longer has: it was restored, and its lost tail can be sent back.
        return {Code.RECEIPT_LEDGER_BEHIND}
    if (ledger.journal.link_at(feed, state.seq) or b"").hex() != state.head:
        return {Code.RECEIPT_HISTORY_DIFFERS}
    if state.fork_at:
        # A fork found later takes back what was confirmed behind it: the centre has not gone back.
        remarks |= {Code.BUNDLE_FORK} if feed.own else set()
    elif before is not None and state.seq < before[0]:
        remarks.add(Code.RECEIPT_CENTRE_WENT_BACK)
    keep_acknowledged(ledger, feed.feed, state.seq, bytes.fromhex(state.head))
    return remarks


def _keep_history(ledger: Ledger, feed: Feed, state: FeedState) -> None:
    """The centre holds a history of a forked feed: confirmed, if it is the one that this PC has; no other one matters here."""
    if feed.fork_at is None and (ledger.journal.link_at(feed, state.seq) or b"").hex() == state.head:
        keep_acknowledged(ledger, feed.feed, state.seq, bytes.fromhex(state.head))


def _update_custody(ledger: Ledger) -> None:
    """A bundle is receipted once every entry it carried is confirmed."""
    confirmed = {
        feed.hex(): seq
        for feed, seq in ledger.db.execute(
            "SELECT f.feed, a.seq FROM acknowledged a JOIN feed f ON f.id = a.feed_id"
        ).fetchall()
    }
    for feed in ledger.journal.feeds(ledger.office):
        held = [head for _, head in held_histories(ledger, feed)]
        if feed.fork_at is not None and held and not ledger.journal.branches(feed, *held):
            confirmed[feed.feed.hex()] = ledger.journal.head(feed)[0]
    for payload, file, ranges in ledger.db.execute(
        "SELECT payload, file, ranges FROM custody WHERE state <> 'receipted'"
    ).fetchall():
        wanted: dict[str, list[int]] = msgspec.json.decode(ranges)
        if all(confirmed.get(feed, 0) >= upto for feed, (_, upto) in wanted.items()):
            ledger.db.execute("UPDATE custody SET state = 'receipted' WHERE payload = ? AND file = ?", [payload, file])


def _take_kit(station: Station, path: Path, opened: OpenedFile) -> Received:
    ledger = station.ledger
    kit = verify_kit(opened, known=station.trust)
    number = kit.manifest.no
    parameters: dict[str, Parameter] = {"no": number, "last": station.kit_number}
    if kit.manifest.org != ledger.organisation:
        raise LedgerError(Code.BUNDLE_WRONG_RECIPIENT, detail=f"a kit of {kit.manifest.org}")
    # A newer trust document comes from the root, later than all kits before it, whatever numbers these bore: so a forged kit
    # with a huge number, signed with a stolen kit key, is overtaken.
    if kit.trust.version == station.trust.version and number <= station.kit_number:
        return Received(path, PayloadKind.KIT, Code.KIT_OLD, parameters)
    with ledger.write():
        keep_kit(ledger, kit)
    station.reload()
    program = program_standing(ledger)
    remarks = (program.code,) if program.code is Code.PROGRAM_NEWER else ()
    return Received(path, PayloadKind.KIT, Code.KIT_ACCEPTED, parameters | program.parameters, remarks)


def _take_resync(station: Station, path: Path, opened: OpenedFile, report: ProgressReporter) -> Received:
    """The office's own entries, sent back by the centre after a PC died or was restored."""
    ledger = station.ledger
    expected = Expectation(
        kind=PayloadKind.RESYNC,
        organisation=ledger.organisation,
        recipient_office=ledger.office,
        recipients=station.own_recipients,
        keys={
            keyid: AdmittedKey(station.centre, public) for keyid, public in station.trust.role_keys(RoleName.RECEIPT).items()
        },
    )
    verified = verify_journal_bundle(opened, expected, is_known=lambda *_: False, report=report)
    if verified.manifest.office != ledger.office:
        raise LedgerError(Code.RECEIPT_OF_ANOTHER_OFFICE, office=verified.manifest.office)
    new = 0
    with ledger.write():
        for part in verified.ranges:
            feed = ledger.journal.feed(part.feed) or _register(ledger, part.feed, part.entries[0])
            added = ledger.journal.add_range(
                feed,
                first=part.first,
                previous=part.previous,
                lines=part.lines,
                links=part.links,
                entries=part.entries,
                import_id=None,
            )
            new += added.new
            ledger.projections.apply(feed, added.linked)
            _keep_raised(ledger, feed, part.upto, part.head)
        for digest in verified.blobs:
            keep_blob(ledger.db, verified.container.read(f"blobs/{digest}", _MAX_BLOB))
        if ledger.journal.own_feed().fork_at is not None:
            # What came back contradicts what was recorded here meanwhile: both stay, and this PC writes elsewhere from now on.
            ledger.continue_within()
    return Received(path, PayloadKind.RESYNC, Code.RESYNC_ACCEPTED, {"new": new}, new=new)


def _keep_raised(ledger: Ledger, feed: Feed, seq: int, head: bytes) -> None:
    """As ``keep_acknowledged``, for a word of the centre without a number: an old one lowers nothing."""
    row = ledger.db.execute("SELECT seq FROM acknowledged WHERE feed_id = ?", [feed.id]).fetchone()
    if row is None or row[0] < seq:
        keep_acknowledged(ledger, feed.feed, seq, head)


def _register(ledger: Ledger, feed: bytes, first: object) -> Feed:
    if not isinstance(first, Opened):
        raise LedgerError(Code.BUNDLE_CHAIN, detail="a feed that does not begin at its start")
    return ledger.journal.register(feed, ledger.office, bytes.fromhex(first.key))
