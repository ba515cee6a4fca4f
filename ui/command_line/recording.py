"""Commands about records: record, withdraw, erase, activities, template."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storage.domain.codes import Code, Exit
from storage.domain.errors import LedgerError
from storage.domain.strict_json import read_raw
from storage.erasure import erase_record
from storage.ledger import Role
from storage.recording import ActivityInput, Recorded, Recorder, read_input
from storage.search import LIMIT, Filter, FoundActivity, count_activities, find_activities
from ui.command_line.answer import Answer, absolute, table
from ui.command_line.house import PATH, argument, command, option, pass_session
from ui.command_line.session import Session, read_file
from ui.command_line.told import problem_lines, problem_object

if TYPE_CHECKING:
    from export.documents.workbook_import import WorkbookRows
    from export.documents.workbook_records import WorkbookRow
    from export.exchange.station import Station
    from storage.domain.legacy_encoding import Encoding

Row = tuple[int, ActivityInput | LedgerError]


@command("record")
@argument("file", type=PATH)
@option("--mapping", multiple=True, help="option_mapping")
@option("--legacy", multiple=True, help="option_legacy")
@option("--refused-to", type=PATH, help="option_refused_to")
@pass_session
def record(session: Session, file: Path, mapping: tuple[str, ...], legacy: tuple[str, ...], refused_to: Path | None) -> Answer:
    """Records activities from lines of JSON or from a workbook."""
    is_workbook = file.suffix.lower() in (".xlsx", ".xlsm")
    if not is_workbook and (mapping or legacy or refused_to):
        raise click.UsageError("--mapping, --legacy and --refused-to belong to a workbook")
    with session.station() as station:
        station.ledger.require(Role.OFFICE)
        workbook: WorkbookRows | None = None
        if is_workbook:
            workbook = _read_workbook(session, station, file, mapping, legacy)
            if workbook.legacy:
                return _old_encodings(workbook)
            rows = [(row.line, _row_of(row)) for row in workbook.rows]
        else:
            rows = list(json_lines(read_file(file)))
        recorder = Recorder(station.ledger, station.catalogue, by=session.options.by, base=file.absolute().parent)
        recorded = recorder.record(rows)
        session.rotate_backups(station.ledger)
        given_back = refused_to if workbook is not None and recorded.refused else None
        if given_back is not None and workbook is not None:
            _give_back(session, station, workbook, recorded, given_back)
    return _recorded(session, recorded, given_back)


def json_lines(data: bytes) -> Iterator[Row]:
    """Each line that is not blank with its number, read strictly; accents in any normal form are taken."""
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            yield number, read_input(read_raw(_composed(line)))
        except LedgerError as error:
            yield number, error


def _composed(line: bytes) -> bytes:
    try:
        return unicodedata.normalize("NFC", line.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        return line  # the strict reader says what is wrong


def _recorded(session: Session, recorded: Recorded, given_back: Path | None) -> Answer:
    words = session.words
    data: dict[str, object] = {
        "recorded": len(recorded.uids),
        "uids": recorded.uids,
        "refused": [
            {
                "line": problem.line,
                "code": problem.code.value,
                "message": words.sentence(problem.code, problem.parameters),
            }
            for problem in recorded.refused
        ],
        "findings": [problem_object(words, problem) for problem in recorded.findings],
    }
    lines = table(
        [
            (words.word("recorded"), words.number(len(recorded.uids))),
            (words.word("refused"), words.number(len(recorded.refused))),
            (words.word("findings"), words.number(len(recorded.findings))),
        ]
    )
    lines += problem_lines(words, recorded.refused) + problem_lines(words, recorded.findings)
    if given_back is not None:
        data["refused_file"] = absolute(given_back)
        lines.append(f"{words.word('refused_file')}: {absolute(given_back)}")
    if not recorded.uids:
        return Answer(Code.NOTHING_RECORDED, data=data, lines=lines, exit_with=Exit.REFUSED)
    clean = not recorded.refused and not recorded.findings
    return Answer(Code.OK if clean else Code.OK_WITH_FINDINGS, data=data, lines=lines)


# Workbooks


def _read_workbook(
    session: Session, station: Station, file: Path, mapping: tuple[str, ...], legacy: tuple[str, ...]
) -> WorkbookRows:
    """Reads the workbook; a column in an old encoding is converted only as was agreed to by ``--legacy``."""
    from export.documents.template_model import template_of
    from export.documents.workbook_import import read_workbook

    template = template_of(station.catalogue.programme, language=session.options.language)
    agreed = _agreed(legacy)
    try:
        found = read_workbook(
            file, template, mapping=_pairs("--mapping", mapping) or None, legacy=agreed, report=session.report
        )
    except ValueError as error:
        raise click.UsageError(f"--mapping: {error}") from error
    return found


def _old_encodings(workbook: WorkbookRows) -> Answer:
    """Nothing is converted unasked: shows what the columns would become and with which option to agree."""
    found = [
        {
            "field": column.key,
            "title": column.title,
            "encoding": column.encoding.value,
            "sure": column.sure,
            "preview": [list(pair) for pair in column.preview],
        }
        for column in workbook.legacy
    ]
    data = {"recorded": 0, "uids": [], "refused": [], "findings": [], "legacy": found}
    lines = []
    for column in workbook.legacy:
        lines.append(f"--legacy {column.key}={column.encoding.value}  ({column.title})")
        lines += [f"  {before}  →  {after}" for before, after in column.preview]
    return Answer(Code.LEGACY_TEXT_UNSURE, data=data, lines=lines)


def _agreed(given: tuple[str, ...]) -> dict[str, Encoding]:
    from storage.domain.legacy_encoding import Encoding

    agreed = {}
    for field, name in _pairs("--legacy", given).items():
        try:
            agreed[field] = next(encoding for encoding in Encoding if name.lower() == encoding.value.lower())
        except StopIteration:
            names = ", ".join(encoding.value for encoding in Encoding)
            raise click.UsageError(f"--legacy {field}: {names}") from None
    return agreed


def _pairs(name: str, given: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for text in given:
        left, equals, right = text.rpartition("=")
        if not equals or not left or not right:
            raise click.UsageError(f"{name} is written as LEFT=RIGHT")
        pairs[left] = right
    return pairs


def _row_of(row: WorkbookRow) -> ActivityInput | LedgerError:
    error = row.error()
    if error is not None:
        return error
    try:
        return read_input(row.record)
    except LedgerError as refused:
        return refused


def _give_back(session: Session, station: Station, workbook: WorkbookRows, recorded: Recorded, target: Path) -> None:
    """Writes the refused rows as a workbook that can be corrected and read again."""
    from export.documents.refused_rows import RefusedRow, write_refused_rows
    from export.documents.report_model import FileProperties
    from export.documents.template_model import template_of
    from storage.atomic_file import atomic_writer

    words = session.words
    cells = {row.line: row.raw for row in workbook.rows}
    rows = [
        RefusedRow(problem.line, cells[problem.line], words.sentence(problem.code, problem.parameters))
        for problem in recorded.refused
    ]
    office = station.catalogue.own_office
    properties = FileProperties(title=target.stem, author=office.name_vi, created=session.clock())
    template = template_of(station.catalogue.programme, language=session.options.language)
    with atomic_writer(target) as file:
        write_refused_rows(rows, template, file, properties, language=session.options.language)


@command("template")
@option("--to", type=PATH, required=True, help="option_to_file")
@option("--programme", is_flag=True, help="option_template_programme")
@option("--offices", is_flag=True, help="option_template_offices")
@pass_session
def template(session: Session, to: Path, programme: bool, offices: bool) -> Answer:
    """Writes the workbook in which activities, the programme or the offices may be filled in elsewhere."""
    if to.suffix.lower() != ".xlsx" or (programme and offices):
        raise click.UsageError("--to FILE.xlsx [--programme | --offices]")
    if programme or offices:
        from ui.command_line.plan_files import write_plan

        write_plan(session, to, offices=offices)
    else:
        _write_template(session, to)
    return Answer(data={"file": absolute(to)}, lines=[absolute(to)])


def _write_template(session: Session, to: Path) -> None:
    from export.documents.report_model import FileProperties
    from export.documents.template_model import template_of
    from export.documents.workbook_template import write_template
    from storage.atomic_file import atomic_writer

    language = session.options.language
    with session.station() as station:
        catalogue, ledger = station.catalogue, station.ledger
        tasks = None
        if ledger.role is Role.OFFICE:
            tasks = catalogue.task_codes(ledger.office, catalogue.today) or None
        columns = template_of(catalogue.programme, tasks=tasks, language=language)
        properties = FileProperties(title=to.stem, author=catalogue.own_office.name_vi, created=session.clock())
        with atomic_writer(to) as file:
            write_template(columns, file, properties, language=language)


# Single records


@command("withdraw")
@argument("uid")
@option("--why", required=True, help="option_why")
@pass_session
def withdraw(session: Session, uid: str, why: str) -> Answer:
    """Withdraws a record; it stays in the history."""
    with session.station() as station:
        station.ledger.require(Role.OFFICE)
        Recorder(station.ledger, station.catalogue, by=session.options.by).withdraw(uid, why)
        session.rotate_backups(station.ledger)
    return Answer(data={"uid": uid})


@command("erase")
@argument("uid")
@option("--order", required=True, help="option_order")
@option("--office", default="", help="option_office")
@pass_session
def erase(session: Session, uid: str, order: str, office: str) -> Answer:
    """Drops the text of a record by lawful order; its place in the chain stays."""
    with session.station() as station:
        lines = erase_record(station.ledger, uid, order, office=office, by=session.options.by)
    words = session.words
    return Answer(data={"uid": uid, "lines": lines}, lines=table([(words.word("erased_lines"), words.number(lines))]))


@command("activities")
@option("--search", default="", help="option_search")
@option("--office", default="", help="option_office")
@option("--task", default="", help="option_task")
@option("--type", "kind", default="", help="option_type")
@option("--period", default="", help="option_period")
@option("--state", type=click.Choice(["final", "withdrawn"]), help="option_state")
@option("--limit", type=click.IntRange(1, 100_000), default=LIMIT, help="option_limit")
@pass_session
def activities(
    session: Session, search: str, office: str, task: str, kind: str, period: str, state: str | None, limit: int
) -> Answer:
    """Lists activities, newest first."""
    with session.station() as station:
        chosen = station.catalogue.period(period) if period else None
        wanted = Filter(text=search, office=office, task=task, type=kind, period=chosen, state=state or "")
        found = find_activities(station.ledger, wanted, limit=limit)
        total = count_activities(station.ledger, wanted)
    words = session.words
    data = {"total": total, "activities": [_activity_object(row) for row in found]}
    lines = table([(words.date(row.date), row.office, row.task, row.type, row.uid, row.title[:80]) for row in found])
    return Answer(data=data, lines=[*lines, f"{words.word('total')}: {words.number(total)}"])


def _activity_object(row: FoundActivity) -> dict[str, object]:
    return {
        "uid": row.uid,
        "office": row.office,
        "state": row.state,
        "rev": row.rev,
        "conflict": row.heads > 1,
        "task": row.task,
        "type": row.type,
        "date": row.date,
        "title": row.title,
        "place": row.place,
        "document": row.document,
        "note": row.note,
        "values": row.values,
        "attachments": row.files,
    }
