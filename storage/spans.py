"""Several periods of a plan side by side, and what they come to together: for a year, an interim or a final review.

Periods overlap: a year's report holds the work of its half-year. So only periods that share no day are added up, the longest
first. What may be added at all is the programme's to say: a formula is a sum (or a share of two sums) over activities, and each
activity has one day, so it may be taken over many periods; what offices state without a formula has none, so the last figure
stands and nothing is added. Nothing here ranks, estimates or writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from storage.catalogue import Catalogue
from storage.completeness import Organisation
from storage.consolidation import Value
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.formula import Ratio
from storage.domain.periods import Period
from storage.domain.programme import Indicator, IndicatorKind, IndicatorSource, Task
from storage.ledger import Ledger, Role
from storage.span_organisation import group_reports
from storage.summaries import GroupFigure, GroupReport, IndicatorReport

MOST_PERIODS = 60
"""More periods than any plan has; a table of more could not be read."""
_ONE_DAY = timedelta(days=1)


class Aggregation(StrEnum):
    """What several periods come to."""

    SUM = "SUM"
    """The formula over all activities: the figures of periods without a common day are added."""
    SHARE = "SHARE"
    """Numerators and denominators are added before they are divided."""
    LAST = "LAST"
    """Stated without a formula, perhaps a stock: the figure of the last period that has one and whose deadline has passed."""
    REPORTS = "REPORTS"
    """Reports in time of all that were owed, over every period whose deadline has passed."""
    WORDS = "WORDS"
    """A text: nothing to reckon."""


@dataclass(frozen=True, slots=True)
class Span:
    """Periods in the order in which they fall due.

    ``added`` share no day and are what a sum is made of; ``uncovered`` are days (first and last) between them that none holds.
    """

    periods: tuple[Period, ...]
    added: tuple[Period, ...]
    uncovered: tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True)
class SpanTotal:
    """What the span comes to. ``period`` is where a last figure stands; ``nothing``: every answer was "không phát sinh"."""

    value: Value
    period: str = ""
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class SpanFigure:
    """One indicator. ``cells`` and each of ``groups`` have one figure a period, None where a group was not concerned."""

    task: Task
    indicator: Indicator
    aggregation: Aggregation
    cells: tuple[GroupFigure, ...]
    total: SpanTotal
    groups: dict[str, tuple[GroupFigure | None, ...]]
    group_totals: dict[str, SpanTotal]


@dataclass(frozen=True, slots=True)
class SpanReport:
    """Everything that is reckoned of a span; ``groups`` are types of offices in the register's order."""

    span: Span
    organisation: Organisation
    figures: tuple[SpanFigure, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearChange:
    """A figure against that of the same period a year before.

    ``difference`` is in the indicator's unit, for a share in tenths of a percentage point; ``share`` (the difference of what
    was before) is left out for shares and where there was nothing before.
    """

    before: Value
    now: Value
    difference: int | None
    share: Ratio | None


def aggregation_of(indicator: Indicator) -> Aggregation:
    """How an indicator goes together over periods, read from its kind, its source and its formula."""
    if indicator.kind is IndicatorKind.TEXT:
        return Aggregation.WORDS
    if indicator.source is IndicatorSource.COMPLETENESS:
        return Aggregation.REPORTS
    if indicator.source is IndicatorSource.STATED or indicator.kind is IndicatorKind.YES_NO:
        return Aggregation.LAST
    return Aggregation.SHARE if indicator.kind is IndicatorKind.RATIO else Aggregation.SUM


def span_between(catalogue: Catalogue, first: str, last: str) -> Span:
    """The periods that fall due from ``first`` to ``last``.

    Raises ``LedgerError``: PERIOD_UNKNOWN, PERIOD_SPAN_INVALID (``first``, ``last``) when they stand the other way round or are
    too many.
    """
    begins, ends = catalogue.period(first), catalogue.period(last)
    if ends < begins or int(last[:4]) - int(first[:4]) > MOST_PERIODS:
        raise LedgerError(Code.PERIOD_SPAN_INVALID, first=first, last=last)
    years = range(begins.due_before.year - 1, ends.due_before.year + 2)
    found = {period.code: period for year in years for period in catalogue.periods.of_year(year)}
    chosen = sorted(period for period in found.values() if not period < begins and not ends < period)
    if len(chosen) > MOST_PERIODS:
        raise LedgerError(Code.PERIOD_SPAN_INVALID, first=first, last=last)
    return make_span(chosen)


def whole_plan(ledger: Ledger, catalogue: Catalogue) -> tuple[str, str]:
    """The first and the last period of which the ledger holds anything, the latter no earlier than the one that fell due last.

    Days after the year to come are taken for slips and stretch nothing.
    """
    periods, today = catalogue.periods, catalogue.today
    found = {last_due(catalogue)}
    for (code,) in ledger.db.execute("SELECT DISTINCT period FROM closing").fetchall():
        found.add(periods.period(code))
    for (day,) in ledger.db.execute("SELECT DISTINCT slice FROM summary WHERE slice <> ''").fetchall():
        begun = date.fromisoformat(day)
        if begun.year <= today.year + 1:
            found.update(period for period in periods.periods_of(begun) if period.due_before.year <= today.year + 1)
    return min(found).code, max(found).code


def last_due(catalogue: Catalogue) -> Period:
    """The period whose deadline passed last; the next one to fall due when none ever has."""
    today = catalogue.today
    for year in (today.year, today.year - 1):
        for period in reversed(catalogue.periods.of_year(year)):
            if period.due_before <= today:
                return period
    return catalogue.periods.current(today)


def make_span(periods: Iterable[Period]) -> Span:
    """A span of periods that are in order already."""
    shown = tuple(periods)
    added: list[Period] = []
    for period in sorted(shown, key=lambda one: (one.takes_from - one.last_day, one.takes_from, one.code)):
        if all(period.last_day < held.takes_from or held.last_day < period.takes_from for held in added):
            added.append(period)
    added.sort(key=lambda one: one.takes_from)
    gaps = [
        (before.last_day + _ONE_DAY, after.takes_from - _ONE_DAY)
        for before, after in pairwise(added)
        if before.last_day + _ONE_DAY < after.takes_from
    ]
    return Span(shown, tuple(added), tuple(gaps))


def span_report(
    ledger: Ledger, catalogue: Catalogue, span: Span, *, organisation: Organisation = Organisation.AS_REPORTED
) -> SpanReport:
    """The figures as the ledger stands, from the summaries that are kept. Raises ``LedgerError(WRONG_ROLE)``."""
    ledger.require(Role.CENTRE)
    reports = group_reports(ledger, catalogue, span.periods, organisation)
    present = {group for report in reports for group in report.groups}
    known = [kind.code for kind in catalogue.register.types]
    groups = (*(code for code in known if code in present), *sorted(present.difference(known)))
    figures = tuple(_figure(catalogue, span, place, reports, groups) for place in range(len(reports[0].figures)))
    return SpanReport(span, organisation, figures, groups)


def total_of(
    aggregation: Aggregation, span: Span, cells: Sequence[GroupFigure | None], *, today: date, last: str = ""
) -> SpanTotal:
    """What the figures of the periods come to; ``last`` names the period from which a last figure must be taken."""
    by_code = dict(zip((period.code for period in span.periods), cells, strict=True))
    if aggregation is Aggregation.LAST:
        code = last or _last_with_figure(span, cells, today)
        cell = by_code.get(code)
        return SpanTotal(cell.total, code) if cell is not None else SpanTotal(None, nothing=_nothing(cells))
    if aggregation is Aggregation.WORDS:
        return SpanTotal(None)
    chosen = [period for period in span.periods if period.due_before <= today]
    if aggregation is not Aggregation.REPORTS:
        chosen = list(span.added)
    counted = [by_code[period.code] for period in chosen]
    return SpanTotal(added_up(cell.total for cell in counted if cell is not None), nothing=_nothing(counted))


def added_up(values: Iterable[Value]) -> Value:
    """The sum of counts, or of shares by their two parts; None when there is no value at all."""
    numbers, numerator, denominator, shares, counts = 0, 0, 0, 0, 0
    for value in values:
        if isinstance(value, Ratio):
            numerator, denominator, shares = numerator + value.numerator, denominator + value.denominator, shares + 1
        elif value is not None:
            numbers, counts = numbers + value, counts + 1
    if shares:
        return Ratio(numerator, denominator)
    return numbers if counts else None


def changes_of(span: Span, cells: Sequence[GroupFigure | None]) -> tuple[YearChange | None, ...]:
    """Each period against the same period a year before, None where that one is not in the span."""
    by_code = dict(zip((period.code for period in span.periods), cells, strict=True))
    found = []
    for period in span.periods:
        before = f"{int(period.code[:4]) - 1:04d}{period.code[4:]}"
        old, new = by_code.get(before), by_code[period.code]
        known = before in by_code
        found.append(year_change(old.total if old else None, new.total if new else None) if known else None)
    return tuple(found)


def year_change(before: Value, now: Value) -> YearChange:
    """The difference, where both years have a figure of the same kind."""
    if isinstance(before, Ratio) and isinstance(now, Ratio):
        return YearChange(before, now, int(10 * (now.percent - before.percent)), None)
    if isinstance(before, int) and isinstance(now, int):
        difference = now - before
        return YearChange(before, now, difference, Ratio(difference, before) if before > 0 else None)
    return YearChange(before, now, None, None)


def _figure(catalogue: Catalogue, span: Span, place: int, reports: Sequence[GroupReport], groups: Sequence[str]) -> SpanFigure:
    lines: list[IndicatorReport] = [report.figures[place] for report in reports]
    indicator = lines[0].indicator
    aggregation, today = aggregation_of(indicator), catalogue.today
    cells = tuple(line.whole for line in lines)
    total = total_of(aggregation, span, cells, today=today)
    by_group = {group: tuple(line.by_group.get(group) for line in lines) for group in groups}
    concerned = {group: parts for group, parts in by_group.items() if any(part is not None for part in parts)}
    totals = {group: total_of(aggregation, span, parts, today=today, last=total.period) for group, parts in concerned.items()}
    return SpanFigure(lines[0].task, indicator, aggregation, cells, total, concerned, totals)


def _last_with_figure(span: Span, cells: Sequence[GroupFigure | None], today: date) -> str:
    """The last period that has a figure, one whose deadline has passed before any that is still being reported."""
    pairs = zip(span.periods, cells, strict=True)
    found = [period for period, cell in pairs if cell is not None and cell.total is not None]
    due = [period for period in found if period.due_before <= today]
    return (due or found)[-1].code if found else ""


def _nothing(cells: Iterable[GroupFigure | None]) -> bool:
    known = [cell for cell in cells if cell is not None]
    return any(cell.none for cell in known) and not any(cell.answered or cell.empty for cell in known)
