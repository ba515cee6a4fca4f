"""Pictures of the real windows for the manual: ``python packaging/manual_pictures.py [FOLDER] [--only PAGE ...]``.

Tells the demonstration's story in a temporary folder, opens the pages of both roles and the wizards in both languages, and
writes ``LANGUAGE/PAGE.png`` below ``docs/manual/pictures`` (or FOLDER). Nothing is drawn by hand, so that the manual shows what
the program is. The clock, the size, the fonts and the recorded activities are always the same; keys, and the digits made of
them, are new each time, as everywhere.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["TZ"] = "ICT-7"  # moments are shown as in Vietnam, wherever the pictures are made
if hasattr(time, "tzset"):
    time.tzset()

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QImage, QImageWriter  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from export.exchange.demonstration import run_demonstration  # noqa: E402
from export.exchange.enrolment import own_voice, write_enrolment  # noqa: E402
from export.exchange.setup import SetupContext, set_up_office  # noqa: E402
from export.exchange.station import Station  # noqa: E402
from storage.domain.identifiers import TimeOrderedIdentifiers  # noqa: E402
from storage.folders import Folders  # noqa: E402
from storage.recording import ActivityInput, Recorder  # noqa: E402
from ui.window import application as program  # noqa: E402
from ui.window.main_window import MainWindow  # noqa: E402
from ui.window.operations.keys import open_keys  # noqa: E402
from ui.window.workplace import Workplace  # noqa: E402

PICTURES = ROOT / "docs" / "manual" / "pictures"
SIZE = QSize(1240, 720)
COLOURS = 128
OFFICES, OFFICE, LATE_OFFICE, NEW_OFFICE, PIN = 8, "STTTT", "SKHDT", "UBND-DH", "202020"
OFFICE_NOW = datetime.fromisoformat("2021-05-18T09:00:00+07:00")
CENTRE_NOW = datetime.fromisoformat("2020-12-18T09:00:00+07:00")
_PATIENCE, _TICK = 60_000, 120
RECORDED = (
    ("II.1.a", "HN_QT", "2021-01-14", "Hội nghị quán triệt kế hoạch năm 2021", {"so_cuoc": 1, "luot_nguoi_du": 86}),
    (
        "II.1.a",
        "HN_QT",
        "2021-02-25",
        "Hội nghị quán triệt cho các phòng, trung tâm",
        {"so_cuoc": 1, "luot_nguoi_du": 64},
    ),
    ("II.1.a", "HN_QT", "2021-04-08", "Sinh hoạt chuyên đề quý I", {"so_cuoc": 1, "luot_nguoi_du": 52}),
)


class Stage:
    """The story's folders, named as seen from ``root``, where the program runs: no picture tells whose PC made it."""

    def __init__(self, root: Path) -> None:
        os.chdir(root)
        self.story = Path("so-hoat-dong")
        demonstration = run_demonstration(self.story, offices=OFFICES)
        self.centre = Folders(self.story / "centre", self.story / "markers" / "centre")
        self.office = Folders(self.story / "offices" / OFFICE, self.story / "markers" / OFFICE)
        self.kit = demonstration.kits[-1]
        self._record()
        self.request, self.voice = self._request()
        self.stick = self._stick()

    def _record(self) -> None:
        """The office's work of the year after the story, so that its pages show a period that is open."""
        with Station.open(
            self.office, clock=office_clock, identifiers=TimeOrderedIdentifiers(office_clock), pin=PIN
        ) as station:
            rows = [ActivityInput(task, kind, day, title, values=values) for task, kind, day, title, values in RECORDED]
            made = Recorder(station.ledger, station.catalogue).record(list(enumerate(rows, 1)))
            if made.refused:
                raise SystemExit(f"not recorded: {made.refused}")

    def _request(self) -> tuple[Path, str]:
        """An office that asks to be enrolled."""
        folders = Folders(Path("moi"), Path("markers/moi"))
        identifiers = TimeOrderedIdentifiers(centre_clock)
        set_up_office(SetupContext(folders, centre_clock, identifiers, pin=PIN), kit=self.kit, office=NEW_OFFICE)
        with Station.open(folders, clock=centre_clock, identifiers=identifiers, pin=PIN) as station:
            return write_enrolment(station, Path("dang-ky.shd")).path, own_voice(station)

    def _stick(self) -> Path:
        """What comes in on one day: good bundles, a later one whose forerunner is missing, a damaged one, and a request."""
        stick = Path("USB")
        stick.mkdir()
        bundles = self.story / "usb" / "bundles"
        for folder in sorted(path for path in (bundles / "2020S1").iterdir() if path.name != LATE_OFFICE):
            for file in sorted(folder.glob("*.shd")):
                shutil.copy(file, stick)
        later = sorted((bundles / "2020" / LATE_OFFICE).glob("*.shd"))[0]
        shutil.copy(later, stick)
        content = bytearray(sorted((bundles / "2020S1" / LATE_OFFICE).glob("*.shd"))[0].read_bytes())
        content[len(content) // 2] ^= 0xFF
        (stick / f"shd-{LATE_OFFICE.lower()}-2020s1.shd").write_bytes(bytes(content))
        shutil.copy(self.request, stick / f"shd-enrol-{NEW_OFFICE.lower()}.shd")
        return stick

    def centre_before_imports(self) -> Folders:
        """The centre as it was when the first bundles came: what the page of importing is shown with."""
        data = Path("trung-tam")
        if not data.exists():
            data.mkdir()
            shutil.copy(self.centre.data / "keys.json", data)
            shutil.copytree(self.centre.data / "kits", data / "kits")
            shutil.copy(self.story / "backups" / "centre-before-imports.db", data / "ledger.db")
        return Folders(data, Path("markers/trung-tam"))


def office_clock() -> datetime:
    return OFFICE_NOW


def centre_clock() -> datetime:
    return CENTRE_NOW


def wait(until: Callable[[], bool]) -> None:
    """Lets the windows work until something has held for a few looks on end."""
    loop, held, looks = QEventLoop(), [0], [0]

    def look() -> None:
        looks[0] += 1
        held[0] = held[0] + 1 if until() else 0
        if held[0] >= 3:
            loop.quit()
        elif looks[0] * _TICK > _PATIENCE:
            raise SystemExit("a window does not come to rest")

    timer = QTimer()
    timer.setInterval(_TICK)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()


class Camera:
    """Opens windows in one language and keeps their pictures."""

    def __init__(self, stage: Stage, target: Path, language: program.Language, only: frozenset[str]) -> None:
        self.stage, self.target, self.language, self.only = stage, target / language, language, only
        self.target.mkdir(parents=True, exist_ok=True)
        program.set_language(qt(), language)

    def wants(self, name: str) -> bool:
        return not self.only or name in self.only

    def main_window(self, folders: Folders, clock: Callable[[], datetime]) -> MainWindow:
        workplace = program.make_workplace(
            folders,
            clock=clock,
            identifiers=TimeOrderedIdentifiers(clock),
            language=self.language,
            settings=program.settings_of(folders),
        )
        workplace.runner.start(open_keys(pin=PIN))
        window = MainWindow(workplace)
        window.resize(SIZE)
        window.show()
        return window

    def page(
        self, window: MainWindow, key: str, prepare: Callable[[Any, Workplace], None] | None = None, *, name: str = ""
    ) -> None:
        """One page; ``prepare`` puts it into the state that is worth a picture, called ``name`` unless it is the page's own."""
        name = name or key
        if not self.wants(name):
            return  # not even opened
        workplace = window.workplace
        page = window.page(key)
        wait(lambda: not workplace.runner.busy)
        if prepare is not None:
            prepare(page, workplace)
            wait(lambda: not workplace.runner.busy)
        self.take(window, name)

    def take(self, widget: QWidget, name: str) -> None:
        """Writes a picture with as few colours as it can do with."""
        if not self.wants(name):
            return
        widget.resize(SIZE if isinstance(widget, MainWindow) else widget.size())
        picture = with_few_colours(widget.grab().toImage())
        writer = QImageWriter(str(self.target / f"{name}.png"), b"png")
        writer.setCompression(100)
        if not writer.write(picture):
            raise SystemExit(writer.errorString())
        print(f"{self.language}/{name}.png", flush=True)


def with_few_colours(image: QImage) -> QImage:
    """The most frequent colours of a picture, each other one as the nearest of them: a window has few."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(plain.constBits()).cast("B").cast("I"))
    table = [colour | 0xFF000000 for colour, _ in counts.most_common(COLOURS)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


def close(window: MainWindow) -> None:
    wait(lambda: not window.workplace.runner.busy)
    window.close()
    window.workplace.runner.shut_down()
    window.deleteLater()


# What is shown of each page


def office_pages(camera: Camera) -> None:
    window = camera.main_window(camera.stage.office, office_clock)
    camera.page(window, "home")
    camera.page(window, "activities")
    camera.page(window, "activities", lambda page, _: page._edit_new("II.1.a"), name="activities_form")
    camera.page(window, "period")
    camera.page(window, "period", lambda page, _: page.show_argument(("2021S1", "II.1.a-1")), name="period_report")
    camera.page(window, "hand_over")
    camera.page(window, "receive")
    camera.page(window, "care")
    camera.page(window, "settings")
    if camera.wants("excel_import"):
        from ui.window.excel_import.wizard import ImportWizard

        wizard = ImportWizard(window.workplace, window)
        wizard.show()
        wait(lambda: not wizard.working)
        camera.take(wizard, "excel_import")
        wizard.close()
    close(window)


def centre_pages(camera: Camera) -> None:
    stage = camera.stage

    def check_digits(page: Any, workplace: Workplace) -> None:
        page.requests.take([stage.request])
        wait(lambda: not workplace.runner.busy)
        page.requests.table.setFocus()
        page.requests.table.selectRow(0)
        page.requests.begin()
        wait(lambda: page.requests.panel.opened is not None)
        page.requests.panel.digits.field.setText(stage.voice)

    def one_report(page: Any, _: Workplace) -> None:
        page.reports.state.setCurrentIndex(page.reports.state.count() - 1)
        page.show_argument((OFFICE, "2020"))

    def year(page: Any, workplace: Workplace) -> None:
        page.show_argument("2020")
        wait(lambda: not workplace.runner.busy)
        page.figures.figures.setCurrentIndex(page.figures.figures.model().index(0, 2))
        page.figures.offices.setCurrentIndex(page.figures.offices.model().index(0, 0))

    window = camera.main_window(stage.centre, centre_clock)
    camera.page(window, "follow_up")
    camera.page(window, "enrolment", check_digits)
    camera.page(window, "import", lambda page, _: page.tabs.setCurrentWidget(page.receipts), name="import_receipts")
    camera.page(window, "review", one_report)
    camera.page(window, "consolidate", year)
    camera.page(window, "consolidate", lambda page, _: page.tabs.setCurrentWidget(page.several), name="consolidate_periods")
    camera.page(window, "programme")
    camera.page(window, "programme", lambda page, _: page.show_argument(NEW_OFFICE), name="programme_offices")
    camera.page(window, "archive")
    close(window)


def page_of_importing(camera: Camera) -> None:
    if not camera.wants("import"):
        return
    window = camera.main_window(camera.stage.centre_before_imports(), centre_clock)

    def checked(page: Any, workplace: Workplace) -> None:
        page.open_files([camera.stage.stick])
        wait(lambda: not workplace.runner.busy)
        page.import_tab.list.table.choose(3)

    camera.page(window, "import", checked)
    close(window)


def wizards(camera: Camera) -> None:
    from ui.window.centre_setup.flow import Step
    from ui.window.first_start.flow import Way
    from ui.window.first_start.wizard import FirstStartWizard

    if not camera.wants("first_start") and not camera.wants("centre_setup"):
        return
    folders = Folders(Path("may-moi"), Path("markers/may-moi"))
    identifiers = TimeOrderedIdentifiers(centre_clock)
    start = FirstStartWizard(folders, clock=centre_clock, identifiers=identifiers, language=camera.language)
    start.show()
    wait(lambda: not start.working)
    camera.take(start, "first_start")
    start.role.buttons[Way.CENTRE].setChecked(True)
    start.go_on()
    wizard = start.centre
    for step in (Step.PROGRAMME, Step.OFFICES, Step.CENTRE):
        wait(lambda: not wizard.working)
        if wizard.flow.step is not step:
            raise SystemExit(f"the set-up stands at {wizard.flow.step}")
        wizard.go_on()
    wait(lambda: not wizard.working)
    camera.take(wizard, "centre_setup")
    wizard.close()
    start.close()
    start.runner.shut_down()


def qt() -> QApplication:
    """The one application, in a look that never changes."""
    made = program.make_application(["manual"], language="vi", scheme="light", text_percent=100)
    made.setCursorFlashTime(0)  # a cursor is in every picture or in none
    return made


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path, default=PICTURES)
    parser.add_argument("--only", nargs="+", default=[], metavar="PAGE")
    chosen = parser.parse_args(words)
    target, before = chosen.folder.resolve(), Path.cwd()
    application = qt()
    with tempfile.TemporaryDirectory(prefix="shd-") as name:
        stage = Stage(Path(name))
        for language in ("vi", "en"):
            camera = Camera(stage, target, language, frozenset(chosen.only))
            for part in (wizards, office_pages, centre_pages, page_of_importing):
                part(camera)
                application.processEvents()
        os.chdir(before)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
