"""Public keys made to deceive: small order, mixed order, non-canonical, off the curve. None may enter a trust document."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.bundle.envelope import verify_signature
from export.trust.point_check import weakness
from export.trust.signing_keys import SigningKey, check_public_key, key_identifier
from export.trust.trust_chain import TrustChain
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.unit.export.trust.trust_examples import ONLINE, STICKS, document, rewritten, sealed

PRIME = 2**255 - 19
D = -121665 * pow(121666, -1, PRIME) % PRIME
Y_OF_ORDER_EIGHT = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7

Point = tuple[int, int]


def encoded(y: int, sign: int) -> bytes:
    return (y | sign << 255).to_bytes(32, "little")


def decoded(public: bytes) -> Point:
    """By trying both roots: another road than that of the product."""
    number = int.from_bytes(public, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, PRIME - 2, PRIME) % PRIME
    root = pow(square, (PRIME + 3) // 8, PRIME)
    roots = [root * factor % PRIME for factor in (1, pow(2, (PRIME - 1) // 4, PRIME))]
    x = next(candidate for candidate in roots if candidate * candidate % PRIME == square)
    return (x if x % 2 == sign else PRIME - x), y


def added(p: Point, q: Point) -> Point:
    """The affine addition law, with inversions."""
    product = D * p[0] * q[0] * p[1] * q[1]
    x = (p[0] * q[1] + q[0] * p[1]) * pow(1 + product, PRIME - 2, PRIME)
    y = (p[1] * q[1] + p[0] * q[0]) * pow(1 - product, PRIME - 2, PRIME)
    return x % PRIME, y % PRIME


def torsion() -> list[Point]:
    """The seven points of order 2, 4 and 8, as multiples of one of order 8."""
    generator = decoded(encoded(Y_OF_ORDER_EIGHT, 0))
    points = [generator]
    while len(points) < 7:
        points.append(added(points[-1], generator))
    return points


def of_point(point: Point) -> bytes:
    return encoded(point[1], point[0] % 2)


SMALL_ORDER = [encoded(1, 0), *map(of_point, torsion())]
NON_CANONICAL = [
    *(encoded(y, sign) for y in (PRIME, PRIME + 1, PRIME + 3, 2**255 - 1) for sign in (0, 1)),
    encoded(1, 1),
    encoded(PRIME - 1, 1),
]
SOUND = STICKS[0].public


def test_the_trap_is_real_and_closed() -> None:
    """With the identity as key one constant signature fits every message; the verifier alone does not notice."""
    identity = SMALL_ORDER[0]
    constant = identity + bytes(32)
    assert verify_signature(identity, signature=constant, data=b"we report 3 meetings")
    assert verify_signature(identity, signature=constant, data=b"we report 300 meetings")
    with pytest.raises(LedgerError) as caught:
        check_public_key(identity)
    assert caught.value.code is Code.KEY_WEAK
    assert caught.value.parameters == {"key": key_identifier(identity)}


def test_there_are_eight_points_of_small_order() -> None:
    assert len(set(SMALL_ORDER)) == 8
    assert {encoded(1, 0), encoded(PRIME - 1, 0), encoded(0, 0), encoded(0, 1)} <= set(SMALL_ORDER)
    assert added(torsion()[-1], torsion()[0]) == (0, 1)


@pytest.mark.parametrize("public", SMALL_ORDER, ids=bytes.hex)
def test_small_order(public: bytes) -> None:
    assert weakness(public) == "point of small order"


@pytest.mark.parametrize("public", NON_CANONICAL, ids=bytes.hex)
def test_non_canonical(public: bytes) -> None:
    assert weakness(public) in {"non-canonical encoding", "not a point of the curve"}


@pytest.mark.parametrize("point", torsion(), ids=lambda point: of_point(point).hex())
def test_mixed_order(point: Point) -> None:
    assert weakness(of_point(added(decoded(SOUND), point))) == "point of mixed order"


@pytest.mark.parametrize("public", [b"", SOUND[:-1], SOUND + b"\0", encoded(2, 0), encoded(7, 1)], ids=bytes.hex)
def test_other_bytes(public: bytes) -> None:
    assert weakness(public)


@given(seed=st.binary(min_size=32, max_size=32))
def test_real_keys_are_sound_and_their_opposite_too(seed: bytes) -> None:
    public = SigningKey(seed).public
    assert weakness(public) == ""
    assert weakness(public[:-1] + bytes([public[-1] ^ 0x80])) == ""


@given(public=st.binary(min_size=32, max_size=32))
def test_no_bytes_break_the_check(public: bytes) -> None:
    assert weakness(public) in {
        "",
        "non-canonical encoding",
        "not a point of the curve",
        "point of small order",
        "point of mixed order",
    }


@pytest.mark.parametrize(
    "public", [*SMALL_ORDER, NON_CANONICAL[0], of_point(added(decoded(SOUND), torsion()[0]))], ids=bytes.hex
)
def test_a_weak_key_enters_no_trust_document(public: bytes) -> None:
    with pytest.raises(LedgerError) as caught:
        TrustChain.load([sealed(with_key(public), *STICKS[:2])])
    assert caught.value.code is Code.KEY_WEAK


@pytest.mark.parametrize(
    "recipient",
    [
        "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z",
        "age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj7vrya",
        ONLINE[:-1] + ("q" if ONLINE[-1] != "q" else "p"),
    ],
)
def test_an_age_recipient_of_small_order_or_mistyped_enters_no_trust_document(recipient: str) -> None:
    with pytest.raises(LedgerError) as caught:
        document(online=recipient)
    assert caught.value.code is Code.KEY_WEAK
    assert caught.value.parameters == {"key": recipient}


def with_key(public: bytes) -> bytes:
    fields = json.loads(document())
    keyid = key_identifier(public)
    fields["keys"][keyid] = {"algorithm": "ed25519", "public": public.hex()}
    fields["roles"]["receipt"]["keys"] = [keyid]
    return rewritten(fields)
