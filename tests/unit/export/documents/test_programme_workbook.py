"""A programme and a register travel to Excel and back unchanged; every mistake is told with its sheet, row and column."""

from __future__ import annotations

import string
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from export.documents.programme_workbook import write_offices_workbook, write_programme_workbook
from export.documents.programme_workbook_reader import (
    ReadProgramme,
    read_offices_workbook,
    read_programme_workbook,
    refused_plan,
)
from export.documents.report_model import FileProperties
from export.documents.wording import Language
from storage.builtin import builtin_offices, builtin_programme
from storage.catalogue import CentreDates
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.programme import Programme
from storage.messages.catalogue import Catalogue

PROPERTIES = FileProperties(title="plan", author="STTTT", created=datetime(2020, 1, 1, tzinfo=UTC))
DATES = CentreDates(
    cutoffs={"2020S1": "2020-06-10"},
    deadlines={"2020S1": "2020-06-25", "2021": "2021-12-15"},
    holidays={"2021-02-11": "Tết Nguyên đán"},
    working_days=["2021-02-20"],
    exemptions=[("STC", "2020", "Đang sắp xếp"), ("SNV", "")],
)
Change = Callable[[Any], None]


def written(path: Path, programme: Programme, dates: CentreDates | None = None, language: Language = "vi") -> Path:
    with path.open("wb") as file:
        write_programme_workbook(programme, dates, file, PROPERTIES, language=language)
    return path


def changed(path: Path, change: Change) -> ReadProgramme:
    """The built-in programme's workbook after somebody worked on it."""
    written(path, builtin_programme())
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return read_programme_workbook(path)


def mistakes(read: ReadProgramme) -> list[tuple[str, Code]]:
    assert read.programme is None, "nothing is taken from a workbook with a mistake"
    return [(problem.place, problem.error.code) for problem in read.problems]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_builtin_programme_comes_back_as_it_was(tmp_path: Path, language: Language) -> None:
    read = read_programme_workbook(written(tmp_path / "plan.xlsx", builtin_programme(), DATES, language))
    assert read.problems == ()
    assert read.programme == builtin_programme()
    assert read.dates == DATES


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_builtin_offices_come_back_as_they_were(tmp_path: Path, language: Language) -> None:
    path = tmp_path / "offices.xlsx"
    with path.open("wb") as file:
        write_offices_workbook(builtin_offices(), file, PROPERTIES, language=language)
    read = read_offices_workbook(path, version=builtin_offices().version)
    assert read.problems == ()
    assert read.register == builtin_offices()


def test_without_dates_there_are_none(tmp_path: Path) -> None:
    assert read_programme_workbook(written(tmp_path / "plan.xlsx", builtin_programme())).dates is None


def test_no_cell_computes(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path / "plan.xlsx", builtin_programme(), DATES))
    assert not [cell for page in book for row in page for cell in row if cell.data_type == "f"]


TEXTS = st.text(
    st.sampled_from(string.ascii_letters + string.digits + " =+-@'\"<>&;:_x005F\nàạđĐế–“”…"), min_size=1, max_size=60
).filter(lambda text: bool(text.strip()))


