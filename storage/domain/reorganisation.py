"""Reorganising offices: every change of the register as a pure function from one register to the next.

A code is for ever, so what ends keeps its code and its past, and what begins gets a code of its own; a succession with a date
and a legal basis says who follows whom. From it follow the duties that pass to an heir and the figures "as organised now".
What was owed before the date is not touched. A mistake is put right by another change (``take_back``, ``correct``); what the
register was before stays in the kits and in the ledger. Nothing here knows what has been recorded: see ``registry_effects``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import msgspec

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import normalise
from storage.domain.office_file import check_offices
from storage.domain.offices import Confidence, Office, OfficeRegister, Succession, SuccessionKind
from storage.domain.strict_json import convert

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """From which day, by which document (số, ký hiệu văn bản), and for which part of the work (in words, may be empty)."""

    effective: date
    legal_basis: str
    scope: str = ""


def create(register: OfficeRegister, office: Office, decision: Decision) -> OfficeRegister:
    """A new office that follows nobody. Raises REASON_MISSING without a legal basis, and as ``check_offices``."""
    _require_basis(decision)
    _require_new(register, [office])
    begun = msgspec.structs.replace(office, valid_from=decision.effective, source=office.source or decision.legal_basis)
    return _checked(register, offices=(*register.offices, begun))


def rename(register: OfficeRegister, code: str, successor: Office, decision: Decision) -> OfficeRegister:
    """``code`` ends and ``successor`` carries on all of it under another name. Raises as ``merge``."""
    return _succeeded(register, SuccessionKind.RENAME, [code], [successor], [successor.code], decision)


def merge(register: OfficeRegister, sources: Sequence[str], target: Office | str, decision: Decision) -> OfficeRegister:
    """``sources`` end and ``target`` carries on their work: a new office, or one that exists, by its code (a source too).

    Raises REASON_MISSING without a legal basis, OFFICE_UNKNOWN(office), OFFICE_CLOSED(office, day), OFFICE_CODE_TAKEN(office),
    OFFICE_ENDS_ALREADY(office, day) when its end is set already, and as ``check_offices``.
    """
    new = [] if isinstance(target, str) else [target]
    heir = target if isinstance(target, str) else target.code
    return _succeeded(register, SuccessionKind.MERGE, list(dict.fromkeys([*sources])), new, [heir], decision)


def split(register: OfficeRegister, code: str, targets: Sequence[Office | str], decision: Decision) -> OfficeRegister:
    """Each of ``targets`` carries on a part of ``code``, which ends unless it is among them. Raises as ``merge``."""
    new = [target for target in targets if not isinstance(target, str)]
    heirs = [target if isinstance(target, str) else target.code for target in targets]
    return _succeeded(register, SuccessionKind.SPLIT, [code], new, heirs, decision)


def move(register: OfficeRegister, code: str, parent: str, decision: Decision) -> OfficeRegister:
    """The office goes on under its code below another parent; nothing that it owes or has reported changes."""
    _require_basis(decision)
    office = register.valid_office(code, decision.effective)
    moved = msgspec.structs.replace(office, parent=parent)
    offices = tuple(moved if one.code == code else one for one in register.offices)
    line = _succession(SuccessionKind.MOVE, [code], [code], decision)
    return _checked(register, offices=offices, successions=(*register.successions, line))


def regroup(register: OfficeRegister, code: str, successor: Office, decision: Decision) -> OfficeRegister:
    """The office changes its groups or its type. It goes on under a new code, so that what it owed before stays as it was."""
    return _succeeded(register, SuccessionKind.REGROUP, [code], [successor], [successor.code], decision)


def close(register: OfficeRegister, code: str, decision: Decision) -> OfficeRegister:
    """The office ends and nobody carries on its work. Raises as ``merge``."""
    return _succeeded(register, SuccessionKind.CLOSE, [code], [], [], decision)


def correct(register: OfficeRegister, office: Office) -> OfficeRegister:
    """Puts right what was written down wrongly about an office: no reorganisation, the same code and the same days.

    Raises OFFICE_UNKNOWN(office), and as ``check_offices``.
    """
    before = register.office(office.code)
    kept = msgspec.structs.replace(office, valid_from=before.valid_from, valid_to=before.valid_to)
    return _checked(register, offices=tuple(kept if one.code == kept.code else one for one in register.offices))


def take_back(register: OfficeRegister, position: int) -> OfficeRegister:
    """Takes back the succession at ``position``: its sources go on as if nothing had happened.

    Targets stay in the register, since reports may bear their codes; one that was begun by this alone can be closed. Raises
    SCHEMA_INVALID(at) when a later succession of a source rests on this one, and as ``check_offices``.
    """
    line = register.successions[position]
    others = (*register.successions[:position], *register.successions[position + 1 :])
    ended_otherwise = {source for other in others if _ends(other) for source in other.sources if source not in other.targets}
    revived = {code for code in line.sources if code not in line.targets} - ended_otherwise
    offices = tuple(
        msgspec.structs.replace(office, valid_to=None) if office.code in revived else office for office in register.offices
    )
    return _checked(register, offices=offices, successions=others)


def set_types(register: OfficeRegister, types: Sequence[object]) -> OfficeRegister:
    """Other types of offices, as plain values. Raises as ``check_offices``."""
    raw = msgspec.to_builtins(register) | {"types": list(types)}
    changed = convert(raw, OfficeRegister)
    check_offices(changed)
    return changed


def free_code(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """A code like ``wanted`` that no office bears: ``STTTT-2``, ``STTTT-3`` …, never longer than 16 characters."""
    if wanted and not is_taken(wanted):
        return wanted
    for number in range(2, 10_000):
        ending = f"-{number}"
        candidate = wanted[: 16 - len(ending)] + ending
        if not is_taken(candidate):
            return candidate
    raise LedgerError(Code.SCHEMA_INVALID, at="offices")


def _succeeded(
    register: OfficeRegister,
    kind: SuccessionKind,
    sources: Sequence[str],
    new: Sequence[Office],
    targets: Sequence[str],
    decision: Decision,
) -> OfficeRegister:
    _require_basis(decision)
    last_day = decision.effective - _ONE_DAY
    for code in sources:
        office = register.valid_office(code, last_day)
        if office.valid_to is not None and code not in targets:
            raise LedgerError(Code.OFFICE_ENDS_ALREADY, office=code, day=office.valid_to.isoformat())
    _require_new(register, new)
    for code in targets:
        if code not in sources and all(code != office.code for office in new):
            register.valid_office(code, decision.effective)
    ended = {code for code in sources if code not in targets}
    begun = [msgspec.structs.replace(office, valid_from=decision.effective, valid_to=None) for office in new]
    offices = [
        msgspec.structs.replace(office, valid_to=last_day) if office.code in ended else office for office in register.offices
    ]
    line = _succession(kind, sources, targets, decision)
    return _checked(register, offices=(*offices, *begun), successions=(*register.successions, line))


def _succession(kind: SuccessionKind, sources: Sequence[str], targets: Sequence[str], decision: Decision) -> Succession:
    return Succession(
        kind=kind,
        effective=decision.effective,
        sources=tuple(sources),
        targets=tuple(targets),
        scope=normalise(decision.scope),
        legal_basis=normalise(decision.legal_basis),
        confidence=Confidence.SOURCE,
    )


def _ends(line: Succession) -> bool:
    return line.kind not in (SuccessionKind.MOVE, SuccessionKind.REGROUP) or not set(line.sources) & set(line.targets)


def _require_basis(decision: Decision) -> None:
    if not normalise(decision.legal_basis):
        raise LedgerError(Code.REASON_MISSING, detail="no legal basis")


def _require_new(register: OfficeRegister, offices: Sequence[Office]) -> None:
    for office in offices:
        if office.code in register:
            raise LedgerError(Code.OFFICE_CODE_TAKEN, office=office.code)


def _checked(
    register: OfficeRegister, *, offices: Sequence[Office] = (), successions: Sequence[Succession] | None = None
) -> OfficeRegister:
    """The register with other parts, read strictly, since values built in code have not been looked at."""
    changed = msgspec.structs.replace(
        register,
        offices=tuple(offices) or register.offices,
        successions=register.successions if successions is None else tuple(successions),
    )
    read = convert(msgspec.to_builtins(changed), OfficeRegister)
    check_offices(read)
    return read
