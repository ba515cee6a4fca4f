"""The first step of a hand-over: what would be sent, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from storage.messages.catalogue import Catalogue
from ui.window.drives import Drive
from ui.window.hand_over.flow import BUDGETS, DEFAULT_BUDGET, HandOver, Way
from ui.window.hand_over.view import Outgoing
from ui.window.page import Card, heading_label, set_tone, text_label
from ui.window.wrapping_row import WrappingRow

translate = QCoreApplication.translate


class PlaceStep(Card):
    """``place_changed``: somebody chose; the other signals are buttons."""

    place_changed = Signal()
    drives_wanted = Signal()
    folder_wanted = Signal()
    period_wanted = Signal()
    start_wanted = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._folder: Path | None = None
        self._summary = text_label(parent=self)
        self._hint = text_label(parent=self)
        set_tone(self._hint, "warn")
        self.period_button = QPushButton(translate("PlaceStep", "Go to the &period"), self)
        self.period_button.clicked.connect(self.period_wanted)
        hint = QHBoxLayout()
        hint.addWidget(self._hint, 1)
        hint.addWidget(self.period_button)
        self.content.addWidget(heading_label(translate("PlaceStep", "Where to"), self))
        self.content.addWidget(self._summary)
        self.content.addLayout(hint)
        self.content.addLayout(self._make_places())
        self.content.addLayout(self._make_foot())

    # What is chosen

    @property
    def way(self) -> Way:
        """How the bundle is to travel."""
        return next(way for way, button in self.ways.items() if button.isChecked())

    @property
    def folder(self) -> Path | None:
        """Where the files are to be written."""
        if self.way is Way.DRIVE:
            root = self.drives.currentData()
            return Path(str(root)) if root else None
        return self._folder

    def chosen(self, flow: HandOver) -> HandOver:
        """The flow with what stands in the form."""
        made = HandOver(
            way=self.way,
            folder=self.folder,
            budget=int(self.budget.currentData()),
            everything=self.everything.isChecked(),
            note=self.note.text().strip(),
        )
        return made if flow.step is made.step else flow

    # What is shown

    def show_outgoing(self, outgoing: Outgoing) -> None:
        """What waits to be sent."""
        lines = [translate("PlaceStep", "%n entry(ies) not yet confirmed by the centre.", "", outgoing.entries)]
        if outgoing.periods:
            lines.append(
                translate("PlaceStep", "Closed reports among them: {periods}.").format(periods=", ".join(outgoing.periods))
            )
        self._summary.setText(" ".join(lines))
        text = translate("PlaceStep", "{period} is not closed: its records can be sent now, its report only after closing.")
        self._hint.setText(text.format(period=outgoing.open_period[:1].upper() + outgoing.open_period[1:]))
        self._hint.setVisible(bool(outgoing.open_period))
        self.period_button.setVisible(bool(outgoing.open_period))

    def show_drives(self, drives: Sequence[Drive]) -> None:
        """The sticks that are plugged in; one that was chosen stays chosen."""
        before = self.drives.currentData()
        self.drives.clear()
        for drive in drives:
            text = translate("PlaceStep", "{name} ({place}), {free} free")
            shown = text.format(name=drive.name, place=drive.root, free=self._words.size(drive.free))
            if not drive.writable:
                shown = translate("PlaceStep", "{drive}, write-protected").format(drive=shown)
            self.drives.addItem(shown, str(drive.root) if drive.writable else "")
        if not drives:
            self.drives.addItem(translate("PlaceStep", "No stick is plugged in"), "")
        place = self.drives.findData(before) if before else 0
        self.drives.setCurrentIndex(max(place, 0))
        self._changed()

    def show_folder(self, folder: Path | None) -> None:
        """The folder for the other two ways."""
        self._folder = folder
        self.folder_label.setText(str(folder) if folder else translate("PlaceStep", "No folder chosen"))
        self._changed()

    def show_budget(self, mebibytes: int) -> None:
        """The size of a part that was used last."""
        place = self.budget.findData(mebibytes)
        self.budget.setCurrentIndex(place if place >= 0 else self.budget.findData(DEFAULT_BUDGET))

    # Building

    def _make_places(self) -> QGridLayout:
        self._group = QButtonGroup(self)
        self.ways = {
            Way.DRIVE: QRadioButton(translate("PlaceStep", "&USB stick"), self),
            Way.MAIL: QRadioButton(translate("PlaceStep", "By &e-mail, in parts"), self),
            Way.FOLDER: QRadioButton(translate("PlaceStep", "In a &folder, as one file"), self),
        }
        self.ways[Way.DRIVE].setChecked(True)
        self.drives = QComboBox(self)
        self.drives.setAccessibleName(translate("PlaceStep", "Sticks that are plugged in"))
        self.drives.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.look_again = QPushButton(translate("PlaceStep", "&Look again"), self)
        self.look_again.clicked.connect(self.drives_wanted)
        self.budget = QComboBox(self)
        self.budget.setAccessibleName(translate("PlaceStep", "Largest size of a part"))
        for size in BUDGETS:
            self.budget.addItem(translate("PlaceStep", "parts of at most {size} MB").format(size=size), size)
        self.folder_label = QLabel(translate("PlaceStep", "No folder chosen"), self)
        self.folder_label.setMinimumWidth(1)
        self.choose_folder = QPushButton(translate("PlaceStep", "&Choose the folder…"), self)
        self.choose_folder.clicked.connect(self.folder_wanted)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self.ways[Way.DRIVE], 0, 0)
        grid.addWidget(self.drives, 0, 1)
        grid.addWidget(self.look_again, 0, 2)
        grid.addWidget(self.ways[Way.MAIL], 1, 0)
        grid.addWidget(self.budget, 1, 1)
        grid.addWidget(self.ways[Way.FOLDER], 2, 0)
        grid.addWidget(self.folder_label, 2, 1)
        grid.addWidget(self.choose_folder, 2, 2)
        for button in self.ways.values():
            self._group.addButton(button)
            button.toggled.connect(self._changed)
        self.drives.activated.connect(self._drive_chosen)
        return grid

    def _make_foot(self) -> WrappingRow:
        self.note = QLineEdit(self)
        self.note.setMaxLength(500)
        label = QLabel(translate("PlaceStep", "&Note to the centre:"), self)
        label.setBuddy(self.note)
        self.everything = QCheckBox(translate("PlaceStep", "Send everything &again"), self)
        self.everything.setToolTip(
            translate("PlaceStep", "Also what the centre has confirmed; only when the centre asks for it.")
        )
        self.start = QPushButton(translate("PlaceStep", "&Seal and write"), self)
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(self.start_wanted)
        row = WrappingRow()
        row.addWidget(label)
        row.addWidget(self.note)
        row.addWidget(self.everything)
        row.addWidget(self.start)
        return row

    @Slot()
    def _changed(self) -> None:
        way = self.way
        self.drives.setEnabled(way is Way.DRIVE)
        self.look_again.setEnabled(way is Way.DRIVE)
        self.budget.setEnabled(way is Way.MAIL)
        self.folder_label.setEnabled(way is not Way.DRIVE)
        self.choose_folder.setEnabled(way is not Way.DRIVE)
        self.start.setEnabled(self.folder is not None)
        self.place_changed.emit()

    @Slot(int)
    def _drive_chosen(self, _: int) -> None:
        self._changed()
