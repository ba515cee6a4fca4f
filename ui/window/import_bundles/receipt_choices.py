"""For which offices receipts are written, and where to: both are remembered."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from storage.messages.catalogue import Catalogue
from ui.window.drives import Drive
from ui.window.folder_dialog import ask_folder
from ui.window.wrapping_row import WrappingRow

translate = QCoreApplication.translate
_FOLDER, _PLACE = "folders/receipts", "receipts/place"


class Scope(StrEnum):
    """Which offices."""

    IMPORTED = "imported"
    STALE = "stale"
    ALL = "all"


class ReceiptChoices(QWidget):
    """The signals are the buttons, and that somebody chose."""

    changed = Signal()
    start_wanted = Signal()
    open_wanted = Signal()
    drives_wanted = Signal()

    def __init__(self, settings: QSettings, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._words = words
        self.scope, self.place = QComboBox(self), QComboBox(self)
        for box in (self.scope, self.place):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.folder_label = QLabel(self)
        self.folder_label.setMinimumWidth(1)
        self.choose_folder = QPushButton(translate("ReceiptChoices", "Choose the f&older…"), self)
        self.look_again = QPushButton(translate("ReceiptChoices", "&Look again"), self)
        self.go = QPushButton(translate("ReceiptChoices", "Wr&ite receipts"), self)
        self.go.setProperty("role", "primary")
        self.open_folder = QPushButton(translate("ReceiptChoices", "Op&en the folder"), self)
        self.open_folder.setEnabled(False)
        self._lay_out()
        self.scope.currentIndexChanged.connect(self.changed)
        self.place.currentIndexChanged.connect(self._place_changed)
        self.choose_folder.clicked.connect(self._ask_folder)
        self.look_again.clicked.connect(self.drives_wanted)
        self.go.clicked.connect(self.start_wanted)
        self.open_folder.clicked.connect(self.open_wanted)
        self.show_drives([])
        self._show_folder()

    @property
    def chosen(self) -> Scope:
        """Which offices; those whose receipt is out of date until somebody chooses."""
        found = self.scope.currentData()
        return Scope(found) if found else Scope.STALE

    @property
    def folder(self) -> Path | None:
        """Where the receipts go."""
        place = str(self.place.currentData() or "") or str(self._settings.value(_FOLDER, ""))
        return Path(place) if place else None

    def remember(self) -> None:
        """Keeps the place for the next time."""
        self._settings.setValue(_PLACE, str(self.place.currentData() or ""))

    def show_scopes(self, chosen: Scope, *, imported: int, stale: int, enrolled: int) -> None:
        """The choices with how many offices each means."""
        number = self._words.number
        texts = {
            Scope.IMPORTED: translate("ReceiptChoices", "Offices of this import: {count}").format(count=number(imported)),
            Scope.STALE: translate("ReceiptChoices", "Receipt missing or out of date: {count}").format(count=number(stale)),
            Scope.ALL: translate("ReceiptChoices", "All enrolled offices: {count}").format(count=number(enrolled)),
        }
        self.scope.blockSignals(True)
        self.scope.clear()
        for scope, text in texts.items():
            if imported or scope is not Scope.IMPORTED:
                self.scope.addItem(text, scope.value)
        self.scope.setCurrentIndex(max(self.scope.findData(chosen.value), 0))
        self.scope.blockSignals(False)
        self.changed.emit()

    def show_drives(self, drives: Sequence[Drive]) -> None:
        """Sticks that can be written, and the folder; what was chosen stays chosen."""
        kept = str(self.place.currentData() or self._settings.value(_PLACE, ""))
        self.place.blockSignals(True)
        self.place.clear()
        self.place.addItem(translate("ReceiptChoices", "In the folder"), "")
        for drive in drives:
            if drive.writable:
                text = translate("ReceiptChoices", "Stick {name} ({place}), {free} free")
                size = self._words.size(drive.free)
                self.place.addItem(text.format(name=drive.name, place=drive.root, free=size), str(drive.root))
        self.place.setCurrentIndex(max(self.place.findData(kept), 0))
        self.place.blockSignals(False)
        self._place_changed()

    @Slot(str)
    def choose(self, name: str) -> None:
        """Writes to this folder from now on."""
        self._settings.setValue(_FOLDER, name)
        self._show_folder()
        self.changed.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(2, 1)
        ends, places = WrappingRow(), WrappingRow()
        for layout, buttons in ((ends, (self.open_folder, self.go)), (places, (self.look_again, self.choose_folder))):
            layout.add_stretch()
            for button in buttons:
                layout.addWidget(button)
        texts = (translate("ReceiptChoices", "&For:"), translate("ReceiptChoices", "Where &to:"))
        for row, (text, box) in enumerate(zip(texts, (self.scope, self.place), strict=True)):
            label = QLabel(text, self)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        grid.addLayout(ends, 0, 2)
        grid.addLayout(places, 1, 2)
        grid.addWidget(self.folder_label, 2, 1, 1, 2)

    def _show_folder(self) -> None:
        text = str(self._settings.value(_FOLDER, "")) or translate("ReceiptChoices", "No folder chosen")
        self.folder_label.setText(text)
        self.folder_label.setToolTip(text)

    @Slot()
    def _place_changed(self) -> None:
        in_folder = not self.place.currentData()
        self.choose_folder.setEnabled(in_folder)
        self.folder_label.setEnabled(in_folder)
        self.changed.emit()

    @Slot()
    def _ask_folder(self) -> None:
        start = str(self._settings.value(_FOLDER, ""))
        ask_folder(self, translate("ReceiptChoices", "Folder for the receipts"), self.choose, start=start)
