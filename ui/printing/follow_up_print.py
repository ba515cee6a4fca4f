"""The follow-up on paper: A4 landscape, the head on every page, words and signs that read in grey as well.

Painted straight onto the device, page by page, because a rich text of ten thousand rows would take minutes. No figure is
computed here and nothing is read from a ledger. To be called in the window's thread: Qt draws text there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtSvg import QSvgRenderer

_MARGIN_MM = 12.0
_POINTS = 9.0
_ROW = 1.55
"""Height of a row in lines."""
_PERIODS_A_PAGE = 6
_NAME_SHARE = 0.36
_GREY = QColor(225, 225, 225)
_RESOLUTION = 300


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A word with the drawing of its sign (SVG), which may be empty; ``stressed`` places get a grey ground."""

    text: str
    sign: bytes = b""
    stressed: bool = False


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One office, or the heading of a group."""

    name: str
    cells: tuple[PrintedCell, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpSheet:
    """What is printed. ``page_of`` holds ``{page}`` and ``{pages}``; ``legend`` stands at the foot of the last page."""

    title: str
    subtitle: str
    page_of: str
    columns: tuple[str, ...]
    rows: tuple[PrintedRow, ...]
    legend: tuple[str, ...] = ()
    family: str = ""


def follow_up_pdf(sheet: FollowUpSheet) -> bytes:
    """The sheet as PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(sheet.title)
    writer.setCreator("So Hoat Dong")
    paint_follow_up(sheet, writer)
    buffer.close()
    return bytes(buffer.data().data())


def paint_follow_up(sheet: FollowUpSheet, device: QPagedPaintDevice) -> int:
    """Paints all pages onto a printer or a PDF and answers how many they are; 0 when the device takes nothing."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter)
    )
    painter = QPainter()
    if not painter.begin(device):
        return 0
    try:
        return _Painter(sheet, painter, device).paint()
    finally:
        painter.end()


class _Painter:
    """One run over the pages: columns in portions, and for each portion all rows."""

    def __init__(self, sheet: FollowUpSheet, painter: QPainter, device: QPagedPaintDevice) -> None:
        self._sheet = sheet
        self._painter = painter
        self._device = device
        self._dots = device.logicalDpiY() / 72
        font = QFont(sheet.family) if sheet.family else QFont()
        font.setPointSizeF(_POINTS)
        painter.setFont(font)
        self._font = font
        self._line = painter.fontMetrics().lineSpacing() or 1
        self._row = self._line * _ROW
        self._width = float(painter.viewport().width())
        self._height = float(painter.viewport().height())
        self._signs: dict[bytes, QSvgRenderer] = {}

    def paint(self) -> int:
        columns, rows = len(self._sheet.columns), self._sheet.rows
        portions = [range(first, min(first + _PERIODS_A_PAGE, columns)) for first in range(0, columns, _PERIODS_A_PAGE)]
        fitting = max(1, int((self._height - self._head_height() - 3 * self._line) // self._row))
        pages = [
            (portion, rows[first : first + fitting]) for portion in portions for first in range(0, max(1, len(rows)), fitting)
        ]
        for number, (portion, shown) in enumerate(pages, 1):
            if number > 1:
                self._device.newPage()
            self._page(portion, shown, number=number, pages=len(pages))
        return len(pages)

    def _page(self, portion: Sequence[int], rows: Sequence[PrintedRow], *, number: int, pages: int) -> None:
        self._head(portion)
        top = self._head_height()
        for row in rows:
            self._draw_row(row, portion, top)
            top += self._row
        foot = QRectF(0, self._height - self._line, self._width, self._line)
        self._painter.setPen(QColor(Qt.GlobalColor.black))
        self._painter.setFont(self._font)
        shown = self._sheet.page_of.format(page=number, pages=pages)
        self._painter.drawText(foot, Qt.AlignmentFlag.AlignRight, shown)
        if number == pages:
            self._painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, "   ".join(self._sheet.legend))

    def _head_height(self) -> float:
        return 6.6 * self._line

    def _head(self, portion: Sequence[int]) -> None:
        painter, line = self._painter, self._line
        bold = QFont(self._font)
        bold.setBold(True)
        large = QFont(bold)
        large.setPointSizeF(_POINTS + 4)
        painter.setPen(QColor(Qt.GlobalColor.black))
        painter.setFont(large)
        painter.drawText(QRectF(0, 0, self._width, 1.8 * line), Qt.AlignmentFlag.AlignLeft, self._sheet.title)
        painter.setFont(self._font)
        painter.drawText(QRectF(0, 1.9 * line, self._width, 1.4 * line), Qt.AlignmentFlag.AlignLeft, self._sheet.subtitle)
        painter.setFont(bold)
        top, height = 3.6 * line, 3.0 * line
        painter.fillRect(QRectF(0, top, self._left(len(portion), len(portion)), height), _GREY)
        for place, column in enumerate(portion):
            left = self._left(place, len(portion))
            room = QRectF(left + 4 * self._dots, top, self._column(len(portion)) - 6 * self._dots, height)
            flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(room, flags, self._sheet.columns[column])
        painter.setFont(self._font)

    def _draw_row(self, row: PrintedRow, portion: Sequence[int], top: float) -> None:
        painter = self._painter
        font = QFont(self._font)
        font.setBold(row.heading)
        painter.setFont(font)
        right = self._left(len(portion), len(portion))
        if row.heading:
            painter.fillRect(QRectF(0, top + self._dots, right, self._row - self._dots), QColor(240, 240, 240))
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, int(self._width * _NAME_SHARE - 8))
        painter.setPen(QColor(Qt.GlobalColor.black))
        painter.drawText(QRectF(2 * self._dots, top, self._width * _NAME_SHARE, self._row), Qt.AlignmentFlag.AlignVCenter, name)
        for place, column in enumerate(portion):
            self._draw_cell(row.cells[column], self._left(place, len(portion)), top, self._column(len(portion)))
        painter.setPen(QPen(QColor(170, 170, 170), 0.5 * self._dots))
        painter.drawLine(QPointF(0, top + self._row), QPointF(right, top + self._row))

    def _draw_cell(self, cell: PrintedCell, left: float, top: float, width: float) -> None:
        painter = self._painter
        if cell.stressed:
            painter.fillRect(QRectF(left, top + self._dots, width, self._row - self._dots), _GREY)
        side = 0.95 * self._line
        if cell.sign:
            self._sign(cell.sign).render(painter, QRectF(left + 3 * self._dots, top + (self._row - side) / 2, side, side))
        text_left = left + side + 6 * self._dots
        painter.setPen(QColor(Qt.GlobalColor.black))
        shown = painter.fontMetrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, int(width - side - 8 * self._dots))
        painter.drawText(QRectF(text_left, top, width, self._row), Qt.AlignmentFlag.AlignVCenter, shown)

    def _sign(self, source: bytes) -> QSvgRenderer:
        if source not in self._signs:
            self._signs[source] = QSvgRenderer(QByteArray(source.replace(b"currentColor", b"#000000")))
        return self._signs[source]

    def _column(self, shown: int) -> float:
        return self._width * (1 - _NAME_SHARE) / max(shown, 4)

    def _left(self, place: int, shown: int) -> float:
        return self._width * _NAME_SHARE + place * self._column(shown)
