"""The ten guarantees of the manual, each with real ledgers, real keys and real files."""

from __future__ import annotations

import subprocess
from pathlib import Path

import msgspec
import pytest

from export.bundle.sealed_file import open_sealed
from export.exchange import importing, sealing
from export.exchange.audit import write_audit
from export.exchange.setup import set_up_office
from export.exchange.station import AGE, AGE_RECOVERY, SIGN
from export.exchange.undo import undo_import
from storage.backup import back_up, restore
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import Progress, Stage
from storage.follow_up import matrix
from storage.marker import Continuity
from tests.end_to_end.adversity.forgery import put_together, take_apart
from tests.end_to_end.adversity.province import OFFICE_A, OFFICE_B, PERIOD, PIN, Pc, Province, context
from tests.end_to_end.adversity.told import assert_told, code_of


@pytest.mark.parametrize("harm", ["flipped", "shortened", "gone"])
def test_g2_what_the_medium_gives_back_is_compared(province: Province, harm: str) -> None:
    """The medium changes its mind between writing and reading back: the reporter is told just then."""
    province.a.record("một")
    stick = province.root / "stick"

    def spoil(progress: Progress) -> None:
        if progress.stage is not Stage.READING_BACK:
            return
        (written,) = stick.glob("*.shd")
        content = bytearray(written.read_bytes())
        content[-20] ^= 1
        if harm == "gone":
            written.unlink()
        else:
            written.write_bytes(content if harm == "flipped" else content[:-512])

    with pytest.raises(LedgerError) as raised:
        sealing.seal(province.a.station, stick, report=spoil)
    assert code_of(raised) is Code.READ_BACK_DIFFERS
    # It is not in the list of what was handed over, and nothing is taken for sent.
    assert province.a.ledger.db.execute("SELECT count(*) FROM custody").fetchone() == (0,)
    (good,) = province.a.seal("another-stick")
    assert province.centre.take(good)[0].code is Code.BUNDLE_IMPORTED


def test_g3_one_result_whatever_the_order(province: Province) -> None:
    """In short; ``tests/property/test_convergence.py`` looks for a counterexample."""
    province.a.record("một")
    first = province.a.seal("one")
    province.a.record("hai")
    bundles = [*first, *province.a.seal("two"), *province.b.seal("b", everything=True)]
    digests = set()
    for name, order in (("forward", bundles), ("backward", bundles[::-1]), ("thrice", bundles * 3)):
        centre = province.centre.clone(name)
        for bundle in order:
            centre.take(bundle)
        digests.add(centre.digest)
        centre.close()
    assert len(digests) == 1


def test_g4_nothing_is_overwritten_silently(province: Province) -> None:
    (uid,) = province.a.record("chung")
    stick = province.a.seal("stick")
    province.centre.take(*stick)
    province.second.receive(province.centre.resync())
    province.a.amend(uid, "bản một")
    province.second.amend(uid, "bản hai")
    assert len({path.name for path in [*stick, *province.a.seal("stick"), *province.second.seal("stick")]}) == 3
    province.centre.take(province.root / "stick")
    versions = province.centre.ledger.projections.versions(bytes.fromhex(uid), OFFICE_A)
    assert {getattr(version.entry, "body").title for version in versions} == {"chung", "bản một", "bản hai"}  # noqa: B009
    (heads,) = province.centre.ledger.db.execute("SELECT heads FROM activity").fetchone()
    assert heads == 2
    # Files that are there stay as they are.
    target = province.root / "copy.db"
    target.write_bytes(b"mine")
    with pytest.raises(LedgerError) as raised:
        back_up(province.a.ledger, target)
    assert code_of(raised) is Code.FILE_EXISTS
    assert target.read_bytes() == b"mine"


def test_g5_receipted_history_is_never_changed(province: Province) -> None:
    province.a.record("một")
    bundles = province.a.seal("usb")
    (outcome,) = province.centre.take(*bundles)
    backup = back_up(province.a.ledger, province.root / "a.db").path
    receipt = province.centre.receipt()
    province.a.receive(receipt)
    digest, links = province.centre.digest, province.centre.links()
    with pytest.raises(LedgerError) as raised:
        undo_import(province.centre.ledger, province.centre.station.catalogue, outcome.import_id)
    assert code_of(raised) is Code.UNDO_RECEIPTED
    province.centre.take(*bundles)
    assert (province.centre.digest, province.centre.links()) == (digest, links)
    # A restore at the office continues beside the receipted history.
    province.a.close()
    restore(province.a.folders, backup, clock=province.clock)
    assert province.a.ledger.continuity is Continuity.RESTORED
    province.a.record("hai")
    province.centre.take(*province.a.seal("usb-2", everything=True))
    assert province.centre.links() >= links
    assert province.centre.titles() == ["hai", "một"]


