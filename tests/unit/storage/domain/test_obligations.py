"""Who owes which report, and which tasks concern which office."""

from __future__ import annotations

import json
from datetime import date
from importlib import resources
from typing import Any

import pytest

from storage.builtin import builtin_offices, builtin_programme
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.formula import Ratio
from storage.domain.obligations import (
    Exemption,
    Obligation,
    answerable,
    check_references,
    completeness,
    leads,
    members,
    obligations,
    tasks_by_office,
    tasks_of,
    timeliness_of,
)
from storage.domain.office_file import parse_offices
from storage.domain.periods import Timeliness, period
from storage.domain.programme_file import parse_programme

REQUESTED_IN_2020 = {"BTGTU", "UBMTTQ", "LDLD", "HND", "HLHPN", "TDTN", "HCCB", "LHHKHKT", "HVHNT"}


def _of(code: str, *exemptions: Exemption) -> dict[str, Obligation]:
    programme = builtin_programme()
    found = obligations(programme, builtin_offices(), period(programme, code), exemptions=exemptions)
    assert len({obligation.office for obligation in found}) == len(found)
    return {obligation.office: obligation for obligation in found}


def _changed_programme(**changes: Any) -> bytes:
    document = json.loads((resources.files("storage.builtin") / "programme.json").read_text(encoding="utf-8"))
    return json.dumps(document | changes).encode()


def test_thirty_three_offices_owe_and_nine_are_requested_in_2020() -> None:
    found = _of("2020S1")
    owing = {code for code, obligation in found.items() if not obligation.requested}
    assert len(owing) == 33
    assert {code for code, obligation in found.items() if obligation.requested} == REQUESTED_IN_2020
    assert found["UBND-DH"] == Obligation("UBND-DH", "2020S1", "R06", date(2020, 6, 20))
    assert all(not obligation.inherited_from for obligation in found.values())
    assert _of("2020")["UBND-DH"].due_before == date(2020, 12, 10)


def test_a_requested_body_is_never_overdue_or_late() -> None:
    programme = builtin_programme()
    half_year = period(programme, "2020S1")
    for obligation in obligations(programme, builtin_offices(), half_year):
        for today in (date(2019, 1, 1), half_year.last_on_time, half_year.due_before, date(2030, 1, 1)):
            missing = timeliness_of(obligation, half_year, received_on=None, today=today)
            late = timeliness_of(obligation, half_year, received_on=date(2021, 1, 1), today=today)
            if obligation.requested:
                assert (missing, late) == (Timeliness.NOT_DUE, Timeliness.ON_TIME)
            else:
                assert late is Timeliness.LATE
                assert (missing is Timeliness.OVERDUE) == (today >= half_year.due_before)


def test_heirs_inherit_from_the_day_of_the_succession() -> None:
    spring = _of("2025S1")  # due before the districts were dissolved, after the departments were merged
    assert "STTTT" not in spring
    assert spring["SKHCN-M"].inherited_from == ("STTTT", "SKHCN")
    assert spring["SVHTTDL"].inherited_from == ("STTTT",)
    assert spring["UBND-DH"].inherited_from == ()
    assert "UBND-X-DAKHA" not in spring
    year = _of("2025")
    assert "UBND-DH" not in year
    assert year["UBND-X-DAKHA"].inherited_from == ("UBND-DH",)
    assert not year["UBND-X-DAKHA"].requested
    assert sum(code.startswith(("UBND-X-", "UBND-P-")) for code in year) == 40
    assert year["BTGDVTU-QN"].requested
    assert {code for code in year if year[code].requested} >= {"LHHKHKT", "UBMTTQ-QN", "LDLD-QN"}


def test_exemptions_by_period_and_for_good() -> None:
    assert "SYT" not in _of("2020S1", Exemption("SYT", "2020S1"))
    assert "SYT" in _of("2020", Exemption("SYT", "2020S1"))
    assert "SYT" not in _of("2020", Exemption("SYT"))


def test_whom_to_address_after_a_reorganisation() -> None:
    register = builtin_offices()
    owed = _of("2025S1")["UBND-IHD"]
    assert [office.code for office in answerable(owed, register, date(2025, 6, 30))] == ["UBND-IHD"]
    assert {office.code for office in answerable(owed, register, date(2025, 7, 1))} == {"UBND-X-IATOI", "UBND-X-IADAL"}


def test_completeness_counts_what_is_owed_only() -> None:
    found = tuple(_of("2020S1").values())
    assert completeness([], found) == Ratio(0, 33)
    assert completeness(["UBND-DH", "UBND-DH", "BTGTU", "NOBODY"], found) == Ratio(1, 33)
    assert completeness({obligation.office for obligation in found}, found) == Ratio(33, 33)
    assert completeness(["BTGTU"], [obligation for obligation in found if obligation.requested]) is None
    assert completeness([], ()) is None


