"""The centre's PC is gone with its keys; the backup of the ledger and the sticks in the safe are enough to go on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from export.bundle.age_file import recipient_of
from export.bundle.envelope import PayloadKind
from export.bundle.manifest import encode_payload
from export.bundle.sealed_file import write_sealed
from export.exchange import kits, receipts, recovery
from export.exchange.recovery import KeysLost, Recovered, recover_keys
from export.exchange.rotation import Renewal, Sticks, renew, trust_standing
from export.exchange.setup import set_up_centre, set_up_office
from export.exchange.station import AGE, AGE_RECOVERY, Station
from export.exchange.sticks import read_authority, read_sticks
from export.exchange.verifying import verify_any
from export.trust.key_store import KeyStore, UnlockedKeys
from export.trust.trust_payload import RoleName
from storage.backup import back_up, restore
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.identifiers import TimeOrderedIdentifiers
from tests.end_to_end.adversity.province import OFFICE_A, PIN, ManualClock, Pc, context
from tests.end_to_end.adversity.told import assert_outcome, code_of

STICKS_PIN, NEW_PIN, WHY = PIN, "654321", "máy trung tâm hỏng"


class Safe:
    """A centre with its root on sticks, and one office that is enrolled."""

    def __init__(self, root: Path, sticks: int) -> None:
        self.root, self.clock = root, ManualClock()
        self.centre, self.office = (Pc(name, root, self.clock, f"machine-{name}") for name in ("centre", "office"))
        self.sticks = tuple(self.folder(f"stick-{number}") for number in range(1, sticks + 1))
        set_up_centre(context(self.centre), root_folders=self.sticks)
        self.backup = root / "backup.db"

    @classmethod
    def build(cls, root: Path, sticks: int) -> Safe:
        made = cls(root, sticks)
        set_up_office(context(made.office), kit=made.kit(), office=OFFICE_A)
        made.centre.enrol(made.office)
        return made

    def folder(self, name: str) -> Path:
        path = self.root / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    def kit(self, pc: Pc | None = None) -> Path:
        more = read_authority(self.sticks, STICKS_PIN, self.clock)
        return kits.issue_kit((pc or self.centre).station, self.folder("kits"), more_keys=more).path

    def lose_the_pc(self) -> Pc:
        """What is left of the centre on another PC: the ledger, out of its backup."""
        back_up(self.centre.ledger, self.backup)
        self.centre.close()
        shutil.rmtree(self.centre.folders.data)
        heir = Heir("heir", self.root, self.clock, "machine-heir")
        restore(heir.folders, self.backup, clock=self.clock)
        return heir

    def lost(self, *sticks: Path) -> KeysLost:
        return KeysLost(sticks=sticks, sticks_pin=STICKS_PIN, pin=NEW_PIN, why=WHY)

    def close(self) -> None:
        self.centre.close()
        self.office.close()


class Heir(Pc):
    """A PC whose keys have another PIN, or are not there."""

    @property
    def station(self) -> Station:
        if self._station is None:
            self._station = Station.open(
                self.folders,
                clock=self.clock,
                identifiers=TimeOrderedIdentifiers(self.clock),
                pin=NEW_PIN,
                machine=self.machine,
            )
        return self._station


@pytest.fixture(scope="session")
def built_safe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("safe")
    Safe.build(root, 3).close()
    return root


@pytest.fixture
def safe(built_safe: Path, tmp_path: Path) -> Iterator[Safe]:
    root = tmp_path / "s"
    shutil.copytree(built_safe, root)
    made = object.__new__(Safe)
    made.root, made.clock, made.backup = root, ManualClock(), root / "backup.db"
    made.centre, made.office = (Pc(name, root, made.clock, f"machine-{name}") for name in ("centre", "office"))
    made.sticks = tuple(root / f"stick-{number}" for number in (1, 2, 3))
    yield made
    made.close()


def refused(action: Callable[[], object]) -> Code:
    with pytest.raises(LedgerError) as raised:
        action()
    return code_of(raised)


def test_two_of_three_sticks_and_a_backup_are_enough(safe: Safe) -> None:
    safe.office.record("trước bản sao lưu")
    safe.centre.take(*safe.office.seal("first"))
    early = safe.centre.receipt()
    old_receipt_key = safe.centre.station.signer
    safe.office.record("đang trên đường")
    (on_the_way,) = safe.office.seal("second")
    heir = safe.lose_the_pc()
    before = heir.station.trust.newest
    assert trust_standing(heir.station).keys_lost

    done = recover_keys(heir.station, safe.lost(safe.sticks[0], safe.sticks[2]))

    after = heir.station.trust.newest
    assert (done.version, len(done.made), done.ended) == (2, 1, [old_receipt_key.keyid])
    assert heir.station.signer.keyid == done.made[0]
    assert after.age.recovery == before.age.recovery
    assert after.age.online != before.age.online
    assert not heir.station.keys_are_lost
    assert not heir.folders.keys_in_making.exists()
    heir.close()  # and after a new start, from the disk alone
    assert not trust_standing(heir.station).keys_lost
    assert heir.station.keys.names == ("age", "age-recovery", "receipt")
    assert heir.station.key_store.unlock_with_recovery(done.recovery_code).names == heir.station.keys.names

    (outcome,) = heir.take(on_the_way)  # encrypted to the identity that is gone and to the one of the sticks
    assert_outcome(outcome, Code.BUNDLE_IMPORTED)
    assert heir.titles() == ["trước bản sao lưu", "đang trên đường"]
    assert verify_any(heir.station, on_the_way).code is Code.BUNDLE_VERIFIED

    late = heir.receipt()
    assert refused(lambda: safe.office.receive(late)) is Code.BUNDLE_UNKNOWN_KEY
    assert safe.office.receive(safe.kit(heir)).code is Code.KIT_ACCEPTED
    assert verify_any(safe.office.station, early).code is Code.BUNDLE_VERIFIED
    assert safe.office.receive(early).code is Code.RECEIPT_ACCEPTED
    assert safe.office.receive(late).code is Code.RECEIPT_ACCEPTED
    forged = write_sealed(
        safe.root / "forged.shd",
        kind=PayloadKind.RECEIPT,
        members=(),
        payload=lambda _: encode_payload(receipts.build_receipt(heir.station, OFFICE_A)),
        signers=[old_receipt_key],
        recipients=heir.station.office_recipients(OFFICE_A),
        temporary=safe.root / "temporary",
    ).path
    assert refused(lambda: safe.office.receive(forged)) is Code.RECEIPT_KEY_ENDED

    safe.office.record("bằng gói cấu hình mới")
    (sealed,) = safe.office.seal("third")
    identity = heir.station.keys.age_identity(AGE)
    assert recipient_of(identity) in safe.office.station.centre_recipients
    heir.station.__dict__["keys"] = _without(heir.station.keys, AGE_RECOVERY)
    (outcome,) = heir.take(sealed)  # the new online identity opens it alone
    assert_outcome(outcome, Code.BUNDLE_IMPORTED)
    assert safe.office.receive(heir.receipt()).code is Code.RECEIPT_ACCEPTED
    assert heir.is_sound()
    heir.close()


def _without(keys: UnlockedKeys, name: str) -> UnlockedKeys:
    kept = {each: keys.secret(each) for each in keys.names if each != name}
    return UnlockedKeys(store=keys.store, master=b"", secrets=kept)


def test_a_single_stick_is_enough_where_there_is_one(tmp_path: Path) -> None:
    safe = Safe.build(tmp_path / "một", 1)
    safe.office.record("một")
    (bundle,) = safe.office.seal("usb")
    heir = safe.lose_the_pc()
    assert recover_keys(heir.station, safe.lost(*safe.sticks)).version == 2
    (outcome,) = heir.take(bundle)
    assert_outcome(outcome, Code.BUNDLE_IMPORTED)
    assert safe.office.receive(safe.kit(heir)).code is Code.KIT_ACCEPTED
    assert safe.office.receive(heir.receipt()).code is Code.RECEIPT_ACCEPTED
    fresh = Pc("fresh", safe.root, safe.clock, "machine-fresh")
    set_up_office(context(fresh), kit=safe.kit(heir), office="UBND-NH")
    assert heir.enrol(fresh).office == "UBND-NH"
    for pc in (heir, fresh, safe.office):
        pc.close()


def test_a_stolen_pc_takes_its_receipts_along(safe: Safe) -> None:
    safe.office.record("một")
    safe.centre.take(*safe.office.seal("first"))
    early = safe.centre.receipt()
    heir = safe.lose_the_pc()
    recover_keys(heir.station, replace(safe.lost(*safe.sticks[:2]), stolen=True))
    safe.office.receive(safe.kit(heir))
    assert refused(lambda: safe.office.receive(early)) is Code.RECEIPT_KEY_ENDED
    assert safe.office.receive(heir.receipt()).code is Code.RECEIPT_ACCEPTED
    heir.close()


class TestRefusals:
    """Nothing is changed by what cannot be done."""

    def unchanged(self, heir: Pc) -> None:
        heir.close()
        assert heir.station.trust.version == 1
        assert heir.station.keys_are_lost
        assert not heir.folders.keys_in_making.exists()
        heir.close()

    def test_while_the_keys_are_there(self, safe: Safe) -> None:
        keys = safe.centre.folders.keys.read_bytes()
        assert refused(lambda: recover_keys(safe.centre.station, safe.lost(*safe.sticks))) is Code.KEYS_PRESENT
        assert safe.centre.folders.keys.read_bytes() == keys
        assert safe.centre.station.trust.version == 1

    def test_at_an_office(self, safe: Safe) -> None:
        station = safe.office.station
        safe.office.folders.keys.unlink()
        assert refused(lambda: recover_keys(station, safe.lost(*safe.sticks))) is Code.WRONG_ROLE
        assert not safe.office.station.keys_are_lost

    @pytest.mark.parametrize("sticks", [(), (0,), (1, 1)], ids=["none", "one", "one twice"])
    def test_with_too_few_sticks(self, safe: Safe, sticks: tuple[int, ...]) -> None:
        heir = safe.lose_the_pc()
        lost = safe.lost(*(safe.sticks[stick] for stick in sticks))
        assert refused(lambda: recover_keys(heir.station, lost)) is Code.TRUST_THRESHOLD
        self.unchanged(heir)

    def test_with_the_sticks_of_another_centre(self, safe: Safe, tmp_path: Path) -> None:
        other = Safe(tmp_path / "khác", 1)
        heir = safe.lose_the_pc()
        assert refused(lambda: recover_keys(heir.station, safe.lost(*other.sticks))) is Code.TRUST_THRESHOLD
        lost = safe.lost(*other.sticks, *safe.sticks[:2])
        assert recover_keys(heir.station, lost).version == 2, "a foreign stick among them does no harm"
        heir.close()

    def test_with_a_wrong_pin_or_none_that_is_long_enough(self, safe: Safe) -> None:
        heir, lost = safe.lose_the_pc(), safe.lost(*safe.sticks[:2])
        assert refused(lambda: recover_keys(heir.station, replace(lost, sticks_pin="999999"))) is Code.PIN_WRONG
        assert refused(lambda: recover_keys(heir.station, replace(lost, pin="12"))) is Code.PIN_TOO_SHORT
        assert refused(lambda: recover_keys(heir.station, replace(lost, why=" "))) is Code.REASON_MISSING
        self.unchanged(heir)

    def test_with_sticks_of_an_earlier_version(self, safe: Safe) -> None:
        for number, folder in enumerate(safe.sticks[:2], 1):
            as_before(folder / f"root-key-{number}.json", safe.clock)
        assert read_sticks(safe.sticks[:2], STICKS_PIN, safe.clock).identities == []
        heir = safe.lose_the_pc()
        assert refused(lambda: recover_keys(heir.station, safe.lost(*safe.sticks[:2]))) is Code.RECOVERY_KEY_MISSING
        self.unchanged(heir)
        lost = safe.lost(*safe.sticks[1:])  # one of the two that sign holds it: enough
        assert recover_keys(heir.station, lost).version == 2
        heir.close()


class TestRenewedAfterTheBackup:
    """A backup that is older than the last renewal does not know the newest list of keys; the newest kit brings it."""

    @pytest.fixture
    def heir(self, safe: Safe) -> Iterator[Pc]:
        """Restored from before all sticks were replaced; the office has heard of it."""
        back_up(safe.centre.ledger, safe.backup)
        new = tuple(safe.folder(f"new-{number}") for number in (1, 2, 3))
        renew(safe.centre.station, Renewal(frozenset(RoleName), "hằng năm"), sticks=Sticks(safe.sticks[:2], new, STICKS_PIN))
        self.old, safe.sticks = safe.sticks, new
        self.newest = safe.kit()
        assert safe.office.receive(self.newest).code is Code.KIT_ACCEPTED
        safe.office.record("một")
        (self.bundle,) = safe.office.seal("usb")
        safe.centre.close()
        shutil.rmtree(safe.centre.folders.data)
        made = Heir("heir", safe.root, safe.clock, "machine-heir")
        restore(made.folders, safe.backup, clock=safe.clock)
        yield made
        made.close()

    def test_with_the_newest_kit_the_new_sticks_sign(self, safe: Safe, heir: Pc) -> None:
        lost = safe.lost(*safe.sticks[:2])
        assert refused(lambda: recover_keys(heir.station, lost)) is Code.TRUST_THRESHOLD
        assert recover_keys(heir.station, replace(lost, kit=self.newest)).version == 3
        (outcome,) = heir.take(self.bundle)
        assert_outcome(outcome, Code.BUNDLE_IMPORTED)
        assert safe.office.receive(safe.kit(heir)).code is Code.KIT_ACCEPTED
        assert safe.office.receive(heir.receipt()).code is Code.RECEIPT_ACCEPTED

    def test_the_old_sticks_make_a_list_that_no_office_follows(self, safe: Safe, heir: Pc) -> None:
        given_up = safe.lost(*self.old[:2])
        assert refused(lambda: recover_keys(heir.station, replace(given_up, kit=self.newest))) is Code.TRUST_THRESHOLD
        assert heir.station.keys_are_lost

    def test_a_kit_of_another_centre_is_refused(self, safe: Safe, heir: Pc, tmp_path: Path) -> None:
        other = Safe(tmp_path / "khác", 1)
        lost = replace(safe.lost(*safe.sticks[:2]), kit=other.kit())
        assert refused(lambda: recover_keys(heir.station, lost)) is Code.TRUST_CHAIN_BROKEN
        assert heir.station.trust.version == 1
        other.close()


def as_before(path: Path, clock: ManualClock) -> None:
    """The stick as it was written before it held the second identity."""
    unlocked = KeyStore.open(path, now=clock).unlock(STICKS_PIN)
    secrets = {name: unlocked.secret(name) for name in unlocked.names if name != AGE_RECOVERY}
    path.unlink()
    KeyStore.create(path, STICKS_PIN, secrets, now=clock)


def test_sticks_of_an_earlier_version_still_sign_and_their_heirs_hold_the_identity(safe: Safe) -> None:
    for number, folder in enumerate(safe.sticks, 1):
        as_before(folder / f"root-key-{number}.json", safe.clock)
    safe.office.receive(safe.kit())
    new = tuple(safe.folder(f"new-{number}") for number in (1, 2, 3))
    both = frozenset({RoleName.ROOT, RoleName.KIT})
    renew(safe.centre.station, Renewal(both, "USB đời mới"), sticks=Sticks(safe.sticks[:2], new, STICKS_PIN))
    heir = safe.lose_the_pc()
    assert recover_keys(heir.station, safe.lost(new[0], new[1])).version == 3
    heir.close()


@pytest.mark.parametrize("step", ["put_in_force", "_put_in_place"])
def test_cut_off_anywhere_it_can_be_done_again(safe: Safe, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    safe.office.record("một")
    (bundle,) = safe.office.seal("usb")
    heir = safe.lose_the_pc()

    def cut_off(*_: object) -> None:
        raise OSError("power")

    with monkeypatch.context() as patch:
        patch.setattr(recovery, step, cut_off)
        with pytest.raises(OSError, match="power"):
            recover_keys(heir.station, safe.lost(*safe.sticks[:2]))
    heir.close()
    assert heir.station.keys_are_lost
    done: Recovered = recover_keys(heir.station, safe.lost(*safe.sticks[:2]))
    assert done.version == (2 if step == "put_in_force" else 3)
    (outcome,) = heir.take(bundle)
    assert_outcome(outcome, Code.BUNDLE_IMPORTED)
    assert safe.office.receive(safe.kit(heir)).code is Code.KIT_ACCEPTED
    assert safe.office.receive(heir.receipt()).code is Code.RECEIPT_ACCEPTED
    heir.close()
