"""Recording what the office did: checking one activity, adding, amending and withdrawing records.

Every check yields a code and the field; a row that fails is given back with its reason and never half recorded. What may be
recorded is decided by the programme; that nobody is named is watched by the text check.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from pathlib import Path
from typing import Protocol

import msgspec

from storage.attachments import check_attachment, keep_attachment
from storage.catalogue import Catalogue
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, Parameter
from storage.domain.folding import normalise
from storage.domain.programme import Programme
from storage.domain.strict_json import convert
from storage.domain.text_check import check_text
from storage.drafts import drop_draft_within
from storage.journal.entries import MAX_COUNT, Activity, Answer, Attachment, Entry, Put, Withdrawn, decode
from storage.ledger import Ledger
from storage.own_words import of_the_writer
from storage.projections.versions import Version, heads_of, resolve

EARLIEST = date(2000, 1, 1)
_STAMP_SIGNS = (
    re.compile(rb"M *(?:\xe1\xba[\xac\xad]|[Aa]) *[Tt]"),
    re.compile(rb"m *(?:\xe1\xba[\xac\xad]|[Aa]) *[Tt]"),
    re.compile(rb"\xc2[\x80-\xa0\xad]"),
    re.compile(rb"\xe1[\x9a\xa0]"),
    re.compile(rb"\xe2(?:\x80[\x80-\x8f\xa8-\xaf]|\x81)"),
    re.compile(rb'\\[^n"\\/]'),
)
"""MẬT in UTF-8 as people write it; then whatever the text check reads differently from how it is written: invisible characters,
odd spaces, JSON escapes. Each begins with one certain byte, so that the search is quick."""
_ODD_LEADS = (b"\x7f", b"\xcc", b"\xcd", b"\xd8", b"\xe3", b"\xef")
"""Further such characters by their first byte, rare in Vietnamese: combining marks, wide letters."""
_PLAIN_LOWER_CASE = "mật".encode()
MAX_TITLE, MAX_LINE, MAX_NOTE = 500, 500, 20_000


class ActivityInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row as it comes from a form, a line of JSON or a workbook. With ``uid`` it amends that record.

    When amending, fields that are not given keep their value.
    """

    task: str | msgspec.UnsetType = msgspec.UNSET
    type: str | msgspec.UnsetType = msgspec.UNSET
    date: str | msgspec.UnsetType = msgspec.UNSET
    title: str | msgspec.UnsetType = msgspec.UNSET
    place: str | msgspec.UnsetType = msgspec.UNSET
    document: str | msgspec.UnsetType = msgspec.UNSET
    values: dict[str, int] | msgspec.UnsetType = msgspec.UNSET
    note: str | msgspec.UnsetType = msgspec.UNSET
    attachments: list[str] | msgspec.UnsetType = msgspec.UNSET
    uid: str = ""


