"""The documents of a demonstration: reminders, consolidated and period reports, the auditor's folder, and whether they are whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from export.documents.period_document import write_period_report
from export.documents.wording import Language
from export.exchange.audit import write_audit
from export.exchange.demonstration_checks import Check
from export.exchange.demonstration_story import Story
from storage.domain.periods import Period
from storage.domain.progress import ProgressReporter

_OWN_REPORTS = 2
"""So many offices print their own report; the others look alike."""
_WORD_START, _EXCEL_START = b"PK\x03\x04", b"PK\x03\x04"


class DocumentWriter:
    """Writes what the story asks for into ``documents/<period>/`` and remembers the paths."""

    def __init__(self, story: Story, *, language: Language, report: ProgressReporter) -> None:
        self._story, self._language, self._report = story, language, report
        self.word: list[Path] = []
        self.excel: list[Path] = []
        self.period_reports: list[Path] = []
        self.reminders: list[Path] = []
        self.audit = story.folder.root / "documents" / "audit"

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
        ...
