"""The consolidated report as an Excel workbook: summary, offices, activities, submissions, trace, chart.

Every figure with a trace id is a link to its first line in the sheet "Truy vết", which lists the activities behind it. No
figure is computed here and no cell holds a formula. The same content and properties give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.worksheet import Worksheet

from export.documents.excel_cells import DATE_FORMAT, NUMBER_FORMAT, ExcelValue, excel_value, put, text_value
from export.documents.excel_file import save_workbook
from export.documents.excel_model import ActivityLine, ConsolidatedWorkbook
from export.documents.excel_stream import StreamedRow
from export.documents.long_sheets import ROWS_A_SHEET, LongSheet, add_long_sheet, lay_out, part_name, put_heads
from export.documents.package_file import MemberRewriter
from export.documents.report_model import FileProperties, LongTable, Table, ratio
from export.documents.sheets import add_table_sheet
from export.documents.wording import Language, Word, text
from storage.domain.progress import Progress, ProgressReporter, Stage, silent

_REPORT_EVERY = 2_000


def write_consolidated_workbook(
    content: ConsolidatedWorkbook,
    target: BinaryIO,
    properties: FileProperties,
    *,
    language: Language = "vi",
    report: ProgressReporter = silent,
    rows_a_sheet: int = ROWS_A_SHEET,
) -> None:
    """Write the workbook to ``target``, a file open for writing bytes. Raises ``OperationCancelled`` from ``report``."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    links = _trace_links(content, rows_a_sheet, language)
    rewriters: dict[str, MemberRewriter] = {}
    head = _running_head(content)

    def add(name: str, table: Table | LongTable, places: Mapping[str, str] | None = None) -> None:
        add_table_sheet(
            workbook, rewriters, name, table, running_head=head, links=places, language=language, rows_a_sheet=rows_a_sheet
        )

    def add_long(sheet: LongSheet) -> None:
        add_long_sheet(workbook, rewriters, sheet, running_head=head, language=language, rows_a_sheet=rows_a_sheet)

    add(text(Word.SHEET_SUMMARY, language), content.summary, links)
    add(text(Word.SHEET_OFFICES, language), content.by_office, links)
    add_long(_activity_sheet(content, language, report))
    add_long(_submission_sheet(content, language))
    add_long(_trace_sheet(content, language, report))
    _chart_sheet(workbook, content, language)
    for name, table in content.further:
        add(name, table)
    save_workbook(workbook, target, properties, rewriters=rewriters)


def _running_head(content: ConsolidatedWorkbook) -> str:
    return f"{content.title} - {content.period}"


def _trace_links(content: ConsolidatedWorkbook, rows_a_sheet: int, language: Language) -> dict[str, str]:
    """Trace id → the place of its first row."""
    places, row = {}, 0
    name = text(Word.SHEET_TRACE, language)
    for trace in content.traces:
        part, line = divmod(row, rows_a_sheet)
        places[trace.trace_id] = f"'{part_name(name, part)}'!A{line + 2}"
        row += max(1, len(trace.activity_ids))
    return places


def _activity_sheet(content: ConsolidatedWorkbook, language: Language, report: ProgressReporter) -> LongSheet:
    before = (Word.ACTIVITY_ID, Word.OFFICE_CODE, Word.OFFICE, Word.TASK, Word.TYPE)
    after = (Word.DATE, Word.TITLE, Word.PLACE, Word.DOCUMENT)
    titles = [text(word, language) for word in (*before, *after)]
    titles += [title for _, title in content.count_fields]
    titles.append(text(Word.NOTE, language))
    return LongSheet(
        name=text(Word.SHEET_ACTIVITIES, language),
        titles=tuple(titles),
        widths=(40, 22, 50, 18, 28, 22, 80, 40, 30, *[18.0] * len(content.count_fields), 50),
        count=len(content.activities),
        rows=lambda: _activity_rows(content, report),
    )


def _activity_rows(content: ConsolidatedWorkbook, report: ProgressReporter) -> Iterator[StreamedRow]:
    codes = [code for code, _ in content.count_fields]
    total = len(content.activities)
    for index, activity in enumerate(content.activities):
        if index % _REPORT_EVERY == 0:
            report(Progress(Stage.RENDERING, index, total))
        yield StreamedRow(_activity_row(activity, codes))


