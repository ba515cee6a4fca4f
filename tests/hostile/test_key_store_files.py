"""Key store files that are damaged or made to deceive: every one is refused as damaged, quickly, and nothing else happens."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.trust.key_store import KeyStore
from export.trust.key_store_file import KeyStoreFile, decode
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.unit.export.trust.key_store_examples import PIN, SECRETS, Clock, make_store

Fields = dict[str, Any]


def forged(data: bytes, change: Callable[[Fields], object]) -> bytes:
    """The file after ``change``, with a right checksum: what a person with an editor and our sources can make."""
    fields = json.loads(data)
    change(fields)
    fields["checksum"] = ""
    plain = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    fields["checksum"] = hashlib.sha256(plain.encode()).hexdigest()
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()


def code_of(act: Callable[[], object]) -> Code:
    with pytest.raises(LedgerError) as caught:
        act()
    return caught.value.code


def outcome(data: bytes) -> Code | KeyStoreFile:
    try:
        return decode(data)
    except LedgerError as error:
        return error.code


def setting(path: str, value: object) -> Callable[[Fields], object]:
    *folders, name = path.split("/")

    def change(fields: Fields) -> None:
        for folder in folders:
            fields = fields[folder]
        fields[name] = value

    return change


def test_the_forger_of_these_tests_can_forge(tmp_path: Path) -> None:
    make_store(tmp_path)
    data = (tmp_path / "keys.json").read_bytes()
    assert forged(data, lambda _: None) == data
    assert decode(forged(data, setting("tries/failed", 3))).tries.failed == 3


def test_every_flipped_byte_is_noticed_as_damage_or_changes_nothing(tmp_path: Path) -> None:
    make_store(tmp_path)
    data = (tmp_path / "keys.json").read_bytes()
    sound = decode(data)
    for place in range(len(data)):
        for mask in (0x01, 0x80):
            damaged = data[:place] + bytes([data[place] ^ mask]) + data[place + 1 :]
            assert outcome(damaged) in (Code.KEY_STORE_DAMAGED, sound)


def test_every_truncation_is_noticed(tmp_path: Path) -> None:
    make_store(tmp_path)
    data = (tmp_path / "keys.json").read_bytes()
    for size in range(len(data)):
        assert code_of(lambda size=size: decode(data[:size])) is Code.KEY_STORE_DAMAGED  # type: ignore[misc]


@given(data=st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    assert code_of(lambda: decode(data)) is Code.KEY_STORE_DAMAGED


@pytest.mark.parametrize(
    "change",
    [
        setting("access/hash/cost", 2**40),
        setting("access/hash/cost", 2**19),
        setting("access/hash/cost", 2**15 + 1),
        setting("access/hash/cost", 2**3),
        setting("access/hash/cost", 0),
        setting("access/hash/cost", -(2**15)),
        setting("access/hash/cost", 1e5),
        setting("access/hash/salt", ""),
        setting("access/hash/r", 2**20),
        setting("access/kind", "none"),
        setting("access/kind", "dpapi"),
        setting("access/nonce", "AAAA"),
        setting("recovery/salt", "AAAA"),
        setting("recovery/wrapped", "A" * 100_000),
        setting("format", 2),
        setting("store", "x" * 32),
        setting("store", "0" * 31),
        setting("tries/failed", 5),
        setting("tries/failed", -1),
        setting("tries/locked_until", 2**60),
        setting("secrets", {f"s{number}": {"nonce": "A" * 16, "sealed": "A" * 24} for number in range(65)}),
        setting("secrets/Office Signing", {"nonce": "A" * 16, "sealed": "A" * 24}),
        setting("secrets/root-1\n", {"nonce": "A" * 16, "sealed": "A" * 24}),
        setting("owner", "somebody"),
    ],
)
def test_forged_fields_are_refused_at_once(tmp_path: Path, change: Callable[[Fields], object]) -> None:
    make_store(tmp_path)
    path = tmp_path / "keys.json"
    path.write_bytes(forged(path.read_bytes(), change))
    started = time.perf_counter()
    assert code_of(lambda: KeyStore.open(path, now=Clock())) is Code.KEY_STORE_DAMAGED
    assert time.perf_counter() - started < 1


def swapped(fields: Fields) -> None:
    secrets = fields["secrets"]
    secrets["office-signing"], secrets["office-age"] = secrets["office-age"], secrets["office-signing"]


def renamed(fields: Fields) -> None:
    fields["secrets"]["root-1"] = fields["secrets"].pop("office-signing")


def recovery_as_pin(fields: Fields) -> None:
    fields["access"] |= {"nonce": fields["recovery"]["nonce"], "wrapped": fields["recovery"]["wrapped"]}


def bit_of_secret(fields: Fields) -> None:
    secret = fields["secrets"]["office-signing"]
    sealed = bytearray(base64.b64decode(secret["sealed"]))
    sealed[0] ^= 1
    secret["sealed"] = base64.b64encode(sealed).decode()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (swapped, Code.KEY_STORE_DAMAGED),
        (renamed, Code.KEY_STORE_DAMAGED),
        (bit_of_secret, Code.KEY_STORE_DAMAGED),
        (recovery_as_pin, Code.PIN_WRONG),
        (setting("store", "0" * 32), Code.PIN_WRONG),
    ],
)
def test_sealed_pieces_cannot_take_each_others_place(tmp_path: Path, change: Callable[[Fields], object], code: Code) -> None:
    store, _ = make_store(tmp_path)
    path = tmp_path / "keys.json"
    path.write_bytes(forged(path.read_bytes(), change))
    assert code_of(lambda: store.unlock(PIN)) is code


def test_secrets_of_another_store_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    store, _ = make_store(tmp_path / "a")
    make_store(tmp_path / "b")
    path = tmp_path / "a" / "keys.json"
    foreign = json.loads((tmp_path / "b" / "keys.json").read_bytes())["secrets"]
    path.write_bytes(forged(path.read_bytes(), setting("secrets", foreign)))
    assert code_of(lambda: store.unlock(PIN)) is Code.KEY_STORE_DAMAGED


def test_a_lock_far_in_the_future_ends_within_a_minute(tmp_path: Path) -> None:
    clock = Clock()
    store, _ = make_store(tmp_path, clock=clock)
    path = tmp_path / "keys.json"
    for until in (int(clock().timestamp()) + 61, 2**53 - 1):
        path.write_bytes(forged(path.read_bytes(), setting("tries", {"failed": 0, "locked_until": until})))
        assert code_of(lambda: store.unlock(PIN)) is Code.PIN_LOCKED
        clock.move(seconds=60)
        assert store.unlock(PIN).names == tuple(sorted(SECRETS))


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    with path.open("wb") as file:
        file.truncate(2**33)
    assert code_of(lambda: KeyStore.open(path, now=Clock())) is Code.KEY_STORE_DAMAGED


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "keys.json").mkdir()
    assert code_of(lambda: KeyStore.open(tmp_path / "keys.json", now=Clock())) is Code.FILE_UNREADABLE
