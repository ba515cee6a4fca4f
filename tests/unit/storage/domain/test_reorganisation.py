"""Reorganising offices: who follows whom from which day, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from storage.builtin import builtin_offices, builtin_programme
from storage.domain import reorganisation as change
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.obligations import obligations
from storage.domain.offices import Office, OfficeRegister, SuccessionKind
from storage.domain.periods import Periods
from storage.domain.reorganisation import Decision

EFFECTIVE = date(2022, 7, 1)
DECISION = Decision(effective=EFFECTIVE, legal_basis="Nghị quyết 12/NQ-HĐND", scope="Toàn bộ")
HALVES = ("2021S1", "2021", "2022S1", "2022", "2023S1")


def offices_of_2020() -> OfficeRegister:
    """The built-in offices before anybody thought of 2025."""
    register = builtin_offices()
    then = [msgspec.structs.replace(one, valid_to=None) for one in register.offices_on(date(2020, 6, 1))]
    return msgspec.structs.replace(register, offices=tuple(then), successions=())


def new(code: str, **more: object) -> Office:
    return Office(**({"code": code, "name_vi": f"Cơ quan {code}", "name_en": code, "type": "so", "groups": ("G_ALL",)} | more))  # type: ignore[arg-type]


def owed(register: OfficeRegister, period: str) -> dict[str, tuple[str, ...]]:
    programme = builtin_programme()
    found = obligations(programme, register, Periods(programme).period(period))
    return {one.office: one.inherited_from for one in found if not one.requested}


def refusal(act: object) -> Code:
    assert callable(act)
    with pytest.raises(LedgerError) as caught:
        act()
    return caught.value.code


def test_two_offices_merge_into_a_new_one_that_owes_from_then_on() -> None:
    before = offices_of_2020()
    after = change.merge(before, ["STC", "SKHDT"], new("STC-MOI"), DECISION)
    assert after.office("STC").valid_to == EFFECTIVE - timedelta(days=1)
    assert [heir.code for heir in after.heirs("SKHDT", EFFECTIVE)] == ["STC-MOI"]
    line = after.successions[-1]
    assert (line.kind, line.legal_basis, line.scope) == (SuccessionKind.MERGE, "Nghị quyết 12/NQ-HĐND", "Toàn bộ")
    for period in ("2021S1", "2021", "2022S1"):
        assert owed(after, period) == owed(before, period), "what was owed before the date stays as it was"
    assert owed(after, "2022")["STC-MOI"] == ("SKHDT", "STC"), "in the register's order"
    assert not {"STC", "SKHDT"} & owed(after, "2022").keys()


def test_a_source_may_be_the_heir() -> None:
    after = change.merge(offices_of_2020(), ["STC", "SKHDT"], "STC", DECISION)
    assert after.office("STC").is_valid_on(EFFECTIVE)
    assert not after.office("SKHDT").is_valid_on(EFFECTIVE)
    assert owed(after, "2022")["STC"] == ("SKHDT",)


def test_a_split_passes_the_duty_to_each_part() -> None:
    after = change.split(offices_of_2020(), "STC", [new("A"), new("B"), "SNV"], DECISION)
    assert {heir.code for heir in after.heirs("STC", EFFECTIVE)} == {"A", "B", "SNV"}
    assert owed(after, "2022")["SNV"] == ("STC",)
    goes_on = change.split(offices_of_2020(), "STC", [new("A"), "STC"], DECISION)
    assert goes_on.office("STC").is_valid_on(EFFECTIVE)


def test_a_new_name_is_a_new_code() -> None:
    after = change.rename(offices_of_2020(), "STC", new("STC-2"), DECISION)
    assert [heir.code for heir in after.standing("STC", EFFECTIVE)] == ["STC-2"]
    assert [one.code for one in after.standing("STC", EFFECTIVE - timedelta(days=1))] == ["STC"]


def test_a_move_touches_no_duty_and_keeps_the_code() -> None:
    before = offices_of_2020()
    after = change.move(before, "STC", "VPUBND", DECISION)
    assert after.office("STC").parent == "VPUBND"
    assert after.successions[-1].kind is SuccessionKind.MOVE
    assert [owed(after, period) for period in HALVES] == [owed(before, period) for period in HALVES]


def test_another_group_leaves_the_past_as_it_was() -> None:
    before = offices_of_2020()
    after = change.regroup(before, "STC", new("STC-N", groups=()), DECISION)
    assert owed(after, "2021") == owed(before, "2021")
    # The work goes on, so the duty does: an heir carries it although it is in no group itself.
    assert owed(after, "2022")["STC-N"] == ("STC",)


def test_a_closed_office_owes_nothing_and_has_no_heir() -> None:
    after = change.close(offices_of_2020(), "STC", DECISION)
    assert after.heirs("STC", EFFECTIVE) == ()
    assert "STC" in owed(after, "2022S1")
    assert "STC" not in owed(after, "2022")


def test_a_created_office_owes_from_its_first_day() -> None:
    after = change.create(offices_of_2020(), new("MOI"), DECISION)
    assert "MOI" not in owed(after, "2022S1")
    assert "MOI" in owed(after, "2022")
    assert after.office("MOI").source == DECISION.legal_basis


def test_a_mistake_is_taken_back() -> None:
    before = offices_of_2020()
    after = change.merge(before, ["STC", "SKHDT"], new("STC-MOI"), DECISION)
    back = change.take_back(after, len(after.successions) - 1)
    assert back.office("STC").is_valid_on(date(2030, 1, 1))
    assert back.successions == before.successions
    assert "STC-MOI" in back, "a code that reports may bear stays"


def test_a_slip_is_corrected_without_any_succession() -> None:
    before = offices_of_2020()
    office = before.office("STC")
    after = change.correct(before, new("STC", name_vi="Sở Tài chính tỉnh", valid_to=date(2020, 1, 1), type=office.type))
    assert after.office("STC").name_vi == "Sở Tài chính tỉnh"
    assert (after.office("STC").valid_from, after.office("STC").valid_to) == (office.valid_from, office.valid_to)
    assert after.successions == before.successions


def test_what_is_refused() -> None:
    register = builtin_offices()
    no_basis = Decision(effective=EFFECTIVE, legal_basis="  ")
    assert refusal(lambda: change.close(register, "STC", no_basis)) is Code.REASON_MISSING
    assert refusal(lambda: change.close(register, "KHONG-CO", DECISION)) is Code.OFFICE_UNKNOWN
    assert refusal(lambda: change.create(register, new("STC"), DECISION)) is Code.OFFICE_CODE_TAKEN
    late = Decision(effective=date(2030, 1, 1), legal_basis="x")
    assert refusal(lambda: change.close(register, "STC", late)) is Code.OFFICE_CLOSED, "it is gone since 2025"
    assert refusal(lambda: change.merge(register, ["SNV"], "STC", late)) is Code.OFFICE_CLOSED
    assert refusal(lambda: change.create(register, new("chữ thường"), DECISION)) is Code.SCHEMA_INVALID
    assert refusal(lambda: change.create(register, new("X", type="khong_co"), DECISION)) is Code.PROGRAMME_REFERENCE_UNKNOWN
    assert refusal(lambda: change.close(register, "STC", DECISION)) is Code.OFFICE_ENDS_ALREADY
    assert refusal(lambda: change.move(register, "UBNDT", "STC", DECISION)) is Code.SCHEMA_INVALID, "its own child"


@pytest.mark.parametrize(
    ("wanted", "taken", "expected"),
    [("STC", set(), "STC"), ("STC", {"STC"}, "STC-2"), ("ABCDEFGHIJKLMNOP", {"ABCDEFGHIJKLMNOP"}, "ABCDEFGHIJKLMN-2")],
)
def test_a_free_code_is_proposed(wanted: str, taken: set[str], expected: str) -> None:
    assert change.free_code(wanted, taken.__contains__) == expected
