"""Problems of a half-typed plan are told with the part and the field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from storage.builtin import builtin_offices, builtin_programme
from storage.catalogue import CentreDates
from storage.domain.codes import Code
from storage.plan import Documents, plain
from storage.plan_problems import problems_in

Change = Callable[[dict[str, Any]], None]


def raw() -> dict[str, Any]:
    return plain(Documents(builtin_programme(), builtin_offices(), CentreDates()))


def put(*path: Any) -> Change:
    *steps, last, value = path

    def change(document: dict[str, Any]) -> None:
        place: Any = document
        for step in steps:
            place = place[step]
        place[last] = value

    return change


def test_a_whole_plan_has_none() -> None:
    assert problems_in(raw()) == []


@pytest.mark.parametrize(
    ("change", "area", "key", "field", "code"),
    [
        (put("programme", "tasks", 0, "code", "chưa xong"), "tasks", "chưa xong", "code", Code.SCHEMA_INVALID),
        (put("programme", "tasks", 1, "lead", []), "tasks", "II.1.b", "lead", Code.SCHEMA_INVALID),
        (put("programme", "tasks", 0, "short_title_vi", "Số tài khoản"), "tasks", "II.1.a", "", Code.SCHEMA_PERSON_FIELD),
        (put("programme", "tasks", 0, "lead", ["KHONG-CO"]), "tasks", "II.1.a", "", Code.PROGRAMME_REFERENCE_UNKNOWN),
        (
            put("programme", "tasks", 0, "indicators", 0, "formula", "so_cuoc +"),
            "indicators",
            "II.1.a-1",
            "formula",
            Code.PROGRAMME_FORMULA_INVALID,
        ),
        (
            put("programme", "tasks", 0, "indicators", 0, "kind", "PERSON"),
            "indicators",
            "II.1.a-1",
            "kind",
            Code.SCHEMA_INVALID,
        ),
        (put("programme", "outline", 2, "parts", 0, "title_vi", ""), "outline", "UU_DIEM", "title_vi", Code.SCHEMA_INVALID),
        (
            put("programme", "duties", 0, "schedule", "data_to", {"month": 6, "day": 30}),
            "duties",
            "R06",
            "schedule.data_to",
            Code.SCHEMA_INVALID,
        ),
        (
            put("programme", "duties", 0, "schedule", "due_before", "20/6"),
            "duties",
            "R06",
            "schedule.due_before",
            Code.SCHEMA_INVALID,
        ),
        (put("programme", "issuer", ""), "head", "", "issuer", Code.SCHEMA_INVALID),
        (put("dates", "cutoffs", {"2020S1": "2020-06-19"}), "cutoffs", "2020S1", "", Code.PERIOD_CUTOFF_TOO_LATE),
        (put("dates", "exemptions", [["KHONG-CO", ""]]), "exemptions", "KHONG-CO", "", Code.OFFICE_UNKNOWN),
        (put("programme", "person_names", []), "head", "", "", Code.SCHEMA_UNKNOWN_FIELD),
    ],
)
def test_a_problem_is_placed(change: Change, area: str, key: str, field: str, code: Code) -> None:
    document = raw()
    change(document)
    (found,) = problems_in(document)
    assert (found.area, found.key, found.field, found.error.code) == (area, key, field, code)


def test_all_half_typed_parts_are_told_together() -> None:
    document = raw()
    for position in range(3):
        put("programme", "tasks", position, "code", "?")(document)
    put("programme", "count_fields", 0, "code", "?")(document)
    assert len(problems_in(document)) == 4
