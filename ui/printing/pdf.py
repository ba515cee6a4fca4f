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

from PySide6.QtCore import QBuffer, QCoreApplication, QHashSeed, QIODevice, QUuid
from PySide6.QtGui import QGuiApplication, QPdfWriter

from export.documents.report_model import FileProperties, ReportDocument
from storage.atomic_file import write_atomically
from ui.printing.composer import load_fonts
from ui.printing.drawing import draw
from ui.printing.pages import compose
from ui.printing.pdf_times import metadata, with_time

_RESOLUTION = 600
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
        draw(writer, compose(document, writer))
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
