"""A whole half-year with the installed console program: centre, office, records, closing, bundle, import, receipt, report.

Every step is a call of ``sohoatdong-cli.exe`` as a person would type it; folders have spaces and Vietnamese letters.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from machine import BuildProblem, Log
from wine import Wine

PIN = "135790"
OFFICE, PERIOD = "UBND-DH", "2020S1"
ACTIVITIES = [
    {
        "task": "II.1.a",
        "type": "HN_QT",
        "date": "2020-03-05",
        "title": "Hội nghị quán triệt",
        "values": {"so_cuoc": 1, "luot_nguoi_du": 120},
    },
    {
        "task": "II.1.a",
        "type": "HN_QT",
        "date": "2020-04-21",
        "title": "Tập huấn tại Đăk Hà",
        "values": {"so_cuoc": 2, "luot_nguoi_du": 75},
    },
]


@dataclass(slots=True)
class Story:
    """``folder`` is emptied by the caller; ``centre`` and ``office`` in it can be opened afterwards."""

    wine: Wine
    program: Path
    folder: Path
    steps: list[str] = field(default_factory=list)

    @property
    def centre(self) -> Path:
        return self.folder / "trung tâm"

    @property
    def office(self) -> Path:
        return self.folder / "đơn vị Đăk Hà"

    def tell(self, log: Log) -> int:
        """All of it; answers the number of steps. Raises ``BuildProblem`` at the first that fails."""
        self.folder.mkdir(parents=True)
        (self.folder / "pin.txt").write_text(f"{PIN}\n", encoding="utf-8")
        self._enrol()
        bundle = self._report_period()
        self._consolidate(bundle)
        log.say(f"story: {len(self.steps)} steps with the console program")
        return len(self.steps)

    def _enrol(self) -> None:
        kit, request = self.folder / "gói cấu hình.shd", self.folder / "đăng ký.shd"
        self._call(self.centre, "setup", "--role", "centre")
        self._call(self.centre, "kit", "--to", kit)
        self._call(self.office, "setup", "--role", "office", "--kit", kit, "--office", OFFICE)
        voice = str(self._call(self.office, "enrol", "--to", request)["voice"])
        self._call(self.centre, "approve", request, "--voice", voice)

    def _report_period(self) -> Path:
        rows = self.folder / "hoạt động.jsonl"
        rows.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ACTIVITIES), encoding="utf-8")
        self._call(self.office, "record", rows)
        found = json.dumps(self._call(self.office, "activities", "--search", "tap huan dak ha"), ensure_ascii=False)
        _require("Tập huấn tại Đăk Hà" in found, f"search without marks: {found}")
        self._call(self.office, "close", "--period", PERIOD)
        stick = self.folder / "USB của đơn vị"
        self._call(self.office, "seal", "--to", stick)
        return next(stick.glob("*.shd"))

    def _consolidate(self, bundle: Path) -> None:
        replies, report, annex = self.folder / "giấy báo nhận", self.folder / "báo cáo.docx", self.folder / "phụ lục.xlsx"
        self._call(self.centre, "import", bundle)
        self._call(self.centre, "status")
        self._call(self.centre, "receipts", "--to", replies)
        self._call(self.office, "receive", next(replies.glob("*.shd")))
        self._call(self.centre, "consolidate", "--period", PERIOD)
        for target in (report, annex):
            self._call(self.centre, "report", "--period", PERIOD, "--to", target)
        with zipfile.ZipFile(report) as package:
            _require("Đăk Hà" in package.read("word/document.xml").decode("utf-8"), "the report does not name the office")
        with zipfile.ZipFile(annex) as package:
            _require(package.testzip() is None, "the annex is damaged")
        self._call(self.office, "fsck")
        self._call(self.centre, "fsck")

    def _call(self, profile: Path, command: str, *words: str | Path) -> dict[str, object]:
        """One call; its answer. Findings (an office that is late, a text to be looked at) are no failure."""
        options: list[str | Path] = ["--json", "--lang", "vi", "--data", profile, "--pin-file", self.folder / "pin.txt"]
        outcome = self.wine.run(self.program, *options, command, *words, seconds=180)
        self.steps.append(command)
        try:
            answer: dict[str, object] = json.loads(outcome.output)
        except json.JSONDecodeError as error:
            raise BuildProblem(f"{command} ended with {outcome.code} and no JSON: {outcome.output[-800:]}") from error
        _require(answer.get("ok") is True, f"{profile.name}: {command}: {outcome.output[-800:]}")
        return answer


def _require(held: bool, what: str) -> None:
    if not held:
        raise BuildProblem(what)
