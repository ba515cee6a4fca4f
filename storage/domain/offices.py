"""The register of offices: which office existed when, to which groups it belongs, and which offices carry on its work.

Codes are for ever: a reorganisation never renames a code, it ends one office and begins others, and a succession with a date
says who follows whom. All questions take the date they are asked for. Nobody's name stands here: ``phone`` is an office's
switchboard, kept at the centre to call an office back on a number that did not come with its request.
"""

from __future__ import annotations

import datetime
import re
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta, Struct

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import fold

OfficeCode = Annotated[str, Meta(pattern=r"\A[0-9A-Z-]{1,16}\Z")]
OptionalOfficeCode = Annotated[str, Meta(pattern=r"\A[0-9A-Z-]{0,16}\Z")]
GroupTag = Annotated[str, Meta(pattern=r"\A[0-9A-Z_-]{1,16}\Z")]
OfficeTypeCode = Annotated[str, Meta(pattern=r"\A[a-z][a-z_]{0,31}\Z")]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
Text = Annotated[str, Meta(max_length=1000)]
ElectronicIdentifier = Annotated[
    str, Meta(pattern=r"\A(?:[A-Z][0-9]{2}(?:\.[0-9A-Z]{1,4})*|[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2})?\Z", max_length=35)
]
"""Decision 20/2020/QĐ-TTg (``H34.18``) or the older QCVN 102:2016 (``000.00.00.H34``); never derived, empty when not known."""
Switchboard = Annotated[str, Meta(pattern=r"\A[0-9 .()+-]{0,24}\Z")]

_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")


class SuccessionKind(StrEnum):
    """What happened to the sources."""

    MERGE = "MERGE"
    SPLIT = "SPLIT"
    RENAME = "RENAME"
    MOVE = "MOVE"
    REGROUP = "REGROUP"
    CLOSE = "CLOSE"


class Confidence(StrEnum):
    """How well a statement of the register is known; what is not from a source is to be confirmed by the province."""

    SOURCE = "SOURCE"
    DATA = "DATA"
    INFERRED = "INFERRED"
    MEMORY = "MEMORY"


