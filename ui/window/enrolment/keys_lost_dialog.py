"""A centre whose key store went with its PC: the question for the sticks that make it anew, and the code to be kept then."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
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
from ui.window.operations.enrolment import LossChoice
from ui.window.page import heading_label, set_tone, text_label
from ui.window.papers import ask_to_print, recovery_paper

translate = QCoreApplication.translate
_LEAST_WIDTH = 84
_LEAST_PIN = 6


class KeysLostDialog(QDialog):
    """Opened with ``open``; ``choice`` is what was given. ``needed`` sticks must sign."""

    def __init__(self, words: Catalogue, needed: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needed = needed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("KeysLostDialog", "Make the keys of the centre again"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_WIDTH)
        self.sticks = StickList(
            translate("KeysLostDialog", "Sticks with root keys that sign"), translate("KeysLostDialog", "&Add a stick…"), self
        )
        self.sticks_pin = pin_field(self)
        self.pin, self.again = QLineEdit(self), QLineEdit(self)
        self.reason = ReasonField(words, translate("KeysLostDialog", "&Reason, told to all offices:"), self)
        self.stolen = QCheckBox(
            translate("KeysLostDialog", "The old PC may be in foreign &hands: receipts on the way no longer count"), self
        )
        self.kit = QLineEdit(self)
        self.kit.setReadOnly(True)
        self.kit.setAccessibleName(translate("KeysLostDialog", "Newest kit"))
        self.kit.setPlaceholderText(translate("KeysLostDialog", "only if keys were renewed after the backup"))
        self.choose_kit = QPushButton(translate("KeysLostDialog", "Choose a &kit…"), self)
        self.choose_kit.clicked.connect(self._ask_kit)
        self.told = text_label(parent=self)
        set_tone(self.told, "warn")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go_button = buttons.addButton(translate("KeysLostDialog", "&Make keys"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_button.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._arrange(buttons)
        self.sticks.changed.connect(self._changed)
        for field in (self.pin, self.again, self.reason.field, self.kit):
            field.textChanged.connect(self._changed)
        self._changed()

    def _arrange(self, buttons: QDialogButtonBox) -> None:
        what = translate(
            "KeysLostDialog",
            "The sticks sign new keys for this PC and open the bundles that were sealed before. Afterwards issue a kit: it "
            "tells the offices.",
        )
        form = QFormLayout()
        rows = (
            (translate("KeysLostDialog", "&PIN of the sticks:"), self.sticks_pin),
            (translate("KeysLostDialog", "&New PIN of this PC:"), self.pin),
            (translate("KeysLostDialog", "New PIN a&gain:"), self.again),
        )
        for text, field in rows:
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(text.replace("&", "").rstrip(":"))
            caption = QLabel(text, self)
            caption.setBuddy(field)
            form.addRow(caption, field)
        kit = QHBoxLayout()
        kit.addWidget(self.kit, 1)
        kit.addWidget(self.choose_kit)
        form.addRow(translate("KeysLostDialog", "Newest kit:"), kit)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(text_label(what, self))
        column.addWidget(self.sticks)
        column.addLayout(form)
        column.addWidget(self.reason)
        column.addWidget(self.stolen)
        column.addWidget(self.told)
        column.addWidget(buttons)

    @property
    def choice(self) -> LossChoice:
        """Everything that stands in the form."""
        return LossChoice(
            sticks=self.sticks.folders,
            sticks_pin=self.sticks_pin.text(),
            pin=self.pin.text(),
            why=self.reason.text,
            stolen=self.stolen.isChecked(),
            kit=Path(self.kit.text()) if self.kit.text() else None,
        )

    @Slot()
    def _ask_kit(self) -> None:
        dialog = QFileDialog(self, translate("KeysLostDialog", "Newest kit"), QDir.homePath())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("*.shd")
        dialog.fileSelected.connect(self.kit.setText)
        dialog.open()

    @Slot()
    def _changed(self) -> None:
        missing = self._missing()
        self.told.setText(missing)
        self.told.setVisible(bool(missing))
        self.go_button.setEnabled(not missing)

    def _missing(self) -> str:
        """What is still to be given, or empty."""
        needed = 1 if self.kit.text() else self._needed  # how many the lists of keys in a kit ask for is not known here
        if len(self.sticks.folders) < needed:
            return translate("KeysLostDialog", "%n stick(s) with root keys must sign.", "", needed)
        if len(self.pin.text()) < _LEAST_PIN:
            return translate("KeysLostDialog", "The new PIN needs at least {count} characters.").format(count=_LEAST_PIN)
        if self.pin.text() != self.again.text():
            return translate("KeysLostDialog", "The two PINs are not the same.")
        return "" if self.reason.is_good else translate("KeysLostDialog", "Write the reason.")


class CodeOfKeysDialog(QDialog):
    """The recovery code of the keys that were made again, shown once: it is closed when it is written down."""

    def __init__(self, code: str, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code, self._words = code, words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("CodeOfKeysDialog", "Recovery code of the new keys"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_WIDTH * 2 // 3)
        self.shown = heading_label(code, self)
        self.shown.setAccessibleName(translate("CodeOfKeysDialog", "Recovery code"))
        self.shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.print_button = QPushButton(translate("CodeOfKeysDialog", "&Print the code…"), self)
        self.print_button.clicked.connect(self._print)
        self.kept = QCheckBox(translate("CodeOfKeysDialog", "The recovery code is &written down"), self)
        buttons = QDialogButtonBox(self)
        self.done_button = buttons.addButton(translate("CodeOfKeysDialog", "&Done"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.done_button.setEnabled(False)
        self.kept.toggled.connect(self.done_button.setEnabled)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.shown)
        column.addWidget(text_label(words.word("keep_recovery_code"), self))
        column.addWidget(self.print_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.kept)
        column.addWidget(buttons)

    @Slot()
    def _print(self) -> None:
        ask_to_print([recovery_paper(self._code, self._words)], self)

    def reject(self) -> None:
        """Escape does not throw away a code that is shown only once."""
        if self.kept.isChecked():
            super().reject()
