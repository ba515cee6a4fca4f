"""Whose ledger this is: remembered beside the choices of the window, so that it opens before the ledger does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QObject, QSettings, Signal, Slot

from storage.domain.role import Role
from ui.window.workplace import Identity, Workplace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from export.exchange.station import Station
    from storage.domain.changes import ChangeSet


def identity_values(station: Station) -> dict[str, str]:
    """Whose ledger this is; asked for in the worker, so nothing of the window is touched."""
    office = station.catalogue.own_office
    return {
        "role": station.ledger.role.value,
        "office": station.ledger.office,
        "name_vi": office.name_vi,
        "name_en": office.name_en,
        "organisation": station.ledger.organisation,
    }


def remember_identity(settings: QSettings, values: Mapping[str, str]) -> None:
    """Keeps ``identity_values`` for the next start."""
    for name, value in values.items():
        settings.setValue(f"identity/{name}", value)


def forget_identity(settings: QSettings) -> None:
    """After a kit or a restore: the next start asks the ledger again."""
    settings.remove("identity")


def remembered_identity(settings: QSettings, language: Literal["vi", "en"]) -> Identity | None:
    """Whose ledger it was at the last look; None when that is not known."""
    role, office, organisation = (str(settings.value(f"identity/{name}", "")) for name in ("role", "office", "organisation"))
    name = str(settings.value(f"identity/name_{language}", ""))
    if role not in {known.value for known in Role} or not (office and name and organisation):
        return None
    return Identity(Role(role), office, name, organisation)


class IdentityWatch(QObject):
    """After a kit or a restore the office may have another name: what was remembered of it is asked for again."""

    found = Signal(object)
    """The ``Identity`` that the ledger has now."""
    failed = Signal(object)
    """The ``LedgerError`` for which it cannot be told."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        workplace.announcer.changed.connect(self._things_changed)

    @Slot(object, object)
    def _things_changed(self, changes: object, _: object) -> None:
        if cast("ChangeSet", changes).registry:
            forget_identity(self._workplace.settings)
            job = lambda station, _: identity_values(station)  # noqa: E731 - runs in the worker, keeps nothing of the window
            self._workplace.runner.start(job, succeeded=self._known, failed=self.failed.emit)

    @Slot(object)
    def _known(self, values: object) -> None:
        remember_identity(self._workplace.settings, cast("dict[str, str]", values))
        identity = remembered_identity(self._workplace.settings, self._workplace.language)
        if identity is not None:
            self.found.emit(identity)
