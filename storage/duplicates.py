"""Activities that an office probably recorded twice, in two histories that do not know of each other; a person decides.

After a fork, or on a PC that was restored, the same work is often recorded again. Pairs are only pointed out, with reasons that
can be checked by eye; nothing is ever dropped or merged here without a person. Work is compared, never persons.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

import msgspec

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import fold, normalise
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.histories import histories_of
from storage.journal.entries import Put, Withdrawn
from storage.ledger import Ledger, Role
from storage.projections.versions import heads_of, resolve
from storage.recording import MAX_LINE
from storage.search import Filter, FoundActivity, find_activities

DISTINCT = "distinct_activities"
"""The setting that remembers pairs that a person found to be two activities: a list of [office, uid, uid]."""
MOST_DAYS = 3
"""So many days apart two dates may be."""
LEAST_SCORE = 60
SIMILAR_WORDS = (3, 5)
"""Titles are similar when at least this share of all their words stands in both."""
_MOST_ACTIVITIES = 1_000_000


class Reason(StrEnum):
    """Why two activities look alike, or (``*_DIFFER``) not; task and type always agree."""

    SAME_DATE = "same_date"
    NEAR_DATE = "near_date"
    SAME_TITLE = "same_title"
    SIMILAR_TITLE = "similar_title"
    SAME_FIGURES = "same_figures"
    SAME_DOCUMENT = "same_document"
    SAME_PLACE = "same_place"
    FIGURES_DIFFER = "figures_differ"
    DOCUMENTS_DIFFER = "documents_differ"
    PLACES_DIFFER = "places_differ"


POINTS: Mapping[Reason, int] = {
    Reason.SAME_DATE: 30,
    Reason.NEAR_DATE: 15,
    Reason.SAME_TITLE: 40,
    Reason.SIMILAR_TITLE: 20,
    Reason.SAME_FIGURES: 20,
    Reason.SAME_DOCUMENT: 20,
    Reason.SAME_PLACE: 10,
    Reason.FIGURES_DIFFER: -10,
    Reason.DOCUMENTS_DIFFER: -30,
    Reason.PLACES_DIFFER: -10,
}


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two records of one office, ``one.uid < other.uid``; ``score`` is the sum of the points of ``reasons``."""

    one: FoundActivity
    other: FoundActivity
    score: int
    reasons: tuple[Reason, ...]


def likeness(one: FoundActivity, other: FoundActivity) -> tuple[Reason, ...]:
    """What speaks for and against the same work; empty when office, task, type or date rule it out. Symmetric."""
    if (one.office, one.task, one.type) != (other.office, other.task, other.type):
        return ()
    apart = abs((date.fromisoformat(one.date) - date.fromisoformat(other.date)).days)
    if apart > MOST_DAYS:
        return ()
    found = [Reason.NEAR_DATE if apart else Reason.SAME_DATE, *_titles(one.title, other.title)]
    if one.values and other.values:
        found.append(Reason.SAME_FIGURES if one.values == other.values else Reason.FIGURES_DIFFER)
    found += _texts(one.document, other.document, Reason.SAME_DOCUMENT, Reason.DOCUMENTS_DIFFER)
    found += _texts(one.place, other.place, Reason.SAME_PLACE, Reason.PLACES_DIFFER)
    return tuple(found)


def pair_up(
    activities: Collection[FoundActivity],
    holders: Mapping[str, frozenset[int]],
    *,
    distinct: Collection[frozenset[str]] = (),
    report: ProgressReporter = silent,
) -> list[LikelyPair]:
    """The likeliest pairs first; no record stands in two of them, and the order of ``activities`` makes no difference.

    ``holders`` gives the histories that hold a record: where one history holds both, its writer saw both, so they are two
    activities. ``distinct`` are pairs of identifiers that a person has decided about.
    """
    ordered = sorted(activities, key=lambda found: (found.office, found.task, found.type, found.date, found.uid))
    candidates: list[LikelyPair] = []
    done = 0
    for _, group in groupby(ordered, key=lambda found: (found.office, found.task, found.type)):
        alike = list(group)
        for place, one in enumerate(alike):
            report(Progress(Stage.READING, done := done + 1, len(ordered)))
            candidates += _candidates(one, alike, place + 1, holders)
    candidates.sort(key=lambda pair: (-pair.score, pair.one.uid, pair.other.uid))
    taken: set[str] = set()
    chosen = []
    for pair in candidates:
        uids = frozenset((pair.one.uid, pair.other.uid))
        if uids not in distinct and taken.isdisjoint(uids):
            taken |= uids
            chosen.append(pair)
    return chosen


def likely_duplicates(ledger: Ledger, office: str, report: ProgressReporter = silent) -> list[LikelyPair]:
    """Pairs of an office that wait for a decision, the likeliest first; none where there is one history only."""
    held = histories_of(ledger, office)
    if len(held.histories) < 2:
        return []
    activities = find_activities(ledger, Filter(office=office, state="final"), limit=_MOST_ACTIVITIES)
    known = [found for found in activities if found.uid in held.records]
    return pair_up(known, held.records, distinct=distinct_pairs(ledger, office), report=report)


def distinct_pairs(ledger: Ledger, office: str) -> set[frozenset[str]]:
    """Pairs of an office's records that a person found to be two activities."""
    return {frozenset((one, other)) for owner, one, other in _distinct(ledger) if owner == office}


