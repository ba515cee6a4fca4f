"""The program's entry: makes the clock, the identifiers and the log, and hands them to the command line.

Composition only. Without any word, or with files of the program alone, the window opens at once and the command line is not
even loaded; with options and no command it opens too. Where none can be shown, a sentence and the help page stand in for it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import io
import logging
import os
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from storage.domain.identifiers import TimeOrderedIdentifiers, system_clock
from storage.folders import Folders

if TYPE_CHECKING:
    from ui.command_line.session import Session

LOG_NAME = "so-hoat-dong.log"
LOG_BYTES, LOGS_KEPT = 512 * 1024, 3
_log = logging.getLogger("so_hoat_dong")


def main(arguments: Sequence[str]) -> int:
    """Carries out one call; returns its exit code."""
    if arguments[:1] == ["--selftest"]:
        from ui.command_line.selftest import self_test

        return self_test(arguments[1:], sys.stdout)
    files = bundle_files(arguments)
    if not can_show_windows(os.environ):
        return _command(arguments, None)
    return _command(arguments, _Window()) if arguments and not files else _window(files)


def _window(files: list[Path]) -> int:
    """The window and nothing else."""
    folders = Folders.of_user()
    with _logging_to(folders):
        try:
            outcome = _Window().open(folders, language=None, files=files)
        except Exception as error:
            return _command((), _Failed(error))
        _log.info("window closed, exit %d", outcome)
        return outcome


def _command(arguments: Sequence[str], window: _Window | _Failed | None) -> int:
    """A call by words; ``window`` is opened when there is no command among them."""
    from ui.command_line.program import run
    from ui.command_line.session import Session, Streams

    session = Session(
        clock=system_clock,
        identifiers=TimeOrderedIdentifiers(system_clock),
        streams=Streams(sys.stdin, sys.stdout, sys.stderr),
        folders_of=Folders.of_user,
        open_window=window,
    )
    with contextlib.ExitStack() as stack:

        def ready(session: Session, command: str) -> None:
            stack.enter_context(_logging_to(session.folders))
            _log.info("command %s", command or "-")

        outcome = run(arguments, session, ready)
    return outcome or (window.outcome if window is not None else 0)


class _Window:
    """Opens the window; Qt is loaded only then."""

    outcome = 0

    def __call__(self, session: Session) -> None:
        """As the command line asks for it."""
        options = session.options
        self.outcome = self.open(session.folders, language=options.language if options.language_given else None, files=[])

    def open(self, folders: Folders, *, language: Literal["vi", "en"] | None, files: list[Path]) -> int:
        """Returns when the window is closed."""
        gc.disable()  # while the libraries load there is nothing to collect; from then on ``ui.window.collecting`` sees to it
        from ui.window.application import run_windows

        return run_windows(
            folders,
            clock=system_clock,
            identifiers=TimeOrderedIdentifiers(system_clock),
            language=language,
            files=files,
        )


class _Failed:
    """Stands for a window that did not open: the command line knows how to tell why."""

    outcome = 1

    def __init__(self, error: Exception) -> None:
        self._error = error

    def __call__(self, _: Session) -> None:
        raise self._error


def bundle_files(arguments: Sequence[str]) -> list[Path]:
    """The files with which the program was started by a double click; empty when there is anything else among the words."""
    paths = [Path(word) for word in arguments]
    only_files = all(path.suffix.lower() == ".shd" and path.is_file() for path in paths)
    return [path.absolute() for path in paths] if only_files else []


def can_show_windows(surroundings: Mapping[str, str]) -> bool:
    """Always on Windows and macOS; elsewhere when X or Wayland announces a display."""
    return sys.platform in ("win32", "darwin") or bool(surroundings.get("DISPLAY") or surroundings.get("WAYLAND_DISPLAY"))


@contextlib.contextmanager
def _logging_to(folders: Folders) -> Iterator[None]:
    """The rotating log: codes and places in the source, never content. Before there is a profile it lies beside the markers."""
    handler = _Log(folders.data if folders.data.is_dir() else folders.markers.parent)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    try:
        yield
    finally:
        _log.removeHandler(handler)
        handler.close()


class _Log(logging.Handler):
    """A file that is made with its first line: turning logs over is no part of opening a window. No folder, no log."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._target: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._target = self._target or self._make()
            self._target.handle(record)
        except OSError:
            _log.removeHandler(self)

    def _make(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        self._folder.mkdir(parents=True, exist_ok=True)
        target = RotatingFileHandler(
            self._folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8", delay=True
        )
        target.setFormatter(self.formatter)
        return target

    def close(self) -> None:
        if self._target is not None:
            self._target.close()
        super().close()


def start() -> int:
    """Sets up the process, then carries out the call on its command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.stderr is not None:  # a windowed program has none
        faulthandler.enable()
    sys.excepthook = _tell_of_mistake
    threading.excepthook = _tell_of_mistake_in_thread
    return main(sys.argv[1:])


def _tell_of_mistake(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    from storage.domain.codes import Code
    from storage.messages.catalogue import Catalogue
    from ui.command_line.answer import Answer, write_answer
    from ui.command_line.program import log_mistake

    log_mistake(error)
    write_answer(Answer(Code.UNEXPECTED), Catalogue.load("vi"), as_json=False, output=sys.stderr)


def _tell_of_mistake_in_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        _tell_of_mistake(told.exc_type, told.exc_value, told.exc_traceback)


if __name__ == "__main__":
    sys.exit(start())
