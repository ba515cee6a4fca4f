"""The choosing pages of the first start.

Each draws one step and tells what was answered; what follows from it the flow decides.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QPushButton,
    QRadioButton,
    QWidget,
)

from ui.window.first_start.flow import Flow, KitSummary, Way
from ui.window.page import Card, text_label
from ui.window.step_wizard import StepPage

translate = QCoreApplication.translate


class RolePage(StepPage[Flow]):
    """Office, centre or demonstration; or none of them: ``backup_chosen`` carries the backup of a PC that is no more."""

    backup_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("RolePage", "What will this PC be used for?"),
            translate("RolePage", "Everything stays on this PC. Nothing is sent anywhere by itself."),
            parent,
        )
        self.group = QButtonGroup(self)
        self.buttons: dict[Way, QRadioButton] = {}
        for way, name, meaning in (
            (
                Way.OFFICE,
                translate("RolePage", "A reporting &office"),
                translate("RolePage", "Record activities and hand over the report. You need the kit file from the centre."),
            ),
            (
                Way.CENTRE,
                translate("RolePage", "The compiling &centre"),
                translate("RolePage", "Take in the reports of all offices and compile them."),
            ),
            (
                Way.DEMONSTRATION,
                translate("RolePage", "Only a &look around"),
                translate("RolePage", "A demonstration with made-up activities, apart from any real data."),
            ),
        ):
            card = Card(self)
            button = QRadioButton(name, card)
            button.setAccessibleDescription(meaning)
            self.buttons[way] = button
            self.group.addButton(button)
            card.content.addWidget(button)
            card.content.addWidget(text_label(meaning, card, muted=True))
            self.column.addWidget(card)
        self.restore = QPushButton(translate("RolePage", "Restore from a &backup…"), self)
        self.restore.setToolTip(translate("RolePage", "This PC replaces one that is dead: its ledger is made from a backup."))
        self.restore.clicked.connect(self._ask_backup)
        self.column.addWidget(self.restore, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.group.buttonToggled.connect(self._toggled)

    def show_flow(self, flow: Flow) -> None:
        self.buttons[flow.answers.way].setChecked(True)

    def first_field(self) -> QWidget | None:
        return self.group.checkedButton()

    @property
    def way(self) -> Way:
        """What was chosen."""
        return next(way for way, button in self.buttons.items() if button.isChecked())

    @Slot()
    def _toggled(self) -> None:
        if self.group.checkedButton() is not None:
            self.changed.emit()

    @Slot()
    def _ask_backup(self) -> None:
        dialog = QFileDialog(self, translate("RolePage", "Backup to be restored"), QDir.homePath(), "*.db")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._picked)
        dialog.open()

    @Slot(str)
    def _picked(self, name: str) -> None:
        self.backup_chosen.emit(Path(name))


class DemonstrationPage(StepPage[Flow]):
    """One button that makes a small province with all its files."""

    wanted = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("DemonstrationPage", "A look around"),
            translate(
                "DemonstrationPage",
                "Six offices with made-up activities, their signed reports, the centre's receipts and the compiled report. "
                "It takes about a minute; then the first office opens.",
            ),
            parent,
        )
        self.column.addWidget(
            text_label(translate("DemonstrationPage", "Folder: {folder}").format(folder=folder), self, muted=True)
        )
        self.start = QPushButton(translate("DemonstrationPage", "&Make the demonstration"), self)
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(self.wanted)
        self.column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def first_field(self) -> QWidget | None:
        return self.start


class KitPage(StepPage[Flow]):
    """The kit file: chosen, or dropped here from the stick."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("KitPage", "Open the kit file"),
            translate(
                "KitPage",
                "The centre gave it to you on a stick or by e-mail; its name begins with shd-kit. "
                "It holds the plan and the list of offices.",
            ),
            parent,
        )
        self.setAcceptDrops(True)
        card = Card(self)
        self.name = text_label(translate("KitPage", "No file yet. You can also drop it here."), card)
        self.browse = QPushButton(translate("KitPage", "C&hoose the file…"), card)
        self.browse.clicked.connect(self._browse)
        card.content.addWidget(self.name)
        card.content.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def show_flow(self, flow: Flow) -> None:
        kit = flow.answers.kit
        if kit is not None:
            self.show_kit(kit)

    def show_kit(self, kit: KitSummary) -> None:
        """The kit that was read, and whose it says it is."""
        self.name.setText(
            translate("KitPage", "{file}\nIt says it comes from: {centre}. Offices in it: {count}.").format(
                file=kit.path.name, centre=kit.centre, count=len(kit.offices)
            )
        )

    def first_field(self) -> QWidget | None:
        return self.browse

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.chosen.emit(Path(files[0]))

    @Slot()
    def _browse(self) -> None:
        dialog = QFileDialog(self, translate("KitPage", "Open the kit file"), "", "*.shd")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._picked)
        dialog.open()

    @Slot(str)
    def _picked(self, name: str) -> None:
        self.chosen.emit(Path(name))
