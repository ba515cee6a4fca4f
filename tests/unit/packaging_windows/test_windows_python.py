"""The parts of the Windows build that can be tried without Windows: the lock for Windows, module definitions, icons."""

from __future__ import annotations

import importlib
import re
import struct
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]
HASH = f"    --hash=sha256:{'0' * 64}"


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> tuple[ModuleType, ModuleType]:
    """``windows_python`` and ``portable_executable``, imported as the build does, from their own folder."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "windows"))
    names = ("machine", "portable_executable", "windows_python")
    for name in names:
        monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module("windows_python"), importlib.import_module("portable_executable")


def test_the_lock_for_windows_has_its_own_packages_and_none_of_others(scripts: tuple[ModuleType, ModuleType]) -> None:
    lock = "\n".join(
        [
            f"click==8.5.1 \\\n{HASH} \\\n{HASH}",
            f"colorama==0.4.6 ; sys_platform == 'win32' \\\n{HASH}",
            f"macholib==1.16.4 ; sys_platform == 'darwin' \\\n{HASH}",
            f"uv==0.13.9 \\\n{HASH}",
        ]
    )
    assert scripts[0].lock_for_windows(lock) == f"click==8.5.1 \\\n{HASH} \\\n{HASH}\ncolorama==0.4.6 \\\n{HASH}\n"


def test_nothing_of_the_real_lock_loses_its_hash_or_keeps_a_marker(scripts: tuple[ModuleType, ModuleType]) -> None:
    lock = (ROOT / "requirements" / "development.lock").read_text(encoding="utf-8")
    made = scripts[0].lock_for_windows(lock)
    runtime = (ROOT / "requirements" / "runtime.lock").read_text(encoding="utf-8")
    wanted = set(re.findall(r"^[\w.-]+==[^\s;]+", runtime, re.M)) - set(re.findall(r"^pip==\S+", runtime, re.M))
    assert wanted <= set(re.findall(r"^[\w.-]+==\S+", made, re.M))
    assert ";" not in made
    assert re.sub(r"^[\w.-]+==\S+(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n", "", made, flags=re.M) == ""


def test_definitions_say_which_names_are_data(scripts: tuple[ModuleType, ModuleType]) -> None:
    tool = scripts[1]
    exports = [tool.Export("Py_Main", is_data=False), tool.Export("PyType_Type", is_data=True)]
    assert tool.definitions("a.dll", exports).splitlines()[2:] == ["  Py_Main", "  PyType_Type DATA"]
    forwarded = tool.definitions("python3.dll", exports, forwarded_to="python311").splitlines()[2:]
    assert forwarded == ["  Py_Main = python311.Py_Main", "  PyType_Type = python311.PyType_Type DATA"]


def test_a_file_that_is_no_library_is_refused(scripts: tuple[ModuleType, ModuleType], tmp_path: Path) -> None:
    for content in (b"MZ" + bytes(100), b"\x7fELF" + bytes(100)):
        path = tmp_path / "a.dll"
        path.write_bytes(content)
        with pytest.raises(ValueError, match=r"a\.dll"):
            scripts[1].exports_of(path)


@pytest.mark.parametrize("name", ["program", "bundle"])
def test_icons_hold_a_png_of_each_size(name: str) -> None:
    data = (ROOT / "packaging" / "icons" / f"{name}.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind) == (0, 1)
    widths = []
    for place in range(count):
        width, _, _, _, _, bits, size, offset = struct.unpack_from("<BBBBHHII", data, 6 + 16 * place)
        picture = data[offset : offset + size]
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack_from(">I", picture, 16)[0] == (width or 256)
        assert bits == 32
        widths.append(width or 256)
    assert {16, 32, 48, 256} <= set(widths)
