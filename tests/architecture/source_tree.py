"""The product's source as parsed modules, for the rules that this folder checks. Reads files; decides nothing."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("storage", "export", "ui")
TEXT_SUFFIXES = frozenset(
    {
        ".py",
        ".md",
        ".toml",
        ".txt",
        ".in",
        ".lock",
        ".spec",
        ".csv",
        ".json",
        ".jsonl",
        ".ts",
        ".nsi",
        ".sh",
        ".cfg",
        ".ini",
        ".yml",
    }
)


@dataclass(frozen=True, slots=True)
class Module:
    """One source file: its dotted name, the package that relative imports start from, its text and its syntax tree."""

    name: str
    package: str
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """``storage.domain``, ``storage``, ``export``, ``ui`` or ``main``."""
        return "storage.domain" if within(self.name, "storage.domain") else self.name.split(".")[0]


@dataclass(frozen=True, slots=True, order=True)
class Offence:
    """A broken rule: where (module and line) and what."""

    module: str
    line: int
    what: str


def within(name: str, package: str) -> bool:
    """Whether the dotted name is the package or lies below it."""
    return name == package or name.startswith(f"{package}.")


def parse(name: str, text: str, *, is_package: bool = False) -> Module:
    """A module from text; also how the tests of the rules build their bad samples."""
    package = name if is_package else name.rpartition(".")[0]
    return Module(name=name, package=package, text=text, tree=ast.parse(text))


def module_of(path: Path) -> Module:
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    is_package = parts[-1] == "__init__"
    if is_package:
        parts.pop()
    return parse(".".join(parts), path.read_text(encoding="utf-8"), is_package=is_package)


def product_files() -> list[Path]:
    """Every Python file of the product, ``main.py`` included."""
    files = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    return [*files, *(path for path in [ROOT / "main.py"] if path.exists())]


def product_modules() -> list[Module]:
    return [module_of(path) for path in product_files()]


def committed_text_files() -> Iterator[tuple[str, str]]:
    """Path (as Git writes it) and text of every text file that Git tracks or would add."""
    listing = subprocess.run(
        ["git", "-c", "core.quotePath=false", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    for name in sorted(set(listing.stdout.decode("utf-8").split("\0")) - {""}):
        path = ROOT / name
        if path.is_file() and (path.suffix in TEXT_SUFFIXES or not path.suffix):
            yield name, path.read_text(encoding="utf-8")
