"""Every problem of a draft plan with the part and the field it is about, so that an editor can show it in place.

A draft is plain values that may be half typed: each part is read by itself first, and the rules between the parts are asked
only when every part has the right form. What the sentences say stands in the message tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from storage.domain.errors import LedgerError
from storage.domain.offices import Office
from storage.domain.programme import ActivityType, CountField, Duty, Group, Indicator, LegalBasis, Section, Task
from storage.domain.strict_json import convert
from storage.plan import problems_of, whole

_PARTS: Mapping[str, tuple[type[msgspec.Struct], str]] = {
    "tasks": (Task, "indicators"),
    "activity_types": (ActivityType, ""),
    "count_fields": (CountField, ""),
    "duties": (Duty, ""),
    "groups": (Group, ""),
    "legal_bases": (LegalBasis, ""),
}
"""Lists of a programme with the structure of their items, and the field of an item that is looked at by itself."""

HEAD, DATES = "head", "dates"


@dataclass(frozen=True, slots=True)
class Placed:
    """One problem. ``area`` is a list of the documents (``tasks``, ``offices``, ``cutoffs`` …) or ``head``; ``key`` the code of
    the item and ``field`` its field, both empty when the area as a whole is meant.
    """

    area: str
    key: str
    field: str
    error: LedgerError


def problems_in(raw: Mapping[str, Any]) -> list[Placed]:
    """All problems of a draft's plain values, in the order of the documents."""
    found = list(_wrong_forms(raw["programme"]))
    if found:
        return found
    try:
        documents = whole(dict(raw))
    except LedgerError as error:
        return [_in_whole(error)]
    keys = _keys(raw)
    return [_placed(error, keys) for error in problems_of(documents)]


def flat_sections(sections: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """An outline's sections, each before its parts."""
    for section in sections:
        yield section
        yield from flat_sections(section.get("parts", ()))


def _wrong_forms(programme: Mapping[str, Any]) -> Iterator[Placed]:
    for area, (form, apart) in _PARTS.items():
        for item in programme[area]:
            yield from _wrong_form(area, {name: value for name, value in item.items() if name != apart}, form)
            if apart:
                for indicator in item.get(apart, ()):
                    yield from _wrong_form("indicators", indicator, Indicator, identity="id")
    for section in flat_sections(programme["outline"]):
        yield from _wrong_form("outline", {**section, "parts": []}, Section)


def _wrong_form(area: str, item: Mapping[str, Any], form: type[msgspec.Struct], *, identity: str = "code") -> Iterator[Placed]:
    try:
        convert(dict(item), form)
    except LedgerError as error:
        path = str(error.parameters.get("at", "")).removeprefix("$").lstrip(".")
        yield Placed(area, str(item.get(identity, "")), path.split("[")[0], error)


def _in_whole(error: LedgerError) -> Placed:
    """Outside the parts above are the head, the register and the dates, which editors change by checked functions."""
    return Placed(HEAD, "", str(error.parameters.get("at", "")).removeprefix("$").lstrip(".").split("[")[0], error)


def _placed(error: LedgerError, keys: Mapping[str, frozenset[str]]) -> Placed:
    place = str(error.parameters.get("at") or error.parameters.get("field") or "")
    area, _, rest = place.partition(".")
    if area not in keys:
        return Placed(area.split("[")[0] if rest or "[" in area else HEAD, "", rest or area, error)
    code = next((code for code in _beginnings(rest) if code in keys[area]), "")
    return Placed(area, code, rest[len(code) :].lstrip("."), error)


def _keys(raw: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    programme, dates = raw["programme"], raw["dates"]
    keys = {area: frozenset(item["code"] for item in programme[area]) for area in _PARTS}
    keys["indicators"] = frozenset(item["id"] for task in programme["tasks"] for item in task.get("indicators", ()))
    keys["outline"] = frozenset(section["code"] for section in flat_sections(programme["outline"]))
    keys["offices"] = frozenset(office["code"] for office in raw["offices"]["offices"])
    for name in ("cutoffs", "deadlines", "holidays", "working_days"):
        keys[name] = frozenset(dates.get(name, ()))
    keys["exemptions"] = frozenset(line[0] for line in dates.get("exemptions", ()))
    return keys


def _beginnings(path: str) -> Iterator[str]:
    """``a.b.c``, ``a.b``, ``a``: the longest first, since codes hold dots themselves."""
    while path:
        yield path
        path = path.rpartition(".")[0]


def office_of(raw: Mapping[str, Any]) -> Office:
    """An office from an editor's plain values. Raises SCHEMA_UNKNOWN_FIELD(field, at), SCHEMA_INVALID(at)."""
    return convert(dict(raw), Office)