@given(text=TEXTS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_text_of_a_task_comes_back_word_for_word(tmp_path: Path, text: str) -> None:
    programme = builtin_programme()
    task = msgspec.structs.replace(programme.tasks[0], text=text)
    asked = msgspec.structs.replace(programme, tasks=(task, *programme.tasks[1:]))
    read = read_programme_workbook(written(tmp_path / "plan.xlsx", asked))
    assert read.problems == ()
    assert read.programme is not None
    assert read.programme.tasks[0].text == text


# What a person does with a workbook


def test_what_excel_and_people_change_is_understood(tmp_path: Path) -> None:
    def work(book: Any) -> None:
        duties, tasks = book["Kỳ và nghĩa vụ báo cáo"], book["Nhiệm vụ"]
        duties["H2"] = date(2026, 6, 20)  # Excel made a day of "20/6"
        tasks["J2"] = "HN_QT ;SH_CD\nVB_BH"
        tasks["F2"] = "giao"
        tasks.insert_rows(4, 3)  # blank rows between tasks
        tasks.insert_rows(1)
        tasks["A1"] = "Bảng nhiệm vụ"
        tasks.insert_cols(1)
        tasks.merge_cells("B6:F6")
        tasks["B6"] = "II. NHIỆM VỤ"  # a heading for the eye
        tasks["A2"] = "STT"
        for line in range(3, 8):
            tasks[f"A{line}"] = line

    read = changed(tmp_path / "plan.xlsx", work)
    assert [(problem.place, problem.error) for problem in read.problems] == []
    assert read.programme == builtin_programme()


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "code"),
    [
        ("Nhiệm vụ", "F2", "Bắt buộc", Code.WORKBOOK_CELL_CHOICE),
        ("Nhiệm vụ", "C2", None, Code.WORKBOOK_CELL_MISSING),
        ("Nhiệm vụ", "A2", "nhiệm vụ 1", Code.WORKBOOK_CELL_INVALID),
        ("Nhiệm vụ", "A2", '="II."&"1"', Code.WORKBOOK_FORMULA),
        ("Nhiệm vụ", "B2", "#N/A", Code.WORKBOOK_CELL_INVALID),
        ("Nhiệm vụ", "G2", "KHONG CO", Code.WORKBOOK_CELL_INVALID),
        ("Nhiệm vụ", "J2", "HN_QT, KHONG_CO", Code.PROGRAMME_REFERENCE_UNKNOWN),
        ("Chỉ tiêu", "I2", "sum(so_cuoc", Code.PROGRAMME_FORMULA_INVALID),
        ("Chỉ tiêu", "I2", "khong_co", Code.PROGRAMME_REFERENCE_UNKNOWN),
        ("Chỉ tiêu", "A2", "II.9.z-1", Code.PROGRAMME_REFERENCE_UNKNOWN),
        ("Chỉ tiêu", "J2", "có lẽ", Code.WORKBOOK_CELL_CHOICE),
        ("Kỳ và nghĩa vụ báo cáo", "H2", "31/02", Code.SCHEMA_INVALID),
        ("Kỳ và nghĩa vụ báo cáo", "H2", "giữa năm", Code.DATE_INVALID),
        ("Kỳ và nghĩa vụ báo cáo", "H2", "45/02", Code.WORKBOOK_CELL_INVALID),
        ("Đề cương báo cáo", "B3", "KHONG_CO", Code.PROGRAMME_REFERENCE_UNKNOWN),
        ("Trường số liệu", "B2", "Họ tên người vi phạm", Code.SCHEMA_PERSON_FIELD),
        ("Căn cứ", "D2", "32/01/2020", Code.DATE_INVALID),
    ],
)
def test_a_mistake_is_told_with_its_cell(tmp_path: Path, sheet: str, cell: str, value: object, code: Code) -> None:
    def spoil(book: Any) -> None:
        book[sheet][cell] = value

    found = mistakes(changed(tmp_path / "plan.xlsx", spoil))
    assert (f"{sheet}!{cell}", code) in found


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        book["Nhiệm vụ"]["F2"] = "?"
        book["Nhiệm vụ"]["A4"] = "x"
        book["Chỉ tiêu"]["F3"] = "?"
        book["Căn cứ"]["D2"] = "?"

    assert len(mistakes(changed(tmp_path / "plan.xlsx", spoil))) >= 4


