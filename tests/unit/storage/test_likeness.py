"""Rows that are probably recorded already: what counts as the same, and that each record answers for one row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.journal.entries import Activity
from storage.ledger import Ledger
from storage.likeness import Likeness
from tests.unit.storage.ledger_examples import Pc, meeting, record, recorder


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Pc(tmp_path).create() as made:
        yield made


def row(ledger: Ledger, **changes: object) -> Activity:
    return recorder(ledger).check(meeting(**changes))[0]


def test_the_same_row_again_is_claimed_once_for_each_record(ledger: Ledger) -> None:
    record(ledger, meeting(), meeting())
    known = Likeness(ledger)
    assert [known.claims(row(ledger)) for _ in range(3)] == [True, True, False]


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "  HỘI NGHỊ quan triet   kế hoạch "},
        {"place": "Đăk Hà"},
        {"note": "ghi chú thêm"},
        {"values": {"luot_nguoi_du": 120, "so_cuoc": 1}},
    ],
)
def test_what_makes_no_difference(ledger: Ledger, changes: dict[str, object]) -> None:
    record(ledger, meeting())
    assert Likeness(ledger).claims(row(ledger, **changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Hội nghị khác"},
        {"date": "2020-03-06"},
        {"values": {"so_cuoc": 1, "luot_nguoi_du": 121}},
        {"values": {"so_cuoc": 1}},
        {"place": "Sa Thầy"},
        {"document": "6/KH"},
    ],
)
def test_what_makes_it_another_activity(ledger: Ledger, changes: dict[str, object]) -> None:
    record(ledger, meeting(place="Đăk Hà", document="5/KH"))
    assert not Likeness(ledger).claims(row(ledger, **{"place": "Đăk Hà", "document": "5/KH", **changes}))


def test_what_was_withdrawn_is_not_the_same(ledger: Ledger) -> None:
    [uid] = record(ledger, meeting())
    recorder(ledger).withdraw(uid, "ghi nhầm")
    assert not Likeness(ledger).claims(row(ledger))


def test_the_exact_one_is_claimed_before_a_vague_one(ledger: Ledger) -> None:
    record(ledger, meeting(), meeting(place="Đăk Hà"))
    known = Likeness(ledger)
    assert known.claims(row(ledger, place="Đăk Hà"))
    assert known.claims(row(ledger, place="Sa Thầy")), "the one without a place is left"
    assert not known.claims(row(ledger))


@given(places=st.lists(st.sampled_from(["", "Đăk Hà", "Sa Thầy"]), max_size=6))
def test_taking_the_same_rows_in_again_claims_all_of_them(tmp_path_factory: pytest.TempPathFactory, places: list[str]) -> None:
    with Pc(tmp_path_factory.mktemp("pc")).create() as ledger:
        record(ledger, *(meeting(place=place) for place in places))
        known = Likeness(ledger)
        assert all(known.claims(row(ledger, place=place)) for place in places)
        assert not known.claims(row(ledger))
