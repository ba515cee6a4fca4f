"""A Windows to try things in: a Wine prefix with its own home and faces, and no way out to this machine's desktop.

What Wine lacks is filled in by small libraries compiled here; ``refuse_stand_ins`` sees to it that none is shipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from types import MappingProxyType

from machine import BuildProblem, Log, Outcome, execute
from windows_python import COMPILER, HERE

STAND_INS = ("bcryptprimitives", "icuuc", "mscms")
_READ_VALUE = """
import sys, winreg
root = {"HKCU": winreg.HKEY_CURRENT_USER, "HKLM": winreg.HKEY_LOCAL_MACHINE}[sys.argv[1]]
try:
    with winreg.OpenKey(root, sys.argv[2]) as key:
        print(winreg.QueryValueEx(key, sys.argv[3])[0])
except OSError:
    sys.exit(1)
"""
_NO_SETTINGS: Mapping[str, str] = MappingProxyType({})
_OVERRIDES = "mscoree,mshtml=;mscms=n,b;winemenubuilder.exe=d"


@dataclass(frozen=True, slots=True)
class Wine:
    """Runs programs of Windows. ``base`` holds prefix and home; ``display`` is the X display to show windows on, or empty."""

    base: Path
    display: str = ""

    @property
    def prefix(self) -> Path:
        return self.base / "prefix"

    @property
    def user(self) -> Path:
        """The folder of the user within the prefix, as this machine sees it."""
        return self.prefix / "drive_c" / "users" / self._name

    @property
    def _name(self) -> str:
        return "clerk"

    def environment(self, more: Mapping[str, str] = _NO_SETTINGS) -> dict[str, str]:
        """Wine reads the settings of Qt under names of its own (``QT_QPA_PLATFORM`` would not be passed on)."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QT_", "PYTHON", "WAYLAND", "DISPLAY", "LC_"))
        }
        own = {
            "HOME": str(self.base / "home"),
            "USER": self._name,
            "LOGNAME": self._name,
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": _OVERRIDES,
            "LANG": "C.UTF-8",
            "TZ": "Asia/Ho_Chi_Minh",
        }
        shown = {"DISPLAY": self.display} if self.display else {}
        return {**kept, **own, **shown, **more}

    def run(
        self,
        program: str | Path,
        *words: str | Path,
        seconds: float = 300,
        folder: Path | None = None,
        settings: Mapping[str, str] = _NO_SETTINGS,
    ) -> Outcome:
        """Runs a program of Windows to its end. Paths among the words are this machine's and are translated."""
        command = ["wine", str(program), *(windows_path(word) if isinstance(word, Path) else word for word in words)]
        return execute(command, seconds=seconds, environment=self.environment(settings), folder=folder)

    @contextmanager
    def running(
        self, program: str | Path, *words: str | Path, settings: Mapping[str, str] = _NO_SETTINGS
    ) -> Iterator[subprocess.Popen[bytes]]:
        """A program with windows, for as long as the block lasts; it is asked to close at the end, then stopped."""
        name = Path(str(program)).name
        command = ["wine", str(program), *(windows_path(word) if isinstance(word, Path) else word for word in words)]
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, env=self.environment(settings), start_new_session=True
        )
        try:
            yield process
        finally:
            self.run("taskkill", "/IM", name, seconds=30)
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.run("taskkill", "/F", "/IM", name, seconds=30)
                process.wait(timeout=30)

    def processes(self, name: str) -> list[int]:
        """The programs of this prefix that run under ``name``, as this machine numbers them: Wine's own listing is empty."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):  # it may end at any moment
                words = (folder / "cmdline").read_bytes().split(b"\0")
                place = b"WINEPREFIX=" + bytes(self.prefix)
                if words[0].endswith(name.encode()) and place in (folder / "environ").read_bytes().split(b"\0"):
                    found.append(int(folder.name))
        return found

    def value(self, root: str, key: str, name: str = "") -> str | None:
        """A text of the registry (``root``: HKCU or HKLM), or None where there is none. Wine's own tool garbles Vietnamese."""
        outcome = self.run(self.base / "python" / "python.exe", "-X", "utf8", "-c", _READ_VALUE, root, key, name, seconds=60)
        return outcome.output.strip() if outcome.code == 0 else None

    def stop(self) -> None:
        """Ends all programs of this prefix, and of no other."""
        execute(["wineserver", "-k"], seconds=30, environment=self.environment())
        execute(["wineserver", "-w"], seconds=60, environment=self.environment())


def windows_path(path: Path) -> str:
    """How a program of Windows names a file of this machine: drive Z: is the root."""
    return str(PureWindowsPath("Z:/", *path.absolute().parts[1:]))


def make_prefix(base: Path, log: Log) -> Wine:
    """A prefix in ``base``; made once and kept."""
    wine = Wine(base)
    if (wine.base / "prefix-is-whole").is_file():
        return wine
    log.say("making a Windows with Wine")
    shutil.rmtree(wine.prefix, ignore_errors=True)
    (base / "home").mkdir(parents=True, exist_ok=True)
    execute(["wineboot", "-i"], seconds=300, environment=wine.environment())
    wine.run("winecfg", "/v", "win10", seconds=120).require("winecfg")
    system = wine.prefix / "drive_c" / "windows" / "system32"
    for name in STAND_INS:
        words: list[str | Path] = [
            COMPILER,
            "-O2",
            "-s",
            "-shared",
            "-o",
            system / f"{name}.dll",
            HERE / "wine" / f"{name}.c",
            "-ladvapi32",
        ]
        execute(words, seconds=60).require(name)
    faces = base / "faces.reg"
    shutil.copy2(HERE / "wine" / "faces.reg", faces)
    wine.run("regedit", "/S", faces, seconds=60).require("regedit")
    (wine.base / "prefix-is-whole").touch()
    return wine


def refuse_stand_ins(folder: Path) -> None:
    """Raises ``BuildProblem`` when a library that only stands in for one of Windows has got into what is shipped."""
    found = [path.name for path in folder.rglob("*.dll") if path.stem.lower() in STAND_INS]
    if found:
        raise BuildProblem(f"test libraries in the product: {', '.join(found)}")
