"""The private keys of this PC in one file, opened by the PIN or by the printed recovery code.

A random master key seals every secret; slots seal the master key (the idea of LUKS), so that a new PIN or a new recovery code
rewrites one slot and no secret. The file is read afresh for each action: the window and a command may run side by side. A
store is never overwritten by a new one. Python cannot wipe memory: secrets stay in it while an ``UnlockedKeys`` lives. What the
keys are used for is not known here.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from export.trust import key_store_file as file_format
from export.trust import pin_tries, sealing
from export.trust.key_store_file import AccountSlot, KeyStoreFile, PinSlot, SealedSecret, Tries
from export.trust.recovery_code import new_recovery_code
from export.trust.sealing import Entropy
from export.trust.signing_keys import SEED_SIZE, SigningKey
from export.trust.windows_protection import DataProtection
from storage.atomic_file import write_atomically
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

MINIMUM_PIN = 6


class UnlockedKeys:
    """The opened secrets of one store, by name. Shows their names only and refuses to be pickled."""

    __slots__ = ("_master", "_secrets", "store")

    def __init__(self, *, store: str, master: bytes, secrets: Mapping[str, bytes]) -> None:
        self.store = store
        self._master = master
        self._secrets = dict(secrets)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all secrets, sorted."""
        return tuple(sorted(self._secrets))

    def secret(self, name: str) -> bytes:
        """Raises ``LedgerError`` KEY_MISSING (``name``)."""
        try:
            return self._secrets[name]
        except KeyError as error:
            raise LedgerError(Code.KEY_MISSING, name=name) from error

    def signing_key(self, name: str) -> SigningKey:
        """The key that grows from the 32-byte seed ``name``. Raises KEY_MISSING (``name``), KEY_STORE_DAMAGED."""
        seed = self.secret(name)
        if len(seed) != SEED_SIZE:
            raise LedgerError(Code.KEY_STORE_DAMAGED, detail=f"{name} is no seed: {len(seed)} bytes")
        return SigningKey(seed)

    def age_identity(self, name: str) -> str:
        """The age secret ``name`` as text (``AGE-SECRET-KEY-1…``). Raises KEY_MISSING (``name``), KEY_STORE_DAMAGED."""
        try:
            return self.secret(name).decode("ascii")
        except UnicodeDecodeError as error:
            raise LedgerError(Code.KEY_STORE_DAMAGED, detail=f"{name} is no age identity") from error

    def __repr__(self) -> str:
        return f"UnlockedKeys(names={self.names!r})"

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("opened keys are not serialised")


