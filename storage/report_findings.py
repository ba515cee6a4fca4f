"""What a reviewer should look at in a report: figures beside earlier ones, what is empty, what the records do not bear out.

Findings are pointed out by stated rules that anybody can check again; nothing is decided, changed or scored here, and offices
are never compared with each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from storage.catalogue import Catalogue
from storage.domain.codes import Code
from storage.domain.errors import Parameter
from storage.domain.folding import fold
from storage.domain.obligations import leads
from storage.domain.periods import FIRST_YEAR, Period
from storage.domain.programme import IndicatorSource, SectionKind
from storage.duplicates import distinct_pairs
from storage.figures import PeriodData
from storage.journal.entries import Figure, PeriodReport
from storage.ledger import Ledger
from storage.own_words import of_the_writer
from storage.recording import Problem, text_findings
from storage.search import Filter, FoundActivity, find_activities

TENFOLD = 10
TENFOLD_LEAST = 20
"""A figure below this is never called unusual: from 1 to 10 is no news."""
UNUSUAL_FACTOR, UNUSUAL_LEAST = 5, 20
"""Against the year before, as in the checklist that the office saw."""
WORTH_A_LOOK = frozenset(
    {
        Code.REVIEW_FIGURE_EMPTY,
        Code.REVIEW_ZERO,
        Code.REVIEW_FELL_TO_ZERO,
        Code.REVIEW_TENFOLD,
        Code.VALUE_UNUSUAL,
        Code.REVIEW_SECTION_EMPTY,
        Code.REVIEW_RECORDED_TWICE,
        Code.DATE_OUTSIDE_PERIOD,
    }
)
"""Findings that only ask for a look: the report's figures agree with its records all the same."""
_MOST_ACTIVITIES = 100_000


def earlier_periods(catalogue: Catalogue, period: Period) -> tuple[Period | None, Period | None]:
    """The period of the same duty before this one, and the one a year ago."""
    year = int(period.code[:4])
    all_of_duty = sorted(
        item
        for one in range(max(year - 1, FIRST_YEAR), year + 1)
        for item in catalogue.periods.of_year(one)
        if item.duty == period.duty
    )
    before = [item for item in all_of_duty if item < period]
    year_ago = f"{year - 1}{period.code[4:]}"
    return (before[-1] if before else None), next((item for item in all_of_duty if item.code == year_ago), None)


def signed_report(ledger: Ledger, office: str, period: Period | None) -> PeriodReport | None:
    """What an office signed for a period; None when it has not closed it, or has reopened it."""
    if period is None:
        return None
    row = ledger.db.execute(
        "SELECT op, report FROM closing WHERE office = ? AND period = ? ORDER BY rev DESC, link DESC LIMIT 1",
        [office, period.code],
    ).fetchone()
    return msgspec.json.decode(row[1], type=PeriodReport) if row is not None and row[0] == "close" else None


# Figures


def figure_findings(
    ledger: Ledger, catalogue: Catalogue, office: str, period: Period, report: PeriodReport, data: PeriodData
) -> list[Problem]:
    """What is empty, what is 0 without saying that nothing took place, and what differs much from earlier reports."""
    tasks = catalogue.tasks_of(office, period.last_day)
    led = {
        indicator.id: (task, indicator)
        for task in tasks
        if leads(catalogue.programme, catalogue.register, task, office, period.last_day)
        for indicator in task.indicators
    }
    optional = {code for code, (_, indicator) in led.items() if indicator.optional}
    stated = {code for code, (_, indicator) in led.items() if indicator.source is IndicatorSource.STATED}
    found = []
    for figure in report.figures:
        if figure.item not in led:
            continue
        task, _ = led[figure.item]
        named: dict[str, Parameter] = {"indicator": figure.item}
        worked = any(data.counts.get((office, task.code, kind)) for kind in task.activity_types)
        if figure.state == "empty" and figure.item not in optional and (figure.item in stated or not worked):
            found.append(Problem(Code.REVIEW_FIGURE_EMPTY, figure.item, parameters=named))
        if (figure.state, figure.number, figure.denominator) == ("number", 0, 0) and worked:
            found.append(Problem(Code.REVIEW_ZERO, figure.item, parameters=named))
    return found + _beside_earlier(ledger, catalogue, office, period, report)


def _beside_earlier(ledger: Ledger, catalogue: Catalogue, office: str, period: Period, report: PeriodReport) -> list[Problem]:
    before, year_ago = earlier_periods(catalogue, period)
    found = []
    for earlier in (before, year_ago if year_ago != before else None):
        signed = signed_report(ledger, office, earlier)
        if signed is None or earlier is None:
            continue
        old = {figure.item: figure for figure in signed.figures}
        for figure in report.figures:
            last = old.get(figure.item)
            code = change_of(figure, last, last_year=earlier == year_ago) if last is not None else None
            if code is None or last is None:
                continue
            told: dict[str, Parameter] = {
                "indicator": figure.item,
                "now": figure.number,
                "before": last.number,
                "period": earlier.code,
            }
            found.append(Problem(code, figure.item, parameters=told))
    return found


