"""The last page of the first start: the number for the telephone, the recovery code, the request for the centre."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from storage.messages.catalogue import Catalogue
from ui.window.first_start.flow import Flow
from ui.window.folder_dialog import ask_folder
from ui.window.operations.first_start import OfficeMade, Request
from ui.window.page import Card, heading_label, row_of, set_tone, text_label
from ui.window.papers import ask_to_print, recovery_paper
from ui.window.step_wizard import StepPage

translate = QCoreApplication.translate


class ResultPage(StepPage[Flow]):
    """Shown once: the recovery code is nowhere to be read again. ``save_wanted`` carries the folder for the request."""

    save_wanted = Signal(object)

    def __init__(self, words: Catalogue, language: Literal["vi", "en"], parent: QWidget | None = None) -> None:
        super().__init__(
            translate("ResultPage", "The office is ready"),
            translate("ResultPage", "You can record at once. Three things remain, in this order:"),
            parent,
        )
        self._words = words
        self._language = language
        self._made: OfficeMade | None = None
        self._request: Request | None = None
        self.column.addWidget(self._make_recovery())
        self.column.addWidget(self._make_request())
        self.column.addWidget(self._make_voice())
        self.column.addStretch(1)

    def show_made(self, made: OfficeMade) -> None:
        """The number and the code of the office that was just made."""
        from export.trust.voice_number import groups, spoken

        self._made = made
        self.code.setText(made.recovery_code)
        self.voice.setText("  ".join(groups(made.voice)))
        self.reading.setText("\n".join(spoken(group, self._language) for group in groups(made.voice)))

    def show_request(self, request: Request) -> None:
        """Where the request and its sheet were written."""
        self._request = request
        self.saved.setText(
            translate("ResultPage", "✓ Written: {file} and {sheet}. Print the sheet and give both to the centre.").format(
                file=request.file.name, sheet=request.sheet.name
            )
        )
        set_tone(self.saved, "good")
        self.open_folder.setEnabled(True)
        self.print_request.setEnabled(True)
        self.changed.emit()

    def first_field(self) -> QWidget | None:
        return self.copy

    @property
    def code_is_kept(self) -> bool:
        """Whether the person says that the recovery code is on paper."""
        return self.kept.isChecked()

    # Parts

    def _make_recovery(self) -> Card:
        card = Card(self)
        card.content.addWidget(heading_label(translate("ResultPage", "1. Keep the recovery code on paper"), card))
        card.content.addWidget(
            text_label(translate("ResultPage", "It replaces a forgotten PIN and is not shown again."), card, muted=True)
        )
        self.code = QLabel(card)
        self.code.setProperty("role", "heading")
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.setAccessibleName(translate("ResultPage", "Recovery code"))
        card.content.addWidget(self.code)
        self.copy = QPushButton(translate("ResultPage", "&Copy"), card)
        self.copy.clicked.connect(self._copy)
        self.print = QPushButton(translate("ResultPage", "&Print…"), card)
        self.print.clicked.connect(self._print)
        self.kept = QCheckBox(translate("ResultPage", "The code is on paper and &kept safe"), card)
        self.kept.toggled.connect(self._toggled)
        card.content.addLayout(row_of(self.copy, self.print, self.kept))
        return card

    def _make_request(self) -> Card:
        card = Card(self)
        card.content.addWidget(heading_label(translate("ResultPage", "2. Write the enrolment request"), card))
        self.saved = text_label(
            translate(
                "ResultPage", "A small file for the centre and a sheet to be signed. Settings can write them again later."
            ),
            card,
            muted=True,
        )
        card.content.addWidget(self.saved)
        self.save = QPushButton(translate("ResultPage", "&Write to a stick or folder…"), card)
        self.save.clicked.connect(self._ask_folder)
        self.open_folder = QPushButton(translate("ResultPage", "&Open the folder"), card)
        self.open_folder.setEnabled(False)
        self.open_folder.clicked.connect(self._open_folder)
        self.print_request = QPushButton(translate("ResultPage", "P&rint the sheet…"), card)
        self.print_request.setEnabled(False)
        self.print_request.clicked.connect(self._print_request)
        card.content.addLayout(row_of(self.save, self.open_folder, self.print_request))
        return card

    def _make_voice(self) -> Card:
        card = Card(self)
        card.content.addWidget(
            heading_label(translate("ResultPage", "3. Read this number to the centre over the telephone"), card)
        )
        self.voice = QLabel(card)
        self.voice.setProperty("role", "figure")
        self.voice.setAccessibleName(translate("ResultPage", "Number for the telephone"))
        self.voice.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.reading = QLabel(card)
        self.reading.setProperty("role", "muted")
        self.reading.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.addWidget(self.reading)
        row.addStretch(1)
        card.content.addWidget(self.voice)
        card.content.addLayout(row)
        return card

    # Slots

    @Slot()
    def _toggled(self) -> None:
        self.changed.emit()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.text())

    @Slot()
    def _print(self) -> None:
        ask_to_print([recovery_paper(self.code.text(), self._words)], self)

    @Slot()
    def _print_request(self) -> None:
        if self._request is not None:
            ask_to_print([self._request.paper], self)

    @Slot()
    def _ask_folder(self) -> None:
        ask_folder(self, translate("ResultPage", "Where to write the request"), self._folder_picked)

    @Slot(str)
    def _folder_picked(self, name: str) -> None:
        self.save_wanted.emit(Path(name))

    @Slot()
    def _open_folder(self) -> None:
        if self._request is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._request.file.parent)))
