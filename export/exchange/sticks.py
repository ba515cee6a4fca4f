"""Sticks that hold keys of the centre: one key store file each, with a root key, a kit key and the centre's second identity.

The second age identity opens whatever was sent to the centre when the PC with ``keys.json`` is gone; sticks made before it was
kept there have none and stay good for signing. Which keys are in force is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from export.exchange.station import AGE_RECOVERY, KIT_PREFIX, ROOT_PREFIX
from export.trust.key_store import KeyStore
from export.trust.signing_keys import SigningKey
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.identifiers import Clock

_FILES = "root-key-*.json"
_SIGNING = (ROOT_PREFIX, KIT_PREFIX)


@dataclass(frozen=True, slots=True)
class StickKeys:
    """Root and kit keys that sign; the age identities that open what was sent to the centre (usually one and the same)."""

    signing: list[SigningKey]
    identities: list[str]


def read_sticks(folders: Sequence[Path], pin: str, clock: Clock) -> StickKeys:
    """Everything on the sticks. Raises ``LedgerError``: KEY_STORE_DAMAGED, FILE_UNREADABLE, PIN_WRONG, PIN_LOCKED."""
    signing: list[SigningKey] = []
    identities: list[str] = []
    for folder in folders:
        for path in sorted(folder.glob(_FILES)):
            unlocked = KeyStore.open(path, now=clock).unlock(pin)
            signing += [unlocked.signing_key(name) for name in unlocked.names if name.startswith(_SIGNING)]
            identities += [unlocked.age_identity(name) for name in unlocked.names if name == AGE_RECOVERY]
    return StickKeys(signing, identities)


def read_authority(folders: Sequence[Path], pin: str, clock: Clock) -> list[SigningKey]:
    """The root and kit keys on sticks, nothing else of them. Raises as ``read_sticks``."""
    return read_sticks(folders, pin, clock).signing


def stick_file(folder: Path, number: int) -> Path:
    """Where stick ``number`` (from 1) keeps its keys."""
    return folder / f"root-key-{number}.json"


def write_stick(path: Path, pin: str, secrets: Mapping[str, bytes], *, clock: Clock, allow_empty: bool) -> None:
    """Writes a stick, reads it back and compares. Raises as ``KeyStore.create``, and READ_BACK_DIFFERS (``file``)."""
    # A stick is opened on whatever PC the signers meet at, so it is bound to the PIN and not to a Windows account.
    KeyStore.create(path, pin, secrets, now=clock, allow_empty=allow_empty)
    read = KeyStore.open(path, now=clock).unlock(pin)
    if any(read.secret(name) != secret for name, secret in secrets.items()):
        raise LedgerError(Code.READ_BACK_DIFFERS, file=path.name)
