"""What can be done with activities and drafts: each function returns the job that is to be run away from the window's thread.

Functions that change something are named for it; those that begin with ``read_`` change nothing. No Qt here.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from export.exchange.station import Station
from storage.activity_history import HistoryLine, OpenedActivity, activity_history, open_activity
from storage.attachments import check_attachment, write_attachment
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import ProgressReporter
from storage.drafts import Draft, DraftBody, drafts, drop_draft, save_draft
from storage.journal.entries import Attachment
from storage.recording import ActivityInput, Problem, Recorder
from storage.undoing import Trace, drafts_of, may_be_taken_back, take_back
from ui.window.activities.choices import Choices, Language, make_choices
from ui.window.operations.period import rotate_quietly
from ui.window.tasks import Job

_KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A record that was made or amended, and what the text check says about it."""

    uid: str
    title: str
    findings: list[Problem]
    traces: tuple[Trace, ...] = ()
    """What taking it back needs; empty when that cannot be done."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A record to be amended, with the draft that was left unfinished, if any."""

    record: OpenedActivity
    draft: Draft | None

    @property
    def body(self) -> DraftBody:
        """The record as the form shows it."""
        content = self.record.content
        return DraftBody(
            uid=self.record.uid,
            rev=self.record.rev,
            task=content.task,
            type=content.type,
            date=content.date,
            title=content.title,
            place=content.place,
            document=content.document,
            note=content.note,
            values=content.values,
            kept=tuple(file.h for file in self.record.files),
        )


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that somebody wants to attach: its size in bytes, or why it cannot be."""

    path: Path
    size: int = 0
    refusal: LedgerError | None = None


# Writing


def record_activity(*, body: DraftBody, draft: str, by: str = "") -> Job:
    """Records or amends and drops the draft, in one transaction. The job raises ``LedgerError`` with the field at fault."""

    def job(station: Station, _: ProgressReporter) -> Recorded:
        ledger = station.ledger
        before = open_activity(ledger, body.uid) if body.uid else None
        try:
            row = _input_of(station, body, before)
            done = Recorder(ledger, station.catalogue, by=by).record([(1, row)], draft=draft)
        finally:
            shutil.rmtree(ledger.folders.temporary / _KEPT, ignore_errors=True)
        if done.refused:
            problem = done.refused[0]
            raise refusal_of(problem)
        trace = Trace(done.uids[0], before.rev + 1 if before else 1, before, draft, body)
        return Recorded(trace.uid, body.title, done.findings, (trace,) if may_be_taken_back(before) else ())

    return job


def withdraw_activities(*, uids: Sequence[str], why: str, by: str = "") -> Job:
    """Withdraws records with a reason and drops their drafts, all or none; answers the traces for taking it back, or none."""

    def job(station: Station, _: ProgressReporter) -> tuple[Trace, ...]:
        ledger = station.ledger
        before = [open_activity(ledger, uid) for uid in uids]
        kept = drafts_of(ledger, uids)
        Recorder(ledger, station.catalogue, by=by).withdraw_all(uids, why)
        if not all(map(may_be_taken_back, before)):
            return ()
        return tuple(
            Trace(one.uid, one.rev + 1, one, one.uid, kept[one.uid].body if one.uid in kept else None) for one in before
        )

    return job


def undo_activities(*, traces: Sequence[Trace], why: str, by: str = "") -> Job:
    """Takes the last action back by further entries, all or none; answers the name of the draft that is there again, or ""."""

    def job(station: Station, _: ProgressReporter) -> str:
        take_back(station.ledger, station.catalogue, traces, why=why, by=by)
        return next((trace.draft for trace in traces if trace.typed is not None), "")

    return job


def keep_draft(*, name: str, body: DraftBody) -> Job:
    """Keeps what was typed; answers the draft's name."""

    def job(station: Station, _: ProgressReporter) -> str:
        save_draft(station.ledger, name, body)
        return name

    return job


def discard_draft(*, name: str) -> Job:
    """Forgets what was typed."""
    return lambda station, _: drop_draft(station.ledger, name)


def keep_rotating_backup() -> Job:
    """Makes the day's rotating copy unless there is one."""
    return lambda station, _: rotate_quietly(station.ledger)


# Reading


def read_choices(*, language: Language) -> Job:
    """Answers ``Choices``."""

    def job(station: Station, _: ProgressReporter) -> Choices:
        return make_choices(station.catalogue, station.ledger.office, language)

    return job


def read_drafts() -> Job:
    """Answers a list of ``Draft``."""
    return lambda station, _: drafts(station.ledger)


def read_activity(*, uid: str) -> Job:
    """Answers ``Opened``."""

    def job(station: Station, _: ProgressReporter) -> Opened:
        left = next((draft for draft in drafts(station.ledger) if draft.name == uid), None)
        return Opened(open_activity(station.ledger, uid), left)

    return job


def read_history(*, uid: str) -> Job:
    """Answers a list of ``HistoryLine``."""

    def job(station: Station, _: ProgressReporter) -> list[HistoryLine]:
        return activity_history(station.ledger, uid)

    return job


def read_files(*, paths: Sequence[Path]) -> Job:
    """Looks at files that are to be attached; answers a list of ``CheckedFile``."""
    return lambda _station, _report: [_checked(path) for path in paths]


def read_attachment(*, attachment: Attachment) -> Job:
    """Puts an attachment into the folder for what lives only while the program runs; answers its path."""

    def job(station: Station, _: ProgressReporter) -> Path:
        folder = station.ledger.folders.temporary / attachment.h[:16]
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / Path(attachment.name).name
        if not target.exists():
            write_attachment(station.ledger.db, attachment, target)
        return target

    return job


# Steps


def refusal_of(problem: Problem) -> LedgerError:
    """A row's problem as the error that a job raises; ``field`` among the parameters names the place."""
    error = LedgerError(problem.code)
    error.parameters = dict(problem.parameters)
    return error


def _checked(path: Path) -> CheckedFile:
    try:
        check_attachment(path)
        return CheckedFile(path, path.stat().st_size)
    except LedgerError as error:
        return CheckedFile(path, refusal=error)


def _input_of(station: Station, body: DraftBody, current: OpenedActivity | None) -> ActivityInput:
    """The row to be recorded. Attachments are given only when they change: not given means as they are."""
    given: dict[str, object] = {
        "task": body.task,
        "type": body.type,
        "date": body.date,
        "title": body.title,
        "place": body.place,
        "document": body.document,
        "values": body.values,
        "note": body.note,
    }
    if current is None:
        return ActivityInput(**given, attachments=list(body.files))  # type: ignore[arg-type]
    if current.rev != body.rev:
        raise LedgerError(Code.RECORD_CHANGED_SINCE, uid=body.uid)
    if body.files or set(body.kept) != {file.h for file in current.files}:
        kept = [file for file in current.files if file.h in body.kept]
        given["attachments"] = [*_written(station, kept), *body.files]
    return ActivityInput(**given, uid=body.uid)  # type: ignore[arg-type]


def _written(station: Station, files: Sequence[Attachment]) -> list[str]:
    """Attachments as files again, because a row names all of its attachments by path."""
    paths = []
    for number, file in enumerate(files):
        folder = station.ledger.folders.temporary / _KEPT / str(number)
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / Path(file.name).name
        target.unlink(missing_ok=True)
        write_attachment(station.ledger.db, file, target)
        paths.append(str(target))
    return paths
