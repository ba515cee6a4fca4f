"""A centre whose key store is gone with its PC: new keys, made from what the sticks hold.

The ledger came back from a backup, which holds no keys. The root keys on the sticks sign the next trust document, with a new
receipt key and a new online identity; the second identity, which every bundle is encrypted to, comes from the sticks and stays.
So what was sealed before is opened by the sticks' identity, and what is sealed after the next kit by the new one too. The rules
of a renewal are those of ``rotation``; nothing here decides them again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from export.bundle.age_file import new_identity, recipient_of
from export.exchange.kits import read_kit
from export.exchange.rotation import MAX_REASON, Making, Renewal, put_in_force
from export.exchange.station import AGE, AGE_RECOVERY, RECEIPT, Station, keep_trust
from export.exchange.sticks import read_sticks
from export.trust.key_store import KeyStore
from export.trust.trust_payload import RoleName
from export.trust.windows_protection import system_protection
from storage.atomic_file import write_atomically
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import normalise
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.ledger import Ledger, Role


@dataclass(frozen=True, slots=True)
class KeysLost:
    """What is at hand: folders of the sticks and their PIN, the PIN of the new key store, the reason that offices read.

    ``stolen``: the PC may be in foreign hands, so what the old receipt key has signed counts no more. ``kit``: the newest kit,
    wanted when keys were renewed after the backup was made: it brings the trust documents that the offices hold.
    """

    sticks: tuple[Path, ...]
    sticks_pin: str
    pin: str
    why: str
    stolen: bool = False
    kit: Path | None = None
    allow_empty_pin: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class Recovered:
    """The trust document in force now; keys by identifier; the code that is shown once. A kit has to tell the offices."""

    version: int
    made: list[str]
    ended: list[str]
    recovery_code: str


def recover_keys(station: Station, lost: KeysLost, *, report: ProgressReporter = silent) -> Recovered:
    """Makes the key store of a centre anew; afterwards the station's keys are open.

    Everything is verified in memory first. The store is written beside its place and read back, the ledger takes the document,
    and the store goes to its place last: cut off anywhere, the whole can be done again. Raises ``LedgerError``: WRONG_ROLE,
    KEYS_PRESENT, REASON_MISSING, PIN_TOO_SHORT, PIN_WRONG, PIN_LOCKED, TRUST_THRESHOLD (``role``, ``needed``, ``found``) when
    too few root keys are on the sticks, RECOVERY_KEY_MISSING, READ_BACK_DIFFERS, KEY_STORE_DAMAGED, disk errors; what
    ``read_kit`` raises for the kit, whose trust documents are kept even if the rest is refused.
    """
    ledger = station.ledger
    ledger.require(Role.CENTRE)
    if not station.keys_are_lost:
        raise LedgerError(Code.KEYS_PRESENT, detail=str(ledger.folders.keys))
    why = normalise(lost.why).strip()[:MAX_REASON]
    if not why:
        raise LedgerError(Code.REASON_MISSING)
    report(Progress(Stage.READING))
    if lost.kit is not None:
        _take_trust(station, lost.kit)
    sticks = read_sticks(lost.sticks, lost.sticks_pin, ledger.clock)
    identity, recipient = new_identity()
    seed = ledger.identifiers.random(32)
    making = Making(
        station,
        station.trust.newest,
        Renewal(frozenset({RoleName.RECEIPT}), why, stolen=lost.stolen, by=lost.by),
        {RoleName.RECEIPT: {0: seed}},
        on_sticks=False,
        age_online=recipient,
    )
    chain = making.signed(why, sticks.signing)
    recovery = _matching(sticks.identities, chain.newest.age.recovery)
    report(Progress(Stage.WRITING))
    secrets = {RECEIPT: seed, AGE: identity.encode(), AGE_RECOVERY: recovery.encode()}
    code = _write_store(ledger, secrets, lost)
    report(Progress(Stage.COMMITTING))
    put_in_force(station, chain, [RECEIPT], f"{chain.version}: {why}", lost.by)
    _put_in_place(ledger)
    station.use_pin(lost.pin)
    station.unlock()
    return Recovered(chain.version, making.made, making.ended, code)


def _take_trust(station: Station, path: Path) -> None:
    """The trust documents of a kit, which continue those of the ledger; its plan is left aside."""
    ledger = station.ledger
    kit = read_kit(path, temporary=ledger.folders.temporary, known=station.trust)
    with ledger.write():
        keep_trust(ledger, kit.trust)
    station.reload()


def _matching(identities: Sequence[str], recipient: str) -> str:
    """The identity that opens what is encrypted to ``recipient``."""
    for identity in identities:
        if recipient_of(identity) == recipient:
            return identity
    raise LedgerError(Code.RECOVERY_KEY_MISSING, detail=f"{len(identities)} identities, none for {recipient}")


def _write_store(ledger: Ledger, secrets: dict[str, bytes], lost: KeysLost) -> str:
    """The new store beside its place, read back; answers its recovery code."""
    path = ledger.folders.keys_in_making
    path.unlink(missing_ok=True)  # of an attempt that was cut off: no kit has told anybody of its keys
    protection = system_protection()
    _, code = KeyStore.create(
        path, lost.pin, secrets, now=ledger.clock, protection=protection, allow_empty=lost.allow_empty_pin
    )
    read = KeyStore.open(path, now=ledger.clock, protection=protection).unlock(lost.pin)
    if any(read.secret(name) != secret for name, secret in secrets.items()):
        raise LedgerError(Code.READ_BACK_DIFFERS, file=path.name)
    return code


def _put_in_place(ledger: Ledger) -> None:
    made = ledger.folders.keys_in_making
    write_atomically(ledger.folders.keys, made.read_bytes(), private=True)
    made.unlink()
