"""The histories of an office: one for each installation, more where one of them forked; named so that people can speak of them.

Reads only. A history is never judged here: all of them count (docs/bundle-format.md, chapter on forks).
"""

from __future__ import annotations

from dataclasses import dataclass

from storage.journal.chain import ZERO_LINK
from storage.journal.entries import Erased, decode
from storage.journal.nodes import ChainNode, Feed
from storage.ledger import Ledger

_FIRST_LETTER = ord("A")
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class History:
    """``name`` is A, B …, AA; ``since`` and ``until`` are RFC 3339 by the clock of the PC that wrote, or empty.

    ``feed`` is hexadecimal. ``forked_at`` is the first position that not all histories of its
    feed share, 0 when it has one only. ``entries`` are those from there on, or all.
    """

    name: str
    feed: str
    since: str
    until: str
    entries: int
    forked_at: int


@dataclass(frozen=True, slots=True)
class Held:
    """All histories of an office, and for each record (hexadecimal) the numbers of those with an entry about it."""

    histories: tuple[History, ...]
    records: dict[str, frozenset[int]]
    versions: dict[str, frozenset[int]]
    """As ``records``, by the link of an entry about a record (hexadecimal)."""


def histories_of(ledger: Ledger, office: str) -> Held:
    """What the ledger holds of an office, in the order in which its feeds became known."""
    histories: list[History] = []
    holders: dict[str, set[int]] = {}
    versions: dict[str, set[int]] = {}
    for feed in ledger.journal.feeds(office):
        for chain in ledger.journal.branches(feed, ZERO_LINK):
            for uid, link in _records(ledger, feed, chain):
                holders.setdefault(uid, set()).add(len(histories))
                versions.setdefault(link, set()).add(len(histories))
            histories.append(_history(len(histories), feed, chain))
    return Held(tuple(histories), _frozen(holders), _frozen(versions))


def _frozen(holders: dict[str, set[int]]) -> dict[str, frozenset[int]]:
    return {key: frozenset(numbers) for key, numbers in holders.items()}


def _history(number: int, feed: Feed, chain: list[ChainNode]) -> History:
    start = feed.fork_at or 1
    own = [node for node in chain if node[0] >= start]
    return History(
        name=_name(number),
        feed=feed.feed.hex(),
        since=_moment(own[0]) if own else "",
        until=_moment(own[-1]) if own else "",
        entries=len(own),
        forked_at=feed.fork_at or 0,
    )


def _records(ledger: Ledger, feed: Feed, chain: list[ChainNode]) -> list[tuple[str, str]]:
    """(record, link) of the entries about records, hexadecimal."""
    links = {node[2] for node in chain}
    rows = ledger.db.execute(
        "SELECT link, lower(hex(uid)) FROM node WHERE feed_id = ? AND state = 1 AND uid IS NOT NULL", [feed.id]
    )
    return [(uid, link.hex()) for link, uid in rows if link in links]


def _moment(node: ChainNode) -> str:
    if node[3] is None:
        return ""
    entry = decode(node[3])
    return "" if isinstance(entry, Erased) else entry.at


def _name(number: int) -> str:
    """A … Z, AA, AB …"""
    name = ""
    number += 1
    while number:
        number, place = divmod(number - 1, _LETTERS)
        name = chr(_FIRST_LETTER + place) + name
    return name
