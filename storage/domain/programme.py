"""A programme: the plan as issued, and what is asked about it. Data that the centre edits and distributes, never code.

The schema is closed: a field that is not named here is refused with its name, and no field may be about persons (see
``boundary``). The text of a task is the plan's own, word for word; it is shown, and nothing is measured by it beyond the
indicators listed. Changes of a programme are new versions of the whole document; nothing here edits one.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta, Struct

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.formula import Formula, parse_formula

ProgrammeCode = Annotated[str, Meta(pattern=r"\A[0-9A-Z-]{1,32}\Z")]
GroupCode = Annotated[str, Meta(pattern=r"\A[0-9A-Z_-]{1,16}\Z")]
PartyCode = Annotated[str, Meta(pattern=r"\A[0-9A-Z_-]{1,16}\Z")]
"""The code of a group or of an office."""
FieldCode = Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9_]{0,39}\Z")]
UpperCode = Annotated[str, Meta(pattern=r"\A[A-Z][0-9A-Z_]{0,23}\Z")]
TaskCode = Annotated[str, Meta(pattern=r"\A[IVX]{1,5}(?:\.[0-9a-z]{1,3}){0,4}\Z")]
IndicatorCode = Annotated[str, Meta(pattern=r"\A[IVX]{1,5}(?:\.[0-9a-z]{1,3}){0,4}-[0-9]{1,3}\Z")]
Line = Annotated[str, Meta(min_length=1, max_length=400)]
OptionalLine = Annotated[str, Meta(max_length=400)]
Paragraph = Annotated[str, Meta(max_length=8000)]
OptionalDate = Annotated[str, Meta(pattern=r"\A(?:[0-9]{4}-[0-9]{2}-[0-9]{2})?\Z")]
"""ISO 8601, or empty when the source has none."""


class AddressMode(StrEnum):
    """How the plan speaks to the lead: "giao" assigns; "đề nghị" requests, and what is requested is never owed or overdue."""

    ASSIGNED = "ASSIGNED"
    REQUESTED = "REQUESTED"


class IndicatorKind(StrEnum):
    """The form of the answer."""

    COUNT = "COUNT"
    YES_NO = "YES_NO"
    RATIO = "RATIO"
    TEXT = "TEXT"


class IndicatorSource(StrEnum):
    """Where the figure comes from."""

    STATED = "STATED"
    """The office answers it when it closes the period."""
    COMPUTED = "COMPUTED"
    """A formula over the count fields of the task's activities."""
    COMPLETENESS = "COMPLETENESS"
    """The centre computes it from the reports it has received; no office answers it."""


class GroupRule(StrEnum):
    """What makes an office a member of a group."""

    TAG = "TAG"
    """The office carries the group's code among its groups."""
    TYPE = "TYPE"
    """The office is of the type named by ``office_type``."""


class SectionKind(StrEnum):
    """What stands in a section of the report."""

    NARRATIVE = "NARRATIVE"
    TASKS = "TASKS"
    HEADING = "HEADING"
    ANNEX = "ANNEX"


