"""Invariants of stored forms, comparison keys, sort keys, queries and slugs, for any text at all."""

from __future__ import annotations

import re
import unicodedata
from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.domain.collation import sort_key
from storage.domain.folding import fold, normalise, search_query, tone_key
from storage.domain.slug import slug
from tests.shadow_index import ShadowIndex

VIETNAMESE = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ -.,'’0123456789\n"
)
MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0345\u00ad\u200b\u202e\x00\x85"
ANY_TEXT = st.one_of(
    st.text(max_size=30),
    st.text(alphabet=VIETNAMESE, max_size=30),
    st.text(alphabet=VIETNAMESE + MARKS, max_size=30),
    st.text(alphabet=st.characters(), max_size=30),
)


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@given(ANY_TEXT)
def test_normalise_is_stable_composed_storable_and_visible(text: str) -> None:
    stored = normalise(text)
    assert normalise(stored) == stored
    assert composed(stored) == stored
    stored.encode("utf-8")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e]|  |^[ \n]|[ \n]\Z", stored)


@given(ANY_TEXT)
def test_fold_is_idempotent_and_the_same_for_both_forms(text: str) -> None:
    assert fold(fold(text)) == fold(text) == fold(composed(text)) == fold(decomposed(text))


@given(ANY_TEXT, ANY_TEXT)
def test_fold_works_piece_by_piece(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@given(st.text(alphabet=VIETNAMESE, max_size=30))
def test_fold_leaves_only_plain_letters_of_vietnamese(text: str) -> None:
    assert fold(text).isascii()
    assert fold(text.upper()) == fold(text)


@given(ANY_TEXT)
def test_tone_key_is_the_same_for_both_forms_and_idempotent(text: str) -> None:
    assert tone_key(decomposed(text)) == tone_key(composed(text)) == tone_key(tone_key(text))


@given(st.text(alphabet=VIETNAMESE, max_size=30))
def test_texts_of_one_tone_key_fold_alike(text: str) -> None:
    assert fold(tone_key(text)) == fold(text)


@given(ANY_TEXT, ANY_TEXT)
def test_sort_keys_are_equal_exactly_for_equivalent_texts(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (composed(one) == composed(other))
    assert sort_key(decomposed(one)) == sort_key(one)


@given(st.text(alphabet=VIETNAMESE, max_size=12), st.text(alphabet="aàáâầấđeêAĐ", min_size=1, max_size=6))
def test_a_beginning_sorts_before_what_it_begins(text: str, more: str) -> None:
    assert sort_key(text) < sort_key(text + "a") or fold(text) == ""
    assert sort_key(text) <= sort_key(text + more)


@given(
    st.lists(st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxy"), max_size=6),
    st.lists(st.sampled_from("aăâbcdđeêghiklmno"), max_size=6),
)
def test_words_without_tones_follow_the_alphabet(one: list[str], other: list[str]) -> None:
    alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    places = [alphabet.index(letter) for letter in one], [alphabet.index(letter) for letter in other]
    assert (sort_key("".join(one)) < sort_key("".join(other))) == (places[0] < places[1])


@given(st.lists(ANY_TEXT, max_size=3), ANY_TEXT)
@settings(max_examples=200)
def test_any_query_runs_and_finds_its_own_text(texts: list[str], typed: str) -> None:
    with closing(ShadowIndex(map(normalise, texts))) as index:
        index.found(typed)


@given(st.text(alphabet=VIETNAMESE, max_size=40))
@settings(max_examples=200)
def test_vietnamese_text_is_found_by_itself_folded_and_decomposed(text: str) -> None:
    stored = normalise(text)
    with closing(ShadowIndex([stored])) as index:
        for typed in (stored, fold(stored), decomposed(stored).upper()):
            if search_query(typed):
                assert index.found(typed) == [0]


@given(ANY_TEXT, st.integers(min_value=8, max_value=60))
def test_slugs_are_safe_file_names(text: str, max_length: int) -> None:
    name = slug(text, max_length=max_length)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name)
    assert len(name) <= max(max_length, len("khong-ten"))
    assert not re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", name)
    assert slug(name, max_length=max_length) == name or name == "khong-ten"
