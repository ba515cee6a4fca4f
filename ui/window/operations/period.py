"""Everything that the page of a period writes: one function an action, each returns the job to be run away from the window."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from storage.atomic_file import write_atomically
from storage.backup import rotate_backups
from storage.closing import ClosedPeriod, close_period, period_report, reopen_period, was_returned
from storage.domain.errors import LedgerError
from storage.domain.periods import Period
from storage.domain.progress import ProgressReporter
from storage.journal.entries import Answer, Signature
from storage.ledger import Ledger
from storage.outline import Outline
from storage.recording import Recorder
from ui.window.period.edits import Unsaved, unsaved_bytes
from ui.window.period.view import SIGNATURE, PeriodView, read_period, unsaved_name
from ui.window.tasks import Job

if TYPE_CHECKING:  # what writes documents is loaded by the worker when a document is wanted
    from export.documents.document_file import WrittenDocument
    from export.documents.period_document import ReportSource
    from export.documents.report_model import FileProperties, ReportDocument
    from export.documents.wording import Language
    from export.exchange.station import Station


_log = logging.getLogger("so_hoat_dong")


@dataclass(frozen=True, slots=True)
class PrintableReport:
    """A document of the model, and what its file says about itself."""

    document: ReportDocument
    properties: FileProperties


def show_period(*, period: str, language: Language) -> Job:
    """Reads a period; the current one when ``period`` is empty."""

    def job(station: Station, _report: ProgressReporter) -> PeriodView:
        return read_period(station, period, language)

    return job


def keep_unsaved(*, period: str, content: Unsaved) -> Job:
    """Keeps what is typed and not saved yet, so that a power cut loses nothing."""

    def job(station: Station, _report: ProgressReporter) -> None:
        station.ledger.set(unsaved_name(period), unsaved_bytes(content))

    return job


def save_answers(*, period: str, answers: Sequence[Answer], still_unsaved: Unsaved, by: str = "") -> Job:
    """Saves answers and sections; ``still_unsaved`` is what remains in the form."""

    def job(station: Station, _report: ProgressReporter) -> None:
        Recorder(station.ledger, station.catalogue, by=by).answer(answers)
        station.ledger.set(unsaved_name(period), unsaved_bytes(still_unsaved))

    return job


def close(*, period: str, signature: Signature, by: str = "") -> Job:
    """Closes the period under the signature block that the head has confirmed."""

    def job(station: Station, _report: ProgressReporter) -> ClosedPeriod:
        closed = close_period(station.ledger, station.catalogue, period, Outline(signature=signature), by=by)
        station.ledger.set(unsaved_name(period), "")
        station.ledger.set(SIGNATURE, unsaved_bytes(Unsaved(signature=signature)))
        rotate_quietly(station.ledger)
        return closed

    return job


def reopen(*, period: str, why: str, by: str = "") -> Job:
    """Opens a closed period again."""

    def job(station: Station, _report: ProgressReporter) -> None:
        reopen_period(station.ledger, station.catalogue, period, why, by=by)
        rotate_quietly(station.ledger)

    return job


def preview(*, period: str, signature: Signature) -> Job:
    """The report as it would be printed now, as rich text; a draft is shown with ``signature``."""

    def job(station: Station, _report: ProgressReporter) -> str:
        from export.documents.period_document import period_document
        from ui.window.period.preview import report_html

        ledger, catalogue = station.ledger, station.catalogue
        chosen = catalogue.period(period)
        source = _source(station, chosen)
        if source.draft:
            source = replace(source, report=msgspec.structs.replace(source.report, signature=signature))
        return report_html(period_document(ledger, catalogue, chosen, source))

    return job


def export_report(*, period: str, target: Path, language: Language) -> Job:
    """Writes the report as Word or Excel, by the file's name."""

    def job(station: Station, report: ProgressReporter) -> WrittenDocument:
        from export.documents.period_document import write_period_report

        ledger, catalogue = station.ledger, station.catalogue
        return write_period_report(
            ledger,
            catalogue,
            catalogue.period(period),
            target,
            draft_allowed=True,
            language=language,
            report=report,
        )

    return job


def report_to_print(*, period: str) -> Job:
    """The report as a document that Qt can draw: a ``PrintableReport``. Drawing itself is the window's thread's affair."""

    def job(station: Station, _report: ProgressReporter) -> PrintableReport:
        from export.documents.document_head import file_properties
        from export.documents.period_document import period_document

        ledger, catalogue = station.ledger, station.catalogue
        chosen = catalogue.period(period)
        source = _source(station, chosen)
        document = period_document(ledger, catalogue, chosen, source)
        title = f"{document.title} {chosen.name_vi}"
        return PrintableReport(document, file_properties(ledger, title=title, author=document.agency))

    return job


def _source(station: Station, period: Period) -> ReportSource:
    """The report as approved; as it stands now when it is not approved yet, or was sent back by the centre."""
    from export.documents.period_document import ReportSource, report_source

    ledger, catalogue = station.ledger, station.catalogue
    if was_returned(ledger, period.code):
        report = period_report(ledger, catalogue, period, Signature())
        return ReportSource(ledger.office, report, draft=True, changed=False)
    return report_source(ledger, catalogue, period, ledger.office, draft_allowed=True)


def write_file(*, target: Path, content: bytes) -> Job:
    """Writes finished bytes as one step."""

    def job(_station: Station, _report: ProgressReporter) -> None:
        write_atomically(target, content)

    return job


def rotate_quietly(ledger: Ledger) -> None:
    """A rotating copy when one is due; that it failed is logged and fails nothing."""
    try:
        rotate_backups(ledger)
    except LedgerError as error:
        _log.warning("rotating backup: %s", error.code)
    except OSError as error:
        _log.warning("rotating backup: %s", type(error).__name__)
