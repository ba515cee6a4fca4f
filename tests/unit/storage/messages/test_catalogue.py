"""How a catalogue fills its sentences and writes figures, sizes and dates."""

from __future__ import annotations

import ast
import unicodedata
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.codes import Code
from storage.domain.progress import Stage
from storage.messages.catalogue import LONGEST, Catalogue, Language
from storage.messages.tables import Message, Tables
from tests.unit.storage.messages.raised_codes import ROOMS, ROOT

VI, EN = Catalogue.load("vi"), Catalogue.load("en")


def with_sentence(text: str, language: Language = "vi") -> Catalogue:
    """A catalogue of a single sentence and the shipped words."""
    words = (VI if language == "vi" else EN).words
    return Catalogue(language, Tables(messages={Code.OK: Message(text=text, next=text)}, stages={}, words=words))


def test_a_sentence_and_its_next_step() -> None:
    assert VI.sentence(Code.PIN_WRONG, {"left": 3}) == "Mã PIN không đúng. Số lần thử còn lại: 3."
    assert EN.sentence(Code.PIN_WRONG, {"left": 3}) == "The PIN is not right. Tries left: 3."
    assert VI.next_step(Code.PIN_LOCKED, {"seconds": 60}).startswith("Chờ 60 giây")
    assert VI.next_step(Code.OK) == ""
    assert VI.stage(Stage.BACKING_UP) == "Đang sao lưu"


def test_kinds_of_places() -> None:
    catalogue = with_sentence("{day:date} {octets:size} {needed:word} {count} {name}")
    values: dict[str, str | int] = {
        "day": "2020-06-19",
        "octets": 14 * 1024 * 1024,
        "needed": "centre",
        "count": 1200,
        "name": "a.shd",
    }
    assert catalogue.sentence(Code.OK, values) == "19/06/2020 14 MB trung tâm tổng hợp 1.200 a.shd"
    assert catalogue.next_step(Code.OK, values) == catalogue.sentence(Code.OK, values)


def test_a_missing_parameter_shows_an_ellipsis() -> None:
    assert VI.sentence(Code.PIN_WRONG) == "Mã PIN không đúng. Số lần thử còn lại: …."
    assert with_sentence("{day:date}|{octets:size}|{needed:word}|{path}").sentence(Code.OK, {"path": ""}) == "…|…|…|…"


def test_a_place_for_a_path_takes_a_file_name_and_the_other_way_round() -> None:
    assert "a.shd" in VI.sentence(Code.FILE_NOT_FOUND, {"file": "a.shd"})
    assert with_sentence("{file}").sentence(Code.OK, {"path": "b.shd"}) == "b.shd"
    assert with_sentence("{path}").sentence(Code.OK, {"path": "b.shd", "file": "c.shd"}) == "b.shd"


def test_values_of_an_unexpected_type_or_form_are_still_shown() -> None:
    assert "a.shd" in VI.sentence(Code.FILE_NOT_FOUND, {"path": Path("a.shd")})  # type: ignore[dict-item]
    assert with_sentence("{octets:size}").sentence(Code.OK, {"octets": "nhiều"}) == "nhiều"
    assert with_sentence("{day:date}").sentence(Code.OK, {"day": "2020-02-30"}) == "2020-02-30"
    assert with_sentence("{needed:word}").sentence(Code.OK, {"needed": "auditor"}) == "auditor"


def test_a_value_is_never_filled_in_again() -> None:
    assert with_sentence("{a} {b}").sentence(Code.OK, {"a": "{b}", "b": "{a.__class__}"}) == "{b} {a.__class__}"


def test_a_code_without_a_sentence_is_named() -> None:
    empty = Catalogue("vi", Tables(messages={}, stages={}, words={}))
    assert empty.sentence(Code.DISK_FULL) == "DISK_FULL"
    assert empty.next_step(Code.DISK_FULL) == ""
    assert empty.stage(Stage.READING) == "READING"
    assert empty.word("period") == "period"


@pytest.mark.parametrize("bad", ["a\x1b[2Jb", "a\u202eb", "a\nb", "a\x00b", "a\ud800b", "a\u2028b"])
def test_a_value_steers_neither_terminal_nor_direction(bad: str) -> None:
    shown = with_sentence("{file}").sentence(Code.OK, {"file": bad})
    assert shown[0] == "a"
    assert shown[-1] == "b"
    assert "\N{REPLACEMENT CHARACTER}" in shown
    assert shown.isprintable()


