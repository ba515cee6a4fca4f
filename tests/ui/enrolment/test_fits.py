"""The page of enrolment, filled, in both languages and palettes, with larger text and with longer words: nothing is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.domain.identifiers import TimeOrderedIdentifiers
from tests.ui.conftest import OFFICE, PIN, BuiltExchange, clock, settle
from tests.ui.enrolment.steps import request_of, with_phone
from tests.ui.test_every_page_fits import LOOKS, SMALL_SCREEN, Longer, cut_texts, doubled_mnemonics, draw
from ui.window.application import Language, make_workplace, set_language, settings_of
from ui.window.enrolment.dialogs import ReasonDialog
from ui.window.enrolment.renew_dialog import KIT, ROOT, RenewDialog
from ui.window.enrolment.sticks import SticksDialog
from ui.window.main_window import MainWindow
from ui.window.operations.keys import open_keys
from ui.window.pages.enrolment import EnrolmentPage
from ui.window.theme import Scheme, apply_theme

Shown = Callable[[Language], MainWindow]


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication, exchange: BuiltExchange) -> Iterator[Shown]:
    """The centre's window with everything in view: the check of a new PC, the buttons that follow, a change since the kit."""
    path, voice = request_of(exchange, "other", OFFICE)
    with_phone(exchange, OFFICE)
    made: list[MainWindow] = []

    def show(language: Language) -> MainWindow:
        set_language(qapp, language)
        workplace = make_workplace(
            exchange.centre,
            clock=clock,
            identifiers=TimeOrderedIdentifiers(clock),
            language=language,
            settings=settings_of(exchange.centre),
        )
        window = MainWindow(workplace)
        made.append(window)
        qtbot.addWidget(window)
        window.resize(SMALL_SCREEN)
        workplace.runner.start(open_keys(pin=PIN))
        window.open_page("enrolment")
        window.show()
        qtbot.waitExposed(window)
        page = page_of(window)
        page.requests.take([path])
        settle(qtbot, workplace)
        page.requests.begin()
        settle(qtbot, workplace)
        page.requests.panel.digits.field.setText("0" * 8 + voice[8:])
        page.requests.retry.show()
        page.requests.give_back.show()
        page.kit.told.setText(page.kit.news.text())
        page.kit.told.show()
        return window

    yield show
    for window in made:
        window.workplace.runner.shut_down()


def page_of(window: MainWindow) -> EnrolmentPage:
    (page,) = window.findChildren(EnrolmentPage)
    assert isinstance(page, EnrolmentPage)
    return page


def every_tab_fits(qtbot: QtBot, window: MainWindow, name: str) -> None:
    page = page_of(window)
    for place in range(page.tabs.count()):
        page.tabs.setCurrentIndex(place)
        settle(qtbot, window.workplace)
        assert window.size() == SMALL_SCREEN, "the page wants more than the screen has"
        draw(window, f"{name}-enrolment-{place}")
        assert cut_texts(window) == []
        assert doubled_mnemonics(window) == []


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_every_tab_fits(qtbot: QtBot, qapp: QApplication, shown: Shown, language: Language, scheme: Scheme) -> None:
    apply_theme(qapp, scheme=scheme)
    every_tab_fits(qtbot, shown(language), f"{language}-{scheme}")


def test_every_tab_fits_with_larger_text(qtbot: QtBot, qapp: QApplication, shown: Shown) -> None:
    apply_theme(qapp, scheme="light", text_percent=130)
    every_tab_fits(qtbot, shown("vi"), "vi-130")


def test_every_tab_fits_with_longer_words(
    qtbot: QtBot, qapp: QApplication, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    longer = Longer(qapp)

    plain = set_language

    def lengthened(application: QApplication, language: Language) -> None:
        plain(application, language)
        application.installTranslator(longer)

    monkeypatch.setattr("tests.ui.enrolment.test_fits.set_language", lengthened)
    try:
        every_tab_fits(qtbot, shown("en"), "longer")
    finally:
        qapp.removeTranslator(longer)
        longer.setParent(None)


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_the_questions_fit(
    qtbot: QtBot, qapp: QApplication, shown: Shown, language: Language, scheme: Scheme, tmp_path: Path
) -> None:
    apply_theme(qapp, scheme=scheme)
    page = page_of(shown(language))
    page.tabs.setCurrentWidget(page.trust)
    page.trust.renew.click()
    renewing = page.trust.findChild(RenewDialog)
    assert isinstance(renewing, RenewDialog)
    for role in (ROOT, KIT):
        renewing.boxes[role].setChecked(True)
    renewing.new.add_folder(str(tmp_path / "usb"))
    page.tabs.setCurrentWidget(page.requests)
    page.requests.panel.refuse.click()
    reason = page.requests.findChild(ReasonDialog)
    assert isinstance(reason, ReasonDialog)
    reason.reason.field.setText("gọi 0912 345 678")
    sticks = SticksDialog(2, page)
    sticks.show()
    for dialog in (renewing, reason, sticks):
        draw(dialog, f"{language}-{scheme}-{type(dialog).__name__}")
        assert cut_texts(dialog) == []
        assert doubled_mnemonics(dialog) == []
