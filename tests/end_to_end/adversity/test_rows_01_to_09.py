"""Rows 1 to 9 of the adversity table: bundles repeated, shuffled, lost, altered, cut off, old."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from export.bundle.envelope import PayloadKind, parse_envelope, seal_envelope
from storage.domain.codes import Code
from tests.end_to_end.adversity.forgery import altered, put_together, take_apart
from tests.end_to_end.adversity.province import OFFICE_A, Province
from tests.end_to_end.adversity.told import assert_outcome, assert_told


def three_bundles(province: Province) -> list[Path]:
    """Entries 1 to 3, 4 to 6 and 7 to 9 of one feed."""
    province.a.record(*(f"việc {number}" for number in range(1, 9)))
    folder = province.root / "three"
    return [province.a.seal_range(folder / f"{first}.shd", first, first + 2) for first in (1, 4, 7)]


def test_row_01_same_bundle_twice(province: Province) -> None:
    province.a.record("một", "hai")
    (bundle,) = province.a.seal("usb")
    (first,) = province.centre.take(bundle)
    digest = province.centre.digest
    (second,) = province.centre.take(bundle)
    assert_outcome(first, Code.BUNDLE_IMPORTED)
    assert_outcome(second, Code.BUNDLE_KNOWN)
    assert (second.new, second.known) == (0, 3)
    assert province.centre.digest == digest
    assert province.centre.links() == province.a.links()


def test_row_02_bundles_in_any_order(province: Province) -> None:
    bundles = three_bundles(province)
    digests = set()
    for number, order in enumerate(permutations(bundles)):
        centre = province.centre.clone(f"centre-{number}")
        for bundle in order:
            centre.take(bundle)
        assert centre.confirmable() == {province.a.ledger.journal.own_feed().feed: 9}
        assert centre.links() == province.a.links()
        digests.add(centre.digest)
        centre.close()
    assert len(digests) == 1


def test_row_03_one_bundle_missing(province: Province) -> None:
    first, missing, last = three_bundles(province)
    outcomes = province.centre.take(first, last)
    assert_outcome(outcomes[1], Code.BUNDLE_GAP)
    assert province.centre.titles() == ["việc 1", "việc 2"]
    answer = province.a.receive(province.centre.receipt())
    assert answer.receipt is not None
    (state,) = answer.receipt.feeds
    assert (state.seq, state.missing) == (3, [(4, 6)])
    # The next hand-over has what is missing, even though the first stick never turns up again.
    missing.unlink()
    (again,) = province.a.seal("again")
    (outcome,) = province.centre.take(again)
    assert_outcome(outcome, Code.BUNDLE_IMPORTED)
    assert province.centre.titles() == [f"việc {number}" for number in range(1, 9)]


def test_row_04_tail_still_at_office(province: Province) -> None:
    first, second, last = three_bundles(province)
    (outcome,) = province.centre.take(first)
    assert outcome.code is Code.BUNDLE_IMPORTED
    assert Code.BUNDLE_TAIL_PENDING in outcome.remarks
    assert_told(Code.BUNDLE_TAIL_PENDING)
    answer = province.a.receive(province.centre.receipt())
    assert answer.receipt is not None
    assert (answer.receipt.feeds[0].seq, answer.receipt.feeds[0].claimed) == (3, 9)
    for bundle in (second, last):
        province.centre.take(bundle)
    assert len(province.centre.titles()) == 8


@pytest.mark.parametrize("resigned", [False, True], ids=["as it was signed", "manifest lies, too"])
def test_row_05_line_changed_on_the_stick(province: Province, *, resigned: bool) -> None:
    province.a.record("10 cuộc họp", "20 cuộc họp")
    (bundle,) = province.a.seal("usb")
    altered_bundle = altered(
        bundle,
        province.root / "altered.shd",
        reader=province.centre.station,
        members=lambda members: {name: content.replace(b"10 cu", b"90 cu") for name, content in members.items()},
        signer=province.a.station.signer if resigned else None,
    )
    before = province.centre.digest
    (outcome,) = province.centre.take(altered_bundle)
    assert_outcome(outcome, Code.BUNDLE_CHAIN if resigned else Code.BUNDLE_MEMBER)
    assert province.centre.digest == before
    assert_outcome(province.centre.take(bundle)[0], Code.BUNDLE_IMPORTED)
    assert province.centre.titles() == ["10 cuộc họp", "20 cuộc họp"]


def test_row_06_attachment_changed(province: Province) -> None:
    scan = province.root / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7 " + b"x" * 5_000)
    province.a.record("có tệp", attachments=[scan])
    (bundle,) = province.a.seal("usb")
    altered_bundle = altered(
        bundle,
        province.root / "altered.shd",
        reader=province.centre.station,
        members=lambda members: {name: content.replace(b"xxxx", b"xyxx", 1) for name, content in members.items()},
    )
    before = province.centre.digest
    (outcome,) = province.centre.take(altered_bundle)
    assert_outcome(outcome, Code.BUNDLE_MEMBER)
    assert province.centre.digest == before
    assert province.centre.ledger.db.execute("SELECT count(*) FROM blob").fetchone() == (0,)
    province.centre.take(bundle)
    (kept,) = province.centre.ledger.db.execute("SELECT data FROM blob").fetchone()
    assert kept == scan.read_bytes()


def test_row_07_manifest_changed(province: Province) -> None:
    province.a.record("một")
    (bundle,) = province.a.seal("usb", note="đợt một")
    parts = take_apart(bundle, province.centre.station)
    envelope = parse_envelope(parts.envelope)
    changed = envelope.payload.replace("đợt một".encode(), "đợt hai".encode())
    assert changed != envelope.payload

    class Copied:
        """The old signature over the new payload."""

        keyid, signature = envelope.signatures[0]

        def sign(self, data: bytes) -> bytes:
            return self.signature

    parts.envelope = seal_envelope(changed, PayloadKind.BUNDLE.payload_type, [Copied()])
    forged = put_together(province.root / "forged.shd", parts, province.centre.station.centre_recipients)
    before = province.centre.digest
    (outcome,) = province.centre.take(forged)
    assert_outcome(outcome, Code.BUNDLE_SIGNATURE_INVALID)
    assert (province.centre.digest, province.centre.links()) == (before, set())
    assert_outcome(province.centre.take(bundle)[0], Code.BUNDLE_IMPORTED)


def test_row_08_truncated_or_half_copied(province: Province) -> None:
    province.a.record(*(f"việc {number}" for number in range(40)))
    (bundle,) = province.a.seal("usb")
    whole = bundle.read_bytes()
    before = province.centre.digest
    cut = province.root / "cut.shd"
    for length in (0, 10, 100, 700, 1024, len(whole) // 2, len(whole) - 512, len(whole) - 1):
        for filler in (b"", bytes(len(whole) - length)):
            cut.write_bytes(whole[:length] + filler)
            (outcome,) = province.centre.take(cut)
            assert outcome.refused
            assert_told(outcome.code, outcome.parameters)
            # Ten bytes and then zeros could have been anything.
            unknown = {Code.BUNDLE_NOT_OURS} if filler and length <= 10 else set()
            assert outcome.code in {Code.BUNDLE_INCOMPLETE, Code.BUNDLE_DAMAGED} | unknown, (length, outcome.code)
            if not filler and length % 512 == 0:
                assert outcome.code is Code.BUNDLE_INCOMPLETE
    assert (province.centre.digest, province.centre.links()) == (before, set())
    cut.write_bytes(whole)
    assert_outcome(province.centre.take(cut)[0], Code.BUNDLE_IMPORTED)
    assert len(province.centre.titles(OFFICE_A)) == 40


def test_row_09_old_bundle_replayed(province: Province) -> None:
    province.a.record("một")
    (old,) = province.a.seal("old")
    province.a.record("hai")
    (new,) = province.a.seal("new")
    province.centre.take(new)
    digest = province.centre.digest
    (outcome,) = province.centre.take(old)
    assert outcome.code is Code.BUNDLE_KNOWN
    assert Code.BUNDLE_OLDER in outcome.remarks
    assert_told(Code.BUNDLE_OLDER)
    assert province.centre.digest == digest
    assert province.centre.titles() == ["hai", "một"]
