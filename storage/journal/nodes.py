"""The journal's rows and what can be decided about them without looking into the ledger; shapes and pure functions only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import repeat
from typing import NamedTuple

from storage.journal.chain import digest_of_line
from storage.journal.entries import Entry, Erased, Put, Withdrawn

Row = tuple[int, int, bytes, bytes, int, bytes | None, bytes | None, bytes | None, int | None]
"""A node as it stands in the table: feed, position, link, link before it, state, record, line, digest, import."""


class NodeState(IntEnum):
    """Whether a node counts; the numbers stand in the database."""

    WAITING = 0
    LINKED = 1
    CUT_OFF = 2


@dataclass(frozen=True, slots=True)
class Feed:
    """One installation's chain. ``last_good`` is set when its key was revoked, ``fork_at`` when it has two histories."""

    id: int
    feed: bytes
    office: str
    public: bytes
    own: bool
    last_good: int | None
    fork_at: int | None


class Item(NamedTuple):
    """A node that counts, ready for the projections. A named tuple, because every import makes thousands."""

    seq: int
    link: bytes
    entry: Entry


ChainNode = tuple[int, bytes, bytes, bytes | None]
"""(position, link before it, link, line or None where it was erased by order)."""


@dataclass(frozen=True, slots=True)
class AddedRange:
    """What adding a range changed: ``linked`` are the items that began to count, earlier waiting ones included."""

    new: int
    known: int
    linked: list[Item]
    fork_at: int | None


def record_identifier(entry: Entry) -> bytes | None:
    """The record that an entry is about, 16 bytes, or None for entries about the feed or a period."""
    return bytes.fromhex(entry.uid) if isinstance(entry, Put | Withdrawn) else None


def counted(feed: Feed, seq: int) -> NodeState:
    """The state of a node that is reachable: below a revoked key's last good entry it counts."""
    return NodeState.LINKED if feed.last_good is None or seq <= feed.last_good else NodeState.CUT_OFF


def fresh_rows(
    feed: Feed,
    first: int,
    previous: bytes,
    lines: Sequence[bytes],
    links: Sequence[bytes],
    entries: Sequence[Entry],
    known: set[bytes],
    import_id: int | None,
    *,
    anchored: bool,
) -> list[Row]:
    """The rows of those entries of a range that are not here yet; ``anchored`` says whether they count at once."""
    plain = NodeState.LINKED if anchored else NodeState.WAITING
    if not known and feed.last_good is None and Erased not in set(map(type, entries)):
        # Nothing of it is here: columns are put side by side without a look at each entry.
        uids = [bytes.fromhex(entry.uid) if isinstance(entry, Put | Withdrawn) else None for entry in entries]
        seqs = range(first, first + len(links))
        before = [previous, *links[:-1]]
        alike = (repeat(feed.id), seqs, links, before, repeat(int(plain)), uids, lines, repeat(None), repeat(import_id))
        return list(zip(*alike, strict=False))
    rows: list[Row] = []
    prev = previous
    for seq, (line, link, entry) in enumerate(zip(lines, links, entries, strict=True), first):
        if link not in known:
            state = counted(feed, seq) if anchored else plain
            erased = type(entry) is Erased
            digest = digest_of_line(line) if erased else None
            text = None if erased else line
            rows.append((feed.id, seq, link, prev, int(state), record_identifier(entry), text, digest, import_id))
        prev = link
    return rows


def ends_met(first: int, links: Sequence[bytes], around: Sequence[tuple[int, bytes, bytes, int]]) -> list[tuple[int, bytes]]:
    """The entries of a range after which something waits: its last one, or an inner one where another branch begins."""
    waited_for = {(seq - 1, prev) for seq, _, prev, state in around if not state}
    return [end for end in enumerate(links, first) if end in waited_for]


def ancestry(nodes: dict[bytes, ChainNode], link: bytes, until: set[bytes]) -> list[ChainNode]:
    """The chain that ends in ``link``, oldest first, back to the start or to what ``until`` holds."""
    chain = []
    while link not in until and (node := nodes.get(link)) is not None:
        chain.append(node)
        link = node[1]
    return chain[::-1]
