"""Digits typed in groups: what is typed, pasted and wrong."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.enrolment.steps import typed
from ui.window.application import set_language
from ui.window.digit_groups import DigitGroups


class TestDigitGroups:
    """One widget for the letter and for the telephone."""

    @pytest.fixture
    def groups(self, qtbot: QtBot, qapp: QApplication) -> DigitGroups:
        set_language(qapp, "en")
        made = DigitGroups("Digits")
        qtbot.addWidget(made)
        made.expect("1234" * 6)
        made.show()
        return made

    def test_only_whole_groups_are_judged(self, qtbot: QtBot, groups: DigitGroups) -> None:
        typed(qtbot, groups, "1239 123")
        assert [label.text() for label in groups.groups[:3]] == ["1239 ✕", "123· …", "····"]
        assert (groups.wrong, groups.right, groups.count) == ([1], False, 7)
        assert "1" in groups.field.accessibleDescription()

    @pytest.mark.parametrize("extra", ["5", " x", "-"])
    def test_what_is_typed_beyond(self, qtbot: QtBot, groups: DigitGroups, extra: str) -> None:
        typed(qtbot, groups, "1234" * 6 + extra)
        assert groups.right == (extra in ("-", " x"))

    def test_nothing_is_right_while_nothing_is_expected(self, qtbot: QtBot, groups: DigitGroups) -> None:
        groups.expect("")
        typed(qtbot, groups, "1234" * 6)
        assert (groups.right, groups.wrong) == (False, [])