# What a person decides


def decide_same(ledger: Ledger, office: str, *, kept: str, withdrawn: str, why: str, by: str = "") -> None:
    """One of two records of the same work is withdrawn on behalf of the office; its history stays and it can come back.

    Raises ``LedgerError``: WRONG_ROLE, REASON_MISSING, RECORD_UNKNOWN (also when both are one), RECORD_CHANGED_SINCE when a
    record is withdrawn already or has two open versions, which have to be decided first.
    """
    ledger.require(Role.CENTRE)
    reason = normalise(why).strip()[:MAX_LINE]
    if not reason:
        raise LedgerError(Code.REASON_MISSING)
    if kept == withdrawn:
        raise LedgerError(Code.RECORD_UNKNOWN, uid=withdrawn, office=office)
    with ledger.write():
        _standing(ledger, office, kept)
        base, rev = _standing(ledger, office, withdrawn)
        ledger.append_within(
            Withdrawn(uid=withdrawn, rev=rev + 1, base=base, at=ledger.now(), why=reason, by=by, office=office)
        )


def take_back_same(ledger: Ledger, office: str, uid: str, *, by: str = "") -> None:
    """A record that was withdrawn as a duplicate counts again, as it was. Raises as ``decide_same``."""
    ledger.require(Role.CENTRE)
    versions = ledger.projections.versions(_identifier(office, uid), office)
    outcome = resolve(versions) if versions else None
    if outcome is None or outcome.content is None:
        raise LedgerError(Code.RECORD_UNKNOWN, uid=uid, office=office)
    if not outcome.withdrawn or outcome.heads != 1:
        raise LedgerError(Code.RECORD_CHANGED_SINCE, uid=uid)
    kept, base = outcome.content, [outcome.link.hex()]
    ledger.append(
        Put(uid=uid, rev=outcome.rev + 1, base=base, at=ledger.now(), body=kept.body, files=kept.files, by=by, office=office)
    )


def decide_distinct(ledger: Ledger, office: str, one: str, other: str) -> None:
    """Two activities, whatever they look like: the pair is not asked about again. Raises ``LedgerError``: WRONG_ROLE."""
    ledger.require(Role.CENTRE)
    with ledger.write():
        _keep(ledger, [*_distinct(ledger), (office, min(one, other), max(one, other))])


def take_back_distinct(ledger: Ledger, office: str, one: str, other: str) -> None:
    """The pair is asked about again. Raises ``LedgerError``: WRONG_ROLE."""
    ledger.require(Role.CENTRE)
    with ledger.write():
        gone = (office, min(one, other), max(one, other))
        _keep(ledger, [pair for pair in _distinct(ledger) if pair != gone])


def _distinct(ledger: Ledger) -> list[tuple[str, str, str]]:
    return msgspec.json.decode(ledger.setting(DISTINCT, "[]"), type=list[tuple[str, str, str]])


def _keep(ledger: Ledger, pairs: Sequence[tuple[str, str, str]]) -> None:
    ledger.set_within(DISTINCT, msgspec.json.encode(sorted(set(pairs))).decode())


def _standing(ledger: Ledger, office: str, uid: str) -> tuple[list[str], int]:
    versions = ledger.projections.versions(_identifier(office, uid), office)
    heads = heads_of(versions)
    if not heads:
        raise LedgerError(Code.RECORD_UNKNOWN, uid=uid, office=office)
    if len(heads) > 1 or isinstance(heads[0].entry, Withdrawn):
        raise LedgerError(Code.RECORD_CHANGED_SINCE, uid=uid)
    return [heads[0].link.hex()], heads[0].entry.rev


def _identifier(office: str, uid: str) -> bytes:
    try:
        return bytes.fromhex(uid)
    except ValueError as error:
        raise LedgerError(Code.RECORD_UNKNOWN, uid=uid[:40], office=office) from error


# Comparing


def _candidates(
    one: FoundActivity, alike: Sequence[FoundActivity], start: int, holders: Mapping[str, frozenset[int]]
) -> list[LikelyPair]:
    """Pairs of ``one`` with those after it; ``alike`` is ordered by date."""
    pairs = []
    day = date.fromisoformat(one.date)
    mine = holders[one.uid]
    for place in range(start, len(alike)):
        other = alike[place]
        if (date.fromisoformat(other.date) - day).days > MOST_DAYS:
            break
        if other.uid == one.uid or not mine.isdisjoint(holders[other.uid]):
            continue
        reasons = likeness(one, other)
        score = sum(POINTS[reason] for reason in reasons)
        if score >= LEAST_SCORE:
            first, second = sorted((one, other), key=lambda found: found.uid)
            pairs.append(LikelyPair(first, second, score, reasons))
    return pairs


def _titles(one: str, other: str) -> list[Reason]:
    words, others = fold(one).split(), fold(other).split()
    if words == others:
        return [Reason.SAME_TITLE]
    both, either = set(words) & set(others), set(words) | set(others)
    share, of = SIMILAR_WORDS
    return [Reason.SIMILAR_TITLE] if len(both) * of >= len(either) * share else []


def _texts(one: str, other: str, same: Reason, differ: Reason) -> list[Reason]:
    """What is missing on one side says nothing."""
    left, right = fold(one).split(), fold(other).split()
    if not left or not right:
        return []
    return [same if left == right else differ]
