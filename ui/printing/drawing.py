"""Finished sheets on a device of pages: a PDF or a printer. Nothing is laid out here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPageLayout, QPageSize, QPainter, QPalette, QPdfWriter

from ui.printing.composer import BLEED, page_number_font
from ui.printing.pages import Sheets

if TYPE_CHECKING:  # a PDF needs no printer
    from PySide6.QtPrintSupport import QPrinter

_PAGE_NUMBER_TOP_MM = 9
_PAGE_NUMBER_HEIGHT_MM = 8


def draw(device: QPdfWriter | QPrinter, runs: Sequence[Sheets]) -> bool:
    """Draws every page of every run, from the edge of the paper; False when the device does not take anything."""
    painter: QPainter | None = None
    for sheets in runs:
        orientation = QPageLayout.Orientation.Landscape if sheets.landscape else QPageLayout.Orientation.Portrait
        device.setPageLayout(_layout(device, orientation))
        for page in range(sheets.text.pageCount()):
            if painter is None:
                painter = QPainter()
                if not painter.begin(device):
                    return False
            else:
                device.newPage()
            _draw_page(painter, sheets, page, device.resolution())
    if painter is not None:
        painter.end()
    return True


def _layout(device: QPdfWriter | QPrinter, orientation: QPageLayout.Orientation) -> QPageLayout:
    """The whole sheet. A printer that leaves a rim white says so in its margins, which then do not move the text."""
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, QMarginsF(0, 0, 0, 0))
    if not isinstance(device, QPdfWriter):
        layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _draw_page(painter: QPainter, sheets: Sheets, page: int, resolution: int) -> None:
    dots = resolution / 25.4
    left, top, _, _ = sheets.margins
    size = sheets.text.pageSize()
    painter.save()
    painter.translate(left * dots, top * dots - BLEED * resolution / 72 - page * size.height())
    shown = QRectF(0, page * size.height(), size.width(), size.height())
    # the last line of a ruled table lies on the edge of its page
    edge = resolution / 72
    painter.setClipRect(shown.adjusted(-edge, 0, edge, edge))
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = shown.adjusted(0, 0, 0, edge)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(Qt.GlobalColor.black))
    context.palette = palette
    sheets.text.documentLayout().draw(painter, context)
    painter.restore()
    if page:
        painter.setFont(page_number_font())
        head = QRectF(left * dots, _PAGE_NUMBER_TOP_MM * dots, size.width(), _PAGE_NUMBER_HEIGHT_MM * dots)
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, str(page + 1))