def test_g5_undo_takes_back_only_what_it_brought(province: Province) -> None:
    province.a.record("một")
    province.centre.take(*province.a.seal("usb"))
    before = province.centre.digest
    (uid,) = province.a.record("hai")
    later = province.a.seal_range(province.root / "later.shd", 3, 3)
    (outcome,) = province.centre.take(later)
    assert province.centre.titles() == ["hai", "một"]
    undo_import(province.centre.ledger, province.centre.station.catalogue, outcome.import_id)
    assert province.centre.digest == before
    province.centre.take(later)
    assert province.centre.titles() == ["hai", "một"]
    assert uid


def test_g6_a_changed_byte_of_the_file_is_detected(province: Province) -> None:
    province.a.record("một")
    (bundle,) = province.a.seal("usb")
    whole = bundle.read_bytes()
    before = province.centre.digest
    flipped = province.root / "flipped.shd"
    for position in range(0, len(whole), 7):
        flipped.write_bytes(whole[:position] + bytes([whole[position] ^ (1 << position % 8)]) + whole[position + 1 :])
        outcome = importing.verify_file(province.centre.station, flipped)
        assert outcome.refused, position
        assert_told(outcome.code)
    assert (province.centre.digest, province.centre.links()) == (before, set())


def test_g6_a_changed_byte_of_the_content_is_detected(province: Province) -> None:
    """As above for somebody who could decrypt and encrypt again: now the signature and the digests must notice."""
    province.a.record("một", "hai")
    (bundle,) = province.a.seal("usb")
    station = province.centre.station
    parts = take_apart(bundle, station)
    payload = parts.payload
    (name,) = parts.members
    content = parts.members[name]
    target = province.root / "flipped.shd"
    for position in range(0, len(content), 5):
        changed = content[:position] + bytes([content[position] ^ (1 << position % 8)]) + content[position + 1 :]
        parts.members[name] = changed
        outcome = importing.verify_file(station, put_together(target, parts, station.centre_recipients))
        assert outcome.code is Code.BUNDLE_MEMBER, position
    parts.members[name] = content
    envelope = parts.envelope
    for position in range(0, len(envelope), 7):
        parts.envelope = envelope[:position] + bytes([envelope[position] ^ (1 << position % 8)]) + envelope[position + 1 :]
        outcome = importing.verify_file(station, put_together(target, parts, station.centre_recipients))
        assert outcome.refused, position
        assert_told(outcome.code)
    parts.envelope = envelope
    assert parts.payload == payload
    outcome = importing.verify_file(station, put_together(target, parts, station.centre_recipients))
    assert outcome.code is Code.BUNDLE_VERIFIED
    assert province.centre.links() == set()


def test_g7_clones_and_restored_pcs_are_found_and_nothing_is_discarded(province: Province) -> None:
    province.a.record("một")
    image = province.a.clone("image")
    elsewhere = province.a.clone("elsewhere", machine="another machine")
    without_memory = province.a.clone("without-memory", markers=False)
    noticed_at_start = {elsewhere.name, without_memory.name}
    pcs = [province.a, image, elsewhere, without_memory]
    forks = 0
    for pc in pcs:
        assert (pc.ledger.continuity is Continuity.COPIED) == (pc.name in noticed_at_start)
        pc.record(f"ở {pc.name}")
        (outcome,) = province.centre.take(*pc.seal(f"usb-{pc.name}"))
        assert not outcome.refused
        forks += outcome.code is Code.BUNDLE_FORK
    # The two that share one feed are found at the exchange, and every entry of all four counts.
    assert forks >= 1
    for pc in pcs:
        assert pc.links() <= province.centre.links()
        assert f"ở {pc.name}" in province.centre.titles()


