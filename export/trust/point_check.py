"""Decides whether 32 bytes are a sound Ed25519 public key: canonical, on the curve and of prime order.

Why: common verifiers take small-order points as keys, and with such a key one constant "signature" fits every message, so its
owner could later disown anything. Only public bytes come here: the arithmetic is NOT constant-time and must never see a secret.

Sources: RFC 8032 section 5.1 (curve, encoding, decoding of points).
"""

from __future__ import annotations

_PRIME = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _PRIME) % _PRIME
_SQRT_OF_MINUS_ONE = pow(2, (_PRIME - 1) // 4, _PRIME)
_ENCODED_SIZE = 32

# Extended coordinates (X, Y, Z, T): x = X/Z, y = Y/Z, xy = T/Z.
_Point = tuple[int, int, int, int]
_IDENTITY: _Point = (0, 1, 1, 0)


def weakness(public: bytes) -> str:
    """Why these bytes must not be trusted as an Ed25519 public key, or "" when they are sound.

    Takes about 2 ms: made for enrolment and for loading a trust chain, not for each signature.
    """
    if len(public) != _ENCODED_SIZE:
        return f"{len(public)} bytes instead of {_ENCODED_SIZE}"
    encoded = int.from_bytes(public, "little")
    sign, y = encoded >> 255, encoded & (2**255 - 1)
    if y >= _PRIME:
        return "non-canonical encoding"
    x = _recover_x(y, sign)
    if x is None:
        return "not a point of the curve"
    point = (x, y, 1, x * y % _PRIME)
    if _is_identity(point) or _is_identity(_multiply(8, point)):
        return "point of small order"
    if not _is_identity(_multiply(_ORDER, point)):
        return "point of mixed order"
    return ""


def _recover_x(y: int, sign: int) -> int | None:
    """The x that belongs to y and to the sign bit; None when there is none or when the encoding is not the canonical one."""
    numerator = (y * y - 1) % _PRIME
    denominator = (_D * y * y + 1) % _PRIME
    square = numerator * pow(denominator, -1, _PRIME) % _PRIME
    x = pow(square, (_PRIME + 3) // 8, _PRIME)
    if (x * x - square) % _PRIME:
        x = x * _SQRT_OF_MINUS_ONE % _PRIME
    if (x * x - square) % _PRIME:
        return None
    if x == 0:
        return None if sign else 0
    return x if x & 1 == sign else _PRIME - x


def _add(p: _Point, q: _Point) -> _Point:
    a = (p[1] - p[0]) * (q[1] - q[0]) % _PRIME
    b = (p[1] + p[0]) * (q[1] + q[0]) % _PRIME
    c = 2 * p[3] * q[3] * _D % _PRIME
    d = 2 * p[2] * q[2] % _PRIME
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _PRIME, g * h % _PRIME, f * g % _PRIME, e * h % _PRIME


def _multiply(scalar: int, point: _Point) -> _Point:
    result = _IDENTITY
    while scalar:
        if scalar & 1:
            result = _add(result, point)
        point = _add(point, point)
        scalar >>= 1
    return result


def _is_identity(point: _Point) -> bool:
    x, y, z, _ = point
    return x % _PRIME == 0 and (y - z) % _PRIME == 0
