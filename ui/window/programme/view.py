"""What the page of the plan reads in one job: the documents in force, the draft, and who is where; no Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from storage.plan import documents_digest, documents_of, plain
from storage.plan_draft import plan_draft

if TYPE_CHECKING:
    from export.exchange.station import Station
    from storage.plan_draft import PlanDraft
    from storage.plan_problems import Placed


@dataclass(frozen=True, slots=True)
class PlanView:
    """``in_force`` as plain values with its ``digest``; ``draft`` None when there is none; ``kit`` the newest kit's number."""

    in_force: dict[str, Any]
    digest: str
    draft: PlanDraft | None
    kit: int
    today: date


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a draft: its problems, and how many differences it has; nothing is known of them while it is broken."""

    problems: tuple[Placed, ...]
    changes: int


@dataclass(frozen=True, slots=True)
class OwedLine:
    """One office in a period: what it owes and why. ``standing`` is owed, requested, exempt or none."""

    office: str
    name: str
    standing: str
    inherited_from: tuple[str, ...]
    reason: str
    everywhere: bool = False
    """Whether the exemption is for every period."""


def read_plan(station: Station) -> PlanView:
    """The plan as the page shows it."""
    documents = documents_of(station.catalogue)
    draft = plan_draft(station.ledger)
    return PlanView(plain(documents), documents_digest(documents), draft, station.kit_number, station.catalogue.today)
