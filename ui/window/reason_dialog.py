"""A dialog that asks for a short reason, for every page on which something needs one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.window.page import text_label

translate = QCoreApplication.translate
_LEAST_WIDTH = 62
"""In letters."""


class ReasonDialog(QDialog):
    """Asks for a short reason; without one nothing happens."""

    def __init__(self, *, title: str, explanation: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_WIDTH)
        self.field = QLineEdit(self)
        self.field.setMaxLength(500)
        self.field.textChanged.connect(self._typed)
        label = QLabel(translate("ReasonDialog", "Rea&son:"), self)
        label.setBuddy(self.field)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go_button = self._buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_button.setEnabled(False)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(text_label(explanation, self))
        column.addWidget(label)
        column.addWidget(self.field)
        column.addWidget(self._buttons)
        self.field.setFocus()

    @property
    def reason(self) -> str:
        """What was given."""
        return self.field.text().strip()

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.go_button.setEnabled(bool(text.strip()))
