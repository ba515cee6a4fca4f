"""Changing the PIN, with the old one or with the printed recovery code, and making a new recovery code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from storage.domain.errors import LedgerError
from ui.window.operations import keys
from ui.window.page import heading_label, set_tone, text_label
from ui.window.papers import ask_to_print, recovery_paper
from ui.window.workplace import Workplace

translate = QCoreApplication.translate


class ChangePinDialog(QDialog):
    """Asks for the old PIN (or the recovery code) and twice for the new one; ``changed`` after it was written."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("ChangePinDialog", "Change the PIN"))
        self.with_pin = QRadioButton(translate("ChangePinDialog", "I know the &old PIN"), self)
        self.with_code = QRadioButton(translate("ChangePinDialog", "I have the printed &recovery code"), self)
        self.with_pin.setChecked(True)
        self.with_code.toggled.connect(self._show_way)
        self.old, self.new, self.again = (_hidden(self) for _ in range(3))
        self.old_label = QLabel(self)
        self.old_label.setBuddy(self.old)
        form = QFormLayout()
        form.addRow(self.old_label, self.old)
        form.addRow(translate("ChangePinDialog", "&New PIN:"), self.new)
        form.addRow(translate("ChangePinDialog", "New PIN a&gain:"), self.again)
        self.told = text_label("", self)
        self.told.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.accepted.connect(self._try)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (heading_label(self.windowTitle(), self), self.with_pin, self.with_code):
            column.addWidget(widget)
        column.addLayout(form)
        column.addWidget(text_label(translate("ChangePinDialog", "At least 6 digits or letters."), self, muted=True))
        column.addWidget(self.told)
        column.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        self._show_way(False)

    @Slot(bool)
    def _show_way(self, with_code: bool) -> None:
        self.old_label.setText(
            translate("ChangePinDialog", "Recovery &code:") if with_code else translate("ChangePinDialog", "Old &PIN:")
        )
        self.old.setAccessibleName(self.old_label.text())
        self.old.setEchoMode(QLineEdit.EchoMode.Normal if with_code else QLineEdit.EchoMode.Password)
        self.old.clear()

    @Slot()
    def _try(self) -> None:
        if self.new.text() != self.again.text():
            self._tell(translate("ChangePinDialog", "The two new PINs are not the same. Type them again."))
            return
        self.buttons.setEnabled(False)
        new = self.new.text()
        job = (
            keys.change_pin_with_code(code=self.old.text(), new=new)
            if self.with_code.isChecked()
            else keys.change_pin(old=self.old.text(), new=new)
        )
        self._workplace.runner.start(job, succeeded=self._done, failed=self._refused)

    @Slot(object)
    def _done(self, _: object) -> None:
        self.changed.emit()
        self.accept()

    @Slot(object)
    def _refused(self, error: LedgerError) -> None:
        self.buttons.setEnabled(True)
        words = self._workplace.words
        self._tell(f"{words.sentence(error.code, error.parameters)} {words.next_step(error.code, error.parameters)}")

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        set_tone(self.told, "bad")
        self.told.show()


class RecoveryCodeDialog(QDialog):
    """Asks for the PIN, makes a new recovery code and shows it once."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("RecoveryCodeDialog", "New recovery code"))
        self.pin = _hidden(self)
        self.code = QLabel(self)
        self.code.setProperty("role", "heading")
        self.code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.hide()
        self.print = QPushButton(translate("RecoveryCodeDialog", "P&rint…"), self)
        self.print.setAutoDefault(False)
        self.print.clicked.connect(self._print)
        self.print.hide()
        self.told = text_label(
            translate("RecoveryCodeDialog", "The old code opens nothing any more once the new one is made."), self
        )
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.accepted.connect(self._try)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(translate("RecoveryCodeDialog", "&PIN:"), self.pin)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(heading_label(self.windowTitle(), self))
        column.addLayout(form)
        column.addWidget(self.code)
        column.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.told)
        column.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

    @Slot()
    def _try(self) -> None:
        if self.code.text():
            self.accept()
            return
        self.buttons.setEnabled(False)
        self._workplace.runner.start(keys.renew_recovery_code(pin=self.pin.text()), succeeded=self._made, failed=self._refused)

    @Slot()
    def _print(self) -> None:
        ask_to_print([recovery_paper(self.code.text(), self._workplace.words)], self)

    @Slot(object)
    def _made(self, code: object) -> None:
        self.code.setText(str(code))
        self.code.show()
        self.print.show()
        self.pin.setEnabled(False)
        self.told.setText(self._workplace.words.word("keep_recovery_code"))
        set_tone(self.told, "")
        self.buttons.setEnabled(True)

    @Slot(object)
    def _refused(self, error: LedgerError) -> None:
        words = self._workplace.words
        self.told.setText(f"{words.sentence(error.code, error.parameters)} {words.next_step(error.code, error.parameters)}")
        set_tone(self.told, "bad")
        self.buttons.setEnabled(True)


def _hidden(parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
