"""The question which keys of the centre are renewed, why, with which sticks, and where the kit goes that tells the offices."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from storage.messages.catalogue import Catalogue
from ui.window.enrolment.dialogs import ReasonField
from ui.window.enrolment.sticks import StickList, pin_field
from ui.window.folder_dialog import ask_folder
from ui.window.operations.enrolment import RenewalChoice
from ui.window.page import set_tone, text_label

if TYPE_CHECKING:
    from export.exchange.rotation import TrustStanding

translate = QCoreApplication.translate
_LEAST_WIDTH = 84
_SETS = (0, 1, 3)
ROOT, KIT, RECEIPT = "root", "kit", "receipt"


class RenewDialog(QDialog):
    """Opened with ``open``; ``choice`` is what was chosen. What cannot work is said before the button is ready."""

    def __init__(self, words: Catalogue, standing: TrustStanding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles = {one.role.value: one for one in standing.roles}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("RenewDialog", "Renew keys of the centre"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_WIDTH)
        self.boxes = {
            RECEIPT: QCheckBox(translate("RenewDialog", "R&eceipt key"), self),
            KIT: QCheckBox(translate("RenewDialog", "&Kit key"), self),
            ROOT: QCheckBox(translate("RenewDialog", "R&oot key"), self),
        }
        self.boxes[RECEIPT].setChecked(True)
        self.stolen = QCheckBox(
            translate("RenewDialog", "The old receipt key may be in foreign &hands: receipts on the way no longer count"), self
        )
        self.reason = ReasonField(words, translate("RenewDialog", "&Reason, told to all offices:"), self)
        self.present = StickList(
            translate("RenewDialog", "Sticks with root keys that sign"), translate("RenewDialog", "Add a &signing stick…"), self
        )
        self.new = StickList(
            translate("RenewDialog", "Empty sticks for the new root and kit keys"),
            translate("RenewDialog", "Add an e&mpty stick…"),
            self,
        )
        self.replaced = QComboBox(self)
        self.pin = pin_field(self)
        self.folder = QLineEdit(self)
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(translate("RenewDialog", "Where the new kit is written"))
        self.choose = QPushButton(translate("RenewDialog", "&Choose…"), self)
        self.choose.clicked.connect(self._ask_folder)
        self.told = text_label(parent=self)
        set_tone(self.told, "warn")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go_button = buttons.addButton(translate("RenewDialog", "Re&new"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_button.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._arrange(buttons)
        self._connect()
        self._changed()

    def _arrange(self, buttons: QDialogButtonBox) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(8)
        what = translate(
            "RenewDialog",
            "New keys are made and a new kit is written at once. Give that kit to all offices: until then they know the old "
            "keys.",
        )
        column.addWidget(text_label(what, self))
        row = QHBoxLayout()
        for box in self.boxes.values():
            row.addWidget(box)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.stolen)
        column.addWidget(self.reason)
        column.addWidget(self.present)
        column.addWidget(self.new)
        column.addLayout(self._make_form())
        column.addWidget(self.told)
        column.addWidget(buttons)

    def _make_form(self) -> QFormLayout:
        form = QFormLayout()
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.choose)
        self._replaced_label = QLabel(translate("RenewDialog", "&Given up:"), self)
        self._replaced_label.setBuddy(self.replaced)
        pin_label = QLabel(translate("RenewDialog", "&PIN of the sticks:"), self)
        pin_label.setBuddy(self.pin)
        self._pin_label = pin_label
        form.addRow(self._replaced_label, self.replaced)
        form.addRow(pin_label, self.pin)
        form.addRow(translate("RenewDialog", "New kit:"), place)
        count = len(self._roles[ROOT].keys)
        self.replaced.addItem(translate("RenewDialog", "all sticks, new ones for each"), ())
        for number in range(1, count + 1) if count > 1 else ():
            self.replaced.addItem(translate("RenewDialog", "stick {no}; the others stay").format(no=number), (number,))
        return form

    def _connect(self) -> None:
        for box in (*self.boxes.values(), self.stolen):
            box.toggled.connect(self._changed)
        for sticks in (self.present, self.new):
            sticks.changed.connect(self._changed)
        self.reason.field.textChanged.connect(self._changed)
        self.replaced.currentIndexChanged.connect(self._changed)

    # What was chosen

    @property
    def roles(self) -> frozenset[str]:
        """The keys that are to be renewed."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())

    @property
    def choice(self) -> RenewalChoice:
        """Everything that stands in the form."""
        moved = bool(self.roles & {ROOT, KIT})
        return RenewalChoice(
            roles=self.roles,
            why=self.reason.text,
            stolen=self.stolen.isChecked() and RECEIPT in self.roles,
            replaced=tuple(self.replaced.currentData() or ()) if moved and self.new.folders else (),
            present=self.present.folders,
            new=self.new.folders if moved else (),
            pin=self.pin.text(),
            folder=Path(self.folder.text()),
        )

    def set_folder(self, name: str) -> None:
        """Where the kit goes."""
        self.folder.setText(name)
        self._changed()

    @Slot()
    def _ask_folder(self) -> None:
        ask_folder(self, translate("RenewDialog", "Stick or folder for the kit"), self.set_folder)

    @Slot()
    def _changed(self) -> None:
        moved = bool(self.roles & {ROOT, KIT})
        root = self._roles[ROOT]
        self.present.setVisible(not root.here)
        self.new.setVisible(moved)
        several = moved and len(root.keys) > 1
        self._replaced_label.setVisible(several)
        self.replaced.setVisible(several)
        with_sticks = not root.here or (moved and bool(self.new.folders))
        self._pin_label.setVisible(with_sticks)
        self.pin.setVisible(with_sticks)
        self.stolen.setVisible(RECEIPT in self.roles)
        missing = self._missing()
        self.told.setText(missing)
        self.told.setVisible(bool(missing))
        self.go_button.setEnabled(not missing)
        self.adjustSize()  # what came into view needs room, what went gives it back

    def _missing(self) -> str:
        """What is still to be given, or empty."""
        root = self._roles[ROOT]
        if not self.roles:
            return translate("RenewDialog", "Choose which keys are renewed.")
        if not self.reason.is_good:
            return translate("RenewDialog", "Write the reason.")
        if not root.here and len(self.present.folders) < root.threshold:
            return translate("RenewDialog", "%n stick(s) with root keys must sign.", "", root.threshold)
        if self.roles & {ROOT, KIT}:
            found, needed = len(self.new.folders), self._sticks_needed()
            if found not in needed:
                return translate("RenewDialog", "Add %n empty stick(s).", "", max(needed))
        return "" if self.folder.text() else translate("RenewDialog", "Choose where the new kit is written.")

    def _sticks_needed(self) -> tuple[int, ...]:
        """So many empty sticks can be given; 0 while the keys lie on this PC, which then holds the new ones too."""
        chosen = tuple(self.replaced.currentData() or ())
        if chosen:
            return (len(chosen),)
        held = [self._roles[role] for role in self.roles & {ROOT, KIT}]
        least = max(len(one.keys) for one in held)
        return tuple(count for count in _SETS if (count >= least or (count == 0 and all(one.here for one in held))))
