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
_LEAST_LETTERS = 14


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
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._typed)
        self.group = self._box(translate("FollowUpFilters", "Group of offices"))
        self.first = self._box(translate("FollowUpFilters", "First period shown"))
        self.last = self._box(translate("FollowUpFilters", "Last period shown"))
        self.organisation = self._box(translate("FollowUpFilters", "By which organisation of offices"))
        self.organisation.addItem(translate("FollowUpFilters", "As reported then"), Organisation.AS_REPORTED.value)
        self.organisation.addItem(translate("FollowUpFilters", "As organised now"), Organisation.AS_NOW.value)
        self.group.currentIndexChanged.connect(self.narrowed)
        for box in (self.first, self.last, self.organisation):
            box.currentIndexChanged.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for field in self.fields:
            row.addWidget(field, 5 if field is self.search else 4)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return self.search, self.group, self.first, self.last, self.organisation

    @property
    def chosen(self) -> Wanted:
        """What is to be read, without the period in focus."""
        return Wanted(
            first=str(self.first.currentData() or ""),
            last=str(self.last.currentData() or ""),
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

    @staticmethod
    def _fill(box: QComboBox, entries: list[tuple[str, str]], chosen: str) -> None:
        with QSignalBlocker(box):
            box.clear()
            for code, name in entries:
                box.addItem(name, code)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LEAST_LETTERS)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box
