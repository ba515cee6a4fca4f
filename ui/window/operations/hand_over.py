"""Everything that the page of handing over does: one function an action, each returns the job to be run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.progress import ProgressReporter
from ui.window.drives import Drive, removable_drives
from ui.window.hand_over.view import HandOverView, read_hand_over
from ui.window.operations.period import rotate_quietly
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.documents.paper_sheet import PaperSheet
    from export.documents.wording import Language
    from export.exchange.custody import CustodyLine
    from export.exchange.sealing import Seal, SealedBundle
    from export.exchange.station import Station


def show_hand_over(*, language: Language) -> Job:
    """Reads custody and what waits to be sent."""

    def job(station: Station, _report: ProgressReporter) -> HandOverView:
        return read_hand_over(station, language)

    return job


def list_drives() -> Job:
    """Looks for removable drives."""

    def job(_station: Station, _report: ProgressReporter) -> list[Drive]:
        return removable_drives()

    return job


def seal(*, folder: Path, budget_mib: int | None, everything: bool, note: str) -> Job:
    """Seals, writes, reads back from the medium and compares. The keys must be open."""

    def job(station: Station, report: ProgressReporter) -> Seal:
        from export.exchange import sealing

        done = sealing.seal(station, folder, everything=everything, budget_mib=budget_mib, note=note, report=report)
        rotate_quietly(station.ledger)
        return done

    return job


def mark_handed_over(*, files: Sequence[Path]) -> Job:
    """Notes that sealed files have left the house."""

    def job(station: Station, _report: ProgressReporter) -> list[CustodyLine]:
        from export.exchange import custody

        return [custody.mark_handed_over(station.ledger, path) for path in files]

    return job


def sheets_to_print(*, bundles: Sequence[SealedBundle], period: str, language: Language) -> Job:
    """The hand-over sheet of each bundle for a printer: a list of ``PaperSheet``."""

    def job(station: Station, _report: ProgressReporter) -> list[PaperSheet]:
        from export.documents.handover_sheet import handover_paper
        from ui.window.hand_over.view import sheet_of

        catalogue = station.catalogue
        chosen = period or catalogue.periods.current(catalogue.today).code
        return [handover_paper(sheet_of(station, bundle, chosen, language), language=language) for bundle in bundles]

    return job


def write_sheets(*, bundles: Sequence[SealedBundle], period: str, target: Path, language: Language) -> Job:
    """Writes the hand-over sheet of each bundle as Word; several get numbers behind the name. Returns the files."""

    def job(station: Station, _report: ProgressReporter) -> list[Path]:
        from export.documents.document_head import file_properties
        from export.documents.handover_sheet import render_handover_sheet
        from storage.atomic_file import write_atomically
        from ui.window.hand_over.view import sheet_of

        catalogue = station.catalogue
        chosen = period or catalogue.periods.current(catalogue.today).code
        written = []
        for number, bundle in enumerate(bundles, 1):
            path = target if len(bundles) == 1 else target.with_stem(f"{target.stem}-{number}")
            sheet = sheet_of(station, bundle, chosen, language)
            properties = file_properties(station.ledger, title=path.stem, author=catalogue.own_office.name_vi)
            write_atomically(path, render_handover_sheet(sheet, properties, language=language))
            written.append(path)
        return written

    return job
