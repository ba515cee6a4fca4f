"""Everything that the page of the archive does: one function an action, each returns the job to be run away from the window.

Originals are only ever read. What is verified one by one is told through ``told``: it is called in the worker, so a signal's
``emit`` fits and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.errors import OperationCancelled
from storage.domain.progress import Progress, ProgressReporter, Stage
from ui.window.archive.view import ActRow, ArchiveView, OriginalDetails, read_acts, read_archive, read_original
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.exchange.archive import KeptOriginal, OriginalCheck
    from export.exchange.audit import AuditCollection
    from export.exchange.ledger_check import LedgerCheck
    from export.exchange.station import Station

Told = Callable[["OriginalCheck"], object]


@dataclass(frozen=True, slots=True)
class Verified:
    """One verification of originals, each with what was shown of it; ``planned`` is more than there are after a stop."""

    at: str
    lines: tuple[tuple[KeptOriginal, OriginalCheck], ...]
    planned: int

    @property
    def wrong(self) -> int:
        """How many are not in order."""
        return sum(not check.is_valid for _, check in self.lines)


# Originals


def show_archive(*, language: str) -> Job:
    """Answers ``ArchiveView``."""

    def job(station: Station, _report: ProgressReporter) -> ArchiveView:
        return read_archive(station, language)

    return job


def show_original(*, original: KeptOriginal, language: str) -> Job:
    """Looks into an original; answers ``OriginalDetails``. The keys must be open. Raises ORIGINAL_MISSING, BUNDLE_*."""

    def job(station: Station, _report: ProgressReporter) -> OriginalDetails:
        return read_original(station, original, language)

    return job


def verify(*, originals: Sequence[KeptOriginal], told: Told) -> Job:
    """Verifies originals again; answers ``Verified``, also when it was stopped. The keys must be open."""

    def job(station: Station, report: ProgressReporter) -> Verified:
        from export.exchange.archive import verify_originals

        done: list[OriginalCheck] = []

        def hear(check: OriginalCheck) -> None:
            done.append(check)
            told(check)

        try:
            verify_originals(station, originals, report=report, told=hear)
        except OperationCancelled:
            if not done:
                raise
        return Verified(station.ledger.now(), tuple(zip(originals, done, strict=False)), len(originals))

    return job


def save_copies(*, originals: Sequence[KeptOriginal], target: Path) -> Job:
    """Copies one original to the file ``target``, or several into the folder ``target``; each is compared after writing.

    Answers the paths. Raises ORIGINAL_MISSING, READ_BACK_DIFFERS, disk errors.
    """

    def job(station: Station, report: ProgressReporter) -> tuple[Path, ...]:
        from export.exchange.archive import copy_original

        if len(originals) == 1:
            copy_original(station.ledger, originals[0].payload, target, report)
            return (target,)
        paths = []
        for number, original in enumerate(originals):
            report(Progress(Stage.WRITING, number, len(originals)))
            path = target / f"{original.payload[:16]}-{original.file or 'goi.shd'}"
            copy_original(station.ledger, original.payload, path)
            paths.append(path)
        return tuple(paths)

    return job


# The whole ledger


def check_ledger(*, against: Path | None = None) -> Job:
    """Checks the whole ledger, with a backup when one is given. Answers ``LedgerCheck``."""

    def job(station: Station, report: ProgressReporter) -> LedgerCheck:
        from export.exchange import ledger_check

        return ledger_check.check_ledger(station, against=against, report=report)

    return job


def rebuild_lists() -> Job:
    """Makes all lists and totals anew from the journal."""

    def job(station: Station, report: ProgressReporter) -> None:
        from storage.summaries import rebuild_all

        report(Progress(Stage.REBUILDING))
        rebuild_all(station.ledger, station.catalogue)

    return job


# The auditor's folder


def write_audit(*, payloads: Sequence[str], folder: Path) -> Job:
    """Lays originals out for an auditor, in a new folder below ``folder``; keys must be open. Answers ``AuditCollection``."""

    def job(station: Station, report: ProgressReporter) -> AuditCollection:
        from export.exchange.audit import write_audits

        stamp = station.ledger.clock().astimezone().strftime("%Y%m%d-%H%M%S")
        return write_audits(station, payloads, folder / f"kiem-toan-{stamp}", report)

    return job


# The activity log


def show_acts(*, language: str) -> Job:
    """Answers ``tuple[ActRow, ...]``, the newest first."""

    def job(station: Station, report: ProgressReporter) -> tuple[ActRow, ...]:
        return read_acts(station, language, report)

    return job
