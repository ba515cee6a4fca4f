"""What the editors of the plan say: a problem in place, a difference, an effect. Sentences only; no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from storage.domain.codes import Code
from storage.messages.catalogue import Catalogue
from ui.window.activities.days import shown_iso_day

if TYPE_CHECKING:
    from storage.domain.plan_changes import Change
    from storage.plan_effects import Effects, OfficeEffect, PeriodEffect
    from storage.plan_problems import Placed
    from ui.window.programme.values import Raw

translate = QCoreApplication.translate
_RULES: Mapping[tuple[str, str], object] = {
    ("indicators", "formula"): QT_TRANSLATE_NOOP(
        "PlanSentences",
        "A computed count has a sum, a ratio one division, and what the office states has no formula.",
    ),
    ("indicators", "source"): QT_TRANSLATE_NOOP("PlanSentences", "This kind of answer cannot come from this source."),
    ("indicators", "id"): QT_TRANSLATE_NOOP("PlanSentences", "The identifier is the task's code, a hyphen and a number."),
    ("indicators", "activity_types"): QT_TRANSLATE_NOOP(
        "PlanSentences", "A computed indicator names activity types that have the fields of its formula."
    ),
    ("activity_types", "main_fields"): QT_TRANSLATE_NOOP("PlanSentences", "Main fields are among the count fields."),
    ("groups", "office_type"): QT_TRANSLATE_NOOP(
        "PlanSentences", "A group by office type names the type; one by tag does not."
    ),
    ("outline", "parts"): QT_TRANSLATE_NOOP("PlanSentences", "A heading has parts below it; other sections have none."),
    ("duties", "schedule.data_to"): QT_TRANSLATE_NOOP("PlanSentences", "The figures end before the report is due."),
    ("duties", "schedule.data_from"): QT_TRANSLATE_NOOP("PlanSentences", "The figures begin before they end."),
    ("duties", "schedule.period_name_vi"): QT_TRANSLATE_NOOP("PlanSentences", "The name of the period holds {year}."),
    ("duties", "schedule.period_name_en"): QT_TRANSLATE_NOOP("PlanSentences", "The name of the period holds {year}."),
    ("duties", "period_suffix"): QT_TRANSLATE_NOOP("PlanSentences", "Two reports may not have the same period."),
}
"""Rules between fields, where the general sentence would not help."""
LONGEST_LIST = 12


def in_place(words: Catalogue, problem: Placed, label: str, *, blank: bool) -> str:
    """What is wrong with a field, said below it."""
    error = problem.error
    if error.code is not Code.SCHEMA_INVALID:
        return f"{words.sentence(error.code, error.parameters)} {words.next_step(error.code, error.parameters)}".strip()
    rule = _RULES.get((problem.area, problem.field))
    if "twice" in error.detail:
        return translate("PlanSentences", "This code stands in the list twice.")
    if rule is not None and "rule between parts" in error.detail:
        return translate("PlanSentences", str(rule))
    code = Code.WORKBOOK_CELL_MISSING if blank else Code.WORKBOOK_CELL_INVALID
    return f"{words.sentence(code, {'column': label})} {words.next_step(code, {'column': label})}"


def elsewhere(words: Catalogue, problem: Placed) -> str:
    """A problem for a list: what it is about, then what is wrong."""
    part = words.word(_PARTS_OF_AREAS.get(problem.area, "programme"))
    label = " ".join(filter(None, (part, problem.key)))
    return f"{label}: {in_place(words, problem, problem.field or part, blank=False)}"


_PARTS_OF_AREAS = {
    "tasks": "plan_task",
    "indicators": "plan_indicator",
    "activity_types": "plan_activity_type",
    "count_fields": "plan_count_field",
    "outline": "plan_section",
    "duties": "plan_duty",
    "groups": "plan_group",
    "legal_bases": "plan_legal_basis",
    "head": "plan_head",
    "offices": "plan_office",
    "successions": "plan_succession",
    "cutoffs": "plan_cutoff",
    "deadlines": "plan_deadline",
    "holidays": "plan_holiday",
    "working_days": "plan_working_day",
    "exemptions": "plan_exemption",
}


def difference(words: Catalogue, change: Change) -> str:
    """One difference in a line."""
    text = f"{words.word(f'plan_{change.kind}')}: {words.word(f'plan_{change.part}')} {change.code}"
    if change.before and change.after:
        return f"{text}  ({words.date(change.before)} → {words.date(change.after)})"
    told = change.after or change.before
    if change.part == "SUCCESSION":  # the kind and the day, then who becomes whom: the arrow says the kind to a person
        _, _, told = told.partition(" ")
        day, _, offices = told.partition(": ")
        return f"{text}  ({words.date(day)}: {offices})"
    told = words.date(told)
    return f"{text}  ({told})" if told else text


def effect_lines(words: Catalogue, effects: Effects, raw: Raw, language: str) -> list[str]:
    """What a change does beyond itself: ended offices and their heirs, periods, and recorded data."""
    names = {office["code"]: office["name_vi" if language == "vi" else "name_en"] for office in raw["offices"]["offices"]}
    lines = [line for office in effects.offices for line in _office_lines(words, office, names)]
    for period in effects.periods:
        lines += _period_lines(words, period, names, language)
    for touched in effects.touched:
        text = translate("PlanSentences", "{part} {code}: {count} recorded entries would no longer be asked for")
        part = words.word(f"plan_{touched.part}")
        lines.append(text.format(part=part, code=touched.code, count=words.number(touched.activities + touched.answers)))
    return lines


def succession_line(line: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """A reorganisation as the register has it, with its legal basis or else the part of the work."""
    sources = ", ".join(names.get(code, code) for code in line["sources"])
    targets = ", ".join(names.get(code, code) for code in line["targets"])
    if line["targets"] == line["sources"]:
        text = translate("PlanSentences", "{day}: {sources} moved")
    elif targets:
        text = translate("PlanSentences", "{day}: {sources} → {targets}")
    else:
        text = translate("PlanSentences", "{day}: {sources} closed")
    told = text.format(day=shown_iso_day(line["effective"]), sources=sources, targets=targets)
    return " – ".join(filter(None, (told, line["legal_basis"] or line["scope"])))


def _office_lines(words: Catalogue, office: OfficeEffect, names: Mapping[str, str]) -> list[str]:
    heirs = _listed(office.heirs, names)
    lines = []
    if office.heirs == (office.office,):
        lines.append(translate("PlanSentences", "{office} goes on under its code").format(office=names.get(office.office, "")))
    elif heirs:
        text = translate("PlanSentences", "{office}: its work, duties and tasks pass to {heirs}")
        lines.append(text.format(office=names.get(office.office, office.office), heirs=heirs))
    else:
        text = translate("PlanSentences", "{office} ends without an heir: nobody reports in its place")
        lines.append(text.format(office=names.get(office.office, office.office)))
    if office.activities:
        text = translate("PlanSentences", "{count} recorded activities of {office} stay as reported, {first} to {last}")
        lines.append(
            text.format(
                count=words.number(office.activities),
                office=office.office,
                first=words.date(office.first),
                last=words.date(office.last),
            )
        )
    if office.open_reports:
        text = translate("PlanSentences", "Reports of {office} that are not accepted yet: {periods}")
        lines.append(text.format(office=office.office, periods=", ".join(office.open_reports)))
    if office.keys and office.heirs != (office.office,):
        text = translate("PlanSentences", "{office} is enrolled; each office that follows it enrols anew with a key of its own")
        lines.append(text.format(office=office.office))
    return lines


def _period_lines(words: Catalogue, period: PeriodEffect, names: Mapping[str, str], language: str) -> list[str]:
    name = period.name_vi if language == "vi" else period.name_en
    name = name[:1].upper() + name[1:]
    lines = []
    if period.moves and period.dates_before and period.dates_after:
        for before, after, text in zip(
            period.dates_before,
            period.dates_after,
            (
                translate("PlanSentences", "{period}: figures from {after} instead of {before}"),
                translate("PlanSentences", "{period}: figures until {after} instead of {before}"),
                translate("PlanSentences", "{period}: due before {after} instead of {before}"),
            ),
            strict=True,
        ):
            if before != after:
                shown = {"before": words.date(before.isoformat()), "after": words.date(after.isoformat())}
                lines.append(text.format(period=name, **shown))
    if period.begun:
        text = translate("PlanSentences", "{period}: newly expected from {offices}")
        lines.append(text.format(period=name, offices=_listed(period.begun, names)))
    if period.ended:
        text = translate("PlanSentences", "{period}: no longer expected from {offices}")
        lines.append(text.format(period=name, offices=_listed(period.ended, names)))
    if period.received:
        text = translate("PlanSentences", "{period}: reports already here from {offices} are kept, but are no longer expected")
        lines.append(text.format(period=name, offices=_listed(period.received, names)))
    return lines


def _listed(codes: tuple[str, ...], names: Mapping[str, str]) -> str:
    shown = ", ".join(names.get(code, code) for code in codes[:LONGEST_LIST])
    more = len(codes) - LONGEST_LIST
    return shown if more <= 0 else translate("PlanSentences", "{names} and {count} more").format(names=shown, count=more)
