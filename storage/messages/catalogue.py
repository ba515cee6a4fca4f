"""The sentence and the next step for every outcome, in the reader's language, with figures and dates written its way.

Used by the command line and by the windows. No decision is taken here and nothing is worded in code: all words stand in
``vi.toml`` and ``en.toml``. Nothing here may fail because of what it is given: a person who meets a problem must still be told.
"""

from __future__ import annotations

import datetime
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

import msgspec

from storage.domain.codes import Code
from storage.domain.errors import Parameter
from storage.domain.progress import Stage

Language = Literal["vi", "en"]

ABSENT = "…"
"""Stands where a sentence has a place for something that was not given."""

LONGEST = 300
"""Characters of one inserted value; longer ones lose their middle."""

PLACEHOLDER = re.compile(r"\{([a-z][a-z_]*)(?::(date|size|word))?\}")
"""``{name}``, or ``{name:kind}`` where the kind says how the value is written."""

SYNONYMS: Mapping[str, str] = MappingProxyType({"path": "file", "file": "path"})
"""A file is given by its path or by its name alone; a place for one takes the other as well."""

_SWAPPED = str.maketrans(",.", ".,")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_UNITS = ("B", "KB", "MB", "GB")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What happened (``text``) and what to do now (``next``; empty only where nothing need be done)."""

    text: str
    next: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language. ``load`` is the way to one."""

    language: Language
    messages: Mapping[Code, Message]
    stages: Mapping[Stage, str]
    words: Mapping[str, str]

    @classmethod
    def load(cls, language: Language) -> Catalogue:
        """Read the table that is shipped with the program; ``msgspec.ValidationError`` if it is not in the form of a table."""
        table = tomllib.loads(files("storage.messages").joinpath(f"{language}.toml").read_text(encoding="utf-8"))
        stages, words = table.pop("stage"), table.pop("word")
        return cls(
            language=language,
            messages=MappingProxyType(msgspec.convert(table, dict[Code, Message])),
            stages=MappingProxyType(msgspec.convert(stages, dict[Stage, str])),
            words=MappingProxyType(msgspec.convert(words, dict[str, str])),
        )

    def sentence(self, code: Code, parameters: Mapping[str, Parameter] | None = None) -> str:
        """What happened. Places that ``parameters`` leaves open show ``ABSENT``; parameters without a place are not shown."""
        message = self.messages.get(code)
        return self._filled(message.text if message else code.value, parameters or {})

    def next_step(self, code: Code, parameters: Mapping[str, Parameter] | None = None) -> str:
        """What to do now; empty when there is nothing to do."""
        message = self.messages.get(code)
        return self._filled(message.next if message else "", parameters or {})

    def stage(self, stage: Stage) -> str:
        """What a job is doing."""
        return self.stages.get(stage, stage.value)

    def word(self, key: str) -> str:
        """A label or a state. Small and capital letters are the same, so that members of the domain's enumerations are keys."""
        return self.words.get(key.lower()) or _plain(key)

    def number(self, value: int | Decimal) -> str:
        """1.234,5 in Vietnamese, 1,234.5 in English; as many decimals as the value carries."""
        written = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
        return written.translate(_SWAPPED) if self.language == "vi" else written

    def size(self, octets: int) -> str:
        """Such as ``13,7 MB``: units of 1,024 with one decimal at most, as file managers show them."""
        amount, unit = Decimal(octets), 0
        while unit + 1 < len(_UNITS) and round(amount, 1) >= 1024:
            amount, unit = amount / 1024, unit + 1
        tenths = round(amount, 1)
        return f"{self.number(int(tenths) if tenths == int(tenths) else tenths)} {_UNITS[unit]}"

    def date(self, text: str) -> str:
        """``2020-06-19`` as 19/06/2020, in both languages; what is no such day is shown as it is."""
        if not _ISO_DATE.match(text):
            return _plain(text)
        try:
            return datetime.date.fromisoformat(text).strftime("%d/%m/") + text[:4]
        except ValueError:
            return _plain(text)

    def _filled(self, template: str, parameters: Mapping[str, Parameter]) -> str:
        """One pass: braces within a value stay as they are."""
        return PLACEHOLDER.sub(lambda place: self._value(place[1], place[2], parameters), template)

    def _value(self, name: str, kind: str | None, parameters: Mapping[str, Parameter]) -> str:
        value = parameters.get(name, parameters.get(SYNONYMS.get(name, name)))
        if value is None or value == "":
            return ABSENT
        if isinstance(value, int):
            return self.size(value) if kind == "size" else self.number(value)
        text = str(value)  # a caller that breaks the type, with a Path perhaps, still gets its sentence
        if kind == "date":
            return self.date(text)
        return self.word(text) if kind == "word" else _plain(text)


def _plain(text: str) -> str:
    """One line without characters that steer a terminal or turn the direction of writing, and not endless."""
    if len(text) > LONGEST:
        half = LONGEST // 2
        text = f"{text[: half - 1]}…{text[-half:]}"
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) in _UNSEEN else character for character in text
    )
