"""What every page is given: the runner of jobs, the announcements of changes, the words, and this person's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QObject, QSettings, Signal

if TYPE_CHECKING:
    from storage.domain.changes import ChangeSet
    from storage.domain.role import Role
    from storage.folders import Folders
    from storage.messages.catalogue import Catalogue
    from ui.window.tasks import TaskRunner

BY = "by"
"""The name of the setting."""
LONGEST_BY = 64
"""Characters that an entry takes."""


class Announcer(QObject):
    """Tells what changed; each page decides whether it is stale, and whoever caused the change skips itself."""

    changed = Signal(object, object)

    def announce(self, changes: ChangeSet, initiator: QObject | None = None) -> None:
        """To be called in the window's thread after a job that wrote."""
        self.changed.emit(changes, initiator)


class Identity(NamedTuple):
    """Whose ledger this is, for titles and choices; read once at start and after a kit."""

    role: Role
    office: str
    office_name: str
    organisation: str


class Workplace(NamedTuple):
    """Handed to pages by their constructor; nothing is looked up globally."""

    runner: TaskRunner
    announcer: Announcer
    words: Catalogue
    language: Literal["vi", "en"]
    settings: QSettings
    folders: Folders
    identity: Identity

    @property
    def by(self) -> str:
        """The mark that somebody chose for who works at this PC; written into every entry, and empty unless chosen."""
        return str(self.settings.value(BY, ""))[:LONGEST_BY]
