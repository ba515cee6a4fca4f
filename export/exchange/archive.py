"""The archive of a centre: which original bundles are kept, and verifying any of them again as on the day it came.

An original lies under the digest of what it seals (see ``originals``). Nothing is imported here and no original is ever
changed; what the ledger remembers of an import stands beside the file, and the two are compared.
"""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from export.bundle.envelope import PayloadKind
from export.bundle.journal_bundle import Expectation, VerifiedBundle, verify_journal_bundle
from export.bundle.sealed_file import OpenedFile, compare_with_medium, open_sealed
from export.bundle.streams import open_for_reading
from export.exchange.custody import file_digest
from export.exchange.originals import SUFFIX
from export.exchange.receipts import FeedState, Receipt
from export.exchange.station import Station
from storage.atomic_file import atomic_writer
from storage.database import Database
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, Parameter
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.ledger import Ledger, Role

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class EntryRange:
    """Positions that an import brought to a feed, both ends included; entries between them may have come otherwise."""

    feed: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class KeptOriginal:
    """One original. ``payload``: digest of what it seals (hex), under which it is kept; ``size`` in bytes, None: file is gone.

    The rest is what the ledger remembers of its newest import; an original without one (``import_id`` 0) brought nothing that
    was not here already. ``undone``: when that import was taken back, else empty. ``reports``: the periods whose reports rest
    on its entries.
    """

    payload: str
    size: int | None
    import_id: int = 0
    at: str = ""
    office: str = ""
    file: str = ""
    code: Code = Code.BUNDLE_KNOWN
    new: int = 0
    known: int = 0
    undone: str = ""
    ranges: tuple[EntryRange, ...] = ()
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginalCheck:
    """What verifying an original again has shown. ``code``: BUNDLE_VERIFIED, ORIGINAL_KEY_ENDED, or what is wrong.

    ``sha256`` is of the file (hex), empty when it could not be read. ``counted``: every entry is in the ledger now. What the
    bundle says of itself is given only when its signature is good.
    """

    payload: str
    code: Code
    parameters: dict[str, Parameter] = field(default_factory=dict)
    sha256: str = ""
    counted: bool = False
    office: str = ""
    key: str = ""
    created: str = ""
    entries: int = 0
    attachments: int = 0
    periods: tuple[str, ...] = ()

    @property
    def is_valid(self) -> bool:
        """Whether the original is what the office sent."""
        return self.code in (Code.BUNDLE_VERIFIED, Code.ORIGINAL_KEY_ENDED)


Told = Callable[[OriginalCheck], object]


def kept_originals(ledger: Ledger) -> list[KeptOriginal]:
    """All originals, the newest first; those whose import is not known last. Raises ``LedgerError(WRONG_ROLE)``."""
    ledger.require(Role.CENTRE)
    sizes = _sizes(ledger.folders.archive)
    closings = _closings(ledger.db)
    found: dict[str, KeptOriginal] = {}
    rows = ledger.db.execute(
        "SELECT lower(hex(payload)), id, at, office, file, code, new, known, undone FROM import ORDER BY id DESC"
    ).fetchall()
    for payload, number, at, office, file, code, new, known, undone in rows:
        if payload in found:
            continue
        ranges = [] if undone or not new else _ranges(ledger.db, number)
        found[payload] = KeptOriginal(
            payload,
            sizes.pop(payload, None),
            number,
            at,
            office,
            file,
            Code(code),
            new,
            known,
            undone,
            tuple(EntryRange(feed, first, last) for _, feed, first, last in ranges),
            _reports([(feed_id, first, last) for feed_id, _, first, last in ranges], closings),
        )
    return [*found.values(), *(KeptOriginal(payload, size) for payload, size in sorted(sizes.items()))]


def verify_originals(
    station: Station,
    originals: Sequence[KeptOriginal],
    *,
    report: ProgressReporter = silent,
    told: Told = lambda _: None,
) -> list[OriginalCheck]:
    """Verifies originals one after the other; a bad one never stops the others. ``told`` hears of each as it is done.

    Raises ``LedgerError``: WRONG_ROLE, KEY_*, PIN_*.
    """
    station.ledger.require(Role.CENTRE)
    verifier = _Verifier(station)
    checks = []
    for number, original in enumerate(originals):
        report(Progress(Stage.VERIFYING, number, len(originals)))
        check = verifier.check(original, _stoppable(report, number, len(originals)))
        checks.append(check)
        told(check)
    return checks


