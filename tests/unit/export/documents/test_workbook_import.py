"""Template, reader and refused rows: what a clerk may bring, read from real workbooks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from export.documents.refused_rows import RefusedRow, write_refused_rows
from export.documents.template_model import ActivityTemplate, ColumnKind, list_entry, template_of
from export.documents.wording import Language
from export.documents.workbook_columns import ColumnMatch, title_key
from export.documents.workbook_import import TemplateMark, WorkbookRows, read_header, read_workbook
from export.documents.workbook_template import write_template
from storage.builtin import builtin_programme
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, OperationCancelled
from storage.domain.legacy_encoding import Encoding
from storage.domain.progress import Progress
from tests.unit.export.documents.samples import PROPERTIES

HEAD = ("STT", "Nhiệm vụ", "Loại hoạt động", "Ngày", "Nội dung hoạt động", "Địa điểm", "Số cuộc", "Số lượt người dự", "Ghi chú")
GOOD = (1, "II.1.a", "HN_QT", "05/03/2020", "Hội nghị quán triệt", "Đăk Hà", 1, 120, None)

LANGUAGES: tuple[Language, ...] = ("vi", "en")

Sheet = Callable[..., Path]


@pytest.fixture(scope="module")
def template() -> ActivityTemplate:
    return template_of(builtin_programme())


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    """Writes a workbook of the given rows and gives its path; ``after`` may change the sheet."""

    def make(*rows: tuple[Any, ...], head: tuple[Any, ...] = HEAD, after: Callable[[Any], None] | None = None) -> Path:
        workbook = openpyxl.Workbook()
        worksheet: Any = workbook.active
        for row in (head, *rows):
            worksheet.append(row)
        if after:
            after(worksheet)
        path = tmp_path / "hoạt động.xlsx"
        workbook.save(path)
        return path

    return make


def refusal(path: Path, template: ActivityTemplate, **options: Any) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        read_workbook(path, template, **options)
    return caught.value


def only(rows: WorkbookRows) -> dict[str, Any]:
    (row,) = rows.rows
    assert row.problems == ()
    assert row.error() is None
    return dict(row.record)


def test_a_row_becomes_the_record_that_the_recorder_takes(sheet: Sheet, template: ActivityTemplate) -> None:
    rows = read_workbook(sheet(GOOD), template)
    assert only(rows) == {
        "task": "II.1.a",
        "type": "HN_QT",
        "date": "2020-03-05",
        "title": "Hội nghị quán triệt",
        "place": "Đăk Hà",
        "values": {"so_cuoc": 1, "luot_nguoi_du": 120},
    }
    assert rows.rows[0].line == 2
    assert (rows.header_line, rows.template, rows.legacy) == (1, None, ())


def test_the_template_is_read_as_it_is_written(tmp_path: Path, template: ActivityTemplate) -> None:
    path = tmp_path / "mau.xlsx"
    with path.open("wb") as file:
        write_template(template, file, PROPERTIES)
    workbook: Any = openpyxl.load_workbook(path)
    worksheet = workbook["Hoạt động"]
    task, kind = template.tasks[0], template.types[0]
    worksheet.append([list_entry(task.code, task.title), list_entry(kind.code, kind.title), date(2020, 3, 5), "Hội nghị"])
    workbook.save(path)
    rows = read_workbook(path, template)
    assert only(rows) == {"task": task.code, "type": kind.code, "date": "2020-03-05", "title": "Hội nghị"}
    assert rows.template == TemplateMark("KH-NQ35", 1)
    assert [column.key for column in rows.columns] == [column.key for column in template.columns]


def test_the_template_offers_lists_and_checks(tmp_path: Path, template: ActivityTemplate) -> None:
    path = tmp_path / "mau.xlsx"
    with path.open("wb") as file:
        write_template(template, file, PROPERTIES)
    again = tmp_path / "mau2.xlsx"
    with again.open("wb") as file:
        write_template(template, file, PROPERTIES)
    assert path.read_bytes() == again.read_bytes()
    workbook: Any = openpyxl.load_workbook(path)
    assert workbook.sheetnames == ["Hoạt động", "Danh mục", "Hướng dẫn"]
    assert workbook["Danh mục"].sheet_state == "hidden"
    validations = {str(rule.sqref).split("2:")[0]: rule for rule in workbook["Hoạt động"].data_validations.dataValidation}
    last = 2 + len(template.tasks)
    assert validations["A"].formula1 == f"'Danh mục'!$A$3:$A${last}"
    assert workbook["Danh mục"][f"A{last}"].value.startswith(template.tasks[-1].code)
    assert workbook["Danh mục"][f"A{last + 1}"].value is None
    assert (validations["B"].type, validations["C"].type) == ("list", "date")
    assert all(rule.showErrorMessage for rule in validations.values())
    counts = [rule for rule in workbook["Hoạt động"].data_validations.dataValidation if rule.type == "whole"]
    assert len(counts) == sum(column.kind is ColumnKind.COUNT for column in template.columns) > 20


def test_a_template_for_one_office_has_only_its_columns() -> None:
    programme = builtin_programme()
    task = next(task for task in programme.tasks if task.activity_types)
    small = template_of(programme, tasks=frozenset({task.code}))
    assert [one.code for one in small.tasks] == [task.code]
    assert {kind.code for kind in small.types} == set(task.activity_types)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (date(2020, 3, 5), "2020-03-05"),
        (datetime(2020, 3, 5, 8, 30), "2020-03-05"),  # noqa: DTZ001
        ("5/3/2020", "2020-03-05"),
        (" 05.03.2020 ", "2020-03-05"),
        ("2020-03-05", "2020-03-05"),
    ],
)
def test_days(sheet: Sheet, template: ActivityTemplate, typed: object, day: str) -> None:
    assert only(read_workbook(sheet((*GOOD[:3], typed, *GOOD[4:])), template))["date"] == day


@pytest.mark.parametrize("typed", ["30/02/2020", "3/2020", "hôm qua", 43895, 3.5, True, "05/03/20", "2020-13-01"])
def test_what_is_no_day_refuses_its_row(sheet: Sheet, template: ActivityTemplate, typed: object) -> None:
    rows = read_workbook(sheet((*GOOD[:3], typed, *GOOD[4:]), GOOD), template)
    error = rows.rows[0].error()
    assert error is not None
    assert error.code is Code.DATE_INVALID
    assert {name: error.parameters[name] for name in ("field", "row", "column")} == {"field": "date", "row": 2, "column": "D"}
    assert rows.rows[1].error() is None


@pytest.mark.parametrize(("typed", "count"), [(1234, 1234), (12.0, 12), ("1.234", 1234), (" 1.234.567 ", 1_234_567), ("0", 0)])
def test_counts(sheet: Sheet, template: ActivityTemplate, typed: object, count: int) -> None:
    assert only(read_workbook(sheet((*GOOD[:6], typed, *GOOD[7:])), template))["values"]["so_cuoc"] == count


@pytest.mark.parametrize("typed", [-1, 1.5, 1.234, "1,234", "12 cuộc", "1.23", True, 10**12, "nhiều", "²"])
def test_what_is_no_count_refuses_its_row(sheet: Sheet, template: ActivityTemplate, typed: object) -> None:
    error = read_workbook(sheet((*GOOD[:6], typed, *GOOD[7:])), template).rows[0].error()
    assert error is not None
    assert error.code is Code.VALUE_NOT_A_COUNT
    assert error.parameters["field"] == "so_cuoc"


@pytest.mark.parametrize("column", [3, 4, 6])
def test_a_formula_refuses_its_row(sheet: Sheet, template: ActivityTemplate, column: int) -> None:
    row = list(GOOD)
    row[column] = "=1+1"
    error = read_workbook(sheet(tuple(row)), template).rows[0].error()
    assert error is not None
    assert error.code is Code.WORKBOOK_FORMULA


@pytest.mark.parametrize("title", ["Họ và tên", "Số điện thoại", "Tài khoản Facebook", "Danh sách người dự", "Số CCCD"])
def test_a_foreign_column_refuses_the_workbook_by_name(sheet: Sheet, template: ActivityTemplate, title: str) -> None:
    error = refusal(sheet((*GOOD, "x"), head=(*HEAD, title)), template)
    assert (error.code, error.parameters["column"]) == (Code.WORKBOOK_UNKNOWN_COLUMN, title)
    guesses = read_header(sheet((*GOOD, "x"), head=(*HEAD, title)), template).columns
    assert guesses[-1] == title
    assert guesses[1] == ColumnMatch(2, "Nhiệm vụ", "task")


def test_a_column_without_title_is_foreign_too(sheet: Sheet, template: ActivityTemplate) -> None:
    error = refusal(sheet(GOOD, (*GOOD, "0905123456")), template)
    assert (error.code, error.parameters["column"]) == (Code.WORKBOOK_UNKNOWN_COLUMN, "J")


def test_a_far_column_is_foreign_too(sheet: Sheet, template: ActivityTemplate) -> None:
    def far(worksheet: Any) -> None:
        worksheet["XFD1"].value = "Họ tên"

    assert refusal(sheet(GOOD, after=far), template).parameters["column"] == "Họ tên"


def test_a_mapping_gives_a_foreign_title_its_field(sheet: Sheet, template: ActivityTemplate) -> None:
    path = sheet((*GOOD, "13/KH-UBND"), head=(*HEAD, "Theo kế hoạch"))
    rows = read_workbook(path, template, mapping={"Theo kế hoạch": "document"})
    assert only(rows)["document"] == "13/KH-UBND"
    for foreign in ("phone", ""):
        with pytest.raises(ValueError, match="no such field"):
            read_workbook(path, template, mapping={"Theo kế hoạch": foreign})


def test_a_field_may_stand_in_one_column_only(sheet: Sheet, template: ActivityTemplate) -> None:
    error = refusal(sheet((*GOOD, "x"), head=(*HEAD, "Ghi  chú:")), template)
    assert error.code is Code.WORKBOOK_COLUMN_TWICE


def test_titles_are_matched_without_accents_case_and_breaks(sheet: Sheet, template: ActivityTemplate) -> None:
    head = (
        "TT",
        "NHIEM VU",
        "hình\nthức",
        "Thời gian tổ chức",
        "TÊN HOẠT ĐỘNG",
        "Nơi tổ chức",
        "so_cuoc",
        "số lượt người dự ",
        "Note",
    )
    assert only(read_workbook(sheet(GOOD, head=head), template))["values"] == {"so_cuoc": 1, "luot_nguoi_du": 120}


def test_headings_blank_rows_and_titles_above_are_passed_over_and_hidden_rows_read(
    sheet: Sheet, template: ActivityTemplate
) -> None:
    def arrange(worksheet: Any) -> None:
        worksheet.insert_rows(1, 2)
        worksheet["A1"].value = "BIỂU TỔNG HỢP"
        worksheet.merge_cells("A5:I5")
        worksheet.row_dimensions[6].hidden = True

    rows = read_workbook(sheet(GOOD, ("I. Quán triệt", "x"), GOOD, (None, " ", ""), (9,), GOOD, after=arrange), template)
    assert rows.header_line == 3
    assert [row.line for row in rows.rows] == [4, 6, 9]
    assert rows.skipped == ()  # its text stands in the column of ordinal numbers, which is not read


def test_a_heading_across_merged_cells_is_told(sheet: Sheet, template: ActivityTemplate) -> None:
    def arrange(worksheet: Any) -> None:
        worksheet.merge_cells("B2:I2")

    rows = read_workbook(sheet((None, "I. Quán triệt"), GOOD, after=arrange), template)
    assert ([row.line for row in rows.rows], rows.skipped) == ([3], (2,))


def test_titles_alone_name_task_and_type(sheet: Sheet, template: ActivityTemplate) -> None:
    kind = next(kind for kind in template.types if kind.code == "HN_QT")
    row = (1, "ii.1.A - gì đó", kind.title.upper(), *GOOD[3:])
    record = only(read_workbook(sheet(row), template))
    assert (record["task"], record["type"]) == ("II.1.a", "HN_QT")


def test_an_unknown_task_is_left_for_the_recorder_to_refuse(sheet: Sheet, template: ActivityTemplate) -> None:
    assert only(read_workbook(sheet((1, "IX.9", *GOOD[2:])), template))["task"] == "IX.9"


def test_old_encoding_is_told_with_a_preview_and_converted_only_when_agreed(sheet: Sheet, template: ActivityTemplate) -> None:
    old = "Héi nghÞ qu¸n triÖt NghÞ quyÕt"

    def fonts(worksheet: Any) -> None:
        worksheet["E2"].font = Font(name=".VnTime")

    path = sheet((*GOOD[:4], old, *GOOD[5:]), after=fonts)
    untouched = read_workbook(path, template)
    assert only(untouched)["title"] == old
    (found,) = untouched.legacy
    assert (found.key, found.encoding, found.sure) == ("title", Encoding.TCVN3, True)
    assert found.preview == ((old, "Hội nghị quán triệt Nghị quyết"),)
    agreed = read_workbook(path, template, legacy={"title": Encoding.TCVN3})
    assert only(agreed)["title"] == "Hội nghị quán triệt Nghị quyết"
    assert agreed.legacy == ()
    assert only(agreed)["place"] == "Đăk Hà"


def test_refused_rows_come_back_and_are_taken_once_corrected(sheet: Sheet, template: ActivityTemplate, tmp_path: Path) -> None:
    bad = (*GOOD[:3], "30/02/2020", "=not a formula", GOOD[5], "1,5", GOOD[7], "+x")

    def as_text(worksheet: Any) -> None:
        worksheet["E2"].data_type = "s"

    first = read_workbook(sheet(bad, after=as_text), template)
    assert {problem.code for problem in first.rows[0].problems} == {Code.DATE_INVALID, Code.VALUE_NOT_A_COUNT}
    target = tmp_path / "refused.xlsx"
    refused = [RefusedRow(row.line, row.raw, "=lý do") for row in first.rows]
    with target.open("wb") as file:
        write_refused_rows(refused, template, file, PROPERTIES)
    again = read_workbook(target, template)
    assert again.rows[0].problems[0].code is Code.DATE_INVALID
    assert again.rows[0].record["title"] == "=not a formula"
    workbook: Any = openpyxl.load_workbook(target)
    worksheet = workbook.active
    titles = [cell.value for cell in worksheet[1]]
    assert worksheet.cell(2, titles.index("Lý do từ chối") + 1).value == "=lý do"
    assert worksheet.cell(2, titles.index("Dòng trong tệp gốc") + 1).value == 2
    worksheet.cell(2, titles.index("Ngày") + 1).value = date(2020, 2, 29)
    worksheet.cell(2, titles.index("Số cuộc") + 1).value = 2
    workbook.save(target)
    corrected = only(read_workbook(target, template))
    assert (corrected["date"], corrected["values"]["so_cuoc"], corrected["note"]) == ("2020-02-29", 2, "+x")


def test_no_head_row(sheet: Sheet, template: ActivityTemplate) -> None:
    assert refusal(sheet(("a", "b"), head=("x", "y")), template).code is Code.WORKBOOK_NO_HEADER


def test_cancelling_comes_through(sheet: Sheet, template: ActivityTemplate) -> None:
    def stop(_: Progress) -> None:
        raise OperationCancelled

    path = sheet(*[GOOD] * 600)
    with pytest.raises(OperationCancelled):
        read_workbook(path, template, report=stop)


def test_properties_of_the_template_come_from_the_caller(tmp_path: Path, template: ActivityTemplate) -> None:
    path = tmp_path / "mau.xlsx"
    with path.open("wb") as file:
        write_template(template, file, PROPERTIES)
    properties = openpyxl.load_workbook(path).properties
    assert properties.creator == PROPERTIES.author
    assert properties.modified == PROPERTIES.created.astimezone(UTC).replace(tzinfo=None)


# Both languages


@pytest.mark.parametrize(("spoken", "written"), [("vi", "en"), ("en", "vi"), ("vi", "vi"), ("en", "en")])
def test_titles_of_either_language_are_recognised(sheet: Sheet, spoken: Language, written: Language) -> None:
    """The template of one language, filled there, is read by a program that speaks the other."""
    reading = template_of(builtin_programme(), language=spoken)
    writing = template_of(builtin_programme(), language=written)
    header = read_header(sheet(GOOD, head=tuple(column.title for column in writing.columns)), reading)
    assert [column.key for column in header.columns if isinstance(column, ColumnMatch)] == [
        column.key for column in writing.columns
    ]


@pytest.mark.parametrize(("spoken", "written"), [("vi", "en"), ("en", "vi")])
def test_titles_of_tasks_and_types_too(sheet: Sheet, spoken: Language, written: Language) -> None:
    reading = template_of(builtin_programme(), language=spoken)
    writing = template_of(builtin_programme(), language=written)
    task = next(task for task in writing.tasks if task.code == "II.1.a")
    kind = next(kind for kind in writing.types if kind.code == "HN_QT")
    row = (1, task.title, kind.title, *GOOD[3:])
    record = only(read_workbook(sheet(row), reading))
    assert (record["task"], record["type"]) == ("II.1.a", "HN_QT")


def test_a_column_of_people_is_foreign_in_both_languages(sheet: Sheet) -> None:
    for language in LANGUAGES:
        reading = template_of(builtin_programme(), language=language)
        for title in ("Họ và tên", "Full name", "Số điện thoại", "Telephone"):
            assert refusal(sheet((*GOOD, "x"), head=(*HEAD, title)), reading).code is Code.WORKBOOK_UNKNOWN_COLUMN


def test_no_field_is_called_like_another_one_in_the_other_language() -> None:
    """Otherwise a workbook of the other language would fill the wrong field."""
    for language in LANGUAGES:
        template = template_of(builtin_programme(), language=language)
        own = {title_key(column.title): column.key for column in template.columns}
        assert all(own.get(title_key(column.also), column.key) == column.key for column in template.columns)
