"""What the code fields of the editors may name: codes with their labels, from the draft itself. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from storage.domain.programme_file import COMPLETENESS_NAMES
from ui.window.programme.values import Raw, items_of

Choices = list[tuple[str, str]]
"""Code and label."""


def choices_of(raw: Raw, area: str, key: str, item: Mapping[str, Any], language: str) -> Choices:
    """The codes that a field of an item may hold."""
    programme = raw["programme"]
    if key in ("lead", "coordinating", "from_groups", "to"):
        return _labelled(programme["groups"], "label", language) + _offices(raw, language)
    if key == "cites":
        return [(basis["code"], f"{basis['type']} {basis['number']}") for basis in programme["legal_bases"]]
    if key == "office_type":
        return _labelled(raw["offices"]["types"], "label", language)
    if key == "count_fields":
        return _labelled(programme["count_fields"], "label", language)
    if key == "main_fields":
        own = item.get("count_fields", [])
        return [choice for choice in _labelled(programme["count_fields"], "label", language) if choice[0] in own]
    if key == "activity_types":
        kinds = _labelled(programme["activity_types"], "label", language)
        if area == "indicators":
            allowed = _task_of(raw, item).get("activity_types", [])
            return [choice for choice in kinds if choice[0] in allowed]
        return kinds
    return []


def formula_names(raw: Raw, item: Mapping[str, Any], language: str) -> Choices:
    """The names that the formula of an indicator may use: sums of reports, or the count fields of its activity types."""
    if item.get("source") == "COMPLETENESS":
        return [(name, "") for name in sorted(COMPLETENESS_NAMES)]
    kinds = {kind["code"]: kind for kind in raw["programme"]["activity_types"]}
    wanted = [field for code in item.get("activity_types", []) for field in kinds.get(code, {}).get("count_fields", [])]
    labels = dict(_labelled(raw["programme"]["count_fields"], "label", language))
    return [(code, labels.get(code, "")) for code in dict.fromkeys(wanted)]


def item_title(values: Mapping[str, Any], title: str, language: str) -> str:
    """What an item is called in a list."""
    for name in (f"{title}_{language}", f"{title}_vi", title):
        if found := values.get(name):
            return str(found)
    return ""


def _task_of(raw: Raw, indicator: Mapping[str, Any]) -> Mapping[str, Any]:
    code = str(indicator.get("id", "")).rpartition("-")[0]
    return next((item.values for item in items_of(raw, "tasks") if item.values.get("code") == code), {})


def _labelled(items: list[Raw], title: str, language: str) -> Choices:
    return [(str(item["code"]), item_title(item, title, language)) for item in items]


def _offices(raw: Raw, language: str) -> Choices:
    name = "name_vi" if language == "vi" else "name_en"
    return [(office["code"], office[name]) for office in raw["offices"]["offices"]]
