"""What the set-up of a centre does off the window's thread: reading documents, making the centre, writing letter and kit.

A centre that could not be made whole leaves nothing behind: neither in the profile's folder nor on the sticks.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.identifiers import Clock, Identifiers
from storage.domain.progress import ProgressReporter
from storage.folders import Folders
from ui.window.centre_setup.flow import Answers, Centre, OfficeLine, OfficesChoice, ProgrammeChoice
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.documents.appointment_letter import AppointmentLetter
    from export.documents.paper_sheet import PaperSheet
    from export.documents.plan_tables import PlanProblem
    from export.exchange.station import Station
    from storage.domain.programme import Programme

Language = Literal["vi", "en"]
_LETTER = "shd-appointment-letter.docx"


@dataclass(frozen=True, slots=True)
class Place:
    """Where and with what the centre is made."""

    folders: Folders
    clock: Clock
    identifiers: Identifiers
    language: Language


@dataclass(frozen=True, slots=True)
class Refused:
    """A workbook with mistakes; nothing was taken from it."""

    path: Path
    problems: tuple[PlanProblem, ...]


@dataclass(frozen=True, slots=True)
class Stick:
    """A folder that was chosen for a root key, and whether it lies on a removable drive."""

    number: int
    folder: Path
    outside: bool


@dataclass(frozen=True, slots=True)
class CentreMade:
    """What is shown once and kept on paper; ``paper`` is the letter with the digits."""

    recovery_code: str
    fingerprint: str
    root_files: tuple[Path, ...]
    paper: PaperSheet


@dataclass(frozen=True, slots=True)
class FirstKit:
    """The first kit, written, read back and compared."""

    no: int
    path: Path


# Documents


def take_programme(*, path: Path | None) -> Job:
    """The programme of a workbook or JSON file, None for the built-in one. Answers ``ProgrammeChoice`` or ``Refused``."""

    def job(_station: Station, _report: ProgressReporter) -> ProgrammeChoice | Refused:
        from storage.builtin import builtin_programme
        from storage.domain.programme_file import parse_programme
        from ui.command_line.plan_files import NO_DATES, read_programme

        if path is None:
            return _programme_choice(builtin_programme(), NO_DATES, None)
        file = read_programme(path)
        if file.problems:
            return Refused(path, tuple(file.problems))
        return _programme_choice(parse_programme(file.content), file.dates, path)

    return job


def take_offices(*, path: Path | None, programme: ProgrammeChoice, place: Place) -> Job:
    """The register of a workbook or JSON file, None for the built-in one, checked against the programme.

    Answers ``OfficesChoice`` or ``Refused``. Raises as ``problems_of`` when the two do not belong together.
    """

    def job(_station: Station, _report: ProgressReporter) -> OfficesChoice | Refused:
        from storage.builtin import builtin_offices
        from storage.catalogue import parse_dates
        from storage.domain.collation import sort_key
        from storage.domain.office_file import offices_bytes, parse_offices
        from storage.domain.programme_file import parse_programme
        from storage.plan import Documents, problems_of
        from ui.command_line.plan_files import read_offices

        register = builtin_offices()
        if path is not None:
            file = read_offices(path)
            if file.problems:
                return Refused(path, tuple(file.problems))
            register = parse_offices(file.content)
        documents = Documents(parse_programme(programme.content), register, parse_dates(programme.dates))
        for problem in problems_of(documents):
            raise problem
        today = place.clock().date()
        standing = register.offices_on(today) or register.offices
        lines = [OfficeLine(office.code, office.name_vi, office.phone) for office in standing]
        if programme.centre in register and all(line.code != programme.centre for line in lines):
            centre = register.office(programme.centre)
            lines.append(OfficeLine(centre.code, centre.name_vi, centre.phone))
        ordered = tuple(sorted(lines, key=lambda line: sort_key(line.name)))
        return OfficesChoice(offices_bytes(register), ordered, len(register.offices_on(today)), path)

    return job


def write_builtin(*, target: Path, offices: bool, place: Place) -> Job:
    """Writes the built-in programme or offices to a workbook, to be changed there; answers its path. Raises FILE_*, DISK_*."""

    def job(_station: Station, _report: ProgressReporter) -> Path:
        from export.documents.programme_workbook import write_offices_workbook, write_programme_workbook
        from export.documents.report_model import FileProperties
        from storage.atomic_file import atomic_writer
        from storage.builtin import builtin_offices, builtin_programme
        from storage.catalogue import CentreDates

        properties = FileProperties(title=target.stem, author="", created=place.clock())
        with atomic_writer(target) as file:
            if offices:
                write_offices_workbook(builtin_offices(), file, properties, language=place.language)
            else:
                write_programme_workbook(builtin_programme(), CentreDates(), file, properties, language=place.language)
        return target

    return job


def _programme_choice(programme: Programme, dates: bytes, source: Path | None) -> ProgrammeChoice:
    from export.exchange.setup import centre_of
    from storage.domain.programme_file import programme_bytes

    indicators = sum(len(task.indicators) for task in programme.tasks)
    content = programme_bytes(programme)
    return ProgrammeChoice(
        content, dates, programme.title, len(programme.tasks), indicators, centre_of(programme), programme.code, source
    )


# The centre


def look_at_stick(*, number: int, folder: Path) -> Job:
    """Whether a folder will do for a root key; answers ``Stick``. Raises FILE_NOT_FOUND, FILE_EXISTS (it holds one)."""

    def job(_station: Station, _report: ProgressReporter) -> Stick:
        from ui.window.drives import removable_drives

        if not folder.is_dir():
            raise LedgerError(Code.FILE_NOT_FOUND, path=str(folder))
        _require_free([folder])
        whole = folder.resolve()
        return Stick(number, folder, any(whole.is_relative_to(drive.root) for drive in removable_drives()))

    return job


def make_centre(*, answers: Answers, place: Place) -> Job:
    """Makes the keys, the sticks and the ledger; answers ``CentreMade``. Raises as ``set_up_centre``; then nothing is left."""

    def job(_station: Station, _report: ProgressReporter) -> CentreMade:
        from export.documents.appointment_letter import appointment_paper
        from export.exchange.setup import SetupContext, set_up_centre

        assert answers.programme is not None  # noqa: S101 - the flow does not come here without
        sticks = [folder for folder in answers.sticks if folder is not None][: answers.keeping.value]
        if place.folders.database.exists():  # before anything is cleaned up
            raise LedgerError(Code.LEDGER_EXISTS, path=str(place.folders.database))
        _require_free(sticks)
        with _nothing_left_on_failure(place.folders, sticks):
            made = set_up_centre(
                SetupContext(place.folders, place.clock, place.identifiers, pin=answers.pin),
                programme=answers.programme.content,
                offices=_with_centre(answers),
                dates=answers.programme.dates,
                office=answers.centre.code,
                organisation=answers.centre.organisation.strip(),
                root_folders=sticks,
            )
            paper = appointment_paper(_letter_of(answers.centre, made.fingerprint, place), language=place.language)
        return CentreMade(made.recovery_code, made.fingerprint, tuple(made.root_files), paper)

    return job


def _with_centre(answers: Answers) -> bytes:
    """The register with the name and the switchboard that were typed."""
    import msgspec

    from storage.domain.office_file import offices_bytes, parse_offices

    assert answers.offices is not None  # noqa: S101 - the flow does not come here without
    register, centre = parse_offices(answers.offices.content), answers.centre
    own = msgspec.structs.replace(register.office(centre.code), name_vi=centre.name.strip(), phone=centre.telephone.strip())
    offices = tuple(own if office.code == own.code else office for office in register.offices)
    return offices_bytes(parse_offices(offices_bytes(msgspec.structs.replace(register, offices=offices))))


def _require_free(folders: Sequence[Path]) -> None:
    for folder in folders:
        for found in sorted(folder.glob("root-key-*.json")):
            raise LedgerError(Code.FILE_EXISTS, path=str(found))


@contextmanager
def _nothing_left_on_failure(folders: Folders, sticks: Sequence[Path]) -> Iterator[None]:
    """Takes away what a set-up that failed has written; what was there before stays."""
    places = (folders.data, folders.markers)
    before = {place: set(place.iterdir()) if place.is_dir() else None for place in places}
    try:
        yield
    except BaseException:
        for stick in sticks:
            for path in stick.glob("root-key-*.json"):
                with suppress(OSError):
                    path.unlink()
        for place, known in before.items():
            for path in sorted(place.iterdir()) if place.is_dir() else ():
                if path not in (known or ()):
                    _remove(path)
            if known is None:
                with suppress(OSError):
                    place.rmdir()
        raise


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


# Papers and kit


def write_letter(*, folder: Path, centre: Centre, fingerprint: str, place: Place) -> Job:
    """Writes the letter with the 24 digits for Word; answers its path. Raises FILE_EXISTS, and as ``write_atomically``."""

    def job(_station: Station, _report: ProgressReporter) -> Path:
        from export.documents.appointment_letter import render_appointment_letter
        from export.documents.report_model import FileProperties
        from storage.atomic_file import write_atomically

        target = folder / _LETTER
        if target.exists():
            raise LedgerError(Code.FILE_EXISTS, path=str(target))
        properties = FileProperties(title=target.stem, author=centre.name, created=place.clock())
        letter = _letter_of(centre, fingerprint, place)
        write_atomically(target, render_appointment_letter(letter, properties, language=place.language))
        return target

    return job


def write_first_kit(*, folder: Path, sticks: Sequence[Path], pin: str, place: Place) -> Job:
    """Writes the kit that offices start from, signed with the sticks' keys; answers ``FirstKit``. Raises as ``issue_kit``."""

    def job(_station: Station, report: ProgressReporter) -> FirstKit:
        from export.exchange.kits import issue_kit
        from export.exchange.station import Station
        from export.exchange.sticks import read_authority

        with Station.open(place.folders, clock=place.clock, identifiers=place.identifiers, pin=pin) as station:
            more = read_authority(sticks, pin, place.clock)
            sealed = issue_kit(station, folder, more_keys=more, report=report)
            return FirstKit(station.kit_number, sealed.path)

    return job


def _letter_of(centre: Centre, fingerprint: str, place: Place) -> AppointmentLetter:
    from export.documents.appointment_letter import AppointmentLetter

    return AppointmentLetter(centre.code, centre.name.strip(), centre.telephone.strip(), fingerprint, place.clock())
