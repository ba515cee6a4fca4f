"""What a PC is in the exchange."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What this PC is."""

    OFFICE = "office"
    CENTRE = "centre"
