"""The data that the program ships with: the first programme, its plan word for word, and its offices. No rules, only reading.

Nothing else in the program refers to this programme: a centre may load another one, and offices get theirs from the kit.
"""

from __future__ import annotations

from importlib import resources

from storage.domain.office_file import parse_offices
from storage.domain.offices import OfficeRegister
from storage.domain.programme import Programme
from storage.domain.programme_file import parse_programme


def builtin_programme() -> Programme:
    """The plan of the first programme: 19 tasks, 76 indicators, 21 activity types."""
    return parse_programme(_read("programme.json"))


def builtin_offices() -> OfficeRegister:
    """The offices of Kon Tum as of July 2019 and what became of them in 2025; what is inferred says so."""
    return parse_offices(_read("offices.json"))


def builtin_plan() -> str:
    """The plan as issued, NFC, for showing a task beside its source."""
    return _read("plan.txt").decode("utf-8")


def _read(name: str) -> bytes:
    return (resources.files(__name__) / name).read_bytes()
