"""The three documents that the centre sets — programme, offices, dates — as one: what is in force, what it would become, and
putting it in force.

A draft is kept as plain values, so that what is half typed survives too; ``whole`` reads it strictly. Nothing is ever lost: the
documents that were replaced stay in the ledger under their digests, and an entry of the journal says when and why.
Issuing the kit that brings new documents to the offices is a job of the exchange.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from storage.attachments import blob, keep_blob
from storage.catalogue import Catalogue, CentreDates, dates_bytes, keep_catalogue, periods_of
from storage.domain.calendar import iso_day
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.obligations import check_references
from storage.domain.office_file import office_problems, offices_bytes, parse_offices
from storage.domain.offices import OfficeRegister
from storage.domain.plan_changes import Change, Part, mapping_changes, programme_changes, register_changes
from storage.domain.programme import Programme
from storage.domain.programme_file import parse_programme, programme_bytes, programme_problems
from storage.domain.strict_json import convert
from storage.journal.entries import Noted
from storage.ledger import Ledger, Role

_MARK = "plan:"
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Documents:
    """Programme, register and dates that belong together."""

    programme: Programme
    register: OfficeRegister
    dates: CentreDates


@dataclass(frozen=True, slots=True)
class InForce:
    """What was put in force; ``changes`` is empty when nothing differed and nothing was written."""

    documents: Documents
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Superseded:
    """An entry of the history: when documents came into force, why, and which (digests of the bytes, as hexadecimal digits)."""

    at: str
    by: str
    why: str
    programme: str
    offices: str
    dates: str


def documents_of(catalogue: Catalogue) -> Documents:
    """What is in force."""
    return Documents(catalogue.programme, catalogue.register, catalogue.dates)


def plain(documents: Documents) -> dict[str, Any]:
    """The documents as plain values, for a draft or an editor."""
    names = ("programme", "offices", "dates")
    return {name: msgspec.json.decode(content) for name, content in zip(names, _contents(documents), strict=True)}


def whole(raw: dict[str, Any]) -> Documents:
    """The documents from plain values, each of the right form; the rules between their parts are ``problems_of``'s.

    Raises SCHEMA_UNKNOWN_FIELD(field, at), SCHEMA_INVALID(at).
    """
    return Documents(
        convert(raw["programme"], Programme), convert(raw["offices"], OfficeRegister), convert(raw["dates"], CentreDates)
    )


def problems_of(documents: Documents) -> Iterator[LedgerError]:
    """Every reason why the documents cannot be put in force: rules within each, and references from one to the other."""
    yield from programme_problems(documents.programme)
    yield from office_problems(documents.register)
    try:
        check_references(documents.programme, documents.register)
    except LedgerError as problem:
        yield problem
    yield from date_problems(documents)


def date_problems(documents: Documents) -> Iterator[LedgerError]:
    """What is wrong with cut-offs, deadlines, holidays and exemptions; a place is named as ``cutoffs.2020S1``."""
    dates = documents.dates
    for name, days in (("holidays", dates.holidays), ("working_days", dates.working_days)):
        for day in days:
            yield from _refusal_of(lambda day=day: iso_day(day), f"{name}.{day}")
    for name, table in (("cutoffs", dates.cutoffs), ("deadlines", dates.deadlines)):
        for code, day in table.items():
            wrong = list(_refusal_of(lambda day=day: iso_day(day), f"{name}.{code}"))
            yield from wrong or _refusal_of(
                lambda code=code: periods_of(documents.programme, dates).period(code), f"{name}.{code}"
            )
    for office, period, *_ in dates.exemptions:
        at = f"exemptions.{office}"
        yield from _refusal_of(lambda office=office: documents.register.office(office), at)
        if period:
            yield from _refusal_of(lambda period=period: periods_of(documents.programme, dates).period(period), at)


def changes_between(before: Documents, after: Documents) -> list[Change]:
    """All differences, in the order in which they are told; versions do not count."""
    changes = programme_changes(before.programme, after.programme) + register_changes(before.register, after.register)
    old, new = before.dates, after.dates
    changes += mapping_changes(Part.CUTOFF, old.cutoffs, new.cutoffs)
    changes += mapping_changes(Part.DEADLINE, old.deadlines, new.deadlines)
    changes += mapping_changes(Part.HOLIDAY, old.holidays, new.holidays)
    changes += mapping_changes(Part.WORKING_DAY, dict.fromkeys(old.working_days, "+"), dict.fromkeys(new.working_days, "+"))
    changes += mapping_changes(Part.EXEMPTION, _exemption_lines(old), _exemption_lines(new))
    return changes


def put_in_force(ledger: Ledger, catalogue: Catalogue, after: Documents, *, why: str = "", by: str = "") -> InForce:
    """Replaces the documents in force, each with the next version number if it differs; the replaced ones are kept.

    The caller makes a new catalogue afterwards. Raises WRONG_ROLE and the first of ``problems_of``.
    """
    ledger.require(Role.CENTRE)
    before = documents_of(catalogue)
    for problem in problems_of(after):
        raise problem
    changes = changes_between(before, after)
    if not changes:
        return InForce(before, ())
    numbered = _numbered(before, after)
    contents = _contents(numbered)
    _parse_again(contents)
    with ledger.write():
        for content in _contents(before):
            keep_blob(ledger.db, content)
        digests = [keep_blob(ledger.db, content) for content in contents]
        programme, offices, dates = contents
        keep_catalogue(ledger, programme=programme, offices=offices, dates=dates)
        text = f"{_MARK}{' '.join(digests)} {why[:_LONGEST_REASON]}"
        ledger.append_within(Noted(text=text.strip(), at=ledger.now(), by=by))
    return InForce(numbered, tuple(changes))


def history(ledger: Ledger) -> list[Superseded]:
    """Every time that documents were put in force here, the last first."""
    found = []
    for feed in ledger.journal.feeds():
        if feed.office != ledger.office:
            continue
        for item in ledger.journal.items(feed):
            if isinstance(item.entry, Noted) and item.entry.text.startswith(_MARK):
                programme, offices, dates, *rest = item.entry.text.removeprefix(_MARK).split(" ", 3)
                found.append(Superseded(item.entry.at, item.entry.by, "".join(rest), programme, offices, dates))
    return sorted(found, key=lambda line: line.at, reverse=True)


def kept_document(ledger: Ledger, digest: str) -> bytes:
    """A document of the history as it was. Raises FILE_NOT_FOUND(file)."""
    content = blob(ledger.db, digest)
    if content is None:
        raise LedgerError(Code.FILE_NOT_FOUND, file=digest[:16])
    return content


def documents_digest(documents: Documents) -> str:
    """SHA-256 (hex) over the three documents: tells whether a draft was begun from what is in force now."""
    return hashlib.sha256(b"\0".join(_contents(documents))).hexdigest()


def _contents(documents: Documents) -> tuple[bytes, bytes, bytes]:
    return programme_bytes(documents.programme), offices_bytes(documents.register), dates_bytes(documents.dates)


def _parse_again(contents: tuple[bytes, bytes, bytes]) -> None:
    """Values that an editor built have not met the readers of documents yet: characters, kinds, sizes."""
    parse_programme(contents[0])
    parse_offices(contents[1])


def _numbered(before: Documents, after: Documents) -> Documents:
    programme, register = after.programme, after.register
    if programme_changes(before.programme, programme):
        programme = msgspec.structs.replace(programme, version=before.programme.version + 1)
    else:
        programme = before.programme
    if register_changes(before.register, register):
        register = msgspec.structs.replace(register, version=before.register.version + 1)
    else:
        register = before.register
    return Documents(programme, register, after.dates)


def _exemption_lines(dates: CentreDates) -> dict[str, str]:
    return {f"{line[0]} {line[1]}".strip(): line[2] if len(line) > 2 else "" for line in dates.exemptions}


def _refusal_of(check: object, at: str) -> Iterator[LedgerError]:
    assert callable(check)  # noqa: S101 - a check without arguments
    try:
        check()
    except LedgerError as error:
        yield LedgerError(error.code, detail=error.detail, **{"at": at, **error.parameters})
