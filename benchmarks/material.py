"""A centre and an office with plausible activities in a temporary folder, made once for all measures of a run."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from export.exchange.enrolment import approve, write_enrolment
from export.exchange.kits import issue_kit
from export.exchange.setup import SetupContext, set_up_centre, set_up_office
from export.exchange.station import Station
from storage.domain.identifiers import TimeOrderedIdentifiers, system_clock
from storage.folders import Folders
from storage.recording import ActivityInput, Recorder

PIN = "135790"
OFFICE = "UBND-DH"
_WORDS = (  # one text, split below
    "hội nghị quán triệt triển khai nghị quyết tại xã thị trấn Đăk Hà công chức viên chức tuyên truyền tập huấn nghiệp vụ"
    " báo cáo kế hoạch văn bản chuyên đề Mặt trận phổ biến pháp luật nâng cao chất lượng trang thông tin điện tử cơ quan"
)


@dataclass(frozen=True, slots=True)
class Material:
    """Folders of the two stations; all files lie under ``base``."""

    base: Path

    def folders(self, name: str) -> Folders:
        """The folders of a station; its markers stay inside the temporary folder too."""
        return Folders(self.base / name, self.base / "markers" / name)

    def context(self, name: str) -> SetupContext:
        """For making a station."""
        return SetupContext(self.folders(name), system_clock, TimeOrderedIdentifiers(system_clock), pin=PIN)

    def station(self, name: str) -> Station:
        """Opens a station that was made."""
        return Station.open(self.folders(name), clock=system_clock, identifiers=TimeOrderedIdentifiers(system_clock), pin=PIN)


def make_material(base: Path) -> Material:
    """A centre, its kit, and one admitted office without records."""
    material = Material(base)
    set_up_centre(material.context("centre"))
    with material.station("centre") as centre:
        issue_kit(centre, base / "kit.shd")
    voice = set_up_office(material.context("office"), kit=base / "kit.shd", office=OFFICE).voice
    with material.station("office") as office:
        write_enrolment(office, base / "enrol.shd")
    with material.station("centre") as centre:
        approve(centre, base / "enrol.shd", voice)
    return material


def record(station: Station, count: int, *, seed: int) -> None:
    """Records ``count`` activities of about 700 bytes, the same for the same seed."""
    generator, words = random.Random(seed), _WORDS.split()

    def text(length: int) -> str:
        return " ".join(generator.choice(words) for _ in range(length))

    rows = [
        (
            number,
            ActivityInput(
                task="II.1.a",
                type="HN_QT",
                date=f"2020-{generator.randint(1, 5):02d}-{generator.randint(1, 28):02d}",
                title=text(14),
                place=text(4),
                document=f"{number}/KH-UBND",
                note=text(50),
                values={"so_cuoc": 1, "luot_nguoi_du": generator.randint(10, 200)},
            ),
        )
        for number in range(1, count + 1)
    ]
    recorded = Recorder(station.ledger, station.catalogue).record(rows)
    if recorded.refused:
        raise RuntimeError(f"the benchmark's own activities were refused: {recorded.refused[0]}")
