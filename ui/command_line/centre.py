"""Commands of the centre's exchange: import, undo, quarantine, receipts, resync."""

from __future__ import annotations

from pathlib import Path

from export.exchange.custody import imports, waiting_in_quarantine
from export.exchange.importing import FileOutcome, find_bundles, import_files
from export.exchange.receipts import issue_receipts
from export.exchange.resync import write_resync
from export.exchange.undo import undo_import
from storage.domain.codes import Code, Exit
from storage.domain.errors import OperationCancelled
from storage.ledger import Role
from storage.messages.catalogue import Catalogue
from ui.command_line.answer import Answer, absolute, label, overall, table, told
from ui.command_line.house import PATH, argument, command, option, pass_session
from ui.command_line.session import Session
from ui.command_line.told import minute, outcome_lines, outcome_object, sealed_object


@command("import")
@argument("paths", type=PATH, nargs=-1)
@option("--dry-run", is_flag=True, help="option_dry_run")
@pass_session
def import_command(session: Session, paths: tuple[Path, ...], dry_run: bool) -> Answer:
    """Imports bundles from files and folders; without any, tries again what waits in quarantine."""
    with session.station(keys=True) as station:
        ledger = station.ledger
        ledger.require(Role.CENTRE)
        before = max((item.id for item in imports(ledger)), default=0)
        found = find_bundles(paths) if paths else [item.path for item in waiting_in_quarantine(ledger)]
        try:
            outcomes = import_files(station, found, dry_run=dry_run, report=session.report)
        except OperationCancelled:
            done = [item for item in imports(ledger) if item.id > before]
            kept = [{"import_id": item.id, "office": item.office, "file": item.file} for item in reversed(done)]
            return Answer(Code.CANCELLED, data={"imported": kept}, lines=table((item.office, item.file) for item in done))
        if not dry_run:
            session.rotate_backups(ledger)
    return _imported(session.words, outcomes, dry_run=dry_run, was_asked=bool(paths))


def _imported(words: Catalogue, outcomes: list[FileOutcome], *, dry_run: bool, was_asked: bool) -> Answer:
    code, ends = overall([outcome.code for outcome in outcomes], none_taken=Code.NOTHING_TAKEN)
    if not outcomes and not was_asked:
        code, ends = Code.OK, Exit.DONE
    data: dict[str, object] = {
        "files": [outcome_object(words, outcome) for outcome in outcomes],
        "new": sum(outcome.new for outcome in outcomes),
        "known": sum(outcome.known for outcome in outcomes),
        "refused": sum(outcome.refused for outcome in outcomes),
    }
    lines = [line for outcome in outcomes for line in outcome_lines(words, outcome)]
    if dry_run:
        data["dry_run"] = True
        lines.append(words.word("dry_run_note"))
    parameters = outcomes[0].parameters if len(outcomes) == 1 else {}
    return Answer(code, parameters, data=data, lines=lines, exit_with=ends, lines_say_it=len(outcomes) == 1)


@command("undo")
@argument("import_id", type=int)
@pass_session
def undo(session: Session, import_id: int) -> Answer:
    """Takes an import back as long as no receipt and no consolidation rests on it."""
    with session.station() as station:
        done = undo_import(station.ledger, station.catalogue, import_id)
    words = session.words
    data = {"import_id": done.import_id, "office": done.office, "entries": done.entries}
    rows = [(label(words, "office"), done.office), (words.word("entries"), words.number(done.entries))]
    return Answer(data=data, lines=table(rows))


@command("quarantine")
@pass_session
def quarantine(session: Session) -> Answer:
    """Lists files that could not be taken, and the imports that were."""
    with session.station() as station:
        station.ledger.require(Role.CENTRE)
        waiting = waiting_in_quarantine(station.ledger)
        done = imports(station.ledger)
    words = session.words
    parameters = [{"file": item.path.name, "office": item.office} for item in waiting]
    data = {
        "waiting": [
            {"file": absolute(item.path), "at": item.at, "office": item.office, **told(words, item.code, given)}
            for item, given in zip(waiting, parameters, strict=True)
        ],
        "imports": [
            {
                "import_id": item.id,
                "at": item.at,
                "office": item.office,
                "file": item.file,
                "code": item.code.value,
                "new": item.new,
                "known": item.known,
                "undone": item.undone,
            }
            for item in done
        ],
    }
    lines = [
        f"{minute(words, item.at)}  {absolute(item.path)}: {words.sentence(item.code, given)} [{item.code}]"
        for item, given in zip(waiting, parameters, strict=True)
    ]
    if done:
        lines.append(f"{words.word('imports')}:")
        lines += table(
            (f"  {item.id}", minute(words, item.at), item.office, item.file, words.number(item.new)) for item in done
        )
    return Answer(data=data, lines=lines)


@command("receipts")
@option("--to", type=PATH, required=True, help="option_to_folder")
@option("--office", "offices", multiple=True, help="option_office_many")
@pass_session
def receipts(session: Session, to: Path, offices: tuple[str, ...]) -> Answer:
    """Writes a receipt for every enrolled office, or for some."""
    with session.station(keys=True) as station:
        issued = issue_receipts(station, to, list(offices) or None, session.report)
    data = {"files": [{"office": item.office, "no": item.no, **sealed_object(item.file)} for item in issued]}
    return Answer(data=data, lines=table((item.office, str(item.no), absolute(item.file.path)) for item in issued))


@command("resync")
@argument("office")
@option("--to", type=PATH, required=True, help="option_to_folder")
@pass_session
def resync(session: Session, office: str, to: Path) -> Answer:
    """Sends an office its own entries back."""
    with session.station(keys=True) as station:
        station.catalogue.register.office(office)
        sealed = write_resync(station, office, to, session.report)
    return Answer(
        data={"office": office, "file": absolute(sealed.path), **sealed_object(sealed)}, lines=[absolute(sealed.path)]
    )
