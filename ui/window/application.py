"""Starting the windows: the application object, its language and look, the profile, and which window opens first."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QLocale, QObject, QSettings, QTranslator, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from storage.folders import Folders
from storage.messages.catalogue import Catalogue
from ui.window.identity import forget_identity, identity_values, remember_identity, remembered_identity
from ui.window.single_instance import SingleInstance
from ui.window.tasks import TaskRunner
from ui.window.theme import Scheme, apply_palette, apply_theme, load_fonts
from ui.window.workplace import Announcer, Workplace

if TYPE_CHECKING:  # loaded in the worker, or when there is no profile yet
    from export.exchange.station import Station
    from storage.domain.errors import LedgerError
    from storage.domain.identifiers import Clock, Identifiers
    from ui.window.main_window import MainWindow

Language = Literal["vi", "en"]
TEXT_SIZES = (100, 115, 130, 150)
_TRANSLATED = "so_hoat_dong_translated"
_RESOURCES = Path(__file__).parents[1] / "resources"
_TRANSLATIONS = _RESOURCES / "translations"
_ICON = _RESOURCES / "icons" / "program.png"


def make_application(arguments: list[str], *, language: Language, scheme: Scheme, text_percent: int) -> QApplication:
    """The one application object, in a language and a look, before any widget is made."""
    application = _bare_application(arguments, scheme)
    _dress(application, language=language, scheme=scheme, text_percent=text_percent)
    return application


def _bare_application(arguments: list[str], scheme: Scheme) -> QApplication:
    """Enough for an empty window in its own colour.

    Scaling by 125 or 150 % is passed through unrounded, as Qt 6 does by itself.
    """
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(arguments)
    application.setApplicationName("SoHoatDong")
    application.setApplicationDisplayName("Sổ Hoạt Động")
    application.setWindowIcon(QIcon(str(_ICON)))
    application.setQuitOnLastWindowClosed(True)
    apply_palette(application, scheme)
    return application


def _dress(application: QApplication, *, language: Language, scheme: Scheme, text_percent: int) -> None:
    set_language(application, language)
    load_fonts()
    apply_theme(application, scheme=scheme, text_percent=text_percent)


def set_language(application: QApplication, language: Language) -> None:
    """Installs our translations; English needs its own file only for plurals."""
    QLocale.setDefault(QLocale("vi_VN" if language == "vi" else "en_GB"))
    if application.property(_TRANSLATED):  # looking through an application's children takes PySide long, and most have none
        for old in application.findChildren(QTranslator):
            application.removeTranslator(old)
            old.setParent(None)
    application.setProperty(_TRANSLATED, True)
    for name in (f"qt_{language}.qm", f"app_{language}.qm"):
        content = _TRANSLATIONS / name
        if content.is_file():
            translator = _Translator(content.read_bytes(), application)
            if translator.loaded:
                application.installTranslator(translator)


class _Translator(QTranslator):
    """Keeps the bytes that Qt goes on reading: it copies none."""

    def __init__(self, content: bytes, parent: QApplication) -> None:
        super().__init__(parent)
        self._content = content
        self.loaded = self.load(content)


# A person's choices


def settings_of(folders: Folders) -> QSettings:
    """This person's choices, in a file of the profile."""
    folders.data.mkdir(parents=True, exist_ok=True)
    return QSettings(str(folders.data / "window.ini"), QSettings.Format.IniFormat)


def language_of(settings: QSettings) -> Language:
    """Vietnamese unless English was chosen."""
    return "en" if settings.value("language") == "en" else "vi"


def scheme_of(settings: QSettings) -> Scheme:
    """Light unless dark was chosen."""
    return "dark" if settings.value("scheme") == "dark" else "light"


def text_percent_of(settings: QSettings) -> int:
    """One of ``TEXT_SIZES``; whatever else stands in the file is 100."""
    found = str(settings.value("text_percent", ""))
    return int(found) if found.isdecimal() and int(found) in TEXT_SIZES else TEXT_SIZES[0]


# The workplace


def make_workplace(
    folders: Folders,
    *,
    clock: Clock,
    identifiers: Identifiers,
    language: Language,
    settings: QSettings,
    runner: TaskRunner | None = None,
    words: Catalogue | None = None,
) -> Workplace:
    """Everything a page needs, for a profile that is set up. Raises what opening the ledger raises.

    Whose ledger it is, is remembered beside the choices of the window; with that the window opens before the ledger does.
    """

    def open_station() -> Station:
        from export.exchange.station import Station

        return Station.open(folders, clock=clock, identifiers=identifiers)

    identity = remembered_identity(settings, language)
    if identity is None:
        with open_station() as station:
            remember_identity(settings, identity_values(station))
        identity = remembered_identity(settings, language)
        assert identity is not None  # noqa: S101 - written a moment ago
    return Workplace(
        runner=runner or TaskRunner(open_station),
        announcer=Announcer(),
        words=words or Catalogue.load(language),
        language=language,
        settings=settings,
        folders=folders,
        identity=identity,
    )


