"""Reading a JSON document that somebody else wrote into a typed structure, or refusing it with the place and the field's name.

Used for programmes and office registers. Not for the journal: its lines are kept as bytes and have their own reader.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NoReturn, TypeVar

import msgspec

from storage.domain.codes import Code
from storage.domain.errors import LedgerError

SIZE_LIMIT = 8 * 1024 * 1024
"""Octets. The built-in programme has about 80 KiB; ten thousand offices have about 4 MiB."""

DEPTH_LIMIT = 16

_UNKNOWN_FIELD = re.compile(r"unknown field `(?P<field>[^`]*)`(?: - at `(?P<at>[^`]*)`)?")
_AT = re.compile(r" - at `(?P<at>[^`]*)`\Z")
_POSITION = re.compile(r"\[[0-9]+\]")
_ALLOWED_CONTROLS = frozenset("\n")

T = TypeVar("T")


def read_raw(data: bytes) -> object:
    """The document as plain lists, dictionaries, strings and integers.

    Raises SCHEMA_INVALID for what is not UTF-8, too large, nested without end, holds a key twice, a number that is not finite,
    text that is not NFC or characters that cannot be seen. A key given twice matters: two readers would see two documents.
    """
    if len(data) > SIZE_LIMIT:
        raise LedgerError(Code.SCHEMA_INVALID, detail=f"{len(data)} octets", at="$")
    try:
        text = data.decode("utf-8")
        raw: object = json.loads(text, object_pairs_hook=_object_without_duplicates, parse_constant=_no_constant)
        for path, string in strings_of(raw):
            _check_text(string, path)
    except (ValueError, RecursionError) as error:
        raise LedgerError(Code.SCHEMA_INVALID, detail=f"{type(error).__name__}: {error}", at="$") from error
    return raw


def convert(raw: object, target: type[T]) -> T:
    """``raw`` as ``target``. Raises SCHEMA_UNKNOWN_FIELD(field, at) or SCHEMA_INVALID(at)."""
    try:
        return msgspec.convert(raw, type=target, strict=True)
    except msgspec.ValidationError as error:
        message = str(error)
        unknown = _UNKNOWN_FIELD.search(message)
        if unknown:
            field, place = unknown["field"], unknown["at"] or "$"
            exact = next((path for path in _objects_with(raw, field) if _matches(path, place)), place)
            raise LedgerError(Code.SCHEMA_UNKNOWN_FIELD, detail=message, field=field, at=exact) from error
        at = _AT.search(message)
        raise LedgerError(Code.SCHEMA_INVALID, detail=message, at=at["at"] if at else "$") from error


def pretty(document: msgspec.Struct) -> bytes:
    """The same structure always gives the same octets: fields in their declared order, two spaces, one line feed at the end."""
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def strings_of(raw: object, path: str = "$", *, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Every string of a raw document with its path, the names of fields included. Raises ValueError when nested too deeply."""
    if depth > DEPTH_LIMIT:
        raise ValueError("nested too deeply")
    if isinstance(raw, str):
        yield path, raw
    elif isinstance(raw, list):
        for position, item in enumerate(raw):
            yield from strings_of(item, f"{path}[{position}]", depth=depth + 1)
    elif isinstance(raw, dict):
        for key, value in raw.items():
            yield path, key
            yield from strings_of(value, f"{path}.{key}", depth=depth + 1)


def _objects_with(raw: object, field: str, path: str = "$") -> Iterator[str]:
    """The paths of all objects that hold ``field``."""
    if isinstance(raw, list):
        for position, item in enumerate(raw):
            yield from _objects_with(item, field, f"{path}[{position}]")
    elif isinstance(raw, dict):
        if field in raw:
            yield path
        for key, value in raw.items():
            yield from _objects_with(value, field, f"{path}.{key}")


def _matches(path: str, place: str) -> bool:
    """Whether ``path`` is one of those that the library means by ``place``, where positions are left out as ``[...]``."""
    return _POSITION.sub("[...]", path) == _POSITION.sub("[...]", place)


def _check_text(text: str, path: str) -> None:
    if not unicodedata.is_normalized("NFC", text):
        raise LedgerError(Code.SCHEMA_INVALID, detail="text is not NFC", at=path)
    if text.isprintable():
        return
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"} and character not in _ALLOWED_CONTROLS:
            raise LedgerError(Code.SCHEMA_INVALID, detail=f"character U+{ord(character):04X}", at=path)


def _object_without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a field is given twice")
    return result


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")
