"""What the first start does off the window's thread: look into a kit, set up the office, write its request, demonstrate."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from storage.domain.collation import sort_key
from storage.domain.identifiers import Clock, Identifiers
from storage.domain.progress import ProgressReporter
from storage.folders import Folders
from ui.window.first_start.flow import KitSummary, OfficeChoice
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.documents.paper_sheet import PaperSheet
    from export.exchange.station import Station

Language = Literal["vi", "en"]
_DEMONSTRATION_OFFICES = 6


@dataclass(frozen=True, slots=True)
class Request:
    """The enrolment request and its sheet, both written; ``paper`` is the sheet for a printer."""

    file: Path
    sheet: Path
    paper: PaperSheet


@dataclass(frozen=True, slots=True)
class OfficeMade:
    """What the clerk reads to the centre and keeps on paper; shown once."""

    voice: str
    recovery_code: str


@dataclass(frozen=True, slots=True)
class Demonstrated:
    """An office of the demonstration to be opened, and whether all its checks held."""

    office: Folders
    folder: Path
    index: Path
    checks: int
    ok: bool


def look_into_kit(*, path: Path, folders: Folders, language: Language) -> Job:
    """Answers a ``KitSummary``. Raises as ``read_kit``: BUNDLE_*, TRUST_*, SCHEMA_*, FILE_*."""

    def job(_station: Station, _report: ProgressReporter) -> KitSummary:
        from export.exchange.kits import read_kit
        from storage.domain.office_file import parse_offices

        kit = read_kit(path, temporary=folders.temporary)
        register = parse_offices(kit.offices)
        choices = [
            OfficeChoice(
                office.code,
                office.name_vi if language == "vi" else office.name_en,
                office.valid_to.isoformat() if office.valid_to else "",
            )
            for office in register.offices
            if office.code != kit.manifest.centre
        ]
        centre = register.office(kit.manifest.centre)
        return KitSummary(
            path=path,
            fingerprint=kit.trust.fingerprint,
            centre=centre.name_vi if language == "vi" else centre.name_en,
            offices=tuple(sorted(choices, key=lambda choice: (bool(choice.until), sort_key(choice.name)))),
        )

    return job


def set_up(
    *,
    folders: Folders,
    clock: Clock,
    identifiers: Identifiers,
    kit: Path,
    office: str,
    fingerprint: str,
    pin: str,
) -> Job:
    """Answers ``OfficeMade``. Raises as ``set_up_office``."""

    def job(_station: Station, _report: ProgressReporter) -> OfficeMade:
        from export.exchange.setup import SetupContext, set_up_office

        context = SetupContext(folders, clock, identifiers, pin=pin)
        made = set_up_office(context, kit=kit, office=office, fingerprint=fingerprint)
        return OfficeMade(made.voice, made.recovery_code)

    return job


def write_request(*, target: Path, language: Language) -> Job:
    """Writes the enrolment request and its sheet into a folder; answers ``Request``. Raises KEY_*, PIN_* (keys not open)."""

    def job(station: Station, report: ProgressReporter) -> Request:
        return _write_request(station, target, language, report)

    return job


def write_first_request(
    *, folders: Folders, clock: Clock, identifiers: Identifiers, pin: str, target: Path, language: Language
) -> Job:
    """As ``write_request``, just after the set-up, when no station is open yet."""

    def job(_station: Station, report: ProgressReporter) -> Request:
        from export.exchange.station import Station

        with Station.open(folders, clock=clock, identifiers=identifiers, pin=pin) as station:
            return _write_request(station, target, language, report)

    return job


def restore_backup(*, folders: Folders, source: Path, clock: Clock) -> Job:
    """Makes the ledger of this PC from a backup; it has none yet. Raises as ``storage.backup.restore``."""

    def job(_station: Station, report: ProgressReporter) -> None:
        from storage.backup import restore

        restore(folders, source, clock=clock, report=report)

    return job


def demonstrate(*, folder: Path, language: Language) -> Job:
    """Runs the demonstration into ``folder``; answers ``Demonstrated``. Raises as ``run_demonstration``."""

    def job(_station: Station, report: ProgressReporter) -> Demonstrated:
        from export.exchange.demonstration import run_demonstration
        from export.exchange.demonstration_folder import DemonstrationFolder

        result = run_demonstration(folder, offices=_DEMONSTRATION_OFFICES, language=language, report=report)
        office = DemonstrationFolder(result.folder).office(result.offices[0].name)
        return Demonstrated(office, result.folder, result.index, len(result.checks), result.ok)

    return job


def _write_request(station: Station, target: Path, language: Language, report: ProgressReporter) -> Request:
    from export.documents.handover_sheet import EnrolmentSheet, enrolment_paper, render_enrolment_sheet
    from export.documents.report_model import FileProperties
    from export.exchange.enrolment import own_voice, write_enrolment
    from storage.atomic_file import write_atomically

    sealed = write_enrolment(station, target, report)
    office = station.catalogue.own_office
    centre = station.catalogue.register.office(station.centre)
    sheet = EnrolmentSheet(
        office_code=office.code,
        office=office.name_vi,
        centre=centre.name_vi,
        voice_number=own_voice(station),
        trust_version=station.trust.version,
        file_name=sealed.path.name,
        created_at=station.ledger.clock(),
    )
    path = sealed.path.with_suffix(".docx")
    properties = FileProperties(title=sealed.path.name, author=office.name_vi, created=station.ledger.clock())
    write_atomically(path, render_enrolment_sheet(sheet, properties, language=language))
    return Request(sealed.path, path, enrolment_paper(sheet, language=language))
