"""A period as the centre consolidates it, read once for all tabs of the page: figures, their parts, texts, what has changed.

No Qt. What a figure is worth stands in ``storage.consolidation``, how it is written in ``export.documents``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from storage.catalogue import Catalogue
from storage.domain.periods import Period
from storage.domain.programme import SectionKind
from storage.search import Filter, find_activities
from storage.spans import last_due

if TYPE_CHECKING:  # documents are loaded by the worker
    from export.documents.centre_view import CentreView
    from export.exchange.station import Station
    from storage.consolidation import ConsolidatedFigure

Language = Literal["vi", "en"]
MOST_ACTIVITIES = 1_000
"""Activities listed behind one figure of one office."""


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """A period that can be consolidated."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class OfficePart:
    """What one office adds to a figure. ``sources``: activities behind it, 0 for a figure that the office stated itself."""

    office: str
    name: str
    group: str
    figure: str
    state: str
    sources: int


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One indicator: ``cells`` hold the total and then one text for each group."""

    task: str
    indicator: str
    label: str
    unit: str
    cells: tuple[str, ...]
    answered: int
    none: int
    empty: int
    parts: tuple[OfficePart, ...]


@dataclass(frozen=True, slots=True)
class SectionTexts:
    """A section of the report: the centre's own text, and what offices wrote."""

    code: str
    title: str
    own: str
    offices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A frozen figure that would be another one today."""

    what: str
    scope: str
    frozen: str
    now: str


@dataclass(frozen=True, slots=True)
class ConsolidateView:
    """Everything that the page shows. ``frozen_at`` is empty while the period was never frozen."""

    period: PeriodChoice
    periods: tuple[PeriodChoice, ...]
    groups: tuple[str, ...]
    tasks: Mapping[str, str]
    lines: tuple[FigureLine, ...]
    sections: tuple[SectionTexts, ...]
    changes: tuple[Change, ...]
    cautions: tuple[str, ...]
    owed: int
    received: int
    frozen_at: str
    frozen_digest: str


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """One activity behind a figure, read only."""

    date: str
    title: str
    place: str
    counts: str


def read_consolidation(station: Station, period: str, language: Language) -> ConsolidateView:
    """Reads the ledger. Raises ``LedgerError``: WRONG_ROLE, LEDGER_DAMAGED."""
    from export.documents.cautions import cautions
    from export.documents.centre_view import centre_view

    ledger, catalogue = station.ledger, station.catalogue
    chosen = catalogue.period(period) if period else last_due(catalogue)
    view = centre_view(ledger, catalogue, chosen)
    row = ledger.db.execute(
        "SELECT at, lower(hex(digest)) FROM consolidation WHERE period = ? ORDER BY seq DESC LIMIT 1", [chosen.code]
    ).fetchone()
    return ConsolidateView(
        period=PeriodChoice(chosen.code, chosen.name(language)),
        periods=_choices(catalogue, chosen, language),
        groups=tuple(view.group_label(group, language) for group in view.consolidation.groups),
        tasks={
            task.code: task.short_title_vi if language == "vi" else task.short_title_en for task in catalogue.programme.tasks
        },
        lines=tuple(_line(view, figure, language) for figure in view.counted()),
        sections=_sections(view, language),
        changes=_changes(view, language),
        cautions=tuple(cautions(view)),
        owed=len(view.owed),
        received=len(view.owed) - len(view.missing),
        frozen_at=row[0] if row else "",
        frozen_digest=row[1] if row else "",
    )


def read_activities(
    station: Station, *, period: str, office: str, indicator: str, language: Language
) -> tuple[ActivityLine, ...]:
    """The activities that an office's figure counts, in the order of their days."""
    catalogue = station.catalogue
    programme = catalogue.programme
    task = next(task for task in programme.tasks if any(one.id == indicator for one in task.indicators))
    kinds = programme.indicator(indicator).activity_types
    wanted = Filter(office=office, task=task.code, period=catalogue.period(period), state="final")
    found = [line for line in find_activities(station.ledger, wanted, limit=MOST_ACTIVITIES) if line.type in kinds]
    labels = {field.code: field.label_vi if language == "vi" else field.label_en for field in programme.count_fields}
    return tuple(
        ActivityLine(
            line.date,
            line.title,
            line.place,
            "; ".join(f"{labels.get(name, name)}: {value}" for name, value in line.values.items()),
        )
        for line in reversed(found)
    )


