"""Encrypted files from outside: damage, cuts and headers made to mislead or to cost time all end in a named refusal."""

from __future__ import annotations

import base64
import io

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from export.bundle.age_file import decrypt_stream, new_identity
from export.bundle.age_header import check_header
from export.bundle.age_recipient import recipient_public_key
from export.bundle.limits import MAX_AGE_HEADER, MAX_AGE_STANZAS
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.unit.export.bundle import plain_age
from tests.unit.export.bundle.plain_age import stanza

SECRET, RECIPIENT = new_identity()
PUBLIC = recipient_public_key(RECIPIENT)
PLAIN = b"PK\x03\x04" + bytes(range(200))
GOOD = plain_age.encrypt(PLAIN, [PUBLIC])
HEADER_SIZE = GOOD.index(b"\n---") + 49
ALL = {
    Code.BUNDLE_NOT_OURS,
    Code.BUNDLE_TOO_NEW,
    Code.BUNDLE_WRONG_KIND,
    Code.BUNDLE_WRONG_RECIPIENT,
    Code.BUNDLE_DAMAGED,
    Code.BUNDLE_INCOMPLETE,
}


def _decrypted(data: bytes) -> bytes:
    target = io.BytesIO()
    decrypt_stream(io.BytesIO(data), target, [SECRET], 10**8)
    return target.getvalue()


def _code(data: bytes) -> Code:
    with pytest.raises(LedgerError) as caught:
        _decrypted(data)
    return caught.value.code


def _with_header(*stanzas: bytes) -> bytes:
    """A file with valid cryptography and more in its header."""
    return plain_age.encrypt(PLAIN, [PUBLIC], more=b"".join(stanzas))


def test_the_builder_of_hostile_files_can_make_a_good_one() -> None:
    assert _decrypted(GOOD) == PLAIN
    assert check_header(GOOD, size=len(GOOD)) == HEADER_SIZE


def test_every_flipped_bit_is_refused() -> None:
    seen = set()
    for position in range(len(GOOD)):
        for bit in range(8):
            flipped = bytearray(GOOD)
            flipped[position] ^= 1 << bit
            code = _code(bytes(flipped))
            assert code is Code.BUNDLE_DAMAGED or position < HEADER_SIZE
            seen.add(code)
    assert seen <= ALL
    assert Code.BUNDLE_WRONG_KIND not in seen


def test_every_cut_is_refused_and_called_incomplete_where_it_shows() -> None:
    for size in range(len(GOOD)):
        code = _code(GOOD[:size])
        shows = size < HEADER_SIZE + 32 or size % 512 == 0
        assert code is (Code.BUNDLE_INCOMPLETE if shows else Code.BUNDLE_DAMAGED), size


def test_files_cut_at_chunks_sectors_or_filled_with_zeros_are_incomplete() -> None:
    data = plain_age.encrypt(bytes(300_000), [PUBLIC])
    border = HEADER_SIZE + 16 + 2 * (plain_age.CHUNK + 16)
    assert _code(data[:border]) is Code.BUNDLE_INCOMPLETE
    assert _code(data[: 512 * 400]) is Code.BUNDLE_INCOMPLETE
    assert _code(data[:200_001] + bytes(len(data) - 200_001)) is Code.BUNDLE_INCOMPLETE
    assert _code(data[:100] + bytes(len(data) - 100)) is Code.BUNDLE_INCOMPLETE
    damaged = data[:100_000] + b"\xff" * 512 + data[100_512:]
    assert _code(damaged) is Code.BUNDLE_DAMAGED
    assert _code(damaged[: 512 * 400]) is Code.BUNDLE_DAMAGED  # the damage comes before the cut


def test_nothing_may_follow_the_last_chunk() -> None:
    assert _code(GOOD + b"x") is Code.BUNDLE_DAMAGED
    assert _code(GOOD + GOOD) is Code.BUNDLE_DAMAGED
    whole = plain_age.encrypt(bytes(plain_age.CHUNK), [PUBLIC])
    assert _code(whole + b"\x01" * 16) is Code.BUNDLE_DAMAGED


