"""Rows 10 to 18 of the adversity table: restored, cloned, dead and strange PCs, and two hands on one record."""

from __future__ import annotations

from pathlib import Path

import msgspec

from export.exchange import enrolment
from storage.domain.codes import Code
from storage.marker import Continuity
from storage.recording import ActivityInput
from storage.reviewing import conflict, decide_conflict
from tests.end_to_end.adversity.forgery import altered
from tests.end_to_end.adversity.province import OFFICE_A, OFFICE_B, Pc, Province
from tests.end_to_end.adversity.told import assert_outcome, assert_told


def own_feeds(pc: Pc) -> list[bytes]:
    return [feed.feed for feed in pc.ledger.journal.feeds(OFFICE_A)]


def saved_then_handed_over(province: Province) -> Pc:
    """A copy of the office's PC after "một", while the centre already holds "hai" and "ba" as well."""
    province.a.record("một")
    saved = province.a.clone("saved")
    province.a.record("hai", "ba")
    province.centre.take(*province.a.seal("usb"))
    return saved


def test_row_10_restored_and_noticed_at_start(province: Province) -> None:
    saved = saved_then_handed_over(province)
    province.a.restore_from(saved)
    assert province.a.ledger.continuity is Continuity.RESTORED
    assert_told(Code.LEDGER_RESTORED)
    assert len(own_feeds(province.a)) == 2
    province.a.record("bốn")
    (outcome,) = province.centre.take(*province.a.seal("after"))
    assert Code.BUNDLE_FORK not in outcome.remarks
    assert province.centre.titles() == ["ba", "bốn", "hai", "một"]
    received = province.a.receive(province.centre.resync())
    assert received.code is Code.RESYNC_ACCEPTED
    assert_told(received.code, received.parameters)
    assert province.a.titles() == province.centre.titles()


def test_row_10_a_second_start_is_quiet(province: Province) -> None:
    saved = saved_then_handed_over(province)
    province.a.restore_from(saved)
    seen = []
    for _ in range(2):
        seen.append(province.a.ledger.continuity)
        province.a.close()
    assert seen == [Continuity.RESTORED, Continuity.CONTINUOUS]
    assert len(own_feeds(province.a)) == 2


def test_row_11_restored_and_noticed_by_receipt(province: Province) -> None:
    saved = saved_then_handed_over(province)
    # The whole disk was put back, what the PC remembers included.
    province.a.restore_from(saved, markers=True)
    assert province.a.ledger.continuity is Continuity.CONTINUOUS
    received = province.a.receive(province.centre.receipt())
    assert received.code is Code.RECEIPT_LEDGER_BEHIND
    assert_told(received.code, received.parameters)
    assert len(own_feeds(province.a)) == 2
    province.a.receive(province.centre.resync())
    assert province.a.titles() == ["ba", "hai", "một"]
    province.a.record("bốn")
    (outcome,) = province.centre.take(*province.a.seal("after"))
    assert Code.BUNDLE_FORK not in outcome.remarks
    assert province.centre.titles() == ["ba", "bốn", "hai", "một"]


def test_row_11_answered_by_resync_before_the_receipt(province: Province) -> None:
    """The centre sends the lost tail back at once, after the office has recorded again at the same positions."""
    saved = saved_then_handed_over(province)
    province.a.restore_from(saved, markers=True)
    province.a.record("bốn")
    province.a.receive(province.centre.resync())
    assert province.a.titles() == ["ba", "bốn", "hai", "một"]
    province.a.record("năm")
    outcomes = province.centre.take(*province.a.seal("after"))
    assert not any(outcome.refused for outcome in outcomes)
    assert province.centre.titles() == ["ba", "bốn", "hai", "một", "năm"]
    province.a.receive(province.centre.receipt())
    province.a.record("sáu")
    province.centre.take(*province.a.seal("later"))
    assert province.centre.titles() == ["ba", "bốn", "hai", "một", "năm", "sáu"]
    assert province.a.is_sound()


def test_row_12_restored_and_already_exported(province: Province) -> None:
    saved = saved_then_handed_over(province)
    province.a.restore_from(saved, markers=True)
    province.a.record("bốn")
    (outcome,) = province.centre.take(*province.a.seal("forked"))
    assert_outcome(outcome, Code.BUNDLE_FORK)
    # Both branches are kept and shown; only what both share is confirmed.
    assert province.centre.titles() == ["ba", "bốn", "hai", "một"]
    (confirmed,) = province.centre.confirmable().values()
    assert confirmed == 2
    received = province.a.receive(province.centre.receipt())
    assert received.receipt is not None
    assert received.receipt.feeds[0].fork_at == 3
    assert received.code in {Code.BUNDLE_FORK, Code.RECEIPT_HISTORY_DIFFERS}
    assert_told(received.code, received.parameters)
    assert len(own_feeds(province.a)) == 2
    province.a.record("năm")
    outcomes = province.centre.take(*province.a.seal("after"))
    assert not any(outcome.refused for outcome in outcomes)
    assert province.centre.titles() == ["ba", "bốn", "hai", "một", "năm"]
    # The new feed is confirmed as usual.
    province.centre.receipt()
    assert max(province.centre.confirmable().values()) > 1


