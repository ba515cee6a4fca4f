"""One line a file, in plain values: what it is, whose, in which state; and what many lines come to. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from export.exchange.import_contents import Contents
from storage.domain.codes import Code

if TYPE_CHECKING:  # the importer and its cryptography are loaded by the worker
    from export.exchange.importing import FileOutcome

_REQUESTS = frozenset({Code.ENROLMENT_WAITING, Code.ALREADY_ENROLLED})


class LineState(StrEnum):
    """What a person does about a file. The order is that of the list of states."""

    READY = "ready"
    REMARKS = "remarks"
    MISSING = "missing"
    FORK = "fork"
    KNOWN = "known"
    WAITING = "waiting"
    REQUEST = "request"
    REFUSED = "refused"

    @property
    def taken(self) -> bool:
        """Whether importing takes something of such a file, or at least finds all of it here already."""
        return self in (LineState.READY, LineState.REMARKS, LineState.MISSING, LineState.FORK, LineState.KNOWN)


@dataclass(frozen=True, slots=True)
class Line:
    """A file as a row. ``office`` and ``periods`` are names; ``claimed`` says that the office is only what the file says."""

    outcome: FileOutcome
    state: LineState
    office: str = ""
    periods: tuple[str, ...] = ()
    claimed: bool = False
    contents: Contents = field(default_factory=Contents)

    @property
    def path(self) -> Path:
        """The file."""
        return self.outcome.path

    @property
    def kept(self) -> bool:
        """Whether importing puts a copy of it among the waiting files, or a request on the desk of enrolment."""
        return self.outcome.kept

    @property
    def remarks(self) -> tuple[Code, ...]:
        """Further codes beside the main one."""
        return tuple(code for code in self.outcome.remarks if code is not self.outcome.code)


@dataclass(frozen=True, slots=True)
class Names:
    """How codes of offices and periods are called, in the language of the window."""

    office: Callable[[str], str]
    period: Callable[[str], str]


def line_of(outcome: FileOutcome, names: Names, *, contents: Contents | None = None) -> Line:
    """The row of an outcome; ``contents`` when the outcome does not carry them itself."""
    claimed = str(outcome.parameters.get("claimed", ""))
    office = outcome.office or str(outcome.parameters.get("office", "")) or claimed
    return Line(
        outcome,
        state_of(outcome),
        names.office(office) if office else "",
        tuple(names.period(code) for code in outcome.periods),
        claimed=bool(claimed) and not outcome.office,
        contents=contents or outcome.contents or Contents(),
    )


def state_of(outcome: FileOutcome) -> LineState:
    """The state of an outcome, the gravest that fits."""
    told = {outcome.code, *outcome.remarks}
    if outcome.refused:
        if outcome.code in _REQUESTS:
            return LineState.REQUEST
        return LineState.WAITING if outcome.code is Code.BUNDLE_UNKNOWN_KEY else LineState.REFUSED
    if Code.BUNDLE_FORK in told:
        return LineState.FORK
    if told & {Code.BUNDLE_GAP, Code.BUNDLE_BLOBS_MISSING}:
        return LineState.MISSING
    if outcome.code is Code.BUNDLE_KNOWN:
        return LineState.KNOWN
    return LineState.REMARKS if outcome.remarks or outcome.code is not Code.BUNDLE_IMPORTED else LineState.READY


@dataclass(frozen=True, slots=True)
class Totals:
    """What lines come to. ``taken`` counts files of which something is taken; ``new`` counts records."""

    files: int
    taken: int
    offices: int
    new: int
    contents: Contents


def totals_of(lines: Iterable[Line]) -> Totals:
    """Sums over lines."""
    chosen = list(lines)
    taken = [line for line in chosen if line.state.taken]
    contents = Contents()
    for line in taken:
        contents += line.contents
    return Totals(
        files=len(chosen),
        taken=len(taken),
        offices=len({line.outcome.office for line in taken}),
        new=sum(line.outcome.new for line in taken),
        contents=contents,
    )


def counts_of(lines: Iterable[Line]) -> dict[LineState, int]:
    """How many lines are in each state that occurs, in the order of the states."""
    counted = dict.fromkeys(LineState, 0)
    for line in lines:
        counted[line.state] += 1
    return {state: count for state, count in counted.items() if count}


def parts_here(line: Line, lines: Sequence[Line]) -> tuple[int, ...]:
    """The numbers of the parts among ``lines`` of the series to which a line belongs; empty when it is no part."""
    series = line.outcome.series
    if series is None:
        return ()
    return tuple(sorted({part[1] for other in lines if (part := other.outcome.series) is not None and part[0] == series[0]}))
