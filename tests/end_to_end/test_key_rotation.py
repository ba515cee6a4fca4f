"""Renewing the centre's keys: old offices follow, thieves do not, and too few signatures change nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import pytest

from export.bundle.canonical_zip_writer import prepare
from export.bundle.envelope import PayloadKind
from export.bundle.manifest import MemberLine, encode_payload
from export.bundle.sealed_file import open_sealed, write_sealed
from export.exchange import kits, receipts
from export.exchange.kits import KitManifest
from export.exchange.rotation import NO_STICKS, Renewal, Renewed, Sticks, renew, trust_standing
from export.exchange.setup import set_up_centre, set_up_office
from export.exchange.sticks import read_authority
from export.exchange.verifying import verify_any
from export.trust.key_store import KeyStore
from export.trust.signing_keys import SigningKey
from export.trust.trust_chain import TrustChain
from export.trust.trust_payload import RoleName
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.journal.entries import Noted
from tests.end_to_end.adversity.province import OFFICE_A, OFFICE_B, PIN, ManualClock, Pc, Province, context
from tests.end_to_end.adversity.told import assert_told

CAP = 64 << 20
FORGED = 1_000_000


def rotate(centre: Pc, *roles: RoleName, sticks: Sticks = NO_STICKS, **options: object) -> Renewed:
    renewal = Renewal(frozenset(roles), why="thay định kỳ", **options)  # type: ignore[arg-type]
    return renew(centre.station, renewal, sticks=sticks)


def refused(action: Callable[[], object]) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        action()
    assert_told(caught.value.code, caught.value.parameters)
    return caught.value


def resigned(kit: Path, target: Path, signers: Sequence[SigningKey], *, number: int, trust: TrustChain | None = None) -> Path:
    """The kit with another number, perhaps with another list of keys, signed by whoever holds ``signers``."""
    with open_sealed(kit, identities=(), temporary=target.parent / "temporary") as opened:
        manifest = msgspec.json.decode(opened.envelope.payload, type=KitManifest)
        content = {name: opened.container.read(name, CAP) for name in opened.container.names[1:]}
    if trust is not None:
        content["kit/trust.jsonl"] = b"\n".join(trust.envelopes) + b"\n"
    members = [prepare(name, data) for name, data in sorted(content.items())]
    lines = [MemberLine(each.member.name, each.member.size, each.member.sha256) for each in members]
    return write_sealed(
        target,
        kind=PayloadKind.KIT,
        members=members,
        payload=lambda _: encode_payload(msgspec.structs.replace(manifest, no=number, members=lines)),
        signers=signers,
        recipients=(),
        temporary=target.parent / "temporary",
    ).path


class TestOldOfficesFollow:
    """Every kit carries all lists of keys, so an office that slept for years walks all steps."""

    def test_from_one_kit_to_the_one_after_the_next(self, province: Province) -> None:
        centre, office = province.centre, province.a
        before = centre.station.trust.newest
        assert rotate(centre, RoleName.RECEIPT).version == 2
        centre.kit()
        assert rotate(centre, RoleName.KIT).version == 3
        centre.kit()
        done = rotate(centre, RoleName.ROOT)
        newest = centre.kit()
        assert (done.version, len(done.made), len(done.ended)) == (4, 1, 1)
        after = centre.station.trust.newest
        for role in RoleName:
            assert set(before.role(role).keys).isdisjoint(after.role(role).keys)
        assert office.station.trust.version == 1
        assert office.receive(newest).code is Code.KIT_ACCEPTED
        assert (office.station.trust.version, office.station.kit_number) == (4, 4)
        assert office.station.trust.fingerprint == centre.station.trust.fingerprint
        office.record("sau khi thay khóa")
        centre.take(*office.seal("usb"))
        assert office.receive(centre.receipt()).code is Code.RECEIPT_ACCEPTED

    def test_the_new_keys_open_after_a_restart(self, province: Province) -> None:
        for role in (RoleName.RECEIPT, RoleName.KIT, RoleName.ROOT, RoleName.RECEIPT):
            rotate(province.centre, role)
        names = province.centre.station.keys.names
        assert {"receipt", "receipt-1", "receipt-2", "kit-1", "kit-2", "root-1", "root-2"} <= set(names)
        province.centre.close()
        standing = trust_standing(province.centre.station)
        assert [one.here for one in standing.roles] == [True, True, True]
        assert province.a.receive(province.centre.kit()).code is Code.KIT_ACCEPTED
        assert province.a.receive(province.centre.receipt()).code is Code.RECEIPT_ACCEPTED

    def test_an_office_that_holds_the_first_list_still_enrols(self, province: Province) -> None:
        fresh = province.new_pc("fresh", OFFICE_B)
        rotate(province.centre, *RoleName)
        assert province.centre.enrol(fresh).office == OFFICE_B

    def test_before_the_kit_comes_the_new_receipt_key_is_unknown(self, province: Province) -> None:
        rotate(province.centre, RoleName.RECEIPT)
        receipt, kit = province.centre.receipt(), province.centre.kit()
        assert refused(lambda: province.a.receive(receipt)).code is Code.BUNDLE_UNKNOWN_KEY
        province.a.receive(kit)
        assert province.a.receive(receipt).code is Code.RECEIPT_ACCEPTED

    def test_the_journal_says_why(self, province: Province) -> None:
        rotate(province.centre, RoleName.KIT, by="CV1")
        journal = province.centre.ledger.journal
        notes = [item.entry for item in journal.items(journal.own_feed()) if isinstance(item.entry, Noted)]
        assert [(note.text, note.by) for note in notes] == [("2: thay định kỳ", "CV1")]
        assert [revoked.reason for revoked in province.centre.station.trust.newest.revoked] == ["thay định kỳ"]


class TestReceiptsOnTheWay:
    """A receipt key that is renewed keeps what it signed; a stolen one does not."""

    def test_those_signed_before_the_renewal_still_count(self, province: Province) -> None:
        receipt = province.centre.receipt()
        rotate(province.centre, RoleName.RECEIPT)
        province.a.receive(province.centre.kit())
        assert verify_any(province.a.station, receipt).code is Code.BUNDLE_VERIFIED
        assert province.a.receive(receipt).code is Code.RECEIPT_ACCEPTED

    def test_those_signed_afterwards_with_the_old_key_do_not(self, province: Province) -> None:
        old = province.centre.station.keys.signing_key("receipt")
        province.centre.receipt()
        rotate(province.centre, RoleName.RECEIPT)
        province.a.receive(province.centre.kit())
        later = receipts.build_receipt(province.centre.station, OFFICE_A)
        forged = write_sealed(
            province.root / "late.shd",
            kind=PayloadKind.RECEIPT,
            members=(),
            payload=lambda _: encode_payload(later),
            signers=[old],
            recipients=province.centre.station.office_recipients(OFFICE_A),
            temporary=province.root / "temporary",
        ).path
        assert later.no == 2
        assert refused(lambda: province.a.receive(forged)).code is Code.RECEIPT_KEY_ENDED
        assert verify_any(province.a.station, forged).code is Code.RECEIPT_KEY_ENDED

    def test_a_stolen_key_takes_all_it_signed_along(self, province: Province) -> None:
        receipt = province.centre.receipt()
        rotate(province.centre, RoleName.RECEIPT, stolen=True)
        province.a.receive(province.centre.kit())
        assert refused(lambda: province.a.receive(receipt)).code is Code.RECEIPT_KEY_ENDED
        assert province.a.receive(province.centre.receipt()).code is Code.RECEIPT_ACCEPTED


class TestStolenKitKey:
    """Who holds a kit key alone can forge kits until the root ends it, and is overtaken then."""

    @pytest.fixture
    def forged(self, province: Province) -> tuple[SigningKey, Path]:
        stolen = province.centre.station.keys.signing_key("kit-1")
        kit = province.centre.kit()
        return stolen, resigned(kit, province.root / "forged.shd", [stolen], number=FORGED)

    def test_a_forged_number_is_overtaken(self, province: Province, forged: tuple[SigningKey, Path]) -> None:
        assert province.a.receive(forged[1]).code is Code.KIT_ACCEPTED
        assert province.a.receive(province.centre.kit()).code is Code.KIT_OLD
        rotate(province.centre, RoleName.KIT, stolen=True)
        mended = province.centre.kit()
        assert province.a.receive(mended).code is Code.KIT_ACCEPTED
        assert province.a.station.kit_number == province.centre.station.kit_number < FORGED
        assert province.a.receive(mended).code is Code.KIT_OLD

    def test_the_thief_is_refused_afterwards(self, province: Province, forged: tuple[SigningKey, Path]) -> None:
        rotate(province.centre, RoleName.KIT, stolen=True)
        mended = province.centre.kit()
        province.a.receive(mended)
        assert refused(lambda: province.a.receive(forged[1])).code is Code.TRUST_ROLLED_BACK
        again = resigned(mended, province.root / "again.shd", [forged[0]], number=FORGED)
        assert refused(lambda: province.a.receive(again)).code is Code.BUNDLE_UNKNOWN_KEY
        assert province.a.station.kit_number == province.centre.station.kit_number

    def test_the_centre_does_not_follow_a_forged_number(self, province: Province, forged: tuple[SigningKey, Path]) -> None:
        province.a.receive(forged[1])
        province.a.record("theo gói giả")
        province.centre.take(*province.a.seal("usb"))
        assert province.centre.ledger.db.execute("SELECT max(kit) FROM import").fetchone()[0] == FORGED
        assert kits.next_number(province.centre.station) == province.centre.station.kit_number + 1

    def test_a_thief_cannot_make_a_list_of_keys(self, province: Province, forged: tuple[SigningKey, Path]) -> None:
        centre = province.centre.station
        rotate(province.centre, RoleName.KIT)
        chain = centre.trust
        fake = resigned(forged[1], province.root / "fake.shd", [forged[0]], number=FORGED + 1, trust=chain)
        assert refused(lambda: province.b.receive(fake)).code is Code.BUNDLE_UNKNOWN_KEY


class House:
    """A centre whose root and kit keys lie on three sticks, and one office."""

    def __init__(self, root: Path) -> None:
        self.root, self.clock = root, ManualClock()
        self.centre, self.office = (Pc(name, root, self.clock, f"machine-{name}") for name in ("centre", "office"))
        self.sticks = [self.stick(f"stick-{number}") for number in (1, 2, 3)]
        set_up_centre(context(self.centre), root_folders=self.sticks)
        kit = self.kit(self.sticks[0], self.sticks[1])
        set_up_office(context(self.office), kit=kit, office=OFFICE_A)

    def stick(self, name: str) -> Path:
        folder = self.root / name
        folder.mkdir(parents=True)
        return folder

    def kit(self, *sticks: Path) -> Path:
        more = read_authority(sticks, PIN, self.clock)
        folder = self.root / "kits"
        folder.mkdir(exist_ok=True)
        return kits.issue_kit(self.centre.station, folder, more_keys=more).path

    def close(self) -> None:
        self.centre.close()
        self.office.close()


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "nhà")


class TestThreeSticks:
    """Two of three sign; the third may be lost."""

    def test_a_lost_stick_is_replaced_by_the_two_others(self, house: House) -> None:
        new = house.stick("stick-new")
        sticks = Sticks((house.sticks[0], house.sticks[2]), (new,), PIN)
        done = rotate(house.centre, RoleName.ROOT, RoleName.KIT, sticks=sticks, replaced=(2,))
        assert (done.version, len(done.made), len(done.ended)) == (2, 2, 2)
        assert [path.name for path in done.files] == ["root-key-2.json"]
        root = trust_standing(house.centre.station).roles[0]
        assert (root.threshold, len(root.keys), root.here) == (2, 3, False)
        assert refused(lambda: house.kit(house.sticks[1], house.sticks[2])).code is Code.TRUST_THRESHOLD
        assert house.office.receive(house.kit(house.sticks[0], new)).code is Code.KIT_ACCEPTED
        again = Sticks((new, house.sticks[2]), (), PIN)
        rotate(house.centre, RoleName.RECEIPT, sticks=again)
        assert house.office.receive(house.kit(house.sticks[2], new)).code is Code.KIT_ACCEPTED
        assert house.office.station.trust.version == 3

    def test_all_three_are_replaced(self, house: House) -> None:
        new = [house.stick(f"new-{number}") for number in (1, 2, 3)]
        rotate(house.centre, RoleName.ROOT, RoleName.KIT, sticks=Sticks(tuple(house.sticks[:2]), tuple(new), PIN))
        assert refused(lambda: house.kit(*house.sticks)).code is Code.TRUST_THRESHOLD
        assert house.office.receive(house.kit(new[1], new[2])).code is Code.KIT_ACCEPTED

    @pytest.mark.parametrize("present", [0, 1])
    def test_too_few_signatures_change_nothing(self, house: House, present: int) -> None:
        new, names = house.stick("stick-new"), house.centre.station.keys.names
        sticks = Sticks(tuple(house.sticks[:present]), (new,), PIN)
        error = refused(lambda: rotate(house.centre, RoleName.ROOT, RoleName.KIT, sticks=sticks, replaced=(3,)))
        assert (error.code, error.parameters["needed"]) == (Code.TRUST_THRESHOLD, 2)
        assert list(new.iterdir()) == []
        house.centre.close()
        assert (house.centre.station.trust.version, house.centre.station.keys.names) == (1, names)
        error = refused(lambda: rotate(house.centre, RoleName.RECEIPT))
        assert error.code is Code.TRUST_THRESHOLD
        assert house.centre.station.keys.names == names

    def test_a_stick_that_cannot_be_written_changes_nothing(self, house: House) -> None:
        good, full = house.stick("good"), house.stick("full")
        (full / "root-key-3.json").write_text("{}", encoding="utf-8")
        sticks = Sticks(tuple(house.sticks[:2]), (good, full), PIN)
        error = refused(lambda: rotate(house.centre, RoleName.ROOT, RoleName.KIT, sticks=sticks, replaced=(2, 3)))
        assert error.code is Code.FILE_EXISTS
        assert list(good.iterdir()) == []
        assert (full / "root-key-3.json").read_text(encoding="utf-8") == "{}"
        assert house.centre.station.trust.version == 1

    @pytest.mark.parametrize(
        ("sticks", "replaced", "code"),
        [
            (0, (), Code.STICKS_TOO_FEW),
            (1, (), Code.STICKS_TOO_FEW),
            (2, (1,), Code.STICKS_TOO_FEW),
            (1, (4,), Code.STICK_UNKNOWN),
        ],
    )
    def test_fewer_keys_than_before_are_refused(self, house: House, sticks: int, replaced: tuple[int, ...], code: Code) -> None:
        new = tuple(house.stick(f"new-{number}") for number in range(sticks))
        given = Sticks(tuple(house.sticks[:2]), new, PIN)
        error = refused(lambda: rotate(house.centre, RoleName.ROOT, sticks=given, replaced=replaced))
        assert error.code is code
        assert house.centre.station.trust.version == 1

    def test_a_wrong_pin_of_a_stick_is_told(self, house: House) -> None:
        sticks = Sticks(tuple(house.sticks[:2]), (), "999999")
        assert refused(lambda: rotate(house.centre, RoleName.RECEIPT, sticks=sticks)).code is Code.PIN_WRONG


def test_the_root_moves_from_the_pc_to_three_sticks(province: Province) -> None:
    new = [province.root / f"stick-{number}" for number in (1, 2, 3)]
    for folder in new:
        folder.mkdir()
    done = rotate(province.centre, RoleName.ROOT, sticks=Sticks((), tuple(new), PIN))
    assert len(done.files) == 3
    names = {KeyStore.open(path, now=province.clock).names for path in done.files}
    assert names == {("age-recovery", "root-1"), ("age-recovery", "root-2"), ("age-recovery", "root-3")}
    standing = {one.role: one.here for one in trust_standing(province.centre.station).roles}
    assert standing == {RoleName.ROOT: False, RoleName.KIT: True, RoleName.RECEIPT: True}
    assert province.a.receive(province.centre.kit()).code is Code.KIT_ACCEPTED
    assert refused(lambda: rotate(province.centre, RoleName.KIT)).code is Code.TRUST_THRESHOLD
    assert refused(lambda: rotate(province.centre, RoleName.ROOT)).code is Code.STICKS_TOO_FEW
    rotate(province.centre, RoleName.KIT, sticks=Sticks((new[0], new[2]), (), PIN))
    assert province.a.receive(province.centre.kit()).code is Code.KIT_ACCEPTED


def test_what_is_not_asked_for_properly_is_refused(province: Province) -> None:
    centre = province.centre.station
    with pytest.raises(ValueError, match="nothing"):
        renew(centre, Renewal(frozenset(), "x"))
    blank = Renewal(frozenset({RoleName.KIT}), "  ")
    assert refused(lambda: renew(centre, blank)).code is Code.REASON_MISSING
    assert refused(lambda: renew(province.a.station, Renewal(frozenset({RoleName.KIT}), "x"))).code is Code.WRONG_ROLE
    assert isinstance(centre.ledger.identifiers, TimeOrderedIdentifiers)
