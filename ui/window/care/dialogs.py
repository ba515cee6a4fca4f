"""Questions of the page of care: putting a copy in the ledger's place, a PIN for new keys, and what to keep of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from storage.messages.catalogue import Catalogue
from ui.window.care.view import NewKeys
from ui.window.hand_over.work_steps import in_groups
from ui.window.page import heading_label, set_tone, text_label
from ui.window.papers import ask_to_print, recovery_paper

translate = QCoreApplication.translate
_LEAST_WIDTH = 64
"""In letters."""
_LEAST_PIN = 6


class RestoreDialog(QDialog):
    """Says what restoring does; going on needs a tick."""

    def __init__(self, *, name: str, made: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("RestoreDialog", "Restore a backup"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_WIDTH)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(heading_label(name, self))
        if made:
            column.addWidget(text_label(translate("RestoreDialog", "Made on {moment}").format(moment=made), self))
        what = translate(
            "RestoreDialog",
            "The ledger on this PC is replaced by this copy. What was recorded after the copy was made is missing afterwards; "
            "what the centre has received, it can send back. The replaced ledger is kept among the backups.",
        )
        column.addWidget(text_label(what, self))
        self.understood = QCheckBox(translate("RestoreDialog", "I want to &replace the ledger"), self)
        self.understood.toggled.connect(self._ticked)
        column.addWidget(self.understood)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go_button = buttons.addButton(translate("RestoreDialog", "Re&store"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_button.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @Slot(bool)
    def _ticked(self, on: bool) -> None:
        self.go_button.setEnabled(on)


class NewPinDialog(QDialog):
    """A new PIN, typed twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("NewPinDialog", "New keys for this PC"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_WIDTH)
        self._first, self._second = QLineEdit(self), QLineEdit(self)
        self._told = text_label(parent=self)
        form = QFormLayout()
        labels = (translate("NewPinDialog", "New &PIN:"), translate("NewPinDialog", "PIN &again:"))
        for text, field in zip(labels, (self._first, self._second), strict=True):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(text.replace("&", "").rstrip(":"))
            field.textChanged.connect(self._typed)
            label = QLabel(text, self)
            label.setBuddy(field)
            form.addRow(label, field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go_button = buttons.addButton(translate("NewPinDialog", "&Make new keys"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        what = translate(
            "NewPinDialog",
            "The centre has to approve the new keys over the telephone, as at the first start. Recording can go on meanwhile.",
        )
        column.addWidget(text_label(what, self))
        column.addLayout(form)
        column.addWidget(self._told)
        column.addWidget(buttons)
        self._typed()

    @property
    def pin(self) -> str:
        """What was typed twice."""
        return self._first.text()

    @Slot()
    def _typed(self) -> None:
        first, second = self._first.text(), self._second.text()
        if len(first) < _LEAST_PIN:
            self._told.setText(translate("NewPinDialog", "At least {count} characters.").format(count=_LEAST_PIN))
        elif first != second:
            self._told.setText(translate("NewPinDialog", "Type the same PIN twice."))
        else:
            self._told.setText(translate("NewPinDialog", "The two are the same."))
        good = len(first) >= _LEAST_PIN and first == second
        set_tone(self._told, "good" if good else "")
        self.go_button.setEnabled(good)


class NewKeysDialog(QDialog):
    """The recovery code, shown once, and the digits for the telephone. ``enrolment_wanted`` is the button."""

    enrolment_wanted = Signal()

    def __init__(self, keys: NewKeys, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recovery_code, self._words = keys.recovery_code, words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("NewKeysDialog", "New keys for this PC"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_WIDTH)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(heading_label(translate("NewKeysDialog", "1  Write down the recovery code"), self))
        column.addWidget(_figure(keys.recovery_code, translate("NewKeysDialog", "Recovery code"), self))
        column.addWidget(
            text_label(translate("NewKeysDialog", "It is shown only now. Keep it on paper in a safe place."), self, muted=True)
        )
        self.print_button = QPushButton(translate("NewKeysDialog", "&Print the code…"), self)
        self.print_button.clicked.connect(self._print)
        column.addWidget(self.print_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(heading_label(translate("NewKeysDialog", "2  Send the enrolment request to the centre"), self))
        self.save_button = QPushButton(translate("NewKeysDialog", "&Save the request…"), self)
        self.save_button.clicked.connect(self.enrolment_wanted)
        column.addWidget(self.save_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(heading_label(translate("NewKeysDialog", "3  Read these digits to the centre"), self))
        column.addWidget(_figure(in_groups(keys.voice), translate("NewKeysDialog", "Digits for the telephone"), self))
        self.kept = QCheckBox(translate("NewKeysDialog", "The recovery code is &written down"), self)
        self.kept.toggled.connect(self._ticked)
        column.addWidget(self.kept)
        buttons = QDialogButtonBox(self)
        self.done_button = buttons.addButton(translate("NewKeysDialog", "&Done"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.done_button.setEnabled(False)
        buttons.accepted.connect(self.accept)
        column.addWidget(buttons)

    @Slot()
    def _print(self) -> None:
        ask_to_print([recovery_paper(self.recovery_code, self._words)], self)

    def reject(self) -> None:
        """Escape does not throw away a code that is shown only once."""
        if self.kept.isChecked():
            super().reject()

    @Slot(bool)
    def _ticked(self, on: bool) -> None:
        self.done_button.setEnabled(on)


def _figure(text: str, name: str, parent: QWidget) -> QLabel:
    label = heading_label(text, parent)
    label.setAccessibleName(name)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
