"""The draft of the plan while it is edited: its plain values, undo, and what the last check found; kept soon after each change.

The one owner of the draft in the window: editors ask it for values and hand it changes; each hears of the changes of others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from storage.plan_problems import Placed
from ui.window.operations.programme import keep_draft
from ui.window.programme.values import Path, Raw, with_value
from ui.window.programme.view import Checked, PlanView
from ui.window.tasks import TaskHandle

_SOON = 500
_MOST_STEPS = 200
_WHOLE: Path = ()
Run = Callable[..., TaskHandle]


class PlanBook(QObject):
    """``replaced`` after anything but typing (undo, import, a reorganisation); ``typed(path)`` after an edit of one place;
    ``checked`` when problems and the number of differences are known anew.
    """

    replaced = Signal()
    typed = Signal(object)
    checked = Signal()

    def __init__(self, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self.raw: Raw = {}
        self.in_force: Raw = {}
        self.digest = ""
        self.begun_from = ""
        self.reasons: list[str] = []
        self.problems: tuple[Placed, ...] = ()
        self.changes = 0
        self._steps: list[tuple[Path, Raw, list[str]]] = []
        self._turn = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.keep)

    def load(self, view: PlanView) -> None:
        """Begins from what is in force and the draft, if there is one."""
        self.in_force, self.digest = view.in_force, view.digest
        self.raw = view.draft.raw if view.draft else view.in_force
        self.begun_from = view.draft.begun_from if view.draft else view.digest
        self.reasons = list(view.draft.reasons) if view.draft else []
        self._steps.clear()
        self.problems, self.changes = (), 0
        self.replaced.emit()
        if view.draft is not None:
            self.keep()
        else:
            self.checked.emit()

    @property
    def is_draft(self) -> bool:
        """Whether anything differs from what is in force."""
        return bool(self.raw) and self.raw != self.in_force

    @property
    def is_outdated(self) -> bool:
        """Whether another plan came into force since the draft was begun."""
        return self.is_draft and self.begun_from != self.digest

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._steps)

    def put(self, path: Path, value: object) -> None:
        """One place changes; typing on in the same place is one step for undo."""
        changed = with_value(self.raw, path, value)
        if changed == self.raw:
            return
        if not self._steps or self._steps[-1][0] != path:
            self._remember(path)
        self.raw = changed
        self.typed.emit(path)
        self._soon.start()

    def exchange(self, raw: Raw, *, reason: str = "") -> None:
        """Other values for the whole; ``reason`` is kept for the entry that puts them in force."""
        self._remember(_WHOLE)
        self.raw = raw
        if reason:
            self.reasons = [*self.reasons, reason]
        self.replaced.emit()
        self.keep()

    @Slot()
    def undo(self) -> None:
        """Takes the last step back."""
        if self._steps:
            _, self.raw, self.reasons = self._steps.pop()
            self.replaced.emit()
            self.keep()

    @Slot()
    def keep(self) -> None:
        """Keeps the draft now and looks it over."""
        self._soon.stop()
        if not self.raw:
            return
        self._turn += 1
        job = keep_draft(raw=self.raw, begun_from=self.begun_from, reasons=self.reasons)
        self._run(job, _Turn(self, self._turn).take)

    def keep_if_typed(self) -> None:
        """Keeps what a pause in typing has not kept yet."""
        if self._soon.isActive():
            self.keep()

    def take_check(self, turn: int, result: Checked) -> None:
        """The result of the newest check; older ones are passed over."""
        if turn == self._turn:
            self.problems, self.changes = result.problems, result.changes
            self.checked.emit()

    def _remember(self, path: Path) -> None:
        self._steps.append((path, self.raw, self.reasons))
        del self._steps[:-_MOST_STEPS]


class _Turn(QObject):
    """Remembers which check an answer belongs to."""

    def __init__(self, book: PlanBook, turn: int) -> None:
        super().__init__(book)
        self._book, self._turn = book, turn

    @Slot(object)
    def take(self, result: object) -> None:
        """The answer of the job."""
        self._book.take_check(self._turn, cast(Checked, result))
        self.deleteLater()
