"""Commands about reporting periods: close, reopen, review, consolidate, status."""

from __future__ import annotations

from pathlib import Path

import click

from storage.closing import checklist, close_period, is_closed, reopen_period
from storage.consolidation import consolidate, differences, freeze
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.follow_up import ReportState
from storage.journal.entries import Figure, Remark
from storage.ledger import Role
from storage.outline import answers_of, read_outline
from storage.recording import Recorder
from storage.reviewing import Inspection, decision_on, inspect_report, review
from ui.command_line.answer import Answer, label, table
from ui.command_line.house import PATH, argument, command, option, pass_session
from ui.command_line.session import Session, read_file
from ui.command_line.standing import centre_standing, office_standing, share_object, share_text
from ui.command_line.told import problem_lines, problem_object

MAX_REMARK = 500
UID_DIGITS = 32


@command("close")
@option("--period", required=True, help="option_period")
@option("--outline", type=PATH, help="option_outline")
@option("--dry-run", is_flag=True, help="option_dry_run")
@pass_session
def close(session: Session, period: str, outline: Path | None, dry_run: bool) -> Answer:
    """Closes a period and answers what the checklist found."""
    given = read_outline(read_file(outline)) if outline else None
    words = session.words
    with session.station() as station:
        ledger, catalogue = station.ledger, station.catalogue
        ledger.require(Role.OFFICE)
        if dry_run:
            chosen = catalogue.period(period)
            findings = checklist(ledger, catalogue, chosen)
            data: dict[str, object] = {"period": chosen.code, "closed": is_closed(ledger, ledger.office, chosen.code)}
            rows = [(words.word("period"), chosen.name(words.language))]
        else:
            closed = close_period(ledger, catalogue, period, given, by=session.options.by)
            session.rotate_backups(ledger)
            chosen, findings = closed.period, closed.findings
            data = {
                "period": chosen.code,
                "closed": True,
                "rev": closed.rev,
                "records": closed.records,
                "root": closed.root,
                "figures": [figure_object(figure) for figure in closed.report.figures],
            }
            rows = [
                (words.word("period"), chosen.name(words.language)),
                (words.word("activities"), words.number(closed.records)),
            ]
    data["due_before"] = chosen.due_before.isoformat()
    data["findings"] = [problem_object(words, problem) for problem in findings]
    rows.append((words.word("due_before"), words.date(chosen.due_before.isoformat())))
    rows.append((words.word("findings"), words.number(len(findings))))
    lines = table(rows) + problem_lines(words, findings)
    return Answer(Code.OK_WITH_FINDINGS if findings else Code.OK, data=data, lines=lines)


def figure_object(figure: Figure) -> dict[str, object]:
    """One figure; number, 0 and "nothing took place" stay three different answers."""
    found: dict[str, object] = {"item": figure.item, "state": figure.state}
    if figure.state == "number":
        found["number"] = figure.number
        if figure.denominator:
            found["denominator"] = figure.denominator
    if figure.state == "text":
        found["text"] = figure.text
    return found


@command("reopen")
@option("--period", required=True, help="option_period")
@option("--why", required=True, help="option_why")
@pass_session
def reopen(session: Session, period: str, why: str) -> Answer:
    """Opens a closed period again."""
    with session.station() as station:
        station.ledger.require(Role.OFFICE)
        reopen_period(station.ledger, station.catalogue, period, why, by=session.options.by)
        session.rotate_backups(station.ledger)
    return Answer(data={"period": period})


@command("review")
@argument("office")
@option("--period", required=True, help="option_period")
@option("--accept", is_flag=True, help="option_accept")
@option("--return", "return_it", is_flag=True, help="option_return")
@option("--take-back", is_flag=True, help="option_take_back")
@option("--remark", "remarks", multiple=True, help="option_remark")
@option("--remark-on", "placed", multiple=True, help="option_remark_on")
@pass_session
def review_command(
    session: Session,
    office: str,
    period: str,
    accept: bool,
    return_it: bool,
    take_back: bool,
    remarks: tuple[str, ...],
    placed: tuple[str, ...],
) -> Answer:
    """Shows an office's report beside its activities; accepts or returns it, or takes such a decision back."""
    if accept + return_it + take_back > 1:
        raise click.UsageError("only one of --accept, --return and --take-back")
    if (remarks or placed) and not (accept or return_it):
        raise click.UsageError("--remark and --remark-on need --accept or --return")
    said = [_remark(text) for text in remarks] + [_placed_remark(text) for text in placed]
    with session.station() as station:
        ledger, catalogue = station.ledger, station.catalogue
        ledger.require(Role.CENTRE)
        catalogue.register.office(office)
        chosen = catalogue.period(period)
        looked_at = inspect_report(ledger, catalogue, office, chosen)
        state = ""
        if take_back:
            from export.exchange.reviews import take_back_review

            state = take_back_review(ledger, office, chosen, by=session.options.by).state
            session.rotate_backups(ledger)
        elif accept or return_it:
            state = review(ledger, office, chosen, accept=accept, remarks=said, by=session.options.by).state
            session.rotate_backups(ledger)
        standing = state or decision_on(ledger, looked_at.closed)
    return _reviewed(session, looked_at, standing, said, decided=bool(state))


