"""The story of a demonstration: two periods of 2020 as they might have gone, accidents included.

Each step uses the same jobs as the commands and windows, on files that are carried between separate profiles. What the story
expects of each accident is only noted here; ``demonstration_checks`` judges it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from export.exchange import receipts, resync
from export.exchange.demonstration_activities import plausible_activities, plausible_outline, with_another_figure
from export.exchange.demonstration_folder import DemonstrationFolder
from export.exchange.demonstration_province import CentrePc, OfficePc, StoryClock, story_identifiers
from export.exchange.importing import FileOutcome, find_bundles, import_files
from storage.backup import back_up
from storage.closing import reopen_period
from storage.consolidation import freeze
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.obligations import obligations
from storage.domain.offices import OfficeRegister
from storage.domain.periods import Period, Periods
from storage.domain.programme import Programme
from storage.domain.progress import Progress, ProgressReporter, Stage
from storage.journal.entries import Remark
from storage.marker import Continuity
from storage.recording import ActivityInput
from storage.reviewing import review

HALF, YEAR = "2020S1", "2020"
_FIRST_HALF_ROWS, _SECOND_HALF_ROWS = (16, 30), (14, 26)
_LATE_HALF, _LATE_YEAR = 3, 1
"""How many offices are late, at most a third of them."""
_BACKUP_DAY = date(2020, 3, 31)
_DAMAGED_BYTE = 0x20

Writer = Callable[[Period, str], None]
"""Writes documents as the story reaches them: the period and what is wanted (``reminders``, ``consolidated``)."""


@dataclass(slots=True)
class Facts:
    """What happened, for the checks: outcomes of the accidents, first arrivals, files that were good, receipts written."""

    outcomes: dict[str, FileOutcome] = field(default_factory=dict)
    arrivals: dict[tuple[str, str], date] = field(default_factory=dict)
    good_files: list[Path] = field(default_factory=list)
    receipt_files: list[Path] = field(default_factory=list)
    kits: list[Path] = field(default_factory=list)
    untouched_by_damage: bool = False
    continuity: Continuity = Continuity.CONTINUOUS
    after_restore: list[Code] = field(default_factory=list)
    returned_to: Code = Code.UNEXPECTED


class Story:
    """Runs from January to December 2020. ``offices`` of the duty's list take part, in the register's order."""

    def __init__(
        self,
        folder: DemonstrationFolder,
        programme: Programme,
        register: OfficeRegister,
        *,
        offices: int,
        seed: int,
        report: ProgressReporter,
    ) -> None:
        self.folder, self.programme, self.register = folder, programme, register
        self.seed, self._report = seed, report
        self.clock = StoryClock(date(2020, 1, 6))
        periods = Periods(programme)
        self.half, self.year = periods.period(HALF), periods.period(YEAR)
        self.centre = CentrePc(folder.centre, self.clock, story_identifiers(self.clock, seed, "centre"))
        self.offices = [
            OfficePc(folder.office(code), self.clock, story_identifiers(self.clock, seed, code), code=code)
            for code in _participants(programme, register, self.half, offices)
        ]
        self.facts = Facts()
        self._choose = random.Random(f"{seed}|story")  # noqa: S311 - tells a story
        self._rounds = 0
        owed = {item.office for item in obligations(programme, register, self.half) if not item.requested}
        owing = [office for office in self.offices if office.code in owed]
        self.late_half = owing[len(owing) - min(_LATE_HALF, len(owing) // 3) :]
        self.late_year = self.late_half[:_LATE_YEAR]
        punctual = [office for office in self.offices if office not in self.late_half]
        self.loses, self.twice, self.restored, self.returned, self.damaged = (
            punctual[place % len(punctual)] for place in range(5)
        )

    def run(self, write: Writer) -> None:
        """The whole year."""
        self._set_up()
        self._first_half()
        self._hand_over_half()
        self._late_offices(self.half, self.late_half, reminded=date(2020, 6, 22), arrive=date(2020, 6, 25), write=write)
        self._review_half(date(2020, 6, 26))
        self._consolidate(self.half, date(2020, 6, 30), write)
        self._restore(date(2020, 7, 1))
        self._second_half()
        self._hand_over_year()
        self._late_offices(self.year, self.late_year, reminded=date(2020, 12, 11), arrive=date(2020, 12, 14), write=write)
        self.clock.turn_to(date(2020, 12, 15))
        self._accept(self.year, self.offices)
        self._send_receipts(self.offices)
        self._consolidate(self.year, date(2020, 12, 16), write)

    def close(self) -> None:
        """Closes every PC."""
        for pc in (self.centre, *self.offices):
            pc.close()

    # Steps

    def _set_up(self) -> None:
        self.centre.set_up()
        kit = self.centre.issue_kit(self.folder)
        self.facts.kits.append(kit)
        for number, office in enumerate(self.offices):
            self._tell(Stage.WRITING, number)
            office.enrol(self.centre, kit, self.folder)
        back_up(self.centre.ledger, self.folder.backups / "centre-before-imports.db")

    def _first_half(self) -> None:
        rows = {office.code: self._rows(office, self.half, _FIRST_HALF_ROWS) for office in self.offices}
        self.clock.turn_to(_BACKUP_DAY)
        for number, office in enumerate(self.offices):
            self._tell(Stage.WRITING, number)
            office.record([row for row in rows[office.code] if str(row.date) <= _BACKUP_DAY.isoformat()])
        back_up(self.restored.ledger, self._backup)
        self.clock.turn_to(date(2020, 6, 15))
        for number, office in enumerate(self.offices):
            self._tell(Stage.WRITING, number)
            office.record([row for row in rows[office.code] if str(row.date) > _BACKUP_DAY.isoformat()])

    def _hand_over_half(self) -> None:
        """All but the late offices; one file gets lost and is sealed again after the receipt, one arrives twice."""
        punctual = [office for office in self.offices if office not in self.late_half]
        files = {office.code: self._close_and_seal(office, self.half) for office in punctual}
        for path in files[self.loses.code]:
            path.unlink()
        self.clock.turn_to(date(2020, 6, 17))
        self._import(self.half, punctual)
        self._send_receipts(punctual)
        self.clock.turn_to(date(2020, 6, 19))
        sealed = self.loses.seal(self.folder.bundles(HALF, self.loses.code))
        self.facts.outcomes["lost"] = _of(self._import(self.half, [self.loses]), sealed)
        again = find_bundles([self.folder.bundles(HALF, self.twice.code)])
        self.facts.outcomes["twice"] = import_files(self.centre.station, again)[-1]

    def _late_offices(self, period: Period, late: Sequence[OfficePc], *, reminded: date, arrive: date, write: Writer) -> None:
        self.clock.turn_to(reminded)
        write(period, "reminders")
        self.clock.turn_to(arrive)
        for office in late:
            self._close_and_seal(office, period)
        self._import(period, late)

    def _review_half(self, day: date) -> None:
        """All are accepted but one, which gets its report back with a remark, corrects the figure and hands over again."""
        self.clock.turn_to(day)
        self._accept(self.half, [office for office in self.offices if office is not self.returned])
        office = self.returned
        uid, row = next(iter(office.book.activities.items()))
        remark = Remark(text="Đề nghị kiểm tra lại số liệu của hoạt động này.", uid=uid, field=next(iter(dict(row.values))))  # type: ignore[arg-type]
        review(self.centre.ledger, office.code, self.half, accept=False, remarks=[remark])
        self._send_receipts(self.offices)
        self.facts.returned_to = office.received[-1].code
        self.clock.turn_to(date(2020, 6, 29))
        reopen_period(office.ledger, office.station.catalogue, HALF, "Sửa số liệu theo nhận xét của cơ quan tổng hợp")
        office.amend(uid, with_another_figure(row))
        office.close_period(HALF, None)
        sealed = office.seal(self.folder.bundles(HALF, office.code))
        self.facts.outcomes["returned"] = _of(self._import(self.half, [office]), sealed)
        self._accept(self.half, [office])
        self._send_receipts([office])

    def _restore(self, day: date) -> None:
        """A disk dies in July; the copy is of March. The centre's receipt shows the loss, and its entries come back."""
        self.clock.turn_to(day)
        office = self.restored
        office.restore_from(self._backup)
        self.facts.continuity = office.ledger.continuity
        sent_back = resync.write_resync(self.centre.station, office.code, self.folder.usb / "sent-back")
        for path in (office.receipts[-1], sent_back.path):
            self.facts.after_restore.append(office.receive(path).code)

    def _second_half(self) -> None:
        self.clock.turn_to(date(2020, 11, 2))
        kit = self.centre.issue_kit(self.folder)
        self.facts.kits.append(kit)
        rows = {office.code: self._rows(office, self.year, _SECOND_HALF_ROWS) for office in self.offices}
        self.clock.turn_to(date(2020, 12, 1))
        for number, office in enumerate(self.offices):
            self._tell(Stage.WRITING, number)
            office.receive(kit)
            office.record(rows[office.code])

    def _hand_over_year(self) -> None:
        """One file is damaged on its way: it is refused, nothing changes, and the office seals again."""
        punctual = [office for office in self.offices if office not in self.late_year]
        files = {office.code: self._close_and_seal(office, self.year) for office in punctual}
        damaged = files[self.damaged.code][-1]
        _damage(damaged)
        self.clock.turn_to(date(2020, 12, 4))
        self._import(self.year, [office for office in punctual if office is not self.damaged])
        before = self._entries_at_centre()
        self.facts.outcomes["damaged"] = import_files(self.centre.station, [damaged])[0]
        self.facts.untouched_by_damage = self._entries_at_centre() == before
        self.clock.turn_to(date(2020, 12, 7))
        self.damaged.seal(self.folder.bundles(YEAR, self.damaged.code))
        self._import(self.year, [self.damaged])
        self._send_receipts(punctual)

    def _consolidate(self, period: Period, day: date, write: Writer) -> None:
        self.clock.turn_to(day)
        freeze(self.centre.ledger, self.centre.station.catalogue, period)
        write(period, "consolidated")

    # Movements

    def _rows(self, office: OfficePc, period: Period, bounds: tuple[int, int]) -> list[ActivityInput]:
        after = self.half.last_day if period is self.year else None
        count = self._choose.randint(*bounds)
        return plausible_activities(
            self.programme, self.register, office.code, period, seed=self.seed, count=count, after=after
        )

    def _close_and_seal(self, office: OfficePc, period: Period) -> list[Path]:
        rows = office.book.rows(period.takes_from, period.last_day)
        outline = plausible_outline(
            self.programme, self.register, office.code, period, rows, seed=self.seed, signed_on=self.clock.today
        )
        office.close_period(period.code, outline)
        return office.seal(self.folder.bundles(period.code, office.code))

    def _import(self, period: Period, offices: Sequence[OfficePc]) -> list[FileOutcome]:
        """The centre takes in what these offices handed over, their earlier files included, as a stick holds them."""
        outcomes = []
        for number, office in enumerate(offices):
            self._tell(Stage.VERIFYING, number, len(offices))
            folder = self.folder.bundles(period.code, office.code)
            outcomes += import_files(self.centre.station, find_bundles([folder]))
        taken = [outcome for outcome in outcomes if not outcome.refused]
        for outcome in taken:
            if outcome.path not in self.facts.good_files:
                self.facts.good_files.append(outcome.path)
            self.facts.arrivals.setdefault((outcome.office, period.code), self.clock.today)
        return outcomes

    def _send_receipts(self, offices: Sequence[OfficePc]) -> None:
        self._rounds += 1
        by_code = {office.code: office for office in offices}
        folder = self.folder.receipts(self._rounds)
        issued = receipts.issue_receipts(self.centre.station, folder, list(by_code))
        for number, receipt in enumerate(issued):
            self._tell(Stage.READING, number, len(issued))
            office = by_code[receipt.office]
            office.receipts.append(receipt.file.path)
            office.receive(receipt.file.path)
            self.facts.receipt_files.append(receipt.file.path)

    def _accept(self, period: Period, offices: Sequence[OfficePc]) -> None:
        for office in offices:
            review(self.centre.ledger, office.code, period, accept=True)

    def _entries_at_centre(self) -> int:
        return int(self.centre.ledger.db.execute("SELECT count(*) FROM node").fetchone()[0])

    @property
    def _backup(self) -> Path:
        return self.folder.backups / f"{self.restored.code}-{_BACKUP_DAY.isoformat()}.db"

    def _tell(self, stage: Stage, done: int, total: int = 0) -> None:
        self._report(Progress(stage, done, total or len(self.offices)))


def _participants(programme: Programme, register: OfficeRegister, period: Period, wanted: int) -> list[str]:
    """Offices that owe the report first, then those that are only asked; each in the register's order."""
    expected = obligations(programme, register, period)
    codes = [item.office for item in expected if not item.requested] + [item.office for item in expected if item.requested]
    if not 1 <= wanted <= len(codes):
        raise LedgerError(Code.WRONG_USE, detail=f"{wanted} offices, possible are 1 to {len(codes)}")
    return codes[:wanted]


def _of(outcomes: Sequence[FileOutcome], sealed: Sequence[Path]) -> FileOutcome:
    return next(outcome for outcome in outcomes if outcome.path in sealed)


def _damage(path: Path) -> None:
    """One bit in the middle, as a bad stick leaves it."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= _DAMAGED_BYTE
    path.write_bytes(content)
