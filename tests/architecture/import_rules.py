"""Who may import what: directions between rooms, and the one home of each library. Pure functions over syntax trees."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

from tests.architecture.source_tree import Module, Offence, within

# A room sees itself and what stands before it.
ROOM_ORDER = ("storage.domain", "storage", "export", "ui", "main")

# Library -> where it may be known. What is not named here, and is not the standard library, may be known nowhere.
LIBRARY_HOMES: dict[str, tuple[str, ...]] = {
    "msgspec": ("storage", "export", "ui", "main"),
    "sqlite_utils": ("storage",),
    "sqlite3": ("storage",),
    "platformdirs": ("storage.folders", "ui", "main"),
    "securesystemslib": ("export.bundle", "export.trust"),
    "cryptography": ("export.bundle", "export.trust"),
    "pyrage": ("export.bundle", "export.trust"),
    "openpyxl": ("export.documents",),
    "python_calamine": ("export.documents",),
    "docx": ("export.documents",),
    "lxml": ("export.documents",),
    "zipfile": ("export.documents",),  # bundles have their own reader, which trusts no header
    "segno": ("export", "ui"),
    "click": ("ui", "main"),
    "PySide6": ("ui", "main"),
    "benchmarks": ("ui.command_line.care",),  # our own, so that a user measures what the README says
}
DOMAIN_LIBRARIES = frozenset({"msgspec"})

# An offline program opens no connection; the rest of these run whatever bytes they are given.
FORBIDDEN_STANDARD = (
    *("asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl", "urllib.request", "xmlrpc"),
    *("marshal", "pickle", "shelve"),
    *("multiprocessing", "imp", "pip", "setuptools"),
)


def imported_names(module: Module) -> Iterator[tuple[int, str]]:
    """Line and absolute dotted name of everything imported, also within functions and behind ``TYPE_CHECKING``.

    ``from a import b`` gives ``a.b``: b may be a module.
    """
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node.lineno, f"{_source_package(module, node)}.{alias.name}"


def _source_package(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.package.split(".")
    base = parts[: len(parts) - node.level + 1]
    return ".".join([*base, *([node.module] if node.module else [])])


def room_of(name: str) -> str | None:
    return next((room for room in ROOM_ORDER if within(name, room)), None)


def import_offences(module: Module) -> list[Offence]:
    """All imports of the module that the house rules forbid."""
    offences = []
    for line, name in imported_names(module):
        complaint = _complaint(module, name)
        if complaint:
            offences.append(Offence(module.name, line, complaint))
    return offences


def _complaint(module: Module, name: str) -> str:
    room = room_of(name)
    if room is not None:
        allowed = ROOM_ORDER.index(room) <= ROOM_ORDER.index(module.room)
        return "" if allowed else f"{module.room} may not import {name}"
    if any(within(name, forbidden) for forbidden in FORBIDDEN_STANDARD):
        return f"{name} may not be used in the product"
    library = name.split(".")[0]
    if module.room == "storage.domain" and library not in sys.stdlib_module_names | DOMAIN_LIBRARIES:
        return f"storage.domain may not import {library}"
    homes = LIBRARY_HOMES.get(library)
    if homes is None:
        return "" if library in sys.stdlib_module_names else f"{library} has no home in the product"
    return "" if any(within(module.name, home) for home in homes) else f"{library} belongs to {' and '.join(homes)}"
