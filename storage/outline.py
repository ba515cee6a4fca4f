"""The outline file: an office's answers and narrative sections of a period, as one JSON document.

``{"sections": {"III.1": "…"}, "answers": {"II.1.b-3": true, "II.3.d-4": 0, "II.1.a-3": "không phát sinh"},
"signature": {"name": "…", "title": "…", "number": "05", "place": "…", "date": "2020-06-15"}}``. A window fills the same shapes.
"""

from __future__ import annotations

import msgspec

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import fold, normalise
from storage.domain.periods import Period
from storage.domain.programme import IndicatorKind, Programme
from storage.domain.strict_json import convert, read_raw
from storage.journal.entries import MAX_COUNT, Answer, Signature

MAX_TEXT = 20_000
"""Characters of a section or of an answer in words: what an entry takes."""
NOTHING_OCCURRED = frozenset({"khong phat sinh", "none", "nothing to report"})


class Outline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See the module's docstring."""

    sections: dict[str, str] = {}
    answers: dict[str, bool | int | str] = {}
    signature: Signature = Signature()


def read_outline(data: bytes) -> Outline:
    """Raises ``LedgerError``: SCHEMA_UNKNOWN_FIELD, SCHEMA_INVALID."""
    return convert(read_raw(data), Outline)


def answers_of(outline: Outline, programme: Programme, period: Period) -> list[Answer]:
    """The outline's content as answers.

    Raises ``LedgerError``: ANSWER_UNKNOWN, ANSWER_WRONG_KIND, VALUE_NOT_A_COUNT, TEXT_TOO_LONG.
    """
    known_sections = {section.code for section in programme.narrative_sections}
    answers = []
    for code, text in outline.sections.items():
        if code not in known_sections:
            raise LedgerError(Code.ANSWER_UNKNOWN, indicator=code[:40])
        answers.append(Answer(period=period.code, item=code, state="text", text=_checked_text(code, text)))
    for item, value in outline.answers.items():
        answers.append(_answer(programme, period, item, value))
    return answers


def _answer(programme: Programme, period: Period, item: str, value: bool | int | str) -> Answer:
    kind = programme.indicator(item[:40]).kind
    if isinstance(value, str) and fold(value).strip() in NOTHING_OCCURRED:
        return Answer(period=period.code, item=item, state="none")
    if isinstance(value, bool):
        if kind is not IndicatorKind.YES_NO:
            raise LedgerError(Code.ANSWER_WRONG_KIND, indicator=item)
        return Answer(period=period.code, item=item, state="yes" if value else "no")
    if isinstance(value, int):
        if kind is not IndicatorKind.COUNT:
            raise LedgerError(Code.ANSWER_WRONG_KIND, indicator=item)
        if not 0 <= value <= MAX_COUNT:
            raise LedgerError(Code.VALUE_NOT_A_COUNT, field=item)
        return Answer(period=period.code, item=item, state="number", number=value)
    if kind is not IndicatorKind.TEXT:
        raise LedgerError(Code.ANSWER_WRONG_KIND, indicator=item)
    return Answer(period=period.code, item=item, state="text", text=_checked_text(item, value))


def _checked_text(item: str, text: str) -> str:
    clean = normalise(text).strip()
    if len(clean) > MAX_TEXT:
        raise LedgerError(Code.TEXT_TOO_LONG, field=item, limit=MAX_TEXT)
    return clean
