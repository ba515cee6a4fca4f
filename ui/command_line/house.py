"""Commands and options whose help stands in the message tables, so that ``--help`` speaks the chosen language.

``help=`` holds a key of the word table everywhere in this room, never a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from storage.messages.catalogue import Catalogue
from ui.command_line.answer import Answer
from ui.command_line.session import Session

Handler = TypeVar("Handler", bound=Callable[..., Any])

PATH = click.Path(path_type=Path)
_HEADINGS = {"Options": "options", "Commands": "commands"}


def words_of(context: click.Context) -> Catalogue:
    """The words in which a context's help is written."""
    session = context.find_object(Session)
    assert session is not None  # noqa: S101 - main hands one over
    return session.words


class HouseFormatter(click.HelpFormatter):
    """Writes the fixed words of a help page in the chosen language."""

    def __init__(self, words: Catalogue, **sizes: Any) -> None:
        super().__init__(**sizes)
        self._words = words

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, f"{self._words.word('usage')}: " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        key = _HEADINGS.get(heading)
        super().write_heading(self._words.word(key) if key else heading)


class HouseContext(click.Context):
    """Makes formatters of the house."""

    def make_formatter(self) -> click.HelpFormatter:
        return HouseFormatter(words_of(self), width=self.terminal_width, max_width=self.max_content_width)


def write_purpose(formatter: click.HelpFormatter, text: str) -> None:
    """What a command is for, below its usage."""
    formatter.write_paragraph()
    with formatter.indentation():
        write = formatter.write_text  # to a page in memory, not to a file
        write(text)


class HouseOption(click.Option):
    """An option whose ``help`` is a key."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        return None if record is None else (record[0], words_of(ctx).word(self.help or ""))


class HouseCommand(click.Command):
    """A command whose ``help`` is a key."""

    context_class = HouseContext

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_purpose(formatter, words_of(ctx).word(self.help or ""))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = words_of(ctx).word("option_help")
        return option


def command(name: str) -> Callable[[Callable[..., Answer]], click.Command]:
    """Declares the command ``name``; its help stands in the word table under ``help_name``."""
    return click.command(name, cls=HouseCommand, help=f"help_{name.replace('-', '_')}")


option = partial(click.option, cls=HouseOption)
argument = click.argument
pass_session = click.make_pass_decorator(Session)
