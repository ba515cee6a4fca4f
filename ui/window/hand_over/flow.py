"""The steps of a hand-over as plain values: where to, writing, done. No Qt and no file is touched here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from export.exchange.sealing import Seal

BUDGETS = (7, 14, 18)
"""MiB an e-mail may carry: what is left of limits of 10, 20 and 25 MB after the mail's own encoding."""
DEFAULT_BUDGET = 14


class Step(IntEnum):
    """Where a hand-over is."""

    PLACE = 0
    WRITING = 1
    DONE = 2


class Way(StrEnum):
    """How the bundle travels."""

    DRIVE = "drive"
    FOLDER = "folder"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class HandOver:
    """One hand-over; every change gives a new value. ``budget`` counts for ``Way.MAIL`` alone."""

    step: Step = Step.PLACE
    way: Way = Way.DRIVE
    folder: Path | None = None
    budget: int = DEFAULT_BUDGET
    everything: bool = False
    note: str = ""
    seal: Seal | None = None

    @property
    def may_start(self) -> bool:
        """Whether it is known where to write."""
        return self.step is Step.PLACE and self.folder is not None

    @property
    def budget_mib(self) -> int | None:
        """The size of a part, or None for one file."""
        return self.budget if self.way is Way.MAIL else None

    def to(self, way: Way, folder: Path | None) -> HandOver:
        """Another place."""
        return replace(self, way=way, folder=folder) if self.step is Step.PLACE else self

    def begun(self) -> HandOver:
        """Writing starts. Raises ``ValueError`` when it may not."""
        if not self.may_start:
            raise ValueError("nowhere to write to")
        return replace(self, step=Step.WRITING)

    def stopped(self) -> HandOver:
        """Writing failed or was stopped: everything chosen is kept for another try."""
        return replace(self, step=Step.PLACE, seal=None)

    def finished(self, seal: Seal) -> HandOver:
        """Written, read back and compared; only now may anybody be told so."""
        if self.step is not Step.WRITING:
            raise ValueError("nothing was being written")
        return replace(self, step=Step.DONE, seal=seal)

    def again(self) -> HandOver:
        """A new hand-over by the same way."""
        return HandOver(way=self.way, folder=self.folder, budget=self.budget)
