"""Counting wrong PINs: five tries, then a minute's rest. Pure functions over the counter and the time; no file, no clock.

This slows a curious colleague at the keyboard. It cannot stop who copies the file: against that stand the slow hash and, on
Windows, the protection by the account. The PC's clock is not trusted: set back it starts the minute
again from the new time; set forward it ends the rest, which a person who may set the clock could reach anyway.
"""

from __future__ import annotations

from export.trust.key_store_file import MAXIMUM_TRIES, Tries
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

REST_SECONDS = 60


def rest(tries: Tries, now: int) -> tuple[Tries, int]:
    """The counter as it stands at ``now`` (seconds of Unix time) and the seconds still to wait; 0 = a PIN may be tried."""
    if not tries.locked_until:
        return tries, 0
    if now >= tries.locked_until:
        return Tries(), 0
    if tries.locked_until - now > REST_SECONDS:
        # The clock went back: the end of the old rest may lie years ahead. Rest once more from now on.
        tries = _locked(now)
    return tries, tries.locked_until - now


def after_wrong_pin(tries: Tries, now: int) -> Tries:
    """The counter after one more wrong PIN; the fifth starts the rest."""
    if tries.failed + 1 >= MAXIMUM_TRIES:
        return _locked(now)
    return Tries(failed=tries.failed + 1)


def refusal(tries: Tries, now: int) -> LedgerError:
    """PIN_LOCKED with ``seconds`` to wait, or PIN_WRONG with ``left``, the tries before the next rest."""
    remaining = rest(tries, now)[1]
    if remaining:
        return LedgerError(Code.PIN_LOCKED, seconds=remaining)
    return LedgerError(Code.PIN_WRONG, left=MAXIMUM_TRIES - tries.failed)


def _locked(now: int) -> Tries:
    return Tries(locked_until=now + REST_SECONDS)
