"""The documents of a demonstration: reminders, reports, the auditor's folder, and whether they are all there.

What stands in them is decided in ``export.documents``; here is only decided which are written when.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from export.documents.consolidated_document import write_consolidated
from export.documents.period_document import write_period_report
from export.documents.reminder_documents import write_reminders
from export.documents.wording import Language
from export.exchange.audit import write_audit
from export.exchange.demonstration_checks import Check
from export.exchange.demonstration_story import Story
from storage.domain.obligations import obligations
from storage.domain.periods import Period
from storage.domain.progress import ProgressReporter
from storage.journal.entries import Signature

_OWN_REPORTS = 2
"""So many offices print their own report; the others look alike."""
_ANSWER_WITHIN = timedelta(days=7)
_PACKAGE_START = b"PK\x03\x04"


class DocumentWriter:
    """Writes what the story asks for into ``documents/<period>/`` and remembers the paths."""

    def __init__(self, story: Story, *, language: Language, report: ProgressReporter) -> None:
        self._story, self._language, self._report = story, language, report
        self._reminded: set[tuple[str, str]] = set()
        self._silent: set[tuple[str, str]] = set()
        self.word: list[Path] = []
        self.excel: list[Path] = []
        self.period_reports: list[Path] = []
        self.reminders: list[Path] = []
        self.audit = story.folder.documents / "audit"

    def write(self, period: Period, wanted: str) -> None:
        """``reminders`` or ``consolidated``, the latter with the period reports of two offices."""
        folder = self._story.folder.documents / period.code
        folder.mkdir(exist_ok=True)
        if wanted == "reminders":
            self._write_reminders(period, folder / "reminders")
            return
        self._write_consolidated(period, folder)
        self._write_period_reports(period, folder / "offices")

    def write_audit(self) -> None:
        """The bundle of one office, laid out for an auditor."""
        write_audit(self._story.centre.station, self._story.facts.good_files[0], self.audit, self._report)

    def checks(self) -> Iterator[Check]:
        """Whether every document was written and the auditor's sums are right."""
        written = [*self.word, *self.excel, *self.period_reports, *self.reminders]
        broken = [path.name for path in written if path.read_bytes()[:4] != _PACKAGE_START]
        expected = 2 * (2 + 2 * min(_OWN_REPORTS, len(self._story.offices)))
        complete = len(written) - len(self.reminders) == expected
        yield Check("documents-written", complete and not broken, f"{len(written)} files {', '.join(broken)}".strip())
        right = self._reminded == self._silent and len(self.reminders) == len(self._silent)
        yield Check("reminders", right, f"{len(self.reminders)} letters for {len(self._silent)} overdue reports")
        yield Check("audit-sums", _sums_hold(self.audit), str(self.audit.name))

    def _write_reminders(self, period: Period, folder: Path) -> None:
        story, ledger = self._story, self._story.centre.ledger
        today = story.clock.today
        letters = write_reminders(
            ledger,
            story.centre.station.catalogue,
            period,
            folder,
            today=today,
            answer_by=today + _ANSWER_WITHIN,
            signature=self._signature(),
            report=self._report,
        ).written
        self.reminders += [letter.path for letter in letters]
        self._reminded |= {(period.code, letter.office) for letter in letters}
        owed = {item.office for item in obligations(story.programme, story.register, period) if not item.requested}
        self._silent |= {
            (period.code, code) for code in owed - {ledger.office} if (code, period.code) not in story.facts.arrivals
        }

    def _write_consolidated(self, period: Period, folder: Path) -> None:
        for suffix, paths in ((".docx", self.word), (".xlsx", self.excel)):
            target = folder / f"bao-cao-tong-hop-{period.code}{suffix}"
            centre = self._story.centre
            written = write_consolidated(
                centre.ledger,
                centre.station.catalogue,
                period,
                target,
                signature=self._signature(),
                language=self._language,
                report=self._report,
            )
            paths.append(written.path)

    def _write_period_reports(self, period: Period, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        for office in self._story.offices[:_OWN_REPORTS]:
            for suffix in (".docx", ".xlsx"):
                target = folder / f"bao-cao-{office.code.lower()}-{period.code}{suffix}"
                written = write_period_report(
                    office.ledger,
                    office.station.catalogue,
                    period,
                    target,
                    language=self._language,
                    report=self._report,
                )
                self.period_reports.append(written.path)

    def _signature(self) -> Signature:
        """Nobody signs by name; the number is left to the registry."""
        return Signature(title="Giám đốc", date=self._story.clock.today.isoformat())


def _sums_hold(folder: Path) -> bool:
    """Whether the files are those of SHA256SUMS and the signed bytes end in the manifest."""
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = [line.split("  ", 1) for line in lines]
    whole = all(hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest for digest, name in sums)
    manifest = (folder / "manifest.json").read_bytes()
    return len(sums) > 0 and whole and len(manifest) > 0 and (folder / "pae.bin").read_bytes().endswith(manifest)
