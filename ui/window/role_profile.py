"""Which pages each role has, in order; pages are imported when they are first shown, so that the window opens at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

from storage.domain.role import Role

if TYPE_CHECKING:
    from ui.window.page import Page
    from ui.window.workplace import Workplace


def _home(workplace: Workplace) -> Page:
    from ui.window.pages.home import HomePage

    return HomePage(workplace)


def _activities(workplace: Workplace) -> Page:
    from ui.window.pages.activities import ActivitiesPage

    return ActivitiesPage(workplace)


def _period(workplace: Workplace) -> Page:
    from ui.window.pages.period import PeriodPage

    return PeriodPage(workplace)


def _hand_over(workplace: Workplace) -> Page:
    from ui.window.pages.hand_over import HandOverPage

    return HandOverPage(workplace)


def _receive(workplace: Workplace) -> Page:
    from ui.window.pages.receive import ReceivePage

    return ReceivePage(workplace)


def _care(workplace: Workplace) -> Page:
    from ui.window.pages.care import CarePage

    return CarePage(workplace)


def _follow_up(workplace: Workplace) -> Page:
    from ui.window.pages.follow_up import FollowUpPage

    return FollowUpPage(workplace)


def _import_bundles(workplace: Workplace) -> Page:
    from ui.window.pages.import_bundles import ImportBundlesPage

    return ImportBundlesPage(workplace)


def _enrolment(workplace: Workplace) -> Page:
    from ui.window.pages.enrolment import EnrolmentPage

    return EnrolmentPage(workplace)


def _programme(workplace: Workplace) -> Page:
    from ui.window.pages.programme import ProgrammePage

    return ProgrammePage(workplace)


def _consolidate(workplace: Workplace) -> Page:
    from ui.window.pages.consolidate import ConsolidatePage

    return ConsolidatePage(workplace)


def _review(workplace: Workplace) -> Page:
    from ui.window.pages.review import ReviewPage

    return ReviewPage(workplace)


def _archive(workplace: Workplace) -> Page:
    from ui.window.pages.archive import ArchivePage

    return ArchivePage(workplace)


def _settings(workplace: Workplace) -> Page:
    from ui.window.pages.settings import SettingsPage

    return SettingsPage(workplace)


class PageEntry(NamedTuple):
    """One entry of the navigation: ``title`` is translated in the context ``Navigation``, ``create`` makes the page."""

    key: str
    title: str
    icon: str
    create: Callable[[Workplace], Page]


OFFICE_PAGES = (
    PageEntry("home", str(QT_TRANSLATE_NOOP("Navigation", "Home")), "house", _home),
    PageEntry("activities", str(QT_TRANSLATE_NOOP("Navigation", "Activities")), "list-checks", _activities),
    PageEntry("period", str(QT_TRANSLATE_NOOP("Navigation", "Close a period")), "calendar-check", _period),
    PageEntry("hand_over", str(QT_TRANSLATE_NOOP("Navigation", "Hand over")), "usb", _hand_over),
    PageEntry("receive", str(QT_TRANSLATE_NOOP("Navigation", "Hear back")), "inbox", _receive),
    PageEntry("care", str(QT_TRANSLATE_NOOP("Navigation", "Back-up and care")), "archive-restore", _care),
    PageEntry("settings", str(QT_TRANSLATE_NOOP("Navigation", "Settings")), "settings", _settings),
)
CENTRE_PAGES = (
    PageEntry("follow_up", str(QT_TRANSLATE_NOOP("Navigation", "Follow-up")), "table-2", _follow_up),
    PageEntry("import", str(QT_TRANSLATE_NOOP("Navigation", "Import")), "download", _import_bundles),
    PageEntry("enrolment", str(QT_TRANSLATE_NOOP("Navigation", "Enrolment")), "key-round", _enrolment),
    PageEntry("review", str(QT_TRANSLATE_NOOP("Navigation", "Review")), "check-check", _review),
    PageEntry("consolidate", str(QT_TRANSLATE_NOOP("Navigation", "Consolidate")), "sigma", _consolidate),
    PageEntry("programme", str(QT_TRANSLATE_NOOP("Navigation", "Plan and offices")), "building-2", _programme),
    PageEntry("archive", str(QT_TRANSLATE_NOOP("Navigation", "Archive and proof")), "shield-check", _archive),
    *(entry for entry in OFFICE_PAGES if entry.key in ("care", "settings")),
)


def pages_of(role: Role) -> tuple[PageEntry, ...]:
    """The navigation of a role."""
    return OFFICE_PAGES if role is Role.OFFICE else CENTRE_PAGES
