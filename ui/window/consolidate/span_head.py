"""Which periods are put side by side, by which organisation of offices, and for which task: the head of the tab."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from storage.completeness import Organisation
from ui.window.consolidate.span_view import FINAL, INTERIM, OWN, SpanSheet, WantedSpan

translate = QCoreApplication.translate
_LEAST_LETTERS = 12


class SpanHead(QWidget):
    """``wanted`` asks for another span or organisation, ``narrowed`` for another task; ``file_wanted`` carries a suffix."""

    wanted = Signal()
    narrowed = Signal()
    file_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: SpanSheet | None = None
        self.preset = self._box(translate("SpanHead", "Span"))
        self.first = self._box(translate("SpanHead", "First period"))
        self.last = self._box(translate("SpanHead", "Last period"))
        self.organisation = self._box(translate("SpanHead", "By which organisation of offices"))
        self.organisation.addItem(translate("SpanHead", "As reported then"), Organisation.AS_REPORTED.value)
        self.organisation.addItem(translate("SpanHead", "As organised now"), Organisation.AS_NOW.value)
        self.task = self._box(translate("SpanHead", "Task"))
        self.word, self.excel, self.pdf = (
            QPushButton(text, self)
            for text in (
                translate("SpanHead", "&Word…"),
                translate("SpanHead", "&Excel…"),
                translate("SpanHead", "&PDF…"),
            )
        )
        self._lay_out()
        self.preset.currentIndexChanged.connect(self._choose_preset)
        for box in (self.first, self.last):
            box.currentIndexChanged.connect(self._choose_period)
        self.organisation.currentIndexChanged.connect(self.wanted)
        self.task.currentIndexChanged.connect(self.narrowed)
        for button, suffix in ((self.word, ".docx"), (self.excel, ".xlsx"), (self.pdf, ".pdf")):
            button.setToolTip(translate("SpanHead", "Signed as the tab Report says"))
            button.clicked.connect(partial(self._want, suffix))

    @property
    def chosen(self) -> WantedSpan:
        """What is to be read; nothing but the interim review before anything was shown."""
        return WantedSpan(
            first=str(self.first.currentData() or ""),
            last=str(self.last.currentData() or ""),
            preset=INTERIM if self.preset.currentData() is None else str(self.preset.currentData()),
            organisation=Organisation(self.organisation.currentData()),
        )

    @property
    def chosen_task(self) -> str:
        """The code of a task, empty for all."""
        return str(self.task.currentData() or "")

    def show_sheet(self, sheet: SpanSheet) -> None:
        """Fills the boxes and chooses what is shown."""
        self._sheet = sheet
        names = {
            INTERIM: translate("SpanHead", "Interim review, to the last deadline"),
            FINAL: translate("SpanHead", "Final review, the whole plan"),
        }
        year = translate("SpanHead", "Year {year}")
        presets = [(key, names.get(key) or year.format(year=key)) for key in sheet.presets]
        _fill(self.preset, [*presets, (OWN, translate("SpanHead", "Chosen periods"))], sheet.wanted.preset)
        periods = [(choice.code, choice.name) for choice in reversed(sheet.choices)]
        _fill(self.first, periods, sheet.wanted.first)
        _fill(self.last, periods, sheet.wanted.last)
        tasks = [(code, f"{code}  {title}") for code, title in sheet.tasks.items()]
        _fill(self.task, [("", translate("SpanHead", "All tasks")), *tasks], self.chosen_task)

    @Slot()
    def _choose_preset(self) -> None:
        key = str(self.preset.currentData() or "")
        if self._sheet is None or key not in self._sheet.presets:
            return
        first, last = self._sheet.presets[key]
        for box, code in ((self.first, first), (self.last, last)):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(code))
        self.wanted.emit()

    @Slot()
    def _choose_period(self) -> None:
        """Periods chosen one by one are a span of their own, unless they are what a preset says."""
        if self._sheet is None:
            return
        pair = (str(self.first.currentData()), str(self.last.currentData()))
        key = next((key for key, ends in self._sheet.presets.items() if ends == pair), OWN)
        with QSignalBlocker(self.preset):
            self.preset.setCurrentIndex(self.preset.findData(key))
        self.wanted.emit()

    @Slot(str)
    def _want(self, suffix: str) -> None:
        self.file_wanted.emit(suffix)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        fields: Sequence[tuple[str, QComboBox]] = (
            (translate("SpanHead", "&Span:"), self.preset),
            (translate("SpanHead", "&From:"), self.first),
            (translate("SpanHead", "T&o:"), self.last),
            (translate("SpanHead", "Off&ices:"), self.organisation),
        )
        for place, (text, box) in enumerate(fields):
            grid.addWidget(self._label(text, box), 0, 2 * place)
            grid.addWidget(box, 0, 2 * place + 1)
            grid.setColumnStretch(2 * place + 1, 4 if place == 0 else 3)
        grid.addWidget(self._label(translate("SpanHead", "&Task:"), self.task), 1, 0)
        below = QHBoxLayout()
        below.addWidget(self.task, 1)
        for button in (self.word, self.excel, self.pdf):
            below.addWidget(button)
        grid.addLayout(below, 1, 1, 1, 7)
        self.setTabOrder(self.organisation, self.task)

    def _label(self, text: str, box: QComboBox) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(box)
        return label

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LEAST_LETTERS)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box


def _fill(box: QComboBox, entries: Sequence[tuple[str, str]], chosen: str) -> None:
    with QSignalBlocker(box):
        box.clear()
        for code, name in entries:
            box.addItem(name, code)
        box.setCurrentIndex(max(0, box.findData(chosen)))
