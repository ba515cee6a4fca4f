"""What the page of review shows of reports, read by the worker: all of them, and one beside earlier ones.

No Qt. What a figure is worth and what speaks for a duplicate is decided in ``storage``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from storage.catalogue import Catalogue
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import fold
from storage.domain.offices import Office
from storage.domain.periods import Period
from storage.domain.programme import SectionKind
from storage.journal.entries import Figure, PeriodReport
from storage.recording import Problem
from storage.report_findings import earlier_periods, signed_report
from storage.report_story import ReportStory, report_stories
from storage.review_drafts import RemarksDraft, kept_remarks
from storage.reviewing import decision_on, inspect_report, submitted_reports
from storage.search import Filter, FoundActivity, find_activities

if TYPE_CHECKING:
    from export.exchange.station import Station
    from storage.ledger import Ledger

Language = Literal["vi", "en"]
MOST_ACTIVITIES = 2_000
"""Activities listed with a report."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report of the list; ``conflict``: the office's records wait for a decision, or its history has forked."""

    office: str
    name: str
    period: str
    period_name: str
    state: str
    received_on: str
    conflict: bool
    search: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One indicator: as signed, as computed (None where it is not compared), and as signed before (None: no report)."""

    item: str
    label: str
    unit: str
    reported: Figure
    computed: Figure | None
    before: Figure | None
    year_ago: Figure | None

    @property
    def differs(self) -> bool:
        """Whether the signed figure is not what the activities say."""
        return self.computed is not None and self.reported.state != "text" and self.computed != self.reported


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One section in the office's words, now and before; empty where nothing was written."""

    code: str
    title: str
    required: bool
    text: str
    before: str
    year_ago: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report. ``before_name`` and ``year_ago_name`` are the names of the compared periods.

    ``titles``: of the records that findings are about, also outside the period. ``names``: of indicators, sections and periods
    by their codes. ``draft``: the remarks kept for the report.
    ``may_be_taken_back``: the decision, of which no receipt has told the office yet.
    """

    office: str
    office_name: str
    period: str
    period_name: str
    rev: int
    state: str
    before_name: str
    year_ago_name: str
    figures: tuple[FigureLine, ...]
    sections: tuple[SectionLine, ...]
    findings: tuple[Problem, ...]
    activities: tuple[FoundActivity, ...]
    type_names: Mapping[str, str]
    titles: Mapping[str, str]
    names: Mapping[str, str]
    story: ReportStory
    draft: RemarksDraft
    may_be_taken_back: bool

    @property
    def compares_once(self) -> bool:
        """Whether the period before is also that of a year ago, as with yearly reports, so that it is shown once."""
        return self.before_name == self.year_ago_name


def read_reports(station: Station, language: Language) -> tuple[ReportLine, ...]:
    """Every report that stands closed; the newest period first, offices in the register's order."""
    catalogue = station.catalogue
    names = {office.code: _name(office, language) for office in catalogue.register.offices}
    order = {code: number for number, code in enumerate(names)}
    periods: dict[str, str] = {}
    lines = []
    for report in submitted_reports(station.ledger):
        name = names.get(report.office, report.office)
        period = periods.setdefault(report.period, _period_name(catalogue, report.period, language))
        conflict = report.conflicts > 0 or report.forked
        search = fold(f"{report.office} {name} {period} {report.period}")
        lines.append(ReportLine(report.office, name, report.period, period, report.state, report.received_on, conflict, search))
    lines.sort(key=lambda line: order.get(line.office, len(order)))
    lines.sort(key=lambda line: line.period, reverse=True)
    return tuple(lines)


