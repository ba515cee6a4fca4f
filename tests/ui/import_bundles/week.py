"""What a week brings to the centre: sixty files of several offices, good and bad; for the tests of importing."""

from __future__ import annotations

import itertools
import shutil
from dataclasses import dataclass
from pathlib import Path

from export.exchange.enrolment import own_voice, write_enrolment
from export.exchange.setup import set_up_centre, set_up_office
from storage.folders import Folders
from tests.end_to_end.adversity.province import ManualClock, Pc, context

PERIOD = "2020S1"
WHOLE = ("UBND-DH", "UBND-NH", "UBND-KPL")
"""Offices of which every piece comes."""
GAPPED, FORKED, STRANGER = "UBND-TMR", "UBND-KR", "UBND-ST"
PIECES = 9
"""Files of each office; the centre could have got them on nine sticks."""


@dataclass(frozen=True)
class Week:
    """Folders below ``root``: ``centre`` and ``markers`` of the centre's PC, ``usb`` with all files."""

    root: Path

    @property
    def centre(self) -> Folders:
        return Folders(self.root / "centre", self.root / "markers" / "centre")

    @property
    def usb(self) -> Path:
        return self.root / "usb"

    @property
    def voice(self) -> str:
        """What the stranger reads over the telephone."""
        return (self.root / "voice.txt").read_text(encoding="utf-8")

    def files(self) -> list[Path]:
        return sorted(self.usb.rglob("*.shd"))

    def open_centre(self) -> Pc:
        return Pc("centre", self.root, ManualClock(), "machine-centre")


def build_week(root: Path) -> Week:
    """Everything is made once; tests work on copies."""
    clock = ManualClock()
    centre = Pc("centre", root, clock, "machine-centre")
    set_up_centre(context(centre))
    kit = centre.kit()
    usb = root / "usb"
    usb.mkdir()
    for code in (*WHOLE, GAPPED, FORKED):
        office = _office(root, clock, kit, code)
        centre.enrol(office)
        _pieces(office, usb / code, skipped=4 if code == GAPPED else 0)
        if code == FORKED:
            _fork(office, usb / code)
        office.close()
    _stranger(root, clock, kit)
    _bad_files(usb)
    shutil.copy(kit, usb / "bộ tài liệu.shd")
    shutil.copy(centre.receipt(WHOLE[0]), usb / "giấy báo nhận.shd")
    centre.ledger.db.execute("DELETE FROM receipt")  # the week begins without one, and without what it confirmed
    centre.ledger.db.execute("DELETE FROM acknowledged")
    centre.close()
    for gone in ("kits", "receipts"):
        shutil.rmtree(root / gone)
    return Week(root)


def _office(root: Path, clock: ManualClock, kit: Path, code: str) -> Pc:
    made = Pc(code, root, clock, f"machine-{code}")
    set_up_office(context(made), kit=kit, office=code)
    return made


def _pieces(office: Pc, folder: Path, *, skipped: int) -> None:
    """Nine activities and the closed period, one entry or some in each of nine files; one may be missing."""
    office.record(*[f"Hội nghị lần {number}" for number in range(1, PIECES + 1)])
    office.close_period(PERIOD)
    length, _ = office.ledger.journal.head(office.ledger.journal.own_feed())
    bounds = [*range(1, PIECES + 1), length + 1]
    for number, (first, after) in enumerate(itertools.pairwise(bounds), 1):
        if number != skipped:
            office.seal_range(folder / f"gói {number}.shd", first, after - 1)


def _fork(office: Pc, folder: Path) -> None:
    """The disk was copied before the last activity, and both copies went on."""
    copy = office.clone("copy")
    for pc, title in ((office, "Ở máy thứ nhất"), (copy, "Ở máy thứ hai")):
        pc.record(title)
        length, _ = pc.ledger.journal.head(pc.ledger.journal.own_feed())
        pc.seal_range(folder / f"{title}.shd", length, length)
    copy.close()


def _stranger(root: Path, clock: ManualClock, kit: Path) -> None:
    """An office that nobody has enrolled yet: two bundles and its request."""
    office = _office(root, clock, kit, STRANGER)
    office.record("Một")
    office.seal_range(root / "usb" / STRANGER / "gói 1.shd", 1, 1)
    office.seal_range(root / "usb" / STRANGER / "gói 2.shd", 2, 2)
    write_enrolment(office.station, root / "usb" / "đăng ký.shd")
    (root / "voice.txt").write_text(own_voice(office.station), encoding="utf-8")
    office.close()


def _bad_files(usb: Path) -> None:
    good = sorted((usb / WHOLE[0]).iterdir())
    again = usb / "lần hai"
    again.mkdir()
    for path in good[:3]:
        shutil.copy(path, again / path.name)
    bad = usb / "xấu"
    bad.mkdir()
    for number, path in enumerate(good[3:6]):
        content = bytearray(path.read_bytes())
        content[len(content) // 2 + number] ^= 1
        (bad / f"hỏng {number}.shd").write_bytes(content)
    (bad / "cụt.shd").write_bytes(good[6].read_bytes()[:-40])
    (bad / "rỗng.shd").write_bytes(b"")
    (bad / "ảnh.shd").write_bytes(b"\xff\xd8\xff\xe0" + bytes(300))
    (bad / "thư.docx").write_bytes(b"PK\x03\x04" + bytes(300))
