"""Figures of the ledger as cells and as words: a number, 0, "không phát sinh" and no answer stay four different things.

Small counts of persons are not shown for single offices or groups (``shielded``): in a small office a count below five comes
close to naming somebody. Totals are kept. Nothing is computed here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from export.documents.report_model import (
    Cell,
    CellKind,
    not_answered,
    nothing_occurred,
    number,
    ratio,
    words,
    yes_no,
)
from export.documents.word_table import cell_text
from storage.consolidation import Value
from storage.domain.formula import Ratio
from storage.domain.programme import Indicator, IndicatorKind
from storage.journal.entries import Figure

SMALLEST_SHOWN = 5
"""Counts of persons from 1 to one below this are shown as "<5" for a single office or group."""

_NOTHING_KNOWN = "Chưa có số liệu và nội dung trả lời cho nhiệm vụ này."
_PERSON_UNIT = "người"
_HINT = re.compile(r"\s*\([^()]*\)\s*$")


def figure_cell(figure: Figure, *, trace_id: str = "") -> Cell:
    """An office's figure."""
    if figure.state == "number":
        if figure.denominator:
            return ratio(figure.number, figure.denominator, trace_id=trace_id)
        return number(figure.number, trace_id=trace_id)
    if figure.state == "none":
        return nothing_occurred(trace_id=trace_id)
    if figure.state in ("yes", "no"):
        return yes_no(figure.state == "yes", trace_id=trace_id)
    return words(figure.text) if figure.state == "text" else not_answered()


def value_cell(value: Value, *, nothing: bool = False, trace_id: str = "") -> Cell:
    """A total; ``nothing`` says that every office answered that nothing took place."""
    if isinstance(value, Ratio):
        return ratio(value.numerator, value.denominator, trace_id=trace_id)
    if value is None:
        return nothing_occurred(trace_id=trace_id) if nothing else not_answered()
    return number(value, trace_id=trace_id)


def counts_persons(unit_vi: str) -> bool:
    """Whether a unit counts persons ("lượt người")."""
    return _PERSON_UNIT in unit_vi.casefold().split()


def is_small_count(value: int) -> bool:
    """Whether a count of persons is too small to be shown for one office."""
    return 0 < value < SMALLEST_SHOWN


def shielded(cell: Cell, unit_vi: str) -> Cell:
    """``cell`` as it may be shown for one office or group."""
    value = cell.value
    if cell.kind is CellKind.NUMBER and isinstance(value, int) and counts_persons(unit_vi) and is_small_count(value):
        return Cell(CellKind.TEXT, f"<{SMALLEST_SHOWN}", cell.trace_id)
    return cell


def spoken(cell: Cell, indicator: Indicator) -> str:
    """An answer within a sentence: "12 cuộc", "0 cuộc", "không phát sinh", "Có"."""
    shown = cell_text(cell)
    if cell.kind is CellKind.NONE:
        return shown.lower()
    return f"{shown} {indicator.unit_vi}" if indicator.kind is IndicatorKind.COUNT else shown


def question(indicator: Indicator) -> str:
    """An indicator's label within a text: without the hint to the writer that a question for words ends in."""
    return _HINT.sub("", indicator.label_vi) if indicator.kind is IndicatorKind.TEXT else indicator.label_vi


def open_line(questions: Sequence[str], *, everything: bool) -> tuple[str, ...]:
    """One line for the questions of a task that have no answer; ``everything`` when the task has none at all."""
    if everything:
        return (_NOTHING_KNOWN,)
    return (f"- Chưa có số liệu, nội dung trả lời: {'; '.join(questions)}.",) if questions else ()


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of what somebody wrote: one a line, blank ones left out."""
    return tuple(line for part in text.splitlines() if (line := part.strip()))
