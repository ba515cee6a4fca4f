"""Several periods as the centre's page shows them: read once by the worker, texts only. No Qt.

What a span comes to stands in ``storage.spans``, how a figure is written in ``export.documents``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.completeness import Organisation
from storage.spans import last_due, span_between, span_report, whole_plan
from ui.window.consolidate.view import ActivityLine, Language, PeriodChoice, read_activities

if TYPE_CHECKING:  # documents are loaded by the worker
    from export.documents.span_view import SpanView
    from export.exchange.station import Station
    from storage.catalogue import Catalogue
    from storage.spans import SpanFigure

INTERIM, FINAL, OWN = "interim", "final", ""
"""Keys of what is offered beside the years, which are keys by their own digits."""
_FEWEST_YEARS = 5


@dataclass(frozen=True, slots=True)
class WantedSpan:
    """What is to be read; the interim review when ``first`` is empty. ``preset`` is the key that was chosen, if any."""

    first: str = ""
    last: str = ""
    preset: str = INTERIM
    organisation: Organisation = Organisation.AS_REPORTED


@dataclass(frozen=True, slots=True)
class PeriodHead:
    """The head of a period's column. ``firm``: its figures are whole and unchanged."""

    code: str
    name: str
    firmness: str
    firm: bool


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """One indicator in one period; ``difference`` and ``share`` are against the same period a year before."""

    figure: str
    difference: str
    share: str
    answered: int
    none: int
    empty: int


@dataclass(frozen=True, slots=True)
class SpanLine:
    """One indicator: ``cells`` hold one text a period and then what they come to; ``groups`` likewise, each after its name."""

    task: str
    indicator: str
    label: str
    unit: str
    rule: str
    cells: tuple[str, ...]
    periods: tuple[PeriodLine, ...]
    groups: tuple[tuple[str, ...], ...]
    by_office: bool


