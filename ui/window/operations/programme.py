"""Everything that the page of the plan does: keeping and checking the draft, workbooks, previews, and putting it in force."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storage.domain.errors import LedgerError
from storage.domain.progress import ProgressReporter
from ui.window.operations.period import rotate_quietly
from ui.window.programme.view import Checked, OwedLine, PlanView, read_plan
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.documents.plan_tables import PlanProblem
    from export.exchange.plan_issue import IssuedPlan
    from export.exchange.station import Station
    from storage.domain.offices import OfficeRegister
    from storage.plan import Documents
    from storage.plan_effects import Effects

Raw = dict[str, Any]
Reorganisation = Callable[["OfficeRegister"], "OfficeRegister"]


def show_plan() -> Job:
    """Reads what the page shows."""

    def job(station: Station, _report: ProgressReporter) -> PlanView:
        return read_plan(station)

    return job


def keep_draft(*, raw: Raw, begun_from: str, reasons: Sequence[str]) -> Job:
    """Keeps the draft as it was typed, and looks it over. Returns ``Checked``."""

    def job(station: Station, _report: ProgressReporter) -> Checked:
        from storage.plan_draft import FORMAT, PlanDraft, drop_plan_draft, save_plan_draft

        if raw == read_plan(station).in_force:
            drop_plan_draft(station.ledger)
            return Checked((), 0)
        draft = PlanDraft(FORMAT, begun_from, raw["programme"], raw["offices"], raw["dates"], list(reasons))
        save_plan_draft(station.ledger, draft)
        return _checked(station, raw)

    return job


def _checked(station: Station, raw: Raw) -> Checked:
    from storage.plan import changes_between, documents_of, whole
    from storage.plan_problems import problems_in

    problems = tuple(problems_in(raw))
    if problems:
        return Checked(problems, 0)
    return Checked((), len(changes_between(documents_of(station.catalogue), whole(raw))))


def drop_draft() -> Job:
    """Forgets the draft; what is in force stays."""

    def job(station: Station, _report: ProgressReporter) -> PlanView:
        from storage.plan_draft import drop_plan_draft

        drop_plan_draft(station.ledger)
        return read_plan(station)

    return job


def preview(*, raw: Raw) -> Job:
    """What putting the draft in force would do. Returns ``Effects``; raises the draft's first problem."""

    def job(station: Station, _report: ProgressReporter) -> Effects:
        from storage.plan import documents_of, problems_of, whole
        from storage.plan_effects import effects_of

        after = whole(raw)
        for problem in problems_of(after):
            raise problem
        return effects_of(station.ledger, documents_of(station.catalogue), after, station.catalogue.today)

    return job


def preview_reorganisation(*, raw: Raw, change: Reorganisation) -> Job:
    """The offices after a reorganisation, and what it would do beyond what the draft does already.

    Returns the offices' plain values and ``Effects``. Raises what the reorganisation raises.
    """

    def job(station: Station, _report: ProgressReporter) -> tuple[Raw, Effects]:
        from storage.plan import Documents, plain
        from storage.plan_effects import effects_of

        before = _sound(station, raw)
        after = Documents(before.programme, change(before.register), before.dates)
        effects = effects_of(station.ledger, before, after, station.catalogue.today)
        return plain(after)["offices"], effects

    return job


def _sound(station: Station, raw: Raw) -> Documents:
    """The draft's documents; while its programme or dates are half typed, those in force stand in for them."""
    from storage.plan import documents_of, plain, whole

    try:
        return whole(raw)
    except LedgerError:
        return whole(plain(documents_of(station.catalogue)) | {"offices": raw["offices"]})


