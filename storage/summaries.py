"""A period's figures by group, kept: what a year's report is read from when thousands of offices have reported.

Every office adds one part to its group, made by ``storage.figures`` alone; a group's totals are the sum of its parts. An office
whose records or answers changed is marked in the same transaction, and ``refresh`` replaces its part. Everything here can be
dropped: a period is figured again when it is asked for, and when the programme, the register or the dates changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

import msgspec

from storage.catalogue import Catalogue
from storage.connection import transaction
from storage.consolidation import Value, is_total_only
from storage.domain.formula import Ratio
from storage.domain.periods import Period
from storage.domain.programme import Indicator, IndicatorKind, IndicatorSource, Task
from storage.figures import PeriodData, evaluate_totals, office_figure, period_data, totals_of
from storage.follow_up import shares
from storage.ledger import Ledger, Role
from storage.projections.apply import summary_digest

MOST_REPLACED = 500
"""When more offices changed, figuring the whole period anew is quicker."""


class IndicatorTotals(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """One indicator over some offices: how many gave which kind of answer, and sums. Only offices with an answer count."""

    number: int = 0
    none: int = 0
    yes: int = 0
    no: int = 0
    text: int = 0
    total: int = 0
    fields: dict[str, tuple[int, int]] = {}
    """Of a share: count field → (offices that have it, sum)."""

    @property
    def answered(self) -> int:
        """Offices with an answer other than "không phát sinh"."""
        return self.number + self.yes + self.no + self.text

    def add(self, other: IndicatorTotals, sign: int) -> None:
        """Adds or (-1) takes away what other offices gave."""
        self.number += sign * other.number
        self.none += sign * other.none
        self.yes += sign * other.yes
        self.no += sign * other.no
        self.text += sign * other.text
        self.total += sign * other.total
        if other.fields:
            sums = dict(self.fields)
            for name, (offices, total) in other.fields.items():
                held = sums.get(name, (0, 0))
                sums[name] = (held[0] + sign * offices, held[1] + sign * total)
            self.fields = {name: held for name, held in sums.items() if held[0]}

    def value(self, indicator: Indicator) -> Value:
        """The figure of all these offices together; None for no data."""
        if indicator.kind is IndicatorKind.YES_NO:
            return Ratio(self.yes, self.yes + self.no) if self.yes + self.no else None
        if indicator.kind is IndicatorKind.TEXT or not self.number:
            return None
        if indicator.kind is IndicatorKind.RATIO:
            return evaluate_totals(indicator, {name: total for name, (_, total) in self.fields.items()})
        return self.total


Part = dict[str, IndicatorTotals]
"""Indicator → what one office adds; indicators without an answer are left out."""


class GroupTotals(msgspec.Struct, forbid_unknown_fields=True):
    """The sum of the parts of a group. ``tasks``: how many of its ``offices`` each task concerns."""

    offices: int = 0
    tasks: dict[str, int] = {}
    figures: dict[str, IndicatorTotals] = {}

    def add(self, part: Part, codes: Iterable[str], sign: int = 1) -> None:
        """Adds an office, or (-1) takes it away."""
        self.offices += sign
        for code in codes:
            self.tasks[code] = self.tasks.get(code, 0) + sign
        for item, totals in part.items():
            held = self.figures.get(item)
            if held is None:
                held = self.figures[item] = IndicatorTotals()
            held.add(totals, sign)

    def normal(self) -> GroupTotals:
        """Without what has become nothing, so that equal totals are written alike."""
        tasks = {code: count for code, count in self.tasks.items() if count}
        figures = {item: totals for item, totals in self.figures.items() if totals.answered or totals.none}
        return GroupTotals(self.offices, tasks, figures)


@dataclass(frozen=True, slots=True)
class GroupFigure:
    """One indicator over the offices of a group, or over all. The three counts together are the offices it concerns."""

    total: Value
    answered: int
    none: int
    empty: int


@dataclass(frozen=True, slots=True)
class IndicatorReport:
    """One indicator of one period: over all offices, and by group unless it is shown as one total only."""

    task: Task
    indicator: Indicator
    whole: GroupFigure
    by_group: dict[str, GroupFigure]


@dataclass(frozen=True, slots=True)
class GroupReport:
    """A period by indicator and group, as ``consolidation.consolidate`` has it, without the single offices."""

    period: Period
    figures: list[IndicatorReport]
    groups: list[str]
    offices: int


def year_report(ledger: Ledger, catalogue: Catalogue, year: int) -> list[GroupReport]:
    """The periods that fall due in a year. Raises ``LedgerError``: WRONG_ROLE, PERIOD_UNKNOWN."""
    return [group_report(ledger, catalogue, period) for period in catalogue.periods.of_year(year)]


def group_report(ledger: Ledger, catalogue: Catalogue, period: Period) -> GroupReport:
    """One period as the ledger stands. Raises ``LedgerError(WRONG_ROLE)``."""
    ledger.require(Role.CENTRE)
    return report_of_totals(ledger, catalogue, period, _totals(ledger, catalogue, period))


def report_of_totals(ledger: Ledger, catalogue: Catalogue, period: Period, totals: dict[str, GroupTotals]) -> GroupReport:
    """As ``group_report``, for totals that the caller has grouped."""
    on_time = shares(ledger, catalogue, period)[1]
    figures = []
    for task in catalogue.programme.tasks:
        for indicator in task.indicators:
            if indicator.source is IndicatorSource.COMPLETENESS:
                figures.append(IndicatorReport(task, indicator, GroupFigure(on_time, 0, 0, 0), {}))
            else:
                figures.append(_indicator_report(task, indicator, totals))
    return GroupReport(period, figures, sorted(totals), sum(group.offices for group in totals.values()))


def office_parts(ledger: Ledger, catalogue: Catalogue, period: Period) -> list[tuple[str, Part]]:
    """What each office that has a place in the period adds, brought up to date. Raises ``LedgerError(WRONG_ROLE)``."""
    ledger.require(Role.CENTRE)
    _bring_up_to_date(ledger, catalogue, period)
    rows = ledger.db.execute("SELECT office, part FROM figured_office WHERE period = ? ORDER BY office", [period.code])
    return [(office, _decode_part(part)) for office, part in rows.fetchall()]


def offices_with_figures(ledger: Ledger, catalogue: Catalogue, period: Period) -> frozenset[str]:
    """The offices of ``office_parts`` that add anything. Raises as it does."""
    ledger.require(Role.CENTRE)
    _bring_up_to_date(ledger, catalogue, period)
    rows = ledger.db.execute("SELECT office FROM figured_office WHERE period = ? AND part <> '{}'", [period.code])
    return frozenset(row[0] for row in rows.fetchall())


def refresh(ledger: Ledger, catalogue: Catalogue) -> None:
    """Brings the periods that are figured already up to date; within the caller's transaction, or in one of its own."""
    db = ledger.db
    known = _known_periods(ledger)
    if not known and db.execute("SELECT 1 FROM stale LIMIT 1").fetchone() is None:
        return
    with nullcontext() if db.conn.in_transaction else transaction(db):
        changed = [row[0] for row in db.execute("SELECT office FROM stale ORDER BY office").fetchall()]
        for code, basis in known.items():
            if basis != catalogue.basis or len(changed) > MOST_REPLACED:
                _forget(ledger, code)
            elif changed:
                _replace(ledger, catalogue, catalogue.period(code), changed)
        db.execute("DELETE FROM stale")


