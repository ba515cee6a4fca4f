"""Before a draft is put in force: all differences, what they do, why, and where the next kit goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from storage.messages.catalogue import Catalogue
from storage.plan_effects import Effects
from ui.window.activities.fields import FieldBox
from ui.window.folder_dialog import ask_folder
from ui.window.page import heading_label, set_tone, text_label
from ui.window.programme.sentences import difference, effect_lines
from ui.window.programme.values import Raw

translate = QCoreApplication.translate


class IssueDialog(QDialog):
    """Accepted with ``folder`` and ``why``. When recorded data is touched, a tick says that this was seen."""

    def __init__(
        self,
        effects: Effects,
        raw: Raw,
        *,
        reasons: Sequence[str],
        folder: Path,
        kit: int,
        words: Catalogue,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("IssueDialog", "Put in force"))
        self.differences = self._list(translate("IssueDialog", "Differences"))
        self.differences.addItems([difference(words, change) for change in effects.changes])
        self.effects = self._list(translate("IssueDialog", "What they do"))
        lines = effect_lines(words, effects, raw, language)
        self.effects.addItems(lines or [translate("IssueDialog", "No recorded data and no expected report is touched.")])
        self.seen = QCheckBox(translate("IssueDialog", "I have &looked at what happens to recorded data"), self)
        self.seen.setVisible(effects.harm)
        self.seen.toggled.connect(self._enable)
        self._harm = effects.harm
        self.why = QLineEdit("; ".join(reasons)[:200], self)
        self.why.setMaxLength(200)
        self.why.setCursorPosition(0)
        self._make_layout(words.number(len(effects.changes)), words.number(kit + 1))
        self._enable()

    @property
    def folder(self) -> Path:
        """Where the kit is to be written."""
        return self._folder

    @property
    def reason(self) -> str:
        """Why, for the history."""
        return self.why.text().strip()

    def _list(self, name: str) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(name)
        made.setWordWrap(True)
        made.setAlternatingRowColors(True)
        return made

    def _make_layout(self, count: str, kit: str) -> None:
        self.folder_label = QLabel(str(self._folder), self)
        self.folder_label.setMinimumWidth(1)
        self.folder_label.setToolTip(str(self._folder))
        choose = QPushButton(translate("IssueDialog", "Another &folder…"), self)
        choose.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.addWidget(QLabel(translate("IssueDialog", "Kit {no} is written to:").format(no=kit), self))
        row.addWidget(self.folder_label, 1)
        row.addWidget(choose)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = self.buttons.addButton(
            translate("IssueDialog", "&Put in force and issue the kit"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.go.setProperty("role", "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(
            heading_label(translate("IssueDialog", "Differences from what is in force: {count}").format(count=count), self)
        )
        column.addWidget(self.differences, 1)
        column.addWidget(heading_label(translate("IssueDialog", "What they do"), self))
        column.addWidget(self.effects, 1)
        column.addWidget(self.seen)
        column.addWidget(FieldBox(translate("IssueDialog", "&Why (kept with the history)"), self.why, self))
        column.addLayout(row)
        note = text_label(
            translate("IssueDialog", "Offices work by it once they have opened the kit. Nothing that was recorded is erased."),
            self,
            muted=True,
        )
        set_tone(note, "")
        column.addWidget(note)
        column.addWidget(self.buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 125, self.fontMetrics().lineSpacing() * 34)

    @Slot()
    def _enable(self) -> None:
        self.go.setEnabled(self.seen.isChecked() or not self._harm)

    @Slot()
    def _ask(self) -> None:
        ask_folder(self, translate("IssueDialog", "Folder or stick for the kit"), self.set_folder, start=self._folder)

    @Slot(str)
    def set_folder(self, name: str) -> None:
        """Another place for the kit."""
        self._folder = Path(name)
        self.folder_label.setText(name)
        self.folder_label.setToolTip(name)
