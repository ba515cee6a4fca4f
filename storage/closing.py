"""Closing a period at an office: the checklist, the report that is frozen, reopening.

Closing stops on no finding but a stamp of secrecy in the report's own words: what is missing is listed, the office decides.
What was closed is named by ``root``, a digest over the records it covers, so that the centre can tell whether anything changed
afterwards.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from storage.catalogue import Catalogue
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, Parameter
from storage.domain.folding import normalise
from storage.domain.obligations import leads
from storage.domain.periods import Period
from storage.domain.programme import IndicatorSource, Task
from storage.domain.text_check import check_text
from storage.figures import PeriodData, office_figures, period_data
from storage.journal.entries import Activity, Answer, Closed, Figure, PeriodReport, Reopened, Section, Signature
from storage.ledger import Ledger
from storage.outline import Outline, answers_of
from storage.recording import Problem, Recorder, text_findings

RETURNED = "returned/"
"""Beginning of the settings that hold, by period, the number of the closing that the centre returned last."""
_UNUSUAL_FACTOR = 5
_UNUSUAL_LEAST = 20


@dataclass(frozen=True, slots=True)
class ClosedPeriod:
    """What closing froze, and what the checklist had to say."""

    period: Period
    rev: int
    records: int
    root: str
    report: PeriodReport
    findings: list[Problem]


def checklist(ledger: Ledger, catalogue: Catalogue, period: Period) -> list[Problem]:
    """Everything an office should look at before it closes, each with the task, record or section it is about."""
    data = period_data(ledger, period, [ledger.office])
    tasks = catalogue.tasks_of(ledger.office, period.last_day)
    return [
        *_empty_tasks(ledger, catalogue, data, tasks, period),
        *_empty_answers(ledger, catalogue, data, tasks, period),
        *_record_findings(ledger, period),
        *_section_findings(ledger, catalogue, data),
        *_unusual_values(ledger, catalogue, data, tasks, period),
    ]


def close_period(
    ledger: Ledger, catalogue: Catalogue, code: str, outline: Outline | None = None, *, by: str = ""
) -> ClosedPeriod:
    """Freezes a period; an outline given is kept as answers first.

    Raises ``LedgerError``: PERIOD_UNKNOWN, PERIOD_CLOSED, SEAL_BLOCKED_BY_STAMP (``count``: answers and sections that carry a
    stamp of secrecy; a report that repeats one could never leave this PC), and what the outline's answers raise.
    """
    period = catalogue.period(code)
    rev = _last_revision(ledger, period.code)
    if is_closed(ledger, ledger.office, period.code) and not was_returned(ledger, period.code):
        raise LedgerError(Code.PERIOD_CLOSED, period=period.code)
    if outline is not None:
        answers = answers_of(outline, catalogue.programme, period)
        _refuse_foreign_answers(ledger, catalogue, period, answers)
        Recorder(ledger, catalogue, by=by).answer(answers)
    findings = checklist(ledger, catalogue, period)
    _refuse_stamped_report(ledger, period)
    count, root = records_root(ledger, ledger.office, period)
    report = period_report(ledger, catalogue, period, outline.signature if outline else Signature())
    ledger.append(Closed(period=period.code, rev=rev + 1, at=ledger.now(), n=count, root=root, report=report, by=by))
    return ClosedPeriod(period, rev + 1, count, root, report, findings)


def reopen_period(ledger: Ledger, catalogue: Catalogue, code: str, why: str, *, by: str = "") -> None:
    """Opens a closed period again. Raises ``LedgerError``: PERIOD_UNKNOWN, PERIOD_NOT_CLOSED, REASON_MISSING."""
    period = catalogue.period(code)
    reason = normalise(why).strip()
    if not reason:
        raise LedgerError(Code.REASON_MISSING)
    if not is_closed(ledger, ledger.office, period.code):
        raise LedgerError(Code.PERIOD_NOT_CLOSED, period=period.code)
    rev = _last_revision(ledger, period.code) + 1
    ledger.append(Reopened(period=period.code, rev=rev, at=ledger.now(), why=reason[:500], by=by))


def is_closed(ledger: Ledger, office: str, period: str) -> bool:
    """Whether the newest act of an office on a period is a closing."""
    row = ledger.db.execute(
        "SELECT op FROM closing WHERE office = ? AND period = ? ORDER BY rev DESC, link DESC LIMIT 1", [office, period]
    ).fetchone()
    return row is not None and row[0] == "close"


def was_returned(ledger: Ledger, period: str) -> bool:
    """Whether the centre has returned the report as it was closed last: it may then be closed again without reopening."""
    row = ledger.db.execute(
        "SELECT rev FROM closing WHERE office = ? AND period = ? AND op = 'close' ORDER BY rev DESC, link DESC",
        [ledger.office, period],
    ).fetchone()
    return row is not None and ledger.setting(f"{RETURNED}{period}") == str(row[0])


def records_root(ledger: Ledger, office: str, period: Period) -> tuple[int, str]:
    """How many records of an office a period covers, and SHA-256 over their (uid, link), sorted by uid."""
    digest, count = hashlib.sha256(), 0
    for uid, link in ledger.db.execute(
        "SELECT uid, link FROM activity WHERE office = ? AND state = 'final' AND date BETWEEN ? AND ? ORDER BY uid",
        [office, period.takes_from.isoformat(), period.last_day.isoformat()],
    ):
        digest.update(uid + link)
        count += 1
    return count, digest.hexdigest()


def period_report(ledger: Ledger, catalogue: Catalogue, period: Period, signature: Signature) -> PeriodReport:
    """The report as it stands now."""
    data = period_data(ledger, period, [ledger.office])
    tasks = catalogue.tasks_of(ledger.office, period.last_day)
    sections = [
        Section(code=section.code, text=given.text)
        for section in catalogue.programme.narrative_sections
        if (given := data.answers.get((ledger.office, section.code))) is not None
    ]
    figures = office_figures(catalogue, data, ledger.office, tasks)
    return PeriodReport(figures=figures, sections=sections, signature=signature)


def _refuse_stamped_report(ledger: Ledger, period: Period) -> None:
    answers = period_data(ledger, period, [ledger.office]).answers.values()
    stamped = sum(any(finding.code is Code.TEXT_SECRECY_STAMP for finding in check_text(given.text)) for given in answers)
    if stamped:
        raise LedgerError(Code.SEAL_BLOCKED_BY_STAMP, count=stamped)


def _refuse_foreign_answers(ledger: Ledger, catalogue: Catalogue, period: Period, answers: Sequence[Answer]) -> None:
    """An answer to another office's question would never be shown, so it is refused where it can still be mended."""
    own = {indicator.id for task in catalogue.tasks_of(ledger.office, period.last_day) for indicator in task.indicators}
    own |= {section.code for section in catalogue.programme.narrative_sections}
    for answer in answers:
        if answer.item not in own:
            raise LedgerError(Code.TASK_NOT_OF_OFFICE, task=answer.item, office=ledger.office)


