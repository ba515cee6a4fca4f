"""What the page of the archive reads from the ledger, as rows to show and to search; no Qt here, and nothing is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from export.exchange.import_contents import Contents
from storage.domain.folding import fold
from storage.domain.progress import ProgressReporter
from ui.window.import_bundles.view import FileDetails, names_of, read_details

if TYPE_CHECKING:
    from export.exchange.archive import KeptOriginal, OriginalCheck
    from export.exchange.centre_acts import Act
    from export.exchange.station import Station

_ENTRIES = re.compile(r"\s*([0-9]{1,15})\s*(?:[-–]\s*([0-9]{1,15})\s*)?")


class State(StrEnum):
    """Where an original stands; the first that fits, in this order."""

    MISSING = "missing"
    BAD = "bad"
    UNDONE = "undone"
    VERIFIED = "verified"
    KEPT = "kept"
    SPARE = "spare"


@dataclass(frozen=True, slots=True)
class OriginalRow:
    """An original with the names that people know. ``day``: when it was received, by this PC's time; ``folded`` is searched."""

    original: KeptOriginal
    office: str
    reports: tuple[str, ...]
    day: date | None
    folded: str


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """All originals; ``periods`` and ``offices``: (code, name) of those that occur, in their order."""

    rows: tuple[OriginalRow, ...] = ()
    periods: tuple[tuple[str, str], ...] = ()
    offices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which originals are shown. ``entries``: positions in an office's journal, both ends included."""

    text: str = ""
    office: str = ""
    period: str = ""
    state: State | None = None
    entries: tuple[int, int] | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class OriginalDetails:
    """An original looked into. ``admitted`` and ``ended``: when the signing key came in force and when it was ended.

    ``receipts``: number and moment of those that confirm it; ``consolidated``: names of the periods that were frozen since.
    ``contents``: what it brought that counts now.
    """

    file: FileDetails
    admitted: str
    ended: str
    receipts: tuple[tuple[int, str], ...]
    consolidated: tuple[str, ...]
    contents: Contents


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act with the names that people know."""

    act: Act
    office: str
    period: str
    day: date | None
    folded: str


def state_of(original: KeptOriginal, check: OriginalCheck | None) -> State:
    """The state of an original, by what was verified since the page was opened."""
    if original.size is None:
        return State.MISSING
    if check is not None and not check.is_valid:
        return State.BAD
    if original.undone:
        return State.UNDONE
    if check is not None:
        return State.VERIFIED
    return State.KEPT if original.import_id else State.SPARE


def parse_entries(typed: str) -> tuple[int, int] | None:
    """One position or two with a hyphen between them; None for anything else."""
    match = _ENTRIES.fullmatch(typed)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return min(first, last), max(first, last)


def narrowed(rows: Iterable[OriginalRow], wanted: Wanted, checks: Mapping[str, OriginalCheck]) -> list[OriginalRow]:
    """The rows that fit everything wanted; a digest found by verifying is searched, too."""
    searched = fold(wanted.text).split()
    return [row for row in rows if _fits(row, wanted, searched, checks.get(row.original.payload))]


def _fits(row: OriginalRow, wanted: Wanted, words: Sequence[str], check: OriginalCheck | None) -> bool:
    if wanted.office and row.original.office != wanted.office:
        return False
    if wanted.period and wanted.period not in row.original.reports:
        return False
    if wanted.state is not None and state_of(row.original, check) is not wanted.state:
        return False
    if not within(row.day, wanted.since, wanted.until):
        return False
    if wanted.entries is not None:
        first, last = wanted.entries
        if not any(part.first <= last and part.last >= first for part in row.original.ranges):
            return False
    folded = f"{row.folded} {check.sha256}" if check is not None and check.sha256 else row.folded
    return all(word in folded for word in words)


def within(day: date | None, since: date | None, until: date | None) -> bool:
    """Whether a day lies between two, both included; what has no day is shown only while no day is asked for."""
    if since is None and until is None:
        return True
    return day is not None and (since is None or day >= since) and (until is None or day <= until)


def day_of(at: str) -> date | None:
    """The day of a moment by this PC's time."""
    try:
        return datetime.fromisoformat(at).astimezone().date()
    except ValueError:
        return None


def read_archive(station: Station, language: str) -> ArchiveView:
    """Every original and what can be chosen of them."""
    from export.exchange.archive import kept_originals

    names = names_of(station, language)
    office_names: dict[str, str] = {"": ""}
    period_names: dict[str, str] = {}
    rows = []
    for original in kept_originals(station.ledger):
        if original.office not in office_names:
            office_names[original.office] = names.office(original.office)
        for code in original.reports:
            if code not in period_names:
                period_names[code] = names.period(code)
        office, reports = office_names[original.office], tuple(period_names[code] for code in original.reports)
        folded = fold(f"{office} {original.office} {original.file} {original.payload} {' '.join(reports)}")
        rows.append(OriginalRow(original, office, reports, day_of(original.at), folded))
    known = {row.original.office for row in rows if row.original.office}
    ordered = [office.code for office in station.catalogue.register.offices if office.code in known]
    ordered += sorted(known - set(ordered))
    return ArchiveView(
        tuple(rows),
        tuple(sorted(period_names.items(), reverse=True)),
        tuple((code, office_names[code]) for code in ordered),
    )


def read_original(station: Station, original: KeptOriginal, language: str) -> OriginalDetails:
    """Raises ``LedgerError`` when the file cannot be opened."""
    from export.exchange.archive import confirming_receipts, path_of
    from export.exchange.import_contents import contents_of
    from export.trust.signing_keys import key_identifier
    from storage.domain.codes import Code
    from storage.domain.errors import LedgerError

    path = path_of(station.ledger, original.payload)
    if not path.is_file():
        raise LedgerError(Code.ORIGINAL_MISSING, file=original.file or path.name)
    details = read_details(station, path, language)
    admitted = ended = ""
    for public, since, until in station.ledger.db.execute("SELECT public, at, revoked FROM admission").fetchall():
        if key_identifier(public) in details.signers:
            admitted, ended = since, until
    names = names_of(station, language)
    frozen = dict(station.ledger.db.execute("SELECT period, max(at) FROM consolidation GROUP BY period").fetchall())
    consolidated = [names.period(code) for code in original.reports if frozen.get(code, "") >= original.at]
    return OriginalDetails(
        details,
        admitted,
        ended,
        tuple(confirming_receipts(station.ledger, original)),
        tuple(consolidated),
        contents_of(station.ledger, original.import_id),
    )


def read_acts(station: Station, language: str, report: ProgressReporter) -> tuple[ActRow, ...]:
    """The activity log, the newest first."""
    from export.exchange.centre_acts import centre_acts

    names = names_of(station, language)
    office_names: dict[str, str] = {"": ""}
    period_names: dict[str, str] = {"": ""}
    rows = []
    for act in centre_acts(station.ledger, report):
        if act.office not in office_names:
            office_names[act.office] = names.office(act.office)
        if act.period not in period_names:
            period_names[act.period] = names.period(act.period)
        office, period = office_names[act.office], period_names[act.period]
        folded = fold(f"{office} {act.office} {period} {act.subject} {act.text}")
        rows.append(ActRow(act, office, period, day_of(act.at), folded))
    return tuple(rows)
