"""Rows 28 to 35 of the adversity table: a centre that went back, newer formats, full disks, clocks, late changes, old kits."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from export.bundle.envelope import PayloadKind, pre_authentication_encoding, seal_envelope
from export.exchange import importing
from export.exchange.enrolment import waiting_files
from storage.backup import back_up, restore
from storage.closing import reopen_period
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.reviewing import inspect_report
from tests.end_to_end.adversity.forgery import Parts, put_together, take_apart
from tests.end_to_end.adversity.province import OFFICE_A, PERIOD, ManualClock, Pc, Province
from tests.end_to_end.adversity.told import assert_outcome, assert_told, code_of


def test_row_28_centre_restored_from_an_old_backup(province: Province) -> None:
    province.a.record("một")
    province.centre.take(*province.a.seal("usb"))
    province.a.receive(province.centre.receipt())
    backup = back_up(province.centre.ledger, province.root / "old.db").path
    province.a.record("hai")
    province.centre.take(*province.a.seal("usb-2"))
    province.a.receive(province.centre.receipt())
    province.centre.close()
    restore(province.centre.folders, backup, clock=province.clock)
    assert province.centre.titles() == ["một"]
    # The office has confirmation of more than the centre now holds: told at the next receipt, whatever number it bears.
    received = province.a.receive(province.centre.receipt())
    assert received.code is Code.RECEIPT_CENTRE_WENT_BACK
    assert_told(received.code, received.parameters)
    province.a.record("ba")
    (outcome,) = province.centre.take(*province.a.seal("usb-3"))
    assert_outcome(outcome, Code.BUNDLE_IMPORTED)
    assert province.centre.titles() == ["ba", "hai", "một"]
    # From here on numbers go on after what the office has seen, and the office's evidence of the lost receipt is in its feed.
    received = province.a.receive(province.centre.receipt())
    assert received.receipt is not None
    assert received.receipt.no == 3
    assert received.code in {Code.RECEIPT_ACCEPTED, Code.RECEIPT_CENTRE_WENT_BACK}
    assert entries_with(province.centre, '"op":"ack"') == 2


def entries_with(pc: Pc, text: str) -> int:
    """How many journal lines contain a text."""
    return int(pc.ledger.db.execute("SELECT count(*) FROM node WHERE instr(line, ?) > 0", [text.encode()]).fetchone()[0])


def test_row_29_withdrawn_record(province: Province) -> None:
    (uid,) = province.a.record("một")
    province.a.recorder.withdraw(uid, "nhập nhầm")
    province.centre.take(*province.a.seal("usb"))
    row = province.centre.ledger.db.execute("SELECT state, title FROM activity").fetchall()
    assert row == [("withdrawn", "một")]
    # Amending brings it back to life; nothing of its history is lost.
    province.a.amend(uid, "một, đúng")
    province.centre.take(*province.a.seal("usb-2"))
    row = province.centre.ledger.db.execute("SELECT state, title, heads FROM activity").fetchall()
    assert row == [("final", "một, đúng", 1)]
    assert province.centre.links() == province.a.links()


def in_format_two(parts: Parts, province: Province, *, later_envelope: bool) -> Parts:
    """What a newer program would send: the next manifest, or already the next kind of payload."""
    payload = parts.payload.replace(b'"format":1', b'"format":2').replace(b'"note"', b'"remark"')
    signer = province.a.station.signer
    if not later_envelope:
        return Parts(seal_envelope(payload, PayloadKind.BUNDLE.payload_type, [signer]), parts.members)
    kind = PayloadKind.BUNDLE.payload_type.replace(".v1+", ".v2+")
    known = seal_envelope(payload, PayloadKind.BUNDLE.payload_type, [signer])
    wire = msgspec.json.decode(known)
    wire["payloadType"] = kind
    signature = signer.sign(pre_authentication_encoding(kind, payload))
    wire["signatures"][0]["sig"] = msgspec.json.decode(msgspec.json.encode(signature))
    return Parts(msgspec.json.encode(wire), parts.members)


@pytest.mark.parametrize("later_envelope", [False, True], ids=["manifest", "envelope"])
def test_row_30_newer_format(province: Province, *, later_envelope: bool) -> None:
    province.a.record("một")
    (bundle,) = province.a.seal("usb")
    parts = in_format_two(take_apart(bundle, province.centre.station), province, later_envelope=later_envelope)
    newer = put_together(province.root / "newer.shd", parts, province.centre.station.centre_recipients)
    before = province.centre.digest
    (outcome,) = province.centre.take(newer)
    assert_outcome(outcome, Code.BUNDLE_TOO_NEW)
    assert province.centre.digest == before
    # It waits until the program is updated.
    (row,) = province.centre.ledger.db.execute("SELECT file, code FROM quarantine").fetchall()
    assert row[1] == Code.BUNDLE_TOO_NEW.value
    assert (province.centre.folders.quarantine / row[0]).read_bytes() == newer.read_bytes()
    assert waiting_files(province.centre.station) == []


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file may grow beyond ``size`` bytes: what a full disk does to a program, done by the system itself."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, old)


def test_row_31_disk_full_during_import(province: Province) -> None:
    province.a.record(*(f"việc {number}" for number in range(300)))
    bundles = province.a.seal("usb")
    ledger = province.centre.ledger
    before, links = province.centre.digest, province.centre.links()
    pages = ledger.db.execute("PRAGMA page_count").fetchone()[0]
    ledger.db.execute(f"PRAGMA max_page_count = {pages + 2}").fetchone()
    (outcome,) = province.centre.take(*bundles)
    assert_outcome(outcome, Code.DISK_FULL)
    assert (province.centre.digest, province.centre.links()) == (before, links)
    assert province.centre.is_sound()
    ledger.db.execute("PRAGMA max_page_count = 1000000").fetchone()
    assert_outcome(province.centre.take(*bundles)[0], Code.BUNDLE_IMPORTED)
    assert len(province.centre.titles()) == 300


def test_row_31_no_room_for_the_archive(province: Province) -> None:
    scan = province.root / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7 " + b"x" * (3 << 20))
    province.a.record("có tệp", attachments=[scan])
    bundles = province.a.seal("usb")
    before = province.centre.digest
    with room_for(1 << 20):
        (outcome,) = importing.import_files(province.centre.station, bundles)
    assert outcome.refused
    assert_outcome(outcome, Code.DISK_FULL)
    assert (province.centre.digest, province.centre.links()) == (before, set())
    assert list(province.centre.folders.archive.iterdir()) == []
    assert_outcome(province.centre.take(*bundles)[0], Code.BUNDLE_IMPORTED)


@pytest.mark.parametrize("year", [1999, 2045])
def test_row_32_wrong_pc_clock(province: Province, year: int) -> None:
    wrong = ManualClock(province.clock.now.replace(year=year))
    province.a.close()
    province.a.clock = wrong
    province.a.record("một")
    (outcome,) = province.centre.take(*province.a.seal("usb"))
    assert outcome.code is Code.BUNDLE_IMPORTED
    assert outcome.remarks == (Code.BUNDLE_CLOCK,)
    assert_told(Code.BUNDLE_CLOCK)
    assert province.centre.titles() == ["một"]


def test_row_33_office_closes_a_period_then_amends(province: Province) -> None:
    (uid,) = province.a.record("một")
    province.a.close_period()
    province.centre.take(*province.a.seal("usb"))
    period = province.centre.station.catalogue.period(PERIOD)
    assert Code.BUNDLE_LATE_CHANGE not in {
        finding.code
        for finding in inspect_report(province.centre.ledger, province.centre.station.catalogue, OFFICE_A, period).findings
    }
    province.a.amend(uid, "một, sửa muộn")
    (outcome,) = province.centre.take(*province.a.seal("usb-2"))
    assert_outcome(outcome, Code.BUNDLE_LATE_CHANGE)
    # What was closed and what is recorded now are both there; the office closes again once it has reopened.
    found = inspect_report(province.centre.ledger, province.centre.station.catalogue, OFFICE_A, period).findings
    assert Code.BUNDLE_LATE_CHANGE in {finding.code for finding in found}
    reopen_period(province.a.ledger, province.a.station.catalogue, PERIOD, "theo yêu cầu")
    province.a.close_period()
    province.centre.take(*province.a.seal("usb-3"))
    found = inspect_report(province.centre.ledger, province.centre.station.catalogue, OFFICE_A, period).findings
    assert Code.BUNDLE_LATE_CHANGE not in {finding.code for finding in found}
    ops = province.centre.ledger.db.execute("SELECT op FROM closing ORDER BY rev").fetchall()
    assert [op for (op,) in ops] == ["close", "reopen", "close"]


def erase_in(pc_name: str, province: Province, uid: str) -> None:
    ledger = getattr(province, pc_name).ledger
    feed = next(feed for feed in ledger.journal.feeds(OFFICE_A))
    (seq,) = ledger.db.execute("SELECT seq FROM node WHERE uid = ?", [bytes.fromhex(uid)]).fetchone()
    with ledger.write():
        erased = ledger.journal.erase(feed, seq)
        ledger.projections.refresh(feed, {erased})


def test_row_34_erased_by_order(province: Province) -> None:
    secret, kept = province.a.record("có điều phải xóa", "giữ lại")
    (bundle,) = province.a.seal("usb")
    province.centre.take(bundle)
    for pc in ("a", "centre"):
        erase_in(pc, province, secret)
    assert province.centre.titles() == ["giữ lại"]
    assert province.centre.is_sound()
    assert province.a.is_sound()
    assert entries_with(province.centre, "phải xóa") == entries_with(province.a, "phải xóa") == 0
    assert entries_with(province.centre, "giữ lại") == 1
    # The original comes again: known, and the erased text does not come back.
    assert_outcome(province.centre.take(bundle)[0], Code.BUNDLE_KNOWN)
    assert province.centre.titles() == ["giữ lại"]
    # A bundle made after the erasure verifies just the same.
    (again,) = province.a.seal("again", everything=True)
    assert not province.centre.take(again)[0].refused
    digest = province.centre.digest
    with province.centre.ledger.write():
        province.centre.ledger.projections.rebuild()
    assert province.centre.digest == digest
    assert kept


def test_row_34_order_of_an_erased_and_a_whole_copy_does_not_matter(province: Province) -> None:
    secret, _ = province.a.record("có điều phải xóa", "giữ lại")
    (whole,) = province.a.seal("whole")
    erase_in("a", province, secret)
    (erased,) = province.a.seal("erased", everything=True)
    digests = []
    for name, order in (("whole-first", (whole, erased)), ("erased-first", (erased, whole))):
        centre = province.centre.clone(name)
        for path in order:
            assert not centre.take(path)[0].refused
        assert centre.is_sound()
        digests.append(centre.digest)
        centre.close()
    assert digests[0] == digests[1]


def test_row_35_kit_rolled_back_or_frozen(province: Province) -> None:
    first = next((province.root / "kits").iterdir())
    second = province.centre.kit()
    received = province.a.receive(second)
    assert received.code is Code.KIT_ACCEPTED
    assert_told(received.code, received.parameters)
    for old in (first, second):
        received = province.a.receive(old)
        assert received.code is Code.KIT_OLD
        assert_told(received.code, received.parameters)
    assert province.a.station.kit_number == 2
    # An office that was never given the new kit is noticed at the centre.
    province.b.record("một")
    (outcome,) = province.centre.take(*province.b.seal("usb-b"))
    assert outcome.code is Code.BUNDLE_IMPORTED
    assert Code.BUNDLE_OLD_KIT in outcome.remarks
    assert_told(Code.BUNDLE_OLD_KIT)


def test_row_35_restored_centre_does_not_issue_a_number_twice(province: Province) -> None:
    backup = back_up(province.centre.ledger, province.root / "old.db").path
    province.a.receive(province.centre.kit())
    province.centre.close()
    restore(province.centre.folders, backup, clock=province.clock)
    province.a.record("một")
    province.centre.take(*province.a.seal("usb"))
    (province.root / "kits" / "shd-kit-2.shd").unlink()
    assert province.a.receive(province.centre.kit()).code is Code.KIT_ACCEPTED
    assert province.a.station.kit_number == 3


def test_hand_over_without_room_is_reported_and_leaves_no_part(province: Province) -> None:
    """Row 31 on the office's side: a stick without room."""
    scan = province.root / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7 " + b"x" * (2 << 20))
    province.a.record("có tệp", attachments=[scan])
    station, stick = province.a.station, province.root / "stick"
    assert station.signer.keyid
    with room_for(1 << 20), pytest.raises(LedgerError) as raised:
        province.a.seal("stick")
    assert code_of(raised) is Code.DISK_FULL
    assert list(Path(stick).iterdir()) == []
    assert province.a.seal("stick") != []
