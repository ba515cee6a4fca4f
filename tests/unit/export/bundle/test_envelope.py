"""The envelope signs type and payload together, is deterministic, and agrees with an independent implementation."""

from __future__ import annotations

import base64
import json
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from securesystemslib.dsse import Envelope as OtherEnvelope
from securesystemslib.signer import Key, SSlibKey  # type: ignore[attr-defined]

from export.bundle.envelope import (
    Envelope,
    PayloadKind,
    parse_envelope,
    payload_digest,
    pre_authentication_encoding,
    require_kind,
    seal_envelope,
    verify_envelope,
    verify_signature,
)
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.unit.export.bundle.bundle_material import Ed25519Signer

PAYLOAD = '{"format":1,"note":"Tổ chức hội nghị"}'.encode()
TYPE = PayloadKind.BUNDLE.payload_type
SIGNERS = [Ed25519Signer(number) for number in (1, 2, 3)]
KEYS = {signer.keyid: signer.public for signer in SIGNERS}


def test_the_encoding_is_the_protocols_own_example() -> None:
    assert pre_authentication_encoding("http://example.com/HelloWorld", b"hello world") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )


@given(st.text(max_size=50), st.binary(max_size=200))
def test_the_encoding_agrees_with_another_implementation(payload_type: str, payload: bytes) -> None:
    assert pre_authentication_encoding(payload_type, payload) == OtherEnvelope(payload, payload_type, {}).pae()


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=2000), st.sampled_from(list(PayloadKind)), st.sets(st.integers(1, 200), min_size=1, max_size=16))
def test_what_was_sealed_is_parsed_and_verifies_elsewhere_too(payload: bytes, kind: PayloadKind, numbers: set[int]) -> None:
    signers = [Ed25519Signer(number) for number in numbers]
    data = seal_envelope(payload, kind.payload_type, signers)
    assert data == seal_envelope(payload, kind.payload_type, signers[::-1])
    envelope = parse_envelope(data)
    assert (envelope.payload, envelope.kind, envelope.payload_type) == (payload, kind, kind.payload_type)
    keys = {signer.keyid: signer.public for signer in signers}
    assert verify_envelope(envelope, keys, len(signers)) == tuple(sorted(keys))
    others: list[Key] = [SSlibKey(keyid, "ed25519", "ed25519", {"public": public.hex()}) for keyid, public in keys.items()]
    assert len(OtherEnvelope.from_dict(json.loads(data)).verify(others, len(others))) == len(signers)


def test_the_bytes_of_an_envelope_are_fixed_for_ever() -> None:
    data = seal_envelope(b"{}", TYPE, SIGNERS[:1])
    signature = base64.b64encode(SIGNERS[0].sign(b"DSSEv1 43 " + TYPE.encode() + b" 2 {}")).decode()
    assert data.decode() == (
        '{"payload":"e30=","payloadType":"application/vnd.so-hoat-dong.bundle.v1+json",'
        f'"signatures":[{{"keyid":"{SIGNERS[0].keyid}","sig":"{signature}"}}]}}'
    )


def test_the_kinds_are_a_closed_list() -> None:
    assert {kind.payload_type for kind in PayloadKind} == {
        f"application/vnd.so-hoat-dong.{kind}.v1+json" for kind in ("bundle", "receipt", "kit", "enrol", "resync", "trust")
    }


def test_the_identity_is_the_payloads_whoever_signs() -> None:
    envelopes = [parse_envelope(seal_envelope(PAYLOAD, TYPE, signers)) for signers in (SIGNERS[:1], SIGNERS[1:])]
    assert {payload_digest(envelope) for envelope in envelopes} == {sha256(PAYLOAD).digest()}


def test_the_threshold_counts_known_keys_only() -> None:
    envelope = parse_envelope(seal_envelope(PAYLOAD, TYPE, SIGNERS[:2]))
    first, second, third = (signer.keyid for signer in SIGNERS)
    assert verify_envelope(envelope, KEYS, 2) == tuple(sorted((first, second)))
    assert verify_envelope(envelope, {first: KEYS[first]}) == (first,)
    for keys, threshold in ((KEYS, 3), ({first: KEYS[first]}, 2), ({first: KEYS[second]}, 1)):
        with pytest.raises(LedgerError) as caught:
            verify_envelope(envelope, keys, threshold)
        assert caught.value.code is Code.BUNDLE_SIGNATURE_INVALID
    with pytest.raises(LedgerError) as caught:
        verify_envelope(envelope, {third: KEYS[third]})
    assert caught.value.code is Code.BUNDLE_UNKNOWN_KEY
    assert caught.value.parameters == {"key": min(first, second)}
    with pytest.raises(ValueError, match="threshold"):
        verify_envelope(envelope, KEYS, 0)


def test_a_changed_payload_or_signature_does_not_verify() -> None:
    envelope = parse_envelope(seal_envelope(PAYLOAD, TYPE, SIGNERS[:1]))
    keyid, signature = envelope.signatures[0]
    for other in (
        Envelope(envelope.payload_type, PAYLOAD + b" ", envelope.signatures),
        Envelope(PayloadKind.RECEIPT.payload_type, PAYLOAD, envelope.signatures),
        Envelope(envelope.payload_type, PAYLOAD, ((keyid, bytes(64)),)),
        Envelope(envelope.payload_type, PAYLOAD, ((keyid, signature[:-1]),)),
    ):
        with pytest.raises(LedgerError) as caught:
            verify_envelope(other, KEYS)
        assert caught.value.code is Code.BUNDLE_SIGNATURE_INVALID


def test_a_key_that_is_none_is_told() -> None:
    envelope = parse_envelope(seal_envelope(PAYLOAD, TYPE, SIGNERS[:1]))
    keyid = SIGNERS[0].keyid
    with pytest.raises(LedgerError) as caught:
        verify_envelope(envelope, {keyid: b"short"})
    assert (caught.value.code, caught.value.parameters) == (Code.KEY_WEAK, {"key": keyid})
    assert verify_signature(SIGNERS[0].public, signature=SIGNERS[0].sign(b"x"), data=b"x")
    assert not verify_signature(SIGNERS[0].public, signature=SIGNERS[0].sign(b"x"), data=b"y")


def test_another_kind_than_expected_is_told() -> None:
    envelope = parse_envelope(seal_envelope(PAYLOAD, PayloadKind.RECEIPT.payload_type, SIGNERS[:1]))
    require_kind(envelope, PayloadKind.RECEIPT)
    with pytest.raises(LedgerError) as caught:
        require_kind(envelope, PayloadKind.BUNDLE)
    assert caught.value.code is Code.BUNDLE_WRONG_KIND
    assert caught.value.parameters == {"found": "receipt", "expected": "bundle"}


def test_callers_mistakes_are_not_sealed() -> None:
    class Careless(Ed25519Signer):
        def sign(self, data: bytes) -> bytes:
            return super().sign(data)[:-1]

    for payload_type, signers in (
        ("application/json", SIGNERS),
        (TYPE, []),
        (TYPE, [SIGNERS[0], SIGNERS[0]]),
        (TYPE, [Ed25519Signer(number) for number in range(1, 18)]),
        (TYPE, [Ed25519Signer(1, keyid="key one")]),
        (TYPE, [Careless(1)]),
    ):
        with pytest.raises(ValueError, match=r"payload type|different signers|malformed"):
            seal_envelope(PAYLOAD, payload_type, signers)
