"""Commands that look at files and take nothing in: verify, inspect, audit."""

from __future__ import annotations

from pathlib import Path

from export.exchange.audit import write_audit
from export.exchange.inspection import inspect_file
from export.exchange.verifying import verify_any
from storage.domain.codes import Code, Exit
from ui.command_line.answer import Answer, absolute, label, overall, table, told
from ui.command_line.house import PATH, argument, command, option, pass_session
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
    return Answer(code, parameters, data=data, lines=lines, exit_with=ends, lines_say_it=len(outcomes) == 1)


@command("inspect")
@argument("file", type=PATH)
@pass_session
def inspect(session: Session, file: Path) -> Answer:
    """Shows what a file says about itself, and whether that can be believed here."""
    with session.station(keys=True) as station:
        found = inspect_file(station, file)
    words = session.words
    parameters = {"file": file.name, "office": str(found.payload.get("office", ""))}
    verified = found.code is Code.BUNDLE_VERIFIED
    data = {
        "file": absolute(file),
        "kind": found.kind.value,
        "verified": verified,
        "signature": told(words, found.code, parameters),
        "encrypted": found.encrypted,
        "size": found.size,
        "payload": found.digest,
        "signers": found.signers,
        "members": found.members,
        "manifest": found.payload,
    }
    rows = [
        (words.word("file"), absolute(file)),
        (words.word("type"), words.word(found.kind.value)),
        (words.word("size"), words.size(found.size)),
        (words.word("found"), words.sentence(found.code, parameters)),
    ]
    rows += [(name, str(found.payload[name])) for name in SHOWN if name in found.payload]
    rows += [(words.word("key"), keyid) for keyid in found.signers]
    lines = [*table(rows), *(f"  {name}" for name in found.members)]
    # Looking was done either way; that nobody known here signed it is for the reader to weigh.
    if verified:
        return Answer(data=data, lines=lines)
    return Answer(Code.OK_WITH_FINDINGS, data=data, lines=lines, exit_with=Exit.FINDINGS)


@command("audit")
@argument("file", type=PATH)
@option("--to", type=PATH, required=True, help="option_to_folder")
@pass_session
def audit(session: Session, file: Path, to: Path) -> Answer:
    """Lays a bundle out so that openssl, sha256sum and unzip alone show that it is what the office sent."""
    with session.station(keys=True) as station:
        made = write_audit(station, file, to, session.report)
    words = session.words
    data = {
        "folder": absolute(made.folder),
        "office": made.office,
        "bundle": made.bundle,
        "key": made.key,
        "files": [absolute(path) for path in made.files],
    }
    rows = [(words.word("folder"), absolute(made.folder)), (label(words, "office"), made.office), (words.word("key"), made.key)]
    return Answer(data=data, lines=[*table(rows), *(f"  {path.name}" for path in made.files)])
