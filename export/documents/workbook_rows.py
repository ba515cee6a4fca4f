"""From somebody's workbook to rows that can be recorded, and back to a workbook of those that could not.

Nothing is recorded here: the rows go through the same checks as a form. The reasons are told by the caller, in the language of
the person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from export.documents.refused_rows import RefusedRow, write_refused_rows
from export.documents.report_model import FileProperties
from export.documents.template_model import ActivityTemplate
from export.documents.wording import Language
from export.documents.workbook_import import WorkbookRows, read_workbook
from export.documents.workbook_records import WorkbookRow
from storage.atomic_file import atomic_writer
from storage.domain.errors import LedgerError
from storage.domain.legacy_encoding import Encoding
from storage.domain.progress import ProgressReporter, silent
from storage.recording import ActivityInput, read_input


@dataclass(frozen=True, slots=True)
class RowsToRecord:
    """``rows`` go to ``Recorder.record``: the row's number in Excel, and the row or why it is none."""

    rows: tuple[tuple[int, ActivityInput | LedgerError], ...]
    read: WorkbookRows

    @property
    def unreadable(self) -> tuple[tuple[int, LedgerError], ...]:
        """The rows that were refused while reading; the recorder may refuse more."""
        return tuple((line, row) for line, row in self.rows if isinstance(row, LedgerError))


def workbook_rows(
    path: Path,
    template: ActivityTemplate,
    *,
    mapping: Mapping[str, str] | None = None,
    legacy: Mapping[str, Encoding] | None = None,
    report: ProgressReporter = silent,
) -> RowsToRecord:
    """Reads a workbook for recording. Raises as ``read_workbook``, whose ``mapping`` and ``legacy`` these are."""
    read = read_workbook(path, template, mapping=mapping, legacy=legacy, report=report)
    return RowsToRecord(tuple((row.line, _input_of(row)) for row in read.rows), read)


def give_back(
    target: Path,
    source: RowsToRecord,
    template: ActivityTemplate,
    reasons: Mapping[int, str],
    properties: FileProperties,
    *,
    language: Language = "vi",
) -> int:
    """Writes the rows named by ``reasons`` (row number → sentence) as they were, each with its reason; returns how many.

    Raises ``LedgerError``: DISK_FULL, FOLDER_UNWRITABLE, FILE_IN_USE (``path``).
    """
    refused = [RefusedRow(row.line, row.raw, reasons[row.line]) for row in source.read.rows if row.line in reasons]
    with atomic_writer(target) as file:
        write_refused_rows(refused, template, file, properties, language=language)
    return len(refused)


def _input_of(row: WorkbookRow) -> ActivityInput | LedgerError:
    error = row.error()
    if error is not None:
        return error
    try:
        return read_input(row.record)
    except LedgerError as refusal:
        return refusal