def _activity_row(activity: ActivityLine, codes: Sequence[str]) -> list[ExcelValue]:
    row = [text_value(value) for value in (activity.identifier, activity.office_code, activity.office, activity.task)]
    row.append(text_value(activity.activity_type))
    row.append(_day_value(activity.held_on))
    row += [text_value(value) for value in (activity.title, activity.place, activity.document)]
    for code in codes:
        value = activity.values.get(code)
        row.append(ExcelValue("", None) if value is None else ExcelValue("n", value, NUMBER_FORMAT))
    row.append(text_value(activity.note))
    return row


def _day_value(value: date | None) -> ExcelValue:
    return ExcelValue("", None) if value is None else ExcelValue("d", value, DATE_FORMAT)


def _submission_sheet(content: ConsolidatedWorkbook, language: Language) -> LongSheet:
    words = (Word.OFFICE_CODE, Word.OFFICE, Word.GROUP, Word.DUE_BEFORE, Word.RECEIVED_ON, Word.STATE, Word.NOTE)
    return LongSheet(
        name=text(Word.SHEET_SUBMISSIONS, language),
        titles=tuple(text(word, language) for word in words),
        widths=(25, 80, 50, 27, 27, 62, 60),
        count=len(content.submissions),
        rows=lambda: _submission_rows(content),
    )


def _submission_rows(content: ConsolidatedWorkbook) -> Iterator[StreamedRow]:
    for line in content.submissions:
        values = [text_value(line.office_code), text_value(line.office), text_value(line.group)]
        values += [_day_value(line.due_before), _day_value(line.received_on), text_value(line.state), text_value(line.note)]
        yield StreamedRow(values)


def _trace_sheet(content: ConsolidatedWorkbook, language: Language, report: ProgressReporter) -> LongSheet:
    words = (Word.TRACE_ID, Word.INDICATOR, Word.SCOPE, Word.FIGURE, Word.ACTIVITY_ID)
    return LongSheet(
        name=text(Word.SHEET_TRACE, language),
        titles=tuple(text(word, language) for word in words),
        widths=(62, 95, 70, 28, 100),
        count=sum(max(1, len(trace.activity_ids)) for trace in content.traces),
        rows=lambda: _trace_rows(content, report, language),
    )


def _trace_rows(content: ConsolidatedWorkbook, report: ProgressReporter, language: Language) -> Iterator[StreamedRow]:
    total = len(content.traces)
    for index, trace in enumerate(content.traces):
        if index % _REPORT_EVERY == 0:
            report(Progress(Stage.RENDERING, index, total))
        before = [text_value(trace.trace_id), text_value(trace.indicator), text_value(trace.scope)]
        figure = excel_value(trace.figure, language)
        for activity_id in trace.activity_ids or ("",):
            yield StreamedRow([*before, figure, text_value(activity_id)])


def _chart_sheet(workbook: Workbook, content: ConsolidatedWorkbook, language: Language) -> None:
    """A table of completeness by group and a native bar chart of it."""
    sheet = workbook.create_sheet(text(Word.SHEET_CHART, language))
    words = (Word.GROUP, Word.OWED, Word.RECEIVED, Word.ON_TIME, Word.COMPLETENESS)
    put_heads(sheet, [text(word, language) for word in words])
    for row_number, line in enumerate(content.completeness, start=2):
        counts = (line.owed, line.received, line.on_time)
        values = [text_value(line.group), *(ExcelValue("n", count, NUMBER_FORMAT) for count in counts)]
        values.append(excel_value(ratio(line.received, line.owed)))
        for column_number, value in enumerate(values, start=1):
            put(sheet.cell(row=row_number, column=column_number), value)
    rows = len(content.completeness)
    lay_out(sheet, _running_head(content), widths=[70, 25, 25, 25, 30], rows=rows, language=language)
    if rows:
        _add_chart(sheet, rows=rows, title=f"{text(Word.COMPLETENESS, language)} - {content.period}")


def _add_chart(sheet: Worksheet, *, rows: int, title: str) -> None:
    chart: Any = BarChart()
    chart.type, chart.title, chart.style = "bar", title, 10
    chart.add_data(Reference(sheet, min_col=5, min_row=1, max_row=rows + 1), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=rows + 1))
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 1
    chart.y_axis.number_format = "0%"
    chart.y_axis.delete = chart.x_axis.delete = False
    chart.legend = None
    chart.width, chart.height = 20, max(7.0, 1.2 * rows + 3)
    sheet.add_chart(chart, "G2")
