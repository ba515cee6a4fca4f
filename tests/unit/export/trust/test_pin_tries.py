"""Five wrong PINs, then a minute's rest, kept in the file and proof against a clock that lies."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.trust.key_store import KeyStore
from export.trust.key_store_file import Tries
from export.trust.pin_tries import REST_SECONDS, after_wrong_pin, refusal, rest
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.unit.export.trust.key_store_examples import PIN, Clock, make_store

TIMES = st.integers(0, 2**40)


def attempt(store: KeyStore, pin: str) -> tuple[Code, dict[str, object]]:
    try:
        store.unlock(pin)
    except LedgerError as error:
        return error.code, dict(error.parameters)
    return Code.OK, {}


def test_five_tries_then_a_minute_and_the_right_pin_must_wait_too(tmp_path: Path) -> None:
    clock = Clock()
    store, _ = make_store(tmp_path, clock=clock)
    for left in (4, 3, 2, 1):
        assert attempt(store, "000000") == (Code.PIN_WRONG, {"left": left})
    assert attempt(store, "000000") == (Code.PIN_LOCKED, {"seconds": 60})
    clock.move(seconds=20)
    assert attempt(store, PIN) == (Code.PIN_LOCKED, {"seconds": 40})
    again = KeyStore.open(tmp_path / "keys.json", now=clock)
    assert again.seconds_locked() == 40
    clock.move(seconds=40)
    assert again.seconds_locked() == 0
    assert attempt(again, "000000") == (Code.PIN_WRONG, {"left": 4})
    assert attempt(again, PIN) == (Code.OK, {})
    assert attempt(again, "000000") == (Code.PIN_WRONG, {"left": 4})


@pytest.mark.parametrize("asked", ["unlock", "seconds_locked"])
def test_a_clock_set_back_neither_opens_nor_locks_for_ever(tmp_path: Path, asked: str) -> None:
    clock = Clock()
    store, _ = make_store(tmp_path, clock=clock)
    for _ in range(5):
        attempt(store, "000000")
    clock.move(days=-4000)
    if asked == "unlock":
        assert attempt(store, PIN) == (Code.PIN_LOCKED, {"seconds": 60})
    else:
        assert store.seconds_locked() == 60
    clock.move(seconds=59)
    assert attempt(store, PIN) == (Code.PIN_LOCKED, {"seconds": 1})
    clock.move(seconds=1)
    assert attempt(store, PIN) == (Code.OK, {})


@pytest.mark.parametrize("year", [1970, 2001, 2038, 2100])
def test_no_year_of_the_clock_breaks_the_count(tmp_path: Path, year: int) -> None:
    clock = Clock()
    clock.time = clock.time.replace(year=year)
    store, _ = make_store(tmp_path, clock=clock)
    codes = [attempt(store, "000000")[0] for _ in range(5)]
    assert codes == [Code.PIN_WRONG] * 4 + [Code.PIN_LOCKED]
    clock.move(seconds=60)
    assert attempt(store, PIN) == (Code.OK, {})


@given(until=TIMES, now=TIMES)
def test_a_rest_is_at_most_a_minute_whatever_the_file_and_the_clock_say(until: int, now: int) -> None:
    tries, waiting = rest(Tries(locked_until=until), now)
    assert 0 <= waiting <= REST_SECONDS
    assert rest(tries, now) == (tries, waiting)
    assert rest(tries, now + waiting)[1] == 0


@given(times=st.lists(TIMES, min_size=5, max_size=5))
def test_the_fifth_wrong_pin_always_starts_the_rest(times: list[int]) -> None:
    tries = Tries()
    for now in times:
        assert rest(tries, now)[1] == 0
        tries = after_wrong_pin(tries, now)
    assert refusal(tries, times[-1]).code is Code.PIN_LOCKED
