"""Vietnamese typed with Telex arrives unchanged in every text field of every page, and in no field are letters lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.conftest import BuiltExchange, MakeWorkplace, settle
from tests.ui.telex import compose, type_telex
from ui.window.main_window import MainWindow
from ui.window.role_profile import OFFICE_PAGES

KEYS, WORDS = "Hooij nghij quans trieejt ddawk haf", "Hội nghị quán triệt đăk hà"


@pytest.mark.parametrize(
    ("keys", "word"),
    [("hooij", "hội"), ("DDawk", "Đăk"), ("hoaf", "hòa"), ("thuys", "thúy"), ("quans", "quán"), ("nghieepj", "nghiệp")],
)
def test_the_typist_can_type(keys: str, word: str) -> None:
    assert compose(keys) == word


def fields_below(widget: QWidget) -> list[QWidget]:
    """The free text fields: no passwords, no spin boxes, no fields with a form of their own such as dates."""
    lines = [
        line
        for line in widget.findChildren(QLineEdit)
        if line.echoMode() is QLineEdit.EchoMode.Normal
        and line.validator() is None
        and not line.inputMask()
        and not line.isReadOnly()
        and not isinstance(line.parent(), QAbstractSpinBox)
    ]
    plain = [text for text in widget.findChildren(QPlainTextEdit) if not text.isReadOnly()]
    rich = [text for text in widget.findChildren(QTextEdit) if not text.isReadOnly()]
    return [field for field in [*lines, *plain, *rich] if field.isVisible() and field.isEnabled()]


def text_of(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined,no-any-return]


def check_fields(widget: QWidget) -> int:
    fields = fields_below(widget)
    for field in fields:
        completer = field.completer() if isinstance(field, QLineEdit) else None
        inline = QCompleter.CompletionMode.InlineCompletion
        assert completer is None or completer.completionMode() is not inline, f"{field.objectName()} completes inline"
        field.clear()  # type: ignore[attr-defined]
        field.setFocus()
        type_telex(field, KEYS)
        assert text_of(field) == WORDS, f"{type(widget).__name__}: {field.accessibleName() or field.objectName()}"
        field.clear()  # type: ignore[attr-defined]
    return len(fields)


@pytest.mark.parametrize("key", [entry.key for entry in OFFICE_PAGES])
def test_every_field_of_a_page_takes_telex(qtbot: QtBot, make_office: MakeWorkplace, exchange: BuiltExchange, key: str) -> None:
    exchange.record(2)
    window = MainWindow(make_office())
    qtbot.addWidget(window)
    window.open_page(key)
    window.show()
    settle(qtbot, window.workplace)
    check_fields(window)
    assert not [box for box in window.findChildren(QComboBox) if box.isEditable() and box.completer() is not None]
    settle(qtbot, window.workplace)


def test_every_field_of_the_activity_form_takes_telex(
    qtbot: QtBot, make_office: MakeWorkplace, exchange: BuiltExchange
) -> None:
    window = MainWindow(make_office())
    qtbot.addWidget(window)
    window.open_page("activities")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    settle(qtbot, window.workplace)
    before = len(fields_below(window))
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.workplace)
    qtbot.waitUntil(lambda: sum(len(fields_below(top)) for top in QApplication.topLevelWidgets() if top.isVisible()) > before)
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            check_fields(top)
    settle(qtbot, window.workplace)
