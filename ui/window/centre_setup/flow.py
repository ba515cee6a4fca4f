"""The order of a centre's steps, what is still missing, and from where there is no way back. No Qt here.

Nothing is written before the step ``PIN`` is confirmed, except a copy of the plan that somebody asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path

SHORTEST_PIN = 6
_ORGANISATION = re.compile(r"[a-z0-9]+(\.[a-z0-9-]+){1,5}")
_TELEPHONE = re.compile(r"[0-9 .()+-]{0,24}")


class Step(Enum):
    """One page of the set-up, in their order."""

    PROGRAMME = auto()
    OFFICES = auto()
    CENTRE = auto()
    STICKS = auto()
    PIN = auto()
    RECOVERY = auto()
    LETTER = auto()
    KIT = auto()


STEPS = tuple(Step)


class Keeping(Enum):
    """Where the root key lies."""

    ONE_STICK = 1
    THREE_STICKS = 3
    THIS_PC = 0


class Missing(Enum):
    """Why a step cannot be left yet; the window has a sentence for each."""

    NOTHING = auto()
    PROGRAMME = auto()
    OFFICES = auto()
    NAME = auto()
    ORGANISATION = auto()
    TELEPHONE = auto()
    STICKS = auto()
    SAME_STICK = auto()
    NOT_A_STICK = auto()
    RISK = auto()
    PIN_SHORT = auto()
    PIN_DIFFERS = auto()
    RECOVERY = auto()


@dataclass(frozen=True, slots=True)
class ProgrammeChoice:
    """A programme that was read; ``source`` is None for the built-in one, ``content`` and ``dates`` are JSON."""

    content: bytes
    dates: bytes
    title: str
    tasks: int
    indicators: int
    centre: str
    code: str
    source: Path | None = None


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office that could be the centre."""

    code: str
    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class OfficesChoice:
    """A register that fits the programme; ``in_force`` counts the offices that exist on the day of the set-up."""

    content: bytes
    offices: tuple[OfficeLine, ...]
    in_force: int
    source: Path | None = None


