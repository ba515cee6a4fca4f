"""What the offices of a province do at their own PCs, without windows; beside it a book of what was really recorded.

The rows are invented by the demonstration's generator; what is done with them is told here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from export.exchange import enrolment, receiving
from export.exchange.demonstration_activities import plausible_activities, plausible_outline, with_another_figure
from export.exchange.demonstration_province import OfficePc, StoryClock, story_identifiers
from export.exchange.setup import set_up_office
from storage.backup import back_up
from storage.builtin import builtin_offices, builtin_programme
from storage.domain.codes import Code
from storage.domain.offices import OfficeRegister
from storage.domain.periods import Period, Periods
from storage.folders import Folders

SEED = 33
PROGRAMME = builtin_programme()
PERIODS = Periods(PROGRAMME)
HALF, YEAR = PERIODS.period("2020S1"), PERIODS.period("2020")
FIRST_ROWS, SECOND_ROWS = 5, 4
BACKUP_DAY = date(2020, 3, 31)


@dataclass
class Province:
    """The offices by code, and the sticks on which files travel. ``register`` is as the newest kit has it."""

    root: Path
    clock: StoryClock
    register: OfficeRegister = field(default_factory=builtin_offices)
    offices: dict[str, OfficePc] = field(default_factory=dict)
    voices: dict[str, str] = field(default_factory=dict)

    def stick(self, name: str) -> Path:
        """A folder that is carried; made when it is first wanted."""
        folder = self.root / "usb" / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def begin(self, code: str, *, kit: Path, fingerprint: str, requests: str) -> None:
        """A clerk sets up the office's PC and writes the request; the digits are read over the telephone."""
        folders = Folders(self.root / "offices" / code, self.root / "markers" / code)
        office = OfficePc(folders, self.clock, story_identifiers(self.clock, SEED, code), code=code)
        made = set_up_office(office.context, kit=kit, office=code, fingerprint=fingerprint)
        enrolment.write_enrolment(office.station, self.stick(requests) / f"{code}.shd")
        self.offices[code], self.voices[code] = office, made.voice

    def record(self, code: str, period: Period, count: int, *, after: date | None = None) -> None:
        """What happened in a period is recorded; for the restored office a copy of March is kept."""
        office = self.offices[code]
        rows = plausible_activities(PROGRAMME, self.register, code, period, seed=SEED, count=count, after=after)
        early = [row for row in rows if str(row.date) <= BACKUP_DAY.isoformat()]
        office.record(early)
        office.record([row for row in rows if row not in early])
        assert office.book.problems == []

    def back_up(self, code: str) -> Path:
        """A copy of the ledger on another disk."""
        target = self.root / "backups" / f"{code}.db"
        target.parent.mkdir(exist_ok=True)
        back_up(self.offices[code].ledger, target)
        return target

    def hand_over(self, code: str, period: Period, stick: str) -> None:
        """Closes a period and seals what the centre has not confirmed yet."""
        office = self.offices[code]
        rows = office.book.rows(period.takes_from, period.last_day)
        outline = plausible_outline(PROGRAMME, self.register, code, period, rows, seed=SEED, signed_on=self.clock.today)
        office.close_period(period.code, outline)
        office.seal(self.stick(stick) / code)

    def correct(self, code: str, stick: str) -> None:
        """A returned half-year is mended as the remark asks, closed and handed over again."""
        office = self.offices[code]
        uid, row = next(iter(office.book.activities.items()))
        office.amend(uid, with_another_figure(row))
        office.close_period(HALF.code, None)
        office.seal(self.stick(stick) / code)

    def receive(self, stick: str, *, code: str = "") -> dict[str, Code]:
        """Every office opens its own receipt, or the one ``code`` alone does."""
        told = {}
        for office in self.offices.values():
            for path in sorted(self.stick(stick).glob(f"shd-{office.code}-receipt-*.shd")):
                if code in ("", office.code):
                    office.receipts.append(path)
                    told[office.code] = office.receive(path).code
        return told

    def receive_kit(self, kit: Path) -> None:
        """Every office opens the new kit."""
        for office in self.offices.values():
            assert office.receive(kit).code is Code.KIT_ACCEPTED

    def open_returned(self, code: str, stick: str) -> set[Code]:
        """What the centre sent back to a restored PC."""
        received: set[Code] = set()
        office = self.offices[code]
        for path in sorted(self.stick(stick).iterdir()):
            received.add(receiving.receive(office.station, path).code)
        return received

    def lose_disk(self, code: str, backup: Path) -> None:
        """The disk dies; the copy of March is put back."""
        office = self.offices[code]
        office.restore_from(backup)

    def close(self) -> None:
        """All programs are closed."""
        for office in self.offices.values():
            office.close()
