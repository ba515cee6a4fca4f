"""Icons of the one set the program carries (Lucide, ISC licence), drawn in the colour of the text around them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SIZES = (20, 40)
"""At 100 % and at 200 %; anything between is drawn from the larger one."""


def icon(name: str, colour: str, selected: str = "") -> QIcon:
    """The icon ``name`` in a colour (``#rrggbb``), sharp at every scaling; in ``selected`` where its row is chosen."""
    drawn = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Selected, selected or colour)):
        renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", tint.encode())))
        for size in _SIZES:
            pixmap = QPixmap(QSize(size, size))
            pixmap.fill(QColor(0, 0, 0, 0))
            painter = QPainter(pixmap)
            renderer.render(painter)
            painter.end()
            drawn.addPixmap(pixmap, mode)
    return drawn


@cache
def _source(name: str) -> bytes:
    return (Path(__file__).parents[1] / "resources" / "icons" / f"{name}.svg").read_bytes()
