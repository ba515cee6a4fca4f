"""How long the installed program takes until its window is there, against a frozen PySide6 window with nothing in it.

Both are timed from outside, in turn, from the start of the process until the X server shows the window; the median counts.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from machine import Log
from screen import Screen
from windows_python import HERE
from wine import Wine

RUNS = 7
MOST = 1.3
_FACES = {"WINEQT_QPA_PLATFORM": "windows:fontengine=freetype"}


def build_bare_window(wine: Wine, python: Path, output: Path) -> Path:
    """The executable of ``bare_window.py``, frozen the plain way; made once."""
    program = output / "bare" / "bare_window" / "bare_window.exe"
    if not program.is_file():
        words: list[str | Path] = [
            "-X",
            "utf8",
            "-m",
            "PyInstaller",
            "--noconfirm",
            "--log-level",
            "WARN",
            "--windowed",
            "--noupx",
        ]
        words += ["--distpath", output / "bare", "--workpath", output / "bare-work", "--specpath", output / "bare-work"]
        wine.run(python, *words, HERE / "bare_window.py", seconds=900).require("building the bare window")
    return program


def measure(wine: Wine, screen: Screen, log: Log, *, bare: Path, program: Path) -> dict[str, object]:
    """Median milliseconds of both and their ratio. The user's own profile holds an office's ledger, opened before."""
    both: tuple[tuple[str, Path, list[str | Path]], ...] = (
        ("bare window", bare, []),
        ("Sổ Hoạt Động", program, []),
    )
    taken: dict[str, list[float]] = {title: [] for title, _, _ in both}
    for turn in range(RUNS + 1):
        for title, executable, words in both:
            began = time.monotonic()
            with wine.running(executable, *words, settings=_FACES):
                screen.wait_for(title)
                seconds = time.monotonic() - began
                time.sleep(0.5)
            if turn:  # the first of each only fills the caches
                taken[title].append(seconds)
    plain, ours = (round(statistics.median(taken[title]) * 1000) for title, _, _ in both)
    ratio = round(ours / plain, 2)
    log.say(f"first window: {ours} ms, a bare one {plain} ms, ratio {ratio} (aim: at most {MOST})")
    return {
        "start_ms": ours,
        "bare_start_ms": plain,
        "start_ratio": ratio,
        "start_runs": RUNS,
        "start_within_aim": ratio <= MOST,
    }
