"""Commands of an office's hand-over: seal, custody, receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from export.exchange.custody import CustodyLine, custody_lines, mark_handed_over
from export.exchange.receipts import PeriodState
from export.exchange.receiving import Received, receive
from export.exchange.sealing import Seal, seal
from export.exchange.station import Station
from storage.domain.codes import Code, Exit, exit_code
from storage.domain.errors import LedgerError, Parameter
from storage.ledger import Role
from storage.messages.catalogue import Catalogue
from ui.command_line.answer import Answer, absolute, overall, table, told
from ui.command_line.house import PATH, argument, command, option, pass_session
from ui.command_line.session import Session
from ui.command_line.told import minute, sealed_object

SPOKEN_GROUP = 4


@command("seal")
@option("--to", type=PATH, required=True, help="option_to_folder")
@option("--all", "everything", is_flag=True, help="option_all")
@option("--budget", type=click.IntRange(1, 4095), help="option_budget")
@option("--note", default="", help="option_note")
@option("--sheet", type=PATH, help="option_handover_sheet")
@pass_session
def seal_command(session: Session, to: Path, everything: bool, budget: int | None, note: str, sheet: Path | None) -> Answer:
    """Seals what the centre has not acknowledged, and reads it back from the medium."""
    with session.station(keys=True) as station:
        done = seal(station, to, everything=everything, budget_mib=budget, note=note, report=session.report)
        sheets = _write_sheets(session, station, done, sheet) if sheet is not None else []
        session.rotate_backups(station.ledger)
    words = session.words
    files = [
        {
            **sealed_object(bundle.file),
            "spoken": bundle.spoken,
            "entries": bundle.entries,
            "blobs": bundle.blobs,
        }
        for bundle in done.bundles
    ]
    rows = [(absolute(bundle.file.path), words.size(bundle.file.size), in_groups(bundle.spoken)) for bundle in done.bundles]
    lines = [*table(rows), f"{words.word('spoken_code')}: {in_groups(done.spoken)}"]
    if done.periods:
        lines.append(f"{words.word('periods')}: {', '.join(done.periods)}")
    lines += [f"{words.word('sheet')}: {absolute(path)}" for path in sheets]
    shown = {"files": files, "spoken": done.spoken, "periods": done.periods, "sheets": [absolute(path) for path in sheets]}
    return Answer(data=shown, lines=lines)


def _write_sheets(session: Session, station: Station, done: Seal, folder: Path) -> list[Path]:
    from export.documents.handover_documents import write_handover_sheets

    return write_handover_sheets(station.ledger, station.catalogue, done, folder, language=session.options.language)


@command("custody")
@option("--handed-over", type=PATH, multiple=True, help="option_handed_over")
@pass_session
def custody(session: Session, handed_over: tuple[Path, ...]) -> Answer:
    """Lists the bundles that this office has sealed, from written to receipted."""
    with session.station() as station:
        station.ledger.require(Role.OFFICE)
        for path in handed_over:
            mark_handed_over(station.ledger, path)
        found = custody_lines(station.ledger)
    words = session.words
    return Answer(
        data={"bundles": [_custody_object(line) for line in found]}, lines=table(_custody_row(words, line) for line in found)
    )


def _custody_object(line: CustodyLine) -> dict[str, object]:
    return {
        "file": line.file,
        "at": line.at,
        "state": line.state,
        "size": line.size,
        "sha256": line.sha256,
        "spoken": line.spoken,
    }


def _custody_row(words: Catalogue, line: CustodyLine) -> tuple[str, ...]:
    return minute(words, line.at), words.word(line.state), in_groups(line.spoken), words.size(line.size), line.file


@command("receive")
@argument("files", type=PATH, nargs=-1, required=True)
@pass_session
def receive_command(session: Session, files: tuple[Path, ...]) -> Answer:
    """Takes in receipts, kits and own entries from the centre."""
    words = session.words
    told_of: list[_Told] = []
    with session.station(keys=True) as station:
        for path in files:
            try:
                told_of.append(_taken(words, receive(station, path, session.report)))
            except LedgerError as error:
                told_of.append(_refused(words, path, error))
    code, ends = overall([item.code for item in told_of], none_taken=Code.NOTHING_TAKEN)
    parameters = told_of[0].parameters if len(told_of) == 1 else {}
    lines = [line for item in told_of for line in item.lines]
    return Answer(
        code,
        parameters,
        data={"files": [item.object for item in told_of]},
        lines=lines,
        exit_with=ends,
        lines_say_it=len(told_of) == 1,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """One file in both forms of an answer."""

    code: Code
    parameters: Mapping[str, Parameter]
    object: dict[str, object]
    lines: list[str]


def _refused(words: Catalogue, path: Path, error: LedgerError) -> _Told:
    parameters = {"file": path.name, **error.parameters}
    lines = [f"{path.name}: {words.sentence(error.code, parameters)} [{error.code}]"]
    lines.append(f"  {words.word('next_step')}: {words.next_step(error.code, parameters)}")
    return _Told(error.code, parameters, {"file": absolute(path), "ok": False, **told(words, error.code, parameters)}, lines)


def _taken(words: Catalogue, received: Received) -> _Told:
    parameters = {"file": received.path.name, **received.parameters}
    return _Told(received.code, parameters, _received_object(words, received), _received_lines(words, received))


def _received_object(words: Catalogue, received: Received) -> dict[str, object]:
    found: dict[str, object] = {
        "file": absolute(received.path),
        "ok": exit_code(received.code) in (Exit.DONE, Exit.FINDINGS),
        **told(words, received.code, received.parameters),
        "kind": received.kind.value,
        "new": received.new,
        "remarks": [told(words, code, received.parameters) for code in received.remarks],
    }
    if received.receipt is not None:
        found["no"] = received.receipt.no
        found["periods"] = [_period_object(period) for period in received.receipt.periods]
    return found


def _period_object(period: PeriodState) -> dict[str, object]:
    return {
        "period": period.period,
        "state": period.state,
        "received": period.received,
        "remarks": [
            {"text": remark.text, "uid": remark.uid, "item": remark.item, "field": remark.field} for remark in period.remarks
        ],
    }


def _received_lines(words: Catalogue, received: Received) -> list[str]:
    lines = [f"{received.path.name}: {words.sentence(received.code, received.parameters)} [{received.code}]"]
    for period in received.receipt.periods if received.receipt is not None else ():
        lines.append(f"  {words.word('period')} {period.period}: {words.word(period.state)}")
        for remark in period.remarks:
            place = " ".join(part for part in (remark.item, remark.uid, remark.field) if part)
            lines.append(f"    - {place}: {remark.text}" if place else f"    - {remark.text}")
    following = words.next_step(received.code, received.parameters)
    return [*lines, f"  {words.word('next_step')}: {following}"] if following else lines


def in_groups(digits: str) -> str:
    """Digits as they are read over the telephone."""
    return " ".join(digits[start : start + SPOKEN_GROUP] for start in range(0, len(digits), SPOKEN_GROUP))
