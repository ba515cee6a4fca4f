"""The centre's desk of enrolment: requests that wait for the telephone, offices and their keys, and the kits they work by.

Requests wait as files in quarantine, under a code of their own; they are opened afresh, with the PIN, by whoever decides. What
is decided stands in the centre's journal. Admitting and ending keys are jobs of ``enrolment``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from export.exchange.enrolment import Approval, Request, approve, read_enrolment
from export.exchange.originals import keep_in_quarantine, put_away, release, staged
from export.exchange.receipts import issue_receipts
from export.exchange.resync import write_resync
from export.exchange.station import Station
from export.trust.signing_keys import key_identifier
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, Parameter
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.journal.entries import Admitted, Noted, Revoked
from storage.ledger import Ledger, Role


@dataclass(frozen=True, slots=True)
class WaitingRequest:
    """A request in quarantine; ``at`` is when it came."""

    path: Path
    office: str
    at: str


@dataclass(frozen=True, slots=True)
class TakenRequest:
    """What became of one file that was brought to the desk: ENROLMENT_WAITING, or why it was refused."""

    path: Path
    code: Code
    parameters: dict[str, Parameter]


class KeyState(StrEnum):
    """Where an office's key stands. SUCCEEDED: ended, and a later one of the same office was admitted."""

    ENROLLED = "ENROLLED"
    REVOKED = "REVOKED"
    SUCCEEDED = "SUCCEEDED"


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One key that was admitted; ``ended`` is empty while it is in force."""

    office: str
    public: bytes
    keyid: str
    state: KeyState
    since: str
    ended: str


@dataclass(frozen=True, slots=True)
class KitUse:
    """The number of the kit by which an office worked when it sealed what was imported last, and when that was imported."""

    no: int
    at: str


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """One line of an office's history with the desk; ``text`` is the reason or note that was given."""

    at: str
    kind: str
    keyid: str
    text: str
    by: str


# Requests


def waiting_requests(ledger: Ledger) -> list[WaitingRequest]:
    """The requests that nobody has decided, the oldest first. No key is needed for this list."""
    rows = ledger.db.execute(
        "SELECT file, office, at FROM quarantine WHERE code = ? ORDER BY at, file", [Code.ENROLMENT_WAITING.value]
    ).fetchall()
    found = [WaitingRequest(ledger.folders.quarantine / file, office, at) for file, office, at in rows]
    return [request for request in found if request.path.is_file()]


def take_requests(station: Station, paths: Sequence[Path], report: ProgressReporter = silent) -> list[TakenRequest]:
    """Opens files and keeps the sound requests among them; one that is refused stops no other.

    Raises ``LedgerError``: WRONG_ROLE, KEY_*, PIN_*.
    """
    ledger = station.ledger
    ledger.require(Role.CENTRE)
    station.unlock()
    taken = []
    for number, path in enumerate(paths):
        report(Progress(Stage.VERIFYING, number, len(paths)))
        parameters: dict[str, Parameter] = {"file": path.name}
        try:
            with staged(ledger, path) as copy:
                office = open_request(station, copy).enrolment.office
                keep_in_quarantine(ledger, copy, Code.ENROLMENT_WAITING, office, name=path.stem)
        except LedgerError as error:
            taken.append(TakenRequest(path, error.code, {**parameters, **error.parameters}))
        else:
            taken.append(TakenRequest(path, Code.ENROLMENT_WAITING, {**parameters, "office": office}))
    return taken


def open_request(station: Station, path: Path) -> Request:
    """A request as it is decided upon; one whose key is admitted already leaves the desk.

    Raises ``LedgerError``: ALREADY_ENROLLED (``office``), and what ``read_enrolment`` raises.
    """
    request = read_enrolment(station, path)
    known = station.admitted_keys().get(request.keyid)
    if known is not None and known.office == request.enrolment.office:
        release(station.ledger, path)
        raise LedgerError(Code.ALREADY_ENROLLED, office=known.office)
    return request


