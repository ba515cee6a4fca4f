"""The columns and lists of the workbook in which an office may write its activities outside the program.

Made from the programme alone: the columns are those of an activity and its count fields, so no workbook can carry a field
that the programme does not have. Used by the writer of the template, by the reader and by the sheet of refused rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from export.documents.wording import Language, Word, text
from storage.domain.programme import Programme

SEPARATOR = " – "
"""Between the code and the title of an entry of a drop-down list."""


class ColumnKind(StrEnum):
    """What the cells of a column hold."""

    TASK = "task"
    TYPE = "type"
    DATE = "date"
    TEXT = "text"
    COUNT = "count"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """``key`` is the name in a record ("title") or the code of a count field ("so_cuoc")."""

    key: str
    title: str
    kind: ColumnKind


@dataclass(frozen=True, slots=True)
class TemplateTask:
    """A task and the types that it takes."""

    code: str
    title: str
    activity_types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TemplateType:
    """An activity type and the codes of its count fields."""

    code: str
    title: str
    count_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActivityTemplate:
    """Columns in their order, and what may be chosen for task and type."""

    programme: str
    version: int
    columns: tuple[TemplateColumn, ...]
    tasks: tuple[TemplateTask, ...]
    types: tuple[TemplateType, ...]

    def column(self, key: str) -> TemplateColumn:
        """The column of a key; ``KeyError`` when there is none."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)


def list_entry(code: str, title: str) -> str:
    """How a task or a type stands in its drop-down list: "II.1.a – Quán triệt"."""
    return f"{code}{SEPARATOR}{title}"


def template_of(programme: Programme, *, tasks: frozenset[str] | None = None, language: Language = "vi") -> ActivityTemplate:
    """The template of a programme; ``tasks`` limits it to the codes that concern one office, and the columns to their types."""
    vietnamese = language == "vi"
    chosen = tuple(task for task in programme.tasks if task.activity_types and (tasks is None or task.code in tasks))
    type_codes = {code for task in chosen for code in task.activity_types}
    types = tuple(kind for kind in programme.activity_types if kind.code in type_codes)
    field_codes = {code for kind in types for code in kind.count_fields}
    fields = tuple(
        TemplateColumn(field.code, field.label_vi if vietnamese else field.label_en, ColumnKind.COUNT)
        for field in programme.count_fields
        if field.code in field_codes
    )
    return ActivityTemplate(
        programme=programme.code,
        version=programme.version,
        columns=(*_fixed_columns(language), *fields, TemplateColumn("note", text(Word.NOTE, language), ColumnKind.TEXT)),
        tasks=tuple(
            TemplateTask(task.code, task.short_title_vi if vietnamese else task.short_title_en, task.activity_types)
            for task in chosen
        ),
        types=tuple(
            TemplateType(kind.code, kind.label_vi if vietnamese else kind.label_en, kind.count_fields) for kind in types
        ),
    )


def _fixed_columns(language: Language) -> tuple[TemplateColumn, ...]:
    fixed = (
        ("task", Word.TASK, ColumnKind.TASK),
        ("type", Word.TYPE, ColumnKind.TYPE),
        ("date", Word.DATE, ColumnKind.DATE),
        ("title", Word.TITLE, ColumnKind.TEXT),
        ("place", Word.PLACE, ColumnKind.TEXT),
        ("document", Word.DOCUMENT, ColumnKind.TEXT),
    )
    return tuple(TemplateColumn(key, text(word, language), kind) for key, word, kind in fixed)
