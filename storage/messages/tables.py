"""The word tables as they are shipped, ``vi.toml`` and ``en.toml``, read strictly.

Apart from ``catalogue`` so that the readers of TOML and of types are loaded when the first sentence is wanted: a window
opens without one. Nothing is filled in here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

import msgspec

from storage.domain.codes import Code
from storage.domain.progress import Stage


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What happened (``text``) and what to do now (``next``; empty only where nothing need be done)."""

    text: str
    next: str


class Tables(NamedTuple):
    """The words of one language."""

    messages: Mapping[Code, Message]
    stages: Mapping[Stage, str]
    words: Mapping[str, str]


def read_tables(language: Literal["vi", "en"]) -> Tables:
    """The shipped tables; ``msgspec.ValidationError`` if a file is not in the form of a table."""
    table = tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text(encoding="utf-8"))
    stages, words = table.pop("stage"), table.pop("word")
    return Tables(
        messages=MappingProxyType(msgspec.convert(table, dict[Code, Message])),
        stages=MappingProxyType(msgspec.convert(stages, dict[Stage, str])),
        words=MappingProxyType(msgspec.convert(words, dict[str, str])),
    )
