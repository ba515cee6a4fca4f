"""Which pages each role has, in order; pages are imported when they are first shown, so that the window opens at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QT_TRANSLATE_NOOP

from storage.ledger import Role
from ui.window.page import Page
from ui.window.workplace import Workplace


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One entry of the navigation. ``title`` is translated in the context ``Navigation``."""

    key: str
    title: str
    icon: str
    module: str
    name: str

    def create(self, workplace: Workplace) -> Page:
        """Imports and makes the page."""
        factory: Callable[[Workplace], Page] = getattr(import_module(self.module), self.name)
        return factory(workplace)


OFFICE_PAGES = (
    PageEntry("home", QT_TRANSLATE_NOOP("Navigation", "Home"), "house", "ui.window.pages.home", "HomePage"),
    PageEntry(
        "activities",
        QT_TRANSLATE_NOOP("Navigation", "Activities"),
        "list-checks",
        "ui.window.pages.activities",
        "ActivitiesPage",
    ),
    PageEntry(
        "period", QT_TRANSLATE_NOOP("Navigation", "Close a period"), "calendar-check", "ui.window.pages.period", "PeriodPage"
    ),
    PageEntry("hand_over", QT_TRANSLATE_NOOP("Navigation", "Hand over"), "usb", "ui.window.pages.hand_over", "HandOverPage"),
    PageEntry("receive", QT_TRANSLATE_NOOP("Navigation", "Hear back"), "inbox", "ui.window.pages.receive", "ReceivePage"),
    PageEntry(
        "care", QT_TRANSLATE_NOOP("Navigation", "Back-up and care"), "archive-restore", "ui.window.pages.care", "CarePage"
    ),
    PageEntry(
        "settings", QT_TRANSLATE_NOOP("Navigation", "Settings"), "settings", "ui.window.pages.settings", "SettingsPage"
    ),
)
CENTRE_PAGES: tuple[PageEntry, ...] = tuple(entry for entry in OFFICE_PAGES if entry.key in ("care", "settings"))


def pages_of(role: Role) -> tuple[PageEntry, ...]:
    """The navigation of a role."""
    return OFFICE_PAGES if role is Role.OFFICE else CENTRE_PAGES
