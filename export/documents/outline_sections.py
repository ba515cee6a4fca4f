"""The programme's outline as the sections of a report: headings and their order come from it, the content from a filler.

The outline's own numbers are not printed: the renderers number by place, as the decree asks. Nothing is read from a ledger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from export.documents.report_model import Section, SectionLevel
from storage.domain import programme
from storage.domain.programme import SectionKind

_ANNEX_WORD = re.compile(r"^\s*(?:Phụ lục|Annex)\s*[:.–-]\s*", re.IGNORECASE)


class OutlineFiller(Protocol):
    """Knows what stands in the sections."""

    def narrative(self, section: programme.Section) -> tuple[str, ...]:
        """The paragraphs of a section that is written in words; never empty."""

    def tasks(self) -> list[tuple[str, tuple[str, ...]]]:
        """Heading and paragraphs of each part of the section of results."""


def outline_document(outline: Sequence[programme.Section], filler: OutlineFiller) -> tuple[Section, ...]:
    """The sections of the text; annexes stand behind it and are left out here."""
    return _sections(outline, filler, SectionLevel.HEADING)


def annex_sections(outline: Sequence[programme.Section]) -> tuple[str, ...]:
    """The titles of the annexes that the outline asks for, without the word that the renderers put before them."""
    return tuple(_ANNEX_WORD.sub("", section.title_vi) for section in outline if section.kind is SectionKind.ANNEX)


def _sections(outline: Sequence[programme.Section], filler: OutlineFiller, level: SectionLevel) -> tuple[Section, ...]:
    return tuple(_section(section, filler, level) for section in outline if section.kind is not SectionKind.ANNEX)


def _section(section: programme.Section, filler: OutlineFiller, level: SectionLevel) -> Section:
    paragraphs = filler.narrative(section) if section.kind is SectionKind.NARRATIVE else ()
    parts = filler.tasks() if section.kind is SectionKind.TASKS else []
    if level is SectionLevel.POINT:  # nothing is numbered below a point
        lines = [line for title, content in parts for line in (title, *content)]
        below = [line for part in section.parts for line in _flat(part, filler)]
        return Section(section.title_vi, level, (*paragraphs, *lines, *below))
    lower = SectionLevel(level + 1)
    inner = [Section(title, lower, content) for title, content in parts]
    return Section(section.title_vi, level, paragraphs, subsections=(*inner, *_sections(section.parts, filler, lower)))


def _flat(section: programme.Section, filler: OutlineFiller) -> Iterator[str]:
    yield section.title_vi
    if section.kind is SectionKind.NARRATIVE:
        yield from filler.narrative(section)
    for part in section.parts:
        yield from _flat(part, filler)