OF_EVERY_OFFICE = ["II.1.a", "II.1.b", "II.1.c", "II.1.d", "II.3.a", "II.3.dd", "II.6", "III.1.a", "III.1.b"]


@pytest.mark.parametrize(
    ("office", "codes"),
    [
        ("BTGTU", ["II.2", "II.3.c", "II.5"]),
        ("BAOKT", ["II.2"]),
        ("CAT", sorted([*OF_EVERY_OFFICE, "II.3.c", "II.3.d", "II.5"])),
        ("HND", ["II.6"]),
        ("HVHNT", ["II.7"]),
        ("UBND-DH", OF_EVERY_OFFICE),
        ("TTTU", []),
    ],
)
def test_the_tasks_of_an_office_in_2020(office: str, codes: list[str]) -> None:
    found = tasks_of(builtin_programme(), builtin_offices(), office, date(2020, 5, 1))
    assert [task.code for task in found] == codes


def test_heirs_take_over_the_tasks() -> None:
    programme, register = builtin_programme(), builtin_offices()
    before, after = date(2025, 2, 28), date(2025, 3, 1)
    press = "II.3.d"
    assert press in {task.code for task in tasks_of(programme, register, "STTTT", before)}
    assert tasks_of(programme, register, "STTTT", after) == ()
    assert press not in {task.code for task in tasks_of(programme, register, "SVHTTDL", before)}
    assert press in {task.code for task in tasks_of(programme, register, "SVHTTDL", after)}
    assert "II.1.a" in {task.code for task in tasks_of(programme, register, "UBND-X-BOY", date(2025, 7, 1))}
    assert tasks_of(programme, register, "UBND-X-BOY", date(2025, 6, 30)) == ()


def test_lead_or_coordinating() -> None:
    programme, register = builtin_programme(), builtin_offices()
    day = date(2020, 5, 1)
    assert leads(programme, register, programme.task("II.1.a"), "SYT", day)
    assert not leads(programme, register, programme.task("II.3.a"), "SYT", day)
    assert leads(programme, register, programme.task("II.3.a"), "STTTT", day)


def test_an_unknown_office_is_an_expected_error() -> None:
    with pytest.raises(LedgerError) as caught:
        tasks_of(builtin_programme(), builtin_offices(), "NOBODY", date(2020, 1, 1))
    assert caught.value.code is Code.OFFICE_UNKNOWN


def test_groups_by_tag_and_by_type() -> None:
    programme, register = builtin_programme(), builtin_offices()
    assert len([office for office in members(programme, register, "G_HUYEN") if office.is_valid_on(date(2020, 1, 1))]) == 10
    assert len([office for office in members(programme, register, "G_DOANTHE") if office.is_valid_on(date(2020, 1, 1))]) == 5
    assert [office.code for office in members(programme, register, "STTTT")] == ["STTTT"]


def test_the_built_in_programme_fits_the_built_in_offices() -> None:
    check_references(builtin_programme(), builtin_offices())


def test_a_programme_that_names_offices_outside_the_register() -> None:
    programme = parse_programme(_changed_programme())
    lonely = {"format": 1, "version": 1, "types": [{"code": "so", "label_vi": "Sở", "label_en": "Department"}]}
    office = {"code": "A", "name_vi": "A", "name_en": "A", "type": "so"}
    register = parse_offices(json.dumps(lonely | {"offices": [office]}).encode())
    with pytest.raises(LedgerError) as caught:
        check_references(programme, register)
    assert caught.value.code is Code.PROGRAMME_REFERENCE_UNKNOWN
    with pytest.raises(LedgerError) as caught:
        obligations(programme, register, period(programme, "2020"))
    assert caught.value.parameters["reference"] in {"BTGTU", "UBMTTQ"}


def test_a_period_of_another_programme_is_refused() -> None:
    programme = builtin_programme()
    document = json.loads(_changed_programme())
    document["duties"] = [duty | {"code": f"X{duty['code']}"} for duty in document["duties"]]
    foreign = parse_programme(json.dumps(document).encode())
    with pytest.raises(LedgerError) as caught:
        obligations(programme, builtin_offices(), period(foreign, "2020"))
    assert caught.value.code is Code.PERIOD_UNKNOWN


@pytest.mark.parametrize("day", [date(2020, 6, 14), date(2025, 3, 15), date(2026, 1, 1)])
def test_tasks_of_all_offices_at_once_are_those_of_each(day: date) -> None:
    programme, register = builtin_programme(), builtin_offices()
    together = tasks_by_office(programme, register, day)
    for office in register.offices:
        alone = {task.code for task in tasks_of(programme, register, office.code, day)}
        assert together.get(office.code, frozenset()) == alone, office.code
    assert any(together.values())
