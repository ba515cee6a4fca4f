"""Sheets whose rows are streamed: all kinds of cells, links, heights, further sheets, and memory that does not grow."""

from __future__ import annotations

import io
import re
import tracemalloc
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, BinaryIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.documents import excel_stream
from export.documents.excel_file import save_workbook
from export.documents.package_file import MemberRewriter
from export.documents.report_model import (
    Cell,
    Column,
    LongTable,
    Table,
    day,
    heading,
    not_answered,
    nothing_occurred,
    number,
    ratio,
    words,
    yes_no,
)
from export.documents.sheets import add_table_sheet, write_tables
from tests.unit.export.documents.samples import PROPERTIES

COLUMNS = (Column("Nội dung", 40), Column("Số", 25))
CELLS = (
    (words("Hội nghị"), number(12)),
    (words("=1+1"), number(0)),
    (heading("Các sở"), nothing_occurred()),
    (heading("-x"), not_answered()),
    (yes_no(True), ratio(4, 5)),
    (day(date(2020, 3, 5)), ratio(0, 0)),
)


def written(*sheets: tuple[str, Table | LongTable]) -> bytes:
    target = io.BytesIO()
    write_tables(sheets, target, PROPERTIES, running_head="Đầu & cuối")
    return target.getvalue()


def with_links(table: Table | LongTable, links: dict[str, str], target: BinaryIO, *, rows_a_sheet: int = 1000) -> None:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    rewriters: dict[str, MemberRewriter] = {}
    add_table_sheet(workbook, rewriters, "A", table, running_head="Đầu", links=links, rows_a_sheet=rows_a_sheet)
    save_workbook(workbook, target, PROPERTIES, rewriters=rewriters)


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def long(rows: Sequence[tuple[Cell, ...]]) -> LongTable:
    return LongTable(COLUMNS, len(rows), lambda: iter(rows))


def test_every_kind_of_cell_keeps_its_type_and_looks() -> None:
    sheet = opened(written(("A", Table(COLUMNS, CELLS)))).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows == [
        ["Hội nghị", 12],
        ["=1+1", 0],
        ["Các sở", "Không phát sinh"],
        ["-x", None],
        ["Có", 0.8],
        [datetime(2020, 3, 5), None],  # noqa: DTZ001
    ]
    assert [bool(sheet.cell(row, 1).quotePrefix) for row in range(2, 6)] == [False, True, False, True]
    assert [bool(sheet.cell(row, 1).font.bold) for row in range(2, 6)] == [False, False, True, True]
    assert sheet["B4"].font.italic
    assert (sheet["B2"].number_format, sheet["B6"].number_format) == ("#,##0", "0.0%")
    assert sheet["A3"].data_type == "s"
    assert all(cell.border.left.style == "thin" for row in sheet.iter_rows(min_row=2) for cell in row)


def test_a_table_and_a_long_table_give_the_same_bytes() -> None:
    assert written(("A", Table(COLUMNS, CELLS))) == written(("A", long(CELLS)))


def test_rows_are_high_enough_for_their_text() -> None:
    rows = (
        (words("ngắn"), number(1)),
        (words("dài " * 40), number(1)),
        (words("a\nb\nc"), number(1)),
        (words("x" * 9999), number(1)),
    )
    sheet = opened(written(("A", Table(COLUMNS, rows)))).worksheets[0]
    heights = [sheet.row_dimensions[row].height for row in range(2, 6)]
    assert heights[0] is None
    assert heights[1] > 60
    assert heights[2:] == [45, 405]


def test_links_lead_to_their_places_and_are_marked() -> None:
    rows = (
        (words("a"), number(1, trace_id="F1")),
        (words("b"), nothing_occurred(trace_id="F2")),
        (words("c"), number(2, trace_id="?")),
    )
    target = io.BytesIO()
    with_links(Table(COLUMNS, rows), {"F1": "'Truy vết & \"x\"'!A2", "F2": "'T'!A3"}, target)
    sheet = opened(target.getvalue()).worksheets[0]
    found = [sheet.cell(row, 2).hyperlink for row in (2, 3, 4)]
    assert [link and link.location for link in found] == ["'Truy vết & \"x\"'!A2", "'T'!A3", None]
    assert [sheet.cell(row, 2).font.underline for row in (2, 3, 4)] == ["single", "single", None]
    with zipfile.ZipFile(target) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    order = [xml.index(f"<{name}") for name in ("sheetData", "autoFilter", "hyperlinks", "pageMargins", "pageSetup")]
    assert order == sorted(order)


def test_no_more_links_than_excel_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_stream, "MOST_LINKS", 3)
    rows = [(words("a"), number(1, trace_id="F")) for _ in range(1200)]
    target = io.BytesIO()
    with_links(long(rows), {"F": "'T'!A3"}, target, rows_a_sheet=5000)
    sheet = opened(target.getvalue()).worksheets[0]
    assert [row for row in range(2, 1202) if sheet.cell(row, 2).hyperlink] == [2, 3, 4]


def test_rows_go_on_in_a_second_sheet() -> None:
    rows = [(words(str(place)), number(place)) for place in range(7)]
    target = io.BytesIO()
    with_links(long(rows), {}, target, rows_a_sheet=3)
    book = opened(target.getvalue())
    assert book.sheetnames == ["A", "A (2)", "A (3)"]
    assert [cell.value for sheet in book.worksheets for cell in sheet["A"][1:]] == [str(place) for place in range(7)]


def test_a_table_without_rows() -> None:
    sheet = opened(written(("A", long(())), ("B", Table(COLUMNS, CELLS)))).worksheets[0]
    assert (sheet.max_row, sheet["A1"].value, sheet.freeze_panes) == (1, "Nội dung", "A2")
    with pytest.raises(ValueError, match="column"):
        LongTable((), 0, lambda: iter(()))


def test_memory_does_not_grow_with_the_rows() -> None:
    def rows(count: int) -> Iterator[tuple[Cell, ...]]:
        return ((words(f"Hội nghị quán triệt số {place}"), number(place)) for place in range(count))

    peaks = []
    for count in (2_000, 12_000):
        with io.BytesIO() as target:
            tracemalloc.start()
            try:
                with_links(LongTable(COLUMNS, count, lambda count=count: rows(count)), {}, target, rows_a_sheet=10**6)  # type: ignore[misc]
                peaks.append(tracemalloc.get_traced_memory()[1] - len(target.getvalue()))
            finally:
                tracemalloc.stop()
    assert peaks[1] - peaks[0] < 500_000


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=30), st.integers(0, 10**9)), max_size=8))
def test_any_text_stays_a_text_that_cannot_act(content: list[tuple[str, int]]) -> None:
    data = written(("A", Table(COLUMNS, tuple((words(text), number(value)) for text, value in content))))
    sheet = opened(data).worksheets[0]
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == [value for _, value in content]
    assert all(row[0].data_type in {"s", "n", "inlineStr"} for row in sheet.iter_rows(min_row=2))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not re.search(rb"<f[ >/]", archive.read("xl/worksheets/sheet1.xml"))
