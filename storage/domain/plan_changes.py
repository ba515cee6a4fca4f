"""What differs between two versions of the plan and the register: part by part, by code, with the names of the fields.

Only said, never judged: what recorded data a difference touches is found by ``storage.plan_effects``. Versions do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from storage.domain.offices import OfficeRegister
from storage.domain.programme import Programme


class Part(StrEnum):
    """The kinds of part, in the order in which differences are told."""

    HEAD = "HEAD"
    TASK = "TASK"
    INDICATOR = "INDICATOR"
    ACTIVITY_TYPE = "ACTIVITY_TYPE"
    COUNT_FIELD = "COUNT_FIELD"
    SECTION = "SECTION"
    DUTY = "DUTY"
    GROUP = "GROUP"
    LEGAL_BASIS = "LEGAL_BASIS"
    OFFICE_TYPE = "OFFICE_TYPE"
    OFFICE = "OFFICE"
    SUCCESSION = "SUCCESSION"
    CUTOFF = "CUTOFF"
    DEADLINE = "DEADLINE"
    HOLIDAY = "HOLIDAY"
    WORKING_DAY = "WORKING_DAY"
    EXEMPTION = "EXEMPTION"


class Kind(StrEnum):
    """What happened to a part; MOVED: it stands elsewhere in the order."""

    ADDED = "ADDED"
    CHANGED = "CHANGED"
    MOVED = "MOVED"
    REMOVED = "REMOVED"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``fields`` are the names of what changed; ``before`` and ``after`` are short texts for a person."""

    kind: Kind
    part: Part
    code: str
    fields: tuple[str, ...] = ()
    before: str = ""
    after: str = ""


_HEAD = (
    "code",
    "title",
    "issuer",
    "number",
    "date",
    "boundary",
    "recipients",
    "notes",
    "objectives",
    "requirements",
    "source_issues",
)
Items = Mapping[str, msgspec.Struct]


def programme_changes(before: Programme, after: Programme) -> list[Change]:
    """All differences of two programmes."""
    changed = tuple(name for name in _HEAD if getattr(before, name) != getattr(after, name))
    changes = [Change(Kind.CHANGED, Part.HEAD, after.code, changed)] if changed else []
    pairs: tuple[tuple[Part, Items, Items, tuple[str, ...]], ...] = (
        (Part.TASK, _by(before.tasks), _by(after.tasks), ("indicators",)),
        (Part.INDICATOR, _by(before.indicators, "id"), _by(after.indicators, "id"), ()),
        (Part.ACTIVITY_TYPE, _by(before.activity_types), _by(after.activity_types), ()),
        (Part.COUNT_FIELD, _by(before.count_fields), _by(after.count_fields), ()),
        (Part.SECTION, _by(before.sections), _by(after.sections), ("parts",)),
        (Part.DUTY, _by(before.duties), _by(after.duties), ()),
        (Part.GROUP, _by(before.groups), _by(after.groups), ()),
        (Part.LEGAL_BASIS, _by(before.legal_bases), _by(after.legal_bases), ()),
    )
    for part, old, new, apart in pairs:
        changes += _compared(part, old, new, apart)
    return changes


def register_changes(before: OfficeRegister, after: OfficeRegister) -> list[Change]:
    """All differences of two registers of offices."""
    changes = _compared(Part.OFFICE_TYPE, _by(before.types), _by(after.types), ())
    changes += _compared(Part.OFFICE, _by(before.offices), _by(after.offices), (), in_order=False)
    old, new = list(before.successions), list(after.successions)
    changes += [_of_succession(Kind.ADDED, line) for line in new if line not in old]
    changes += [_of_succession(Kind.REMOVED, line) for line in old if line not in new]
    return changes


def mapping_changes(part: Part, before: Mapping[str, str], after: Mapping[str, str]) -> list[Change]:
    """Differences of two tables of texts, such as cut-offs by period."""
    changes = []
    for code in sorted(before.keys() | after.keys()):
        old, new = before.get(code), after.get(code)
        if old != new:
            kind = Kind.ADDED if old is None else Kind.REMOVED if new is None else Kind.CHANGED
            changes.append(Change(kind, part, code, before=old or "", after=new or ""))
    return changes


def _of_succession(kind: Kind, line: object) -> Change:
    raw = msgspec.to_builtins(line)
    text = f"{raw['kind']} {raw['effective']}: {', '.join(raw['sources'])} → {', '.join(raw['targets']) or '–'}"
    return Change(kind, Part.SUCCESSION, raw["sources"][0], after=text)


def _compared(part: Part, old: Items, new: Items, apart: tuple[str, ...], *, in_order: bool = True) -> list[Change]:
    """``apart`` names fields whose content is compared as parts of its own."""
    changes = [Change(Kind.ADDED, part, code, after=_name(new[code])) for code in new if code not in old]
    for code, item in new.items():
        if code in old and old[code] != item:
            fields = tuple(
                name for name in item.__struct_fields__ if name not in apart and getattr(old[code], name) != getattr(item, name)
            )
            if fields:
                changes.append(Change(Kind.CHANGED, part, code, fields, _told(old[code], fields), _told(item, fields)))
    changes += [Change(Kind.REMOVED, part, code, before=_name(old[code])) for code in old if code not in new]
    if in_order:
        changes += _moved(part, [code for code in old if code in new], [code for code in new if code in old])
    return changes


def _moved(part: Part, old: list[str], new: list[str]) -> list[Change]:
    """The order of reports follows the order of the plan, so another order is a difference; one line says it for all."""
    if old == new:
        return []
    first = next(code for before, code in zip(old, new, strict=True) if before != code)
    return [Change(Kind.MOVED, part, first)]


def _by(items: Iterable[msgspec.Struct], key: str = "code") -> Items:
    return {str(getattr(item, key)): item for item in items}


def _name(item: msgspec.Struct) -> str:
    for field in ("short_title_vi", "label_vi", "title_vi", "name_vi", "number"):
        if found := getattr(item, field, ""):
            return str(found)
    return ""


def _told(item: msgspec.Struct, fields: tuple[str, ...]) -> str:
    """The content of a single changed field, when it is short."""
    if len(fields) != 1:
        return ""
    value = msgspec.to_builtins(getattr(item, fields[0]))
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else "" if value is None else str(value)
    return text if len(text) <= 120 and not isinstance(value, dict) else ""
