"""How long the program's window takes to its first paint, and how much memory it holds, against a bare main window of PySide6.

    python -m benchmarks.first_paint [--runs 7]

Both are fresh processes of the same interpreter, in turn; the median counts. The aim: time at most 1.3, memory 1.35 times.
The office's profile is made once and opened once before, as on every day but the first.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MOST_TIME, MOST_MEMORY = 1.3, 1.35

_BARE = """
import sys, time
begun = time.perf_counter()
from PySide6.QtCore import QObject, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv[:1])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)
def painted():
    print(time.perf_counter() - begun, flush=True)
    QTimer.singleShot(1500, measured)
def measured():
    print(open("/proc/self/status", encoding="utf-8").read().split("VmRSS:")[1].split()[0], flush=True)
    application.quit()
window = Window()
window.resize(1180, 690)
window.show()
application.exec()
"""

_PROGRAM = """
import sys, time
begun = time.perf_counter()
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from storage.domain.identifiers import TimeOrderedIdentifiers, system_clock
from storage.folders import Folders
from ui.window import application as program
from ui.window.main_window import MainWindow
own = MainWindow.paintEvent
def paint(self, event):
    if not told:
        told.append(True)
        QTimer.singleShot(0, painted)
    own(self, event)
told = []
def painted():
    print(time.perf_counter() - begun, flush=True)
    QTimer.singleShot(1500, measured)
def measured():
    print(open("/proc/self/status", encoding="utf-8").read().split("VmRSS:")[1].split()[0], flush=True)
    QApplication.closeAllWindows()
MainWindow.paintEvent = paint
root = Path(sys.argv[1])
program.run_windows(
    Folders(root / "office", root / "markers"),
    clock=system_clock, identifiers=TimeOrderedIdentifiers(system_clock), language="vi", files=[],
)
"""


def make_office(root: Path) -> None:
    """A profile as after the first start."""
    from export.exchange.kits import issue_kit
    from export.exchange.setup import SetupContext, set_up_centre, set_up_office
    from export.exchange.station import Station
    from storage.domain.identifiers import TimeOrderedIdentifiers, system_clock
    from storage.folders import Folders

    centre = Folders(root / "centre", root / "centre-markers")
    identifiers = TimeOrderedIdentifiers(system_clock)
    set_up_centre(SetupContext(centre, system_clock, identifiers, pin="123456"))
    with Station.open(centre, clock=system_clock, identifiers=identifiers, pin="123456") as station:
        issue_kit(station, root / "kit.shd")
    office = SetupContext(Folders(root / "office", root / "markers"), system_clock, identifiers, pin="123456")
    set_up_office(office, kit=root / "kit.shd", office="UBND-DH")


def measure(script: str, *arguments: str) -> tuple[float, int]:
    """Seconds to the first paint and kilobytes 1.5 seconds later."""
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    surroundings.setdefault("QT_QPA_PLATFORM", "offscreen" if "DISPLAY" not in os.environ else "xcb")
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], check=True, capture_output=True, encoding="utf-8", env=surroundings
    )
    seconds, kilobytes = done.stdout.split()
    return float(seconds), int(kilobytes)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        make_office(Path(name))
        measure(_PROGRAM, name)
        pairs = [(measure(_BARE), measure(_PROGRAM, name)) for _ in range(runs)]
    bare_time, bare_memory = (statistics.median(bare[place] for bare, _ in pairs) for place in (0, 1))
    time, memory = (statistics.median(ours[place] for _, ours in pairs) for place in (0, 1))
    result = {
        "runs": runs,
        "bare_ms": round(bare_time * 1000),
        "program_ms": round(time * 1000),
        "time_ratio": round(time / bare_time, 2),
        "bare_mib": round(bare_memory / 1024, 1),
        "program_mib": round(memory / 1024, 1),
        "memory_ratio": round(memory / bare_memory, 2),
    }
    result["ok"] = result["time_ratio"] <= MOST_TIME and result["memory_ratio"] <= MOST_MEMORY
    print(json.dumps(result, indent=2))
    return 0 if result["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