def copy_original(ledger: Ledger, payload: str, target: Path, report: ProgressReporter = silent) -> str:
    """Writes the very bytes of an original to ``target``, reads them back from there and compares; returns their SHA-256 (hex).

    Raises ``LedgerError``: ORIGINAL_MISSING, FILE_UNREADABLE, READ_BACK_DIFFERS, disk errors.
    """
    source = path_of(ledger, payload)
    if not source.is_file():
        raise LedgerError(Code.ORIGINAL_MISSING, file=target.name)
    digest, size = hashlib.sha256(), 0
    with open_for_reading(source) as kept, atomic_writer(target) as copy:
        while block := kept.read(_BLOCK):
            report(Progress(Stage.WRITING, size))
            digest.update(block)
            size += len(block)
            copy.write(block)
    compare_with_medium(target, size=size, sha256=digest.digest())
    return digest.hexdigest()


def path_of(ledger: Ledger, payload: str) -> Path:
    """Where the original of a payload digest (hex) lies."""
    return ledger.folders.archive / f"{payload}{SUFFIX}"


def confirming_receipts(ledger: Ledger, original: KeptOriginal) -> list[tuple[int, str]]:
    """Number and moment of the first receipt that confirms the last entry of each feed that an original brought.

    Empty while no receipt does; several only for an original that carries several feeds. Of a forked feed a receipt confirms
    only what lies before the end that it names: an end of another history says nothing about this original.
    """
    from export.bundle.envelope import parse_envelope
    from export.bundle.manifest import decode_payload

    wanted = {part.feed: part.last for part in original.ranges}
    found: dict[int, str] = {}
    rows = ledger.db.execute("SELECT envelope FROM receipt WHERE office = ? AND own = 1 ORDER BY no", [original.office])
    for (envelope,) in rows.fetchall() if wanted else ():
        receipt = decode_payload(parse_envelope(envelope).payload, Receipt)
        for state in receipt.feeds:
            last = wanted.get(state.feed)
            if last is not None and state.seq >= last and _leads_to(ledger, original, last, state):
                del wanted[state.feed]
                found[receipt.no] = receipt.created
        if not wanted:
            break
    return [] if wanted else sorted(found.items())


def _leads_to(ledger: Ledger, original: KeptOriginal, last: int, state: FeedState) -> bool:
    """Whether the history that a receipt names by its end holds the last entry that an original brought to that feed."""
    feed = ledger.journal.feed(bytes.fromhex(state.feed))
    if feed is None or not feed.fork_at or last < feed.fork_at:
        return feed is not None
    rows = ledger.db.execute(
        "SELECT link FROM node WHERE import_id = ? AND feed_id = ? AND seq = ?", [original.import_id, feed.id, last]
    )
    brought, end = {row[0] for row in rows.fetchall()}, bytes.fromhex(state.head)
    histories = ({node[2] for node in history} for history in ledger.journal.branches(feed))
    return any(end in links and brought & links for links in histories)


# Verifying


