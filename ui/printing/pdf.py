"""A document of the model as PDF, drawn by Qt with the shipped face: what Word shows, for a PC without Word.

A4 with the margins of Nghị định 30/2020/NĐ-CP; the number of the page stands in the top margin from the second page of the text
and of every annex. The same document and properties give the same bytes from one installation, whatever the clock and the zone;
another folder, or a face loaded before in another way, may change the order of the fonts inside the file and nothing else.
Import this module only when a PDF is wanted: it loads Qt.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QHashSeed, QIODevice, QMarginsF, QRectF, Qt, QUuid
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
)

from export.documents.report_model import FileProperties, ReportDocument
from storage.atomic_file import write_atomically
from ui.printing.composer import BLEED, load_fonts, page_number_font
from ui.printing.pages import Sheets, compose
from ui.printing.pdf_times import metadata, with_time

_RESOLUTION = 600
_PAGE_NUMBER_TOP_MM = 9
_PAGE_NUMBER_HEIGHT_MM = 8
_DOCUMENT_ID = QUuid("{5d1f0c1e-0000-5000-8000-53484430aaaa}")


def write_pdf(document: ReportDocument, target: Path, properties: FileProperties) -> None:
    """Writes the PDF. Raises ``LedgerError``: as ``render_pdf``; DISK_FULL, FOLDER_UNWRITABLE, FILE_IN_USE (``path``)."""
    write_atomically(target, render_pdf(document, properties))


def render_pdf(document: ReportDocument, properties: FileProperties) -> bytes:
    """The bytes of the PDF. Raises ``LedgerError(FILE_UNREADABLE)`` (``path``) when the program's own font is missing."""
    with _qt() as application, _same_order():
        load_fonts(application)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_RESOLUTION)
        writer.setTitle(properties.title)
        writer.setAuthor(properties.author)
        writer.setCreator("So Hoat Dong")
        writer.setDocumentId(_DOCUMENT_ID)
        writer.setDocumentXmpMetadata(metadata(properties))
        _draw(writer, compose(document, writer))
        buffer.close()
        data = bytes(buffer.data().data())
    return with_time(data, properties.created)


@contextmanager
def _qt() -> Iterator[QCoreApplication]:
    """Fonts need a running Qt: the program's own, or one without a screen for a command that has none."""
    running = QGuiApplication.instance()
    if running is not None:
        yield running
        return
    own = QGuiApplication(["so-hoat-dong", "-platform", "offscreen"])
    try:
        yield own
    finally:
        own.shutdown()


@contextmanager
def _same_order() -> Iterator[None]:
    """Qt writes the fonts of a file in the order of a hash table, which changes from start to start."""
    QHashSeed.setDeterministicGlobalSeed()
    try:
        yield
    finally:
        QHashSeed.resetRandomGlobalSeed()


def _draw(writer: QPdfWriter, runs: list[Sheets]) -> None:
    painter: QPainter | None = None
    for sheets in runs:
        orientation = QPageLayout.Orientation.Landscape if sheets.landscape else QPageLayout.Orientation.Portrait
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, QMarginsF(0, 0, 0, 0)))
        for page in range(sheets.text.pageCount()):
            if painter is None:
                painter = QPainter(writer)
            else:
                writer.newPage()
            _draw_page(painter, sheets, page)
    if painter is not None:
        painter.end()


def _draw_page(painter: QPainter, sheets: Sheets, page: int) -> None:
    dots = _RESOLUTION / 25.4
    left, top, _, _ = sheets.margins
    size = sheets.text.pageSize()
    painter.save()
    painter.translate(left * dots, top * dots - BLEED * _RESOLUTION / 72 - page * size.height())
    shown = QRectF(0, page * size.height(), size.width(), size.height())
    # the last line of a ruled table lies on the edge of its page
    edge = _RESOLUTION / 72
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