def read_report(station: Station, office: str, period: str, language: Language) -> ReportView:
    """Raises ``LedgerError``: PERIOD_NOT_CLOSED, OFFICE_UNKNOWN, PERIOD_UNKNOWN."""
    ledger, catalogue = station.ledger, station.catalogue
    chosen = catalogue.period(period)
    inspection = inspect_report(ledger, catalogue, office, chosen)
    (story,) = report_stories(ledger, catalogue, (office,), chosen, today=catalogue.today)
    before, year_ago = earlier_periods(catalogue, chosen)
    reports = signed_report(ledger, office, before), signed_report(ledger, office, year_ago)
    activities = find_activities(ledger, Filter(office=office, period=chosen), limit=MOST_ACTIVITIES)
    sections = _sections(catalogue, inspection.closed.report, reports, language)
    computed = {line.item: line.computed for line in inspection.comparisons}
    figures = _figures(catalogue, inspection.closed.report, computed, reports, language)
    return ReportView(
        office=office,
        office_name=_name(catalogue.register.office(office), language),
        period=period,
        period_name=chosen.name(language),
        rev=inspection.closed.rev,
        state=decision_on(ledger, inspection.closed),
        before_name=before.name(language) if before else "",
        year_ago_name=year_ago.name(language) if year_ago else "",
        figures=figures,
        sections=sections,
        findings=tuple(inspection.findings),
        activities=tuple(activities),
        type_names={
            kind.code: kind.label_vi if language == "vi" else kind.label_en for kind in catalogue.programme.activity_types
        },
        titles=_titles(ledger, office, inspection.findings),
        names={line.item: f"{line.item} {line.label}" for line in figures}
        | {section.code: section.title for section in sections}
        | {item.code: item.name(language) for item in (chosen, before, year_ago) if item is not None},
        story=story,
        draft=kept_remarks(ledger, office, period),
        may_be_taken_back=_may_be_taken_back(ledger, office, chosen),
    )


def _figures(
    catalogue: Catalogue,
    report: PeriodReport,
    computed: Mapping[str, Figure],
    earlier: tuple[PeriodReport | None, PeriodReport | None],
    language: Language,
) -> tuple[FigureLine, ...]:
    before, year_ago = ({figure.item: figure for figure in old.figures} if old else {} for old in earlier)
    lines = []
    for figure in report.figures:
        indicator = catalogue.programme.indicator(figure.item)
        label = indicator.label_vi if language == "vi" else indicator.label_en
        unit = indicator.unit_vi if language == "vi" else indicator.unit_en
        item = figure.item
        lines.append(FigureLine(item, label, unit, figure, computed.get(item), before.get(item), year_ago.get(item)))
    return tuple(lines)


def _sections(
    catalogue: Catalogue, report: PeriodReport, earlier: tuple[PeriodReport | None, PeriodReport | None], language: Language
) -> tuple[SectionLine, ...]:
    now, before, year_ago = (
        {section.code: section.text for section in one.sections} if one else {} for one in (report, *earlier)
    )
    return tuple(
        SectionLine(
            section.code,
            f"{section.number} {section.title_vi if language == 'vi' else section.title_en}".strip(),
            section.required,
            now.get(section.code, ""),
            before.get(section.code, ""),
            year_ago.get(section.code, ""),
        )
        for section in catalogue.programme.narrative_sections
        if section.kind is SectionKind.NARRATIVE
    )


def _titles(ledger: Ledger, office: str, findings: Sequence[Problem]) -> dict[str, str]:
    titles = {}
    for uid in {finding.uid for finding in findings if finding.uid}:
        row = ledger.db.execute(
            "SELECT title FROM activity WHERE uid = ? AND office = ?", [bytes.fromhex(uid), office]
        ).fetchone()
        titles[uid] = str(row[0]) if row else ""
    return titles


def _may_be_taken_back(ledger: Ledger, office: str, period: Period) -> bool:
    from export.exchange.reviews import check_take_back

    try:
        check_take_back(ledger, office, period)
    except LedgerError as error:
        if error.code not in (Code.REVIEW_ABSENT, Code.REVIEW_RECEIPTED):
            raise
        return False
    return True


def _name(office: Office, language: Language) -> str:
    return office.name_vi if language == "vi" else office.name_en


def _period_name(catalogue: Catalogue, code: str, language: Language) -> str:
    """A period that the programme no longer knows keeps its code."""
    try:
        return catalogue.period(code).name(language)
    except LedgerError:
        return code
