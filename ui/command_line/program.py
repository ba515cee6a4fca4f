"""The program's commands under one name, loaded when they are called, and the one place where a call ends.

``run`` turns whatever a command meets into an answer and an exit code. What a command does stands in its own module.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise, takewhile
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import click
from click.core import ParameterSource

from storage.domain.codes import Code
from storage.domain.errors import LedgerError, OperationCancelled
from ui.command_line.answer import Answer, of_error, of_system_error, write_answer
from ui.command_line.house import PATH, HouseCommand, HouseContext, HouseOption, words_of, write_purpose
from ui.command_line.progress import stoppable
from ui.command_line.session import Session

_log = logging.getLogger("so_hoat_dong")


def _setup() -> ModuleType:
    from ui.command_line import setup

    return setup


def _plan() -> ModuleType:
    from ui.command_line import plan

    return plan


def _rotation() -> ModuleType:
    from ui.command_line import rotation

    return rotation


def _recording() -> ModuleType:
    from ui.command_line import recording

    return recording


def _periods() -> ModuleType:
    from ui.command_line import periods

    return periods


def _handing_over() -> ModuleType:
    from ui.command_line import handing_over

    return handing_over


def _checking() -> ModuleType:
    from ui.command_line import checking

    return checking


def _centre() -> ModuleType:
    from ui.command_line import centre

    return centre


def _documents() -> ModuleType:
    from ui.command_line import documents

    return documents


def _care() -> ModuleType:
    from ui.command_line import care

    return care


def _updating() -> ModuleType:
    from ui.command_line import updating

    return updating


HOMES: Mapping[str, Callable[[], ModuleType]] = {
    "setup": _setup,
    "kit": _setup,
    "enrol": _setup,
    "approve": _setup,
    "revoke": _setup,
    "rotate": _rotation,
    "plan": _plan,
    "pin": _setup,
    "recovery": _setup,
    "record": _recording,
    "withdraw": _recording,
    "activities": _recording,
    "template": _recording,
    "erase": _recording,
    "close": _periods,
    "reopen": _periods,
    "review": _periods,
    "consolidate": _periods,
    "status": _periods,
    "seal": _handing_over,
    "custody": _handing_over,
    "receive": _handing_over,
    "verify": _checking,
    "inspect": _checking,
    "audit": _checking,
    "import": _centre,
    "undo": _centre,
    "quarantine": _centre,
    "receipts": _centre,
    "resync": _centre,
    "remind": _documents,
    "report": _documents,
    "demo": _documents,
    "backup": _care,
    "restore": _care,
    "fsck": _care,
    "bench": _care,
    "limits": _care,
    "update": _updating,
}
"""Every command in the order of the help page, with the module that holds it."""


class Program(click.Group):
    """Finds commands in their modules only when they are called: a help page loads none of them."""

    context_class = HouseContext

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        home = HOMES.get(cmd_name)
        if home is None:
            return None
        found = next(item for item in vars(home()).values() if isinstance(item, HouseCommand) and item.name == cmd_name)
        assert isinstance(found, click.Command)  # noqa: S101 - narrows for the reader
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = words_of(ctx)
        with formatter.section("Commands"):
            formatter.write_dl([(name, words.word(f"help_{name.replace('-', '_')}")) for name in HOMES])

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_purpose(formatter, words_of(ctx).word("help_program"))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = words_of(ctx).word("option_help")
        return option


def _set_language(context: click.Context, _parameter: click.Parameter, value: Literal["vi", "en"]) -> None:
    options = _session(context).options
    options.language = value
    options.language_given = context.get_parameter_source("lang") is ParameterSource.COMMANDLINE


def _set_json(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    _session(context).options.json = value


def _session(context: click.Context) -> Session:
    session = context.find_object(Session)
    assert session is not None  # noqa: S101 - run() hands one over
    return session


def make_program(ready: Callable[[Session, str], None]) -> Program:
    """The commands; ``ready`` is called with the command's name once the options before it are known."""

    def begin(data: Path | None, pin_file: Path | None, by: str) -> Answer | None:
        context = click.get_current_context()
        session = _session(context)
        session.options.data, session.options.pin_file, session.options.by = data, pin_file, by
        ready(session, context.invoked_subcommand or "")
        if context.invoked_subcommand is None:
            if session.open_window is not None and not session.options.json:
                session.open_window(session)
                return None
            return Answer(Code.WINDOW_ABSENT, lines=context.get_help().splitlines())
        return None

    # Language and form come first, so that a mistake in the rest is told in them.
    options: list[click.Parameter] = [
        HouseOption(
            ["--lang"],
            type=click.Choice(["vi", "en"]),
            default="vi",
            is_eager=True,
            expose_value=False,
            callback=_set_language,
            help="option_lang",
        ),
        HouseOption(["--json"], is_flag=True, is_eager=True, expose_value=False, callback=_set_json, help="option_json"),
        HouseOption(["--data"], type=PATH, help="option_data"),
        HouseOption(["--pin-file"], type=PATH, help="option_pin_file"),
        HouseOption(["--by"], default="", help="option_by"),
    ]
    return Program(name="main.py", params=options, callback=begin, invoke_without_command=True)


def run(arguments: Sequence[str], session: Session, ready: Callable[[Session, str], None]) -> int:
    """Carries out one call and answers its exit code."""
    program = make_program(ready)
    with stoppable(session.stop):
        answer = _answer(program, arguments, session)
    session.report.clear()
    if answer is None:
        return 0
    _log.info("outcome %s, exit %d", answer.code, answer.exit)
    write_answer(answer, session.words, as_json=session.options.json, output=session.streams.output, notices=session.notices)
    return int(answer.exit)


def _answer(program: Program, arguments: Sequence[str], session: Session) -> Answer | None:
    """None after a help page, which has been written already."""
    try:
        result: Any = program.main(list(arguments), prog_name="main.py", standalone_mode=False, obj=session)
    except click.UsageError as error:
        _read_form(arguments, session)
        return _wrong_use(error)
    except (OperationCancelled, click.Abort, KeyboardInterrupt):
        return Answer(Code.CANCELLED)
    except LedgerError as error:
        _log.info("refused: %s", error.code)
        return of_error(error)
    except OSError as error:
        known = of_system_error(error)
        return known or _unexpected(error)
    except Exception as error:
        return _unexpected(error)
    return result if isinstance(result, Answer) else None


def _read_form(arguments: Sequence[str], session: Session) -> None:
    """Language and form of the answer to a call that could not be parsed, as far as they can be told."""
    before = list(takewhile(lambda word: word not in HOMES, arguments))
    session.options.json = session.options.json or "--json" in before
    if any(pair == ("--lang", "en") for pair in pairwise(before)) or "--lang=en" in before:
        session.options.language = "en"


def _wrong_use(error: click.UsageError) -> Answer:
    lines = [error.format_message()]
    if error.ctx is not None:
        lines += error.ctx.get_usage().splitlines()
    return Answer(Code.WRONG_USE, data={"detail": error.format_message()}, lines=lines)


def _unexpected(error: Exception) -> Answer:
    log_mistake(error)
    return Answer(Code.UNEXPECTED)


def log_mistake(error: BaseException) -> None:
    """Logs where a mistake of the program happened; its text may hold what a clerk typed, so it stays out."""
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    _log.error("%s at %s", type(error).__name__, " < ".join(reversed(places)))
