"""A centre and four offices that report one half-year: real profiles, keys, bundles and files; only the clock is given.

``UBND-DH`` reports in time and completely, ``UBND-NH`` late and with small counts, ``STC`` hands over without closing,
``BTGTU``, which the plan only requests, reports too. Everybody else stays silent.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from export.exchange import enrolment, importing, kits, sealing
from export.exchange.setup import SetupContext, set_up_centre, set_up_office
from export.exchange.station import Station
from storage.closing import close_period
from storage.domain.codes import Code
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.domain.periods import Period
from storage.folders import Folders
from storage.follow_up import Matrix, matrix
from storage.journal.entries import Signature
from storage.outline import Outline
from storage.recording import ActivityInput, Recorder

CODE = "2020S1"
TODAY = date(2020, 6, 25)
EMPTY_PIN = ""


def activity(task: str, kind: str, day: str, title: str, **values: int) -> ActivityInput:
    return ActivityInput(task=task, type=kind, date=day, title=title, place="Kon Tum", values=values)


ROWS: dict[str, tuple[ActivityInput, ...]] = {
    "UBND-DH": (
        activity("II.1.a", "HN_QT", "2020-03-05", "Hội nghị quán triệt Kế hoạch", so_cuoc=1, luot_nguoi_du=120),
        activity("II.1.a", "HN_QT", "2020-04-07", "Hội nghị triển khai nhiệm vụ quý II", so_cuoc=2, luot_nguoi_du=1135),
        activity("II.1.a", "SH_CD", "2020-04-20", "=SUM(A1:A9) sinh hoạt chuyên đề", so_buoi=0),
        activity("II.1.a", "VB_BH", "2020-01-15", "Kế hoạch thực hiện năm 2020", so_van_ban=1),
        activity("II.1.b", "TIN_BAI", "2020-05-02", "Tin, bài trên trang thông tin điện tử", so_tin=14, so_bai=6),
        activity("II.1.d", "CC_TT", "2020-05-12", "Cung cấp thông tin cho báo chí", so_hop_bao=1, so_tra_loi=2),
        # outside the half-year: counts nowhere in it
        activity("II.1.a", "HN_QT", "2019-03-05", "Hội nghị năm trước", so_cuoc=9, luot_nguoi_du=999),
    ),
    "UBND-NH": (
        activity("II.1.a", "HN_QT", "2020-03-12", "Họp triển khai trong lãnh đạo", so_cuoc=1, luot_nguoi_du=3),
        activity("II.1.b", "TIN_BAI", "2020-04-02", "Tin, bài tháng 4", so_tin=5, so_bai=1),
    ),
    "STC": (activity("II.1.a", "HN_QT", "2020-02-12", "Hội nghị cán bộ", so_cuoc=1, luot_nguoi_du=40),),
    "BTGTU": (activity("II.2", "CHUYEN_MUC", "2020-02-20", "Chuyên mục trên báo", so_mo_moi=1, so_duy_tri=3, so_ky_phat=12),),
}

OUTLINES: dict[str, Outline] = {
    "UBND-DH": Outline(
        sections={
            "CHI_DAO": "Ủy ban nhân dân huyện ban hành kế hoạch và phân công nhiệm vụ.\nCác phòng triển khai trong quý I.",
            "UU_DIEM": "Việc quán triệt được thực hiện nghiêm túc.",
            "KHO_KHAN": "Kinh phí còn hạn chế.",
            "PHUONG_HUONG": "Tiếp tục thực hiện các nhiệm vụ của Kế hoạch.",
        },
        answers={
            "II.1.a-5": "Đã hoàn thành theo tiến độ.",
            "II.1.b-3": True,
            "II.1.d-1": False,
            "II.1.d-2": "không phát sinh",
            "III.1.a-1": True,
        },
        signature=Signature(
            name="Nguyễn Văn Mẫu", title="TM. Ủy ban nhân dân; Chủ tịch", number="05", place="Đăk Hà", date="2020-06-15"
        ),
    ),
    "UBND-NH": Outline(sections={"KHO_KHAN": "Chưa có cán bộ chuyên trách."}, answers={"II.1.b-3": False}),
    "BTGTU": Outline(answers={"II.2-5": "Các chuyên mục được duy trì."}),
}


@dataclass
class ManualClock:
    now: datetime = datetime(2020, 6, 15, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@dataclass
class SmallProvince:
    """The stations stay open; ``close`` releases their files."""

    root: Path
    clock: ManualClock = field(default_factory=ManualClock)
    stations: dict[str, Station] = field(default_factory=dict)

    @property
    def centre(self) -> Station:
        return self.stations["centre"]

    @property
    def period(self) -> Period:
        return self.centre.catalogue.period(CODE)

    def centre_matrix(self) -> Matrix:
        """Who has reported, as the centre sees it."""
        return matrix(self.centre.ledger, self.centre.catalogue, self.period)

    def build(self) -> SmallProvince:
        set_up_centre(self._context("centre"))
        self._open("centre")
        kit = kits.issue_kit(self.centre, self.root / "kit.shd").path
        for office in ROWS:
            self._set_up(office, kit)
        self._report("UBND-DH")
        self._report("STC", closing=False)
        self._report("BTGTU")
        self.clock.now += timedelta(days=7)
        self._report("UBND-NH")
        self.clock.now += timedelta(days=3)
        return self

    def close(self) -> None:
        for station in self.stations.values():
            station.close()

    def hand_over(self, office: str) -> None:
        """Seals what is new, and the centre takes it."""
        sealed = sealing.seal(self.stations[office], self.root / f"stick-{self.clock.now:%d}-{office}")
        outcomes = importing.import_files(self.centre, [bundle.file.path for bundle in sealed.bundles])
        taken = {Code.BUNDLE_IMPORTED, Code.BUNDLE_WITH_REMARKS, Code.BUNDLE_PERIOD_CONSOLIDATED}
        assert {outcome.code for outcome in outcomes} <= taken

    def _set_up(self, office: str, kit: Path) -> None:
        set_up_office(self._context(office), kit=kit, office=office)
        station = self._open(office)
        request = enrolment.write_enrolment(station, self.root / f"enrol-{office}.shd")
        enrolment.approve(self.centre, request.path, enrolment.own_voice(station))

    def _report(self, office: str, *, closing: bool = True) -> None:
        station = self.stations[office]
        recorded = Recorder(station.ledger, station.catalogue).record(list(enumerate(ROWS[office], 1)))
        assert recorded.refused == []
        if closing:
            close_period(station.ledger, station.catalogue, CODE, OUTLINES.get(office))
        self.hand_over(office)

    def _open(self, name: str) -> Station:
        station = Station.open(
            self._folders(name), clock=self.clock, identifiers=TimeOrderedIdentifiers(self.clock), pin=EMPTY_PIN, machine=name
        )
        self.stations[name] = station
        return station

    def _context(self, name: str) -> SetupContext:
        identifiers = TimeOrderedIdentifiers(self.clock)
        return SetupContext(self._folders(name), self.clock, identifiers, pin=EMPTY_PIN, allow_empty_pin=True, machine=name)

    def _folders(self, name: str) -> Folders:
        return Folders(self.root / name, self.root / "markers" / name)
