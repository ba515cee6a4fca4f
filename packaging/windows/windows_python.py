"""Puts a Python for Windows together on Debian: libraries of Windows from a wheel, modules from this machine's own Python, the
locked packages as wheels for Windows, and two small executables that are compiled here.

Only for building and testing on Debian; whoever has a Windows PC takes Python's own installer (docs/windows.md).
"""

from __future__ import annotations

import re
import shutil
import sys
import sysconfig
import zipfile
from pathlib import Path

from machine import BuildProblem, Log, execute
from portable_executable import definitions, exports_of

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
COMPILER = "x86_64-w64-mingw32-gcc"
NOT_FOR_WINDOWS = (
    "test",
    "tests",
    "lib-dynload",
    "site-packages",
    "dist-packages",
    "__pycache__",
    "idlelib",
    "turtledemo",
    "_bundled",
)
NOT_UNDER_WINE = frozenset({"ast-serialize", "librt", "macholib", "mypy", "mypy-extensions", "pathspec", "pip", "ruff", "uv"})
"""Locked packages that neither the program, its build nor its tests use on Windows."""
LIBRARIES = (3, 11, 7)
"""The version of Python in ``libraries.lock``."""
_WINDOWS_ONLY = "sys_platform == 'win32'"


def version() -> str:
    """The version of Python, as ``311``, that is put together: the one that runs this script."""
    return f"{sys.version_info[0]}{sys.version_info[1]}"


def dotted(numbers: tuple[int, ...]) -> str:
    """``(3, 11, 7)`` as ``3.11.7``."""
    return ".".join(map(str, numbers))


def wheel_choice() -> list[str]:
    """The words that make pip choose wheels of Windows."""
    number = version()
    words = [
        "--only-binary=:all:",
        "--platform",
        "win_amd64",
        "--implementation",
        "cp",
        "--python-version",
        f"{number[0]}.{number[1:]}",
    ]
    return [*words, "--abi", f"cp{number}", "--abi", "abi3", "--abi", "none", "--no-deps", "--require-hashes"]


def lock_for_windows(lock: str) -> str:
    """A lock's entries for Windows: without the packages of other systems, and without markers, which pip would read here.

    ``lock`` is the text of ``requirements/development.lock``, which holds the whole of the runtime's lock.
    """
    chosen = []
    for entry in re.split(r"\n(?=[A-Za-z0-9])", lock.strip()):
        head, _, hashes = entry.partition(" \\\n")
        requirement, _, marker = (part.strip() for part in head.partition(" ; "))
        is_foreign = "sys_platform" in marker and marker != _WINDOWS_ONLY
        if requirement.startswith("#") or is_foreign or requirement.partition("==")[0] in NOT_UNDER_WINE:
            continue
        chosen.append(f"{requirement} \\\n{hashes}")
    return "\n".join(chosen) + "\n"


def assemble(output: Path, log: Log) -> Path:
    """The folder with ``python.exe`` in ``output``; made once, and anew when a lock or this script has changed."""
    if sys.version_info[:2] != LIBRARIES[:2]:
        raise BuildProblem(f"the locked libraries are those of Python {dotted(LIBRARIES)}: run this with Python 3.11")
    if sys.version_info[:3] != LIBRARIES:
        log.say(
            f"modules of Python {dotted(sys.version_info[:3])} go with libraries of {dotted(LIBRARIES)}; the tests must pass"
        )
    folder = output / "python"
    stamp = folder / "made-from.txt"
    sources = [HERE / "libraries.lock", Path(__file__), ROOT / "requirements" / "development.lock"]
    wanted = version() + "".join(source.read_text(encoding="utf-8") for source in sources)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    work = output / "python-parts"
    for needed in (folder / "DLLs", folder / "Lib" / "site-packages", work):
        needed.mkdir(parents=True, exist_ok=True)
    log.say("fetching the libraries of Python for Windows")
    _unpack_libraries(_libraries(work), folder)
    _copy_modules(folder / "Lib")
    _compile(folder, work)
    log.say("fetching the locked packages for Windows")
    _install_packages(folder, work)
    stamp.write_text(wanted, encoding="utf-8")
    return folder


def _libraries(work: Path) -> Path:
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--disable-pip-version-check",
        "-q",
        "-d",
        work,
        *wheel_choice(),
    ]
    execute([*pip, "-r", HERE / "libraries.lock"], seconds=900).require("fetching the libraries")
    return max(work.glob("panda3d-*.whl"), key=lambda wheel: wheel.stat().st_mtime)


def _unpack_libraries(wheel: Path, folder: Path) -> None:
    """The interpreter and the C runtime beside ``python.exe``, all else in ``DLLs``."""
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.infolist():
            place, _, name = member.filename.rpartition("/")
            if place != "deploy_libs" or name.lower().startswith(("api-ms-win", "tcl", "tk", "_tkinter")):
                continue
            beside = re.fullmatch(r"(python3\d+|vcruntime\d+\w*)\.dll", name.lower())
            target = folder / name.lower() if beside else folder / "DLLs" / name
            target.write_bytes(archive.read(member))
    if not (folder / f"python{version()}.dll").is_file():
        raise BuildProblem(f"{wheel.name} holds no python{version()}.dll")


def _copy_modules(target: Path) -> None:
    """The standard library is the same on every system but for what is compiled."""

    def left_out(_: str, names: list[str]) -> set[str]:
        return {name for name in names if name in NOT_FOR_WINDOWS or name.startswith(("config-", "_sysconfigdata"))}

    shutil.copytree(sysconfig.get_path("stdlib"), target, ignore=left_out, dirs_exist_ok=True)


def _compile(folder: Path, work: Path) -> None:
    """``python.exe``, ``pythonw.exe`` and ``python3.dll``, the library that packages for any version of Python ask for."""
    name = f"python{version()}"
    found = exports_of(folder / f"{name}.dll")
    (work / f"{name}.def").write_text(definitions(f"{name}.dll", found), encoding="ascii")
    (work / "python3.def").write_text(definitions("python3.dll", found, forwarded_to=name), encoding="ascii")
    source = HERE / "wine"

    def run(*words: str | Path) -> None:
        execute(words, seconds=120, folder=source).require(str(words[0]))

    run("x86_64-w64-mingw32-dlltool", "-d", work / f"{name}.def", "-l", work / f"lib{name}.a")
    run("x86_64-w64-mingw32-windres", "-i", "python.rc", "-o", work / "manifest.o")
    smallest: list[str | Path] = [COMPILER, "-O2", "-s"]
    library: list[str | Path] = [*smallest, "-shared", "-nostdlib", "-e", "DllMain", "-o", folder / "python3.dll"]
    run(*library, "python3.c", work / "python3.def")
    for program, options in (("python.exe", ()), ("pythonw.exe", ("-mwindows",))):
        run(*smallest, "-municode", *options, "-o", folder / program, "python.c", work / "manifest.o", f"-L{work}", f"-l{name}")


def _install_packages(folder: Path, work: Path) -> None:
    lock = work / "windows.lock"
    lock.write_text(
        lock_for_windows((ROOT / "requirements" / "development.lock").read_text(encoding="utf-8")), encoding="utf-8"
    )
    packages = folder / "Lib" / "site-packages"
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "-q",
        "--no-compile",
        "--target",
        packages,
    ]
    execute([*pip, *wheel_choice(), "-r", lock], seconds=1200).require("installing the packages for Windows")
    for library in (packages / "PySide6").glob("vcruntime140*.dll"):
        shutil.copy2(library, folder / library.name.lower())  # newer than those beside the interpreter
