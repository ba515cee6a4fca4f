"""What the page of importing reads from the ledger besides the bundles themselves; no Qt here, and nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.codes import Code
from storage.domain.errors import LedgerError, Parameter
from storage.domain.folding import fold
from storage.domain.progress import Progress, ProgressReporter, Stage
from ui.window.import_bundles.lines import Names

if TYPE_CHECKING:
    from export.exchange.station import Station


@dataclass(frozen=True, slots=True)
class ImportedLine:
    """One import of the past. ``undone`` is the moment when it was taken back, else empty; ``office`` is a name.

    ``folded`` is what a search looks through.
    """

    id: int
    at: str
    office: str
    file: str
    code: Code
    new: int
    known: int
    undone: str
    folded: str


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """A file in quarantine. ``file`` is its name when it came; ``office`` a name, only ``claimed`` while nobody can know.

    ``hopeful``: a key of the office was admitted since, so that another try may take it.
    """

    path: Path
    file: str
    at: str
    code: Code
    office: str
    claimed: bool
    hopeful: bool

    @property
    def parameters(self) -> dict[str, Parameter]:
        """What fills the places of the code's sentence."""
        return {"file": self.file, "office": self.office}


@dataclass(frozen=True, slots=True)
class PastView:
    """Imports, the newest first, and waiting files, the oldest first."""

    imports: tuple[ImportedLine, ...]
    waiting: tuple[WaitingLine, ...]

    @property
    def hopeful(self) -> tuple[Path, ...]:
        """The waiting files that may be taken now."""
        return tuple(line.path for line in self.waiting if line.hopeful)


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """An office and its newest receipt. ``state``: current, changed (the ledger says more by now) or absent."""

    office: str
    name: str
    no: int
    at: str
    state: str


@dataclass(frozen=True, slots=True)
class FileDetails:
    """What a file says of itself; ``code`` tells whether that can be believed. Texts are as the file has them."""

    path: Path
    code: Code
    kind: str
    office: str
    size: int
    encrypted: bool
    digest: str
    signers: tuple[str, ...]
    created: str
    app: str
    periods: tuple[str, ...]
    part: tuple[int, int] | None
    entries: int
    attachments: int
    note: str


def names_of(station: Station, language: str) -> Names:
    """How offices and periods are called; a code that nobody knows is its own name."""
    catalogue = station.catalogue

    def office(code: str) -> str:
        if code not in catalogue.register:
            return code
        found = catalogue.register.office(code)
        return found.name_vi if language == "vi" else found.name_en

    def period(code: str) -> str:
        try:
            name = catalogue.period(code).name(language)
        except LedgerError:
            return code
        return name[:1].upper() + name[1:]

    return Names(office, period)


def read_past(station: Station, language: str) -> PastView:
    """The imports and what waits."""
    from export.exchange.custody import imports, waiting_in_quarantine
    from export.exchange.originals import name_before_quarantine

    ledger, names = station.ledger, names_of(station, language)
    admitted: dict[str, str] = dict(
        ledger.db.execute("SELECT office, max(at) FROM admission WHERE revoked = '' GROUP BY office").fetchall()
    )
    waiting = []
    for item in waiting_in_quarantine(ledger):
        unknown = item.code is Code.BUNDLE_UNKNOWN_KEY
        waiting.append(
            WaitingLine(
                path=item.path,
                file=name_before_quarantine(item.path),
                at=item.at,
                code=item.code,
                office=names.office(item.office) if item.office else "",
                claimed=unknown and bool(item.office),
                hopeful=unknown and admitted.get(item.office, "") >= item.at,
            )
        )
    past = []
    for line in imports(ledger):
        name = names.office(line.office)
        folded = fold(f"{name} {line.office} {line.file} {line.code}")
        past.append(ImportedLine(line.id, line.at, name, line.file, line.code, line.new, line.known, line.undone, folded))
    return PastView(tuple(past), tuple(waiting))


def read_receipts(station: Station, language: str, report: ProgressReporter) -> tuple[ReceiptLine, ...]:
    """Every enrolled office with its newest receipt, by name."""
    from export.exchange.receipts import offices_with_news, receipt_standing

    names = names_of(station, language)
    offices = offices_with_news(station)
    lines = []
    for number, office in enumerate(offices):
        report(Progress(Stage.COMPUTING, number, len(offices)))
        standing = receipt_standing(station.ledger, office)
        lines.append(ReceiptLine(office, names.office(office), standing.no, standing.at, standing.state.value))
    return tuple(lines)


def read_details(station: Station, path: Path, language: str) -> FileDetails:
    """Raises ``LedgerError`` when the file cannot even be opened."""
    from export.exchange.inspection import inspect_file

    found = inspect_file(station, path)
    payload = found.payload
    names = names_of(station, language)
    office, series = _text(payload, "office"), payload.get("series")
    counts = payload.get("counts")
    return FileDetails(
        path=path,
        code=found.code,
        kind=found.kind.value,
        office=names.office(office) if office else "",
        size=found.size,
        encrypted=found.encrypted,
        digest=found.digest,
        signers=tuple(found.signers),
        created=_text(payload, "created"),
        app=_text(payload, "app"),
        periods=tuple(names.period(code) for code in payload.get("periods", ()) if isinstance(code, str)),
        part=(_count(series, "no"), _count(series, "of")) if isinstance(series, dict) else None,
        entries=_count(counts, "entries"),
        attachments=_count(counts, "blobs"),
        note=_text(payload, "note"),
    )


def original_of(station: Station, import_id: int) -> Path:
    """The archived original of an import. Raises ``LedgerError``: IMPORT_UNKNOWN, FILE_NOT_FOUND."""
    from export.exchange.originals import archived

    row = station.ledger.db.execute("SELECT payload FROM import WHERE id = ?", [import_id]).fetchone()
    if row is None:
        raise LedgerError(Code.IMPORT_UNKNOWN, id=import_id)
    path = archived(station.ledger, row[0])
    if not path.is_file():
        raise LedgerError(Code.FILE_NOT_FOUND, path=str(path))
    return path


def _text(payload: dict[str, object], name: str) -> str:
    """Of a payload that may not be believed: anything can stand there."""
    value = payload.get(name, "")
    return value if isinstance(value, str) else ""


def _count(group: object, name: str) -> int:
    value = group.get(name, 0) if isinstance(group, dict) else 0
    return value if isinstance(value, int) else 0
