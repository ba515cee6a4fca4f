"""Threats of the design that concern the exchange as a whole; the numbers are those of the table of threats."""

from __future__ import annotations

import time
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from export.bundle.envelope import PayloadKind, parse_envelope, verify_envelope
from export.bundle.manifest import MemberLine, encode_payload
from export.bundle.sealed_file import open_sealed, write_sealed
from export.exchange import importing
from export.exchange.receipts import build_receipt
from export.trust.trust_payload import RoleName
from storage.backup import verify_ledger
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.end_to_end.adversity.forgery import put_together, sign, take_apart
from tests.end_to_end.adversity.province import OFFICE_A, PERIOD, Province
from tests.end_to_end.adversity.told import assert_outcome, assert_told, code_of


def test_threat_08_an_office_cannot_rewrite_what_was_receipted(province: Province) -> None:
    saved = province.a.clone("saved")
    province.a.record("12 cuộc")
    province.a.close_period()
    province.centre.take(*province.a.seal("usb"))
    province.a.receive(province.centre.receipt())
    receipted = province.centre.links()
    # The disk is set back, and the same positions are filled otherwise, with the office's own key.
    province.a.restore_from(saved, markers=True)
    province.a.record("99 cuộc")
    province.a.close_period()
    (outcome,) = province.centre.take(*province.a.seal("usb-2"))
    assert_outcome(outcome, Code.BUNDLE_FORK)
    assert receipted <= province.centre.links()
    assert province.centre.titles() == ["12 cuộc", "99 cuộc"]
    received = province.a.receive(province.centre.receipt())
    assert received.code is Code.BUNDLE_FORK
    assert_told(received.code, received.parameters)


def test_threat_09_a_centre_cannot_rewrite_what_it_receipted(province: Province) -> None:
    province.a.record("12 cuộc")
    province.centre.take(*province.a.seal("usb"))
    province.a.receive(province.centre.receipt())
    (envelope,) = province.a.ledger.db.execute("SELECT envelope FROM receipt").fetchone()
    # The office can show the signed receipt, and its own journal leads to the very link that was confirmed.
    kept = parse_envelope(envelope)
    assert verify_envelope(kept, province.a.station.trust.role_keys(RoleName.RECEIPT))
    state = msgspec.json.decode(kept.payload)["feeds"][0]
    feed = province.a.ledger.journal.own_feed()
    link = province.a.ledger.journal.link_at(feed, state["seq"])
    assert link is not None
    assert link.hex() == state["head"]
    # The centre changes a line behind the program's back: its own check finds it.
    with province.centre.ledger.write():
        province.centre.ledger.db.execute(
            "UPDATE node SET line = CAST(replace(CAST(line AS TEXT), '12 cuộc', '99 cuộc') AS BLOB) WHERE uid NOT NULL"
        )
    assert verify_ledger(province.centre.ledger) != []
    # And a receipt over another history is noticed at the office.
    receipt = build_receipt(province.centre.station, OFFICE_A)
    lie = msgspec.structs.replace(receipt, feeds=[msgspec.structs.replace(receipt.feeds[0], head="ab" * 32)])
    path = write_sealed(
        province.root / "lie.shd",
        kind=PayloadKind.RECEIPT,
        members=(),
        payload=lambda _: encode_payload(lie),
        signers=[province.centre.station.signer],
        recipients=province.centre.station.office_recipients(OFFICE_A),
        temporary=province.root / "temporary",
    ).path
    received = province.a.receive(path)
    assert received.code is Code.RECEIPT_HISTORY_DIFFERS
    assert_told(received.code, received.parameters)


def test_threat_12_a_lost_stick_shows_no_names(province: Province) -> None:
    province.a.record("Hội nghị quán triệt")
    province.a.close_period()
    (bundle,) = province.a.seal("usb")
    province.centre.take(bundle)
    station = province.centre.station
    for path in (bundle, province.centre.receipt(), province.centre.resync()):
        content = path.read_bytes()
        header, _, _ = content.partition(b"\n---")
        assert header.splitlines()[0] == b"age-encryption.org/v1"
        for told in (
            OFFICE_A,
            PERIOD,
            station.ledger.organisation,
            station.signer.keyid,
            "quán triệt",
            "manifest",
            "PK\x03\x04",
        ):
            assert told.encode() not in content
            assert told.encode("utf-16-le") not in content


def test_threat_14_the_recipient_is_signed(province: Province) -> None:
    """Naming another centre in the manifest needs the office's key; naming other readers, too."""
    province.a.record("một")
    (bundle,) = province.a.seal("usb")
    station = province.centre.station
    parts = take_apart(bundle, station)
    for lie in ({"to": "UBNDT"}, {"org": "vn.shd.khac"}, {"to_age": ["age1" + "q" * 58]}):
        parts.envelope = sign(msgspec.structs.replace(parts.manifest, **lie), province.a.station.signer)
        (outcome,) = province.centre.take(put_together(province.root / "forwarded.shd", parts, station.centre_recipients))
        assert_outcome(outcome, Code.BUNDLE_WRONG_RECIPIENT)
        parts = take_apart(bundle, station)


