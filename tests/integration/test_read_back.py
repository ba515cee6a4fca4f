"""What was written is read again from the medium, and a medium that gives back anything else is told (guarantee G2)."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from export.bundle.envelope import PayloadKind
from export.bundle.sealed_file import SealedFile, compare_with_medium, write_sealed
from export.trust.signing_keys import SigningKey
from storage.domain.codes import Code
from storage.domain.errors import LedgerError


@pytest.fixture
def sealed(tmp_path: Path) -> SealedFile:
    return write_sealed(
        tmp_path / "stick" / "shd-kit-1.shd",
        kind=PayloadKind.KIT,
        members=(),
        payload=lambda _: b'{"format":1}',
        signers=[SigningKey(bytes(32))],
        recipients=(),
        temporary=tmp_path / "temporary",
    )


@pytest.fixture(autouse=True)
def stick(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()


def test_a_good_medium_gives_back_what_was_written(sealed: SealedFile) -> None:
    content = sealed.path.read_bytes()
    assert (len(content), sha256(content).digest()) == (sealed.size, sealed.sha256)
    compare_with_medium(sealed.path, size=sealed.size, sha256=sealed.sha256)


@pytest.mark.parametrize("place", [0, 100, -1])
def test_one_other_byte_is_told(sealed: SealedFile, place: int) -> None:
    content = bytearray(sealed.path.read_bytes())
    content[place] ^= 1
    sealed.path.write_bytes(content)
    _assert_told(sealed)


def test_a_lost_end_is_told(sealed: SealedFile) -> None:
    sealed.path.write_bytes(sealed.path.read_bytes()[:-1])
    _assert_told(sealed)


def test_a_stick_that_was_pulled_out_is_told(sealed: SealedFile) -> None:
    sealed.path.unlink()
    _assert_told(sealed)


def _assert_told(sealed: SealedFile) -> None:
    with pytest.raises(LedgerError) as told:
        compare_with_medium(sealed.path, size=sealed.size, sha256=sealed.sha256)
    assert told.value.code is Code.READ_BACK_DIFFERS
    assert told.value.parameters == {"file": sealed.path.name}
