"""The command about a newer program on a stick: update. It compares; starting an installer is left to a person."""

from __future__ import annotations

from pathlib import Path

from export.exchange.program_news import check_installer, program_standing
from storage.version import VERSION
from ui.command_line.answer import Answer, table
from ui.command_line.house import PATH, argument, command, pass_session
from ui.command_line.session import Session


@command("update")
@argument("installer", type=PATH, required=False)
@pass_session
def update(session: Session, installer: Path | None) -> Answer:
    """Says whether the centre has announced a newer program; with a file, whether it is the announced installer."""
    with session.station() as station:
        ledger = station.ledger
        found = check_installer(ledger, installer) if installer is not None else program_standing(ledger)
    data: dict[str, object] = {"version": VERSION, "announced": None}
    words = session.words
    rows = [(words.word("version"), VERSION)]
    if found.news is not None:
        data["announced"] = {"version": found.news.version, "size": found.news.size, "sha256": found.news.sha256}
        rows += [(words.word("announced"), found.news.version), ("SHA-256", found.news.sha256)]
    return Answer(found.code, parameters=found.parameters, data=data, lines=table(rows))