class KeyStore:
    """One file of keys. Every method reads it afresh and raises KEY_STORE_DAMAGED or KEY_MISSING as ``open`` does."""

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], datetime],
        protection: DataProtection | None = None,
        entropy: Entropy = os.urandom,
    ) -> None:
        self._path = path
        self._now = now
        self._protection = protection
        self._entropy = entropy

    @classmethod
    def create(
        cls,
        path: Path,
        pin: str,
        secrets: Mapping[str, bytes],
        *,
        now: Callable[[], datetime],
        protection: DataProtection | None = None,
        entropy: Entropy = os.urandom,
        cost: int = file_format.DEFAULT_COST,
        allow_empty: bool = False,
    ) -> tuple[KeyStore, str]:
        """Write a new store and return it with its recovery code, which is shown now and never again.

        ``now``: an aware clock. ``protection``: see ``system_protection``. ``cost``: scrypt's N, a power of two between 2**12
        and 2**18. ``allow_empty`` permits the empty PIN (the command line without a PIN file). Raises ``LedgerError``
        PIN_TOO_SHORT (``minimum``), FILE_EXISTS (``path``), or as ``write_atomically``.
        """
        _check_new_pin(pin, allow_empty=allow_empty)
        if not file_format.acceptable_cost(cost):
            raise ValueError(f"scrypt cost {cost}")
        if path.exists():
            raise LedgerError(Code.FILE_EXISTS, path=str(path))
        master, store, code = entropy(sealing.MASTER_SIZE), entropy(16).hex(), new_recovery_code(entropy)
        access = sealing.make_access_slot(pin, master, store, cost=cost, entropy=entropy, protection=protection)
        content = KeyStoreFile(
            format=file_format.FORMAT,
            checksum="",
            store=store,
            access=access,
            recovery=sealing.make_recovery_slot(code, master, store, entropy=entropy),
            secrets={name: sealing.seal_secret(master, name, value, store, entropy=entropy) for name, value in secrets.items()},
            tries=Tries(),
        )
        key_store = cls(path, now=now, protection=protection, entropy=entropy)
        key_store._write(content)
        return key_store, code

    @classmethod
    def open(
        cls, path: Path, *, now: Callable[[], datetime], protection: DataProtection | None = None, entropy: Entropy = os.urandom
    ) -> KeyStore:
        """A store that exists. Raises KEY_MISSING (``name`` of the file), FILE_UNREADABLE (``path``), KEY_STORE_DAMAGED."""
        file_format.read(path)
        return cls(path, now=now, protection=protection, entropy=entropy)

    @property
    def needs_pin(self) -> bool:
        """False for a store made with the empty PIN: ``unlock("")`` opens it."""
        return not file_format.read(self._path).access.empty

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the secrets in the file, sorted; no PIN needed."""
        return tuple(sorted(file_format.read(self._path).secrets))

    def seconds_locked(self) -> int:
        """How long until the next PIN may be tried; 0 = now."""
        return self._settle(file_format.read(self._path), self._seconds())[1]

    def unlock(self, pin: str) -> UnlockedKeys:
        """Raises ``LedgerError`` PIN_WRONG (``left`` tries), PIN_LOCKED (``seconds``), KEY_STORE_FOREIGN (another account).

        A text too short to be any PIN is refused with PIN_TOO_SHORT (``minimum``) and not counted.
        """
        content = file_format.read(self._path)
        now = self._seconds()
        tries, waiting = self._settle(content, now)
        if waiting:
            raise pin_tries.refusal(tries, now)
        if not content.access.empty:
            _check_new_pin(pin, allow_empty=False)
        master = self._open_access(content, pin)
        if master is None:
            tries = pin_tries.after_wrong_pin(tries, now)
            self._write(msgspec.structs.replace(content, tries=tries))
            raise pin_tries.refusal(tries, now)
        if content.tries != Tries():
            self._write(msgspec.structs.replace(content, tries=Tries()))
        return _open_all(content, master)

    def unlock_with_recovery(self, code: str) -> UnlockedKeys:
        """Open by the printed code, also while the PIN rests; set a new PIN with ``replace_pin`` afterwards.

        Raises ``LedgerError`` RECOVERY_CODE_FORMAT (``characters``, ``expected``, ``position``), RECOVERY_CODE_WRONG.
        """
        content = file_format.read(self._path)
        master = sealing.open_recovery_slot(content.recovery, code, content.store)
        if master is None:
            raise LedgerError(Code.RECOVERY_CODE_WRONG)
        return _open_all(content, master)

    def change_pin(self, old: str, new: str, *, allow_empty: bool = False) -> UnlockedKeys:
        """Raises as ``unlock`` for ``old`` (wrong ones are counted) and PIN_TOO_SHORT for ``new``."""
        _check_new_pin(new, allow_empty=allow_empty)
        unlocked = self.unlock(old)
        self.replace_pin(unlocked, new, allow_empty=allow_empty)
        return unlocked

    def replace_pin(self, unlocked: UnlockedKeys, new: str, *, allow_empty: bool = False) -> None:
        """A new PIN without the old one, for instance after recovery or on another account. Ends a rest."""
        _check_new_pin(new, allow_empty=allow_empty)
        content = self._read_own(unlocked)
        access = sealing.make_access_slot(
            new,
            unlocked._master,
            content.store,
            cost=content.access.hash.cost,
            entropy=self._entropy,
            protection=self._protection,
        )
        self._write(msgspec.structs.replace(content, access=access, tries=Tries()))

    def renew_recovery_code(self, unlocked: UnlockedKeys) -> str:
        """A new recovery code; the old sheet of paper opens nothing any more (older copies of the file it still opens)."""
        content = self._read_own(unlocked)
        code = new_recovery_code(self._entropy)
        slot = sealing.make_recovery_slot(code, unlocked._master, content.store, entropy=self._entropy)
        self._write(msgspec.structs.replace(content, recovery=slot))
        return code

    def add_secret(self, unlocked: UnlockedKeys, name: str, value: bytes) -> UnlockedKeys:
        """Seal one more secret and return the keys with it. An existing name is never replaced: ``ValueError``."""
        content = self._read_own(unlocked)
        if name in content.secrets:
            raise ValueError(f"the store already has {name}")
        sealed = sealing.seal_secret(unlocked._master, name, value, content.store, entropy=self._entropy)
        content = msgspec.structs.replace(content, secrets={**content.secrets, name: sealed})
        self._write(content)
        return _open_all(content, unlocked._master)

    def _settle(self, content: KeyStoreFile, now: int) -> tuple[Tries, int]:
        """The counter now and the seconds to wait; a rest that had to start again is written, else it would never end."""
        tries, waiting = pin_tries.rest(content.tries, now)
        if waiting and tries != content.tries:
            self._write(msgspec.structs.replace(content, tries=tries))
        return tries, waiting

    def _read_own(self, unlocked: UnlockedKeys) -> KeyStoreFile:
        content = file_format.read(self._path)
        if content.store != unlocked.store:
            raise ValueError("these keys were opened from another store")
        return content

    def _open_access(self, content: KeyStoreFile, pin: str) -> bytes | None:
        slot = content.access
        if isinstance(slot, PinSlot):
            return sealing.open_pin_slot(slot, pin, content.store)
        return self._open_account(slot, pin)

    def _open_account(self, slot: AccountSlot, pin: str) -> bytes | None:
        if self._protection is None:
            raise LedgerError(Code.KEY_STORE_FOREIGN, detail="the store is bound to a Windows account")
        master = sealing.open_account_slot(slot, pin, self._protection)
        if master is not None and len(master) != sealing.MASTER_SIZE:
            raise LedgerError(Code.KEY_STORE_DAMAGED, detail=f"master key of {len(master)} bytes")
        return master

    def _write(self, content: KeyStoreFile) -> None:
        data = file_format.encode(content)
        try:
            file_format.decode(data)
        except LedgerError as error:
            raise ValueError(f"not a key store that could be read again: {error.detail}") from error
        write_atomically(self._path, data, private=True)

    def _seconds(self) -> int:
        return max(int(self._now().timestamp()), 0)

    def __repr__(self) -> str:
        return f"KeyStore({str(self._path)!r})"


def _open_all(content: KeyStoreFile, master: bytes) -> UnlockedKeys:
    secrets = {name: _open_one(content, master, name, sealed) for name, sealed in content.secrets.items()}
    return UnlockedKeys(store=content.store, master=master, secrets=secrets)


def _open_one(content: KeyStoreFile, master: bytes, name: str, sealed: SealedSecret) -> bytes:
    value = sealing.open_secret(master, name, sealed, content.store)
    if value is None:
        raise LedgerError(Code.KEY_STORE_DAMAGED, detail=f"{name} was changed")
    return value


def _check_new_pin(pin: str, *, allow_empty: bool) -> None:
    """PIN rule: six or more characters, digits or any others; or none at all where that is allowed."""
    if allow_empty and not pin:
        return
    if len(unicodedata.normalize("NFC", pin)) < MINIMUM_PIN:
        raise LedgerError(Code.PIN_TOO_SHORT, minimum=MINIMUM_PIN)
