"""Both tables are complete, say the same, and are written in the language they claim."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from importlib.resources import files

import pytest

from storage.domain.codes import GOOD_NEWS, Code
from storage.domain.progress import Stage
from storage.messages.catalogue import PLACEHOLDER, Catalogue, Language

LANGUAGES: tuple[Language, ...] = ("vi", "en")

# One syllable of Vietnamese with its marks taken off; a word of another language seldom passes.
SYLLABLE = re.compile(
    r"(?:b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
    r"(?:a|ai|ao|au|ay|e|eo|eu|i|ia|ie|ieu|iu|o|oa|oai|oay|oe|oi|oo|u|ua|uay|ue|ui|uo|uoi|uou|uu|uy|uya|uye|uyu|y|ye|yeu)"
    r"(?:ch|c|m|ng|nh|n|p|t)?\Z"
)
NOT_VIETNAMESE = frozenset(
    {
        *("pin", "usb", "pdf", "jpeg", "png", "tcvn", "vni", "unicode", "excel", "word", "windows"),
        *("help", "shd", "xlsx", "s", "mb", "kb", "gb"),
    }
)
"""Names of things that a clerk reads on other screens too; ``s`` is of 2020S1."""
ENGLISH_THAT_PASSES = frozenset({"the", "to", "not", "one", "on", "me", "he", "no", "a", "i", "hash"})
JARGON = re.compile(
    r"\b(hash|sha|dsse|age|ed25519|json|jsonl|base64|zip|checksum|payload|envelope|digest|nonce|sql|băm)\b", re.IGNORECASE
)
# In an open syllable the mark stands on the first vowel: hòa, khóe, thúy; "qu" is a consonant: quý, quỹ.
NEW_PLACEMENT = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<![qQ])[uU][ỳýỷỹỵ])(?!\w)")
MARKS = re.compile(r"[\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b]|[đĐ]")


def table(language: Language) -> dict[str, dict[str, str]]:
    return tomllib.loads(files("storage.messages").joinpath(f"{language}.toml").read_text(encoding="utf-8"))


def sentences(language: Language) -> list[tuple[str, str]]:
    """All that a person reads, each with its place in the table."""
    return [(f"{code}.{part}", text) for code, parts in table(language).items() for part, text in parts.items() if text]


def foreign_words(text: str) -> list[str]:
    """Words that are no Vietnamese syllable."""
    without_places = PLACEHOLDER.sub(" ", text)
    words = re.findall(r"[^\W\d_]+", without_places)
    plain = [re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFD", word.lower())).replace("đ", "d") for word in words]
    return [
        word
        for word, bare in zip(words, plain, strict=True)
        if bare not in NOT_VIETNAMESE
        and (
            not SYLLABLE.match(bare)
            or word.lower() in ENGLISH_THAT_PASSES
            or (len(word) == 1 and word.isascii() and bare != "y")
        )
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_and_stage_has_its_text_and_nothing_is_stale(language: Language) -> None:
    keys = table(language)
    assert set(keys) - {"stage", "word"} == {code.value for code in Code}
    assert set(keys["stage"]) == {stage.value for stage in Stage}
    assert keys["word"].keys() == {key.lower() for key in keys["word"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_next_step_is_missing_only_after_good_news(language: Language) -> None:
    catalogue = Catalogue.load(language)
    for code, message in catalogue.messages.items():
        assert message.text
        assert message.next or code in GOOD_NEWS, code


def test_both_languages_have_the_same_places_words_and_next_steps() -> None:
    vietnamese, english = table("vi"), table("en")
    assert vietnamese["word"].keys() == english["word"].keys()
    for code in Code:
        for part in ("text", "next"):
            left, right = vietnamese[code][part], english[code][part]
            assert sorted(PLACEHOLDER.findall(left)) == sorted(PLACEHOLDER.findall(right)), f"{code}.{part}"
            assert bool(left) == bool(right), f"{code}.{part}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_brace_belongs_to_a_place(language: Language) -> None:
    for where, text in sentences(language):
        assert not set("{}") & set(PLACEHOLDER.sub("", text)), where


@pytest.mark.parametrize("language", LANGUAGES)
def test_form(language: Language) -> None:
    for where, text in sentences(language):
        assert text == unicodedata.normalize("NFC", text) == text.strip(), where
        assert not re.search(r"\s\s|[\t\n\r\"]|\.\.\.", text), where
        if not where.startswith(("stage.", "word.")):
            assert text[0].isupper(), where
            assert text.endswith("."), where
            ends = len(re.findall(r"[.!?](?:\s|\Z)", text))
            assert ends <= (2 if where.endswith(".text") else 3), where


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_jargon_of_cryptography_or_of_files(language: Language) -> None:
    assert [where for where, text in sentences(language) if JARGON.search(text)] == []


def test_vietnamese_is_vietnamese() -> None:
    for where, text in sentences("vi"):
        assert MARKS.search(unicodedata.normalize("NFD", text)), where
        assert foreign_words(text) == [], where
        assert not NEW_PLACEMENT.search(text), where


def test_english_has_no_vietnamese_but_the_name() -> None:
    for where, text in sentences("en"):
        assert text.replace("Sổ Hoạt Động", "").replace("“", "").replace("”", "").replace("…", "").isascii(), where


def test_the_two_languages_differ() -> None:
    english = dict(sentences("en"))
    assert [where for where, text in sentences("vi") if english.get(where) == text] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gói bị trả lại.", []),
        ("Mở receipt mới nhất.", ["receipt"]),
        ("Đóng bundle rồi gửi.", ["bundle"]),
        ("Kiểm tra file.", ["file"]),
        ("Kiểm tra the gói.", ["the"]),
        ("Chọn mục k trong danh sách.", ["k"]),
        ("Kỳ {period} đã chốt.", []),
    ],
)
def test_the_check_for_foreign_words_can_fail(text: str, found: list[str]) -> None:
    assert foreign_words(text) == found


@pytest.mark.parametrize("wrong", ["hoà", "khoá", "xoá", "thuý", "huỷ", "Uỷ ban", "loè"])
def test_the_check_for_tone_placement_can_fail(wrong: str) -> None:
    assert NEW_PLACEMENT.search(wrong)


@pytest.mark.parametrize("right", ["hòa", "khóa", "hủy", "quý", "quỹ", "toàn", "hoạt động", "tuyệt", "đoàn thể"])
def test_the_check_for_tone_placement_lets_the_usual_spelling_pass(right: str) -> None:
    assert not NEW_PLACEMENT.search(right)
