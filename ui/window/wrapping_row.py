"""A row whose things go on in the next line where the width ends: heads of pages stay whole with large text and long words.

Only sizes and places are decided here. A stretch takes what is left of its line; without one, fields that can grow share it.
After either, the further lines keep to the right.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget

_HORIZONTAL = Qt.Orientation.Horizontal


class _Line(NamedTuple):
    items: list[QLayoutItem]
    width: int
    height: int
    at_right: bool


class WrappingRow(QLayout):
    """Filled like a box layout: ``addWidget`` and ``add_stretch``. Heights in points depend on the width given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(8)

    def add_stretch(self) -> None:
        """What follows stands at the right."""
        self.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return _HORIZONTAL

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(line.height for line in lines) + self.spacing() * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        shown = [item for item in self._items if not _is_hidden(item)]
        width = sum(_width(item) for item in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = [item for item in self._items if not _is_hidden(item)]
        return QSize(
            max((item.minimumSize().width() for item in shown), default=0),
            max((item.minimumSize().height() for item in shown), default=0),
        )

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        top = place.top()
        for line in self._lines(place.width()):
            self._place(line, QRect(place.left(), top, place.width(), line.height))
            top += line.height + self.spacing()

    def _lines(self, room: int) -> list[_Line]:
        lines: list[_Line] = []
        items: list[QLayoutItem] = []
        used = height = 0
        at_right = False
        for item in self._items:
            if _is_hidden(item):
                continue
            width = _width(item)
            wanted = used + (self.spacing() if items else 0) + width
            if items and wanted > room:
                lines.append(_Line(items, used, height, at_right))
                at_right = at_right or any(_grows(before) for before in items)
                items, height, wanted = [], 0, width
            items.append(item)
            used, height = wanted, max(height, item.sizeHint().height())
        return [*lines, _Line(items, used, height, at_right)] if items else lines

    def _place(self, line: _Line, room: QRect) -> None:
        spare = max(0, room.width() - line.width)
        growing = [item for item in line.items if item.spacerItem() is not None]
        if not growing and not line.at_right:
            growing = [item for item in line.items if _grows(item)]
        left = room.left() + (spare if line.at_right and not growing else 0)
        share = spare // len(growing) if growing else 0
        for item in line.items:
            size = QSize(min(_width(item) + (share if item in growing else 0), room.width()), item.sizeHint().height())
            item.setGeometry(QRect(QPoint(left, room.top() + (line.height - size.height()) // 2), size))
            left += size.width() + self.spacing()


def named_field(name: str, field: QWidget, parent: QWidget) -> QWidget:
    """A field with its label before it, for a row that must not part them."""
    both = QWidget(parent)
    label = QLabel(name, both)
    label.setBuddy(field)
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(label)
    row.addWidget(field, 1)
    return both


def _is_hidden(item: QLayoutItem) -> bool:
    return item.spacerItem() is None and item.isEmpty()


def _grows(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & _HORIZONTAL)


def _width(item: QLayoutItem) -> int:
    return max(item.sizeHint().width(), item.minimumSize().width())
