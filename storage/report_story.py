"""One office's report of one period, told in dates: why it was owed, when it came, what was done with it.

Reads for people who ask "why does this say late?". Nothing is decided here, and nothing about what was reported is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import msgspec

from storage.catalogue import Catalogue
from storage.completeness import is_received
from storage.domain.obligations import obligations
from storage.domain.offices import Office, Succession
from storage.domain.periods import Period
from storage.domain.programme import Duty
from storage.follow_up import Cell, matrix
from storage.follow_up_table import Standing, standing_of
from storage.journal.entries import Remark
from storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class ClosingLine:
    """A closing or reopening. ``at`` is by the office's clock; ``file`` and ``imported_at`` are of the bundle."""

    rev: int
    op: str
    at: str
    why: str
    file: str
    imported_at: str


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A decision of the centre about the closing ``rev``; ``state`` is accepted, returned, or received: taken back."""

    rev: int
    state: str
    at: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportStory:
    """``cell`` is None when nothing is owed, because of an exemption or because the office does not report then.

    ``heirs`` carry on a dissolved office's work on the day asked for. ``from_before``: (office, day) of closings of this period
    that came from offices whose duty this one carries on. ``enrolled``: a key of the office is admitted, so bundles are taken.
    """

    office: Office
    period: Period
    duty: Duty
    standing: Standing
    cell: Cell | None
    enrolled: bool
    exists: bool
    heirs: tuple[Office, ...]
    predecessors: tuple[Office, ...]
    from_before: tuple[tuple[str, date], ...]
    successions: tuple[Succession, ...]
    closings: tuple[ClosingLine, ...]
    reviews: tuple[ReviewLine, ...]


def report_stories(
    ledger: Ledger, catalogue: Catalogue, offices: tuple[str, ...], period: Period, *, today: date
) -> tuple[ReportStory, ...]:
    """The stories of ``offices``, in that order. Raises ``LedgerError(OFFICE_UNKNOWN)``."""
    cells = {cell.office: cell for cell in matrix(ledger, catalogue, period, today=today).cells if cell.office in offices}
    return tuple(_story(ledger, catalogue, catalogue.register.office(code), period, cells.get(code), today) for code in offices)


def _story(ledger: Ledger, catalogue: Catalogue, office: Office, period: Period, cell: Cell | None, today: date) -> ReportStory:
    register = catalogue.register
    inherited = cell.obligation.inherited_from if cell else ()
    return ReportStory(
        office=office,
        period=period,
        duty=next(duty for duty in catalogue.programme.duties if duty.code == period.duty),
        standing=_standing(ledger, catalogue, office, period, cell, today),
        cell=cell,
        enrolled=_is_enrolled(ledger, office.code),
        exists=office.is_valid_on(period.last_on_time),
        heirs=register.heirs(office.code, today),
        predecessors=tuple(register.office(code) for code in inherited),
        from_before=tuple(_arrivals(ledger, inherited, period)),
        successions=tuple(
            item for item in register.successions if item.effective <= today and office.code in (*item.sources, *item.targets)
        ),
        closings=tuple(_closings(ledger, office.code, period.code)),
        reviews=tuple(_reviews(ledger, office.code, period.code)),
    )


def _standing(ledger: Ledger, catalogue: Catalogue, office: Office, period: Period, cell: Cell | None, today: date) -> Standing:
    if cell is not None:
        return standing_of(cell, period, own_office=ledger.office, today=today)
    without = obligations(catalogue.programme, catalogue.register, period)
    exempt = any(item.office == office.code and item.period in {"", period.code} for item in catalogue.exemptions)
    return Standing.EXEMPT if exempt and any(item.office == office.code for item in without) else Standing.NOT_OWED


def _is_enrolled(ledger: Ledger, office: str) -> bool:
    """The centre's own entries need no admission."""
    found = ledger.db.execute("SELECT 1 FROM admission WHERE office = ? AND revoked = '' LIMIT 1", [office]).fetchone()
    return found is not None or office == ledger.office


def _arrivals(ledger: Ledger, offices: tuple[str, ...], period: Period) -> list[tuple[str, date]]:
    found = []
    for office in offices:
        row = ledger.db.execute("SELECT min(at) FROM arrival WHERE office = ? AND period = ?", [office, period.code]).fetchone()
        if row[0]:
            found.append((office, date.fromisoformat(row[0][:10])))
    return found


def _closings(ledger: Ledger, office: str, period: str) -> list[ClosingLine]:
    rows = ledger.db.execute(
        "SELECT c.rev, c.op, c.at, c.why, coalesce(i.file, ''), coalesce(i.at, '') FROM closing c"
        " LEFT JOIN node n ON n.feed_id = c.feed_id AND n.seq = c.seq AND n.link = c.link"
        " LEFT JOIN import i ON i.id = n.import_id"
        " WHERE c.office = ? AND c.period = ? ORDER BY c.rev, c.link",
        [office, period],
    ).fetchall()
    return [ClosingLine(*row) for row in rows]


def _reviews(ledger: Ledger, office: str, period: str) -> list[ReviewLine]:
    rows = ledger.db.execute(
        "SELECT rev, state, at, remarks FROM review WHERE office = ? AND period = ? ORDER BY seq", [office, period]
    ).fetchall()
    return [
        ReviewLine(rev, state, at, tuple(remark.text for remark in msgspec.json.decode(remarks, type=list[Remark])))
        for rev, state, at, remarks in rows
    ]


def waits_for_review(story: ReportStory) -> bool:
    """Whether the newest closing has come and nobody has decided about it."""
    return (
        story.cell is not None
        and is_received(story.cell)
        and story.standing
        in {
            Standing.ON_TIME,
            Standing.LATE,
            Standing.RECEIVED,
        }
    )
