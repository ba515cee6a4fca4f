"""A programme or a register of offices from a file, JSON or workbook, and the answer that lists a workbook's mistakes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storage.messages.catalogue import Catalogue
from ui.command_line.answer import Answer, absolute, told
from ui.command_line.session import Session, read_file

if TYPE_CHECKING:
    from export.documents.plan_tables import PlanProblem
    from storage.plan import Documents

WORKBOOK = ".xlsx"
NO_DATES = b"{}"


@dataclass(frozen=True, slots=True)
class PlanFile:
    """``content`` is the document's JSON, empty when there are ``problems``; ``dates`` what a programme's workbook sets too."""

    path: Path
    content: bytes
    dates: bytes = NO_DATES
    problems: Sequence[PlanProblem] = ()


def read_programme(path: Path) -> PlanFile:
    """Raises ``LedgerError`` as ``read_file`` and the reader of workbooks; JSON is looked at by whoever takes it."""
    if path.suffix.lower() != WORKBOOK:
        return PlanFile(path, read_file(path))
    from export.documents.programme_workbook_reader import read_programme_workbook
    from storage.catalogue import dates_bytes
    from storage.domain.programme_file import programme_bytes

    read = read_programme_workbook(path)
    if read.programme is None:
        return PlanFile(path, b"", problems=read.problems)
    return PlanFile(path, programme_bytes(read.programme), dates_bytes(read.dates) if read.dates else NO_DATES)


def read_offices(path: Path) -> PlanFile:
    """Raises as ``read_programme``."""
    if path.suffix.lower() != WORKBOOK:
        return PlanFile(path, read_file(path))
    from export.documents.programme_workbook_reader import read_offices_workbook
    from storage.domain.office_file import offices_bytes

    read = read_offices_workbook(path)
    if read.register is None:
        return PlanFile(path, b"", problems=read.problems)
    return PlanFile(path, offices_bytes(read.register))


def write_plan(session: Session, target: Path, *, offices: bool) -> None:
    """Writes the programme with its dates, or the register: what is in force here, else what the program brings along."""
    from export.documents.programme_workbook import write_offices_workbook, write_programme_workbook
    from export.documents.report_model import FileProperties
    from storage.atomic_file import atomic_writer

    documents, author = _documents(session)
    properties = FileProperties(title=target.stem, author=author, created=session.clock())
    language = session.options.language
    with atomic_writer(target) as file:
        if offices:
            write_offices_workbook(documents.register, file, properties, language=language)
        else:
            write_programme_workbook(documents.programme, documents.dates, file, properties, language=language)


def _documents(session: Session) -> tuple[Documents, str]:
    from storage.plan import documents_of

    if session.folders.database.exists():
        with session.station() as station:
            return documents_of(station.catalogue), station.catalogue.own_office.name_vi
    from storage.builtin import builtin_offices, builtin_programme
    from storage.catalogue import CentreDates
    from storage.plan import Documents

    return Documents(builtin_programme(), builtin_offices(), CentreDates()), ""


def refused(words: Catalogue, file: PlanFile) -> Answer:
    """All mistakes of a workbook: for a script with sheet, row and column, for a person one a line."""
    from export.documents.programme_workbook_reader import refused_plan

    error = refused_plan(file.path, file.problems)
    data = {"file": absolute(file.path), "problems": [_object(words, problem) for problem in file.problems]}
    lines = [
        f"  {problem.place}: {words.sentence(problem.error.code, problem.error.parameters)} [{problem.error.code}]"
        for problem in file.problems
    ]
    return Answer(error.code, error.parameters, data=data, lines=lines)


def _object(words: Catalogue, problem: PlanProblem) -> dict[str, object]:
    place = {
        "place": problem.place,
        "sheet": problem.sheet,
        "row": problem.line,
        "column": problem.letter,
        "title": problem.title,
    }
    return place | told(words, problem.error.code, problem.error.parameters)
