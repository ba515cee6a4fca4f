"""Drafts: what a clerk has typed and not recorded yet. They belong to this PC, are no entries, and never leave it.

A draft is kept as it was typed; nothing is checked. Its name is the record's identifier when it amends one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from storage.ledger import Ledger


class DraftBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The fields of the form. ``uid`` and ``rev`` name the record that is amended and the revision that was seen.

    ``kept`` are the hashes of attachments that the record has and shall keep, ``files`` the paths of files to be attached.
    """

    uid: str = ""
    rev: int = 0
    task: str = ""
    type: str = ""
    date: str = ""
    title: str = ""
    place: str = ""
    document: str = ""
    note: str = ""
    values: dict[str, int] = {}
    kept: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A kept draft; ``at`` is RFC 3339."""

    name: str
    at: str
    body: DraftBody


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(DraftBody).decode


def save_draft(ledger: Ledger, name: str, body: DraftBody) -> str:
    """Keeps a draft in place of the one with the same name; answers the moment. On the medium when this returns."""
    with ledger.write():
        return save_draft_within(ledger, name, body)


def save_draft_within(ledger: Ledger, name: str, body: DraftBody) -> str:
    """As ``save_draft``, inside a ``write`` block of the caller."""
    at = ledger.now()
    ledger.db.execute(
        "INSERT INTO draft VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at, body = excluded.body",
        [name, at, _encode(body).decode()],
    )
    return at


def drop_draft(ledger: Ledger, name: str) -> None:
    """Forgets a draft; one that is not there is no error."""
    with ledger.write():
        drop_draft_within(ledger, name)


def drop_draft_within(ledger: Ledger, name: str) -> None:
    """As ``drop_draft``, inside a ``write`` block of the caller: a draft goes when what it says is recorded, or neither."""
    ledger.db.execute("DELETE FROM draft WHERE name = ?", [name])


def drafts(ledger: Ledger) -> list[Draft]:
    """All drafts, the newest first. One in another program version's form is left alone and not shown."""
    return list(_kept(ledger))


def _kept(ledger: Ledger) -> Iterator[Draft]:
    for name, at, content in ledger.db.execute("SELECT name, at, body FROM draft ORDER BY at DESC, name").fetchall():
        try:
            body = _decode(content)
        except msgspec.DecodeError:
            continue
        yield Draft(name, at, body)
