"""What the page of importing says about files: states, totals, the explanation of one line."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from storage.domain.codes import Code
from storage.messages.catalogue import Catalogue
from ui.window.import_bundles.lines import Line, LineState, Totals, parts_here

translate = QCoreApplication.translate
ICONS = {
    LineState.READY: ("circle-check", "good"),
    LineState.REMARKS: ("triangle-alert", "warn"),
    LineState.MISSING: ("puzzle", "warn"),
    LineState.FORK: ("git-fork", "bad"),
    LineState.KNOWN: ("copy", "muted"),
    LineState.WAITING: ("clock", "warn"),
    LineState.REQUEST: ("key-round", "accent"),
    LineState.REFUSED: ("circle-x", "bad"),
}
"""The sign of each state and the name of its colour; the words beside it say the same."""


def state_word(state: LineState, *, done: bool) -> str:
    """A state in two or three words, before the import or after it."""
    if state is LineState.READY:
        return translate("ImportStates", "Imported") if done else translate("ImportStates", "Ready")
    return {
        LineState.REMARKS: translate("ImportStates", "With remarks"),
        LineState.MISSING: translate("ImportStates", "Earlier part missing"),
        LineState.FORK: translate("ImportStates", "Two histories"),
        LineState.KNOWN: translate("ImportStates", "Known already"),
        LineState.WAITING: translate("ImportStates", "Waiting for enrolment"),
        LineState.REQUEST: translate("ImportStates", "Enrolment request"),
        LineState.REFUSED: translate("ImportStates", "Refused"),
    }[state]


def office_text(line: Line) -> str:
    """Whose file it is; what only the file itself says is marked as such."""
    if not line.office:
        return "–"
    return translate("ImportStates", "{office} (says the file)").format(office=line.office) if line.claimed else line.office


def periods_text(line: Line) -> str:
    """The reports in a bundle, or that it carries records alone."""
    if line.periods:
        return ", ".join(line.periods)
    return translate("ImportStates", "records only") if line.state.taken else "–"


def part_text(line: Line) -> str:
    """Which part of how many; empty for a bundle of one file."""
    series = line.outcome.series
    return translate("ImportStates", "{part} of {count}").format(part=series[1], count=series[2]) if series else ""


def kept_text(lines: Sequence[Line], *, done: bool) -> str:
    """How many files wait, or will, and how many requests are for another page; empty when there are none."""
    kept = [line.state for line in lines if line.kept]
    requests = kept.count(LineState.REQUEST)
    parts = []
    if waiting := len(kept) - requests:
        if done:
            parts.append(translate("ImportStates", "%n file(s) were put among those that wait.", "", waiting))
        else:
            parts.append(translate("ImportStates", "%n other file(s) will be put among those that wait.", "", waiting))
    if requests:
        if done:
            parts.append(translate("ImportStates", "%n enrolment request(s) wait on the enrolment page.", "", requests))
        else:
            parts.append(translate("ImportStates", "%n enrolment request(s) will wait on the enrolment page.", "", requests))
    return " ".join(parts)


def contents_text(totals: Totals, words: Catalogue) -> str:
    """What lines bring, in one sentence."""
    if not totals.new:
        return translate("ImportStates", "They bring no new record.")
    contents, number = totals.contents, words.number
    parts = [translate("ImportStates", "%n activity(ies) made or amended", "", contents.activities)]
    if contents.withdrawn:
        parts.append(translate("ImportStates", "%n withdrawn", "", contents.withdrawn))
    if contents.answers:
        parts.append(translate("ImportStates", "%n answer(s)", "", contents.answers))
    parts.append(translate("ImportStates", "%n report(s)", "", len(contents.reports)))
    text = translate("ImportStates", "They bring {count} new records: {parts}.")
    return text.format(count=number(totals.new), parts=", ".join(parts))


def explanation(line: Line, lines: Sequence[Line], words: Catalogue, *, done: bool) -> str:
    """Everything about one line as rich text: what it is, what to do, what it brings."""
    outcome, code = line.outcome, told_code(line, done=done)
    state, sentence = state_word(line.state, done=done), words.sentence(code, outcome.parameters)
    parts = [f"<p><b>{escape(state)}</b><br>{escape(sentence)}</p>"]
    step = words.next_step(code, outcome.parameters)
    if step:
        parts.append(f"<p><b>{escape(translate('ImportStates', 'What to do'))}:</b> {escape(step)}</p>")
    for remark in line.remarks:
        further = words.next_step(remark, outcome.parameters)
        parts.append(f"<p>• {escape(words.sentence(remark, outcome.parameters))} {escape(further)}</p>")
    facts = [*_facts(line, lines, words), translate("ImportStates", "Code: {code}").format(code=code.value)]
    parts.append(f"<p>{'<br>'.join(map(escape, facts))}</p>")
    return "".join(parts)


def told_code(line: Line, *, done: bool) -> Code:
    """Before the import nothing may be called imported: a good bundle is a valid one until then."""
    code = line.outcome.code
    return Code.BUNDLE_VERIFIED if code is Code.BUNDLE_IMPORTED and not done else code


def _facts(line: Line, lines: Sequence[Line], words: Catalogue) -> list[str]:
    outcome, contents, number = line.outcome, line.contents, words.number
    facts = []
    if line.office:
        facts.append(translate("ImportStates", "Office: {office}").format(office=office_text(line)))
    if line.state.taken:
        facts.append(translate("ImportStates", "Reports: {periods}").format(periods=periods_text(line)))
        text = translate("ImportStates", "Records: {new} new, {known} known before")
        facts.append(text.format(new=number(outcome.new), known=number(outcome.known)))
        if outcome.new:
            text = translate("ImportStates", "Among the new: {activities} activities, {withdrawn} withdrawn, {answers} answers")
            facts.append(
                text.format(
                    activities=number(contents.activities),
                    withdrawn=number(contents.withdrawn),
                    answers=number(contents.answers),
                )
            )
    if outcome.ranges:
        shown = ", ".join(f"{first}–{last}" for first, last in outcome.ranges)
        facts.append(translate("ImportStates", "Positions in the office's journal: {ranges}").format(ranges=shown))
    if outcome.series is not None:
        here = ", ".join(map(str, parts_here(line, lines)))
        text = translate("ImportStates", "Part {part} of {count}; in this list: {here}")
        facts.append(text.format(part=outcome.series[1], count=outcome.series[2], here=here))
    facts.append(translate("ImportStates", "File: {file}").format(file=str(line.path)))
    return facts