def rebuild_all(ledger: Ledger, catalogue: Catalogue) -> bool:
    """Makes all projections and every kept figure anew, in one transaction; whether the summaries had been right."""
    with ledger.write():
        were_kept = ledger.projections.summaries.are_kept
        refresh(ledger, catalogue)
        before = (summary_digest(ledger.db), _figured_rows(ledger))
        periods = _known_periods(ledger)
        ledger.projections.rebuild()
        for code in periods:
            _make(ledger, catalogue, catalogue.period(code))
        return not were_kept or before == (summary_digest(ledger.db), _figured_rows(ledger))


def _figured_rows(ledger: Ledger) -> list[list[tuple[object, ...]]]:
    return [ledger.db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in _TABLES]  # noqa: S608


_TABLES = ("figured_period", "figured_office", "figured_group")


def _totals(ledger: Ledger, catalogue: Catalogue, period: Period) -> dict[str, GroupTotals]:
    """The groups' totals, brought up to date or made when they are not kept yet."""
    _bring_up_to_date(ledger, catalogue, period)
    rows = ledger.db.execute("SELECT grp, total FROM figured_group WHERE period = ? ORDER BY grp", [period.code]).fetchall()
    return {group: _decode_group(total) for group, total in rows}


def _bring_up_to_date(ledger: Ledger, catalogue: Catalogue, period: Period) -> None:
    stale = ledger.db.execute("SELECT 1 FROM stale LIMIT 1").fetchone() is not None
    if stale or _known_periods(ledger).get(period.code) != catalogue.basis:
        with nullcontext() if ledger.db.conn.in_transaction else transaction(ledger.db):
            refresh(ledger, catalogue)
            if period.code not in _known_periods(ledger):
                _make(ledger, catalogue, period)


