"""The journal's tables: feeds, the nodes of their chains, and what was claimed of them.

Entries are added and linked here and nowhere else. A node counts (``LINKED``) when it is reachable from the start of its feed;
until then it waits. Two nodes at one position are a fork: both stay, both count, and ``fork_at`` says where it begins.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from storage.database import Database
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.journal.chain import (
    FEED_IDENTIFIER_SIZE,
    ZERO_LINK,
    feed_identifier,
    link_of,
    link_of_digest,
)
from storage.journal.entries import MAX_LINE_BYTES, Entry, Erased, Opened, decode, encode
from storage.journal.nodes import (
    AddedRange,
    ChainNode,
    Feed,
    Item,
    NodeState,
    Row,
    ancestry,
    counted,
    ends_met,
    fresh_rows,
    record_identifier,
)

__all__ = ["AddedRange", "ChainNode", "Feed", "Item", "JournalStore", "NodeState"]


class JournalStore:
    """Reads and extends the journal within the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._connection = db.conn

    # Feeds

    def feeds(self, office: str | None = None) -> list[Feed]:
        """All feeds, or those of one office, in the order in which they became known."""
        where, parameters = ("WHERE office = ?", [office]) if office is not None else ("", [])
        rows = self._connection.execute(f"{_SELECT_FEED} {where} ORDER BY id", parameters)
        return [_feed(row) for row in rows]

    def arrived_feeds(self, office: str) -> list[Feed]:
        """The feeds of an office that came by bundles. A centre that reports as an office too never means its own by this."""
        rows = self._connection.execute(f"{_SELECT_FEED} WHERE office = ? AND own = 0 ORDER BY id", [office])
        return [_feed(row) for row in rows]

    def feed(self, identifier: bytes) -> Feed | None:
        """The feed with this identifier, if it is known."""
        row = self._connection.execute(f"{_SELECT_FEED} WHERE feed = ?", [identifier]).fetchone()
        return _feed(row) if row else None

    def own_feed(self) -> Feed:
        """The feed to which this PC writes."""
        row = self._connection.execute(f"{_SELECT_FEED} WHERE own = 1 ORDER BY id DESC LIMIT 1").fetchone()
        if row is None:
            raise LedgerError(Code.LEDGER_DAMAGED, detail="no own feed")
        return _feed(row)

    def register(self, identifier: bytes, office: str, public: bytes) -> Feed:
        """The feed with this identifier, made known if it is not yet."""
        self._connection.execute(
            "INSERT INTO feed (feed, office, public) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", [identifier, office, public]
        )
        found = self.feed(identifier)
        assert found is not None  # noqa: S101 - inserted above
        return found

    def begin(self, identifier: bytes, office: str, public: bytes) -> Feed:
        """The feed whose first entry has come: that entry decides who writes it.

        What another office had sent under its identifier before is dropped; without the start it never counted.
        """
        feed = self.register(identifier, office, public)
        if feed.office != office:
            for table in ("node", "claim"):
                self._connection.execute(f"DELETE FROM {table} WHERE feed_id = ?", [feed.id])  # noqa: S608 - constant names
        if (feed.office, feed.public) != (office, public):
            self._connection.execute(
                "UPDATE feed SET office = ?, public = ?, fork_at = NULL WHERE id = ?", [office, public, feed.id]
            )
            self._find_fork(feed)
            return self.register(identifier, office, public)
        return feed

    def open_own(self, entry: Opened) -> tuple[Feed, Item]:
        """Starts a new own feed with its first entry; earlier own feeds are closed for writing."""
        line = _written(entry)
        identifier = feed_identifier(line)
        self._connection.execute("UPDATE feed SET own = 2 WHERE own = 1")
        self._connection.execute(
            "INSERT INTO feed (feed, office, public, own) VALUES (?, ?, ?, 1)",
            [identifier, entry.office, bytes.fromhex(entry.key)],
        )
        own = self.own_feed()
        link = link_of(identifier, 1, ZERO_LINK, line)
        self._insert([(own.id, 1, link, ZERO_LINK, NodeState.LINKED, None, line, None, None)])
        return own, Item(1, link, entry)

    # Reading

    def head(self, feed: Feed) -> tuple[int, bytes]:
        """Position and link of the last entry that counts, (0, zeros) for an empty feed; at a fork that of the higher link."""
        row = self._connection.execute(
            "SELECT seq, link FROM node WHERE feed_id = ? AND state = 1 ORDER BY seq DESC, link DESC LIMIT 1", [feed.id]
        ).fetchone()
        return (row[0], row[1]) if row else (0, ZERO_LINK)

    def link_at(self, feed: Feed, seq: int) -> bytes | None:
        """The link at a position, if exactly one entry that counts stands there; zeros for position 0."""
        if seq == 0:
            return ZERO_LINK
        rows = self._connection.execute(
            "SELECT link FROM node WHERE feed_id = ? AND seq = ? AND state = 1", [feed.id, seq]
        ).fetchall()
        return rows[0][0] if len(rows) == 1 else None

    def lines(self, feed: Feed, first: int, last: int) -> Iterator[tuple[int, bytes, bytes | None]]:
        """(position, link, line) of the entries that count; the line is None where it was erased by order."""
        yield from self._connection.execute(
            "SELECT seq, link, line FROM node WHERE feed_id = ? AND seq BETWEEN ? AND ? AND state = 1 ORDER BY seq, link",
            [feed.id, first, last],
        )

    def ends(self, feed: Feed) -> list[tuple[int, bytes]]:
        """Position and link of the last entry that counts of each history of a feed, in this order; one unless it is forked."""
        return self._connection.execute(
            "SELECT n.seq, n.link FROM node n WHERE n.feed_id = ?1 AND n.state = 1 AND n.seq >= ?2 AND NOT EXISTS (SELECT 1"
            " FROM node m WHERE m.feed_id = ?1 AND m.seq = n.seq + 1 AND m.prev = n.link AND m.state = 1) ORDER BY seq, link",
            [feed.id, feed.fork_at - 1 if feed.fork_at else self.head(feed)[0]],
        ).fetchall()

    def branches(self, feed: Feed, *confirmed: bytes) -> list[list[ChainNode]]:
        """The histories of a forked feed, each from after what is ``confirmed`` (links; zeros for none), or from its start.

        A history that is confirmed whole is left out; what histories have in common stands in each of them.
        """
        rows: list[ChainNode] = self._connection.execute(
            "SELECT seq, prev, link, line FROM node WHERE feed_id = ? AND state = 1", [feed.id]
        ).fetchall()
        nodes = {node[2]: node for node in rows}
        settled = {node[2] for link in confirmed for node in ancestry(nodes, link, set())}
        followed = {node[1] for node in rows}
        ends = sorted((node[0], node[2]) for node in rows if node[2] not in followed and node[2] not in settled)
        return [ancestry(nodes, link, settled) for _, link in ends]

    def items(self, feed: Feed) -> Iterator[Item]:
        """All entries of a feed that count, in order; erased ones are passed over."""
        for seq, link, line in self.lines(feed, 1, _END):
            if line is not None:
                yield Item(seq, link, decode(line))

    def gaps(self, feed: Feed) -> list[tuple[int, int]]:
        """The positions, as closed intervals, between the entries that are here and have none; see ``claimed`` for the tail."""
        rows = self._connection.execute(
            "SELECT DISTINCT seq FROM node WHERE feed_id = ? AND seq > ? ORDER BY seq", [feed.id, self._gapless(feed)]
        )
        missing, expected = [], self._gapless(feed) + 1
        for (seq,) in rows:
            if seq > expected:
                missing.append((expected, seq - 1))
            expected = seq + 1
        return missing

    def claimed(self, feed: Feed) -> int:
        """The highest position that a signed manifest or a node has told of."""
        return int(
            self._connection.execute(
                "SELECT max((SELECT coalesce(max(seq), 0) FROM claim WHERE feed_id = ?1),"
                " (SELECT coalesce(max(seq), 0) FROM node WHERE feed_id = ?1))",
                [feed.id],
            ).fetchone()[0]
        )

    def acknowledgeable(self, feed: Feed) -> int:
        """The length of the gapless, unforked prefix: what a receipt may confirm."""
        upto = self._gapless(feed) if feed.last_good is None else self.head(feed)[0]
        return upto if feed.fork_at is None else min(upto, feed.fork_at - 1)

    def _gapless(self, feed: Feed) -> int:
        row = self._connection.execute("SELECT max(seq) FROM node WHERE feed_id = ? AND state > 0", [feed.id]).fetchone()
        return row[0] or 0

    # Writing

    def append(self, entry: Entry) -> tuple[Feed, Item]:
        """Adds one entry to the own feed."""
        feed = self.own_feed()
        seq, previous = self.head(feed)
        line = _written(entry)
        link = link_of(feed.feed, seq + 1, previous, line)
        row = (feed.id, seq + 1, link, previous, NodeState.LINKED, record_identifier(entry), line, None, None)
        self._insert([row])
        return feed, Item(seq + 1, link, entry)

    def claim(self, feed: Feed, seq: int, head: bytes) -> None:
        """Keeps what a verified manifest said of the whole feed."""
        self._connection.execute("INSERT INTO claim VALUES (?, ?, ?) ON CONFLICT DO NOTHING", [feed.id, seq, head])

    def look_for_fork(self, feed: Feed, seq: int, head: bytes) -> Feed:
        """The feed as it stands, with its fork found if a claim tells of another entry than what is known of its position."""
        told = self._connection.execute(
            "SELECT link FROM node WHERE feed_id = ?1 AND seq = ?2"
            " UNION SELECT prev FROM node WHERE feed_id = ?1 AND seq = ?2 + 1"
            " UNION SELECT head FROM claim WHERE feed_id = ?1 AND seq = ?2",
            [feed.id, seq],
        ).fetchall()
        if any(link != head for (link,) in told):
            return self._find_fork(feed)
        return self.feed(feed.feed) or feed

    def holds(self, feed: Feed, first: int, last: int, head: bytes) -> bool:
        """Whether the whole range ending in ``head`` is already here and counts (its links then are the same, too)."""
        row = self._connection.execute(
            "SELECT state FROM node WHERE feed_id = ? AND seq = ? AND link = ?", [feed.id, last, head]
        ).fetchone()
        return row is not None and row[0] != NodeState.WAITING and not self._came_erased(feed, first, last)

    def add_range(
        self,
        feed: Feed,
        *,
        first: int,
        previous: bytes,
        lines: Sequence[bytes],
        links: Sequence[bytes],
        entries: Sequence[Entry],
        import_id: int | None,
    ) -> AddedRange:
        """Adds consecutive, verified entries; known ones are recognised by their links.

        ``previous`` is the link before ``first``; ``links[i]`` and ``entries[i]`` belong to ``lines[i]``.
        """
        last = first + len(links) - 1
        around = self._around(feed, first - 1, last + 1)
        known = {link for _, link, _, _ in around}
        anchored = first == 1 or (first - 1, previous) in {(seq, link) for seq, link, _, state in around if state}
        fresh = fresh_rows(feed, first, previous, lines, links, entries, known, import_id, anchored=anchored)
        self._insert(fresh)
        if self._contradicts(feed, first, previous, links, around):
            feed = self._find_fork(feed)
        linked: list[Item] = []
        if anchored:
            linked = self._link_range(feed, first, links, entries, around)
            linked += self._link_waiting(feed, ends_met(first, links, around))
        if known:
            linked += self._fill(feed, first, lines, links, entries)
        return AddedRange(len(fresh), len(links) - len(fresh), linked, feed.fork_at)

    def relink(self, feed: Feed) -> set[bytes]:
        """Decides anew which nodes of a feed count, after some were removed or its key was revoked.

        Returns the identifiers of the records whose nodes changed.
        """
        rows = self._connection.execute(
            "SELECT seq, link, prev, state, uid FROM node WHERE feed_id = ? ORDER BY seq", [feed.id]
        ).fetchall()
        countersigned = self._countersigned(feed, {link: prev for _, link, prev, _, _ in rows})
        reachable = {ZERO_LINK}
        changed: set[bytes] = set()
        for seq, link, prev, state, uid in rows:
            wanted = NodeState.WAITING
            if prev in reachable and (seq == 1) == (prev == ZERO_LINK):
                reachable.add(link)
                wanted = NodeState.LINKED if link in countersigned else counted(feed, seq)
            if wanted != state:
                self._connection.execute(
                    "UPDATE node SET state = ? WHERE feed_id = ? AND seq = ? AND link = ?", [wanted, feed.id, seq, link]
                )
                if uid is not None:
                    changed.add(uid)
        self._find_fork(feed)
        return changed

    def cut_off(self, feed: Feed, last_good: int) -> set[bytes]:
        """Marks a feed as good only up to ``last_good``; returns the records that changed by it."""
        self._connection.execute("UPDATE feed SET last_good = ? WHERE id = ?", [last_good, feed.id])
        found = self.feed(feed.feed)
        assert found is not None  # noqa: S101 - the feed came from this table
        return self.relink(found)

    def countersign(self, feed: Feed, head: bytes) -> set[bytes]:
        """Notes that a key in force stands for a revoked feed up to ``head``; returns the records that changed by it."""
        self._connection.execute("INSERT INTO countersigned VALUES (?, ?) ON CONFLICT DO NOTHING", [feed.id, head])
        return self.relink(feed)

    def _countersigned(self, feed: Feed, previous: dict[bytes, bytes]) -> set[bytes]:
        """The links that lead to a countersigned end, that end included."""
        found: set[bytes] = set()
        for (head,) in self._connection.execute("SELECT link FROM countersigned WHERE feed_id = ?", [feed.id]).fetchall():
            link: bytes | None = head
            while link is not None and link not in found:
                found.add(link)
                link = previous.get(link)
        return found

    def erase(self, feed: Feed, seq: int) -> bytes | None:
        """Drops the text of an entry by lawful order and keeps its digest, so that the chain still verifies."""
        rows = self._connection.execute(
            "SELECT link, line, uid FROM node WHERE feed_id = ? AND seq = ? AND line IS NOT NULL ORDER BY link", [feed.id, seq]
        ).fetchall()
        if not rows:
            raise LedgerError(Code.RECORD_UNKNOWN, seq=seq)
        for link, line, _ in rows:  # more than one where the feed is forked
            self._connection.execute(
                "UPDATE node SET line = NULL, digest = ? WHERE feed_id = ? AND seq = ? AND link = ?",
                [hashlib.sha256(line).digest(), feed.id, seq, link],
            )
        uid: bytes | None = rows[0][2]
        return uid

    def verify(self, feed: Feed) -> list[int]:
        """Positions whose link does not follow from their line and predecessor; empty when the chain is sound.

        The predecessor of an entry that counts must be here, too.
        """
        rows = self._connection.execute(
            "SELECT seq, link, prev, state, line, digest FROM node WHERE feed_id = ? ORDER BY seq", [feed.id]
        )
        broken = []
        before, here, position = {ZERO_LINK}, set[bytes](), 1
        for seq, link, prev, state, line, digest in rows:
            if seq != position:
                before, here, position = (here if seq == position + 1 else set()), set(), seq
            here.add(link)
            line_digest = digest if line is None else hashlib.sha256(line).digest()
            if link_of_digest(feed.feed, seq, prev, line_digest) != link or (state and prev not in before):
                broken.append(seq)
        return broken

    # Steps of add_range

    def _around(self, feed: Feed, first: int, last: int) -> list[tuple[int, bytes, bytes, int]]:
        return self._connection.execute(
            "SELECT seq, link, prev, state FROM node WHERE feed_id = ? AND seq BETWEEN ? AND ?", [feed.id, first, last]
        ).fetchall()

    def _insert(self, rows: Sequence[Row]) -> None:
        self._connection.executemany(
            "INSERT INTO node (feed_id, seq, link, prev, state, uid, line, digest, import_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )

    def _link_range(
        self,
        feed: Feed,
        first: int,
        links: Sequence[bytes],
        entries: Sequence[Entry],
        around: Sequence[tuple[int, bytes, bytes, int]],
    ) -> list[Item]:
        """The items of an anchored range that begin to count now: all but those that counted before."""
        if not around and feed.last_good is None:
            return list(map(Item, range(first, first + len(links)), links, entries))
        before = {link for _, link, _, state in around if state}
        waiting = {link for _, link, _, state in around if not state}
        linked = []
        for seq, (link, entry) in enumerate(zip(links, entries, strict=True), first):
            if link in waiting:
                self._set_state(feed, seq, link)
            if link not in before and counted(feed, seq) is NodeState.LINKED:
                whole = self._kept_entry(feed, seq, link) if link in waiting and isinstance(entry, Erased) else None
                linked.append(Item(seq, link, whole or entry))
        return linked

    def _kept_entry(self, feed: Feed, seq: int, link: bytes) -> Entry | None:
        """The entry of a node whose text came earlier than the erased copy that links it."""
        row = self._connection.execute(
            "SELECT line FROM node WHERE feed_id = ? AND seq = ? AND link = ?", [feed.id, seq, link]
        ).fetchone()
        return decode(row[0]) if row is not None and row[0] is not None else None

    def _came_erased(self, feed: Feed, first: int, last: int) -> dict[bytes, int]:
        """State by link of entries that arrived without their text; what was erased here keeps its record's identifier."""
        rows = self._connection.execute(
            "SELECT link, state FROM node WHERE feed_id = ? AND seq BETWEEN ? AND ? AND line IS NULL AND uid IS NULL",
            [feed.id, first, last],
        )
        return dict(rows.fetchall())

    def _fill(
        self, feed: Feed, first: int, lines: Sequence[bytes], links: Sequence[bytes], entries: Sequence[Entry]
    ) -> list[Item]:
        """Gives entries that once arrived without their text the text that has come now, whichever copy came first."""
        bare = self._came_erased(feed, first, first + len(links) - 1)
        filled = []
        for seq, (line, link, entry) in enumerate(zip(lines, links, entries, strict=True), first) if bare else ():
            uid = record_identifier(entry)
            if link in bare and uid is not None:
                self._connection.execute(
                    "UPDATE node SET line = ?, uid = ?, digest = NULL WHERE feed_id = ? AND seq = ? AND link = ?",
                    [line, uid, feed.id, seq, link],
                )
                if bare[link] == NodeState.LINKED:
                    filled.append(Item(seq, link, entry))
        return filled

    def _link_waiting(self, feed: Feed, open_ends: list[tuple[int, bytes]]) -> list[Item]:
        """Follows waiting nodes onward from entries that count."""
        linked: list[Item] = []
        while open_ends:
            seq, link = open_ends.pop()
            rows = self._connection.execute(
                "SELECT link, line FROM node WHERE feed_id = ? AND seq = ? AND prev = ? AND state = 0", [feed.id, seq + 1, link]
            ).fetchall()
            for next_link, line in rows:
                self._set_state(feed, seq + 1, next_link)
                if line is not None and counted(feed, seq + 1) is NodeState.LINKED:
                    linked.append(Item(seq + 1, next_link, decode(line)))
                open_ends.append((seq + 1, next_link))
        return linked

    def _set_state(self, feed: Feed, seq: int, link: bytes) -> None:
        self._connection.execute(
            "UPDATE node SET state = ? WHERE feed_id = ? AND seq = ? AND link = ?", [counted(feed, seq), feed.id, seq, link]
        )

    def _contradicts(
        self,
        feed: Feed,
        first: int,
        previous: bytes,
        links: Sequence[bytes],
        around: Sequence[tuple[int, bytes, bytes, int]],
    ) -> bool:
        """Whether the range, its predecessor or an earlier claim tell of two different entries at one position."""
        last = first + len(links) - 1
        mine = dict(enumerate(links, first))
        mine[first - 1] = previous
        for seq, link, prev, _ in around:
            if mine.get(seq, link) != link or (seq - 1 in mine and seq > first and mine[seq - 1] != prev):
                return True
        claims = self._connection.execute(
            "SELECT seq, head FROM claim WHERE feed_id = ? AND seq BETWEEN ? AND ?", [feed.id, first - 1, last]
        )
        return any(mine.get(seq, head) != head for seq, head in claims)

    def _find_fork(self, feed: Feed) -> Feed:
        """The first position of which two different entries are known or claimed; kept with the feed."""
        row = self._connection.execute(
            "SELECT min(seq) FROM (SELECT seq FROM ("
            " SELECT seq, link FROM node WHERE feed_id = ?1"
            " UNION SELECT seq - 1, prev FROM node WHERE feed_id = ?1 AND seq > 1"
            " UNION SELECT seq, head FROM claim WHERE feed_id = ?1)"
            " GROUP BY seq HAVING count(*) > 1)",
            [feed.id],
        ).fetchone()
        self._connection.execute("UPDATE feed SET fork_at = ? WHERE id = ?", [row[0], feed.id])
        found = self.feed(feed.feed)
        assert found is not None  # noqa: S101 - the feed came from this table
        return found


_SELECT_FEED = "SELECT id, feed, office, public, own, last_good, fork_at FROM feed"
_END = (1 << 62) - 1
assert FEED_IDENTIFIER_SIZE == 16  # noqa: S101 - the schema checks the same length


def _written(entry: Entry) -> bytes:
    """The entry's line, read once before it is kept: a line that nobody can read would stay in the chain for ever."""
    line = encode(entry)
    if len(line) > MAX_LINE_BYTES:
        raise LedgerError(Code.BUNDLE_ENTRY, detail=f"line of {len(line)} bytes")
    decode(line)
    return line


def _feed(row: Sequence[object]) -> Feed:
    identifier, feed, office, public, own, last_good, fork_at = row
    return Feed(identifier, feed, office, public, own == 1, last_good, fork_at)  # type: ignore[arg-type]