def test_broken_rules_between_parts_are_told_at_once_too(tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        book["Chỉ tiêu"]["I2"] = "khong_co"
        book["Loại hoạt động"]["F3"] = "khong_nao"
        book["Trường số liệu"]["B3"] = "Số tài khoản"

    assert {place for place, _ in mistakes(changed(tmp_path / "plan.xlsx", spoil))} >= {
        "Chỉ tiêu!I2",
        "Loại hoạt động!F3",
        "Trường số liệu!B3",
    }


@pytest.mark.parametrize("title", ["Họ và tên", "Số điện thoại", "Danh sách người dự", "Facebook"])
def test_a_foreign_column_is_refused_by_its_name(tmp_path: Path, title: str) -> None:
    def spoil(book: Any) -> None:
        book["Nhiệm vụ"]["Z1"] = title
        book["Nhiệm vụ"]["Z2"] = "x"

    read = changed(tmp_path / "plan.xlsx", spoil)
    assert mistakes(read)[0] == ("Nhiệm vụ!Z1", Code.WORKBOOK_UNKNOWN_COLUMN)
    assert read.problems[0].error.parameters["column"] == title
    error = refused_plan(tmp_path / "plan.xlsx", read.problems)
    assert title in Catalogue.load("vi").sentence(read.problems[0].error.code, read.problems[0].error.parameters)
    assert error.code in (Code.WORKBOOK_UNKNOWN_COLUMN, Code.WORKBOOK_PLAN_REFUSED)


def test_a_column_without_a_title_is_foreign_too(tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        book["Nhóm cơ quan"]["K3"] = "0912 345 678"

    assert mistakes(changed(tmp_path / "plan.xlsx", spoil)) == [("Nhóm cơ quan!K3", Code.WORKBOOK_UNKNOWN_COLUMN)]


def test_a_foreign_sheet_and_a_missing_one_are_told(tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        book.create_sheet("Đối tượng")
        del book["Căn cứ"]

    assert set(mistakes(changed(tmp_path / "plan.xlsx", spoil))) == {
        ("Đối tượng", Code.WORKBOOK_SHEET_UNKNOWN),
        ("Căn cứ", Code.WORKBOOK_SHEET_MISSING),
    }


def test_a_column_twice_and_a_missing_one(tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        book["Nhóm cơ quan"]["B1"] = "Mã"

    assert ("Nhóm cơ quan!B1", Code.WORKBOOK_COLUMN_TWICE) in mistakes(changed(tmp_path / "plan.xlsx", spoil))


def test_a_sheet_without_head_is_told(tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        book["Nhiệm vụ"].delete_rows(1)

    assert ("Nhiệm vụ", Code.WORKBOOK_NO_HEADER) in mistakes(changed(tmp_path / "plan.xlsx", spoil))


def test_outline_rows_that_hang_on_each_other_are_refused(tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        page = book["Đề cương báo cáo"]
        page["B2"], page["B3"] = page["A3"].value, page["A2"].value

    found = mistakes(changed(tmp_path / "plan.xlsx", spoil))
    assert ("Đề cương báo cáo!B2", Code.PROGRAMME_REFERENCE_UNKNOWN) in found


def test_a_document_that_is_not_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(LedgerError) as caught:
        read_programme_workbook(tmp_path / "plan.xlsx")
    assert caught.value.code is Code.WORKBOOK_UNREADABLE


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("Cơ quan!D2", "khong_co", Code.PROGRAMME_REFERENCE_UNKNOWN),
        ("Cơ quan!E3", "KHONG-CO", Code.PROGRAMME_REFERENCE_UNKNOWN),
        ("Cơ quan!A3", "mã thường", Code.WORKBOOK_CELL_INVALID),
        ("Cơ quan!L3", "0912 abc", Code.WORKBOOK_CELL_INVALID),
        ("Cơ quan!J3", "hôm qua", Code.DATE_INVALID),
        ("Sắp xếp, kế thừa!B2", None, Code.WORKBOOK_CELL_MISSING),
        ("Sắp xếp, kế thừa!C2", "KHONG-CO", Code.PROGRAMME_REFERENCE_UNKNOWN),
        ("Cơ quan!Q1", "Họ tên thủ trưởng", Code.WORKBOOK_UNKNOWN_COLUMN),
    ],
)
def test_a_mistake_about_an_office_is_told_with_its_cell(tmp_path: Path, cell: str, value: object, code: Code) -> None:
    path = tmp_path / "offices.xlsx"
    with path.open("wb") as file:
        write_offices_workbook(builtin_offices(), file, PROPERTIES)
    book: Any = openpyxl.load_workbook(path)
    sheet, place = cell.split("!")
    book[sheet][place] = value
    book.save(path)
    read = read_offices_workbook(path)
    assert read.register is None
    assert (cell, code) in [(problem.place, problem.error.code) for problem in read.problems]
