"""Summaries: how slices are cut, what is summed up again when the centre moves a date, and what an old ledger gets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import msgspec
import pytest

from storage.catalogue import Catalogue, CentreDates, dates_bytes, keep_catalogue
from storage.connection import create_ledger, transaction
from storage.database import Database
from storage.domain.periods import Period
from storage.figures import period_data
from storage.ledger import Ledger
from storage.projections.apply import summary_digest
from storage.projections.slices import BEFORE_ALL, boundaries
from storage.projections.summary import Summaries
from tests.property.summary_histories import naive
from tests.unit.storage.ledger_examples import Pc, builtin, meeting, record, recorder

DAYS = ("2019-12-01", "2020-05-31", "2020-06-14", "2020-06-15", "2020-11-30", "2020-12-01")


@pytest.fixture
def pc(tmp_path: Path) -> Pc:
    return Pc(tmp_path)


@pytest.fixture
def ledger(pc: Pc) -> Iterator[Ledger]:
    with pc.create() as made:
        record(made, *(meeting(date=day, title=f"Hội nghị {day}") for day in DAYS if day <= "2020-03-05"))
        for day in DAYS[1:]:
            pc.clock.forward(days=120)
            record(made, meeting(date=day, title=f"Hội nghị {day}"))
        yield made


def keep_dates(ledger: Ledger, **cutoffs: str) -> Catalogue:
    dates = dates_bytes(CentreDates(cutoffs={f"2020{name.removeprefix('y')}": day for name, day in cutoffs.items()}))
    with ledger.write():
        keep_catalogue(ledger, programme=builtin("programme.json"), offices=builtin("offices.json"), dates=dates)
    return Catalogue(ledger)


def contents(ledger: Ledger) -> dict[str, dict[str, object]]:
    rows = ledger.db.execute("SELECT slice, content FROM summary ORDER BY slice")
    return {first: msgspec.json.decode(content) for first, content in rows.fetchall()}


def test_slices_lie_between_the_days_on_which_a_period_begins_or_ends() -> None:
    days = boundaries(builtin("programme.json"), b"{}")
    assert days[0] == BEFORE_ALL
    assert [day for day in days if day.startswith("2020")] == ["2020-06-15", "2020-12-01"]
    moved = boundaries(builtin("programme.json"), b'{"cutoffs": {"2020S1": "2020-05-31"}}')
    assert [day for day in moved if day.startswith("2020")] == ["2020-06-01", "2020-12-01"]


def test_a_summary_holds_counts_and_sums_of_each_slice(ledger: Ledger) -> None:
    meetings = {first: content["II.1.a"]["HN_QT"] for first, content in contents(ledger).items()}  # type: ignore[index]
    assert meetings == {
        "2019-12-01": [3, {"luot_nguoi_du": [3, 360], "so_cuoc": [3, 3]}],
        "2020-06-15": [2, {"luot_nguoi_du": [2, 240], "so_cuoc": [2, 2]}],
        "2020-12-01": [1, {"luot_nguoi_du": [1, 120], "so_cuoc": [1, 1]}],
    }


def test_what_is_withdrawn_leaves_nothing_behind(ledger: Ledger) -> None:
    (uid,) = ledger.db.execute("SELECT lower(hex(uid)) FROM activity WHERE date = '2020-12-01'").fetchone()
    recorder(ledger).withdraw(uid, "ghi nhầm")
    assert sorted(contents(ledger)) == ["2019-12-01", "2020-06-15"]


def test_moving_a_cut_off_sums_up_again_only_what_it_moves(ledger: Ledger) -> None:
    """The slice after the year's cut-off is marked with a wrong sum, which must survive what does not concern it."""
    marked = '{"II.1.a":{"HN_QT":[7,{}]}}'
    ledger.db.execute("UPDATE summary SET content = ? WHERE slice = '2020-12-01'", [marked])
    catalogue = keep_dates(ledger, yS1="2020-05-31")
    found = contents(ledger)
    assert sorted(found) == ["2019-12-01", "2020-06-01", "2020-12-01"]
    assert found["2020-12-01"] == msgspec.json.decode(marked)
    for code in ("2020S1", "2020"):
        assert period_data(ledger, catalogue.period(code)) == naive(ledger, catalogue.period(code))
    keep_dates(ledger, y="2020-11-20")
    assert contents(ledger)["2020-11-21"] != msgspec.json.decode(marked), "this one moved"


