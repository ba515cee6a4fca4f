"""The acts by which offices change; what was answered in their dialog becomes one change of the register. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from storage.domain import reorganisation
from storage.domain.calendar import iso_day
from storage.domain.offices import OfficeRegister
from storage.domain.reorganisation import Decision
from storage.plan_problems import office_of


class Act(StrEnum):
    """What a person can do to offices. CORRECT is no reorganisation, only a slip of the pen."""

    CREATE = "create"
    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    MOVE = "move"
    REGROUP = "regroup"
    CLOSE = "close"
    CORRECT = "correct"
    TAKE_BACK = "take_back"


OFFICE_FIELDS = ("code", "name_vi", "name_en", "type", "parent", "groups", "symbol", "place", "phone")
WITH_NEW_OFFICE = frozenset({Act.CREATE, Act.RENAME, Act.MERGE, Act.REGROUP, Act.CORRECT})
WITHOUT_DECISION = frozenset({Act.CORRECT, Act.TAKE_BACK})


@dataclass(frozen=True, slots=True)
class Answers:
    """What the dialog holds: ``office`` the fields of the new or corrected office, ``heirs`` those of a split.

    ``into`` names an office that exists and takes the others in; ``position`` the succession that is taken back.
    """

    act: Act
    code: str = ""
    effective: str = ""
    legal_basis: str = ""
    scope: str = ""
    sources: tuple[str, ...] = ()
    into: str = ""
    parent: str = ""
    office: Mapping[str, Any] = field(default_factory=dict)
    heirs: tuple[Mapping[str, Any], ...] = ()
    position: int = -1

    def change(self, register: OfficeRegister) -> OfficeRegister:
        """The register afterwards. Raises ``LedgerError`` as ``reorganisation``, and DATE_INVALID(date)."""
        if self.act is Act.CORRECT:
            return reorganisation.correct(register, office_of(self.office))
        if self.act is Act.TAKE_BACK:
            return reorganisation.take_back(register, self.position)
        return self._decided(register, Decision(effective=self._day(), legal_basis=self.legal_basis, scope=self.scope))

    def _day(self) -> date:
        return iso_day(self.effective)

    def _decided(self, register: OfficeRegister, decision: Decision) -> OfficeRegister:
        if self.act is Act.MOVE:
            return reorganisation.move(register, self.code, self.parent, decision)
        if self.act is Act.CLOSE:
            return reorganisation.close(register, self.code, decision)
        if self.act is Act.SPLIT:
            targets = [heir["code"] if heir["code"] in register else office_of(heir) for heir in self.heirs]
            return reorganisation.split(register, self.code, targets, decision)
        if self.act is Act.MERGE and self.into:
            return reorganisation.merge(register, self.sources, self.into, decision)
        office = office_of(self.office)
        if self.act is Act.CREATE:
            return reorganisation.create(register, office, decision)
        if self.act is Act.RENAME:
            return reorganisation.rename(register, self.code, office, decision)
        if self.act is Act.REGROUP:
            return reorganisation.regroup(register, self.code, office, decision)
        return reorganisation.merge(register, self.sources, office, decision)


def proposed_office(act: Act, register: Mapping[str, Any], code: str) -> dict[str, Any]:
    """The fields of the office to begin with: those of the one it follows, with a code that is free."""
    offices = {office["code"]: office for office in register["offices"]}
    like = offices.get(code)
    if like is None or act is Act.CREATE:
        kind = like["type"] if like else register["types"][0]["code"]
        parent, groups = (like["parent"], list(like["groups"])) if like else ("", [])
        return {
            "code": "",
            "name_vi": "",
            "name_en": "",
            "type": kind,
            "parent": parent,
            "groups": groups,
            "symbol": "",
            "place": "",
            "phone": "",
        }
    fields = {name: like[name] for name in OFFICE_FIELDS}
    if act is not Act.CORRECT:
        fields["code"] = reorganisation.free_code(code, offices.__contains__)
        fields["phone"] = ""
    return fields


def whole_office(fields: Mapping[str, Any], before: Mapping[str, Any] | None) -> dict[str, Any]:
    """The fields of the dialog with those that it does not ask for: kept in a correction, empty in a new office."""
    return {**(before or {}), **fields}
