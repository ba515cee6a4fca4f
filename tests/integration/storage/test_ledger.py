"""A ledger as a whole: restored and copied ones are noticed at start, and nothing that was saved is lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from storage.backup import back_up, restore, verify_ledger
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.journal.entries import Noted
from storage.journal.store import Feed
from storage.ledger import Ledger, Role
from storage.marker import Continuity, Marker
from storage.projections.apply import content_digest
from tests.unit.storage.ledger_examples import AGE, AT, PUBLIC, Pc, meeting, record

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def pc(tmp_path: Path) -> Pc:
    made = Pc(tmp_path / "pc")
    with made.create() as ledger:
        record(ledger, meeting(title="one"), meeting(title="two"))
    return made


def acknowledge(ledger: Ledger) -> tuple[Feed, int, bytes]:
    """As if a receipt of the centre had covered everything so far."""
    feed = ledger.journal.own_feed()
    seq, head = ledger.journal.head(feed)
    with ledger.write():
        ledger.db.execute("INSERT OR REPLACE INTO acknowledged VALUES (?, ?, ?)", [feed.id, seq, head])
    return feed, seq, head


def reopened(pc: Pc) -> tuple[Continuity, int]:
    """How an opening went, and how many own feeds there are after it."""
    with pc.open() as ledger:
        return ledger.continuity, len(ledger.journal.feeds(ledger.office))


def test_a_ledger_that_goes_on_is_continuous_however_often_it_is_opened(pc: Pc) -> None:
    for _ in range(3):
        assert reopened(pc) == (Continuity.CONTINUOUS, 1)
        with pc.open() as ledger:
            record(ledger, meeting())


def test_the_first_entry_says_who_writes(pc: Pc) -> None:
    with pc.open() as ledger:
        opening = ledger.own_opening()
        assert (opening.office, opening.key, opening.age, opening.succeeds) == ("UBND-DH", PUBLIC.hex(), AGE, [])
        assert (ledger.role, ledger.office, ledger.organisation) == (Role.OFFICE, "UBND-DH", "vn.shd.kontum")
        assert verify_ledger(ledger) == []


def test_a_second_ledger_in_the_same_profile_is_refused(pc: Pc) -> None:
    with pytest.raises(LedgerError) as caught:
        pc.create()
    assert caught.value.code is Code.LEDGER_EXISTS


def test_a_restored_ledger_goes_on_in_a_new_feed_that_succeeds_what_was_acknowledged(pc: Pc, tmp_path: Path) -> None:
    with pc.open() as ledger:
        feed, seq, head = acknowledge(ledger)
        copy = back_up(ledger, tmp_path / "copy.db").path
        record(ledger, meeting(title="lost in the restore"))
    restore(pc.folders, copy, clock=pc.clock)
    with pc.open() as ledger:
        assert ledger.continuity is Continuity.RESTORED
        assert ledger.journal.own_feed().feed != feed.feed
        (predecessor,) = ledger.own_opening().succeeds
        assert (predecessor.feed, predecessor.seq, predecessor.head) == (feed.feed.hex(), seq, head.hex())
        record(ledger, meeting(title="after"))
        assert ledger.journal.head(feed) == (seq, head), "the old feed is never written to again"
    assert reopened(pc) == (Continuity.CONTINUOUS, 2)


def test_restoring_the_newest_state_is_no_break(pc: Pc, tmp_path: Path) -> None:
    with pc.open() as ledger:
        copy = back_up(ledger, tmp_path / "copy.db").path
    restore(pc.folders, copy, clock=pc.clock)
    assert reopened(pc) == (Continuity.CONTINUOUS, 1)


def test_a_restored_ledger_that_wrote_other_entries_is_noticed_too(pc: Pc, tmp_path: Path) -> None:
    """As long as before, but with another history: the link tells, not the length."""
    shutil.copytree(pc.folders.markers, tmp_path / "markers-before")
    with pc.open() as ledger:
        copy = back_up(ledger, tmp_path / "copy.db").path
        record(ledger, meeting(title="the true third"))
    markers_after = tmp_path / "markers-after"
    shutil.copytree(pc.folders.markers, markers_after)
    restore(pc.folders, copy, clock=pc.clock)
    shutil.rmtree(pc.folders.markers)
    shutil.copytree(tmp_path / "markers-before", pc.folders.markers)
    with pc.open() as ledger:
        assert ledger.continuity is Continuity.CONTINUOUS
        record(ledger, meeting(title="another third"))
    shutil.rmtree(pc.folders.markers)
    shutil.copytree(markers_after, pc.folders.markers)
    assert reopened(pc) == (Continuity.RESTORED, 2)


def test_a_profile_on_another_pc_is_a_copy(pc: Pc, tmp_path: Path) -> None:
    """Without the marker's folder (a stick), and with it (a cloned disk)."""
    stick = Pc(tmp_path / "stick", machine="another-pc")
    shutil.copytree(pc.folders.data, stick.folders.data)
    assert reopened(stick) == (Continuity.COPIED, 2)
    assert reopened(stick) == (Continuity.CONTINUOUS, 2)
    clone = Pc(tmp_path / "clone", machine="another-pc")
    shutil.copytree(pc.root, clone.root)
    assert reopened(clone) == (Continuity.COPIED, 2)
    assert reopened(pc) == (Continuity.CONTINUOUS, 1), "the original goes on"


