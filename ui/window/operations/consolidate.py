"""Everything that the page of consolidation does: reading, the centre's own texts, freezing, and the documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.progress import ProgressReporter
from storage.journal.entries import Answer, Signature
from storage.recording import Recorder
from ui.window.consolidate.view import ActivityLine, ConsolidateView, Language, read_activities, read_consolidation
from ui.window.operations.period import PrintableReport, rotate_quietly
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.documents.document_file import WrittenDocument
    from export.exchange.station import Station


def show_consolidation(*, period: str, language: Language) -> Job:
    """Reads a period; the one whose deadline passed last when ``period`` is empty."""

    def job(station: Station, _report: ProgressReporter) -> ConsolidateView:
        return read_consolidation(station, period, language)

    return job


def show_activities(*, period: str, office: str, indicator: str, language: Language) -> Job:
    """Reads the activities behind one office's figure."""

    def job(station: Station, _report: ProgressReporter) -> tuple[ActivityLine, ...]:
        return read_activities(station, period=period, office=office, indicator=indicator, language=language)

    return job


def save_text(*, period: str, section: str, text: str, by: str = "") -> Job:
    """Keeps the centre's own text of a section in its journal."""

    def job(station: Station, _report: ProgressReporter) -> None:
        answer = Answer(period=period, item=section, state="text", text=text)
        Recorder(station.ledger, station.catalogue, by=by).answer([answer])

    return job


def freeze_figures(*, period: str, by: str = "") -> Job:
    """Writes today's figures down for good: what they rest on can no longer be undone."""

    def job(station: Station, _report: ProgressReporter) -> None:
        from storage.consolidation import freeze

        freeze(station.ledger, station.catalogue, station.catalogue.period(period), by=by)
        rotate_quietly(station.ledger)

    return job


def write_report(*, period: str, target: Path, signature: Signature, language: Language) -> Job:
    """Writes the consolidated report as Word, or its annexes as Excel, by the file's name."""

    def job(station: Station, report: ProgressReporter) -> WrittenDocument:
        from export.documents.consolidated_document import write_consolidated

        catalogue = station.catalogue
        chosen = catalogue.period(period)
        return write_consolidated(
            station.ledger, catalogue, chosen, target, signature=signature, language=language, report=report
        )

    return job


def report_to_print(*, period: str, signature: Signature) -> Job:
    """The report as a document that Qt can draw. Drawing itself is the window's thread's affair."""

    def job(station: Station, _report: ProgressReporter) -> PrintableReport:
        from export.documents.centre_view import centre_view
        from export.documents.consolidated_document import consolidated_document
        from export.documents.document_head import file_properties

        catalogue = station.catalogue
        chosen = catalogue.period(period)
        document = consolidated_document(centre_view(station.ledger, catalogue, chosen), signature=signature)
        title = f"{document.title} {chosen.name_vi}"
        return PrintableReport(document, file_properties(station.ledger, title=title, author=document.agency))

    return job