def test_row_13_cloned_disk_two_pcs_with_one_key(province: Province) -> None:
    province.a.record("một")
    twin = province.a.clone("twin")
    province.a.record("ở máy thứ nhất")
    twin.record("ở máy thứ hai")
    (first,) = province.centre.take(*province.a.seal("first"))
    (second,) = province.centre.take(*twin.seal("second"))
    assert_outcome(first, Code.BUNDLE_IMPORTED)
    assert_outcome(second, Code.BUNDLE_FORK)
    assert province.centre.titles() == ["một", "ở máy thứ hai", "ở máy thứ nhất"]
    # The second PC gets keys of its own; nothing it recorded is lost.
    twin.folders.keys.unlink()
    enrolment.renew_keys(twin.station, "123456")
    province.centre.enrol(twin)
    twin.record("với khóa mới")
    outcomes = province.centre.take(*twin.seal("third"))
    assert not any(outcome.refused for outcome in outcomes)
    province.a.receive(province.centre.receipt())
    province.a.record("tiếp tục")
    province.centre.take(*province.a.seal("fourth"))
    assert set(province.centre.titles()) == {"một", "ở máy thứ hai", "ở máy thứ nhất", "với khóa mới", "tiếp tục"}


def test_row_13_clone_to_another_machine_is_noticed_at_start(province: Province) -> None:
    province.a.record("một")
    twin = province.a.clone("twin", machine="another machine")
    assert twin.ledger.continuity is Continuity.COPIED
    assert_told(Code.LEDGER_COPIED)
    twin.record("hai")
    province.a.record("ba")
    outcomes = province.centre.take(*twin.seal("twin-usb"), *province.a.seal("usb"))
    assert not any(Code.BUNDLE_FORK in outcome.remarks for outcome in outcomes)
    assert province.centre.titles() == ["ba", "hai", "một"]


def shared_record(province: Province) -> str:
    """A record that both PCs of the office hold."""
    (uid,) = province.a.record("chung")
    province.centre.take(*province.a.seal("usb"))
    province.second.receive(province.centre.resync())
    return uid


def conflicting(province: Province) -> list[Path]:
    return [*province.a.seal("usb-1"), *province.second.seal("usb-2")]


def test_row_14_two_pcs_same_record(province: Province) -> None:
    uid = shared_record(province)
    province.a.amend(uid, "bản của máy một")
    province.second.amend(uid, "bản của máy hai")
    outcomes = province.centre.take(*conflicting(province))
    assert_outcome(outcomes[1], Code.BUNDLE_CONFLICT)
    versions = conflict(province.centre.ledger, OFFICE_A, uid)
    assert len(versions) == 2
    # A person decides; both versions stay in the history.
    chosen = versions[1]
    decide_conflict(province.centre.ledger, OFFICE_A, uid, chosen.link)
    assert len(conflict(province.centre.ledger, OFFICE_A, uid)) == 1
    assert province.centre.titles() == [getattr(getattr(chosen.entry, "body"), "title")]  # noqa: B009 - either kind of entry
    assert {version.link for version in versions} <= province.centre.links()


def test_row_15_concurrent_edits_of_unequal_length(province: Province) -> None:
    uid = shared_record(province)
    province.a.amend(uid, "máy một, lần hai")
    province.a.amend(uid, "máy một, lần ba")
    province.second.amend(uid, "máy hai, lần hai")
    outcomes = province.centre.take(*conflicting(province))
    assert outcomes[1].code is Code.BUNDLE_CONFLICT
    # The longer edit is shown for the time being, and the shorter one is not swallowed.
    assert province.centre.titles() == ["máy một, lần ba"]
    heads = conflict(province.centre.ledger, OFFICE_A, uid)
    assert [version.entry.rev for version in heads] == [3, 2]


def test_row_16_pc_dies_and_office_enrols_again(province: Province) -> None:
    province.a.record("một", "hai")
    province.centre.take(*province.a.seal("usb"))
    province.a.close()
    heir = province.new_pc("heir")
    approval = province.centre.enrol(heir, replaces=True)
    assert len(approval.revoked) == 2  # both keys of the office that were in force
    received = heir.receive(province.centre.resync())
    assert received.code is Code.RESYNC_ACCEPTED
    assert heir.titles() == ["hai", "một"]
    heir.record("ba")
    (outcome,) = province.centre.take(*heir.seal("heir-usb"))
    assert Code.BUNDLE_SUCCESSION in outcome.remarks
    assert_told(Code.BUNDLE_SUCCESSION)
    assert province.centre.titles() == ["ba", "hai", "một"]