class LegalBasis(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A document that the plan rests on. Papers of the Party are cited by number and date only."""

    code: UpperCode
    type: Line
    number: Line
    date: OptionalDate
    issuer: Line
    title: OptionalLine = ""
    party_document: bool = False
    note: OptionalLine = ""


class Statement(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An objective or a requirement, word for word."""

    code: Line
    text: Paragraph


class Group(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A group of addressees that the plan names, and the rule by which offices belong to it."""

    code: GroupCode
    label_vi: Line
    label_en: Line
    rule: GroupRule
    office_type: OptionalLine = ""


class MonthDay(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A day of every year; 29 February is refused."""

    month: Annotated[int, Meta(ge=1, le=12)]
    day: Annotated[int, Meta(ge=1, le=31)]


class Schedule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The dates of a duty that recurs every year.

    ``due_before`` is exclusive ("trước 20/6": the last day on time is 19 June). Figures are taken from ``data_from``, in the
    year shifted by ``data_from_year_offset`` (0 or -1), to ``data_to``, the default cut-off, both inclusive. A period's code is
    the year followed by ``period_suffix``; ``{year}`` in the names stands for the year.
    """

    due_before: MonthDay
    data_from: MonthDay
    data_from_year_offset: Annotated[int, Meta(ge=-1, le=0)]
    data_to: MonthDay
    period_suffix: Annotated[str, Meta(pattern=r"\A(?:S[12]|Q[1-4]|0[1-9]|1[0-2])?\Z")]
    period_name_vi: Line
    period_name_en: Line


class Duty(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A report that the plan asks for. Without a schedule the plan states no date, and the duty is never overdue."""

    code: UpperCode
    name_vi: Line
    name_en: Line
    from_groups: tuple[PartyCode, ...]
    to: PartyCode
    to_text: OptionalLine
    text: Paragraph
    schedule: Schedule | None = None


class CountField(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One number of an activity, never negative."""

    code: FieldCode
    label_vi: Line
    label_en: Line
    unit_vi: Line
    unit_en: Line


class ActivityType(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A kind of work with its count fields; ``main_fields`` are those shown in lists and asked for first."""

    code: UpperCode
    label_vi: Line
    label_en: Line
    unit_vi: Line
    unit_en: Line
    count_fields: Annotated[tuple[FieldCode, ...], Meta(min_length=1, max_length=12)]
    main_fields: Annotated[tuple[FieldCode, ...], Meta(min_length=1)]
    note: Paragraph = ""


class Indicator(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One figure or answer of a task. ``activity_types`` are those whose activities count towards it (or are its evidence)."""

    id: IndicatorCode
    label_vi: Line
    label_en: Line
    unit_vi: Line
    unit_en: Line
    kind: IndicatorKind
    source: IndicatorSource
    activity_types: tuple[UpperCode, ...] = ()
    formula: OptionalLine = ""
    optional: bool = False
    note: Paragraph = ""

    def parsed_formula(self) -> Formula | None:
        """Raises PROGRAMME_FORMULA_INVALID."""
        return parse_formula(self.formula) if self.formula else None


class Task(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One task. ``lead`` and ``coordinating`` hold codes of groups or offices; ``not_recorded`` says what stays out."""

    code: TaskCode
    label_vi: Line
    short_title_vi: Line
    short_title_en: Line
    text: Paragraph
    address_mode: AddressMode
    lead: Annotated[tuple[PartyCode, ...], Meta(min_length=1)]
    coordinating: tuple[PartyCode, ...] = ()
    cites: tuple[UpperCode, ...] = ()
    activity_types: tuple[UpperCode, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    not_recorded: tuple[Line, ...] = ()
    editor_note: Paragraph = ""


class Section(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A section of the report's outline; ``parts`` are its subsections."""

    code: UpperCode
    number: OptionalLine
    title_vi: Line
    title_en: Line
    kind: SectionKind
    required: bool = False
    parts: tuple[Section, ...] = ()


class SourceIssue(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A slip or gap in the plan's text: kept word for word there, and noted here."""

    kind: Line
    where: Line
    found: Line
    suggestion: Paragraph


class Programme(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """A whole programme. Look things up by code with the methods; the tuples keep the plan's order."""

    format: Literal[1]
    code: ProgrammeCode
    version: Annotated[int, Meta(ge=1, le=1_000_000)]
    title: Paragraph
    issuer: Line
    number: OptionalLine
    date: OptionalDate
    boundary: Paragraph
    legal_bases: tuple[LegalBasis, ...]
    objectives: tuple[Statement, ...]
    requirements: tuple[Statement, ...]
    groups: tuple[Group, ...]
    duties: tuple[Duty, ...]
    count_fields: tuple[CountField, ...]
    activity_types: tuple[ActivityType, ...]
    tasks: Annotated[tuple[Task, ...], Meta(min_length=1)]
    recipients: tuple[Line, ...]
    outline: tuple[Section, ...]
    source_issues: tuple[SourceIssue, ...] = ()
    notes: tuple[Paragraph, ...] = ()

    def task(self, code: str) -> Task:
        """Raises TASK_UNKNOWN(task)."""
        try:
            return self._tasks[code]
        except KeyError as error:
            raise LedgerError(Code.TASK_UNKNOWN, task=code) from error

    def activity_type(self, code: str) -> ActivityType:
        """Raises TYPE_UNKNOWN(type)."""
        try:
            return self._activity_types[code]
        except KeyError as error:
            raise LedgerError(Code.TYPE_UNKNOWN, type=code) from error

    def count_field(self, code: str) -> CountField:
        """Raises FIELD_UNKNOWN(field)."""
        try:
            return self._count_fields[code]
        except KeyError as error:
            raise LedgerError(Code.FIELD_UNKNOWN, field=code) from error

    def indicator(self, identifier: str) -> Indicator:
        """Raises ANSWER_UNKNOWN(indicator)."""
        try:
            return self._indicators[identifier][1]
        except KeyError as error:
            raise LedgerError(Code.ANSWER_UNKNOWN, indicator=identifier) from error

    def task_of_indicator(self, identifier: str) -> Task:
        """Raises ANSWER_UNKNOWN(indicator)."""
        self.indicator(identifier)
        return self._indicators[identifier][0]

    def group(self, code: str) -> Group | None:
        """The group of that code; ``None`` when the code is not a group's (it is then an office's)."""
        return self._groups.get(code)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators in the order of the tasks."""
        return tuple(indicator for task in self.tasks for indicator in task.indicators)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The outline flattened, each section before its parts."""
        return tuple(_flattened(self.outline))

    @cached_property
    def narrative_sections(self) -> tuple[Section, ...]:
        """The sections that an office writes itself."""
        return tuple(section for section in self.sections if section.kind is SectionKind.NARRATIVE)

    @cached_property
    def _tasks(self) -> dict[str, Task]:
        return {task.code: task for task in self.tasks}

    @cached_property
    def _activity_types(self) -> dict[str, ActivityType]:
        return {kind.code: kind for kind in self.activity_types}

    @cached_property
    def _count_fields(self) -> dict[str, CountField]:
        return {field.code: field for field in self.count_fields}

    @cached_property
    def _indicators(self) -> dict[str, tuple[Task, Indicator]]:
        return {indicator.id: (task, indicator) for task in self.tasks for indicator in task.indicators}

    @cached_property
    def _groups(self) -> dict[str, Group]:
        return {group.code: group for group in self.groups}


def _flattened(sections: tuple[Section, ...]) -> list[Section]:
    result: list[Section] = []
    for section in sections:
        result.append(section)
        result.extend(_flattened(section.parts))
    return result
