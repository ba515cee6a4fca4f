"""What the follow-up page shows, read in one job: the table, the periods to choose from, and what waits elsewhere.

Reads only. The rules stand in ``storage``; here nothing of Qt is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from storage.completeness import Organisation
from storage.domain.folding import fold
from storage.domain.offices import OfficeRegister
from storage.domain.periods import Period
from storage.follow_up_table import FollowUpTable, follow_up_table, known_periods, period_in_focus
from storage.report_story import ReportStory, report_stories

if TYPE_CHECKING:
    from export.documents.wording import Language
    from export.exchange.receipts import PeriodState
    from export.exchange.station import Station

PERIODS_AT_FIRST = 4
"""So many periods up to the next that falls due are shown until somebody chooses others."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show: codes of the first and the last period, of the one whose figures stand at the head; empty: as usual."""

    first: str = ""
    last: str = ""
    focus: str = ""
    organisation: Organisation = Organisation.AS_REPORTED


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """``periods`` are all that can be chosen, the oldest first; ``focus`` is one of the table's.

    ``requests`` wait for the enrolment desk, ``quarantined`` are all other files that wait. ``search`` holds for each row of
    the table what a search looks through.
    """

    table: FollowUpTable
    register: OfficeRegister
    periods: tuple[Period, ...]
    focus: Period
    current: Period
    days_left: int
    requests: int
    quarantined: int
    search: tuple[str, ...]

    @property
    def place(self) -> int:
        """The column of the period in focus."""
        return self.table.periods.index(self.focus)


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """The newest receipt for an office: 0 when there is none; ``state`` is what it says of the period, None if nothing."""

    number: int
    created: str
    state: PeriodState | None


@dataclass(frozen=True, slots=True)
class Explained:
    """One report with its story and what the office has been told about it; ``exempt_because`` is the centre's reason."""

    story: ReportStory
    receipt: ReceiptLine
    exempt_because: str = ""


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """One overdue office: ``addressees`` are the names of those that are written to, none when nobody carries on its work."""

    office: str
    name: str
    addressees: tuple[str, ...]


def read_follow_up(station: Station, wanted: Wanted) -> FollowUpView:
    """The view of what is wanted; periods that are no longer known are replaced by the usual ones."""
    from export.exchange.custody import waiting_in_quarantine
    from export.exchange.enrolment_desk import waiting_requests
    from storage.domain.codes import Code

    ledger, catalogue = station.ledger, station.catalogue
    today = catalogue.today
    periods = known_periods(ledger, catalogue, today=today)
    usual = period_in_focus(catalogue, periods, today=today)
    shown = _range(periods, wanted)
    table = follow_up_table(ledger, catalogue, shown, organisation=wanted.organisation, today=today)
    focus = next((period for period in shown if period.code == wanted.focus), usual if usual in shown else shown[-1])
    current = periods[-1]
    return FollowUpView(
        table=table,
        register=catalogue.register,
        periods=periods,
        focus=focus,
        current=current,
        days_left=(current.last_on_time - today).days,
        requests=len(waiting_requests(ledger)),
        quarantined=sum(item.code is not Code.ENROLMENT_WAITING for item in waiting_in_quarantine(ledger)),
        search=tuple(fold(f"{row.office.code} {row.office.name_vi} {row.office.name_en}") for row in table.rows),
    )


def _range(periods: tuple[Period, ...], wanted: Wanted) -> tuple[Period, ...]:
    codes = [period.code for period in periods]
    last = codes.index(wanted.last) if wanted.last in codes else len(codes) - 1
    first = codes.index(wanted.first) if wanted.first in codes else max(0, last + 1 - PERIODS_AT_FIRST)
    return periods[min(first, last) : max(first, last) + 1]


def explain(station: Station, offices: tuple[str, ...], period: str) -> tuple[Explained, ...]:
    """The stories behind one place of the table. Raises ``LedgerError``: OFFICE_UNKNOWN, PERIOD_UNKNOWN."""
    from export.exchange.receipts import last_receipt

    ledger, catalogue = station.ledger, station.catalogue
    found = []
    for story in report_stories(ledger, catalogue, offices, catalogue.period(period), today=catalogue.today):
        number, _, receipt = last_receipt(ledger, story.office.code, own=True)
        states = receipt.periods if receipt is not None else []
        state = next((state for state in states if state.period == period), None)
        line = ReceiptLine(number, receipt.created if receipt is not None else "", state)
        reasons = [
            item.reason
            for item in catalogue.exemptions
            if item.office == story.office.code and item.period in {"", period} and item.reason
        ]
        found.append(Explained(story, line, "; ".join(reasons)))
    return tuple(found)


def read_reminders(station: Station, period: str, language: Language) -> tuple[ReminderLine, ...]:
    """The offices whose report of a period is overdue, in the register's order."""
    from export.documents.follow_up_words import office_name
    from export.documents.reminder_documents import overdue
    from storage.domain.obligations import answerable

    ledger, catalogue = station.ledger, station.catalogue
    today: date = catalogue.today
    lines = []
    for cell in overdue(ledger, catalogue, catalogue.period(period), today=today):
        addressed = answerable(cell.obligation, catalogue.register, today)
        names = tuple(office_name(office, language) for office in addressed)
        lines.append(ReminderLine(cell.office, office_name(catalogue.register.office(cell.office), language), names))
    return tuple(lines)
