"""What the Windows build needs of the Debian machine it runs on: packages, commands with a time limit, a log.

Standard library only: this runs before anything is installed. Nothing here knows about Windows or about the product.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

DEBIAN_PACKAGES = {
    "wine": "wine wine64",
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "openbox": "openbox",
    "xclip": "xclip",
}
"""Program -> the packages that bring it. Faces come as well: Wine has none of its own."""
DEBIAN_FACES = {"/usr/share/fonts/truetype/liberation": "fonts-liberation", "/usr/share/fonts/truetype/noto": "fonts-noto-core"}


class BuildProblem(Exception):
    """Something that stops the build; the text is the sentence that says what."""


@dataclass(slots=True)
class Log:
    """Says on standard error what is going on, with the seconds since the start."""

    began: float = field(default_factory=time.monotonic)

    def say(self, sentence: str) -> None:
        print(f"[{time.monotonic() - self.began:5.0f} s] {sentence}", file=sys.stderr, flush=True)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: exit code (None: stopped because its time was over), output, duration in seconds."""

    code: int | None
    output: str
    seconds: float

    def require(self, what: str, *, code: int = 0) -> Outcome:
        """Itself, when the command ended with ``code``; raises ``BuildProblem`` with the end of the output otherwise."""
        if self.code != code:
            ended = "did not end in time" if self.code is None else f"ended with {self.code}"
            raise BuildProblem(f"{what} {ended}:\n{self.output[-4000:]}")
        return self


def execute(
    command: Sequence[str | Path], *, seconds: float, environment: Mapping[str, str] | None = None, folder: Path | None = None
) -> Outcome:
    """Runs a command with its output in a pipe and nothing to read; it is stopped, with its children, when the time is over.

    Output goes through a pipe and never into a file: Python under Wine 8 cannot start with a plain file for its output.
    A thread reads, and the wait is for the command alone: servers that it leaves behind keep the pipe open.
    """
    began = time.monotonic()
    process = subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=dict(os.environ if environment is None else environment),
        cwd=folder,
        start_new_session=True,
    )
    parts: list[bytes] = []
    reader = threading.Thread(target=_read, args=(process, parts), daemon=True)
    reader.start()
    code: int | None
    try:
        code = process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        _stop(process)
        code = None
    reader.join(timeout=2)
    return Outcome(code, b"".join(parts).decode("utf-8", "replace"), time.monotonic() - began)


def _read(process: subprocess.Popen[bytes], parts: list[bytes]) -> None:
    assert isinstance(process.stdout, io.BufferedReader)  # noqa: S101 - made with a pipe
    while content := process.stdout.read1(1 << 16):
        parts.append(content)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the command's own session, nothing else of this machine."""
    try:
        os.killpg(process.pid, 15)
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
    except ProcessLookupError:
        pass


def ensure_packages(log: Log) -> None:
    """Installs with apt what is missing. Raises ``BuildProblem`` where that cannot be done."""
    wanted = [package for program, package in DEBIAN_PACKAGES.items() if shutil.which(program) is None]
    wanted += [package for folder, package in DEBIAN_FACES.items() if not Path(folder).is_dir()]
    if not wanted:
        return
    names = " ".join(wanted).split()
    if shutil.which("apt-get") is None:
        raise BuildProblem(f"These packages of Debian are missing: {' '.join(names)}")
    log.say(f"installing {' '.join(names)}")
    rights = [] if os.access("/var/lib/dpkg", os.W_OK) else ["sudo"]
    prefix = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    execute([*prefix, "update", "-q"], seconds=300)  # older lists may do when only this fails
    execute([*prefix, "install", "-y", "-q", "--no-install-recommends", *names], seconds=1500).require("apt-get install")
