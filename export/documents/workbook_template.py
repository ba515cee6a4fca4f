"""Writes the template for activities: a sheet to fill, a guide, and the hidden lists behind the drop-downs.

What is written here is what ``workbook_import`` reads; the mark in the hidden sheet tells the programme and its version.
No cell holds a formula, and nothing of an office's data is in the template.
"""

from __future__ import annotations

from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from export.documents.excel_cells import BODY_FONT, DATE_FORMAT, FONT_NAME, HEAD_FONT, NUMBER_FORMAT, put, put_head, text_value
from export.documents.excel_file import save_workbook
from export.documents.report_model import FileProperties
from export.documents.template_model import ActivityTemplate, ColumnKind, list_entry
from export.documents.wording import Language, Word, text

TEMPLATE_MARK = "so-hoat-dong/activities"
TEMPLATE_FORMAT = 1
ROWS_TO_FILL = 2_000
LISTS_FIRST_ROW = 3
_WIDTHS = {ColumnKind.TASK: 45, ColumnKind.TYPE: 32, ColumnKind.DATE: 13, ColumnKind.TEXT: 32, ColumnKind.COUNT: 13}
_GUIDE = (
    Word.GUIDE_LISTS,
    Word.GUIDE_DATES,
    Word.GUIDE_COUNTS,
    Word.GUIDE_COLUMNS,
    Word.GUIDE_NO_PERSONS,
    Word.GUIDE_NO_SECRETS,
)
_LARGEST_COUNT = 999_999_999


def write_template(
    template: ActivityTemplate, target: BinaryIO, properties: FileProperties, *, language: Language = "vi"
) -> None:
    """Write the template to ``target``, a file open for writing bytes."""
    workbook = Workbook()
    sheet = workbook.active
    lay_out_activity_sheet(workbook, sheet, template, name=text(Word.SHEET_FILL, language), language=language)
    _guide_sheet(workbook, template, language)
    save_workbook(workbook, target, properties)


def lay_out_activity_sheet(
    workbook: Workbook, sheet: Worksheet, template: ActivityTemplate, *, name: str, language: Language
) -> None:
    """Head row, formats, drop-downs and checks of the sheet to fill, and the hidden sheet of its lists."""
    target: Any = sheet
    target.title = name
    _lists_sheet(workbook, template, language)
    for index, column in enumerate(template.columns, start=1):
        put_head(target.cell(row=1, column=index), column.title)
        letter = get_column_letter(index)
        dimension = target.column_dimensions[letter]
        dimension.width = _WIDTHS[column.kind]
        dimension.number_format = {ColumnKind.DATE: DATE_FORMAT, ColumnKind.COUNT: NUMBER_FORMAT}.get(column.kind, "@")
        dimension.font = BODY_FONT
        validation = _validation(column.kind, template, language)
        if validation is not None:
            validation.add(f"{letter}2:{letter}{ROWS_TO_FILL + 1}")
            target.add_data_validation(validation)
    target.freeze_panes = "A2"
    target.row_dimensions[1].height = 48
    target.page_setup.paperSize, target.page_setup.orientation = 9, "landscape"
    target.print_title_rows = "1:1"


def _validation(kind: ColumnKind, template: ActivityTemplate, language: Language) -> Any:
    lists = text(Word.SHEET_LISTS, language)
    common = {"allow_blank": True, "showErrorMessage": True, "errorStyle": "stop"}
    if kind is ColumnKind.TASK:
        last = LISTS_FIRST_ROW + len(template.tasks) - 1
        return DataValidation(type="list", formula1=f"'{lists}'!$A${LISTS_FIRST_ROW}:$A${last}", **common)
    if kind is ColumnKind.TYPE:
        last = LISTS_FIRST_ROW + len(template.types) - 1
        return DataValidation(type="list", formula1=f"'{lists}'!$B${LISTS_FIRST_ROW}:$B${last}", **common)
    if kind is ColumnKind.DATE:
        return DataValidation(type="date", operator="between", formula1="36526", formula2="73050", **common)
    if kind is ColumnKind.COUNT:
        return DataValidation(type="whole", operator="between", formula1="0", formula2=str(_LARGEST_COUNT), **common)
    return None


def _lists_sheet(workbook: Workbook, template: ActivityTemplate, language: Language) -> None:
    """Row 1 is the mark of the template, row 2 heads the lists."""
    sheet: Any = workbook.create_sheet(text(Word.SHEET_LISTS, language))
    sheet.sheet_state = "hidden"
    for index, value in enumerate((TEMPLATE_MARK, TEMPLATE_FORMAT, template.programme, template.version), start=1):
        sheet.cell(row=1, column=index).value = value
    sheet.cell(row=2, column=1).value = text(Word.TASK, language)
    sheet.cell(row=2, column=2).value = text(Word.TYPE, language)
    for row, task in enumerate(template.tasks, start=LISTS_FIRST_ROW):
        put(sheet.cell(row=row, column=1), text_value(list_entry(task.code, task.title)))
    for row, kind in enumerate(template.types, start=LISTS_FIRST_ROW):
        put(sheet.cell(row=row, column=2), text_value(list_entry(kind.code, kind.title)))


def _guide_sheet(workbook: Workbook, template: ActivityTemplate, language: Language) -> None:
    sheet: Any = workbook.create_sheet(text(Word.SHEET_GUIDE, language))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 60, 70
    lines = [text(Word.GUIDE_FILL, language, sheet=text(Word.SHEET_FILL, language))]
    lines += [text(word, language) for word in _GUIDE]
    lines.append(f"{text(Word.TEMPLATE_VERSION, language)}: {template.programme} / {template.version}")
    sheet["A1"].value = text(Word.GUIDE_TITLE, language)
    sheet["A1"].font = Font(name=FONT_NAME, size=14, bold=True)
    for row, line in enumerate(lines, start=3):
        cell = sheet.cell(row=row, column=1)
        cell.value, cell.font, cell.alignment = line, BODY_FONT, Alignment(wrap_text=True, vertical="top")
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        sheet.row_dimensions[row].height = 32
    row = len(lines) + 4
    sheet.cell(row=row, column=1).value = text(Word.GUIDE_TYPES, language)
    sheet.cell(row=row, column=1).font = HEAD_FONT
    titles = {column.key: column.title for column in template.columns}
    for offset, kind in enumerate(template.types, start=1):
        put(sheet.cell(row=row + offset, column=1), text_value(list_entry(kind.code, kind.title)))
        put(sheet.cell(row=row + offset, column=2), text_value("; ".join(titles[code] for code in kind.count_fields)))
