"""The settings page: choices are kept, the look changes at once, the support file tells nothing that was typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QTextBrowser
from pytestqt.qtbot import QtBot

from export.exchange.station import Station
from storage.activity_history import activity_history
from storage.catalogue import OFFICES, Catalogue
from storage.domain.changes import ChangeSet
from storage.domain.progress import ProgressReporter
from storage.drafts import DraftBody
from storage.search import Filter, find_activities
from tests.ui.conftest import PIN, BuiltExchange, MakeWorkplace, settle
from ui.window.about import AboutDialog
from ui.window.application import language_of, scheme_of, settings_of, text_percent_of
from ui.window.main_window import MainWindow
from ui.window.operations.activities import record_activity
from ui.window.pages.settings import SettingsPage
from ui.window.pin import PinDialog
from ui.window.workplace import BY


class FolderWatcher(QObject):
    """Stands where the system's file manager would be asked."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def folders() -> Iterator[FolderWatcher]:
    watcher = FolderWatcher()
    QDesktopServices.setUrlHandler("file", watcher, "open")
    yield watcher
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def page(qtbot: QtBot, make_office: MakeWorkplace) -> SettingsPage:
    window = MainWindow(make_office())
    qtbot.addWidget(window)
    found = window.page("settings")
    assert isinstance(found, SettingsPage)
    window.show()
    settle(qtbot, window.workplace)
    return found


def choose(qtbot: QtBot, box: QComboBox, data: object) -> None:
    """By keyboard, as a person would."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    while box.currentData() != data:
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before


def test_choices_are_kept_and_the_look_changes_at_once(
    qtbot: QtBot, qapp: QApplication, page: SettingsPage, exchange: BuiltExchange
) -> None:
    choose(qtbot, page.scheme, "dark")
    choose(qtbot, page.text_size, 130)
    choose(qtbot, page.mail_budget, 7)
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() < 80
    assert qapp.font().pointSizeF() == pytest.approx(13)
    choose(qtbot, page.language, "en")
    assert page.after_restart.isVisible()
    page.workplace.settings.sync()
    again = settings_of(exchange.office)
    assert (scheme_of(again), text_percent_of(again), language_of(again)) == ("dark", 130, "en")
    assert int(str(again.value("mail_budget_mib"))) == 7


@pytest.mark.parametrize("nonsense", ["", "abc", "1000", "-5", "1e3"])
def test_nonsense_in_the_file_is_not_believed(page: SettingsPage, nonsense: str) -> None:
    settings = page.workplace.settings
    for name in ("text_percent", "scheme", "language", "mail_budget_mib"):
        settings.setValue(name, nonsense)
    assert (text_percent_of(settings), scheme_of(settings), language_of(settings)) == (100, "light", "vi")


def test_the_support_file_holds_no_content(
    qtbot: QtBot, page: SettingsPage, exchange: BuiltExchange, tmp_path: Path, folders: FolderWatcher
) -> None:
    exchange.record(2)
    (exchange.office.data / "so-hoat-dong.log").write_text("2020-06-01 INFO outcome OK, exit 0\n", encoding="utf-8")
    target = tmp_path / "support.txt"
    page.save_support_file(str(target))
    settle(qtbot, page.workplace)
    text = target.read_text(encoding="utf-8")
    assert "outcome OK" in text
    assert "ledger_bytes" in text
    assert "Hội nghị" not in text
    keys = exchange.office.keys.read_text(encoding="utf-8")
    assert not any(word in text for word in keys.split('"') if len(word) > 20)
    assert folders.opened == [str(tmp_path)]


def test_the_enrolment_request_is_written_again(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path, folders: FolderWatcher
) -> None:
    page.write_request(str(tmp_path))
    qtbot.waitUntil(lambda: page.findChild(PinDialog) is not None)
    dialog = page.findChild(PinDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.pin, PIN)
    qtbot.keyClick(dialog.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(folders.opened), timeout=20_000)
    assert {path.suffix for path in tmp_path.glob("shd-*")} == {".shd", ".docx"}


# Who works here


def test_the_mark_goes_with_what_is_recorded(qtbot: QtBot, page: SettingsPage, exchange: BuiltExchange) -> None:
    assert page.by.text() == ""
    page.by.setFocus()
    qtbot.keyClicks(page.by, " vt-1 ")
    qtbot.keyClick(page.by, Qt.Key.Key_Return)
    assert page.workplace.by == "vt-1"
    page.workplace.settings.sync()
    assert settings_of(exchange.office).value(BY) == "vt-1"
    body = DraftBody(task="II.1.b", type="TIN_BAI", date="2020-03-05", title="Tin", values={"so_tin": 1})
    page.run(record_activity(body=body, draft="new-1", by=page.workplace.by))
    settle(qtbot, page.workplace)
    assert last_mark(exchange) == "vt-1"
    page.by.clear()
    qtbot.keyClick(page.by, Qt.Key.Key_Return)
    assert page.workplace.by == ""


def last_mark(exchange: BuiltExchange) -> str:
    with exchange.station(exchange.office) as station:
        [found] = find_activities(station.ledger, Filter())
        return activity_history(station.ledger, found.uid)[0].by


@pytest.mark.parametrize("typed", ["0912 345 678", "van.thu@example.vn", "@vanthu"])
def test_an_address_or_number_is_no_mark(qtbot: QtBot, page: SettingsPage, typed: str) -> None:
    page.by.setFocus()
    qtbot.keyClicks(page.by, typed)
    qtbot.keyClick(page.by, Qt.Key.Key_Return)
    assert page.by_told.isVisible()
    assert page.by_told.text()
    assert page.workplace.by == ""


def test_about_tells_the_limits_in_the_words_of_the_command_line(qtbot: QtBot, page: SettingsPage) -> None:
    words = page.workplace.words
    assert len(words.limits) == 6
    about = AboutDialog(words, page)
    qtbot.addWidget(about)
    shown = " ".join(browser.toPlainText() for browser in about.findChildren(QTextBrowser))
    assert all(limit in shown for limit in words.limits)


# Another name


def test_after_a_kit_the_title_and_what_is_remembered_follow(qtbot: QtBot, page: SettingsPage, exchange: BuiltExchange) -> None:
    window = page.window()
    before = window.windowTitle()
    settings = page.workplace.settings
    settings.setValue("identity/name_vi", "a name of long ago")

    def renamed(station: Station, _: ProgressReporter) -> None:
        with station.ledger.write():
            offices = station.ledger.setting(OFFICES).replace("Ủy ban nhân dân huyện Đăk Hà", "UBND xã Đăk Hà mới")
            station.ledger.set_within(OFFICES, offices)
        station.catalogue = Catalogue(station.ledger)

    page.run(renamed)
    page.workplace.announcer.announce(ChangeSet(registry=True), initiator=page)
    assert settings.value("identity/name_vi") is None, "a start after a power cut asks the ledger"
    settle(qtbot, page.workplace)
    assert window.windowTitle() == "UBND xã Đăk Hà mới – Sổ Hoạt Động" != before
    assert settings.value("identity/name_vi") == "UBND xã Đăk Hà mới"


def test_a_change_of_activities_asks_nothing(qtbot: QtBot, page: SettingsPage) -> None:
    settings = page.workplace.settings
    settings.setValue("identity/name_vi", "as remembered")
    page.workplace.announcer.announce(ChangeSet(activities=True, exchange=True), initiator=page)
    settle(qtbot, page.workplace)
    assert settings.value("identity/name_vi") == "as remembered"
