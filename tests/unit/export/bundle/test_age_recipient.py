"""Recipient strings have one spelling, and the keys in them can keep a secret."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from export.bundle.age_recipient import recipient_public_key
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.unit.export.bundle.plain_age import ALPHABET, bech32, bech32_values

PRIME = 2**255 - 19
RECIPIENT = "age1ur2hl9evp3zzmg0su498wemdq9nqjgfr8xsyuuflj9rzkn0dfg4qzlh65m"  # fixed: parallel test runs compare names
ORDER_EIGHT = (
    325606250916557431795983626356110631294008115727848805560023387167927233504,
    39382357235489614581723060781553021112529911719440698176882885853963445705823,
)
"""The two u-coordinates of order 8 on Curve25519 (see RFC 7748, section 6.1, on values that contribute nothing)."""


def _weak(recipient: str) -> str:
    with pytest.raises(LedgerError) as caught:
        recipient_public_key(recipient)
    assert caught.value.code is Code.KEY_WEAK
    return caught.value.detail


@settings(max_examples=50, deadline=None)
@given(st.binary(min_size=32, max_size=32))
def test_the_key_comes_out_of_the_string(seed: bytes) -> None:
    public = X25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    assert recipient_public_key(bech32("age", public)) == public


def test_every_changed_letter_is_noticed() -> None:
    for position in range(len(RECIPIENT)):
        for letter in ALPHABET + "Q1b ":
            if letter != RECIPIENT[position]:
                _weak(RECIPIENT[:position] + letter + RECIPIENT[position + 1 :])


@pytest.mark.parametrize(
    "recipient",
    [
        "",
        "age1",
        RECIPIENT.upper(),
        RECIPIENT + "\n",
        " " + RECIPIENT,
        RECIPIENT[:-1],
        RECIPIENT + "q",
        bech32("age", bytes(range(31))),
        bech32("age", bytes(range(33))),
        bech32("age1pq", bytes(range(32))),
        bech32("bge", bytes(range(32))),
        bech32("age-secret-key-", bytes(range(32))),
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN",
    ],
)
def test_other_strings_are_refused(recipient: str) -> None:
    _weak(recipient)


@pytest.mark.parametrize("number", [0, 1, PRIME - 1, *ORDER_EIGHT])
def test_points_of_small_order_are_refused(number: int) -> None:
    assert "small order" in _weak(bech32("age", number.to_bytes(32, "little")))


@pytest.mark.parametrize("number", [PRIME, PRIME + 1, PRIME + 9, 2**255 - 1, 2**255 + 9, 2**256 - 1])
def test_keys_that_are_not_reduced_are_refused(number: int) -> None:
    assert "canonical" in _weak(bech32("age", number.to_bytes(32, "little")))


def test_padding_bits_are_part_of_the_spelling() -> None:
    # 52 letters carry 260 bits: of the last letter's five bits one belongs to the key, four are padding.
    values = [ALPHABET.index(letter) for letter in bech32("age", bytes(range(32)))[4:-6]]
    assert len(values) == 52
    for last in range(32):
        recipient = bech32_values("age", [*values[:-1], last])
        if last & 15:
            assert "padding" in _weak(recipient)
        else:
            assert recipient_public_key(recipient) == bytes(range(31)) + bytes([30 | last >> 4])
