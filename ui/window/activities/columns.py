"""The columns of the list of activities: titles, widths, and the text of a cell, made from a row that was read already."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from storage.search import FoundActivity
from ui.window.activities.choices import Choices
from ui.window.activities.days import shown_iso_day

translate = QCoreApplication.translate


class Column(StrEnum):
    """The values are kept in settings: never renamed."""

    DATE = "date"
    TASK = "task"
    TYPE = "type"
    TITLE = "title"
    FIGURES = "figures"
    PLACE = "place"
    DOCUMENT = "document"
    FILES = "files"
    STATE = "state"


COLUMNS = tuple(Column)
_TITLES = {
    Column.DATE: QT_TRANSLATE_NOOP("ActivityColumns", "Date"),
    Column.TASK: QT_TRANSLATE_NOOP("ActivityColumns", "Task"),
    Column.TYPE: QT_TRANSLATE_NOOP("ActivityColumns", "Activity type"),
    Column.TITLE: QT_TRANSLATE_NOOP("ActivityColumns", "Title"),
    Column.FIGURES: QT_TRANSLATE_NOOP("ActivityColumns", "Figures"),
    Column.PLACE: QT_TRANSLATE_NOOP("ActivityColumns", "Place"),
    Column.DOCUMENT: QT_TRANSLATE_NOOP("ActivityColumns", "Number and symbol"),
    Column.FILES: QT_TRANSLATE_NOOP("ActivityColumns", "Attachments"),
    Column.STATE: QT_TRANSLATE_NOOP("ActivityColumns", "State"),
}
WIDTHS = {
    Column.DATE: 12,
    Column.TASK: 9,
    Column.TYPE: 24,
    Column.TITLE: 44,
    Column.FIGURES: 26,
    Column.PLACE: 20,
    Column.DOCUMENT: 18,
    Column.FILES: 12,
    Column.STATE: 12,
}
"""In letters of the font, so that larger text needs no other widths."""
HIDDEN_AT_FIRST = frozenset({Column.PLACE, Column.DOCUMENT, Column.FILES})


def column_title(column: Column) -> str:
    """The heading of a column, in the program's language."""
    return translate("ActivityColumns", str(_TITLES[column]))


def cell_text(row: FoundActivity, column: Column, choices: Choices) -> str:
    """What stands in a cell."""
    match column:
        case Column.DATE:
            return shown_iso_day(row.date)
        case Column.TYPE:
            kind = choices.types.get(row.type)
            return kind.label if kind else row.type
        case Column.FIGURES:
            return _figures(row, choices)
        case Column.FILES:
            return str(row.files) if row.files else ""
        case Column.STATE:
            return state_text(row)
        case Column.TITLE | Column.PLACE | Column.DOCUMENT | Column.TASK:
            return _one_line(getattr(row, column.value))


def state_text(row: FoundActivity) -> str:
    """The state of a record in a word."""
    if row.heads > 1:
        return translate("ActivityColumns", "Two versions")
    if row.state == "withdrawn":
        return translate("ActivityColumns", "Withdrawn")
    return translate("ActivityColumns", "Recorded")


def _figures(row: FoundActivity, choices: Choices) -> str:
    kind = choices.types.get(row.type)
    if kind is None:
        return " · ".join(f"{code}: {choices.number(value)}" for code, value in row.values.items())
    fields = (field for field in kind.fields if field.code in row.values)
    pattern = translate("ActivityColumns", "{unit}: {number}")
    return " · ".join(pattern.format(number=choices.number(row.values[field.code]), unit=field.unit) for field in fields)


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
