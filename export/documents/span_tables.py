"""The tables of several periods: indicators by period, year against year, groups, offices, standing, differences.

Word, Excel and the window show the same cells. Small counts of persons are shielded for single offices and groups. No figure is
computed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from export.documents.consolidated_tables import NOT_CONCERNED, frozen_cell
from export.documents.figure_cells import counts_persons, shielded, value_cell
from export.documents.official_format import whole_number
from export.documents.report_model import Align, Cell, Column, LongTable, Table, not_answered, number, words, yes_no
from export.documents.span_view import SpanView
from export.documents.span_words import word
from export.documents.wording import Language, Word, text
from storage.domain.periods import Period
from storage.domain.programme import Indicator
from storage.span_organisation import OfficeSeries
from storage.spans import SpanFigure, YearChange, changes_of, total_of
from storage.summaries import GroupFigure, IndicatorTotals


def period_title(view: SpanView, place: int, language: Language = "vi") -> str:
    """The head of a period's column: its name, and below it how firm its figures are."""
    standing = view.standings[place]
    name = standing.period.name(language)
    return f"{name[:1].upper()}{name[1:]} ({word(standing.firmness, language).lower()})"


def figure_cell_of(figure: SpanFigure, place: int, period: Period) -> Cell:
    """One indicator in one period, over all offices; it bears the trace id of the period's own report."""
    cell = figure.cells[place]
    nothing = bool(cell.none) and not cell.answered and not cell.empty
    return value_cell(cell.total, nothing=nothing, trace_id=f"F_{period.code}_{figure.indicator.id}")


def total_cell_of(figure: SpanFigure) -> Cell:
    """What the span comes to."""
    return value_cell(figure.total.value, nothing=figure.total.nothing)


def group_cells_of(figure: SpanFigure, group: str) -> list[Cell]:
    """The figures of a group, one a period, and what they come to; "x" where the indicator does not concern the group."""
    cells = [_group_cell(part, figure.indicator) for part in figure.groups[group]]
    total = figure.group_totals[group]
    return [*cells, shielded(value_cell(total.value, nothing=total.nothing), figure.indicator.unit_vi)]


def office_cells_of(view: SpanView, figure: SpanFigure, series: OfficeSeries) -> list[Cell]:
    """The figures of an office, one a period, and what they come to."""
    indicator = figure.indicator
    cells = [_office_cell(part, indicator) for part in series.parts]
    parts = [None if part is None else GroupFigure(part.value(indicator), part.answered, part.none, 0) for part in series.parts]
    total = total_of(figure.aggregation, view.span, parts, today=view.today, last=figure.total.period)
    if total.period:
        return [*cells, cells[[period.code for period in view.span.periods].index(total.period)]]
    return [*cells, shielded(value_cell(total.value, nothing=total.nothing), indicator.unit_vi)]


def change_cells(change: YearChange | None, language: Language = "vi") -> tuple[Cell, Cell]:
    """The difference with its sign, and in per cent of what was before; nothing where a year has no figure."""
    if change is None or change.difference is None:
        return not_answered(), not_answered()
    if not isinstance(change.now, int):
        shown = f"{_signed_tenths(change.difference)} {word('points', language)}"
        return words(shown), not_answered()
    share = change.share
    if share is None:
        return number(change.difference), not_answered()
    tenths = (2000 * abs(share.numerator) + share.denominator) // (2 * share.denominator)
    return number(change.difference), words(f"{_signed_tenths(tenths if share.numerator > 0 else -tenths)} %")


def figures_table(
    view: SpanView, language: Language = "vi", *, figures: Sequence[SpanFigure] | None = None, caption: str = ""
) -> Table:
    """Indicators by period, what the span comes to, and by which rule."""
    columns = (
        Column(text(Word.CODE, language), 22),
        Column(text(Word.INDICATOR, language), 70),
        Column(text(Word.UNIT, language), 20, Align.CENTRE),
        *(Column(period_title(view, place, language), 26, Align.RIGHT) for place in range(len(view.span.periods))),
        Column(word("whole", language), 26, Align.RIGHT),
        Column(word("rule", language), 34),
    )
    rows = tuple(_figure_row(view, figure, language) for figure in (view.counted() if figures is None else figures))
    return Table(columns, rows, caption)


def changes_table(view: SpanView, language: Language = "vi") -> Table:
    """Every figure that has one of the same period a year before, in the order of the plan."""
    columns = (
        Column(text(Word.CODE, language), 22),
        Column(text(Word.INDICATOR, language), 70),
        Column(text(Word.UNIT, language), 20, Align.CENTRE),
        Column(word("period", language), 36),
        Column(word("before", language), 28, Align.RIGHT),
        Column(word("now", language), 28, Align.RIGHT),
        Column(word("difference", language), 28, Align.RIGHT),
        Column(word("share", language), 26, Align.RIGHT),
    )
    rows = []
    for figure in view.counted():
        for place, change in enumerate(changes_of(view.span, figure.cells)):
            if change is not None and (change.before is not None or change.now is not None):
                period = words(view.span.periods[place].name(language))
                figures = (value_cell(change.before), value_cell(change.now), *change_cells(change, language))
                rows.append((*_named(figure.indicator, language), period, *figures))
    return Table(columns, tuple(rows))


