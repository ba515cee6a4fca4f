"""What of the follow-up is shown: words to find, a group, the first and the last period, and by which organisation."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from export.documents.follow_up_words import group_name
from storage.completeness import Organisation
from storage.messages.catalogue import Catalogue
from ui.window.follow_up.sentences import period_title
from ui.window.follow_up.view import FollowUpView, Wanted

translate = QCoreApplication.translate
_PAUSE = 200
"""Milliseconds without a key before a search begins."""
_LEAST_LETTERS = 7
_LEAST_SEARCHED = 14


class FollowUpFilters(QWidget):
    """``narrowed``: other rows of what is there; ``wanted``: other periods or another organisation, to be read afresh."""

    narrowed = Signal()
    wanted = Signal()

    def __init__(self, words: Catalogue, language: Literal["vi", "en"], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._language: Literal["vi", "en"] = language
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.narrowed)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(translate("FollowUpFilters", "Find an office, with or without accents"))
        self.search.setAccessibleName(translate("FollowUpFilters", "Find an office"))
        self.search.setToolTip("Ctrl+F")
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_SEARCHED)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._typed)
        self.group = self._box(translate("FollowUpFilters", "Group of offices"))
        self.first = self._box(translate("FollowUpFilters", "First period shown"))
        self.last = self._box(translate("FollowUpFilters", "Last period shown"))
        for box in (self.first, self.last):  # names of periods differ at their end only: they are not to be cut
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.organisation = self._box(translate("FollowUpFilters", "By which organisation of offices"))
        self.organisation.addItem(translate("FollowUpFilters", "As reported then"), Organisation.AS_REPORTED.value)
        self.organisation.addItem(translate("FollowUpFilters", "As organised now"), Organisation.AS_NOW.value)
        self.group.currentIndexChanged.connect(self.narrowed)
        self._first = self._last = ""
        self.first.currentIndexChanged.connect(self._first_picked)
        self.last.currentIndexChanged.connect(self._last_picked)
        self.organisation.currentIndexChanged.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for field in self.fields:
            row.addWidget(field, 0 if field in (self.first, self.last) else 1)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return self.search, self.group, self.first, self.last, self.organisation

    @property
    def chosen(self) -> Wanted:
        """What is to be read, without the period in focus. Periods that nobody picked follow the calendar."""
        return Wanted(
            first=self._first,
            last=self._last,
            organisation=Organisation(self.organisation.currentData()),
        )

    def offer(self, view: FollowUpView) -> None:
        """Fills the boxes and chooses what is shown."""
        present = {row.office.type for row in view.table.rows}
        groups = [kind.code for kind in view.register.types if kind.code in present]
        names = [(code, group_name(view.register, code, self._language)) for code in groups]
        self._fill(self.group, [("", translate("FollowUpFilters", "All groups")), *names], str(self.group.currentData() or ""))
        periods = [(period.code, period_title(period, self._words)) for period in view.periods]
        self._fill(self.first, periods, view.table.periods[0].code)
        self._fill(self.last, periods, view.table.periods[-1].code)

    @Slot()
    def _typed(self) -> None:
        self._pause.start()

    @Slot()
    def _first_picked(self) -> None:
        self._first = str(self.first.currentData() or "")
        self.wanted.emit()

    @Slot()
    def _last_picked(self) -> None:
        """Who picks the newest period wants the newest tomorrow too."""
        newest = self.last.currentIndex() == self.last.count() - 1
        self._last = "" if newest else str(self.last.currentData() or "")
        self.wanted.emit()

    @staticmethod
    def _fill(box: QComboBox, entries: list[tuple[str, str]], chosen: str) -> None:
        with QSignalBlocker(box):
            box.clear()
            for code, name in entries:
                box.addItem(name, code)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.setToolTip(f"{box.accessibleName()}: {box.currentText()}")

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LEAST_LETTERS)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box
