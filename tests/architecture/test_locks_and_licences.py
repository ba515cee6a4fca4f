"""The locks are complete and agree with each other and with what is imported; the list of licences agrees with the lock."""

from __future__ import annotations

import importlib.util
import re
import sys
from types import ModuleType

import pytest

from tests.architecture.import_rules import imported_names
from tests.architecture.source_tree import ROOT, module_of, product_files

LOCKS = ("runtime", "development")
DISTRIBUTIONS = {"docx": "python-docx", "PySide6": "pyside6-essentials", "_pytest": "pytest", "pytestqt": "pytest-qt"}
OWN = {"storage", "export", "ui", "main", "tests", "benchmarks", "dev"}
ENTRY = re.compile(
    r"^(?P<name>[a-z0-9.-]+)==(?P<version>[^\s;]+)(?P<marker> ; [^\\]+)?(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n",
    re.M,
)


def lock_text(lock: str) -> str:
    return (ROOT / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")


def locked(text: str) -> dict[str, str]:
    return {entry["name"]: entry["version"] for entry in ENTRY.finditer(text)}


def wanted(lock: str) -> list[str]:
    lines = (ROOT / "requirements" / f"{lock}.in").read_text(encoding="utf-8").splitlines()
    return [re.split(r"[<>=]", line)[0].strip().lower() for line in lines if line and line[0].isalnum()]


def not_an_entry(text: str) -> str:
    """What is left of a lock when all entries with hashes are taken away; must be nothing."""
    return ENTRY.sub("", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_versions_and_hashes_and_nothing_else(lock: str) -> None:
    assert not_an_entry(lock_text(lock)) == ""
    assert set(wanted(lock)) <= set(locked(lock_text(lock)))


def test_entries_without_a_hash_or_with_an_address_are_seen() -> None:
    good = f"click==8.5.1 \\\n    --hash=sha256:{'0' * 64}\n"
    assert not_an_entry(good) == ""
    for bad in ("click==8.5.1\n", f"click>=8 \\\n    --hash=sha256:{'0' * 64}\n", f"-i https://example.org\n{good}"):
        assert not_an_entry(bad) != ""


def test_the_runtime_lock_is_a_part_of_the_development_lock() -> None:
    runtime, development = (locked(lock_text(lock)) for lock in LOCKS)
    assert runtime.items() <= development.items()
    assert "pytest" not in runtime


def test_everything_imported_is_locked() -> None:
    runtime, development = (set(locked(lock_text(lock))) for lock in LOCKS)
    missing = [
        f"{path.name}: {library}" for path in product_files() for library in libraries_of(path) if library not in runtime
    ]
    others = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py"), ROOT / "dev.py"]
    missing += [f"{path.name}: {library}" for path in others for library in libraries_of(path) if library not in development]
    assert missing == []


def libraries_of(path: object) -> set[str]:
    names = {name.split(".")[0] for _, name in imported_names(module_of(path))}  # type: ignore[arg-type]
    return {DISTRIBUTIONS.get(name, name.lower().replace("_", "-")) for name in names - set(sys.stdlib_module_names) - OWN}


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    path = ROOT / "packaging" / "licences" / "list_licences.py"
    specification = importlib.util.spec_from_file_location("list_licences", path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_the_list_of_licences_names_every_shipped_package(licences: ModuleType) -> None:
    page = licences.LISTING.read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| ([a-z0-9.-]+) \| ([0-9][^ ]*) \| \S", page, re.MULTILINE))
    shipped = {item for item in locked(lock_text("runtime")).items() if item[0] not in licences.NOT_SHIPPED}
    assert rows == shipped


def test_a_package_without_a_stated_licence_is_refused(licences: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    assert licences.licence_of("msgspec") == "BSD-3-Clause"
    monkeypatch.setattr(licences, "STATED_BY_HAND", {})
    with pytest.raises(LookupError, match="pyrage"):
        licences.licence_of("pyrage")


def test_the_licence_texts_that_must_come_along_are_there() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    texts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "packaging" / "licences").glob("*.txt")}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["LGPL-3.0.txt"]
    assert "GNU GENERAL PUBLIC LICENSE" in texts["GPL-3.0.txt"]
