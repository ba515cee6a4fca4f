"""Verifying a bundle of journal entries: from an opened file and the keys that may sign to entries that can be believed.

The order is fixed and part of the format: signature, manifest, recipient, office and key, members, content of every member,
chains, entries. A pure function of its arguments; it writes nothing and knows no clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

import msgspec

from export.bundle.canonical_zip import CanonicalZip
from export.bundle.envelope import PayloadKind, require_kind, verify_envelope
from export.bundle.limits import MEBIBYTE
from export.bundle.manifest import Manifest, Range, parse_manifest
from export.bundle.sealed_file import OpenedFile
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.journal.chain import ZERO_LINK, feed_identifier, links_of
from storage.journal.entries import (
    CENTRE_ONLY,
    MAX_LINE_BYTES,
    Entry,
    Opened,
    Put,
    Withdrawn,
    check_forms,
    decode,
    decode_unchecked_errors,
)
from storage.journal.entries import FORMAT as JOURNAL_FORMAT

_KINDS = {PayloadKind.BUNDLE: "office-journal", PayloadKind.RESYNC: "resync"}
MAX_JOURNAL_MEMBER = 1024 * MEBIBYTE


@dataclass(frozen=True, slots=True)
class AdmittedKey:
    """A key that may sign for an office. ``last_good`` (feed → position) is set once the key was revoked."""

    office: str
    public: bytes
    last_good: Mapping[bytes, int] | None = None


@dataclass(frozen=True, slots=True)
class Expectation:
    """Whom a bundle must be for and from: the reader's own names and keys, and the keys it knows."""

    kind: PayloadKind
    organisation: str
    recipient_office: str
    recipients: frozenset[str]
    keys: Mapping[str, AdmittedKey]


@dataclass(frozen=True, slots=True)
class VerifiedRange:
    """Entries that follow from the signed head. ``entries`` is empty for a range that the reader already has, whole."""

    feed: bytes
    first: int
    upto: int
    previous: bytes
    head: bytes
    feed_length: int
    feed_head: bytes
    lines: Sequence[bytes] = ()
    links: Sequence[bytes] = ()
    entries: Sequence[Entry] = ()
    content: bytes = field(default=b"", repr=False)
    known: bool = False


@dataclass(frozen=True, slots=True)
class VerifiedBundle:
    """A bundle that can be believed: signed by ``signer`` for the manifest's office, every byte as signed."""

    manifest: Manifest
    payload_digest: bytes
    signer: AdmittedKey
    ranges: tuple[VerifiedRange, ...]
    blobs: tuple[str, ...]
    container: CanonicalZip = field(repr=False)

    @property
    def entry_count(self) -> int:
        """How many entries the bundle carries."""
        return sum(part.upto - part.first + 1 for part in self.ranges)


KnownRange = Callable[[bytes, int, int, bytes], bool]
"""(feed, first, last, head) → whether the reader has this whole range already."""


def verify_journal_bundle(
    opened: OpenedFile, expected: Expectation, *, is_known: KnownRange, report: ProgressReporter = silent
) -> VerifiedBundle:
    """Everything that can be known of a bundle without looking into the ledger.

    Raises ``LedgerError``: BUNDLE_WRONG_KIND, BUNDLE_UNKNOWN_KEY, BUNDLE_SIGNATURE_INVALID, BUNDLE_MANIFEST, BUNDLE_TOO_NEW,
    BUNDLE_WRONG_RECIPIENT, KEY_OF_ANOTHER_OFFICE, KEY_REVOKED, BUNDLE_MEMBER, BUNDLE_CHAIN, BUNDLE_ENTRY.
    """
    require_kind(opened.envelope, expected.kind)
    keyids = verify_envelope(opened.envelope, {keyid: key.public for keyid, key in expected.keys.items()})
    manifest = parse_manifest(opened.envelope.payload)
    if manifest.kind != _KINDS[expected.kind]:
        raise LedgerError(Code.BUNDLE_MANIFEST, detail=f"{manifest.kind} in an envelope for {expected.kind}")
    signer = _check_parties(manifest, expected, keyids)
    _check_members(opened.container, manifest)
    ranges = []
    for number, part in enumerate(manifest.ranges):
        report(Progress(Stage.VERIFYING, number, len(manifest.ranges)))
        ranges.append(_verify_range(opened.container, manifest, part, signer, expected, is_known))
    blobs = _verify_blobs(opened.container, manifest, report)
    return VerifiedBundle(manifest, opened.payload_digest, signer, tuple(ranges), blobs, opened.container)