def test_row_17_unknown_key_waits_in_quarantine(province: Province) -> None:
    stranger = province.new_pc("stranger")
    stranger.record("một")
    (bundle,) = stranger.seal("usb")
    (outcome,) = province.centre.take(bundle)
    assert_outcome(outcome, Code.BUNDLE_UNKNOWN_KEY)
    assert province.centre.titles() == []
    bundle.unlink()
    approval = province.centre.enrol(stranger)
    assert len(approval.waiting) == 1
    (outcome,) = province.centre.take(*approval.waiting)
    assert outcome.code is Code.BUNDLE_IMPORTED
    assert province.centre.titles() == ["một"]
    assert enrolment.waiting_files(province.centre.station) == []


def test_row_18_key_of_one_office_used_for_another(province: Province) -> None:
    province.a.record("một")
    (bundle,) = province.a.seal("usb")
    forged = altered(
        bundle,
        province.root / "forged.shd",
        reader=province.centre.station,
        manifest=lambda manifest: msgspec.structs.replace(manifest, office=OFFICE_B),
        signer=province.a.station.signer,
    )
    (outcome,) = province.centre.take(forged)
    assert_outcome(outcome, Code.KEY_OF_ANOTHER_OFFICE)
    assert province.centre.links(OFFICE_A) | province.centre.links(OFFICE_B) == set()
    # The other way: B signs for itself a feed that A began.
    forged = altered(
        bundle,
        province.root / "forged-2.shd",
        reader=province.centre.station,
        manifest=lambda manifest: msgspec.structs.replace(manifest, office=OFFICE_B, key=province.b.station.signer.keyid),
        signer=province.b.station.signer,
    )
    (outcome,) = province.centre.take(forged)
    assert_outcome(outcome, Code.KEY_OF_ANOTHER_OFFICE)
    assert_outcome(province.centre.take(bundle)[0], Code.BUNDLE_IMPORTED)


def test_row_18_a_later_range_cannot_be_smuggled_into_another_offices_feed(province: Province) -> None:
    """Entries after the first do not name the office: the feed must already be the signer's own."""
    province.a.record("một", "hai")
    province.centre.take(*province.a.seal("usb"))
    province.a.record("ba")
    later = province.a.seal_range(province.root / "later.shd", 4, 4)
    forged = altered(
        later,
        province.root / "forged.shd",
        reader=province.centre.station,
        manifest=lambda manifest: msgspec.structs.replace(manifest, office=OFFICE_B, key=province.b.station.signer.keyid),
        signer=province.b.station.signer,
    )
    (outcome,) = province.centre.take(forged)
    assert_outcome(outcome, Code.KEY_OF_ANOTHER_OFFICE)
    assert province.centre.titles() == ["hai", "một"]
    assert_outcome(province.centre.take(later)[0], Code.BUNDLE_IMPORTED)
    assert province.centre.titles() == ["ba", "hai", "một"]


def test_row_18_a_range_sent_too_early_cannot_take_another_offices_feed(province: Province) -> None:
    """The feed is not known yet, so who began it shows only when its start arrives."""
    province.a.record("một", "hai")
    later = province.a.seal_range(province.root / "later.shd", 2, 3)
    forged = altered(
        later,
        province.root / "forged.shd",
        reader=province.centre.station,
        manifest=lambda manifest: msgspec.structs.replace(manifest, office=OFFICE_B, key=province.b.station.signer.keyid),
        signer=province.b.station.signer,
    )
    province.centre.take(forged)
    assert province.centre.titles(OFFICE_B) == []
    outcomes = province.centre.take(*province.a.seal("usb"))
    assert not any(outcome.refused for outcome in outcomes)
    assert province.centre.titles(OFFICE_A) == ["hai", "một"]
    assert province.centre.titles(OFFICE_B) == []


def test_amending_a_restored_record_keeps_both_bases(province: Province) -> None:
    """An office that decides a conflict itself names both versions, and the centre sees it settled."""
    uid = shared_record(province)
    province.a.amend(uid, "bản một")
    province.second.amend(uid, "bản hai")
    province.centre.take(*conflicting(province))
    for pc in (province.a, province.second):
        pc.receive(province.centre.resync())
    assert len(conflict(province.a.ledger, OFFICE_A, uid)) == 2
    assert province.a.recorder.record([(1, ActivityInput(title="gộp", uid=uid))]).refused == []
    (outcome,) = province.centre.take(*province.a.seal("merged"))
    assert Code.BUNDLE_CONFLICT not in outcome.remarks
    assert province.centre.titles() == ["gộp"]
