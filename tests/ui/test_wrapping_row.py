"""The row that goes on in the next line: what stands where, and how high it gets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.window.wrapping_row import WrappingRow


class Head(QWidget):
    """Three buttons of one size, at the right of a stretch, and something below."""

    def __init__(self) -> None:
        super().__init__()
        self.row = WrappingRow()
        self.title = QPushButton("Hội nghị", self)
        self.buttons = [QPushButton("Hội nghị", self) for _ in range(3)]
        self.row.addWidget(self.title)
        self.row.add_stretch()
        for button in self.buttons:
            self.row.addWidget(button)
        self.below = QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.row)
        column.addWidget(self.below, 1)

    def places(self, width: int) -> list[QRect]:
        self.resize(width, 400)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return [button.geometry() for button in (self.title, *self.buttons)]


@pytest.fixture
def head(qtbot: QtBot) -> Head:
    made = Head()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_wide_row_is_one_line_with_the_rest_at_the_right(head: Head) -> None:
    places = head.places(900)
    assert len({place.top() for place in places}) == 1
    assert places[0].left() == 0
    assert places[-1].right() == 899


def test_a_narrow_row_goes_on_below_and_keeps_to_the_right(head: Head) -> None:
    width = head.title.sizeHint().width()
    places = head.places(3 * width + 30)
    assert [place.top() == places[0].top() for place in places] == [True, True, True, False]
    assert places[3].right() == 3 * width + 29
    assert head.below.geometry().top() > places[3].bottom()
    assert all(place.width() >= width for place in places)


def test_what_is_hidden_takes_no_room(head: Head) -> None:
    width = head.title.sizeHint().width()
    head.buttons[1].hide()
    places = head.places(3 * width + 30)
    assert places[0].top() == places[1].top() == places[3].top()


def test_one_line_for_each_thing_is_the_least(head: Head) -> None:
    width = head.title.sizeHint().width()
    places = head.places(width + 2)
    assert len({place.top() for place in places}) == 4
    assert head.minimumSizeHint().width() <= width


def test_fields_share_what_is_left_where_nothing_stretches(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    row = WrappingRow(widget)
    fields = [QLineEdit(widget), QLineEdit(widget)]
    for field in fields:
        row.addWidget(field)
    widget.resize(801, 60)
    widget.show()
    qtbot.waitExposed(widget)
    assert fields[0].width() == fields[1].width()
    assert fields[1].geometry().right() >= 799


def test_an_empty_row_has_no_height(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    row = WrappingRow(widget)
    assert row.heightForWidth(300) == 0
    assert row.itemAt(0) is None
    assert row.takeAt(0) is None
