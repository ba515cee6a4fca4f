"""The two commands of a developer, and what continuous integration calls: ``python3 dev.py run`` and ``python3 dev.py test``.

Works from any folder on Debian, Ubuntu and Windows with nothing but Python 3.11 or newer (64 bits): it makes the virtual
environment ``.venv`` beside this file, installs the locked packages, on Debian and Ubuntu the system libraries that Qt needs,
and then starts what was asked for. What is already there is left alone. The exit code is that of the program started.

Standard library only, because it runs before anything is installed. Nothing of the product may be imported here.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

OLDEST_PYTHON = (3, 11)
PROGRAM_HAS_WINDOW = True
"""Whether ``main.py`` alone opens a window; a test holds this equal to what ``ui`` contains."""

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements"
TRANSLATIONS = ROOT / "ui" / "resources" / "translations"
DEMO_OFFICES = 33
DEMO_RESULTS = ROOT / "demo-results"
MOST_TEST_WORKERS = 8

# Shared library -> the Debian and Ubuntu package that holds it. The first table is needed even without a screen.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
}
TEST_PROGRAMS = {"openssl": "openssl", "unzip": "unzip"}
"""What an auditor uses instead of our program; the tests do as he does. Program -> package."""
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


class SetupProblem(Exception):
    """Something a person must put right before we can go on; the text is the sentence that says what."""


# --- the machine -------------------------------------------------------------------------------------------------------------


def check_interpreter(version: tuple[int, ...], *, is_64_bit: bool) -> None:
    """Raise ``SetupProblem`` when this Python cannot carry the product."""
    if version < OLDEST_PYTHON:
        found, wanted = (".".join(map(str, numbers[:2])) for numbers in (version, OLDEST_PYTHON))
        raise SetupProblem(f"This is Python {found}; Python {wanted} or newer is needed. Start dev.py with a newer one.")
    if not is_64_bit:
        raise SetupProblem("This is a 32-bit Python; Qt and the cryptography libraries are made for 64 bits only.")


def is_windows() -> bool:
    # A function, so that the type checker reads both branches on either system.
    return os.name == "nt"


def has_display(surroundings: Mapping[str, str]) -> bool:
    """Whether a window could be shown: always on Windows, elsewhere when X or Wayland announces a display."""
    return is_windows() or bool(surroundings.get("DISPLAY") or surroundings.get("WAYLAND_DISPLAY"))


def loads(library: str) -> bool:
    # Asking the loader itself is right on every distribution; names of packages change (libglib2.0-0 became ...-0t64).
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(libraries: Mapping[str, str], can_load: Callable[[str], bool] = loads) -> list[str]:
    """The packages to install, in the order of the table, each once."""
    return list(dict.fromkeys(package for library, package in libraries.items() if not can_load(library)))


def install_system_packages(packages: Sequence[str]) -> None:
    """Install Debian packages, as root or through sudo. Raises ``SetupProblem`` with the command to type when it cannot."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    by_hand = f"Please install them yourself: sudo {' '.join(command)}"
    if shutil.which("apt-get") is None:
        raise SetupProblem(f"System packages are missing; Debian names them: {' '.join(packages)}. Install them and try again.")
    prefix: list[str] = []
    if not os.access("/var/lib/dpkg", os.W_OK):  # only root may write there
        if shutil.which("sudo") is None:
            raise SetupProblem(f"System packages are missing and there is no sudo here. {by_hand}")
        prefix = ["sudo"]
    say(f"Installing system packages: {' '.join(packages)}")
    settings = ["env", "DEBIAN_FRONTEND=noninteractive"]
    # The lists may be absent on a fresh machine; if only the update fails, the packages may still be found in older lists.
    subprocess.run([*prefix, *settings, "apt-get", "update"], check=False, stdout=subprocess.DEVNULL)
    if subprocess.run([*prefix, *settings, *command], check=False, stdout=subprocess.DEVNULL).returncode != 0:
        raise SetupProblem(f"The system packages could not be installed. {by_hand}")


