"""The tables of the centre's report: totals by group, offices one by one, who reported, what offices wrote, differences.

Word and Excel show the same tables; a figure's trace id is the same in both. Shares were added up before they were divided; an
"x" stands where an indicator does not concern a group. Small counts of persons are shielded for single offices and groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from export.documents.centre_view import CentreView
from export.documents.figure_cells import (
    counts_persons,
    figure_cell,
    is_small_count,
    paragraphs_of,
    question,
    shielded,
    value_cell,
)
from export.documents.report_model import Align, Cell, Column, LongTable, Table, day, not_answered, number, words
from export.documents.wording import Language, Word, text
from storage.consolidation import ConsolidatedFigure, Difference, is_total_only
from storage.domain.programme import Indicator, IndicatorKind, IndicatorSource, SectionKind
from storage.follow_up import Cell as FollowUpCell

NOT_CONCERNED = "x"
_STATES = {"none": Word.NOTHING_OCCURRED, "yes": Word.YES, "no": Word.NO}


def trace_of(view: CentreView, indicator: Indicator, scope: str = "") -> str:
    """The trace id of a figure: of the total, of a group (``@so``) or of an office (``STC``)."""
    return "_".join(part for part in ("F", view.period.code, indicator.id, scope) if part)


def total_cell(view: CentreView, figure: ConsolidatedFigure) -> Cell:
    """The figure over all offices."""
    nothing = bool(figure.none) and not figure.answered and not figure.empty
    return value_cell(figure.total, nothing=nothing, trace_id=trace_of(view, figure.indicator))


def group_cell(view: CentreView, figure: ConsolidatedFigure, group: str) -> Cell:
    """The figure of one group; "x" when the indicator has no breakdown or does not concern the group."""
    if group not in figure.by_group:
        return words(NOT_CONCERNED)
    states = {part.state for office, part in figure.by_office.items() if view.office(office).type == group}
    cell = value_cell(
        figure.by_group[group], nothing=states == {"none"}, trace_id=trace_of(view, figure.indicator, f"@{group}")
    )
    return shielded(cell, figure.indicator.unit_vi)


def summary_table(view: CentreView, language: Language = "vi") -> Table:
    """All indicators by group in one table, for a sheet."""
    groups = view.consolidation.groups
    columns = (
        Column(text(Word.CODE, language), 24),
        Column(text(Word.INDICATOR, language), 90),
        Column(text(Word.UNIT, language), 26, Align.CENTRE),
        Column(text(Word.TOTAL, language), 32, Align.RIGHT),
        *(Column(view.group_label(group, language), 28, Align.RIGHT) for group in groups),
        Column(text(Word.OFFICES_ANSWERED, language), 24, Align.RIGHT),
        Column(text(Word.OFFICES_NONE, language), 24, Align.RIGHT),
        Column(text(Word.OFFICES_EMPTY, language), 24, Align.RIGHT),
    )
    return Table(columns, tuple(_summary_row(view, figure, groups, language) for figure in view.counted()))


def task_tables(view: CentreView) -> Iterator[Table]:
    """A table for each task of which anything is known, with the groups that it concerns, for a page."""
    by_task: dict[str, list[ConsolidatedFigure]] = {}
    for figure in view.counted():
        by_task.setdefault(figure.task.code, []).append(figure)
    for code, figures in by_task.items():
        if not any(is_known(figure) for figure in figures):
            continue
        groups = [group for group in view.consolidation.groups if any(group in figure.by_group for figure in figures)]
        columns = (
            Column("Mã", 20),
            Column("Chỉ tiêu", 64),
            Column("Đơn vị tính", 19, Align.CENTRE),
            Column("Tổng số", 24, Align.RIGHT),
            *(Column(view.group_label(group), 20, Align.RIGHT) for group in groups),
            *(Column(title, 16, Align.RIGHT) for title in ("Đơn vị có số liệu", "Đơn vị không phát sinh", "Đơn vị chưa có")),
        )
        rows = tuple(_summary_row(view, figure, groups, "vi") for figure in figures)
        yield Table(columns, rows, f"{code}. {figures[0].task.short_title_vi}")


def is_known(figure: ConsolidatedFigure) -> bool:
    """Whether any office gave an answer, be it that nothing took place."""
    return figure.total is not None or figure.none > 0


def _summary_row(view: CentreView, figure: ConsolidatedFigure, groups: Sequence[str], language: Language) -> tuple[Cell, ...]:
    indicator = figure.indicator
    counts: Iterable[Cell] = [words(NOT_CONCERNED)] * 3
    if has_breakdown(figure):
        counts = [number(figure.answered), number(figure.none), number(figure.empty)]
    return (
        words(indicator.id),
        words(indicator.label_vi if language == "vi" else indicator.label_en),
        words(indicator.unit_vi if language == "vi" else indicator.unit_en),
        total_cell(view, figure),
        *(group_cell(view, figure, group) for group in groups),
        *counts,
    )


def has_breakdown(figure: ConsolidatedFigure) -> bool:
    """Whether a figure may be shown by group and office: sanctions may not, and completeness is nobody's answer."""
    return not is_total_only(figure.indicator, figure.task) and figure.indicator.source is not IndicatorSource.COMPLETENESS


