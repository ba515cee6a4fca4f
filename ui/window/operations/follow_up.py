"""Everything that the follow-up page does: one function an action, each returns the job to be run."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.progress import ProgressReporter
from storage.follow_up_table import FollowUpTable
from storage.journal.entries import Signature
from ui.window.follow_up.view import (
    Explained,
    FollowUpView,
    ReminderLine,
    Wanted,
    explain,
    read_follow_up,
    read_reminders,
)
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.documents.reminder_documents import Letter, Reminders
    from export.documents.wording import Language
    from export.exchange.station import Station


@dataclass(frozen=True, slots=True)
class LetterWording:
    """What a person chose for the letters: who signs, the unit that drafts, the new date, and the first number if any."""

    signature: Signature = field(default_factory=Signature)
    unit: str = ""
    answer_by: date | None = None
    first_number: int | None = None


def show_follow_up(*, wanted: Wanted, turn: int = 0) -> Job:
    """Reads the table and what stands at its head. Returns them with ``turn``, so that only the last answer is shown."""

    def job(station: Station, _report: ProgressReporter) -> tuple[int, FollowUpView]:
        return turn, read_follow_up(station, wanted)

    return job


def explain_cell(*, offices: tuple[str, ...], period: str) -> Job:
    """Reads the dates behind one place of the table."""

    def job(station: Station, _report: ProgressReporter) -> tuple[Explained, ...]:
        return explain(station, offices, period)

    return job


def write_workbook(*, table: FollowUpTable, target: Path, language: Language) -> Job:
    """Writes the table and the shares as Excel. Returns the path."""

    def job(station: Station, _report: ProgressReporter) -> Path:
        from export.documents.follow_up_workbook import write_follow_up_workbook

        return write_follow_up_workbook(station.ledger, station.catalogue, table, target, language=language)

    return job


def list_overdue(*, period: str, language: Language) -> Job:
    """Reads who can be reminded."""

    def job(station: Station, _report: ProgressReporter) -> tuple[ReminderLine, ...]:
        return read_reminders(station, period, language)

    return job


def preview_letter(*, period: str, office: str, wording: LetterWording) -> Job:
    """Composes one letter for the eye. Returns rich text, empty when nobody answers for the office."""

    def job(station: Station, _report: ProgressReporter) -> str:
        from ui.window.period.preview import report_html

        letters = _letters(station, period, {office}, wording)
        return report_html(letters[0].document) if letters else ""

    return job


def write_letters(*, period: str, offices: Collection[str], folder: Path, wording: LetterWording) -> Job:
    """Writes the letters as Word into a folder."""
    chosen = frozenset(offices)

    def job(station: Station, report: ProgressReporter) -> Reminders:
        from export.documents.reminder_documents import write_reminders

        catalogue = station.catalogue
        return write_reminders(
            station.ledger,
            catalogue,
            catalogue.period(period),
            folder,
            today=catalogue.today,
            answer_by=wording.answer_by,
            signature=wording.signature,
            unit=wording.unit,
            offices=chosen,
            first_number=wording.first_number,
            report=report,
        )

    return job


def letters_to_draw(*, period: str, offices: Collection[str], wording: LetterWording) -> Job:
    """Composes letters that the window draws as PDF: Qt draws text in the window's thread alone."""
    chosen = frozenset(offices)

    def job(station: Station, _report: ProgressReporter) -> list[Letter]:
        return _letters(station, period, chosen, wording)

    return job


def write_drawn(*, target: Path, content: bytes) -> Job:
    """Writes what the window has drawn, as one step. Returns the path."""

    def job(_station: Station, _report: ProgressReporter) -> Path:
        from storage.atomic_file import write_atomically

        write_atomically(target, content)
        return target

    return job


def _letters(station: Station, period: str, offices: Collection[str], wording: LetterWording) -> list[Letter]:
    from export.documents.reminder_documents import overdue, reminder_letters

    ledger, catalogue = station.ledger, station.catalogue
    chosen, today = catalogue.period(period), catalogue.today
    due = [cell for cell in overdue(ledger, catalogue, chosen, today=today) if cell.office in offices]
    return list(
        reminder_letters(
            ledger,
            catalogue,
            chosen,
            due,
            today=today,
            answer_by=wording.answer_by,
            signature=wording.signature,
            unit=wording.unit,
            first_number=wording.first_number,
        )
    )
