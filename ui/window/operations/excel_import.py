"""Taking activities over from a workbook: the template, a look at the columns, a preview, recording, the refused rows.

Each function returns the job to be run away from the window. Only ``record_rows`` writes into the ledger, in one transaction;
the preview asks the same checks as recording does and writes nothing. What reads workbooks is loaded by the worker.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.errors import LedgerError
from storage.domain.progress import Progress, ProgressReporter, Stage
from storage.journal.entries import Activity
from storage.likeness import Likeness
from storage.recording import Problem, Recorded, Recorder, problem_of
from ui.window.operations.period import rotate_quietly
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.documents.template_model import ActivityTemplate
    from export.documents.wording import Language
    from export.documents.workbook_import import WorkbookHeader
    from export.documents.workbook_rows import RowsToRecord
    from export.exchange.station import Station
    from storage.domain.legacy_encoding import Encoding

MOST_SHOWN = 50
"""Rows of a preview; the numbers count all of them."""
_REPORT_EVERY = 500


@dataclass(frozen=True, slots=True)
class ColumnsFound:
    """The head row of a workbook, and the template with which it was compared."""

    path: Path
    header: WorkbookHeader
    template: ActivityTemplate


@dataclass(frozen=True, slots=True)
class RowsFound:
    """All rows and what would become of them; ``first`` are the first good ones with their numbers in Excel.

    ``same`` are the numbers of good rows that are probably recorded already, ``first_same`` the first of them.
    """

    source: RowsToRecord
    template: ActivityTemplate
    good: int
    first: tuple[tuple[int, Activity], ...]
    refused: tuple[Problem, ...]
    findings: tuple[Problem, ...]
    same: tuple[int, ...] = ()
    first_same: tuple[tuple[int, Activity], ...] = ()


def write_empty_template(*, target: Path, language: Language) -> Job:
    """Writes the workbook to be filled, with the tasks of this office; answers its path. Raises disk errors."""

    def job(station: Station, _: ProgressReporter) -> Path:
        from export.documents.document_head import file_properties
        from export.documents.template_model import template_of
        from export.documents.workbook_template import write_template
        from storage.atomic_file import atomic_writer

        catalogue, ledger = station.catalogue, station.ledger
        tasks = catalogue.task_codes(ledger.office, catalogue.today) or None
        template = template_of(catalogue.programme, tasks=tasks, language=language)
        properties = file_properties(ledger, title=target.stem, author=catalogue.own_office.name_vi)
        with atomic_writer(target) as file:
            write_template(template, file, properties, language=language)
        return target

    return job


def read_columns(*, path: Path, language: Language) -> Job:
    """Answers ``ColumnsFound``. Raises WORKBOOK_* and disk errors."""

    def job(station: Station, _: ProgressReporter) -> ColumnsFound:
        from export.documents.template_model import template_of
        from export.documents.workbook_import import read_header

        template = template_of(station.catalogue.programme, language=language)
        return ColumnsFound(path, read_header(path, template), template)

    return job


def read_rows(*, found: ColumnsFound, mapping: Mapping[str, str], legacy: Mapping[str, Encoding]) -> Job:
    """Reads and checks every row; answers ``RowsFound``. Raises WORKBOOK_* and disk errors."""

    def job(station: Station, report: ProgressReporter) -> RowsFound:
        from export.documents.workbook_rows import workbook_rows

        source = workbook_rows(found.path, found.template, mapping=mapping, legacy=legacy, report=report)
        return _checked(station, source, found.template, report)

    return job


def record_rows(*, rows: RowsFound, leave_out: bool = False, by: str = "") -> Job:
    """Records what was shown, in one transaction, ``leave_out``: without the rows of ``same``; answers ``Recorded``."""
    left_out = frozenset(rows.same) if leave_out else frozenset()
    wanted = [(line, row) for line, row in rows.source.rows if line not in left_out]

    def job(station: Station, _: ProgressReporter) -> Recorded:
        recorded = Recorder(station.ledger, station.catalogue, by=by).record(wanted)
        rotate_quietly(station.ledger)
        return recorded

    return job


def give_rows_back(*, target: Path, rows: RowsFound, reasons: Mapping[int, str], language: Language) -> Job:
    """Writes the refused rows as a workbook, each with its reason; answers the path. Raises disk errors."""

    def job(station: Station, _: ProgressReporter) -> Path:
        from export.documents.document_head import file_properties
        from export.documents.workbook_rows import give_back

        properties = file_properties(station.ledger, title=target.stem, author=station.catalogue.own_office.name_vi)
        give_back(target, rows.source, rows.template, reasons, properties, language=language)
        return target

    return job


def _checked(station: Station, source: RowsToRecord, template: ActivityTemplate, report: ProgressReporter) -> RowsFound:
    recorder, likeness = Recorder(station.ledger, station.catalogue), Likeness(station.ledger)
    good = 0
    first: list[tuple[int, Activity]] = []
    same: list[tuple[int, Activity]] = []
    refused: list[Problem] = []
    findings: list[Problem] = []
    for number, (line, row) in enumerate(source.rows):
        if number % _REPORT_EVERY == 0:
            report(Progress(Stage.VERIFYING, number, len(source.rows)))
        try:
            if isinstance(row, LedgerError):
                raise row
            activity, found = recorder.check(row)
        except LedgerError as error:
            refused.append(problem_of(error, line=line))
            continue
        good += 1
        if len(first) < MOST_SHOWN:
            first.append((line, activity))
        if likeness.claims(activity):
            same.append((line, activity))
        findings += [Problem(finding.code, finding.field, line, parameters=finding.parameters) for finding in found]
    lines = tuple(line for line, _ in same)
    return RowsFound(source, template, good, tuple(first), tuple(refused), tuple(findings), lines, tuple(same[:MOST_SHOWN]))
