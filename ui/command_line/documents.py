"""Commands that write documents: report, remind, demo."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storage.completeness import Organisation
from storage.domain.codes import Code, Exit
from storage.domain.errors import LedgerError
from storage.domain.periods import Period, Periods
from storage.journal.entries import Signature
from storage.ledger import Role
from storage.outline import read_outline
from ui.command_line.answer import Answer, absolute, label, table
from ui.command_line.house import PATH, command, option, pass_session
from ui.command_line.session import Session, read_file

if TYPE_CHECKING:
    from export.documents.document_file import PdfRenderer
    from export.exchange.demonstration import DemonstrationResult

ANSWER_WITHIN_DAYS = 7


@command("report")
@option("--period", default="", help="option_period")
@option("--from", "first", default="", help="option_span_first")
@option("--until", "last", default="", help="option_span_last")
@option("--review", type=click.Choice(["compilation", "interim", "final"]), default="compilation", help="option_review")
@option("--as-now", is_flag=True, help="option_as_now")
@option("--to", type=PATH, required=True, help="option_report_file")
@option("--office", default="", help="option_report_office")
@option("--draft", is_flag=True, help="option_draft")
@option("--outline", type=PATH, help="option_signature")
@pass_session
def report(
    session: Session,
    period: str,
    first: str,
    last: str,
    review: str,
    as_now: bool,
    to: Path,
    office: str,
    draft: bool,
    outline: Path | None,
) -> Answer:
    """An office's report of a period; at the centre the consolidated one, that of an office, or one of several periods."""
    if bool(period) == bool(first or last):
        raise click.UsageError("--period PERIOD | --from PERIOD --until PERIOD")
    if first or last:
        if office or draft:
            raise click.UsageError("--office and --draft belong to --period")
        return _span_report(session, first or last, last or first, to, review=review, as_now=as_now, outline=outline)
    return _period_report(session, period, to, office=office, draft=draft, outline=outline)


def _period_report(session: Session, period: str, to: Path, *, office: str, draft: bool, outline: Path | None) -> Answer:
    from export.documents.consolidated_document import write_consolidated
    from export.documents.period_document import write_period_report

    signature = _signature(outline)
    language = session.options.language
    with session.station() as station:
        ledger, catalogue = station.ledger, station.catalogue
        chosen = catalogue.period(period)
        if ledger.role is Role.CENTRE and not office:
            written = write_consolidated(
                ledger,
                catalogue,
                chosen,
                to,
                signature=signature,
                language=language,
                pdf=_pdf_renderer(to),
                report=session.report,
            )
        else:
            written = write_period_report(
                ledger,
                catalogue,
                chosen,
                to,
                draft_allowed=draft,
                office=office,
                language=language,
                pdf=_pdf_renderer(to),
                report=session.report,
            )
    words = session.words
    data = {
        "file": absolute(written.path),
        "period": chosen.code,
        "draft": written.draft,
        "changed_since": written.changed_since,
    }
    rows = [(words.word("file"), absolute(written.path)), (words.word("period"), chosen.name(words.language))]
    if written.draft:
        rows.append((words.word("state"), words.word("draft")))
    code = Code.REPORT_FIGURES_CHANGED if written.changed_since else Code.OK_WITH_FINDINGS if written.draft else Code.OK
    return Answer(code, data=data, lines=table(rows))


def _span_report(
    session: Session, first: str, last: str, to: Path, *, review: str, as_now: bool, outline: Path | None
) -> Answer:
    from export.documents.span_document import write_span
    from export.documents.span_view import ReviewKind
    from storage.spans import span_between

    with session.station() as station:
        span = span_between(station.catalogue, first, last)
        written = write_span(
            station.ledger,
            station.catalogue,
            span,
            to,
            review=ReviewKind(review.upper()),
            organisation=Organisation.AS_NOW if as_now else Organisation.AS_REPORTED,
            signature=_signature(outline),
            language=session.options.language,
            pdf=_pdf_renderer(to),
            report=session.report,
        )
    words = session.words
    data = {
        "file": absolute(written.path),
        "periods": [period.code for period in span.periods],
        "added": [period.code for period in span.added],
        "changed_since": written.changed_since,
    }
    names = ", ".join(period.name(words.language) for period in span.periods)
    rows = [(words.word("file"), absolute(written.path)), (words.word("period"), names)]
    return Answer(Code.REPORT_FIGURES_CHANGED if written.changed_since else Code.OK, data=data, lines=table(rows))


def _signature(outline: Path | None) -> Signature | None:
    return read_outline(read_file(outline)).signature if outline else None


