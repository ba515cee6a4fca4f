"""Tables one of whose columns takes what is left, and heads that stand over their columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.window.consolidate.tables import TextTable
from ui.window.row_view import RowView
from ui.window.text_model import TextModel

LEAST = 14


@pytest.fixture
def view(qtbot: QtBot) -> RowView:
    model = TextModel(("Ngày", "Đơn vị", "Số liệu"), lambda value: (str(value),) * 3, right=frozenset({2}))
    view = RowView(model, name="x", widths=(10, LEAST, 8), wide=1, many=False)
    model.setParent(view)
    model.show_values(range(3))
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def widths(view: RowView) -> list[int]:
    return [view.columnWidth(column) for column in range(3)]


def test_the_wide_column_takes_what_is_left(view: RowView) -> None:
    assert sum(widths(view)) == view.viewport().width()
    before = widths(view)
    view.resize(900, 300)
    assert widths(view) == [before[0], before[1] + 200, before[2]]
    view.setColumnHidden(0, True)
    assert sum(widths(view)) == view.viewport().width()
    view.setColumnHidden(0, False)
    view.setColumnWidth(2, before[2] + 30)
    assert sum(widths(view)) == view.viewport().width()


def test_it_keeps_enough_to_be_read(view: RowView) -> None:
    view.resize(120, 300)
    assert view.columnWidth(1) >= LEAST * view.fontMetrics().averageCharWidth()
    assert view.horizontalScrollBar().maximum() > 0
    view.resize(700, 300)
    assert view.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    "model", [TextModel(("a", "b"), tuple, right=frozenset({1})), TextTable(("a", "b"), right=(1,))], ids=["texts", "table"]
)
def test_heads_of_figures_stand_at_the_right(model: TextModel | TextTable) -> None:
    role = Qt.ItemDataRole.TextAlignmentRole
    assert model.headerData(0, Qt.Orientation.Horizontal, role) is None
    found = model.headerData(1, Qt.Orientation.Horizontal, role)
    assert int(found) & int(Qt.AlignmentFlag.AlignRight.value)


def test_a_row_is_chosen_alone_whatever_keys_are_held(qtbot: QtBot) -> None:
    model = TextModel(("Ngày",), lambda value: (str(value),))
    view = RowView(model, name="x", widths=(10,), many=True)
    model.setParent(view)
    model.show_values(range(3))
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    view.choose(0)
    QTest.keyPress(view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        view.choose(2)
        assert view.chosen_rows == [2]
        view.choose(2)
        assert view.chosen_rows == [2]
    finally:
        QTest.keyRelease(view, Qt.Key.Key_Control)
