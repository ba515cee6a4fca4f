"""Everything that the page of review does: one function an action, each returns the job to be run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storage.domain.progress import ProgressReporter
from storage.journal.entries import Remark
from storage.review_drafts import RemarksDraft
from ui.window.operations.period import rotate_quietly
from ui.window.review.open_questions import Kind, OfficeChoice, OpenQuestions, Question, read_offices, read_questions
from ui.window.review.view import Language, ReportLine, ReportView, read_report, read_reports
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.exchange.station import Station


def show_reports(*, language: Language) -> Job:
    """Reads the list of reports, and the offices whose histories leave something open."""

    def job(station: Station, _report: ProgressReporter) -> tuple[tuple[ReportLine, ...], tuple[OfficeChoice, ...]]:
        return read_reports(station, language), read_offices(station, language)

    return job


def show_report(*, office: str, period: str, language: Language) -> Job:
    """Reads one report beside the earlier ones."""

    def job(station: Station, _report: ProgressReporter) -> ReportView:
        return read_report(station, office, period, language)

    return job


def decide_report(*, office: str, period: str, accept: bool, remarks: Sequence[Remark], by: str = "") -> Job:
    """Accepts or returns a report; the last decision counts, and the office learns it by its next receipt."""
    given = tuple(remarks)

    def job(station: Station, _report: ProgressReporter) -> None:
        from storage.reviewing import review

        review(station.ledger, office, station.catalogue.period(period), accept=accept, remarks=given, by=by)
        rotate_quietly(station.ledger)

    return job


def take_back_decision(*, office: str, period: str, by: str = "") -> Job:
    """The report waits for review again; refused once a receipt has told the office."""

    def job(station: Station, _report: ProgressReporter) -> None:
        from export.exchange.reviews import take_back_review

        take_back_review(station.ledger, office, station.catalogue.period(period), by=by)
        rotate_quietly(station.ledger)

    return job


def keep_remarks(*, office: str, period: str, draft: RemarksDraft) -> Job:
    """Keeps the remarks that are being written on a report."""

    def job(station: Station, _report: ProgressReporter) -> None:
        from storage.review_drafts import keep_remarks as keep

        keep(station.ledger, office, period, draft)

    return job


def show_questions(*, office: str, language: Language) -> Job:
    """Reads what an office's histories leave open."""

    def job(station: Station, report: ProgressReporter) -> OpenQuestions:
        return read_questions(station, office, language, report)

    return job


def keep_version(*, question: Question, key: str, by: str = "") -> Job:
    """Decides a conflict: this version holds, the others stay in the history."""

    def job(station: Station, _report: ProgressReporter) -> None:
        from storage.reviewing import decide_conflict

        decide_conflict(station.ledger, question.office, question.uid, bytes.fromhex(key), by=by)

    return job


def keep_answer(*, question: Question, key: str, why: str, by: str = "") -> Job:
    """Decides between several answers to one question of a report."""

    def job(station: Station, _report: ProgressReporter) -> None:
        from storage.conflicts import decide_answer

        decide_answer(station.ledger, question.office, question.period, question.item, bytes.fromhex(key), why=why, by=by)

    return job


def keep_record(*, question: Question, key: str, why: str, by: str = "") -> Job:
    """Decides that two records are one activity: the record ``key`` stays, the other one is withdrawn."""

    def job(station: Station, _report: ProgressReporter) -> None:
        from storage.duplicates import decide_same

        (other,) = (side.key for side in question.sides if side.key != key)
        decide_same(station.ledger, question.office, kept=key, withdrawn=other, why=why, by=by)

    return job


def keep_both(*, question: Question, by: str = "") -> Job:
    """Decides that two records, or the versions of one, are activities of their own."""

    def job(station: Station, _report: ProgressReporter) -> None:
        from storage.conflicts import keep_all_versions
        from storage.duplicates import decide_distinct

        if question.kind is Kind.CONFLICT:
            keep_all_versions(station.ledger, question.office, question.uid, by=by)
            return
        one, other = question.sides
        decide_distinct(station.ledger, question.office, one.key, other.key)

    return job


def take_back(*, question: Question, kept: str, by: str = "") -> Job:
    """Undoes a decision about two records; ``kept`` is empty when both were kept."""

    def job(station: Station, _report: ProgressReporter) -> None:
        from storage.duplicates import take_back_distinct, take_back_same

        one, other = (side.key for side in question.sides)
        if kept:
            take_back_same(station.ledger, question.office, other if kept == one else one, by=by)
        else:
            take_back_distinct(station.ledger, question.office, one, other)

    return job
