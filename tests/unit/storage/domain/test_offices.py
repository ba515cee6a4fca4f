"""The register of offices: validity, heirs, spellings, and the built-in offices as data."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from importlib import resources
from typing import Any

import pytest

from storage.builtin import builtin_offices
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.office_file import offices_bytes, parse_offices
from storage.domain.offices import OfficeRegister, name_key

IN_2020 = date(2020, 6, 19)
IN_SPRING_2025 = date(2025, 4, 1)
IN_2026 = date(2026, 6, 19)


def _register(*offices: dict[str, Any], successions: tuple[dict[str, Any], ...] = ()) -> OfficeRegister:
    return parse_offices(_bytes(*offices, successions=successions))


def _bytes(*offices: dict[str, Any], successions: tuple[dict[str, Any], ...] = ()) -> bytes:
    document = {
        "format": 1,
        "version": 1,
        "types": [{"code": "so", "label_vi": "Sở", "label_en": "Department"}],
        "offices": list(offices),
        "successions": list(successions),
    }
    return json.dumps(document).encode()


def _office(code: str, valid_from: str | None = None, valid_to: str | None = None, **more: Any) -> dict[str, Any]:
    return {"code": code, "name_vi": code, "name_en": code, "type": "so", "valid_from": valid_from, "valid_to": valid_to} | more


def _succession(kind: str, effective: str, sources: list[str], targets: list[str]) -> dict[str, Any]:
    return {"kind": kind, "effective": effective, "sources": sources, "targets": targets, "confidence": "SOURCE"}


def _refusal(data: bytes) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        parse_offices(data)
    return caught.value


def test_fifty_offices_stood_in_2020_and_thirty_three_report() -> None:
    register = builtin_offices()
    then = register.offices_on(IN_2020)
    listed = [office for office in then if office.code not in {"UBNDT-QN-CU", "BDVTU"}]
    assert len(listed) == 50
    assert sum("G_ALL" in office.groups for office in then) == 33
    assert sum(office.type == "ubnd_cap_huyen" for office in then) == 10


def test_the_ten_districts_became_forty_communes() -> None:
    register = builtin_offices()
    communes = [office for office in register.offices_on(IN_2026) if office.type == "ubnd_cap_xa"]
    assert len(communes) == 40
    sizes = {}
    inherited: list[str] = []
    for district in register.offices_on(IN_2020):
        if district.type == "ubnd_cap_huyen":
            heirs = register.heirs(district.code, IN_2026)
            sizes[district.code] = len(heirs)
            inherited += [heir.code for heir in heirs]
    assert sorted(sizes.values()) == [2, 3, 3, 3, 3, 4, 5, 5, 6, 6]
    assert sorted(inherited) == sorted(commune.code for commune in communes)  # none twice, none left out


def test_the_compiling_department_was_split_by_function_and_then_moved_with_the_province() -> None:
    register = builtin_offices()
    assert register.heirs("STTTT", IN_2020) == ()
    assert [heir.code for heir in register.heirs("STTTT", IN_SPRING_2025)] == ["SVHTTDL", "SKHCN-M"]
    assert {heir.code for heir in register.heirs("STTTT", IN_2026)} == {"SVHTTDL-QN", "SKHCN-QN"}
    assert [office.code for office in register.standing("STTTT", IN_2020)] == ["STTTT"]


def test_every_dissolved_office_has_heirs_today_and_no_code_is_odd() -> None:
    register = builtin_offices()
    for office in register.offices:
        assert office.code.isascii()
        if not office.is_valid_on(IN_2026):
            assert register.heirs(office.code, IN_2026), office.code


def test_statements_that_are_not_from_a_source_say_so() -> None:
    register = builtin_offices()
    joint = next(succession for succession in register.successions if "BTGTU" in succession.sources)
    assert joint.effective == date(2025, 3, 1)
    assert joint.confidence == "MEMORY"
    assert "cần đối chiếu" in joint.source
    assert all(office.source for office in register.offices)
    assert all(not office.phone and not office.e_id for office in register.offices)


def test_the_file_is_what_the_program_itself_would_write() -> None:
    register = builtin_offices()
    assert parse_offices(offices_bytes(register)) == register
    shipped = (resources.files("storage.builtin") / "offices.json").read_bytes()
    assert offices_bytes(register) == shipped
    assert unicodedata.is_normalized("NFC", shipped.decode("utf-8"))


def test_ancestors() -> None:
    register = builtin_offices()
    assert [office.code for office in register.ancestors("CTTDT")] == ["VPUBND", "UBNDT"]
    assert register.ancestors("UBNDT") == ()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Ủy ban nhân dân huyện Đăk Hà", "UBND-DH"),
        ("uỷ ban nhân dân huyện Đắk Hà", "UBND-DH"),
        ("UBND huyen dak ha", "UBND-DH"),
        ("UBND huyện Ia H'Drai", "UBND-IHD"),
        ("UBND huyện Ia H' Drai", "UBND-IHD"),
        ("UBND huyện Ia H’Drai", "UBND-IHD"),
        ("UBND xã Ngọc Réo", "UBND-X-NGOKREO"),
        ("UBND xã Ngọk Réo", "UBND-X-NGOKREO"),
        (unicodedata.normalize("NFD", "UBND xã Bờ Y"), "UBND-X-BOY"),
    ],
)
def test_an_office_is_found_in_each_spelling(typed: str, code: str) -> None:
    assert [office.code for office in builtin_offices().find(typed)] == [code]


def test_names_that_stayed_the_same_are_told_apart_by_the_date() -> None:
    register = builtin_offices()
    assert [office.code for office in register.find("Sở Tài chính", IN_2020)] == ["STC"]
    assert [office.code for office in register.find("Sở Tài chính", IN_SPRING_2025)] == ["STC-M"]
    for day in (IN_2020, IN_SPRING_2025, IN_2026):
        keys = [name_key(office.name_vi) for office in register.offices_on(day)]
        assert len(keys) == len(set(keys))


def test_unknown_and_closed_offices() -> None:
    register = builtin_offices()
    with pytest.raises(LedgerError) as caught:
        register.office("NOBODY")
    assert caught.value.code is Code.OFFICE_UNKNOWN
    with pytest.raises(LedgerError) as caught:
        register.valid_office("STTTT", IN_2026)
    assert caught.value.code is Code.OFFICE_CLOSED
    assert caught.value.parameters == {"office": "STTTT", "day": "2026-06-19"}
    assert register.valid_office("STTTT", IN_2020).place == "Kon Tum"
    assert "STTTT" in register
    assert "NOBODY" not in register


def test_heirs_follow_only_what_has_taken_effect() -> None:
    register = _register(
        _office("A", None, "2020-12-31"),
        _office("B", "2021-01-01", "2021-12-31"),
        _office("C", "2022-01-01"),
        _office("D", "2022-01-01"),
        _office("E", None, "2021-12-31"),
        successions=(
            _succession("RENAME", "2021-01-01", ["A"], ["B"]),
            _succession("SPLIT", "2022-01-01", ["B", "E"], ["C", "D"]),
        ),
    )
    assert [office.code for office in register.heirs("A", date(2020, 12, 31))] == []
    assert [office.code for office in register.heirs("A", date(2021, 1, 1))] == ["B"]
    assert [office.code for office in register.heirs("A", date(2022, 1, 1))] == ["C", "D"]
    assert [office.code for office in register.heirs("E", date(2022, 1, 1))] == ["C", "D"]


def test_an_office_closed_without_heir_has_none() -> None:
    register = _register(_office("A", None, "2020-12-31"), successions=(_succession("CLOSE", "2021-01-01", ["A"], []),))
    assert register.heirs("A", IN_2026) == ()
    assert register.standing("A", IN_2026) == ()


def test_an_office_that_absorbs_another_goes_on_under_its_code() -> None:
    register = _register(
        _office("A", None, "2020-12-31"), _office("B"), successions=(_succession("MERGE", "2021-01-01", ["A", "B"], ["B"]),)
    )
    assert [office.code for office in register.heirs("A", IN_2026)] == ["B"]
    assert register.heirs("B", IN_2026) == ()


@pytest.mark.parametrize(
    ("data", "reference"),
    [
        (_bytes(_office("A", type="nothing")), "nothing"),
        (_bytes(_office("A", parent="B")), "B"),
        (_bytes(_office("A"), successions=(_succession("RENAME", "2021-01-01", ["A"], ["B"]),)), "B"),
        (_bytes(_office("A"), successions=(_succession("RENAME", "2021-01-01", ["B"], ["A"]),)), "B"),
    ],
)
def test_a_reference_that_leads_nowhere(data: bytes, reference: str) -> None:
    error = _refusal(data)
    assert error.code is Code.PROGRAMME_REFERENCE_UNKNOWN
    assert error.parameters["reference"] == reference


@pytest.mark.parametrize(
    "data",
    [
        _bytes(),
        _bytes(_office("a")),
        _bytes(_office("A" * 17)),
        _bytes(_office("A B")),
        _bytes(_office("A\n")),
        _bytes(_office("")),
        _bytes(_office("A"), _office("A")),
        _bytes(_office("A", "2021-01-01", "2020-12-31")),
        _bytes(_office("A", "2021-13-01")),
        _bytes(_office("A", "2025-02/03")),
        _bytes(_office("A", e_id="H3")),
        _bytes(_office("A", phone="ask for the director")),
        _bytes(_office("A", groups=["G", "G"])),
        _bytes(_office("A", parent="A")),
        _bytes(_office("A", parent="B"), _office("B", parent="C"), _office("C", parent="A")),
        _bytes(_office("A", None, "2020-12-31"), _office("B"), successions=(_succession("RENAME", "2021-01-01", ["A"], []),)),
        _bytes(_office("A", None, "2020-12-31"), _office("B"), successions=(_succession("CLOSE", "2021-01-01", ["A"], ["B"]),)),
        _bytes(_office("A"), _office("B"), successions=(_succession("MERGE", "2021-01-01", ["A"], ["B"]),)),
        _bytes(_office("A", None, "2020-11-30"), _office("B"), successions=(_succession("MERGE", "2021-01-01", ["A"], ["B"]),)),
        _bytes(
            _office("A", None, "2020-12-31"),
            _office("B", "2021-02-01"),
            successions=(_succession("MERGE", "2021-01-01", ["A"], ["B"]),),
        ),
        _bytes(
            _office("A"),
            _office("B"),
            successions=(_succession("MOVE", "2021-01-01", ["A"], ["B"]), _succession("MOVE", "2022-01-01", ["B"], ["A"])),
        ),
    ],
)
def test_what_breaks_a_rule_is_refused_with_its_place(data: bytes) -> None:
    error = _refusal(data)
    assert error.code is Code.SCHEMA_INVALID
    assert error.parameters["at"]


@pytest.mark.parametrize("field", ["director", "email", "members", "staff"])
def test_an_office_has_no_field_for_persons(field: str) -> None:
    error = _refusal(_bytes(_office("A", **{field: "x"})))
    assert error.code is Code.SCHEMA_UNKNOWN_FIELD
    assert error.parameters["field"] == field


@pytest.mark.parametrize("e_id", ["", "H34", "H34.18", "H34.18.2A", "000.00.00.H49", "000.18.02.H34"])
def test_both_forms_of_the_electronic_identifier(e_id: str) -> None:
    assert _register(_office("A", e_id=e_id)).office("A").e_id == e_id


def test_a_long_chain_of_reorganisations() -> None:
    count = 3000
    offices = [
        _office(f"O{n}", f"{n + 1:04d}-01-01" if n else None, f"{n + 1:04d}-12-31" if n < count - 1 else None)
        for n in range(count)
    ]
    successions = tuple(_succession("RENAME", f"{n + 2:04d}-01-01", [f"O{n}"], [f"O{n + 1}"]) for n in range(count - 1))
    register = _register(*offices, successions=successions)
    assert [office.code for office in register.heirs("O0", date(9000, 1, 1))] == [f"O{count - 1}"]