def read_obligations(*, raw: Raw, period: str, language: str) -> Job:
    """Who owes the report of a period by the draft. Returns a list of ``OwedLine``, all offices of that day."""

    def job(station: Station, _report: ProgressReporter) -> list[OwedLine]:
        from storage.catalogue import exemptions_of, periods_of
        from storage.domain.obligations import obligations

        documents = _sound(station, raw)
        chosen = periods_of(documents.programme, documents.dates).period(period)
        owed = {one.office: one for one in obligations(documents.programme, documents.register, chosen)}
        exempt = {one.office: one for one in exemptions_of(documents.dates) if one.period in ("", period)}
        lines = []
        for office in documents.register.offices_on(chosen.last_on_time):
            name = office.name_vi if language == "vi" else office.name_en
            found, excused = owed.get(office.code), exempt.get(office.code)
            standing = "none" if found is None else "requested" if found.requested else "owed"
            if excused is not None:
                standing = "exempt"
            inherited = found.inherited_from if found else ()
            reason, everywhere = (excused.reason, not excused.period) if excused else ("", False)
            lines.append(OwedLine(office.code, name, standing, inherited, reason, everywhere))
        return lines

    return job


# Workbooks


def import_programme(*, path: Path) -> Job:
    """The programme of a workbook, with its dates, as plain values; or the list of its mistakes."""

    def job(_station: Station, _report: ProgressReporter) -> Raw | tuple[PlanProblem, ...]:
        import msgspec

        from export.documents.programme_workbook_reader import read_programme_workbook
        from storage.catalogue import dates_bytes
        from storage.domain.programme_file import programme_bytes

        read = read_programme_workbook(path)
        if read.programme is None:
            return read.problems
        raw: Raw = {"programme": msgspec.json.decode(programme_bytes(read.programme))}
        if read.dates is not None:
            raw["dates"] = msgspec.json.decode(dates_bytes(read.dates))
        return raw

    return job


def import_offices(*, path: Path) -> Job:
    """The register of a workbook as plain values; or the list of its mistakes."""

    def job(station: Station, _report: ProgressReporter) -> Raw | tuple[PlanProblem, ...]:
        import msgspec

        from export.documents.programme_workbook_reader import read_offices_workbook
        from storage.domain.office_file import offices_bytes

        read = read_offices_workbook(path, version=station.catalogue.register.version)
        if read.register is None:
            return read.problems
        return {"offices": msgspec.json.decode(offices_bytes(read.register))}

    return job


def export_workbook(*, raw: Raw, path: Path, offices: bool, language: str) -> Job:
    """Writes the draft's programme or offices to a workbook; the draft must be of the right form."""

    def job(station: Station, _report: ProgressReporter) -> Path:
        from export.documents.programme_workbook import write_offices_workbook, write_programme_workbook
        from export.documents.report_model import FileProperties
        from storage.atomic_file import atomic_writer
        from storage.plan import whole

        documents = whole(raw)
        author = station.catalogue.own_office.name_vi
        properties = FileProperties(title=path.stem, author=author, created=station.ledger.clock())
        spoken = "vi" if language == "vi" else "en"
        with atomic_writer(path) as file:
            if offices:
                write_offices_workbook(documents.register, file, properties, language=spoken)  # type: ignore[arg-type]
            else:
                write_programme_workbook(documents.programme, documents.dates, file, properties, language=spoken)  # type: ignore[arg-type]
        return path

    return job


# Putting in force


def issue(*, raw: Raw, folder: Path, why: str, by: str, sticks: Sequence[Path] = (), stick_pin: str = "") -> Job:
    """Puts the draft in force and writes the next kit; the keys must be open, or lie on ``sticks``. Returns ``IssuedPlan``."""

    def job(station: Station, report: ProgressReporter) -> IssuedPlan:
        from export.exchange.plan_issue import issue_plan
        from export.exchange.sticks import read_authority
        from storage.plan import whole

        more = read_authority(sticks, stick_pin, station.ledger.clock) if sticks else ()
        issued = issue_plan(station, whole(raw), folder, why=why, by=by, more_keys=more, report=report)
        rotate_quietly(station.ledger)
        return issued

    return job
