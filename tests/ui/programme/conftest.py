"""The centre's page of the plan, over a copy of a real centre."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.domain.identifiers import TimeOrderedIdentifiers
from tests.ui.conftest import BuiltExchange, clock, settle
from ui.window.application import Language, make_workplace, set_language, settings_of
from ui.window.pages.programme import ProgrammePage
from ui.window.workplace import Workplace

MakeCentre = Callable[..., Workplace]
MakePage = Callable[..., ProgrammePage]


@pytest.fixture
def make_centre(exchange: BuiltExchange, qapp: QApplication) -> Iterator[MakeCentre]:
    made: list[Workplace] = []

    def make(language: Language = "vi") -> Workplace:
        set_language(qapp, language)
        workplace = make_workplace(
            exchange.centre,
            clock=clock,
            identifiers=TimeOrderedIdentifiers(clock),
            language=language,
            settings=settings_of(exchange.centre),
        )
        made.append(workplace)
        return workplace

    yield make
    for workplace in made:
        workplace.runner.shut_down()


@pytest.fixture
def make_page(qtbot: QtBot, make_centre: MakeCentre) -> MakePage:
    """Makes the page, shown and read."""

    def make(language: Language = "vi") -> ProgrammePage:
        page = ProgrammePage(make_centre(language))
        qtbot.addWidget(page)
        page.resize(1150, 690)
        page.show()
        page.activate()
        settle(qtbot, page.workplace)
        return page

    return make
