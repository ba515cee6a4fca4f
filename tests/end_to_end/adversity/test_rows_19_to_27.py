"""Rows 19 to 27 of the adversity table: wrong readers, stolen keys, absent attachments, receipts out of turn, a lost centre."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from export.bundle.envelope import PayloadKind
from export.bundle.manifest import encode_payload
from export.bundle.sealed_file import write_sealed
from export.exchange import enrolment
from export.exchange.receipts import Receipt, build_receipt
from export.exchange.setup import set_up_centre
from export.trust.signing_keys import SigningKey
from storage.attachments import CHUNK
from storage.backup import back_up, restore
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.journal.entries import Admitted, Put, decode
from tests.end_to_end.adversity.forgery import altered, put_together, take_apart
from tests.end_to_end.adversity.province import DAY, OFFICE_A, OFFICE_B, Pc, Province, context
from tests.end_to_end.adversity.told import assert_outcome, assert_told, code_of


def other_centre(province: Province) -> Pc:
    """A centre of another province that has admitted the same office key."""
    other = Pc("other-centre", province.root, province.clock, "machine-other")
    set_up_centre(context(other))
    opening = province.a.ledger.own_opening()
    other.ledger.append(Admitted(office=OFFICE_A, key=opening.key, age=opening.age, at=other.ledger.now()))
    return other


def test_row_19_forwarded_to_another_centre(province: Province) -> None:
    other = other_centre(province)
    province.a.record("một")
    (bundle,) = province.a.seal("usb")
    # As it is, the other centre cannot even open it.
    (outcome,) = other.take(bundle)
    assert_outcome(outcome, Code.BUNDLE_WRONG_RECIPIENT)
    # Encrypted anew by somebody who could open it: what was signed says whom it was meant for.
    parts = take_apart(bundle, province.centre.station)
    forwarded = put_together(province.root / "forwarded.shd", parts, other.station.centre_recipients)
    (outcome,) = other.take(forwarded)
    assert_outcome(outcome, Code.BUNDLE_WRONG_RECIPIENT)
    assert other.links() == set()
    other.close()
    assert_outcome(province.centre.take(bundle)[0], Code.BUNDLE_IMPORTED)


def test_row_20_receipt_or_kit_given_to_the_import_page(province: Province) -> None:
    before = province.centre.digest
    request = enrolment.write_enrolment(province.a.station, province.root / "request.shd").path
    # A request belongs to the desk of enrolment; this one was decided already.
    for path, code in ((province.centre.kit(), Code.BUNDLE_WRONG_KIND), (request, Code.ALREADY_ENROLLED)):
        (outcome,) = province.centre.take(path)
        assert_outcome(outcome, code)
    # A receipt is encrypted for the office; an office's own file given to itself is told apart, too.
    (outcome,) = province.centre.take(province.centre.receipt())
    assert_outcome(outcome, Code.BUNDLE_WRONG_RECIPIENT)
    assert province.centre.digest == before
    province.a.record("một")
    (bundle,) = province.a.seal("usb")
    with pytest.raises(LedgerError) as raised:
        province.a.receive(bundle)
    assert code_of(raised) in {Code.BUNDLE_WRONG_KIND, Code.BUNDLE_WRONG_RECIPIENT}


def test_row_21_stolen_key_revoked(province: Province) -> None:
    province.a.record("một", "hai")
    province.centre.take(*province.a.seal("usb"))
    stolen = province.a.clone("thief")
    stolen.record("bịa đặt")
    province.a.record("ba")
    (genuine,) = province.a.seal("genuine")
    (forged,) = stolen.seal("forged")
    public = bytes.fromhex(province.a.ledger.own_opening().key)
    feed = province.a.ledger.journal.own_feed().feed
    enrolment.revoke(province.centre.station, public, why="mất máy", last_good={feed: 3})
    for refused in (forged, genuine):
        (outcome,) = province.centre.take(refused)
        assert_outcome(outcome, Code.KEY_REVOKED)
    # Old entries stay, and what is good among the later ones is signed again by the new key.
    assert province.centre.titles() == ["hai", "một"]
    province.a.folders.keys.unlink()
    enrolment.renew_keys(province.a.station, "123456")
    province.centre.enrol(province.a)
    province.a.record("bốn")
    outcomes = province.centre.take(*province.a.seal("again"))
    assert not any(outcome.refused for outcome in outcomes)
    assert province.centre.titles() == ["ba", "bốn", "hai", "một"]
    # The receipt covers it, so it need not be sent for ever.
    province.a.receive(province.centre.receipt())
    with pytest.raises(LedgerError) as raised:
        province.a.seal("nothing")
    assert code_of(raised) is Code.NOTHING_TO_SEAL


def test_row_21_forged_entries_that_came_first_cease_to_count(province: Province) -> None:
    province.a.record("một")
    province.centre.take(*province.a.seal("usb"))
    stolen = province.a.clone("thief")
    stolen.record("bịa đặt")
    province.centre.take(*stolen.seal("forged"))
    assert province.centre.titles() == ["bịa đặt", "một"]
    province.a.record("hai")
    (outcome,) = province.centre.take(*province.a.seal("genuine"))
    assert_outcome(outcome, Code.BUNDLE_FORK)
    enrolment.revoke(province.centre.station, bytes.fromhex(province.a.ledger.own_opening().key), why="mất máy")
    assert province.centre.titles() == ["một"]
    province.a.folders.keys.unlink()
    enrolment.renew_keys(province.a.station, "123456")
    province.centre.enrol(province.a)
    province.centre.take(*province.a.seal("again"))
    assert province.centre.titles() == ["hai", "một"]
    # The forged entry stays as evidence, and everything can be computed again from the journal.
    assert len(province.centre.links()) == 5
    digest = province.centre.digest
    with province.centre.ledger.write():
        province.centre.ledger.projections.rebuild()
    assert province.centre.digest == digest


def test_row_22_attachments_absent(province: Province) -> None:
    scans = []
    for number in range(2):
        scan = province.root / f"scan-{number}.pdf"
        scan.write_bytes(b"%PDF-1.7 " + bytes([number]) * (CHUNK + 5))
        scans.append(scan)
    province.a.record("có tệp", attachments=scans)
    parts = province.a.seal("mail", budget_mib=7)
    assert len(parts) == 2
    journal, later = parts
    (outcome,) = province.centre.take(journal)
    assert_outcome(outcome, Code.BUNDLE_BLOBS_MISSING)
    answer = province.a.receive(province.centre.receipt())
    assert answer.receipt is not None
    assert len(answer.receipt.feeds[0].missing_blobs) == 1
    # Everything written is confirmed, and still the next hand-over has what the centre asked for.
    (again,) = province.a.seal("again")
    (outcome,) = province.centre.take(again)
    assert not outcome.refused
    assert Code.BUNDLE_BLOBS_MISSING not in outcome.remarks
    assert_outcome(province.centre.take(later)[0], Code.BUNDLE_KNOWN)
    kept = province.centre.ledger.db.execute("SELECT sum(length(data)) FROM blob").fetchone()[0]
    assert kept == sum(scan.stat().st_size for scan in scans)


def test_row_23_old_receipt(province: Province) -> None:
    province.a.record("một")
    province.centre.take(*province.a.seal("usb"))
    old = province.centre.receipt()
    province.a.record("hai")
    province.centre.take(*province.a.seal("usb-2"))
    new = province.centre.receipt()
    assert province.a.receive(new).code is Code.RECEIPT_ACCEPTED
    acknowledged = province.a.ledger.db.execute("SELECT * FROM acknowledged ORDER BY feed_id").fetchall()
    for again in (old, new):
        received = province.a.receive(again)
        assert received.code is Code.RECEIPT_OLD
        assert_told(received.code, received.parameters)
    assert province.a.ledger.db.execute("SELECT * FROM acknowledged ORDER BY feed_id").fetchall() == acknowledged


def test_row_24_receipt_of_another_office_and_forged(province: Province) -> None:
    province.a.record("một")
    province.b.record("ở nơi khác")
    province.centre.take(*province.a.seal("usb"), *province.b.seal("usb-b"))
    with pytest.raises(LedgerError) as raised:
        province.a.receive(province.centre.receipt(OFFICE_B))
    assert code_of(raised) is Code.BUNDLE_WRONG_RECIPIENT
    # A real receipt of B, encrypted for A by somebody.
    receipt = build_receipt(province.centre.station, OFFICE_B)
    address = [province.a.ledger.own_opening().age]
    for signer, expected in (
        (province.centre.station.signer, Code.RECEIPT_OF_ANOTHER_OFFICE),
        (SigningKey(b"f" * 32), Code.BUNDLE_UNKNOWN_KEY),
        (province.b.station.signer, Code.BUNDLE_UNKNOWN_KEY),
    ):
        path = write_receipt(province, receipt, signer, address)
        with pytest.raises(LedgerError) as raised:
            province.a.receive(path)
        assert code_of(raised) in {expected, Code.TRUST_THRESHOLD}
    assert province.a.ledger.db.execute("SELECT count(*) FROM receipt").fetchone() == (0,)


def write_receipt(province: Province, receipt: Receipt, signer: SigningKey, recipients: list[str]) -> Path:
    target = province.root / "written-receipt.shd"
    target.unlink(missing_ok=True)
    return write_sealed(
        target,
        kind=PayloadKind.RECEIPT,
        members=(),
        payload=lambda _: encode_payload(receipt),
        signers=[signer],
        recipients=recipients,
        temporary=province.root / "temporary",
    ).path


def test_row_25_receipt_lost(province: Province) -> None:
    province.a.record("một")
    province.centre.take(*province.a.seal("usb"))
    province.centre.receipt().unlink()
    province.a.record("hai")
    (outcome,) = province.centre.take(*province.a.seal("usb-2"))
    assert_outcome(outcome, Code.BUNDLE_IMPORTED)
    assert (outcome.new, outcome.known) == (1, 2)
    received = province.a.receive(province.centre.receipt())
    assert received.code is Code.RECEIPT_ACCEPTED
    assert received.receipt is not None
    assert (received.receipt.no, received.receipt.feeds[0].seq) == (2, 3)


@pytest.mark.parametrize("field", ["prev", "feed", "head", "feed_head", "first"])
def test_row_26_forged_chain(province: Province, field: str) -> None:
    """Even the office's own key cannot sign a range that does not follow from itself."""
    province.a.record("một", "hai", "ba")
    bundle = province.a.seal_range(province.root / "range.shd", 1 if field == "feed" else 2, 4)

    def forged(manifest: object) -> object:
        (part,) = manifest.ranges  # type: ignore[attr-defined]
        value: object = 3 if field == "first" else "ab" * (16 if field == "feed" else 32)
        lie = {field: value, "upto": 5, "feed_n": 5} if field == "first" else {field: value}
        return msgspec.structs.replace(manifest, ranges=[msgspec.structs.replace(part, **lie)])  # type: ignore[type-var]

    path = altered(
        bundle,
        province.root / "forged.shd",
        reader=province.centre.station,
        manifest=forged,  # type: ignore[arg-type]
        signer=province.a.station.signer,
    )
    before = province.centre.digest
    (outcome,) = province.centre.take(path)
    assert_outcome(outcome, Code.BUNDLE_CHAIN)
    assert (province.centre.digest, province.centre.links()) == (before, set())


