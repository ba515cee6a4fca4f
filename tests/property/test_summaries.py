"""Summaries are never anything but what the activities add up to, whatever happened, and in whatever order."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import storage.consolidation
from storage.catalogue import Catalogue
from storage.consolidation import consolidate
from storage.domain.periods import Period
from storage.figures import PeriodData, period_data
from storage.follow_up import matrix, shares
from storage.ledger import Ledger
from storage.projections.apply import summary_digest
from storage.summaries import GroupReport, group_report
from tests.property.summary_histories import ACTIONS, PERIODS, Step, World, naive

steps = st.lists(
    st.tuples(st.sampled_from(ACTIONS), st.integers(0, 9), st.integers(0, 12), st.integers(0, 12)), min_size=8, max_size=45
)


@contextmanager
def world() -> Iterator[World]:
    with tempfile.TemporaryDirectory() as folder:
        made = World.make(Path(folder))
        try:
            yield made
        finally:
            made.ledger.close()


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(steps=steps, often=st.integers(3, 9))
def test_incremental_and_rebuilt_and_counted_one_by_one_are_the_same(steps: list[Step], often: int) -> None:
    with world() as made:
        for number, step in enumerate(steps):
            made.act(step)
            if number % often == 0:
                for code in PERIODS:
                    check_sums(made.ledger, made.catalogue.period(code))
                    group_report(made.ledger, made.catalogue, made.catalogue.period(code))
        check(made.ledger, made.catalogue)
        made.finish()
        check(made.ledger, made.catalogue)
        check_rebuild(made.ledger)


def check(ledger: Ledger, catalogue: Catalogue) -> None:
    for code in PERIODS:
        period = catalogue.period(code)
        check_groups(ledger, catalogue, period, check_sums(ledger, period))


def check_sums(ledger: Ledger, period: Period) -> PeriodData:
    assert ledger.projections.summaries.slices_of(period) is not None
    expected = naive(ledger, period)
    assert period_data(ledger, period) == expected
    for office in ("UBND-DH", "CAT"):
        assert period_data(ledger, period, [office, office]) == _of_office(expected, office)
    return expected


def check_groups(ledger: Ledger, catalogue: Catalogue, period: Period, expected: PeriodData) -> None:
    """The report by group, kept and brought up to date, is what consolidating the naive sums gives."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(storage.consolidation, "period_data", lambda *_: expected)
        whole = consolidate(ledger, catalogue, period)
    kept = group_report(ledger, catalogue, period)
    assert _told(kept) == {
        figure.indicator.id: (figure.total, figure.by_group, figure.answered, figure.none, figure.empty)
        for figure in whole.figures
    }
    assert (kept.groups, kept.offices) == (whole.groups, len(whole.offices))
    followed = matrix(ledger, catalogue, period)
    assert shares(ledger, catalogue, period) == (followed.complete, followed.on_time)
    for cell in followed.cells:
        feeds = ledger.journal.feeds(cell.office)
        entries = sum(ledger.journal.head(feed)[0] for feed in feeds)
        gaps = sum(last - first + 1 for feed in feeds for first, last in ledger.journal.gaps(feed))
        assert (cell.entries, cell.gaps) == (entries, gaps)


def check_rebuild(ledger: Ledger) -> None:
    before = summary_digest(ledger.db)
    with ledger.write():
        ledger.projections.summaries.rebuild()
    assert summary_digest(ledger.db) == before
    with ledger.write():
        ledger.projections.rebuild()
    assert summary_digest(ledger.db) == before


def _of_office(data: PeriodData, office: str) -> PeriodData:
    return PeriodData(
        {key: total for key, total in data.totals.items() if key[0] == office},
        {key: count for key, count in data.counts.items() if key[0] == office},
        {key: answer for key, answer in data.answers.items() if key[0] == office},
    )


def _told(report: GroupReport) -> dict[str, tuple[object, ...]]:
    return {
        figure.indicator.id: (
            figure.whole.total,
            {name: group.total for name, group in figure.by_group.items()},
            figure.whole.answered,
            figure.whole.none,
            figure.whole.empty,
        )
        for figure in report.figures
    }
