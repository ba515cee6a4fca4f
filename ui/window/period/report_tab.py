"""The report's form: at the left its sections and tasks with what is still open, at the right the one that is being filled."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from storage.messages.catalogue import Catalogue
from ui.window.list_icons import list_icon
from ui.window.page import set_tone
from ui.window.period.edits import Choice, Edits
from ui.window.period.panes import Pane, TaskPane, TextPane
from ui.window.period.view import PeriodView, TaskPart, TextPart

translate = QCoreApplication.translate
_CODE = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 38
"""In letters, so that it grows with the font."""


class Mark(StrEnum):
    """How far a part is."""

    COMPLETE = "complete"
    OPEN = "open"
    OPTIONAL = "optional"


class ReportTab(QWidget):
    """``answered`` carries (item, Given); ``left``: another part is opened; ``save_wanted``: the button was pressed."""

    answered = Signal(object)
    left = Signal()
    save_wanted = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._view: PeriodView | None = None
        self._edits = Edits({})
        self._panes: dict[str, Pane] = {}
        self._icons = self._make_icons()
        self.parts = QListWidget(self)
        self.parts.setAccessibleName(translate("ReportTab", "Parts of the report"))
        self.parts.setFixedWidth(self.fontMetrics().averageCharWidth() * _LIST_WIDTH)
        self.parts.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.parts.setWordWrap(True)
        self.parts.setSpacing(2)
        self.parts.setIconSize(QSize(16, 16))
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.currentItemChanged.connect(self._chosen)
        self._stack = QStackedWidget(self)
        right = QVBoxLayout()
        right.addWidget(self._stack, 1)
        right.addLayout(self._make_foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 4)
        row.setSpacing(12)
        row.addWidget(self.parts)
        row.addLayout(right, 1)

    def show_view(self, view: PeriodView, edits: Edits, *, afresh: bool) -> None:
        """Shows a period; ``afresh`` fills every field again, else only marks change and nobody's typing is disturbed."""
        current = self.part
        same = self._view is not None and _shape(self._view) == _shape(view)
        self._view, self._edits = view, edits
        if not same:
            self._fill_list(view)
            self._drop_panes()
        for pane in self._panes.values():
            if afresh:
                pane.show_answers(edits)
            else:
                pane.note_saved(edits)
            pane.set_editable(not view.closed)
        self.refresh_marks(edits)
        if not same:
            first = view.texts[0].code if view.texts else ""
            self.parts.blockSignals(True)  # showing a part is not leaving one
            self._select(current if view.place_of(current) else first)
            self.parts.blockSignals(False)
        self.save.setEnabled(not view.closed)

    def go_to(self, item: str) -> None:
        """Opens the part in which an item is answered and puts the focus there."""
        if self._view is not None and (code := self._view.place_of(item)):
            self._select(code)
            self._panes[code].go_to(item)

    @property
    def part(self) -> str:
        """The code of the part that is open."""
        item = self.parts.currentItem()
        return str(item.data(_CODE)) if item is not None and item.data(_CODE) else ""

    def pane(self, code: str) -> Pane:
        """The pane of a part, made when it is first wanted."""
        if code not in self._panes:
            assert self._view is not None  # noqa: S101 - the list is filled from a view
            pane = self._make_pane(self._view, code)
            pane.answered.connect(self.answered)
            pane.show_answers(self._edits)
            pane.set_editable(not self._view.closed)
            self._panes[code] = pane
            self._stack.addWidget(pane)
            self._put_in_tab_order(pane)
        return self._panes[code]

    def refresh_marks(self, edits: Edits) -> None:
        """Which parts are complete, and whether anything is unsaved."""
        self._edits = edits
        if self._view is None:
            return
        for row in range(self.parts.count()):
            item = self.parts.item(row)
            part = _part_of(self._view, str(item.data(_CODE) or ""))
            if part is not None:
                mark, said = _mark(part, edits)
                item.setText(_title(part))
                item.setIcon(self._icons[mark])
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_title(part)}: {said}")
                item.setToolTip(f"{_title(part)}\n{said}")
        self._show_state(edits)

    def changeEvent(self, event: QEvent) -> None:
        """The signs follow the colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._icons = self._make_icons()
            self.refresh_marks(self._edits)

    def _make_icons(self) -> dict[Mark, QIcon]:
        blank = QPixmap(16, 16)
        blank.fill(Qt.GlobalColor.transparent)
        return {
            Mark.COMPLETE: list_icon("circle-check", self.palette()),
            Mark.OPEN: list_icon("circle-help", self.palette()),
            Mark.OPTIONAL: QIcon(blank),
        }

    def _make_foot(self) -> QHBoxLayout:
        self.state = QLabel(self)
        self.previous = QPushButton(translate("ReportTab", "Pre&vious part"), self)
        self.next = QPushButton(translate("ReportTab", "&Next part"), self)
        self.save = QPushButton(translate("ReportTab", "&Save"), self)
        self.save.setToolTip("Ctrl+S")
        self.previous.clicked.connect(self._back)
        self.next.clicked.connect(self._forward)
        self.save.clicked.connect(self.save_wanted)
        row = QHBoxLayout()
        row.addWidget(self.state, 1)
        for button in (self.previous, self.next, self.save):
            row.addWidget(button)
        return row

    def _show_state(self, edits: Edits) -> None:
        if edits.unreadable:
            self.state.setText(translate("ReportTab", "A number cannot be read; it is not saved."))
            set_tone(self.state, "bad")
        elif edits.changed:
            self.state.setText(translate("ReportTab", "Not saved yet"))
            set_tone(self.state, "warn")
        else:
            self.state.setText(translate("ReportTab", "Everything is saved"))
            set_tone(self.state, "good")

    def _make_pane(self, view: PeriodView, code: str) -> Pane:
        part = _part_of(view, code)
        if isinstance(part, TextPart):
            return TextPane(part, self._words, self._stack)
        assert isinstance(part, TaskPart)  # noqa: S101 - the list holds nothing else
        return TaskPane(part, self._words, before=view.before, parent=self._stack)

    def _put_in_tab_order(self, pane: Pane) -> None:
        """A pane is made late: without this the tabulator would come to it after everything else in the window."""
        previous: QWidget = self.parts
        for stop in _tab_stops(pane):
            QWidget.setTabOrder(previous, stop)
            previous = stop

    def _fill_list(self, view: PeriodView) -> None:
        self.parts.blockSignals(True)
        self.parts.clear()
        self._heading(translate("ReportTab", "Text of the report"))
        for text in view.texts:
            self._entry(text.code)
        self._heading(translate("ReportTab", "Figures by task"))
        for task in view.tasks:
            self._entry(task.code)
        self.parts.blockSignals(False)

    def _heading(self, text: str) -> None:
        item = QListWidgetItem(text, self.parts)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)

    def _entry(self, code: str) -> None:
        QListWidgetItem(self.parts).setData(_CODE, code)

    def _drop_panes(self) -> None:
        """The focus moves on while a pane goes, so nothing may listen to the list meanwhile."""
        old, self._panes = self._panes, {}
        self.parts.blockSignals(True)
        for pane in old.values():
            self._stack.removeWidget(pane)
            pane.deleteLater()
        self.parts.blockSignals(False)

    def _select(self, code: str) -> None:
        for row in range(self.parts.count()):
            if self.parts.item(row).data(_CODE) == code:
                self.parts.setCurrentRow(row)
                self._stack.setCurrentWidget(self.pane(code))
                return

    @Slot(QListWidgetItem, QListWidgetItem)
    def _chosen(self, current: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if current is not None and current.data(_CODE):
            self._stack.setCurrentWidget(self.pane(str(current.data(_CODE))))
            self.left.emit()

    @Slot()
    def _back(self) -> None:
        self._step(-1)

    @Slot()
    def _forward(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        row = self.parts.currentRow() + by
        while 0 <= row < self.parts.count():
            if self.parts.item(row).data(_CODE):
                self.parts.setCurrentRow(row)
                return
            row += by


def _tab_stops(parent: QWidget) -> Iterator[QWidget]:
    """What the tabulator comes to, in the order of making; a field made of several parts is one, and keeps them together."""
    for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield child
        else:
            yield from _tab_stops(child)


def _part_of(view: PeriodView, code: str) -> TextPart | TaskPart | None:
    parts: list[TextPart | TaskPart] = [*view.texts, *view.tasks]
    return next((part for part in parts if part.code == code), None)


def _title(part: TextPart | TaskPart) -> str:
    return part.title if isinstance(part, TextPart) else f"{part.code}  {part.title}"


def _mark(part: TextPart | TaskPart, edits: Edits) -> tuple[Mark, str]:
    """How far a part is, and that in words."""
    if isinstance(part, TextPart):
        filled = bool(edits.value(part.code).text.strip())
        wanted = part.required and not filled
    else:
        states = [
            question.computed is not None or edits.value(question.item).choice is not Choice.EMPTY
            for question in part.questions
        ]
        filled, wanted = all(states), part.leads and not all(states)
    if filled:
        return Mark.COMPLETE, translate("ReportTab", "complete")
    if wanted:
        return Mark.OPEN, translate("ReportTab", "still open")
    return Mark.OPTIONAL, translate("ReportTab", "may stay empty")


def _shape(view: PeriodView) -> tuple[object, ...]:
    """What the form is built from; a new closing state or figure from activities builds it anew."""
    return view.period.code, view.closed, view.returned, view.before, view.texts, view.tasks
