"""What the histories of an office leave open, read by the worker: several versions of a record, likely duplicates. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.conflicts import answer_conflicts, may_keep_both
from storage.domain.errors import LedgerError
from storage.domain.progress import ProgressReporter, silent
from storage.duplicates import Reason, likely_duplicates
from storage.histories import History, histories_of
from storage.journal.entries import Activity, Answer, Figure, Put
from storage.projections.versions import Version
from storage.reviewing import conflict, offices_with_open_histories
from ui.window.review.view import Language

if TYPE_CHECKING:
    from export.exchange.station import Station
    from storage.domain.programme import Programme
    from storage.search import FoundActivity


class Kind(StrEnum):
    """A record with several open versions, a question with several answers, or two records of what is probably one activity."""

    CONFLICT = "conflict"
    ANSWER = "answer"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things to choose from. ``key`` is a version's link or a record's identifier (both hexadecimal).

    ``texts`` stand in the order of ``FIELDS``; ``withdrawn_because`` is filled when this side withdraws the record, ``answer``
    when it is one.
    """

    key: str
    histories: str
    at: str
    texts: tuple[str, ...]
    withdrawn_because: str = ""
    answer: Figure | None = None


FIELDS = ("task", "type", "date", "title", "figures", "place", "document", "note", "attachments")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to decide about an office; ``uid`` is the record's in a conflict, empty for two records.

    ``period`` and ``item`` are of a question with several answers. ``may_keep_both``: the sides can be activities of their own.
    """

    kind: Kind
    office: str
    uid: str
    title: str
    sides: tuple[Side, ...]
    reasons: tuple[Reason, ...] = ()
    period: str = ""
    item: str = ""
    may_keep_both: bool = False


@dataclass(frozen=True, slots=True)
class OfficeChoice:
    """An office with something to look at."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """Of one office: how many histories there are, and what to decide, conflicts first."""

    office: str
    histories: tuple[History, ...]
    questions: tuple[Question, ...]


def read_offices(station: Station, language: Language) -> tuple[OfficeChoice, ...]:
    """Offices whose history forked, that have several feeds or records with several versions; in the register's order."""
    open_ones = offices_with_open_histories(station.ledger)
    register = station.catalogue.register
    known = [office for office in register.offices if office.code in open_ones]
    return tuple(OfficeChoice(office.code, office.name_vi if language == "vi" else office.name_en) for office in known)


def read_questions(station: Station, office: str, language: Language, report: ProgressReporter = silent) -> OpenQuestions:
    """Everything to decide about an office."""
    ledger, programme = station.ledger, station.catalogue.programme
    held = histories_of(ledger, office)
    names = {number: history.name for number, history in enumerate(held.histories)}

    def named(numbers: frozenset[int] | None) -> str:
        return ", ".join(names[number] for number in sorted(numbers or ()))

    rows = ledger.db.execute(
        "SELECT lower(hex(uid)), title FROM activity INDEXED BY activity_conflict WHERE office = ? AND heads > 1"
        " ORDER BY date, uid",
        [office],
    ).fetchall()
    questions = []
    for uid, title in rows:
        heads = conflict(ledger, office, uid)
        sides = tuple(_version(version, programme, named(held.versions.get(version.link.hex())), language) for version in heads)
        questions.append(Question(Kind.CONFLICT, office, uid, title, sides, may_keep_both=may_keep_both(heads)))
    for asked in answer_conflicts(ledger, office):
        sides = tuple(_answer(version, named(held.versions.get(version.link.hex()))) for _, version in reversed(asked.sides))
        title = f"{asked.item} {_item_name(programme, asked.item, language)}".strip()
        questions.append(Question(Kind.ANSWER, office, "", title, sides, period=asked.period, item=asked.item))
    questions += [
        Question(
            Kind.DUPLICATE,
            office,
            "",
            pair.one.title,
            tuple(_record(found, programme, named(held.records[found.uid]), language) for found in (pair.one, pair.other)),
            pair.reasons,
            may_keep_both=True,
        )
        for pair in likely_duplicates(ledger, office, report)
    ]
    return OpenQuestions(office, held.histories, tuple(questions))


def _version(version: Version, programme: Programme, histories: str, language: Language) -> Side:
    entry = version.entry
    if not isinstance(entry, Put):
        return Side(version.link.hex(), histories, entry.at, ("",) * len(FIELDS), withdrawn_because=entry.why)
    assert not isinstance(entry.body, Answer)  # noqa: S101 - only activities are listed
    texts = _texts(entry.body, len(entry.files), programme, language)
    return Side(version.link.hex(), histories, entry.at, texts)


def _answer(version: Version, histories: str) -> Side:
    entry, nothing = version.entry, ("",) * len(FIELDS)
    if not isinstance(entry, Put):
        return Side(version.link.hex(), histories, entry.at, nothing, withdrawn_because=entry.why)
    given = entry.body
    assert isinstance(given, Answer)  # noqa: S101 - only answers are listed
    shown = Figure(item=given.item, state=given.state, number=given.number, text=given.text)
    return Side(version.link.hex(), histories, entry.at, nothing, answer=shown)


def _item_name(programme: Programme, item: str, language: Language) -> str:
    """The name of an indicator or section; empty when the programme no longer knows it."""
    for section in programme.narrative_sections:
        if section.code == item:
            return section.title_vi if language == "vi" else section.title_en
    try:
        indicator = programme.indicator(item)
    except LedgerError:
        return ""
    return indicator.label_vi if language == "vi" else indicator.label_en


def _record(found: FoundActivity, programme: Programme, histories: str, language: Language) -> Side:
    body = Activity(
        task=found.task,
        type=found.type,
        date=found.date,
        title=found.title,
        values=found.values,
        place=found.place,
        document=found.document,
        note=found.note,
    )
    return Side(found.uid, histories, "", _texts(body, found.files, programme, language))


def _texts(body: Activity, files: int, programme: Programme, language: Language) -> tuple[str, ...]:
    kinds = {kind.code: kind.label_vi if language == "vi" else kind.label_en for kind in programme.activity_types}
    labels = {field.code: field.label_vi if language == "vi" else field.label_en for field in programme.count_fields}
    figures = "; ".join(f"{labels.get(name, name)}: {value}" for name, value in sorted(body.values.items()))
    kind = kinds.get(body.type, body.type)
    day = "/".join(reversed(body.date.split("-")))
    return (body.task, kind, day, body.title, figures, body.place, body.document, body.note, str(files) if files else "")
