"""The shapes of payloads and entries, read out of the tables of ``docs/bundle-format.md`` and nowhere else.

A field that the document forgets is a field that is refused here; a type that it does not explain cannot be checked and fails.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

Check = Callable[[Any], bool]

WHOLE = (1 << 53) - 1


class Refused(Exception):
    """The file, payload or line is not as the document says."""


def require(holds: object, what: str) -> None:
    if not holds:
        raise Refused(what)


def _text(pattern: str) -> Check:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _number(low: int, high: int) -> Check:
    return lambda value: type(value) is int and low <= value <= high


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


# Chapter 7, "Types used in the tables".
TYPES: dict[str, Check] = {
    "hex16": _text("[0-9a-f]{32}"),
    "hex32": _text("[0-9a-f]{64}"),
    "hex32 or empty": _text("([0-9a-f]{64})?"),
    "office": _text("[0-9A-Z-]{1,16}"),
    "period": _text("[0-9]{4}(S[12])?"),
    "organisation": _text(r"[a-z0-9]+(\.[a-z0-9-]+){1,5}"),
    "date": lambda value: _text("[0-9]{4}-[0-9]{2}-[0-9]{2}")(value) and _is_day(value),
    "recipient": _text("age1[0-9a-z]{1,4000}"),
    "clock": _text("office-pc, not trusted"),
    "moment": _text("(?s:.){20,40}"),
    "string": _text("(?s:.)*"),
    "natural": _number(0, WHOLE),
    "positive": _number(1, WHOLE),
    "integer": _number(-(1 << 63), (1 << 64) - 1),
    "1": _number(1, 1),
}


class DocumentedSchema:
    """``check(name, value)`` and ``check_entry(value)`` raise ``Refused``."""

    def __init__(self, document: str) -> None:
        self.tables: dict[str, dict[str, tuple[str, bool]]] = {}
        self.operations = dict(re.findall(r"^\| `([a-z]+)` \| `([A-Z][A-Za-z]+)` \|", document, re.MULTILINE))
        for block in re.split(r"^#{3,4} ", document, flags=re.MULTILINE)[1:]:
            heading, _, body = block.partition("\n")
            named = re.search(r"\(`([A-Z][A-Za-z]+)`\)", heading)
            if named:
                rows = re.findall(r"^\| `([^`]+)` \| (.*?) \| ?(.*?) ?\|", body, re.MULTILINE)
                self.tables[named[1]] = {name: (form, not absent) for name, form, absent in rows}

    def check(self, name: str, value: Any) -> None:
        """Whether ``value`` is as the table of the structure ``name`` says, in full depth."""
        table = self.tables[name]
        require(isinstance(value, dict), f"{name} is no object")
        for field in value:
            require(field in table, f"{name} has an unknown field {field}")
        for field, (form, required) in table.items():
            require(field in value or not required, f"{name} lacks {field}")
            if field in value:
                require(self._fits(form, value[field]), f"{name}.{field} is no {form}")

    def check_entry(self, value: Any) -> None:
        """One entry of a journal, by its ``op``."""
        require(isinstance(value, dict) and value.get("op") in self.operations, "no operation")
        self.check(self.operations[value["op"]], value)

    def _fits(self, form: str, value: Any) -> bool:
        if form in TYPES:
            return TYPES[form](value)
        if simple := _bounded(form):
            return simple(value)
        if literals := re.findall(r"`([^`]+)`", form):
            return _is_literal(literals, value)
        if form.startswith("object: "):
            left, right = form.removeprefix("object: ").split(" → ")
            return isinstance(value, dict) and all(
                self._fits(left, key) and self._fits(right, item) for key, item in value.items()
            )
        if listed := re.fullmatch(r"list of ([^0-9].*)|(?:list of )?([0-9]+) to ([0-9]+) (.+)", form):
            low, high = (int(listed[2]), int(listed[3])) if listed[2] else (0, 1 << 30)
            items = isinstance(value, list) and low <= len(value) <= high
            return items and all(self._fits(listed[1] or listed[4], item) for item in value)
        if form == "[first, last]":
            return isinstance(value, list) and len(value) == 2 and all(map(TYPES["integer"], value))
        return self._is_structure(form, value)

    def _is_structure(self, form: str, value: Any) -> bool:
        """A structure or type by its name in words, in the singular or the plural."""
        if form == "activity or answer":
            form = str(value.get("kind")) if isinstance(value, dict) else "nothing"
            if form not in ("activity", "answer"):
                return False
        if form.removesuffix("s") in TYPES:
            return TYPES[form.removesuffix("s")](value)
        by_words = {name.lower(): name for name in self.tables}
        words = form.replace(" ", "")
        name = by_words.get(words) or by_words.get(words.removesuffix("s"))
        if name is None:
            raise Refused(f"the document does not say what {form} is")
        self.check(name, value)
        return True


def _bounded(form: str) -> Check | None:
    """``text(n)``, ``a to b characters`` and ``integer a to b``."""
    if form == "integer, 1 to the number of keys":
        return _number(1, 16)
    if match := re.fullmatch(r"integer ([0-9]+) to ([0-9,]+)", form):
        return _number(int(match[1]), int(match[2].replace(",", "")))
    if match := re.fullmatch(r"text\(()([0-9]+)\)|([0-9]+) to ([0-9]+) characters", form):
        low, high = int(match[1] or match[3] or 0), int(match[2] or match[4])
        return lambda value: isinstance(value, str) and low <= len(value) <= high
    return None


def _is_literal(literals: list[str], value: Any) -> bool:
    """One of several words, one JSON value, or one pattern."""
    if all(re.fullmatch("[a-z0-9-]+", literal) for literal in literals):
        return value in literals
    return bool(value == json.loads(literals[0])) if '"' in literals[0] else _text(literals[0])(value)
