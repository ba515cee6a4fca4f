"""The columns and lists of the workbook in which an office may write its activities outside the program.

Made from the programme alone: the columns are those of an activity and its count fields, so no workbook can carry a field
that the programme does not have. Used by the writer of the template, by the reader and by the sheet of refused rows.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from export.documents.wording import Language, Word, text
from storage.domain.folding import fold
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
    """``key`` is the name in a record ("title") or the code of a count field ("so_cuoc").

    ``also`` is the title in the other language: read, and never written.
    """

    key: str
    title: str
    kind: ColumnKind
    also: str = ""


@dataclass(frozen=True, slots=True)
class TemplateTask:
    """A task and the types that it takes; ``also`` as in ``TemplateColumn``."""

    code: str
    title: str
    activity_types: tuple[str, ...]
    also: str = ""


@dataclass(frozen=True, slots=True)
class TemplateType:
    """An activity type and the codes of its count fields; ``also`` as in ``TemplateColumn``."""

    code: str
    title: str
    count_fields: tuple[str, ...]
    also: str = ""


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
    chosen = tuple(task for task in programme.tasks if task.activity_types and (tasks is None or task.code in tasks))
    type_codes = {code for task in chosen for code in task.activity_types}
    types = tuple(kind for kind in programme.activity_types if kind.code in type_codes)
    field_codes = {code for kind in types for code in kind.count_fields}
    titles = _count_titles(programme, language)
    fields = tuple(
        TemplateColumn(field.code, own, ColumnKind.COUNT, other)
        for field in programme.count_fields
        if field.code in field_codes
        for own, other in (titles[field.code],)
    )
    return ActivityTemplate(
        programme=programme.code,
        version=programme.version,
        columns=(*_fixed_columns(language), *fields, _fixed_column("note", Word.NOTE, ColumnKind.TEXT, language)),
        tasks=tuple(
            TemplateTask(task.code, own, task.activity_types, other)
            for task in chosen
            for own, other in (_both(task.short_title_vi, task.short_title_en, language),)
        ),
        types=tuple(
            TemplateType(kind.code, own, kind.count_fields, other)
            for kind in types
            for own, other in (_both(kind.label_vi, kind.label_en, language),)
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
    return tuple(_fixed_column(key, word, kind, language) for key, word, kind in fixed)


def _fixed_column(key: str, word: Word, kind: ColumnKind, language: Language) -> TemplateColumn:
    own, other = _both(text(word, "vi"), text(word, "en"), language)
    return TemplateColumn(key, own, kind, other)


def _count_titles(programme: Programme, language: Language) -> dict[str, tuple[str, str]]:
    """The two titles of each count field; one that two fields share is followed by the code, or no workbook could be read."""
    fields = programme.count_fields
    shared = Counter(fold(title) for field in fields for title in {field.label_vi, field.label_en})

    def told(title: str, code: str) -> str:
        return f"{title} ({code})" if shared[fold(title)] > 1 else title

    return {one.code: _both(told(one.label_vi, one.code), told(one.label_en, one.code), language) for one in fields}


def _both(vietnamese: str, english: str, language: Language) -> tuple[str, str]:
    """A title in the template's language, and in the other one."""
    return (vietnamese, english) if language == "vi" else (english, vietnamese)
