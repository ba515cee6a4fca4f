"""Trust documents: one form of bytes, and nothing that contradicts itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from export.trust.trust_payload import Revocation, RoleKeys, RoleName, parse_payload
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
    rewritten,
)

PAYLOAD = document()


def refusal(data: bytes) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        parse_payload(data)
    return caught.value


def with_role(name: str, **changes: Any) -> bytes:
    fields = json.loads(PAYLOAD)
    fields["roles"][name] |= changes
    return rewritten(fields)


def test_a_document_says_what_was_asked_for() -> None:
    payload = parse_payload(PAYLOAD)
    assert (payload.org, payload.version, payload.prev) == (ORG, 1, "")
    assert (payload.age.online, payload.age.recovery) == (ONLINE, RECOVERY)
    assert payload.roles.root.threshold == 2
    assert payload.roles.kit.threshold == 2
    assert payload.roles.receipt.threshold == 1
    assert payload.role_keys(RoleName.ROOT) == {stick.keyid: stick.public for stick in STICKS}
    assert payload.role_keys(RoleName.RECEIPT) == {RECEIPT_KEY.keyid: RECEIPT_KEY.public}
    assert len(payload.keys) == len(STICKS) + len(KIT_KEYS) + 1


def test_the_same_wishes_give_the_same_bytes_and_the_documented_fields() -> None:
    assert document() == PAYLOAD
    assert rewritten(json.loads(PAYLOAD)) == PAYLOAD
    assert list(json.loads(PAYLOAD)) == ["format", "org", "version", "prev", "roles", "age", "keys", "revoked"]


@pytest.mark.parametrize(("count", "threshold"), [(1, 1), (2, 1), (3, 2), (5, 3)])
def test_the_usual_thresholds(count: int, threshold: int) -> None:
    keys = [*STICKS, NEW_STICK, RECEIPT_KEY][:count]
    assert RoleKeys([key.public for key in keys]).needed() == threshold
    assert parse_payload(document(root=keys)).roles.root.threshold == threshold


def test_one_key_may_hold_several_roles() -> None:
    payload = parse_payload(document(root=[RECEIPT_KEY]))
    assert payload.role_keys(RoleName.ROOT) == payload.role_keys(RoleName.RECEIPT)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 0},
        {"format": "1"},
        {"format": 1.5},
        {"org": ""},
        {"org": "vn shd"},
        {"org": "vn.shd\n"},
        {"version": 0},
        {"version": 2**53},
        {"version": True},
        {"prev": "0" * 64},
        {"version": 2},
        {"prev": "xyz", "version": 2},
        {"age": {"online": ONLINE}},
        {"age": {"online": "age1short", "recovery": RECOVERY}},
        {"age": {"online": ONLINE.upper(), "recovery": RECOVERY}},
        {"keys": {}},
        {"keys": None},
        {"revoked": [{"keyid": "00", "feeds": {}, "reason": ""}]},
        {"revoked": [{"keyid": "0" * 32, "feeds": {"0" * 32: -1}, "reason": ""}]},
        {"revoked": [{"keyid": "0" * 32, "feeds": {}, "reason": "x" * 501}]},
        {"revoked": {}},
        {"expires": "2030-01-01"},
    ],
)
def test_what_does_not_fit_the_schema_is_refused(changes: dict[str, Any]) -> None:
    assert refusal(altered(PAYLOAD, **changes)).code is Code.TRUST_CHAIN_BROKEN


def test_a_later_format_asks_for_a_newer_programme() -> None:
    assert refusal(altered(PAYLOAD, format=2, surprise=[])).code is Code.BUNDLE_TOO_NEW


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff\xfe",
        PAYLOAD + b"\n",
        b" " + PAYLOAD,
        PAYLOAD.replace(b'"version":1', b'"version": 1'),
        PAYLOAD.replace(b'"version":1', b'"version":7,"version":1'),
        PAYLOAD.replace(b'"org"', b'"\\u006frg"'),
        b"[" * 100_000,
        b" " * (2**20 + 1),
    ],
)
def test_there_is_one_form_of_bytes(data: bytes) -> None:
    assert refusal(data).code is Code.TRUST_CHAIN_BROKEN


@pytest.mark.parametrize("threshold", [0, -1, 4, 16])
def test_a_threshold_asks_for_one_key_at_least_and_all_at_most(threshold: int) -> None:
    error = refusal(with_role("root", threshold=threshold))
    assert error.code is Code.TRUST_THRESHOLD
    assert error.parameters == {"role": "root", "needed": threshold, "found": 3}


def test_one_key_twice_in_a_role_does_not_count_twice() -> None:
    keys = [STICKS[0].keyid, STICKS[0].keyid]
    error = refusal(with_role("root", keys=keys, threshold=2))
    assert error.code is Code.TRUST_DUPLICATE_KEY
    assert error.parameters == {"key": STICKS[0].keyid}


def test_one_key_under_two_identifiers_is_refused() -> None:
    fields = json.loads(PAYLOAD)
    fields["keys"]["f" * 32] = dict(fields["keys"][STICKS[0].keyid])
    fields["roles"]["root"]["keys"] = [STICKS[0].keyid, "f" * 32]
    error = refusal(rewritten(fields))
    assert error.code is Code.TRUST_DUPLICATE_KEY
    assert error.parameters == {"key": "f" * 32}


def test_an_identifier_must_be_that_of_its_key() -> None:
    fields = json.loads(PAYLOAD)
    fields["keys"][STICKS[0].keyid] = {"algorithm": "ed25519", "public": NEW_STICK.public.hex()}
    assert refusal(rewritten(fields)).code is Code.TRUST_CHAIN_BROKEN


def test_a_role_names_listed_keys_only() -> None:
    assert refusal(with_role("kit", keys=[NEW_STICK.keyid], threshold=1)).code is Code.TRUST_CHAIN_BROKEN


@pytest.mark.parametrize("require", [[], ["ed25519", "ed25519"], ["rsa"], ["ed25519", "ml-dsa-65"]])
def test_only_the_known_signature_is_asked_for(require: list[str]) -> None:
    assert refusal(with_role("root", require=require)).code is Code.TRUST_CHAIN_BROKEN


def test_a_revoked_key_holds_no_role() -> None:
    with pytest.raises(LedgerError) as caught:
        document(revoked=[Revocation(keyid=RECEIPT_KEY.keyid, feeds={}, reason="lost")])
    assert caught.value.code is Code.TRUST_CHAIN_BROKEN
