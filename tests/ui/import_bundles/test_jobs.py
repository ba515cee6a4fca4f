"""The jobs behind the import page: dry runs, stopping, killing, and its flow without Qt."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from export.exchange.importing import FileOutcome, find_bundles, import_files
from export.exchange.originals import put_away
from export.exchange.receipts import ReceiptState, issue_receipts, receipt_standing
from storage.backup import verify_ledger
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, OperationCancelled
from storage.domain.progress import Progress
from storage.journal.entries import Noted
from storage.projections.apply import content_digest
from tests.ui.import_bundles.page_steps import NAMES, told_of
from tests.ui.import_bundles.week import WHOLE, Week
from ui.window.import_bundles.flow import ImportFlow, ImportResult, Step
from ui.window.import_bundles.lines import line_of, parts_here

# The job behind the page


@pytest.mark.parametrize("seed", range(3))
def test_a_dry_run_says_what_the_import_says_and_leaves_nothing(week: Week, seed: int) -> None:
    pc = week.open_centre()
    files = week.files()
    random.Random(seed).shuffle(files)
    before = content_digest(pc.ledger.db)
    plan = import_files(pc.station, files, dry_run=True)
    assert content_digest(pc.ledger.db) == before
    assert pc.ledger.db.execute("SELECT count(*) FROM import").fetchone() == (0,)
    assert not pc.folders.quarantine.exists()
    assert not any(pc.folders.archive.iterdir()) if pc.folders.archive.exists() else True
    real = import_files(pc.station, files)
    assert [told_of(outcome) for outcome in plan] == [told_of(outcome) for outcome in real]
    assert (
        sum(outcome.new for outcome in real)
        == pc.ledger.db.execute("SELECT count(*) FROM node WHERE import_id IS NOT NULL").fetchone()[0]
    )
    assert verify_ledger(pc.ledger) == []
    pc.close()


def test_parts_of_a_series_that_came_together_leave_no_remark(week: Week) -> None:
    pc = week.open_centre()
    parts = sorted((week.usb / WHOLE[0]).iterdir(), reverse=True)
    outcomes = import_files(pc.station, parts[1:], dry_run=True)
    assert [Code.BUNDLE_TAIL_PENDING in outcome.remarks for outcome in outcomes] == [True, *[False] * 7]
    outcomes = import_files(pc.station, parts, dry_run=True)
    assert [outcome.remarks for outcome in outcomes] == [()] * len(parts)
    pc.close()


def test_stopping_keeps_whole_bundles_and_tells_of_them(week: Week) -> None:
    pc = week.open_centre()
    done: list[FileOutcome] = []

    def stop(_: Progress) -> None:
        if len(done) == 7:
            raise OperationCancelled

    with pytest.raises(OperationCancelled):
        import_files(pc.station, week.files(), report=stop, told=done.append)
    assert len(done) == 7
    rows = dict(pc.ledger.db.execute("SELECT import_id, count(*) FROM node WHERE import_id > 0 GROUP BY import_id").fetchall())
    assert rows == {outcome.import_id: outcome.new for outcome in done}
    assert len(list(pc.folders.archive.iterdir())) == 7
    assert verify_ledger(pc.ledger) == []
    pc.close()


@pytest.mark.parametrize("count", [2, 11, 29])
def test_a_killed_import_leaves_whole_bundles_only(week: Week, count: int) -> None:
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.import_bundles.victim", str(week.root)],
        cwd=root,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        for _ in range(count):
            assert process.stdout.readline()
        process.kill()
    pc = week.open_centre()
    ledger = pc.ledger
    rows = ledger.db.execute("SELECT id, new, lower(hex(payload)) FROM import").fetchall()
    counted = dict(
        ledger.db.execute("SELECT import_id, count(*) FROM node WHERE import_id IS NOT NULL GROUP BY import_id").fetchall()
    )
    assert {number: new for number, new, _ in rows} == counted
    assert len(rows) >= min(count, 20)
    assert all((pc.folders.archive / f"{payload}.shd").is_file() for *_, payload in rows)
    assert verify_ledger(ledger) == []
    import_files(pc.station, week.files())
    after = content_digest(ledger.db)
    pc.close()
    assert after == digest_of_whole(week)


def digest_of_whole(week: Week) -> str:
    """Of a ledger that has taken the same files in without any mishap; the journal of arrivals is no part of it."""
    pc = week.open_centre()
    import_files(pc.station, week.files())
    digest = content_digest(pc.ledger.db)
    pc.close()
    return digest


def test_files_are_found_in_folders_whatever_the_case_of_their_ending(tmp_path: Path) -> None:
    deep = tmp_path / "sâu" / "hơn"
    deep.mkdir(parents=True)
    for name in ("b.SHD", "a.shd", "c.docx"):
        (deep / name).write_bytes(b"x")
    seen: list[Progress] = []
    assert [path.name for path in find_bundles([tmp_path, deep / "a.shd", deep / "c.docx"], seen.append)] == [
        "a.shd",
        "b.SHD",
        "c.docx",
    ]
    assert len(seen) == 3


def test_only_a_file_that_waits_can_be_put_away(week: Week) -> None:
    pc = week.open_centre()
    import_files(pc.station, week.files())
    kept = next(path for path in pc.folders.quarantine.iterdir() if "hong" in path.name)
    for path, why, code in (
        (kept, "  ", Code.REASON_MISSING),
        (week.usb / kept.name, "cũ", Code.FILE_NOT_FOUND),
        (pc.folders.quarantine / "khác.shd", "cũ", Code.FILE_NOT_FOUND),
    ):
        with pytest.raises(LedgerError) as caught:
            put_away(pc.ledger, path, why=why)
        assert caught.value.code is code
    content = kept.read_bytes()
    put_away(pc.ledger, kept, why="Đơn vị đã gửi lại.")
    assert not kept.exists()
    assert [path.read_bytes() for path in (pc.folders.quarantine / "put-away").iterdir()] == [content]
    notes = [item.entry for item in pc.ledger.journal.items(pc.ledger.journal.own_feed()) if isinstance(item.entry, Noted)]
    assert notes[-1].text.endswith("Đơn vị đã gửi lại.")
    assert "BUNDLE_DAMAGED hong-" in notes[-1].text
    pc.close()


def test_a_receipt_is_out_of_date_once_the_ledger_says_more(week: Week) -> None:
    pc = week.open_centre()
    first, *others = sorted((week.usb / WHOLE[0]).iterdir())
    office = WHOLE[0]
    assert receipt_standing(pc.ledger, office).state is ReceiptState.ABSENT
    import_files(pc.station, [first])
    issue_receipts(pc.station, week.root / "out", [office])
    assert receipt_standing(pc.ledger, office).state is ReceiptState.CURRENT
    import_files(pc.station, [first])
    assert receipt_standing(pc.ledger, office).state is ReceiptState.CURRENT
    import_files(pc.station, others)
    standing = receipt_standing(pc.ledger, office)
    assert (standing.no, standing.state) == (1, ReceiptState.CHANGED)
    pc.close()


# Plain values


def test_the_steps_come_one_after_the_other() -> None:
    flow = ImportFlow()
    with pytest.raises(ValueError, match="nothing"):
        flow.begun([])
    with pytest.raises(ValueError, match="nothing"):
        flow.checked([])
    flow = flow.begun([Path("a")])
    assert not flow.may_choose
    with pytest.raises(ValueError, match="nothing"):
        flow.begun([Path("b")])
    good = line_of(FileOutcome(Path("a"), Code.BUNDLE_IMPORTED, new=2), NAMES)
    gone = line_of(FileOutcome(Path("b"), Code.BUNDLE_NOT_OURS), NAMES)
    bad = line_of(FileOutcome(Path("c"), Code.BUNDLE_DAMAGED, kept=True), NAMES)
    flow = flow.checked([good, gone, bad])
    assert flow.chosen == (good, bad)
    left = flow.toggled([Path("a")])
    assert left.chosen == (bad,)
    assert left.toggled([Path("a"), Path("c")]).chosen == ()
    assert not left.toggled([Path("a"), Path("c")]).may_import
    assert left.toggled([Path("a")]) == flow
    with pytest.raises(ValueError, match="nothing"):
        left.toggled([Path("c")]).importing()
    with pytest.raises(ValueError, match="nothing"):
        flow.finished(ImportResult("", (), 0))
    result = ImportResult("2020-06-01T08:00:00Z", (good,), 2)
    assert result.stopped
    assert flow.importing().finished(result).step is Step.RESULT
    assert flow.importing().toggled([Path("a")]).left_out == frozenset()
    assert flow.again() == ImportFlow()


def test_parts_say_which_of_them_are_here() -> None:
    first, third = (
        line_of(FileOutcome(Path(str(part)), Code.BUNDLE_IMPORTED, series=("s", part, 3)), NAMES) for part in (1, 3)
    )
    other = line_of(FileOutcome(Path("x"), Code.BUNDLE_IMPORTED, series=("t", 2, 3)), NAMES)
    assert parts_here(first, [third, other, first]) == (1, 3)
    assert parts_here(line_of(FileOutcome(Path("y"), Code.BUNDLE_IMPORTED), NAMES), [first]) == ()
