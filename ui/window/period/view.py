"""All that the page of a period shows, read in one job: no Qt here, and nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from storage.catalogue import Catalogue
from storage.closing import checklist, is_closed, was_returned
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, Parameter
from storage.domain.obligations import leads
from storage.domain.periods import Period
from storage.domain.programme import Indicator, IndicatorKind, IndicatorSource, Programme, Section, Task
from storage.figures import PeriodData, StatedAnswer, office_figure, period_data
from storage.journal.entries import Figure, Signature
from storage.ledger import Ledger
from storage.recording import Problem
from storage.reviewing import closed_report
from ui.window.period.edits import Choice, Given, Unsaved, read_unsaved

if TYPE_CHECKING:
    from export.exchange.station import Station

SIGNATURE = "window_signature"
"""The setting of the ledger that keeps name, title and place of the last signature for the next period."""


@dataclass(frozen=True, slots=True)
class PeriodName:
    """An entry of the choice of periods."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Question:
    """One indicator as it is asked. ``computed`` is the figure that the activities give; None when they give none."""

    item: str
    label: str
    unit: str
    kind: IndicatorKind
    optional: bool
    computed: Figure | None
    before: Figure


@dataclass(frozen=True, slots=True)
class TaskPart:
    """The questions of one task."""

    code: str
    title: str
    leads: bool
    activities: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class TextPart:
    """One section that the office writes itself."""

    code: str
    title: str
    required: bool


@dataclass(frozen=True, slots=True)
class PeriodView:
    """See the module's docstring. ``returned``: closed, but sent back by the centre, so it may be corrected and closed again.

    ``before`` names the same period of the year before, empty when there was none.
    """

    period: Period
    name: str
    choices: tuple[PeriodName, ...]
    days_left: int
    closed: bool
    returned: bool
    earlier_open: PeriodName | None
    findings: tuple[Problem, ...]
    texts: tuple[TextPart, ...]
    tasks: tuple[TaskPart, ...]
    saved: Mapping[str, Given]
    unsaved: Unsaved
    signature: Signature
    before: str

    def place_of(self, item: str) -> str:
        """The code of the text or task part in which an item, or a task, is answered; empty when it is in none."""
        for text in self.texts:
            if text.code == item:
                return text.code
        for task in self.tasks:
            if task.code == item or any(question.item == item for question in task.questions):
                return task.code
        return ""


def unsaved_name(period: str) -> str:
    """The setting of the ledger that keeps unsaved work on a period."""
    return f"window_unsaved_{period}"


def read_period(station: Station, code: str, language: str) -> PeriodView:
    """The view of a period; of the current one when ``code`` is empty. Raises ``LedgerError(PERIOD_UNKNOWN)``."""
    ledger, catalogue = station.ledger, station.catalogue
    today = catalogue.today
    period = catalogue.period(code) if code else catalogue.periods.current(today)
    data = period_data(ledger, period, [ledger.office])
    earlier_data, before = _year_before(ledger, catalogue, period, language)
    findings = checklist(ledger, catalogue, period)
    sealed = is_closed(ledger, ledger.office, period.code)
    returned = sealed and was_returned(ledger, period.code)
    unsaved = read_unsaved(ledger.setting(unsaved_name(period.code)))
    return PeriodView(
        period=period,
        name=period.name(language),
        choices=tuple(PeriodName(each.code, each.name(language)) for each in _choices(catalogue, period, today)),
        days_left=(period.last_on_time - today).days,
        closed=sealed and not returned,
        returned=returned,
        earlier_open=_earlier_open(ledger, catalogue, period, language),
        findings=tuple(_explained(problem, catalogue, language) for problem in _gravest_first(findings)),
        texts=tuple(_text_parts(catalogue.programme, language)),
        tasks=tuple(
            _task_part(ledger, catalogue, task, period, data, earlier_data, language)
            for task in catalogue.tasks_of(ledger.office, period.last_day)
        ),
        saved={item: _given(answer) for (_, item), answer in data.answers.items()},
        unsaved=unsaved,
        signature=_signature(ledger, period, unsaved, closed=sealed),
        before=before,
    )


def _choices(catalogue: Catalogue, period: Period, today: date) -> list[Period]:
    """Two years back to the next to fall due, the newest first."""
    current = catalogue.periods.current(today)
    years = range(current.due_before.year - 2, current.due_before.year + 1)
    found = {each.code: each for year in years for each in catalogue.periods.of_year(year) if not current < each}
    return sorted((found | {period.code: period}).values(), reverse=True)


