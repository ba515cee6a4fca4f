"""A field for codes with commas between them, and a dialog to pick them from a list that can be searched."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from storage.domain.folding import fold
from ui.window.programme.choices import Choices

translate = QCoreApplication.translate
_SEPARATORS = re.compile(r"[,;\s]+")
_CODE = Qt.ItemDataRole.UserRole


class CodesField(QWidget):
    """``edited(codes)`` after typing or picking; what is typed is never changed under the hand."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, single: bool = False) -> None:
        super().__init__(parent)
        self._choices: Choices = []
        self._single = single
        self.line = QLineEdit(self)
        self.line.textEdited.connect(self._typed)
        self.pick = QToolButton(self)
        self.pick.setText("…")
        self.pick.clicked.connect(self._pick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.pick)
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str) -> None:
        """Both parts are named."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.pick.setAccessibleName(translate("CodesField", "Choose from the list: {name}").format(name=name))

    @property
    def codes(self) -> list[str]:
        """What stands in the field, each code once."""
        return list(dict.fromkeys(code for code in _SEPARATORS.split(self.line.text()) if code))

    def show_codes(self, codes: object) -> None:
        """Shows codes without telling anyone."""
        listed = [codes] if isinstance(codes, str) else list(codes) if isinstance(codes, list | tuple) else []
        self.line.setText(", ".join(code for code in map(str, listed) if code))
        self.line.setCursorPosition(0)
        self._tell()

    def offer(self, choices: Choices) -> None:
        """What may be chosen."""
        self._choices = choices
        self.pick.setEnabled(bool(choices))
        self._tell()

    def _tell(self) -> None:
        labels = dict(self._choices)
        self.line.setToolTip("\n".join(f"{code}  {labels.get(code, '')}".strip() for code in self.codes))

    @Slot()
    def _typed(self) -> None:
        self._tell()
        self.edited.emit(self.codes)

    @Slot()
    def _pick(self) -> None:
        dialog = PickDialog(self._choices, self.codes, single=self._single, parent=self)
        dialog.picked.connect(self._picked)
        dialog.open()

    @Slot(object)
    def _picked(self, codes: object) -> None:
        self.show_codes(codes)
        self.edited.emit(self.codes)


class PickDialog(QDialog):
    """Ticks in a list; ``picked(codes)``: those chosen before keep their order, new ones follow in that of the list."""

    picked = Signal(object)

    def __init__(self, choices: Choices, chosen: list[str], *, single: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("PickDialog", "Choose"))
        self._chosen = chosen
        self._single = single
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(translate("PickDialog", "Search"))
        self.search.setAccessibleName(translate("PickDialog", "Search in the list"))
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("PickDialog", "List"))
        self.list.setUniformItemSizes(True)
        for code, label in choices:
            self._add(code, label)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.accepted.connect(self._accepted)
        self.buttons.rejected.connect(self.reject)
        if single:
            self.list.itemActivated.connect(self._accepted)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.fontMetrics().lineSpacing() * 24)

    def _add(self, code: str, label: str) -> None:
        item = QListWidgetItem(f"{code}  –  {label}" if label else code, self.list)
        item.setData(_CODE, code)
        if self._single:
            if code in self._chosen:
                self.list.setCurrentItem(item)
            return
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if code in self._chosen else Qt.CheckState.Unchecked)

    @Slot(str)
    def _filter(self, text: str) -> None:
        words = fold(text).split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            folded = fold(item.text())
            item.setHidden(not all(word in folded for word in words))

    @Slot()
    def _accepted(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        if self._single:
            current = self.list.currentItem()
            ticked = [str(current.data(_CODE))] if current is not None else []
        else:
            ticked = [str(item.data(_CODE)) for item in items if item.checkState() is Qt.CheckState.Checked]
        unknown = (
            [] if self._single else [code for code in self._chosen if code not in {str(item.data(_CODE)) for item in items}]
        )
        kept = [code for code in self._chosen if code in ticked or code in unknown]
        self.picked.emit(kept + [code for code in ticked if code not in kept])
        self.accept()
