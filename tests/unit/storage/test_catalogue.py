"""Whose work belongs to a period: an office that ends within it counts until its last day, its heir from then on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from storage.catalogue import Catalogue
from storage.consolidation import consolidate
from storage.ledger import Role
from storage.summaries import group_report
from tests.unit.storage.ledger_examples import DEPARTMENT, Pc, meeting, record

LAST_DAY = date(2025, 2, 28)
"""Of the department, by the built-in register; it was divided on the day after."""
HEIR = "SKHCN-M"


@pytest.fixture
def pc(tmp_path: Path) -> Pc:
    return Pc(tmp_path)


def test_an_office_that_ended_within_a_period_keeps_its_tasks_there(pc: Pc) -> None:
    with pc.create(role=Role.CENTRE) as ledger:
        catalogue = Catalogue(ledger)
        within, before, after = (catalogue.period(code) for code in ("2025S1", "2024", "2025"))
        assert catalogue.last_day_in(DEPARTMENT, within) == catalogue.last_day_in(DEPARTMENT, after) == LAST_DAY
        assert catalogue.last_day_in(DEPARTMENT, before) == before.last_day
        assert catalogue.last_day_in(HEIR, within) == within.last_day
        assert catalogue.task_codes(DEPARTMENT, within.last_day) == frozenset()
        assert "II.1.a" in catalogue.task_codes_in(DEPARTMENT, within)
        assert catalogue.last_day_in(DEPARTMENT, catalogue.period("2026")) == catalogue.period("2026").last_day
        assert catalogue.task_codes_in(DEPARTMENT, catalogue.period("2026")) == frozenset()


def test_what_it_did_until_then_is_counted(pc: Pc) -> None:
    with pc.create(office=DEPARTMENT, role=Role.CENTRE) as ledger:
        record(ledger, meeting(date="2025-02-20", values={"so_cuoc": 3, "luot_nguoi_du": 90}))
        catalogue = Catalogue(ledger)
        period = catalogue.period("2025S1")
        (figure,) = [one for one in consolidate(ledger, catalogue, period).figures if one.indicator.id == "II.1.a-1"]
        assert figure.total == 3
        (kept,) = [one for one in group_report(ledger, catalogue, period).figures if one.indicator.id == "II.1.a-1"]
        assert kept.whole.total == 3
