"""How firm the figures of each period of a span are: who has reported, what is provisional, and whether they were frozen.

Reads only. A reader is told what is missing; nothing missing is estimated, and what the plan only requests is never owed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from storage.catalogue import Catalogue
from storage.completeness import is_on_time, is_received
from storage.consolidation import Difference, consolidate, differences, frozen_figures, value_text
from storage.domain.periods import Period
from storage.follow_up import ReportState, matrix
from storage.ledger import Ledger
from storage.spans import SpanReport
from storage.summaries import offices_with_figures


class Firmness(StrEnum):
    """The figures of a period in one word."""

    FROZEN = "FROZEN"
    """Frozen by the centre, and the same today."""
    CHANGED = "CHANGED"
    """Frozen, and since then changed."""
    COMPLETE = "COMPLETE"
    """Every report owed has come and stands, but nothing was frozen."""
    PROVISIONAL = "PROVISIONAL"
    """The deadline has passed, and reports are missing, reopened, returned or in part unknown."""
    RUNNING = "RUNNING"
    """The deadline has not passed and reports are still to come."""


@dataclass(frozen=True, slots=True)
class PeriodStanding:
    """Offices, each counted once. ``unclosed`` have figures here without a report; ``broken``: entries missing or forked;
    ``changed`` counts the totals that are no longer those frozen."""

    period: Period
    firmness: Firmness
    owed: int
    received: int
    late: int
    unclosed: int
    reopened: int
    returned: int
    broken: int
    frozen: bool
    changed: int

    @property
    def missing(self) -> int:
        """Reports that are owed and have not come."""
        return self.owed - self.received


def standings(ledger: Ledger, catalogue: Catalogue, report: SpanReport) -> tuple[PeriodStanding, ...]:
    """One entry a period. Raises ``LedgerError``: WRONG_ROLE, LEDGER_DAMAGED (frozen figures that are not those signed)."""
    return tuple(
        _standing(ledger, catalogue, period, _changed(ledger, report, place))
        for place, period in enumerate(report.span.periods)
    )


def span_differences(ledger: Ledger, catalogue: Catalogue, periods: Collection[Period]) -> list[tuple[Period, Difference]]:
    """Every figure of a frozen period, of offices too, that would be another one today. Raises as ``standings``."""
    found = []
    for period in periods:
        if frozen_figures(ledger, period.code) is not None:
            found += [(period, line) for line in differences(ledger, consolidate(ledger, catalogue, period))]
    return found


def _standing(ledger: Ledger, catalogue: Catalogue, period: Period, changed: int | None) -> PeriodStanding:
    cells = matrix(ledger, catalogue, period).cells
    owed = [cell for cell in cells if not cell.obligation.requested]
    received = [cell for cell in owed if is_received(cell)]
    with_figures = offices_with_figures(ledger, catalogue, period)
    reopened = sum(cell.state is ReportState.REOPENED for cell in cells)
    returned = sum(cell.state is ReportState.RETURNED for cell in cells)
    broken = sum(cell.gaps > 0 or cell.forked for cell in cells)
    unclosed = sum(not is_received(cell) and cell.office in with_figures for cell in cells)
    whole = len(received) == len(owed) and not (reopened or returned or broken)
    if changed is not None:
        firmness = Firmness.CHANGED if changed else Firmness.FROZEN
    elif whole:
        firmness = Firmness.COMPLETE
    else:
        firmness = Firmness.RUNNING if catalogue.today < period.due_before else Firmness.PROVISIONAL
    return PeriodStanding(
        period=period,
        firmness=firmness,
        owed=len(owed),
        received=len(received),
        late=sum(not is_on_time(cell) for cell in received),
        unclosed=unclosed,
        reopened=reopened,
        returned=returned,
        broken=broken,
        frozen=changed is not None,
        changed=changed or 0,
    )


def _changed(ledger: Ledger, report: SpanReport, place: int) -> int | None:
    """How many totals differ from those frozen last; None when the period was never frozen."""
    frozen = frozen_figures(ledger, report.span.periods[place].code)
    if frozen is None:
        return None
    now = {figure.indicator.id: value_text(figure.cells[place].total) for figure in report.figures}
    names = {name for name in frozen if "|" not in name} | now.keys()
    return sum(frozen.get(name, "") != now.get(name, "") for name in names)
