"""Reading and writing the register of offices as a JSON document, and every rule that holds between its parts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import timedelta
from functools import partial

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.offices import Office, OfficeRegister, Succession, SuccessionKind
from storage.domain.strict_json import convert, pretty, read_raw

_ENDING = frozenset({SuccessionKind.MERGE, SuccessionKind.SPLIT, SuccessionKind.RENAME, SuccessionKind.CLOSE})
"""Kinds after which a source exists no longer, unless it is a target too and goes on under its code."""

_ONE_DAY = timedelta(days=1)


def parse_offices(data: bytes) -> OfficeRegister:
    """The register in ``data`` (UTF-8 JSON).

    Raises SCHEMA_UNKNOWN_FIELD(field, at), SCHEMA_INVALID(at) or PROGRAMME_REFERENCE_UNKNOWN(reference, at).
    """
    register = convert(read_raw(data), OfficeRegister)
    check_offices(register)
    return register


def offices_bytes(register: OfficeRegister) -> bytes:
    """The document to distribute; the same register always gives the same octets."""
    return pretty(register)


def check_offices(register: OfficeRegister) -> None:
    """The rules between the parts; raises as ``parse_offices``."""
    for problem in office_problems(register):
        raise problem


def office_problems(register: OfficeRegister) -> Iterator[LedgerError]:
    """Every broken rule between the parts, one for each part at most, as ``parse_offices`` would raise it."""
    for check in _checks(register):
        try:
            check()
        except LedgerError as problem:
            yield problem


def _checks(register: OfficeRegister) -> Iterator[Callable[[], None]]:
    yield partial(_unique, (kind.code for kind in register.types), "types")
    yield partial(_unique, (office.code for office in register.offices), "offices")
    types = {kind.code for kind in register.types}
    for office in register.offices:
        yield partial(_check_office, register, office, types)
    for position, succession in enumerate(register.successions):
        yield partial(_check_succession, register, succession, f"successions[{position}]")
    yield partial(_check_no_circle, register)


def _check_office(register: OfficeRegister, office: Office, types: Collection[str]) -> None:
    place = f"offices.{office.code}"
    if office.type not in types:
        raise LedgerError(Code.PROGRAMME_REFERENCE_UNKNOWN, reference=office.type, at=f"{place}.type")
    if office.parent and office.parent not in register:
        raise LedgerError(Code.PROGRAMME_REFERENCE_UNKNOWN, reference=office.parent, at=f"{place}.parent")
    _unique(office.groups, f"{place}.groups")
    if office.valid_from and office.valid_to:
        _require(office.valid_from <= office.valid_to, f"{place}.valid_to")
    _check_parents(register, office)


def _check_parents(register: OfficeRegister, office: Office) -> None:
    seen = {office.code}
    parent = office.parent
    while parent and parent in register:
        _require(parent not in seen, f"offices.{office.code}.parent")
        seen.add(parent)
        parent = register.office(parent).parent


def _check_succession(register: OfficeRegister, succession: Succession, place: str) -> None:
    for code in (*succession.sources, *succession.targets):
        if code not in register:
            raise LedgerError(Code.PROGRAMME_REFERENCE_UNKNOWN, reference=code, at=place)
    _unique(succession.sources, f"{place}.sources")
    _unique(succession.targets, f"{place}.targets")
    _require(bool(succession.targets) == (succession.kind is not SuccessionKind.CLOSE), f"{place}.targets")
    for code in succession.targets:
        _require(register.office(code).is_valid_on(succession.effective), f"{place}.targets.{code}")
    for code in succession.sources:
        office = register.office(code)
        goes_on = code in succession.targets
        _require(goes_on or office.is_valid_on(succession.effective - _ONE_DAY), f"{place}.sources.{code}")
        if succession.kind in _ENDING and not goes_on:
            _require(not office.is_valid_on(succession.effective), f"{place}.sources.{code}")


def _check_no_circle(register: OfficeRegister) -> None:
    """Nobody may inherit, by any number of steps, from itself."""
    followers: dict[str, set[str]] = {}
    for succession in register.successions:
        for source in succession.sources:
            followers.setdefault(source, set()).update(target for target in succession.targets if target != source)
    finished: set[str] = set()
    for start in followers:
        _walk(start, followers, finished)


def _walk(start: str, followers: dict[str, set[str]], finished: set[str]) -> None:
    """Depth first without recursion: a register may hold long chains."""
    path: list[tuple[str, list[str]]] = [(start, sorted(followers.get(start, ())))]
    open_codes = {start}
    while path:
        code, pending = path[-1]
        if not pending:
            path.pop()
            open_codes.discard(code)
            finished.add(code)
            continue
        target = pending.pop()
        _require(target not in open_codes, f"successions.{code}.{target}")
        if target not in finished:
            open_codes.add(target)
            path.append((target, sorted(followers.get(target, ()))))


def _unique(codes: Iterable[str], place: str) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise LedgerError(Code.SCHEMA_INVALID, detail=f"{code} twice", at=f"{place}.{code}")
        seen.add(code)


def _require(holds: bool, place: str) -> None:
    if not holds:
        raise LedgerError(Code.SCHEMA_INVALID, detail="rule between parts", at=place)
