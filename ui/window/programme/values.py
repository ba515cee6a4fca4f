"""The plain values of a draft plan: finding the items of an area, and changing one place without touching the values before.

No Qt and no rules here. A path such as ``("programme", "tasks", 3, "code")`` names a place; every change answers a new document
that shares what did not change, so that undoing keeps documents cheaply.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Raw = dict[str, Any]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an area: where it stands, how deep below others, and its values."""

    path: Path
    values: Mapping[str, Any]
    depth: int = 0


def items_of(raw: Mapping[str, Any], area: str) -> list[Item]:
    """The items of an area in the order of the plan; ``indicators`` of all tasks, ``outline`` with its parts."""
    programme = raw["programme"]
    if area == "indicators":
        return [
            Item(("programme", "tasks", place, "indicators", number), indicator)
            for place, task in enumerate(programme["tasks"])
            for number, indicator in enumerate(task.get("indicators", ()))
        ]
    if area == "outline":
        return list(_sections(programme["outline"], ("programme", "outline"), 0))
    return [Item(("programme", area, place), item) for place, item in enumerate(programme[area])]


def value_at(node: Any, path: Path) -> Any:
    """What stands at a place; None where there is nothing."""
    for step in path:
        is_there = (
            step in node if isinstance(node, Mapping) else isinstance(node, list) and isinstance(step, int) and step < len(node)
        )
        if not is_there:
            return None
        node = node[step]
    return node


def with_value(node: Any, path: Path, value: Any) -> Any:
    """A copy with another value at a place; missing levels are made."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(node, list):
        assert isinstance(step, int)  # noqa: S101 - lists are counted
        return [with_value(item, rest, value) if place == step else item for place, item in enumerate(node)]
    content = dict(node) if isinstance(node, Mapping) else {}
    content[str(step)] = with_value(content.get(str(step)), rest, value)
    return content


def inserted(raw: Raw, path: Path, item: Mapping[str, Any]) -> Raw:
    """A copy in which ``item`` stands at ``path``, and what stood there after it."""
    *above, place = path
    assert isinstance(place, int)  # noqa: S101 - items stand in lists
    items = list(value_at(raw, tuple(above)) or [])
    return with_value(raw, tuple(above), [*items[:place], dict(item), *items[place:]])  # type: ignore[no-any-return]


def removed(raw: Raw, path: Path) -> Raw:
    """A copy without the item at ``path``."""
    *above, place = path
    items = value_at(raw, tuple(above))
    return with_value(raw, tuple(above), [item for number, item in enumerate(items) if number != place])  # type: ignore[no-any-return]


def moved(raw: Raw, path: Path, by: int) -> tuple[Raw, Path]:
    """A copy in which the item stands ``by`` places further among its own, and where it stands now."""
    *above, place = path
    assert isinstance(place, int)  # noqa: S101 - items stand in lists
    items = list(value_at(raw, tuple(above)))
    target = place + by
    if not 0 <= target < len(items):
        return raw, path
    items.insert(target, items.pop(place))
    return with_value(raw, tuple(above), items), (*above, target)


def after(path: Path) -> Path:
    """The place behind an item."""
    *above, place = path
    assert isinstance(place, int)  # noqa: S101 - items stand in lists
    return (*above, place + 1)


def free(wanted: str, taken: set[str], joint: str = "_") -> str:
    """A code like ``wanted`` that is not taken."""
    number = 2
    candidate = wanted
    while candidate in taken:
        candidate = f"{wanted}{joint}{number}"
        number += 1
    return candidate


def _sections(sections: list[Raw], path: Path, depth: int) -> Iterator[Item]:
    for place, section in enumerate(sections):
        own = (*path, place)
        yield Item(own, section, depth)
        yield from _sections(section.get("parts", []), (*own, "parts"), depth + 1)
