"""The two commands decide rightly what to do; what they start is tried by using them."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests.architecture.source_tree import ROOT, Module, parse, product_modules


def opens_window(modules: list[Module]) -> bool:
    bases = (
        base for module in modules for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef) for base in node.bases
    )
    return any(ast.unparse(base).endswith("QMainWindow") for base in bases)


def test_dev_knows_whether_the_program_has_a_window() -> None:
    assert opens_window(product_modules()) == dev.PROGRAM_HAS_WINDOW
    assert opens_window([parse("ui.a", "class Window(QtWidgets.QMainWindow):\n    pass")])


@pytest.mark.parametrize("arguments", [["-n", "3"], ["-n0", "tests/unit"], ["--numprocesses=2"], ["--pdb"], ["-p", "no:xdist"]])
def test_own_choices_of_workers_are_left_alone(arguments: list[str]) -> None:
    assert dev.pytest_arguments(arguments, cores=4) == arguments


@pytest.mark.parametrize(("cores", "workers"), [(2, "2"), (8, "8"), (64, "8")])
def test_all_cores_work_within_reason(cores: int, workers: str) -> None:
    given = dev.pytest_arguments(["tests/unit"], cores=cores)
    assert given[given.index("-n") + 1] == workers
    assert given[-1] == "tests/unit"


def test_one_core_needs_no_workers() -> None:
    assert dev.pytest_arguments(["-x"], cores=1) == ["-x"]


def test_a_display_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "is_windows", lambda: False)
    assert dev.has_display({"DISPLAY": ":0"})
    assert dev.has_display({"WAYLAND_DISPLAY": "wayland-0"})
    assert not dev.has_display({"DISPLAY": ""})
    monkeypatch.setattr(dev, "is_windows", lambda: True)
    assert dev.has_display({})


def test_each_missing_package_is_named_once() -> None:
    libraries = {"liba.so.1": "a", "libb.so.1": "b", "libb2.so.1": "b"}
    assert dev.missing_packages(libraries, lambda library: library == "liba.so.1") == ["b"]
    assert dev.missing_packages(libraries, lambda _: True) == []
    assert not dev.loads("libthat-nobody-has.so.9")


def test_old_and_small_interpreters_are_told_so() -> None:
    dev.check_interpreter((3, 11), is_64_bit=True)
    dev.check_interpreter((3, 14), is_64_bit=True)
    with pytest.raises(dev.SetupProblem, match=r"Python 3\.9; Python 3\.11"):
        dev.check_interpreter((3, 9), is_64_bit=True)
    with pytest.raises(dev.SetupProblem, match="32-bit"):
        dev.check_interpreter((3, 11), is_64_bit=False)


def test_without_the_means_to_install_the_sentence_names_the_packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(dev.SetupProblem, match="libegl1 libgl1"):
        dev.install_system_packages(["libegl1", "libgl1"])


@pytest.mark.parametrize(
    ("arguments", "code"), [([], 2), (["unknown"], 2), (["--help"], 0), (["setup", "surplus"], 2), (["lint", "x"], 2)]
)
def test_wrong_use_is_answered_from_any_folder(arguments: list[str], code: int, tmp_path: Path) -> None:
    answer = subprocess.run([sys.executable, ROOT / "dev.py", *arguments], cwd=tmp_path, capture_output=True, check=False)
    assert answer.returncode == code
    assert answer.stderr


def test_dev_needs_nothing_that_is_not_in_python_itself() -> None:
    imported = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); import dev"],
        capture_output=True,
        check=False,
    )
    assert imported.returncode == 0, imported.stderr


def test_a_stamp_goes_stale_when_the_lock_changes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    calls: list[list[str]] = []

    def installer(command: list[str], *, check: bool) -> subprocess.CompletedProcess[bytes]:
        calls.append(command)
        return subprocess.CompletedProcess(command, int("broken" in (tmp_path / "runtime.lock").read_text(encoding="utf-8")))

    monkeypatch.setattr(dev, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(dev, "REQUIREMENTS", tmp_path)
    monkeypatch.setattr("dev.subprocess.run", installer)
    (tmp_path / "runtime.lock").write_text("one", encoding="utf-8")
    dev.ensure_packages("runtime")
    dev.ensure_packages("runtime")
    assert len(calls) == 1
    assert "--require-hashes" in calls[0]
    (tmp_path / "runtime.lock").write_text("broken", encoding="utf-8")
    for _ in range(2):  # a failed installation leaves no stamp
        with pytest.raises(dev.SetupProblem):
            dev.ensure_packages("runtime")
    (tmp_path / "runtime.lock").write_text("one", encoding="utf-8")
    (tmp_path / "development.lock").write_text("two", encoding="utf-8")
    dev.ensure_packages("development")
    dev.ensure_packages("runtime")
    assert len(calls) == 4


def test_programs_that_the_tests_call_are_named_once_each() -> None:
    assert dev.missing_packages(dev.TEST_PROGRAMS, lambda _: True) == []
    assert dev.missing_packages(dev.TEST_PROGRAMS, lambda program: program != "unzip") == ["unzip"]
