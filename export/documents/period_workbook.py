"""An office's report of one period as a workbook: figures, words and the activities behind them.

The office's own figures are shown whole; nothing is computed here. A draft says so in its first sheet's name and on each page.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import BinaryIO

from export.documents.figure_cells import figure_cell
from export.documents.report_model import (
    Align,
    Cell,
    Column,
    FileProperties,
    LongTable,
    Table,
    day,
    not_answered,
    number,
    words,
)
from export.documents.sheets import write_tables
from export.documents.wording import Language, Word, text
from storage.catalogue import Catalogue
from storage.domain.periods import Period
from storage.domain.programme import IndicatorKind
from storage.journal.entries import PeriodReport
from storage.ledger import Ledger
from storage.search import Filter, FoundActivity, find_activities

ALL_ROWS = 1 << 31


def write_period_workbook(
    ledger: Ledger,
    catalogue: Catalogue,
    period: Period,
    office: str,
    reported: PeriodReport,
    target: BinaryIO,
    properties: FileProperties,
    *,
    draft: bool,
    language: Language = "vi",
) -> None:
    """Three sheets to ``target``, a file open for writing bytes."""
    mark = f"{text(Word.DRAFT, language)} - " if draft else ""
    sheets = (
        (f"{mark}{text(Word.SHEET_FIGURES, language)}", _figures(catalogue, reported, language)),
        (text(Word.SHEET_TEXTS, language), _texts(catalogue, reported, language)),
        (text(Word.SHEET_ACTIVITIES, language), _activities(ledger, catalogue, period, office, language)),
    )
    name = catalogue.register.office(office).name_vi
    write_tables(sheets, target, properties, running_head=f"{mark}{name} - {period.name(language)}", language=language)


def _figures(catalogue: Catalogue, reported: PeriodReport, language: Language) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for figure in reported.figures:
        indicator = catalogue.programme.indicator(figure.item)
        if indicator.kind is IndicatorKind.TEXT:
            continue
        task = catalogue.programme.task_of_indicator(figure.item)
        title, label, unit = (
            (task.short_title_vi, indicator.label_vi, indicator.unit_vi)
            if language == "vi"
            else (task.short_title_en, indicator.label_en, indicator.unit_en)
        )
        rows.append((words(task.code), words(title), words(indicator.id), words(label), words(unit), figure_cell(figure)))
    columns = (
        Column(text(Word.TASK_CODE, language), 22),
        Column(text(Word.TASK, language), 75),
        Column(text(Word.INDICATOR_CODE, language), 25),
        Column(text(Word.INDICATOR, language), 95),
        Column(text(Word.UNIT, language), 28, Align.CENTRE),
        Column(text(Word.FIGURE, language), 35, Align.RIGHT),
    )
    return Table(columns, tuple(rows))


def _texts(catalogue: Catalogue, reported: PeriodReport, language: Language) -> Table:
    """Sections first, then the answers in words, each as it was written."""
    titles = {section.code: section for section in catalogue.programme.sections}
    rows: list[tuple[Cell, ...]] = []
    for section in reported.sections:
        known = titles.get(section.code)
        title = "" if known is None else known.title_vi if language == "vi" else known.title_en
        rows.append((words(section.code), words(title), words(section.text)))
    for figure in reported.figures:
        if figure.state == "text":
            indicator = catalogue.programme.indicator(figure.item)
            title = indicator.label_vi if language == "vi" else indicator.label_en
            rows.append((words(indicator.id), words(title), words(figure.text)))
    columns = (Column(text(Word.CODE, language), 35), Column(text(Word.QUESTION, language), 80))
    return Table((*columns, Column(text(Word.CONTENT, language), 170)), tuple(rows))


def _activities(ledger: Ledger, catalogue: Catalogue, period: Period, office: str, language: Language) -> LongTable:
    found = find_activities(ledger, Filter(office=office, period=period, state="final"), limit=ALL_ROWS)
    used = {name for activity in found for name in activity.values}
    fields = [field for field in catalogue.programme.count_fields if field.code in used]
    words_before = (Word.DATE, Word.TASK, Word.TYPE, Word.TITLE, Word.PLACE, Word.DOCUMENT)
    columns = [Column(text(word, language), width) for word, width in zip(words_before, (24, 20, 40, 90, 40, 35), strict=True)]
    columns += [Column(field.label_vi if language == "vi" else field.label_en, 24, Align.RIGHT) for field in fields]
    columns += [Column(text(Word.NOTE, language), 60), Column(text(Word.ACTIVITY_ID, language), 65)]
    in_order = sorted(found, key=lambda activity: (activity.date, activity.uid))
    codes = [field.code for field in fields]
    return LongTable(
        tuple(columns), len(in_order), lambda: (_activity_row(catalogue, activity, codes, language) for activity in in_order)
    )


def _activity_row(catalogue: Catalogue, activity: FoundActivity, codes: Sequence[str], language: Language) -> tuple[Cell, ...]:
    kind = catalogue.programme.activity_type(activity.type)
    return (
        day(date.fromisoformat(activity.date)),
        words(activity.task),
        words(kind.label_vi if language == "vi" else kind.label_en),
        *(words(value) for value in (activity.title, activity.place, activity.document)),
        *(not_answered() if (value := activity.values.get(code)) is None else number(value) for code in codes),
        words(activity.note),
        words(activity.uid),
    )
