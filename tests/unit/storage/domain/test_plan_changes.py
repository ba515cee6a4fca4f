"""Differences between two plans are named part by part."""

from __future__ import annotations

import msgspec

from storage.builtin import builtin_offices, builtin_programme
from storage.domain import reorganisation as change
from storage.domain.plan_changes import Change, Kind, Part, mapping_changes, programme_changes, register_changes
from storage.domain.programme import Programme
from tests.unit.storage.domain.test_reorganisation import DECISION, new, offices_of_2020

replace = msgspec.structs.replace


def with_task(programme: Programme, position: int, **fields: object) -> Programme:
    tasks = list(programme.tasks)
    tasks[position] = replace(tasks[position], **fields)
    return replace(programme, tasks=tuple(tasks))


def test_the_same_plan_has_no_differences_whatever_its_version() -> None:
    programme, register = builtin_programme(), builtin_offices()
    assert programme_changes(programme, replace(programme, version=9)) == []
    assert register_changes(register, replace(register, version=9)) == []


def test_a_changed_title_is_told_with_both_texts() -> None:
    programme = builtin_programme()
    before = programme.tasks[0].short_title_vi
    assert programme_changes(programme, with_task(programme, 0, short_title_vi="Quán triệt")) == [
        Change(Kind.CHANGED, Part.TASK, programme.tasks[0].code, ("short_title_vi",), before, "Quán triệt")
    ]


def test_indicators_are_told_apart_from_their_task() -> None:
    programme = builtin_programme()
    (dropped,) = {one.id for one in programme.tasks[0].indicators} - {one.id for one in programme.tasks[0].indicators[:-1]}
    found = programme_changes(programme, with_task(programme, 0, indicators=programme.tasks[0].indicators[:-1]))
    assert [(one.kind, one.part, one.code) for one in found] == [(Kind.REMOVED, Part.INDICATOR, dropped)]


def test_added_removed_and_moved() -> None:
    programme = builtin_programme()
    fewer = replace(programme, tasks=programme.tasks[1:])
    assert (Kind.REMOVED, Part.TASK, programme.tasks[0].code) in {
        (one.kind, one.part, one.code) for one in programme_changes(programme, fewer)
    }
    assert (Kind.ADDED, Part.TASK, programme.tasks[0].code) in {
        (one.kind, one.part, one.code) for one in programme_changes(fewer, programme)
    }
    turned = replace(programme, activity_types=tuple(reversed(programme.activity_types)))
    assert [(one.kind, one.part) for one in programme_changes(programme, turned)] == [(Kind.MOVED, Part.ACTIVITY_TYPE)]


def test_the_head_names_its_fields() -> None:
    programme = builtin_programme()
    (found,) = programme_changes(programme, replace(programme, number="12/KH-UBND", date="2020-01-02"))
    assert (found.part, found.fields) == (Part.HEAD, ("number", "date"))


def test_a_merger_shows_as_ended_offices_a_new_one_and_a_succession() -> None:
    register = offices_of_2020()
    found = register_changes(register, change.merge(register, ["STC", "SKHDT"], new("STC-MOI"), DECISION))
    assert {(one.kind, one.part, one.code) for one in found} == {
        (Kind.ADDED, Part.OFFICE, "STC-MOI"),
        (Kind.CHANGED, Part.OFFICE, "STC"),
        (Kind.CHANGED, Part.OFFICE, "SKHDT"),
        (Kind.ADDED, Part.SUCCESSION, "STC"),
    }
    ended = next(one for one in found if one.code == "SKHDT")
    assert (ended.fields, ended.after) == (("valid_to",), "2022-06-30")


def test_tables_of_texts() -> None:
    found = mapping_changes(Part.CUTOFF, {"2020": "a", "2021": "b"}, {"2021": "c", "2022": "d"})
    assert [(one.kind, one.code, one.before, one.after) for one in found] == [
        (Kind.REMOVED, "2020", "a", ""),
        (Kind.CHANGED, "2021", "b", "c"),
        (Kind.ADDED, "2022", "", "d"),
    ]
