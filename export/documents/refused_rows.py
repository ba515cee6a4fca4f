"""Gives the rows that could not be taken back as a workbook: each as it was, with the reason beside it.

It is laid out like the template, so that the clerk corrects the cells and reads the file again; the two added columns are
known to the reader and left aside there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any, BinaryIO

from openpyxl import Workbook

from export.documents.excel_cells import DATE_FORMAT, NUMBER_FORMAT, ExcelValue, put_head, text_value
from export.documents.excel_file import save_workbook
from export.documents.excel_stream import StreamedRow
from export.documents.long_sheets import stream_into
from export.documents.package_file import MemberRewriter
from export.documents.report_model import FileProperties
from export.documents.template_model import ActivityTemplate
from export.documents.wording import Language, Word, text
from export.documents.workbook_template import lay_out_activity_sheet
from export.documents.workbook_values import RawValue


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """``cells`` by field as they were read, ``reason`` a finished sentence."""

    line: int
    cells: Mapping[str, RawValue]
    reason: str


def write_refused_rows(
    rows: Sequence[RefusedRow],
    template: ActivityTemplate,
    target: BinaryIO,
    properties: FileProperties,
    *,
    language: Language = "vi",
) -> None:
    """Write the refused rows to ``target``, a file open for writing bytes."""
    workbook = Workbook()
    sheet: Any = workbook.active
    lay_out_activity_sheet(workbook, sheet, template, name=text(Word.SHEET_REFUSED, language), language=language)
    reason_column = len(template.columns) + 1
    put_head(sheet.cell(row=1, column=reason_column), text(Word.REASON, language))
    put_head(sheet.cell(row=1, column=reason_column + 1), text(Word.SOURCE_ROW, language))
    sheet.column_dimensions[sheet.cell(row=1, column=reason_column).column_letter].width = 60
    rewriters: dict[str, MemberRewriter] = {}
    stream_into(workbook, sheet, rewriters, _rows(rows, template), columns=reason_column + 1, count=len(rows))
    save_workbook(workbook, target, properties, rewriters=rewriters)


def _rows(rows: Sequence[RefusedRow], template: ActivityTemplate) -> Iterator[StreamedRow]:
    """Where nothing stood there is no cell: the column's own format then holds for what is typed there."""
    for refused in rows:
        cells = [None if (value := refused.cells.get(column.key)) is None else _value(value) for column in template.columns]
        yield StreamedRow([*cells, text_value(refused.reason), ExcelValue("n", refused.line, NUMBER_FORMAT)])


def _value(value: RawValue) -> ExcelValue:
    if isinstance(value, bool):
        return text_value("1" if value else "0")
    if isinstance(value, date):
        return ExcelValue("d", value, DATE_FORMAT)
    if isinstance(value, int | float) and isfinite(value):
        return ExcelValue("n", value, NUMBER_FORMAT if isinstance(value, int) else "General")
    return text_value("" if value is None else str(value))
