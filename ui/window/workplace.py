"""What every page is given: the runner of jobs, the announcements of changes, the words, and this person's settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QSettings, Signal

from storage.domain.changes import ChangeSet
from storage.domain.role import Role
from storage.folders import Folders
from storage.messages.catalogue import Catalogue
from ui.window.tasks import TaskRunner


class Announcer(QObject):
    """Tells what changed; each page decides whether it is stale, and whoever caused the change skips itself."""

    changed = Signal(object, object)

    def announce(self, changes: ChangeSet, initiator: QObject | None = None) -> None:
        """To be called in the window's thread after a job that wrote."""
        self.changed.emit(changes, initiator)


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose ledger this is, for titles and choices; read once at start and after a kit."""

    role: Role
    office: str
    office_name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Workplace:
    """Handed to pages by their constructor; nothing is looked up globally."""

    runner: TaskRunner
    announcer: Announcer
    words: Catalogue
    language: Literal["vi", "en"]
    settings: QSettings
    folders: Folders
    identity: Identity
