"""Every tab of the page in both languages and palettes: nothing is cut on the small screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.archive.conftest import MakeArchive
from tests.ui.conftest import PIN, settle
from tests.ui.test_every_page_fits import LOOKS, SMALL_SCREEN, Longer, cut_texts, doubled_mnemonics, draw
from ui.window.application import Language
from ui.window.archive.original_dialog import OriginalDialog
from ui.window.main_window import MainWindow
from ui.window.operations.keys import open_keys
from ui.window.pages.archive import ArchivePage
from ui.window.theme import Scheme, apply_theme
from ui.window.workplace import Workplace


def every_tab_fits(qtbot: QtBot, workplace: Workplace, name: str) -> None:
    window = MainWindow(workplace)
    qtbot.addWidget(window)
    window.open_page("archive")
    window.resize(SMALL_SCREEN)
    window.show()
    qtbot.waitExposed(window)
    workplace.runner.start(open_keys(pin=PIN))
    settle(qtbot, workplace)
    page = window.page("archive")
    assert isinstance(page, ArchivePage)
    found: list[str] = []

    def look(step: str) -> None:
        settle(qtbot, workplace)
        draw(window, f"{name}-archive-{step}")
        found.extend(f"{step}: {text}" for text in [*cut_texts(window), *doubled_mnemonics(window)])

    look("1-bundles")
    page.bundles.verify_shown()
    settle(qtbot, workplace)
    page.bundles.list.table.choose(2)
    look("2-verified")
    page.tabs.setCurrentWidget(page.ledger)
    look("3-ledger")
    page.ledger.start()
    look("4-ledger-checked")
    page.tabs.setCurrentWidget(page.audit)
    look("5-audit")
    page.tabs.setCurrentWidget(page.acts)
    look("6-acts")
    assert found == []
    assert window.size() == SMALL_SCREEN, "the page wants more than the screen has"
    page.tabs.setCurrentWidget(page.bundles)
    page.bundles.show_details()
    qtbot.waitUntil(lambda: page.findChild(OriginalDialog) is not None, timeout=20_000)
    dialog = page.findChild(OriginalDialog)
    assert isinstance(dialog, OriginalDialog)
    qtbot.waitExposed(dialog)
    draw(dialog, f"{name}-archive-7-details")
    assert cut_texts(dialog) == []
    assert dialog.height() <= SMALL_SCREEN.height()
    dialog.reject()
    settle(qtbot, workplace)


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_every_tab_fits(
    qtbot: QtBot, qapp: QApplication, make_archive: MakeArchive, language: Language, scheme: Scheme
) -> None:
    workplace = make_archive(language)
    apply_theme(qapp, scheme=scheme)
    every_tab_fits(qtbot, workplace, f"{language}-{scheme}")


def test_every_tab_fits_with_longer_words(qtbot: QtBot, qapp: QApplication, make_archive: MakeArchive) -> None:
    workplace = make_archive("en")
    longer = Longer(qapp)
    qapp.installTranslator(longer)
    try:
        every_tab_fits(qtbot, workplace, "longer")
    finally:
        qapp.removeTranslator(longer)
        longer.setParent(None)


def test_every_tab_fits_with_larger_text(qtbot: QtBot, qapp: QApplication, make_archive: MakeArchive) -> None:
    workplace = make_archive("vi")
    apply_theme(qapp, scheme="light", text_percent=130)
    every_tab_fits(qtbot, workplace, "vi-130")
