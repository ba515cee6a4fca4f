"""Importing at the centre: verify → plan → one transaction a bundle. Any order, any number of times, one result.

A file that cannot be taken leaves the ledger as it was; if it may become good later (its key not admitted yet, a newer program
needed) or is evidence, a copy waits in quarantine. What was taken is kept as it came in the archive, for ever.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from export.bundle.envelope import PayloadKind
from export.bundle.file_kind import recognise
from export.bundle.journal_bundle import Expectation, VerifiedBundle, VerifiedRange, verify_journal_bundle
from export.bundle.limits import MEBIBYTE
from export.bundle.manifest import parse_manifest
from export.bundle.sealed_file import OpenedFile, open_sealed
from export.exchange.enrolment import as_request
from export.exchange.import_contents import Contents, contents_of
from export.exchange.originals import SUFFIX, keep_in_archive, keep_in_quarantine, release, staged
from export.exchange.station import Station
from export.exchange.unfinished import open_remarks, pending_tail
from storage.attachments import keep_blob
from storage.connection import savepoint
from storage.domain.codes import Code, Exit, exit_code
from storage.domain.errors import LedgerError, Parameter
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.garbage import no_collections
from storage.journal.entries import Activity, Closed, Opened, Put, Withdrawn
from storage.journal.store import Feed, Item
from storage.ledger import Ledger, Role
from storage.recording import plainly_stamped
from storage.summaries import refresh

_ATTENTION = (
    Code.BUNDLE_FORK,
    Code.BUNDLE_CONFLICT,
    Code.BUNDLE_GAP,
    Code.BUNDLE_BLOBS_MISSING,
    Code.BUNDLE_PERIOD_CONSOLIDATED,
    Code.BUNDLE_LATE_CHANGE,
    Code.TEXT_SECRECY_STAMP,
)
"""Remarks that ask for a person's look, the gravest first."""
_NOT_KEPT = frozenset(
    {
        Code.FILE_NOT_FOUND,
        Code.FILE_UNREADABLE,
        Code.DISK_FULL,
        Code.CANCELLED,
        Code.BUNDLE_NOT_OURS,
        Code.ALREADY_ENROLLED,
    }
)
"""After these there is nothing to keep, nothing of ours, or nothing left to decide."""
_MAX_BLOB = 8 * MEBIBYTE
_CLOCK_DAYS = 400


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file. ``remarks`` are further codes; ``new`` and ``known`` count entries.

    ``series`` is (identifier, number, of how many) for one part of a split bundle; ``ranges`` are the positions carried;
    ``contents`` is counted in a dry run only; ``kept``: refused, and a copy goes to quarantine.
    """

    path: Path
    code: Code
    parameters: dict[str, Parameter] = field(default_factory=dict)
    remarks: tuple[Code, ...] = ()
    office: str = ""
    bundle: str = ""
    payload: str = ""
    import_id: int = 0
    new: int = 0
    known: int = 0
    periods: tuple[str, ...] = ()
    series: tuple[str, int, int] | None = None
    ranges: tuple[tuple[int, int], ...] = ()
    contents: Contents | None = None
    kept: bool = False

    @property
    def refused(self) -> bool:
        """Whether nothing of the file was taken."""
        return exit_code(self.code) not in (Exit.DONE, Exit.FINDINGS)


Told = Callable[[FileOutcome], None]
"""Called with the outcome of each file as it comes."""


def nobody(_: FileOutcome) -> None:
    """For callers that wait for all outcomes."""


def find_bundles(paths: Sequence[Path], report: ProgressReporter = silent) -> list[Path]:
    """The bundle files among files and folders (searched whole), sorted by name. Raises ``LedgerError(FILE_NOT_FOUND)``.

    Folders that may not be read, as sticks have them, are passed over.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(_bundles_below(path, report))
        elif path.is_file():
            found.append(path)
        else:
            raise LedgerError(Code.FILE_NOT_FOUND, path=str(path))
    return list(dict.fromkeys(found))


def _bundles_below(folder: Path, report: ProgressReporter) -> Iterator[Path]:
    count = 0
    for place, _, names in os.walk(folder):
        report(Progress(Stage.READING, count))
        for name in names:
            if name.lower().endswith(SUFFIX):
                count += 1
                yield Path(place, name)


