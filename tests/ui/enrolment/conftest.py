"""The centre beside the enrolled office, for every test of the enrolment desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from storage.domain.identifiers import TimeOrderedIdentifiers
from tests.ui.conftest import BuiltExchange, clock
from ui.window.application import make_workplace, set_language, settings_of
from ui.window.workplace import Workplace


@pytest.fixture
def make_centre(exchange: BuiltExchange, qapp: QApplication) -> Iterator[Callable[[], Workplace]]:
    made: list[Workplace] = []

    def make() -> Workplace:
        set_language(qapp, "en")
        workplace = make_workplace(
            exchange.centre,
            clock=clock,
            identifiers=TimeOrderedIdentifiers(clock),
            language="en",
            settings=settings_of(exchange.centre),
        )
        made.append(workplace)
        return workplace

    yield make
    for workplace in made:
        workplace.runner.shut_down()