class Texts(Protocol):
    """Anything with the free texts of an activity."""

    @property
    def title(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def document(self) -> str: ...
    @property
    def note(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to tell about one row: ``field`` names the place; ``parameters`` fill the sentence."""

    code: Code
    field: str = ""
    line: int = 0
    uid: str = ""
    parameters: dict[str, Parameter] = dataclass_field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of the rows: identifiers of those recorded, those refused with reasons, and findings in the texts."""

    uids: list[str]
    refused: list[Problem]
    findings: list[Problem]


def read_input(raw: object) -> ActivityInput:
    """A decoded JSON object as a row. Raises ``LedgerError``: SCHEMA_UNKNOWN_FIELD (``field``), SCHEMA_INVALID."""
    return convert(raw, ActivityInput)


class Recorder:
    """Records for one office's ledger. ``base`` is the folder against which attachments' relative paths are read."""

    def __init__(self, ledger: Ledger, catalogue: Catalogue, *, by: str = "", base: Path | None = None) -> None:
        self._ledger = ledger
        self._catalogue = catalogue
        self._by = by
        self._base = base or Path()

    def record(self, rows: Sequence[tuple[int, ActivityInput | LedgerError]], *, draft: str = "") -> Recorded:
        """Records all rows that are good, in one transaction; ``(line number, row)``, or the reason why a row is none.

        A row with ``uid`` amends. ``draft`` names what the form has kept of it: dropped in the same transaction, unless a
        row is refused.
        """
        uids: list[str] = []
        refused: list[Problem] = []
        findings: list[Problem] = []
        with self._ledger.write():
            for line, row in rows:
                try:
                    if isinstance(row, LedgerError):
                        raise row
                    uid, found = self._record_one(row)
                except LedgerError as error:
                    refused.append(problem_of(error, line=line))
                else:
                    uids.append(uid)
                    findings += [_at(finding, line, uid) for finding in found]
            if draft and not refused:
                drop_draft_within(self._ledger, draft)
        return Recorded(uids, refused, findings)

    def check(self, row: ActivityInput) -> tuple[Activity, list[Problem]]:
        """What a new row would be recorded as, and its findings; writes nothing. Raises ``LedgerError``, the refusal."""
        activity = _merged(row, None)
        check_activity(self._catalogue.programme, activity)
        self._check_task_of_office(activity)
        return activity, text_findings(activity)

    def withdraw(self, uid: str, why: str) -> None:
        """Withdraws a record. Raises ``LedgerError``: RECORD_UNKNOWN, RECORD_WITHDRAWN, REASON_MISSING."""
        reason = _reason(why)
        with self._ledger.write():
            self._withdraw_one(uid, reason)

    def withdraw_all(self, uids: Sequence[str], why: str) -> None:
        """Withdraws records and drops the drafts that amend them, all in one transaction. Raises as ``withdraw``."""
        reason = _reason(why)
        with self._ledger.write():
            for uid in uids:
                self._withdraw_one(uid, reason)
                drop_draft_within(self._ledger, uid)

    def answer(self, answers: Sequence[Answer]) -> None:
        """Keeps the office's answers of a period; a later one amends the earlier one."""
        own = of_the_writer(self._ledger, arrived=False)
        with self._ledger.write():
            for given in answers:
                row = self._ledger.db.execute(
                    "SELECT lower(hex(uid)), heads, state, number, text FROM answer"  # noqa: S608 - a fixed condition
                    f" WHERE office = ? AND period = ? AND item = ? {own} ORDER BY rev DESC, link DESC",
                    [self._ledger.office, given.period, given.item],
                ).fetchall()
                if len(row) == 1 and tuple(row[0][1:]) == (1, given.state, given.number, given.text):
                    continue
                current = self._current(row[0][0]) if row else None
                entry = Put(
                    uid=current.uid if current else self._ledger.identifiers.record(),
                    rev=current.rev + 1 if current else 1,
                    base=current.heads if current else [],
                    by=self._by,
                    at=self._ledger.now(),
                    body=given,
                )
                self._ledger.append_within(entry)
                if current:
                    forget_stamped(self._ledger, current.uid)

    # Steps

    def _withdraw_one(self, uid: str, reason: str) -> None:
        current = self._current(uid)
        if current.withdrawn:
            raise LedgerError(Code.RECORD_WITHDRAWN, uid=current.uid)
        entry = Withdrawn(
            uid=current.uid, rev=current.rev + 1, base=current.heads, why=reason, by=self._by, at=self._ledger.now()
        )
        self._ledger.append_within(entry)
        forget_stamped(self._ledger, current.uid)

    def _record_one(self, row: ActivityInput) -> tuple[str, list[Problem]]:
        current = self._current(row.uid) if row.uid else None
        if current and current.is_answer:
            raise LedgerError(Code.RECORD_UNKNOWN, uid=current.uid)
        before = current.content if current else None
        activity = _merged(row, before)
        check_activity(self._catalogue.programme, activity)
        self._check_task_of_office(activity)
        files = self._files(row, current)
        uid = current.uid if current else self._ledger.identifiers.record()
        entry = Put(
            uid=uid,
            rev=current.rev + 1 if current else 1,
            base=current.heads if current else [],
            by=self._by,
            at=self._ledger.now(),
            files=files,
            body=activity,
        )
        self._ledger.append_within(entry)
        if current:
            forget_stamped(self._ledger, uid)
        return uid, text_findings(activity)

    def _check_task_of_office(self, activity: Activity) -> None:
        codes = self._catalogue.task_codes(self._ledger.office, date.fromisoformat(activity.date))
        if activity.task not in codes:
            raise LedgerError(Code.TASK_NOT_OF_OFFICE, task=activity.task, office=self._ledger.office)

    def _files(self, row: ActivityInput, current: _Current | None) -> list[Attachment]:
        if isinstance(row.attachments, msgspec.UnsetType):
            return current.files if current else []
        paths = [self._base / name for name in row.attachments]
        for path in paths:  # all of them before any is kept: a refused row leaves nothing behind
            check_attachment(path)
        return [keep_attachment(self._ledger.db, path) for path in paths]

    def _current(self, uid: str) -> _Current:
        try:
            key = bytes.fromhex(uid)
        except ValueError as error:
            raise LedgerError(Code.RECORD_UNKNOWN, uid=uid[:40]) from error
        versions = self._ledger.projections.versions(key, self._ledger.office)
        if not versions:
            raise LedgerError(Code.RECORD_UNKNOWN, uid=uid)
        return _Current.of(key.hex(), versions)


def forget_stamped(ledger: Ledger, uid: str) -> None:
    """Erases earlier versions that carry a stamp of secrecy and were never sent: a secret must not stay in a journal.

    To be called inside a ``write`` block, after the version that replaces them was appended.
    """
    feed = ledger.journal.own_feed()
    acknowledged = ledger.db.execute("SELECT seq FROM acknowledged WHERE feed_id = ?", [feed.id]).fetchone()
    rows = ledger.db.execute(
        "SELECT seq, line FROM node WHERE feed_id = ? AND uid = ? AND seq > ? AND line IS NOT NULL ORDER BY seq",
        [feed.id, bytes.fromhex(uid), acknowledged[0] if acknowledged else 0],
    ).fetchall()
    stamped = [seq for seq, line in rows[:-1] if is_stamped(decode(line))]
    for seq in stamped:
        ledger.journal.erase(feed, seq)
    if stamped:
        ledger.projections.refresh(feed, [bytes.fromhex(uid)])


def _reason(why: str) -> str:
    reason = normalise(why).strip()
    if not reason:
        raise LedgerError(Code.REASON_MISSING)
    return reason[:MAX_LINE]


def check_activity(programme: Programme, activity: Activity) -> None:
    """Checks one activity against the programme. Raises ``LedgerError`` with the first thing that is wrong."""
    task = programme.task(activity.task)
    kind = programme.activity_type(activity.type)
    if activity.type not in task.activity_types:
        raise LedgerError(Code.TYPE_NOT_OF_TASK, type=activity.type, task=activity.task)
    if not activity.title:
        raise LedgerError(Code.TITLE_MISSING)
    for name, text, limit in (
        ("title", activity.title, MAX_TITLE),
        ("place", activity.place, MAX_LINE),
        ("document", activity.document, MAX_LINE),
        ("note", activity.note, MAX_NOTE),
    ):
        if len(text) > limit:
            raise LedgerError(Code.TEXT_TOO_LONG, field=name, limit=limit)
    _check_values(kind.count_fields, activity.values)


def text_findings(activity: Texts) -> list[Problem]:
    """What the text check finds in the free texts of an activity, with the field; never the matched text itself."""
    found = []
    for name in ("title", "place", "document", "note"):
        for finding in check_text(getattr(activity, name)):
            parameters: dict[str, Parameter] = {"start": finding.start, "end": finding.end}
            found.append(Problem(finding.code, name, parameters=parameters))
    return found


def has_stamp(activity: Texts) -> bool:
    """Whether a stamp of secrecy stands in one of the texts."""
    return any(finding.code is Code.TEXT_SECRECY_STAMP for finding in text_findings(activity))


def may_carry_stamp(lines: bytes) -> bool:
    """Whether journal lines could hold a stamp of secrecy: never False when one does, and quick for megabytes."""
    return any(sign.search(lines) for sign in _STAMP_SIGNS) or any(lead in lines for lead in _ODD_LEADS)


def stamped_lines(lines: Sequence[bytes]) -> int:
    """How many of these journal lines carry a stamp of secrecy, in whatever spelling."""
    if not may_carry_stamp(b"\n".join(lines)):
        return 0
    return sum(1 for line in lines if may_carry_stamp(line) and is_stamped(decode(line)))


def plainly_stamped(content: bytes, entries: Sequence[Entry]) -> bool:
    """Whether one of many entries carries a stamp in a plain spelling; ``content`` is their lines in one piece.

    For imports, where megabytes pass: the office's own sealing, and reviewing, look for every spelling.
    """
    if _STAMP_SIGNS[0].search(content) is None and _PLAIN_LOWER_CASE not in content:
        return False
    return any(map(is_stamped, entries))


def is_stamped(entry: Entry) -> bool:
    """Whether the texts of a record do; a closed report repeats answers, and is not made while one of them does."""
    if not isinstance(entry, Put):
        return False
    if isinstance(entry.body, Activity):
        return has_stamp(entry.body)
    return any(finding.code is Code.TEXT_SECRECY_STAMP for finding in check_text(entry.body.text))


def problem_of(error: LedgerError, *, line: int = 0) -> Problem:
    """An expected failure as a problem of a row."""
    name = str(error.parameters.get("field", ""))
    return Problem(error.code, name, line, parameters=dict(error.parameters))


def _check_values(fields: Sequence[str], values: dict[str, int]) -> None:
    if not values:
        raise LedgerError(Code.FIELD_MISSING, field=fields[0])
    for name, value in values.items():
        if name not in fields:
            raise LedgerError(Code.FIELD_UNKNOWN, field=name)
        if value < 0:
            raise LedgerError(Code.VALUE_NOT_A_COUNT, field=name)
        if value > MAX_COUNT:
            raise LedgerError(Code.VALUE_TOO_LARGE, field=name, limit=MAX_COUNT)


def _merged(row: ActivityInput, before: Activity | None) -> Activity:
    def text(given: str | msgspec.UnsetType, kept: str) -> str:
        return kept if isinstance(given, msgspec.UnsetType) else normalise(given).strip()

    day = text(row.date, before.date if before else "")
    values = (before.values if before else {}) if isinstance(row.values, msgspec.UnsetType) else row.values
    return Activity(
        task=text(row.task, before.task if before else ""),
        type=text(row.type, before.type if before else ""),
        date=_checked_date(day),
        title=text(row.title, before.title if before else ""),
        values=dict(sorted(values.items())),
        place=text(row.place, before.place if before else ""),
        document=text(row.document, before.document if before else ""),
        note=text(row.note, before.note if before else ""),
    )


def _checked_date(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise LedgerError(Code.DATE_INVALID, date=text[:20]) from error
    if day < EARLIEST or text != day.isoformat():
        raise LedgerError(Code.DATE_INVALID, date=text[:20])
    return text


def _at(found: Problem, line: int, uid: str) -> Problem:
    return Problem(found.code, found.field, line, uid, found.parameters)


@dataclass(frozen=True, slots=True)
class _Current:
    """The newest version of a record: what the next one has to name as its base."""

    uid: str
    rev: int
    heads: list[str]
    withdrawn: bool
    is_answer: bool
    content: Activity | None
    files: list[Attachment]

    @classmethod
    def of(cls, uid: str, versions: list[Version]) -> _Current:
        outcome = resolve(versions)
        body = outcome.content.body if outcome.content else None
        return cls(
            uid,
            outcome.rev,
            [version.link.hex() for version in heads_of(versions)],
            outcome.withdrawn,
            isinstance(body, Answer),
            body if isinstance(body, Activity) else None,
            list(outcome.content.files) if outcome.content else [],
        )
