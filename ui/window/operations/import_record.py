"""The record of an import as a file or on paper: the same lines as on the page, put into the model of documents."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from storage.atomic_file import atomic_writer, write_atomically
from storage.domain.progress import ProgressReporter
from storage.messages.catalogue import Catalogue
from ui.window.import_bundles.flow import ImportResult
from ui.window.import_bundles.lines import Line, LineState
from ui.window.operations.period import PrintableReport
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.documents.import_record import ImportRecord
    from export.documents.report_model import ReportDocument
    from export.exchange.station import Station


def write_record(*, result: ImportResult, target: Path, words: Catalogue) -> Job:
    """Writes the record as Word or, by the file's name, the list as Excel; answers its path. Raises disk errors."""

    def job(station: Station, _report: ProgressReporter) -> Path:
        from export.documents.document_head import file_properties
        from export.documents.import_record import write_import_workbook
        from export.documents.word_report import render_word

        properties = file_properties(station.ledger, title=target.stem, author=station.catalogue.own_office.name_vi)
        if target.suffix.lower() == ".xlsx":
            with atomic_writer(target) as file:
                write_import_workbook(_record_of(result, words), file, properties, language=words.language)
        else:
            write_atomically(target, render_word(_document_of(station, result), properties))
        return target

    return job


def record_to_print(*, result: ImportResult) -> Job:
    """The record as a document that Qt can draw: a ``PrintableReport``."""

    def job(station: Station, _report: ProgressReporter) -> PrintableReport:
        from export.documents.document_head import file_properties

        document = _document_of(station, result)
        return PrintableReport(document, file_properties(station.ledger, title=document.title, author=document.agency))

    return job


def _document_of(station: Station, result: ImportResult) -> ReportDocument:
    """In Vietnamese, as every document that is signed, whatever the language of the window."""
    from export.documents.document_head import document_head
    from export.documents.import_record import KIND, import_document
    from storage.journal.entries import Signature

    head = document_head(station.catalogue, station.ledger.office, Signature(), kind=KIND)
    return import_document(_record_of(result, Catalogue.load("vi")), head)


def _record_of(result: ImportResult, words: Catalogue) -> ImportRecord:
    from export.documents.import_record import FileLine, ImportRecord
    from export.documents.wording import Word

    def file_line(line: Line) -> FileLine:
        outcome = line.outcome
        remarks = [words.sentence(code, outcome.parameters) for code in line.remarks]
        return FileLine(
            office=line.office,
            periods=", ".join(line.periods),
            file=line.path.name,
            result=Word.IMPORT_ALREADY if line.state is LineState.KNOWN else Word[f"IMPORT_{line.state.name}"],
            code=outcome.code.value,
            new=outcome.new if line.state.taken else 0,
            known=outcome.known if line.state.taken else 0,
            activities=line.contents.activities,
            reports=", ".join(line.contents.reports),
            explained=" ".join([words.sentence(outcome.code, outcome.parameters), *remarks]),
            following=words.next_step(outcome.code, outcome.parameters),
            taken=line.state.taken,
        )

    at = datetime.fromisoformat(result.at).astimezone()
    return ImportRecord(at, tuple(file_line(line) for line in result.lines), result.planned)
