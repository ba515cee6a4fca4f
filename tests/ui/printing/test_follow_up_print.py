"""The follow-up on paper: as many pages as are needed, the head on each, every word in the file."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from ui.printing.follow_up_print import FollowUpSheet, PrintedCell, PrintedRow, follow_up_pdf, paint_follow_up

SIGN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" stroke="currentColor"><path d="M2 2L22 22"/></svg>'


def sheet(rows: int, columns: int = 3) -> FollowUpSheet:
    cells = tuple(PrintedCell(f"Quá hạn {number}", SIGN, stressed=True) for number in range(columns))
    heading = PrintedRow("Sở (16)", tuple(PrintedCell("1/2") for _ in range(columns)), heading=True)
    return FollowUpSheet(
        title="Theo dõi báo cáo",
        subtitle="Đến 25/06/2020",
        page_of="Trang {page}/{pages}",
        columns=tuple(f"Kỳ {number}" for number in range(columns)),
        rows=(heading, *(PrintedRow(f"Đơn vị số {number}", cells) for number in range(rows))),
        legend=("–: không phải báo cáo",),
        family="Be Vietnam Pro",
    )


def text_of(pdf: Path) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed")
    return subprocess.run([program, "-layout", str(pdf), "-"], check=True, capture_output=True).stdout.decode()


def test_every_row_is_on_some_page_and_the_head_on_all(qapp: QApplication, tmp_path: Path) -> None:
    target = tmp_path / "sổ.pdf"
    target.write_bytes(follow_up_pdf(sheet(70)))
    pages = text_of(target).rstrip("\f\n").split("\f")
    assert len(pages) >= 3
    assert all("Theo dõi báo cáo" in page and "Kỳ 2" in page for page in pages)
    whole = "\n".join(pages)
    assert all(f"Đơn vị số {number} " in whole for number in range(70))
    assert f"Trang 1/{len(pages)}" in pages[0]
    assert "không phải báo cáo" in pages[-1]


def test_many_periods_go_on_in_further_pages(qapp: QApplication, tmp_path: Path) -> None:
    target = tmp_path / "rộng.pdf"
    target.write_bytes(follow_up_pdf(sheet(5, columns=13)))
    whole = text_of(target)
    assert all(f"Kỳ {number}" in whole for number in range(13))
    assert whole.count("Đơn vị số 4") == 3


def test_a_printer_gets_the_same_pages(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(10, 10, 10, 10))
    )
    pages = paint_follow_up(sheet(70), printer)
    assert (tmp_path / "in.pdf").read_bytes().startswith(b"%PDF")
    assert pages >= 3
