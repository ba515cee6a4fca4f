"""Completeness and timeliness of reports, by period and by group of offices, as reported then or as organised now.

A share counts every office once, however many bundles, closings or predecessors stand behind it, so it lies between nothing and
everything. What the plan only requests counts on neither side. Nothing is ranked here: groups keep the order of the register.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.catalogue import Catalogue
from storage.domain.formula import Ratio
from storage.domain.offices import OfficeRegister
from storage.domain.periods import Period, Timeliness
from storage.follow_up import Cell, Matrix, ReportState, matrix
from storage.ledger import Ledger


class Organisation(StrEnum):
    """Whether a report stands at the office that owed it then, or at those that carry on its work today."""

    AS_REPORTED = "as_reported"
    AS_NOW = "as_now"


@dataclass(frozen=True, slots=True)
class Share:
    """How many offices owed a report, from how many it has come, and from how many in time: each part within the one before."""

    owed: int
    received: int
    on_time: int

    def __post_init__(self) -> None:
        if not 0 <= self.on_time <= self.received <= self.owed:
            raise ValueError("a share lies between nothing and everything")

    @property
    def complete(self) -> Ratio | None:
        """Received of owed; None when nothing is owed."""
        return Ratio(self.received, self.owed) if self.owed else None

    @property
    def timely(self) -> Ratio | None:
        """Received in time of owed; None when nothing is owed."""
        return Ratio(self.on_time, self.owed) if self.owed else None


@dataclass(frozen=True, slots=True)
class PeriodShares:
    """One period: all offices together, and each type of office that owed something, in the register's order of types."""

    period: Period
    total: Share
    by_group: Mapping[str, Share]


def is_received(cell: Cell) -> bool:
    """Whether a report counts as received: a closing has arrived and still stands."""
    return cell.received_on is not None and cell.state is not ReportState.MISSING


def is_on_time(cell: Cell) -> bool:
    """Whether a report counts as received in time."""
    return is_received(cell) and cell.timeliness is Timeliness.ON_TIME


def carried(
    cells: Iterable[Cell], register: OfficeRegister, *, organisation: Organisation, today: date
) -> dict[str, tuple[Cell, ...]]:
    """The cells of one period under the office at which they are shown, in the order in which they come.

    As organised now a dissolved office's report stands at each of its heirs; one that nobody carries on stays at itself.
    """
    found: dict[str, tuple[Cell, ...]] = {}
    for cell in cells:
        for code in (cell.office,) if organisation is Organisation.AS_REPORTED else _standing(cell, register, today):
            before = found.get(code)
            found[code] = (cell,) if before is None else (*before, cell)
    return found


def _standing(cell: Cell, register: OfficeRegister, today: date) -> tuple[str, ...]:
    if register.office(cell.office).is_valid_on(today):
        return (cell.office,)
    return tuple(office.code for office in register.heirs(cell.office, today)) or (cell.office,)


def period_shares(followed: Matrix, register: OfficeRegister, *, organisation: Organisation, today: date) -> PeriodShares:
    """The shares of one period. An office that carries several reports has reported when all of them have come."""
    return shares_of(followed.period, carried(followed.cells, register, organisation=organisation, today=today), register)


def shares_of(period: Period, shown: Mapping[str, tuple[Cell, ...]], register: OfficeRegister) -> PeriodShares:
    """As ``period_shares``, of cells that stand under their offices already. What is only requested is left out."""
    counts: dict[str, list[int]] = {kind.code: [0, 0, 0] for kind in register.types}
    for code, cells in shown.items():
        owed = [cell for cell in cells if not cell.obligation.requested]
        if not owed:
            continue
        count = counts.setdefault(register.office(code).type, [0, 0, 0])
        count[0] += 1
        if all(is_received(cell) for cell in owed):
            count[1] += 1
            count[2] += all(cell.timeliness is Timeliness.ON_TIME for cell in owed)
    by_group = {group: Share(*count) for group, count in counts.items() if count[0]}
    total = Share(*(sum(parts) for parts in zip(*counts.values(), strict=True)))
    return PeriodShares(period, total, by_group)


def series(
    ledger: Ledger,
    catalogue: Catalogue,
    periods: Iterable[Period],
    *,
    organisation: Organisation = Organisation.AS_REPORTED,
    today: date | None = None,
) -> tuple[PeriodShares, ...]:
    """The shares of each of ``periods``, in their order, as the ledger stands."""
    day = today or catalogue.today
    return tuple(
        period_shares(matrix(ledger, catalogue, period, today=day), catalogue.register, organisation=organisation, today=day)
        for period in periods
    )
