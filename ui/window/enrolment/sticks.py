"""Sticks with keys of the centre: the list of their folders, and the question for them when a kit needs their signatures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.window.folder_dialog import ask_folder
from ui.window.page import heading_label, text_label

translate = QCoreApplication.translate
_LEAST_WIDTH = 66
_SHOWN = 3


class StickList(QWidget):
    """Folders, one a stick; ``changed`` after each change. ``add_text`` carries the letter of its button."""

    changed = Signal()

    def __init__(self, label: str, add_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        caption = text_label(label, self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(label)
        self.list.setMaximumHeight(self.fontMetrics().lineSpacing() * _SHOWN + 22)
        self.add = QPushButton(add_text, self)
        self.remove = QPushButton(translate("StickList", "Remove"), self)
        self.remove.setAccessibleName(translate("StickList", "Remove the chosen stick"))
        self.add.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        buttons = QVBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(caption)
        column.addLayout(row)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders in their order."""
        return tuple(Path(self.list.item(row).text()) for row in range(self.list.count()))

    @Slot()
    def _ask(self) -> None:
        ask_folder(self, translate("StickList", "A stick"), self.add_folder)

    @Slot(str)
    def add_folder(self, name: str) -> None:
        """Adds a folder; one that is there already is not added again."""
        if Path(name) not in self.folders:
            self.list.addItem(name)
            self.changed.emit()

    @Slot()
    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
            self.changed.emit()


class SticksDialog(QDialog):
    """Asks for the sticks that sign a kit, and for their PIN."""

    def __init__(self, needed: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needed = needed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("SticksDialog", "Sticks that sign"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_WIDTH)
        self.sticks = StickList(
            translate("SticksDialog", "Sticks with kit keys"), translate("SticksDialog", "&Add a stick…"), self
        )
        self.pin = pin_field(self)
        form = QFormLayout()
        caption = QLabel(translate("SticksDialog", "&PIN of the sticks:"), self)
        caption.setBuddy(self.pin)
        form.addRow(caption, self.pin)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go_button = buttons.addButton(translate("SticksDialog", "&Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_button.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(heading_label(translate("SticksDialog", "A kit needs %n stick(s)", "", needed), self))
        column.addWidget(self.sticks)
        column.addLayout(form)
        column.addWidget(buttons)
        self.sticks.changed.connect(self._changed)
        self._changed()

    @Slot()
    def _changed(self) -> None:
        self.go_button.setEnabled(len(self.sticks.folders) >= self._needed)


def pin_field(parent: QWidget) -> QLineEdit:
    """A field in which a PIN is not shown."""
    field = QLineEdit(parent)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(translate("SticksDialog", "PIN of the sticks"))
    return field