def change_of(now: Figure, before: Figure, *, last_year: bool) -> Code | None:
    """How a count stands to the earlier one of the same indicator: fallen to nothing, tenfold, unusual, or nothing to tell.

    Shares are never compared. ``last_year``: against the same period of the year before the smaller factor of the office's own
    checklist counts too.
    """
    if before.state != "number" or now.state not in ("number", "none") or now.denominator or before.denominator:
        return None
    if before.number > 0 and (now.state == "none" or now.number == 0):
        return Code.REVIEW_FELL_TO_ZERO
    if now.state != "number":
        return None
    small, large = sorted((now.number, before.number))
    if large >= TENFOLD_LEAST and large >= TENFOLD * max(small, 1):
        return Code.REVIEW_TENFOLD
    if last_year and large >= UNUSUAL_LEAST and large >= UNUSUAL_FACTOR * max(small, 1):
        return Code.VALUE_UNUSUAL
    return None


# Texts and answers


def section_findings(catalogue: Catalogue, report: PeriodReport) -> list[Problem]:
    """Required sections that the office signed empty."""
    texts = {section.code: section.text for section in report.sections}
    return [
        Problem(Code.REVIEW_SECTION_EMPTY, section.code, parameters={"section": section.code})
        for section in catalogue.programme.narrative_sections
        if section.kind is SectionKind.NARRATIVE and section.required and not texts.get(section.code, "").strip()
    ]


def history_findings(ledger: Ledger, office: str, period: Period) -> list[Problem]:
    """What several histories of the office say differently: closings under one number, answers to one question."""
    found = []
    closings = ledger.db.execute(
        "SELECT count(*) FROM closing WHERE office = ?1 AND period = ?2 AND op = 'close' AND rev ="
        " (SELECT max(rev) FROM closing WHERE office = ?1 AND period = ?2)",
        [office, period.code],
    ).fetchone()[0]
    if closings > 1:
        parameters: dict[str, Parameter] = {"count": closings, "period": period.code}
        found.append(Problem(Code.REVIEW_CLOSED_TWICE, parameters=parameters))
    for item, answers in ledger.db.execute(
        f"SELECT item, sum(heads) FROM answer WHERE office = ? AND period = ? {of_the_writer(ledger, arrived=True)}"  # noqa: S608
        " GROUP BY item HAVING sum(heads) > 1 ORDER BY item",
        [office, period.code],
    ).fetchall():
        found.append(Problem(Code.REVIEW_ANSWERS_DIFFER, item, parameters={"count": answers, "indicator": item}))
    return found


# Records


def record_findings(ledger: Ledger, office: str, period: Period) -> list[Problem]:
    """Activities in several versions, outside the period, twice in the report, without their attachments, or naming people."""
    activities = find_activities(ledger, Filter(office=office, period=period, state="final"), limit=_MOST_ACTIVITIES)
    found = []
    for row in activities:
        if row.heads > 1:
            found.append(Problem(Code.CONFLICT_OPEN, uid=row.uid, parameters={"count": row.heads}))
        found += [Problem(one.code, one.field, uid=row.uid, parameters=one.parameters) for one in text_findings(row)]
    return [
        *found,
        *_outside(ledger, office, period),
        *_recorded_twice(activities, distinct_pairs(ledger, office)),
        *_without_attachments(ledger, office, period),
    ]


def _outside(ledger: Ledger, office: str, period: Period) -> list[Problem]:
    """Dated after the last day that counts and before the deadline: whoever recorded them may have meant this period."""
    rows = ledger.db.execute(
        "SELECT lower(hex(uid)), date FROM activity WHERE office = ? AND state = 'final' AND date > ? AND date < ?"
        " ORDER BY date, uid",
        [office, period.last_day.isoformat(), period.due_before.isoformat()],
    ).fetchall()
    return [
        Problem(Code.DATE_OUTSIDE_PERIOD, "date", uid=uid, parameters={"date": day, "period": period.code}) for uid, day in rows
    ]


def _recorded_twice(activities: Iterable[FoundActivity], distinct: Iterable[frozenset[str]]) -> list[Problem]:
    """The same task, type, day, title, place, document and figures; one finding for all that are alike."""
    alike: dict[tuple[object, ...], list[str]] = {}
    for row in activities:
        texts = (fold(row.title), fold(row.place), fold(row.document))
        alike.setdefault((row.task, row.type, row.date, *texts, *sorted(row.values.items())), []).append(row.uid)
    decided = set(distinct)
    return [
        Problem(Code.REVIEW_RECORDED_TWICE, uid=uids[0], parameters={"count": len(uids)})
        for uids in alike.values()
        if len(uids) > 1 and not _all_decided(uids, decided)
    ]


def _all_decided(uids: Sequence[str], distinct: set[frozenset[str]]) -> bool:
    """Whether a person has found all of these to be activities of their own."""
    first, *others = uids
    return all(frozenset((first, other)) in distinct for other in others)


def _without_attachments(ledger: Ledger, office: str, period: Period) -> list[Problem]:
    rows = ledger.db.execute(
        "SELECT lower(hex(uid)), files FROM activity INDEXED BY activity_with_files"
        " WHERE office = ? AND files <> '[]' AND state = 'final' AND date BETWEEN ? AND ? ORDER BY date, uid",
        [office, period.takes_from.isoformat(), period.last_day.isoformat()],
    ).fetchall()
    found = []
    for uid, files in rows:
        missing = sum(not _has_arrived(ledger, attachment) for attachment in msgspec.json.decode(files))
        if missing:
            found.append(Problem(Code.REVIEW_ATTACHMENT_MISSING, uid=uid, parameters={"count": missing}))
    return found


def _has_arrived(ledger: Ledger, attachment: dict[str, object]) -> bool:
    parts = attachment.get("parts") or [attachment["h"]]
    return isinstance(parts, list) and all(
        ledger.db.execute("SELECT 1 FROM blob WHERE sha256 = ?", [bytes.fromhex(part)]).fetchone() for part in parts
    )
