"""Icons of the one set the program carries (Lucide, ISC licence), drawn in the colour of the text around them."""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SIZES = (16, 20, 24, 32, 48)


def icon(name: str, colour: str) -> QIcon:
    """The icon ``name`` in a colour (``#rrggbb``), sharp at every scaling."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
    drawn = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        drawn.addPixmap(pixmap)
    return drawn


@cache
def _source(name: str) -> bytes:
    return (resources.files("ui.resources") / "icons" / f"{name}.svg").read_bytes()
