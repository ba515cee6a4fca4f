"""Whatever is reorganised: the register stays whole, the past stays as it was, and no duty is lost but by closing."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.builtin import builtin_programme
from storage.domain import reorganisation as change
from storage.domain.errors import LedgerError
from storage.domain.obligations import obligations
from storage.domain.office_file import offices_bytes, parse_offices
from storage.domain.offices import Office, OfficeRegister
from storage.domain.periods import Periods
from storage.domain.reorganisation import Decision
from tests.unit.storage.domain.test_reorganisation import offices_of_2020

PROGRAMME = builtin_programme()
PERIODS = Periods(PROGRAMME)
BEGIN = date(2021, 1, 1)
ACTS = ("create", "rename", "merge", "merge_into", "split", "move", "regroup", "close")


def owed(register: OfficeRegister, code: str) -> dict[str, tuple[str, ...]]:
    found = obligations(PROGRAMME, register, PERIODS.period(code))
    return {one.office: one.inherited_from for one in found if not one.requested}


def new(number: int) -> Office:
    return Office(code=f"N{number}", name_vi=f"Cơ quan {number}", name_en=f"Office {number}", type="so", groups=("G_ALL",))


def acted(register: OfficeRegister, act: str, codes: list[str], number: int, decision: Decision) -> OfficeRegister:
    first, second = codes
    if act == "create":
        return change.create(register, new(number), decision)
    if act == "rename":
        return change.rename(register, first, new(number), decision)
    if act == "merge":
        return change.merge(register, [first, second], new(number), decision)
    if act == "merge_into":
        return change.merge(register, [first, second], second, decision)
    if act == "split":
        return change.split(register, first, [new(number), new(number + 500)], decision)
    if act == "move":
        return change.move(register, first, second, decision)
    if act == "regroup":
        return change.regroup(register, first, msgspec.structs.replace(new(number), groups=()), decision)
    return change.close(register, first, decision)


@given(data=st.data())
@settings(max_examples=30)
def test_reorganisations_keep_the_past_and_lose_no_duty(data: st.DataObject) -> None:
    register = offices_of_2020()
    day = BEGIN
    for number in range(data.draw(st.integers(1, 6))):
        day += timedelta(days=data.draw(st.integers(1, 200)))
        standing = [office.code for office in register.offices_on(day) if "G_ALL" in office.groups]
        codes = data.draw(st.lists(st.sampled_from(standing), min_size=2, max_size=2, unique=True))
        act = data.draw(st.sampled_from(ACTS))
        try:
            after = acted(register, act, codes, number, Decision(effective=day, legal_basis="Quyết định 1"))
        except LedgerError:
            continue
        assert parse_offices(offices_bytes(after)) == after
        for period in ("2020S1", "2020", "2021S1", "2021", "2022S1", "2022"):
            before_act = PERIODS.period(period).last_on_time < day
            then, now = owed(register, period), owed(after, period)
            if before_act:
                assert now == then, "what was owed before the day stays"
            elif act not in ("create", "close"):
                carried = set(now) | {source for sources in now.values() for source in sources}
                assert set(then) <= carried, "a duty is carried on by somebody"
        register = after
