"""The printed recovery code: its form, its tolerance and its refusals."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.trust.recovery_code import new_recovery_code, recovery_bytes
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

CODE = "4T9KX-0QJ1M-ZZ0AB-CDEFG-01VWY"
ENTROPY = st.binary(min_size=16, max_size=16)


def code_of(data: bytes) -> str:
    return new_recovery_code(lambda size: data[:size])


@given(data=ENTROPY)
def test_a_code_carries_125_bits_there_and_back(data: bytes) -> None:
    code = code_of(data)
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}", code)
    assert int.from_bytes(recovery_bytes(code), "big") == int.from_bytes(data, "big") >> 3


def test_the_extremes() -> None:
    assert code_of(bytes(16)) == "-".join(["00000"] * 5)
    assert code_of(b"\xff" * 16) == "-".join(["ZZZZZ"] * 5)


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        f"  {CODE}\n",
        CODE.replace("-", " – "),
        CODE.replace("0", "O"),
        CODE.replace("0", "o").replace("1", "l"),
        CODE.replace("1", "I"),
        CODE.replace("1", "i"),
        "\uff14" + CODE[1:],
    ],
)
def test_reading_is_tolerant(typed: str) -> None:
    assert recovery_bytes(typed) == recovery_bytes(CODE)


@pytest.mark.parametrize(
    ("typed", "characters", "position"),
    [
        ("", 0, 0),
        (CODE[:-1], 24, 0),
        (CODE + "A", 26, 0),
        (CODE.replace("9", "U"), 24, 3),
        (CODE.replace("G", "Đ"), 24, 20),
        (CODE.replace("Y", "*"), 24, 25),
    ],
)
def test_what_cannot_be_a_code_is_refused_with_its_place(typed: str, characters: int, position: int) -> None:
    with pytest.raises(LedgerError) as caught:
        recovery_bytes(typed)
    assert caught.value.code is Code.RECOVERY_CODE_FORMAT
    assert caught.value.parameters == {"characters": characters, "expected": 25, "position": position}
    assert typed == "" or typed not in str(caught.value)