# The first window


def run_windows(
    folders: Folders, *, clock: Clock, identifiers: Identifiers, language: Language | None, files: list[Path]
) -> int:
    """Opens the program's window and returns its exit code when it is closed; ``files`` are bundles to be opened at once.

    A second start for the same profile raises the first window and returns at once.
    """
    settings = settings_of(folders)
    chosen = language or language_of(settings)
    application = _bare_application(sys.argv[:1], scheme_of(settings))
    instance = SingleInstance(folders, application)
    if not instance.claim(files):
        return 0
    words = Catalogue.load(chosen)
    start = _Start(application, folders, clock=clock, identifiers=identifiers, words=words, settings=settings, files=files)
    start.listening.connect(instance.listen)
    instance.raised.connect(start.raised)
    try:
        return application.exec() if start.begin() else 0
    finally:
        start.end()
        instance.release()


class _Start(QObject):
    """Holds the windows of one run: the first start if there is no profile, then the main window."""

    listening = Signal()
    """Later starts can be heard from now on."""

    def __init__(
        self,
        application: QApplication,
        folders: Folders,
        *,
        clock: Clock,
        identifiers: Identifiers,
        words: Catalogue,
        settings: QSettings,
        files: list[Path],
    ) -> None:
        super().__init__()
        self._application = application
        self._folders = folders
        self._clock = clock
        self._identifiers = identifiers
        self._words = words
        self._language: Language = words.language
        self._settings = settings
        self._files = files
        self._workplace: Workplace | None = None
        self._window: MainWindow | None = None
        self._prepared = False

    def begin(self) -> bool:
        """Shows the first window; False when nothing is to be shown."""
        if not self._folders.database.exists():
            from ui.window.first_start.wizard import FirstStartWizard

            self._prepare()
            forget_identity(self._settings)
            wizard = FirstStartWizard(
                self._folders, clock=self._clock, identifiers=self._identifiers, language=self._language, files=self._files
            )
            if not wizard.exec():
                return False
            self._files = []
            if wizard.folders != self._folders:  # the demonstration has its own profile, and its own choices
                self._folders = wizard.folders
                self._settings = settings_of(wizard.folders)
        return self._open_main()

    def _prepare(self) -> None:
        """What an empty window does without, and whatever comes after it needs."""
        from ui.window.collecting import Collector
        from ui.window.mistakes import MistakeTeller

        self._prepared = True
        Collector(self._application)
        MistakeTeller(self._words, self._folders.data, self._application).install()
        scheme, text_percent = scheme_of(self._settings), text_percent_of(self._settings)
        _dress(self._application, language=self._language, scheme=scheme, text_percent=text_percent)

    def _open_main(self) -> bool:
        from ui.window.main_window import MainWindow

        self._workplace = self._make_workplace()
        if self._workplace is None:
            return False
        self._window = MainWindow(self._workplace, None if self._prepared else self._prepare)
        self._window.painted.connect(self._go_on)
        self._window.show()
        return True

    def _make_workplace(self) -> Workplace | None:
        try:
            return make_workplace(
                self._folders,
                clock=self._clock,
                identifiers=self._identifiers,
                language=self._language,
                settings=self._settings,
                words=self._words,
            )
        except Exception as error:
            from storage.domain.errors import LedgerError

            if not isinstance(error, LedgerError):
                raise
            self._tell(error)
            return None

    def _tell(self, error: LedgerError) -> None:
        """The ledger does not open, and there is no window yet to say so in."""
        from PySide6.QtWidgets import QMessageBox

        sentence, following = (f(error.code, error.parameters) for f in (self._words.sentence, self._words.next_step))
        QMessageBox.critical(None, "Sổ Hoạt Động", f"{sentence}\n\n{following}\n\n{error.code}")

    @Slot()
    def _go_on(self) -> None:
        """What can wait until the window has been seen."""
        if self._window is not None:
            self._window.check_ledger()
            if self._files:
                self._window.open_files(self._files)
        self.listening.emit()

    @Slot(object)
    def raised(self, files: object) -> None:
        """A second start."""
        if self._window is not None:
            self._window.open_files(files)

    def end(self) -> None:
        """The runner first, then the windows."""
        if self._workplace is not None:
            self._workplace.runner.shut_down()
        if self._window is not None:
            self._window.deleteLater()
