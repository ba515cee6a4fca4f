"""The program as a process: it opens its window, a second start hands over and ends, the first ends cleanly when it is closed.

Drawn into memory; ``DISPLAY`` only has to be named for the program to believe in a screen.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import main as program
from tests.ui.conftest import BuiltExchange

ROOT = Path(__file__).resolve().parents[2]
_CLOSE_SOON = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.window import main_window
own = main_window.MainWindow._open_first
def seen(self):
    own(self)
    print("seen", self.windowTitle(), self.current, flush=True)
    sys.stdin.readline()
    QTimer.singleShot(0, self.close)
main_window.MainWindow._open_first = seen
import main
sys.argv = ["main.py", *sys.argv[1:]]
sys.exit(main.start())
"""


def test_a_window_opens_a_second_start_ends_and_closing_is_clean(exchange: BuiltExchange) -> None:
    surroundings = os.environ | {"DISPLAY": "none:0", "XDG_STATE_HOME": str(exchange.root / "state"), "PYTHONPATH": str(ROOT)}
    surroundings["PYTHONUTF8"] = "1"
    arguments = ["--data", str(exchange.office.data)]
    first = subprocess.Popen(
        [sys.executable, "-c", _CLOSE_SOON, *arguments],
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert first.stdout is not None
    assert first.stdout.readline().strip().endswith("Sổ Hoạt Động home")
    told, complaints = first.communicate("close\n", timeout=60)
    assert first.returncode == 0, complaints
    assert "Traceback" not in complaints
    again = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments, "status", "--help"],
        env=surroundings,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert again.returncode == 0, "a command never opens a window"
    assert told == ""


def test_files_of_a_double_click(tmp_path: Path) -> None:
    bundle = tmp_path / "biên nhận.SHD"
    bundle.write_bytes(b"x")
    assert program.bundle_files([str(bundle)]) == [bundle]
    assert program.bundle_files(["verify", str(bundle)]) == []
    assert program.bundle_files([str(tmp_path / "absent.shd")]) == []
    assert program.bundle_files([]) == []


def test_a_window_needs_a_screen() -> None:
    assert program.can_show_windows({"DISPLAY": ":0"})
    assert program.can_show_windows({"WAYLAND_DISPLAY": "wayland-0"})
    assert program.can_show_windows({}) is (sys.platform in ("win32", "darwin"))
