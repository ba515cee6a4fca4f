"""The centre's annex in Excel: the consolidated workbook filled from a view of the ledger.

Each figure's trace id leads to the activities, or to the signed closing, behind it. Figures on sanctions appear once, as a
total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from export.documents.cautions import cautions
from export.documents.centre_view import CentreView
from export.documents.consolidated_tables import (
    differences_table,
    group_cell,
    has_breakdown,
    office_table,
    summary_table,
    total_cell,
    trace_of,
)
from export.documents.excel_model import ActivityLine, ConsolidatedWorkbook, SubmissionLine, TraceLine
from export.documents.figure_cells import counts_persons, figure_cell, is_small_count, shielded
from export.documents.report_model import Cell, CellKind, Column, Table, words
from export.documents.wording import Language, Word, text
from storage.consolidation import ConsolidatedFigure
from storage.domain.programme import IndicatorSource
from storage.search import FoundActivity

_SHIELD_NOTE = ("Số lượt người dưới 5 không nêu", "Attendances below 5 are not shown")


def consolidated_workbook(view: CentreView, *, title: str, language: Language = "vi") -> ConsolidatedWorkbook:
    """All sheets of the period."""
    used = {name for activity in view.activities for name in activity.values}
    fields = [field for field in view.catalogue.programme.count_fields if field.code in used]
    further: list[tuple[str, Table]] = []
    if notes := cautions(view):
        column = Column(text(Word.CAUTION, language), 230)
        further.append((text(Word.SHEET_CAUTIONS, language), Table((column,), tuple((words(note),) for note in notes))))
    if view.differences:
        further.append((text(Word.SHEET_DIFFERENCES, language), differences_table(view, language)))
    return ConsolidatedWorkbook(
        title=title,
        period=view.period.name(language),
        summary=summary_table(view, language),
        by_office=office_table(view, language),
        activities=[_activity_line(view, activity, language) for activity in view.activities],
        submissions=[*_submissions(view, language)],
        traces=[*_traces(view, language)],
        completeness=view.completeness(language),
        count_fields=tuple((field.code, field.label_vi if language == "vi" else field.label_en) for field in fields),
        further=tuple(further),
    )


def _activity_line(view: CentreView, activity: FoundActivity, language: Language) -> ActivityLine:
    office = view.office(activity.office)
    kind = view.catalogue.programme.activity_type(activity.type)
    small = {
        name
        for name, value in activity.values.items()
        if is_small_count(value) and counts_persons(view.catalogue.programme.count_field(name).unit_vi)
    }
    notes = [activity.note] if activity.note else []
    if small:
        notes.append(_SHIELD_NOTE[0 if language == "vi" else 1])
    return ActivityLine(
        identifier=activity.uid,
        office_code=office.code,
        office=office.name_vi if language == "vi" else office.name_en,
        task=activity.task,
        activity_type=kind.label_vi if language == "vi" else kind.label_en,
        held_on=date.fromisoformat(activity.date),
        title=activity.title,
        place=activity.place,
        document=activity.document,
        values={name: value for name, value in activity.values.items() if name not in small},
        note="; ".join(notes),
    )


def _submissions(view: CentreView, language: Language) -> Iterator[SubmissionLine]:
    """Owed reports first, then those that were only requested, which have no deadline."""
    for cell in (*view.owed, *view.requested):
        office = view.office(cell.office)
        heirs = ", ".join(cell.obligation.inherited_from)
        yield SubmissionLine(
            office_code=office.code,
            office=office.name_vi if language == "vi" else office.name_en,
            group=view.group_label(office.type, language),
            due_before=None if cell.obligation.requested else cell.obligation.due_before,
            received_on=cell.received_on,
            state=view.state_text(cell, language),
            note=f"Kế thừa: {heirs}" if heirs and language == "vi" else f"Succeeds: {heirs}" if heirs else "",
        )


def _traces(view: CentreView, language: Language) -> Iterator[TraceLine]:
    """The lines behind every figure that has an answer, the total first, then groups and offices."""
    for figure in view.counted():
        indicator = figure.indicator
        label = f"{indicator.id} {indicator.label_vi if language == 'vi' else indicator.label_en}"
        for scope, name, cell, sources in _scopes(view, figure, language):
            if cell.kind is not CellKind.EMPTY:
                yield TraceLine(trace_of(view, indicator, scope), label, name, cell, tuple(sources))


def _scopes(view: CentreView, figure: ConsolidatedFigure, language: Language) -> Iterator[tuple[str, str, Cell, Sequence[str]]]:
    """(scope of the trace id, its name, figure, sources)."""
    yield "", text(Word.ALL_OFFICES, language), total_cell(view, figure), _total_sources(view, figure)
    if not has_breakdown(figure):
        return
    by_office = {code: view.sources.of_office(figure.task, figure.indicator, code) for code in _ordered(view, figure)}
    by_group: dict[str, list[str]] = {group: [] for group in view.consolidation.groups if group in figure.by_group}
    for code, sources in by_office.items():
        by_group[view.office(code).type] += sources
    for group, found in by_group.items():
        yield f"@{group}", view.group_label(group, language), group_cell(view, figure, group), found
    for code, sources in by_office.items():
        office = view.office(code)
        cell = shielded(figure_cell(figure.by_office[code]), figure.indicator.unit_vi)
        yield code, office.name_vi if language == "vi" else office.name_en, cell, sources


def _total_sources(view: CentreView, figure: ConsolidatedFigure) -> tuple[str, ...]:
    if figure.indicator.source is IndicatorSource.COMPLETENESS:
        return view.sources.closings([cell.office for cell in view.owed])
    offices = _ordered(view, figure) if has_breakdown(figure) else [office.code for office in view.consolidation.offices]
    return tuple(source for code in offices for source in view.sources.of_office(figure.task, figure.indicator, code))


def _ordered(view: CentreView, figure: ConsolidatedFigure) -> list[str]:
    return sorted(figure.by_office, key=lambda code: (view.office_order.get(code, len(view.office_order)), code))