def import_files(
    station: Station,
    paths: Sequence[Path],
    *,
    dry_run: bool = False,
    report: ProgressReporter = silent,
    told: Told = nobody,
) -> list[FileOutcome]:
    """Imports files one after the other, each whole or not at all; a bad one never stops the others.

    With ``dry_run`` the whole batch is taken and then taken back as one: it says what importing the batch would say. Cancelling
    keeps the bundles that are done; ``told`` has heard of them.
    """
    station.ledger.require(Role.CENTRE)
    outcomes = []
    with no_collections(), _taken_back(station.ledger) if dry_run else nullcontext():
        for number, path in enumerate(paths):
            within = _of_file(report, number, len(paths))
            report(Progress(Stage.VERIFYING, number, len(paths)))
            outcome = _import_or_explain(station, path, dry_run=dry_run, report=within)
            outcomes.append(outcome)
            told(outcome)
        return [settled(station, outcome) for outcome in outcomes]


def verify_file(station: Station, path: Path, report: ProgressReporter = silent) -> FileOutcome:
    """Everything that importing would check, without the ledger being touched."""
    try:
        with _opened(station, path, report) as (opened, verified):
            new = sum(part.upto - part.first + 1 for part in verified.ranges if not part.known)
            return _outcome(path, opened, verified, Code.BUNDLE_VERIFIED, new=new, known=verified.entry_count - new)
    except LedgerError as error:
        return explained(path, error)


def explained(path: Path, error: LedgerError) -> FileOutcome:
    """An expected failure as the outcome of a file."""
    return FileOutcome(path, error.code, {"file": path.name, **error.parameters})


def _of_file(report: ProgressReporter, number: int, count: int) -> ProgressReporter:
    """Among many files the steps within one tell nothing: they are places for stopping alone."""
    if count == 1:
        return report
    return lambda progress: report(Progress(progress.stage, number, count))


@contextmanager
def _taken_back(ledger: Ledger) -> Iterator[None]:
    """One transaction around a dry run; whatever was written in it is gone at its end."""
    try:
        with ledger.write():
            yield
            raise _TakenBack
    except _TakenBack:
        pass


@contextmanager
def _opened(station: Station, path: Path, report: ProgressReporter) -> Iterator[tuple[OpenedFile, VerifiedBundle]]:
    ledger = station.ledger

    def is_known(feed: bytes, first: int, last: int, head: bytes) -> bool:
        known = ledger.journal.feed(feed)
        return known is not None and ledger.journal.holds(known, first, last, head)

    with open_sealed(path, identities=station.identities, temporary=ledger.folders.temporary, report=report) as opened:
        expected = Expectation(
            kind=PayloadKind.BUNDLE,
            organisation=ledger.organisation,
            recipient_office=ledger.office,
            recipients=station.own_recipients,
            keys=station.admitted_keys(),
        )
        try:
            verified = verify_journal_bundle(opened, expected, is_known=is_known, report=report)
        except LedgerError as error:
            if error.code is Code.BUNDLE_UNKNOWN_KEY:
                raise _with_claim(station, opened, error) from error
            raise
        yield opened, verified


def _with_claim(station: Station, opened: OpenedFile, error: LedgerError) -> LedgerError:
    """Adds which office the file says it is from (``claimed``): nobody can know, but somebody has to be asked."""
    try:
        claimed = parse_manifest(opened.envelope.payload).office
    except LedgerError:
        return error
    if claimed not in station.catalogue.register:
        return error
    return LedgerError(error.code, detail=error.detail, **{**error.parameters, "claimed": claimed})


def _import_or_explain(station: Station, path: Path, *, dry_run: bool, report: ProgressReporter) -> FileOutcome:
    try:
        if dry_run:
            recognise(path)
            return _import_copy(station, path, path, dry_run=True, report=report)
        with staged(station.ledger, path) as copy:
            outcome = _import_copy(station, path, copy, dry_run=False, report=report)
            if outcome.kept:
                office = str(outcome.parameters.get("office") or outcome.parameters.get("claimed", ""))
                keep_in_quarantine(station.ledger, copy, outcome.code, office, name=path.stem)
    except LedgerError as error:
        return explained(path, error)
    if not outcome.refused:
        release(station.ledger, path)
    return outcome


def _import_copy(station: Station, path: Path, copy: Path, *, dry_run: bool, report: ProgressReporter) -> FileOutcome:
    """Verifies and imports ``copy``, which holds what was read of ``path``."""
    try:
        with _opened(station, copy, report) as (opened, verified):
            importing = _Import(station, path, opened, verified, dry_run=dry_run)
            return importing.run(copy)
    except LedgerError as error:
        outcome = explained(path, as_request(station, copy, error))
        return replace(outcome, kept=outcome.refused and outcome.code not in _NOT_KEPT)


