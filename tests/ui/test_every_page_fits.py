"""Every page in both languages and both palettes, drawn on the screen of an office: no text may be cut, whatever its length.

With ``SHD_PICTURES`` set to a folder the drawings are left there to be looked at.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.folders import Folders
from tests.ui.conftest import BuiltExchange, MakeWorkplace, clock, picture_folder, settle
from ui.window.about import AboutDialog
from ui.window.application import Language, set_language
from ui.window.first_start.flow import Step, Way
from ui.window.first_start.wizard import FirstStartWizard
from ui.window.main_window import MainWindow
from ui.window.operations.first_start import OfficeMade
from ui.window.pin import PinDialog
from ui.window.pin_change import ChangePinDialog, RecoveryCodeDialog
from ui.window.role_profile import OFFICE_PAGES
from ui.window.theme import Scheme, apply_theme

SMALL_SCREEN = QSize(1366, 728)
"""1366 × 768 without the task bar."""
ROOM_OF_A_BOX = 38
"""Frame, padding and arrow of a combo box."""
LOOKS: tuple[tuple[Language, Scheme], ...] = (("vi", "light"), ("vi", "dark"), ("en", "light"), ("en", "dark"))
LARGEST = 150
"""Per cent: the largest text that can be chosen."""
SIZED_LOOKS = [*((*look, 100) for look in LOOKS), ("vi", "light", LARGEST), ("en", "light", LARGEST)]


class Longer(QTranslator):
    """Makes every text 30 % longer, as another language or other words would."""

    def translate(self, _context: str, source: str, _note: str | None = None, _count: int = -1) -> str:
        return source + "x" * round(len(source) * 0.3)


def cut_texts(widget: QWidget) -> list[str]:
    """What cannot be read whole: the text and how many points are missing."""
    found = []
    for label in widget.findChildren(QLabel):
        if label.isVisible() and label.text() and label.pixmap().isNull():
            found += _cut_label(label)
    for kind in (QPushButton, QToolButton, QCheckBox, QRadioButton):
        for button in widget.findChildren(kind):
            if button.isVisible() and button.text() and button.objectName() != "qt_toolbar_ext_button":
                hint = button.sizeHint()
                if button.width() < hint.width() or button.height() < hint.height() - 1:
                    found.append(f"{button.text()!r}: {button.width()}x{button.height()} of {hint.width()}x{hint.height()}")
    for box in widget.findChildren(QComboBox):
        needed = box.fontMetrics().horizontalAdvance(box.currentText()) + ROOM_OF_A_BOX
        if box.isVisible() and box.width() < needed and not box.toolTip():
            found.append(f"{box.currentText()!r} in a box: {box.width()} of {needed}")
    return found


def _cut_label(label: QLabel) -> list[str]:
    room = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        return [f"{label.text()!r}: height {label.height()} of {needed}"] if label.height() < needed - 1 else []
    hint = label.sizeHint()
    if label.width() < hint.width() - 1 and not label.toolTip():  # what is shortened on purpose says all in its tip
        return [f"{label.text()!r}: width {room.width()} of {hint.width()}"]
    return []


def doubled_mnemonics(widget: QWidget) -> list[str]:
    """Letters that two visible things answer to with Alt, and what these are."""
    owners: dict[str, list[str]] = {}
    for child in widget.findChildren(QWidget):
        texts: list[str] = []
        if not child.isVisible():
            continue
        if isinstance(child, QAbstractButton) or (isinstance(child, QLabel) and child.buddy() is not None):
            texts.append(child.text())
        elif isinstance(child, QTabBar):
            texts += [child.tabText(place) for place in range(child.count())]
        for text in texts:
            for letter in re.findall(r"&([^& ])", text.replace("&&", "")):
                owners.setdefault(letter.lower(), []).append(text)
    return [f"{letter}: {texts}" for letter, texts in sorted(owners.items()) if len(texts) > 1]


def draw(widget: QWidget, name: str) -> None:
    """Draws the widget as it is once its layouts have settled; a person may look at it afterwards."""
    for _ in range(8):
        QApplication.sendPostedEvents()
    picture = widget.grab()
    assert not picture.isNull()
    folder = picture_folder()
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        assert picture.save(str(folder / f"{name}.png"))


def page_fits(qtbot: QtBot, window: MainWindow, key: str, name: str) -> None:
    qtbot.addWidget(window)
    window.open_page(key)
    window.resize(SMALL_SCREEN)
    window.show()
    qtbot.waitExposed(window)
    settle(qtbot, window.workplace)
    assert window.size() == SMALL_SCREEN, "the page wants more than the screen has"
    draw(window, name)
    assert cut_texts(window) == []
    assert doubled_mnemonics(window) == []


@pytest.mark.parametrize("key", [entry.key for entry in OFFICE_PAGES])
@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_a_page_fits(
    qtbot: QtBot,
    qapp: QApplication,
    make_office: MakeWorkplace,
    exchange: BuiltExchange,
    language: Language,
    scheme: Scheme,
    key: str,
) -> None:
    exchange.record(3)
    workplace = make_office(language)
    apply_theme(qapp, scheme=scheme)
    page_fits(qtbot, MainWindow(workplace), key, f"{language}-{scheme}-{key}")


@pytest.mark.parametrize("key", [entry.key for entry in OFFICE_PAGES])
@pytest.mark.parametrize("percent", [130, LARGEST])
def test_a_page_fits_with_larger_text(
    qtbot: QtBot, qapp: QApplication, make_office: MakeWorkplace, exchange: BuiltExchange, percent: int, key: str
) -> None:
    exchange.record(3)
    workplace = make_office("vi")
    apply_theme(qapp, scheme="light", text_percent=percent)
    page_fits(qtbot, MainWindow(workplace), key, f"vi-{percent}-{key}")


@pytest.mark.parametrize("key", [entry.key for entry in OFFICE_PAGES])
@pytest.mark.parametrize("percent", [100, LARGEST])
def test_a_page_fits_with_longer_words(
    qtbot: QtBot, qapp: QApplication, make_office: MakeWorkplace, exchange: BuiltExchange, percent: int, key: str
) -> None:
    exchange.record(3)
    workplace = make_office("en")
    apply_theme(qapp, scheme="light", text_percent=percent)
    longer = Longer(qapp)
    qapp.installTranslator(longer)
    try:
        page_fits(qtbot, MainWindow(workplace), key, f"longer-{percent}-{key}")
    finally:
        qapp.removeTranslator(longer)
        longer.setParent(None)


@pytest.mark.parametrize(("language", "scheme", "percent"), SIZED_LOOKS)
def test_the_form_of_an_activity_fits(
    qtbot: QtBot, qapp: QApplication, make_office: MakeWorkplace, language: Language, scheme: Scheme, percent: int
) -> None:
    window = MainWindow(make_office(language))
    apply_theme(qapp, scheme=scheme, text_percent=percent)
    qtbot.addWidget(window)
    window.resize(SMALL_SCREEN)
    window.open_page("activities")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    settle(qtbot, window.workplace)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.workplace)
    form = qapp.activeWindow()
    assert form is not None
    draw(form, f"{language}-{scheme}-{percent}-activity-form")
    assert cut_texts(form) == []
    assert doubled_mnemonics(form) == []


@pytest.mark.parametrize(("language", "scheme", "percent"), SIZED_LOOKS)
@pytest.mark.parametrize("step", list(Step), ids=[step.name.lower() for step in Step])
def test_the_first_start_fits(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language, scheme: Scheme, percent: int, step: Step
) -> None:
    set_language(qapp, language)
    apply_theme(qapp, scheme=scheme, text_percent=percent)
    folders = Folders(tmp_path / "p", tmp_path / "m")
    wizard = FirstStartWizard(folders, clock=clock, identifiers=TimeOrderedIdentifiers(clock), language=language)
    qtbot.addWidget(wizard)
    wizard.outcome.show_made(OfficeMade("123456789012345678901234", "4T9KX-4T9KX-4T9KX-4T9KX-4T9KX"))
    wizard.fingerprint.no_letter.setChecked(True)
    wizard.show()
    way = Way.DEMONSTRATION if step is Step.DEMONSTRATION else Way.OFFICE
    wizard.flow = replace(wizard.flow.with_way(way), step=step, made=step is Step.RESULT)  # for the buttons of the step
    wizard.show_page(wizard.pages[step])
    qtbot.waitExposed(wizard)
    draw(wizard, f"{language}-{scheme}-{percent}-first-start-{step.name.lower()}")
    assert wizard.height() <= SMALL_SCREEN.height()
    assert wizard.width() <= SMALL_SCREEN.width()
    assert cut_texts(wizard) == []
    assert doubled_mnemonics(wizard) == []
    wizard.runner.shut_down()


@pytest.mark.parametrize("kind", [PinDialog, ChangePinDialog, RecoveryCodeDialog, AboutDialog])
@pytest.mark.parametrize(("language", "scheme", "percent"), SIZED_LOOKS)
def test_a_dialog_fits(
    qtbot: QtBot,
    qapp: QApplication,
    make_office: MakeWorkplace,
    language: Language,
    scheme: Scheme,
    percent: int,
    kind: type[QDialog],
) -> None:
    workplace = make_office(language)
    apply_theme(qapp, scheme=scheme, text_percent=percent)
    desk = QWidget()
    qtbot.addWidget(desk)
    desk.show()
    dialog = AboutDialog(workplace.words, desk) if kind is AboutDialog else kind(workplace, desk)  # type: ignore[call-overload,arg-type]
    dialog.show()
    qtbot.waitExposed(dialog)
    draw(dialog, f"{language}-{scheme}-{percent}-{kind.__name__}")
    assert cut_texts(dialog) == []
    assert doubled_mnemonics(dialog) == []


def test_a_cut_text_is_seen(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    label, button = QLabel("Hội nghị quán triệt kế hoạch"), QPushButton("Đóng lại và thôi")
    for widget in (label, button):
        widget.setFixedWidth(40)
        column.addWidget(widget)
    box.show()
    qtbot.waitExposed(box)
    assert len(cut_texts(box)) == 2
