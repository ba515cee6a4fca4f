"""What the home page shows, read in one job. Nothing is written here, and nothing of Qt is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from storage.backup import newest_backup
from storage.catalogue import Catalogue
from storage.closing import is_closed
from storage.domain.obligations import leads
from storage.domain.periods import Period
from storage.domain.progress import ProgressReporter
from storage.drafts import Draft, drafts
from storage.figures import PeriodData, period_data
from storage.ledger import Ledger
from ui.window.activities.choices import Language
from ui.window.activities.wanted import DraftActivity
from ui.window.receive.view import ReceiptView, read_receipt
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.exchange.custody import CustodyLine
    from export.exchange.station import Station

OLD_BACKUP_DAYS = 7


class TaskState(StrEnum):
    """How a task stands in the period. Only a task that this office leads can be EMPTY."""

    RECORDED = "recorded"
    ANSWERED = "answered"
    EMPTY = "empty"
    COORDINATING = "coordinating"


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task of this office. ``records``: whether activities can be recorded under it at all."""

    code: str
    title: str
    state: TaskState
    activities: int
    drafts: int
    records: bool


class ToDoKind(StrEnum):
    """What waits to be done."""

    EARLIER_OPEN = "earlier_open"
    REMARK = "remark"
    DRAFT = "draft"
    CONFLICT = "conflict"
    SHORTFALL = "shortfall"
    HAND_OVER = "hand_over"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to be done: ``page`` and ``argument`` say where; ``text`` is a name or the centre's own words."""

    kind: ToDoKind
    page: str
    argument: object = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything on the page. ``report_state`` is the centre's word on the period, or ""; without a copy ``backup`` is None.

    ``owes``: whether a report of this office is expected for the period at all.
    """

    period: Period
    period_name: str
    days_left: int
    closed: bool
    owes: bool
    report_state: str
    tasks: tuple[TaskLine, ...]
    to_do: tuple[ToDo, ...]
    bundle: CustodyLine | None
    backup: date | None
    backup_age: int


def read_home(*, language: Language) -> Job:
    """Answers ``HomeView``."""

    def job(station: Station, _: ProgressReporter) -> HomeView:
        ledger, catalogue = station.ledger, station.catalogue
        period = catalogue.periods.current(catalogue.today)
        receipt = read_receipt(station, language)
        left = drafts(ledger)
        bundle = _last_bundle(ledger)
        backup = _last_backup(ledger)
        age = max(0, (catalogue.today - backup).days) if backup else -1
        return HomeView(
            period=period,
            period_name=period.name(language),
            days_left=(period.last_on_time - catalogue.today).days,
            closed=is_closed(ledger, ledger.office, period.code),
            owes=any(one.office == ledger.office and not one.requested for one in catalogue.obligations(period)),
            report_state=next((line.state for line in receipt.periods if line.code == period.code), ""),
            tasks=_tasks(ledger, catalogue, period, left, language),
            to_do=(
                *_earlier_open(ledger, catalogue, period, language),
                *_remarks(receipt),
                *_conflicts(ledger),
                *_drafts(left, catalogue, language),
                *_not_handed_over(bundle),
                *([] if 0 <= age <= OLD_BACKUP_DAYS else [ToDo(ToDoKind.BACKUP, "care")]),
            ),
            bundle=bundle,
            backup=backup,
            backup_age=age,
        )

    return job


def _tasks(ledger: Ledger, catalogue: Catalogue, period: Period, left: list[Draft], language: Language) -> tuple[TaskLine, ...]:
    data = period_data(ledger, period, [ledger.office])
    lines = []
    for task in catalogue.tasks_of(ledger.office, period.last_day):
        count = sum(data.counts.get((ledger.office, task.code, kind), 0) for kind in task.activity_types)
        own = leads(catalogue.programme, catalogue.register, task, ledger.office, period.last_day)
        answered = any((ledger.office, indicator.id) in data.answers for indicator in task.indicators)
        lines.append(
            TaskLine(
                code=task.code,
                title=task.short_title_vi if language == "vi" else task.short_title_en,
                state=_state(count=count, answered=answered, own=own),
                activities=count,
                drafts=sum(draft.body.task == task.code for draft in left),
                records=bool(task.activity_types),
            )
        )
    return tuple(lines)


def _state(*, count: int, answered: bool, own: bool) -> TaskState:
    if count:
        return TaskState.RECORDED
    if answered:
        return TaskState.ANSWERED
    return TaskState.EMPTY if own else TaskState.COORDINATING


def _earlier_open(ledger: Ledger, catalogue: Catalogue, period: Period, language: Language) -> list[ToDo]:
    """The period that fell due just before, when something was recorded in it and it was never closed."""
    year = period.due_before.year
    earlier = [each for each in catalogue.periods.of_year(year) if each < period] or catalogue.periods.of_year(year - 1)
    last = max(earlier)
    data: PeriodData = period_data(ledger, last, [ledger.office])
    if is_closed(ledger, ledger.office, last.code) or not data.offices:
        return []
    return [ToDo(ToDoKind.EARLIER_OPEN, "period", last.code, last.name(language))]


def _remarks(receipt: ReceiptView) -> list[ToDo]:
    """Remarks not answered yet, and what the centre lacks; the page of hearing back leads on from there."""
    found = [
        ToDo(ToDoKind.REMARK, "receive", text=f"{remark.place}: {remark.text}" if remark.place else remark.text)
        for remark in receipt.to_do
        if not remark.answered
    ]
    return found + ([ToDo(ToDoKind.SHORTFALL, "receive")] if receipt.shortfall else [])


def _conflicts(ledger: Ledger) -> list[ToDo]:
    rows = ledger.db.execute(
        # By its name, else the order of dates tempts SQLite to read every activity of the office.
        "SELECT lower(hex(uid)), title FROM activity INDEXED BY activity_conflict"
        " WHERE office = ? AND heads > 1 ORDER BY date, uid LIMIT 20",
        [ledger.office],
    ).fetchall()
    return [ToDo(ToDoKind.CONFLICT, "activities", uid, title) for uid, title in rows]


def _drafts(left: list[Draft], catalogue: Catalogue, language: Language) -> list[ToDo]:
    titles = {task.code: task.short_title_vi if language == "vi" else task.short_title_en for task in catalogue.programme.tasks}
    return [
        ToDo(
            ToDoKind.DRAFT,
            "activities",
            DraftActivity(draft.name),
            draft.body.title.strip() or titles.get(draft.body.task, "…"),
        )
        for draft in left
    ]


def _not_handed_over(bundle: CustodyLine | None) -> list[ToDo]:
    waits = bundle is not None and bundle.state == "written"
    return [ToDo(ToDoKind.HAND_OVER, "hand_over", text=Path(bundle.file).name)] if bundle and waits else []


def _last_bundle(ledger: Ledger) -> CustodyLine | None:
    from export.exchange.custody import custody_lines  # not needed for the first picture

    lines = custody_lines(ledger)
    return lines[0] if lines else None


def _last_backup(ledger: Ledger) -> date | None:
    copy = newest_backup(ledger.folders)
    return datetime.fromtimestamp(copy.stat().st_mtime, UTC).astimezone().date() if copy else None