@pytest.mark.parametrize("signed", [False, True], ids=["unsigned", "signed by an office"])
def test_threat_16_a_zip_bomb_is_never_unpacked(province: Province, *, signed: bool) -> None:
    province.a.record("một")
    (bundle,) = province.a.seal("usb")
    station = province.centre.station
    parts = take_apart(bundle, station)
    (name,) = parts.members
    size = 96 << 20
    parts.members[name] = bytes(size)
    if signed:
        # The largest lie that an admitted key can sign: the digest cannot be right for less content than is there.
        manifest = msgspec.structs.replace(parts.manifest, members=[MemberLine(name, 10, "ab" * 32)])
        parts.envelope = sign(manifest, province.a.station.signer)
    bomb = put_together(province.root / "bomb.shd", parts, station.centre_recipients)
    assert bomb.stat().st_size < size // 500
    tracemalloc.start()
    started = time.monotonic()
    try:
        outcome = importing.verify_file(station, bomb)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert_outcome(outcome, Code.BUNDLE_MEMBER)
    assert time.monotonic() - started < 5
    assert peak < 16 << 20


def test_threat_23_all_older_files_again(province: Province) -> None:
    """A whole drawer of old sticks: nothing of it brings the office back to an older state."""
    drawer: list[Path] = [next((province.root / "kits").iterdir())]
    for number in range(3):
        province.a.record(f"việc {number}")
        province.centre.take(*province.a.seal(f"usb-{number}"))
        drawer += [province.centre.receipt(), province.centre.kit(), province.centre.resync()]
        for path in drawer[-3:]:
            province.a.receive(path)
    settings = "SELECT name, value FROM setting ORDER BY name"
    state = [province.a.ledger.db.execute(query).fetchall() for query in (settings, "SELECT * FROM acknowledged")]
    digest = province.a.digest
    codes = {province.a.receive(path).code for path in drawer}
    assert codes == {Code.KIT_OLD, Code.RECEIPT_OLD, Code.RESYNC_ACCEPTED}
    again = [province.a.ledger.db.execute(query).fetchall() for query in (settings, "SELECT * FROM acknowledged")]
    assert (again, province.a.digest) == (state, digest)


@pytest.mark.parametrize("year", [2001, 2038, 2100])
def test_threat_24_no_decision_depends_on_the_clock(province: Province, year: int) -> None:
    """The same story with all clocks in another century, and with clocks that run backwards between the steps."""
    for back in range(2):
        province.clock.now = datetime(year - back, 2, 28, 23, 59, tzinfo=UTC)
        (uid,) = province.a.record(f"một {back}")
        province.a.amend(uid, f"hai {back}")
        (outcome,) = province.centre.take(*province.a.seal(f"usb-{back}"))
        assert outcome.code is Code.BUNDLE_IMPORTED
        assert Code.BUNDLE_CLOCK not in outcome.remarks
        assert province.a.receive(province.centre.receipt()).code is Code.RECEIPT_ACCEPTED
        assert province.a.receive(province.centre.kit()).code is Code.KIT_ACCEPTED
    assert province.centre.titles() == ["hai 0", "hai 1"]
    province.a.close()
    assert province.a.ledger.continuity.value == "CONTINUOUS"


def test_plain_content_is_not_kept_beside_the_ledger(province: Province) -> None:
    """After every ordinary job the temporary folder is empty or gone."""
    province.a.record("việc của cơ quan")
    (bundle,) = province.a.seal("usb")
    province.centre.take(bundle)
    with open_sealed(bundle, identities=province.centre.station.identities, temporary=province.root / "elsewhere"):
        pass
    for pc in (province.a, province.centre):
        folder = pc.folders.temporary
        assert not folder.exists() or list(folder.iterdir()) == []
        pc.close()
        assert not folder.exists()
    assert list((province.root / "elsewhere").iterdir()) == []


def test_a_file_that_cannot_be_read_does_not_stop_the_others(province: Province) -> None:
    province.a.record("một")
    (bundle,) = province.a.seal("usb")
    folder = bundle.parent
    (folder / "0-not-ours.shd").write_bytes(b"xin chao")
    (folder / "1-empty.shd").write_bytes(b"")
    (folder / "2-text.shd").write_text("age-encryption.org/v9\n", encoding="utf-8")
    outcomes = province.centre.take(folder)
    codes = [outcome.code for outcome in outcomes]
    assert codes[:3] == [Code.BUNDLE_NOT_OURS, Code.BUNDLE_INCOMPLETE, Code.BUNDLE_TOO_NEW]
    assert codes[3] is Code.BUNDLE_IMPORTED
    with pytest.raises(LedgerError) as raised:
        province.centre.take(folder / "gone.shd")
    assert code_of(raised) is Code.FILE_NOT_FOUND
