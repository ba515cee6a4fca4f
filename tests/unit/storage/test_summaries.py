"""Figures by group that are kept: made when asked for, brought up to date, thrown away when what they rest on changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import storage.summaries
from storage.catalogue import Catalogue, CentreDates, dates_bytes, keep_catalogue
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.ledger import Ledger, Role
from storage.summaries import GroupReport, group_report, rebuild_all, refresh, year_report
from tests.property.summary_histories import World
from tests.property.test_summaries import check
from tests.unit.storage.ledger_examples import Pc, builtin
from tests.unit.storage.projections.test_apply import Writer

STEPS = (
    *(("record", place, kind, place + kind) for place in range(5) for kind in range(6)),
    *(("record", place, kind, 2) for place in range(5) for kind in range(6)),
    *(("answer", place, item, 1 + 3 * place) for place in range(5) for item in range(8)),
)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World.make(tmp_path)
    for step in STEPS:
        made.act(step)
    made.finish()
    yield made
    made.ledger.close()


def figured(ledger: Ledger) -> list[tuple[str, str]]:
    return ledger.db.execute("SELECT period, office FROM figured_office ORDER BY 1, 2").fetchall()


def stale(ledger: Ledger) -> list[str]:
    return [row[0] for row in ledger.db.execute("SELECT office FROM stale ORDER BY office").fetchall()]


def report(world: World, code: str = "2020") -> GroupReport:
    catalogue = world.catalogue
    return group_report(world.ledger, catalogue, catalogue.period(code))


def total(found: GroupReport, item: str) -> object:
    return next(figure.whole.total for figure in found.figures if figure.indicator.id == item)


def test_a_period_is_figured_when_it_is_asked_for_and_kept(world: World) -> None:
    assert figured(world.ledger) == []
    assert stale(world.ledger) == ["CAT", "SGDDT", "STTTT", "UBND-DH"]
    report(world)
    assert stale(world.ledger) == []
    assert {period for period, _ in figured(world.ledger)} == {"2020"}
    before = world.ledger.db.conn.total_changes
    assert [found.period.code for found in year_report(world.ledger, world.catalogue, 2020)] == ["2020S1", "2020"]
    assert {period for period, _ in figured(world.ledger)} == {"2020", "2020S1"}
    changed = world.ledger.db.conn.total_changes
    assert changed > before
    year_report(world.ledger, world.catalogue, 2020)
    assert world.ledger.db.conn.total_changes == changed, "the second time nothing is written"


def test_only_the_parts_of_offices_that_changed_are_replaced(world: World) -> None:
    first = report(world)
    marked = '{"II.1.b-3":[0,0,1,0,0,0,{}]}'
    world.ledger.db.execute("UPDATE figured_office SET part = ? WHERE office = 'CAT'", [marked])
    world.act(("record", 0, 0, 2))
    world.finish()
    second = report(world)
    assert total(second, "II.1.a-1") != total(first, "II.1.a-1")
    parts = world.ledger.db.execute("SELECT part FROM figured_office WHERE office = 'CAT'").fetchall()
    assert parts == [(marked,)]


def test_a_change_of_the_centre_figures_the_period_anew(world: World) -> None:
    report(world)
    world.ledger.db.execute("UPDATE figured_group SET total = '{}'")
    dates = dates_bytes(CentreDates(holidays={"2020-12-24": "nghỉ"}))
    with world.ledger.write():
        keep_catalogue(world.ledger, programme=builtin("programme.json"), offices=builtin("offices.json"), dates=dates)
    check(world.ledger, Catalogue(world.ledger))


def test_what_was_parsed_before_a_change_is_not_taken_for_what_is_kept_now(world: World) -> None:
    """A catalogue that a job still holds names the documents it was parsed from, not those of today."""
    old = world.catalogue
    assert old.programme.tasks
    with world.ledger.write():
        dates = dates_bytes(CentreDates(cutoffs={"2020S1": "2020-05-31"}))
        keep_catalogue(world.ledger, programme=builtin("programme.json"), offices=builtin("offices.json"), dates=dates)
    assert old.basis != Catalogue(world.ledger).basis


def test_many_changed_offices_are_figured_together(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage.summaries, "MOST_REPLACED", 1)
    report(world)
    for place in range(5):
        world.act(("record", place, 0, 1))
    world.finish()
    assert len(stale(world.ledger)) > 1
    refresh(world.ledger, world.catalogue)
    assert (figured(world.ledger), stale(world.ledger)) == ([], [])
    check(world.ledger, world.catalogue)


def test_an_office_of_which_nothing_is_expected_is_there_while_it_has_something(world: World) -> None:
    """Four reports: before it sends anything, after an activity came, after that was withdrawn, after an answer."""
    catalogue = world.catalogue
    period = catalogue.period("2020")
    outsider = next(office.code for office in catalogue.register.offices if office.code not in catalogue.expected(period))
    place = len(world.writers)
    world.writers.append(Writer(place, office=outsider))
    sizes = [report(world).offices]
    for step in (("record", place, 0, 2), ("withdraw", place, 0, 1), ("answer", place, 0, 1)):
        world.act(step)
        world.finish()
        sizes.append(report(world).offices)
        check(world.ledger, world.catalogue)
    assert [size - sizes[0] for size in sizes] == [0, 1, 0, 1]


def test_making_everything_anew_says_whether_it_had_been_right(world: World) -> None:
    report(world)
    assert rebuild_all(world.ledger, world.catalogue)
    for wrong in (
        "UPDATE summary SET content = replace(content, ':[1,', ':[2,')",
        "DELETE FROM summary WHERE office = 'CAT'",
        "UPDATE standing SET entries = 1",
        "UPDATE figured_group SET total = replace(total, '\"offices\":', '\"offices\":1')",
        "UPDATE figured_office SET part = '{}' WHERE office = 'UBND-DH'",
        "DELETE FROM figured_office WHERE office = 'UBND-DH'",
    ):
        before = world.ledger.db.conn.total_changes
        world.ledger.db.execute(wrong)
        assert world.ledger.db.conn.total_changes > before, wrong
        assert not rebuild_all(world.ledger, world.catalogue), wrong
        assert rebuild_all(world.ledger, world.catalogue), wrong
        check(world.ledger, world.catalogue)


def test_an_office_has_no_report_by_group(tmp_path: Path) -> None:
    with Pc(tmp_path).create() as office:
        catalogue = Catalogue(office)
        with pytest.raises(LedgerError) as caught:
            year_report(office, catalogue, 2020)
    assert caught.value.code is Code.WRONG_ROLE
    assert Role.OFFICE.value == caught.value.parameters["role"]
