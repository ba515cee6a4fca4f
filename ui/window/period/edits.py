"""What a clerk has typed into a period's report and not yet saved; no Qt, no ledger.

A number, the number 0, "nothing to report", and no answer yet are four different things and never turn into one another.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

import msgspec

from storage.domain.folding import normalise
from storage.journal.entries import MAX_COUNT, Answer, Signature


class Choice(StrEnum):
    """The form of an answer; EMPTY is no answer."""

    EMPTY = "empty"
    NUMBER = "number"
    NONE = "none"
    YES = "yes"
    NO = "no"
    TEXT = "text"


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer as it stands in the form. ``complete`` is False for a number that cannot be read."""

    choice: Choice = Choice.EMPTY
    number: int = 0
    text: str = ""
    complete: bool = True


EMPTY = Given()
_STATES: Mapping[Choice, Literal["number", "none", "yes", "no", "text"]] = {
    Choice.NUMBER: "number",
    Choice.NONE: "none",
    Choice.YES: "yes",
    Choice.NO: "no",
    Choice.TEXT: "text",
}


class Unsaved(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is kept of unsaved work on every pause, so that a power cut loses nothing."""

    answers: dict[str, Given] = {}
    signature: Signature = Signature()


def unsaved_bytes(content: Unsaved) -> str:
    """As it is kept."""
    return msgspec.json.encode(content).decode()


def read_unsaved(text: str) -> Unsaved:
    """What was kept; nothing when it cannot be read, because a draft may never stop the work."""
    try:
        return msgspec.json.decode(text, type=Unsaved) if text else Unsaved()
    except msgspec.DecodeError:
        return Unsaved()


class Edits:
    """The answers of one period: those saved, and over them those changed since."""

    def __init__(self, saved: Mapping[str, Given], changed: Mapping[str, Given] | None = None) -> None:
        self._saved = dict(saved)
        self._changed = {item: given for item, given in (changed or {}).items() if given != self.saved(item)}

    def saved(self, item: str) -> Given:
        """The answer in the ledger."""
        return self._saved.get(item, EMPTY)

    def value(self, item: str) -> Given:
        """The answer in the form."""
        return self._changed.get(item, self.saved(item))

    def put(self, item: str, given: Given) -> bool:
        """Takes what was typed; whether it differs from what the form held before."""
        if given == self.value(item):
            return False
        if given == self.saved(item):
            self._changed.pop(item, None)
        else:
            self._changed[item] = given
        return True

    @property
    def changed(self) -> dict[str, Given]:
        """What is not saved yet."""
        return dict(self._changed)

    @property
    def unreadable(self) -> list[str]:
        """Items whose number cannot be read; they are kept in the form and not saved."""
        return sorted(item for item, given in self._changed.items() if not given.complete)

    def answers(self, period: str) -> list[Answer]:
        """What can be saved now. An answer once saved can be changed and not be taken back, so EMPTY is left out."""
        return [
            Answer(
                period=period, item=item, state=_STATES[given.choice], number=given.number, text=normalise(given.text).strip()
            )
            for item, given in sorted(self._changed.items())
            if given.complete and given.choice is not Choice.EMPTY
        ]

    def after_saving(self, saved: Mapping[str, Given], sent: Mapping[str, Given]) -> Edits:
        """The edits over a fresh reading; what was typed while ``sent`` was being saved stays."""
        still = {item: given for item, given in self._changed.items() if sent.get(item) != given}
        return Edits(saved, still)


def read_count(text: str) -> int | None:
    """A whole number as people write it (``1.200``, ``1 200``, ``1,200``); None when it is none, or too large."""
    digits = "".join(normalise(text).split())
    parts = digits.replace(",", ".").split(".")
    if len(parts) > 1 and not (0 < len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])):
        return None
    whole = "".join(parts)
    if not (whole.isascii() and whole.isdigit()) or len(whole) > len(str(MAX_COUNT)):
        return None
    return number if (number := int(whole)) <= MAX_COUNT else None
