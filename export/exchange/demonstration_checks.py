"""Whether a demonstration came out as it must: figures, completeness, accidents, history. Every check can fail.

Checks read; the one thing they write is a second centre that takes in the same files in another order and is removed again.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass

from export.exchange.demonstration_figures import expected_figures
from export.exchange.demonstration_province import CentrePc, Pc, story_identifiers
from export.exchange.demonstration_story import Story
from export.exchange.importing import import_files
from export.exchange.sealing import matters, pending
from storage.backup import restore, verify_ledger
from storage.consolidation import consolidate, differences
from storage.domain.codes import Code
from storage.domain.obligations import obligations
from storage.domain.periods import Period, Timeliness
from storage.domain.progress import Progress, ProgressReporter, Stage
from storage.follow_up import ReportState, matrix
from storage.marker import Continuity
from storage.projections.apply import content_digest
from storage.report_findings import WORTH_A_LOOK
from storage.reviewing import inspect_report


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. ``name`` is stable; ``detail`` is technical, in English."""

    name: str
    ok: bool
    detail: str = ""


def run_checks(story: Story, report: ProgressReporter) -> list[Check]:
    """All checks of a story that has been told to its end."""
    steps = (_records, _figures, _completeness, _accidents, _restored, _reviews, _receipts, _orders, _ledgers)
    checks: list[Check] = []
    for number, step in enumerate(steps):
        report(Progress(Stage.COMPUTING, number, len(steps)))
        checks += step(story)
    return checks


def _records(story: Story) -> Iterator[Check]:
    """Everything that was recorded stands at the centre; nothing was refused, no text names anybody."""
    problems = [problem for office in story.offices for problem in office.book.problems]
    yield Check("records-accepted", not problems, ", ".join(str(problem.code) for problem in problems[:5]))
    stated = {(office.code, uid) for office in story.offices for uid in office.book.activities}
    rows = story.centre.ledger.db.execute("SELECT office, lower(hex(uid)) FROM activity WHERE state = 'final'").fetchall()
    arrived = {(office, uid) for office, uid in rows}
    yield Check("records-arrived", bool(stated) and stated == arrived, f"{len(stated)} recorded, {len(arrived)} at the centre")


def _figures(story: Story) -> Iterator[Check]:
    books = {office.code: office.book for office in story.offices}
    ledger, catalogue = story.centre.ledger, story.centre.station.catalogue
    shown: set[str] = set()
    for period in (story.half, story.year):
        now = consolidate(ledger, catalogue, period)
        computed = now.flat()
        expected = expected_figures(story.programme, story.register, period, books, on_time=len(_punctual(story, period)))
        wrong = sorted(name for name in expected.keys() | computed.keys() if expected.get(name) != computed.get(name))
        detail = f"{len(expected)} figures" + "".join(
            f"; {name}: {computed.get(name)} instead of {expected.get(name)}" for name in wrong[:5]
        )
        yield Check(f"figures-{period.code}", not wrong and len(expected) > 0, detail)
        changed = differences(ledger, now)
        yield Check(f"frozen-{period.code}", not changed, ", ".join(change.name for change in changed[:5]))
        shown |= {text if text in ("none", "empty", "0") else "number" for text in computed.values()}
    yield Check("answers-distinct", {"none", "0", "number", "empty"} <= shown, ", ".join(sorted(shown)))


def _completeness(story: Story) -> Iterator[Check]:
    for period, late in ((story.half, story.late_half), (story.year, story.late_year)):
        found = matrix(story.centre.ledger, story.centre.station.catalogue, period)
        owed = {item.office for item in obligations(story.programme, story.register, period) if not item.requested}
        ours = {office.code for office in story.offices}
        share = (len(ours & owed), len(owed))
        complete = found.complete is not None and (found.complete.numerator, found.complete.denominator) == share
        yield Check(f"completeness-{period.code}", complete, f"expected {share[0]}/{share[1]}, found {found.complete}")
        in_time = (len(_punctual(story, period)), len(owed))
        timely = found.on_time is not None and (found.on_time.numerator, found.on_time.denominator) == in_time
        yield Check(f"timeliness-{period.code}", timely, f"expected {in_time[0]}/{in_time[1]}, found {found.on_time}")
        is_late = {cell.office for cell in found.cells if cell.timeliness is Timeliness.LATE}
        yield Check(f"late-{period.code}", is_late == {office.code for office in late} & owed, ", ".join(sorted(is_late)))
        overdue = {cell.office for cell in found.overdue()}
        yield Check(f"overdue-{period.code}", overdue == owed - ours, f"{len(overdue)} offices have not reported")


