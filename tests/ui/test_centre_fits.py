"""Every page and tab of the centre on the screen of an office: both languages and palettes, larger text, longer words.

The centre holds one office's accepted report, so that tables, panels and buttons have something to show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QButtonGroup, QHeaderView, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from storage.domain.identifiers import TimeOrderedIdentifiers
from tests.ui.centre_stories import HALF, answer_of_centre, close_and_seal
from tests.ui.conftest import OFFICE, BuiltExchange, clock, settle
from tests.ui.test_every_page_fits import LARGEST, LOOKS, SMALL_SCREEN, Longer, cut_texts, doubled_mnemonics, draw
from ui.window.application import Language, make_workplace, set_language, settings_of
from ui.window.main_window import MainWindow
from ui.window.pages.review import ReviewPage
from ui.window.role_profile import CENTRE_PAGES
from ui.window.theme import Scheme, apply_theme

KEYS = [entry.key for entry in CENTRE_PAGES]
ShowCentre = Callable[..., MainWindow]


@pytest.fixture
def show_centre(qtbot: QtBot, exchange: BuiltExchange, tmp_path: Path) -> Iterator[ShowCentre]:
    """Shows a page of the centre that has taken in and accepted one report."""
    exchange.record(3)
    answer_of_centre(exchange, close_and_seal(exchange, tmp_path))
    shown: list[MainWindow] = []

    def show(language: Language, key: str, argument: object = None) -> MainWindow:
        workplace = make_workplace(
            exchange.centre,
            clock=clock,
            identifiers=TimeOrderedIdentifiers(clock),
            language=language,
            settings=settings_of(exchange.centre),
        )
        window = MainWindow(workplace)
        shown.append(window)
        qtbot.addWidget(window)
        window.resize(SMALL_SCREEN)
        window.open_page(key, argument)
        window.show()
        qtbot.waitExposed(window)
        settle(qtbot, workplace)
        return window

    yield show
    for window in shown:
        window.workplace.runner.shut_down()


def every_part_fits(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Goes through tabs, tabs in tabs and groups of buttons; everything that is wrong is told at once."""
    page = window.page(window.current)
    outer = page.findChild(QTabWidget)
    wrong = []
    for part, shown in _parts(page, outer):
        settle(qtbot, window.workplace)
        _choose_first(qtbot, window, shown)
        draw(window, f"{name}{part}")
        if window.size() != SMALL_SCREEN:
            wrong.append(f"{part}: the page wants {window.size().toTuple()}")
        wrong += [f"{part}: {text}" for text in [*cut_texts(window), *doubled_mnemonics(window)]]
    assert "\n".join(wrong) == ""


def _parts(page: QWidget, tabs: QTabWidget | None, before: str = "") -> Iterator[tuple[str, QWidget]]:
    if tabs is None:
        yield before, page
        return
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        tab = tabs.widget(place)
        inner = tab.findChild(QTabWidget)
        group = getattr(tab, "group", None)
        if inner is not None:
            yield from _parts(tab, inner, f"{before}-{place}")
        elif isinstance(group, QButtonGroup):
            for number, button in enumerate(group.buttons()):
                button.click()
                yield f"{before}-{place}-{number}", tab
        else:
            yield f"{before}-{place}", tab


def _choose_first(qtbot: QtBot, window: MainWindow, part: QWidget) -> None:
    for view in part.findChildren(QAbstractItemView):
        rows = view.model() is not None and view.model().rowCount() > 0
        if rows and view.isVisible() and not isinstance(view, QHeaderView) and not view.currentIndex().isValid():
            view.setCurrentIndex(view.model().index(0, 0))
    settle(qtbot, window.workplace)


@pytest.mark.parametrize(
    ("language", "scheme", "percent"), [("vi", "light", 100), ("en", "dark", 100), ("vi", "light", LARGEST)]
)
def test_a_report_in_review_fits(
    qtbot: QtBot, qapp: QApplication, show_centre: ShowCentre, language: Language, scheme: Scheme, percent: int
) -> None:
    """The list is narrow, so neither it nor the table of figures may scroll sideways with text of the usual size."""
    set_language(qapp, language)
    apply_theme(qapp, scheme=scheme, text_percent=percent)
    window = show_centre(language, "review", (OFFICE, HALF))
    page = window.page("review")
    assert isinstance(page, ReviewPage)
    assert page.panel.view is not None
    for table in (page.reports.table, page.panel.figures):
        assert table.model().rowCount() > 0
        assert percent > 100 or table.horizontalScrollBar().maximum() == 0
    every_part_fits(qtbot, window, f"centre-{language}-{scheme}-{percent}-review-report")


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_every_page_fits(
    qtbot: QtBot, qapp: QApplication, show_centre: ShowCentre, language: Language, scheme: Scheme, key: str
) -> None:
    set_language(qapp, language)
    apply_theme(qapp, scheme=scheme)
    every_part_fits(qtbot, show_centre(language, key), f"centre-{language}-{scheme}-{key}")


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_fits_with_the_largest_text(
    qtbot: QtBot, qapp: QApplication, show_centre: ShowCentre, language: Language, key: str
) -> None:
    set_language(qapp, language)
    apply_theme(qapp, scheme="light", text_percent=LARGEST)
    every_part_fits(qtbot, show_centre(language, key), f"centre-{language}-{LARGEST}-{key}")


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("percent", [100, LARGEST])
def test_every_page_fits_with_longer_words(
    qtbot: QtBot, qapp: QApplication, show_centre: ShowCentre, percent: int, key: str
) -> None:
    set_language(qapp, "en")
    apply_theme(qapp, scheme="light", text_percent=percent)
    longer = Longer(qapp)
    qapp.installTranslator(longer)
    try:
        every_part_fits(qtbot, show_centre("en", key), f"centre-longer-{percent}-{key}")
    finally:
        qapp.removeTranslator(longer)
        longer.setParent(None)