def test_chunks_must_be_marked_and_full() -> None:
    assert _code(plain_age.encrypt(PLAIN, [PUBLIC], final=False)) in {Code.BUNDLE_DAMAGED, Code.BUNDLE_INCOMPLETE}
    assert _code(plain_age.encrypt(bytes(3000), [PUBLIC], chunk=1000)) is Code.BUNDLE_DAMAGED


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (stanza(b"scrypt " + plain_age.unpadded(bytes(16)) + b" 23", bytes(32)), Code.BUNDLE_WRONG_KIND),
        (stanza(b"ssh-ed25519 Xyg06A abcd", bytes(32)), Code.BUNDLE_WRONG_KIND),
        (stanza(b"ssh-rsa Xyg06A", bytes(256)), Code.BUNDLE_WRONG_KIND),
        (stanza(b"mlkem768x25519 abcd", bytes(32)), Code.BUNDLE_TOO_NEW),
        (stanza(b"anything-else", bytes(32)), Code.BUNDLE_DAMAGED),
        (stanza(b"X25519", bytes(32)), Code.BUNDLE_DAMAGED),
        (stanza(b"X25519 abc", bytes(32)), Code.BUNDLE_DAMAGED),
        (stanza(b"X25519 " + b"A" * 43 + b" more", bytes(32)), Code.BUNDLE_DAMAGED),
        (stanza(b"X25519 " + b"A" * 43, bytes(31)), Code.BUNDLE_DAMAGED),
        (stanza(b"X25519 " + b"A" * 43, bytes(48)), Code.BUNDLE_DAMAGED),
        (b"-> X25519 " + b"A" * 43 + b"\n", Code.BUNDLE_DAMAGED),
        (b"-> x-grease\n" + b"A" * 65 + b"\n", Code.BUNDLE_DAMAGED),
        (b"-> x-grease\n" + b"A" * 65 + b"\nAA\n", Code.BUNDLE_DAMAGED),
        (b"-> x-grease\nAA==\n", Code.BUNDLE_DAMAGED),
        (b"-> x-grease\nAA\r\n", Code.BUNDLE_DAMAGED),
        (b"->x-grease\n\n", Code.BUNDLE_DAMAGED),
        (b"-> x-grease \n\n", Code.BUNDLE_DAMAGED),
        (b"->  x-grease\n\n", Code.BUNDLE_DAMAGED),
        (stanza(b"xgrease", b""), Code.BUNDLE_DAMAGED),
        (b"-> \xc4\x91-grease\n\n", Code.BUNDLE_DAMAGED),
        (b"-> x\x00-grease\n\n", Code.BUNDLE_DAMAGED),
        (b"\n", Code.BUNDLE_DAMAGED),
        (b"junk\n", Code.BUNDLE_DAMAGED),
    ],
)
def test_headers_hold_nothing_but_x25519_and_what_is_meaningless(more: bytes, code: Code) -> None:
    data = _with_header(more)
    assert _code(data) is code
    with pytest.raises(LedgerError) as caught:
        check_header(data[:MAX_AGE_HEADER], size=len(data))
    assert caught.value.code is code


@pytest.mark.parametrize("change", [b"--- A", b"---  ", b"---\t", b"---"])
def test_the_headers_last_line_has_one_form(change: bytes) -> None:
    data = GOOD.replace(b"--- ", change, 1)
    assert data != GOOD
    with pytest.raises(LedgerError) as caught:
        check_header(data, size=len(data))
    assert caught.value.code is Code.BUNDLE_DAMAGED


def test_meaningless_stanzas_are_passed_over() -> None:
    for body in (b"", bytes(32), bytes(48), bytes(96), bytes(100)):
        for kind in (b"a,b%c-grease x y", b"grease"):
            assert _decrypted(_with_header(stanza(kind, body))) == PLAIN


def test_the_number_of_stanzas_is_limited() -> None:
    strangers = [
        plain_age.recipient_stanza(bytes(16), X25519PrivateKey.generate().public_key().public_bytes_raw()) for _ in range(64)
    ]
    assert _decrypted(_with_header(*strangers[: MAX_AGE_STANZAS - 1])) == PLAIN
    assert _code(_with_header(*strangers)) is Code.BUNDLE_WRONG_KIND


def test_the_length_of_the_header_is_limited() -> None:
    grease = stanza(b"x-grease", bytes(48 * 1000))  # 65,000 letters and line ends
    assert len(grease) < MAX_AGE_HEADER
    assert _decrypted(_with_header(grease)) == PLAIN
    assert _code(_with_header(grease, grease)) is Code.BUNDLE_WRONG_KIND
    assert _code(plain_age.VERSION_LINE + b"-> " + b"x" * MAX_AGE_HEADER + b"\n") is Code.BUNDLE_WRONG_KIND


def test_a_share_of_small_order_opens_nothing() -> None:
    for number in (0, 1, 2**255 - 20, 2**255 - 19):
        share = plain_age.unpadded(number.to_bytes(32, "little"))
        start = GOOD.index(b"X25519 ") + 7
        assert _code(GOOD[:start] + share + GOOD[start + 43 :]) in {Code.BUNDLE_DAMAGED, Code.BUNDLE_WRONG_RECIPIENT}


def test_a_header_without_recipients_is_damage() -> None:
    assert _code(plain_age.encrypt(PLAIN, [])) is Code.BUNDLE_DAMAGED
    assert _code(plain_age.encrypt(PLAIN, [], more=stanza(b"x-grease", b""))) is Code.BUNDLE_DAMAGED


def test_armoured_and_foreign_files_are_not_ours() -> None:
    armoured = b"-----BEGIN AGE ENCRYPTED FILE-----\n" + base64.encodebytes(GOOD) + b"-----END AGE ENCRYPTED FILE-----\n"
    for data in (armoured, b"%PDF-1.7" + bytes(600), b"PK\x03\x04" + bytes(100), GOOD[1:], b" " + GOOD, b"Salted__" + bytes(8)):
        assert _code(data) is Code.BUNDLE_NOT_OURS
    assert _code(GOOD.replace(b"org/v1", b"org/v2", 1)) is Code.BUNDLE_TOO_NEW
    assert _code(GOOD.replace(b"\n", b"\r\n")) is Code.BUNDLE_NOT_OURS
    assert _code(b"") is Code.BUNDLE_INCOMPLETE


_BASE = plain_age.encrypt(PLAIN, [PUBLIC], more=stanza(b"x-grease", bytes(50)))
_PIECES = st.one_of(
    st.binary(max_size=30),
    st.tuples(st.integers(0, len(_BASE)), st.integers(0, 200)).map(lambda span: _BASE[span[0] : span[0] + span[1]]),
    st.sampled_from([plain_age.VERSION_LINE, b"-> X25519 ", b"\n", b"--- ", b"-> x-grease\n\n"]),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=8))
def test_any_patchwork_is_refused_in_our_own_words(pieces: list[bytes]) -> None:
    assert _code(plain_age.VERSION_LINE + b"".join(pieces)) in ALL