class _Verifier:
    """Knows the keys once for many originals."""

    def __init__(self, station: Station) -> None:
        station.unlock()
        ledger = station.ledger
        self._ledger = ledger
        self._identities = station.identities
        self._expected = Expectation(
            kind=PayloadKind.BUNDLE,
            organisation=ledger.organisation,
            recipient_office=ledger.office,
            recipients=station.own_recipients,
            keys=station.admitted_keys(),
        )
        still_good = {keyid: replace(key, last_good=None) for keyid, key in self._expected.keys.items()}
        self._then = replace(self._expected, keys=still_good)

    def check(self, original: KeptOriginal, report: ProgressReporter) -> OriginalCheck:
        """One original; every expected failure becomes its outcome."""
        path = path_of(self._ledger, original.payload)
        shown = original.file or path.name
        if not path.is_file():
            return OriginalCheck(original.payload, Code.ORIGINAL_MISSING, {"file": shown, "office": original.office})
        sha256 = ""
        try:
            sha256 = file_digest(path).hex()
            with open_sealed(
                path, identities=self._identities, temporary=self._ledger.folders.temporary, report=report
            ) as opened:
                return self._of(original, opened, sha256, report)
        except LedgerError as error:
            parameters: dict[str, Parameter] = {"office": original.office, **error.parameters, "file": shown}
            return OriginalCheck(original.payload, error.code, parameters, sha256)

    def _of(self, original: KeptOriginal, opened: OpenedFile, sha256: str, report: ProgressReporter) -> OriginalCheck:
        if opened.payload_digest.hex() != original.payload:
            raise LedgerError(Code.ORIGINAL_DIFFERS, file=original.file or original.payload)
        verified, code = self._verified(opened, report)
        manifest = verified.manifest
        counted = all(self._is_here(part.feed, part.upto, part.head) for part in verified.ranges)
        if original.import_id and not original.undone and not counted:
            code = Code.ORIGINAL_NOT_COUNTED
        return OriginalCheck(
            original.payload,
            code,
            {"file": original.file, "office": manifest.office, "new": original.new, "known": original.known},
            sha256,
            counted,
            manifest.office,
            manifest.key,
            manifest.created,
            verified.entry_count,
            len(verified.blobs),
            tuple(manifest.periods),
        )

    def _verified(self, opened: OpenedFile, report: ProgressReporter) -> tuple[VerifiedBundle, Code]:
        """By the keys as they stand, and where a key was ended later, by the same key as it was valid then."""
        try:
            return verify_journal_bundle(opened, self._expected, is_known=_nothing, report=report), Code.BUNDLE_VERIFIED
        except LedgerError as error:
            if error.code is not Code.KEY_REVOKED:
                raise
        return verify_journal_bundle(opened, self._then, is_known=_nothing, report=report), Code.ORIGINAL_KEY_ENDED

    def _is_here(self, feed: bytes, last: int, head: bytes) -> bool:
        """Whether the ledger holds the entry to which a range leads: by the links, all before it in the range with it."""
        row = self._ledger.db.execute(
            "SELECT 1 FROM node n JOIN feed f ON f.id = n.feed_id WHERE f.feed = ? AND n.seq = ? AND n.link = ?",
            [feed, last, head],
        ).fetchone()
        return row is not None


def _nothing(*_: object) -> bool:
    """Every chain is computed again, also those that the ledger holds."""
    return False


def _stoppable(report: ProgressReporter, number: int, count: int) -> ProgressReporter:
    """Steps within one file are places for stopping alone, unless there is but one file."""
    if count == 1:
        return report
    return lambda progress: report(Progress(Stage.VERIFYING, number, count))


# What the ledger remembers


def _sizes(folder: Path) -> dict[str, int]:
    """Size by payload digest of what lies in the archive."""
    try:
        with os.scandir(folder) as entries:
            return {
                entry.name.removesuffix(SUFFIX): entry.stat().st_size
                for entry in entries
                if entry.name.endswith(SUFFIX) and entry.is_file()
            }
    except OSError:
        return {}


def _ranges(db: Database, import_id: int) -> list[tuple[int, str, int, int]]:
    """(feed id, feed, first, last) of what an import brought; by the ends of the index, however many entries there are."""
    ranges: list[tuple[int, str, int, int]] = []
    feed_id = -1
    while True:
        row = db.execute(
            "SELECT feed_id, seq FROM node WHERE import_id = ? AND feed_id > ? ORDER BY feed_id, seq LIMIT 1",
            [import_id, feed_id],
        ).fetchone()
        if row is None:
            return ranges
        feed_id, first = row
        last = db.execute(
            "SELECT seq FROM node WHERE import_id = ? AND feed_id = ? ORDER BY seq DESC LIMIT 1", [import_id, feed_id]
        ).fetchone()[0]
        feed = db.execute("SELECT lower(hex(feed)) FROM feed WHERE id = ?", [feed_id]).fetchone()[0]
        ranges.append((feed_id, feed, first, last))


_Closings = Mapping[int, tuple[list[int], list[str]]]
"""Of each feed: the positions of its closings in order, and the period of each."""


def _closings(db: Database) -> _Closings:
    found: dict[int, tuple[list[int], list[str]]] = {}
    for feed_id, seq, period in db.execute(
        "SELECT feed_id, seq, period FROM closing WHERE op = 'close' ORDER BY feed_id, seq"
    ).fetchall():
        positions, periods = found.setdefault(feed_id, ([], []))
        positions.append(seq)
        periods.append(period)
    return found


def _reports(ranges: Sequence[tuple[int, int, int]], closings: _Closings) -> tuple[str, ...]:
    """The periods closed within ranges, and the one closed next after each: what was written before it went into its report."""
    found: set[str] = set()
    for feed_id, first, last in ranges:
        positions, periods = closings.get(feed_id, ([], []))
        found.update(periods[bisect_left(positions, first) : bisect_left(positions, last) + 1])
    return tuple(sorted(found))
