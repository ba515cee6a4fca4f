"""Whether a person would be told: every outcome has a sentence in both languages."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from export.exchange.importing import FileOutcome
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, Parameter
from storage.messages.catalogue import ABSENT, Catalogue, Language

LANGUAGES: tuple[Language, ...] = ("vi", "en")


def assert_told(code: Code, parameters: Mapping[str, Parameter] | None = None) -> None:
    """A sentence of its own in Vietnamese and English, with nothing left open that was given."""
    for language in LANGUAGES:
        catalogue = Catalogue.load(language)
        assert code in catalogue.messages, f"{code} has no sentence in {language}"
        sentence = catalogue.sentence(code, parameters)
        assert sentence.strip()
        assert sentence != code.value
        if parameters is not None:
            assert ABSENT not in sentence, f"{language}: {sentence}"


def assert_outcome(outcome: FileOutcome, code: Code) -> None:
    """The import said ``code``, and a person can read it."""
    assert outcome.code is code, f"{outcome.code}: {outcome.parameters} {outcome.remarks}"
    assert_told(outcome.code, outcome.parameters)
    for remark in outcome.remarks:
        assert_told(remark)


def code_of(raised: pytest.ExceptionInfo[LedgerError]) -> Code:
    """The code of an expected failure that a person can read about."""
    assert_told(raised.value.code, raised.value.parameters)
    return raised.value.code
