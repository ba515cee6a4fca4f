"""Sealing at an office: what the centre has not acknowledged yet becomes one bundle, or a series for e-mail.

Every bundle of a series is complete in itself: any of them can be lost, repeated or come late. Nothing is forgotten here after
sealing; only a receipt ends the need to send an entry again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from export.bundle.canonical_zip_writer import PreparedMember, prepare
from export.bundle.envelope import PayloadKind, Signer
from export.bundle.limits import MAX_CONTAINER, MEBIBYTE
from export.bundle.manifest import CLOCK_NOTE, FORMAT, Counts, Manifest, MemberLine, Range, Series, encode_payload
from export.bundle.sealed_file import SealedFile, write_sealed
from export.exchange.confirmed import held_histories
from export.exchange.station import Station
from export.trust.voice_number import spoken_code
from storage.attachments import blob, chunk_digests
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.domain.slug import slug
from storage.journal.chain import ERASED_PREFIX, ZERO_LINK
from storage.journal.entries import Acknowledged, Activity, Answer, Closed, Entry, Opened, Put, Withdrawn, decode
from storage.journal.store import ChainNode, Feed
from storage.ledger import Ledger, Role
from storage.recording import stamped_lines
from storage.version import VERSION

SCHEMA = 1
_OVERHEAD = 64 * 1024
_MAX_BLOBS = 10_000
"""The signed manifest has a line for each member, and its size has a limit."""
_LEAST_COMPRESSION = 3
"""Journal lines shrink at least this much; measured 4 to 5 on Vietnamese text."""


@dataclass(frozen=True, slots=True)
class SealedBundle:
    """One file of a hand-over, written and read back."""

    file: SealedFile
    spoken: str
    entries: int
    activities: int
    answers: int
    blobs: int


@dataclass(frozen=True, slots=True)
class Seal:
    """A hand-over: its files, and one code for reading the whole over the telephone."""

    bundles: list[SealedBundle]
    spoken: str
    periods: list[str]


@dataclass(frozen=True, slots=True)
class Portion:
    """Consecutive entries of one feed that go into one bundle. ``lines`` are the exact stored bytes.

    ``special`` are the entries other than plain activities, which are only counted: sealing thousands of lines need not take
    each of them apart.
    """

    feed: Feed
    first: int
    previous: bytes
    head: bytes
    lines: list[bytes]
    links: list[bytes]
    special: list[Entry]
    feed_length: int
    feed_head: bytes

    @property
    def upto(self) -> int:
        return self.first + len(self.lines) - 1

    @property
    def plain(self) -> int:
        """How many lines are plain activities."""
        return len(self.lines) - len(self.special)

    @property
    def activities(self) -> int:
        """How many lines create or amend an activity."""
        return self.plain + sum(isinstance(entry, Put) and isinstance(entry.body, Activity) for entry in self.special)

    @property
    def answers(self) -> int:
        """How many lines give an answer."""
        return sum(isinstance(entry, Put) and isinstance(entry.body, Answer) for entry in self.special)


@dataclass(frozen=True, slots=True)
class _Load:
    """What one bundle of a series carries."""

    portions: list[Portion] = field(default_factory=list)
    blobs: list[str] = field(default_factory=list)


def seal(
    station: Station,
    folder: Path,
    *,
    everything: bool = False,
    budget_mib: int | None = None,
    note: str = "",
    report: ProgressReporter = silent,
) -> Seal:
    """Seals what is not acknowledged (or ``everything``) into files in ``folder``, each read back from the medium.

    Raises ``LedgerError``: WRONG_ROLE, NOTHING_TO_SEAL, SEAL_BLOCKED_BY_STAMP (``count``), PIN_*, disk errors.
    """
    ledger = station.ledger
    ledger.require(Role.OFFICE)
    portions = pending(ledger, everything=everything)
    blobs = _blobs_of(ledger, portions)
    # An attachment that the centre still lacks is reason enough: its record may long be confirmed.
    if not (everything or blobs or any(map(matters, portions))):
        raise LedgerError(Code.NOTHING_TO_SEAL)
    _refuse_stamps(portions)
    budget = budget_mib * MEBIBYTE if budget_mib else None
    loads = _divide(ledger, portions, blobs, budget)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(Code.FOLDER_UNWRITABLE, detail=str(error), path=str(folder)) from error
    series = ledger.identifiers.random(16).hex()
    bundles = []
    for number, load in enumerate(loads, 1):
        part = Series(series, number, len(loads)) if len(loads) > 1 else None
        bundles.append(_seal_load(station, folder, load, part, note, report))
    periods = sorted({period for load in loads for period in _periods(load.portions)})
    return Seal(bundles, _spoken_of_all(bundles), periods)


def pending(ledger: Ledger, *, everything: bool = False) -> list[Portion]:
    """What is still to be sent of each feed this PC has written, oldest feed first."""
    acknowledged = {row[0]: row[1:] for row in ledger.db.execute("SELECT feed_id, seq, head FROM acknowledged").fetchall()}
    written = {row[0] for row in ledger.db.execute("SELECT id FROM feed WHERE own > 0").fetchall()}
    portions = []
    for feed in ledger.journal.feeds(ledger.office):
        if feed.id not in written:
            continue
        confirmed, confirmed_head = (0, ZERO_LINK) if everything else acknowledged.get(feed.id, (0, ZERO_LINK))
        length, head = ledger.journal.head(feed)
        if feed.fork_at is not None:
            held = [] if everything else [head for _, head in held_histories(ledger, feed)]
            branches = ledger.journal.branches(feed, confirmed_head, *held)
            portions += [_portion(ledger, feed, nodes, nodes[-1][0], nodes[-1][2]) for nodes in branches]
        elif confirmed < length:
            portions.append(make_portion(ledger, feed, confirmed + 1, length, length, head))
    return portions


def make_portion(ledger: Ledger, feed: Feed, first: int, last: int, length: int, feed_head: bytes) -> Portion:
    """The entries ``first`` to ``last`` of a feed that has one history up to there, ready to be put into a member."""
    previous = ledger.journal.link_at(feed, first - 1)
    if previous is None:
        raise LedgerError(Code.LEDGER_DAMAGED, detail=f"no single entry {first - 1}")
    nodes, before = [], previous
    for seq, link, line in ledger.journal.lines(feed, first, last):
        nodes.append((seq, before, link, line))
        before = link
    return _portion(ledger, feed, nodes, length, feed_head)


def _portion(ledger: Ledger, feed: Feed, nodes: Sequence[ChainNode], length: int, feed_head: bytes) -> Portion:
    links = [link for _, _, link, _ in nodes]
    lines = [line if line is not None else _erased_line(ledger, feed, link) for _, _, link, line in nodes]
    first, previous = nodes[0][:2]
    return Portion(feed, first, previous, links[-1], lines, links, _special(lines), length, feed_head)


def _special(lines: Sequence[bytes]) -> list[Entry]:
    """The entries that are not plain activities. In JSON no text can hold these very bytes: its quotes would be escaped."""
    return [
        decode(line)
        for line in lines
        if not (line.startswith(b'{"op":"put"') and b'"kind":"activity"' in line and b'"files":[' not in line)
    ]


def seal_portions(
    station: Station,
    path: Path,
    *,
    kind: PayloadKind,
    office: str,
    to: str,
    recipients: Sequence[str],
    signer: Signer,
    portions: Sequence[Portion],
    blobs: Sequence[str],
    bundle: bytes,
    series: Series | None = None,
    note: str = "",
    report: ProgressReporter = silent,
) -> SealedFile:
    """Writes one bundle of journal entries, to the centre or (kind RESYNC) back to an office."""
    ledger = station.ledger
    members, ranges = _members(ledger, portions, blobs, report)
    manifest = Manifest(
        format=FORMAT,
        kind="office-journal" if kind is PayloadKind.BUNDLE else "resync",
        bundle=bundle.hex(),
        org=ledger.organisation,
        office=office,
        key=signer.keyid,
        to=to,
        to_age=sorted(recipients),
        ranges=ranges,
        periods=_periods(portions),
        last_receipt=_last_receipt(ledger),
        kit=station.kit_number,
        created=ledger.now(),
        clock=CLOCK_NOTE,
        app=VERSION,
        schema=SCHEMA,
        counts=_counts(portions, members, len(blobs)),
        members=[MemberLine(prepared.name, prepared.size, prepared.sha256) for prepared in members],
        series=series if series is not None else msgspec.UNSET,
        note=note[:500],
    )
    return write_sealed(
        path,
        kind=kind,
        members=members,
        payload=lambda _: encode_payload(manifest),
        signers=[signer],
        recipients=recipients,
        temporary=ledger.folders.temporary,
        report=report,
    )


def blobs_of_entries(entries: Sequence[Entry]) -> Iterator[str]:
    """The chunks that entries name, repeated ones included."""
    for entry in entries:
        if isinstance(entry, Put):
            for attachment in entry.files:
                yield from chunk_digests(attachment)


def matters(portion: Portion) -> bool:
    """Whether it holds more than openings and acknowledgements, for which alone no bundle is worth sending."""
    return bool(portion.plain) or not all(isinstance(entry, Opened | Acknowledged) for entry in portion.special)


def _refuse_stamps(portions: Sequence[Portion]) -> None:
    stamped = sum(stamped_lines(portion.lines) for portion in portions)
    if stamped:
        raise LedgerError(Code.SEAL_BLOCKED_BY_STAMP, count=stamped)


def _blobs_of(ledger: Ledger, portions: Sequence[Portion]) -> list[str]:
    named = set()
    for portion in portions:
        named |= set(blobs_of_entries(portion.special))
    named |= set(ledger.setting("wanted_blobs").split())
    return sorted(digest for digest in named if blob(ledger.db, digest) is not None)


def _divide(ledger: Ledger, portions: Sequence[Portion], blobs: Sequence[str], budget: int | None) -> list[_Load]:
    """All journal ranges first, then the attachments, filled first-fit."""
    room = max((budget or MAX_CONTAINER) - _OVERHEAD, _OVERHEAD)
    loads: list[tuple[_Load, int]] = []
    for portion in portions:
        for piece in _pieces(portion, room * _LEAST_COMPRESSION):
            _put(loads, room, sum(map(len, piece.lines)) // _LEAST_COMPRESSION, portion=piece)
    for digest in blobs:
        size = ledger.db.execute("SELECT length(data) FROM blob WHERE sha256 = ?", [bytes.fromhex(digest)]).fetchone()[0]
        _put(loads, room, size, digest=digest)
    return [load for load, _ in loads]


def _pieces(portion: Portion, limit: int) -> Iterator[Portion]:
    start, size = 0, 0
    for position, line in enumerate(portion.lines):
        if size and size + len(line) > limit:
            yield _slice(portion, start, position)
            start, size = position, 0
        size += len(line) + 1
    yield _slice(portion, start, len(portion.lines))


def _slice(portion: Portion, start: int, end: int) -> Portion:
    return replace(
        portion,
        first=portion.first + start,
        previous=portion.links[start - 1] if start else portion.previous,
        head=portion.links[end - 1],
        lines=portion.lines[start:end],
        links=portion.links[start:end],
        special=_special(portion.lines[start:end]),
    )


def _put(loads: list[tuple[_Load, int]], room: int, size: int, *, portion: Portion | None = None, digest: str = "") -> None:
    for position, (load, used) in enumerate(loads):
        if used + size <= room and len(load.blobs) < _MAX_BLOBS and not _collides(load, portion):
            loads[position] = (load, used + size)
            break
    else:
        load = _Load()
        loads.append((load, size))
    if portion is not None:
        load.portions.append(portion)
    else:
        load.blobs.append(digest)


def _collides(load: _Load, portion: Portion | None) -> bool:
    """Two histories of one feed can begin at one position, and a container has no two members of one name."""
    return portion is not None and any(
        (other.feed.feed, other.first) == (portion.feed.feed, portion.first) for other in load.portions
    )


def _seal_load(
    station: Station, folder: Path, load: _Load, series: Series | None, note: str, report: ProgressReporter
) -> SealedBundle:
    ledger = station.ledger
    bundle = ledger.identifiers.random(16)
    sealed = seal_portions(
        station,
        folder / _file_name(ledger, load, series, bundle),
        kind=PayloadKind.BUNDLE,
        office=ledger.office,
        to=station.centre,
        recipients=station.centre_recipients,
        signer=station.signer,
        portions=load.portions,
        blobs=load.blobs,
        bundle=bundle,
        series=series,
        note=note,
        report=report,
    )
    code = spoken_code(sealed.sha256)
    entries = sum(len(portion.lines) for portion in load.portions)
    ranges = {portion.feed.feed.hex(): [portion.first, portion.upto] for portion in load.portions}
    with ledger.write():
        ledger.db.execute(
            "INSERT INTO custody VALUES (?, ?, ?, 'written', ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [
                sealed.payload,
                str(sealed.path.absolute()),
                ledger.now(),
                sealed.size,
                sealed.sha256,
                code,
                msgspec.json.encode(ranges).decode(),
            ],
        )
    activities = sum(portion.activities for portion in load.portions)
    answers = sum(portion.answers for portion in load.portions)
    return SealedBundle(sealed, code, entries, activities, answers, len(load.blobs))


def _file_name(ledger: Ledger, load: _Load, series: Series | None, bundle: bytes) -> str:
    periods = _periods(load.portions)
    period = periods[-1] if periods else "x"
    number = f"{series.no}of{series.of}" if series else "1of1"
    return slug(f"shd-{ledger.office}-{period}-{number}-{bundle.hex()[:6]}") + ".shd"


def _members(
    ledger: Ledger, portions: Sequence[Portion], blobs: Sequence[str], report: ProgressReporter
) -> tuple[list[PreparedMember], list[Range]]:
    prepared: list[tuple[PreparedMember, Range | None]] = []
    for portion in portions:
        feed = portion.feed.feed.hex()
        name = f"journal/{feed}.jsonl" if portion.first == 1 else f"journal/{feed}_{portion.first}.jsonl"
        member = prepare(name, b"\n".join(portion.lines) + b"\n")
        described = Range(
            feed=feed,
            first=portion.first,
            upto=portion.upto,
            prev=portion.previous.hex(),
            head=portion.head.hex(),
            feed_n=portion.feed_length,
            feed_head=portion.feed_head.hex(),
            member=name,
        )
        prepared.append((member, described))
    prepared.sort(key=lambda pair: pair[0].name)
    ranges = [described for _, described in prepared if described is not None]
    members = [member for member, _ in prepared]
    for number, digest in enumerate(sorted(blobs)):
        report(Progress(Stage.READING, number, len(blobs)))
        members.append(prepare(f"blobs/{digest}", blob(ledger.db, digest) or b""))
    return members, ranges


def _counts(portions: Sequence[Portion], members: Sequence[PreparedMember], blobs: int) -> Counts:
    special = [entry for portion in portions for entry in portion.special]
    return Counts(
        entries=sum(len(portion.lines) for portion in portions),
        put=sum(portion.activities + portion.answers for portion in portions),
        withdrawn=sum(isinstance(entry, Withdrawn) for entry in special),
        close=sum(isinstance(entry, Closed) for entry in special),
        blobs=blobs,
        bytes=sum(member.size for member in members),
    )


def _periods(portions: Sequence[Portion]) -> list[str]:
    return sorted({entry.period for portion in portions for entry in portion.special if isinstance(entry, Closed)})


def _last_receipt(ledger: Ledger) -> int:
    row = ledger.db.execute("SELECT coalesce(max(no), 0) FROM receipt WHERE own = 0").fetchone()
    return int(row[0])


def _erased_line(ledger: Ledger, feed: Feed, link: bytes) -> bytes:
    row = ledger.db.execute("SELECT digest FROM node WHERE feed_id = ? AND link = ?", [feed.id, link]).fetchone()
    digest: bytes = row[0]
    return ERASED_PREFIX + digest.hex().encode() + b'"}'


def _spoken_of_all(bundles: Sequence[SealedBundle]) -> str:
    if len(bundles) == 1:
        return bundles[0].spoken
    return spoken_code(hashlib.sha256(b"".join(bundle.file.sha256 for bundle in bundles)).digest())
