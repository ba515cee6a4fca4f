"""Making a station: a centre with its keys and first trust document, or an office from a kit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from export.bundle.age_file import new_identity
from export.exchange.enrolment import create_office_keys, own_voice
from export.exchange.kits import Kit, keep_program_news, read_kit
from export.exchange.station import (
    AGE,
    AGE_RECOVERY,
    KIT_NUMBER,
    KIT_PAYLOAD,
    KIT_PREFIX,
    RECEIPT,
    ROOT_PREFIX,
    Station,
    keep_trust,
)
from export.exchange.sticks import stick_file, write_stick
from export.trust.key_store import KeyStore
from export.trust.signing_keys import SigningKey
from export.trust.trust_chain import TrustChain, build_trust, seal_trust
from export.trust.trust_payload import RoleKeys
from export.trust.windows_protection import system_protection
from storage.builtin import builtin_offices, builtin_programme
from storage.catalogue import keep_catalogue, parse_dates
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.identifiers import Clock, Identifiers
from storage.domain.office_file import offices_bytes, parse_offices
from storage.domain.programme import Programme
from storage.domain.programme_file import parse_programme, programme_bytes
from storage.folders import Folders
from storage.ledger import Ledger, Role
from storage.plan import Documents, problems_of


@dataclass(frozen=True, slots=True)
class CentreSetup:
    """What a new centre has to keep: the code on paper, the digits of the appointment letter, the sticks with root keys."""

    office: str
    organisation: str
    fingerprint: str
    recovery_code: str
    root_files: list[Path] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OfficeSetup:
    """What a new office has to do next: read ``voice`` to the centre; keep ``recovery_code`` on paper."""

    office: str
    voice: str
    fingerprint: str
    recovery_code: str


@dataclass(frozen=True, slots=True)
class SetupContext:
    """Where and with what a station is made."""

    folders: Folders
    clock: Clock
    identifiers: Identifiers
    pin: str = ""
    allow_empty_pin: bool = False
    machine: str | None = None


def set_up_centre(
    context: SetupContext,
    *,
    programme: bytes | None = None,
    offices: bytes | None = None,
    dates: bytes = b"{}",
    office: str = "",
    organisation: str = "",
    root_folders: Sequence[Path] = (),
) -> CentreSetup:
    """A new centre. Three ``root_folders`` (sticks) make a root of two out of three, one holds the only root key, none keeps
    one root key in the key store. Each stick holds the centre's second age identity too, and is read back and compared.

    ``office`` defaults to the office to which the programme's dated reports go. Raises ``LedgerError``: LEDGER_EXISTS,
    SCHEMA_*, PROGRAMME_*, OFFICE_UNKNOWN, PIN_TOO_SHORT, FILE_EXISTS, READ_BACK_DIFFERS.
    """
    plan = parse_programme(programme) if programme is not None else builtin_programme()
    register = parse_offices(offices) if offices is not None else builtin_offices()
    for problem in problems_of(Documents(plan, register, parse_dates(dates))):
        raise problem
    office = office or centre_of(plan)
    register.office(office)
    organisation = organisation or f"vn.shd.{plan.code.lower()}"
    _require_new(context.folders)
    random = context.identifiers.random
    authority = _Authority.make(random, sticks=max(len(root_folders), 1))
    identities = {AGE: new_identity(), AGE_RECOVERY: new_identity()}
    receipt = random(32)
    secrets = {RECEIPT: receipt, **{name: pair[0].encode() for name, pair in identities.items()}}
    if not root_folders:
        secrets |= authority.secrets(0)
    root_files = _write_sticks(context, authority, secrets[AGE_RECOVERY], root_folders)
    _, recovery_code = _create_store(context, context.folders.keys, secrets)
    payload = build_trust(
        org=organisation,
        root=RoleKeys([SigningKey(seed).public for seed in authority.roots]),
        kit=RoleKeys([SigningKey(seed).public for seed in authority.kits]),
        receipt=RoleKeys([SigningKey(receipt).public]),
        age_online=identities[AGE][1],
        age_recovery=identities[AGE_RECOVERY][1],
    )
    chain = TrustChain.load([seal_trust(payload, [SigningKey(seed) for seed in authority.roots])])
    ledger = _new_ledger(context, Role.CENTRE, organisation, office, SigningKey(receipt).public, identities[AGE][1])
    with ledger, ledger.write():
        keep_trust(ledger, chain)
        keep_catalogue(ledger, programme=programme_bytes(plan), offices=offices_bytes(register), dates=dates)
        ledger.set_within("centre", office)
    return CentreSetup(office, organisation, chain.fingerprint, recovery_code, root_files)


def set_up_office(context: SetupContext, *, kit: Path, office: str, fingerprint: str = "") -> OfficeSetup:
    """A new office from a kit; ``fingerprint`` (24 digits of the appointment letter) is compared when given.

    Raises ``LedgerError``: LEDGER_EXISTS, FINGERPRINT_WRONG, OFFICE_UNKNOWN, PIN_TOO_SHORT, and what ``read_kit`` raises.
    """
    _require_new(context.folders)
    content = read_kit(kit, temporary=context.folders.temporary, fingerprint=fingerprint)
    parse_offices(content.offices).office(office)
    keys = create_office_keys(
        context.folders.keys,
        context.pin,
        clock=context.clock,
        identifiers=context.identifiers,
        allow_empty=context.allow_empty_pin,
    )
    with _new_ledger(context, Role.OFFICE, content.manifest.org, office, keys.public, keys.recipient) as ledger:
        with ledger.write():
            keep_kit(ledger, content)
        station = Station(ledger)
        return OfficeSetup(office, own_voice(station), content.trust.fingerprint, keys.recovery_code)


def keep_kit(ledger: Ledger, kit: Kit) -> None:
    """Keeps the documents of a verified kit; inside a ``write`` block."""
    keep_trust(ledger, kit.trust)
    keep_catalogue(ledger, programme=kit.programme, offices=kit.offices, dates=kit.dates)
    ledger.set_within("centre", kit.manifest.centre)
    ledger.set_within(KIT_NUMBER, str(kit.manifest.no))
    ledger.set_within(KIT_PAYLOAD, kit.payload_digest.hex())
    keep_program_news(ledger, kit.manifest.program)


def centre_of(programme: Programme) -> str:
    """The office to which the dated reports of a programme go."""
    for duty in programme.duties:
        if duty.schedule is not None:
            return duty.to
    raise LedgerError(Code.SCHEMA_INVALID, at="duties", detail="no dated duty")


@dataclass(frozen=True, slots=True)
class _Authority:
    """Seeds of the root and kit roles, one of each a stick."""

    roots: list[bytes]
    kits: list[bytes]

    @classmethod
    def make(cls, random: object, *, sticks: int) -> _Authority:
        assert callable(random)  # noqa: S101 - a source of random bytes
        return cls([random(32) for _ in range(sticks)], [random(32) for _ in range(sticks)])

    def secrets(self, stick: int) -> dict[str, bytes]:
        return {f"{ROOT_PREFIX}{stick + 1}": self.roots[stick], f"{KIT_PREFIX}{stick + 1}": self.kits[stick]}


def _write_sticks(context: SetupContext, authority: _Authority, recovery: bytes, folders: Sequence[Path]) -> list[Path]:
    files = []
    for stick, folder in enumerate(folders):
        path = stick_file(folder, stick + 1)
        secrets = authority.secrets(stick) | {AGE_RECOVERY: recovery}
        write_stick(path, context.pin, secrets, clock=context.clock, allow_empty=context.allow_empty_pin)
        files.append(path)
    return files


def _create_store(context: SetupContext, path: Path, secrets: dict[str, bytes]) -> tuple[KeyStore, str]:
    path.parent.mkdir(parents=True, exist_ok=True)
    return KeyStore.create(
        path,
        context.pin,
        secrets,
        now=context.clock,
        protection=system_protection(),
        allow_empty=context.allow_empty_pin,
    )


def _require_new(folders: Folders) -> None:
    if folders.database.exists():
        raise LedgerError(Code.LEDGER_EXISTS, path=str(folders.database))
    folders.data.mkdir(parents=True, exist_ok=True)


def _new_ledger(context: SetupContext, role: Role, organisation: str, office: str, public: bytes, age: str) -> Ledger:
    return Ledger.create(
        context.folders,
        role=role,
        organisation=organisation,
        office=office,
        public=public,
        age=age,
        clock=context.clock,
        identifiers=context.identifiers,
        machine=context.machine,
    )
