"""The node store: whatever order entries arrive in, one state; forks, gaps, claims, erasure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from storage.connection import create_ledger, transaction
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.journal.chain import ZERO_LINK, feed_identifier, links_of
from storage.journal.entries import Entry, Noted, Opened, decode, encode
from storage.journal.store import Feed, JournalStore
from tests.unit.storage.ledger_examples import AGE, AT, PUBLIC, put, uid_of

OPENING = Opened(v=1, office="0123", key=PUBLIC.hex(), age=AGE, nonce="00" * 16, at=AT)
LENGTH = 9


@contextmanager
def fresh_store() -> Iterator[tuple[Database, JournalStore]]:
    with TemporaryDirectory() as folder:
        db = create_ledger(Path(folder) / "ledger.db")
        try:
            yield db, JournalStore(db)
        finally:
            db.close()


@pytest.fixture
def journal() -> Iterator[JournalStore]:
    with fresh_store() as (_, store):
        yield store


@dataclass(frozen=True)
class History:
    """A feed's lines and links from the first entry; a branch shares the beginning with its trunk."""

    lines: tuple[bytes, ...]

    @property
    def identifier(self) -> bytes:
        return feed_identifier(self.lines[0])

    @property
    def links(self) -> list[bytes]:
        return links_of(self.identifier, 1, ZERO_LINK, self.lines)

    def branch(self, at: int, length: int, mark: str) -> History:
        """Another history that differs from entry ``at`` (counted from 1) on."""
        texts = [encode(Noted(text=f"{mark} {place}", at=AT)) for place in range(length - at + 1)]
        return History(self.lines[: at - 1] + tuple(texts))


def trunk(length: int = LENGTH) -> History:
    entries: list[Entry] = [OPENING, *(put(uid_of(number)) for number in range(1, length))]
    return History(tuple(encode(entry) for entry in entries))


def add(store: JournalStore, history: History, first: int, upto: int) -> None:
    feed = store.register(history.identifier, "0123", PUBLIC)
    lines = list(history.lines[first - 1 : upto])
    store.add_range(
        feed,
        first=first,
        previous=history.links[first - 2] if first > 1 else ZERO_LINK,
        lines=lines,
        links=history.links[first - 1 : upto],
        entries=[decode(line) for line in lines],
        import_id=None,
    )


def known(store: JournalStore, history: History) -> Feed:
    feed = store.feed(history.identifier)
    assert feed is not None
    return feed


def nodes(db: Database) -> list[tuple[object, ...]]:
    return db.execute("SELECT seq, link, prev, state, uid, line, digest FROM node ORDER BY seq, link").fetchall()


def state_of(db: Database, store: JournalStore, history: History) -> tuple[object, ...]:
    feed = known(store, history)
    counted = [(seq, link) for seq, link, _ in store.lines(feed, 1, 1000)]
    return nodes(db), feed.fork_at, store.gaps(feed), store.acknowledgeable(feed), counted