def test_keeping_the_same_dates_again_sums_up_nothing(ledger: Ledger) -> None:
    ledger.db.execute("""UPDATE summary SET content = '{"II.1.a":{"HN_QT":[7,{}]}}'""")
    before = contents(ledger)
    keep_dates(ledger)
    assert contents(ledger) == before


def test_a_period_that_the_slices_do_not_fit_is_read_from_the_activities(ledger: Ledger) -> None:
    usual = Catalogue(ledger).period("2020S1")
    assert ledger.projections.summaries.slices_of(usual) == ["2019-12-01"]
    odd = with_last_day(usual, date(2020, 5, 31))
    assert ledger.projections.summaries.slices_of(odd) is None
    assert period_data(ledger, odd) == naive(ledger, odd)
    assert period_data(ledger, odd, ["UBND-DH"]) == naive(ledger, odd)
    assert period_data(ledger, odd) != period_data(ledger, usual)


def with_last_day(period: Period, day: date) -> Period:
    first, _, start = period.first_day, period.last_day, period.takes_from
    dates = (first, day, start, period.due_before, period.last_on_time)
    return Period(period.code, period.duty, *dates, period.name_vi, period.name_en)


def test_a_ledger_of_an_earlier_version_gets_its_summaries_when_it_is_opened(pc: Pc, ledger: Ledger) -> None:
    expected = summary_digest(ledger.db)
    period = Catalogue(ledger).period("2020")
    with transaction(ledger.db):
        for table in ("slice", "summary"):
            ledger.db.execute(f"DELETE FROM {table}")  # noqa: S608 - names of this test
    assert not ledger.projections.summaries.are_kept
    assert period_data(ledger, period) == naive(ledger, period)
    record(ledger, meeting(title="Thêm", date="2020-03-01"))
    assert contents(ledger) == {}, "nothing is kept until all is"
    (added,) = uids(ledger, "Thêm")
    recorder(ledger).withdraw(added, "ghi nhầm")
    ledger.close()
    with pc.open() as again:
        assert again.projections.summaries.are_kept
        assert contents(again).keys() == {"2019-12-01", "2020-06-15", "2020-12-01"}
        assert period_data(again, period) == naive(again, period)
        with again.write():
            again.projections.rebuild()
        assert summary_digest(again.db) != expected, "the feed has two more entries"


def uids(ledger: Ledger, title: str) -> list[str]:
    return [row[0] for row in ledger.db.execute("SELECT lower(hex(uid)) FROM activity WHERE title = ?", [title]).fetchall()]


def test_a_programme_that_cannot_be_read_keeps_nobody_from_the_ledger(ledger: Ledger) -> None:
    period = Catalogue(ledger).period("2020")
    ledger.set("programme", "{}")
    with ledger.write():
        ledger.projections.rebuild()
    assert ledger.projections.summaries.slices_of(period) is None
    assert period_data(ledger, period) == naive(ledger, period)


def test_the_digest_sees_every_table_that_is_kept(ledger: Ledger) -> None:
    seen = {summary_digest(ledger.db)}
    for change in (
        "UPDATE standing SET missing = missing + 1",
        "UPDATE standing SET entries = entries + 1",
        "UPDATE summary SET content = '{}' WHERE slice = '2020-12-01'",
        "INSERT INTO slice VALUES ('2020-01-01')",
    ):
        ledger.db.execute(change)
        digest = summary_digest(ledger.db)
        assert digest not in seen, change
        seen.add(digest)


def test_a_new_ledger_keeps_summaries_from_its_first_day(tmp_path: Path) -> None:
    with closing(create_ledger(tmp_path / "new.db")) as db:
        assert _slices(db) == [BEFORE_ALL]
        assert Summaries(db).are_kept


def _slices(db: Database) -> list[str]:
    return [row[0] for row in db.execute("SELECT first_day FROM slice").fetchall()]
