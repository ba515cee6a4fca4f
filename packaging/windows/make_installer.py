"""Makes the Windows installer on Debian and tries it: ``python3 packaging/windows/make_installer.py --output FOLDER``.

In order: packages of Debian, a Python for Windows, a Windows by Wine, the frozen program, the installer; then the installer is
run, the installed program used in both roles, the installer run again, and everything removed. ``--only`` does single steps.

    build       program and installer            try        install, use, remove
    tests       the tests under Windows' Python  start      start times against a bare window

The output folder gets ``SoHoatDong-VERSION-setup.exe``, ``SHA256SUMS``, ``report.json`` and, in ``trial``, pictures to look at.
On a Windows PC none of this is needed: docs/windows.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from machine import BuildProblem, Log, ensure_packages, execute
from screen import screen
from signing import Certificate
from start_time import build_bare_window, measure
from suite import run_tests
from trial import CONSOLE, GRAPHICAL, Trial
from windows_python import HERE, ROOT, assemble
from wine import Wine, make_prefix, refuse_stand_ins

STEPS = ("build", "try", "start", "tests")
LARGEST_INSTALLER = 45_000_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "windows", help="folder for everything that is made")
    parser.add_argument("--only", choices=STEPS, action="append", help="do only this; may be given several times")
    parser.add_argument("--certificate", type=Path, help="PKCS#12 file with which to sign programs and installer")
    parser.add_argument("--certificate-password", type=Path, help="file with the password of the certificate in its first line")
    given = parser.parse_args()
    ensure_environment()
    log = Log()
    try:
        make(
            given.output.resolve(),
            given.only or list(STEPS),
            Certificate.of(given.certificate, given.certificate_password),
            log,
        )
    except BuildProblem as problem:
        log.say(f"stopped: {problem}")
        return 1
    return 0


def ensure_environment() -> None:
    """Goes on in the developer's environment of ``dev.py``, which has pip and the compiled translations."""
    python = ROOT / ".venv" / "bin" / "python"
    if Path(sys.prefix).resolve() == (ROOT / ".venv").resolve():
        return
    if subprocess.run([sys.executable, str(ROOT / "dev.py"), "setup"], check=False).returncode != 0:
        sys.exit(2)
    sys.exit(subprocess.run([str(python), *sys.argv], check=False).returncode)


def make(output: Path, steps: list[str], certificate: Certificate | None, log: Log) -> None:
    """The steps that were asked for. Raises ``BuildProblem``."""
    output.mkdir(parents=True, exist_ok=True)
    ensure_packages(log)
    python = assemble(output, log) / "python.exe"
    wine = make_prefix(output, log)
    program, installer = output / "dist" / "SoHoatDong", output / f"SoHoatDong-{version()}-setup.exe"
    found: dict[str, object] = {"version": version()}
    try:
        if "build" in steps:
            freeze(wine, python, output, log)
            if certificate:
                certificate.sign([program / GRAPHICAL, program / CONSOLE], log)
            found |= pack(program, installer, certificate, log)
        with screen() as shown:
            seen = Wine(wine.base, shown.display)
            if "try" in steps or "start" in steps:
                require_installer(installer)
            if "try" in steps:
                found |= Trial(seen, installer, output / "trial", shown, log).run()
            if "start" in steps:
                found |= time_starts(seen, python, output, installer, log, shown)
        if "tests" in steps:
            found |= run_tests(wine, python, output, log)
    finally:
        wine.stop()
    keep_report(output / "report.json", found)


def version() -> str:
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def freeze(wine: Wine, python: Path, output: Path, log: Log) -> None:
    """The folder of the program, with PyInstaller under Wine."""
    log.say("freezing the program")
    places: list[str | Path] = ["--distpath", output / "dist", "--workpath", output / "freezing"]
    words = ["-X", "utf8", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", *places, ROOT / "build.spec"]
    wine.run(python, *words, seconds=1800).require("PyInstaller")
    refuse_stand_ins(output / "dist")


def pack(program: Path, installer: Path, certificate: Certificate | None, log: Log) -> dict[str, object]:
    """The installer and the list of SHA-256 sums; answers the sizes in bytes."""
    settings = {
        "VERSION": version(),
        "BUILD": str(program),
        "OUTPUT": str(installer),
        "ICONS": str(ROOT / "packaging" / "icons"),
    }
    if certificate:
        settings["SIGN"] = certificate.command()
    log.say("packing the installer")
    words: list[str | Path] = [
        "makensis",
        "-V2",
        "-WX",
        *(f"-D{name}={value}" for name, value in settings.items()),
        HERE / "installer.nsi",
    ]
    execute(words, seconds=900).require("makensis")
    files = sorted(path for path in program.rglob("*") if path.is_file())
    lines = [f"{digest(installer)}  {installer.name}"]
    lines += [f"{digest(path)}  SoHoatDong/{path.relative_to(program).as_posix()}" for path in files]
    (installer.parent / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="utf-8")
    sizes = {"installer_bytes": installer.stat().st_size, "installed_bytes": sum(path.stat().st_size for path in files)}
    log.say(f"installer {sizes['installer_bytes'] / 1e6:.1f} MB, installed {sizes['installed_bytes'] / 1e6:.1f} MB")
    if sizes["installer_bytes"] > LARGEST_INSTALLER:
        raise BuildProblem(f"the installer has more than {LARGEST_INSTALLER} bytes")
    return {**sizes, "installer_sha256": digest(installer)}


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def require_installer(installer: Path) -> None:
    if not installer.is_file():
        raise BuildProblem(f"{installer} has not been made: --only build comes first")


def time_starts(wine: Wine, python: Path, output: Path, installer: Path, log: Log, shown: object) -> dict[str, object]:
    """Installs once more, measures with the office of the trial's story, removes."""
    from screen import Screen
    from story import Story

    assert isinstance(shown, Screen)  # noqa: S101
    bare = build_bare_window(wine, python, output)
    trial = Trial(wine, installer, output / "start", shown, log)
    shutil.rmtree(trial.folder, ignore_errors=True)
    trial.install()
    story = Story(wine, trial.installed / CONSOLE, trial.folder / "đo")
    story.tell(log)
    try:
        # As by a double click on the icon, which opens the user's own profile: no words, so no command line is loaded.
        shutil.rmtree(trial.profile, ignore_errors=True)
        shutil.copytree(story.office, trial.profile)
        return measure(wine, shown, log, bare=bare, program=trial.installed / GRAPHICAL)
    finally:
        trial.remove(keeping_ledger=False)


def keep_report(path: Path, found: dict[str, object]) -> None:
    """What was found, beside what earlier runs of other steps found."""
    known = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    path.write_text(json.dumps({**known, **found}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