def _outcome(
    path: Path, opened: OpenedFile, verified: VerifiedBundle, code: Code, *, new: int, known: int, **more: object
) -> FileOutcome:
    manifest = verified.manifest
    return FileOutcome(
        path=path,
        code=code,
        parameters={"file": path.name, "office": manifest.office, "new": new, "known": known},
        office=manifest.office,
        bundle=manifest.bundle,
        payload=opened.payload_digest.hex(),
        new=new,
        known=known,
        periods=tuple(manifest.periods),
        series=(manifest.series.id, manifest.series.no, manifest.series.of) if manifest.series else None,
        ranges=tuple((part.first, part.upto) for part in manifest.ranges),
        **more,  # type: ignore[arg-type]
    )


class _TakenBack(Exception):
    """Ends a dry run's transaction."""


class _Import:
    """The writing of one verified bundle, in one transaction."""

    def __init__(self, station: Station, path: Path, opened: OpenedFile, verified: VerifiedBundle, *, dry_run: bool) -> None:
        self._station = station
        self._ledger = station.ledger
        self._path = path
        self._opened = opened
        self._verified = verified
        self._dry_run = dry_run
        self._new = 0
        self._blobs_new = 0
        self._remarks: set[Code] = set()
        self._import_id = 0

    def run(self, copy: Path) -> FileOutcome:
        """Writes everything; ``copy`` goes to the archive first, so that nothing counts whose original is not kept."""
        if self._dry_run:
            with savepoint(self._ledger.db):
                self._write()
        else:
            keep_in_archive(self._ledger, copy, self._opened.payload_digest, is_open=not self._opened.encrypted)
            with self._ledger.write():
                self._write()
        known = self._verified.entry_count - self._new
        return _outcome(
            self._path,
            self._opened,
            self._verified,
            self._code(),
            new=self._new,
            known=known,
            remarks=tuple(sorted(self._remarks)),
            import_id=self._import_id,
            contents=contents_of(self._ledger, self._import_id) if self._dry_run else None,
        )

    def _code(self) -> Code:
        for code in _ATTENTION:
            if code in self._remarks:
                return code if code is not Code.TEXT_SECRECY_STAMP else Code.BUNDLE_WITH_REMARKS
        return Code.BUNDLE_IMPORTED if self._new or self._blobs_new else Code.BUNDLE_KNOWN

    def _write(self) -> None:
        manifest = self._verified.manifest
        next_import = self._ledger.db.execute("SELECT coalesce(max(id), 0) + 1 FROM import").fetchone()[0]
        for part in self._verified.ranges:
            self._write_range(part, next_import)
        refresh(self._ledger, self._station.catalogue)
        self._write_blobs()
        self._remark_manifest()
        if self._new or self._blobs_new:
            self._import_id = next_import
            self._ledger.db.execute(
                "INSERT INTO import (id, payload, bundle, office, file, at, code, new, known, last_receipt, kit)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    next_import,
                    self._opened.payload_digest,
                    manifest.bundle,
                    manifest.office,
                    self._path.name,
                    self._ledger.now(),
                    self._code().value,
                    self._new,
                    self._verified.entry_count - self._new,
                    manifest.last_receipt,
                    manifest.kit,
                ],
            )

    def _write_range(self, part: VerifiedRange, import_id: int) -> None:
        journal = self._ledger.journal
        feed = self._feed_of(part)
        claimed = journal.claimed(feed)
        if part.feed_length < claimed:
            self._remarks.add(Code.BUNDLE_OLDER)
        journal.claim(feed, part.feed_length, part.feed_head)
        if not part.known:
            added = journal.add_range(
                feed,
                first=part.first,
                previous=part.previous,
                lines=part.lines,
                links=part.links,
                entries=part.entries,
                import_id=import_id,
            )
            self._new += added.new
            self._ledger.projections.apply(feed, added.linked)
            self._remark_items(feed, added.linked, part)
        if feed.last_good is not None:
            self._vouch(feed, part)
        # The claim alone can show a fork: the same length, another head.
        feed = journal.look_for_fork(feed, part.feed_length, part.feed_head)
        if feed.fork_at is not None:
            self._remarks.add(Code.BUNDLE_FORK)
        if part.upto < part.feed_length and part.feed_length > claimed:
            self._remarks.add(Code.BUNDLE_TAIL_PENDING)

    def _vouch(self, feed: Feed, part: VerifiedRange) -> None:
        """What the office sends again under a new key counts, though the key of its feed was revoked before that."""
        if self._verified.signer.last_good is None:
            self._ledger.projections.refresh(feed, self._ledger.journal.countersign(feed, part.head))
        else:
            self._ledger.projections.refresh(feed, self._ledger.journal.relink(feed))

    def _feed_of(self, part: VerifiedRange) -> Feed:
        """The feed of a range. Its first entry says whose it is, for good; until that arrives, whoever signed is believed."""
        journal, office = self._ledger.journal, self._verified.manifest.office
        start = part.entries[0] if part.entries else None
        known = journal.feed(part.feed)
        if isinstance(start, Opened):
            self._remark_succession(start, known)
            return journal.begin(part.feed, office, bytes.fromhex(start.key))
        if known is not None and known.office != office:
            raise LedgerError(Code.KEY_OF_ANOTHER_OFFICE, office=known.office, owner=office)
        return known or journal.register(part.feed, office, self._verified.signer.public)

    def _remark_succession(self, start: Opened, known: Feed | None) -> None:
        """Whether an office goes on in this feed: it says so, or all its earlier keys were revoked."""
        earlier = [feed for feed in self._ledger.journal.feeds(start.office) if feed.feed != (known.feed if known else b"")]
        if start.succeeds or (earlier and all(feed.last_good is not None for feed in earlier)):
            self._remarks.add(Code.BUNDLE_SUCCESSION)

    def _write_blobs(self) -> None:
        for digest in self._verified.blobs:
            if self._ledger.db.execute("SELECT 1 FROM blob WHERE sha256 = ?", [bytes.fromhex(digest)]).fetchone() is None:
                keep_blob(self._ledger.db, self._verified.container.read(f"blobs/{digest}", _MAX_BLOB))
                self._blobs_new += 1

    # Remarks

    def _remark_items(self, feed: Feed, items: Sequence[Item], part: VerifiedRange) -> None:
        office = self._verified.manifest.office
        for item in items:
            entry = item.entry
            if type(entry) is Closed:
                self._ledger.db.execute(
                    "INSERT INTO arrival VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    [office, entry.period, bytes.fromhex(entry.root), self._ledger.now()],
                )
                if self._is_consolidated(entry.period):
                    self._remarks.add(Code.BUNDLE_PERIOD_CONSOLIDATED)
        if self._has_late_change(feed, items):
            self._remarks.add(Code.BUNDLE_LATE_CHANGE)
        if plainly_stamped(part.content, part.entries):
            self._remarks.add(Code.TEXT_SECRECY_STAMP)

    def _has_late_change(self, feed: Feed, items: Sequence[Item]) -> bool:
        """Whether an entry changes a record of a period that its own feed had closed, without a later closing covering it."""
        closings = self._ledger.db.execute(
            "SELECT period, max(seq) FROM closing WHERE feed_id = ? AND op = 'close' GROUP BY period", [feed.id]
        ).fetchall()
        for code, closed_at in closings:
            period = self._station.catalogue.period(code)
            for item in items:
                entry = item.entry
                if item.seq <= closed_at:
                    continue
                if type(entry) is Put and type(entry.body) is Activity:
                    changed: date | None = date.fromisoformat(entry.body.date)
                else:
                    changed = self._date_of(entry.uid) if type(entry) is Withdrawn else None
                if changed in period:
                    return True
        return False

    def _date_of(self, uid: str) -> date | None:
        row = self._ledger.db.execute(
            "SELECT date FROM activity WHERE uid = ? AND office = ?", [bytes.fromhex(uid), self._verified.manifest.office]
        ).fetchone()
        return date.fromisoformat(row[0]) if row else None

    def _is_consolidated(self, period: str) -> bool:
        return self._ledger.db.execute("SELECT 1 FROM consolidation WHERE period = ?", [period]).fetchone() is not None

    def _remark_manifest(self) -> None:
        manifest = self._verified.manifest
        if manifest.kit < self._station.kit_number:
            self._remarks.add(Code.BUNDLE_OLD_KIT)
        if abs((_day_of(manifest.created) - self._ledger.clock().date()).days) > _CLOCK_DAYS:
            self._remarks.add(Code.BUNDLE_CLOCK)
        self._remarks |= open_remarks(self._ledger, manifest.office)


def settled(station: Station, outcome: FileOutcome) -> FileOutcome:
    """Takes back what a later file of the same batch has mended, such as the missing part of a series."""
    if outcome.refused or not outcome.office:
        return outcome
    passing = {Code.BUNDLE_GAP, Code.BUNDLE_BLOBS_MISSING, Code.BUNDLE_TAIL_PENDING} & set(outcome.remarks)
    if not passing:
        return outcome
    mended = passing - open_remarks(station.ledger, outcome.office) - pending_tail(station.ledger, outcome.office)
    if not mended:
        return outcome
    remarks = tuple(code for code in outcome.remarks if code not in mended)
    attention = next((code for code in _ATTENTION if code in remarks), None)
    code = outcome.code if outcome.code not in mended else attention or Code.BUNDLE_IMPORTED
    return replace(outcome, code=code, remarks=remarks)


def _day_of(moment: str) -> date:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return date.min
