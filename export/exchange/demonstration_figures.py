"""The figures of a period computed a second time, from what the offices did and said: no ledger, no projection is asked.

This is on purpose another way than the product's own: it walks over rows in memory, so that agreement means something. It is of
no use elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from export.exchange.demonstration_province import AnswerValue, Book
from storage.domain.formula import Term
from storage.domain.obligations import obligations, tasks_of
from storage.domain.offices import OfficeRegister
from storage.domain.periods import Period
from storage.domain.programme import Indicator, IndicatorKind, IndicatorSource, Programme, Task
from storage.recording import ActivityInput

_NOTHING = "không phát sinh"


@dataclass(frozen=True, slots=True)
class _Part:
    """One office's figure: what is printed, and the two sums that go into a total."""

    shown: str
    numerator: int = 0
    denominator: int = 0


def expected_figures(
    programme: Programme, register: OfficeRegister, period: Period, books: Mapping[str, Book], *, on_time: int
) -> dict[str, str]:
    """Every figure as it is frozen: ``indicator`` and ``indicator|office`` → text.

    ``on_time``: how many of those that owed the report kept the day. Pure.
    """
    expected = obligations(programme, register, period)
    owed = sum(not item.requested for item in expected)
    rows = {code: book.rows(period.takes_from, period.last_day) for code, book in books.items()}
    offices = [office.code for office in register.offices if office.code in {item.office for item in expected}]
    concerns = {code: {task.code for task in tasks_of(programme, register, code, period.last_day)} for code in offices}
    lines: dict[str, str] = {}
    for task in programme.tasks:
        concerned = [code for code in offices if task.code in concerns[code]]
        for indicator in task.indicators:
            if indicator.source is IndicatorSource.COMPLETENESS:
                lines[indicator.id] = f"{on_time}/{owed}"
                continue
            parts = {
                code: _part(
                    task,
                    indicator,
                    rows.get(code, []),
                    books[code].answers.get((period.code, indicator.id)) if code in books else None,
                )
                for code in concerned
            }
            lines[indicator.id] = _total(indicator, parts.values())
            if not _one_total_only(task, indicator):
                lines |= {f"{indicator.id}|{code}": part.shown for code, part in parts.items() if part.shown != "text"}
    return lines


def _part(task: Task, indicator: Indicator, rows: Sequence[ActivityInput], answer: AnswerValue | None) -> _Part:
    counting = [row for row in rows if row.task == task.code and row.type in indicator.activity_types]
    computed = indicator.source is IndicatorSource.COMPUTED and indicator.kind in (IndicatorKind.COUNT, IndicatorKind.RATIO)
    if not computed or not counting:
        return _stated(answer)
    formula = indicator.parsed_formula()
    if formula is None:
        return _Part("empty")
    numerator = sum(_weighed(row, formula.numerator) for row in counting)
    if formula.denominator is None:
        return _Part(str(numerator), numerator)
    denominator = sum(_weighed(row, formula.denominator) for row in counting)
    return _Part(f"{numerator}/{denominator}", numerator, denominator) if denominator > 0 else _Part("empty")


def _weighed(row: ActivityInput, terms: Iterable[Term]) -> int:
    values = row.values if isinstance(row.values, dict) else {}
    return sum(term.factor * values.get(term.name, 0) for term in terms)


def _stated(answer: AnswerValue | None) -> _Part:
    if answer is None:
        return _Part("empty")
    if isinstance(answer, bool):
        return _Part("yes" if answer else "no", int(answer), 1)
    if isinstance(answer, int):
        return _Part(str(answer), answer)
    return _Part("none") if answer == _NOTHING else _Part("text")


def _total(indicator: Indicator, parts: Iterable[_Part]) -> str:
    """Shares are added up before they are divided; who gave no number is left out; no number at all is no total."""
    if indicator.kind is IndicatorKind.TEXT:
        return ""
    counted = [part for part in parts if part.shown not in ("empty", "none", "text")]
    if not counted:
        return ""
    numerator, denominator = sum(part.numerator for part in counted), sum(part.denominator for part in counted)
    return str(numerator) if indicator.kind is IndicatorKind.COUNT else f"{numerator}/{denominator}"


def _one_total_only(task: Task, indicator: Indicator) -> bool:
    """Figures on sanctions: a count that no activity backs, left to the discretion of the task's only lead."""
    return indicator.optional and indicator.source is IndicatorSource.STATED and len(task.lead) == 1
