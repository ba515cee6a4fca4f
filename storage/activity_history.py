"""One activity as it is now, to be amended, and how it became so. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.journal.entries import Activity, Attachment, Put
from storage.ledger import Ledger
from storage.projections.versions import Version, resolve

FIELDS = ("task", "type", "date", "title", "place", "document", "note")


@dataclass(frozen=True, slots=True)
class OpenedActivity:
    """A record as it stands; ``heads`` above 1 is an open conflict, of which the shown version is given."""

    uid: str
    rev: int
    heads: int
    withdrawn: bool
    content: Activity
    files: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What one version made of a field. ``field`` is one of ``FIELDS``, ``values.`` with a count field, or ``attachments``."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One version. ``at`` is RFC 3339 by the clock of the PC that wrote it; ``why`` is the reason of a withdrawal."""

    act: Literal["recorded", "amended", "withdrawn"]
    at: str
    by: str
    why: str
    changes: tuple[Change, ...]


def open_activity(ledger: Ledger, uid: str) -> OpenedActivity:
    """Raises ``LedgerError(RECORD_UNKNOWN)``, also for an answer and for a record whose content has not arrived."""
    outcome = resolve(_versions(ledger, uid))
    if outcome.content is None or not isinstance(outcome.content.body, Activity):
        raise LedgerError(Code.RECORD_UNKNOWN, uid=uid)
    put = outcome.content
    body = outcome.content.body
    return OpenedActivity(put.uid, outcome.rev, outcome.heads, outcome.withdrawn, body, tuple(put.files))


def activity_history(ledger: Ledger, uid: str) -> list[HistoryLine]:
    """Every version of a record, the newest first. Raises ``LedgerError(RECORD_UNKNOWN)``."""
    versions = sorted(_versions(ledger, uid), key=lambda version: (version.entry.rev, version.link), reverse=True)
    by_link = {version.link.hex(): version for version in versions}
    return [_line(version, _content_before(version, by_link)) for version in versions]


def _versions(ledger: Ledger, uid: str) -> list[Version]:
    try:
        versions = ledger.projections.versions(bytes.fromhex(uid), ledger.office)
    except ValueError as error:
        raise LedgerError(Code.RECORD_UNKNOWN, uid=uid[:40]) from error
    if not versions:
        raise LedgerError(Code.RECORD_UNKNOWN, uid=uid)
    return versions


def _content_before(version: Version, by_link: dict[str, Version]) -> Put | None:
    """The content that a version replaced, also through a withdrawal."""
    for link in version.entry.base:
        earlier = by_link.get(link)
        if earlier is not None:
            return earlier.entry if isinstance(earlier.entry, Put) else _content_before(earlier, by_link)
    return None


def _line(version: Version, before: Put | None) -> HistoryLine:
    entry = version.entry
    if not isinstance(entry, Put):
        return HistoryLine("withdrawn", entry.at, entry.by, entry.why, ())
    return HistoryLine("amended" if entry.base else "recorded", entry.at, entry.by, "", _changes(before, entry))


def _changes(before: Put | None, after: Put) -> tuple[Change, ...]:
    old, new = _flat(before), _flat(after)
    names = [name for name in (*new, *(name for name in old if name not in new)) if old.get(name, "") != new.get(name, "")]
    return tuple(Change(name, old.get(name, ""), new.get(name, "")) for name in names)


def _flat(put: Put | None) -> dict[str, str]:
    if put is None or not isinstance(put.body, Activity):
        return {}
    flat = {name: getattr(put.body, name) for name in FIELDS}
    flat |= {f"values.{name}": str(value) for name, value in put.body.values.items()}
    flat["attachments"] = ", ".join(file.name for file in put.files)
    return flat
