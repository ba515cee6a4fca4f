"""The steps after the keys were made: the recovery code, the letter with the digits, the first kit and what follows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from storage.messages.catalogue import Catalogue
from ui.window.centre_setup.flow import CentreFlow
from ui.window.folder_dialog import ask_folder
from ui.window.operations.centre_setup import CentreMade, FirstKit
from ui.window.page import Card, heading_label, row_of, set_tone, text_label
from ui.window.papers import ask_to_print, recovery_paper
from ui.window.step_wizard import StepPage

translate = QCoreApplication.translate
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class CentreRecoveryPage(StepPage[CentreFlow]):
    """Shown once: the code is nowhere to be read again."""

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("CentreRecoveryPage", "Keep the recovery code on paper"),
            translate(
                "CentreRecoveryPage",
                "The centre's keys are made. This code replaces a forgotten PIN and is not shown again. Keep it apart from "
                "this PC and from the sticks.",
            ),
            parent,
        )
        self._words = words
        card = Card(self)
        self.code = QLabel(card)
        self.code.setProperty("role", "figure")
        self.code.setTextInteractionFlags(_SELECTABLE)
        self.code.setAccessibleName(translate("CentreRecoveryPage", "Recovery code"))
        self.copy = QPushButton(translate("CentreRecoveryPage", "&Copy"), card)
        self.print = QPushButton(translate("CentreRecoveryPage", "&Print…"), card)
        self.kept = QCheckBox(translate("CentreRecoveryPage", "The code is on paper and &kept safe"), card)
        card.content.addWidget(self.code)
        card.content.addLayout(row_of(self.copy, self.print, self.kept))
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.copy.clicked.connect(self._copy)
        self.print.clicked.connect(self._print)
        self.kept.toggled.connect(self._toggled)

    def show_made(self, made: CentreMade) -> None:
        """The code of the centre that was just made."""
        self.code.setText(made.recovery_code)

    def first_field(self) -> QWidget | None:
        return self.print

    @Slot()
    def _toggled(self) -> None:
        self.changed.emit()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.text())

    @Slot()
    def _print(self) -> None:
        ask_to_print([recovery_paper(self.code.text(), self._words)], self)


class AppointmentLetterPage(StepPage[CentreFlow]):
    """The 24 digits by which offices know the centre. ``write_wanted`` carries a folder."""

    write_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("AppointmentLetterPage", "Send the digits on paper"),
            translate(
                "AppointmentLetterPage",
                "Every office types these 24 digits at its first start and so knows that the kit is yours. "
                "Send the letter another way than the kit; it holds no secret.",
            ),
            parent,
        )
        self._made: CentreMade | None = None
        card = Card(self)
        self.digits = QLabel(card)
        self.digits.setProperty("role", "figure")
        self.digits.setTextInteractionFlags(_SELECTABLE)
        self.digits.setAccessibleName(translate("AppointmentLetterPage", "Digits of the letter"))
        self.print = QPushButton(translate("AppointmentLetterPage", "&Print the letter…"), card)
        self.write = QPushButton(translate("AppointmentLetterPage", "&Write it for Word…"), card)
        self.told = text_label("", card)
        card.content.addWidget(self.digits)
        card.content.addLayout(row_of(self.print, self.write))
        card.content.addWidget(self.told)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.print.clicked.connect(self._print)
        self.write.clicked.connect(self._ask_folder)

    def show_made(self, made: CentreMade) -> None:
        """The digits of the centre that was just made."""
        from export.trust.voice_number import groups

        self._made = made
        self.digits.setText("  ".join(groups(made.fingerprint)))

    def show_written(self, path: Path) -> None:
        """Where the letter lies."""
        self.told.setText(translate("AppointmentLetterPage", "✓ Written: {file}").format(file=path))
        set_tone(self.told, "good")

    def first_field(self) -> QWidget | None:
        return self.print

    @Slot()
    def _print(self) -> None:
        if self._made is not None:
            ask_to_print([self._made.paper], self)

    @Slot()
    def _ask_folder(self) -> None:
        ask_folder(self, translate("AppointmentLetterPage", "Where to write the letter"), self._picked)

    @Slot(str)
    def _picked(self, name: str) -> None:
        self.write_wanted.emit(Path(name))


class FirstKitPage(StepPage[CentreFlow]):
    """The first kit, what lies where, and what to do next. ``write_wanted`` carries a folder."""

    write_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("FirstKitPage", "Write the first kit"),
            translate(
                "FirstKitPage", "Every office starts from this file. It holds the plan and the list of offices, and no secret."
            ),
            parent,
        )
        self._kit: FirstKit | None = None
        card = Card(self)
        self.told = text_label(
            translate("FirstKitPage", "Leave the sticks with the root key plugged in: they sign the kit."), card
        )
        self.write = QPushButton(translate("FirstKitPage", "&Write to a stick or folder…"), card)
        self.open_folder = QPushButton(translate("FirstKitPage", "&Open the folder"), card)
        self.open_folder.setEnabled(False)
        card.content.addWidget(self.told)
        card.content.addLayout(row_of(self.write, self.open_folder))
        self.column.addWidget(card)
        places = Card(self)
        places.content.addWidget(heading_label(translate("FirstKitPage", "What lies where"), places))
        self.places = text_label("", places)
        places.content.addWidget(self.places)
        self.column.addWidget(places)
        following = Card(self)
        following.content.addWidget(heading_label(translate("FirstKitPage", "What comes next"), following))
        following.content.addWidget(
            text_label(
                translate(
                    "FirstKitPage",
                    "1. Lock the sticks away, each in another place.\n"
                    "2. Give every office the kit and, another way, the letter.\n"
                    "3. Take in the requests of the offices under Enrolment and compare their numbers over the telephone.",
                ),
                following,
            )
        )
        self.column.addWidget(following)
        self.column.addStretch(1)
        self.write.clicked.connect(self._ask_folder)
        self.open_folder.clicked.connect(self._open_folder)

    def show_made(self, made: CentreMade, profile: Path) -> None:
        """Where the ledger and the root key lie."""
        lines = [translate("FirstKitPage", "Ledger and working keys: {folder}").format(folder=profile)]
        lines += [translate("FirstKitPage", "Root key: {file}").format(file=path) for path in made.root_files]
        if not made.root_files:
            lines.append(translate("FirstKitPage", "Root key: with the working keys, on this PC"))
        self.places.setText("\n".join(lines))

    def show_kit(self, kit: FirstKit) -> None:
        """The kit that was written."""
        self._kit = kit
        self.told.setText(
            translate("FirstKitPage", "✓ Kit {number} was written, read back and compared: {file}").format(
                number=kit.no, file=kit.path
            )
        )
        set_tone(self.told, "good")
        self.write.setEnabled(False)
        self.open_folder.setEnabled(True)

    def first_field(self) -> QWidget | None:
        return self.write if self.write.isEnabled() else None

    @Slot()
    def _ask_folder(self) -> None:
        ask_folder(self, translate("FirstKitPage", "Where to write the kit"), self._picked)

    @Slot(str)
    def _picked(self, name: str) -> None:
        self.write_wanted.emit(Path(name))

    @Slot()
    def _open_folder(self) -> None:
        if self._kit is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._kit.path.parent)))
