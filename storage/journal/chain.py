"""How the entries of a feed hang together: identifiers and links, pure functions over bytes.

The construction is written down for strangers in ``docs/bundle-format.md`` (chapter "The journal"); change it there first.
Lines carry neither their position nor a reference to their predecessor, so they cannot contradict the chain.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

ERASED_PREFIX = b'{"op":"erased","sha256":"'

FEED_DOMAIN = b"shd/feed/v1\0"
ENTRY_DOMAIN = b"shd/entry/v1\0"
FEED_IDENTIFIER_SIZE = 16
LINK_SIZE = 32
_PLACEHOLDER = re.compile(re.escape(ERASED_PREFIX) + rb'([0-9a-f]{64})"\}')
ZERO_LINK = bytes(LINK_SIZE)


def feed_identifier(first_line: bytes) -> bytes:
    """16 bytes: the start of SHA-256 over the domain tag and the feed's first line (without its line feed)."""
    return hashlib.sha256(FEED_DOMAIN + first_line).digest()[:FEED_IDENTIFIER_SIZE]


def link_of_digest(feed: bytes, seq: int, previous: bytes, line_digest: bytes) -> bytes:
    """The link of entry ``seq`` (from 1) given its line's SHA-256: works for entries whose line was erased by order."""
    return hashlib.sha256(ENTRY_DOMAIN + feed + seq.to_bytes(8, "big") + previous + line_digest).digest()


def digest_of_line(line: bytes) -> bytes:
    """SHA-256 of a line; for the placeholder of an erased line, the digest that it carries.

    Raises ``ValueError`` for what begins like a placeholder and is not exactly one.
    """
    if line.startswith(ERASED_PREFIX):
        placeholder = _PLACEHOLDER.fullmatch(line)
        if placeholder is None:
            raise ValueError("not the placeholder of an erased line")
        return bytes.fromhex(placeholder[1].decode("ascii"))
    return hashlib.sha256(line).digest()


def link_of(feed: bytes, seq: int, previous: bytes, line: bytes) -> bytes:
    """The link of entry ``seq`` (from 1), 32 bytes; ``previous`` is the link before it, zeros for the first."""
    return link_of_digest(feed, seq, previous, hashlib.sha256(line).digest())


def links_of(feed: bytes, first_seq: int, previous: bytes, lines: Iterable[bytes]) -> list[bytes]:
    """The links of consecutive lines; one pass, written for speed because every import runs through it."""
    sha256 = hashlib.sha256
    prefix = ENTRY_DOMAIN + feed
    links: list[bytes] = []
    link, seq = previous, first_seq
    for line in lines:
        digest = digest_of_line(line) if line.startswith(ERASED_PREFIX) else sha256(line).digest()
        link = sha256(prefix + seq.to_bytes(8, "big") + link + digest).digest()
        links.append(link)
        seq += 1
    return links