def _check_parties(manifest: Manifest, expected: Expectation, keyids: Sequence[str]) -> AdmittedKey:
    if manifest.org != expected.organisation or manifest.to != expected.recipient_office:
        raise LedgerError(Code.BUNDLE_WRONG_RECIPIENT, detail=f"for {manifest.to} of {manifest.org}")
    own = expected.recipients & set(manifest.to_age)
    # A centre is the only reader of a bundle; what it sends back is for every key in force of an office with several PCs.
    if not own or (expected.kind is PayloadKind.BUNDLE and len(own) < len(set(manifest.to_age))):
        raise LedgerError(Code.BUNDLE_WRONG_RECIPIENT, detail="encrypted for another centre when it was signed")
    if manifest.key not in keyids:
        raise LedgerError(Code.BUNDLE_SIGNATURE_INVALID, detail="the manifest names another key than the one that signed")
    signer = expected.keys[manifest.key]
    if expected.kind is PayloadKind.BUNDLE and signer.office != manifest.office:
        raise LedgerError(Code.KEY_OF_ANOTHER_OFFICE, office=manifest.office, owner=signer.office)
    return signer


def _check_members(container: CanonicalZip, manifest: Manifest) -> None:
    listed = [(member.name, member.size) for member in manifest.members]
    present = [(entry.name, entry.size) for entry in container.entries[1:]]
    if listed != present:
        raise LedgerError(Code.BUNDLE_MEMBER, detail="the members are not those of the manifest")
    used = [part.member for part in manifest.ranges]
    journal = [name for name, _ in listed if name.startswith("journal/")]
    if sorted(used) != journal:
        raise LedgerError(Code.BUNDLE_MEMBER, detail="ranges and journal members do not correspond")


def _verify_range(
    container: CanonicalZip,
    manifest: Manifest,
    part: Range,
    signer: AdmittedKey,
    expected: Expectation,
    is_known: KnownRange,
) -> VerifiedRange:
    feed, head, previous = bytes.fromhex(part.feed), bytes.fromhex(part.head), bytes.fromhex(part.prev)
    if part.upto < part.first or part.feed_n < part.upto or (part.first == 1 and previous != ZERO_LINK):
        raise LedgerError(Code.BUNDLE_CHAIN, detail=f"range {part.first} to {part.upto} of {part.feed_n}")
    if part.upto == part.feed_n and part.head != part.feed_head:
        raise LedgerError(Code.BUNDLE_CHAIN, detail="two heads for one position")
    if signer.last_good is not None and part.upto > signer.last_good.get(feed, 0):
        raise LedgerError(Code.KEY_REVOKED, detail=f"feed {part.feed} up to {part.upto}", office=signer.office)
    content = _member_content(container, manifest, part.member)
    common = (feed, part.first, part.upto, previous, head, part.feed_n, bytes.fromhex(part.feed_head))
    if is_known(feed, part.first, part.upto, head):
        return VerifiedRange(*common, known=True)
    lines = _split_lines(content, part)
    try:
        links = links_of(feed, part.first, previous, lines)
    except ValueError as error:
        raise LedgerError(Code.BUNDLE_CHAIN, detail=str(error)) from error
    if links[-1] != head:
        raise LedgerError(Code.BUNDLE_CHAIN, detail=f"feed {part.feed}: the entries do not lead to the signed head")
    entries = _decode_lines(lines, part.first)
    _check_entries(entries, lines[0], manifest, part, expected)
    return VerifiedRange(*common, lines=lines, links=links, entries=entries, content=content)


