"""Numbers for the telephone and for the printed letter."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.trust.voice_number import (
    GroupState,
    centre_fingerprint,
    compare,
    confirm,
    group_states,
    groups,
    spoken,
    spoken_code,
    typed_digits,
    voice_number,
)
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

PARTS: dict[str, Any] = {
    "office": "0123",
    "signing_public": bytes(range(32)),
    "age_recipient": "age1example",
    "trust_payload": b'{"version":1}',
}
NUMBER = "470312345678901234567890"


def by_the_book(domain: bytes, *parts: bytes) -> str:
    """The definition again, written another way."""
    message = bytearray(domain)
    for part in parts:
        message += bytes([0, 0, len(part) // 256, len(part) % 256]) + part
    digest = bytes(message)
    for _ in range(5200):
        digest = hashlib.sha512(digest).digest()
    return f"{int(digest.hex(), 16):030d}"[-24:]


def test_the_voice_number_is_as_documented() -> None:
    trust = hashlib.sha256(PARTS["trust_payload"]).digest()
    assert voice_number(**PARTS) == by_the_book(b"shd/voice/v1\0", b"0123", bytes(range(32)), b"age1example", trust)
    assert centre_fingerprint(PARTS["trust_payload"]) == by_the_book(b"shd/root/v1\0", trust)


def test_fixed_examples_so_that_no_release_changes_them() -> None:
    assert voice_number(**PARTS) == "694782228054407593867929"
    assert centre_fingerprint(b'{"version":1}') == "673035109914531827773995"
    assert spoken_code(bytes(32)) == "127132077185"


@pytest.mark.parametrize(
    "change",
    [
        {"office": "0124"},
        {"signing_public": bytes(32)},
        {"age_recipient": "age1other"},
        {"trust_payload": b'{"version":2}'},
        {"office": "0123\0", "age_recipient": "age1example"},
    ],
)
def test_every_part_changes_the_number(change: dict[str, Any]) -> None:
    assert len(compare(voice_number(**(PARTS | change)), voice_number(**PARTS))) >= 4


def test_parts_cannot_lend_each_other_characters() -> None:
    one = voice_number(**(PARTS | {"office": "", "age_recipient": "12"}))
    assert one != voice_number(**(PARTS | {"office": "1", "age_recipient": "2"}))


def test_a_public_key_has_32_bytes_and_a_digest_too() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        voice_number(**(PARTS | {"signing_public": bytes(31)}))
    with pytest.raises(ValueError, match="32 bytes"):
        spoken_code(bytes(31))


def test_groups_and_reading_aloud() -> None:
    assert groups(NUMBER) == ("4703", "1234", "5678", "9012", "3456", "7890")
    assert spoken("4703", "vi") == "bốn · bảy · không · ba"
    assert spoken("15", "en") == "one · five"
    assert spoken("12345678", "vi") == "một · hai · ba · bốn  |  năm · sáu · bảy · tám"
    # "mười", "lăm", "mốt", "tư" are words of tens; they must never appear.
    assert set(spoken("0123456789", "vi").replace("|", "·").replace(" ", "").split("·")) == {
        *("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
    }


@pytest.mark.parametrize("separator", ["", " ", ".", "-", " – ", "\u00a0", "\n", " · "])
def test_the_right_number_is_right_however_it_is_grouped(separator: str) -> None:
    assert compare(separator.join(groups(NUMBER)), NUMBER) == []
    confirm(separator.join(groups(NUMBER)), NUMBER)


def test_wide_digits_of_an_input_method_are_digits() -> None:
    assert compare("".join(chr(ord(digit) + 0xFEE0) for digit in NUMBER), NUMBER) == []


@given(wrong=st.sets(st.integers(1, 6)), place=st.integers(0, 3))
def test_each_wrong_group_is_named(wrong: set[int], place: int) -> None:
    typed = [
        group[:place] + str(9 - int(group[place])) + group[place + 1 :] if number in wrong else group
        for number, group in enumerate(groups(NUMBER), 1)
    ]
    assert compare(" ".join(typed), NUMBER) == sorted(wrong)


@pytest.mark.parametrize(
    ("typed", "digits"),
    [("", 0), (NUMBER[:-1], 23), (NUMBER + "0", 25), (NUMBER[:-1] + "x", 23), (NUMBER + "x", 24), (NUMBER[:-1] + "٣", 23)],
)
def test_what_is_no_number_is_refused_as_such(typed: str, digits: int) -> None:
    with pytest.raises(LedgerError) as caught:
        compare(typed, NUMBER)
    assert caught.value.code is Code.VOICE_FORMAT
    assert caught.value.parameters == {"digits": digits, "expected": 24}


@pytest.mark.parametrize("code", [Code.VOICE_WRONG, Code.FINGERPRINT_WRONG])
def test_a_wrong_number_is_refused_with_its_groups(code: Code) -> None:
    with pytest.raises(LedgerError) as caught:
        confirm("4703 1235 5678 9012 3456 7891", NUMBER, code=code)
    assert caught.value.code is code
    assert caught.value.parameters == {"groups": "2, 6"}


@settings(max_examples=50)
@given(digest=st.binary(min_size=32, max_size=32))
def test_the_short_code_of_a_bundle(digest: bytes) -> None:
    code = spoken_code(digest)
    assert len(code) == 12
    assert code.isascii()
    assert code.isdigit()
    assert int(code) == int.from_bytes(hashlib.sha256(b"shd/spoken/v1\0" + digest).digest(), "big") % 10**12
    assert compare("-".join(groups(code)), code) == []


@pytest.mark.parametrize(
    ("typed", "states"),
    [
        ("", "EEEEEE"),
        ("4", "BEEEEE"),
        ("4703", "REEEEE"),
        ("4702 12", "WBEEEE"),
        ("４７０３·1234 5678 9012 3456 7890", "RRRRRR"),
        (NUMBER + "1", "RRRRRR"),
        ("x4703", "REEEEE"),
    ],
)
def test_groups_are_judged_when_they_are_whole(typed: str, states: str) -> None:
    assert "".join(state.value[0] for state in group_states(typed, NUMBER)) == states


@given(typed=st.text(alphabet="0123456789 .x", max_size=40))
def test_all_groups_right_means_that_the_digits_are(typed: str) -> None:
    all_right = all(state is GroupState.RIGHT for state in group_states(typed, NUMBER))
    assert all_right == typed_digits(typed).startswith(NUMBER)
