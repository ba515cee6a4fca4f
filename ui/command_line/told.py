"""How findings, files and letters to sign stand in answers: the same shapes wherever a command has to tell of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from export.bundle.sealed_file import SealedFile
from export.exchange.importing import FileOutcome
from storage.domain.codes import Exit, exit_code
from storage.messages.catalogue import Catalogue
from storage.recording import Problem
from ui.command_line.answer import absolute, told


def problem_object(words: Catalogue, problem: Problem) -> dict[str, object]:
    """A finding: its place, its code, its sentence. Never the text that was found."""
    place: dict[str, object] = {}
    if problem.line:
        place["line"] = problem.line
    if problem.uid:
        place["uid"] = problem.uid
    if problem.field:
        place["field"] = problem.field
    return place | told(words, problem.code, problem.parameters)


def problem_lines(words: Catalogue, problems: Sequence[Problem]) -> list[str]:
    """Findings for a person, one a line: where, what, code."""
    return [
        f"  {_place(words, problem)}{words.sentence(problem.code, problem.parameters)} [{problem.code}]" for problem in problems
    ]


def _place(words: Catalogue, problem: Problem) -> str:
    parts = []
    if problem.line:
        parts.append(f"{words.word('line')} {problem.line}")
    if problem.field:
        parts.append(problem.field)
    if problem.uid:
        parts.append(problem.uid[:32])
    return f"{', '.join(parts)}: " if parts else ""


def outcome_object(words: Catalogue, outcome: FileOutcome) -> dict[str, object]:
    """What became of one file."""
    found: dict[str, object] = {
        "file": absolute(outcome.path),
        "ok": exit_code(outcome.code) in (Exit.DONE, Exit.FINDINGS),
        **told(words, outcome.code, outcome.parameters),
        "office": outcome.office,
        "bundle": outcome.bundle,
        "periods": list(outcome.periods),
        "new": outcome.new,
        "known": outcome.known,
        "remarks": [told(words, code, {"file": outcome.path.name, "office": outcome.office}) for code in outcome.remarks],
    }
    if outcome.import_id:
        found["import_id"] = outcome.import_id
    return found


def outcome_lines(words: Catalogue, outcome: FileOutcome) -> list[str]:
    """The same for a person."""
    number = f" [{words.word('import')} {outcome.import_id}]" if outcome.import_id else ""
    lines = [f"{outcome.path.name}: {words.sentence(outcome.code, outcome.parameters)} [{outcome.code}]{number}"]
    for code in outcome.remarks:
        if code is not outcome.code:
            lines.append(f"  {words.sentence(code, {'file': outcome.path.name, 'office': outcome.office})} [{code}]")
    step = words.next_step(outcome.code, outcome.parameters)
    return [*lines, f"  {words.word('next_step')}: {step}"] if step else lines


def sealed_object(sealed: SealedFile) -> dict[str, object]:
    """A file that was written and read back."""
    return {"path": absolute(sealed.path), "size": sealed.size, "sha256": sealed.sha256.hex()}


def day(words: Catalogue, moment: str) -> str:
    """The day of a moment as written into entries, dd/MM/yyyy."""
    return words.date(moment[:10])


def minute(words: Catalogue, moment: str) -> str:
    """Day and minute of a moment, as this PC's zone shows it."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return day(words, moment)
    return f"{local.strftime('%H:%M')} {words.date(local.date().isoformat())}"