def _accidents(story: Story) -> Iterator[Check]:
    facts = story.facts
    lost, twice, damaged, returned = (facts.outcomes[name] for name in ("lost", "twice", "damaged", "returned"))
    yield Check("lost-bundle-sealed-again", lost.code is Code.BUNDLE_IMPORTED and lost.new > 0, f"{lost.code}, {lost.new} new")
    yield Check("bundle-imported-twice", twice.code is Code.BUNDLE_KNOWN and twice.new == 0, f"{twice.code}, {twice.new} new")
    refused = damaged.refused and damaged.code is Code.BUNDLE_DAMAGED and facts.untouched_by_damage
    yield Check("damaged-file-refused", refused, str(damaged.code))
    corrected = facts.returned_to is Code.REPORT_RETURNED and returned.code is Code.BUNDLE_IMPORTED and returned.new > 0
    yield Check("report-returned-and-corrected", corrected, f"{facts.returned_to}, {returned.code}, {returned.new} new")


def _restored(story: Story) -> Iterator[Check]:
    facts, office = story.facts, story.restored
    noticed = facts.continuity is Continuity.RESTORED
    yield Check("restored-pc-noticed", noticed, str(facts.continuity))
    told = facts.after_restore == [Code.RECEIPT_LEDGER_BEHIND, Code.RESYNC_ACCEPTED]
    yield Check("restored-entries-sent-back", told, ", ".join(facts.after_restore))
    feeds = story.centre.ledger.journal.feeds(office.code)
    whole = not any(feed.fork_at is not None or story.centre.ledger.journal.gaps(feed) for feed in feeds)
    yield Check("restored-office-in-new-feed", len(feeds) > 1 and whole, f"{len(feeds)} feeds")


def _reviews(story: Story) -> Iterator[Check]:
    """Every report is accepted, and says of itself what the centre computes from the activities behind it."""
    ledger, catalogue = story.centre.ledger, story.centre.station.catalogue
    codes = {office.code for office in story.offices}
    for period in (story.half, story.year):
        cells = [cell for cell in matrix(ledger, catalogue, period).cells if cell.office in codes]
        open_ones = [cell.office for cell in cells if cell.state is not ReportState.ACCEPTED]
        yield Check(f"accepted-{period.code}", not open_ones and len(cells) == len(codes), ", ".join(open_ones))
        findings = {code: inspect_report(ledger, catalogue, code, period).findings for code in sorted(codes)}
        wrong = [f"{code}: {one.code}" for code, found in findings.items() for one in found if one.code not in WORTH_A_LOOK]
        yield Check(f"reports-agree-{period.code}", not wrong, ", ".join(wrong[:5]))


def _receipts(story: Story) -> Iterator[Check]:
    """Nothing of what an office has done is still to be confirmed."""
    waiting = []
    for office in story.offices:
        if any(map(matters, pending(office.ledger))):
            waiting.append(office.code)
    yield Check("everything-receipted", not waiting, ", ".join(waiting))


def _orders(story: Story) -> Iterator[Check]:
    """G3: the same files again, and in another order at a centre that has seen none of them, give the same content."""
    digest = content_digest(story.centre.ledger.db)
    files = list(story.facts.good_files)
    random.Random(story.seed).shuffle(files)  # noqa: S311 - any order will do
    again = import_files(story.centre.station, files)
    known = all(outcome.code is Code.BUNDLE_KNOWN or not (outcome.new or outcome.refused) for outcome in again)
    same = content_digest(story.centre.ledger.db) == digest
    yield Check("import-again-changes-nothing", bool(files) and known and same, f"{len(files)} files")
    folders = story.folder.second_centre
    second = CentrePc(folders, story.clock, story_identifiers(story.clock, story.seed, "second centre"))
    try:
        restore(folders, story.folder.backups / "centre-before-imports.db", clock=story.clock)
        shutil.copyfile(story.centre.folders.keys, folders.keys)
        before = content_digest(second.ledger.db)
        import_files(second.station, files)
        other = content_digest(second.ledger.db)
    finally:
        second.close()
        story.folder.clear_second_centre()
    yield Check("import-in-another-order", before != digest and other == digest, f"{digest[:16]} and {other[:16]}")


def _ledgers(story: Story) -> Iterator[Check]:
    """Every ledger is sound, and the tables that people see can be made again from the journal."""
    pcs: list[tuple[str, Pc]] = [("centre", story.centre), *((office.code, office) for office in story.offices)]
    damaged = [f"{name}: {found[0]}" for name, pc in pcs if (found := verify_ledger(pc.ledger))]
    yield Check("ledgers-sound", not damaged, "; ".join(damaged[:5]))
    ledger = story.centre.ledger
    before = content_digest(ledger.db)
    with ledger.write():
        ledger.projections.rebuild()
    yield Check("tables-rebuilt-alike", content_digest(ledger.db) == before, before)


def _punctual(story: Story, period: Period) -> set[str]:
    """Offices that owed the report and whose first file came before the deadline, by the story's own calendar."""
    owed = {item.office for item in obligations(story.programme, story.register, period) if not item.requested}
    arrived = {
        office for (office, code), day in story.facts.arrivals.items() if code == period.code and day < period.due_before
    }
    return owed & arrived