def office_table(view: CentreView, language: Language = "vi") -> LongTable:
    """One line for each office and indicator, in the order of the register.

    An office that has reported anything shows what it left open too; one that has not is told among the submissions alone.
    """
    columns = (
        Column(text(Word.OFFICE_CODE, language), 28),
        Column(text(Word.OFFICE, language), 80),
        Column(text(Word.GROUP, language), 45),
        Column(text(Word.INDICATOR_CODE, language), 25),
        Column(text(Word.INDICATOR, language), 90),
        Column(text(Word.UNIT, language), 26, Align.CENTRE),
        Column(text(Word.FIGURE, language), 32, Align.RIGHT),
    )
    shown = view.received | view.data.offices
    codes = [office.code for office in view.consolidation.offices if office.code in shown]
    figures = list(view.counted())
    count = sum(code in figure.by_office for figure in figures for code in codes)
    return LongTable(columns, count, lambda: _office_rows(view, codes, figures, language))


def _office_rows(
    view: CentreView, codes: Sequence[str], figures: Sequence[ConsolidatedFigure], language: Language
) -> Iterator[tuple[Cell, ...]]:
    for code in codes:
        office = view.office(code)
        name = office.name_vi if language == "vi" else office.name_en
        whose = (words(code), words(name), words(view.group_label(office.type, language)))
        for figure in figures:
            if code not in figure.by_office:
                continue
            indicator = figure.indicator
            label, unit = (
                (indicator.label_vi, indicator.unit_vi) if language == "vi" else (indicator.label_en, indicator.unit_en)
            )
            part = figure_cell(figure.by_office[code], trace_id=trace_of(view, indicator, code))
            yield (*whose, words(indicator.id), words(label), words(unit), shielded(part, indicator.unit_vi))


def follow_up_table(view: CentreView, cells: Iterable[FollowUpCell], caption: str) -> Table:
    """Who reported and when, for the Word report."""
    columns = (
        Column("TT", 11, Align.CENTRE),
        Column("Cơ quan, đơn vị", 70),
        Column("Nhóm", 35),
        Column("Ngày nhận", 28, Align.CENTRE),
        Column("Tình trạng", 44),
    )
    rows = [
        (
            words(str(place)),
            words(view.office(cell.office).name_vi),
            words(view.group_label(view.office(cell.office).type)),
            day(cell.received_on),
            words(view.state_text(cell)),
        )
        for place, cell in enumerate(cells, start=1)
    ]
    return Table(columns, tuple(rows), caption)


def narrative_tables(view: CentreView) -> Iterator[Table]:
    """What offices wrote, section by section and question by question, each paragraph as it was written."""
    programme = view.catalogue.programme
    titles = [(section.code, section.title_vi) for section in programme.sections if section.kind is SectionKind.NARRATIVE]
    titles += [
        (indicator.id, f"{indicator.id}. {question(indicator)}")
        for indicator in programme.indicators
        if indicator.kind is IndicatorKind.TEXT
    ]
    for item, title in titles:
        rows = [
            (words(view.office(office).name_vi if first else ""), words(line))
            for office, written in texts_of(view, item)
            for first, line in _with_first(paragraphs_of(written))
        ]
        if rows:
            yield Table((Column("Cơ quan, đơn vị", 50), Column("Nội dung", 115)), tuple(rows), title)


def texts_of(view: CentreView, item: str) -> list[tuple[str, str]]:
    """(office, text) of all that was written for a section or question, in the order of the register."""
    found = [
        (office, answer.text)
        for (office, code), answer in view.data.answers.items()
        if code == item and answer.state == "text" and answer.text.strip()
    ]
    return sorted(found, key=lambda pair: (view.office_order.get(pair[0], len(view.office_order)), pair[0]))


def _with_first(lines: Iterable[str]) -> Iterator[tuple[bool, str]]:
    return ((place == 0, line) for place, line in enumerate(lines))


def differences_table(view: CentreView, language: Language = "vi") -> Table:
    """Frozen figures that would be others today; a line with no office is a total."""
    columns = (
        Column(text(Word.INDICATOR_CODE, language), 25),
        Column(text(Word.INDICATOR, language), 75),
        Column(text(Word.SCOPE, language), 60),
        Column(text(Word.FROZEN, language), 30, Align.RIGHT),
        Column(text(Word.NOW, language), 30, Align.RIGHT),
    )
    return Table(columns, tuple(_difference_row(view, line, language) for line in view.differences))


def _difference_row(view: CentreView, line: Difference, language: Language) -> tuple[Cell, ...]:
    item, _, office = line.name.partition("|")
    known = [indicator for indicator in view.catalogue.programme.indicators if indicator.id == item]
    label = ("" if not known else known[0].label_vi if language == "vi" else known[0].label_en) or item
    scope = text(Word.ALL_OFFICES, language)
    if office:
        scope = view.office(office).name_vi if language == "vi" else view.office(office).name_en
    shield = bool(office) and bool(known) and counts_persons(known[0].unit_vi)
    return (words(item), words(label), words(scope), frozen_cell(line.frozen, shield), frozen_cell(line.now, shield))


def frozen_cell(value: str, shield: bool) -> Cell:
    """A figure as it was written down when it was frozen: digits, two numbers with a stroke, or the name of a state."""
    if value in ("", "empty"):
        return not_answered()
    if value in _STATES:
        return words(text(_STATES[value]))
    if value.isdecimal():
        return words("<5") if shield and is_small_count(int(value)) else number(int(value))
    return words(value)