def test_a_long_value_loses_its_middle() -> None:
    shown = with_sentence("{file}").sentence(Code.OK, {"file": "x" * 5000 + ".shd"})
    assert len(shown) == LONGEST
    assert shown.endswith(".shd")
    assert "…" in shown
    assert with_sentence("{file}").sentence(Code.OK, {"file": "x" * LONGEST}) == "x" * LONGEST


@given(
    code=st.sampled_from(Code),
    parameters=st.dictionaries(
        st.sampled_from(["path", "field", "at", "left", "limit", "day", "role", "needed", "groups"]),
        st.one_of(st.text(alphabet=st.characters(), max_size=20), st.integers(-(10**20), 10**20)),
    ),
)
def test_any_parameters_give_one_printable_line(code: Code, parameters: dict[str, str | int]) -> None:
    for catalogue in (VI, EN):
        for shown in (catalogue.sentence(code, parameters), catalogue.next_step(code, parameters)):
            assert not [letter for letter in shown if unicodedata.category(letter).startswith("C")]
            assert len(shown.splitlines()) <= 1


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1200, "1.200", "1,200"),
        (-1234567, "-1.234.567", "-1,234,567"),
        (Decimal("1234.5"), "1.234,5", "1,234.5"),
        (Decimal("0.50"), "0,50", "0.50"),
        (Decimal("1E+3"), "1.000", "1,000"),
    ],
)
def test_numbers(value: int | Decimal, vietnamese: str, english: str) -> None:
    assert VI.number(value) == vietnamese
    assert EN.number(value) == english


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_a_number_can_be_read_back(value: Decimal) -> None:
    assert Decimal(VI.number(value).replace(".", "").replace(",", ".")) == value
    assert Decimal(EN.number(value).replace(",", "")) == value


@pytest.mark.parametrize(
    ("octets", "shown"),
    [
        (0, "0 B"),
        (1023, "1.023 B"),
        (1024, "1 KB"),
        (1536, "1,5 KB"),
        (1024 * 1024 - 1, "1 MB"),
        (14 * 1024 * 1024, "14 MB"),
        (4 * 1024**3 - 1, "4 GB"),
        (5000 * 1024**3, "5.000 GB"),
    ],
)
def test_sizes(octets: int, shown: str) -> None:
    assert VI.size(octets) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2020-06-19", "19/06/2020"),
        ("0999-01-02", "02/01/0999"),
        ("2020-02-30", "2020-02-30"),
        ("20200619", "20200619"),
        ("2020-06-19T08:00:00Z", "2020-06-19T08:00:00Z"),
        ("２０２０-06-19", "２０２０-06-19"),
        ("2020-06-19\n", "2020-06-19\N{REPLACEMENT CHARACTER}"),
        ("", ""),
    ],
)
def test_dates(text: str, shown: str) -> None:
    assert VI.date(text) == shown
    assert EN.date(text) == shown


def test_words_are_found_in_capitals_too() -> None:
    assert VI.word("ON_TIME") == VI.word("on_time") == "Đúng hạn"


def test_a_catalogue_is_frozen() -> None:
    with pytest.raises(AttributeError):
        VI.language = "en"  # type: ignore[misc]
    with pytest.raises(TypeError):
        VI.words["yes"] = "x"  # type: ignore[index]


def test_a_table_of_another_form_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"OK": {"text": "a", "next": "b", "more": "c"}}, dict[Code, Message])
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"NO_SUCH_CODE": {"text": "a", "next": "b"}}, dict[Code, Message])


def words_asked_for(text: str) -> set[str]:
    """The literal keys of all calls ``….word("key")``."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call) and node.args]
    keys = [call.args[0] for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "word"]
    return {key.value.lower() for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}


def test_every_word_that_the_program_asks_for_exists() -> None:
    paths = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")] + list(ROOT.glob("main.py"))
    asked = {key: path for path in paths for key in words_asked_for(path.read_text(encoding="utf-8"))}
    assert {key: str(path) for key, path in asked.items() if key not in VI.words} == {}
    assert words_asked_for("catalogue.word('Nowhere')") == {"nowhere"}
