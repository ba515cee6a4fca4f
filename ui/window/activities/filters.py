"""The bar above the list: words to find, task, type, period, state. It says what is wanted; it finds nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from storage.search import Filter
from ui.window.activities.choices import Choices, Language
from ui.window.activities.view_settings import ListSettings

translate = QCoreApplication.translate
_PAUSE = 200
"""Milliseconds without a key before a search begins."""


class FilterBar(QWidget):
    """``changed`` is emitted a moment after the last key, and at once when something is chosen."""

    changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._choices: Choices | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(translate("FilterBar", "Search, with or without accents"))
        self.search.setAccessibleName(translate("FilterBar", "Search activities"))
        self.search.setToolTip("Ctrl+F")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._typed)
        self.task = self._box(translate("FilterBar", "Task"))
        self.type = self._box(translate("FilterBar", "Activity type"))
        self.period = self._box(translate("FilterBar", "Reporting period"))
        self.state = self._box(translate("FilterBar", "State"))
        self.clear = QPushButton(translate("FilterBar", "&Clear filter"), self)
        self.clear.clicked.connect(self.clear_filter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.search, 3)
        for box in (self.task, self.type, self.period, self.state):
            row.addWidget(box, 2)
        row.addWidget(self.clear)

    @property
    def boxes(self) -> tuple[QComboBox, ...]:
        """The four boxes from left to right."""
        return self.task, self.type, self.period, self.state

    def offer(self, choices: Choices) -> None:
        """Fills the boxes and keeps what is chosen where it is still offered."""
        self._choices = choices
        states = (
            ("final", translate("FilterBar", "Recorded")),
            ("withdrawn", translate("FilterBar", "Withdrawn")),
        )
        self._fill(self.task, translate("FilterBar", "All tasks"), [(task.code, task.shown) for task in choices.tasks])
        codes = dict.fromkeys(code for task in choices.tasks for code in task.types)
        types = [(code, choices.types[code].label) for code in codes]
        self._fill(self.type, translate("FilterBar", "All activity types"), types)
        periods = [(period.code, period.name(self._language)) for period in choices.periods]
        self._fill(self.period, translate("FilterBar", "All periods"), periods)
        self._fill(self.state, translate("FilterBar", "All states"), list(states))
        self._tell_whether_filtered()

    def wanted(self) -> Filter:
        """The filter as it stands."""
        code = self.period.currentData() or ""
        periods = self._choices.periods if self._choices else ()
        return Filter(
            text=self.search.text(),
            task=self.task.currentData() or "",
            type=self.type.currentData() or "",
            period=next((period for period in periods if period.code == code), None),
            state=self.state.currentData() or "",
        )

    def choose(self, *, task: str = "", type: str = "", period: str = "", state: str = "") -> None:  # noqa: A002
        """Sets the boxes without telling of it, and empties the search."""
        with QSignalBlocker(self.search):
            self.search.clear()
        for box, code in zip(self.boxes, (task, type, period, state), strict=True):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(code)))
        self._tell_whether_filtered()

    def restore(self, kept: ListSettings) -> None:
        """Sets what was chosen the last time."""
        self.choose(task=kept.task, type=kept.type, period=kept.period, state=kept.state)

    @Slot()
    def clear_filter(self) -> None:
        """Nothing restricts the list any more."""
        self.choose()
        self._pause.stop()
        self.changed.emit()
        self.search.setFocus()

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(7)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.currentIndexChanged.connect(self._chosen)
        return box

    def _fill(self, box: QComboBox, all_of_them: str, items: list[tuple[str, str]]) -> None:
        chosen = box.currentData() or ""
        with QSignalBlocker(box):
            box.clear()
            box.addItem(all_of_them, "")
            for code, text in items:
                box.addItem(text, code)
            box.setCurrentIndex(max(0, box.findData(chosen)))
        # The list that drops down shows whole texts although the box is narrow.
        width = max(box.fontMetrics().horizontalAdvance(box.itemText(number)) for number in range(box.count()))
        box.view().setMinimumWidth(min(width + 40, 640))

    @Slot()
    def _typed(self) -> None:
        self._tell_whether_filtered()
        self._pause.start()

    @Slot()
    def _chosen(self) -> None:
        self._tell_whether_filtered()
        self._pause.stop()
        self.changed.emit()

    def _tell_whether_filtered(self) -> None:
        for box in self.boxes:
            box.setToolTip(box.currentText())
        self.clear.setEnabled(self.wanted() != Filter())
