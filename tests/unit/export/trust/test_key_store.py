"""The key store: opening by PIN, by account and by recovery code, new PINs, more secrets, and what it never shows."""

from __future__ import annotations

import pickle
import stat
import sys
import unicodedata
from pathlib import Path

import pytest

from export.trust.key_store import KeyStore, UnlockedKeys
from export.trust.key_store_file import MINIMUM_COST
from export.trust.signing_keys import SigningKey
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.unit.export.trust.key_store_examples import PIN, SECRETS, Account, Clock, make_store


def refused(unlock: object, *arguments: str) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        unlock(*arguments)  # type: ignore[operator]
    return caught.value


def contents(unlocked: UnlockedKeys) -> dict[str, bytes]:
    return {name: unlocked.secret(name) for name in unlocked.names}


def test_the_pin_opens_what_was_put_in(tmp_path: Path) -> None:
    store, _ = make_store(tmp_path)
    unlocked = KeyStore.open(tmp_path / "keys.json", now=Clock()).unlock(PIN)
    assert contents(unlocked) == SECRETS
    assert unlocked.signing_key("office-signing").public == SigningKey(SECRETS["office-signing"]).public
    assert unlocked.age_identity("office-age") == "AGE-SECRET-KEY-1EXAMPLE"
    assert store.names == tuple(sorted(SECRETS))
    assert store.needs_pin


def test_the_recovery_code_opens_it_too_and_so_it_does_while_the_pin_rests(tmp_path: Path) -> None:
    store, code = make_store(tmp_path)
    for _ in range(5):
        refused(store.unlock, "000000")
    assert refused(store.unlock, PIN).code is Code.PIN_LOCKED
    assert contents(store.unlock_with_recovery(code.lower().replace("-", " "))) == SECRETS


def test_another_recovery_code_does_not(tmp_path: Path) -> None:
    store, code = make_store(tmp_path)
    other = ("1" if code[0] != "1" else "2") + code[1:]
    assert refused(store.unlock_with_recovery, other).code is Code.RECOVERY_CODE_WRONG
    assert refused(store.unlock_with_recovery, code[:-1]).code is Code.RECOVERY_CODE_FORMAT


def test_a_wrong_pin_is_refused(tmp_path: Path) -> None:
    store, _ = make_store(tmp_path)
    error = refused(store.unlock, "246814")
    assert error.code is Code.PIN_WRONG
    assert error.parameters == {"left": 4}


@pytest.mark.parametrize("pin", ["", "1", "12345", "năm"])
def test_short_pins_are_refused_when_set_and_not_counted_when_typed(tmp_path: Path, pin: str) -> None:
    path = tmp_path / "other.json"
    with pytest.raises(LedgerError) as caught:
        KeyStore.create(path, pin, SECRETS, now=Clock(), cost=MINIMUM_COST)
    assert caught.value.code is Code.PIN_TOO_SHORT
    assert caught.value.parameters == {"minimum": 6}
    assert not path.exists()
    store, _ = make_store(tmp_path)
    for _ in range(10):
        assert refused(store.unlock, pin).code is Code.PIN_TOO_SHORT
    assert refused(store.change_pin, PIN, pin).code is Code.PIN_TOO_SHORT
    assert contents(store.unlock(PIN)) == SECRETS


def test_the_empty_pin_where_it_is_allowed(tmp_path: Path) -> None:
    store, _ = make_store(tmp_path, pin="")
    assert not store.needs_pin
    assert contents(store.unlock("")) == SECRETS
    assert refused(store.unlock, PIN).code is Code.PIN_WRONG
    store.change_pin("", PIN)
    assert store.needs_pin
    assert contents(store.unlock(PIN)) == SECRETS


@pytest.mark.parametrize("pin", ["mật khẩu của tôi", "đường  ", "\ud800stray", "0" * 1000])
def test_a_pin_may_be_any_text_in_either_unicode_form(tmp_path: Path, pin: str) -> None:
    store, _ = make_store(tmp_path, pin=unicodedata.normalize("NFC", pin))
    assert contents(store.unlock(unicodedata.normalize("NFD", pin))) == SECRETS


def test_a_new_pin_replaces_the_old_and_keeps_recovery_code_and_secrets(tmp_path: Path) -> None:
    store, code = make_store(tmp_path)
    assert contents(store.change_pin(PIN, "mới 2026")) == SECRETS
    assert refused(store.unlock, PIN).code is Code.PIN_WRONG
    assert contents(store.unlock("mới 2026")) == SECRETS
    assert contents(store.unlock_with_recovery(code)) == SECRETS


def test_a_wrong_old_pin_changes_nothing_and_is_counted(tmp_path: Path) -> None:
    store, _ = make_store(tmp_path)
    assert refused(store.change_pin, "111111", "222222").parameters == {"left": 4}
    assert refused(store.unlock, "222222").parameters == {"left": 3}
    assert contents(store.unlock(PIN)) == SECRETS


def test_recovery_then_a_new_pin_ends_the_rest(tmp_path: Path) -> None:
    store, code = make_store(tmp_path)
    for _ in range(5):
        refused(store.unlock, "000000")
    store.replace_pin(store.unlock_with_recovery(code), "135790")
    assert store.seconds_locked() == 0
    assert contents(store.unlock("135790")) == SECRETS


def test_a_new_recovery_code_replaces_the_old(tmp_path: Path) -> None:
    store, old = make_store(tmp_path)
    new = store.renew_recovery_code(store.unlock(PIN))
    assert refused(store.unlock_with_recovery, old).code is Code.RECOVERY_CODE_WRONG
    assert contents(store.unlock_with_recovery(new)) == SECRETS
    assert contents(store.unlock(PIN)) == SECRETS


