"""What holds for every cut-off, day and reorganisation."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.builtin import builtin_offices, builtin_programme
from storage.domain.calendar import WorkingCalendar
from storage.domain.errors import LedgerError
from storage.domain.obligations import Obligation, completeness, obligations
from storage.domain.office_file import parse_offices
from storage.domain.offices import OfficeRegister
from storage.domain.periods import Periods, Timeliness, timeliness

PROGRAMME = builtin_programme()
REGISTER = builtin_offices()
DAYS = st.dates(date(2015, 1, 1), date(2045, 12, 31))
ONE_DAY = timedelta(days=1)


@given(DAYS)
def test_every_day_belongs_to_exactly_one_year_and_at_most_one_half_year(day: date) -> None:
    found = [period.duty for period in Periods(PROGRAMME).periods_of(day)]
    assert found.count("R12") == 1
    assert found.count("R06") <= 1


@given(DAYS, st.integers(-30, 30))
def test_no_day_is_lost_whatever_cutoff_the_centre_sets(day: date, shift: int) -> None:
    cutoff = date(day.year, 11, 15) + timedelta(days=shift)
    periods = Periods(PROGRAMME, cutoffs={f"{day.year}": cutoff})
    try:
        periods.period(f"{day.year}")
    except LedgerError:
        return
    assert [period.duty for period in periods.periods_of(day)].count("R12") == 1


@given(st.integers(2001, 2198), st.booleans())
def test_every_accepted_period_leaves_a_working_day(year: int, half: bool) -> None:
    period = Periods(PROGRAMME).period(f"{year}S1" if half else f"{year}")
    assert WorkingCalendar().next_working_day(period.last_day) <= period.last_on_time < period.due_before
    assert period.takes_from <= period.first_day <= period.last_day


@given(st.integers(2001, 2197))
def test_consecutive_years_touch(year: int) -> None:
    periods = [Periods(PROGRAMME).period(f"{number}") for number in (year, year + 1)]
    for earlier, later in pairwise(periods):
        assert later.takes_from == earlier.last_day + ONE_DAY
        assert earlier < later


@given(DAYS, st.none() | DAYS)
def test_timeliness_only_worsens_while_nothing_comes(today: date, received_on: date | None) -> None:
    period = Periods(PROGRAMME).current(today)
    order = [Timeliness.NOT_DUE, Timeliness.DUE_SOON, Timeliness.OVERDUE]
    states = [timeliness(period, received_on=None, today=today + timedelta(days=n)) for n in range(0, 400, 20)]
    assert states == sorted(states, key=order.index)
    if received_on is not None:
        state = timeliness(period, received_on=received_on, today=today)
        assert state in {Timeliness.ON_TIME, Timeliness.LATE}


_OFFICES = st.sampled_from([office.code for office in REGISTER.offices])
_OBLIGATIONS = st.lists(
    st.builds(
        Obligation,
        office=_OFFICES,
        period=st.sampled_from(["2020S1", "2020"]),
        duty=st.just("R06"),
        due_before=st.just(date(2020, 6, 20)),
        requested=st.booleans(),
    ),
    max_size=30,
)


@given(st.lists(_OFFICES | st.text(max_size=3), max_size=40), _OBLIGATIONS)
def test_completeness_lies_between_0_and_100_per_cent(received: list[str], owed: list[Obligation]) -> None:
    ratio = completeness(received, owed)
    if ratio is None:
        assert all(obligation.requested for obligation in owed)
    else:
        assert 0 <= ratio.numerator <= ratio.denominator
        assert 0 <= ratio.percent <= 100


@given(st.integers(2016, 2030), st.booleans(), st.lists(_OFFICES, max_size=60))
@settings(max_examples=40)
def test_completeness_of_the_real_plan_through_the_reorganisation(year: int, half: bool, received: list[str]) -> None:
    period = Periods(PROGRAMME).period(f"{year}S1" if half else f"{year}")
    owed = obligations(PROGRAMME, REGISTER, period)
    for obligation in owed:
        assert REGISTER.office(obligation.office).is_valid_on(period.last_on_time)
    ratio = completeness(received, owed)
    assert ratio is not None
    assert 0 <= ratio.percent <= 100


@st.composite
def _registers(draw: st.DrawFn) -> OfficeRegister:
    """Generations of offices: each generation ends with a year and hands everything to the next one."""
    generations = draw(st.lists(st.integers(1, 4), min_size=1, max_size=5))
    offices, successions = [], []
    for generation, size in enumerate(generations):
        first = None if generation == 0 else f"{2010 + generation}-01-01"
        last = f"{2010 + generation}-12-31" if generation + 1 < len(generations) else None
        for number in range(size):
            code = f"O{generation}-{number}"
            offices.append(
                {"code": code, "name_vi": code, "name_en": code, "type": "so", "valid_from": first, "valid_to": last}
            )
        if generation:
            earlier = [f"O{generation - 1}-{number}" for number in range(generations[generation - 1])]
            for source in earlier:
                count = draw(st.integers(1, size))
                targets = [f"O{generation}-{number}" for number in range(count)]
                when = f"{2010 + generation}-01-01"
                entry = {"kind": "SPLIT", "effective": when, "sources": [source], "targets": targets, "confidence": "DATA"}
                successions.append(entry)
    types = [{"code": "so", "label_vi": "Sở", "label_en": "Department"}]
    document = {"format": 1, "version": 1, "types": types, "offices": offices, "successions": successions}
    return parse_offices(json.dumps(document).encode())


@given(_registers(), st.dates(date(2009, 1, 1), date(2020, 1, 1)))
def test_heirs_exist_and_a_dissolved_office_is_never_left_without(register: OfficeRegister, day: date) -> None:
    for office in register.offices:
        heirs = register.heirs(office.code, day)
        assert all(heir.is_valid_on(day) for heir in heirs)
        assert office.code not in {heir.code for heir in heirs}
        dissolved = office.valid_to is not None and office.valid_to < day
        assert bool(heirs) == dissolved
