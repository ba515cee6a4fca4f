"""Writes a programme, with the dates set beside it, or the register of offices to a workbook that the program can read back.

What is written here is what ``programme_workbook_reader`` reads. No cell holds a formula: an indicator's formula is a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, BinaryIO

import msgspec
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from export.documents.excel_cells import BODY_FONT, FONT_NAME, put, put_head
from export.documents.excel_file import save_workbook
from export.documents.plan_cells import cell_of
from export.documents.plan_rows import Rows, dates_rows, offices_rows, programme_rows
from export.documents.plan_sheets import DATE_SHEETS, OFFICE_SHEETS, PROGRAMME_SHEETS, Form, Sheet
from export.documents.report_model import FileProperties
from export.documents.wording import Language
from storage.catalogue import CentreDates
from storage.domain.offices import OfficeRegister
from storage.domain.programme import Programme

GUIDE_SHEETS = ("Hướng dẫn", "Guide")
_SPARE_ROWS = 300
_LONGEST_LIST = 250
_GUIDE: Sequence[tuple[str, str]] = (
    (
        "Mỗi trang tính là một phần của tài liệu; không thêm trang tính hay cột, không đổi tên cột.",
        "Each sheet is a part of the document; add no sheet or column and rename none.",
    ),
    (
        "Mã cách nhau bằng dấu phẩy. Ô có/không: ghi x nếu có, để trống nếu không. Ngày ghi dd/mm/yyyy.",
        "Codes stand with commas between them. Yes/no cells: x for yes, empty for no. Days are written dd/mm/yyyy.",
    ),
    (
        "Công thức chỉ tiêu ghi bằng chữ, ví dụ so_cuoc + so_buoi, hoặc so_dat / so_tong; không dùng công thức Excel.",
        "The formula of an indicator is a text such as so_cuoc + so_buoi, or so_dat / so_tong; no formula of Excel.",
    ),
    (
        "Nguyên văn của nhiệm vụ giữ đúng từng chữ của văn bản.",
        "The text of a task stays word for word as in the document.",
    ),
    (
        "Không trường nào được hỏi, đếm hay liệt kê người, tài khoản, bài đăng, lượt xem, đơn thư.",
        "No field may ask about, count or list people, accounts, posts, views or letters.",
    ),
)


def write_programme_workbook(
    programme: Programme,
    dates: CentreDates | None,
    target: BinaryIO,
    properties: FileProperties,
    *,
    language: Language = "vi",
) -> None:
    """Write the programme to ``target``, a file open for writing bytes; the sheets of dates are left out without ``dates``."""
    rows = programme_rows(msgspec.to_builtins(programme))
    sheets = PROGRAMME_SHEETS
    if dates is not None:
        rows |= dates_rows(msgspec.to_builtins(dates))
        sheets += DATE_SHEETS
    _write(sheets, rows, target, properties, language)


def write_offices_workbook(
    register: OfficeRegister, target: BinaryIO, properties: FileProperties, *, language: Language = "vi"
) -> None:
    """Write the register to ``target``, a file open for writing bytes."""
    _write(OFFICE_SHEETS, offices_rows(msgspec.to_builtins(register)), target, properties, language)


def _write(sheets: Sequence[Sheet], rows: Rows, target: BinaryIO, properties: FileProperties, language: Language) -> None:
    workbook = Workbook()
    workbook.remove(workbook.active)
    for sheet in sheets:
        _write_sheet(workbook, sheet, rows.get(sheet.key, []), language)
    _write_guide(workbook, language)
    save_workbook(workbook, target, properties)


def _write_sheet(workbook: Workbook, sheet: Sheet, rows: Sequence[dict[str, Any]], language: Language) -> None:
    page: Any = workbook.create_sheet(sheet.title(language))
    for index, column in enumerate(sheet.columns, start=1):
        put_head(page.cell(row=1, column=index), column.title(language))
        letter = get_column_letter(index)
        page.column_dimensions[letter].width = column.width
        if column.form is not Form.DAY:
            page.column_dimensions[letter].number_format = "@"
        if column.form is Form.CHOICE:
            _offer(page, [choice[1 if language == "vi" else 2] for choice in column.choices], letter, len(rows))
        for line, row in enumerate(rows, start=2):
            put(page.cell(row=line, column=index), cell_of(row.get(column.key), column, language))
    page.freeze_panes = "B2" if len(sheet.columns) > 2 else "A2"
    page.row_dimensions[1].height = 32
    page.page_setup.paperSize, page.page_setup.orientation = 9, "landscape"
    page.print_title_rows = "1:1"


def _offer(page: Any, words: Sequence[str], letter: str, count: int) -> None:
    """A drop-down list, unless the words are too long for Excel's own limit or hold its separator."""
    listed = ",".join(words)
    if len(listed) > _LONGEST_LIST or any("," in word for word in words):
        return
    validation = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=True)
    validation.add(f"{letter}2:{letter}{count + 1 + _SPARE_ROWS}")
    page.add_data_validation(validation)


def _write_guide(workbook: Workbook, language: Language) -> None:
    spoken = 0 if language == "vi" else 1
    page: Any = workbook.create_sheet(GUIDE_SHEETS[spoken])
    page.column_dimensions["A"].width = 120
    page["A1"].value = GUIDE_SHEETS[spoken]
    page["A1"].font = Font(name=FONT_NAME, size=14, bold=True)
    for line, words in enumerate(_GUIDE, start=3):
        cell = page.cell(row=line, column=1)
        cell.value, cell.font, cell.alignment = words[spoken], BODY_FONT, Alignment(wrap_text=True, vertical="top")