@dataclass(frozen=True, slots=True)
class Centre:
    """Which office of the register this is, its name and switchboard, and the mark that all its files bear."""

    code: str = ""
    name: str = ""
    telephone: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered so far."""

    programme: ProgrammeChoice | None = None
    offices: OfficesChoice | None = None
    centre: Centre = Centre()
    keeping: Keeping = Keeping.ONE_STICK
    sticks: tuple[Path | None, ...] = (None,)
    outside: tuple[bool, ...] = (True,)
    """For each stick whether its folder lies on a removable drive."""
    risk_taken: bool = False
    pin: str = ""
    pin_again: str = ""


@dataclass(frozen=True, slots=True)
class CentreFlow:
    """Where the person is. Every method answers a new flow."""

    step: Step = Step.PROGRAMME
    answers: Answers = field(default_factory=Answers)
    made: bool = False
    code_is_kept: bool = False

    # Answers

    def with_programme(self, programme: ProgrammeChoice | None) -> CentreFlow:
        """Another programme takes the offices back: their groups must fit it."""
        if programme == self.answers.programme:
            return self
        return replace(self, answers=replace(self.answers, programme=programme, offices=None, centre=Centre()))

    def with_offices(self, offices: OfficesChoice | None) -> CentreFlow:
        """A register, and from it the centre that the programme names, unless another office of it was chosen already."""
        answers = replace(self.answers, offices=offices)
        if offices is None:
            return replace(self, answers=replace(answers, centre=Centre()))
        known = {office.code: office for office in offices.offices}
        programme = answers.programme
        if answers.centre.code not in known and programme is not None:
            office = known.get(programme.centre, offices.offices[0])
            centre = Centre(office.code, office.name, office.phone, f"vn.shd.{programme.code.lower()}")
            answers = replace(answers, centre=centre)
        return replace(self, answers=answers)

    def with_centre(self, centre: Centre) -> CentreFlow:
        """What was typed about the centre."""
        return replace(self, answers=replace(self.answers, centre=centre))

    def with_sticks(
        self, keeping: Keeping, sticks: Sequence[Path | None], outside: Sequence[bool], *, risk_taken: bool
    ) -> CentreFlow:
        """Where the root key goes; ``risk_taken`` when somebody ticked that a copy on this PC is meant."""
        changed = replace(self.answers, keeping=keeping, sticks=tuple(sticks), outside=tuple(outside), risk_taken=risk_taken)
        return replace(self, answers=changed)

    def with_pin(self, pin: str, again: str) -> CentreFlow:
        """The PIN, typed twice."""
        return replace(self, answers=replace(self.answers, pin=pin, pin_again=again))

    def with_result(self) -> CentreFlow:
        """The centre has been made; the PIN is needed once more for the first kit, there is no way back."""
        return replace(self, made=True, step=Step.RECOVERY)

    def with_code_kept(self, kept: bool) -> CentreFlow:
        """Whether the recovery code is on paper."""
        return replace(self, code_is_kept=kept)

    # Ways

    @property
    def number(self) -> int:
        """The place of this step, from 1."""
        return STEPS.index(self.step) + 1

    @property
    def sets_up(self) -> bool:
        """Whether leaving this step forward makes the centre."""
        return self.step is Step.PIN and not self.made

    @property
    def may_go_back(self) -> bool:
        """Before the keys are made from everywhere (from the first step to the choice of the role); then among the papers."""
        return self.step is not Step.RECOVERY

    @property
    def may_finish(self) -> bool:
        """At the end, with the recovery code on paper."""
        return self.made and self.code_is_kept and self.step is STEPS[-1]

    @property
    def missing(self) -> Missing:
        """What this step still wants."""
        answers = self.answers
        match self.step:
            case Step.PROGRAMME:
                return Missing.NOTHING if answers.programme else Missing.PROGRAMME
            case Step.OFFICES:
                return Missing.NOTHING if answers.offices else Missing.OFFICES
            case Step.CENTRE:
                return _missing_of_centre(answers.centre)
            case Step.STICKS:
                return _missing_of_sticks(answers)
            case Step.PIN:
                if len(answers.pin) < SHORTEST_PIN:
                    return Missing.PIN_SHORT
                return Missing.NOTHING if answers.pin == answers.pin_again else Missing.PIN_DIFFERS
            case Step.RECOVERY:
                return Missing.NOTHING if self.code_is_kept else Missing.RECOVERY
            case _:
                return Missing.NOTHING

    def next(self) -> CentreFlow:
        """The following step; the same flow while something is missing or at the end. Never behind the PIN by itself."""
        if self.missing is not Missing.NOTHING or self.sets_up or self.step is STEPS[-1]:
            return self
        return replace(self, step=STEPS[self.number])

    def back(self) -> CentreFlow:
        """The step before; the same flow at the first and at the recovery code."""
        return replace(self, step=STEPS[self.number - 2]) if self.may_go_back and self.number > 1 else self


def _missing_of_centre(centre: Centre) -> Missing:
    if not centre.code or not centre.name.strip():
        return Missing.NAME
    if not _TELEPHONE.fullmatch(centre.telephone.strip()):
        return Missing.TELEPHONE
    return Missing.NOTHING if _ORGANISATION.fullmatch(centre.organisation.strip()) else Missing.ORGANISATION


def _missing_of_sticks(answers: Answers) -> Missing:
    if answers.keeping is Keeping.THIS_PC:
        return Missing.NOTHING if answers.risk_taken else Missing.RISK
    folders = [folder for folder in answers.sticks if folder is not None]
    if len(folders) < answers.keeping.value:
        return Missing.STICKS
    if len(set(folders)) < len(folders):
        return Missing.SAME_STICK
    return Missing.NOTHING if all(answers.outside) or answers.risk_taken else Missing.NOT_A_STICK
