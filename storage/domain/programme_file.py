"""Reading and writing a programme as a JSON document, and every rule that holds between its parts.

A programme that ``parse_programme`` returns is whole: its references resolve, its formulas compute from fields that exist, and
none of its fields is about persons. Offices named by a task are checked against a register by ``obligations.check_references``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from storage.domain.boundary import require_no_person, require_no_person_kinds
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.programme import (
    ActivityType,
    Duty,
    GroupRule,
    Indicator,
    IndicatorKind,
    IndicatorSource,
    MonthDay,
    Programme,
    Schedule,
    Section,
    SectionKind,
    Task,
)
from storage.domain.strict_json import convert, pretty, read_raw

COMPLETENESS_NAMES = frozenset({"so_dung_han", "so_phai_nop"})
"""Reports received on time and reports owed: the only sums that a completeness formula may use."""

OUTLINE_DEPTH = 3

_KINDS_OF_SOURCE = {
    IndicatorSource.STATED: frozenset({IndicatorKind.COUNT, IndicatorKind.YES_NO, IndicatorKind.TEXT}),
    IndicatorSource.COMPUTED: frozenset({IndicatorKind.COUNT, IndicatorKind.RATIO}),
    IndicatorSource.COMPLETENESS: frozenset({IndicatorKind.RATIO}),
}


def parse_programme(data: bytes) -> Programme:
    """The programme in ``data`` (UTF-8 JSON).

    Raises SCHEMA_UNKNOWN_FIELD(field, at), SCHEMA_INVALID(at), SCHEMA_PERSON_FIELD(field, term),
    PROGRAMME_REFERENCE_UNKNOWN(reference, at) or PROGRAMME_FORMULA_INVALID(formula, position, at).
    """
    raw = read_raw(data)
    require_no_person_kinds(raw)
    programme = convert(raw, Programme)
    check_programme(programme)
    return programme


def programme_bytes(programme: Programme) -> bytes:
    """The document to distribute; the same programme always gives the same octets."""
    return pretty(programme)


def check_programme(programme: Programme) -> None:
    """The rules between the parts; raises as ``parse_programme``. For programmes built in code, e.g. from a workbook."""
    for problem in programme_problems(programme):
        raise problem


def programme_problems(programme: Programme) -> Iterator[LedgerError]:
    """Every broken rule between the parts, one for each part at most, as ``parse_programme`` would raise it."""
    for check in _checks(programme):
        try:
            check()
        except LedgerError as problem:
            yield problem


def _checks(programme: Programme) -> Iterator[Callable[[], None]]:
    yield partial(_check_unique, programme)
    for place, text in _texts_of_fields(programme):
        yield partial(require_no_person, field=place, text=text)
    for basis in programme.legal_bases:
        yield partial(_require_date, basis.date, f"legal_bases.{basis.code}.date")
    yield partial(_require_date, programme.date, "date")
    for group in programme.groups:
        is_typed = group.rule is GroupRule.TYPE
        yield partial(_require, is_typed == bool(group.office_type), f"groups.{group.code}.office_type")
    yield partial(_check_suffixes, programme.duties)
    for duty in programme.duties:
        if duty.schedule is not None:
            yield partial(_check_schedule, duty.schedule, f"duties.{duty.code}.schedule")
    for kind in programme.activity_types:
        yield partial(_check_activity_type, programme, kind)
    for task in programme.tasks:
        yield partial(_check_task, programme, task)
        for indicator in task.indicators:
            yield partial(_check_indicator, programme, task, indicator)
    yield partial(_check_outline, programme)


def _check_unique(programme: Programme) -> None:
    _unique((basis.code for basis in programme.legal_bases), "legal_bases")
    _unique((group.code for group in programme.groups), "groups")
    _unique((duty.code for duty in programme.duties), "duties")
    _unique((field.code for field in programme.count_fields), "count_fields")
    _unique((kind.code for kind in programme.activity_types), "activity_types")
    _unique((task.code for task in programme.tasks), "tasks")
    _unique((indicator.id for indicator in programme.indicators), "indicators")
    _unique((section.code for section in programme.sections), "outline")


def _texts_of_fields(programme: Programme) -> Iterator[tuple[str, str]]:
    """Whatever becomes a field, a column or a heading, with its place."""
    for field in programme.count_fields:
        for text in (field.code, field.label_vi, field.label_en, field.unit_vi, field.unit_en):
            yield f"count_fields.{field.code}", text
    for kind in programme.activity_types:
        for text in (kind.code, kind.label_vi, kind.label_en, kind.unit_vi, kind.unit_en):
            yield f"activity_types.{kind.code}", text
    for task in programme.tasks:
        for text in (task.short_title_vi, task.short_title_en):
            yield f"tasks.{task.code}", text
    for indicator in programme.indicators:
        for text in (indicator.label_vi, indicator.label_en, indicator.unit_vi, indicator.unit_en):
            yield f"indicators.{indicator.id}", text
    for section in programme.sections:
        for text in (section.code, section.title_vi, section.title_en):
            yield f"outline.{section.code}", text


def _check_suffixes(duties: tuple[Duty, ...]) -> None:
    schedules = [duty.schedule for duty in duties if duty.schedule is not None]
    _unique((schedule.period_suffix for schedule in schedules), "duties.period_suffix")


def _check_schedule(schedule: Schedule, place: str) -> None:
    _require("{year}" in schedule.period_name_vi, f"{place}.period_name_vi")
    _require("{year}" in schedule.period_name_en, f"{place}.period_name_en")
    common_year = 2001
    first = _day(schedule.data_from, common_year + schedule.data_from_year_offset, f"{place}.data_from")
    last = _day(schedule.data_to, common_year, f"{place}.data_to")
    due = _day(schedule.due_before, common_year, f"{place}.due_before")
    _require(first <= last, f"{place}.data_from")
    _require(last < due, f"{place}.data_to")


def _check_activity_type(programme: Programme, kind: ActivityType) -> None:
    place = f"activity_types.{kind.code}"
    _unique(kind.count_fields, f"{place}.count_fields")
    _unique(kind.main_fields, f"{place}.main_fields")
    known = {field.code for field in programme.count_fields}
    _resolve(kind.count_fields, known, f"{place}.count_fields")
    _resolve(kind.main_fields, kind.count_fields, f"{place}.main_fields")


def _check_task(programme: Programme, task: Task) -> None:
    place = f"tasks.{task.code}"
    _require(bool(task.text), f"{place}.text")
    _unique(task.activity_types, f"{place}.activity_types")
    _resolve(task.activity_types, {kind.code for kind in programme.activity_types}, f"{place}.activity_types")
    _resolve(task.cites, {basis.code for basis in programme.legal_bases}, f"{place}.cites")


def _check_indicator(programme: Programme, task: Task, indicator: Indicator) -> None:
    at = f"indicators.{indicator.id}"
    _require(indicator.id.rpartition("-")[0] == task.code, f"{at}.id")
    _unique(indicator.activity_types, f"{at}.activity_types")
    _resolve(indicator.activity_types, task.activity_types, f"{at}.activity_types")
    _require(indicator.kind in _KINDS_OF_SOURCE[indicator.source], f"{at}.source")
    _require((indicator.source is IndicatorSource.STATED) == (not indicator.formula), f"{at}.formula")
    try:
        formula = indicator.parsed_formula()
    except LedgerError as error:
        raise LedgerError(error.code, detail=error.detail, at=f"{at}.formula", **error.parameters) from error
    if formula is None:
        return
    _require((indicator.kind is IndicatorKind.RATIO) == (formula.denominator is not None), f"{at}.formula")
    if indicator.source is IndicatorSource.COMPLETENESS:
        _resolve(sorted(formula.names), COMPLETENESS_NAMES, f"{at}.formula")
        return
    _require(bool(indicator.activity_types), f"{at}.activity_types")
    _resolve(indicator.activity_types, {kind.code for kind in programme.activity_types}, f"{at}.activity_types")
    fields = {code: programme.activity_type(code).count_fields for code in indicator.activity_types}
    _resolve(sorted(formula.names), {field for codes in fields.values() for field in codes}, f"{at}.formula")
    for codes in fields.values():
        _require(not formula.names.isdisjoint(codes), f"{at}.activity_types")


def _check_outline(programme: Programme) -> None:
    _require(sum(section.kind is SectionKind.TASKS for section in programme.sections) <= 1, "outline")
    _check_sections(programme.outline, depth=1)


def _check_sections(sections: tuple[Section, ...], *, depth: int) -> None:
    for section in sections:
        _require(depth <= OUTLINE_DEPTH, f"outline.{section.code}")
        _require(bool(section.parts) == (section.kind is SectionKind.HEADING), f"outline.{section.code}.parts")
        _check_sections(section.parts, depth=depth + 1)


def _unique(codes: Iterable[str], place: str) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise LedgerError(Code.SCHEMA_INVALID, detail=f"{code} twice", at=f"{place}.{code}")
        seen.add(code)


def _resolve(references: Iterable[str], known: Iterable[str], place: str) -> None:
    existing = frozenset(known)
    for reference in references:
        if reference not in existing:
            raise LedgerError(Code.PROGRAMME_REFERENCE_UNKNOWN, reference=reference, at=place)


def _require(holds: bool, place: str) -> None:
    if not holds:
        raise LedgerError(Code.SCHEMA_INVALID, detail="rule between parts", at=place)


def _day(day: MonthDay, year: int, place: str) -> date:
    try:
        return date(year, day.month, day.day)
    except ValueError as error:
        raise LedgerError(Code.SCHEMA_INVALID, detail=str(error), at=place) from error


def _require_date(text: str, place: str) -> None:
    if not text:
        return
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise LedgerError(Code.SCHEMA_INVALID, detail=str(error), at=place) from error
