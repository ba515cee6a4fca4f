"""What the consolidated workbook holds, sheet by sheet. Pure: callers fill it, ``excel_report`` writes it.

Lines name activities, offices and figures of offices; no line names a person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from export.documents.report_model import Cell, LongTable, Table


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """One activity. ``values`` are its figures by the code of their count field."""

    identifier: str
    office_code: str
    office: str
    task: str
    activity_type: str
    held_on: date | None
    title: str
    place: str = ""
    document: str = ""
    values: Mapping[str, int] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class SubmissionLine:
    """What one office owed and what came.

    ``state`` is a finished text; ``due_before`` is None for what is only requested, ``received_on`` None when nothing came.
    """

    office_code: str
    office: str
    group: str
    due_before: date | None
    received_on: date | None
    state: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TraceLine:
    """The activities behind one figure. ``trace_id`` is the one that the figure's cell bears."""

    trace_id: str
    indicator: str
    scope: str
    figure: Cell
    activity_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompletenessLine:
    """How many reports a group owed and how many came, for the chart; ``received`` lies between 0 and ``owed``."""

    group: str
    owed: int
    received: int
    on_time: int

    def __post_init__(self) -> None:
        if not 0 <= self.on_time <= self.received <= self.owed:
            raise ValueError("completeness lies between nothing and everything")


@dataclass(frozen=True, slots=True)
class ConsolidatedWorkbook:
    """The whole workbook.

    ``count_fields`` are pairs of code and title, one column each in the sheet of activities; ``further`` are sheets of their
    own after the chart, each with its name.
    """

    title: str
    period: str
    summary: Table
    by_office: Table | LongTable
    activities: Sequence[ActivityLine]
    submissions: Sequence[SubmissionLine]
    traces: Sequence[TraceLine]
    completeness: Sequence[CompletenessLine]
    count_fields: tuple[tuple[str, str], ...] = ()
    further: tuple[tuple[str, Table], ...] = ()
