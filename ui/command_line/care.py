"""Commands that take care of the ledger: backup, restore, fsck, bench; and what the program does not protect against."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

import click

from storage.backup import back_up, restore, verify_ledger
from storage.domain.codes import Code
from storage.projections.apply import content_digest
from storage.summaries import rebuild_all
from ui.command_line.answer import Answer, absolute, table
from ui.command_line.house import PATH, argument, command, option, pass_session
from ui.command_line.progress import interruptible
from ui.command_line.session import Session

SHOWN = 20


@command("backup")
@option("--to", type=PATH, required=True, help="option_to_file")
@pass_session
def backup(session: Session, to: Path) -> Answer:
    """Copies the ledger into one file, reads it back and checks it."""
    with session.station() as station:
        made = back_up(station.ledger, to, session.report)
    words = session.words
    data = {"file": absolute(made.path), "size": made.size, "sha256": made.sha256}
    return Answer(
        data=data, lines=table([(words.word("backup"), absolute(made.path)), (words.word("size"), words.size(made.size))])
    )


@command("restore")
@argument("file", type=PATH)
@pass_session
def restore_command(session: Session, file: Path) -> Answer:
    """Puts a backup in the ledger's place; the replaced ledger is kept."""
    replaced = restore(session.folders, file, clock=session.clock, report=session.report)
    with session.station() as station:  # what was restored is compared at once with what this PC remembers
        office = station.ledger.office
        if station.keys_are_lost:
            session.notices.insert(0, Code.KEYS_LOST)
    data = {"office": office, "replaced": absolute(replaced) if replaced else ""}
    lines = [f"{session.words.word('replaced')}: {absolute(replaced)}"] if replaced else []
    return Answer(data=data, lines=lines)


@command("fsck")
@option("--rebuild", is_flag=True, help="option_rebuild")
@pass_session
def fsck(session: Session, rebuild: bool) -> Answer:
    """Checks the file, every chain, and that the tables are what the journal says."""
    with session.station() as station:
        ledger = station.ledger
        problems = verify_ledger(ledger, session.report)
        digest = content_digest(ledger.db)
        if rebuild and not problems:
            session.stop.check()
            were_right = rebuild_all(ledger, station.catalogue)
            again = content_digest(ledger.db)
            if again != digest or not were_right:
                problems.append("projections differed from the journal and were rebuilt")
            digest = again
    words = session.words
    data = {"digest": digest, "problems": problems, "rebuilt": rebuild and not problems}
    lines = [*table([(words.word("digest"), digest), (words.word("findings"), words.number(len(problems)))])]
    lines += [f"  {problem}" for problem in problems[:SHOWN]]
    return Answer(Code.LEDGER_DAMAGED if problems else Code.OK, data=data, lines=lines)


@command("bench")
@option("--count", type=click.IntRange(10, 100_000), default=5_000, show_default=True, help="option_bench_count")
@option("--rounds", type=click.IntRange(1, 50), default=7, show_default=True, help="option_rounds")
@pass_session
def bench(session: Session, count: int, rounds: int) -> Answer:
    """Measures this PC: each job beside the bare work on the same bytes, as a ratio."""
    from benchmarks.exchange import run

    session.stop.check()
    # Nothing of the user's own is touched, so Ctrl+C may end it anywhere.
    with interruptible(), tempfile.TemporaryDirectory(prefix="so-hoat-dong-", ignore_cleanup_errors=True) as folder:
        measures = run(Path(folder), count=count, rounds=rounds)
    words = session.words
    data = {
        "measures": [
            {
                "name": measure.name,
                "seconds": round(measure.seconds, 6),
                "floor": round(measure.floor, 6),
                "ratio": round(measure.ratio, 3),
                "bound": measure.bound,
                "at_least": measure.at_least,
                "within": measure.within,
            }
            for measure in measures
        ]
    }
    lines = table(
        (
            measure.name,
            f"{words.number(Decimal(str(round(measure.seconds * 1000, 1))))} ms",
            f"{words.number(Decimal(str(round(measure.ratio, 2))))} {'≥' if measure.at_least else '≤'}"
            f" {words.number(Decimal(str(measure.bound)))}",
            words.word("yes" if measure.within else "no"),
        )
        for measure in measures
    )
    return Answer(Code.OK if all(measure.within for measure in measures) else Code.OK_WITH_FINDINGS, data=data, lines=lines)


@command("limits")
@pass_session
def limits(session: Session) -> Answer:
    """What the program does not protect against, so that nobody relies on it for that."""
    sentences = list(session.words.limits)
    return Answer(data={"limits": sentences}, lines=[f"- {sentence}" for sentence in sentences])