def test_a_lost_marker_is_taken_for_a_copy_once(pc: Pc) -> None:
    shutil.rmtree(pc.folders.markers)
    assert reopened(pc) == (Continuity.COPIED, 2)
    assert reopened(pc) == (Continuity.CONTINUOUS, 2)


def test_one_torn_slot_of_the_marker_is_no_alarm(pc: Pc) -> None:
    for slot in sorted(pc.folders.markers.iterdir()):
        whole = slot.read_bytes()
        slot.write_bytes(whole[: len(whole) // 2])
        assert reopened(pc) == (Continuity.CONTINUOUS, 1)
        slot.write_bytes(whole)


def test_records_are_saved_even_if_the_marker_cannot_be_written(pc: Pc) -> None:
    with pc.open() as ledger:
        shutil.rmtree(pc.folders.markers)
        pc.folders.markers.write_text("in the way", encoding="utf-8")
        record(ledger, meeting(title="three"))
    pc.folders.markers.unlink()
    with pc.open() as ledger:
        assert len(ledger.db.execute("SELECT 1 FROM activity").fetchall()) == 3


def test_a_marker_that_lags_behind_is_no_alarm(pc: Pc, tmp_path: Path) -> None:
    """A crash between commit and marker."""
    shutil.copytree(pc.folders.markers, tmp_path / "before")
    with pc.open() as ledger:
        record(ledger, meeting(), meeting())
    shutil.rmtree(pc.folders.markers)
    shutil.copytree(tmp_path / "before", pc.folders.markers)
    assert reopened(pc) == (Continuity.CONTINUOUS, 1)


CRASH = """
import os, sys
from pathlib import Path
from storage.marker import Marker
from tests.unit.storage.ledger_examples import Pc, meeting, record

pc = Pc(Path(sys.argv[1]))
with pc.open() as ledger:
    saved = record(ledger, meeting(title="saved"))
    Marker.write = lambda *_, **__: os._exit(9)
    record(ledger, meeting(title="also saved"))
"""


def test_a_crash_between_commit_and_marker_loses_nothing(pc: Pc) -> None:
    done = subprocess.run([sys.executable, "-c", CRASH, str(pc.root)], cwd=ROOT, check=False)
    assert done.returncode == 9
    with pc.open() as ledger:
        assert ledger.continuity is Continuity.CONTINUOUS
        titles = {row[0] for row in ledger.db.execute("SELECT title FROM activity")}
        assert titles == {"one", "two", "saved", "also saved"}
        assert verify_ledger(ledger) == []


def test_a_write_that_fails_moves_neither_journal_nor_marker(pc: Pc) -> None:
    with pc.open() as ledger:
        mark = Marker(pc.folders.markers, ledger.setting("installation"), pc.machine).read()
        before = content_digest(ledger.db)
        with pytest.raises(KeyError):
            _fail_within(ledger)
        assert content_digest(ledger.db) == before
        assert Marker(pc.folders.markers, ledger.setting("installation"), pc.machine).read() == mark


def _fail_within(ledger: Ledger) -> None:
    with ledger.write():
        ledger.append_within(Noted(text="half", at=AT))
        raise KeyError


def test_capabilities_are_asked_for(pc: Pc) -> None:
    with pc.open() as ledger:
        ledger.require(Role.OFFICE)
        with pytest.raises(LedgerError) as caught:
            ledger.require(Role.CENTRE)
    assert caught.value.code is Code.WRONG_ROLE
    assert caught.value.parameters == {"role": "office", "needed": "centre"}


def test_a_new_key_begins_a_new_feed(pc: Pc) -> None:
    with pc.open() as ledger:
        acknowledge(ledger)
        ledger.continue_in_new_feed(public=bytes(reversed(PUBLIC)), age=AGE + "q")
        opening = ledger.own_opening()
        assert (opening.key, opening.age, len(opening.succeeds)) == (bytes(reversed(PUBLIC)).hex(), AGE + "q", 1)


def test_settings_are_kept(pc: Pc) -> None:
    with pc.open() as ledger:
        assert ledger.setting("colour", "none") == "none"
        ledger.set("colour", "blue")
        ledger.set("colour", "red")
    with pc.open() as ledger:
        assert ledger.setting("colour") == "red"


def test_rebuilding_gives_the_same_content(pc: Pc) -> None:
    with pc.open() as ledger:
        before = content_digest(ledger.db)
        with ledger.write():
            ledger.projections.rebuild()
        assert content_digest(ledger.db) == before