RANGES = st.lists(
    st.tuples(st.integers(0, 2), st.integers(1, LENGTH), st.integers(1, LENGTH)).map(
        lambda drawn: (drawn[0], min(drawn[1:]), max(drawn[1:]))
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60)
@given(ranges=RANGES, fork=st.integers(2, LENGTH), second=st.integers(2, LENGTH), data=st.data())
def test_ranges_of_forked_histories_give_one_state_in_any_order(
    ranges: list[tuple[int, int, int]], fork: int, second: int, data: st.DataObject
) -> None:
    main = trunk()
    histories = [main, main.branch(fork, LENGTH, "b"), main.branch(second, LENGTH, "c")]
    order = data.draw(st.permutations(ranges + ranges[:2]))
    states = []
    for sequence in (ranges, order):
        with fresh_store() as (db, store), transaction(db):
            for which, first, upto in sequence:
                add(store, histories[which], first, upto)
            reached = state_of(db, store, main)
            assert store.relink(known(store, main)) == set()
            assert state_of(db, store, main) == reached
            assert store.verify(known(store, main)) == []
            states.append(reached)
    assert states[0] == states[1]


@settings(max_examples=40)
@given(pieces=st.permutations(range(1, LENGTH + 1)))
def test_entries_one_by_one_in_any_order_make_the_whole_feed(pieces: list[int]) -> None:
    main = trunk()
    with fresh_store() as (_, store):
        linked = []
        for place in pieces:
            feed = store.register(main.identifier, "0123", PUBLIC)
            lines = [main.lines[place - 1]]
            previous = main.links[place - 2] if place > 1 else ZERO_LINK
            added = store.add_range(
                feed,
                first=place,
                previous=previous,
                lines=lines,
                links=[main.links[place - 1]],
                entries=[decode(lines[0])],
                import_id=None,
            )
            assert (added.new, added.known) == (1, 0)
            linked += [item.seq for item in added.linked]
        assert linked == list(range(1, LENGTH + 1)), "each entry begins to count once, after the one before it"
        assert store.gaps(feed) == []
        assert store.acknowledgeable(feed) == LENGTH
        assert store.head(feed) == (LENGTH, main.links[-1])


def test_a_range_again_is_known_and_links_nothing(journal: JournalStore) -> None:
    main = trunk()
    add(journal, main, 1, 5)
    feed = known(journal, main)
    lines = list(main.lines[:5])
    again = journal.add_range(
        feed,
        first=1,
        previous=ZERO_LINK,
        lines=lines,
        links=main.links[:5],
        entries=[decode(line) for line in lines],
        import_id=None,
    )
    assert (again.new, again.known, again.linked, again.fork_at) == (0, 5, [], None)


def test_a_missing_part_is_a_gap_and_what_lies_behind_it_waits(journal: JournalStore) -> None:
    main = trunk()
    add(journal, main, 1, 3)
    add(journal, main, 7, 8)
    feed = known(journal, main)
    assert journal.gaps(feed) == [(4, 6)]
    assert journal.acknowledgeable(feed) == 3
    assert [seq for seq, _, _ in journal.lines(feed, 1, 99)] == [1, 2, 3]
    assert not journal.holds(feed, 7, 8, main.links[7])
    add(journal, main, 4, 6)
    assert journal.gaps(feed) == []
    assert journal.acknowledgeable(feed) == 8
    assert journal.holds(feed, 7, 8, main.links[7])


def test_a_claim_tells_of_entries_that_have_not_come(journal: JournalStore) -> None:
    main = trunk()
    add(journal, main, 1, 3)
    feed = known(journal, main)
    journal.claim(feed, LENGTH, main.links[-1])
    journal.claim(feed, LENGTH, main.links[-1])
    assert journal.claimed(feed) == LENGTH
    assert journal.acknowledgeable(feed) == 3
    assert journal.look_for_fork(feed, LENGTH, main.links[-1]).fork_at is None


def test_two_claims_for_one_position_are_a_fork_before_any_entry_has_come(journal: JournalStore) -> None:
    main = trunk()
    other = main.branch(5, LENGTH, "b")
    add(journal, main, 1, 3)
    feed = known(journal, main)
    journal.claim(feed, LENGTH, main.links[-1])
    journal.claim(feed, LENGTH, other.links[-1])
    assert journal.look_for_fork(feed, LENGTH, other.links[-1]).fork_at == LENGTH


def test_a_fork_keeps_both_histories_and_is_never_acknowledged(journal: JournalStore) -> None:
    main = trunk()
    other = main.branch(5, 7, "b")
    add(journal, main, 1, LENGTH)
    add(journal, other, 4, 7)
    feed = known(journal, main)
    assert feed.fork_at == 5
    assert journal.acknowledgeable(feed) == 4
    assert {link for _, link, _ in journal.lines(feed, 1, 99)} == {*main.links, *other.links}
    assert journal.link_at(feed, 4) == main.links[3]
    assert journal.link_at(feed, 5) is None, "two answers are none"


def test_a_range_whose_predecessor_is_another_entry_is_a_fork(journal: JournalStore) -> None:
    """The link before a range is told of too, even if the entry itself never comes."""
    main = trunk()
    other = main.branch(4, LENGTH, "b")
    add(journal, main, 1, 5)
    add(journal, other, 6, 7)
    assert known(journal, main).fork_at == 5


def test_a_feed_that_was_cut_off_counts_up_to_the_last_good_entry(journal: JournalStore) -> None:
    main = trunk()
    add(journal, main, 1, 6)
    changed = journal.cut_off(known(journal, main), 4)
    assert changed == {bytes.fromhex(uid_of(number)) for number in (4, 5)}
    feed = known(journal, main)
    assert journal.acknowledgeable(feed) == 4
    assert journal.head(feed) == (4, main.links[3])
    add(journal, main, 7, 8)
    assert journal.head(feed) == (4, main.links[3]), "what comes later does not count either"
    assert journal.gaps(feed) == []


def test_erasing_drops_the_text_and_keeps_the_chain(journal: JournalStore) -> None:
    main = trunk()
    add(journal, main, 1, 5)
    feed = known(journal, main)
    assert journal.erase(feed, 3) == bytes.fromhex(uid_of(2))
    assert journal.verify(feed) == []
    assert [line for _, _, line in journal.lines(feed, 3, 3)] == [None]
    assert [item.seq for item in journal.items(feed)] == [1, 2, 4, 5]
    assert journal.acknowledgeable(feed) == 5
    with pytest.raises(LedgerError) as caught:
        journal.erase(feed, 3)
    assert caught.value.code is Code.RECORD_UNKNOWN


def test_erasing_at_a_fork_keeps_both_chains(journal: JournalStore) -> None:
    main = trunk()
    other = main.branch(3, 6, "b")
    add(journal, main, 1, 6)
    add(journal, other, 3, 6)
    feed = known(journal, main)
    journal.erase(feed, 4)
    assert journal.verify(feed) == []
    assert {line for _, _, line in journal.lines(feed, 4, 4)} == {None}


def test_an_erased_entry_arrives_as_a_placeholder(journal: JournalStore) -> None:
    main = trunk(4)
    placeholder = b'{"op":"erased","sha256":"' + hashlib.sha256(main.lines[2]).hexdigest().encode() + b'"}'
    received = History((*main.lines[:2], placeholder, main.lines[3]))
    assert received.links == main.links
    add(journal, received, 1, 4)
    feed = known(journal, received)
    assert journal.verify(feed) == []
    assert [item.seq for item in journal.items(feed)] == [1, 2, 4]


def test_a_changed_line_is_found(journal: JournalStore) -> None:
    main = trunk()
    add(journal, main, 1, 5)
    journal._connection.execute("UPDATE node SET line = ? WHERE seq = 3", [main.lines[2].replace(b"so_cuoc", b"so_buoi")])
    assert journal.verify(known(journal, main)) == [3]


@pytest.mark.parametrize("column", ["link", "prev"])
def test_a_changed_link_is_found(journal: JournalStore, column: str) -> None:
    main = trunk()
    add(journal, main, 1, 5)
    journal._connection.execute(f"UPDATE node SET {column} = zeroblob(32) WHERE seq = 3")  # noqa: S608 - names of this test
    assert 3 in journal.verify(known(journal, main))


def test_a_removed_entry_is_found(journal: JournalStore) -> None:
    main = trunk()
    add(journal, main, 1, 5)
    journal._connection.execute("DELETE FROM node WHERE seq = 3")
    assert journal.verify(known(journal, main)) != []


def test_own_entries_follow_each_other(journal: JournalStore) -> None:
    feed, item = journal.open_own(OPENING)
    assert (item.seq, feed.own, feed.feed) == (1, True, feed_identifier(encode(OPENING)))
    links: list[bytes] = [item.link]
    for number in range(1, 4):
        links.append(journal.append(put(uid_of(number)))[1].link)
    lines = [line or b"" for _, _, line in journal.lines(feed, 1, 99)]
    assert links == links_of(feed.feed, 1, ZERO_LINK, lines)
    assert journal.verify(feed) == []


def test_a_new_own_feed_ends_writing_to_the_old_one(journal: JournalStore) -> None:
    old, _ = journal.open_own(OPENING)
    new, _ = journal.open_own(Opened(v=1, office="0123", key=PUBLIC.hex(), age=AGE, nonce="11" * 16, at=AT))
    journal.append(put(uid_of(1)))
    assert journal.own_feed() == new
    assert [journal.head(feed)[0] for feed in (old, new)] == [1, 2]
    assert [feed.own for feed in journal.feeds("0123")] == [False, True]


def test_no_own_feed_is_a_damaged_ledger(journal: JournalStore) -> None:
    with pytest.raises(LedgerError) as caught:
        journal.own_feed()
    assert caught.value.code is Code.LEDGER_DAMAGED


@pytest.mark.parametrize(
    "entry",
    [put("NOT-HEX"), put(uid_of(1), title=""), put(uid_of(1), title="x" * 501), Noted(text="x" * 501, at=AT)],
)
def test_a_line_that_nobody_could_read_again_is_never_written(journal: JournalStore, entry: Entry) -> None:
    feed, _ = journal.open_own(OPENING)
    with pytest.raises(LedgerError) as caught:
        journal.append(entry)
    assert caught.value.code is Code.BUNDLE_ENTRY
    assert journal.head(feed)[0] == 1


def test_an_empty_feed_has_no_head(journal: JournalStore) -> None:
    feed = journal.register(bytes(16), "0123", PUBLIC)
    assert journal.head(feed) == (0, ZERO_LINK)
    assert journal.link_at(feed, 0) == ZERO_LINK
    assert journal.link_at(feed, 1) is None
    assert (journal.claimed(feed), journal.acknowledgeable(feed), journal.gaps(feed)) == (0, 0, [])
    assert journal.register(bytes(16), "other", PUBLIC) == feed
