"""The programme, the offices and the dates that this ledger works by, as the centre set them and the kit brought them."""

from __future__ import annotations

from datetime import date
from functools import cached_property

import msgspec

from storage.domain.calendar import WorkingCalendar, calendar_from
from storage.domain.identifiers import Clock
from storage.domain.obligations import Exemption, tasks_of
from storage.domain.office_file import parse_offices
from storage.domain.offices import Office, OfficeRegister
from storage.domain.periods import Period, Periods
from storage.domain.programme import Programme, Task
from storage.domain.programme_file import parse_programme
from storage.domain.strict_json import convert, read_raw
from storage.ledger import Ledger

PROGRAMME, OFFICES, DATES = "programme", "offices", "dates"


class CentreDates(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the centre has set beside the programme: cut-offs (period → ISO day), holidays (ISO day → name), exemptions."""

    format: int = 1
    cutoffs: dict[str, str] = {}
    holidays: dict[str, str] = {}
    working_days: list[str] = []
    exemptions: list[tuple[str, str]] = []


def parse_dates(data: bytes) -> CentreDates:
    """Raises ``LedgerError``: SCHEMA_UNKNOWN_FIELD, SCHEMA_INVALID."""
    return convert(read_raw(data), CentreDates)


class Catalogue:
    """Reads the ledger's own copy once; make a new one after a kit was taken in."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._clock: Clock = ledger.clock
        self._task_codes: dict[tuple[str, date], frozenset[str]] = {}

    @cached_property
    def programme(self) -> Programme:
        """The programme in force."""
        return parse_programme(self._ledger.setting(PROGRAMME).encode())

    @cached_property
    def register(self) -> OfficeRegister:
        """All offices and successions."""
        return parse_offices(self._ledger.setting(OFFICES).encode())

    @cached_property
    def periods(self) -> Periods:
        """The programme's periods with the centre's cut-offs and holidays."""
        cutoffs = {code: date.fromisoformat(day) for code, day in self._dates.cutoffs.items()}
        return Periods(self.programme, cutoffs=cutoffs, calendar=self.calendar)

    @cached_property
    def calendar(self) -> WorkingCalendar:
        """Working days with the holidays that the centre has set."""
        return calendar_from(holidays=self._dates.holidays, working_days=self._dates.working_days)

    @cached_property
    def exemptions(self) -> tuple[Exemption, ...]:
        """Offices that need not report, by the centre's decision."""
        return tuple(Exemption(*pair) for pair in self._dates.exemptions)

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
        key = (office, on)
        if key not in self._task_codes:
            self._task_codes[key] = frozenset(task.code for task in self.tasks_of(office, on))
        return self._task_codes[key]

    @cached_property
    def _dates(self) -> CentreDates:
        return parse_dates(self._ledger.setting(DATES, "{}").encode())


def keep_catalogue(ledger: Ledger, *, programme: bytes, offices: bytes, dates: bytes) -> None:
    """Keeps new documents after parsing them; inside a ``write`` block. Raises what the parsers raise."""
    parse_programme(programme)
    parse_offices(offices)
    parse_dates(dates)
    for name, content in ((PROGRAMME, programme), (OFFICES, offices), (DATES, dates)):
        ledger.set_within(name, content.decode())
