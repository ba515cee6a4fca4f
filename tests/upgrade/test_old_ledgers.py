"""A database of every released version, kept for ever: each is upgraded, and everything in it is still there."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from storage.backup import restore, verify_ledger
from storage.catalogue import Catalogue
from storage.connection import check_integrity, create_ledger, known_migrations, open_ledger
from storage.figures import period_data
from storage.journal.store import JournalStore
from storage.ledger import Ledger
from storage.marker import Continuity
from storage.projections.apply import content_digest, summary_digest
from storage.search import Filter, find_activities
from storage.version import VERSION
from tests.property.summary_histories import naive
from tests.unit.storage.ledger_examples import Pc, meeting, record
from tests.upgrade.keep_database import FOLDER, keep, told

FIRST = "ledger-0.1.0.db"
OLD = sorted(FOLDER.glob("ledger-*.db"))
each_old_ledger = pytest.mark.parametrize("old", OLD, ids=[path.name for path in OLD])


def schema_of(db: Database) -> list[tuple[str, str]]:
    rows = db.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND sql IS NOT NULL ORDER BY name")
    return [(name, re.sub(r"\s+", " ", sql)) for name, sql in rows.fetchall()]


def expected(old: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(old.with_suffix(".json").read_text(encoding="utf-8"))
    return found


def opened(old: Path, tmp_path: Path) -> Ledger:
    pc = Pc(tmp_path / "pc")
    pc.folders.data.mkdir(parents=True)
    shutil.copyfile(old, pc.folders.database)
    return pc.open()


def test_the_first_released_ledger_is_here_for_ever() -> None:
    assert FIRST in [path.name for path in OLD]
    assert all(path.with_suffix(".json").is_file() for path in OLD)


@each_old_ledger
def test_an_old_ledger_upgrades_to_the_schema_of_a_new_one(old: Path, tmp_path: Path) -> None:
    shutil.copyfile(old, tmp_path / "old.db")
    with closing(open_ledger(tmp_path / "old.db")) as upgraded, closing(create_ledger(tmp_path / "new.db")) as fresh:
        assert schema_of(upgraded) == schema_of(fresh)
        assert check_integrity(upgraded) == []
        assert [row[0] for row in upgraded.execute("SELECT name FROM _sqlite_migrations ORDER BY name")] == known_migrations()
        versions = [db.execute("PRAGMA application_id").fetchone()[0] for db in (upgraded, fresh)]
        assert versions[0] == versions[1]


@each_old_ledger
def test_everything_in_an_old_ledger_is_still_there(old: Path, tmp_path: Path) -> None:
    pc = Pc(tmp_path / "pc")
    restore(pc.folders, old, clock=pc.clock)
    with Ledger(open_ledger(pc.folders.database), pc.folders, pc.clock, pc.identifiers, "m") as ledger:
        assert told(ledger) == expected(old)
        assert verify_ledger(ledger) == []
        assert [row.title for row in find_activities(ledger, Filter(text="dao tao dak ha"))] == ["Đào tạo tại Đăk Hà"]
        before = content_digest(ledger.db)
        with ledger.write():
            ledger.projections.rebuild()
        assert content_digest(ledger.db) == before


@each_old_ledger
def test_an_old_ledger_is_copied_first_and_gets_its_summaries(old: Path, tmp_path: Path) -> None:
    with opened(old, tmp_path) as ledger:
        copies = list(ledger.folders.data.glob("backups/before-*.db"))
        if old.name == FIRST:
            assert [copy.name.partition("-20")[0] for copy in copies] == ["before-0002_keep_summaries"]
        assert ledger.projections.summaries.are_kept
        for code in ("2020S1", "2020"):
            period = Catalogue(ledger).period(code)
            assert ledger.projections.summaries.slices_of(period) is not None
            found = period_data(ledger, period)
            assert found == naive(ledger, period)
            assert found.counts
        before = summary_digest(ledger.db)
        with ledger.write():
            ledger.projections.rebuild()
        assert summary_digest(ledger.db) == before


def test_an_old_ledger_with_gaps_is_told_what_is_missing(tmp_path: Path) -> None:
    """Entries 17, 18 and 21 came before 15, 16, 19 and 20."""
    shutil.copyfile(FOLDER / FIRST, tmp_path / "old.db")
    with closing(sqlite3.connect(tmp_path / "old.db")) as raw, raw:
        for seq in (17, 18, 21):
            link = bytes([seq]) * 32
            raw.execute("INSERT INTO node VALUES (1, ?, ?, ?, 0, NULL, X'7B7D', NULL, NULL)", [seq, link, link])
    with closing(open_ledger(tmp_path / "old.db")) as upgraded:
        journal = JournalStore(upgraded)
        (feed,) = journal.feeds()
        assert journal.gaps(feed) == [(15, 16), (19, 20)]
        assert upgraded.execute("SELECT entries, missing FROM standing").fetchall() == [(14, 4)]


@each_old_ledger
def test_an_old_ledger_can_be_written_on(old: Path, tmp_path: Path) -> None:
    with opened(old, tmp_path) as ledger:
        assert ledger.continuity is Continuity.COPIED, "this PC has never seen it"
        record(ledger, meeting(title="in the new version"))
        assert verify_ledger(ledger) == []


def test_what_is_kept_at_a_release_is_complete(tmp_path: Path) -> None:
    """The maker of these files works, and what it makes now holds the same as what this version left behind."""
    made = keep(tmp_path)
    assert made.name == f"ledger-{VERSION}.db"
    counts = expected(made)["counts"]
    assert isinstance(counts, dict)
    assert {table for table, count in counts.items() if not count} == {"import", "arrival"}
