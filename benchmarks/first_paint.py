"""How long the program takes to its first picture, and how much memory it holds, against a bare main window of PySide6.

    python -m benchmarks.first_paint [--runs 7] [--activities 0]

Both are fresh processes of the same interpreter, in turn; the median counts. The program is started as by a double click, by
its own entry; the bare window is an empty ``QMainWindow`` of the same size. The clock runs from before the process is made
until the event loop comes back from the first painting, in which the window is still empty, and again until the navigation
is painted in it (the first page is made after that); beside it stands the processor's time, which other work on the machine
touches less. Memory is what the kernel counts as resident (RSS) and, of it, as this process's own (USS; libraries that another
process has mapped as well are not in it, so it changes with what else runs), at that moment and again when the first page has
been filled from the ledger and the program rests.
The aim: time and resident memory at the first picture at most 1.3 and 1.35 times the bare window's.

``--activities`` puts that many into the ledger first. The profile is made once and opened once before, as on every day but
the first. A third process paints the same picture with nothing but PySide6 (``furnished``): what of ours Qt itself takes.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
MOST_TIME, MOST_MEMORY = 1.3, 1.35
_REST = 1500
"""Milliseconds from the first picture to the second look at the memory."""

_TELL = """
import sys, time
waits = False
def painted():
    tell(time.monotonic(), time.process_time())
    if not waits:
        furnished()
    QTimer.singleShot(%d, filled)
def furnished():
    print(time.monotonic())
def filled():
    tell()
    QApplication.closeAllWindows()
def tell(*more):
    with open("/proc/self/smaps_rollup", encoding="utf-8") as file:
        found = dict(line.split()[:2] for line in file.readlines()[1:])
    own = int(found["Private_Clean:"]) + int(found["Private_Dirty:"])
    print(*more, found["Rss:"], own, flush=True)
"""

_BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv[:1])
class Window(QMainWindow):
    told = False
    def paintEvent(self, event):
        if not self.told:
            self.told = True
            QTimer.singleShot(0, painted)
        super().paintEvent(event)
window = Window()
%s
window.resize(1180, 690)
window.show()
application.exec()
"""

_FURNITURE = """
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget
from ui.window.icons import icon
from ui.window.theme import apply_theme, load_fonts
load_fonts()
apply_theme(application, scheme="light")
content, frame = QWidget(), QFrame()
frame.setObjectName("navigation_column")
row, column = QHBoxLayout(content), QVBoxLayout(frame)
pages = QListWidget()
pages.setObjectName("navigation")
pages.setIconSize(QSize(20, 20))
for name in ("house", "list-checks", "calendar-check", "usb", "inbox", "archive-restore", "settings"):
    pages.addItem(QListWidgetItem(icon(name, "#1c2430", "#ffffff"), name))
pages.setCurrentRow(0)
column.addWidget(pages)
for name in ("circle-help", "lock"):
    button = QToolButton(text=name, icon=icon(name, "#1c2430"))
    button.setProperty("role", "navigation")
    column.addWidget(button)
row.addWidget(frame)
row.addWidget(QWidget(), 1)
window.setCentralWidget(content)
"""

_PROGRAM = """
told = []
waits = True
class Watch:  # comes in when the program loads its window, and not before: its own order is part of what is measured
    def find_spec(self, name, path, target=None):
        if name == "ui.window.application":
            sys.meta_path.remove(self)
            look_on()
def look_on():
    global QApplication, QTimer
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from ui.window.main_window import MainWindow
    own = MainWindow.paintEvent
    def paint(self, event):
        if len(told) < 2:
            told.append(True)
            QTimer.singleShot(0, painted if len(told) == 1 else furnished)
        own(self, event)
    MainWindow.paintEvent = paint
sys.meta_path.insert(0, Watch())
import main
sys.argv = ["main.py"]
sys.exit(main.start())
"""


class Measured(NamedTuple):
    """Seconds to the first picture, of the processor till then, and until the navigation is seen; kilobytes resident and own,
    at the first picture and when the first page is filled.
    """

    seconds: float
    processor: float
    furnished: float
    resident: int
    own: int
    resident_filled: int
    own_filled: int


def make_office(root: Path, activities: int = 0) -> None:
    """A profile as after the first start, where the program looks for one; with activities of a made-up year in it."""
    from benchmarks.material import record
    from export.exchange.kits import issue_kit
    from export.exchange.setup import SetupContext, set_up_centre, set_up_office
    from export.exchange.station import Station
    from storage.domain.identifiers import TimeOrderedIdentifiers, system_clock
    from storage.folders import APPLICATION, Folders

    centre = Folders(root / "centre", root / "centre-markers")
    identifiers = TimeOrderedIdentifiers(system_clock)
    set_up_centre(SetupContext(centre, system_clock, identifiers, pin="123456"))
    with Station.open(centre, clock=system_clock, identifiers=identifiers, pin="123456") as station:
        issue_kit(station, root / "kit.shd")
    own = Folders(root / "data" / APPLICATION, root / "state" / APPLICATION / "markers")
    set_up_office(SetupContext(own, system_clock, identifiers, pin="123456"), kit=root / "kit.shd", office="UBND-DH")
    if activities:
        with Station.open(own, clock=system_clock, identifiers=identifiers) as station:
            record(station, activities, seed=1)


def measure(script: str, root: Path) -> Measured:
    """Starts one process and waits for its end."""
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    surroundings |= {"XDG_DATA_HOME": str(root / "data"), "XDG_STATE_HOME": str(root / "state")}
    surroundings.setdefault("QT_QPA_PLATFORM", "xcb" if surroundings.get("DISPLAY") else "offscreen")
    surroundings["DISPLAY"] = surroundings.get("DISPLAY") or "none:0"  # the program asks whether there is a screen at all
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _TELL % _REST + script], check=True, capture_output=True, encoding="utf-8", env=surroundings
    )
    seconds, processor, resident, own, furnished, *filled = done.stdout.split()
    kilobytes = map(int, (resident, own, *filled))
    return Measured(float(seconds) - begun, float(processor), float(furnished) - begun, *kilobytes)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--activities", type=int, default=0)
    chosen = parser.parse_args()
    scripts = {"bare": _BARE % "", "furnished": _BARE % _FURNITURE, "program": _PROGRAM}
    with tempfile.TemporaryDirectory() as name:
        make_office(Path(name), chosen.activities)
        measure(_PROGRAM, Path(name))
        found = {kind: [] for kind in scripts}
        for _ in range(chosen.runs):
            for kind, script in scripts.items():
                found[kind].append(measure(script, Path(name)))
    medians = {kind: Measured(*map(statistics.median, zip(*runs, strict=True))) for kind, runs in found.items()}
    result: dict[str, object] = {"runs": chosen.runs, "activities": chosen.activities}
    for kind, each in medians.items():
        times = {
            "ms": round(each.seconds * 1000),
            "processor_ms": round(each.processor * 1000),
            "furnished_ms": round(each.furnished * 1000),
        }
        result[kind] = times | {f"{name}_mib": round(getattr(each, name) / 1024, 1) for name in Measured._fields[3:]}
    ratios = {name: round(getattr(medians["program"], name) / getattr(medians["bare"], name), 2) for name in Measured._fields}
    result |= {"ratios": ratios, "ok": ratios["seconds"] <= MOST_TIME and ratios["resident"] <= MOST_MEMORY}
    print(json.dumps(result, indent=2))
    return 0 if result["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
