"""What a person does on the import page, step by step, and what the tests read afterwards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from export.exchange.importing import FileOutcome
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.projections.apply import content_digest
from tests.ui.conftest import PIN, clock, settle
from tests.ui.import_bundles.week import Week
from ui.window.application import Language, make_workplace, set_language, settings_of
from ui.window.import_bundles.flow import ImportResult, Step
from ui.window.import_bundles.lines import LineState, Names
from ui.window.operations.keys import open_keys
from ui.window.pages.import_bundles import ImportBundlesPage
from ui.window.workplace import Workplace

EXPECTED = {
    LineState.READY: 39,
    LineState.REMARKS: 1,
    LineState.MISSING: 5,
    LineState.FORK: 1,
    LineState.KNOWN: 3,
    LineState.WAITING: 2,
    LineState.REQUEST: 1,
    LineState.REFUSED: 8,
}
NAMES = Names(str, str)


def centre_workplace(qapp: QApplication, week: Week, language: Language) -> Workplace:
    set_language(qapp, language)
    identifiers = TimeOrderedIdentifiers(clock)
    return make_workplace(
        week.centre, clock=clock, identifiers=identifiers, language=language, settings=settings_of(week.centre)
    )


def shown(qtbot: QtBot, workplace: Workplace, *, unlocked: bool = True) -> ImportBundlesPage:
    page = ImportBundlesPage(workplace)
    qtbot.addWidget(page)
    page.resize(1150, 680)
    page.show()
    page.activate()
    if unlocked:
        workplace.runner.start(open_keys(pin=PIN))
    settle(qtbot, workplace)
    return page


def checked(qtbot: QtBot, page: ImportBundlesPage, *paths: Path) -> None:
    page.open_files(list(paths))
    qtbot.waitUntil(lambda: page.import_tab.flow.step is Step.PREVIEW, timeout=20_000)
    settle(qtbot, page.workplace)


def imported(qtbot: QtBot, page: ImportBundlesPage, *paths: Path) -> ImportResult:
    checked(qtbot, page, *paths)
    page.import_tab.list.go.click()
    qtbot.waitUntil(lambda: page.import_tab.flow.step is Step.RESULT, timeout=20_000)
    settle(qtbot, page.workplace)
    assert page.import_tab.flow.result is not None
    return page.import_tab.flow.result


def digest_of(week: Week) -> str:
    pc = week.open_centre()
    try:
        return content_digest(pc.ledger.db)
    finally:
        pc.close()


def told_of(outcome: FileOutcome) -> tuple[object, ...]:
    return outcome.path, outcome.code, outcome.remarks, outcome.office, outcome.new, outcome.known
