"""The formulas by which an indicator is computed from summed count fields.

The language is deliberately small: names of count fields, ``sum(x)`` (the same as ``x``: the figures given are sums
already), ``+``, ``-``, parentheses and at most one ``/`` that splits the whole formula. So every formula is a sum, or a ratio
of two sums, and a ratio of a group is taken over the group's sums, never as a mean of percentages. No text is ever executed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from storage.domain.codes import Code
from storage.domain.errors import LedgerError

TEXT_LIMIT = 400
DEPTH_LIMIT = 8

_TOKEN = re.compile(r"[a-z][a-z0-9_]{0,39}|[-+/()]", re.ASCII)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share as its two parts, ``denominator`` > 0, so that shares of offices can be added before they are divided."""

    numerator: int
    denominator: int

    @property
    def percent(self) -> Decimal:
        """In per cent, one decimal, half rounded away from zero as on paper."""
        exact = Decimal(100 * self.numerator) / Decimal(self.denominator)
        return exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


Figure = int | Ratio | None
"""A count, a share, or ``None`` for "no data" (a share of nothing)."""


@dataclass(frozen=True, slots=True)
class Term:
    """``factor`` times the sum of one count field."""

    name: str
    factor: int


@dataclass(frozen=True, slots=True)
class Formula:
    """A parsed formula in normal form: sums of terms in the order of first appearance; a count has no denominator."""

    numerator: tuple[Term, ...]
    denominator: tuple[Term, ...] | None = None

    @property
    def names(self) -> frozenset[str]:
        """The count fields whose sums the formula needs."""
        return frozenset(term.name for term in (*self.numerator, *(self.denominator or ())))


@lru_cache(maxsize=1024)
def parse_formula(text: str) -> Formula:
    """Remembered, since a report asks for the same few formulas once for every office.

    Raises PROGRAMME_FORMULA_INVALID(formula, position): position counts characters from 1.
    """
    return _Parser(text).formula()


def evaluate(formula: Formula, totals: Mapping[str, int]) -> Figure:
    """The figure for the sums of one group; a field without a sum counts as 0.

    A share without a positive denominator is ``None``: nothing to divide by is not the same as 0 %.
    """
    numerator = _sum(formula.numerator, totals)
    if formula.denominator is None:
        return numerator
    denominator = _sum(formula.denominator, totals)
    return Ratio(numerator, denominator) if denominator > 0 else None


def _sum(terms: tuple[Term, ...], totals: Mapping[str, int]) -> int:
    return sum(term.factor * totals.get(term.name, 0) for term in terms)


class _Parser:
    """Recursive descent over a short list of tokens."""

    def __init__(self, text: str) -> None:
        self._text = text
        if len(text) > TEXT_LIMIT:
            raise self._refusal(TEXT_LIMIT)
        self._tokens = self._tokenise(text)
        self._next = 0

    def formula(self) -> Formula:
        numerator = self._additive(depth=0)
        denominator: tuple[Term, ...] | None = None
        if self._take("/"):
            denominator = self._additive(depth=0)
        if self._next < len(self._tokens):
            raise self._refusal(self._position())
        return Formula(numerator, denominator)

    def _additive(self, *, depth: int) -> tuple[Term, ...]:
        factors: dict[str, int] = {}
        sign = 1
        while True:
            for term in self._operand(depth=depth):
                factors[term.name] = factors.get(term.name, 0) + sign * term.factor
            if self._take("+"):
                sign = 1
            elif self._take("-"):
                sign = -1
            else:
                return tuple(Term(name, factor) for name, factor in factors.items())

    def _operand(self, *, depth: int) -> tuple[Term, ...]:
        position = self._position()
        if depth > DEPTH_LIMIT or self._next >= len(self._tokens):
            raise self._refusal(position)
        if self._take("("):
            return self._bracketed(depth=depth)
        token = self._tokens[self._next][1]
        if not token[0].isalpha():
            raise self._refusal(position)
        self._next += 1
        if self._take("("):
            if token != "sum":  # noqa: S105 - the only function there is
                raise self._refusal(position)
            return self._bracketed(depth=depth)
        if token == "sum":  # noqa: S105
            raise self._refusal(position)
        return (Term(token, 1),)

    def _bracketed(self, *, depth: int) -> tuple[Term, ...]:
        inner = self._additive(depth=depth + 1)
        if not self._take(")"):
            raise self._refusal(self._position())
        return inner

    def _take(self, mark: str) -> bool:
        if self._next < len(self._tokens) and self._tokens[self._next][1] == mark:
            self._next += 1
            return True
        return False

    def _position(self) -> int:
        return self._tokens[self._next][0] if self._next < len(self._tokens) else len(self._text)

    def _tokenise(self, text: str) -> list[tuple[int, str]]:
        tokens: list[tuple[int, str]] = []
        at = 0
        while at < len(text):
            if text[at] in " \t":
                at += 1
                continue
            match = _TOKEN.match(text, at)
            if match is None:
                raise self._refusal(at)
            tokens.append((at, match[0]))
            at = match.end()
        return tokens

    def _refusal(self, position: int) -> LedgerError:
        shown = self._text[:TEXT_LIMIT]
        return LedgerError(Code.PROGRAMME_FORMULA_INVALID, detail=f"at {position}", formula=shown, position=position + 1)
