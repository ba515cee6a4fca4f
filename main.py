"""The program's entry: makes the clock, the identifiers and the log, and hands them to the command line.

Composition only. Without a command, or with files of the program alone, the window opens; where none can be shown, a
sentence and the help page stand in for it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import io
import logging
import logging.handlers
import os
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType

from storage.domain.codes import Code
from storage.domain.identifiers import TimeOrderedIdentifiers, system_clock
from storage.folders import Folders
from storage.messages.catalogue import Catalogue
from ui.command_line.answer import Answer, write_answer
from ui.command_line.program import log_mistake, run
from ui.command_line.session import Session, Streams

LOG_NAME = "so-hoat-dong.log"
LOG_BYTES, LOGS_KEPT = 512 * 1024, 3
_log = logging.getLogger("so_hoat_dong")


def main(arguments: Sequence[str]) -> int:
    """Carries out one call; returns its exit code."""
    if arguments[:1] == ["--selftest"]:
        from ui.command_line.selftest import self_test

        return self_test(arguments[1:], sys.stdout)
    files = bundle_files(arguments)
    window = _Window(files) if can_show_windows(os.environ) else None
    session = Session(
        clock=system_clock,
        identifiers=TimeOrderedIdentifiers(system_clock),
        streams=Streams(sys.stdin, sys.stdout, sys.stderr),
        folders_of=Folders.of_user,
        open_window=window,
    )
    if files and window is not None:
        arguments = ()
    with contextlib.ExitStack() as stack:

        def ready(session: Session, command: str) -> None:
            stack.enter_context(_logging_to(session.folders))
            _log.info("command %s", command or "-")

        outcome = run(arguments, session, ready)
    return outcome or (window.outcome if window is not None else 0)


class _Window:
    """Opens the window when the command line finds no command; Qt is loaded only then."""

    def __init__(self, files: list[Path]) -> None:
        self._files = files
        self.outcome = 0

    def __call__(self, session: Session) -> None:
        from ui.window.application import run_windows

        options = session.options
        self.outcome = run_windows(
            session.folders,
            clock=session.clock,
            identifiers=session.identifiers,
            language=options.language if options.language_given else None,
            files=self._files,
        )


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
    folder = folders.data if folders.data.is_dir() else folders.markers.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        yield
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    try:
        yield
    finally:
        _log.removeHandler(handler)
        handler.close()


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
    log_mistake(error)
    write_answer(Answer(Code.UNEXPECTED), Catalogue.load("vi"), as_json=False, output=sys.stderr)


def _tell_of_mistake_in_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        _tell_of_mistake(told.exc_type, told.exc_value, told.exc_traceback)


if __name__ == "__main__":
    sys.exit(start())