def _last_revision(ledger: Ledger, period: str) -> int:
    row = ledger.db.execute(
        "SELECT coalesce(max(rev), 0) FROM closing WHERE office = ? AND period = ?", [ledger.office, period]
    ).fetchone()
    return int(row[0])


def _empty_tasks(
    ledger: Ledger, catalogue: Catalogue, data: PeriodData, tasks: tuple[Task, ...], period: Period
) -> list[Problem]:
    """Tasks that this office leads, without an activity and without the answer that nothing took place."""
    found = []
    for task in tasks:
        if not task.activity_types or not leads(catalogue.programme, catalogue.register, task, ledger.office, period.last_day):
            continue
        active = any(data.counts.get((ledger.office, task.code, kind)) for kind in task.activity_types)
        answered = any((ledger.office, indicator.id) in data.answers for indicator in task.indicators)
        if not active and not answered:
            found.append(Problem(Code.TASK_WITHOUT_ACTIVITY, task.code, parameters={"task": task.code}))
    return found


def _empty_answers(
    ledger: Ledger, catalogue: Catalogue, data: PeriodData, tasks: tuple[Task, ...], period: Period
) -> list[Problem]:
    found = []
    for task in tasks:
        if not leads(catalogue.programme, catalogue.register, task, ledger.office, period.last_day):
            continue
        for indicator in task.indicators:
            asked = indicator.source is IndicatorSource.STATED and not indicator.optional
            if asked and (ledger.office, indicator.id) not in data.answers:
                found.append(Problem(Code.ANSWER_EMPTY, indicator.id, parameters={"indicator": indicator.id}))
    return found


