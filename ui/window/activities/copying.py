"""Rows of the list as text for Excel's clipboard. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@")


def as_table_text(rows: Iterable[Sequence[str]]) -> str:
    """Lines of cells separated by tabs. No cell can break out of its place, and none is read as a formula."""
    return "\n".join("\t".join(map(_cell, row)) for row in rows)


def _cell(text: str) -> str:
    """Blanks for tabs and line breaks; an apostrophe before what a spreadsheet would compute."""
    plain = " ".join(text.split())
    return f"'{plain}" if plain.startswith(_FORMULA) else plain
