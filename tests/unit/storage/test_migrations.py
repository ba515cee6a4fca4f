"""The names of the migrations: appended to for ever, never renamed, reordered or taken away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from storage.connection import known_migrations

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "migration_names.txt"


def complaint(registered: list[str], golden: list[str]) -> str:
    """What is wrong with the registered names beside the list that was checked in; empty when nothing is."""
    if registered[: len(golden)] != golden:
        return "a migration that was released is missing, renamed or out of order"
    if registered != golden:
        return f"append to {GOLDEN.name}: {registered[len(golden) :]}"
    bad = [name for number, name in enumerate(registered, 1) if not re.fullmatch(rf"{number:04d}_[a-z]+(_[a-z0-9]+)+", name)]
    return f"names are NNNN_verb_object: {bad}" if bad else ""


def test_the_names_are_those_of_the_golden_list() -> None:
    assert complaint(known_migrations(), GOLDEN.read_text(encoding="utf-8").splitlines()) == ""


@pytest.mark.parametrize(
    ("registered", "golden"),
    [
        ([], ["0001_create_ledger"]),
        (["0001_make_ledger"], ["0001_create_ledger"]),
        (["0000_add_x", "0001_create_ledger"], ["0001_create_ledger"]),
        (["0001_create_ledger", "0002_add_x"], ["0001_create_ledger"]),
        (["0001_create_ledger", "0003_add_x"], ["0001_create_ledger", "0003_add_x"]),
        (["0001_ledger"], ["0001_ledger"]),
    ],
)
def test_the_check_can_fail(registered: list[str], golden: list[str]) -> None:
    assert complaint(registered, golden)
