"""One-page sheets (hand-over, enrolment, recovery code) laid out for a printer, as Word has them."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QPagedPaintDevice

from export.documents.paper_sheet import PaperSheet, Reading, qr_rows
from ui.printing.composer import CENTRE, JUSTIFIED, Composer, Look
from ui.printing.pages import Sheets, one_run

_QR_SIDE = 42 / 25.4 * 72
_TITLE = Look(size=14, bold=True, align=CENTRE, after=6)
_NAME = Look(size=13, bold=True, before=4)
_SMALL_FIGURES = Look(size=12, align=CENTRE)
_LARGE_FIGURES = Look(size=20, bold=True, align=CENTRE, before=3)
_SPOKEN = Look(size=13, left=72, before=2)
_NOTE = Look(size=12, italic=True, align=JUSTIFIED, before=6)
_SIDE = Look(size=13, bold=True, align=CENTRE)
_ROOM = Look(size=14)
"""Qt gives no room above a table, nor above the first line of a cell."""
_OFFICE = Look(size=13, align=CENTRE)
_SIGN = Look(size=12, italic=True, align=CENTRE)


def compose_paper(paper: PaperSheet, device: QPagedPaintDevice) -> Sheets:
    """The sheet, laid out for ``device``."""
    return one_run(device, landscape=False, fill=lambda composer: _fill(composer, paper))


def _fill(composer: Composer, paper: PaperSheet) -> None:
    composer.paragraph(paper.title, _TITLE)
    if paper.qr:
        composer.squares(qr_rows(paper.qr), _QR_SIDE)
    for name, value in paper.facts:
        composer.labelled(f"{name}: ", value, Look(size=13, before=4))
    for reading in paper.readings:
        _read(composer, reading)
    if paper.note:
        composer.paragraph(paper.note, _NOTE)
    if paper.sides:
        share = 1 / len(paper.sides)
        cells = [partial(_side, composer, side, office, paper.sign) for side, office in paper.sides]
        composer.columns([share] * len(cells), [cells])


def _read(composer: Composer, reading: Reading) -> None:
    if reading.name:
        composer.paragraph(f"{reading.name}:", _NAME)
    if reading.figures:
        composer.paragraph(reading.figures, _LARGE_FIGURES if reading.large else _SMALL_FIGURES)
    for line in reading.spoken:
        composer.paragraph(line, _SPOKEN)


def _side(composer: Composer, side: str, office: str, sign: str) -> None:
    composer.paragraph("\u00a0", _ROOM)
    composer.paragraph(side, _SIDE)
    composer.paragraph(office, _OFFICE)
    composer.paragraph(sign, _SIGN)