def admit(station: Station, path: Path, typed_voice: str, *, replaces: str = "", note: str = "", by: str = "") -> Approval:
    """As ``enrolment.approve``, ``replaces`` being the reason why earlier keys end; the request leaves the desk."""
    if replaces:
        done = approve(station, path, typed_voice, replaces=True, why=replaces, note=note, by=by)
    else:
        done = approve(station, path, typed_voice, note=note, by=by)
    release(station.ledger, path)
    return done


def refuse(station: Station, path: Path, *, why: str, by: str = "") -> None:
    """Puts a request aside with a reason; the file is kept.

    Raises ``LedgerError``: WRONG_ROLE, REASON_MISSING, FILE_NOT_FOUND.
    """
    if not why.strip():
        raise LedgerError(Code.REASON_MISSING)
    row = station.ledger.db.execute("SELECT office FROM quarantine WHERE file = ?", [path.name]).fetchone()
    put_away(station.ledger, path, why=f"{row[0] if row else ''}: {why.strip()}", by=by)


# Offices and keys


def key_lines(ledger: Ledger) -> list[KeyLine]:
    """Every key that was ever admitted, by office and then by time."""
    rows: list[tuple[bytes, str, str, str]] = ledger.db.execute(
        "SELECT public, office, at, revoked FROM admission ORDER BY office, at"
    ).fetchall()
    # Times are whole seconds: of two keys of one second, the one in force is the successor.
    newest = {office: (at, not ended) for _, office, at, ended in sorted(rows, key=lambda row: (row[2], not row[3]))}
    lines = []
    for public, office, at, ended in rows:
        later = newest[office] > (at, False)
        state = KeyState.ENROLLED if not ended else KeyState.SUCCEEDED if later else KeyState.REVOKED
        lines.append(KeyLine(office, public, key_identifier(public), state, at, ended))
    return lines


def kits_in_use(ledger: Ledger) -> dict[str, KitUse]:
    """What is known of the kit that each office works by; an office of which nothing was imported is not there."""
    rows = ledger.db.execute(
        "SELECT office, kit, at FROM import WHERE id IN (SELECT max(id) FROM import GROUP BY office)"
    ).fetchall()
    return {office: KitUse(number, at) for office, number, at in rows}


def key_history(ledger: Ledger, office: str) -> list[KeyEvent]:
    """What the centre's journal says of an office's requests and keys, the newest first."""
    return sorted(_events(ledger, office), key=lambda event: event.at, reverse=True)


def _events(ledger: Ledger, office: str) -> Iterator[KeyEvent]:
    own: set[str] = set()
    marks = (f"{Code.ENROLMENT_WAITING} ", f"{office} ")
    for feed in ledger.journal.feeds(ledger.office):
        for item in ledger.journal.items(feed):
            entry = item.entry
            if isinstance(entry, Admitted) and entry.office == office:
                own.add(entry.key)
                yield KeyEvent(entry.at, "admitted", key_identifier(bytes.fromhex(entry.key)), "", entry.by)
            elif isinstance(entry, Revoked) and entry.key in own:
                yield KeyEvent(entry.at, "revoked", key_identifier(bytes.fromhex(entry.key)), entry.why, entry.by)
            elif isinstance(entry, Noted):
                about, _, text = entry.text.partition(": ")
                if about.startswith(marks[0]) and text.startswith(f"{office}: "):
                    yield KeyEvent(entry.at, "refused", "", text.removeprefix(f"{office}: "), entry.by)
                elif about.startswith(marks[1]) and about.removeprefix(marks[1]) in {
                    key_identifier(bytes.fromhex(key)) for key in own
                }:
                    yield KeyEvent(entry.at, "noted", about.removeprefix(marks[1]), text, entry.by)


# A dead PC


def write_return(station: Station, office: str, folder: Path, report: ProgressReporter = silent) -> list[Path]:
    """For an office's new PC: all its entries that the centre holds, and a receipt that says so. Returns the files.

    Raises ``LedgerError``: WRONG_ROLE, KEY_UNKNOWN while no key of the new PC is in force, NOTHING_TO_SEAL when nothing of the
    office was ever imported, PIN_*, disk errors.
    """
    resync = write_resync(station, office, folder, report)
    (receipt,) = issue_receipts(station, folder, [office], report)
    return [resync.path, receipt.file.path]
