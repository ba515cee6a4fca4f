"""Renewing the centre's keys: the next trust document, signed by the root in force and by the root that follows it.

Receipt keys live in the centre's key store; root and kit keys there too, or on sticks, one of each role a stick. A stick is
known by its number, which is the place of its key in the role. Everything is verified in memory first; then the new keys are
written and read back; the ledger takes the document last, so that whatever fails before leaves the old keys in force. Offices
learn of it by the next kit: issuing that is the caller's next step.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from export.exchange.station import AGE_RECOVERY, KIT_PREFIX, RECEIPT, ROOT_PREFIX, Station, keep_trust
from export.exchange.sticks import read_authority, stick_file, write_stick
from export.trust.signing_keys import SigningKey, key_identifier
from export.trust.trust_chain import TrustChain, build_trust, seal_trust
from export.trust.trust_payload import RECEIPT_FEED, Revocation, RoleKeys, RoleName, TrustPayload
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import normalise
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.journal.entries import Noted
from storage.ledger import Role

SINCE, IN_FORCE = "trust_since", "keys_in_force"
MAX_REASON = 400
SETS_OF_STICKS = (1, 3)
"""How many sticks carry a role: one, or three of which two must sign."""
_PREFIXES = {RoleName.ROOT: ROOT_PREFIX, RoleName.KIT: KIT_PREFIX, RoleName.RECEIPT: f"{RECEIPT}-"}
_SIGNING = (ROOT_PREFIX, KIT_PREFIX, RECEIPT)


@dataclass(frozen=True, slots=True)
class Renewal:
    """What is to be renewed, and why: the reason travels to every office in the list of keys.

    ``stolen``: a receipt key loses what it signed, too; otherwise its receipts so far stay good. ``replaced``: the numbers of
    the sticks that are given up, the others keep their keys; none means all.
    """

    roles: frozenset[RoleName]
    why: str
    stolen: bool = False
    replaced: tuple[int, ...] = ()
    by: str = ""


@dataclass(frozen=True, slots=True)
class Sticks:
    """Folders of the sticks that sign (``present``) and of those that get new keys (``new``), and the PIN of all of them."""

    present: tuple[Path, ...] = ()
    new: tuple[Path, ...] = ()
    pin: str = ""


NO_STICKS = Sticks()


@dataclass(frozen=True, slots=True)
class Renewed:
    """The trust document in force now; keys by identifier; the files on the new sticks."""

    version: int
    made: list[str]
    ended: list[str]
    files: list[Path] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RoleStanding:
    """Who holds a role: identifiers in the order of the sticks; ``here`` says whether this PC's key store holds its key."""

    role: RoleName
    keys: tuple[str, ...]
    threshold: int
    here: bool


@dataclass(frozen=True, slots=True)
class TrustStanding:
    """The trust document in force; ``since`` is when it was made, empty when that is not known.

    ``keys_lost``: the ledger was restored without its key store; see ``recovery``.
    """

    version: int
    since: str
    fingerprint: str
    roles: tuple[RoleStanding, ...]
    keys_lost: bool = False


def trust_standing(station: Station) -> TrustStanding:
    """What is known of the centre's keys without opening them. Raises ``LedgerError``: KEY_STORE_DAMAGED."""
    content, ledger = station.trust.newest, station.ledger
    kept, lost = ledger.setting(IN_FORCE), station.keys_are_lost
    held = [] if lost else kept.split() or list(station.key_store.names)
    roles = tuple(
        RoleStanding(
            role,
            content.role(role).keys,
            content.role(role).threshold,
            here=any(name.startswith(_PREFIXES[role]) or (role is RoleName.RECEIPT and name == RECEIPT) for name in held),
        )
        for role in RoleName
    )
    since = ledger.setting(SINCE) or ledger.own_opening().at
    return TrustStanding(station.trust.version, since, station.trust.fingerprint, roles, keys_lost=lost)


