"""Histories of forked feeds that the newest receipt has confirmed by their ends: held, but forked.

The beginning that all histories share is confirmed as of any other feed (``acknowledged``); nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storage.journal.store import Feed
from storage.ledger import Ledger

if TYPE_CHECKING:
    from export.exchange.receipts import FeedState

_HELD = "held/"
"""Beginning of the settings that hold, by feed (hexadecimal), the ends of the histories that the newest receipt confirmed."""


def keep_held(ledger: Ledger, states: Sequence[FeedState]) -> None:
    """Notes which histories of forked feeds a receipt confirmed, in place of what the one before said; in a ``write`` block."""
    for feed in dict.fromkeys(state.feed for state in states):
        held = [f"{state.seq}:{state.head}" for state in states if state.feed == feed and state.is_history]
        if held or ledger.setting(f"{_HELD}{feed}"):
            ledger.set_within(f"{_HELD}{feed}", " ".join(held))


def held_histories(ledger: Ledger, feed: Feed) -> list[tuple[int, bytes]]:
    """Position and link of the ends of those histories of a forked feed that the newest receipt confirmed."""
    held = (entry.split(":") for entry in ledger.setting(f"{_HELD}{feed.feed.hex()}").split())
    return [(int(seq), bytes.fromhex(head)) for seq, head in held]
