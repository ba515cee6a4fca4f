"""Accepts the print dialog that a window has opened, with a PDF in the printer's place, and reads what came out."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.printing.pdf_reader import pdf_pages
from ui.printing.printer import PaperPrinter


def printed(qtbot: QtBot, window: QWidget, target: Path) -> list[str]:
    """The text of each page, without blanks."""
    qtbot.waitUntil(lambda: window.findChild(PaperPrinter) is not None, timeout=10_000)
    dialog = window.findChild(PaperPrinter)
    assert dialog is not None
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(target))
    with qtbot.waitSignal(dialog.printed):
        dialog.accepted.emit(dialog.printer())
    dialog.reject()
    return [squeezed(page.text) for page in pdf_pages(target.read_bytes())]


def squeezed(text: str) -> str:
    """Where lines break, and whether a gap is a blank, is the layout's own affair."""
    return re.sub(r"\s+", "", text)