def renew(station: Station, renewal: Renewal, *, sticks: Sticks = NO_STICKS, report: ProgressReporter = silent) -> Renewed:
    """Makes new keys and puts them in force. Without new sticks, keys that lie in the key store are renewed there.

    Raises ``LedgerError``: WRONG_ROLE, REASON_MISSING, STICKS_TOO_FEW (``needed``, ``found``) when a role would be held by
    fewer keys than now or the new sticks do not match, STICK_UNKNOWN (``no``), TRUST_THRESHOLD (``role``, ``needed``,
    ``found``) when too few root keys sign, FILE_EXISTS for a stick that carries keys already, KEY_*, PIN_*, disk errors.
    """
    station.ledger.require(Role.CENTRE)
    why = normalise(renewal.why).strip()[:MAX_REASON]
    if not why:
        raise LedgerError(Code.REASON_MISSING)
    if not renewal.roles:
        raise ValueError("nothing to renew")
    report(Progress(Stage.READING))
    making = Making.plan(station, renewal, sticks)
    present = [*_root_keys(station), *read_authority(sticks.present, sticks.pin, station.ledger.clock)]
    chain = making.signed(why, present)
    report(Progress(Stage.WRITING))
    files = making.write_sticks(sticks)
    try:
        names = making.write_store()
    except BaseException:
        _remove(files)
        raise
    report(Progress(Stage.COMMITTING))
    # From here on a failure may come after the commit: what lies on the sticks is no more thrown away.
    put_in_force(station, chain, names, f"{chain.version}: {why}", renewal.by)
    return Renewed(chain.version, making.made, making.ended, files)


@dataclass(frozen=True, slots=True)
class Making:
    """The new seeds of each role, in the places of the keys that they replace; ``age_online`` empty: it stays as it is."""

    station: Station
    content: TrustPayload
    renewal: Renewal
    seeds: Mapping[RoleName, dict[int, bytes]]
    on_sticks: bool
    age_online: str = ""

    @classmethod
    def plan(cls, station: Station, renewal: Renewal, sticks: Sticks) -> Making:
        """The new seeds of a renewal. Raises STICKS_TOO_FEW (``needed``, ``found``), STICK_UNKNOWN (``no``), PIN_*, KEY_*."""
        content = station.trust.newest
        random = station.ledger.identifiers.random
        seeds: dict[RoleName, dict[int, bytes]] = {}
        held = {station.keys.signing_key(name).keyid for name in station.keys.names if name.startswith(_SIGNING)}
        for role in sorted(renewal.roles):
            if role is not RoleName.RECEIPT and not sticks.new and not held & set(content.role(role).keys):
                # What lies on a stick does not move to this PC unasked.
                raise LedgerError(Code.STICKS_TOO_FEW, needed=len(content.role(role).keys), found=0)
            places = (0,) if role is RoleName.RECEIPT else _places(content, role, renewal.replaced, len(sticks.new))
            seeds[role] = {place: random(32) for place in places}
        return cls(station, content, renewal, seeds, on_sticks=bool(sticks.new))

    def publics(self, role: RoleName) -> RoleKeys:
        """The keys that are to hold a role."""
        old = [bytes.fromhex(self.content.keys[keyid].public) for keyid in self.content.role(role).keys]
        new = {place: SigningKey(seed).public for place, seed in self.seeds.get(role, {}).items()}
        if not new:
            return RoleKeys(old, self.content.role(role).threshold)
        if role is RoleName.RECEIPT or not self.renewal.replaced:
            return RoleKeys([new[place] for place in sorted(new)])
        return RoleKeys([new.get(place, public) for place, public in enumerate(old)], self.content.role(role).threshold)

    def signed(self, why: str, present: Sequence[SigningKey]) -> TrustChain:
        """The chain with the new document: refused here, if at all, before anything is written."""
        station = self.station
        root = self.publics(RoleName.ROOT)
        payload = build_trust(
            org=self.content.org,
            previous=station.trust.payload(station.trust.version),
            root=root,
            kit=self.publics(RoleName.KIT),
            receipt=self.publics(RoleName.RECEIPT),
            age_online=self.age_online or self.content.age.online,
            age_recovery=self.content.age.recovery,
            revoked=[*self.content.revoked, *self._revocations(why)],
        )
        wanted = {*station.trust.role_keys(RoleName.ROOT), *map(key_identifier, root.publics)}
        new = [SigningKey(seed) for seed in self.seeds.get(RoleName.ROOT, {}).values()]
        signers = {key.keyid: key for key in [*present, *new] if key.keyid in wanted}
        if not signers:
            needed = self.content.role(RoleName.ROOT).threshold
            raise LedgerError(Code.TRUST_THRESHOLD, role=str(RoleName.ROOT), needed=needed, found=0)
        return station.trust.extend([seal_trust(payload, list(signers.values()))])

    @property
    def made(self) -> list[str]:
        """The identifiers of the new keys."""
        return [SigningKey(seed).keyid for seeds in self.seeds.values() for seed in seeds.values()]

    @property
    def ended(self) -> list[str]:
        """The identifiers of the keys that hold no role any more."""
        before = dict.fromkeys(keyid for role in RoleName for keyid in self.content.role(role).keys)
        after = {key_identifier(public) for role in RoleName for public in self.publics(role).publics}
        return [keyid for keyid in before if keyid not in after]

    def _revocations(self, why: str) -> list[Revocation]:
        """What an ended receipt key has signed stays good, unless it was stolen; newer kits replace what the others signed."""
        receipt = self.content.role(RoleName.RECEIPT).keys
        last = int(self.station.ledger.db.execute("SELECT coalesce(max(no), 0) FROM receipt WHERE own = 1").fetchone()[0])
        good = {} if self.renewal.stolen else {RECEIPT_FEED: last}
        return [Revocation(keyid, good if keyid in receipt else {}, why) for keyid in self.ended]

    # Writing

    def write_sticks(self, sticks: Sticks) -> list[Path]:
        """Each new stick with its keys, read back and opened. Raises as ``KeyStore.create``, and READ_BACK_DIFFERS."""
        files: list[Path] = []
        places = sorted({place for role in (RoleName.ROOT, RoleName.KIT) for place in self.seeds.get(role, {})})
        if not self.on_sticks or not places:
            return files
        try:
            for place, folder in zip(places, sticks.new, strict=True):
                path, store = stick_file(folder, place + 1), self.station.key_store
                secrets, clock = self._of_stick(place), self.station.ledger.clock
                write_stick(path, sticks.pin, secrets, clock=clock, allow_empty=not store.needs_pin)
                files.append(path)
        except BaseException:
            _remove(files)
            raise
        return files

    def _of_stick(self, place: int) -> dict[str, bytes]:
        roles, keys = (RoleName.ROOT, RoleName.KIT), self.station.keys
        made = {f"{_PREFIXES[role]}{place + 1}": self.seeds[role][place] for role in roles if place in self.seeds.get(role, {})}
        # With a root key goes what opens the centre's mail, so that the sticks alone are enough when this PC is gone.
        opens = AGE_RECOVERY in keys.names and place in self.seeds.get(RoleName.ROOT, {})
        return made | ({AGE_RECOVERY: keys.secret(AGE_RECOVERY)} if opens else {})

    def write_store(self) -> list[str]:
        """Adds what belongs into the key store, under names not used before; answers the names in force there."""
        station = self.station
        in_force = {key_identifier(public) for role in RoleName for public in self.publics(role).publics}
        unlocked, store = station.keys, station.key_store
        for role, seeds in self.seeds.items():
            if role is not RoleName.RECEIPT and self.on_sticks:
                continue
            for seed in seeds.values():
                unlocked = store.add_secret(unlocked, _free_name(unlocked.names, _PREFIXES[role]), seed)
        signing = [name for name in unlocked.names if name.startswith(_SIGNING)]
        return [name for name in signing if unlocked.signing_key(name).keyid in in_force]