@dataclass(frozen=True, slots=True)
class SpanSheet:
    """Everything that the tab shows at first; ``presets``: key → (first, last), the years last."""

    wanted: WantedSpan
    name: str
    choices: tuple[PeriodChoice, ...]
    presets: Mapping[str, tuple[str, str]]
    heads: tuple[PeriodHead, ...]
    tasks: Mapping[str, str]
    lines: tuple[SpanLine, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpanOffice:
    """One office behind a figure. ``offices`` are those whose activities stand behind it: itself and whom it carries on."""

    name: str
    cells: tuple[str, ...]
    note: str
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpanOffices:
    """The offices behind one indicator, in the order of the register."""

    indicator: str
    lines: tuple[SpanOffice, ...]


def read_span(station: Station, wanted: WantedSpan, language: Language) -> SpanSheet:
    """Reads the ledger. Raises ``LedgerError``: WRONG_ROLE, PERIOD_UNKNOWN, PERIOD_SPAN_INVALID, LEDGER_DAMAGED."""
    from export.documents.span_view import span_view
    from export.documents.span_words import is_firm, remarks, word

    ledger, catalogue = station.ledger, station.catalogue
    whole = whole_plan(ledger, catalogue)
    presets = _presets(catalogue, whole)
    if not wanted.first:
        first, last = presets[INTERIM]
        wanted = WantedSpan(first, last, INTERIM, wanted.organisation)
    span = span_between(catalogue, wanted.first, wanted.last)
    view = span_view(ledger, catalogue, span, organisation=wanted.organisation, with_differences=False)
    heads = tuple(
        PeriodHead(one.period.code, _begun(one.period.name(language)), word(one.firmness, language), is_firm(one))
        for one in view.standings
    )
    return SpanSheet(
        wanted=wanted,
        name=_begun(view.name(language)),
        choices=_choices(catalogue, whole, language),
        presets=presets,
        heads=heads,
        tasks={
            task.code: task.short_title_vi if language == "vi" else task.short_title_en for task in catalogue.programme.tasks
        },
        lines=tuple(_line(view, figure, language) for figure in view.counted()),
        remarks=remarks(view, language),
    )


def read_offices(station: Station, wanted: WantedSpan, indicator: str, language: Language) -> SpanOffices:
    """The offices behind one indicator. Raises as ``read_span``."""
    from export.documents.span_tables import office_cells_of
    from export.documents.span_view import SpanView
    from export.documents.span_words import word
    from export.documents.word_table import cell_text
    from storage.span_organisation import office_series

    ledger, catalogue = station.ledger, station.catalogue
    span = span_between(catalogue, wanted.first, wanted.last)
    # what an indicator comes to is the same in both views, and as reported it is kept
    view = SpanView(catalogue, span_report(ledger, catalogue, span), (), (), {}, ledger.office)
    (figure,) = (figure for figure in view.counted() if figure.indicator.id == indicator)
    series = office_series(ledger, catalogue, span.periods, [indicator], wanted.organisation)[indicator]
    lines = []
    for one in series:
        carried = [(word("predecessors", language), one.predecessors), (word("heirs", language), one.heirs)]
        notes = [
            f"{title}: {'; '.join(view.office_name(code, language) for code in codes)}" for title, codes in carried if codes
        ]
        cells = tuple(cell_text(cell, language) for cell in office_cells_of(view, figure, one))
        name = view.office_name(one.office.code, language)
        lines.append(SpanOffice(name, cells, ". ".join(notes), (one.office.code, *one.predecessors)))
    return SpanOffices(indicator, tuple(lines))


def read_span_activities(
    station: Station, *, period: str, offices: tuple[str, ...], indicator: str, language: Language
) -> tuple[ActivityLine, ...]:
    """The activities that the figure of some offices in one period counts."""
    return tuple(
        line
        for office in offices
        for line in read_activities(station, period=period, office=office, indicator=indicator, language=language)
    )


def _presets(catalogue: Catalogue, whole: tuple[str, str]) -> dict[str, tuple[str, str]]:
    found = {INTERIM: (whole[0], last_due(catalogue).code), FINAL: whole}
    first, last = catalogue.period(whole[0]), catalogue.period(whole[1])
    for year in range(max(last.due_before.year, catalogue.today.year), first.due_before.year - 1, -1):
        periods = catalogue.periods.of_year(year)
        found[str(year)] = (periods[0].code, periods[-1].code)
    return found


def _choices(catalogue: Catalogue, whole: tuple[str, str], language: Language) -> tuple[PeriodChoice, ...]:
    first, last = catalogue.period(whole[0]).due_before.year, catalogue.period(whole[1]).due_before.year
    today = catalogue.today.year
    years = range(max(last, today), min(first, today - _FEWEST_YEARS) - 1, -1)
    return tuple(
        PeriodChoice(period.code, _begun(period.name(language)))
        for year in years
        for period in reversed(catalogue.periods.of_year(year))
    )


def _line(view: SpanView, figure: SpanFigure, language: Language) -> SpanLine:
    from export.documents.span_tables import change_cells, figure_cell_of, group_cells_of, total_cell_of
    from export.documents.span_view import has_offices
    from export.documents.span_words import word
    from export.documents.word_table import cell_text
    from storage.spans import changes_of

    indicator, periods = figure.indicator, view.span.periods
    cells = [figure_cell_of(figure, place, period) for place, period in enumerate(periods)]
    texts = [cell_text(cell, language) for cell in (*cells, total_cell_of(figure))]
    lines = []
    for shown, change, cell in zip(texts, changes_of(view.span, figure.cells), figure.cells, strict=False):
        difference, share = (cell_text(part, language) for part in change_cells(change, language))
        lines.append(PeriodLine(shown, difference, share, cell.answered, cell.none, cell.empty))
    groups = [
        (view.group_label(group, language), *(cell_text(cell, language) for cell in group_cells_of(figure, group)))
        for group in figure.groups
    ]
    return SpanLine(
        task=figure.task.code,
        indicator=indicator.id,
        label=indicator.label_vi if language == "vi" else indicator.label_en,
        unit=indicator.unit_vi if language == "vi" else indicator.unit_en,
        rule=word(figure.aggregation, language),
        cells=tuple(texts),
        periods=tuple(lines),
        groups=tuple(groups),
        by_office=has_offices(figure),
    )


def _begun(name: str) -> str:
    return name[:1].upper() + name[1:]
