"""What makes two activities look like one, and how pairs are formed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.duplicates import LEAST_SCORE, POINTS, LikelyPair, Reason, likeness, pair_up
from storage.search import FoundActivity

MODEL = FoundActivity(
    1, "0" * 32, "UBND-DH", "final", 1, 1, "II.1.a", "HN_QT", "2020-03-05", "Hội nghị quán triệt", "", "", "", {"so_cuoc": 1}, 0
)
CHOICES = st.fixed_dictionaries(
    {
        "office": st.sampled_from(["UBND-DH", "STC"]),
        "task": st.sampled_from(["II.1.a", "II.1.b"]),
        "date": st.sampled_from(["2020-02-28", "2020-03-01", "2020-03-05", "2020-03-09"]),
        "title": st.sampled_from(["Hội nghị quán triệt", "hoi nghi QUÁN TRIỆT", "Hội nghị quán triệt lần 2", "Tập huấn"]),
        "values": st.sampled_from([{}, {"so_cuoc": 1}, {"so_cuoc": 2}]),
        "document": st.sampled_from(["", "5/KH", "6/KH"]),
        "place": st.sampled_from(["", "Đăk Hà"]),
    }
)
HELD = st.frozensets(st.integers(0, 3), min_size=1)


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[FoundActivity], dict[str, frozenset[int]]]:
    changes = draw(st.lists(st.tuples(CHOICES, HELD), max_size=14))
    found = [
        replace(MODEL, uid=f"{number:032x}", **given)  # type: ignore[arg-type]
        for number, (given, _) in enumerate(changes)
    ]
    return found, {f"{number:032x}": held for number, (_, held) in enumerate(changes)}


def shape(pairs: list[LikelyPair]) -> list[tuple[str, str, int]]:
    return [(pair.one.uid, pair.other.uid, pair.score) for pair in pairs]


def two(**changes: object) -> tuple[FoundActivity, FoundActivity]:
    return MODEL, replace(MODEL, uid="1" * 32, **changes)  # type: ignore[arg-type]


def pairs_of(*found: FoundActivity, held: Mapping[str, frozenset[int]] | None = None) -> list[LikelyPair]:
    return pair_up(found, held or {item.uid: frozenset((place,)) for place, item in enumerate(found)})


@given(CHOICES, CHOICES)
def test_likeness_is_symmetric(one: dict[str, object], other: dict[str, object]) -> None:
    left = replace(MODEL, **one)  # type: ignore[arg-type]
    right = replace(MODEL, **other)  # type: ignore[arg-type]
    assert likeness(left, right) == likeness(right, left)


@given(histories(), st.randoms())
def test_the_order_makes_no_difference(given_: tuple[list[FoundActivity], dict[str, frozenset[int]]], random: object) -> None:
    found, held = given_
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert shape(pair_up(found, held)) == shape(pair_up(shuffled, held))


@given(histories())
def test_nothing_is_paired_twice_nor_with_what_its_writer_saw(
    given_: tuple[list[FoundActivity], dict[str, frozenset[int]]],
) -> None:
    pairs = pair_up(*given_)
    uids = [found.uid for pair in pairs for found in (pair.one, pair.other)]
    assert len(uids) == len(set(uids))
    for pair in pairs:
        assert given_[1][pair.one.uid].isdisjoint(given_[1][pair.other.uid])
        assert pair.one.uid < pair.other.uid
        assert pair.one.office == pair.other.office
        assert pair.score == sum(POINTS[reason] for reason in pair.reasons) >= LEAST_SCORE


@given(histories())
def test_one_history_has_no_duplicates(given_: tuple[list[FoundActivity], dict[str, frozenset[int]]]) -> None:
    found, _ = given_
    assert pair_up(found, {item.uid: frozenset((1,)) for item in found}) == []


@given(histories())
def test_what_was_decided_is_not_asked_again(given_: tuple[list[FoundActivity], dict[str, frozenset[int]]]) -> None:
    decided: set[frozenset[str]] = set()
    for _ in range(len(given_[0]) ** 2 + 1):
        pairs = pair_up(*given_, distinct=decided)
        fresh = {frozenset((pair.one.uid, pair.other.uid)) for pair in pairs}
        assert decided.isdisjoint(fresh)
        if not fresh:
            return
        decided |= fresh
    pytest.fail("the questions must end")


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"title": "HOI NGHI  quán triệt"},
        {"date": "2020-03-07"},
        {"title": "Hội nghị quán triệt lần 2"},
        {"place": "Đăk Hà", "document": "5/KH"},
        {"values": {"so_cuoc": 2}},
    ],
)
def test_pairs(changes: dict[str, object]) -> None:
    assert len(pairs_of(*two(**changes))) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"task": "II.1.b"},
        {"type": "TAP_HUAN"},
        {"office": "STC"},
        {"date": "2020-03-09"},
        {"title": "Tập huấn cán bộ xã"},
        {"date": "2020-03-06", "values": {"so_cuoc": 2}},
    ],
)
def test_no_pairs(changes: dict[str, object]) -> None:
    assert pairs_of(*two(**changes)) == []


def test_the_likeliest_partner_is_chosen_and_says_why() -> None:
    one, vague = two(title="Hội nghị quán triệt lần 2")
    exact = replace(MODEL, uid="2" * 32)
    (pair,) = pairs_of(one, vague, exact)
    assert (pair.one, pair.other) == (one, exact)
    assert pair.reasons == (Reason.SAME_DATE, Reason.SAME_TITLE, Reason.SAME_FIGURES)