def _pdf_renderer(target: Path) -> PdfRenderer | None:
    """Qt draws PDF; it is loaded for nothing else here."""
    if target.suffix.lower() != ".pdf":
        return None
    from ui.printing.pdf import render_pdf

    return render_pdf


@command("remind")
@option("--to", type=PATH, required=True, help="option_to_folder")
@option("--period", default="", help="option_period")
@option("--on", "day", default="", help="option_on")
@option("--outline", type=PATH, help="option_signature")
@option("--unit", default="", help="option_unit")
@pass_session
def remind(session: Session, to: Path, period: str, day: str, outline: Path | None, unit: str) -> Answer:
    """Writes a letter for every report that is overdue."""
    from export.documents.reminder_documents import write_reminders

    signature = _signature(outline)
    with session.station() as station:
        ledger, catalogue = station.ledger, station.catalogue
        ledger.require(Role.CENTRE)
        today = _day(day) if day else catalogue.today
        chosen = catalogue.period(period) if period else _last_due(catalogue.periods, today)
        made = write_reminders(
            ledger,
            catalogue,
            chosen,
            to,
            today=today,
            answer_by=today + timedelta(days=ANSWER_WITHIN_DAYS),
            signature=signature,
            unit=unit,
            report=session.report,
        )
    words = session.words
    data = {
        "period": chosen.code,
        "files": [
            {"path": absolute(letter.path), "office": letter.office, "addressees": list(letter.addressees)}
            for letter in made.written
        ],
        "without_heir": list(made.without_heir),
    }
    lines = table((letter.office, absolute(letter.path)) for letter in made.written)
    lines.append(f"{words.word('total')}: {words.number(len(made.written))}")
    return Answer(Code.OK_WITH_FINDINGS if made.without_heir else Code.OK, data=data, lines=lines)


def _last_due(periods: Periods, today: date) -> Period:
    """The period whose deadline passed last; the next one to fall due when none ever has."""
    for year in (today.year, today.year - 1):
        for period in reversed(periods.of_year(year)):
            if period.due_before <= today:
                return period
    return periods.current(today)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise LedgerError(Code.DATE_INVALID, date=text[:20]) from error


@command("demo")
@option("--to", type=PATH, required=True, help="option_to_folder")
@option("--offices", type=click.IntRange(1), default=33, show_default=True, help="option_count")
@option("--seed", type=int, default=2020, show_default=True, help="option_seed")
@pass_session
def demo(session: Session, to: Path, offices: int, seed: int) -> Answer:
    """The whole job of two periods on the real plan, with made-up activities, checked at the end."""
    from export.exchange.demonstration import run_demonstration

    done = run_demonstration(to, offices=offices, seed=seed, language=session.options.language, report=session.report)
    code, ends = (Code.OK, Exit.DONE) if done.ok else (Code.DEMONSTRATION_FAILED, Exit.REFUSED)
    return Answer(code, data=_demonstrated(done), lines=_demonstration_lines(session, done), exit_with=ends)


def _demonstrated(done: DemonstrationResult) -> dict[str, object]:
    return {
        "folder": absolute(done.folder),
        "index": absolute(done.index),
        "centre": absolute(done.centre),
        "offices": [absolute(path) for path in done.offices],
        "kits": [absolute(path) for path in done.kits],
        "bundles": [absolute(path) for path in done.bundles],
        "receipts": [absolute(path) for path in done.receipts],
        "word": [absolute(path) for path in done.word],
        "excel": [absolute(path) for path in done.excel],
        "period_reports": [absolute(path) for path in done.period_reports],
        "reminders": [absolute(path) for path in done.reminders],
        "audit": absolute(done.audit),
        "checks": [{"name": check.name, "ok": check.ok, "detail": check.detail} for check in done.checks],
    }


def _demonstration_lines(session: Session, done: DemonstrationResult) -> list[str]:
    words = session.words
    rows = [
        *((words.word("consolidated_word"), absolute(path)) for path in done.word),
        *((words.word("consolidated_excel"), absolute(path)) for path in done.excel),
        *((words.word("report"), absolute(path)) for path in done.period_reports),
        *(
            (words.word(name), f"{words.number(len(paths))}  {os.path.commonpath([absolute(path.parent) for path in paths])}")
            for name, paths in (("bundles", done.bundles), ("receipts", done.receipts), ("reminders", done.reminders))
            if paths
        ),
        (words.word("audit_folder"), absolute(done.audit)),
        (label(words, "centre"), absolute(done.centre)),
        (words.word("index"), absolute(done.index)),
    ]
    sound = sum(check.ok for check in done.checks)
    rows.append((words.word("checks"), f"{words.number(sound)}/{words.number(len(done.checks))}"))
    return table(rows) + [f"  {check.name}: {check.detail}" for check in done.checks if not check.ok]