def _remark(text: str, **place: str) -> Remark:
    if len(text) > MAX_REMARK:
        raise LedgerError(Code.TEXT_TOO_LONG, field="remark", limit=MAX_REMARK)
    return Remark(text=text.strip(), **place)


def _placed_remark(text: str) -> Remark:
    parts = text.split(":", 2)
    if len(parts) < 3 or not parts[0] or not parts[2].strip():
        raise click.UsageError("--remark-on UID:FIELD:TEXT")
    target, name, said = parts
    is_record = len(target) == UID_DIGITS and not set(target) - set("0123456789abcdef")
    return _remark(said, uid=target, field=name[:64]) if is_record else _remark(said, item=target[:64], field=name[:64])


def _reviewed(session: Session, looked_at: Inspection, state: str, said: list[Remark], *, decided: bool) -> Answer:
    words = session.words
    differing = [line for line in looked_at.comparisons if not line.agrees]
    data = {
        "office": looked_at.closed.office,
        "period": looked_at.closed.period,
        "state": state,
        "records": looked_at.closed.n,
        "remarks": [{"text": item.text, "uid": item.uid, "item": item.item, "field": item.field} for item in said],
        "differences": [
            {"item": line.item, "reported": figure_object(line.reported), "computed": figure_object(line.computed)}
            for line in differing
        ],
        "findings": [problem_object(words, problem) for problem in looked_at.findings],
    }
    rows = [
        (label(words, "office"), looked_at.closed.office),
        (words.word("period"), looked_at.closed.period),
        (words.word("state"), words.word(state)),
        (words.word("activities"), words.number(looked_at.closed.n)),
    ]
    lines = table(rows) + problem_lines(words, looked_at.findings)
    if not decided:
        return Answer(Code.OK_WITH_FINDINGS if looked_at.findings else Code.OK, data=data, lines=lines)
    return Answer(data=data, lines=lines)


@command("consolidate")
@option("--period", required=True, help="option_period")
@option("--outline", type=PATH, help="option_centre_outline")
@option("--dry-run", is_flag=True, help="option_dry_run")
@pass_session
def consolidate_command(session: Session, period: str, outline: Path | None, dry_run: bool) -> Answer:
    """Computes and freezes the figures of a period; says what is missing and what has changed since the last time."""
    if outline is not None and dry_run:
        raise click.UsageError("--outline is kept, so it does not go with --dry-run")
    given = read_outline(read_file(outline)) if outline else None
    words = session.words
    with session.station() as station:
        ledger, catalogue = station.ledger, station.catalogue
        chosen = catalogue.period(period)
        ledger.require(Role.CENTRE)
        if given is not None:  # the centre's own words for the sections of its report
            Recorder(ledger, catalogue, by=session.options.by).answer(answers_of(given, catalogue.programme, chosen))
        made = consolidate(ledger, catalogue, chosen)
        changed = differences(ledger, made)
        digest = "" if dry_run else freeze(ledger, catalogue, chosen, by=session.options.by).digest
        if not dry_run:
            session.rotate_backups(ledger)
    missing = [cell.office for cell in made.matrix.cells if cell.state is ReportState.MISSING and not cell.obligation.requested]
    data = {
        "period": chosen.code,
        "frozen": not dry_run,
        "figures_digest": digest,
        "figures": len(made.figures),
        "offices": len(made.offices),
        "complete": share_object(made.matrix.complete),
        "on_time": share_object(made.matrix.on_time),
        "missing": missing,
        "differences": [{"name": line.name, "frozen": line.frozen, "now": line.now} for line in changed],
    }
    rows = [
        (words.word("period"), chosen.name(words.language)),
        (words.word("completeness"), share_text(words, made.matrix.complete)),
        (words.word("missing"), ", ".join(missing) or words.word("no")),
        (words.word("changed"), words.number(len(changed))),
    ]
    lines = table(rows) + [f"  {line.name}: {line.frozen} → {line.now}" for line in changed]
    code = Code.REPORT_FIGURES_CHANGED if changed else Code.OK_WITH_FINDINGS if missing else Code.OK
    return Answer(code, data=data, lines=lines)


@command("status")
@option("--period", default="", help="option_period")
@pass_session
def status(session: Session, period: str) -> Answer:
    """Where this PC's work stands."""
    with session.station() as station:
        chosen = station.catalogue.period(period) if period else station.catalogue.periods.current(station.catalogue.today)
        if station.ledger.role is Role.CENTRE:
            return centre_standing(session.words, station, chosen)
        return office_standing(session.words, station, chosen)
