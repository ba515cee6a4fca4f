"""Lists read in windows: every window holds what one long list would hold, whatever the filter, the order and the position."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import activity_list
from storage.activity_list import (
    ListQuery,
    Order,
    RowIndex,
    filter_totals,
    first_rows,
    row_index,
    rows_at,
    stoppable,
)
from storage.domain.errors import OperationCancelled
from storage.domain.progress import Progress
from storage.ledger import Ledger
from storage.search import Filter, find_activities
from tests.unit.storage.ledger_examples import Pc, half_year, meeting, record, recorder

COUNT = 57


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Pc(tmp_path).create() as made:
        kinds = [
            {},
            {"task": "II.1.b", "type": "TIN_BAI", "values": {"so_tin": 3}, "title": "Tin về Đăk Hà"},
            {"type": "SH_CD", "values": {"so_buoi": 1}, "date": "2020-07-10"},
        ]
        rows = [
            meeting(**({"date": f"2020-0{1 + n % 6}-1{n % 7}", "title": f"Hội nghị {n}"} | kinds[n % 3])) for n in range(COUNT)
        ]
        uids = record(made, *rows)
        for uid in uids[:6]:
            recorder(made).withdraw(uid, "ghi nhầm")
        yield made


def filters(ledger: Ledger) -> list[Filter]:
    return [
        Filter(),
        Filter(task="II.1.b"),
        Filter(state="withdrawn"),
        Filter(state="final", type="HN_QT"),
        Filter(period=half_year(ledger)),
        Filter(text="dak ha"),
        Filter(text="hoi nghi", task="II.1.a"),
        Filter(task="II.4"),
        Filter(text="!?"),
    ]


@pytest.mark.parametrize("order", Order)
def test_windows_put_together_are_the_whole_list(ledger: Ledger, order: Order) -> None:
    for wanted in filters(ledger):
        query = ListQuery(wanted, order)
        index = row_index(ledger, query)
        expected = find_activities(ledger, wanted, limit=1_000)
        if order is Order.OLDEST:
            expected.reverse()
        elif order is Order.LAST_CHANGED:
            expected.sort(key=lambda row: -row.id)
        assert index.total == len(expected)
        for size in (7, 20, 100):
            windows = [rows_at(ledger, query, index, first, size) for first in range(0, index.total, size)]
            assert [row for window in windows for row in window] == expected


def test_a_window_never_reaches_beyond_the_end(ledger: Ledger) -> None:
    query = ListQuery()
    index = row_index(ledger, query)
    assert len(rows_at(ledger, query, index, COUNT - 3, 100)) == 3
    assert rows_at(ledger, query, index, COUNT, 100) == []
    assert rows_at(ledger, query, index, COUNT + 50, 100) == []


@pytest.mark.parametrize("order", Order)
def test_the_first_rows_are_those_of_the_list(ledger: Ledger, order: Order) -> None:
    for wanted in (Filter(), Filter(task="II.1.b"), Filter(state="withdrawn")):
        query = ListQuery(wanted, order)
        first = first_rows(ledger, query, 5)
        assert first == rows_at(ledger, query, row_index(ledger, query), 0, 5)


def test_words_are_always_searched_for_as_a_whole(ledger: Ledger) -> None:
    assert first_rows(ledger, ListQuery(Filter(text="hoi nghi")), 5) is None


def test_more_hits_than_can_be_listed_are_said_to_be_cut(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activity_list, "MOST_HITS", 5)
    wanted = Filter(text="hoi nghi")
    ids = sorted((row.id for row in find_activities(ledger, wanted, limit=100)), reverse=True)
    index = row_index(ledger, ListQuery(wanted, Order.LAST_CHANGED))
    assert (index.total, list(index.ids or []), index.cut) == (5, ids[:5], True)
    by_date = row_index(ledger, ListQuery(wanted))
    assert by_date.cut
    dates = [row.date for row in rows_at(ledger, ListQuery(wanted), by_date, 0, 5)]
    assert dates == sorted(dates, reverse=True)
    monkeypatch.setattr(activity_list, "MOST_HITS", len(ids))
    assert not row_index(ledger, ListQuery(wanted)).cut


def test_totals_leave_withdrawn_activities_out(ledger: Ledger) -> None:
    kept = find_activities(ledger, Filter(task="II.1.b", state="final"), limit=100)
    assert 0 < len(kept) < COUNT // 3
    assert filter_totals(ledger, Filter(task="II.1.b")) == {"so_tin": 3 * len(kept)}
    assert filter_totals(ledger, Filter(task="II.4")) == {}


def test_a_long_query_is_stopped_by_whoever_waits_for_it(ledger: Ledger) -> None:
    def stop(_: Progress) -> None:
        raise OperationCancelled

    forever = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(OperationCancelled), stoppable(ledger, stop):
        ledger.db.execute(forever).fetchall()
    with pytest.raises(TimeoutError), stoppable(ledger, lambda _: None, seconds=0.01):
        ledger.db.execute(forever).fetchall()
    assert row_index(ledger, ListQuery()) == RowIndex(COUNT)
