"""Where the work stands, for the command ``status``: an office's period and hand-overs, a centre's matrix of reports."""

from __future__ import annotations

from datetime import UTC, datetime

from export.exchange.custody import custody_lines, imports, waiting_in_quarantine
from export.exchange.receipts import PeriodState, last_receipt
from export.exchange.station import Station
from storage.backup import newest_backup
from storage.closing import checklist, is_closed
from storage.domain.formula import Ratio
from storage.domain.periods import Period, Timeliness
from storage.domain.programme import Task
from storage.follow_up import Cell, matrix
from storage.messages.catalogue import Catalogue
from storage.search import Filter, count_activities
from ui.command_line.answer import Answer, label, table
from ui.command_line.handing_over import in_groups
from ui.command_line.told import minute


def office_standing(words: Catalogue, station: Station, period: Period) -> Answer:
    """Period and days left, what is recorded a task, findings, reports and bundles, the age of the last backup."""
    ledger, catalogue = station.ledger, station.catalogue
    days_left = (period.last_on_time - catalogue.today).days
    tasks = [
        (task, count_activities(ledger, Filter(office=ledger.office, task=task.code, period=period, state="final")))
        for task in catalogue.tasks_of(ledger.office, period.last_day)
    ]
    closed = is_closed(ledger, ledger.office, period.code)
    findings = checklist(ledger, catalogue, period)
    number, _, receipt = last_receipt(ledger, ledger.office, own=False)
    states = receipt.periods if receipt is not None else []
    sealed = custody_lines(ledger)
    backup = _last_backup(station)
    data = {
        "role": ledger.role.value,
        "office": ledger.office,
        "centre": station.centre,
        "kit": station.kit_number,
        "period": period.code,
        "due_before": period.due_before.isoformat(),
        "days_left": days_left,
        "closed": closed,
        "activities": sum(count for _, count in tasks),
        "tasks": [{"task": task.code, "activities": count} for task, count in tasks],
        "findings": len(findings),
        "last_receipt": number,
        "reports": [_report_object(state) for state in states],
        "bundles": [{"file": line.file, "state": line.state, "spoken": line.spoken} for line in sealed],
        "last_backup": backup,
    }
    rows = [
        (label(words, "office"), f"{ledger.office}  {catalogue.own_office.name_vi}"),
        (words.word("period"), f"{period.code}  {period.name(words.language)}"),
        (words.word("due_before"), words.date(period.due_before.isoformat())),
        (words.word("days_left"), words.number(days_left) if days_left >= 0 else "–"),
        (words.word("state"), words.word("closed" if closed else "open")),
        (words.word("findings"), words.number(len(findings))),
        (words.word("receipt"), str(number or "–")),
        (words.word("last_backup"), minute(words, backup) if backup else "–"),
    ]
    lines = table(rows)
    lines.append(f"{words.word('tasks')}:")
    lines += table((f"  {task.code}", words.number(count), _title(words, task)) for task, count in tasks)
    lines += [f"{state.period}: {words.word(state.state)}, {words.word('remarks')} {len(state.remarks)}" for state in states]
    lines += table((words.word(line.state), in_groups(line.spoken), line.file) for line in sealed)
    return Answer(data=data, lines=lines)


def centre_standing(words: Catalogue, station: Station, period: Period) -> Answer:
    """The matrix of one period with its shares, what waits in quarantine, the newest imports, the last backup."""
    followed = matrix(station.ledger, station.catalogue, period)
    waiting = waiting_in_quarantine(station.ledger)
    backup = _last_backup(station)
    counts = {standing: sum(cell.timeliness is standing for cell in followed.cells) for standing in Timeliness}
    data = {
        "role": station.ledger.role.value,
        "office": station.ledger.office,
        "kit": station.kit_number,
        "period": period.code,
        "due_before": period.due_before.isoformat(),
        "complete": share_object(followed.complete),
        "on_time": share_object(followed.on_time),
        "counts": {standing.value: count for standing, count in counts.items()},
        "reports": [_cell_object(cell) for cell in followed.cells],
        "waiting": len(waiting),
        "imports": len(imports(station.ledger)),
        "last_backup": backup,
    }
    rows = [
        (words.word("period"), f"{period.code}  {period.name(words.language)}"),
        (words.word("due_before"), words.date(period.due_before.isoformat())),
        (words.word("completeness"), share_text(words, followed.complete)),
        (words.word("on_time"), share_text(words, followed.on_time)),
        (words.word("waiting"), words.number(len(waiting))),
        (words.word("last_backup"), minute(words, backup) if backup else "–"),
    ]
    return Answer(data=data, lines=table(rows) + table(_cell_row(words, station, cell) for cell in followed.cells))


def share_object(share: Ratio | None) -> dict[str, int] | None:
    """A share with its two parts; None when nothing is owed."""
    return None if share is None else {"received": share.numerator, "due": share.denominator}


def share_text(words: Catalogue, share: Ratio | None) -> str:
    """Such as ``31/33 (93,9 %)``."""
    if share is None:
        return "–"
    return f"{words.number(share.numerator)}/{words.number(share.denominator)} ({words.number(share.percent)} %)"


def _title(words: Catalogue, task: Task) -> str:
    return task.short_title_vi if words.language == "vi" else task.short_title_en


def _report_object(state: PeriodState) -> dict[str, object]:
    return {
        "period": state.period,
        "state": state.state,
        "received": state.received,
        "remarks": [
            {"text": remark.text, "uid": remark.uid, "item": remark.item, "field": remark.field} for remark in state.remarks
        ],
    }


def _cell_object(cell: Cell) -> dict[str, object]:
    return {
        "office": cell.office,
        "state": cell.state.value,
        "timeliness": cell.timeliness.value,
        "requested": cell.obligation.requested,
        "received_on": cell.received_on.isoformat() if cell.received_on else "",
        "entries": cell.entries,
        "gaps": cell.gaps,
        "forked": cell.forked,
    }


def _cell_row(words: Catalogue, station: Station, cell: Cell) -> tuple[str, ...]:
    return (
        f"  {cell.office}",
        words.word(cell.state.value),
        words.word("requested") if cell.obligation.requested else words.word(cell.timeliness.value),
        words.date(cell.received_on.isoformat()) if cell.received_on else "–",
        station.catalogue.register.office(cell.office).name_vi,
    )


def _last_backup(station: Station) -> str:
    """When the newest rotating copy was written, RFC 3339 in UTC; empty when there is none."""
    copy = newest_backup(station.ledger.folders)
    return datetime.fromtimestamp(copy.stat().st_mtime, UTC).isoformat(timespec="seconds") if copy else ""
