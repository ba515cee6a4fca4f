"""Everything that the page of enrolment does: requests, keys of offices, kits, and the keys of the centre."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.codes import Code
from storage.domain.progress import ProgressReporter
from ui.window.enrolment.view import DeskView, OpenedRequest, open_waiting, read_desk
from ui.window.operations.period import rotate_quietly
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.exchange.enrolment import Approval
    from export.exchange.enrolment_desk import KeyEvent, TakenRequest
    from export.exchange.recovery import Recovered
    from export.exchange.rotation import Renewed
    from export.exchange.station import Station


@dataclass(frozen=True, slots=True)
class IssuedKit:
    """A kit that was written, read back and compared; ``renewed`` when keys were renewed before."""

    no: int
    path: Path
    renewed: Renewed | None = None


@dataclass(frozen=True, slots=True)
class RenewalChoice:
    """What somebody chose in the dialog; ``roles`` by the names of the list of keys."""

    roles: frozenset[str]
    why: str
    stolen: bool
    replaced: tuple[int, ...]
    present: tuple[Path, ...]
    new: tuple[Path, ...]
    pin: str
    folder: Path


@dataclass(frozen=True, slots=True)
class LossChoice:
    """What somebody gave to make a centre's keys again: the sticks, their PIN, the PIN of this PC from now on."""

    sticks: tuple[Path, ...]
    sticks_pin: str
    pin: str
    why: str
    stolen: bool
    kit: Path | None = None


def show_desk(*, language: str) -> Job:
    """Reads what the page shows."""

    def job(station: Station, _report: ProgressReporter) -> DeskView:
        return read_desk(station, language)

    return job


# Requests


def take_requests(*, paths: Sequence[Path]) -> Job:
    """Opens files and folders and keeps the requests among them; in folders other files of ours are passed over."""

    def job(station: Station, report: ProgressReporter) -> list[TakenRequest]:
        from export.exchange.enrolment_desk import take_requests as take
        from export.exchange.importing import find_bundles

        taken = take(station, find_bundles(paths), report)
        return [one for one in taken if one.code is not Code.BUNDLE_WRONG_KIND or one.path in paths]

    return job


def open_request(*, path: Path) -> Job:
    """Opens a request for the telephone check; the keys must be open."""

    def job(station: Station, _report: ProgressReporter) -> OpenedRequest:
        return open_waiting(station, path)

    return job


def admit(*, path: Path, typed: str, replaces: str, note: str, by: str = "") -> Job:
    """Admits the key of a request; ``replaces`` is the reason why earlier keys end, empty when they stay."""

    def job(station: Station, _report: ProgressReporter) -> Approval:
        from export.exchange import enrolment_desk

        done = enrolment_desk.admit(station, path, typed, replaces=replaces, note=note, by=by)
        rotate_quietly(station.ledger)
        return done

    return job


def refuse(*, path: Path, why: str, by: str = "") -> Job:
    """Puts a request aside with a reason."""

    def job(station: Station, _report: ProgressReporter) -> None:
        from export.exchange import enrolment_desk

        enrolment_desk.refuse(station, path, why=why, by=by)

    return job


# Offices and their keys


def end_key(*, public: bytes, why: str, by: str = "") -> Job:
    """Ends a key: what comes above the last entry that is here without a gap counts no more."""

    def job(station: Station, _report: ProgressReporter) -> None:
        from export.exchange.enrolment import revoke

        revoke(station, public, why=why, by=by)
        rotate_quietly(station.ledger)

    return job


def read_history(*, office: str) -> Job:
    """What the journal says of an office's requests and keys."""

    def job(station: Station, _report: ProgressReporter) -> list[KeyEvent]:
        from export.exchange.enrolment_desk import key_history

        return key_history(station.ledger, office)

    return job


def write_return(*, office: str, folder: Path) -> Job:
    """Writes what an office's new PC needs to go on; the keys must be open. Returns the files."""

    def job(station: Station, report: ProgressReporter) -> list[Path]:
        from export.exchange import enrolment_desk

        return enrolment_desk.write_return(station, office, folder, report)

    return job


# Kits and the centre's keys


def issue_kit(*, folder: Path, sticks: Sequence[Path], pin: str) -> Job:
    """Issues the next kit into a folder; ``sticks`` sign when the kit keys do not lie on this PC."""

    def job(station: Station, report: ProgressReporter) -> IssuedKit:
        from export.exchange.kits import issue_kit as issue
        from export.exchange.sticks import read_authority

        more = read_authority(sticks, pin, station.ledger.clock)
        sealed = issue(station, folder, more_keys=more, report=report)
        rotate_quietly(station.ledger)
        return IssuedKit(station.kit_number, sealed.path)

    return job


def copy_kit(*, folder: Path) -> Job:
    """Writes the newest kit again, as it was issued, and compares it on the medium."""

    def job(station: Station, _report: ProgressReporter) -> IssuedKit:
        from export.bundle.sealed_file import compare_with_medium
        from export.exchange.custody import file_digest
        from export.exchange.kits import issued_kit
        from storage.atomic_file import write_atomically

        kept = issued_kit(station, station.kit_number)
        digest, target = file_digest(kept), folder / kept.name
        write_atomically(target, kept.read_bytes())
        compare_with_medium(target, size=kept.stat().st_size, sha256=digest)
        return IssuedKit(station.kit_number, target)

    return job


def renew_keys(*, choice: RenewalChoice, by: str = "") -> Job:
    """Renews keys of the centre and issues the kit that tells the offices; the keys must be open."""

    def job(station: Station, report: ProgressReporter) -> IssuedKit:
        from export.exchange.kits import issue_kit as issue
        from export.exchange.rotation import Renewal, Sticks, renew
        from export.exchange.sticks import read_authority
        from export.trust.trust_payload import RoleName

        roles = frozenset(map(RoleName, choice.roles))
        renewal = Renewal(roles, choice.why, stolen=choice.stolen, replaced=choice.replaced, by=by)
        done = renew(station, renewal, sticks=Sticks(choice.present, choice.new, choice.pin), report=report)
        more = read_authority((*choice.present, *choice.new), choice.pin, station.ledger.clock)
        sealed = issue(station, choice.folder, more_keys=more, report=report)
        rotate_quietly(station.ledger)
        return IssuedKit(station.kit_number, sealed.path, done)

    return job


def make_keys_again(*, choice: LossChoice, by: str = "") -> Job:
    """Makes the key store of a centre that has lost it; answers ``Recovered``. Raises as ``recover_keys``."""

    def job(station: Station, report: ProgressReporter) -> Recovered:
        from export.exchange.recovery import KeysLost, recover_keys

        lost = KeysLost(choice.sticks, choice.sticks_pin, choice.pin, choice.why, stolen=choice.stolen, kit=choice.kit, by=by)
        done = recover_keys(station, lost, report=report)
        rotate_quietly(station.ledger)
        return done

    return job
