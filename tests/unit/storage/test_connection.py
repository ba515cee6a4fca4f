"""Opening ledger files: what is refused, what is in force, what happens around an upgrade."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from storage import connection
from storage import migrations as steps
from storage.connection import (
    APPLICATION_IDENTIFIER,
    check_integrity,
    copy_ledger,
    create_ledger,
    known_migrations,
    open_ledger,
    read_only,
    transaction,
)
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.migrations import migrations
from tests.unit.storage.ledger_examples import MovingClock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger file with one setting, closed."""
    file = tmp_path / "profile" / "ledger.db"
    with closing(create_ledger(file)) as db, transaction(db):
        db.execute("INSERT INTO setting VALUES ('role', 'office')")
    return file


@pytest.fixture
def with_one_more(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """The program of a later version: the same migrations and one more, to be added by the test."""
    later = Migrations("ledger")
    for migration in migrations.pending(Database(memory=True)):
        later(name=migration.name)(migration.fn)
    monkeypatch.setattr(steps, "migrations", later)
    monkeypatch.setattr(
        connection, "known_migrations", lambda: [migration.name for migration in later.pending(Database(memory=True))]
    )
    return later


def refusal(path: Path) -> Code:
    with pytest.raises(LedgerError) as caught:
        open_ledger(path).close()
    return caught.value.code


def content(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT name, value FROM setting ORDER BY name").fetchall()


def test_what_is_typed_is_on_the_disk_before_it_is_called_saved(path: Path) -> None:
    with closing(open_ledger(path)) as db:
        in_force = {
            name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert in_force == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_the_same_holds_for_a_new_ledger(tmp_path: Path) -> None:
    with closing(create_ledger(tmp_path / "ledger.db")) as db:
        in_force = {
            name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert in_force == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_second_ledger_is_never_written_over_the_first(path: Path) -> None:
    with pytest.raises(LedgerError) as caught:
        create_ledger(path)
    assert caught.value.code is Code.LEDGER_EXISTS
    assert content(path) == [("role", "office")]


def test_no_file_is_no_ledger(tmp_path: Path) -> None:
    assert refusal(tmp_path / "ledger.db") is Code.LEDGER_MISSING
    assert not (tmp_path / "ledger.db").exists()


@pytest.mark.parametrize("identifier", [0, 0x12345678])
def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path: Path, identifier: int) -> None:
    file = tmp_path / "other.db"
    with closing(sqlite3.connect(file)) as db:
        db.execute(f"PRAGMA application_id = {identifier}")
        db.execute("CREATE TABLE t (a)")
        db.commit()
    before = file.read_bytes()
    assert refusal(file) is Code.LEDGER_FOREIGN
    assert file.read_bytes() == before
    assert [left.name for left in tmp_path.iterdir()] == ["other.db"]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n" + b"x" * 5000, b"age-encryption.org/v1\n" + bytes(5000)])
def test_another_kind_of_file_is_refused_and_left_as_it_is(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "file.db"
    file.write_bytes(data)
    assert refusal(file) is Code.LEDGER_FOREIGN
    assert file.read_bytes() == data
    assert [left.name for left in tmp_path.iterdir()] == ["file.db"]


def test_a_ledger_of_a_newer_program_is_refused_and_left_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        row = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('ledger', '9999_add_future', 'now')"
        db.execute(row)
        db.commit()
    before = path.read_bytes()
    with pytest.raises(LedgerError) as caught:
        open_ledger(path)
    assert caught.value.code is Code.LEDGER_TOO_NEW
    assert "9999_add_future" in caught.value.detail
    with pytest.raises(LedgerError) as caught:
        read_only(path)
    assert caught.value.code is Code.LEDGER_TOO_NEW
    assert path.read_bytes() == before


def test_a_damaged_ledger_is_told_apart(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:4096] = bytes(3996)  # the page with the schema
    path.write_bytes(data)
    assert refusal(path) is Code.LEDGER_DAMAGED


def test_a_truncated_ledger_is_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 3 * 4096])
    assert refusal(path) is Code.LEDGER_DAMAGED


def test_nothing_but_zeros_is_what_a_power_cut_left_of_a_ledger(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))
    assert refusal(path) is Code.LEDGER_DAMAGED


def test_the_mark_of_a_ledger_stands_in_the_file_from_the_first_moment(tmp_path: Path) -> None:
    """A PC that dies before the log was ever carried into the file must not leave something that looks foreign."""
    with closing(create_ledger(tmp_path / "ledger.db")):
        assert (tmp_path / "ledger.db-wal").stat().st_size > 0
        assert (tmp_path / "ledger.db").read_bytes()[68:72] == APPLICATION_IDENTIFIER.to_bytes(4, "big")


def test_integrity_looks_at_foreign_keys(path: Path) -> None:
    with closing(open_ledger(path)) as db:
        assert check_integrity(db) == []
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("INSERT INTO claim VALUES (77, 1, x'00')")
        assert any("claim" in line for line in check_integrity(db))


def test_a_reference_to_a_feed_that_is_not_there_is_refused(path: Path) -> None:
    with closing(open_ledger(path)) as db, pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO claim VALUES (77, 1, x'00')")


def test_a_wrong_type_is_refused_by_the_schema(path: Path) -> None:
    with closing(open_ledger(path)) as db, pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO node VALUES (1, 'first', x'00', x'00', 1, NULL, NULL, NULL, NULL)")


def test_a_transaction_is_whole_or_not_at_all(path: Path) -> None:
    with closing(open_ledger(path)) as db:
        with pytest.raises(sqlite3.IntegrityError), transaction(db):
            db.conn.executemany("INSERT INTO setting VALUES (?, '1')", [("half",), ("half",)])
        with transaction(db):
            db.execute("INSERT INTO setting VALUES ('whole', '1')")
    assert content(path) == [("role", "office"), ("whole", "1")]


def test_two_writers_do_not_mix(path: Path) -> None:
    with closing(open_ledger(path)) as one, closing(open_ledger(path)) as two:
        two.execute("PRAGMA busy_timeout = 20").fetchall()
        with transaction(one), pytest.raises(LedgerError) as caught, transaction(two):
            pytest.fail("the second writer must not get in")
        assert caught.value.code is Code.LEDGER_BUSY


def test_a_full_disk_takes_the_transaction_back_and_says_so(path: Path) -> None:
    with closing(open_ledger(path)) as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages + 1}").fetchall()
        with pytest.raises(LedgerError) as caught, transaction(db):
            db.execute("INSERT INTO blob VALUES (x'00', zeroblob(1000000))")
        assert caught.value.code is Code.DISK_FULL
        db.execute("PRAGMA max_page_count = 100000").fetchall()
        with transaction(db):
            db.execute("INSERT INTO setting VALUES ('after', '1')")
    assert content(path) == [("after", "1"), ("role", "office")]


