"""A screen of the size that offices have, for windows of Wine: made, photographed, watched for a window's name, taken away."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from machine import BuildProblem, execute

SIZE = "1366x768x24"
_QUIET = subprocess.DEVNULL


@dataclass(frozen=True, slots=True)
class Screen:
    """An X display, by its name (``:5``)."""

    display: str

    def photograph(self, target: Path) -> None:
        """The whole screen as a PNG."""
        self._run("import", "-window", "root", str(target), seconds=60)

    def windows(self, name: str) -> list[str]:
        """Identifiers of the visible windows whose title holds ``name``."""
        command = ["xdotool", "search", "--onlyvisible", "--name", name]
        return execute(command, seconds=20, environment=self._environment()).output.split()

    def wait_for(self, name: str, *, seconds: float = 60) -> float:
        """Seconds until such a window is there. Raises ``BuildProblem`` when none comes."""
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            if any(word.isdecimal() for word in self.windows(name)):
                return time.monotonic() - began
            time.sleep(0.005)
        raise BuildProblem(f"no window called {name}")

    def press(self, *keys: str) -> None:
        """Keys as xdotool names them, for the window that has the keyboard."""
        self._run("xdotool", "key", "--delay", "60", *keys, seconds=30)

    def _run(self, *command: str, seconds: float) -> None:
        execute(command, seconds=seconds, environment=self._environment()).require(command[0])

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display}


@contextmanager
def screen() -> Iterator[Screen]:
    """A display of its own under the first free number, with a window manager; both end with the block."""
    reading, writing = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE], pass_fds=[writing], stderr=_QUIET)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise BuildProblem("Xvfb did not start")
        manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": f":{number}"}, stderr=_QUIET)
        try:
            yield Screen(f":{number}")
        finally:
            manager.terminate()
            manager.wait()
    finally:
        server.terminate()
        server.wait()
