"""Files and functions stay readable, names say something, and the plan of the house lists every room."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import PurePosixPath

import pytest

from tests.architecture.source_tree import (
    ROOMS,
    ROOT,
    Module,
    committed_text_files,
    module_of,
    parse,
    product_files,
    product_modules,
)

LONGEST_FILE = 500
LONGEST_FUNCTION = 60
EMPTY_NAMES = frozenset({"common", "helper", "helpers", "misc", "tools", "util", "utils"})


def too_long_files(files: Iterable[tuple[str, str]]) -> list[str]:
    lengths = {name: len(text.splitlines()) for name, text in files}
    return [f"{name}: {length} lines" for name, length in lengths.items() if length > LONGEST_FILE]


def too_long_functions(module: Module) -> list[str]:
    functions = (node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    lengths = ((node, (node.end_lineno or node.lineno) - node.lineno + 1) for node in functions)
    return [f"{module.name}.{node.name}: {length} lines" for node, length in lengths if length > LONGEST_FUNCTION]


def undescribed(module: Module) -> bool:
    """Whether a module with anything in it says nothing about its purpose."""
    return bool(module.tree.body) and not ast.get_docstring(module.tree)


def unlisted_rooms(document: str, packages: Iterable[str]) -> list[str]:
    """The packages that a document does not name as ``storage/journal/``; naming what lies below a package is not enough."""
    return [package for package in packages if not re.search(rf"(?<![\w/]){package}/(?!\w)", document)]


def package_folders() -> list[str]:
    folders = (path.parent for room in ROOMS for path in (ROOT / room).rglob("__init__.py"))
    return sorted(folder.relative_to(ROOT).as_posix() for folder in folders)


def test_no_file_is_too_long() -> None:
    assert too_long_files(item for item in committed_text_files() if item[0].endswith((".py", ".spec"))) == []


def test_no_function_is_too_long() -> None:
    modules = [*product_modules(), module_of(ROOT / "dev.py")]
    assert [offender for module in modules for offender in too_long_functions(module)] == []


def test_every_module_says_what_it_is_for() -> None:
    assert [module.name for module in product_modules() if undescribed(module)] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [module.name for module in product_modules() if EMPTY_NAMES & set(module.name.split("."))] == []


def test_the_architecture_page_lists_every_package() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert unlisted_rooms(page, package_folders()) == []


def test_every_folder_of_tests_is_a_package() -> None:
    # Without it two test files of one name, or a folder named as a room, would take each other's place.
    folders = {
        PurePosixPath(name).parent for name, _ in committed_text_files() if name.startswith("tests/") and name.endswith(".py")
    }
    assert [str(folder) for folder in sorted(folders) if not (ROOT / folder / "__init__.py").is_file()] == []


def test_rooms_are_packages_down_to_every_module() -> None:
    assert [str(path) for path in product_files() if path.parent != ROOT and not (path.parent / "__init__.py").is_file()] == []


@pytest.mark.parametrize(("length", "count"), [(LONGEST_FILE, 0), (LONGEST_FILE + 1, 1)])
def test_a_long_file_is_seen(length: int, count: int) -> None:
    assert len(too_long_files([("a.py", "x\n" * length)])) == count


@pytest.mark.parametrize(("length", "count"), [(LONGEST_FUNCTION, 0), (LONGEST_FUNCTION + 1, 1)])
def test_a_long_function_is_seen(length: int, count: int) -> None:
    assert len(too_long_functions(parse("a", "class A:\n    def b(self):\n" + "        x\n" * (length - 1)))) == count


def test_missing_descriptions_are_seen() -> None:
    assert undescribed(parse("a", "x = 1"))
    assert not undescribed(parse("a", "'''Purpose.'''\nx = 1"))
    assert not undescribed(parse("a", ""))
    assert unlisted_rooms("`storage/domain/` holds entities", ["storage", "storage/domain", "storage/journal"]) == [
        "storage",
        "storage/journal",
    ]
