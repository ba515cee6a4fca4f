"""What one call of the program was given: options, clock, identifiers, streams; and what every command opens through it.

Nothing is opened before a command asks for it. No command's own logic belongs here.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

import click

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.identifiers import Clock, Identifiers
from storage.messages.catalogue import Catalogue
from ui.command_line.progress import JobProgress, StopRequest, interruptible

if TYPE_CHECKING:  # the exchange and its cryptography are loaded by the commands that need them
    from export.exchange.station import Station
    from storage.folders import Folders
    from storage.ledger import Ledger

MAX_PIN_FILE = 4096
_log = logging.getLogger("so_hoat_dong")


@dataclass(frozen=True, slots=True)
class Streams:
    """The console, as far as there is one: a windowed program has none of the three."""

    input: TextIO | None
    output: TextIO | None
    errors: TextIO | None


@dataclass(slots=True, eq=False)
class Options:
    """What stands before the command."""

    language: Literal["vi", "en"] = "vi"
    language_given: bool = False
    json: bool = False
    data: Path | None = None
    pin_file: Path | None = None
    by: str = ""


@dataclass(eq=False)
class Session:
    """Made once by ``main``; handed to every command."""

    clock: Clock
    identifiers: Identifiers
    streams: Streams
    folders_of: Callable[[Path | None], Folders]
    open_window: Callable[[Session], None] | None = None
    """What is done without a command; None where no window can be shown."""
    options: Options = field(default_factory=Options)
    stop: StopRequest = field(default_factory=StopRequest)
    notices: list[Code] = field(default_factory=list)
    pin_is_empty: bool = False

    @property
    def words(self) -> Catalogue:
        """The words of the language that was chosen."""
        return self._vietnamese if self.options.language == "vi" else self._english

    @cached_property
    def _vietnamese(self) -> Catalogue:
        return Catalogue.load("vi")

    @cached_property
    def _english(self) -> Catalogue:
        return Catalogue.load("en")

    @cached_property
    def folders(self) -> Folders:
        """Where the profile lies."""
        return self.folders_of(self.options.data)

    @cached_property
    def report(self) -> JobProgress:
        """The reporter of this call; a line of progress is shown to a person at a terminal only."""
        errors = self.streams.errors
        shown = errors is not None and not self.options.json and errors.isatty()
        return JobProgress(self.stop, self.words, errors if shown else None)

    # The station and its PIN

    @contextmanager
    def station(self, *, keys: bool = False) -> Iterator[Station]:
        """The station of the profile; with ``keys`` the PIN is found out first. Raises as ``Station.open`` and PIN_*."""
        from export.exchange.station import Station

        self.stop.check()
        self._require_ledger()
        pin = self._pin_of_store() if keys else None
        with Station.open(self.folders, clock=self.clock, identifiers=self.identifiers, pin=pin) as station:
            self._notice(station.ledger)
            yield station

    def _require_ledger(self) -> None:
        if not self.folders.database.exists():
            raise LedgerError(Code.LEDGER_MISSING, path=str(self.folders.database))

    def _notice(self, ledger: Ledger) -> None:
        from storage.marker import Continuity

        told = {Continuity.RESTORED: Code.LEDGER_RESTORED, Continuity.COPIED: Code.LEDGER_COPIED}.get(ledger.continuity)
        if told is not None:
            self.notices.append(told)

    def _pin_of_store(self) -> str:
        from export.trust.key_store import KeyStore

        store = self.folders.keys
        if self.options.pin_file is None and store.exists() and not KeyStore.open(store, now=self.clock).needs_pin:
            return ""
        return self.pin()

    def pin(self, *, word: str = "pin", confirm: bool = False) -> str:
        """The PIN: the first line of the PIN file, else typed unseen at a terminal, else none."""
        if self.options.pin_file is not None:
            found = read_first_line(self.options.pin_file)
        elif self.streams.input is not None and self.streams.input.isatty():
            found = self.ask_pin(word, confirm=confirm)
        else:
            found = ""
        self.pin_is_empty = not found
        return found

    def ask_pin(self, word: str, *, confirm: bool) -> str:
        """Asks at the terminal; what is typed is not shown."""
        with interruptible():
            again = self.words.word("pin_again") if confirm else False
            answer = click.prompt(
                self.words.word(word), default="", hide_input=True, show_default=False, confirmation_prompt=again, err=True
            )
        return str(answer).strip()

    # After a job

    def rotate_backups(self, ledger: Ledger) -> None:
        """A rotating copy when one is due; that it failed is logged and never fails the command."""
        from storage.backup import rotate_backups

        try:
            rotate_backups(ledger)
        except LedgerError as error:
            _log.warning("rotating backup: %s", error.code)
        except OSError as error:
            _log.warning("rotating backup: %s", type(error).__name__)


def read_file(path: Path, *, limit: int = 512 << 20) -> bytes:
    """Raises ``LedgerError``: FILE_NOT_FOUND, FILE_UNREADABLE, FILE_TOO_LARGE."""
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except FileNotFoundError as error:
        raise LedgerError(Code.FILE_NOT_FOUND, path=str(path)) from error
    except OSError as error:
        raise LedgerError(Code.FILE_UNREADABLE, detail=type(error).__name__, path=str(path)) from error
    if len(content) > limit:
        raise LedgerError(Code.FILE_TOO_LARGE, path=str(path))
    return content


def read_first_line(path: Path) -> str:
    """The first line without surrounding blanks. Raises as ``read_file``, and FILE_UNREADABLE for what is not UTF-8."""
    try:
        text = read_file(path, limit=MAX_PIN_FILE).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LedgerError(Code.FILE_UNREADABLE, detail="not UTF-8", path=str(path)) from error
    return text.splitlines()[0].strip() if text.strip() else ""
