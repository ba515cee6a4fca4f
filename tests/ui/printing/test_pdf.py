"""The PDF of a document: its pages, its text layer, its margins, and the same bytes from any PC."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from export.documents.report_model import Annex, Column, ReportDocument, Section, SectionLevel, Table, number, words
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.ui.printing.pdf_reader import pdf_pages
from tests.unit.export.documents.samples import PROPERTIES, full_report, letter
from ui.printing import composer
from ui.printing.composer import load_fonts
from ui.printing.pages import Sheets, compose
from ui.printing.pdf import render_pdf, write_pdf

ROOT = Path(__file__).parents[3]
A4 = (595.0, 842.0)


def squeezed(text: str) -> str:
    """Without blanks and breaks: where lines break is the layout's own affair."""
    return re.sub(r"\s+", "", text)


def long_report(sections: int = 30, rows: int = 120) -> ReportDocument:
    """A report of many pages: headings at every height of the page, and tables that go over pages."""
    lines = tuple(f"Đoạn văn số {index} về kết quả thực hiện nhiệm vụ được giao." for index in range(3))
    table = Table(
        (Column("TT", 10), Column("Chỉ tiêu", 90), Column("Số liệu", 30)),
        tuple((words(str(row)), words(f"Chỉ tiêu số {row} của nhiệm vụ"), number(row * 1000)) for row in range(rows)),
        "Biểu dài",
    )
    parts = tuple(Section(f"Nhiệm vụ thứ {place}", SectionLevel.CLAUSE, lines[: 1 + place % 3]) for place in range(sections))
    report = full_report()
    body = Section("Kết quả thực hiện", SectionLevel.HEADING, subsections=parts)
    return replace(report, sections=(body,), annexes=(Annex("Biểu số liệu", tables=(table,), landscape=True),))


@pytest.fixture
def writer(qapp: QApplication) -> QPdfWriter:
    load_fonts(qapp)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QPdfWriter(buffer)
    made.setResolution(600)
    made.setProperty("kept", buffer)
    made.destroyed.connect(buffer.deleteLater)
    return made


def test_report_has_its_text_in_a_text_layer(qapp: object) -> None:
    pages = pdf_pages(render_pdf(full_report(), PROPERTIES))
    text = squeezed("".join(page.text for page in pages))
    for expected in (
        "Kính gửi: Sở Thông tin và Truyền thông",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 05/BC-UBND",
        "Đăk Hà, ngày 05 tháng 01 năm 2020",
        "I. CÔNG TÁC CHỈ ĐẠO",
        "đ) Nội dung điểm 4",
        "Trên đây là báo cáo kết quả thực hiện./.",
        "TM. ỦY BAN NHÂN DÂN",
        "Nguyễn Văn Mẫu",
        "- Như trên;",
        "- Lưu: VT, VHTT.",
        "DANH MỤC HOẠT ĐỘNG",
        "Không phát sinh",
        "1.234",
        "12/15 (80,0 %)",
    ):
        assert squeezed(expected) in text, expected


def test_letter_has_its_subject_and_no_title(qapp: object) -> None:
    (page,) = pdf_pages(render_pdf(letter("Sở Y tế", "Sở Nội vụ"), PROPERTIES))
    text = squeezed(page.text)
    assert squeezed("V/v đôn đốc gửi báo cáo 06 tháng đầu năm 2020") in text
    assert squeezed("- Sở Y tế;") in text
    assert squeezed("- Sở Nội vụ.") in text
    assert "BÁOCÁO" not in text


def test_pages_are_a4_and_numbered_from_the_second_of_each_run(qapp: object) -> None:
    pages = pdf_pages(render_pdf(long_report(), PROPERTIES))
    landscape = [page for page in pages if page.width > page.height]
    portrait = [page for page in pages if page.width < page.height]
    assert {(page.width, page.height) for page in portrait} == {A4}
    assert {(page.height, page.width) for page in landscape} == {A4}
    assert (len(portrait) > 2, len(landscape) > 2) == (True, True)
    for run in (portrait, landscape):
        numbers = [re.search(r"(\d+)\s*$", page.text) for page in run]
        assert [int(found[1]) for found in numbers[1:] if found] == list(range(2, len(run) + 1))


def test_nothing_of_a_long_report_is_lost_and_a_table_repeats_its_head(qapp: object) -> None:
    document = long_report()
    pages = pdf_pages(render_pdf(document, PROPERTIES))
    text = squeezed("".join(page.text for page in pages))
    (body,) = document.sections
    for place, part in enumerate(body.subsections, start=1):
        assert squeezed(f"{place}. {part.heading}") in text
    assert text.count("Đoạnvănsố") == sum(len(part.paragraphs) for part in body.subsections)
    for row in range(120):
        assert squeezed(f"Chỉ tiêu số {row} của nhiệm vụ") in text
    annex = [page for page in pages if page.width > page.height]
    assert all("Sốliệu" in squeezed(page.text) for page in annex)


@pytest.mark.parametrize("sections", range(20, 41, 4))
def test_blocks_never_overlap_and_no_heading_stands_alone(writer: QPdfWriter, sections: int) -> None:
    text = compose(long_report(sections), writer)[0]
    pages = _pages_of(text)
    blocks = _blocks(text.text)
    tops = [top for _, top in blocks]
    headings = 0
    for (line, top), (_, following) in itertools.pairwise(blocks):
        if re.match(r"\d+\. Nhiệm vụ", line):
            assert pages(top) == pages(following), line
            headings += 1
    assert headings == sections
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)


