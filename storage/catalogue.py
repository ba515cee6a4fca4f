"""The programme, the offices and the dates that this ledger works by, as the centre set them and the kit brought them."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from storage.domain.calendar import WorkingCalendar, calendar_from, iso_day
from storage.domain.identifiers import Clock
from storage.domain.obligations import Exemption, Obligation, obligations, tasks_by_office, tasks_of
from storage.domain.office_file import parse_offices
from storage.domain.offices import Office, OfficeRegister
from storage.domain.periods import Period, Periods
from storage.domain.programme import Programme, Task
from storage.domain.programme_file import parse_programme
from storage.domain.strict_json import convert, pretty, read_raw

if TYPE_CHECKING:
    from storage.ledger import Ledger  # which keeps summaries by the periods of this module

PROGRAMME, OFFICES, DATES = "programme", "offices", "dates"


ExemptionLine = Annotated[tuple[Annotated[str, Meta(max_length=400)], ...], Meta(min_length=2, max_length=3)]
"""Office, period (empty: every period) and, where one was given, the reason."""


class CentreDates(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the centre has set beside the programme: cut-offs (period → last day of the figures), deadlines (period → first day
    that is too late), holidays (day → name), days worked all the same, exemptions (office, period or nothing, reason if any).
    """

    format: int = 1
    cutoffs: dict[str, str] = {}
    deadlines: dict[str, str] = {}
    holidays: dict[str, str] = {}
    working_days: list[str] = []
    exemptions: list[ExemptionLine] = []


def parse_dates(data: bytes) -> CentreDates:
    """Raises ``LedgerError``: SCHEMA_UNKNOWN_FIELD, SCHEMA_INVALID."""
    return convert(read_raw(data), CentreDates)


def dates_bytes(dates: CentreDates) -> bytes:
    """The document to distribute; what was left as it is by itself is not written."""
    return pretty(dates)


def calendar_of(dates: CentreDates) -> WorkingCalendar:
    """Working days with the holidays that the centre has set. Raises ``LedgerError(DATE_INVALID)``."""
    return calendar_from(holidays=dates.holidays, working_days=dates.working_days)


def periods_of(programme: Programme, dates: CentreDates) -> Periods:
    """The periods of a programme with what the centre has set. Raises ``LedgerError(DATE_INVALID)``."""
    return Periods(
        programme,
        cutoffs={code: iso_day(day) for code, day in dates.cutoffs.items()},
        deadlines={code: iso_day(day) for code, day in dates.deadlines.items()},
        calendar=calendar_of(dates),
    )


def exemptions_of(dates: CentreDates) -> tuple[Exemption, ...]:
    """Offices that need not report, by the centre's decision."""
    return tuple(Exemption(*line) for line in dates.exemptions)


class Catalogue:
    """Reads the ledger's own copy once; make a new one after a kit was taken in."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._clock: Clock = ledger.clock
        self._task_codes: dict[int, dict[str, frozenset[str]]] = {}
        self._obligations: dict[str, tuple[Obligation, ...]] = {}
        self._expected: dict[str, frozenset[str]] = {}
        self._owing: dict[str, frozenset[str]] = {}

    @cached_property
    def programme(self) -> Programme:
        """The programme in force."""
        return parse_programme(self._documents[PROGRAMME])

    @cached_property
    def register(self) -> OfficeRegister:
        """All offices and successions."""
        return parse_offices(self._documents[OFFICES])

    @cached_property
    def periods(self) -> Periods:
        """The programme's periods with the centre's cut-offs and holidays."""
        return periods_of(self.programme, self.dates)

    @cached_property
    def calendar(self) -> WorkingCalendar:
        """Working days with the holidays that the centre has set."""
        return calendar_of(self.dates)

    @cached_property
    def exemptions(self) -> tuple[Exemption, ...]:
        """Offices that need not report, by the centre's decision."""
        return exemptions_of(self.dates)

    @property
    def own_office(self) -> Office:
        """The office of this PC."""
        return self.register.office(self._ledger.office)

    @property
    def today(self) -> date:
        """Today by this PC's clock, for what is shown; nothing that is signed rests on it."""
        return self._clock().date()

    def period(self, code: str) -> Period:
        """Raises ``LedgerError(PERIOD_UNKNOWN)``."""
        return self.periods.period(code)

    def tasks_of(self, office: str, on: date) -> tuple[Task, ...]:
        """The tasks that concern an office on a day."""
        return tasks_of(self.programme, self.register, office, on)

    def task_codes(self, office: str, on: date) -> frozenset[str]:
        """The codes of ``tasks_of``, remembered: a consolidation asks for every office and indicator."""
        # one answer for all days on which nothing changes: by the day, a year's work would keep hundreds of them
        span = bisect_right(self.register.change_days, on)
        if span not in self._task_codes:
            self._task_codes[span] = tasks_by_office(self.programme, self.register, on)
        self.register.office(office)
        return self._task_codes[span].get(office, frozenset())

    def task_codes_in(self, office: str, period: Period) -> frozenset[str]:
        """The codes of the tasks to which an office's work in a period belongs: those of the period's last day.

        Of an office that was merged, split or closed within the period those of its own last day: what it did until then stays
        in the figures, and its heirs record only what came after.
        """
        return self.task_codes(office, self.last_day_in(office, period))

    def last_day_in(self, office: str, period: Period) -> date:
        """The last day of a period, or an office's own last day when that lies before it within the period."""
        last = self.register.office(office).valid_to
        return last if last is not None and period.takes_from <= last < period.last_day else period.last_day

    def obligations(self, period: Period) -> tuple[Obligation, ...]:
        """The reports expected for a period, remembered; the exemptions that the centre granted are left out."""
        if period.code not in self._obligations:
            owed = obligations(self.programme, self.register, period, exemptions=self.exemptions)
            self._obligations[period.code] = owed
        return self._obligations[period.code]

    def owing(self, period: Period) -> frozenset[str]:
        """The offices that owe a report for a period: neither exempted nor only asked for it; remembered."""
        if period.code not in self._owing:
            self._owing[period.code] = frozenset(owed.office for owed in self.obligations(period) if not owed.requested)
        return self._owing[period.code]

    def expected(self, period: Period) -> frozenset[str]:
        """The offices that have a place in a period's report, exempted ones too; remembered."""
        if period.code not in self._expected:
            owed = obligations(self.programme, self.register, period)
            self._expected[period.code] = frozenset(obligation.office for obligation in owed)
        return self._expected[period.code]

    @cached_property
    def basis(self) -> bytes:
        """SHA-256 over the three documents: what figures by group rest on beside the records."""
        return hashlib.sha256(b"".join(hashlib.sha256(document).digest() for document in self._documents.values())).digest()

    @cached_property
    def dates(self) -> CentreDates:
        """What the centre has set beside the programme."""
        return parse_dates(self._documents[DATES])

    @cached_property
    def _documents(self) -> dict[str, bytes]:
        """All three as they stood at one moment, so that ``basis`` is that of what was parsed."""
        kept = {PROGRAMME: "", OFFICES: "", DATES: "{}"}
        return {name: self._ledger.setting(name, default).encode() for name, default in kept.items()}


def keep_catalogue(ledger: Ledger, *, programme: bytes, offices: bytes, dates: bytes) -> None:
    """Keeps new documents after parsing them; inside a ``write`` block. Raises what the parsers raise."""
    parse_programme(programme)
    parse_offices(offices)
    parse_dates(dates)
    for name, content in ((PROGRAMME, programme), (OFFICES, offices), (DATES, dates)):
        ledger.set_within(name, content.decode())
    ledger.projections.summaries.fit()
