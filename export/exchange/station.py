"""A station: one PC's ledger together with its keys and the trust it rests on; what every job of the exchange works with.

The libraries of cryptography are loaded by the first job that needs keys: a window that shows a list starts without them.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from storage.catalogue import Catalogue
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.identifiers import Clock, Identifiers
from storage.folders import Folders
from storage.ledger import Ledger, Role

if TYPE_CHECKING:
    from export.bundle.journal_bundle import AdmittedKey
    from export.trust.key_store import KeyStore, UnlockedKeys
    from export.trust.signing_keys import SigningKey
    from export.trust.trust_chain import TrustChain

TRUST, KIT_NUMBER, KIT_PAYLOAD = "trust", "kit", "kit_payload"
SIGN, AGE, AGE_RECOVERY, RECEIPT = "sign", "age", "age-recovery", "receipt"
ROOT_PREFIX, KIT_PREFIX = "root-", "kit-"


class Station:
    """Opens keys only when a job needs them; ``pin`` is asked for by calling ``unlock``."""

    def __init__(self, ledger: Ledger, *, pin: str | None = None) -> None:
        self.ledger = ledger
        self.catalogue = Catalogue(ledger)
        self._pin = pin

    @classmethod
    def open(
        cls, folders: Folders, *, clock: Clock, identifiers: Identifiers, pin: str | None = None, machine: str | None = None
    ) -> Station:
        """The station of a profile; decrypted leftovers of a run that was cut off are removed first."""
        shutil.rmtree(folders.temporary, ignore_errors=True)
        return cls(Ledger.open(folders, clock=clock, identifiers=identifiers, machine=machine), pin=pin)

    def __enter__(self) -> Station:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the ledger and leaves no decrypted content behind."""
        self.ledger.close()
        shutil.rmtree(self.ledger.folders.temporary, ignore_errors=True)

    def reload(self) -> None:
        """Forgets what was read of the programme, the offices and the trust, after a kit or new keys."""
        self.catalogue = Catalogue(self.ledger)
        for name in ("trust", "keys"):
            self.__dict__.pop(name, None)

    # Keys

    @cached_property
    def keys(self) -> UnlockedKeys:
        """The secrets of this station. Raises as ``key_store``, and PIN_WRONG, PIN_LOCKED."""
        return self.key_store.unlock(self._pin or "")

    def use_pin(self, pin: str) -> None:
        """The PIN with which the keys are opened when a job needs them; forgets keys opened before."""
        self._pin = pin
        self.__dict__.pop("keys", None)

    def unlock(self) -> None:
        """Opens the keys now, so that a wrong PIN is told before a long job begins. Raises as ``keys``."""
        _ = self.keys, self.trust

    @property
    def keys_are_open(self) -> bool:
        """Whether a job that needs keys would find them without a PIN being asked for. Raises as ``key_store``."""
        return "keys" in self.__dict__ or not self.key_store.needs_pin

    @property
    def key_store(self) -> KeyStore:
        """The store of this station. Raises KEYS_LOST at a centre without it, KEY_MISSING at an office, KEY_STORE_DAMAGED."""
        from export.trust.key_store import KeyStore
        from export.trust.windows_protection import system_protection

        if self.keys_are_lost:
            raise LedgerError(Code.KEYS_LOST)
        return KeyStore.open(self.ledger.folders.keys, now=self.ledger.clock, protection=system_protection())

    @property
    def keys_are_lost(self) -> bool:
        """Whether this is a centre without its key store, as after restoring a backup on another PC: see ``recovery``."""
        return self.ledger.role is Role.CENTRE and not self.ledger.folders.keys.exists()

    @property
    def signer(self) -> SigningKey:
        """The key with which this PC signs: an office its feed, a centre its receipts with the key that is in force.

        Raises as ``keys``; KEY_MISSING at a centre whose store does not hold the newest receipt key.
        """
        if self.ledger.role is Role.OFFICE:
            return self.keys.signing_key(SIGN)
        in_force = self.trust.newest.roles.receipt.keys
        own = (self.keys.signing_key(name) for name in self.keys.names if name.startswith(RECEIPT))
        found = next((key for key in own if key.keyid in in_force), None)
        if found is None:
            raise LedgerError(Code.KEY_MISSING, name=RECEIPT)
        return found

    @property
    def identities(self) -> list[str]:
        """The secrets that open what is encrypted for this station."""
        names = (AGE, AGE_RECOVERY) if self.ledger.role is Role.CENTRE else (AGE,)
        return [self.keys.age_identity(name) for name in names if name in self.keys.names]

    @property
    def own_recipients(self) -> frozenset[str]:
        """The recipient strings that mean this station."""
        from export.bundle.age_file import recipient_of

        recipients = {recipient_of(identity) for identity in self.identities}
        if self.ledger.role is Role.CENTRE:
            recipients |= self.trust.recipients_ever()
        return frozenset(recipients)

    # Trust

    @cached_property
    def trust(self) -> TrustChain:
        """The centre's trust documents that this station holds."""
        from export.trust.trust_chain import TrustChain

        lines = self.ledger.setting(TRUST).encode().splitlines()
        return TrustChain.load(lines, trusted_first_payload_digest=self.ledger.setting("trust_first"))

    @property
    def centre(self) -> str:
        """The code of the centre's office."""
        return self.ledger.setting("centre")

    @property
    def kit_number(self) -> int:
        """The number of the newest kit that this station has issued or taken in."""
        return int(self.ledger.setting(KIT_NUMBER, "0"))

    @property
    def centre_recipients(self) -> list[str]:
        """To whom an office encrypts: the centre's PC and the identity kept in a safe."""
        return [self.trust.newest.age.online, self.trust.newest.age.recovery]

    def admitted_keys(self) -> Mapping[str, AdmittedKey]:
        """Every key that the centre has admitted, by identifier, revoked ones with the last good entry of each feed."""
        from export.bundle.journal_bundle import AdmittedKey
        from export.trust.signing_keys import key_identifier

        revoked: dict[bytes, dict[bytes, int]] = {}
        for public, feed, last_good in self.ledger.db.execute(
            "SELECT a.public, f.feed, f.last_good FROM admission a JOIN feed f ON f.public = a.public"
            " WHERE a.revoked <> '' AND f.last_good IS NOT NULL"
        ).fetchall():
            revoked.setdefault(public, {})[feed] = last_good
        rows = self.ledger.db.execute("SELECT public, office, revoked FROM admission").fetchall()
        return {
            key_identifier(public): AdmittedKey(office, public, revoked.get(public, {}) if when else None)
            for public, office, when in rows
        }

    def office_recipients(self, office: str) -> list[str]:
        """The recipient strings of an office's keys that are in force. Raises ``LedgerError(KEY_UNKNOWN)``."""
        rows = self.ledger.db.execute(
            "SELECT DISTINCT age FROM admission WHERE office = ? AND revoked = '' ORDER BY age", [office]
        ).fetchall()
        if not rows:
            raise LedgerError(Code.KEY_UNKNOWN, office=office)
        return [row[0] for row in rows]


def keep_trust(ledger: Ledger, chain: TrustChain) -> None:
    """Keeps a verified chain; inside a ``write`` block."""
    ledger.set_within(TRUST, b"\n".join(chain.envelopes).decode())
    ledger.set_within("trust_first", chain.first_payload_digest)