def _known_periods(ledger: Ledger) -> dict[str, bytes]:
    return dict(ledger.db.execute("SELECT period, basis FROM figured_period").fetchall())


def _forget(ledger: Ledger, period: str) -> None:
    for table in _TABLES:
        ledger.db.execute(f"DELETE FROM {table} WHERE period = ?", [period])  # noqa: S608 - constant names


def _make(ledger: Ledger, catalogue: Catalogue, period: Period) -> None:
    """Figures a period for all offices."""
    _forget(ledger, period.code)
    figured = _Figured(catalogue, period, period_data(ledger, period))
    groups: dict[str, GroupTotals] = {}
    rows = []
    for office in catalogue.register.offices:
        if figured.takes_part(office.code):
            part = figured.part(office.code)
            groups.setdefault(office.type, GroupTotals()).add(part, figured.codes(office.code))
            rows.append((period.code, office.code, office.type, _encode(part).decode()))
    connection = ledger.db.conn
    connection.executemany("INSERT INTO figured_office VALUES (?, ?, ?, ?)", rows)
    for group, totals in groups.items():
        _write_group(ledger, period.code, group, totals)
    connection.execute("INSERT INTO figured_period VALUES (?, ?)", [period.code, catalogue.basis])


def _replace(ledger: Ledger, catalogue: Catalogue, period: Period, offices: Sequence[str]) -> None:
    """Takes the parts of some offices away and puts in what they are now."""
    known = [office for office in offices if office in catalogue.register]
    figured = _Figured(catalogue, period, period_data(ledger, period, known))
    groups: dict[str, GroupTotals] = {}
    connection = ledger.db.conn
    for office in known:
        group = catalogue.register.office(office).type
        row = connection.execute(
            "SELECT part FROM figured_office WHERE period = ? AND office = ?", [period.code, office]
        ).fetchone()
        part = figured.part(office) if figured.takes_part(office) else None
        if (row and row[0]) == (None if part is None else _encode(part).decode()):
            continue
        if group not in groups:
            groups[group] = _read_group(ledger, period.code, group)
        if row is not None:
            groups[group].add(_decode_part(row[0]), figured.codes(office), -1)
            connection.execute("DELETE FROM figured_office WHERE period = ? AND office = ?", [period.code, office])
        if part is not None:
            groups[group].add(part, figured.codes(office))
            connection.execute(
                "INSERT INTO figured_office VALUES (?, ?, ?, ?)", [period.code, office, group, _encode(part).decode()]
            )
    for group, totals in groups.items():
        _write_group(ledger, period.code, group, totals)


