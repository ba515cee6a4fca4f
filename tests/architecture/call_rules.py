"""Dangerous calls and the one place where each may stand. Pure functions over syntax trees.

Names are resolved through the module's imports, so ``from os import replace`` or ``import os as system`` hide nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.architecture.source_tree import Module, Offence, within

EVERYWHERE = ("storage", "export", "ui", "main")
CORE = ("storage", "export")


@dataclass(frozen=True, slots=True)
class Ban:
    """Forbidden names (resolved), where they are forbidden, the homes that are excepted, and what to use instead.

    Giving such a function on is as bad as calling it, unless ``only_calls`` says otherwise.
    """

    names: tuple[str, ...]
    instead: str
    rooms: tuple[str, ...] = EVERYWHERE
    homes: tuple[str, ...] = ()
    only_calls: bool = False


BANS = (
    Ban(
        ("sqlite3.connect", "sqlite_utils.Database", "sqlite_utils.db.Database"),
        "what storage.connection opens",
        homes=("storage.connection",),
        only_calls=True,  # every repository names the type of the database that it is given
    ),
    Ban(("os.replace", "os.rename", "os.renames", "shutil.move"), "storage.atomic_file", homes=("storage.atomic_file",)),
    Ban(("tempfile.mktemp", "os.tempnam"), "storage.atomic_file"),
    Ban(("eval", "exec", "compile", "__import__", "importlib.import_module", "runpy.run_path"), "plain code"),
    Ban(("os.system", "os.popen"), "QDesktopServices.openUrl in ui"),
    Ban(("os._exit", "os.abort", "os.chdir", "locale.setlocale"), "nothing: these change the whole process"),
    Ban(
        (
            *("datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today"),
            *("time.time", "time.time_ns", "time.localtime", "time.gmtime"),
        ),
        "the clock given by the caller",
        rooms=CORE,
        homes=("storage.domain.identifiers",),
    ),
    Ban(
        ("datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today"),
        "datetime.now(UTC)",
        rooms=("ui", "main"),
    ),
    Ban(("uuid.uuid1", "uuid.uuid4"), "the identifiers given by the caller", rooms=CORE),
    Ban(("time.sleep",), "a timer of Qt", rooms=("ui", "main")),
    Ban(("PySide6.QtCore.QThread",), "the runner of ui.tasks", rooms=("ui", "main")),
    Ban(
        ("os.environ", "os.getenv", "pathlib.Path.home", "os.path.expanduser"),
        "folders given by the caller",
        rooms=CORE,
        homes=("storage.folders",),
    ),
)
FORBIDDEN_METHODS = {
    "processEvents": "it lets a slot run within another; leave the slot and let a signal call you",
    "extractall": "members are read one by one within limits",
    "utcnow": "it has no time zone",
}
MUTABLE_MAKERS = frozenset({"dict", "list", "set", "defaultdict", "deque", "Counter", "OrderedDict"})


def call_offences(module: Module) -> list[Offence]:
    """Everything in the module that the table of bans or one of the shape rules forbids, by line."""
    return sorted(offence for rule in RULES for offence in rule(module))


def aliases(module: Module) -> dict[str, str]:
    """Local name -> what it stands for, from all imports of the module."""
    known: dict[str, str] = {}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                known[alias.asname or alias.name.split(".")[0]] = alias.name if alias.asname else alias.name.split(".")[0]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            known.update({alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names})
    return known


def dotted(node: ast.expr, known: dict[str, str]) -> str:
    """The resolved dotted name of an expression, or an empty text when it is none."""
    if isinstance(node, ast.Name):
        return known.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value, known)
        return f"{owner}.{node.attr}" if owner else ""
    return ""


def _banned_names(module: Module) -> Iterator[Offence]:
    known = aliases(module)
    called = {id(call.func) for call in _calls(module)}
    for node in ast.walk(module.tree):
        # A name counts when it is read; the definition of an own method of that name does not.
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            name = dotted(node, known)
            for ban in BANS:
                if name in ban.names and _applies(ban, module) and (id(node) in called or not ban.only_calls):
                    yield Offence(module.name, node.lineno, f"{name}: use {ban.instead}")


def _applies(ban: Ban, module: Module) -> bool:
    in_room = any(within(module.name, room) for room in ban.rooms)
    return in_room and not any(within(module.name, home) for home in ban.homes)


def _calls(module: Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.Call))


def _forbidden_methods(module: Module) -> Iterator[Offence]:
    for call in _calls(module):
        if isinstance(call.func, ast.Attribute) and call.func.attr in FORBIDDEN_METHODS:
            yield Offence(module.name, call.lineno, f"{call.func.attr}: {FORBIDDEN_METHODS[call.func.attr]}")


def _renaming_methods(module: Module) -> Iterator[Offence]:
    """``path.rename(x)`` and ``path.replace(x)``; a text's ``replace`` takes two values, a date's takes keywords."""
    if within(module.name, "storage.atomic_file"):
        return
    for call in _calls(module):
        if isinstance(call.func, ast.Attribute) and len(call.args) == 1 and not call.keywords:
            starred = isinstance(call.args[0], ast.Starred)
            if call.func.attr in {"rename", "replace"} and not starred:
                yield Offence(module.name, call.lineno, f"{call.func.attr}: files change their names in storage.atomic_file")


def _text_without_encoding(module: Module) -> Iterator[Offence]:
    known = aliases(module)
    for call in _calls(module):
        keywords = {keyword.arg for keyword in call.keywords}
        if "encoding" in keywords or None in keywords:
            continue
        method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        is_text_method = (method == "read_text" and not call.args) or (method == "write_text" and len(call.args) < 2)
        is_builtin = dotted(call.func, known) in {"open", "io.open", "os.fdopen"}
        mode = _mode(call, position=1 if is_builtin else 0)
        opens_text = (is_builtin and "b" not in (mode or "")) or (method == "open" and mode is not None and "b" not in mode)
        if is_text_method or opens_text:
            yield Offence(module.name, call.lineno, "text file without encoding")


def _mode(call: ast.Call, *, position: int) -> str | None:
    """The constant mode of an opening call, or None when it is absent or is no mode at all."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == "mode"] or call.args[position : position + 1]
    if given and isinstance(given[0], ast.Constant) and isinstance(given[0].value, str):
        mode = given[0].value
        return mode if mode and set(mode) <= set("rwxabt+") else None
    return None


def _clock_without_zone(module: Module) -> Iterator[Offence]:
    known = aliases(module)
    for call in _calls(module):
        if dotted(call.func, known) == "datetime.datetime.now" and not call.args and not call.keywords:
            yield Offence(module.name, call.lineno, "datetime.now() without a time zone")


def _shared_state(module: Module) -> Iterator[Offence]:
    """``global`` and module variables that start empty: both are there to be changed later."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Global):
            yield Offence(module.name, node.lineno, f"global {', '.join(node.names)}: pass the value instead")
    for statement in module.tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None and _starts_empty(statement.value):
            yield Offence(module.name, statement.lineno, "a module variable that starts empty")


def _starts_empty(value: ast.expr) -> bool:
    if isinstance(value, ast.List | ast.Set):
        return not value.elts
    if isinstance(value, ast.Dict):
        return not value.keys
    is_maker = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in MUTABLE_MAKERS
    return is_maker and (value.func.id == "defaultdict" or not value.args) and not value.keywords  # type: ignore[attr-defined]


RULES: tuple[Callable[[Module], Iterator[Offence]], ...] = (
    _banned_names,
    _forbidden_methods,
    _renaming_methods,
    _text_without_encoding,
    _clock_without_zone,
    _shared_state,
)
