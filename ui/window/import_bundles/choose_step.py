"""The first step of an import: files, a folder, a stick, or whatever is dropped on the page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from storage.messages.catalogue import Catalogue
from ui.window.drives import Drive
from ui.window.page import Card, heading_label, text_label

translate = QCoreApplication.translate
_FOLDER = "folders/incoming"


class ChooseStep(Card):
    """``chosen`` carries a list of files and folders; ``drives_wanted`` is the button."""

    chosen = Signal(object)
    drives_wanted = Signal()

    def __init__(self, settings: QSettings, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._words = words
        self.files = QPushButton(translate("ChooseStep", "Choose &files…"), self)
        self.files.setProperty("role", "primary")
        self.folder = QPushButton(translate("ChooseStep", "Choose a f&older…"), self)
        self.drives = QComboBox(self)
        self.drives.setAccessibleName(translate("ChooseStep", "Sticks that are plugged in"))
        self.drives.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.look_again = QPushButton(translate("ChooseStep", "&Look again"), self)
        self.take_drive = QPushButton(translate("ChooseStep", "&Check this stick"), self)
        self.files.clicked.connect(self._ask_files)
        self.folder.clicked.connect(self._ask_folder)
        self.look_again.clicked.connect(self.drives_wanted)
        self.take_drive.clicked.connect(self._drive_chosen)
        self._lay_out()
        self.show_drives([])

    def _lay_out(self) -> None:
        self.content.setSpacing(12)
        self.content.addWidget(heading_label(translate("ChooseStep", "Which bundles have come?"), self))
        self.content.addWidget(
            text_label(
                translate(
                    "ChooseStep",
                    "Choose files or a folder, or drop them anywhere on this page: hundreds at once if need be. Everything is "
                    "checked first; nothing is written before you have seen what will change.",
                ),
                self,
            )
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self.files)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        self.content.addLayout(buttons)
        stick = QGridLayout()
        stick.setColumnStretch(1, 1)
        stick.setHorizontalSpacing(12)
        stick.addWidget(QLabel(translate("ChooseStep", "USB stick:"), self), 0, 0)
        stick.addWidget(self.drives, 0, 1)
        stick.addWidget(self.look_again, 0, 2)
        stick.addWidget(self.take_drive, 0, 3)
        self.content.addLayout(stick)
        hint = translate(
            "ChooseStep",
            "Bundles of a split report may come in any order and any number of times. Enrolment requests among the files are "
            "taken to the enrolment page.",
        )
        self.content.addWidget(text_label(hint, self, muted=True))
        self.content.addWidget(self._make_ground(), 1)

    def _make_ground(self) -> QLabel:
        """A ground that shows where to drop; the whole page takes what is dropped."""
        ground = QLabel(translate("ChooseStep", "Drop files or folders here"), self)
        ground.setProperty("role", "muted")
        ground.setAlignment(Qt.AlignmentFlag.AlignCenter)
        ground.setStyleSheet("border: 2px dashed palette(mid); border-radius: 10px;")
        ground.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        return ground

    def show_drives(self, drives: Sequence[Drive]) -> None:
        """The sticks that are plugged in; one that was chosen stays chosen."""
        before = self.drives.currentData()
        self.drives.clear()
        for drive in drives:
            text = translate("ChooseStep", "{name} ({place})").format(name=drive.name, place=drive.root)
            self.drives.addItem(text, str(drive.root))
        if not drives:
            self.drives.addItem(translate("ChooseStep", "No stick is plugged in"), "")
        self.drives.setCurrentIndex(max(self.drives.findData(before) if before else 0, 0))
        self.drives.setEnabled(bool(drives))
        self.take_drive.setEnabled(bool(drives))

    @Slot()
    def _drive_chosen(self) -> None:
        root = str(self.drives.currentData() or "")
        if root:
            self.chosen.emit([Path(root)])

    @Slot()
    def _ask_files(self) -> None:
        dialog = self._dialog(translate("ChooseStep", "Bundles of the offices"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(["*.shd", translate("ChooseStep", "All files (*)")])
        dialog.filesSelected.connect(self._files_chosen)
        dialog.open()

    @Slot()
    def _ask_folder(self) -> None:
        dialog = self._dialog(translate("ChooseStep", "Folder with bundles"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder_chosen)
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title, str(self._settings.value(_FOLDER, QDir.homePath())))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    @Slot(list)
    def _files_chosen(self, names: list[str]) -> None:
        self._settings.setValue(_FOLDER, str(Path(names[0]).parent))
        self.chosen.emit([Path(name) for name in names])

    @Slot(str)
    def _folder_chosen(self, name: str) -> None:
        self._settings.setValue(_FOLDER, name)
        self.chosen.emit([Path(name)])
