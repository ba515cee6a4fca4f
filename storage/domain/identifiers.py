"""Identifiers and time as they enter the ledger: given to whoever needs them, so that tests and golden files can fix them."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

Clock = Callable[[], datetime]
"""Returns the time now, with a zone. No decision of the ledger rests on it: PC clocks in offices are wrong."""


def system_clock() -> datetime:
    """This PC's idea of the time, in UTC."""
    return datetime.now(UTC)


def moment(clock: Clock) -> str:
    """The time as RFC 3339 with seconds and offset, in the zone that the clock gives."""
    return clock().isoformat(timespec="seconds")


class Identifiers(Protocol):
    """A source of identifiers and random bytes."""

    def record(self) -> str:
        """A new record's identifier: 32 hexadecimal digits that grow with time."""

    def random(self, size: int) -> bytes:
        """``size`` random bytes."""


class TimeOrderedIdentifiers:
    """48 bits of milliseconds, then 80 random bits with the version and variant marks of RFC 9562 (UUID version 7).

    Ordered identifiers keep the centre's indexes compact: with random ones every import touches pages all over the file.
    """

    def __init__(self, clock: Clock, random: Callable[[int], bytes] = os.urandom) -> None:
        self._clock = clock
        self._random = random
        self._last = 0

    def record(self) -> str:
        value = int(self._clock().timestamp() * 1000) << 80 | int.from_bytes(self._random(10), "big")
        value = value & ~(0xF << 76) | 0x7 << 76
        value = value & ~(0x3 << 62) | 0x2 << 62
        self._last = max(value, self._last + 1)
        return f"{self._last:032x}"

    def random(self, size: int) -> bytes:
        return self._random(size)