def ensure_programs(programs: Mapping[str, str]) -> None:
    """See that the programs which the tests call are there."""
    missing = missing_packages(programs, lambda program: shutil.which(program) is not None)
    if missing and not is_windows():
        install_system_packages(missing)


def ensure_libraries(libraries: Mapping[str, str], *, name: str) -> None:
    """See once that Qt's shared libraries are there; a stamp in the environment remembers it."""
    stamp = ENVIRONMENT / f"libraries-{name}"
    wanted = fingerprint(f"{library} {package}\n".encode() for library, package in libraries.items())
    if is_windows() or read_stamp(stamp) == wanted:
        return
    packages = missing_packages(libraries)
    if packages:
        install_system_packages(packages)
        still_missing = missing_packages(libraries)
        if still_missing:
            raise SetupProblem(f"Installed, but still not found by the loader: {' '.join(still_missing)}.")
    write_stamp(stamp, wanted)


# --- the environment ---------------------------------------------------------------------------------------------------------


def environment_python() -> Path:
    return ENVIRONMENT / ("Scripts/python.exe" if is_windows() else "bin/python")


def fingerprint(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def read_stamp(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def write_stamp(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")


def environment_works() -> bool:
    """Whether ``.venv`` holds a Python that starts and is new enough; not so after a system upgrade or a half-made one."""
    if not environment_python().exists():
        return False
    probe = "import sys, pip; sys.exit(sys.version_info[:2] < {})".format(OLDEST_PYTHON)  # noqa: UP032 (reads better)
    answer = subprocess.run([str(environment_python()), "-c", probe], check=False, capture_output=True)
    return answer.returncode == 0


def ensure_environment() -> None:
    if environment_works():
        return
    say(f"Making the virtual environment {ENVIRONMENT}")
    # Debian and Ubuntu keep what venv needs in a package of its own; older ones only notice when it is half made.
    if (importlib.util.find_spec("ensurepip") is None or not make_environment()) and shutil.which("apt-get"):
        install_system_packages([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"])
        make_environment()
    if not environment_works():
        raise SetupProblem(f"The virtual environment could not be made in {ENVIRONMENT}; see the lines above.")


def make_environment() -> bool:
    return subprocess.run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=False).returncode == 0


def ensure_packages(lock: str) -> None:
    """Install ``requirements/<lock>.lock`` unless that very lock is installed already.

    Every file is checked against the hashes of the lock, and nothing is built here: what has no wheel is refused.
    """
    lock_file = REQUIREMENTS / f"{lock}.lock"
    stamp = ENVIRONMENT / f"installed-{lock}"
    wanted = fingerprint([lock_file.read_bytes()])
    if read_stamp(stamp) == wanted:
        return
    say(f"Installing the locked packages of {lock_file.name}; this takes a minute or two the first time")
    pip = [str(environment_python()), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "-qq"]
    exact = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock_file)]
    if subprocess.run([*pip, *exact], check=False).returncode != 0:
        raise SetupProblem("The packages could not be installed. Is there a network? The lines above say what failed.")
    write_stamp(stamp, wanted)
    if lock == "development":  # it holds the whole of the runtime lock; a test sees to that
        write_stamp(ENVIRONMENT / "installed-runtime", fingerprint([(REQUIREMENTS / "runtime.lock").read_bytes()]))


def prepare(lock: str, *, with_qt: bool = False, with_window: bool = False) -> None:
    """Bring the environment up to the lock ``"runtime"`` or ``"development"``, and the system up to what Qt needs."""
    ensure_environment()
    ensure_packages(lock)
    if with_qt or with_window:
        ensure_libraries(QT_LIBRARIES, name="qt")
        ensure_translations()
    if with_window:
        ensure_libraries(WINDOW_LIBRARIES, name="window")


def qt_tool(name: str, arguments: Sequence[str]) -> int:
    """Run one of the tools that come with PySide6, quietly; answers its exit code."""
    tool = environment_python().with_name(f"pyside6-{name}{'.exe' if is_windows() else ''}")
    return subprocess.run([str(tool), *arguments], cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode


def ensure_translations() -> None:
    """Make each ``.qm`` of the windows' words anew that is missing or older than its ``.ts``; they are not committed."""
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        made = source.with_suffix(".qm")
        if made.exists() and made.stat().st_mtime >= source.stat().st_mtime:
            continue
        if qt_tool("lrelease", ["-silent", str(source), "-qm", str(made)]) != 0:
            raise SetupProblem(f"{source.name} could not be made into {made.name}.")


def translations(arguments: Sequence[str]) -> int:
    """Take the windows' English sentences over into the ``.ts`` files, then make the ``.qm`` files.

    New sentences come in as unfinished; whoever translates them edits the ``.ts`` and calls this once more.
    """
    refuse_arguments("translations", arguments)
    prepare("development", with_qt=True)
    outcome = call(["packaging/translations.py"])
    ensure_translations()
    return outcome


def manual(arguments: Sequence[str]) -> int:
    """Make the manual's pictures anew from the real windows; ``manual --only home import`` only those of some pages."""
    prepare("development", with_qt=True)
    return call(["packaging/manual_pictures.py", *arguments])


def call(arguments: Sequence[str], *, folder: Path | None = ROOT, **extra_settings: str) -> int:
    """Run the environment's Python with UTF-8 everywhere and answer its exit code; ``folder=None`` is the caller's own."""
    settings = {**os.environ, "PYTHONUTF8": "1", **extra_settings}
    try:
        return subprocess.run([str(environment_python()), *arguments], cwd=folder, env=settings, check=False).returncode
    except KeyboardInterrupt:  # the child has got the same signal and has said what there was to say
        return 130


# --- the commands ------------------------------------------------------------------------------------------------------------


def set_up(arguments: Sequence[str]) -> int:
    refuse_arguments("setup", arguments)
    prepare("development", with_qt=True, with_window=has_display(os.environ))
    say(f"Ready: {environment_python()}")
    return 0


def run(arguments: Sequence[str]) -> int:
    """Start the program; alone and without a window or a display, perform the whole job once and say where it lies."""
    shows_window = PROGRAM_HAS_WINDOW and has_display(os.environ)
    prepare("runtime", with_qt=True, with_window=shows_window)
    main = str(ROOT / "main.py")
    if arguments or shows_window:
        return call([main, *arguments], folder=None)
    say("No window can be shown here, so the whole job is done once with made-up activities of real offices.")
    outcome = call([main, "demo", "--offices", str(DEMO_OFFICES), "--to", str(DEMO_RESULTS)])
    if outcome in {0, 1}:
        say(f"The results lie in {DEMO_RESULTS}")
    return outcome


def pytest_arguments(arguments: Sequence[str], *, cores: int) -> list[str]:
    """What pytest gets: all cores, unless the caller says how many or wants the debugger. Order is random by a plugin."""
    own_choice = any(word.startswith(("-n", "--numprocesses", "--pdb")) or word == "no:xdist" for word in arguments)
    if own_choice or cores < 2:
        return list(arguments)
    return ["-n", str(min(cores, MOST_TEST_WORKERS)), "--dist", "worksteal", *arguments]


def usable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def test(arguments: Sequence[str]) -> int:
    prepare("development", with_qt=True)
    ensure_programs(TEST_PROGRAMS)
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    return call(["-m", "pytest", *pytest_arguments(arguments, cores=usable_cores())], QT_QPA_PLATFORM=platform)


def lint(arguments: Sequence[str]) -> int:
    """``lint`` reports, ``lint --fix`` also repairs what can be repaired by machine."""
    repair = list(arguments) == ["--fix"]
    if not repair:
        refuse_arguments("lint", arguments)
    prepare("development")
    rules = call(["-m", "ruff", "check", *(["--fix"] if repair else []), "."])
    layout = call(["-m", "ruff", "format", *([] if repair else ["--check"]), "."])
    return rules or layout


def types(arguments: Sequence[str]) -> int:
    prepare("development")
    return call(["-m", "mypy", *arguments])


def build(arguments: Sequence[str]) -> int:
    """Make the folder that an office gets, ``dist/SoHoatDong``, with PyInstaller."""
    refuse_arguments("build", arguments)
    prepare("development", with_window=True)  # the folder carries the libraries of windows as well
    ensure_build_tools()
    places = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    outcome = call(["-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", *places, str(ROOT / "build.spec")])
    if outcome == 0:
        say(f"Built: {ROOT / 'dist' / 'SoHoatDong'}")
    return outcome


def ensure_build_tools() -> None:
    """PyInstaller reads binaries with objdump and ships Python's own shared library; Debian keeps both apart."""
    if is_windows():
        return
    packages = [] if shutil.which("objdump") else ["binutils"]
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if not sysconfig.get_config_var("Py_ENABLE_SHARED") and not loads(f"libpython{version}.so.1.0"):
        packages.append(f"libpython{version}")
    if packages:
        install_system_packages(packages)


def lock(arguments: Sequence[str]) -> int:
    """Work the locks out anew from the ``.in`` files; ``lock --upgrade`` takes the newest versions that they allow.

    One lock serves Linux and Windows and every Python from the oldest; it holds versions and hashes, no address and no path.
    """
    upgrade = list(arguments) == ["--upgrade"]
    if not upgrade:
        refuse_arguments("lock", arguments)
    prepare("development")
    oldest = ".".join(map(str, OLDEST_PYTHON))
    compile_lock = ["-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", oldest, "--generate-hashes"]
    compile_lock += ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate"]
    compile_lock += ["--upgrade"] if upgrade else []
    for name, constraint in (("runtime", []), ("development", ["--constraint", "requirements/runtime.lock"])):
        outcome = call([*compile_lock, f"requirements/{name}.in", *constraint, "--output-file", f"requirements/{name}.lock"])
        if outcome != 0:
            return outcome
    prepare("development")
    return call(["packaging/licences/list_licences.py"])


COMMANDS: Mapping[str, tuple[Callable[[Sequence[str]], int], str]] = {
    "run": (run, "start the program; further words are its own (dev.py run verify FILE)"),
    "test": (test, "run all tests; further words are pytest's own (dev.py test tests/unit -k seal)"),
    "setup": (set_up, "only prepare the environment"),
    "lint": (lint, "check style and layout; with --fix repair them"),
    "types": (types, "check the types"),
    "build": (build, "make the frozen program in dist/"),
    "translations": (translations, "bring the windows' translations up to the source and compile them"),
    "manual": (manual, "make the manual's pictures anew from the real windows; with --only PAGE some of them"),
    "lock": (lock, "renew the locks of requirements/; with --upgrade take newer versions"),
}


def refuse_arguments(command: str, arguments: Sequence[str]) -> None:
    if arguments:
        raise SetupProblem(f"'{command}' does not know: {' '.join(arguments)}")


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def main(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0] not in COMMANDS:
        lines = [f"  {name:<12} {description}" for name, (_, description) in COMMANDS.items()]
        say("\n".join(["Usage: python3 dev.py COMMAND [...]", *lines]))
        return 0 if list(arguments) in (["--help"], ["-h"]) else 2
    try:
        check_interpreter(sys.version_info[:2], is_64_bit=sys.maxsize > 2**32)
        return COMMANDS[arguments[0]][0](arguments[1:])
    except SetupProblem as problem:
        say(str(problem))
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
