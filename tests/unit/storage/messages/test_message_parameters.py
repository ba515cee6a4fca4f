"""Whoever raises a code gives what its sentence and its next step have places for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage.domain.codes import Code
from storage.messages.catalogue import PLACEHOLDER, SYNONYMS, Catalogue
from storage.messages.tables import Message
from tests.unit.storage.messages.raised_codes import Raised, Source

FREE_TEXT = frozenset({"title", "note", "text", "reason", "why", "content", "place", "comment", "description"})


def places(message: Message) -> set[str]:
    return {found[1] for found in PLACEHOLDER.finditer(f"{message.text} {message.next}")}


def missing(raised: Raised, catalogue: Catalogue) -> set[str]:
    given = raised.names | {SYNONYMS[name] for name in raised.names if name in SYNONYMS}
    message = catalogue.messages.get(raised.code)  # a code without any sentence is the business of the tables' own test
    return places(message) - given if message else set()


@pytest.fixture(scope="module")
def product() -> list[Raised]:
    return Source.of_product().raised()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_raise_fills_the_places_of_its_sentence(language: str, product: list[Raised]) -> None:
    catalogue = Catalogue.load("vi" if language == "vi" else "en")
    lacking = [
        f"{raised.place}: {raised.code} without {sorted(gap)}" for raised in product if (gap := missing(raised, catalogue))
    ]
    assert not lacking, "\n".join(lacking)


def test_the_product_is_really_read(product: list[Raised]) -> None:
    ways = {(raised.code, names) for raised in product for names in raised.names}
    assert {(Code.LEDGER_MISSING, "path"), (Code.PIN_WRONG, "left"), (Code.FINGERPRINT_WRONG, "groups")} <= ways
    assert len({raised.code for raised in product}) > 40


def test_no_place_is_for_free_text() -> None:
    for language in ("vi", "en"):
        catalogue = Catalogue.load("vi" if language == "vi" else "en")
        for code, message in catalogue.messages.items():
            assert not places(message) & FREE_TEXT, code


SAMPLES = {
    "a literal": "raise LedgerError(Code.PIN_WRONG, detail='x', left=2)",
    "a keyword": "raise LedgerError(code=Code.PIN_WRONG, left=2)",
    "a module's name": "raise errors.LedgerError(Code.PIN_WRONG, left=2)",
    "a local name": "def f():\n code = Code.PIN_WRONG if x else Code.OK\n raise LedgerError(code, left=2)",
    "a default": "def f(code=Code.PIN_WRONG):\n raise LedgerError(code, left=2)",
    "a keyword-only default": "def f(*, code: Code = Code.PIN_WRONG):\n raise LedgerError(code, left=2)",
    "an argument": "def f(code):\n raise LedgerError(code, left=2)\nf(Code.PIN_WRONG)",
    "a method's argument": "class A:\n def f(self, code):\n  raise LedgerError(code, left=2)\na.f(Code.PIN_WRONG)",
    "a named argument": "def f(*, code):\n raise LedgerError(code, left=2)\nf(code=Code.PIN_WRONG)",
    "a table": "TABLE = {1: Code.PIN_WRONG}\nraise LedgerError(TABLE[1], left=2)",
    "a table's get": "TABLE = {1: Code.PIN_WRONG}\nraise LedgerError(TABLE.get(1, Code.OK), left=2)",
    "a function's answer": "def g(e):\n return Code.PIN_WRONG\ndef f():\n raise LedgerError(g(1), left=2)",
    "a finding": "found = Problem(Code.PIN_WRONG, 'x', parameters={'left': 2})",
    "a finding's named table": "def f():\n table = {'left': 2}\n return Problem(Code.PIN_WRONG, parameters=table)",
    "a finding of another class": "found = Verdict(Code.PIN_WRONG, parameters={'left': 2})",
    "a table beside the code": "found = Verdict(Code.PIN_WRONG, {'left': 2})",
    "handed on": "def f(code, **rest):\n raise LedgerError(code, **rest)\nf(Code.PIN_WRONG, left=2)",
    "handed on with a literal": "def f(**rest):\n raise LedgerError(Code.PIN_WRONG, **rest)\nf(left=2)",
}


def raised_in(text: str) -> Iterator[frozenset[str]]:
    return (raised.names for raised in Source({"sample.py": text}).raised() if raised.code is Code.PIN_WRONG)


@pytest.mark.parametrize("way", SAMPLES)
def test_each_way_of_raising_is_seen_with_its_parameters(way: str) -> None:
    assert list(raised_in(SAMPLES[way])) == [frozenset({"left"})]
    assert list(raised_in(SAMPLES[way].replace("left", "other"))) == [frozenset({"other"})]


def test_a_carrier_without_a_table_has_no_parameters() -> None:
    assert list(raised_in("found = Problem(Code.PIN_WRONG, 'x')")) == [frozenset()]
    assert list(raised_in("raise CellRefused(Code.PIN_WRONG, {})")) == [frozenset({"column"})]
    assert list(raised_in("found = Problem(Code.PIN_WRONG, parameters=dict(error.parameters))")) == []
    assert list(raised_in("exit_code(Code.PIN_WRONG)")) == []


def test_a_raise_without_the_parameter_is_found() -> None:
    catalogue = Catalogue.load("vi")
    bare = Raised(Code.PIN_WRONG, "sample.py:1", frozenset({"other"}))
    assert missing(bare, catalogue) == {"left"}
    assert missing(Raised(Code.FILE_NOT_FOUND, "sample.py:1", frozenset({"file"})), catalogue) == set()
    assert missing(Raised(Code.FILE_NOT_FOUND, "sample.py:1", frozenset()), catalogue) == {"path"}


def test_an_error_told_again_is_left_to_its_first_raise() -> None:
    assert Source({"sample.py": "raise LedgerError(error.code, at='x', **error.parameters)"}).raised() == []
