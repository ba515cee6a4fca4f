"""Everything that the page of care does: copies, the way back, the check of the ledger, new keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from storage.backup import Backup, back_up, restore, verify_ledger
from storage.domain.progress import ProgressReporter
from ui.window.care.view import CareView, NewKeys, read_care
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.exchange.station import Station


def show_care() -> Job:
    """Reads what the page shows."""

    def job(station: Station, _report: ProgressReporter) -> CareView:
        return read_care(station)

    return job


def back_up_to(*, folder: Path | None) -> Job:
    """A copy in a folder, on a stick for instance; without one, among the copies on this PC."""

    def job(station: Station, report: ProgressReporter) -> Backup:
        target = folder or station.ledger.folders.backups
        target.mkdir(parents=True, exist_ok=True)
        return back_up(station.ledger, target, report)

    return job


def restore_from(*, source: Path) -> Job:
    """Puts a copy in the ledger's place; whoever starts this calls ``runner.release()`` right after it.

    The ledger is closed first: an open file cannot be replaced. Returns where the replaced ledger was kept.
    """

    def job(station: Station, report: ProgressReporter) -> Path | None:
        folders, clock = station.ledger.folders, station.ledger.clock
        station.close()
        return restore(folders, source, clock=clock, report=report)

    return job


def check_ledger() -> Job:
    """Checks the file and every chain; returns what is wrong, nothing when all is sound."""

    def job(station: Station, report: ProgressReporter) -> list[str]:
        return verify_ledger(station.ledger, report)

    return job


def make_new_keys(*, pin: str) -> Job:
    """New keys and a new run of records for an office whose keys are gone; the keys are open afterwards."""

    def job(station: Station, _report: ProgressReporter) -> NewKeys:
        from export.exchange.enrolment import own_voice, renew_keys

        code = renew_keys(station, pin)
        station.use_pin(pin)
        return NewKeys(code, own_voice(station))

    return job


def save_enrolment(*, target: Path) -> Job:
    """Writes the request with which the centre admits the new keys. The keys must be open."""

    def job(station: Station, report: ProgressReporter) -> Path:
        from export.exchange.enrolment import write_enrolment

        return write_enrolment(station, target, report).path

    return job
