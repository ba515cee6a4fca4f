"""What the page of consolidation does with several periods: reading them, what stands behind them, and their documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.progress import ProgressReporter
from storage.journal.entries import Signature
from storage.spans import span_between
from ui.window.consolidate.span_view import (
    FINAL,
    INTERIM,
    SpanOffices,
    SpanSheet,
    WantedSpan,
    read_offices,
    read_span,
    read_span_activities,
)
from ui.window.consolidate.view import ActivityLine, Language
from ui.window.operations.period import PrintableReport
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.documents.document_file import WrittenDocument
    from export.documents.span_view import ReviewKind
    from export.exchange.station import Station


def show_span(*, wanted: WantedSpan, language: Language) -> Job:
    """Reads the figures of several periods."""

    def job(station: Station, _report: ProgressReporter) -> SpanSheet:
        return read_span(station, wanted, language)

    return job


def show_span_offices(*, wanted: WantedSpan, indicator: str, language: Language) -> Job:
    """Reads the offices behind one indicator."""

    def job(station: Station, _report: ProgressReporter) -> SpanOffices:
        return read_offices(station, wanted, indicator, language)

    return job


def show_span_activities(*, period: str, offices: tuple[str, ...], indicator: str, language: Language) -> Job:
    """Reads the activities behind one office's figure of one period."""

    def job(station: Station, _report: ProgressReporter) -> tuple[ActivityLine, ...]:
        return read_span_activities(station, period=period, offices=offices, indicator=indicator, language=language)

    return job


def write_span_report(*, wanted: WantedSpan, target: Path, signature: Signature, language: Language) -> Job:
    """Writes the report of several periods as Word, or its tables as Excel, by the file's name."""

    def job(station: Station, report: ProgressReporter) -> WrittenDocument:
        from export.documents.span_document import write_span

        span = span_between(station.catalogue, wanted.first, wanted.last)
        return write_span(
            station.ledger,
            station.catalogue,
            span,
            target,
            review=_review(wanted),
            organisation=wanted.organisation,
            signature=signature,
            language=language,
            report=report,
        )

    return job


def span_report_to_print(*, wanted: WantedSpan, signature: Signature) -> Job:
    """The report as a document that Qt can draw. Drawing itself is the window's thread's affair."""

    def job(station: Station, _report: ProgressReporter) -> PrintableReport:
        from export.documents.span_document import span_document, span_properties
        from export.documents.span_view import span_view

        span = span_between(station.catalogue, wanted.first, wanted.last)
        view = span_view(station.ledger, station.catalogue, span, organisation=wanted.organisation)
        review = _review(wanted)
        document = span_document(view, signature=signature, review=review)
        return PrintableReport(document, span_properties(station.ledger, view, review))

    return job


def _review(wanted: WantedSpan) -> ReviewKind:
    from export.documents.span_view import ReviewKind

    return {INTERIM: ReviewKind.INTERIM, FINAL: ReviewKind.FINAL}.get(wanted.preset, ReviewKind.COMPILATION)
