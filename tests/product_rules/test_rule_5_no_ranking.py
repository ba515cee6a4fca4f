"""Rule 5: bodies that the plan requests are never overdue; no ranking or target on figures of sanctions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from storage.builtin import builtin_programme
from storage.catalogue import Catalogue
from storage.consolidation import consolidate, is_total_only
from storage.domain.obligations import completeness, obligations, timeliness_of
from storage.domain.periods import Timeliness
from storage.follow_up import matrix
from storage.journal.entries import Put
from storage.ledger import Ledger, Role
from tests.product_rules.reflection import fields_of_structs
from tests.unit.storage.ledger_examples import AT, HALF_YEAR, PUBLIC, Pc, half_year, put_answer, uid_of

SANCTIONS = "II.3.d-4"
"""Decisions on administrative sanctions issued by law: one optional total of the department."""


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Ledger]:
    with Pc(tmp_path).create(office="STTTT", role=Role.CENTRE) as made:
        yield made


@pytest.mark.parametrize("code", ["2020S1", "2020", "2024"])
def test_what_is_requested_is_never_overdue_late_or_due(centre: Ledger, code: str) -> None:
    catalogue = Catalogue(centre)
    period = catalogue.period(code)
    owed = obligations(catalogue.programme, catalogue.register, period)
    requested = [item for item in owed if item.requested]
    assert requested
    for days in (-400, -1, 0, 1, 400):
        today = period.due_before + timedelta(days=days)
        standings = {timeliness_of(item, period, received_on=None, today=today) for item in requested}
        assert standings == {Timeliness.NOT_DUE}
        arrived = {timeliness_of(item, period, received_on=today, today=today) for item in requested}
        assert arrived == {Timeliness.ON_TIME}
    assert any(
        timeliness_of(item, period, received_on=None, today=period.due_before) is Timeliness.OVERDUE
        for item in owed
        if not item.requested
    ), "the others can be"


def test_no_requested_body_is_reminded_or_lowers_a_share(centre: Ledger) -> None:
    catalogue = Catalogue(centre)
    followed = matrix(centre, catalogue, half_year(centre), today=date(2021, 1, 1))
    requested = {cell.office for cell in followed.cells if cell.obligation.requested}
    assert {"BTGTU", "UBMTTQ"} <= requested
    assert requested.isdisjoint({cell.office for cell in followed.overdue()})
    assert followed.overdue(), "the others are"
    owed = [cell.obligation for cell in followed.cells]
    without = [item for item in owed if not item.requested]
    assert completeness(requested, owed) == completeness(set(), without)


def answered(ledger: Ledger, item: str, number: int) -> None:
    """The department's own answer, written at the centre, which is the department here."""
    given = put_answer(uid_of(1), number=number)
    body = type(given.body)(period=HALF_YEAR, item=item, state="number", number=number)  # type: ignore[call-arg]
    ledger.append(Put(uid=uid_of(number), rev=1, at=AT, body=body))


def test_the_figure_on_sanctions_is_one_total_without_offices_or_groups(centre: Ledger) -> None:
    answered(centre, SANCTIONS, 7)
    whole = consolidate(centre, Catalogue(centre), half_year(centre))
    (figure,) = [one for one in whole.figures if one.indicator.id == SANCTIONS]
    assert (figure.total, figure.by_office, figure.by_group) == (7, {}, {})
    assert [name for name in whole.flat() if name.startswith(SANCTIONS)] == [SANCTIONS]
    others = [one for one in whole.figures if one.by_office]
    assert len(others) > 50, "other figures are shown office by office"


def test_the_rule_meets_the_figure_on_sanctions_and_hides_no_other_count() -> None:
    programme = builtin_programme()
    hidden = [one.id for task in programme.tasks for one in task.indicators if is_total_only(one, task)]
    assert hidden == [SANCTIONS]


def test_the_figure_on_sanctions_is_optional_and_its_note_forbids_targets_and_ranking() -> None:
    indicator = builtin_programme().indicator(SANCTIONS)
    assert indicator.optional
    assert "không giao chỉ tiêu" in indicator.note
    assert "không xếp hạng" in indicator.note


def test_nothing_in_the_product_holds_a_target_a_rank_or_a_score() -> None:
    words = {"target", "targets", "rank", "ranking", "score", "points", "quota", "chi_tieu", "xep_hang", "diem"}
    found = {(kind, field) for kind, field in fields_of_structs() if words & set(field.lower().split("_"))}
    assert found == {("Succession", "targets")}, "the offices that carry on the work of others"


def test_offices_stand_in_the_order_of_the_register_whatever_their_figures(centre: Ledger) -> None:
    for number, office in ((9, "UBND-DH"), (50, "UBND-DT")):
        feed = centre.journal.register(bytes([number]) * 16, office, PUBLIC)
        item = centre.append(put_answer(uid_of(number), number=number))[1][0]
        centre.db.execute("UPDATE node SET feed_id = ?, seq = ? WHERE link = ?", [feed.id, number, item.link])
    with centre.write():
        centre.projections.rebuild()
    catalogue = Catalogue(centre)
    whole = consolidate(centre, catalogue, half_year(centre))
    order = [office.code for office in catalogue.register.offices]
    (figure,) = [one for one in whole.figures if one.indicator.id == "II.1.a-1"]
    assert [figure.by_office[code].number for code in ("UBND-DH", "UBND-DT")] == [9, 50]
    for codes in (
        list(figure.by_office),
        [office.code for office in whole.offices],
        [cell.office for cell in whole.matrix.cells],
    ):
        assert codes == sorted(codes, key=order.index)
