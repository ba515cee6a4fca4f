"""The chain, recomputed here from the published construction and from nothing of ours."""

from __future__ import annotations

import hashlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.journal.chain import (
    ERASED_PREFIX,
    ZERO_LINK,
    digest_of_line,
    feed_identifier,
    link_of,
    link_of_digest,
    links_of,
)

LINES = st.lists(st.binary(max_size=40).filter(lambda line: not line.startswith(ERASED_PREFIX)), max_size=12)


def by_the_book(lines: list[bytes]) -> tuple[bytes, list[bytes]]:
    """feed_id = SHA-256("shd/feed/v1" NUL line_1)[0:16]; link_i = SHA-256("shd/entry/v1" NUL feed_id u64be(i) link_{i-1}
    SHA-256(line_i)), link_0 = 32 zero bytes."""
    feed = hashlib.sha256(b"shd/feed/v1\x00" + lines[0]).digest()[0:16]
    link, links = b"\x00" * 32, []
    for position, line in enumerate(lines, 1):
        digest = hashlib.sha256(line).digest()
        link = hashlib.sha256(b"shd/entry/v1\x00" + feed + struct.pack(">Q", position) + link + digest).digest()
        links.append(link)
    return feed, links


def erased(line: bytes) -> bytes:
    return b'{"op":"erased","sha256":"' + hashlib.sha256(line).hexdigest().encode() + b'"}'


@given(LINES.filter(bool))
def test_links_follow_the_published_construction(lines: list[bytes]) -> None:
    feed, links = by_the_book(lines)
    assert feed_identifier(lines[0]) == feed
    assert links_of(feed, 1, ZERO_LINK, lines) == links


@given(LINES.filter(bool), st.data())
def test_a_range_continues_from_the_link_before_it(lines: list[bytes], data: st.DataObject) -> None:
    feed, links = by_the_book(lines)
    start = data.draw(st.integers(0, len(lines) - 1))
    previous = links[start - 1] if start else ZERO_LINK
    assert links_of(feed, start + 1, previous, lines[start:]) == links[start:]
    assert link_of(feed, start + 1, previous, lines[start]) == links[start]
    assert link_of_digest(feed, start + 1, previous, hashlib.sha256(lines[start]).digest()) == links[start]


@given(LINES.filter(bool), st.data())
def test_erasing_any_lines_changes_no_link(lines: list[bytes], data: st.DataObject) -> None:
    feed, links = by_the_book(lines)
    gone = data.draw(st.sets(st.integers(0, len(lines) - 1)))
    kept = [erased(line) if place in gone else line for place, line in enumerate(lines)]
    assert links_of(feed, 1, ZERO_LINK, kept) == links


@given(LINES.filter(bool), st.data())
def test_every_changed_byte_changes_every_link_from_there_on(lines: list[bytes], data: st.DataObject) -> None:
    feed, links = by_the_book(lines)
    place = data.draw(st.integers(0, len(lines) - 1))
    changed = [*lines]
    changed[place] = lines[place] + b"x"
    found = links_of(feed, 1, ZERO_LINK, changed)
    assert found[:place] == links[:place]
    assert not set(found[place:]) & set(links)


def test_position_feed_and_order_are_part_of_a_link() -> None:
    feed, links = by_the_book([b"one", b"two", b"three"])
    assert link_of(feed, 3, links[0], b"two") != links[1]
    assert link_of(bytes(16), 2, links[0], b"two") != links[1]
    assert links_of(feed, 1, ZERO_LINK, [b"two", b"one"])[-1] != links[1]


def test_no_lines_have_no_links() -> None:
    assert links_of(bytes(16), 5, ZERO_LINK, []) == []


def test_the_placeholder_of_an_erased_line_carries_its_digest() -> None:
    assert erased(b"a line").startswith(ERASED_PREFIX)
    assert digest_of_line(erased(b"a line")) == digest_of_line(b"a line") == hashlib.sha256(b"a line").digest()


@pytest.mark.parametrize("digest", [b"", b"0" * 63, b"0" * 65, b"zz" * 32, b"AB" * 32, "é".encode() * 32])
def test_a_placeholder_without_a_digest_is_an_error(digest: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        links_of(bytes(16), 1, ZERO_LINK, [ERASED_PREFIX + digest + b'"}'])
