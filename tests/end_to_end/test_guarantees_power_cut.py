"""Guarantee G1 and threats 15 and 19: the program is killed while it works, and disks have no room."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.marker import Continuity
from tests.architecture.source_tree import ROOT
from tests.end_to_end.adversity.province import Province
from tests.end_to_end.adversity.told import code_of


@contextmanager
def working(job: str, province: Province) -> Iterator[subprocess.Popen[str]]:
    """A process that does a job in the province and is killed at the end of the block, in the middle of whatever it does."""
    for pc in province.pcs:
        pc.close()
    command = [sys.executable, "-m", "tests.end_to_end.adversity.victim", job, str(province.root)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGKILL)


def lines_until_killed(job: str, province: Province, *, lines: int, pause: float) -> list[str]:
    """What the process had finished: ``lines`` of them, and those of the seconds after."""
    with working(job, province) as process:
        assert process.stdout is not None
        said = [process.stdout.readline().strip() for _ in range(lines)]
        time.sleep(pause)
        os.kill(process.pid, signal.SIGKILL)
        rest = process.stdout.read().splitlines(keepends=True)
    assert process.returncode == -signal.SIGKILL
    return said + [line.strip() for line in rest if line.endswith("\n")]


def test_g1_killed_while_recording(province: Province) -> None:
    told: list[str] = []
    for attempt in range(4):
        told += lines_until_killed("record", province, lines=3 + 4 * attempt, pause=0.003 * attempt)
        assert province.a.ledger.continuity is Continuity.CONTINUOUS
        assert province.a.is_sound()
    kept = {row[0] for row in province.a.ledger.db.execute("SELECT lower(hex(uid)) FROM activity").fetchall()}
    assert set(told) <= kept
    # At most the record that was being written when it was killed is there without having been told.
    assert len(kept) <= len(told) + 4
    province.centre.take(*province.a.seal("usb"))
    assert len(province.centre.titles()) == len(kept)


def test_g1_killed_while_importing(province: Province) -> None:
    bundles = []
    for number in range(12):
        province.a.record(*(f"việc {number}.{each}" for each in range(30)))
        path = province.root / "bundles" / f"{number:02}.shd"
        bundles.append(province.a.seal_range(path, 2 + 30 * number, 31 + 30 * number))
    bundles.append(province.a.seal_range(province.root / "bundles" / "99.shd", 1, 1))
    undisturbed = province.centre.clone("undisturbed")
    undisturbed.take(*bundles)
    finished = []
    for pause in (0.0, 0.012, 0.03, 0.05):
        finished.append(len(lines_until_killed("import", province, lines=1, pause=pause)) - 1)
        assert province.centre.is_sound()
        # Each bundle is there whole or not at all.
        counts = province.centre.ledger.db.execute("SELECT count(*) FROM node WHERE import_id IS NOT NULL").fetchone()
        whole = province.centre.ledger.db.execute("SELECT coalesce(sum(new), 0) FROM import").fetchone()
        assert counts == whole
        kept = {path.name for path in province.centre.folders.archive.glob("*.shd")}
        assert len(kept) >= province.centre.ledger.db.execute("SELECT count(*) FROM import").fetchone()[0]
    province.centre.take(*bundles)
    assert province.centre.digest == undisturbed.digest
    assert province.centre.links() == undisturbed.links()
    undisturbed.close()
    assert finished[0] < len(bundles)


def test_g1_and_threat_15_killed_while_sealing(province: Province) -> None:
    """What stands on the stick under its name is whole; no plaintext is left; and sealing again works."""
    scan = province.root / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7 PLAINTEXT" + os.urandom(1 << 20) * 40)
    province.a.record("việc bí mật nghề nghiệp", attachments=[scan])
    for pause in (0.02, 0.15, 0.4):
        told = lines_until_killed("seal", province, lines=1, pause=pause)
        for path in province.root.glob("stick-*/*.shd"):
            if not path.name.startswith("."):
                assert not province.centre.take(path)[0].refused, path
        assert all(Path(line).is_file() for line in told[1:])
        # Starting the program again removes whatever the killed one left decrypted.
        assert province.a.ledger.continuity is Continuity.CONTINUOUS
        assert not province.a.folders.temporary.exists()
        for path in province.root.glob("stick-*/.*"):
            unfinished = path.read_bytes()
            assert unfinished == b"" or unfinished.startswith(b"age-encryption.org/v1")
            assert b"PLAINTEXT" not in unfinished
        for folder in province.root.glob("stick-*"):
            shutil.rmtree(folder)
    assert province.a.seal("after") != []
    assert list(province.a.folders.data.rglob("*.part")) == []


def test_g1_full_disk_while_recording(province: Province) -> None:
    kept = province.a.record("một")
    ledger = province.a.ledger
    pages = ledger.db.execute("PRAGMA page_count").fetchone()[0]
    ledger.db.execute(f"PRAGMA max_page_count = {pages}").fetchone()

    def record_without_end() -> None:
        while len(kept) < 500:
            kept.extend(province.a.record(f"việc {len(kept)} " + "dài " * 100))

    with pytest.raises(LedgerError) as raised:
        record_without_end()
    assert code_of(raised) is Code.DISK_FULL
    rows = ledger.db.execute("SELECT lower(hex(uid)) FROM activity").fetchall()
    assert {row[0] for row in rows} == set(kept)
    assert province.a.is_sound()
    ledger.db.execute("PRAGMA max_page_count = 1000000").fetchone()
    assert province.a.record("sau khi dọn ổ đĩa")
    assert province.a.is_sound()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_g1_marker_that_cannot_be_written_does_not_fail_a_saved_record(province: Province) -> None:
    markers = province.a.folders.markers
    province.a.record("một")
    for slot in list(markers.iterdir()):
        slot.unlink()
        slot.symlink_to("/dev/full")
    (uid,) = province.a.record("hai")
    assert province.a.titles() == ["hai", "một"]
    assert uid
    # The stand-in inside the profile remembers instead, so the PC goes on as before.
    province.a.close()
    for slot in list(markers.iterdir()):
        slot.unlink()
    assert province.a.ledger.continuity is Continuity.CONTINUOUS
    province.a.record("ba")
    (outcome,) = province.centre.take(*province.a.seal("usb"))
    assert outcome.code is Code.BUNDLE_IMPORTED
    assert province.centre.titles() == ["ba", "hai", "một"]