def _places(content: TrustPayload, role: RoleName, replaced: Collection[int], sticks: int) -> tuple[int, ...]:
    """The places of a role that get new keys, counted from 0."""
    count = len(content.role(role).keys)
    if replaced:
        unknown = [number for number in replaced if not 1 <= number <= count]
        if unknown:
            raise LedgerError(Code.STICK_UNKNOWN, no=unknown[0])
        if len(set(replaced)) != sticks:
            raise LedgerError(Code.STICKS_TOO_FEW, needed=len(set(replaced)), found=sticks)
        return tuple(sorted({number - 1 for number in replaced}))
    made = sticks or 1
    if made < count or made not in SETS_OF_STICKS:
        raise LedgerError(Code.STICKS_TOO_FEW, needed=count if made < count else max(SETS_OF_STICKS), found=sticks)
    return tuple(range(made))


def _root_keys(station: Station) -> list[SigningKey]:
    return [station.keys.signing_key(name) for name in station.keys.names if name.startswith(ROOT_PREFIX)]


def _free_name(names: Sequence[str], prefix: str) -> str:
    number = 1
    while f"{prefix}{number}" in names:
        number += 1
    return f"{prefix}{number}"


def _remove(files: Sequence[Path]) -> None:
    for path in files:
        with suppress(OSError):
            path.unlink()


def put_in_force(station: Station, chain: TrustChain, names: Sequence[str], said: str, by: str) -> None:
    """The ledger takes a new trust document, and ``names``: the secrets of the key store that are in force by it."""
    ledger = station.ledger
    with ledger.write():
        keep_trust(ledger, chain)
        ledger.set_within(SINCE, ledger.now())
        ledger.set_within(IN_FORCE, " ".join(names))
        ledger.append_within(Noted(text=said, at=ledger.now(), by=by))
    station.reload()
