"""The records of the archive's checks and the activity log, as files or on paper: what the page shows, put into documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from storage.atomic_file import write_atomically
from storage.domain.progress import ProgressReporter
from storage.messages.catalogue import Catalogue
from ui.window.archive.view import ActRow
from ui.window.archive.words import about_act, act_word, finding_text
from ui.window.import_bundles.view import names_of
from ui.window.moments import moment_text
from ui.window.operations.archive import Verified
from ui.window.operations.period import PrintableReport
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.documents.archive_records import LedgerRecord, OriginalsRecord
    from export.documents.document_head import DocumentHead
    from export.documents.report_model import FileProperties, ReportDocument
    from export.exchange.ledger_check import LedgerCheck
    from export.exchange.station import Station


def write_originals(*, verified: Verified, target: Path, words: Catalogue) -> Job:
    """Writes the record of a verification as Word or, by the file's name, as Excel; answers its path. Raises disk errors."""

    def job(station: Station, _report: ProgressReporter) -> Path:
        from export.documents.archive_records import originals_document, write_originals_workbook

        if target.suffix.lower() == ".xlsx":
            content = BytesIO()
            record = _originals_of(station, verified, words)
            write_originals_workbook(record, content, _properties(station, target), language=words.language)
            write_atomically(target, content.getvalue())
            return target
        record = _originals_of(station, verified, Catalogue.load("vi"))
        return _write_word(station, originals_document(record, _head(station)), target)

    return job


def originals_to_print(*, verified: Verified) -> Job:
    """The record of a verification as a document that Qt can draw: a ``PrintableReport``."""

    def job(station: Station, _report: ProgressReporter) -> PrintableReport:
        from export.documents.archive_records import originals_document

        record = _originals_of(station, verified, Catalogue.load("vi"))
        return _printable(station, originals_document(record, _head(station)))

    return job


def write_ledger(*, check: LedgerCheck, target: Path, words: Catalogue) -> Job:
    """Writes the record of a check of the ledger as Word or Excel; answers its path. Raises disk errors."""

    def job(station: Station, _report: ProgressReporter) -> Path:
        from export.documents.archive_records import ledger_document, write_ledger_workbook

        if target.suffix.lower() == ".xlsx":
            content = BytesIO()
            record = _ledger_of(check, words)
            write_ledger_workbook(record, content, _properties(station, target), language=words.language)
            write_atomically(target, content.getvalue())
            return target
        return _write_word(station, ledger_document(_ledger_of(check, Catalogue.load("vi")), _head(station)), target)

    return job


def ledger_to_print(*, check: LedgerCheck) -> Job:
    """The record of a check of the ledger as a document that Qt can draw: a ``PrintableReport``."""

    def job(station: Station, _report: ProgressReporter) -> PrintableReport:
        from export.documents.archive_records import ledger_document

        return _printable(station, ledger_document(_ledger_of(check, Catalogue.load("vi")), _head(station)))

    return job


def write_acts(*, rows: Sequence[ActRow], target: Path, words: Catalogue) -> Job:
    """Writes the lines of the activity log that are shown as a workbook; answers its path. Raises disk errors."""

    def job(station: Station, _report: ProgressReporter) -> Path:
        from export.documents.archive_records import ActLine, write_acts_workbook

        lines = [
            ActLine(moment_text(row.act.at), act_word(row.act.kind), row.office, row.period, about_act(row, words))
            for row in rows
        ]
        content = BytesIO()
        write_acts_workbook(lines, content, _properties(station, target), language=words.language)
        write_atomically(target, content.getvalue())
        return target

    return job


def _originals_of(station: Station, verified: Verified, words: Catalogue) -> OriginalsRecord:
    from export.documents.archive_records import OriginalLine, OriginalsRecord

    names = names_of(station, words.language)
    lines = []
    for original, check in verified.lines:
        office = original.office or check.office
        lines.append(
            OriginalLine(
                office=names.office(office) if office else "",
                received=moment_text(original.at),
                file=original.file,
                payload=original.payload,
                sha256=check.sha256,
                valid=check.is_valid,
                code=check.code.value,
                explained=words.sentence(check.code, check.parameters),
                following=words.next_step(check.code, check.parameters),
            )
        )
    return OriginalsRecord(_local(verified.at), tuple(lines), verified.planned)


def _ledger_of(check: LedgerCheck, words: Catalogue) -> LedgerRecord:
    from export.documents.archive_records import LedgerRecord, PartLine, part_name

    parts = tuple(
        PartLine(
            part_name(part.part.value, words.language),
            part.count,
            tuple(finding_text(finding, words) for finding in part.findings),
        )
        for part in check.parts
    )
    return LedgerRecord(_local(check.at), parts, check.entries, check.content, check.against)


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone()


def _head(station: Station) -> DocumentHead:
    from export.documents.archive_records import KIND
    from export.documents.document_head import document_head
    from storage.journal.entries import Signature

    return document_head(station.catalogue, station.ledger.office, Signature(), kind=KIND)


def _write_word(station: Station, document: ReportDocument, target: Path) -> Path:
    from export.documents.word_report import render_word

    write_atomically(target, render_word(document, _properties(station, target)))
    return target


def _printable(station: Station, document: ReportDocument) -> PrintableReport:
    from export.documents.document_head import file_properties

    return PrintableReport(document, file_properties(station.ledger, title=document.title, author=document.agency))


def _properties(station: Station, target: Path) -> FileProperties:
    from export.documents.document_head import file_properties

    return file_properties(station.ledger, title=target.stem, author=station.catalogue.own_office.name_vi)
