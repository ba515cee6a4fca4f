"""Figures of a period, computed from activities and answers: the one place where indicators get their values.

A number, the number 0, "không phát sinh" (``none``) and no answer (``empty``) are four different results. Shares keep numerator
and denominator, so that shares of several offices are added up before they are divided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from storage.catalogue import Catalogue
from storage.domain.formula import Ratio, evaluate
from storage.domain.periods import Period
from storage.domain.programme import Indicator, IndicatorKind, IndicatorSource, Task
from storage.journal.entries import Figure
from storage.ledger import Ledger
from storage.own_words import of_the_writer, own_words

Totals = dict[tuple[str, str, str, str], int]
"""(office, task, activity type, count field) → sum."""


@dataclass(frozen=True, slots=True)
class StatedAnswer:
    """An office's own answer for an indicator or section."""

    state: str
    number: int
    text: str


@dataclass(slots=True)
class PeriodData:
    """What the ledger holds of a period, for all offices that were asked for."""

    totals: Totals = field(default_factory=dict)
    counts: dict[tuple[str, str, str], int] = field(default_factory=dict)
    answers: dict[tuple[str, str], StatedAnswer] = field(default_factory=dict)
    own_words: dict[str, str] = field(default_factory=dict)
    """At a centre: section → its own text, whatever its own office handed over as an office."""

    @property
    def offices(self) -> set[str]:
        """Offices with any content."""
        return {office for office, *_ in self.counts} | {office for office, _ in self.answers}


def period_data(ledger: Ledger, period: Period, offices: Sequence[str] | None = None) -> PeriodData:
    """Sums and answers of a period, for the named offices or all."""
    data = PeriodData()
    slices = ledger.projections.summaries.slices_of(period)
    if slices is None:
        _read_activities(ledger, data, period, offices)
    else:
        _read_summaries(ledger, data, slices, offices)
    chosen, parameters = _chosen(offices)
    # Several answers to one question are a conflict; the one with the highest (revision, link) is shown, as everywhere.
    for office, item, state, number, text in ledger.db.execute(
        f"SELECT office, item, state, number, text FROM answer a WHERE period = ? {chosen} ORDER BY rev, link",  # noqa: S608
        [period.code, *parameters],
    ).fetchall():
        data.answers[office, item] = StatedAnswer(state, number, text)
    data.own_words = own_words(ledger, period.code)
    if data.own_words and (offices is None or ledger.office in offices):
        # What the centre's own office handed over is its answer; the centre's words stand beside it.
        for item, state, number, text in ledger.db.execute(
            "SELECT item, state, number, text FROM answer WHERE office = ? AND period = ?"  # noqa: S608 - a fixed condition
            f" {of_the_writer(ledger, arrived=True)} ORDER BY rev, link",
            [ledger.office, period.code],
        ).fetchall():
            data.answers[ledger.office, item] = StatedAnswer(state, number, text)
    return data


def _read_summaries(ledger: Ledger, data: PeriodData, slices: Sequence[str], offices: Sequence[str] | None) -> None:
    totals, counts = data.totals, data.counts
    for office, content in ledger.projections.summaries.read(slices, offices):
        for task, kinds in content.items():
            for kind, (activities, fields) in kinds.items():
                counted = (office, task, kind)
                counts[counted] = counts.get(counted, 0) + activities
                for name, (_, total) in fields.items():
                    summed = (office, task, kind, name)
                    totals[summed] = totals.get(summed, 0) + total


def _read_activities(ledger: Ledger, data: PeriodData, period: Period, offices: Sequence[str] | None) -> None:
    """As ``_read_summaries``, for a period that the summaries are not cut for: slower, and the measure of what is right."""
    chosen, parameters = _chosen(offices)
    days = [period.takes_from.isoformat(), period.last_day.isoformat()]
    for office, task, kind, name, total in ledger.db.execute(
        'SELECT a.office, a.task, a.type, v.key, sum(v.value) FROM activity a, json_each(a."values") v'  # noqa: S608
        f" WHERE a.state = 'final' AND a.date BETWEEN ? AND ? {chosen} GROUP BY 1, 2, 3, 4",
        [*days, *parameters],
    ).fetchall():
        data.totals[office, task, kind, name] = total
    for office, task, kind, count in ledger.db.execute(
        "SELECT a.office, a.task, a.type, count(*) FROM activity a"  # noqa: S608
        f" WHERE a.state = 'final' AND a.date BETWEEN ? AND ? {chosen} GROUP BY 1, 2, 3",
        [*days, *parameters],
    ).fetchall():
        data.counts[office, task, kind] = count


def _chosen(offices: Sequence[str] | None) -> tuple[str, list[str]]:
    if offices is None:
        return "", []
    return f"AND a.office IN ({', '.join('?' * len(offices))})", list(offices)


def office_figure(data: PeriodData, task: Task, indicator: Indicator, office: str) -> Figure:
    """One indicator of one office."""
    given = data.answers.get((office, indicator.id))
    if indicator.kind in (IndicatorKind.YES_NO, IndicatorKind.TEXT) or indicator.source is not IndicatorSource.COMPUTED:
        return _stated(indicator, given)
    if not any(data.counts.get((office, task.code, kind)) for kind in indicator.activity_types):
        return _stated(indicator, given)
    value = evaluate_totals(indicator, totals_of(data, task, indicator, [office]))
    if isinstance(value, Ratio):
        return Figure(item=indicator.id, state="number", number=value.numerator, denominator=value.denominator)
    if value is None:
        return _stated(indicator, given)
    return Figure(item=indicator.id, state="number", number=value)


def evaluate_totals(indicator: Indicator, totals: Mapping[str, int]) -> int | Ratio | None:
    """The indicator's formula over sums of count fields; None when nobody filled in any of them, which is not 0."""
    formula = indicator.parsed_formula()
    if formula is None or totals.keys().isdisjoint(formula.names):
        return None
    return evaluate(formula, totals)


def totals_of(data: PeriodData, task: Task, indicator: Indicator, offices: Iterable[str]) -> dict[str, int]:
    """Sums of the count fields that feed an indicator, over offices and the indicator's activity types."""
    sums: dict[str, int] = {}
    names = indicator.parsed_formula()
    for office in offices:
        for kind in indicator.activity_types:
            for name in names.names if names else ():
                value = data.totals.get((office, task.code, kind, name))
                if value is not None:
                    sums[name] = sums.get(name, 0) + value
    return sums


def office_figures(catalogue: Catalogue, data: PeriodData, office: str, tasks: Iterable[Task]) -> list[Figure]:
    """All indicators of an office's tasks, in the order of the plan."""
    return [
        office_figure(data, task, indicator, office)
        for task in tasks
        for indicator in task.indicators
        if indicator.source is not IndicatorSource.COMPLETENESS
    ]


def _stated(indicator: Indicator, given: StatedAnswer | None) -> Figure:
    if given is None:
        return Figure(item=indicator.id, state="empty")
    state = given.state
    if state == "text":
        return Figure(item=indicator.id, state="text", text=given.text)
    if state == "number":
        return Figure(item=indicator.id, state="number", number=given.number)
    if state in ("none", "yes", "no"):
        return Figure(item=indicator.id, state=state)  # type: ignore[arg-type]
    return Figure(item=indicator.id, state="empty")
