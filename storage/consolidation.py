"""Consolidating a period at the centre: indicators by group and office, frozen so that a later rebuild can be compared.

Shares add up their parts before they are divided. What was not answered is said, never taken for zero. Figures on sanctions are
shown as one total for the province, without a breakdown by office: they are nobody's target.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from storage.catalogue import Catalogue
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.formula import Ratio
from storage.domain.offices import Office
from storage.domain.periods import Period
from storage.domain.programme import Indicator, IndicatorKind, IndicatorSource, Task
from storage.figures import PeriodData, evaluate_totals, office_figure, period_data, totals_of
from storage.follow_up import Matrix, matrix
from storage.journal.entries import Consolidated, Figure
from storage.ledger import Ledger, Role

Value = int | Ratio | None


@dataclass(frozen=True, slots=True)
class ConsolidatedFigure:
    """One indicator over all offices. ``by_group`` and ``by_office`` hold parts; ``none`` and ``empty`` count offices."""

    task: Task
    indicator: Indicator
    total: Value
    by_group: dict[str, Value]
    by_office: dict[str, Figure]
    answered: int
    none: int
    empty: int


@dataclass(frozen=True, slots=True)
class Consolidation:
    """A whole period: every figure, who has reported, and the offices that take part, in the register's order."""

    period: Period
    figures: list[ConsolidatedFigure]
    matrix: Matrix
    offices: list[Office]
    groups: list[str]

    def flat(self) -> dict[str, str]:
        """Every figure as text under ``indicator`` or ``indicator|office``: what is frozen and compared later."""
        lines: dict[str, str] = {}
        for figure in self.figures:
            lines[figure.indicator.id] = value_text(figure.total)
            for office, part in figure.by_office.items():
                if part.state != "text":
                    lines[f"{figure.indicator.id}|{office}"] = figure_text(part)
        return lines


@dataclass(frozen=True, slots=True)
class Difference:
    """A frozen figure that would be another one today."""

    name: str
    frozen: str
    now: str


def consolidate(ledger: Ledger, catalogue: Catalogue, period: Period) -> Consolidation:
    """The figures of a period as the ledger stands. Raises ``LedgerError(WRONG_ROLE)``."""
    ledger.require(Role.CENTRE)
    data = period_data(ledger, period)
    followed = matrix(ledger, catalogue, period)
    expected = catalogue.expected(period)
    involved = expected | data.offices
    offices = [office for office in catalogue.register.offices if office.code in involved]
    groups = sorted({office.type for office in offices})
    figures = [
        _consolidated(catalogue, data, task, indicator, offices, period, followed)
        for task in catalogue.programme.tasks
        for indicator in task.indicators
    ]
    return Consolidation(period, figures, followed, offices, groups)


def freeze(ledger: Ledger, catalogue: Catalogue, period: Period, *, by: str = "") -> Consolidated:
    """Consolidates and freezes: from now on the imports behind these figures cannot be undone."""
    lines = consolidate(ledger, catalogue, period).flat()
    entry = Consolidated(period=period.code, digest=figures_digest(lines), figures=lines, at=ledger.now(), by=by)
    ledger.append(entry)
    return entry


def differences(ledger: Ledger, now: Consolidation) -> list[Difference]:
    """What has changed since the period was frozen last; empty when nothing has, or nothing was frozen."""
    frozen = frozen_figures(ledger, now.period.code)
    if frozen is None:
        return []
    current = now.flat()
    return [
        Difference(name, frozen.get(name, ""), current.get(name, ""))
        for name in sorted(frozen.keys() | current.keys())
        if frozen.get(name, "") != current.get(name, "")
    ]


def frozen_figures(ledger: Ledger, period: str) -> dict[str, str] | None:
    """The figures frozen last, or None. Raises ``LedgerError(LEDGER_DAMAGED)`` when they are not those of their digest."""
    row = ledger.db.execute(
        "SELECT figures, lower(hex(digest)) FROM consolidation WHERE period = ? ORDER BY seq DESC LIMIT 1", [period]
    ).fetchone()
    if row is None:
        return None
    figures = msgspec.json.decode(row[0], type=dict[str, str])
    if figures_digest(figures) != row[1]:
        raise LedgerError(Code.LEDGER_DAMAGED, detail=f"frozen figures of {period}")
    return figures


def figures_digest(figures: dict[str, str]) -> str:
    """SHA-256 (hex) over ``name TAB value LF`` of all figures, sorted by name."""
    return hashlib.sha256("".join(f"{name}\t{figures[name]}\n" for name in sorted(figures)).encode()).hexdigest()


def value_text(value: Value) -> str:
    """A total as frozen: digits, ``a/b`` for a share, empty for no data."""
    if isinstance(value, Ratio):
        return f"{value.numerator}/{value.denominator}"
    return "" if value is None else str(value)


def figure_text(figure: Figure) -> str:
    """An office's figure as frozen: digits, ``a/b``, or the state's name."""
    if figure.state != "number":
        return figure.state
    return f"{figure.number}/{figure.denominator}" if figure.denominator else str(figure.number)


def is_total_only(indicator: Indicator, task: Task) -> bool:
    """Whether an indicator is shown as one total only: a count that no activity backs, asked of the task's single lead."""
    return indicator.optional and indicator.source is IndicatorSource.STATED and len(task.lead) == 1


def _consolidated(
    catalogue: Catalogue,
    data: PeriodData,
    task: Task,
    indicator: Indicator,
    offices: Sequence[Office],
    period: Period,
    followed: Matrix,
) -> ConsolidatedFigure:
    if indicator.source is IndicatorSource.COMPLETENESS:
        return ConsolidatedFigure(task, indicator, followed.on_time, {}, {}, 0, 0, 0)
    concerned = [office for office in offices if task.code in _codes_of(catalogue, office.code, period)]
    by_office = {office.code: office_figure(data, task, indicator, office.code) for office in concerned}
    groups: dict[str, list[str]] = {}
    for office in concerned:
        groups.setdefault(office.type, []).append(office.code)
    by_group = {group: _total(data, task, indicator, by_office, codes) for group, codes in groups.items()}
    total = _total(data, task, indicator, by_office, by_office)
    states = [figure.state for figure in by_office.values()]
    empty, none = states.count("empty"), states.count("none")
    if is_total_only(indicator, task):
        by_group, by_office = {}, {}
    return ConsolidatedFigure(task, indicator, total, by_group, by_office, len(states) - empty - none, none, empty)


def _total(data: PeriodData, task: Task, indicator: Indicator, by_office: dict[str, Figure], offices: Iterable[str]) -> Value:
    """Over several offices: computed from summed fields where there is a formula, plus what offices stated themselves."""
    chosen = [(code, by_office[code]) for code in offices]
    if indicator.kind is IndicatorKind.TEXT:
        return None
    if indicator.kind is IndicatorKind.YES_NO:
        answered = [figure.state for _, figure in chosen if figure.state in ("yes", "no")]
        return Ratio(answered.count("yes"), len(answered)) if answered else None
    numbers = [(code, figure) for code, figure in chosen if figure.state == "number"]
    if not numbers:
        return None
    if indicator.kind is IndicatorKind.RATIO:
        return evaluate_totals(indicator, totals_of(data, task, indicator, [code for code, _ in numbers]))
    return sum(figure.number for _, figure in numbers)


def _codes_of(catalogue: Catalogue, office: str, period: Period) -> frozenset[str]:
    return catalogue.task_codes_in(office, period)
