"""What a new plan would do, found before it is done: recorded data that it touches, reports that pass to heirs, new dates.

Only questions; nothing here writes. Counts are of activities, answers and reports, never of people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from storage.catalogue import exemptions_of, periods_of
from storage.domain.errors import LedgerError
from storage.domain.obligations import Obligation, obligations, tasks_of
from storage.domain.periods import Period
from storage.domain.plan_changes import Change, Kind, Part
from storage.ledger import Ledger
from storage.plan import Documents, changes_between


@dataclass(frozen=True, slots=True)
class Touched:
    """Recorded data that stands under a part which is changed or removed."""

    part: Part
    code: str
    activities: int
    answers: int


@dataclass(frozen=True, slots=True)
class PeriodEffect:
    """One period before and after: moved dates, and by office what is owed no longer, newly, or for whom.

    ``passed`` maps a dissolved office to the offices that owe the report in its place.
    """

    period: str
    name_vi: str
    name_en: str
    dates_before: tuple[date, date, date] | None
    dates_after: tuple[date, date, date] | None
    ended: tuple[str, ...]
    begun: tuple[str, ...]
    passed: Mapping[str, tuple[str, ...]]
    received: tuple[str, ...]
    """Of ``ended``, the offices whose report for the period is here already."""

    @property
    def moves(self) -> bool:
        """Whether first day, cut-off or deadline are others."""
        return self.dates_before != self.dates_after


@dataclass(frozen=True, slots=True)
class OfficeEffect:
    """An office that ends or goes on elsewhere: who carries on, and what the ledger holds under its code."""

    office: str
    heirs: tuple[str, ...]
    activities: int
    first: str
    last: str
    keys: int
    open_reports: tuple[str, ...]
    """Periods, received and not accepted yet, whose report bears the code."""
    tasks: tuple[str, ...]
    """Tasks that concern it on its last day, and its heirs afterwards."""


@dataclass(frozen=True, slots=True)
class Effects:
    """Everything that a new plan would do."""

    changes: tuple[Change, ...]
    touched: tuple[Touched, ...]
    periods: tuple[PeriodEffect, ...]
    offices: tuple[OfficeEffect, ...]

    @property
    def harm(self) -> bool:
        """Whether a person should think twice: recorded data is no longer asked for, or a past report no longer expected."""
        return any(line.activities or line.answers for line in self.touched) or any(line.received for line in self.periods)


def effects_of(ledger: Ledger, before: Documents, after: Documents, today: date) -> Effects:
    """What putting ``after`` in force would do, for every period with reports and those around ``today``."""
    changes = changes_between(before, after)
    return Effects(
        tuple(changes),
        tuple(_touched(ledger, changes)),
        tuple(_period_effects(ledger, before, after, today)),
        tuple(_office_effects(ledger, before, after)),
    )


def _touched(ledger: Ledger, changes: Iterable[Change]) -> Iterable[Touched]:
    columns = {Part.TASK: "task", Part.ACTIVITY_TYPE: "type"}
    of_column = {part: f"SELECT count(*) FROM activity WHERE {column} = ?" for part, column in columns.items()}  # noqa: S608
    for change in changes:
        if change.kind is not Kind.REMOVED:
            continue
        activities = answers = 0
        if change.part in of_column:
            activities = _count(ledger, of_column[change.part], change.code)
        elif change.part is Part.COUNT_FIELD:
            wanted = 'SELECT count(*) FROM activity WHERE json_extract("values", ?) IS NOT NULL'
            activities = _count(ledger, wanted, f'$."{change.code}"')
        elif change.part in (Part.INDICATOR, Part.SECTION):
            answers = _count(ledger, "SELECT count(*) FROM answer WHERE item = ?", change.code)
        if activities or answers:
            yield Touched(change.part, change.code, activities, answers)


def _period_effects(ledger: Ledger, before: Documents, after: Documents, today: date) -> Iterable[PeriodEffect]:
    received = _received(ledger)
    years = {today.year, today.year + 1} | {line.effective.year for line in after.register.successions}
    codes = {code for code, _ in received} | _codes(before, years) | _codes(after, years)
    for code in sorted(codes):
        old, owed_before = _owed(before, code)
        new, owed_after = _owed(after, code)
        named = new or old
        if named is None:
            continue
        ended = tuple(office for office in owed_before if office not in owed_after)
        begun = tuple(office for office in owed_after if office not in owed_before)
        passed = _passed(owed_before, owed_after)
        effect = PeriodEffect(
            code,
            named.name_vi,
            named.name_en,
            _dates(old),
            _dates(new),
            ended,
            begun,
            passed,
            tuple(office for office in ended if (code, office) in received),
        )
        if effect.moves or ended or begun or passed:
            yield effect


def _passed(before: Mapping[str, Obligation], after: Mapping[str, Obligation]) -> dict[str, tuple[str, ...]]:
    passed: dict[str, list[str]] = {}
    for code, obligation in after.items():
        known = before[code].inherited_from if code in before else ()
        for source in obligation.inherited_from:
            if source not in known:
                passed.setdefault(source, []).append(code)
    return {source: tuple(heirs) for source, heirs in passed.items()}


def _owed(documents: Documents, code: str) -> tuple[Period | None, dict[str, Obligation]]:
    try:
        period = periods_of(documents.programme, documents.dates).period(code)
        owed = obligations(documents.programme, documents.register, period, exemptions=exemptions_of(documents.dates))
    except LedgerError:  # the other plan has no such period, or its dates are wrong, which ``problems_of`` says
        return None, {}
    return period, {obligation.office: obligation for obligation in owed if not obligation.requested}


def _dates(period: Period | None) -> tuple[date, date, date] | None:
    return None if period is None else (period.takes_from, period.last_day, period.due_before)


def _codes(documents: Documents, years: Iterable[int]) -> set[str]:
    suffixes = [duty.schedule.period_suffix for duty in documents.programme.duties if duty.schedule]
    return {f"{year:04d}{suffix}" for year in years for suffix in suffixes}


def _office_effects(ledger: Ledger, before: Documents, after: Documents) -> Iterable[OfficeEffect]:
    known = set(before.register.successions)
    new = [line for line in after.register.successions if line not in known]
    for office in dict.fromkeys(source for line in new for source in line.sources):
        effective = max(line.effective for line in new if office in line.sources)
        yield _office_effect(ledger, after, office, effective)


def _office_effect(ledger: Ledger, after: Documents, office: str, effective: date) -> OfficeEffect:
    count, first, last = ledger.db.execute(
        "SELECT count(*), coalesce(min(date), ''), coalesce(max(date), '') FROM activity WHERE office = ? AND state = 'final'",
        [office],
    ).fetchone()
    accepted = (  # by the decision that was made last: an earlier one may have been taken back
        "SELECT 1 FROM review r WHERE r.office = c.office AND r.period = c.period AND r.state = 'accepted' AND r.seq ="
        " (SELECT max(seq) FROM review WHERE office = r.office AND period = r.period)"
    )
    reports = ledger.db.execute(
        f"SELECT DISTINCT period FROM closing c WHERE office = ? AND NOT EXISTS ({accepted}) ORDER BY period",  # noqa: S608
        [office],
    ).fetchall()
    last_day = after.register.office(office).valid_to or effective
    return OfficeEffect(
        office,
        tuple(heir.code for heir in after.register.standing(office, effective)),
        count,
        first,
        last,
        _count(ledger, "SELECT count(*) FROM admission WHERE revoked = '' AND office = ?", office),
        tuple(row[0] for row in reports),
        tuple(task.code for task in tasks_of(after.programme, after.register, office, last_day)),
    )


def _received(ledger: Ledger) -> set[tuple[str, str]]:
    return set(ledger.db.execute("SELECT DISTINCT period, office FROM arrival").fetchall())


def _count(ledger: Ledger, query: str, value: str) -> int:
    return int(ledger.db.execute(query, [value]).fetchone()[0])
