"""The demonstration as a whole, what it refuses, and that its checks notice when something is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from export.exchange.demonstration import DemonstrationResult, run_demonstration
from export.exchange.demonstration_activities import plausible_activities, plausible_outline
from export.exchange.demonstration_checks import run_checks
from export.exchange.demonstration_folder import DemonstrationFolder
from export.exchange.demonstration_story import HALF, Story
from storage.builtin import builtin_offices, builtin_programme
from storage.connection import read_only
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, OperationCancelled
from storage.domain.obligations import obligations, tasks_of
from storage.domain.periods import Period, Periods
from storage.domain.progress import Progress, silent
from storage.domain.text_check import check_text
from storage.journal.entries import Activity
from storage.outline import answers_of
from storage.recording import ActivityInput, check_activity, text_findings

PROGRAMME, REGISTER = builtin_programme(), builtin_offices()
PERIODS = Periods(PROGRAMME)
OFFICES = 4


def failed(result: DemonstrationResult) -> list[str]:
    return [f"{check.name}: {check.detail}" for check in result.checks if not check.ok]


def records(centre: Path) -> list[tuple[object, ...]]:
    db = read_only(centre / "ledger.db")
    try:
        return db.execute('SELECT office, uid, date, title, "values" FROM activity ORDER BY office, uid').fetchall()
    finally:
        db.close()


# The whole


def test_the_whole_job_comes_out_right_and_can_be_repeated_in_the_same_folder(tmp_path: Path) -> None:
    stages: list[Progress] = []
    first = run_demonstration(tmp_path / "demo", offices=OFFICES, report=stages.append)
    assert failed(first) == []
    assert first.ok
    assert len({check.name for check in first.checks}) == len(first.checks) >= 30
    assert len({progress.stage for progress in stages}) >= 4
    written = [*first.word, *first.excel, *first.period_reports, *first.reminders, *first.kits, *first.bundles, *first.receipts]
    assert all(path.is_absolute() and path.is_file() and path.stat().st_size > 0 for path in [*written, first.index])
    assert (len(first.word), len(first.excel), len(first.kits), len(first.offices)) == (2, 2, 2, OFFICES)
    index = first.index.read_text(encoding="utf-8")
    assert all(path.relative_to(first.folder).as_posix() in index for path in written)
    assert "KHÔNG ĐẠT" not in index
    before = records(first.centre)

    own = first.folder / "ghi-chu.txt"
    own.write_text("của người dùng", encoding="utf-8")
    second = run_demonstration(tmp_path / "demo", offices=OFFICES)
    assert failed(second) == []
    assert records(second.centre) == before
    assert own.read_text(encoding="utf-8") == "của người dùng"
    assert not set(first.bundles) & set(second.bundles)
    assert not any(path.exists() for path in first.bundles)


@pytest.mark.parametrize("offices", [1, 2])
def test_a_small_province_tells_the_same_story(tmp_path: Path, offices: int) -> None:
    result = run_demonstration(tmp_path / "Tỉnh nhỏ", offices=offices, seed=7, language="en")
    assert failed(result) == []


# What it refuses


def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "centre" / "ledger.db"
    own.parent.mkdir()
    own.write_bytes(b"mine")
    with pytest.raises(LedgerError) as raised:
        run_demonstration(tmp_path, offices=1)
    assert raised.value.code is Code.FILE_EXISTS
    assert own.read_bytes() == b"mine"
    assert [path.name for path in tmp_path.iterdir()] == ["centre"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "demo").write_bytes(b"mine")
    with pytest.raises(LedgerError) as raised:
        run_demonstration(tmp_path / "demo", offices=1)
    assert raised.value.code is Code.FILE_EXISTS


def test_what_a_link_points_to_is_not_removed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine").write_bytes(b"mine")
    place = DemonstrationFolder(tmp_path / "demo")
    place.prepare()
    (place.root / "centre").symlink_to(elsewhere, target_is_directory=True)
    place.prepare()
    assert (elsewhere / "mine").read_bytes() == b"mine"
    assert not (place.root / "centre").exists()


@pytest.mark.parametrize("offices", [0, -1, 1000])
def test_too_few_or_too_many_offices_are_wrong_use(tmp_path: Path, offices: int) -> None:
    with pytest.raises(LedgerError) as raised:
        run_demonstration(tmp_path / "demo", offices=offices)
    assert raised.value.code is Code.WRONG_USE
    assert not (tmp_path / "demo").exists()


@pytest.mark.parametrize("steps", [2, 30])
def test_cancelling_leaves_nothing_behind(tmp_path: Path, steps: int) -> None:
    seen: list[Progress] = []

    def stop(progress: Progress) -> None:
        seen.append(progress)
        if len(seen) == steps:
            raise OperationCancelled

    with pytest.raises(OperationCancelled):
        run_demonstration(tmp_path / "demo", offices=2, report=stop)
    assert list((tmp_path / "demo").iterdir()) == []
    assert run_demonstration(tmp_path / "demo", offices=1).ok


# The checks notice


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """A story of three offices that has been told to its end."""
    folder = DemonstrationFolder(tmp_path_factory.mktemp("story") / "demo")
    folder.prepare()
    story = Story(folder, PROGRAMME, REGISTER, offices=3, seed=1, report=silent)
    (folder.documents / HALF).mkdir()
    story.run(lambda period, wanted: None)
    yield story
    story.close()


def failing(story: Story) -> set[str]:
    return {check.name for check in run_checks(story, silent) if not check.ok}


def test_all_is_well_before_anything_is_touched(told: Story) -> None:
    assert failing(told) == set()


def test_a_figure_changed_at_the_centre_is_noticed(told: Story) -> None:
    db = told.centre.ledger.db
    uid = db.execute("SELECT uid FROM activity WHERE task = 'II.1.a' AND type = 'HN_QT' AND date < '2020-06-14'").fetchone()[0]
    db.execute("""UPDATE activity SET "values" = '{"so_cuoc":999}' WHERE uid = ?""", [uid])
    # Building the tables again from the journal is the last check, and mends what was changed here.
    assert failing(told) >= {"import-in-another-order", "tables-rebuilt-alike"}
    assert failing(told) == set()


def test_a_sum_changed_at_the_centre_is_noticed(told: Story) -> None:
    db = told.centre.ledger.db
    for first_day, office, content in db.execute("SELECT slice, office, content FROM summary").fetchall():
        sums = json.loads(content)
        if "HN_QT" in sums.get("II.1.a", {}):
            sums["II.1.a"]["HN_QT"][1]["so_cuoc"][1] += 999
            db.execute("UPDATE summary SET content = ? WHERE slice = ? AND office = ?", [json.dumps(sums), first_day, office])
    db.execute("DELETE FROM figured_period")
    # Building the tables again from the journal is the last check, and mends what was changed here.
    expected = {"figures-2020S1", "frozen-2020S1", "figures-2020", "frozen-2020", "reports-agree-2020S1", "reports-agree-2020"}
    assert failing(told) >= expected
    assert failing(told) == set()


def test_a_record_missing_at_the_centre_is_noticed(told: Story) -> None:
    db = told.centre.ledger.db
    row = db.execute("SELECT id, uid FROM activity WHERE type = 'HN_QT' AND date < '2020-06-14'").fetchone()
    db.execute("UPDATE activity SET state = 'withdrawn' WHERE id = ?", [row[0]])
    assert failing(told) >= {"records-arrived", "tables-rebuilt-alike"}
    assert failing(told) == set()


def test_an_answer_that_was_another_one_is_noticed(told: Story) -> None:
    book = told.offices[0].book
    key, value = next((key, value) for key, value in book.answers.items() if value == "không phát sinh")
    book.answers[key] = 3
    try:
        assert failing(told) == {f"figures-{key[0]}"}
    finally:
        book.answers[key] = value


def test_a_wrong_day_of_arrival_is_noticed(told: Story) -> None:
    key = (told.offices[0].code, HALF)
    day = told.facts.arrivals[key]
    told.facts.arrivals[key] = date(2020, 6, 20)
    try:
        assert failing(told) == {"timeliness-2020S1", "figures-2020S1"}
    finally:
        told.facts.arrivals[key] = day


def test_a_damaged_journal_is_noticed(told: Story) -> None:
    office = told.offices[1]
    db = office.ledger.db
    link, line = db.execute(
        "SELECT link, line FROM node WHERE CAST(line AS TEXT) LIKE '%so_cuoc%' ORDER BY link LIMIT 1"
    ).fetchone()
    db.execute("UPDATE node SET line = ? WHERE link = ?", [bytes(line).replace(b"so_cuoc", b"so_cuob"), link])
    try:
        assert "ledgers-sound" in failing(told)
    finally:
        db.execute("UPDATE node SET line = ? WHERE link = ?", [line, link])


def test_a_report_that_was_not_accepted_is_noticed(told: Story) -> None:
    db = told.centre.ledger.db
    db.execute("DELETE FROM review WHERE office = ? AND period = '2020'", [told.offices[0].code])
    assert "accepted-2020" in failing(told)
    assert failing(told) == set()


def test_what_was_never_receipted_is_noticed(told: Story) -> None:
    office = told.offices[2]
    rows = office.ledger.db.execute("SELECT feed_id, seq FROM acknowledged").fetchall()
    office.ledger.db.execute("UPDATE acknowledged SET seq = 1")
    try:
        assert failing(told) == {"everything-receipted"}
    finally:
        for feed, seq in rows:
            office.ledger.db.execute("UPDATE acknowledged SET seq = ? WHERE feed_id = ?", [seq, feed])


# The generator


def expected_offices() -> list[str]:
    return [item.office for item in obligations(PROGRAMME, REGISTER, PERIODS.period("2020"))]


def rows_of(office: str, period: Period, *, seed: int = 1, count: int = 25, after: date | None = None) -> list[ActivityInput]:
    return plausible_activities(PROGRAMME, REGISTER, office, period, seed=seed, count=count, after=after)


def activity_of(row: ActivityInput) -> Activity:
    assert isinstance(row.values, dict)
    return Activity(
        task=str(row.task),
        type=str(row.type),
        date=str(row.date),
        title=str(row.title),
        place=str(row.place),
        document=str(row.document),
        note=str(row.note),
        values=row.values,
    )


@pytest.mark.parametrize("office", expected_offices())
def test_made_up_records_are_ones_the_office_may_record_and_name_nobody(office: str) -> None:
    half, year = PERIODS.period("2020S1"), PERIODS.period("2020")
    for period, after in ((half, None), (year, half.last_day)):
        rows = rows_of(office, period, after=after)
        assert len(rows) == 25
        own = {task.code for task in tasks_of(PROGRAMME, REGISTER, office, period.last_day)}
        for row in rows:
            activity = activity_of(row)
            check_activity(PROGRAMME, activity)
            assert text_findings(activity) == []
            day = date.fromisoformat(activity.date)
            assert period.first_day <= day <= period.last_day
            assert after is None or day > after
            assert activity.task in own
            assert all(value >= 0 for value in activity.values.values())
        assert [row.date for row in rows] == sorted(str(row.date) for row in rows)
        outline = plausible_outline(PROGRAMME, REGISTER, office, period, rows, seed=1)
        assert answers_of(outline, PROGRAMME, period)
        texts = [*outline.sections.values(), *(str(answer) for answer in outline.answers.values())]
        assert [text for text in texts if check_text(text)] == []
        assert outline.signature.name == ""


def test_the_seed_decides_everything() -> None:
    half = PERIODS.period("2020S1")
    assert rows_of("UBND-DH", half) == rows_of("UBND-DH", half)
    assert rows_of("UBND-DH", half) != rows_of("UBND-DH", half, seed=2)
    assert rows_of("UBND-DH", half) != rows_of("UBND-NH", half)
    assert len(rows_of("UBND-DH", half, count=5000)) == 5000


def test_an_office_that_no_task_concerns_has_nothing_to_record() -> None:
    assert rows_of("UBNDT", PERIODS.period("2020S1")) == []
