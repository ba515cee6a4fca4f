"""The sheets on a printer, which stands for a PDF here: one page each, everything on it, and the QR code to be scanned."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
import segno
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from export.documents.handover_sheet import enrolment_paper, handover_paper, qr_text, render_handover_sheet
from export.documents.paper_sheet import PaperSheet, qr_rows
from export.documents.wording import Language
from storage.messages.catalogue import Catalogue
from tests.ui.printing.pdf_reader import pdf_pages
from tests.unit.export.documents.samples import PROPERTIES
from tests.unit.export.documents.test_handover_sheet import ENROLMENT, SHEET
from ui.printing.printer import PaperPrinter, print_papers
from ui.window.papers import ask_to_print, recovery_paper

A4 = (595.0, 842.0)
CODE = "4T9KX-4T9KX-4T9KX-4T9KX-4T9KX"


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def pdf_printer(target: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def texts(paper: PaperSheet) -> list[str]:
    """Everything that stands on a sheet."""
    facts = [part for fact in paper.facts for part in fact]
    readings = [part for one in paper.readings for part in (one.name, one.figures, *one.spoken)]
    sides = [part for side in paper.sides for part in side]
    return [text for text in (paper.title, *facts, *readings, paper.note, *sides, paper.sign) if text]


def recovery(_: Language) -> PaperSheet:
    return recovery_paper(CODE, Catalogue.load("vi"))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "make",
    [
        lambda language: handover_paper(SHEET, language=language),
        lambda language: enrolment_paper(ENROLMENT, language=language),
        recovery,
    ],
    ids=["handover", "enrolment", "recovery"],
)
def test_a_sheet_is_one_page_with_everything_on_it(
    qapp: QApplication, tmp_path: Path, make: Callable[[Language], PaperSheet], language: Language
) -> None:
    paper = make(language)
    target = tmp_path / "phiếu.pdf"
    assert print_papers(pdf_printer(target), [paper])
    [page] = pdf_pages(target.read_bytes())
    assert (round(page.width), round(page.height)) == A4
    found = squeezed(page.text)
    assert all(squeezed(text) in found for text in texts(paper))


def test_long_names_do_not_make_it_two_pages(qapp: QApplication, tmp_path: Path) -> None:
    long = replace(SHEET, office="Trung tâm Văn hóa, Thông tin và Truyền thông " * 3, file_name="a" * 120 + ".shd")
    target = tmp_path / "phiếu.pdf"
    print_papers(pdf_printer(target), [handover_paper(long)])
    assert len(pdf_pages(target.read_bytes())) == 1


def test_several_sheets_are_several_pages(qapp: QApplication, tmp_path: Path) -> None:
    target = tmp_path / "phiếu.pdf"
    papers = [handover_paper(replace(SHEET, file_name=f"{number}.shd")) for number in range(3)]
    assert print_papers(pdf_printer(target), papers)
    pages = pdf_pages(target.read_bytes())
    assert [f"{number}.shd" in page.text for number, page in enumerate(pages)] == [True] * 3


def test_word_and_the_printer_say_the_same(tmp_path: Path) -> None:
    target = tmp_path / "phiếu.docx"
    target.write_bytes(render_handover_sheet(SHEET, PROPERTIES))
    document = docx.Document(str(target))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    told = squeezed("".join([*(paragraph.text for paragraph in document.paragraphs), *cells]))
    assert all(squeezed(text) in told for text in texts(handover_paper(SHEET)))


def test_the_picture_is_the_qr_code_of_the_line(qapp: QApplication) -> None:
    """Each module is where segno puts it, black on white, with its quiet zone."""
    from ui.printing.composer import _squares

    text = qr_text(SHEET)
    expected = segno.make(text, error="m", micro=False)
    rows = qr_rows(text)
    assert rows == tuple(tuple(bool(module) for module in row) for row in expected.matrix)
    image = _squares(rows)
    side = image.width() // (len(rows) + 8)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            middle = image.pixelColor((across + 4) * side + side // 2, (down + 4) * side + side // 2)
            assert (middle.lightness() < 128) is dark
    assert image.copy(QRect(0, 0, image.width(), 4 * side)) == _white(QSize(image.width(), 4 * side), image.format())


def _white(size: QSize, form: QImage.Format) -> QImage:
    image = QImage(size, form)
    image.fill(QColor("white"))
    return image


def test_a_recovery_sheet_names_nobody_and_no_office() -> None:
    paper = recovery("vi")
    assert paper.facts == ()
    assert paper.sides == ()
    assert CODE in texts(paper)


@pytest.mark.qt_log_ignore("QPainter::begin")  # Qt says so too
def test_a_printer_that_takes_nothing_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    desk = QWidget()
    qtbot.addWidget(desk)
    dialog = PaperPrinter([recovery("vi")], desk)
    qtbot.addWidget(dialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "no such folder" / "x.pdf"))
    dialog.accepted.emit(dialog.printer())
    box = desk.findChild(QMessageBox)
    assert box is not None
    assert box.text()


def test_the_dialog_prints_when_it_is_accepted(qtbot: QtBot, tmp_path: Path) -> None:
    desk = QWidget()
    qtbot.addWidget(desk)
    desk.show()
    ask_to_print([recovery("vi")], desk)
    dialog = desk.findChild(PaperPrinter)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    target = tmp_path / "mã.pdf"
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(target))
    with qtbot.waitSignal(dialog.printed):
        dialog.accepted.emit(dialog.printer())
    assert CODE in pdf_pages(target.read_bytes())[0].text
    dialog.reject()
