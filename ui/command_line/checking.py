"""Commands that look at files and change nothing: verify, inspect, audit."""

from __future__ import annotations

from pathlib import Path

from export.exchange.verifying import describe, verify_any
from storage.domain.codes import Code
from ui.command_line.answer import Answer, absolute, overall, table
from ui.command_line.house import PATH, argument, command, pass_session
from ui.command_line.session import Session
from ui.command_line.told import outcome_lines, outcome_object

SHOWN = ("org", "office", "centre", "no", "periods", "created", "kit", "trust", "app", "note")


@command("verify")
@argument("files", type=PATH, nargs=-1, required=True)
@pass_session
def verify(session: Session, files: tuple[Path, ...]) -> Answer:
    """Checks files as if they were taken in; nothing is written."""
    words = session.words
    with session.station(keys=True) as station:
        outcomes = [verify_any(station, path, session.report) for path in files]
    code, ends = overall([outcome.code for outcome in outcomes], none_taken=Code.NOTHING_TAKEN)
    lines = [line for outcome in outcomes for line in outcome_lines(words, outcome)]
    data = {"files": [outcome_object(words, outcome) for outcome in outcomes]}
    parameters = outcomes[0].parameters if len(outcomes) == 1 else {}
    return Answer(code, parameters, data=data, lines=lines, exit_with=ends)


@command("inspect")
@argument("file", type=PATH)
@pass_session
def inspect(session: Session, file: Path) -> Answer:
    """Shows what a file says about itself."""
    with session.station(keys=True) as station:
        found = describe(station, file, session.report)
    words = session.words
    data = {
        "file": absolute(file),
        "kind": found.kind.value,
        "encrypted": found.encrypted,
        "payload": found.payload,
        "signers": found.signers,
        "members": found.members,
        "manifest": dict(found.content),
    }
    rows = [(words.word("file"), absolute(file)), (words.word("type"), words.word(found.kind.value))]
    rows += [(name, str(found.content[name])) for name in SHOWN if name in found.content]
    rows += [(words.word("key"), keyid) for keyid in found.signers]
    return Answer(data=data, lines=[*table(rows), *(f"  {name}" for name in found.members)])
