"""What stands on a sheet of paper that travels with a file, and what a PC prints for its own safe: one model, two renderers.

Word draws it in ``handover_sheet``, a printer in ``ui.printing.paper``; nothing is worded twice. No sheet names a person.
"""

from __future__ import annotations

from dataclasses import dataclass

import segno


@dataclass(frozen=True, slots=True)
class Reading:
    """Something to be read aloud or typed: what it is, the figures in groups, and how each group is spoken."""

    name: str = ""
    figures: str = ""
    spoken: tuple[str, ...] = ()
    large: bool = True


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """One page. ``facts`` are pairs of name and value; ``sides`` name who signs and for which office, over ``sign``."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    readings: tuple[Reading, ...] = ()
    note: str = ""
    sides: tuple[tuple[str, str], ...] = ()
    sign: str = ""
    qr: str = ""


def qr_rows(text: str) -> tuple[tuple[bool, ...], ...]:
    """The dark modules of a QR code (ISO/IEC 18004, level M), row by row, without the quiet zone of four modules."""
    return tuple(tuple(bool(module) for module in row) for row in segno.make(text, error="m", micro=False).matrix)
