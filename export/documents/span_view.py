"""Everything that the centre's documents of several periods are made from, read from the ledger once.

The figures are those of ``storage.spans``; here they are joined with how firm each period is and with the centre's own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from export.documents.wording import Language
from storage.catalogue import Catalogue
from storage.completeness import Organisation
from storage.consolidation import Difference, is_total_only
from storage.domain.periods import Period
from storage.domain.programme import IndicatorKind, IndicatorSource
from storage.ledger import Ledger
from storage.own_words import own_words
from storage.span_organisation import OfficeSeries, office_series
from storage.span_standing import PeriodStanding, span_differences, standings
from storage.spans import Span, SpanFigure, SpanReport, span_report


class ReviewKind(StrEnum):
    """What the document is called: a plain compilation, sơ kết, or tổng kết."""

    COMPILATION = "COMPILATION"
    INTERIM = "INTERIM"
    FINAL = "FINAL"


@dataclass(frozen=True)
class SpanView:
    """Several periods as the centre sees them; made by ``span_view``. ``texts``: section → (period, the centre's own text)."""

    catalogue: Catalogue
    report: SpanReport
    standings: tuple[PeriodStanding, ...]
    differences: tuple[tuple[Period, Difference], ...]
    texts: dict[str, tuple[tuple[Period, str], ...]]
    own_office: str

    @property
    def span(self) -> Span:
        """The periods."""
        return self.report.span

    @property
    def today(self) -> date:
        """The day of the document."""
        return self.catalogue.today

    def counted(self) -> Iterator[SpanFigure]:
        """The figures that are no text, in the order of the plan."""
        return (figure for figure in self.report.figures if figure.indicator.kind is not IndicatorKind.TEXT)

    def office_name(self, code: str, language: Language = "vi") -> str:
        """Raises ``LedgerError(OFFICE_UNKNOWN)``."""
        office = self.catalogue.register.office(code)
        return office.name_vi if language == "vi" else office.name_en

    def group_label(self, group: str, language: Language = "vi") -> str:
        """The name of a type of offices."""
        for kind in self.catalogue.register.types:
            if kind.code == group:
                return kind.label_vi if language == "vi" else kind.label_en
        return group

    def name(self, language: Language = "vi") -> str:
        """The span in words, by the periods that are added up: "năm 2020", "từ năm 2020 đến 06 tháng đầu năm 2021"."""
        first, last = self.span.added[0].name(language), self.span.added[-1].name(language)
        if first == last:
            return first
        return f"từ {first} đến {last}" if language == "vi" else f"from {first} to {last}"


def span_view(
    ledger: Ledger,
    catalogue: Catalogue,
    span: Span,
    *,
    organisation: Organisation = Organisation.AS_REPORTED,
    with_differences: bool = True,
) -> SpanView:
    """Reads the ledger. Raises ``LedgerError``: WRONG_ROLE, LEDGER_DAMAGED (frozen figures that are not those signed).

    The differences of single offices take a whole consolidation of every period that was frozen and has changed.
    """
    report = span_report(ledger, catalogue, span, organisation=organisation)
    found = standings(ledger, catalogue, report)
    changed = [standing.period for standing in found if standing.frozen] if with_differences else []
    return SpanView(
        catalogue=catalogue,
        report=report,
        standings=found,
        differences=tuple(span_differences(ledger, catalogue, changed)),
        texts=_own_texts(ledger, catalogue, span),
        own_office=ledger.office,
    )


def series_of(ledger: Ledger, view: SpanView) -> dict[str, list[OfficeSeries]]:
    """Indicator → its offices, for every indicator that may be shown by office."""
    shown = [figure.indicator.id for figure in view.counted() if has_offices(figure)]
    return office_series(ledger, view.catalogue, view.span.periods, shown, view.report.organisation)


def has_offices(figure: SpanFigure) -> bool:
    """Whether a figure may be shown by group and office: sanctions may not, and completeness is nobody's answer."""
    return not is_total_only(figure.indicator, figure.task) and figure.indicator.source is not IndicatorSource.COMPLETENESS


def _own_texts(ledger: Ledger, catalogue: Catalogue, span: Span) -> dict[str, tuple[tuple[Period, str], ...]]:
    """What the centre wrote itself for each period, the answer with the highest (revision, link) as everywhere."""
    found: dict[str, dict[str, str]] = {}
    known = {period.code for period in span.periods}
    for period in known:
        for item, text in own_words(ledger, period).items():
            found.setdefault(item, {})[period] = text
    sections = [section.code for section in catalogue.programme.narrative_sections]
    return {
        section: tuple((period, written[period.code]) for period in span.periods if written.get(period.code, "").strip())
        for section in sections
        if (written := found.get(section))
    }
