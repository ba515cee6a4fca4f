"""Everything with fields that the product reads, keeps or sends: found by looking, so that nothing new escapes the rules."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
from sqlite_utils import Database

import export
import storage
from storage.connection import create_ledger
from storage.domain.boundary import PERSON_KINDS, reading, refused_terms

ROOMS = (storage, export)
WORDS_ABOUT_PERSONS = PERSON_KINDS | {
    "attendee",
    "attendees",
    "attendance_list",
    "author",
    "birth",
    "citizen",
    "employee",
    "gender",
    "member_list",
    "members_of",
    "participant",
    "participants",
    "reader",
    "sender",
    "staff",
    "suspect",
    "sign_in",
    "rank",
    "ranking",
    "score",
    "target_value",
    "quota",
}


def all_structs() -> list[type[msgspec.Struct]]:
    """Every structure of the product, whatever module it stands in."""
    for room in ROOMS:
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            importlib.import_module(module.name)
    found: dict[str, type[msgspec.Struct]] = {}
    _collect(msgspec.Struct, found)
    return [found[name] for name in sorted(found)]


def _collect(kind: type[msgspec.Struct], found: dict[str, type[msgspec.Struct]]) -> None:
    for one in kind.__subclasses__():
        if one.__module__.split(".")[0] in {room.__name__ for room in ROOMS}:
            found[f"{one.__module__}.{one.__qualname__}"] = one
        _collect(one, found)


def fields_of_structs() -> Iterator[tuple[str, str]]:
    """(structure, field as it stands in a file)."""
    for kind in all_structs():
        for name in kind.__struct_encode_fields__:
            yield kind.__name__.lstrip("_"), name


def columns_of_tables(folder: Path) -> list[tuple[str, str]]:
    """(table, column) of a new ledger, the search index and the migrations' own tables included."""
    with closing(create_ledger(folder / "ledger.db")) as db:
        return [(table, column) for table in _tables(db) for column in _columns(db, table)]


def _tables(db: Database) -> list[str]:
    return [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")]


def _columns(db: Database, table: str) -> list[str]:
    return [row[0] for row in db.execute("SELECT name FROM pragma_table_info(?)", [table])]


def about_persons(name: str) -> list[str]:
    """By which words a field's name is about persons; empty when it is not."""
    words = reading(name.replace("_", " ")).split()
    joined = {"_".join(words[start : end + 1]) for start in range(len(words)) for end in range(start, len(words))}
    return sorted(joined & WORDS_ABOUT_PERSONS) + list(refused_terms(name))
