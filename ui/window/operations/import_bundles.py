"""Everything that the page of importing does: one function an action, each returns the job to be run away from the window.

Lines that come one by one are told through ``told``: it is called in the worker, so a signal's ``emit`` fits and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.codes import Code
from storage.domain.errors import LedgerError, OperationCancelled, Parameter
from storage.domain.progress import Progress, ProgressReporter, Stage
from ui.window.import_bundles.flow import ImportResult
from ui.window.import_bundles.lines import Line, line_of
from ui.window.import_bundles.view import (
    FileDetails,
    PastView,
    ReceiptLine,
    names_of,
    original_of,
    read_details,
    read_past,
    read_receipts,
)
from ui.window.operations.period import rotate_quietly
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.exchange.importing import FileOutcome
    from export.exchange.station import Station
    from export.exchange.undo import Undone

Told = Callable[[Line], object]


@dataclass(frozen=True, slots=True)
class ReceiptsWritten:
    """``written``: names of offices with the file of each; ``failed``: what became of those that got none."""

    folder: Path
    written: tuple[tuple[str, Path], ...]
    failed: tuple[tuple[str, Code, dict[str, Parameter]], ...]
    stopped: bool


# Taking bundles in


def check_files(*, paths: Sequence[Path], language: str, told: Told) -> Job:
    """Finds and checks files and folders as importing them all would; nothing is kept. Answers ``tuple[Line, ...]``."""

    def job(station: Station, report: ProgressReporter) -> tuple[Line, ...]:
        from export.exchange.importing import find_bundles, import_files

        names = names_of(station, language)

        def hear(outcome: FileOutcome) -> None:
            told(line_of(outcome, names))

        found = find_bundles(paths, report)
        outcomes = import_files(station, found, dry_run=True, report=report, told=hear)
        return tuple(line_of(outcome, names) for outcome in outcomes)

    return job


def import_chosen(*, paths: Sequence[Path], language: str, told: Told) -> Job:
    """Imports files, each whole or not at all. Answers ``ImportResult``, also when it was stopped: what is in stays in."""

    def job(station: Station, report: ProgressReporter) -> ImportResult:
        from export.exchange.import_contents import contents_of
        from export.exchange.importing import import_files, settled

        ledger, names = station.ledger, names_of(station, language)
        done: list[FileOutcome] = []

        def hear(outcome: FileOutcome) -> None:
            done.append(outcome)
            told(line_of(outcome, names))

        try:
            outcomes = import_files(station, paths, report=report, told=hear)
        except OperationCancelled:
            outcomes = [settled(station, outcome) for outcome in done]
        rotate_quietly(ledger)
        lines = [
            line_of(outcome, names, contents=contents_of(ledger, outcome.import_id) if outcome.import_id else None)
            for outcome in outcomes
        ]
        return ImportResult(ledger.now(), tuple(lines), len(paths))

    return job


# Receipts


def show_receipts(*, language: str) -> Job:
    """Answers ``tuple[ReceiptLine, ...]``: every enrolled office and whether its receipt still says what is here."""

    def job(station: Station, report: ProgressReporter) -> tuple[ReceiptLine, ...]:
        return read_receipts(station, language, report)

    return job


def write_receipts(*, offices: Sequence[str], folder: Path, language: str) -> Job:
    """Writes one receipt an office, each read back. Answers ``ReceiptsWritten``, also after a stop or a failing disk."""

    def job(station: Station, report: ProgressReporter) -> ReceiptsWritten:
        from export.exchange.receipts import issue_receipts

        names = names_of(station, language)
        written: list[tuple[str, Path]] = []
        failed: list[tuple[str, Code, dict[str, Parameter]]] = []
        stopped = False
        try:
            for number, office in enumerate(offices):
                report(Progress(Stage.WRITING, number, len(offices)))
                try:
                    (issued,) = issue_receipts(station, folder, [office])
                except LedgerError as error:
                    failed.append((names.office(office), error.code, dict(error.parameters)))
                    if error.code is not Code.KEY_UNKNOWN:  # the medium: the next one would fail as well
                        break
                else:
                    written.append((names.office(office), issued.file.path))
        except OperationCancelled:
            stopped = True
        return ReceiptsWritten(folder, tuple(written), tuple(failed), stopped)

    return job


# What was imported, and what waits


def show_past(*, language: str) -> Job:
    """Reads the list of imports and the waiting files."""

    def job(station: Station, _report: ProgressReporter) -> PastView:
        return read_past(station, language)

    return job


def check_undo(*, import_id: int) -> Job:
    """Answers (identifier, None) when an import can be taken back, else (identifier, the ``LedgerError`` that says why not)."""

    def job(station: Station, _report: ProgressReporter) -> tuple[int, LedgerError | None]:
        from export.exchange import undo

        try:
            undo.check_undo(station.ledger, station.catalogue, import_id)
        except LedgerError as error:
            return import_id, error
        return import_id, None

    return job


def undo_import(*, import_id: int) -> Job:
    """Takes an import back. Raises IMPORT_UNKNOWN, UNDO_RECEIPTED, UNDO_CONSOLIDATED."""

    def job(station: Station, _report: ProgressReporter) -> Undone:
        from export.exchange import undo

        return undo.undo_import(station.ledger, station.catalogue, import_id)

    return job


def put_away(*, paths: Sequence[Path], why: str, by: str = "") -> Job:
    """Takes files off the waiting list with a reason; the files themselves are kept aside. Answers how many."""

    def job(station: Station, _report: ProgressReporter) -> int:
        from export.exchange import originals

        for path in paths:
            originals.put_away(station.ledger, path, why=why, by=by)
        return len(paths)

    return job


def show_details(*, path: Path, language: str) -> Job:
    """Looks into a file. Raises what opening it raises."""

    def job(station: Station, _report: ProgressReporter) -> FileDetails:
        return read_details(station, path, language)

    return job


def show_original(*, import_id: int, language: str) -> Job:
    """Looks into the archived original of an import. Raises IMPORT_UNKNOWN, FILE_NOT_FOUND, and what opening it raises."""

    def job(station: Station, _report: ProgressReporter) -> FileDetails:
        return read_details(station, original_of(station, import_id), language)

    return job
