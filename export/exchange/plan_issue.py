"""Putting a new plan in force and handing it to the offices: the documents in the centre's ledger first, then the next kit.

The kit's signatures are looked for before anything is written. When the kit then cannot be written (a full stick), the plan is
in force and the kit can be issued again by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from export.exchange.kits import issue_kit, require_signers
from export.exchange.station import Station
from export.trust.signing_keys import SigningKey
from storage.domain.progress import ProgressReporter, silent
from storage.plan import Documents, InForce, put_in_force
from storage.plan_draft import drop_plan_draft


@dataclass(frozen=True, slots=True)
class IssuedPlan:
    """What came into force, and the kit that brings it to the offices."""

    in_force: InForce
    kit: int
    path: Path


def issue_plan(
    station: Station,
    documents: Documents,
    target: Path,
    *,
    why: str = "",
    by: str = "",
    more_keys: Sequence[SigningKey] = (),
    report: ProgressReporter = silent,
) -> IssuedPlan:
    """Puts ``documents`` in force, forgets the draft and writes the next kit to ``target``, a folder or a file.

    Raises ``LedgerError``: WRONG_ROLE, TRUST_THRESHOLD (``role``, ``needed``, ``found``) before anything is written, what
    ``put_in_force`` raises, and what ``issue_kit`` raises, the plan being in force by then.
    """
    require_signers(station, more_keys)
    done = put_in_force(station.ledger, station.catalogue, documents, why=why, by=by)
    drop_plan_draft(station.ledger)
    station.reload()
    sealed = issue_kit(station, target, more_keys=more_keys, report=report)
    return IssuedPlan(done, station.kit_number, sealed.path)
