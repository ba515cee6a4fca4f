"""The steps of an import as plain values: choose, check, look, import, result. No Qt, and no file is touched here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path

from storage.domain.codes import Code
from ui.window.import_bundles.lines import Line


class Step(IntEnum):
    """Where an import is."""

    CHOOSE = 0
    CHECKING = 1
    PREVIEW = 2
    IMPORTING = 3
    RESULT = 4


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did. ``at`` is the moment of its end (ISO); ``planned`` is how many files were to be taken."""

    at: str
    lines: tuple[Line, ...]
    planned: int

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped it; what was imported until then stays."""
        return len(self.lines) < self.planned

    @property
    def offices(self) -> tuple[str, ...]:
        """The codes of the offices of which something was taken."""
        return tuple(sorted({line.outcome.office for line in self.lines if line.state.taken}))


@dataclass(frozen=True, slots=True)
class ImportFlow:
    """One import; every change gives a new value. ``left_out`` are files that a person does not want now."""

    step: Step = Step.CHOOSE
    paths: tuple[Path, ...] = ()
    lines: tuple[Line, ...] = ()
    left_out: frozenset[Path] = frozenset()
    result: ImportResult | None = None

    @property
    def may_choose(self) -> bool:
        """Whether other files can be taken up now; not while a job goes through some."""
        return self.step not in (Step.CHECKING, Step.IMPORTING)

    @property
    def requests(self) -> tuple[Path, ...]:
        """Enrolment requests among the files that nobody has decided: they belong to another page."""
        return tuple(line.path for line in self.lines if line.outcome.code is Code.ENROLMENT_WAITING)

    @property
    def chosen(self) -> tuple[Line, ...]:
        """What importing would go through: all that brings something, and what is to be kept among the waiting files."""
        return tuple(line for line in self.lines if line.path not in self.left_out and (line.state.taken or line.kept))

    @property
    def may_import(self) -> bool:
        """Whether there is anything to be done."""
        return self.step is Step.PREVIEW and bool(self.chosen)

    def begun(self, paths: Sequence[Path]) -> ImportFlow:
        """Checking starts. Raises ``ValueError`` without files or while a job runs."""
        if not paths or not self.may_choose:
            raise ValueError("nothing can be checked now")
        return ImportFlow(Step.CHECKING, tuple(paths))

    def checked(self, lines: Sequence[Line]) -> ImportFlow:
        """Every file was checked; now a person looks. Raises ``ValueError`` when nothing was being checked."""
        if self.step is not Step.CHECKING:
            raise ValueError("nothing was being checked")
        return replace(self, step=Step.PREVIEW, lines=tuple(lines))

    def toggled(self, paths: Sequence[Path]) -> ImportFlow:
        """Leaves files out, or takes them in again when all of them were left out."""
        wanted = frozenset(paths)
        if self.step is not Step.PREVIEW or not wanted:
            return self
        left_out = self.left_out - wanted if wanted <= self.left_out else self.left_out | wanted
        return replace(self, left_out=left_out)

    def importing(self) -> ImportFlow:
        """Importing starts. Raises ``ValueError`` when it may not."""
        if not self.may_import:
            raise ValueError("nothing to import")
        return replace(self, step=Step.IMPORTING)

    def finished(self, result: ImportResult) -> ImportFlow:
        """Imported; only now may anybody be told so."""
        if self.step is not Step.IMPORTING:
            raise ValueError("nothing was being imported")
        return replace(self, step=Step.RESULT, lines=result.lines, result=result)

    def again(self) -> ImportFlow:
        """Back to the start; also after checking was stopped, which leaves nothing behind."""
        return ImportFlow()