def test_row_27_centre_database_lost(province: Province) -> None:
    early = back_up(province.centre.ledger, province.root / "early.db").path
    province.a.record("một")
    province.centre.take(*province.a.seal("usb"))
    province.a.receive(province.centre.receipt())
    province.a.record("hai")
    digest_before = province.centre.titles()
    # The ledger of the centre is gone; what is left is a copy from before the first bundle.
    province.centre.close()
    province.centre.folders.database.unlink()
    restore(province.centre.folders, early, clock=province.clock)
    (outcome,) = province.centre.take(*province.a.seal("usb-2"))
    assert_outcome(outcome, Code.BUNDLE_GAP)
    assert province.centre.titles() == []
    received = province.a.receive(province.centre.receipt())
    assert received.code is Code.RECEIPT_CENTRE_WENT_BACK
    assert_told(received.code, received.parameters)
    (again,) = province.a.seal("usb-3")
    assert_outcome(province.centre.take(again)[0], Code.BUNDLE_IMPORTED)
    assert province.centre.titles() == ["hai", *digest_before]


def test_row_27_archived_originals_bring_everything_back(province: Province) -> None:
    early = back_up(province.centre.ledger, province.root / "early.db").path
    province.a.record("một")
    province.b.record("nơi khác")
    province.centre.take(*province.a.seal("usb"), *province.b.seal("usb-b"))
    digest = province.centre.digest
    province.centre.close()
    restore(province.centre.folders, early, clock=province.clock)
    originals = province.root / "originals"
    shutil.copytree(province.centre.folders.archive, originals)
    outcomes = province.centre.take(originals)
    assert [outcome.code for outcome in outcomes] == [Code.BUNDLE_IMPORTED] * 2
    assert province.centre.digest == digest


def test_a_line_of_the_journal_says_what_was_recorded(province: Province) -> None:
    """The tests above count on titles: they are what stands in the journal."""
    province.a.record("một")
    (line,) = province.a.ledger.db.execute("SELECT line FROM node WHERE uid IS NOT NULL").fetchone()
    entry = decode(line)
    assert isinstance(entry, Put)
    assert getattr(entry.body, "date", "") == DAY
