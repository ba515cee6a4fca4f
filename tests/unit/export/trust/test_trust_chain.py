"""The chain of trust documents: rotation, revocation, and each way of cheating it."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence

import pytest

from export.bundle.envelope import PayloadKind, parse_envelope, seal_envelope
from export.trust.signing_keys import SigningKey
from export.trust.trust_chain import TrustChain, build_trust, seal_trust
from export.trust.trust_payload import RECEIPT_FEED, Revocation, RoleName
from export.trust.voice_number import centre_fingerprint
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.unit.export.trust.trust_examples import (
    KIT_KEYS,
    NEW_STICK,
    ONLINE,
    ORG,
    RECEIPT_KEY,
    RECOVERY,
    STICKS,
    altered,
    document,
    holders,
    key,
    sealed,
)

A, B, C = STICKS
FIRST = document()
SECOND = document(previous=FIRST, root=(A, B, NEW_STICK))
THIRD = document(previous=SECOND, root=(B, NEW_STICK, key(5)))
V1, V2, V3 = sealed(FIRST, A, B), sealed(SECOND, A, B), sealed(THIRD, B, NEW_STICK)


def refusal(act: Callable[[], object]) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        act()
    return caught.value


def refused(*envelopes: bytes) -> LedgerError:
    return refusal(lambda: TrustChain.load(envelopes))


def test_three_versions_in_a_row() -> None:
    chain = TrustChain.load([V1, V2, V3])
    assert chain.version == 3
    assert chain.newest.prev == TrustChain.load([V1, V2])._step(2).digest
    assert chain.envelopes == (V1, V2, V3)
    assert [chain.payload(number) for number in (1, 2, 3)] == [FIRST, SECOND, THIRD]
    assert set(chain.role_keys(RoleName.ROOT)) == {B.keyid, NEW_STICK.keyid, key(5).keyid}
    assert set(chain.role_keys(RoleName.ROOT, version=1)) == {stick.keyid for stick in STICKS}
    for missing in (0, 4, -1):
        assert refusal(lambda number=missing: chain.payload(number)).code is Code.TRUST_CHAIN_BROKEN  # type: ignore[misc]


def test_the_letter_and_the_remembered_digest_anchor_the_chain() -> None:
    chain = TrustChain.load([V1, V2])
    digits = centre_fingerprint(FIRST)
    assert chain.fingerprint == digits
    TrustChain.load([V1, V2], expected_root_fingerprint=" ".join([digits[:12], digits[12:]]))
    TrustChain.load([V1, V2], trusted_first_payload_digest=chain.first_payload_digest)
    wrong = digits[:-1] + str(9 - int(digits[-1]))
    error = refusal(lambda: TrustChain.load([V1], expected_root_fingerprint=wrong))
    assert (error.code, error.parameters) == (Code.FINGERPRINT_WRONG, {"groups": "6"})
    assert refusal(lambda: TrustChain.load([V1], expected_root_fingerprint=digits[:-1])).code is Code.VOICE_FORMAT
    error = refusal(lambda: TrustChain.load([V1], trusted_first_payload_digest="0" * 64))
    assert error.code is Code.TRUST_CHAIN_BROKEN


def test_a_centre_with_one_key_may_grow_to_three() -> None:
    first = document(root=[A])
    second = document(previous=first, root=STICKS)
    chain = TrustChain.load([sealed(first, A)]).extend([sealed(second, A, B)])
    assert chain.newest.roles.root.threshold == 2


def test_one_signature_of_two_is_not_enough() -> None:
    error = refused(sealed(FIRST, A))
    assert error.code is Code.TRUST_THRESHOLD
    assert error.parameters == {"role": "root", "needed": 2, "found": 1}
    assert refused(V1, sealed(SECOND, A)).parameters == {"role": "root", "needed": 2, "found": 1}


def test_foreign_and_invented_signatures_do_not_count() -> None:
    assert refused(sealed(FIRST, A, key(99))).parameters["found"] == 1
    assert refused(sealed(FIRST, key(98), key(99))).parameters["found"] == 0

    class Impostor:
        keyid = B.keyid

        def sign(self, data: bytes) -> bytes:
            return key(99).sign(data)

    error = refused(seal_envelope(FIRST, PayloadKind.TRUST.payload_type, [A, Impostor()]))
    assert (error.code, error.parameters["found"]) == (Code.TRUST_THRESHOLD, 1)


def test_the_old_threshold_is_needed() -> None:
    takeover = document(previous=FIRST, root=(key(97), key(98), key(99)))
    error = refused(V1, sealed(takeover, key(97), key(98), C))
    assert (error.code, error.parameters["found"]) == (Code.TRUST_THRESHOLD, 1)


def test_the_new_threshold_is_needed_too() -> None:
    handover = document(previous=FIRST, root=(C, NEW_STICK, key(5)))
    error = refused(V1, sealed(handover, A, B))
    assert (error.code, error.parameters["found"]) == (Code.TRUST_THRESHOLD, 0)
    assert TrustChain.load([V1, sealed(handover, A, B, NEW_STICK, key(5))]).version == 2
    assert TrustChain.load([V1, sealed(handover, A, C, NEW_STICK)]).version == 2


def test_versions_are_not_skipped_repeated_or_turned_round() -> None:
    for envelopes in ([V1, V3], [V2, V3], [V1, V2, V2], [V1, V1], [V2, V1], []):
        assert refused(*envelopes).code is Code.TRUST_CHAIN_BROKEN
    skipping = sealed(altered(SECOND, version=3), A, B)
    assert refused(V1, skipping).code is Code.TRUST_CHAIN_BROKEN


def test_a_version_of_another_history_is_refused_though_well_signed() -> None:
    other_first = document(online=RECOVERY)
    other_second = document(previous=other_first)
    assert refused(V1, sealed(other_second, A, B)).code is Code.TRUST_CHAIN_BROKEN
    chain = TrustChain.load([V1, V2])
    rival = sealed(document(previous=FIRST), A, B)
    for kit in ([V1, rival], [sealed(other_first, A, B)], [V1, rival, V3]):
        assert refusal(lambda kit=kit: chain.extend(kit)).code is Code.TRUST_CHAIN_BROKEN  # type: ignore[misc]


def test_a_centre_does_not_change_its_name_in_the_chain() -> None:
    renamed = document(previous=FIRST, org="vn.shd.elsewhere")
    assert refused(V1, sealed(renamed, A, B)).code is Code.TRUST_CHAIN_BROKEN


def test_extending_takes_what_is_new_and_leaves_the_old_chain_alone() -> None:
    chain = TrustChain.load([V1])
    for kit in ([V1, V2, V3], [V2, V3]):
        longer = chain.extend(kit)
        assert (longer.version, chain.version) == (3, 1)
        assert longer.extend([V1, V2, V3]).version == 3
        assert longer.extend([V3]).version == 3
    assert refusal(lambda: chain.extend([V3])).code is Code.TRUST_CHAIN_BROKEN
    assert refusal(lambda: chain.extend([V1, V3])).code is Code.TRUST_CHAIN_BROKEN
    assert chain.extend([]).version == 1


@pytest.mark.parametrize("kit", [[V1], [V1, V2], [V2]])
def test_an_older_kit_is_a_rollback(kit: Sequence[bytes]) -> None:
    chain = TrustChain.load([V1, V2, V3])
    error = refusal(lambda: chain.extend(kit))
    assert error.code is Code.TRUST_ROLLED_BACK
    assert error.parameters["known"] == 3


def test_a_restored_database_with_an_older_chain_is_a_rollback() -> None:
    error = refusal(lambda: TrustChain.load([V1, V2], known_version=3))
    assert (error.code, error.parameters) == (Code.TRUST_ROLLED_BACK, {"version": 2, "known": 3})
    assert TrustChain.load([V1, V2, V3], known_version=3).version == 3


def test_another_kind_of_envelope_is_no_trust_document() -> None:
    error = refused(seal_envelope(FIRST, PayloadKind.KIT.payload_type, [A, B]))
    assert error.code is Code.BUNDLE_WRONG_KIND


@pytest.mark.parametrize("data", [b"", b"{}", V1[:-1], V1 + b" ", V1.replace(b'"sig"', b'"sgi"'), b"\x00" * 100])
def test_malformed_envelopes_break_the_chain(data: bytes) -> None:
    assert refused(data).code is Code.TRUST_CHAIN_BROKEN
    chain = TrustChain.load([V1])
    assert refusal(lambda: chain.extend([data])).code is Code.TRUST_CHAIN_BROKEN


def url_safe_first() -> bytes:
    """Version 1 so signed that standard base64 of a signature has + or /, respelled in the url-safe alphabet."""
    for pair in ((A, B), (A, C), (B, C)):
        data = sealed(FIRST, *pair)
        for _, signature in parse_envelope(data).signatures:
            standard, url_safe = base64.b64encode(signature), base64.urlsafe_b64encode(signature)
            if standard != url_safe:
                return data.replace(standard, url_safe)
    raise AssertionError("no signature to respell")


def test_url_safe_base64_is_refused() -> None:
    assert refused(url_safe_first()).code is Code.TRUST_CHAIN_BROKEN


def test_every_changed_byte_of_a_document_is_noticed() -> None:
    for place in range(0, len(V1), 7):
        damaged = V1[:place] + bytes([V1[place] ^ 0x11]) + V1[place + 1 :]
        with pytest.raises(LedgerError):
            TrustChain.load([damaged])


def signed_by(kind: PayloadKind, *signers: SigningKey) -> bytes:
    return seal_envelope(b"{}", kind.payload_type, signers)


def test_roles_sign_their_own_things_only() -> None:
    chain = TrustChain.load([V1])
    kit = parse_envelope(signed_by(PayloadKind.KIT, *KIT_KEYS[:2]))
    assert set(chain.verify_role(kit, RoleName.KIT)) == {signer.keyid for signer in KIT_KEYS[:2]}
    assert refusal(lambda: chain.verify_role(kit, RoleName.ROOT)).code is Code.BUNDLE_UNKNOWN_KEY
    alone = parse_envelope(signed_by(PayloadKind.KIT, KIT_KEYS[0]))
    error = refusal(lambda: chain.verify_role(alone, RoleName.KIT))
    assert (error.code, error.parameters) == (Code.TRUST_THRESHOLD, {"role": "kit", "needed": 2, "found": 1})
    receipt = parse_envelope(signed_by(PayloadKind.RECEIPT, RECEIPT_KEY))
    assert chain.verify_role(receipt, RoleName.RECEIPT) == (RECEIPT_KEY.keyid,)


def test_a_lost_receipt_key_stays_good_for_its_old_receipts() -> None:
    revocation = Revocation(keyid=RECEIPT_KEY.keyid, feeds={RECEIPT_FEED: 40}, reason="lost")
    second = document(previous=FIRST, receipt=key(22), revoked=[revocation])
    chain = TrustChain.load([V1, sealed(second, A, B)])
    receipt = parse_envelope(signed_by(PayloadKind.RECEIPT, RECEIPT_KEY))
    assert refusal(lambda: chain.verify_role(receipt, RoleName.RECEIPT)).code is Code.BUNDLE_UNKNOWN_KEY
    assert chain.verify_role(receipt, RoleName.RECEIPT, version=1) == (RECEIPT_KEY.keyid,)
    assert not chain.is_revoked(RECEIPT_KEY.keyid, RECEIPT_FEED, 40)
    assert chain.is_revoked(RECEIPT_KEY.keyid, RECEIPT_FEED, 41)
    assert not chain.is_revoked(key(22).keyid, RECEIPT_FEED, 41)


def test_a_revoked_office_key_is_good_up_to_its_last_good_entry_of_each_feed() -> None:
    office, feed, other = key(50).keyid, "a" * 32, "b" * 32
    twice = [
        Revocation(keyid=office, feeds={feed: 812, other: 3}, reason=""),
        Revocation(keyid=office, feeds={feed: 9}, reason=""),
    ]
    chain = TrustChain.load([sealed(document(revoked=twice[:1]), A, B)])
    assert not chain.is_revoked(office, feed, 812)
    assert chain.is_revoked(office, feed, 813)
    assert not chain.is_revoked(office, other, 3)
    assert chain.is_revoked(office, "c" * 32, 0)
    stricter = TrustChain.load([sealed(document(revoked=twice), A, B)])
    assert not stricter.is_revoked(office, feed, 9)
    assert stricter.is_revoked(office, feed, 10)
    assert stricter.is_revoked(office, other, 1)


def test_sealing_checks_the_document_first() -> None:
    assert seal_trust(FIRST, [A, B]) == V1
    assert refusal(lambda: seal_trust(altered(FIRST, org=""), [A])).code is Code.TRUST_CHAIN_BROKEN


def test_building_on_something_else_is_refused() -> None:
    error = refusal(
        lambda: build_trust(
            org=ORG,
            previous=b"{}",
            root=holders([A]),
            kit=holders([A]),
            receipt=holders([A]),
            age_online=ONLINE,
            age_recovery=RECOVERY,
        )
    )
    assert error.code is Code.TRUST_CHAIN_BROKEN