@pytest.mark.parametrize("rows", range(30, 62))
def test_no_page_is_blank_however_long_the_last_table(qapp: object, rows: int) -> None:
    document = long_report(sections=1, rows=rows)
    upright = replace(document, annexes=(replace(document.annexes[0], landscape=False),))
    pages = pdf_pages(render_pdf(upright, PROPERTIES))
    assert [page.text for page in pages if len(squeezed(page.text)) < 10] == []
    assert squeezed(f"Chỉ tiêu số {rows - 1} của") in squeezed(pages[-1].text)


def _pages_of(sheets: Sheets):  # type: ignore[no-untyped-def]
    height = sheets.text.pageSize().height()
    return lambda top: int((top + 1) // height)


def _blocks(document: QTextDocument) -> list[tuple[str, float]]:
    """Text and place of the first line of every block outside tables."""
    found = []
    block = document.begin()
    while block.isValid():
        if document.frameAt(block.position()) == document.rootFrame() and block.text() and block.layout().lineCount():
            top = document.documentLayout().blockBoundingRect(block).top() + block.layout().lineAt(0).y()
            found.append((block.text(), top))
        block = block.next()
    return found


def test_lengths_follow_the_decree(writer: QPdfWriter) -> None:
    text, landscape, _ = compose(full_report(), writer)
    dots = 600 / 25.4
    assert text.margins == (30, 20, 15, 20)
    assert text.text.pageSize().width() / dots == pytest.approx(210 - 30 - 15, abs=0.1)
    assert landscape.margins == (20, 30, 20, 15)
    assert landscape.text.pageSize().width() / dots == pytest.approx(297 - 40, abs=0.1)
    first = next(block for block in _all_blocks(text.text) if block.text().startswith("Thực hiện Kế hoạch"))
    indent = first.layout().lineAt(0).naturalTextRect().left() - first.layout().lineAt(1).naturalTextRect().left()
    assert indent / dots == pytest.approx(12.7, abs=0.2)


def _all_blocks(document: QTextDocument):  # type: ignore[no-untyped-def]
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def test_the_same_document_gives_the_same_bytes_in_any_zone_and_run(tmp_path: Path, qapp: object) -> None:
    here = render_pdf(full_report(), PROPERTIES)
    assert render_pdf(full_report(), PROPERTIES) == here
    script = (
        "import sys; from pathlib import Path; from ui.printing.pdf import write_pdf;"
        "from tests.unit.export.documents.samples import PROPERTIES, full_report;"
        "write_pdf(full_report(), Path(sys.argv[1]), PROPERTIES)"
    )
    made = set()
    for zone in ("Asia/Ho_Chi_Minh", "America/New_York"):
        target = tmp_path / "other.pdf"
        environment = {**os.environ, "TZ": zone}
        environment.pop("QT_QPA_PLATFORM", None)  # a command has no screen and says nothing of it
        subprocess.run([sys.executable, "-c", script, str(target)], cwd=ROOT, env=environment, check=True, timeout=60)
        made.add(target.read_bytes())
    (elsewhere,) = made
    # a window that has the face from memory may write the fonts of the file in another order; the pages are the same
    assert pdf_pages(elsewhere) == pdf_pages(here)
    assert len(elsewhere) == len(here)
    later = replace(PROPERTIES, created=PROPERTIES.created + timedelta(days=1))
    assert b"(D:20200615020507Z)" in here
    assert b"2020-06-15T02:05:07Z" in here
    assert b"(D:20200616020507Z)" in render_pdf(full_report(), later)


def test_a_job_off_the_gui_thread_gives_the_same_bytes(qapp: QApplication) -> None:
    with ThreadPoolExecutor(max_workers=1) as jobs:
        elsewhere = jobs.submit(render_pdf, full_report(), PROPERTIES).result(timeout=60)
    assert elsewhere == render_pdf(full_report(), PROPERTIES)


def test_file_is_written_whole_or_not_at_all(tmp_path: Path, qapp: object) -> None:
    target = tmp_path / "báo cáo.pdf"
    write_pdf(full_report(), target, PROPERTIES)
    assert target.read_bytes() == render_pdf(full_report(), PROPERTIES)
    with pytest.raises(LedgerError) as refused:
        write_pdf(full_report(), tmp_path / "none" / "a.pdf", PROPERTIES)
    assert refused.value.code is Code.FOLDER_UNWRITABLE


def test_control_characters_and_markup_are_plain_text(qapp: object) -> None:
    report = replace(full_report(), closing="Kết thúc <b>đậm</b> & \x07\x00 hết")
    text = squeezed("".join(page.text for page in pdf_pages(render_pdf(report, PROPERTIES))))
    assert "Kếtthúc<b>đậm</b>&hết./." in text


def test_a_missing_face_is_told(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composer, "_FONTS", tmp_path)
    before = qapp.property(composer.LOADED)
    qapp.setProperty(composer.LOADED, False)
    try:
        with pytest.raises(LedgerError) as refused:
            load_fonts(qapp)
    finally:
        qapp.setProperty(composer.LOADED, before)
    assert refused.value.code is Code.FILE_UNREADABLE
