"""Who owes which report, and which tasks concern which office. Pure: a programme, a register and a date give the answer.

An office owes a duty when it belongs to one of the duty's groups and exists on the last day on time; an office that has been
dissolved by then passes the duty to its heirs. Bodies that the plan only requests ("đề nghị") are listed so that their reports
find a place, but owe nothing and can never be overdue. The set for a period does not change afterwards, so a reorganisation
leaves old completeness as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.formula import Ratio
from storage.domain.offices import Office, OfficeRegister
from storage.domain.periods import Period, Timeliness, timeliness
from storage.domain.programme import AddressMode, Duty, GroupRule, Programme, Task


@dataclass(frozen=True, slots=True)
class Obligation:
    """The report of one office for one period.

    ``requested``: a place for a report that is welcome but not owed. ``inherited_from``: dissolved offices whose duty this
    office carries on, in the register's order.
    """

    office: str
    period: str
    duty: str
    due_before: date
    requested: bool = False
    inherited_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exemption:
    """The centre's decision that an office need not report for a period, and why; the empty period means every period."""

    office: str
    period: str = ""
    reason: str = ""


def members(programme: Programme, register: OfficeRegister, party: str) -> tuple[Office, ...]:
    """The offices that ``party``, a group's or an office's code, ever meant; whether they still exist is another question.

    Raises PROGRAMME_REFERENCE_UNKNOWN(reference, at).
    """
    group = programme.group(party)
    if group is None:
        if party not in register:
            raise LedgerError(Code.PROGRAMME_REFERENCE_UNKNOWN, reference=party, at="offices")
        return (register.office(party),)
    if group.rule is GroupRule.TYPE:
        return tuple(office for office in register.offices if office.type == group.office_type)
    return tuple(office for office in register.offices if group.code in office.groups)


def check_references(programme: Programme, register: OfficeRegister) -> None:
    """Every group or office that the programme names exists. Raises PROGRAMME_REFERENCE_UNKNOWN(reference, at)."""
    types = {kind.code for kind in register.types}
    for group in programme.groups:
        if group.rule is GroupRule.TYPE and group.office_type not in types:
            raise LedgerError(Code.PROGRAMME_REFERENCE_UNKNOWN, reference=group.office_type, at=f"groups.{group.code}")
    places = [(f"tasks.{task.code}", party) for task in programme.tasks for party in (*task.lead, *task.coordinating)]
    places += [(f"duties.{duty.code}", party) for duty in programme.duties for party in (*duty.from_groups, duty.to)]
    for place, party in places:
        if programme.group(party) is None and party not in register:
            raise LedgerError(Code.PROGRAMME_REFERENCE_UNKNOWN, reference=party, at=place)


def obligations(
    programme: Programme, register: OfficeRegister, period: Period, *, exemptions: Iterable[Exemption] = ()
) -> tuple[Obligation, ...]:
    """All reports expected for ``period``, one per office, in the register's order; requested ones have ``requested``.

    Raises PROGRAMME_REFERENCE_UNKNOWN for a programme that names an office outside the register.
    """
    duty = _duty_of(programme, period)
    on = period.last_on_time
    exempt = {exemption.office for exemption in exemptions if exemption.period in {"", period.code}}
    owing = _carriers(programme, register, duty.from_groups, on)
    leads = [party for task in programme.tasks if task.address_mode is AddressMode.REQUESTED for party in task.lead]
    invited = _carriers(programme, register, leads, on)
    result: list[Obligation] = []
    for office in register.offices:
        carried = owing.get(office.code, invited.get(office.code))
        if carried is None or office.code in exempt:
            continue
        requested = office.code not in owing
        result.append(Obligation(office.code, period.code, duty.code, period.due_before, requested, tuple(carried)))
    return tuple(result)


def timeliness_of(obligation: Obligation, period: Period, *, received_on: date | None, today: date) -> Timeliness:
    """As ``periods.timeliness``; what is only requested has no deadline, so it is on time when it comes and never due."""
    if obligation.requested:
        return Timeliness.NOT_DUE if received_on is None else Timeliness.ON_TIME
    return timeliness(period, received_on=received_on, today=today)


def answerable(obligation: Obligation, register: OfficeRegister, today: date) -> tuple[Office, ...]:
    """Whom to address about an obligation on ``today``: the office itself, or its heirs once it is dissolved."""
    return register.standing(obligation.office, today)


def completeness(received: Collection[str], owed: Iterable[Obligation]) -> Ratio | None:
    """The share of owed reports that have been received (codes of offices); ``None`` when nothing is owed.

    Each office counts once; reports that nobody owed, requested bodies among them, count on neither side: never above 100 %.
    """
    due = {(obligation.office, obligation.period) for obligation in owed if not obligation.requested}
    if not due:
        return None
    return Ratio(len([office for office, _ in due if office in received]), len(due))


def tasks_of(programme: Programme, register: OfficeRegister, office: str, on: date) -> tuple[Task, ...]:
    """The tasks that concern ``office`` on that day, as lead or coordinating, through its groups or as an heir, in plan order.

    Raises OFFICE_UNKNOWN(office) or PROGRAMME_REFERENCE_UNKNOWN(reference, at).
    """
    register.office(office)
    parties = dict.fromkeys(party for task in programme.tasks for party in (*task.lead, *task.coordinating))
    concerned = {party for party in parties if office in _carriers(programme, register, [party], on)}
    return tuple(task for task in programme.tasks if not concerned.isdisjoint((*task.lead, *task.coordinating)))


def tasks_by_office(programme: Programme, register: OfficeRegister, on: date) -> dict[str, frozenset[str]]:
    """For every office that any task concerns on that day, the codes that ``tasks_of`` gives, found in one walk.

    Raises PROGRAMME_REFERENCE_UNKNOWN(reference, at).
    """
    carriers: dict[str, dict[str, list[str]]] = {}
    codes: dict[str, list[str]] = {}
    for task in programme.tasks:
        concerned: dict[str, None] = {}
        for party in (*task.lead, *task.coordinating):
            if party not in carriers:
                carriers[party] = _carriers(programme, register, [party], on)
            concerned |= dict.fromkeys(carriers[party])
        for office in concerned:
            codes.setdefault(office, []).append(task.code)
    alike: dict[frozenset[str], frozenset[str]] = {}  # thousands of offices share a few sets
    return {office: alike.setdefault(found, found) for office, found in ((one, frozenset(all_)) for one, all_ in codes.items())}


def leads(programme: Programme, register: OfficeRegister, task: Task, office: str, on: date) -> bool:
    """Whether ``office`` is a lead of ``task`` on that day (otherwise it coordinates or is not concerned)."""
    register.office(office)
    return office in _carriers(programme, register, task.lead, on)


def _duty_of(programme: Programme, period: Period) -> Duty:
    for duty in programme.duties:
        if duty.code == period.duty:
            return duty
    raise LedgerError(Code.PERIOD_UNKNOWN, detail=f"duty {period.duty}", period=period.code)


def _carriers(programme: Programme, register: OfficeRegister, parties: Iterable[str], on: date) -> dict[str, list[str]]:
    """The offices that stand for ``parties`` on a day, each with the dissolved offices it stands for."""
    carriers: dict[str, list[str]] = {}
    seen: set[str] = set()
    for party in parties:
        for office in members(programme, register, party):
            if office.code in seen:
                continue
            seen.add(office.code)
            if office.is_valid_on(on):
                carriers.setdefault(office.code, [])
                continue
            for heir in register.heirs(office.code, on):
                carriers.setdefault(heir.code, []).append(office.code)
    return carriers
