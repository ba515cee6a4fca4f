"""What the windows do with the keys of this PC: open them with the PIN, lock them, change the PIN, renew the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.domain.progress import ProgressReporter
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.exchange.station import Station


def keys_are_open() -> Job:
    """Answers whether no PIN need be asked for. Raises KEY_MISSING, KEY_STORE_DAMAGED."""

    def job(station: Station, _: ProgressReporter) -> bool:
        return station.keys_are_open

    return job


def open_keys(*, pin: str) -> Job:
    """Opens the keys; they stay open in memory until ``lock_keys`` or the end. Raises PIN_*, KEY_*."""

    def job(station: Station, _: ProgressReporter) -> None:
        station.use_pin(pin)
        try:
            station.unlock()
        except BaseException:
            station.use_pin("")
            raise

    return job


def lock_keys() -> Job:
    """Forgets the keys that were opened."""

    def job(station: Station, _: ProgressReporter) -> None:
        station.use_pin("")

    return job


def change_pin(*, old: str, new: str) -> Job:
    """A new PIN with the old one. Raises PIN_WRONG, PIN_LOCKED, PIN_TOO_SHORT, KEY_*."""

    def job(station: Station, _: ProgressReporter) -> None:
        station.key_store.change_pin(old, new)
        station.use_pin("")

    return job


def change_pin_with_code(*, code: str, new: str) -> Job:
    """A new PIN with the printed recovery code. Raises RECOVERY_CODE_*, PIN_TOO_SHORT, KEY_*."""

    def job(station: Station, _: ProgressReporter) -> None:
        store = station.key_store
        store.replace_pin(store.unlock_with_recovery(code), new)
        station.use_pin("")

    return job


def renew_recovery_code(*, pin: str) -> Job:
    """Answers a new recovery code; the old one opens nothing any more. Raises PIN_*, KEY_*."""

    def job(station: Station, _: ProgressReporter) -> str:
        store = station.key_store
        return store.renew_recovery_code(store.unlock(pin))

    return job
