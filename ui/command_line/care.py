"""Commands that take care of the ledger: backup, restore, fsck, bench."""

from __future__ import annotations

from pathlib import Path

from storage.backup import back_up, restore, verify_ledger
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.projections.apply import content_digest
from ui.command_line.answer import Answer, absolute, table
from ui.command_line.house import PATH, argument, command, option, pass_session
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
            with ledger.write():
                ledger.projections.rebuild()
            again = content_digest(ledger.db)
            if again != digest:
                problems.append("projections differed from the journal and were rebuilt")
            digest = again
    words = session.words
    data = {"digest": digest, "problems": problems, "rebuilt": rebuild and not problems}
    lines = [*table([(words.word("digest"), digest), (words.word("findings"), words.number(len(problems)))])]
    lines += [f"  {problem}" for problem in problems[:SHOWN]]
    return Answer(Code.LEDGER_DAMAGED if problems else Code.OK, data=data, lines=lines)


@command("bench")
@pass_session
def bench(session: Session) -> Answer:
    """Measures this PC."""
    raise LedgerError(Code.WRONG_USE)
