"""Everything that the page of hearing back does: taking in files of the centre, and answering its remarks one by one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.errors import LedgerError
from storage.domain.progress import ProgressReporter
from storage.journal.entries import Noted
from ui.window.operations.period import rotate_quietly
from ui.window.receive.view import ANSWERED, ReceiptView, ToDo, Told, read_receipt, with_answered
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.exchange.station import Station

MAX_NOTE = 500


def show_receipt(*, language: str) -> Job:
    """Reads the newest receipt."""

    def job(station: Station, _report: ProgressReporter) -> ReceiptView:
        return read_receipt(station, language)

    return job


def keys_are_wanted(*, files: Sequence[Path]) -> Job:
    """Answers whether any of the files is encrypted; a kit is not, and is taken in without the PIN."""

    def job(_station: Station, _report: ProgressReporter) -> bool:
        from export.bundle.file_kind import FileKind, recognise

        def encrypted(path: Path) -> bool:
            try:
                return recognise(path) is FileKind.ENCRYPTED
            except LedgerError:
                return False  # taking it in says what is wrong with it

        return any(encrypted(path) for path in files)

    return job


def receive_files(*, files: Sequence[Path]) -> Job:
    """Takes in the files one after the other; one that is refused stops no other. Returns a list of ``Told``."""

    def job(station: Station, report: ProgressReporter) -> list[Told]:
        from export.exchange.receiving import receive

        told = []
        for path in files:
            try:
                received = receive(station, path, report)
            except LedgerError as error:
                told.append(Told(path, error.code, {"file": path.name, **error.parameters}))
            else:
                parameters = {"file": path.name, **received.parameters}
                told.append(Told(path, received.code, parameters, received.remarks))
        rotate_quietly(station.ledger)
        return told

    return job


def answer_remark(*, remark: ToDo, text: str, by: str = "") -> Job:
    """Ticks a remark; words to the centre, when given, go into the journal and travel with the next bundle."""

    def job(station: Station, _report: ProgressReporter) -> None:
        ledger = station.ledger
        with ledger.write():
            if text:
                about = remark.uid or remark.item
                said = f"{remark.period}{f' {about}' if about else ''}: {text}"[:MAX_NOTE]
                ledger.append_within(Noted(text=said, at=ledger.now(), by=by))
            ledger.set_within(ANSWERED, with_answered(ledger.setting(ANSWERED), [remark.key]))

    return job
