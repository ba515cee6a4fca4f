"""Every tab and dialog of the page in both languages and palettes: nothing is cut on the small screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.ui.programme.conftest import MakeCentre, MakePage
from tests.ui.test_every_page_fits import LOOKS, SMALL_SCREEN, cut_texts, doubled_mnemonics, draw
from ui.window.application import Language
from ui.window.main_window import MainWindow
from ui.window.pages.programme import ProgrammePage
from ui.window.programme.acts import Act
from ui.window.programme.issue_dialog import IssueDialog
from ui.window.programme.kinds_tab import KindsTab
from ui.window.programme.reorganise_dialog import ReorganiseDialog
from ui.window.theme import Scheme, apply_theme


def tabs(window: MainWindow, page: ProgrammePage, qtbot: QtBot, name: str) -> list[str]:
    found = []
    for place in range(page.tabs.count()):
        page.tabs.setCurrentIndex(place)
        tab = page.tabs.widget(place)
        for pane in range(tab.stack.count() if isinstance(tab, KindsTab) else 1):
            if isinstance(tab, KindsTab):
                tab.group.button(pane).click()
            settle(qtbot, window.workplace)
            draw(window, f"{name}-{place}-{pane}")
            found += [f"{place}.{pane}: {text}" for text in cut_texts(window)]
            found += [f"{place}.{pane}: {text}" for text in doubled_mnemonics(window)]
    return found


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_every_tab_fits(qtbot: QtBot, qapp: QApplication, make_centre: MakeCentre, language: Language, scheme: Scheme) -> None:
    apply_theme(qapp, scheme=scheme)
    window = MainWindow(make_centre(language))
    qtbot.addWidget(window)
    window.open_page("programme")
    window.resize(SMALL_SCREEN)
    window.show()
    qtbot.waitExposed(window)
    settle(qtbot, window.workplace)
    page = window.page("programme")
    assert isinstance(page, ProgrammePage)
    assert tabs(window, page, qtbot, f"{language}-{scheme}-programme") == []
    assert window.size() == SMALL_SCREEN, "the page wants more than the screen has"


@pytest.mark.parametrize("act", list(Act))
@pytest.mark.parametrize(("language", "scheme"), [("vi", "light"), ("en", "dark")])
def test_every_reorganisation_fits(
    qtbot: QtBot, qapp: QApplication, make_page: MakePage, language: Language, scheme: Scheme, act: Act
) -> None:
    apply_theme(qapp, scheme=scheme)
    page = make_page(language)
    page.offices.choose("STTTT")
    page.offices.buttons[act].setEnabled(True)
    page.offices.buttons[act].click()
    dialog = page.offices.findChild(ReorganiseDialog)
    assert isinstance(dialog, QDialog)
    qtbot.waitExposed(dialog)
    settle(qtbot, page.workplace)
    draw(dialog, f"{language}-{scheme}-{act}")
    assert cut_texts(dialog) == []
    assert doubled_mnemonics(dialog) == []
    assert dialog.height() <= SMALL_SCREEN.height()
    assert dialog.width() <= SMALL_SCREEN.width()


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_the_question_before_putting_in_force_fits(
    qtbot: QtBot, qapp: QApplication, make_page: MakePage, language: Language, scheme: Scheme
) -> None:
    apply_theme(qapp, scheme=scheme)
    page = make_page(language)
    raw = page.book.raw
    programme = raw["programme"] | {"number": "12/KH-UBND", "tasks": raw["programme"]["tasks"][1:]}
    dates = {"deadlines": {"2020S1": "2020-07-01"}, "exemptions": [["STC", "2020S1", "Đang sắp xếp"]]}
    page.book.exchange(raw | {"programme": programme, "dates": dates}, reason="Quyết định 12/QĐ-UBND")
    settle(qtbot, page.workplace)
    page.head.issue.click()
    settle(qtbot, page.workplace)
    dialog = page.findChild(IssueDialog)
    assert isinstance(dialog, QDialog)
    qtbot.waitExposed(dialog)
    draw(dialog, f"{language}-{scheme}-issue")
    assert cut_texts(dialog) == []
    assert doubled_mnemonics(dialog) == []
    assert dialog.height() <= SMALL_SCREEN.height()
    draw(page, f"{language}-{scheme}-draft")
    assert cut_texts(page) == []
