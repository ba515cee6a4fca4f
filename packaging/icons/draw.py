"""Draws the icons of Windows from their SVG: ``python packaging/icons/draw.py``. Call it after an SVG has been changed.

Writes ``program.ico`` and ``bundle.ico`` beside this file (the executables', and that of ``.shd`` files), and the picture that
the program's own windows carry. An icon file holds one PNG a size. Source: Microsoft, "Icons" (ICONDIR, ICONDIRENTRY).
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
WINDOW_PICTURE = HERE.parents[1] / "ui" / "resources" / "icons" / "program.png"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
WINDOW_SIZE = 128


def picture(source: Path, size: int) -> bytes:
    """The drawing as a PNG of ``size`` by ``size`` pixels, on nothing."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def icon_file(pictures: dict[int, bytes]) -> bytes:
    """Header, one entry of 16 bytes a picture, then the pictures. 256 is written as 0."""
    place = 6 + 16 * len(pictures)
    entries, content = b"", b""
    for size, data in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), place + len(content))
        content += data
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + content


def main() -> int:
    application = QGuiApplication([])
    for name in ("program", "bundle"):
        source = HERE / f"{name}.svg"
        source.with_suffix(".ico").write_bytes(icon_file({size: picture(source, size) for size in SIZES}))
    WINDOW_PICTURE.write_bytes(picture(HERE / "program.svg", WINDOW_SIZE))
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