def test_a_reader_cannot_write(path: Path) -> None:
    with closing(read_only(path)) as db, pytest.raises(sqlite3.OperationalError):
        db.execute("INSERT INTO setting VALUES ('x', 'y')")


def test_a_copy_is_whole_and_holds_what_is_still_in_the_log(path: Path, tmp_path: Path) -> None:
    with closing(open_ledger(path)) as db:
        with transaction(db):
            db.execute("INSERT INTO setting VALUES ('late', '1')")
        copy_ledger(db, tmp_path / "copy.db")
    assert content(tmp_path / "copy.db") == [("late", "1"), ("role", "office")]
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_IDENTIFIER


# Upgrades


def test_an_upgrade_runs_after_a_checked_copy_was_made(path: Path, with_one_more: Migrations) -> None:
    @with_one_more(name="9000_add_colour")
    def _add(db: Database) -> None:
        db.execute("ALTER TABLE setting ADD COLUMN colour TEXT NOT NULL DEFAULT ''")

    with closing(open_ledger(path, clock=MovingClock())) as db:
        assert db.execute("SELECT name, value, colour FROM setting").fetchall() == [("role", "office", "")]
        assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    copies = [copy.name for copy in (path.parent / "backups").iterdir()]
    assert copies == ["before-9000_add_colour-20200305T080000.db"]
    assert content(path.parent / "backups" / copies[0]) == [("role", "office")]


def test_nothing_is_copied_when_nothing_is_to_be_upgraded(path: Path) -> None:
    open_ledger(path).close()
    assert not (path.parent / "backups").exists()


def test_a_failing_migration_leaves_the_ledger_as_it_was(path: Path, with_one_more: Migrations) -> None:
    @with_one_more(name="9000_break")
    def _break(db: Database) -> None:
        db.execute("DELETE FROM setting")
        db.execute("ALTER TABLE setting ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
        raise RuntimeError("broken migration")

    before = schema_of(path), content(path)
    with pytest.raises(RuntimeError, match="broken migration"):
        open_ledger(path)
    assert (schema_of(path), content(path)) == before


def test_a_failing_migration_can_be_tried_again_within_the_same_second(path: Path, with_one_more: Migrations) -> None:
    @with_one_more(name="9000_break")
    def _break(db: Database) -> None:
        raise RuntimeError("broken migration")

    for _ in range(2):
        with pytest.raises(RuntimeError, match="broken migration"):
            open_ledger(path, clock=MovingClock())


def test_a_migration_that_breaks_a_reference_is_refused(path: Path, with_one_more: Migrations) -> None:
    @with_one_more(name="9000_lose_feed")
    def _lose(db: Database) -> None:
        db.execute("INSERT INTO claim VALUES (77, 1, x'00')")

    with pytest.raises(LedgerError) as caught:
        open_ledger(path)
    assert caught.value.code is Code.LEDGER_DAMAGED
    assert "foreign keys" in caught.value.detail


def test_only_the_last_copies_before_upgrades_are_kept(path: Path, with_one_more: Migrations) -> None:
    clock = MovingClock()

    @with_one_more(name="9000_break")
    def _break(db: Database) -> None:
        raise RuntimeError("broken migration")

    for _ in range(5):
        clock.forward(minutes=1)
        with pytest.raises(RuntimeError):
            open_ledger(path, clock=clock)
    assert len(list((path.parent / "backups").glob("before-*.db"))) == connection.UPGRADE_COPIES_KEPT


def test_the_known_names_are_those_of_the_migrations() -> None:
    assert known_migrations() == [migration.name for migration in migrations.pending(Database(memory=True))]


def schema_of(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
