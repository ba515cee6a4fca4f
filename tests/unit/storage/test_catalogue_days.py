"""What a catalogue remembers of tasks by the day is right on every day on which the register changes, and around it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from storage.builtin import builtin_offices
from storage.catalogue import Catalogue
from storage.domain.obligations import tasks_of
from storage.ledger import Role
from tests.unit.storage.ledger_examples import Pc


def test_tasks_of_a_day_are_those_of_that_day(tmp_path: Path) -> None:
    register = builtin_offices()
    changes = register.change_days
    assert changes
    days = sorted({day + timedelta(days=shift) for day in changes for shift in (-1, 0, 1)})
    touched = [office for office in register.offices if office.valid_from or office.valid_to][:12] + list(register.offices[:3])
    with Pc(tmp_path).create(role=Role.CENTRE) as ledger:
        catalogue = Catalogue(ledger)
        for day in [*days, *reversed(days)]:
            for office in touched:
                alone = {task.code for task in tasks_of(catalogue.programme, register, office.code, day)}
                assert catalogue.task_codes(office.code, day) == alone, (office.code, day)


def test_offices_with_the_same_tasks_share_them(tmp_path: Path) -> None:
    """Ten thousand offices would each keep a set of their own otherwise."""
    with Pc(tmp_path).create(role=Role.CENTRE) as ledger:
        catalogue = Catalogue(ledger)
        sets = [catalogue.task_codes(office.code, date(2020, 6, 1)) for office in catalogue.register.offices]
        sets = [one for one in sets if one]
        assert len({id(one) for one in sets}) == len(set(sets)) < len(sets)
        first, later = (catalogue.task_codes("UBND-DH", date(2020, 6, day)) for day in (1, 2))
        assert first is later
