"""Answers to conflicts other than "this version holds": keeping both versions as two activities, and choosing one answer.

Everything here is written as ordinary entries, at the centre on behalf of the office; what was not chosen stays in the history.
A person decides; nothing is decided or dropped here by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.journal.entries import Activity, Answer, Put, Withdrawn
from storage.ledger import Ledger, Role
from storage.own_words import of_the_writer
from storage.projections.versions import Version, heads_of
from storage.reviewing import conflict


@dataclass(frozen=True, slots=True)
class AnswerConflict:
    """One question of a period that an office's histories answer differently; the answer that is shown comes last.

    ``sides``: (record, open version) of each answer; the record is hexadecimal.
    """

    office: str
    period: str
    item: str
    sides: tuple[tuple[str, Version], ...]


def may_keep_both(heads: list[Version]) -> bool:
    """Whether the open versions can stand as activities of their own: two or more, and none of them withdraws the record."""
    return len(heads) > 1 and all(
        isinstance(version.entry, Put) and isinstance(version.entry.body, Activity) for version in heads
    )


def keep_all_versions(ledger: Ledger, office: str, uid: str, *, by: str = "") -> list[str]:
    """The versions of a record are activities of their own: the shown one keeps the record, each other one gets a new one.

    Answers the new records' identifiers. Raises ``LedgerError``: RECORD_UNKNOWN, RECORD_CHANGED_SINCE when there is no such
    conflict (any more).
    """
    made: list[str] = []
    with ledger.write():
        heads = conflict(ledger, office, uid)
        if not may_keep_both(heads):
            raise LedgerError(Code.RECORD_CHANGED_SINCE, uid=uid)
        rev = max(version.entry.rev for version in heads) + 1
        base = [version.link.hex() for version in heads]
        for place, version in enumerate(heads):
            kept = version.entry
            assert isinstance(kept, Put)  # noqa: S101 - looked at above
            record = uid if place == 0 else ledger.identifiers.record()
            made += [record] if place else []
            ledger.append_within(
                Put(
                    uid=record,
                    rev=1 if place else rev,
                    base=[] if place else base,
                    at=ledger.now(),
                    body=kept.body,
                    files=kept.files,
                    by=by,
                    office=_owner(ledger, office),
                )
            )
    return made


def answer_conflicts(ledger: Ledger, office: str) -> list[AnswerConflict]:
    """The questions of an office that have several open answers, by period and item."""
    rows = ledger.db.execute(
        f"SELECT period, item FROM answer WHERE office = ? {of_the_writer(ledger, arrived=True)}"  # noqa: S608
        " GROUP BY period, item HAVING sum(heads) > 1 ORDER BY period, item",
        [office],
    ).fetchall()
    return [AnswerConflict(office, period, item, _sides(ledger, office, period, item)) for period, item in rows]


def decide_answer(ledger: Ledger, office: str, period: str, item: str, chosen: bytes, *, why: str, by: str = "") -> None:
    """One of several answers to a question holds; other records of the question are withdrawn with the reason ``why``.

    Raises ``LedgerError``: RECORD_CHANGED_SINCE when ``chosen`` (a link) is no open answer of the question any more.
    """
    with ledger.write():
        sides = _sides(ledger, office, period, item)
        kept = next((side for side in sides if side[1].link == chosen), None)
        if kept is None or len(sides) < 2:
            raise LedgerError(Code.RECORD_CHANGED_SINCE, uid=item)
        owner, holds = _owner(ledger, office), kept[1].entry
        for record in dict.fromkeys(side[0] for side in sides):
            heads = [version for uid, version in sides if uid == record]
            base = [version.link.hex() for version in heads]
            rev = max(version.entry.rev for version in heads) + 1
            if record == kept[0] and isinstance(holds, Put):
                if len(heads) > 1:
                    ledger.append_within(
                        Put(uid=record, rev=rev, base=base, at=ledger.now(), body=holds.body, by=by, office=owner)
                    )
                continue
            reason = holds.why if record == kept[0] and isinstance(holds, Withdrawn) else why[:500]
            ledger.append_within(Withdrawn(uid=record, rev=rev, base=base, at=ledger.now(), why=reason, by=by, office=owner))


def _sides(ledger: Ledger, office: str, period: str, item: str) -> tuple[tuple[str, Version], ...]:
    """The open answers, ordered as ``figures.period_data`` reads them: the shown one last."""
    rows = ledger.db.execute(
        "SELECT uid FROM answer WHERE office = ? AND period = ? AND item = ?"  # noqa: S608 - a fixed condition
        f" {of_the_writer(ledger, arrived=True)} ORDER BY rev, link",
        [office, period, item],
    ).fetchall()
    return tuple(
        (uid.hex(), version)
        for (uid,) in rows
        for version in reversed(heads_of(ledger.projections.versions(uid, office)))
        if not isinstance(version.entry, Put) or isinstance(version.entry.body, Answer)
    )


def _owner(ledger: Ledger, office: str) -> str:
    """Whose record it is, said only in entries of the centre."""
    return office if ledger.role is Role.CENTRE else ""