def test_secrets_can_be_added_and_are_never_replaced(tmp_path: Path) -> None:
    store, code = make_store(tmp_path)
    unlocked = store.add_secret(store.unlock(PIN), "kit-1", b"k" * 32)
    assert unlocked.secret("kit-1") == b"k" * 32
    assert contents(store.unlock(PIN)) == SECRETS | {"kit-1": b"k" * 32}
    assert contents(store.unlock_with_recovery(code)) == SECRETS | {"kit-1": b"k" * 32}
    with pytest.raises(ValueError, match="already"):
        store.add_secret(unlocked, "kit-1", b"other")
    with pytest.raises(ValueError, match="read again"):
        store.add_secret(unlocked, "Không hợp lệ", b"other")
    assert contents(store.unlock(PIN)) == SECRETS | {"kit-1": b"k" * 32}


def test_keys_of_one_store_do_not_write_into_another(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = make_store(tmp_path / "a")[0], make_store(tmp_path / "b")[0]
    with pytest.raises(ValueError, match="another store"):
        first.add_secret(second.unlock(PIN), "kit-1", b"k")
    with pytest.raises(ValueError, match="another store"):
        first.replace_pin(second.unlock(PIN), "135790")


def test_a_store_is_never_overwritten(tmp_path: Path) -> None:
    store, _ = make_store(tmp_path)
    with pytest.raises(LedgerError) as caught:
        make_store(tmp_path)
    assert caught.value.code is Code.FILE_EXISTS
    assert contents(store.unlock(PIN)) == SECRETS


@pytest.mark.parametrize("cost", [2**11, 2**19, 2**14 + 1, 0])
def test_costs_outside_the_limits_are_a_mistake_of_the_caller(tmp_path: Path, cost: int) -> None:
    with pytest.raises(ValueError, match="scrypt cost"):
        KeyStore.create(tmp_path / "keys.json", PIN, SECRETS, now=Clock(), cost=cost)
    assert not (tmp_path / "keys.json").exists()


def test_a_missing_file_and_a_missing_key_are_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError) as caught:
        KeyStore.open(tmp_path / "keys.json", now=Clock())
    assert caught.value.code is Code.KEY_MISSING
    assert caught.value.parameters == {"name": "keys.json"}
    store, _ = make_store(tmp_path)
    error = refused(store.unlock(PIN).secret, "root-1")
    assert error.code is Code.KEY_MISSING
    assert error.parameters == {"name": "root-1"}


def test_a_secret_of_another_kind_is_no_key(tmp_path: Path) -> None:
    store, _ = make_store(tmp_path)
    unlocked = store.add_secret(store.unlock(PIN), "odd", b"\xff" * 31)
    assert refused(unlocked.signing_key, "odd").code is Code.KEY_STORE_DAMAGED
    assert refused(unlocked.age_identity, "odd").code is Code.KEY_STORE_DAMAGED


def test_the_account_is_needed_besides_the_pin(tmp_path: Path) -> None:
    account = Account()
    store, code = make_store(tmp_path, protection=account)
    assert contents(store.unlock(PIN)) == SECRETS
    error = refused(store.unlock, "999999")
    assert (error.code, error.parameters) == (Code.PIN_WRONG, {"left": 4})
    elsewhere = KeyStore.open(tmp_path / "keys.json", now=Clock())
    assert refused(elsewhere.unlock, PIN).code is Code.KEY_STORE_FOREIGN
    stranger = KeyStore.open(tmp_path / "keys.json", now=Clock(), protection=Account())
    assert refused(stranger.unlock, PIN).code is Code.PIN_WRONG
    assert contents(elsewhere.unlock_with_recovery(code)) == SECRETS


def test_after_a_reset_password_the_recovery_code_binds_the_store_to_the_account_again(tmp_path: Path) -> None:
    account = Account()
    store, code = make_store(tmp_path, protection=account)
    account.lost = True
    for _ in range(6):
        assert refused(store.unlock, PIN).code is Code.KEY_STORE_FOREIGN
    account.lost = False
    account.key = b"n" * 32
    store.replace_pin(store.unlock_with_recovery(code), "135790")
    assert contents(store.unlock("135790")) == SECRETS


def test_nothing_secret_is_readable_in_the_file(tmp_path: Path) -> None:
    store, code = make_store(tmp_path)
    store.unlock(PIN)
    data = (tmp_path / "keys.json").read_bytes()
    for value in (*SECRETS.values(), PIN.encode(), code.encode(), code.replace("-", "").encode()):
        assert value not in data
        assert value.hex().encode() not in data


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are a POSIX notion")
def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    make_store(tmp_path)
    assert stat.S_IMODE((tmp_path / "keys.json").stat().st_mode) == 0o600


def test_what_is_printed_or_pickled_shows_no_secret(tmp_path: Path) -> None:
    store, _ = make_store(tmp_path)
    unlocked = store.unlock(PIN)
    assert repr(unlocked) == "UnlockedKeys(names=('office-age', 'office-signing'))"
    assert "keys.json" in repr(store)
    with pytest.raises(TypeError):
        pickle.dumps(unlocked)
    error = refused(store.unlock, "wrong pin")
    assert "wrong pin" not in str(error)


def test_two_stores_with_one_pin_share_no_byte_that_matters(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    codes = {make_store(tmp_path / name)[1] for name in ("a", "b")}
    files = [(tmp_path / name / "keys.json").read_bytes() for name in ("a", "b")]
    assert len(codes) == 2
    assert files[0] != files[1]


def test_a_right_pin_without_wrong_ones_before_writes_nothing(tmp_path: Path) -> None:
    store, _ = make_store(tmp_path)
    before = (tmp_path / "keys.json").stat()
    store.unlock(PIN)
    after = (tmp_path / "keys.json").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
