"""Several periods together: nothing twice, nothing that has no formula added, the same totals in every view."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.builtin import builtin_offices, builtin_programme
from storage.catalogue import Catalogue, keep_catalogue
from storage.completeness import Organisation
from storage.consolidation import freeze
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.formula import Ratio
from storage.domain.office_file import offices_bytes
from storage.domain.offices import Confidence, Succession, SuccessionKind
from storage.domain.periods import Period
from storage.domain.programme import Indicator, IndicatorKind, IndicatorSource
from storage.figures import PeriodData
from storage.ledger import Ledger
from storage.span_organisation import office_series
from storage.span_standing import Firmness, PeriodStanding, span_differences, standings
from storage.spans import (
    Aggregation,
    SpanFigure,
    SpanReport,
    added_up,
    aggregation_of,
    changes_of,
    make_span,
    span_between,
    span_report,
    whole_plan,
    year_change,
)
from storage.summaries import GroupFigure
from tests.property.summary_histories import World, naive
from tests.unit.storage.ledger_examples import Pc, builtin

STEPS = (
    *(("record", place, kind, high) for place in range(5) for kind in range(6) for high in range(12)),
    *(("answer", place, item, high) for place in range(1, 5) for item in range(7) for high in range(2 * place)),
)
PROGRAMME = builtin_programme()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World.make(tmp_path)
    for step in STEPS:
        made.act(step)
    made.finish()
    yield made
    made.ledger.close()


def read(world: World, first: str, last: str, organisation: Organisation = Organisation.AS_REPORTED) -> SpanReport:
    catalogue = Catalogue(world.ledger)
    return span_report(world.ledger, catalogue, span_between(catalogue, first, last), organisation=organisation)


def line(report: SpanReport, indicator: str) -> SpanFigure:
    return next(figure for figure in report.figures if figure.indicator.id == indicator)


# The plainest reckoning


def reckon(world: World, period: Period, indicator: Indicator) -> list[int | tuple[int, int]]:
    """What each office adds in a period: read off the activities, by a formula that a regular expression takes apart."""
    data = naive(world.ledger, period)
    task = PROGRAMME.task_of_indicator(indicator.id)
    found: list[int | tuple[int, int]] = []
    for office in sorted(data.offices):
        if task.code not in world.catalogue.task_codes_in(office, period):
            continue
        given = data.answers.get((office, indicator.id))
        value = _computed(data, indicator, task.code, office)
        if value is not None:
            found.append(value)
        elif given is not None and given.state == "number":
            found.append(given.number)
    return found


def _computed(data: PeriodData, indicator: Indicator, task: str, office: str) -> int | tuple[int, int] | None:
    if indicator.source is not IndicatorSource.COMPUTED:
        return None
    sums: list[int] = []
    filled: list[bool] = []
    for part in indicator.formula.split("/"):
        names = re.findall(r"(?:sum\()?([a-z_]+)\)?", part.replace("sum(", ""))
        values = [
            data.totals[office, task, kind, name]
            for kind in indicator.activity_types
            for name in names
            if (office, task, kind, name) in data.totals
        ]
        sums.append(sum(values))
        filled.append(bool(values))
    if not any(filled):
        return None
    if len(sums) == 1:
        return sums[0]
    return (sums[0], sums[1]) if sums[1] > 0 else None


def together(world: World, periods: tuple[Period, ...], indicator: Indicator) -> int | Ratio | None:
    values = [value for period in periods for value in reckon(world, period, indicator)]
    pairs = [value for value in values if isinstance(value, tuple)]
    if indicator.kind is IndicatorKind.RATIO:
        return Ratio(sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)) if pairs else None
    return sum(value for value in values if isinstance(value, int)) if values else None


@pytest.mark.parametrize(("first", "last"), [("2020S1", "2021"), ("2020S1", "2021S1"), ("2020", "2021"), ("2021S1", "2021S1")])
def test_a_sum_is_that_of_the_activities_of_all_days(world: World, first: str, last: str) -> None:
    report = read(world, first, last)
    known = 0
    for figure in report.figures:
        if figure.aggregation in (Aggregation.SUM, Aggregation.SHARE):
            assert figure.total.value == together(world, report.span.added, figure.indicator), figure.indicator.id
            known += figure.total.value is not None
            for place, period in enumerate(report.span.periods):
                assert figure.cells[place].total == together(world, (period,), figure.indicator)
    assert known >= 4


def test_a_half_year_is_not_added_to_its_year(world: World) -> None:
    report = read(world, "2020S1", "2021S1")
    assert [period.code for period in report.span.periods] == ["2020S1", "2020", "2021S1"]
    assert [period.code for period in report.span.added] == ["2020", "2021S1"]
    meetings = line(report, "II.1.a-1")
    half, year, next_half = (cell.total for cell in meetings.cells)
    assert half
    assert meetings.total.value == year + next_half  # type: ignore[operator]


def test_what_has_no_formula_is_the_last_figure_and_never_a_sum(world: World) -> None:
    report = read(world, "2020S1", "2021")
    seen = 0
    for figure in report.figures:
        if figure.aggregation is not Aggregation.LAST:
            continue
        known = [
            (period.code, cell.total)
            for period, cell in zip(report.span.periods, figure.cells, strict=True)
            if cell.total is not None
        ]
        assert (figure.total.period, figure.total.value) == (known[-1] if known else ("", None))
        for group, total in figure.group_totals.items():
            place = [period.code for period in report.span.periods].index(figure.total.period) if known else 0
            part = figure.groups[group][place]
            assert total.value == (part.total if part and known else None)
        seen += len(known) > 1
    assert seen


def test_a_period_still_running_does_not_replace_a_last_figure(world: World) -> None:
    """Of two figures the one whose deadline has passed stands, until the later one is due too."""
    clock = world.ledger.clock
    clock.now = datetime(2021, 3, 1, 8, tzinfo=UTC)  # type: ignore[attr-defined]
    figure = line(read(world, "2020S1", "2021S1"), "III.1.a-1")
    assert [cell.total is not None for cell in figure.cells[1:]] == [True, True]
    assert figure.total.period == "2020"
    clock.now = datetime(2021, 6, 21, 8, tzinfo=UTC)  # type: ignore[attr-defined]
    assert line(read(world, "2020S1", "2021S1"), "III.1.a-1").total.period == "2021S1"


def test_how_each_indicator_goes_together_is_read_from_the_programme() -> None:
    for indicator in PROGRAMME.indicators:
        found = aggregation_of(indicator)
        if found in (Aggregation.SUM, Aggregation.SHARE):
            assert indicator.formula
            assert (found is Aggregation.SHARE) == ("/" in indicator.formula)
        else:
            assert not indicator.formula or found is Aggregation.REPORTS


def test_reports_in_time_are_counted_over_periods_that_were_due(world: World) -> None:
    world.act(("close", 2, 0, 1))
    world.act(("close", 3, 1, 1))
    world.finish()
    world.ledger.clock.now = datetime(2021, 1, 10, 8, tzinfo=UTC)  # type: ignore[attr-defined]
    figure = line(read(world, "2020S1", "2021S1"), "III.2-4")
    half, year, running = (cell.total for cell in figure.cells)
    assert isinstance(half, Ratio)
    assert isinstance(year, Ratio)
    assert isinstance(running, Ratio)
    assert (half.numerator, year.numerator) == (1, 1)
    assert figure.total.value == Ratio(2, half.denominator + year.denominator), "what was not due yet is on neither side"


def test_the_second_time_nothing_is_figured_anew(world: World) -> None:
    read(world, "2020S1", "2021")
    changes = world.ledger.db.conn.total_changes
    for organisation in Organisation:
        read(world, "2020S1", "2021", organisation)
    assert world.ledger.db.conn.total_changes == changes


# As reported then and as organised now


def reorganise(world: World, *targets: str) -> None:
    """``UBND-DH`` ended in the middle of 2020; ``targets`` carry on its work."""
    register = builtin_offices()
    offices = tuple(
        msgspec.structs.replace(office, valid_to=date(2020, 12, 31)) if office.code == "UBND-DH" else office
        for office in register.offices
    )
    follows = Succession(
        kind=SuccessionKind.MERGE if len(targets) == 1 else SuccessionKind.SPLIT,
        effective=date(2021, 1, 1),
        sources=("UBND-DH",),
        targets=targets,
        confidence=Confidence.SOURCE,
    )
    kept = tuple(one for one in register.successions if "UBND-DH" not in one.sources)
    changed = offices_bytes(msgspec.structs.replace(register, offices=offices, successions=(*kept, follows)))
    with world.ledger.write():
        keep_catalogue(world.ledger, programme=builtin("programme.json"), offices=changed, dates=b"{}")
    world.ledger.clock.now = datetime(2021, 6, 1, 8, tzinfo=UTC)  # type: ignore[attr-defined]


def series(
    world: World, indicator: str, organisation: Organisation
) -> dict[str, tuple[object, tuple[str, ...], tuple[str, ...]]]:
    catalogue = Catalogue(world.ledger)
    span = span_between(catalogue, "2020S1", "2020")
    found = office_series(world.ledger, catalogue, span.periods, [indicator], organisation)[indicator]
    return {
        one.office.code: (tuple(part.total if part else None for part in one.parts), one.predecessors, one.heirs)
        for one in found
    }


def test_one_heir_shows_the_figures_of_its_predecessor(world: World) -> None:
    reorganise(world, "CAT")
    before, now = read(world, "2020S1", "2020"), read(world, "2020S1", "2020", Organisation.AS_NOW)
    for then, today in zip(before.figures, now.figures, strict=True):
        assert (then.total, then.cells) == (today.total, today.cells), "every view adds up to the same"
        for report in (then, today):
            if report.groups and report.aggregation is Aggregation.SUM:
                parts = [part.total for line_of_group in report.groups.values() if (part := line_of_group[1]) is not None]
                assert added_up(parts) == report.cells[1].total
    assert before.groups != now.groups or line(before, "II.1.a-1").groups != line(now, "II.1.a-1").groups
    old, new = (series(world, "II.1.a-1", organisation) for organisation in Organisation)
    sums = [tuple(map(sum, zip(old["UBND-DH"][0], old["CAT"][0], strict=True)))]  # type: ignore[call-overload]
    assert [new["CAT"][0]] == sums
    assert "UBND-DH" not in new
    assert new["CAT"][1:] == (("UBND-DH",), ())


def test_several_heirs_get_nothing_divided_and_nothing_twice(world: World) -> None:
    reorganise(world, "UBND-NH", "UBND-DT")
    old, new = (series(world, "II.1.a-1", organisation) for organisation in Organisation)
    assert new["UBND-DH"][0] == old["UBND-DH"][0]
    assert set(new["UBND-DH"][2]) == {"UBND-NH", "UBND-DT"}
    assert "UBND-NH" not in new
    assert old["UBND-DH"][2] == ()


# Firmness, differences, changes


def standing(world: World, first: str, last: str) -> list[PeriodStanding]:
    return list(standings(world.ledger, Catalogue(world.ledger), read(world, first, last)))


def test_each_period_says_how_firm_it_is(world: World) -> None:
    world.act(("close", 2, 0, 1))
    world.finish()
    clock = world.ledger.clock
    clock.now = datetime(2020, 6, 25, 8, tzinfo=UTC)  # type: ignore[attr-defined]
    half, year = standing(world, "2020S1", "2020")
    assert (half.firmness, year.firmness) == (Firmness.PROVISIONAL, Firmness.RUNNING)
    assert (half.received, half.owed - half.missing) == (1, 1)
    assert half.unclosed == 3  # those with figures that have not closed
    freeze(world.ledger, world.catalogue, world.catalogue.period("2020S1"))
    (half, _) = standing(world, "2020S1", "2020")
    assert (half.firmness, half.frozen, half.changed) == (Firmness.FROZEN, True, 0)
    world.act(("record", 4, 0, 1))
    world.act(("record", 4, 0, 4))
    world.finish()
    catalogue = Catalogue(world.ledger)
    found = span_differences(world.ledger, catalogue, [catalogue.period("2020S1"), catalogue.period("2020")])
    (half, _) = standing(world, "2020S1", "2020")
    assert half.changed == sum("|" not in difference.name for _, difference in found) > 0
    assert half.firmness is Firmness.CHANGED
    assert {period.code for period, _ in found} == {"2020S1"}


def test_a_year_is_compared_with_the_same_period_a_year_before(world: World) -> None:
    report = read(world, "2020S1", "2021")
    figure = line(report, "II.1.a-1")
    first, second, half, year = changes_of(report.span, figure.cells)
    assert (first, second) == (None, None)
    totals = [cell.total for cell in figure.cells]
    assert half is not None
    assert year is not None
    assert (half.before, half.now) == (totals[0], totals[2])
    assert year.difference == totals[3] - totals[1]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("before", "now", "difference", "share"),
    [
        (4, 6, 2, Ratio(2, 4)),
        (6, 4, -2, Ratio(-2, 6)),
        (0, 3, 3, None),
        (None, 3, None, None),
        (3, None, None, None),
        (Ratio(1, 2), Ratio(2, 3), 167, None),
        (Ratio(1, 2), 3, None, None),
    ],
)
def test_differences(before: int | Ratio | None, now: int | Ratio | None, difference: int | None, share: Ratio | None) -> None:
    found = year_change(before, now)
    assert (found.difference, found.share) == (difference, share)


# Spans


def test_a_span_stands_the_right_way_round(world: World) -> None:
    catalogue = world.catalogue
    with pytest.raises(LedgerError) as caught:
        span_between(catalogue, "2021", "2020")
    assert (caught.value.code, dict(caught.value.parameters)) == (
        Code.PERIOD_SPAN_INVALID,
        {"first": "2021", "last": "2020"},
    )
    with pytest.raises(LedgerError) as caught:
        span_between(catalogue, "2020", "2199")
    assert caught.value.code is Code.PERIOD_SPAN_INVALID
    assert [period.code for period in span_between(catalogue, "2020", "2020").periods] == ["2020"]
    assert len(span_between(catalogue, "2020S1", "2049").periods) == 60


def test_the_whole_plan_is_what_the_ledger_holds(world: World) -> None:
    """A day of 2018 is in the year 2018; one of 2199 is a slip, and stretches nothing."""
    world.ledger.clock.now = datetime(2021, 6, 25, 8, tzinfo=UTC)  # type: ignore[attr-defined]
    first, last = whole_plan(world.ledger, Catalogue(world.ledger))
    assert first == "2018S1"
    assert last == "2021"


def test_an_office_has_no_report_of_several_periods(tmp_path: Path) -> None:
    with Pc(tmp_path).create() as office:
        _refused(office)


def _refused(office: Ledger) -> None:
    catalogue = Catalogue(office)
    span = span_between(catalogue, "2020S1", "2020")
    for organisation in Organisation:
        with pytest.raises(LedgerError) as caught:
            span_report(office, catalogue, span, organisation=organisation)
        assert caught.value.code is Code.WRONG_ROLE


def period(code: str, first: int, last: int) -> Period:
    begin, end = date.fromordinal(730_000 + first), date.fromordinal(730_000 + last)
    return Period(code, "", begin, end, begin, end, end, code, code)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), min_size=1, max_size=12))
def test_no_day_is_added_twice_and_no_period_is_left_out_without_a_longer_one(spans: list[tuple[int, int]]) -> None:
    periods = [period(f"p{place}", first, first + length) for place, (first, length) in enumerate(spans)]
    span = make_span(periods)
    days = [day for one in span.added for day in range(one.takes_from.toordinal(), one.last_day.toordinal() + 1)]
    assert len(days) == len(set(days))
    for one in periods:
        if one not in span.added:
            overlapping = [kept for kept in span.added if kept.takes_from <= one.last_day and one.takes_from <= kept.last_day]
            assert any(kept.last_day - kept.takes_from >= one.last_day - one.takes_from for kept in overlapping)
    uncovered = [day for first, last in span.uncovered for day in range(first.toordinal(), last.toordinal() + 1)]
    assert sorted(days + uncovered) == list(range(min(days), max(days) + 1))


@given(st.lists(st.one_of(st.none(), st.builds(Ratio, st.integers(0, 9), st.integers(1, 9))), max_size=6))
def test_shares_are_added_before_they_are_divided(values: list[Ratio | None]) -> None:
    known = [value for value in values if value is not None]
    expected = Ratio(sum(one.numerator for one in known), sum(one.denominator for one in known)) if known else None
    assert added_up(values) == expected


def test_nothing_known_is_not_nothing() -> None:
    assert added_up([]) is None
    assert added_up([None, 0]) == 0
    assert GroupFigure(None, 0, 0, 3).total is None