def groups_table(view: SpanView, language: Language = "vi") -> Table:
    """Indicators by group and period."""
    rows = [
        (*_named(figure.indicator, language), words(view.group_label(group, language)), *group_cells_of(figure, group))
        for figure in view.counted()
        for group, parts in figure.groups.items()
        if any(part is not None and (part.answered or part.none) for part in parts)
    ]
    return Table(_by_period(view, language, (Column(text(Word.GROUP, language), 45),)), tuple(rows))


def offices_table(view: SpanView, series: Mapping[str, list[OfficeSeries]], language: Language = "vi") -> LongTable:
    """Indicators by office and period, for every office that gave an answer; thousands of offices make a long sheet."""
    before = (Column(text(Word.OFFICE_CODE, language), 28), Column(text(Word.OFFICE, language), 70))
    after = (Column(word("predecessors", language), 60), Column(word("heirs", language), 60))

    def rows() -> Iterator[tuple[Cell, ...]]:
        for figure in view.counted():
            for one in series.get(figure.indicator.id, ()):
                names = (words(one.office.code), words(view.office_name(one.office.code, language)))
                carried = (words(_names(view, one.predecessors, language)), words(_names(view, one.heirs, language)))
                yield (*_named(figure.indicator, language), *names, *office_cells_of(view, figure, one), *carried)

    count = sum(len(found) for found in series.values())
    return LongTable((*_by_period(view, language, before), *after), count, rows)


def standing_table(view: SpanView, language: Language = "vi") -> Table:
    """How firm each period is."""
    columns = (
        Column(word("period", language), 45),
        Column(word("standing", language), 35),
        *(Column(text(one, language), 22, Align.RIGHT) for one in (Word.OWED, Word.RECEIVED)),
        *(Column(word(key, language), 24, Align.RIGHT) for key in ("late", "unclosed", "changed")),
    )
    rows = [
        (
            words(one.period.name(language)),
            words(word(one.firmness, language)),
            *(number(count) for count in (one.owed, one.received, one.late, one.unclosed)),
            number(one.changed) if one.frozen else not_answered(),
        )
        for one in view.standings
    ]
    return Table(columns, tuple(rows))


def span_differences_table(view: SpanView, language: Language = "vi") -> Table:
    """Frozen figures that would be others today, period by period; a line with no office is a total."""
    columns = (
        Column(word("period", language), 36),
        Column(text(Word.INDICATOR_CODE, language), 25),
        Column(text(Word.INDICATOR, language), 75),
        Column(text(Word.SCOPE, language), 60),
        Column(text(Word.FROZEN, language), 30, Align.RIGHT),
        Column(text(Word.NOW, language), 30, Align.RIGHT),
    )
    return Table(columns, tuple(_difference_rows(view, language)))


def _difference_rows(view: SpanView, language: Language) -> Iterator[tuple[Cell, ...]]:
    known = {indicator.id: indicator for indicator in view.catalogue.programme.indicators}
    for period, line in view.differences:
        item, _, office = line.name.partition("|")
        indicator = known.get(item)
        label = item if indicator is None else _label(indicator, language)
        scope = view.office_name(office, language) if office else text(Word.ALL_OFFICES, language)
        shield = bool(office) and indicator is not None and counts_persons(indicator.unit_vi)
        plain = (period.name(language), item, label, scope)
        yield (*map(words, plain), frozen_cell(line.frozen, shield), frozen_cell(line.now, shield))


def _figure_row(view: SpanView, figure: SpanFigure, language: Language) -> tuple[Cell, ...]:
    cells = (figure_cell_of(figure, place, period) for place, period in enumerate(view.span.periods))
    return (*_named(figure.indicator, language), *cells, total_cell_of(figure), words(word(figure.aggregation, language)))


def _by_period(view: SpanView, language: Language, between: Iterable[Column]) -> tuple[Column, ...]:
    return (
        Column(text(Word.CODE, language), 22),
        Column(text(Word.INDICATOR, language), 64),
        Column(text(Word.UNIT, language), 20, Align.CENTRE),
        *between,
        *(Column(period_title(view, place, language), 24, Align.RIGHT) for place in range(len(view.span.periods))),
        Column(word("whole", language), 24, Align.RIGHT),
    )


def _named(indicator: Indicator, language: Language) -> tuple[Cell, Cell, Cell]:
    unit = indicator.unit_vi if language == "vi" else indicator.unit_en
    return words(indicator.id), words(_label(indicator, language)), words(unit)


def _label(indicator: Indicator, language: Language) -> str:
    return indicator.label_vi if language == "vi" else indicator.label_en


def _names(view: SpanView, offices: Sequence[str], language: Language) -> str:
    return "; ".join(view.office_name(code, language) for code in offices)


def _group_cell(part: GroupFigure | None, indicator: Indicator) -> Cell:
    if part is None:
        return words(NOT_CONCERNED)
    nothing = bool(part.none) and not part.answered and not part.empty
    return shielded(value_cell(part.total, nothing=nothing), indicator.unit_vi)


def _office_cell(part: IndicatorTotals | None, indicator: Indicator) -> Cell:
    if part is None:
        return not_answered()
    if part.yes + part.no == 1:
        return yes_no(part.yes == 1)
    return shielded(value_cell(part.value(indicator), nothing=not part.answered and bool(part.none)), indicator.unit_vi)


def _signed_tenths(value: int) -> str:
    whole, rest = divmod(abs(value), 10)
    sign = "+" if value > 0 else "-" if value < 0 else ""
    return f"{sign}{whole_number(whole)},{rest}"
