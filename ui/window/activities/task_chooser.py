"""Choosing a task by typing a few letters of it, without accents; the list below takes neither the focus nor the keyboard.

The typed text is never completed in place: that would break Telex typing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui.window.activities.choices import TaskChoice, matching_tasks

translate = QCoreApplication.translate
_MOST_ROWS = 8


class TaskChooser(QLineEdit):
    """``chosen`` tells the code of the task that was chosen, or "" when the text no longer names one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: tuple[TaskChoice, ...] = ()
        self._task: TaskChoice | None = None
        self._list: QListWidget | None = None
        self.setPlaceholderText(translate("TaskChooser", "Type a few letters of the task, with or without accents"))
        self.textEdited.connect(self._edited)

    @property
    def task(self) -> str:
        """The code of the chosen task, or ""."""
        return self._task.code if self._task else ""

    def offer(self, tasks: Sequence[TaskChoice]) -> None:
        """The tasks that can be chosen."""
        self._tasks = tuple(tasks)

    def choose(self, task: TaskChoice | None) -> None:
        """Shows a task as chosen; not told by ``chosen``."""
        self._task = task
        self.setText(task.shown if task else "")
        self.setCursorPosition(0)
        self.setToolTip(task.text if task else "")
        self._close()

    def go_on_from(self, typed: str) -> None:
        """As if these letters had been typed just now: they came before the tasks did."""
        self.setText(typed)
        self._open(typed)

    @property
    def popup(self) -> QListWidget:
        """The list below the field, made when it is first needed."""
        if self._list is None:
            made = QListWidget(self.window())
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setUniformItemSizes(True)
            made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            made.setTextElideMode(Qt.TextElideMode.ElideRight)
            made.setAccessibleName(translate("TaskChooser", "Matching tasks"))
            made.itemClicked.connect(self._clicked)
            self._list = made
        return self._list

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._list is not None and self._list.isVisible()

    # What Qt tells

    def event(self, event: QEvent) -> bool:
        # Escape and Enter belong to the open list; otherwise they would be shortcuts of the form.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape and self.is_open:
            self._close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_open:
            self._take(self.popup.currentItem())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._task is None and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._open(self.text())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.is_open:
            self._open("" if self._task else self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.is_open and self._task is None and self.text().strip():
            self._take(self.popup.currentItem())
        self._close()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._close()

    # Steps

    def _keeps(self, event: QKeyEvent) -> bool:
        return self.is_open and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)

    @Slot(str)
    def _edited(self, text: str) -> None:
        if self._task is not None:
            self._task = None
            self.chosen.emit("")
        self._open(text)

    def _open(self, typed: str) -> None:
        found = matching_tasks(self._tasks, typed)
        popup = self.popup
        popup.clear()
        for task in found:
            item = QListWidgetItem(task.shown, popup)
            item.setData(Qt.ItemDataRole.UserRole, task.code)
            item.setToolTip(task.text)
        if not found:
            popup.hide()
            return
        popup.setCurrentRow(0)
        rows = min(len(found), _MOST_ROWS)
        height = popup.sizeHintForRow(0) * rows + 2 * popup.frameWidth() + 2
        below = self.mapTo(self.window(), QPoint(0, self.height()))
        popup.setGeometry(QRect(below.x(), below.y(), self.width(), height))
        popup.show()
        popup.raise_()

    def _move(self, step: int) -> None:
        if not self.is_open:
            self._open("" if self._task else self.text())
            return
        row = self.popup.currentRow() + step
        self.popup.setCurrentRow(max(0, min(row, self.popup.count() - 1)))

    def _take(self, item: QListWidgetItem | None) -> None:
        code = item.data(Qt.ItemDataRole.UserRole) if item is not None else ""
        self.choose(next((task for task in self._tasks if task.code == code), None))
        self.chosen.emit(self.task)

    @Slot(QListWidgetItem)
    def _clicked(self, item: QListWidgetItem) -> None:
        self._take(item)

    def _close(self) -> None:
        if self._list is not None:
            self._list.hide()
