"""The row of buttons below the form."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

translate = QCoreApplication.translate


class EditorButtons(QWidget):
    """Saving at the left, everything else at the right; what needs a record is hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save = QPushButton(translate("EditorButtons", "&Save"), self)
        self.save.setProperty("role", "primary")
        self.save_and_add = QPushButton(translate("EditorButtons", "Save and &add another"), self)
        self.duplicate = QPushButton(translate("EditorButtons", "D&uplicate"), self)
        self.history = QPushButton(translate("EditorButtons", "H&istory…"), self)
        self.withdraw = QPushButton(translate("EditorButtons", "&Withdraw…"), self)
        self.cancel = QPushButton(translate("EditorButtons", "&Cancel edits"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.save, self.save_and_add, self.duplicate):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.history, self.withdraw, self.cancel):
            row.addWidget(button)

    def show_for_record(self, is_record: bool) -> None:
        """Shows what can be done with a record, or only what can be done with a new activity."""
        self.history.setVisible(is_record)
        self.withdraw.setVisible(is_record)
