"""Windows' own protection, where there is Windows; elsewhere its absence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from export.trust.windows_protection import system_protection
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.unit.export.trust.key_store_examples import PIN, SECRETS, make_store


@pytest.mark.skipif(sys.platform == "win32", reason="there is such a protection")
def test_other_systems_offer_none() -> None:
    assert system_protection() is None


@pytest.mark.skipif(sys.platform != "win32", reason="needs Windows")
def test_protected_bytes_come_back_with_the_same_entropy_only() -> None:
    protection = system_protection()
    assert protection is not None
    for data in (b"m" * 32, b"\0" * 32, bytes(range(256))):
        protected = protection.protect(data, b"entropy")
        assert data not in protected
        assert protection.unprotect(protected, b"entropy") == data
        assert protection.unprotect(protected, b"another") is None


@pytest.mark.skipif(sys.platform != "win32", reason="needs Windows")
def test_a_store_bound_to_the_account(tmp_path: Path) -> None:
    store, code = make_store(tmp_path, protection=system_protection())
    assert store.unlock(PIN).secret("office-signing") == SECRETS["office-signing"]
    with pytest.raises(LedgerError) as caught:
        store.unlock("000000")
    assert caught.value.code is Code.PIN_WRONG
    assert store.unlock_with_recovery(code).names == tuple(sorted(SECRETS))