class OfficeType(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A type of office; a programme's groups may refer to it."""

    code: OfficeTypeCode
    label_vi: Name
    label_en: Name


class Office(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One office in one form. ``valid_from`` and ``valid_to`` are inclusive; ``None`` means always and until further notice."""

    code: OfficeCode
    name_vi: Name
    name_en: Name
    type: OfficeTypeCode
    parent: OptionalOfficeCode = ""
    symbol: Annotated[str, Meta(max_length=32)] = ""
    """The abbreviation in the symbols of its documents (Decree 30/2020/NĐ-CP), fixed by the head of the office."""
    groups: tuple[GroupTag, ...] = ()
    named_in_plan: bool = False
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    e_id: ElectronicIdentifier = ""
    phone: Switchboard = ""
    place: Annotated[str, Meta(max_length=80)] = ""
    """The place name before the date of a document (địa danh)."""
    confidence: Confidence = Confidence.SOURCE
    source: Text = ""

    def is_valid_on(self, day: datetime.date) -> bool:
        """Whether the office exists on ``day``."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Succession(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """From ``effective`` on, each of ``targets`` carries on a part of each of ``sources`` (``scope`` says which, in words)."""

    kind: SuccessionKind
    effective: datetime.date
    sources: Annotated[tuple[OfficeCode, ...], Meta(min_length=1)]
    targets: tuple[OfficeCode, ...] = ()
    scope: Text = ""
    legal_basis: Text = ""
    confidence: Confidence
    source: Text = ""


class OfficeRegister(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """All offices and successions; immutable, looked up by code."""

    format: Literal[1]
    version: Annotated[int, Meta(ge=1, le=1_000_000)]
    types: tuple[OfficeType, ...]
    offices: Annotated[tuple[Office, ...], Meta(min_length=1)]
    successions: tuple[Succession, ...] = ()
    notes: tuple[Text, ...] = ()

    def office(self, code: str) -> Office:
        """Raises OFFICE_UNKNOWN(office)."""
        try:
            return self._by_code[code]
        except KeyError as error:
            raise LedgerError(Code.OFFICE_UNKNOWN, office=code) from error

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def valid_office(self, code: str, on: datetime.date) -> Office:
        """Raises OFFICE_UNKNOWN(office) or OFFICE_CLOSED(office, day)."""
        office = self.office(code)
        if not office.is_valid_on(on):
            raise LedgerError(Code.OFFICE_CLOSED, office=code, day=on.isoformat())
        return office

    def offices_on(self, day: datetime.date) -> tuple[Office, ...]:
        """The offices that exist on ``day``, in the register's order."""
        return tuple(office for office in self.offices if office.is_valid_on(day))

    def heirs(self, code: str, on: datetime.date) -> tuple[Office, ...]:
        """The offices existing on ``on`` that carry on the work of ``code``, through any number of successions.

        Empty while the office itself exists, before it existed, or when it was closed without an heir. Raises OFFICE_UNKNOWN.
        """
        if self.office(code).is_valid_on(on):
            return ()
        found: dict[str, Office] = {}
        followed: set[str] = set()
        pending = [code]
        while pending:
            for effective, target in self._edges.get(pending.pop(), ()):
                if effective > on or target in followed:
                    continue
                followed.add(target)
                office = self._by_code[target]
                if office.is_valid_on(on):
                    found[target] = office
                else:
                    pending.append(target)
        return tuple(sorted(found.values(), key=lambda office: self._order[office.code]))

    def standing(self, code: str, on: datetime.date) -> tuple[Office, ...]:
        """The office itself while it exists, its heirs afterwards. Raises OFFICE_UNKNOWN."""
        office = self.office(code)
        return (office,) if office.is_valid_on(on) else self.heirs(code, on)

    def ancestors(self, code: str) -> tuple[Office, ...]:
        """The parent, its parent, and so on. Raises OFFICE_UNKNOWN."""
        chain: list[Office] = []
        parent = self.office(code).parent
        while parent:
            chain.append(self.office(parent))
            parent = chain[-1].parent
        return tuple(chain)

    def find(self, name: str, on: datetime.date | None = None) -> tuple[Office, ...]:
        """Offices whose Vietnamese name is ``name``, whatever its spelling: see ``name_key``."""
        wanted = name_key(name)
        candidates = self.offices if on is None else self.offices_on(on)
        return tuple(office for office in candidates if name_key(office.name_vi) == wanted)

    @cached_property
    def change_days(self) -> tuple[datetime.date, ...]:
        """The days on which any office begins, is gone, or is followed; between two of them every answer is the same."""
        begins = {office.valid_from for office in self.offices if office.valid_from is not None}
        ends = {office.valid_to for office in self.offices if office.valid_to not in (None, datetime.date.max)}
        after = {end + datetime.timedelta(days=1) for end in ends if end is not None}
        return tuple(sorted(begins | after | {succession.effective for succession in self.successions}))

    @cached_property
    def _by_code(self) -> dict[str, Office]:
        return {office.code: office for office in self.offices}

    @cached_property
    def _order(self) -> dict[str, int]:
        return {office.code: position for position, office in enumerate(self.offices)}

    @cached_property
    def _edges(self) -> dict[str, list[tuple[datetime.date, str]]]:
        """Who follows a source, with the date; a source that is its own target only moved and is no edge."""
        edges: dict[str, list[tuple[datetime.date, str]]] = {}
        for succession in self.successions:
            for source in succession.sources:
                followers = edges.setdefault(source, [])
                followers.extend((succession.effective, target) for target in succession.targets if target != source)
        return edges


def name_key(name: str) -> str:
    """A key under which the spellings of one name are equal.

    Marks, đ and capitals do not count, so Đăk = Đắk and Uỷ ban = Ủy ban; apostrophes and spaces do not count, so Ia H’Drai =
    Ia H' Drai; Ngọk = Ngọc, as the official lists disagree; UBND = Ủy ban nhân dân.
    """
    words = _NOT_ALPHANUMERIC.sub(" ", fold(name)).split()
    spelled = ("ngoc" if word == "ngok" else "uybannhandan" if word == "ubnd" else word for word in words)
    return "".join(spelled)