def _record_findings(ledger: Ledger, period: Period) -> list[Problem]:
    found = [
        Problem(Code.DRAFT_OPEN, uid=name, parameters={"count": 1})
        for (name,) in ledger.db.execute("SELECT name FROM draft ORDER BY name").fetchall()
    ]
    rows = ledger.db.execute(
        "SELECT lower(hex(uid)), heads, task, type, date, title, place, document, note FROM activity"
        " WHERE office = ? AND state = 'final' AND date BETWEEN ? AND ? ORDER BY date, uid",
        [ledger.office, period.takes_from.isoformat(), period.due_before.isoformat()],
    ).fetchall()
    for uid, heads, task, kind, day, title, place, document, note in rows:
        if day > period.last_day.isoformat():
            found.append(Problem(Code.DATE_OUTSIDE_PERIOD, "date", uid=uid, parameters={"date": day, "period": period.code}))
            continue
        if heads > 1:
            found.append(Problem(Code.CONFLICT_OPEN, uid=uid, parameters={"count": heads}))
        activity = Activity(task=task, type=kind, date=day, title=title, place=place, document=document, note=note)
        found += [Problem(text.code, text.field, uid=uid, parameters=text.parameters) for text in text_findings(activity)]
    return found


def _section_findings(ledger: Ledger, catalogue: Catalogue, data: PeriodData) -> list[Problem]:
    found = []
    for section in catalogue.programme.narrative_sections:
        given = data.answers.get((ledger.office, section.code))
        if section.required and (given is None or not given.text):
            found.append(Problem(Code.SECTION_EMPTY, section.code, parameters={"section": section.code}))
    for (office, item), answer in sorted(data.answers.items()):
        if office == ledger.office:
            found += [
                Problem(finding.code, item, parameters={"start": finding.start, "end": finding.end})
                for finding in check_text(answer.text)
            ]
    return found


def _unusual_values(
    ledger: Ledger, catalogue: Catalogue, data: PeriodData, tasks: tuple[Task, ...], period: Period
) -> list[Problem]:
    """Figures at least five times as large, or as small, as in the same period of the year before."""
    try:
        earlier = period_data(ledger, catalogue.periods.previous_year(period), [ledger.office])
    except LedgerError:
        return []
    before = {figure.item: figure for figure in office_figures(catalogue, earlier, ledger.office, tasks)}
    found = []
    for figure in office_figures(catalogue, data, ledger.office, tasks):
        last = before.get(figure.item)
        if last is not None and _unusual(figure, last):
            parameters: dict[str, Parameter] = {"indicator": figure.item, "now": figure.number, "before": last.number}
            found.append(Problem(Code.VALUE_UNUSUAL, figure.item, parameters=parameters))
    return found


def _unusual(now: Figure, before: Figure) -> bool:
    if now.state != "number" or before.state != "number" or now.denominator or before.denominator:
        return False
    small, large = sorted((now.number, before.number))
    return large >= _UNUSUAL_LEAST and large >= _UNUSUAL_FACTOR * max(small, 1)
