"""What ``--selftest`` checks of the windows: languages, faces, plugins of Qt, the PDF, and every page of both roles.

Nothing of it is seen on the screen of a PC in use; except on Windows, no screen is needed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QLibraryInfo, QPluginLoader, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QImageReader, QRawFont
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QToolButton, QTreeView

from storage.domain.identifiers import TimeOrderedIdentifiers, system_clock
from storage.folders import Folders
from ui.command_line.selftest import CheckFailed
from ui.printing.composer import FAMILY as PAPER_FAMILY
from ui.window import application as program
from ui.window.icons import icon
from ui.window.tasks import TaskRunner
from ui.window.theme import FAMILY as WINDOW_FAMILY

LETTERS = "ĂÂĐÊÔƠƯăâđêôơư ẢẠẤẦẨẪẬẮẰẲẴẶẺẼẸẾỀỂỄỆỈỊỎỌỐỒỔỖỘỚỜỞỠỢỦỤỨỪỬỮỰỶỸỴ ảạấầẩẫậắằẳẵặẻẽẹếềểễệỉịỏọốồổỗộớờởỡợủụứừửữựỷỹỵ"
_PLATFORM = {"win32": "qwindows", "darwin": "qcocoa"}
_DRAWN_INTO = () if sys.platform == "win32" else ("-platform", "offscreen")
"""Windows has a screen whenever somebody is there, and its own plugin is to be tried; the windows stay unseen all the same."""
_PICTURES = frozenset({"png", "svg", "jpg"})
_PATIENCE = 30.0
_LANGUAGES: tuple[program.Language, program.Language] = ("vi", "en")
_TITLE = ("Navigation", "Home")
_PLURAL = ("mail_url", "%n file(s) of the program are attached, each in a message of its own. Telephone code: {code}")


@contextmanager
def _application() -> Iterator[QApplication]:
    """The application of this process: the one that runs, or one of our own for as long as the block lasts."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        yield running
        return
    own = QApplication(["so-hoat-dong", *_DRAWN_INTO])
    try:
        yield own
    finally:
        own.shutdown()


def check_windows(profiles: tuple[Folders, ...]) -> None:
    """Everything of this module. ``profiles``: ledgers that are set up, one a role."""
    with _application() as application:
        _plugins()
        _languages()
        _faces(application)
        _manual()
        for folders in profiles:
            _pages(folders)


def _languages() -> None:
    """Both translations are there: Vietnamese has words of its own, for Qt's buttons too; English knows its plurals."""
    translate = QCoreApplication.translate
    found = []
    for language in _LANGUAGES:
        program.make_application(["so-hoat-dong"], language=language, scheme="light", text_percent=100)
        found.append((translate(*_TITLE), translate("QPlatformTheme", "Cancel"), translate(*_PLURAL, "", 1)))
    for vietnamese, english in zip(*found, strict=True):
        _require(vietnamese != english, f"not translated: {vietnamese}")
    _require("(s)" not in found[1][2], f"no plurals: {found[1][2]}")


def _faces(application: QApplication) -> None:
    """The window's face and that of paper are known and have every Vietnamese letter."""
    from ui.printing.composer import load_fonts as load_paper_faces

    load_paper_faces(application)
    _require(application.font().family() == WINDOW_FAMILY, f"the window's face is {application.font().family()}")
    for kind in (QTreeView, QMenu, QMessageBox, QToolButton):  # for each of them Windows has a font of its own
        _require(kind().font().family() == WINDOW_FAMILY, f"the face of {kind.__name__}")
    for family in (WINDOW_FAMILY, PAPER_FAMILY):
        _require(family in QFontDatabase.families(), f"the face {family}")
        face = QRawFont.fromFont(QFontDatabase.font(family, "Regular", 12))
        missing = [letter for letter in LETTERS if letter != " " and not face.supportsCharacter(ord(letter))]
        _require(not missing, f"{family} lacks {''.join(missing)}")
    _require(QFontMetricsF(application.font()).horizontalAdvance(LETTERS) > 0, "letters have no width")


def _plugins() -> None:
    """The system's own windows can be shown, pictures read, icons drawn."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    name = _PLATFORM.get(sys.platform, "libqxcb")
    found = [path for path in folder.glob(f"{name}.*") if QPluginLoader(str(path)).metaData()]
    _require(len(found) == 1, f"the plugin {name} in {folder}")
    known = {bytes(kind.data()).decode("ascii") for kind in QImageReader.supportedImageFormats()}
    _require(known >= _PICTURES, f"pictures that can be read: {sorted(known)}")
    drawn = icon("house", "#112233").pixmap(20, 20).toImage()
    colours = {drawn.pixelColor(x, y).alpha() for x in range(drawn.width()) for y in range(drawn.height())}
    _require(len(colours) > 1, "icons are empty")


def _manual() -> None:
    """The manual lies beside the program: a page and a picture for every page of both roles, in both languages."""
    from ui.window.manual import topic_file
    from ui.window.role_profile import CENTRE_PAGES, OFFICE_PAGES

    for language in _LANGUAGES:
        for entry in (*OFFICE_PAGES, *CENTRE_PAGES):
            page = topic_file(language, entry.key)
            _require(page.stem == entry.key, f"the manual's page {language}/{entry.key}")
            picture = page.parents[1] / "pictures" / language / f"{entry.key}.png"
            _require(QImageReader(str(picture)).canRead(), f"the manual's picture {language}/{entry.key}")


def _pages(folders: Folders) -> None:
    """The main window with each of its pages."""
    from ui.window.main_window import MainWindow
    from ui.window.role_profile import pages_of

    workplace = program.make_workplace(
        folders,
        clock=system_clock,
        identifiers=TimeOrderedIdentifiers(system_clock),
        language="vi",
        settings=program.settings_of(folders),
    )
    window = MainWindow(workplace)
    try:
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.show()
        for entry in pages_of(workplace.identity.role):
            window.open_page(entry.key)
            _settle(workplace.runner, entry.key)
            _require(window.current == entry.key, f"the page {entry.key} of {workplace.identity.role}")
        _require(not window.grab().isNull(), "the window cannot be drawn")
    finally:
        workplace.runner.shut_down()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _settle(runner: TaskRunner, what: str) -> None:
    """Lets the window work until its jobs are done."""
    began = time.monotonic()
    loop, pulse = QEventLoop(), QTimer()
    pulse.setInterval(50)
    pulse.timeout.connect(loop.quit)
    pulse.start()
    loop.exec()
    while runner.busy:
        if time.monotonic() - began > _PATIENCE:
            raise CheckFailed(f"the page {what} is never done")
        loop.exec()


def _require(held: bool, what: str) -> None:
    if not held:
        raise CheckFailed(what)
