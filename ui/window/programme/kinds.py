"""The kinds of item that the editors of the plan know: their fields (those of the workbook), layout, and what a new one holds.

Data for the generic editor, no widgets. Labels are the titles of the workbook's columns, so that both speak alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from export.documents.plan_sheets import PROGRAMME_SHEETS, Sheet
from ui.window.programme.values import Raw, free, items_of

Layout = tuple[tuple[tuple[str, int], ...], ...]
"""Rows of (field, width in twelfths)."""


@dataclass(frozen=True, slots=True)
class ItemKind:
    """``area`` is the list of the programme, ``title`` the beginning of the fields that name an item in a list."""

    area: str
    layout: Layout
    title: str
    new: Callable[[Raw, Mapping[str, Any] | None], Raw]
    identity: str = "code"

    @property
    def sheet(self) -> Sheet:
        """Fields, their labels and forms."""
        return next(sheet for sheet in PROGRAMME_SHEETS if sheet.key == self.area)


def _codes(raw: Raw, area: str, identity: str = "code") -> set[str]:
    return {str(item.values.get(identity, "")) for item in items_of(raw, area)}


def _labels(name: str) -> Raw:
    return {"label_vi": name, "label_en": name}


def _new_task(raw: Raw, beside: Mapping[str, Any] | None) -> Raw:
    stem = str(beside["code"]).rpartition(".")[0] if beside else "II"
    code = next(
        candidate
        for letter in "abcdefghiklmnopqrstuvxyz0123456789"
        if (candidate := f"{stem or 'II'}.{letter}") not in _codes(raw, "tasks")
    )
    groups = raw["programme"]["groups"]
    return {
        "code": code,
        "label_vi": code,
        "short_title_vi": "",
        "short_title_en": "",
        "text": "",
        "address_mode": "ASSIGNED",
        "lead": [groups[0]["code"]] if groups else [],
        "coordinating": [],
        "cites": [],
        "activity_types": [],
        "indicators": [],
        "not_recorded": [],
        "editor_note": "",
    }


def _new_indicator(raw: Raw, beside: Mapping[str, Any] | None) -> Raw:
    task = str(beside["id"]).rpartition("-")[0] if beside else str(raw["programme"]["tasks"][0]["code"])
    taken = _codes(raw, "indicators", "id")
    number = next(number for number in range(1, 1000) if f"{task}-{number}" not in taken)
    return {
        "id": f"{task}-{number}",
        **_labels(""),
        "unit_vi": "",
        "unit_en": "",
        "kind": "COUNT",
        "source": "STATED",
        "activity_types": [],
        "formula": "",
        "optional": False,
        "note": "",
    }


def _new_type(raw: Raw, _: Mapping[str, Any] | None) -> Raw:
    code = free("LOAI_MOI", _codes(raw, "activity_types"))
    return {"code": code, **_labels(""), "unit_vi": "", "unit_en": "", "count_fields": [], "main_fields": [], "note": ""}


def _new_field(raw: Raw, _: Mapping[str, Any] | None) -> Raw:
    return {"code": free("so_moi", _codes(raw, "count_fields")), **_labels(""), "unit_vi": "", "unit_en": ""}


def _new_section(raw: Raw, _: Mapping[str, Any] | None) -> Raw:
    code = free("MUC_MOI", _codes(raw, "outline"))
    return {"code": code, "number": "", "title_vi": "", "title_en": "", "kind": "NARRATIVE", "required": False, "parts": []}


def _new_group(raw: Raw, _: Mapping[str, Any] | None) -> Raw:
    return {"code": free("G_MOI", _codes(raw, "groups")), **_labels(""), "rule": "TAG", "office_type": ""}


def _new_basis(raw: Raw, _: Mapping[str, Any] | None) -> Raw:
    code = free("VB", _codes(raw, "legal_bases"))
    return {
        "code": code,
        "type": "",
        "number": "",
        "date": "",
        "issuer": "",
        "title": "",
        "party_document": False,
        "note": "",
    }


def _new_duty(raw: Raw, beside: Mapping[str, Any] | None) -> Raw:
    return {
        "code": free("BC", _codes(raw, "duties")),
        "name_vi": "",
        "name_en": "",
        "from_groups": [],
        "to": str(beside["to"]) if beside else "",
        "to_text": "",
        "text": "",
        "schedule": None,
    }


_LABELS = (("label_vi", 6), ("label_en", 6))
_UNITS = (("unit_vi", 3), ("unit_en", 3))

TASKS = ItemKind(
    "tasks",
    (
        (("code", 2), ("label_vi", 6), ("address_mode", 4)),
        (("short_title_vi", 6), ("short_title_en", 6)),
        (("text", 12),),
        (("lead", 4), ("coordinating", 4), ("cites", 4)),
        (("activity_types", 6), ("not_recorded", 6)),
        (("editor_note", 12),),
    ),
    "short_title",
    _new_task,
)
LEGAL_BASES = ItemKind(
    "legal_bases",
    (
        (("code", 3), ("type", 5), ("date", 4)),
        (("number", 6), ("issuer", 6)),
        (("title", 12),),
        (("note", 9), ("party_document", 3)),
    ),
    "number",
    _new_basis,
)
GROUPS = ItemKind("groups", ((("code", 3), ("rule", 5), ("office_type", 4)), _LABELS), "label", _new_group)
INDICATORS = ItemKind(
    "indicators",
    (
        (("id", 3), ("kind", 4), ("source", 5)),
        _LABELS,
        (*_UNITS, ("activity_types", 6)),
        (("formula", 12),),
        (("note", 9), ("optional", 3)),
    ),
    "label",
    _new_indicator,
    "id",
)
TYPES = ItemKind(
    "activity_types",
    ((("code", 3), *_UNITS), _LABELS, (("count_fields", 6), ("main_fields", 6)), (("note", 12),)),
    "label",
    _new_type,
)
COUNT_FIELDS = ItemKind("count_fields", ((("code", 4), *_UNITS), _LABELS), "label", _new_field)
OUTLINE = ItemKind(
    "outline",
    ((("code", 4), ("number", 3), ("kind", 5)), (("title_vi", 12),), (("title_en", 12),), (("required", 6),)),
    "title",
    _new_section,
)
DUTIES = ItemKind(
    "duties",
    (
        (("code", 2), ("name_vi", 5), ("name_en", 5)),
        (("from_groups", 5), ("to", 3), ("to_text", 4)),
        (("text", 12),),
        (("schedule.data_from", 4), ("schedule.data_to", 4), ("schedule.due_before", 4)),
        (("schedule.data_from_year_offset", 8), ("schedule.period_suffix", 4)),
        (("schedule.period_name_vi", 6), ("schedule.period_name_en", 6)),
    ),
    "name",
    _new_duty,
)
