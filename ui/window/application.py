"""Starting the windows: the application object, its language and look, the profile, and which window opens first."""

from __future__ import annotations

import sys
from importlib import resources
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QLocale, QSettings, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from export.exchange.station import Station
from storage.domain.identifiers import Clock, Identifiers
from storage.folders import Folders
from storage.ledger import Role
from storage.messages.catalogue import Catalogue
from ui.window.main_window import MainWindow
from ui.window.tasks import TaskRunner
from ui.window.theme import apply_theme, load_fonts
from ui.window.workplace import Announcer, Identity, Workplace

Language = Literal["vi", "en"]


def make_application(arguments: list[str], *, language: Language, scheme: Literal["light", "dark"], text_percent: int) -> QApplication:
    """The one application object, in a language and a look, before any widget is made."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(arguments)
    application.setApplicationName("SoHoatDong")
    application.setApplicationDisplayName("Sổ Hoạt Động")
    application.setQuitOnLastWindowClosed(True)
    set_language(application, language)
    load_fonts()
    apply_theme(application, scheme=scheme, text_percent=text_percent)
    return application


def set_language(application: QApplication, language: Language) -> None:
    """Installs our translations; English needs its own file only for plurals."""
    QLocale.setDefault(QLocale("vi_VN" if language == "vi" else "en_GB"))
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    for name in (f"app_{language}.qm", f"qt_{language}.qm"):
        content = resources.files("ui.resources") / "translations" / name
        if content.is_file():
            translator = QTranslator(application)
            if translator.load(content.read_bytes()):
                application.installTranslator(translator)


def settings_of(folders: Folders) -> QSettings:
    """This person's choices, in a file of the profile."""
    folders.data.mkdir(parents=True, exist_ok=True)
    return QSettings(str(folders.data / "window.ini"), QSettings.Format.IniFormat)


def make_workplace(
    folders: Folders, *, clock: Clock, identifiers: Identifiers, language: Language, settings: QSettings, runner: TaskRunner | None = None
) -> Workplace:
    """Everything a page needs, for a profile that is set up."""

    def open_station() -> Station:
        return Station.open(folders, clock=clock, identifiers=identifiers)

    with open_station() as station:
        office = station.catalogue.own_office
        name = office.name_vi if language == "vi" else office.name_en
        identity = Identity(Role(station.ledger.role), station.ledger.office, name, station.ledger.organisation)
    return Workplace(
        runner=runner or TaskRunner(open_station),
        announcer=Announcer(),
        words=Catalogue.load(language),
        language=language,
        settings=settings,
        folders=folders,
        identity=identity,
    )


def run_windows(folders: Folders, *, clock: Clock, identifiers: Identifiers, language: Language | None, files: list[Path]) -> int:
    """Opens the program's window and returns when it is closed; ``files`` are bundles to be opened at once."""
    settings = settings_of(folders)
    chosen: Language = language or ("en" if settings.value("language") == "en" else "vi")
    scheme: Literal["light", "dark"] = "dark" if settings.value("scheme") == "dark" else "light"
    application = make_application(
        sys.argv[:1], language=chosen, scheme=scheme, text_percent=int(str(settings.value("text_percent", 100)))
    )
    if not folders.database.exists():
        from ui.window.first_start.wizard import FirstStartWizard

        wizard = FirstStartWizard(folders, clock=clock, identifiers=identifiers, language=chosen)
        if not wizard.exec():
            return 0
    workplace = make_workplace(folders, clock=clock, identifiers=identifiers, language=chosen, settings=settings)
    window = MainWindow(workplace)
    application.aboutToQuit.connect(workplace.runner.shut_down)
    window.show()
    if files and workplace.identity.role is Role.OFFICE:
        window.open_page("receive", files)
    return application.exec()
