"""Finding activities as a clerk types: without accents, with any kind of accents, by filter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.ledger import Ledger
from storage.recording import ActivityInput
from storage.search import Filter, count_activities, find_activities
from tests.unit.storage.ledger_examples import Pc, half_year, meeting, record, recorder

TITLE = "Đào tạo tại Đăk Hà"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Pc(tmp_path).create() as made:
        yield made


def found(ledger: Ledger, typed: str) -> list[str]:
    return [row.title for row in find_activities(ledger, Filter(text=typed))]


@pytest.mark.parametrize(
    "typed",
    [
        "dao tao dak ha",
        "đào tạo đăk hà",
        "DAO TAO",
        "Đào Tạo",
        "dak",
        "ha dao",
        "dao ta",
        unicodedata.normalize("NFD", TITLE),
        "  đăk   hà  ",
    ],
)
def test_a_title_is_found_however_it_is_typed(ledger: Ledger, typed: str) -> None:
    record(ledger, meeting(title=TITLE), meeting(title="Hội nghị tại Kon Tum"))
    assert found(ledger, typed) == [TITLE]


@pytest.mark.parametrize(
    ("stored", "typed"), [("Hoà giải thuỷ lợi", "hòa giải thủy lợi"), ("Hòa giải", "hoà giải"), ("Uỷ ban", "ủy ban")]
)
def test_the_place_of_the_tone_does_not_matter(ledger: Ledger, stored: str, typed: str) -> None:
    record(ledger, meeting(title=stored))
    assert found(ledger, typed) == [stored]


def test_a_decomposed_title_is_found_by_a_composed_word(ledger: Ledger) -> None:
    record(ledger, meeting(title=unicodedata.normalize("NFD", TITLE)))
    assert found(ledger, "Đăk") == [TITLE]


def test_place_document_and_note_are_searched_too(ledger: Ledger) -> None:
    record(
        ledger,
        meeting(title="a", place="Ngọc Hồi"),
        meeting(title="b", document="05/KH-UBND"),
        meeting(title="c", note="sơ kết"),
    )
    assert [found(ledger, typed) for typed in ("ngoc hoi", "05/kh", "so ket")] == [["a"], ["b"], ["c"]]


def test_what_was_amended_is_found_by_its_new_words_only(ledger: Ledger) -> None:
    (uid,) = record(ledger, meeting(title=TITLE))
    record(ledger, ActivityInput(uid=uid, title="Sơ kết quý"))
    assert found(ledger, "dao tao") == []
    assert found(ledger, "so ket quy") == ["Sơ kết quý"]


def test_a_withdrawn_record_is_found_as_withdrawn(ledger: Ledger) -> None:
    (uid,) = record(ledger, meeting(title=TITLE))
    recorder(ledger).withdraw(uid, "ghi nhầm")
    assert [row.state for row in find_activities(ledger, Filter(text="dao tao"))] == ["withdrawn"]
    assert find_activities(ledger, Filter(text="dao tao", state="final")) == []


@pytest.mark.parametrize("typed", ['"', "'", "*", "NEAR(", "AND", "a OR", "title:x", "(", "-", "%", "\\", "🙂", "\x00"])
def test_signs_are_never_a_query_language(ledger: Ledger, typed: str) -> None:
    record(ledger, meeting(title=TITLE))
    assert found(ledger, typed) == []


def test_nothing_typed_shows_everything(ledger: Ledger) -> None:
    record(ledger, meeting(title="a"), meeting(title="b"))
    assert len(found(ledger, "  ")) == 2


def test_filters_restrict_and_count_alike(ledger: Ledger) -> None:
    record(
        ledger,
        meeting(title="a", date="2020-06-14"),
        meeting(title="b", date="2020-06-15"),
        meeting(title="c", date="2019-12-15"),
        meeting(title="d", task="II.6", type="TM", values={"so_buoi": 1}),
    )
    period = half_year(ledger)
    wanted = {
        "abcd": Filter(),
        "acd": Filter(period=period),
        "d": Filter(task="II.6"),
        "ac": Filter(period=period, type="HN_QT"),
        "": Filter(office="STTTT"),
    }
    for titles, filtered in wanted.items():
        assert "".join(sorted(row.title for row in find_activities(ledger, filtered))) == titles
        assert count_activities(ledger, filtered) == len(titles)


def test_pages_follow_each_other_without_gap_or_repetition(ledger: Ledger) -> None:
    record(ledger, *(meeting(title=str(number), date=f"2020-03-{number % 3 + 1:02d}") for number in range(25)))
    pages: list[str] = []
    after = None
    while page := find_activities(ledger, Filter(), limit=4, after=after):
        pages += [row.title for row in page]
        after = (page[-1].date, page[-1].id)
    assert len(pages) == 25 == len(set(pages))
    assert [row.title for row in find_activities(ledger, Filter())] == pages
