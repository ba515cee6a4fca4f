"""Everything that the centre's documents of one period are made from, read from the ledger once.

The figures are those of ``storage.consolidation``; here they are only joined with who reported, with the words that offices
wrote, and with what stands behind each figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from export.documents.excel_model import CompletenessLine
from export.documents.figure_sources import FigureSources
from export.documents.wording import Language
from storage.catalogue import Catalogue
from storage.completeness import is_received as is_received
from storage.consolidation import ConsolidatedFigure, Consolidation, Difference, consolidate, differences
from storage.domain.obligations import members
from storage.domain.offices import Office
from storage.domain.periods import Period, Timeliness
from storage.domain.programme import AddressMode, IndicatorKind, Task
from storage.figures import PeriodData, period_data
from storage.follow_up import Cell, ReportState
from storage.ledger import Ledger
from storage.search import Filter, FoundActivity, find_activities

ALL_ROWS = 1 << 31

_TIMELINESS = {
    Timeliness.ON_TIME: ("Đã gửi, đúng hạn", "Received on time"),
    Timeliness.LATE: ("Đã gửi, trễ hạn", "Received late"),
    Timeliness.OVERDUE: ("Chưa gửi, quá hạn", "Not received, overdue"),
    Timeliness.DUE_SOON: ("Chưa gửi, chưa đến hạn", "Not received, not yet due"),
    Timeliness.NOT_DUE: ("Chưa gửi, chưa đến hạn", "Not received, not yet due"),
}
_REVIEW = {
    ReportState.ACCEPTED: ("đã chấp nhận", "accepted"),
    ReportState.RETURNED: ("đã trả lại để hoàn thiện", "returned for correction"),
    ReportState.REOPENED: ("đơn vị đã mở lại", "reopened by the office"),
}
_REQUESTED = {True: ("Đã gửi (đề nghị phối hợp)", "Received (requested)")}
_REQUESTED_MISSING = ("Đề nghị phối hợp, không tính hạn", "Requested, no deadline")
_IN_LEDGER = ("Có trong sổ của nơi tổng hợp", "In the centre's own ledger")


@dataclass(frozen=True)
class CentreView:
    """One period as the centre sees it; made by ``centre_view``."""

    catalogue: Catalogue
    period: Period
    consolidation: Consolidation
    data: PeriodData
    activities: tuple[FoundActivity, ...]
    sources: FigureSources
    differences: tuple[Difference, ...]
    own_office: str

    @cached_property
    def office_order(self) -> dict[str, int]:
        """The place of each office in the register."""
        return {office.code: place for place, office in enumerate(self.catalogue.register.offices)}

    def office(self, code: str) -> Office:
        """Raises ``LedgerError(OFFICE_UNKNOWN)``."""
        return self.catalogue.register.office(code)

    def group_label(self, group: str, language: Language = "vi") -> str:
        """The name of a type of offices."""
        for kind in self.catalogue.register.types:
            if kind.code == group:
                return kind.label_vi if language == "vi" else kind.label_en
        return group

    def counted(self) -> Iterator[ConsolidatedFigure]:
        """The figures that are no text, in the order of the plan."""
        return (figure for figure in self.consolidation.figures if figure.indicator.kind is not IndicatorKind.TEXT)

    # Who reported

    @property
    def owed(self) -> list[Cell]:
        """The reports that the plan demands."""
        return [cell for cell in self.consolidation.matrix.cells if not cell.obligation.requested]

    @property
    def requested(self) -> list[Cell]:
        """The reports that the plan only asks for: never due and never late."""
        return [cell for cell in self.consolidation.matrix.cells if cell.obligation.requested]

    @property
    def missing(self) -> list[Cell]:
        """Owed reports that have not come."""
        return [cell for cell in self.owed if not is_received(cell)]

    def completeness(self, language: Language = "vi") -> tuple[CompletenessLine, ...]:
        """Owed, received and timely reports of each group of offices."""
        groups: dict[str, list[Cell]] = {}
        for cell in self.owed:
            groups.setdefault(self.office(cell.office).type, []).append(cell)
        return tuple(
            CompletenessLine(
                self.group_label(group, language),
                owed=len(cells),
                received=sum(is_received(cell) for cell in cells),
                on_time=sum(is_received(cell) and cell.timeliness is Timeliness.ON_TIME for cell in cells),
            )
            for group, cells in groups.items()
        )

    def state_text(self, cell: Cell, language: Language = "vi") -> str:
        """Where a report stands, in words; a requested one is never called late or missing."""
        column = 0 if language == "vi" else 1
        received = is_received(cell)
        if cell.obligation.requested:
            parts = [_REQUESTED[True][column] if received else _REQUESTED_MISSING[column]]
        elif not received and cell.office == self.own_office and cell.state is not ReportState.MISSING:
            parts = [_IN_LEDGER[column]]
        elif received:
            parts = [_TIMELINESS[cell.timeliness][column]]
        else:
            # a closing that was taken back leaves its day of arrival behind: without the closing nothing has come
            overdue = Timeliness.OVERDUE if cell.timeliness is Timeliness.LATE else cell.timeliness
            parts = [_TIMELINESS[Timeliness.NOT_DUE if overdue is Timeliness.ON_TIME else overdue][column]]
        if cell.state in _REVIEW:
            parts.append(_REVIEW[cell.state][column])
        return "; ".join(parts)

    # Who is asked

    def leads_without_answer(self, figure: ConsolidatedFigure) -> int:
        """How many offices that lead a task have reported without giving a figure; none where the plan only requests."""
        if figure.task.address_mode is AddressMode.REQUESTED:
            return 0
        asked = self._leads[figure.task.code] & self.received
        return sum(part.state == "empty" for office, part in figure.by_office.items() if office in asked)

    @cached_property
    def received(self) -> frozenset[str]:
        """The offices whose report has come, owed or requested."""
        return frozenset(cell.office for cell in self.consolidation.matrix.cells if is_received(cell))

    @cached_property
    def _leads(self) -> dict[str, frozenset[str]]:
        return {task.code: self._leads_of(task) for task in self.catalogue.programme.tasks}

    def _leads_of(self, task: Task) -> frozenset[str]:
        register, on = self.catalogue.register, self.period.last_day
        named = [office for party in task.lead for office in members(self.catalogue.programme, register, party)]
        return frozenset(standing.code for office in named for standing in register.standing(office.code, on))


def centre_view(ledger: Ledger, catalogue: Catalogue, period: Period) -> CentreView:
    """Reads the ledger. Raises ``LedgerError``: WRONG_ROLE, LEDGER_DAMAGED (frozen figures that are not those signed)."""
    consolidation = consolidate(ledger, catalogue, period)
    data = period_data(ledger, period)
    order = {office.code: place for place, office in enumerate(catalogue.register.offices)}
    found = find_activities(ledger, Filter(period=period, state="final"), limit=ALL_ROWS)
    # the ledger's own order is that of arrival; the document's must not depend on it
    activities = tuple(sorted(found, key=lambda line: (order.get(line.office, len(order)), line.office, line.date, line.uid)))
    return CentreView(
        catalogue=catalogue,
        period=period,
        consolidation=consolidation,
        data=data,
        activities=activities,
        sources=FigureSources(ledger, period, data, activities),
        differences=tuple(differences(ledger, consolidation)),
        own_office=ledger.office,
    )
