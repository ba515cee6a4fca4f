"""The demonstration: the whole job of two periods on the built-in plan, with as many offices as wanted, checked at the end.

It shows and proves the product on one machine without any outside data: an office's records become signed bundles, the centre's
receipts, and the reports in Word and Excel. Nothing outside the given folder is read or written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from export.documents.wording import Language
from export.exchange.demonstration_checks import Check, run_checks
from export.exchange.demonstration_documents import DocumentWriter
from export.exchange.demonstration_folder import DemonstrationFolder
from export.exchange.demonstration_index import index_text
from export.exchange.demonstration_story import Story
from storage.atomic_file import write_atomically
from storage.builtin import builtin_offices, builtin_programme
from storage.domain.errors import LedgerError, OperationCancelled
from storage.domain.progress import ProgressReporter, silent

DEFAULT_OFFICES, DEFAULT_SEED = 33, 2020


@dataclass(frozen=True, slots=True)
class DemonstrationResult:
    """Where everything lies (absolute paths, in the order in which it was written) and what the checks found."""

    folder: Path
    centre: Path
    offices: list[Path] = field(default_factory=list)
    kits: list[Path] = field(default_factory=list)
    bundles: list[Path] = field(default_factory=list)
    receipts: list[Path] = field(default_factory=list)
    word: list[Path] = field(default_factory=list)
    excel: list[Path] = field(default_factory=list)
    period_reports: list[Path] = field(default_factory=list)
    reminders: list[Path] = field(default_factory=list)
    audit: Path = Path()
    index: Path = Path()
    checks: list[Check] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether every check held."""
        return bool(self.checks) and all(check.ok for check in self.checks)


def run_demonstration(
    folder: Path,
    *,
    offices: int = DEFAULT_OFFICES,
    seed: int = DEFAULT_SEED,
    language: Language = "vi",
    report: ProgressReporter = silent,
) -> DemonstrationResult:
    """Tells the story into ``folder`` and checks it. The same ``seed`` gives the same records; keys are new each time.

    ``offices``: those that owe the report first, in the register's order, then those that are only asked for one. An earlier
    demonstration in ``folder`` is replaced; cancelling, like any expected failure, removes what was written.
    Raises ``LedgerError``: FILE_EXISTS (``path``, a folder with anything else in it), WRONG_USE (too few or too many offices),
    disk errors. A check that fails raises nothing: see ``ok``.
    """
    place = DemonstrationFolder(folder.absolute())
    programme, register = builtin_programme(), builtin_offices()
    story = Story(place, programme, register, offices=offices, seed=seed, report=report)
    place.prepare()
    documents = DocumentWriter(story, language=language, report=report)
    try:
        story.run(documents.write)
        documents.write_audit()
        checks = [*documents.checks(), *run_checks(story, report)]
    except (OperationCancelled, KeyboardInterrupt, LedgerError):
        # Half a demonstration proves nothing, and a full disk is better off without it.
        story.close()
        place.clear()
        raise
    finally:
        story.close()
    result = DemonstrationResult(
        folder=place.root,
        centre=place.centre.data,
        offices=[office.folders.data for office in story.offices],
        kits=story.facts.kits,
        bundles=story.facts.good_files,
        receipts=story.facts.receipt_files,
        word=documents.word,
        excel=documents.excel,
        period_reports=documents.period_reports,
        reminders=documents.reminders,
        audit=documents.audit,
        index=place.index,
        checks=checks,
    )
    write_atomically(place.index, index_text(story, documents, checks).encode("utf-8"))
    return result
