"""Asks why an activity is withdrawn. Nothing is deleted: the record and the reason stay in the history."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from ui.window.activities.fields import FieldBox
from ui.window.page import text_label

translate = QCoreApplication.translate


class WithdrawDialog(QDialog):
    """Opened with ``open``; ``given`` tells the identifiers and the reason."""

    given = Signal(object, str)

    def __init__(self, uids: tuple[str, ...], title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uids = uids
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("WithdrawDialog", "Withdraw"))
        told = text_label(title if len(uids) == 1 else self._many(len(uids)), self)
        kept = text_label(translate("WithdrawDialog", "It no longer counts, but stays in the history."), self, muted=True)
        self.reason = QLineEdit(self)
        self.reason.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        self.reason.textChanged.connect(self._typed)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.withdraw = self.buttons.addButton(translate("WithdrawDialog", "&Withdraw"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.withdraw.setEnabled(False)
        self.buttons.accepted.connect(self._accepted)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(told)
        column.addWidget(FieldBox(translate("WithdrawDialog", "&Reason"), self.reason, self))
        column.addWidget(kept)
        column.addWidget(self.buttons)
        self.reason.setFocus()

    @staticmethod
    def _many(count: int) -> str:
        return translate("WithdrawDialog", "Activities to withdraw: {count}").format(count=count)

    @Slot()
    def _typed(self) -> None:
        self.withdraw.setEnabled(bool(self.reason.text().strip()))

    @Slot()
    def _accepted(self) -> None:
        if self.reason.text().strip():
            self.given.emit(self._uids, self.reason.text())
            self.accept()
