"""The centre's annex in Excel: the consolidated workbook filled from a view of the ledger.

Each figure's trace id leads to the activities, or to the signed closing, behind it. Figures on sanctions appear once, as a total.
"""

from __future__ import annotations

from collections.abc import Iterator
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
from export.documents.report_model import Column, Table, words
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
        summary=summary_table(view, language, with_tasks=False),
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
    for figure in view.counted():
        label = figure.indicator.label_vi if language == "vi" else figure.indicator.label_en
        name = f"{figure.indicator.id} {label}"
        yield TraceLine(
            trace_of(view, figure.indicator),
            name,
            text(Word.ALL_OFFICES, language),
            total_cell(view, figure),
            _total_sources(view, figure),
        )
        if not has_breakdown(figure):
            continue
        by_office = {office: view.sources.of_office(figure.task, figure.indicator, office) for office in _ordered(view, figure)}
        for group in view.consolidation.groups:
            if group in figure.by_group:
                sources = [
                    source for office, found in by_office.items() if view.office(office).type == group for source in found
                ]
                scope, label = trace_of(view, figure.indicator, f"@{group}"), view.group_label(group, language)
                yield TraceLine(scope, name, label, group_cell(view, figure, group), tuple(sources))
        for office, found in by_office.items():
            part = figure_cell(figure.by_office[office])
            if found:
                shown = shielded(part, figure.indicator.unit_vi)
                yield TraceLine(trace_of(view, figure.indicator, office), name, office, shown, found)


def _total_sources(view: CentreView, figure: ConsolidatedFigure) -> tuple[str, ...]:
    if figure.indicator.source is IndicatorSource.COMPLETENESS:
        return view.sources.closings([cell.office for cell in view.owed])
    offices = _ordered(view, figure) if has_breakdown(figure) else [office.code for office in view.consolidation.offices]
    return tuple(source for code in offices for source in view.sources.of_office(figure.task, figure.indicator, code))


def _ordered(view: CentreView, figure: ConsolidatedFigure) -> list[str]:
    return sorted(figure.by_office, key=lambda code: (view.office_order.get(code, len(view.office_order)), code))
