"""Key identifiers, signatures and the form of a private key."""

from __future__ import annotations

import hashlib
import pickle

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from export.bundle.envelope import PayloadKind, parse_envelope, seal_envelope, verify_envelope
from export.trust.signing_keys import SigningKey, check_public_key, key_identifier

# RFC 8032, section 7.1, TEST 2.
RFC_SEED = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
RFC_PUBLIC = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
RFC_SIGNATURE = bytes.fromhex(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)


def test_the_vector_of_rfc_8032() -> None:
    key = SigningKey(RFC_SEED)
    assert key.public == RFC_PUBLIC
    assert key.sign(b"\x72") == RFC_SIGNATURE


def test_the_identifier_is_as_documented() -> None:
    expected = hashlib.sha256(b"shd/key/v1\0" + b"ed25519" + b"\0" + RFC_PUBLIC).hexdigest()[:32]
    assert key_identifier(RFC_PUBLIC) == expected == SigningKey(RFC_SEED).keyid
    assert key_identifier(RFC_PUBLIC, "ml-dsa-65") != expected


@given(seed=st.binary(min_size=32, max_size=32), data=st.binary(max_size=200))
def test_every_key_is_sound_and_its_signature_fits_one_message(seed: bytes, data: bytes) -> None:
    key = SigningKey(seed)
    check_public_key(key.public)
    public = Ed25519PublicKey.from_public_bytes(key.public)
    public.verify(key.sign(data), data)
    with pytest.raises(InvalidSignature):
        public.verify(key.sign(data), data + b"x")


def test_a_key_signs_envelopes() -> None:
    key = SigningKey(RFC_SEED)
    envelope = parse_envelope(seal_envelope(b"{}", PayloadKind.RECEIPT.payload_type, [key]))
    assert verify_envelope(envelope, {key.keyid: key.public}) == (key.keyid,)


def test_new_keys_come_from_the_given_source() -> None:
    assert SigningKey.generate(lambda size: RFC_SEED[:size]).public == RFC_PUBLIC


@pytest.mark.parametrize("size", [0, 31, 33, 64])
def test_a_seed_has_32_bytes(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        SigningKey(bytes(size))


def test_a_private_key_shows_and_gives_away_nothing() -> None:
    key = SigningKey(RFC_SEED)
    assert repr(key) == f"SigningKey(keyid='{key.keyid}')"
    assert not hasattr(key, "__dict__")
    with pytest.raises(TypeError):
        pickle.dumps(key)
