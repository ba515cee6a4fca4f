"""Copies of the ledger and the way back."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.backup import ROTATING_KEPT, back_up, newest_backup, restore, rotate_backups, verify_ledger
from storage.connection import open_ledger
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import Progress, Stage
from storage.ledger import Ledger
from storage.projections.apply import content_digest
from tests.unit.storage.ledger_examples import Pc, meeting, record


@pytest.fixture
def pc(tmp_path: Path) -> Pc:
    return Pc(tmp_path / "pc")


@pytest.fixture
def ledger(pc: Pc) -> Iterator[Ledger]:
    with pc.create() as made:
        record(made, meeting(title="Hội nghị một"), meeting(title="Hội nghị hai"))
        yield made


@pytest.fixture
def copy(ledger: Ledger, tmp_path: Path) -> Path:
    return back_up(ledger, tmp_path / "stick.db").path


def refusal(pc: Pc, source: Path) -> Code:
    with pytest.raises(LedgerError) as caught:
        restore(pc.folders, source, clock=pc.clock)
    return caught.value.code


def overwrite(path: Path, find: bytes, put: bytes) -> None:
    data = path.read_bytes()
    assert find in data
    path.write_bytes(data.replace(find, put))


def test_a_copy_is_whole_checked_and_told_by_its_digest(ledger: Ledger, tmp_path: Path) -> None:
    stages: list[Stage] = []

    def report(progress: Progress) -> None:
        stages.append(progress.stage)

    made = back_up(ledger, tmp_path / "new" / "copy.db", report)
    assert made.sha256 == hashlib.sha256(made.path.read_bytes()).hexdigest()
    assert made.size == made.path.stat().st_size
    assert stages == [Stage.BACKING_UP, Stage.READING_BACK]
    assert [left.name for left in made.path.parent.iterdir()] == ["copy.db"], "one file, no log, no leftovers"


def test_a_copy_can_be_read_from_a_medium_that_cannot_be_written(copy: Path) -> None:
    """A file in the mode of the write-ahead log would need a second file beside it."""
    assert copy.read_bytes()[18:20] == b"\x01\x01"


def test_in_a_folder_the_copy_gets_a_name_that_says_what_it_is(ledger: Ledger, tmp_path: Path) -> None:
    assert back_up(ledger, tmp_path).path.name == "so-hoat-dong-ubnd-dh-20200305T080000.db"


def test_a_copy_never_replaces_a_file(ledger: Ledger, tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    target.write_bytes(b"mine")
    with pytest.raises(LedgerError) as caught:
        back_up(ledger, target)
    assert caught.value.code is Code.FILE_EXISTS
    assert target.read_bytes() == b"mine"


def test_a_folder_that_cannot_be_made_is_told(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(LedgerError) as caught:
        back_up(ledger, tmp_path / "file" / "folder" / "copy.db")
    assert caught.value.code is Code.FOLDER_UNWRITABLE


def test_no_keys_leave_with_a_copy(ledger: Ledger, copy: Path) -> None:
    ledger.folders.keys.write_bytes(b"secret-of-the-key-store")
    assert b"secret-of-the-key-store" not in copy.read_bytes()


def test_restoring_brings_back_what_the_copy_holds_and_keeps_what_it_replaces(pc: Pc, ledger: Ledger, copy: Path) -> None:
    then = content_digest(ledger.db)
    record(ledger, meeting(title="Hội nghị ba"))
    later = content_digest(ledger.db)
    ledger.close()
    replaced = restore(pc.folders, copy, clock=pc.clock)
    assert replaced is not None
    assert (digest_of(pc.folders.database), digest_of(replaced)) == (then, later)


def test_restoring_twice_within_one_second_keeps_both(pc: Pc, ledger: Ledger, copy: Path) -> None:
    ledger.close()
    kept = {restore(pc.folders, copy, clock=pc.clock) for _ in range(3)}
    assert len(kept) == 3
    assert all(path is not None and path.is_file() for path in kept)


def test_restoring_on_a_new_pc_needs_nothing_to_be_there(ledger: Ledger, copy: Path, tmp_path: Path) -> None:
    new = Pc(tmp_path / "new")
    assert restore(new.folders, copy, clock=new.clock) is None
    assert digest_of(new.folders.database) == content_digest(ledger.db)


def test_a_log_left_behind_is_not_played_into_the_restored_ledger(pc: Pc, ledger: Ledger, copy: Path) -> None:
    then = content_digest(ledger.db)
    record(ledger, meeting(title="only in the log"))
    log = pc.folders.database.with_name("ledger.db-wal")
    kept = log.read_bytes()
    ledger.close()
    pc.folders.database.unlink()
    log.write_bytes(kept)
    restore(pc.folders, copy, clock=pc.clock)
    assert not log.exists()
    assert digest_of(pc.folders.database) == then


def test_a_damaged_ledger_is_replaced_and_kept_too(pc: Pc, ledger: Ledger, copy: Path) -> None:
    ledger.close()
    pc.folders.database.write_bytes(b"SQLite format 3\0" + b"?" * 5000)
    replaced = restore(pc.folders, copy, clock=pc.clock)
    assert replaced is not None
    assert replaced.read_bytes().startswith(b"SQLite format 3\0???")
    pc.open().close()


@pytest.mark.parametrize(("find", "put"), [("Hội nghị một", "Hội nghị mốt"), ('"so_cuoc":1', '"so_cuoc":9')])
def test_a_copy_with_one_changed_entry_is_refused(pc: Pc, ledger: Ledger, copy: Path, find: str, put: str) -> None:
    before = content_digest(ledger.db)
    overwrite(copy, find.encode(), put.encode())
    assert refusal(pc, copy) is Code.BACKUP_DAMAGED
    assert content_digest(ledger.db) == before


@pytest.mark.parametrize("share", [0.05, 0.4, 0.9])
def test_a_copy_cut_short_is_refused(pc: Pc, copy: Path, share: float) -> None:
    data = copy.read_bytes()
    copy.write_bytes(data[: int(len(data) * share)])
    assert refusal(pc, copy) is Code.BACKUP_DAMAGED


def test_bad_pages_anywhere_are_refused_or_harmless(pc: Pc, ledger: Ledger, copy: Path) -> None:
    """Every page in turn is overwritten: the copy is refused with a code, and nothing else happens."""
    data = copy.read_bytes()
    codes = set()
    for page in range(0, len(data), 4096):
        copy.write_bytes(data[:page] + b"\xa5" * 4096 + data[page + 4096 :])
        try:
            restore(pc.folders, copy, clock=pc.clock)
        except LedgerError as error:
            codes.add(error.code)
    assert codes <= {Code.BACKUP_DAMAGED, Code.LEDGER_FOREIGN}
    assert Code.BACKUP_DAMAGED in codes


def test_a_copy_with_a_missing_entry_is_refused(pc: Pc, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as db:
        db.execute("DELETE FROM node WHERE seq = 2")
        db.commit()
    assert refusal(pc, copy) is Code.BACKUP_DAMAGED


def test_an_empty_ledger_is_no_copy(pc: Pc, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as db:
        db.execute("DELETE FROM setting")
        db.commit()
    assert refusal(pc, copy) is Code.BACKUP_DAMAGED


def test_other_files_are_refused(pc: Pc, ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7" + bytes(5000))
    assert refusal(pc, tmp_path / "letter.pdf") is Code.LEDGER_FOREIGN
    assert refusal(pc, tmp_path / "nothing.db") is Code.FILE_NOT_FOUND
    assert refusal(pc, tmp_path) is Code.FILE_NOT_FOUND
    assert ledger.setting("role") == "office"


def test_the_copy_of_another_installation_is_refused(pc: Pc, ledger: Ledger, tmp_path: Path) -> None:
    other = Pc(tmp_path / "other")
    other.identifiers.random(16)
    with other.create() as theirs:
        foreign = back_up(theirs, tmp_path / "foreign.db").path
    before = content_digest(ledger.db)
    assert refusal(pc, foreign) is Code.BACKUP_OF_ANOTHER
    assert content_digest(ledger.db) == before


def test_a_copy_of_a_newer_program_is_refused(pc: Pc, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as db:
        db.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('ledger', '9999_new', 'now')")
        db.commit()
    assert refusal(pc, copy) is Code.LEDGER_TOO_NEW


def test_a_rotating_copy_is_made_once_a_day_and_seven_are_kept(pc: Pc, ledger: Ledger) -> None:
    first = rotate_backups(ledger)
    assert first is not None
    assert rotate_backups(ledger) is None
    pc.clock.forward(hours=19)
    assert rotate_backups(ledger) is None
    made = [first]
    for _ in range(ROTATING_KEPT + 2):
        pc.clock.forward(hours=21)
        copied = rotate_backups(ledger)
        assert copied is not None
        made.append(copied)
    assert sorted(ledger.folders.backups.iterdir()) == made[-ROTATING_KEPT:]
    assert newest_backup(ledger.folders) == made[-1]


def test_a_clock_that_once_was_years_ahead_costs_no_copy(pc: Pc, ledger: Ledger) -> None:
    pc.clock.forward(days=3650)
    for _ in range(ROTATING_KEPT):
        pc.clock.forward(days=1)
        assert rotate_backups(ledger) is not None
    pc.clock.forward(days=-3650)
    real = []
    for _ in range(3):
        pc.clock.forward(days=1)
        copied = rotate_backups(ledger)
        assert copied is not None
        real.append(copied)
        assert rotate_backups(ledger) is None
    assert all(path.is_file() for path in real)


def test_copies_of_other_kinds_are_not_rotated_away(pc: Pc, ledger: Ledger) -> None:
    own = ledger.folders.backups
    own.mkdir()
    kept = [own / name for name in ("before-0002-x.db", "replaced-20200101T000000.db", "daily-nonsense.db")]
    for path in kept[:2]:
        path.write_bytes(b"")
    for _ in range(ROTATING_KEPT + 2):
        pc.clock.forward(days=1)
        rotate_backups(ledger)
    assert all(path.is_file() for path in kept[:2])


def test_verifying_names_what_is_wrong(ledger: Ledger) -> None:
    assert verify_ledger(ledger) == []
    ledger.db.execute("UPDATE node SET line = x'00' WHERE seq = 2")
    feed = ledger.journal.own_feed()
    assert verify_ledger(ledger) == [f"feed {feed.feed.hex()} entry 2"]


def digest_of(path: Path) -> str:
    look = path.with_name("look.db")
    shutil.copyfile(path, look)
    with closing(open_ledger(look)) as db:
        return content_digest(db)