def _read_group(ledger: Ledger, period: str, group: str) -> GroupTotals:
    row = ledger.db.execute("SELECT total FROM figured_group WHERE period = ? AND grp = ?", [period, group]).fetchone()
    return _decode_group(row[0]) if row else GroupTotals()


def _write_group(ledger: Ledger, period: str, group: str, totals: GroupTotals) -> None:
    ledger.db.execute("DELETE FROM figured_group WHERE period = ? AND grp = ?", [period, group])
    if totals.offices:
        ledger.db.execute("INSERT INTO figured_group VALUES (?, ?, ?)", [period, group, _encode(totals.normal()).decode()])


class _Figured:
    """The parts of the offices whose data were read."""

    def __init__(self, catalogue: Catalogue, period: Period, data: PeriodData) -> None:
        self._catalogue = catalogue
        self._period = period
        self._data = data
        self._expected = catalogue.expected(period)
        self._with_data = data.offices
        self._active = {(office, task) for office, task, _ in data.counts}

    def takes_part(self, office: str) -> bool:
        """Whether the office was expected to report, or has anything to show for the period."""
        return office in self._expected or office in self._with_data

    def codes(self, office: str) -> frozenset[str]:
        """The tasks that concern the office at the period's end, or at its own if that comes first."""
        return self._catalogue.task_codes_in(office, self._period)

    def part(self, office: str) -> Part:
        """What the office adds."""
        part: Part = {}
        if office not in self._with_data:
            return part
        codes, answers = self.codes(office), self._data.answers
        for task in self._catalogue.programme.tasks:
            if task.code not in codes:
                continue
            active = (office, task.code) in self._active
            for indicator in task.indicators:
                if indicator.source is not IndicatorSource.COMPLETENESS and (active or (office, indicator.id) in answers):
                    totals = self._indicator(task, indicator, office)
                    if totals.answered or totals.none:
                        part[indicator.id] = totals
        return part

    def _indicator(self, task: Task, indicator: Indicator, office: str) -> IndicatorTotals:
        figure = office_figure(self._data, task, indicator, office)
        match figure.state:
            case "number":
                fields = {}
                if indicator.kind is IndicatorKind.RATIO:
                    fields = {name: (1, total) for name, total in totals_of(self._data, task, indicator, [office]).items()}
                return IndicatorTotals(number=1, total=figure.number, fields=fields)
            case "none":
                return IndicatorTotals(none=1)
            case "yes":
                return IndicatorTotals(yes=1)
            case "no":
                return IndicatorTotals(no=1)
            case "text":
                return IndicatorTotals(text=1)
            case _:
                return IndicatorTotals()


def _indicator_report(task: Task, indicator: Indicator, totals: dict[str, GroupTotals]) -> IndicatorReport:
    whole, concerned = IndicatorTotals(), 0
    by_group: dict[str, GroupFigure] = {}
    for name, group in totals.items():
        offices = group.tasks.get(task.code, 0)
        if offices:
            found = group.figures.get(indicator.id) or IndicatorTotals()
            whole.add(found, 1)
            concerned += offices
            by_group[name] = _figure(indicator, found, offices)
    if is_total_only(indicator, task):
        by_group = {}
    return IndicatorReport(task, indicator, _figure(indicator, whole, concerned), by_group)


def _figure(indicator: Indicator, totals: IndicatorTotals, concerned: int) -> GroupFigure:
    return GroupFigure(totals.value(indicator), totals.answered, totals.none, concerned - totals.answered - totals.none)


_encode = msgspec.json.Encoder(order="deterministic").encode
_decode_part = msgspec.json.Decoder(Part).decode
_decode_group = msgspec.json.Decoder(GroupTotals).decode
