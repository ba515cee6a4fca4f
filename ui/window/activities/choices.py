"""What the form and the filters offer: this office's tasks, their types with count fields, and the periods. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from storage.catalogue import Catalogue
from storage.domain.folding import fold
from storage.domain.periods import Period
from storage.domain.programme import ActivityType, Programme, Task

Language = Literal["vi", "en"]
_YEARS_BACK = 2


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """One count field of a type."""

    code: str
    label: str
    unit: str


@dataclass(frozen=True, slots=True)
class TypeChoice:
    """One activity type; ``main`` are the codes of the fields shown in lists."""

    code: str
    label: str
    fields: tuple[FieldChoice, ...]
    main: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskChoice:
    """One task; ``text`` is the plan's own, ``key`` what typing is compared with."""

    code: str
    title: str
    text: str
    types: tuple[str, ...]
    key: str

    @property
    def shown(self) -> str:
        """Code and title."""
        return f"{self.code} – {self.title}"


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that can be chosen. ``tasks`` concern this office today; ``names`` knows every task of the programme."""

    office: str
    language: Language
    today: date
    tasks: tuple[TaskChoice, ...]
    names: dict[str, TaskChoice]
    types: dict[str, TypeChoice]
    periods: tuple[Period, ...]
    current: Period

    def types_of(self, task: str) -> tuple[TypeChoice, ...]:
        """The types that may be recorded under a task."""
        found = self.names.get(task)
        return tuple(self.types[code] for code in found.types) if found else ()

    def number(self, value: int) -> str:
        """1.234 in Vietnamese, 1,234 in English."""
        written = f"{value:,}"
        return written.replace(",", ".") if self.language == "vi" else written

    def field_label(self, code: str) -> str:
        """The label of a count field; the code itself when nobody knows it."""
        fields = (field for kind in self.types.values() for field in kind.fields)
        return next((field.label for field in fields if field.code == code), code)


def make_choices(catalogue: Catalogue, office: str, language: Language) -> Choices:
    """The choices of an office today, in a language; periods newest first, the current one at their head."""
    programme, today = catalogue.programme, catalogue.today
    current = catalogue.periods.current(today)
    years = range(today.year - _YEARS_BACK, current.due_before.year + 1)
    periods = [period for year in years for period in catalogue.periods.of_year(year) if not current < period]
    names = {task.code: _task(task, language) for task in programme.tasks}
    return Choices(
        office=office,
        language=language,
        today=today,
        tasks=tuple(names[task.code] for task in catalogue.tasks_of(office, today) if task.activity_types),
        names=names,
        types={kind.code: _type(programme, kind, language) for kind in programme.activity_types},
        periods=tuple(sorted(periods, reverse=True)),
        current=current,
    )


def matching_tasks(tasks: Iterable[TaskChoice], typed: str) -> list[TaskChoice]:
    """The tasks that hold every typed word, without accents; those whose code begins so come first."""
    words = fold(typed).replace("–", " ").split()
    found = [task for task in tasks if all(word in task.key for word in words)]
    return sorted(found, key=lambda task: not (words and task.key.startswith(words[0])))


def _task(task: Task, language: Language) -> TaskChoice:
    title = task.short_title_vi if language == "vi" else task.short_title_en
    key = fold(f"{task.code} {task.short_title_vi} {task.short_title_en}")
    return TaskChoice(task.code, title, task.text, task.activity_types, key)


def _type(programme: Programme, kind: ActivityType, language: Language) -> TypeChoice:
    fields = [programme.count_field(code) for code in kind.count_fields]
    if language == "vi":
        shown = tuple(FieldChoice(field.code, field.label_vi, field.unit_vi) for field in fields)
        return TypeChoice(kind.code, kind.label_vi, shown, kind.main_fields)
    shown = tuple(FieldChoice(field.code, field.label_en, field.unit_en) for field in fields)
    return TypeChoice(kind.code, kind.label_en, shown, kind.main_fields)
