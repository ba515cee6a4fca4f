"""Setting up a centre, step by step, on a small screen: no text is cut, whatever the language, the palette and the size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.folders import Folders
from tests.ui.conftest import clock
from tests.ui.test_centre_setup import choose_sticks, enter, idle, sticks, type_pin
from tests.ui.test_every_page_fits import LARGEST, SIZED_LOOKS, SMALL_SCREEN, Longer, cut_texts, doubled_mnemonics, draw
from ui.window.application import Language, set_language
from ui.window.centre_setup.flow import STEPS, Step
from ui.window.centre_setup.wizard import CentreSetupWizard
from ui.window.first_start.flow import Way
from ui.window.first_start.wizard import FirstStartWizard
from ui.window.theme import Scheme, apply_theme


def open_wizard(qtbot: QtBot, folder: Path, language: Language) -> FirstStartWizard:
    folders = Folders(folder / "máy mới", folder / "máy mới markers")
    start = FirstStartWizard(folders, clock=clock, identifiers=TimeOrderedIdentifiers(clock), language=language)
    qtbot.addWidget(start)
    start.show()
    qtbot.waitExposed(start)
    start.role.buttons[Way.CENTRE].setChecked(True)
    start.go_on()
    qtbot.waitExposed(start.centre)
    idle(qtbot, start.centre)
    return start


def every_step(qtbot: QtBot, wizard: CentreSetupWizard, folder: Path) -> Iterator[Step]:
    """Goes through the wizard as a person would, stopping at each step."""
    for step in (Step.PROGRAMME, Step.OFFICES, Step.CENTRE):
        yield step
        enter(qtbot, wizard)
    choose_sticks(qtbot, wizard, sticks(folder, 1))
    enter(qtbot, wizard)
    assert wizard.sticks.warning.isVisible()
    yield Step.STICKS
    wizard.sticks.risk.click()
    enter(qtbot, wizard)
    yield Step.PIN
    type_pin(qtbot, wizard)
    yield Step.RECOVERY
    wizard.recovery.kept.setChecked(True)
    enter(qtbot, wizard)
    wizard.write_letter(folder)
    idle(qtbot, wizard)
    yield Step.LETTER
    enter(qtbot, wizard)
    wizard.write_kit(folder)
    idle(qtbot, wizard)
    yield Step.KIT


def every_step_fits(qtbot: QtBot, start: FirstStartWizard, folder: Path, name: str) -> None:
    wizard, wrong, seen = start.centre, [], []
    try:
        for step in every_step(qtbot, wizard, folder):
            assert wizard.flow.step is step
            seen.append(step)
            draw(wizard, f"{name}-centre-setup-{wizard.flow.number}")
            wrong += [f"{step.name}: {text}" for text in [*cut_texts(wizard), *doubled_mnemonics(wizard)]]
            if not fits_the_screen(wizard.size()):
                wrong.append(f"{step.name}: {wizard.size().toTuple()}")
    finally:
        start.runner.shut_down()
    assert "\n".join(wrong) == ""
    assert seen == list(STEPS)


def fits_the_screen(size: QSize) -> bool:
    return size.width() <= SMALL_SCREEN.width() and size.height() <= SMALL_SCREEN.height()


@pytest.mark.parametrize(("language", "scheme", "percent"), [*SIZED_LOOKS, ("vi", "light", 130)])
def test_every_step_fits(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language, scheme: Scheme, percent: int
) -> None:
    set_language(qapp, language)
    apply_theme(qapp, scheme=scheme, text_percent=percent)
    every_step_fits(qtbot, open_wizard(qtbot, tmp_path, language), tmp_path, f"{language}-{scheme}-{percent}")


@pytest.mark.parametrize("percent", [100, LARGEST])
def test_every_step_fits_with_longer_words(qtbot: QtBot, qapp: QApplication, tmp_path: Path, percent: int) -> None:
    set_language(qapp, "en")
    apply_theme(qapp, scheme="light", text_percent=percent)
    longer = Longer(qapp)
    qapp.installTranslator(longer)
    try:
        every_step_fits(qtbot, open_wizard(qtbot, tmp_path, "en"), tmp_path, f"longer-{percent}")
    finally:
        qapp.removeTranslator(longer)
        longer.setParent(None)
