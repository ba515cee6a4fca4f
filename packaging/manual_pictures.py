"""Pictures of the real windows for the manual: ``python packaging/manual_pictures.py FOLDER``.

Makes a small office in a temporary folder, opens every page in both languages and both palettes, and writes one PNG a page.
Nothing is drawn by hand, so that the manual shows what the program is.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main(folder: Path) -> int:
    """Writes ``LANGUAGE-SCHEME-PAGE.png``."""
    from benchmarks.first_paint import make_office

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        make_office(Path(name))
        record_some(Path(name))
        for language in ("vi", "en"):
            for scheme in ("light", "dark"):
                draw_pages(Path(name), folder, language, scheme)
    return 0


def record_some(root: Path) -> None:
    """A few activities, so that the pages are not empty."""
    from export.exchange.station import Station
    from storage.domain.identifiers import TimeOrderedIdentifiers, system_clock
    from storage.folders import Folders
    from storage.recording import ActivityInput, Recorder

    folders = Folders(root / "office", root / "markers")
    with Station.open(folders, clock=system_clock, identifiers=TimeOrderedIdentifiers(system_clock)) as station:
        rows = [
            ActivityInput(
                "II.1.a", "HN_QT", f"2020-03-{day:02d}", f"Hội nghị quán triệt kế hoạch, đợt {day}", values={"so_cuoc": 1}
            )
            for day in range(2, 12)
        ]
        Recorder(station.ledger, station.catalogue).record(list(enumerate(rows, 1)))


def draw_pages(root: Path, folder: Path, language: str, scheme: str) -> None:
    """Opens each page and draws it when its jobs have ended."""
    from PySide6.QtCore import QEventLoop, QSize, QTimer

    from storage.domain.identifiers import TimeOrderedIdentifiers, system_clock
    from storage.folders import Folders
    from ui.window import application as program
    from ui.window.main_window import MainWindow
    from ui.window.role_profile import pages_of

    folders = Folders(root / "office", root / "markers")
    program.make_application(["manual"], language=language, scheme=scheme, text_percent=100)  # type: ignore[arg-type]
    workplace = program.make_workplace(
        folders,
        clock=system_clock,
        identifiers=TimeOrderedIdentifiers(system_clock),
        language=language,  # type: ignore[arg-type]
        settings=program.settings_of(folders),
    )
    window = MainWindow(workplace)
    window.resize(QSize(1180, 690))
    for entry in pages_of(workplace.identity.role):
        window.open_page(entry.key)
        window.show()
        loop = QEventLoop()
        settled = QTimer()
        settled.setInterval(300)
        settled.timeout.connect(lambda loop=loop: None if workplace.runner.busy else loop.quit())
        settled.start()
        loop.exec()
        settled.stop()
        window.grab().save(str(folder / f"{language}-{scheme}-{entry.key}.png"))
    window.close()
    workplace.runner.shut_down()
    window.deleteLater()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__)
        sys.exit(2)
    sys.exit(main(Path(sys.argv[1])))
