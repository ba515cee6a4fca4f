"""A page of the main window: what it is called, when it looks stale, and how it shows outcomes of jobs."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from storage.domain.changes import ChangeSet
from storage.domain.errors import LedgerError
from ui.window.tasks import Job, TaskHandle
from ui.window.workplace import Workplace


class Page(QWidget):
    """Base of all pages. A page asks for data by ``refresh`` when it is shown or becomes stale while shown.

    Signals: ``said(code, parameters)`` an outcome to be shown in the message bar; ``wanted(page key, argument)`` another page.
    """

    said = Signal(object)
    wanted = Signal(str, object)

    watches = ChangeSet(activities=True, periods=True, registry=True, exchange=True)
    """The kinds of change that make this page stale."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self._stale = True
        workplace.announcer.changed.connect(self._changed)

    def refresh(self) -> None:
        """Reads afresh; to be overridden. Called when the page is shown and stale."""

    def take_focus(self) -> None:
        """The keyboard goes to the first thing on the page that takes it, so that the page's own shortcuts work."""
        field = self.nextInFocusChain()
        while field is not None and field is not self:
            if self.isAncestorOf(field) and field.isVisibleTo(self) and field.isEnabled() and _takes_keys(field):
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
            field = field.nextInFocusChain()

    def show_argument(self, argument: object) -> None:
        """Another page asks to be shown something particular here; to be overridden."""

    def activate(self, argument: object = None) -> None:
        """The page comes to the front."""
        if self._stale:
            self._stale = False
            self.refresh()
        if argument is not None:
            self.show_argument(argument)

    def run(
        self,
        job: Job,
        succeeded: Callable[[object], None] | None = None,
        *,
        failed: Callable[[LedgerError], None] | None = None,
        cancellable: bool = False,
    ) -> TaskHandle:
        """Starts a job whose failure, unless handled, is shown in the message bar."""
        return self.workplace.runner.start(
            job, succeeded=succeeded, failed=failed or self.tell_failure, cancellable=cancellable
        )

    def tell_failure(self, error: object) -> None:
        """Shows an expected failure as a sentence with the next step."""
        self.said.emit(error)

    def _changed(self, changes: object, initiator: QObject | None) -> None:
        if initiator is self or not _touches(cast(ChangeSet, changes), self.watches):
            return
        self._stale = True
        if self.isVisible():
            self.activate()


def _takes_keys(field: QWidget) -> bool:
    return bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _touches(changes: ChangeSet, watched: ChangeSet) -> bool:
    return (
        (changes.activities and watched.activities)
        or (changes.periods and watched.periods)
        or (changes.registry and watched.registry)
        or (changes.exchange and watched.exchange)
    )


def title_label(text: str, parent: QWidget | None = None) -> QLabel:
    """The title at the top of a page."""
    label = QLabel(text, parent)
    label.setProperty("role", "title")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def heading_label(text: str, parent: QWidget | None = None) -> QLabel:
    """A heading inside a page."""
    label = QLabel(text, parent)
    label.setProperty("role", "heading")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def text_label(text: str = "", parent: QWidget | None = None, *, muted: bool = False) -> QLabel:
    """Running text: plain, wrapped, selectable by mouse."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if muted:
        label.setProperty("role", "muted")
    return label


def row_of(*widgets: QWidget) -> QHBoxLayout:
    """Widgets beside each other, from the left."""
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def set_tone(label: QLabel, tone: str) -> None:
    """Colours a label as ``good``, ``warn``, ``bad`` or plain; the words must say the same."""
    label.setProperty("tone", tone)
    label.style().unpolish(label)
    label.style().polish(label)


class Card(QFrame):
    """A bordered box with a vertical layout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(14, 12, 14, 12)
        self.content.setSpacing(6)
