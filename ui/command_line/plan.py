"""The command of the centre's plan: what is in force, what a file would change, and putting it in force."""

from __future__ import annotations

from pathlib import Path

from storage.catalogue import parse_dates
from storage.domain.codes import Code, Exit
from storage.domain.office_file import parse_offices
from storage.domain.programme_file import parse_programme
from storage.ledger import Role
from storage.plan import Documents, documents_of, history, problems_of, put_in_force
from storage.plan_effects import Effects, effects_of
from ui.command_line.answer import Answer, table
from ui.command_line.house import PATH, command, option, pass_session
from ui.command_line.plan_files import NO_DATES, PlanFile, read_offices, read_programme, refused
from ui.command_line.session import Session, read_file


@command("plan")
@option("--programme", type=PATH, help="option_programme_new")
@option("--offices", type=PATH, help="option_offices_new")
@option("--dates", type=PATH, help="option_dates_new")
@option("--why", default="", help="option_why")
@option("--dry-run", is_flag=True, help="option_plan_dry_run")
@pass_session
def plan(session: Session, programme: Path | None, offices: Path | None, dates: Path | None, why: str, dry_run: bool) -> Answer:
    """Shows the plan in force, or puts another programme, other offices or other dates in force."""
    new_programme = read_programme(programme) if programme else None
    new_offices = read_offices(offices) if offices else None
    for file in (new_programme, new_offices):
        if file is not None and file.problems:
            return refused(session.words, file)
    with session.station() as station:
        ledger = station.ledger
        ledger.require(Role.CENTRE)
        before = documents_of(station.catalogue)
        after = _documents(before, new_programme, new_offices, read_file(dates) if dates else None)
        for problem in problems_of(after):
            raise problem
        effects = effects_of(ledger, before, after, station.catalogue.today)
        if not dry_run and effects.changes:
            put_in_force(ledger, station.catalogue, after, why=why, by=session.options.by)
            station.reload()
            session.rotate_backups(ledger)
        past = [{"at": line.at, "by": line.by, "why": line.why} for line in history(ledger)]
        now = documents_of(station.catalogue)
    data = _data(now, effects) | {"in_force": not dry_run, "history": past}
    code = Code.OK_WITH_FINDINGS if effects.harm else Code.OK
    return Answer(code, data=data, lines=_lines(session, now, effects), exit_with=Exit.FINDINGS if effects.harm else Exit.DONE)


def _documents(before: Documents, programme: PlanFile | None, offices: PlanFile | None, dates: bytes | None) -> Documents:
    """What is in force with the files in place of its parts; a workbook of a programme may bring dates too."""
    if dates is None and programme is not None and programme.dates != NO_DATES:
        dates = programme.dates
    return Documents(
        parse_programme(programme.content) if programme else before.programme,
        parse_offices(offices.content) if offices else before.register,
        parse_dates(dates) if dates is not None else before.dates,
    )


def _data(documents: Documents, effects: Effects) -> dict[str, object]:
    programme, register = documents.programme, documents.register
    return {
        "programme": {"code": programme.code, "version": programme.version, "tasks": len(programme.tasks)},
        "offices": {"version": register.version, "count": len(register.offices)},
        "changes": [
            {
                "kind": one.kind.value,
                "part": one.part.value,
                "code": one.code,
                "fields": list(one.fields),
                "before": one.before,
                "after": one.after,
            }
            for one in effects.changes
        ],
        "touched": [
            {"part": one.part.value, "code": one.code, "activities": one.activities, "answers": one.answers}
            for one in effects.touched
        ],
        "periods": [
            {
                "period": one.period,
                "dates_moved": one.moves,
                "no_longer_owed": list(one.ended),
                "newly_owed": list(one.begun),
                "passed": {source: list(heirs) for source, heirs in one.passed.items()},
                "received": list(one.received),
            }
            for one in effects.periods
        ],
        "ended": [
            {
                "office": one.office,
                "heirs": list(one.heirs),
                "activities": one.activities,
                "keys": one.keys,
                "open_reports": list(one.open_reports),
            }
            for one in effects.offices
        ],
    }


def _lines(session: Session, documents: Documents, effects: Effects) -> list[str]:
    words = session.words
    lines: list[str] = []
    if effects.changes:
        lines += table(
            (words.word(f"plan_{one.kind}"), words.word(f"plan_{one.part}"), one.code, one.after or one.before)
            for one in effects.changes
        )
    if effects.touched:
        lines += table(
            (words.word("plan_touched"), one.code, words.number(one.activities + one.answers)) for one in effects.touched
        )
    programme, register = documents.programme, documents.register
    rows = [
        (words.word("programme"), programme.code, f"{words.word('version')} {programme.version}"),
        (words.word("offices"), words.number(len(register.offices)), f"{words.word('version')} {register.version}"),
    ]
    return lines + table(rows)