def _member_content(container: CanonicalZip, manifest: Manifest, name: str) -> bytes:
    content = container.read(name, MAX_JOURNAL_MEMBER)
    listed = next(member for member in manifest.members if member.name == name)
    if sha256(content).hexdigest() != listed.sha256:
        raise LedgerError(Code.BUNDLE_MEMBER, detail=f"{name} is not as it was signed")
    return content


def _split_lines(content: bytes, part: Range) -> list[bytes]:
    lines = content.split(b"\n")
    if lines.pop() != b"" or len(lines) != part.upto - part.first + 1:
        raise LedgerError(Code.BUNDLE_CHAIN, detail=f"{len(lines)} lines for {part.first} to {part.upto}")
    if max(map(len, lines)) > MAX_LINE_BYTES:
        raise LedgerError(Code.BUNDLE_TOO_LARGE, detail="a line", limit=MAX_LINE_BYTES)
    return lines


def _decode_lines(lines: Sequence[bytes], first: int) -> list[Entry]:
    try:
        entries = list(map(decode_unchecked_errors, lines))
        check_forms(entries)
    except (msgspec.DecodeError, ValueError, RecursionError):
        # Once more, one by one, to say which line it was.
        return [_decode_line(line, seq) for seq, line in enumerate(lines, first)]
    return entries


def _decode_line(line: bytes, seq: int) -> Entry:
    try:
        return decode(line)
    except LedgerError as error:
        raise LedgerError(Code.BUNDLE_ENTRY, detail=error.detail, seq=seq) from error


def _check_entries(entries: Sequence[Entry], first_line: bytes, manifest: Manifest, part: Range, expected: Expectation) -> None:
    start = entries[0]
    if part.first == 1:
        if not isinstance(start, Opened) or feed_identifier(first_line).hex() != part.feed:
            raise LedgerError(Code.BUNDLE_CHAIN, detail="the feed does not begin with its own opening")
        if start.v != JOURNAL_FORMAT:
            raise LedgerError(Code.BUNDLE_TOO_NEW, detail=f"journal format {start.v}")
        if start.office != manifest.office:
            raise LedgerError(Code.KEY_OF_ANOTHER_OFFICE, office=manifest.office, owner=start.office)
        _check_writer(start, manifest, expected)
    plain = all(type(entry) is Put and not entry.office for entry in entries[1:])
    for seq, entry in enumerate(entries[:1] if plain else entries, part.first):
        kind = type(entry)
        on_behalf = isinstance(entry, Put | Withdrawn) and bool(entry.office)
        if on_behalf or kind in CENTRE_ONLY or (kind is Opened and seq > 1):
            raise LedgerError(Code.BUNDLE_ENTRY, detail=f"{kind.__name__} is not for an office to write", seq=seq)


def _check_writer(start: Opened, manifest: Manifest, expected: Expectation) -> None:
    """A feed may have been begun with an earlier key of the same office, never with a key that nobody admitted."""
    if expected.kind is not PayloadKind.BUNDLE:
        return
    public = bytes.fromhex(start.key)
    if not any(key.public == public and key.office == manifest.office for key in expected.keys.values()):
        raise LedgerError(
            Code.BUNDLE_UNKNOWN_KEY, detail="the feed was begun with a key that is not admitted", key=start.key[:32]
        )


def _verify_blobs(container: CanonicalZip, manifest: Manifest, report: ProgressReporter) -> tuple[str, ...]:
    names = []
    for member in manifest.members:
        if member.name.startswith("blobs/"):
            measured = container.measure(member.name, report=report)
            if measured.sha256 != member.sha256 or member.name != f"blobs/{measured.sha256}":
                raise LedgerError(Code.BUNDLE_MEMBER, detail=f"{member.name} is not as it was signed")
            names.append(measured.sha256)
    return tuple(names)
