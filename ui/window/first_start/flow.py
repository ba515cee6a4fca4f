"""The order of the steps, what may follow what, and what is still missing. No Qt here: the window only draws this.

Nothing is written before the step ``PIN`` is confirmed; until then every step can go back and be answered otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path

from storage.domain.role import Role

FINGERPRINT_DIGITS = 24
SHORTEST_PIN = 6


class Step(Enum):
    """One page of the first start."""

    ROLE = auto()
    DEMONSTRATION = auto()
    KIT = auto()
    FINGERPRINT = auto()
    OFFICE = auto()
    PIN = auto()
    RESULT = auto()


class Way(Enum):
    """What the person wants this PC to be."""

    OFFICE = auto()
    CENTRE = auto()
    DEMONSTRATION = auto()


class Missing(Enum):
    """Why a step cannot be left yet; the window has a sentence for each."""

    NOTHING = auto()
    KIT = auto()
    FINGERPRINT = auto()
    OFFICE = auto()
    PIN_SHORT = auto()
    PIN_DIFFERS = auto()
    ELSEWHERE = auto()
    """The centre is made by a wizard of its own; the demonstration by its own button."""


STEPS: dict[Way, tuple[Step, ...]] = {
    Way.OFFICE: (Step.ROLE, Step.KIT, Step.FINGERPRINT, Step.OFFICE, Step.PIN, Step.RESULT),
    Way.CENTRE: (Step.ROLE,),
    Way.DEMONSTRATION: (Step.ROLE, Step.DEMONSTRATION),
}


@dataclass(frozen=True, slots=True)
class OfficeChoice:
    """One office of the kit; ``until`` is the last day of an office that was closed or merged, as ISO text."""

    code: str
    name: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class KitSummary:
    """A kit that has been verified in itself; whether it is the centre's own is for the fingerprint to show."""

    path: Path
    fingerprint: str
    centre: str
    offices: tuple[OfficeChoice, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered so far."""

    way: Way = Way.OFFICE
    kit: KitSummary | None = None
    typed: str = ""
    fingerprint_right: bool = False
    no_letter: bool = False
    office: str = ""
    pin: str = ""
    pin_again: str = ""


@dataclass(frozen=True, slots=True)
class Flow:
    """Where the person is. Every method answers a new flow; an answer that others depend on takes those back with it."""

    step: Step = Step.ROLE
    answers: Answers = field(default_factory=Answers)
    made: bool = False

    # Answers

    def with_way(self, way: Way) -> Flow:
        """Office, centre or demonstration."""
        return replace(self, answers=replace(self.answers, way=way))

    def with_kit(self, kit: KitSummary | None) -> Flow:
        """Another kit makes the comparison and the choice of the office void."""
        kept = self.answers.kit is not None and kit is not None and kit.fingerprint == self.answers.kit.fingerprint
        office = self.answers.office if kit and any(one.code == self.answers.office for one in kit.offices) else ""
        changed = replace(self.answers, kit=kit, office=office)
        if not kept:
            changed = replace(changed, fingerprint_right=False, typed="", no_letter=False)
        return replace(self, answers=changed)

    def with_fingerprint(self, typed: str, *, right: bool) -> Flow:
        """The digits as typed, and whether they are those of the kit."""
        return replace(self, answers=replace(self.answers, typed=typed, fingerprint_right=right))

    def with_no_letter(self, no_letter: bool) -> Flow:
        """The person has no letter at hand and goes on without the comparison."""
        return replace(self, answers=replace(self.answers, no_letter=no_letter))

    def with_office(self, code: str) -> Flow:
        """The own office."""
        return replace(self, answers=replace(self.answers, office=code))

    def with_pin(self, pin: str, again: str) -> Flow:
        """The PIN, typed twice."""
        return replace(self, answers=replace(self.answers, pin=pin, pin_again=again))

    def with_result(self) -> Flow:
        """The office has been set up; there is no way back behind this."""
        return replace(self, made=True, step=Step.RESULT)

    # Ways

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps of the chosen way."""
        return STEPS[self.answers.way]

    @property
    def number(self) -> int:
        """The place of this step, from 1."""
        return self.steps.index(self.step) + 1

    @property
    def missing(self) -> Missing:
        """What this step still wants."""
        answers = self.answers
        match self.step:
            case Step.ROLE:
                return Missing.ELSEWHERE if answers.way is Way.CENTRE else Missing.NOTHING
            case Step.DEMONSTRATION:
                return Missing.ELSEWHERE
            case Step.KIT:
                return Missing.NOTHING if answers.kit else Missing.KIT
            case Step.FINGERPRINT:
                return Missing.NOTHING if answers.fingerprint_right or answers.no_letter else Missing.FINGERPRINT
            case Step.OFFICE:
                return Missing.NOTHING if answers.office else Missing.OFFICE
            case Step.PIN:
                return self._missing_of_pin()
            case _:
                return Missing.NOTHING

    @property
    def sets_up(self) -> bool:
        """Whether leaving this step forward makes the office."""
        return self.step is Step.PIN and not self.made

    @property
    def may_go_back(self) -> bool:
        """From every step but the first and the result."""
        return self.step is not Step.ROLE and not self.made

    @property
    def may_finish(self) -> bool:
        """Only when the office is there."""
        return self.made

    @property
    def role(self) -> Role:
        """The role that is being set up."""
        return Role.CENTRE if self.answers.way is Way.CENTRE else Role.OFFICE

    def next(self) -> Flow:
        """The following step; the same flow while something is missing or at the end. Never into the result by itself."""
        if self.missing is not Missing.NOTHING or self.sets_up or self.step is self.steps[-1]:
            return self
        return replace(self, step=self.steps[self.number])

    def back(self) -> Flow:
        """The step before."""
        return replace(self, step=self.steps[self.number - 2]) if self.may_go_back else self

    def _missing_of_pin(self) -> Missing:
        if len(self.answers.pin) < SHORTEST_PIN:
            return Missing.PIN_SHORT
        return Missing.NOTHING if self.answers.pin == self.answers.pin_again else Missing.PIN_DIFFERS