def _year_before(ledger: Ledger, catalogue: Catalogue, period: Period, language: str) -> tuple[PeriodData, str]:
    try:
        earlier = catalogue.periods.previous_year(period)
    except LedgerError:
        return PeriodData(), ""
    return period_data(ledger, earlier, [ledger.office]), earlier.name(language)


def _earlier_open(ledger: Ledger, catalogue: Catalogue, period: Period, language: str) -> PeriodName | None:
    """The period that fell due just before, when the office has answered or recorded something in it and not closed it."""
    earlier = [each for each in catalogue.periods.of_year(period.due_before.year) if each < period]
    earlier = earlier or list(catalogue.periods.of_year(period.due_before.year - 1))
    last = max(earlier)
    if is_closed(ledger, ledger.office, last.code) or not period_data(ledger, last, [ledger.office]).offices:
        return None
    return PeriodName(last.code, last.name(language))


def _gravest_first(findings: list[Problem]) -> list[Problem]:
    """A stamp of secrecy blocks; the rest keeps the order of the checklist."""
    return sorted(findings, key=lambda problem: problem.code is not Code.TEXT_SECRECY_STAMP)


def _explained(problem: Problem, catalogue: Catalogue, language: str) -> Problem:
    """Codes in the sentence's places are replaced by what they stand for."""
    named: dict[str, Parameter] = {}
    programme = catalogue.programme
    for name, value in problem.parameters.items():
        if name == "section":
            named[name] = next((_title(part, language) for part in programme.narrative_sections if part.code == value), value)
        elif name == "indicator":
            named[name] = _label(programme.indicator(str(value)), language)
        elif name == "task":
            named[name] = f"{value} – {_task_title(programme.task(str(value)), language)}"
        elif name == "period":
            named[name] = catalogue.period(str(value)).name(language)
        else:
            named[name] = value
    return replace(problem, parameters=named)


def _text_parts(programme: Programme, language: str) -> list[TextPart]:
    return [TextPart(part.code, _title(part, language), part.required) for part in programme.narrative_sections]


def _task_part(
    ledger: Ledger, catalogue: Catalogue, task: Task, period: Period, data: PeriodData, earlier: PeriodData, language: str
) -> TaskPart:
    questions = tuple(
        _question(ledger, task, indicator, data, earlier, language)
        for indicator in task.indicators
        if indicator.source is not IndicatorSource.COMPLETENESS
    )
    count = sum(data.counts.get((ledger.office, task.code, kind), 0) for kind in task.activity_types)
    is_lead = leads(catalogue.programme, catalogue.register, task, ledger.office, period.last_day)
    return TaskPart(task.code, _task_title(task, language), is_lead, count, questions)


def _question(
    ledger: Ledger, task: Task, indicator: Indicator, data: PeriodData, earlier: PeriodData, language: str
) -> Question:
    counted = indicator.source is IndicatorSource.COMPUTED and any(
        data.counts.get((ledger.office, task.code, kind)) for kind in indicator.activity_types
    )
    return Question(
        item=indicator.id,
        label=_label(indicator, language),
        unit=indicator.unit_vi if language == "vi" else indicator.unit_en,
        kind=indicator.kind,
        optional=indicator.optional,
        computed=office_figure(data, task, indicator, ledger.office) if counted else None,
        before=office_figure(earlier, task, indicator, ledger.office),
    )


def _given(answer: StatedAnswer) -> Given:
    return Given(Choice(answer.state), number=answer.number, text=answer.text)


def _signature(ledger: Ledger, period: Period, unsaved: Unsaved, *, closed: bool) -> Signature:
    if unsaved.signature != Signature():
        return unsaved.signature
    return closed_report(ledger, ledger.office, period.code).report.signature if closed else last_signature(ledger)


def last_signature(ledger: Ledger) -> Signature:
    """Name, title and place as they stood under the last report; number and day belong to one report alone."""
    kept = read_unsaved(ledger.setting(SIGNATURE)).signature
    return Signature(name=kept.name, title=kept.title, place=kept.place)


def _title(part: Section, language: str) -> str:
    return part.title_vi if language == "vi" else part.title_en


def _label(indicator: Indicator, language: str) -> str:
    return indicator.label_vi if language == "vi" else indicator.label_en


def _task_title(task: Task, language: str) -> str:
    return task.short_title_vi if language == "vi" else task.short_title_en
