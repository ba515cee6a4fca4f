"""Figures by group and by office as they were reported then, or as offices are organised now.

As organised now, what an office reported stands at the one office that carries on its work. Where several carry it on, nobody
can say which part belongs to whom: the figure is neither divided nor repeated, it stays at the office that gave it, and its
heirs are named. So every view adds up to the same total.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from storage.catalogue import Catalogue
from storage.completeness import Organisation
from storage.domain.offices import Office
from storage.domain.periods import Period
from storage.ledger import Ledger
from storage.summaries import GroupReport, GroupTotals, IndicatorTotals, Part, group_report, office_parts, report_of_totals


@dataclass(frozen=True, slots=True)
class OfficeSeries:
    """One office and one indicator: one entry a period, None where it gave nothing.

    ``predecessors`` are other offices whose figures stand here; ``heirs`` are several offices that carry on its work, among
    which nothing was divided.
    """

    office: Office
    parts: tuple[IndicatorTotals | None, ...]
    predecessors: tuple[str, ...] = ()
    heirs: tuple[str, ...] = ()


@dataclass
class Places:
    """Where an office's figures are shown; remembers what it has looked up."""

    catalogue: Catalogue
    organisation: Organisation
    _places: dict[str, str] = field(default_factory=dict)

    def heirs(self, office: str) -> tuple[Office, ...]:
        """Who carries on the work of an office that has ended; empty in the view as reported."""
        if self.organisation is Organisation.AS_REPORTED:
            return ()
        return self.catalogue.register.heirs(office, self.catalogue.today)

    def of(self, office: str) -> str:
        """The office at which the figures of ``office`` stand."""
        found = self._places.get(office)
        if found is None:
            heirs = self.heirs(office)
            found = self._places[office] = heirs[0].code if len(heirs) == 1 else office
        return found

    def group(self, office: str) -> str:
        """The type under which they are added: that of all heirs, or the office's own when the heirs differ."""
        types = {heir.type for heir in self.heirs(office)}
        return types.pop() if len(types) == 1 else self.catalogue.register.office(office).type


def group_reports(
    ledger: Ledger, catalogue: Catalogue, periods: Sequence[Period], organisation: Organisation
) -> list[GroupReport]:
    """One report a period. As reported they are those that are kept; as organised now the offices are grouped anew."""
    if organisation is Organisation.AS_REPORTED:
        return [group_report(ledger, catalogue, period) for period in periods]
    places = Places(catalogue, organisation)
    groups: dict[str, str] = {}
    reports = []
    for period in periods:
        totals: dict[str, GroupTotals] = {}
        for office, part in office_parts(ledger, catalogue, period):
            group = groups.get(office) or groups.setdefault(office, places.group(office))
            totals.setdefault(group, GroupTotals()).add(part, catalogue.task_codes_in(office, period))
        reports.append(report_of_totals(ledger, catalogue, period, totals))
    return reports


def office_series(
    ledger: Ledger,
    catalogue: Catalogue,
    periods: Sequence[Period],
    indicators: Collection[str],
    organisation: Organisation,
) -> dict[str, list[OfficeSeries]]:
    """Indicator → the offices that gave it any answer in these periods, in the register's order."""
    places = Places(catalogue, organisation)
    found: dict[str, dict[str, list[IndicatorTotals | None]]] = {indicator: {} for indicator in indicators}
    sources: dict[str, set[str]] = {}
    for number, period in enumerate(periods):
        for office, part in office_parts(ledger, catalogue, period):
            shown = places.of(office)
            if _add(found, shown, part, number, len(periods)) and shown != office:
                sources.setdefault(shown, set()).add(office)
    return {indicator: _series(catalogue, places, by_office, sources) for indicator, by_office in found.items()}


def _add(
    found: Mapping[str, dict[str, list[IndicatorTotals | None]]], office: str, part: Part, number: int, count: int
) -> bool:
    added = False
    for item in found.keys() & part.keys():
        line = found[item].setdefault(office, [None] * count)
        held = line[number]
        if held is None:
            held = line[number] = IndicatorTotals()
        held.add(part[item], 1)
        added = True
    return added


def _series(
    catalogue: Catalogue,
    places: Places,
    by_office: Mapping[str, list[IndicatorTotals | None]],
    sources: Mapping[str, set[str]],
) -> list[OfficeSeries]:
    series = []
    for office in catalogue.register.offices:
        if (line := by_office.get(office.code)) is not None:
            heirs = places.heirs(office.code)
            undivided = tuple(heir.code for heir in heirs) if len(heirs) > 1 else ()
            series.append(OfficeSeries(office, tuple(line), tuple(sorted(sources.get(office.code, ()))), undivided))
    return series