def _choices(catalogue: Catalogue, chosen: Period, language: Language) -> tuple[PeriodChoice, ...]:
    years = range(catalogue.today.year, min(catalogue.today.year, chosen.last_day.year) - 6, -1)
    found = {period.code: period.name(language) for year in years for period in reversed(catalogue.periods.of_year(year))}
    found.setdefault(chosen.code, chosen.name(language))
    return tuple(PeriodChoice(code, name) for code, name in found.items())


def _line(view: CentreView, figure: ConsolidatedFigure, language: Language) -> FigureLine:
    from export.documents.consolidated_tables import group_cell, total_cell
    from export.documents.word_table import cell_text

    indicator = figure.indicator
    cells = [total_cell(view, figure), *(group_cell(view, figure, group) for group in view.consolidation.groups)]
    return FigureLine(
        task=figure.task.code,
        indicator=indicator.id,
        label=indicator.label_vi if language == "vi" else indicator.label_en,
        unit=indicator.unit_vi if language == "vi" else indicator.unit_en,
        cells=tuple(cell_text(cell, language) for cell in cells),
        answered=figure.answered,
        none=figure.none,
        empty=figure.empty,
        parts=_parts(view, figure, language),
    )


def _parts(view: CentreView, figure: ConsolidatedFigure, language: Language) -> tuple[OfficePart, ...]:
    """Nothing where the plan allows no breakdown: such a figure is shown as one total."""
    from export.documents.consolidated_tables import has_breakdown
    from export.documents.figure_cells import figure_cell, shielded
    from export.documents.word_table import cell_text

    if not has_breakdown(figure):
        return ()
    rows = []
    for code, part in sorted(figure.by_office.items(), key=lambda pair: view.office_order.get(pair[0], 0)):
        office = view.office(code)
        cell = shielded(figure_cell(part), figure.indicator.unit_vi)
        sources = view.sources.of_office(figure.task, figure.indicator, code)
        rows.append(
            OfficePart(
                office=code,
                name=office.name_vi if language == "vi" else office.name_en,
                group=view.group_label(office.type, language),
                figure=cell_text(cell, language),
                state=part.state,
                sources=sum("/" not in source for source in sources),
            )
        )
    return tuple(rows)


def _sections(view: CentreView, language: Language) -> tuple[SectionTexts, ...]:
    from export.documents.consolidated_tables import texts_of

    found = []
    for section in view.catalogue.programme.narrative_sections:
        if section.kind is not SectionKind.NARRATIVE:
            continue
        own = view.data.own_words.get(section.code, "")
        title = section.title_vi if language == "vi" else section.title_en
        offices = tuple(
            (view.office(office).name_vi if language == "vi" else view.office(office).name_en, text)
            for office, text in texts_of(view, section.code)
            if office != view.own_office or text != own
        )
        found.append(SectionTexts(section.code, f"{section.number} {title}".strip(), own, offices))
    return tuple(found)


def _changes(view: CentreView, language: Language) -> tuple[Change, ...]:
    from export.documents.consolidated_tables import differences_table
    from export.documents.word_table import cell_text

    rows = differences_table(view, language).rows if view.differences else ()
    texts = [[cell_text(cell, language) for cell in row] for row in rows]
    return tuple(Change(f"{code} {label}", scope, frozen, now) for code, label, scope, frozen, now in texts)
