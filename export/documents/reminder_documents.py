"""Reminder letters: one official letter for each report that is overdue, to the office or to those that carry on its work.

Who may be reminded is decided by the signed follow-up; bodies that the plan only requests are never reminded, and the centre
does not write to itself. The number of a letter is left for the registry to write in, unless the registry has set some apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from export.documents.document_head import document_head, file_properties, short_citation
from export.documents.letters import Reminder, reminder_letter
from export.documents.report_model import FileProperties, ReportDocument
from export.documents.word_report import render_word
from storage.atomic_file import write_atomically
from storage.catalogue import Catalogue
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.obligations import answerable
from storage.domain.offices import Office
from storage.domain.periods import Period
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.follow_up import Cell, matrix
from storage.follow_up_table import Standing, standing_of
from storage.journal.entries import Signature
from storage.ledger import Ledger, Role


@dataclass(frozen=True, slots=True)
class WrittenReminder:
    """A letter: ``office`` owes the report, ``addressees`` are the codes of those written to."""

    path: Path
    office: str
    addressees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reminders:
    """All letters of a period; ``without_heir`` are dissolved offices whose report nobody answers for any more."""

    written: tuple[WrittenReminder, ...]
    without_heir: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter before it is a file; ``name`` is that of its file, without an ending."""

    name: str
    office: str
    addressees: tuple[str, ...]
    document: ReportDocument
    properties: FileProperties


def write_reminders(
    ledger: Ledger,
    catalogue: Catalogue,
    period: Period,
    folder: Path,
    *,
    today: date,
    answer_by: date | None = None,
    signature: Signature | None = None,
    unit: str = "",
    offices: Collection[str] | None = None,
    first_number: int | None = None,
    report: ProgressReporter = silent,
) -> Reminders:
    """Writes ``cong-van-don-doc-<period>-<office>.docx`` into ``folder``, which is made when it is not there.

    ``answer_by`` is the new date asked for, exclusive; ``unit`` the unit of the centre that drafts ("TTBC"), for symbol and
    filing. ``offices`` restricts the letters to some of those that are overdue; ``first_number`` numbers them one after the
    other. Raises ``OperationCancelled`` from ``report``; ``LedgerError``: WRONG_ROLE; DISK_FULL, FOLDER_UNWRITABLE, FILE_IN_USE
    (``path``).
    """
    ledger.require(Role.CENTRE)
    due = _chosen(overdue(ledger, catalogue, period, today=today), offices)
    _make_folder(folder)
    written = []
    made = reminder_letters(
        ledger,
        catalogue,
        period,
        due,
        today=today,
        answer_by=answer_by,
        signature=signature,
        unit=unit,
        first_number=first_number,
    )
    for place, letter in enumerate(made):
        report(Progress(Stage.RENDERING, place, len(due)))
        path = folder / f"{letter.name}.docx"
        write_atomically(path, render_word(letter.document, letter.properties))
        written.append(WrittenReminder(path, letter.office, letter.addressees))
    reached = {letter.office for letter in written}
    return Reminders(tuple(written), tuple(cell.office for cell in due if cell.office not in reached))


def reminder_letters(
    ledger: Ledger,
    catalogue: Catalogue,
    period: Period,
    due: Collection[Cell],
    *,
    today: date,
    answer_by: date | None = None,
    signature: Signature | None = None,
    unit: str = "",
    first_number: int | None = None,
) -> Iterator[Letter]:
    """The letters to the offices of ``due``, or to those that carry on their work; none where nobody does."""
    given, number = signature or Signature(), first_number
    for cell in due:
        offices = answerable(cell.obligation, catalogue.register, today)
        if not offices:
            continue
        document = reminder_document(ledger, catalogue, period, offices, answer_by=answer_by, signature=given, unit=unit)
        if number is not None:
            document, number = replace(document, number=number), number + 1
        properties = file_properties(ledger, title=f"Đôn đốc gửi báo cáo {period.name_vi}", author=document.agency)
        name = f"cong-van-don-doc-{period.code}-{cell.office}"
        yield Letter(name, cell.office, tuple(office.code for office in offices), document, properties)


def _chosen(due: list[Cell], offices: Collection[str] | None) -> list[Cell]:
    return due if offices is None else [cell for cell in due if cell.office in offices]


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(Code.FOLDER_UNWRITABLE, detail=str(error), path=str(folder)) from error


def overdue(ledger: Ledger, catalogue: Catalogue, period: Period, *, today: date) -> list[Cell]:
    """The reports to remind of, in the order of the register."""
    own = ledger.office
    cells = (cell for cell in matrix(ledger, catalogue, period, today=today).cells if cell.office != own)
    return [cell for cell in cells if standing_of(cell, period, own_office=own, today=today) is Standing.OVERDUE]


def reminder_document(
    ledger: Ledger,
    catalogue: Catalogue,
    period: Period,
    offices: tuple[Office, ...],
    *,
    answer_by: date | None,
    signature: Signature,
    unit: str,
) -> ReportDocument:
    """One letter as a model. Its number stays open: every letter gets its own from the registry."""
    head = document_head(catalogue, ledger.office, signature)
    return reminder_letter(
        Reminder(
            parent_agency=head.parent_agency,
            agency=head.agency,
            symbol="-".join(part for part in (head.office.symbol, unit) if part),
            place=head.place,
            addressees=tuple(office.name_vi for office in offices),
            plan=short_citation(catalogue.programme),
            period_name=period.name_vi,
            due_before=period.due_before,
            signer=head.signer,
            issued_on=head.issued_on,
            answer_by=answer_by,
            filing=unit,
        )
    )