def test_g8_completeness_is_explainable_and_within_bounds(province: Province) -> None:
    ledger, catalogue = province.centre.ledger, province.centre.station.catalogue
    period = catalogue.period(PERIOD)
    shares = []
    for pc in (province.a, province.b, province.second):
        follow_up = matrix(ledger, catalogue, period)
        assert follow_up.complete is not None
        shares.append(follow_up.complete)
        received = [cell for cell in follow_up.cells if cell.received_on is not None]
        assert len(received) == follow_up.complete.numerator
        assert len(follow_up.cells) >= follow_up.complete.denominator
        pc.record("một")
        pc.close_period()
        bundles = pc.seal("usb")
        province.centre.take(*bundles, *bundles)
    last = matrix(ledger, catalogue, period).complete
    assert last is not None
    # The second PC of the same office is no further report.
    assert [share.numerator for share in [*shares, last]] == [0, 1, 2, 2]
    assert all(0 <= share.numerator <= share.denominator for share in [*shares, last])
    arrivals = ledger.db.execute("SELECT DISTINCT office FROM arrival ORDER BY office").fetchall()
    assert arrivals == [(OFFICE_A,), (OFFICE_B,)]


def run(*command: str, folder: Path) -> str:
    """A command of the system, as an auditor types it."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def test_g9_an_auditor_needs_no_program_of_ours(province: Province) -> None:
    province.a.record("một", "hai")
    (bundle,) = province.a.seal("usb")
    province.centre.take(bundle)
    folder = province.root / "audit"
    write_audit(province.centre.station, bundle, folder)
    assert "FAILED" not in run("sha256sum", "-c", "SHA256SUMS", folder=folder)
    verify = (
        "openssl",
        "pkeyutl",
        "-verify",
        "-pubin",
        "-inkey",
        "office.pem",
        "-rawin",
        "-in",
        "pae.bin",
        "-sigfile",
        "sig.bin",
    )
    assert "Verified Successfully" in run(*verify, folder=folder)
    manifest = (folder / "manifest.json").read_bytes()
    assert (folder / "pae.bin").read_bytes().endswith(b" " + manifest)
    run("unzip", "-q", "inner.zip", "-d", "inner", folder=folder)
    members = msgspec.json.decode(manifest)["members"]
    sums = "".join(f"{member['sha256']}  {member['name']}\n" for member in members)
    (folder / "inner" / "sums").write_text(sums, encoding="ascii")
    assert run("sha256sum", "-c", "sums", folder=folder / "inner").count(": OK") == len(members) > 0
    # It proves something: any other signed bytes fail.
    (folder / "pae.bin").write_bytes((folder / "pae.bin").read_bytes() + b" ")
    with pytest.raises(subprocess.CalledProcessError):
        run(*verify, folder=folder)


def test_g10_the_safe_opens_what_was_sent_to_a_dead_centre(province: Province) -> None:
    province.a.record("một")
    (bundle,) = province.a.seal("usb")
    keys = province.centre.station.keys
    assert keys.age_identity(AGE) != keys.age_identity(AGE_RECOVERY)
    temporary = province.root / "temporary"
    with open_sealed(bundle, identities=[keys.age_identity(AGE_RECOVERY)], temporary=temporary) as opened:
        (name,) = opened.container.names[1:]
        assert "một".encode() in opened.container.read(name, 1 << 20)


def test_g10_a_dead_office_pc_gets_everything_receipted_back(province: Province) -> None:
    scan = province.root / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7 " + b"x" * 9_000)
    province.a.record("một", attachments=[scan])
    province.a.close_period()
    province.centre.take(*province.a.seal("usb"))
    province.a.close()
    heir = province.new_pc("heir")
    province.centre.enrol(heir, replaces=True)
    heir.receive(province.centre.resync())
    assert heir.titles() == ["một"]
    closings = "SELECT office, period, op, n, root, report FROM closing"
    assert heir.ledger.db.execute(closings).fetchall() == province.centre.ledger.db.execute(closings).fetchall()
    assert heir.ledger.db.execute("SELECT data FROM blob").fetchall() == [(scan.read_bytes(),)]
    assert heir.is_sound()


def test_g10_a_forgotten_pin_is_no_loss(province: Province) -> None:
    pc = Pc("forgetful", province.root, province.clock, "machine-forgetful")
    made = set_up_office(context(pc), kit=next((province.root / "kits").iterdir()), office=OFFICE_A)
    with pytest.raises(LedgerError) as raised:
        pc.station.key_store.unlock(PIN[::-1])
    assert code_of(raised) is Code.PIN_WRONG
    unlocked = pc.station.key_store.unlock_with_recovery(made.recovery_code)
    assert unlocked.signing_key(SIGN).keyid == pc.station.signer.keyid
    pc.close()
