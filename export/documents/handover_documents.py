"""The hand-over sheets of a seal, filled from the ledger and the signed manifest: one sheet a file."""

from __future__ import annotations

from pathlib import Path

from export.bundle.envelope import parse_envelope
from export.bundle.manifest import parse_manifest
from export.documents.handover_sheet import HandoverSheet, render_handover_sheet
from export.documents.report_model import FileProperties
from export.documents.wording import Language
from export.exchange.sealing import Seal, SealedBundle
from storage.atomic_file import write_atomically
from storage.catalogue import Catalogue
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.ledger import Ledger


def write_handover_sheets(
    ledger: Ledger, catalogue: Catalogue, done: Seal, folder: Path, *, language: Language = "vi"
) -> list[Path]:
    """Writes one sheet a bundle into ``folder``. Raises ``LedgerError`` for a folder that cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(Code.FOLDER_UNWRITABLE, detail=str(error), path=str(folder)) from error
    written = []
    for bundle in done.bundles:
        sheet = _sheet(ledger, catalogue, bundle, language)
        properties = FileProperties(title=sheet.file_name, author=sheet.office, created=sheet.sealed_at)
        target = folder / f"{bundle.file.path.stem}.docx"
        write_atomically(target, render_handover_sheet(sheet, properties, language=language))
        written.append(target)
    return written


def _sheet(ledger: Ledger, catalogue: Catalogue, bundle: SealedBundle, language: Language) -> HandoverSheet:
    manifest = parse_manifest(parse_envelope(bundle.file.envelope).payload)
    office = catalogue.own_office
    centre = catalogue.register.office(manifest.to)
    periods = [catalogue.period(code) for code in manifest.periods]
    return HandoverSheet(
        office_code=office.code,
        office=office.name_vi if language == "vi" else office.name_en,
        centre=centre.name_vi if language == "vi" else centre.name_en,
        period=", ".join(manifest.periods) or "–",
        period_name=", ".join(period.name(language) for period in periods) or "–",
        file_name=bundle.file.path.name,
        size=bundle.file.size,
        sha256=bundle.file.sha256.hex(),
        activities=bundle.activities,
        attachments=bundle.blobs,
        answers=bundle.answers,
        sealed_at=ledger.clock(),
    )
