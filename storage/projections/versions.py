"""Which version of a record holds: a small git for every record, as a pure function.

A version names in ``base`` the versions it replaces. Versions that nobody replaced are heads; more than one head is a conflict
that a person has to decide. Until then the head with the highest (revision, link) is shown, the same at every centre.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storage.journal.entries import Put, Withdrawn


@dataclass(frozen=True, slots=True)
class Version:
    """One entry about a record, and its link."""

    link: bytes
    entry: Put | Withdrawn


@dataclass(frozen=True, slots=True)
class Resolution:
    """What is shown of a record; ``content`` is None when only withdrawals of unknown content have arrived."""

    heads: int
    rev: int
    link: bytes
    withdrawn: bool
    content: Put | None


def heads_of(versions: Sequence[Version]) -> list[Version]:
    """The versions that no other one replaces, the shown one first."""
    replaced = {link for version in versions for link in version.entry.base}
    heads = [version for version in versions if version.link.hex() not in replaced]
    return sorted(heads, key=_rank, reverse=True)


def resolve(versions: Sequence[Version]) -> Resolution:
    """The state of a record from all its versions; at least one is needed."""
    heads = heads_of(versions)
    shown = heads[0]
    if isinstance(shown.entry, Put):
        return Resolution(len(heads), shown.entry.rev, shown.link, withdrawn=False, content=shown.entry)
    return Resolution(len(heads), shown.entry.rev, shown.link, withdrawn=True, content=_withdrawn_content(shown, versions))


def _withdrawn_content(withdrawal: Version, versions: Sequence[Version]) -> Put | None:
    based = [version for version in versions if version.link.hex() in withdrawal.entry.base]
    puts = sorted((version for version in based or versions if isinstance(version.entry, Put)), key=_rank)
    return puts[-1].entry if puts and isinstance(puts[-1].entry, Put) else None


def _rank(version: Version) -> tuple[int, bytes]:
    return version.entry.rev, version.link
