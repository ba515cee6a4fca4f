"""The sentence and the next step for every outcome, in the reader's language, with figures and dates written its way.

Used by the command line and by the windows. No decision is taken here and nothing is worded in code: all words stand in
``vi.toml`` and ``en.toml``. Nothing here may fail because of what it is given: a person who meets a problem must still be told.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # a catalogue is there before the window is, its words when the first of them is wanted
    from decimal import Decimal

    from storage.domain.codes import Code
    from storage.domain.errors import Parameter
    from storage.domain.progress import Stage
    from storage.messages.tables import Message, Tables

Language = Literal["vi", "en"]

ABSENT = "…"
"""Stands where a sentence has a place for something that was not given."""

LONGEST = 300
"""Characters of one inserted value; longer ones lose their middle."""

PLACEHOLDER = re.compile(r"\{([a-z][a-z_]*)(?::(date|size|word))?\}")
"""``{name}``, or ``{name:kind}`` where the kind says how the value is written."""

SYNONYMS: Mapping[str, str] = MappingProxyType({"path": "file", "file": "path"})
"""A file is given by its path or by its name alone; a place for one takes the other as well."""

_LIMIT = "limit_"
_SWAPPED = str.maketrans(",.", ".,")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_UNITS = ("B", "KB", "MB", "GB")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class Catalogue:
    """The words of one language. ``load`` is the way to one."""

    def __init__(self, language: Language, tables: Tables | None = None) -> None:
        """Without ``tables`` the shipped ones, read when the first word is wanted."""
        self._language = language
        if tables is not None:
            self.__dict__["_tables"] = tables

    @property
    def language(self) -> Language:
        """Which language these words are in."""
        return self._language

    @classmethod
    def load(cls, language: Language) -> Catalogue:
        """The words that are shipped with the program."""
        return cls(language)

    @cached_property
    def _tables(self) -> Tables:
        from storage.messages.tables import read_tables

        return read_tables(self._language)

    @property
    def messages(self) -> Mapping[Code, Message]:
        """Sentence and next step of each code."""
        return self._tables.messages

    @property
    def stages(self) -> Mapping[Stage, str]:
        """What a job is doing, in words."""
        return self._tables.stages

    @property
    def words(self) -> Mapping[str, str]:
        """Labels and states by their keys."""
        return self._tables.words

    @property
    def limits(self) -> tuple[str, ...]:
        """What the program does not protect against, a sentence each: the words ``limit_1`` and so on."""
        numbers = sorted(int(key.removeprefix(_LIMIT)) for key in self.words if key.startswith(_LIMIT))
        return tuple(self.words[f"{_LIMIT}{number}"] for number in numbers)

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
        written = f"{value:,}" if isinstance(value, int) else f"{value:,f}"
        return written.translate(_SWAPPED) if self.language == "vi" else written

    def size(self, octets: int) -> str:
        """Such as ``13,7 MB``: units of 1,024 with one decimal at most, as file managers show them."""
        from decimal import Decimal

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
    import unicodedata

    if len(text) > LONGEST:
        half = LONGEST // 2
        text = f"{text[: half - 1]}…{text[-half:]}"
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) in _UNSEEN else character for character in text
    )
