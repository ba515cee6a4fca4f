"""One payload has one envelope: no other spelling is accepted, and no key counts twice."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.bundle.envelope import PayloadKind, parse_envelope, seal_envelope, verify_envelope
from export.bundle.limits import MAX_ENVELOPE, MAX_SIGNATURES
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.unit.export.bundle.bundle_material import Ed25519Signer

PAYLOAD = '{"format":1,"office":"0123","note":"Đã gửi ~?>"}'.encode() + bytes([0xFB, 0xEF, 0xBE])
FIRST, SECOND = Ed25519Signer(1), Ed25519Signer(2)
KEYS = {signer.keyid: signer.public for signer in (FIRST, SECOND)}
GOOD = seal_envelope(PAYLOAD, PayloadKind.BUNDLE.payload_type, [FIRST, SECOND])


def _refused(data: bytes, *codes: Code) -> None:
    with pytest.raises(LedgerError) as caught:
        parse_envelope(data)
    assert caught.value.code in (codes or (Code.BUNDLE_MANIFEST,)), caught.value.detail


def _json(fields: object) -> bytes:
    return json.dumps(fields, separators=(",", ":")).encode()


def _changed(**changes: object) -> bytes:
    return _json(json.loads(GOOD) | changes)


def test_rewriting_the_good_one_gives_it_back() -> None:
    assert _json(json.loads(GOOD)) == GOOD
    assert verify_envelope(parse_envelope(GOOD), KEYS, 2) == tuple(sorted(KEYS))


def test_every_flipped_bit_is_refused_or_verifies_nothing() -> None:
    for position in range(len(GOOD)):
        for bit in range(8):
            flipped = bytearray(GOOD)
            flipped[position] ^= 1 << bit
            with pytest.raises(LedgerError):
                verify_envelope(parse_envelope(bytes(flipped)), KEYS, 2)


def test_every_cut_and_every_addition_is_refused() -> None:
    for size in range(len(GOOD)):
        _refused(GOOD[:size])
    for more in (b" ", b"\n", b"\0", b"{}", GOOD):
        _refused(GOOD + more)
        _refused(more + GOOD)
    _refused(b"\xef\xbb\xbf" + GOOD)


def test_other_spellings_of_the_same_json_are_refused() -> None:
    fields = json.loads(GOOD)
    _refused(json.dumps(fields).encode())
    _refused(_json(dict(reversed(fields.items()))))
    _refused(GOOD.replace(b'"payload"', b'"p\\u0061yload"', 1))
    _refused(GOOD.replace(b"application/vnd", b"application\\/vnd", 1))
    _refused(GOOD.decode().encode("utf-16"))


def test_repeated_and_unknown_fields_are_refused() -> None:
    text = GOOD.decode()
    _refused(text.replace("{", '{"payload":"e30=",', 1).encode())
    _refused((text[:-1] + ',"payload":"e30="}').encode())
    _refused((text[:-1] + ',"signatures":[]}').encode())
    _refused(text.replace('{"keyid":', f'{{"keyid":"{FIRST.keyid}","keyid":', 1).encode())
    _refused(_changed(note="x"))
    signature = json.loads(GOOD)["signatures"][0]
    _refused(_changed(signatures=[signature | {"cert": "x"}]))


def test_only_standard_base64_is_accepted() -> None:
    standard = json.loads(GOOD)["payload"]
    assert "+" in standard or "/" in standard
    _refused(_changed(payload=base64.urlsafe_b64encode(PAYLOAD).decode()))
    _refused(_changed(payload=standard.rstrip("=") + "===="))
    _refused(_changed(payload=standard + "=="))
    _refused(_changed(payload=" " + standard))
    _refused(_changed(payload=standard[:40] + "\n" + standard[40:]))
    _refused(_changed(payload="e30"))
    _refused(_changed(payload="e31="))  # the same two bytes, other padding bits
    _refused(_changed(payload="é30="))


def test_signatures_have_one_form_and_one_order() -> None:
    first, second = json.loads(GOOD)["signatures"]
    signatures: object
    for signatures in (
        [],
        None,
        {},
        [second, first],
        [first, first],
        [first, second, second],
        [{"sig": first["sig"]}],
        [{"keyid": first["keyid"]}],
        [first | {"keyid": None}],
        [first | {"keyid": first["keyid"].upper()}],
        [first | {"keyid": first["keyid"][:-1]}],
        [first | {"keyid": first["keyid"] + "\n"}],
        [first | {"keyid": "٠" * 32}],
        [first | {"sig": ""}],
        [first | {"sig": base64.b64encode(bytes(63)).decode()}],
        [first | {"sig": base64.b64encode(bytes(65)).decode()}],
        [{"keyid": f"{number:032x}", "sig": first["sig"]} for number in range(MAX_SIGNATURES + 1)],
    ):
        _refused(_changed(signatures=signatures))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'"x"',
        b"1",
        b"NaN",
        b"[" * 100_000,
        b'{"payload":' * 100_000,
        b'{"payload":"e30="}',
        b"\xff\xfe",
        b"\0",
    ],
    ids=lambda data: repr(data[:12]),
)
def test_what_is_no_envelope_is_refused(data: bytes) -> None:
    _refused(data)


def test_no_envelope_is_read_beyond_its_limit() -> None:
    _refused(b"{" + b" " * MAX_ENVELOPE, Code.BUNDLE_TOO_LARGE)
    with pytest.raises(LedgerError) as caught:
        seal_envelope(bytes(MAX_ENVELOPE * 3 // 4), PayloadKind.KIT.payload_type, [FIRST])
    assert (caught.value.code, caught.value.parameters) == (Code.BUNDLE_TOO_LARGE, {"limit": MAX_ENVELOPE})


@pytest.mark.parametrize(
    ("payload_type", "code"),
    [
        ("application/vnd.so-hoat-dong.bundle.v2+json", Code.BUNDLE_TOO_NEW),
        ("application/vnd.so-hoat-dong.letter.v1+json", Code.BUNDLE_TOO_NEW),
        ("application/vnd.in-toto+json", Code.BUNDLE_NOT_OURS),
        ("application/vnd.so-hoat-dong.bundle.v1+json\n", Code.BUNDLE_NOT_OURS),
        ("", Code.BUNDLE_NOT_OURS),
        ("x" * 10_000, Code.BUNDLE_NOT_OURS),
    ],
)
def test_other_payload_types_are_told_apart(payload_type: str, code: Code) -> None:
    _refused(_changed(payloadType=payload_type), code)


def test_one_public_key_under_two_keyids_counts_once() -> None:
    twin = Ed25519Signer(1, keyid="0" * 32)
    envelope = parse_envelope(seal_envelope(PAYLOAD, PayloadKind.KIT.payload_type, [FIRST, twin]))
    keys = {FIRST.keyid: FIRST.public, twin.keyid: twin.public}
    assert verify_envelope(envelope, keys) == (twin.keyid,)
    with pytest.raises(LedgerError) as caught:
        verify_envelope(envelope, keys, 2)
    assert caught.value.code is Code.BUNDLE_SIGNATURE_INVALID


def test_a_signature_for_one_kind_is_none_for_another() -> None:
    for kind in PayloadKind:
        data = _changed(payloadType=kind.payload_type)
        if kind is PayloadKind.BUNDLE:
            continue
        with pytest.raises(LedgerError) as caught:
            verify_envelope(parse_envelope(data), KEYS)
        assert caught.value.code is Code.BUNDLE_SIGNATURE_INVALID


def test_junk_signatures_neither_help_nor_harm() -> None:
    first = json.loads(GOOD)["signatures"][0]
    stranger = {"keyid": "f" * 32, "sig": base64.b64encode(bytes(64)).decode()}
    envelope = parse_envelope(_changed(signatures=[first, stranger]))
    assert verify_envelope(envelope, KEYS) == (first["keyid"],)
    with pytest.raises(LedgerError) as caught:
        verify_envelope(envelope, KEYS, 2)
    assert caught.value.code is Code.BUNDLE_SIGNATURE_INVALID


@settings(max_examples=200, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_any_json_is_refused_in_our_own_words(value: object) -> None:
    _refused(_json(value))
    _refused(_changed(payload=[value]))
    _refused(_changed(signatures=[value]))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_refused_in_our_own_words(data: bytes) -> None:
    _refused(data)
