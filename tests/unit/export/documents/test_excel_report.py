"""The consolidated workbook, read back by the library and by its XML."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.documents.excel_cells import LONGEST_TEXT, acts_in_excel, safe_text, text_value
from export.documents.excel_model import ActivityLine, CompletenessLine, ConsolidatedWorkbook, SubmissionLine, TraceLine
from export.documents.excel_report import write_consolidated_workbook
from export.documents.report_model import Column, Table, not_answered, nothing_occurred, number, ratio, words, yes_no
from storage.domain.errors import OperationCancelled
from storage.domain.progress import Progress
from tests.unit.export.documents.samples import PROPERTIES

SUMMARY = Table(
    (Column("Chỉ tiêu", 80), Column("Các sở", 25), Column("Các huyện", 25), Column("Tỷ lệ", 25), Column("Có", 10)),
    (
        (words("Số hội nghị"), number(12, trace_id="F-1"), number(0, trace_id="F-2"), ratio(4, 5), yes_no(True)),
        (words("Số lớp"), nothing_occurred(), not_answered(), ratio(0, 0), yes_no(False)),
    ),
)
ACTIVITIES = tuple(
    ActivityLine(
        identifier=f"{index:032x}",
        office_code="UBND-DH",
        office="Ủy ban nhân dân huyện Đăk Hà",
        task="II.1.a",
        activity_type="HN_QT",
        held_on=date(2020, 3, 5) if index else None,
        title=title,
        place="Đăk Hà",
        document="12/KH-UBND",
        values={"so_cuoc": 1, "luot_nguoi_du": 1234},
        note="- ghi chú",
    )
    for index, title in enumerate(("Hội nghị", '=HYPERLINK("http://x")', "+84", "@SUM(A1)", "\tx", "a<b>&", "_x0041_"))
)
WORKBOOK = ConsolidatedWorkbook(
    title="Tổng hợp kết quả & số liệu",
    period="06 tháng đầu năm 2020",
    summary=SUMMARY,
    by_office=SUMMARY,
    activities=ACTIVITIES,
    submissions=(
        SubmissionLine("UBND-DH", "UBND huyện Đăk Hà", "Các huyện", date(2020, 6, 20), date(2020, 6, 18), "Đúng hạn"),
        SubmissionLine("STC", "Sở Tài chính", "Các sở", date(2020, 6, 20), None, "Chưa nộp"),
    ),
    traces=(
        TraceLine("F-1", "Số hội nghị", "Các sở", number(12), ("a", "b", "c")),
        TraceLine("F-2", "Số hội nghị", "Các huyện", number(0), ()),
    ),
    completeness=(CompletenessLine("Các sở", 19, 10, 9), CompletenessLine("Không có", 0, 0, 0)),
    count_fields=(("so_cuoc", "Số cuộc"), ("luot_nguoi_du", "Số lượt người dự"), ("so_lop", "Số lớp")),
)


def written(workbook: ConsolidatedWorkbook = WORKBOOK, **options: Any) -> bytes:
    target = io.BytesIO()
    write_consolidated_workbook(workbook, target, PROPERTIES, **options)
    return target.getvalue()


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def member(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_sheets_in_their_order() -> None:
    names = ["Tổng hợp", "Chi tiết đơn vị", "Hoạt động", "Tình hình nộp", "Truy vết", "Biểu đồ"]
    assert opened(written()).sheetnames == names
    assert opened(written(language="en")).sheetnames == ["Summary", "By office", "Activities", "Submissions", "Trace", "Chart"]


def test_cells_are_typed_and_the_four_answers_differ() -> None:
    sheet = opened(written())["Tổng hợp"]
    first, second = ([cell.value for cell in row] for row in sheet.iter_rows(min_row=2))
    assert first == ["Số hội nghị", 12, 0, 0.8, "Có"]
    assert second == ["Số lớp", "Không phát sinh", None, None, "Không"]
    assert sheet["D2"].number_format == "0.0%"
    assert sheet["B2"].number_format == "#,##0"


def test_activities_carry_days_as_days_and_figures_as_figures() -> None:
    sheet = opened(written())["Hoạt động"]
    titles = [cell.value for cell in sheet[1]]
    assert titles[9:] == ["Số cuộc", "Số lượt người dự", "Số lớp", "Ghi chú"]
    row = dict(zip(titles, [cell.value for cell in sheet[3]], strict=True))
    assert row["Ngày"] == datetime(2020, 3, 5)  # noqa: DTZ001
    assert sheet["F3"].is_date
    assert sheet["F3"].number_format == "dd/mm/yyyy"
    assert (row["Số cuộc"], row["Số lượt người dự"], row["Số lớp"]) == (1, 1234, None)
    assert sheet["F2"].value is None
    assert sheet.max_row == len(ACTIVITIES) + 1


def test_text_that_looks_like_a_formula_is_shown_and_never_computed() -> None:
    sheet = opened(written())["Hoạt động"]
    cells = [row[6] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells[:6]] == [activity.title for activity in ACTIVITIES[:6]]
    assert all(cell.data_type == "s" for cell in cells)
    assert [bool(cell.quotePrefix) for cell in cells] == [False, True, True, True, True, False, False]
    assert [row[12].quotePrefix for row in sheet.iter_rows(min_row=2)] == [True] * len(ACTIVITIES)
    for number_of_sheet in range(1, 7):
        assert "<f>" not in member(written(), f"xl/worksheets/sheet{number_of_sheet}.xml")


def test_each_figure_leads_to_its_trace() -> None:
    workbook = opened(written())
    trace = workbook["Truy vết"]
    rows = [[cell.value for cell in row] for row in trace.iter_rows(min_row=2)]
    assert [row[0] for row in rows] == ["F-1", "F-1", "F-1", "F-2"]
    assert [row[4] or None for row in rows] == ["a", "b", "c", None]
    assert [row[3] for row in rows] == [12, 12, 12, 0]
    links = [workbook["Tổng hợp"][place].hyperlink for place in ("B2", "C2", "B3")]
    assert [link and (link.location or link.target) for link in links] == ["'Truy vết'!A2", "'Truy vết'!A5", None]


def test_rows_go_on_in_a_second_sheet() -> None:
    workbook = opened(written(rows_a_sheet=3))
    assert workbook.sheetnames[2:5] == ["Hoạt động", "Hoạt động (2)", "Hoạt động (3)"]
    parts = [workbook[name] for name in workbook.sheetnames[2:5]]
    identifiers = [row[0].value for sheet in parts for row in sheet.iter_rows(min_row=2)]
    assert identifiers == [activity.identifier for activity in ACTIVITIES]
    place = workbook["Tổng hợp"]["C2"].hyperlink
    assert (place.location or place.target) == "'Truy vết (2)'!A2"


@pytest.mark.parametrize("name", ["Tổng hợp", "Chi tiết đơn vị", "Hoạt động", "Tình hình nộp", "Truy vết", "Biểu đồ"])
def test_print_set_up_and_filters(name: str) -> None:
    sheet = opened(written())[name]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows in {"$1:$1", "1:1"}
    assert "&P" in sheet.oddFooter.center.text
    assert "&N" in sheet.oddFooter.center.text
    assert all(dimension.width >= 6 for dimension in sheet.column_dimensions.values())


def test_the_chart_is_native_and_stays_within_100_per_cent() -> None:
    data = written()
    chart = member(data, "xl/charts/chart1.xml")
    assert "barChart" in chart
    assert "'Biểu đồ'!$E$2:$E$3" in chart or "&#7875;" in chart
    sheet = opened(data)["Biểu đồ"]
    assert [sheet["E2"].value, sheet["E3"].value] == [pytest.approx(10 / 19), None]
    with pytest.raises(ValueError, match="completeness"):
        CompletenessLine("x", owed=3, received=4, on_time=0)


def test_no_chart_without_groups() -> None:
    assert "Biểu đồ" in opened(written(replace(WORKBOOK, completeness=()))).sheetnames


def test_the_file_is_the_same_and_tells_only_what_it_was_given() -> None:
    first = written()
    assert first == written()
    properties = opened(first).properties
    assert (properties.creator, properties.lastModifiedBy, properties.title) == (
        PROPERTIES.author,
        PROPERTIES.author,
        PROPERTIES.title,
    )
    expected = PROPERTIES.created.replace(tzinfo=None)
    assert (properties.created, properties.modified) == (expected, expected)
    assert "openpyxl" not in member(first, "docProps/core.xml")


def test_cancelling_comes_through() -> None:
    def stop(_: Progress) -> None:
        raise OperationCancelled

    with pytest.raises(OperationCancelled):
        written(report=stop)


@settings(max_examples=25)
@given(st.text(max_size=40))
def test_any_text_is_a_text_after_reading_back(value: str) -> None:
    data = written(replace(WORKBOOK, activities=(replace(ACTIVITIES[0], title=value),)))
    cell = opened(data)["Hoạt động"]["G2"]
    assert cell.data_type in {"s", "n", "inlineStr"}
    assert cell.value is None or isinstance(cell.value, str)
    assert "<f>" not in member(data, "xl/worksheets/sheet3.xml")


@given(st.text())
def test_what_acts_is_quoted(value: str) -> None:
    content = text_value(value)
    assert content.quoted == acts_in_excel(value)
    assert len(safe_text(value + "a" * LONGEST_TEXT)) <= LONGEST_TEXT
