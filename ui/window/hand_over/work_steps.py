"""The second and third step of a hand-over: writing with progress, and what to do once it is written and compared."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from storage.domain.progress import Progress, Stage
from storage.messages.catalogue import Catalogue
from ui.window.hand_over.flow import HandOver, Way
from ui.window.moments import seconds_left
from ui.window.page import Card, heading_label, set_tone, text_label
from ui.window.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from export.exchange.sealing import Seal

translate = QCoreApplication.translate
_SCALE = 1000
_SHOWN_FILES = 4
_MINUTE = 60


def in_groups(digits: str) -> str:
    """Digits as they are read over the telephone."""
    return "  ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


class WritingStep(Card):
    """``stop_wanted`` is the button."""

    stop_wanted = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._stage: Stage | None = None
        self._began = 0.0
        self.content.addWidget(heading_label(translate("WritingStep", "Sealing, writing and comparing"), self))
        self.content.addWidget(
            text_label(
                translate("WritingStep", "Please leave the stick plugged in until this page says that it is done."), self
            )
        )
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("WritingStep", "Progress"))
        self._told = text_label(parent=self, muted=True)
        self.stop = QPushButton(translate("WritingStep", "&Stop"), self)
        self.stop.clicked.connect(self.stop_wanted)
        row = QHBoxLayout()
        row.addWidget(self._told, 1)
        row.addWidget(self.stop)
        self.content.addWidget(self.bar)
        self.content.addLayout(row)
        self.content.addStretch(1)

    def begin(self) -> None:
        """Nothing is known yet."""
        self._stage = None
        self.bar.setRange(0, 0)
        self._told.clear()
        self.stop.setEnabled(True)

    def show_progress(self, progress: Progress) -> None:
        """Stage, part done, and time left when it can be said."""
        now = time.monotonic()
        if progress.stage is not self._stage:
            self._stage, self._began = progress.stage, now
        self.bar.setRange(0, _SCALE if progress.total else 0)
        if progress.total:
            self.bar.setValue(min(_SCALE, progress.done * _SCALE // progress.total))
        left = seconds_left(progress, now - self._began)
        text = self._words.stage(progress.stage)
        if left is not None and left >= _MINUTE:
            text = translate("WritingStep", "{stage}, about {minutes} min left").format(stage=text, minutes=-(-left // _MINUTE))
        elif left is not None:
            text = translate("WritingStep", "{stage}, about {seconds} s left").format(stage=text, seconds=left)
        self._told.setText(text)
        self.stop.setEnabled(progress.stage is not Stage.COMMITTING)


class DoneStep(Card):
    """The signals are the buttons."""

    sheet_wanted = Signal()
    print_wanted = Signal()
    folder_wanted = Signal()
    mail_wanted = Signal()
    handed_over_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._done = heading_label("", self)
        set_tone(self._done, "good")
        self._safe = text_label(parent=self)
        self._files = text_label(parent=self, muted=True)
        self.code = QLabel(self)
        self.code.setProperty("role", "figure")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setAccessibleName(translate("DoneStep", "Code for the telephone"))
        self._reading = text_label(parent=self, muted=True)
        for widget in (self._done, self._safe, self._files):
            self.content.addWidget(widget)
        self.content.addWidget(text_label(translate("DoneStep", "Code to read to the centre over the telephone:"), self))
        self.content.addWidget(self.code)
        self.content.addWidget(self._reading)
        self.content.addLayout(self._make_buttons())

    def show_seal(self, flow: HandOver, seal: Seal, language: str) -> None:
        """Everything is written, read back and the same."""
        from export.trust.voice_number import spoken

        count = len(seal.bundles)
        self._done.setText(translate("DoneStep", "%n file(s) written, read back and compared: they are the same.", "", count))
        self._safe.setText(self._what_now(flow.way))
        lines = [f"{bundle.file.path}   {self._words.size(bundle.file.size)}" for bundle in seal.bundles[:_SHOWN_FILES]]
        if count > _SHOWN_FILES:
            lines.append(translate("DoneStep", "and %n more", "", count - _SHOWN_FILES))
        self._files.setText("\n".join(lines))
        self.code.setText(in_groups(seal.spoken))
        self._reading.setText(spoken(seal.spoken, language))
        self.mail.setVisible(flow.way is Way.MAIL)

    def _what_now(self, way: Way) -> str:
        if way is Way.DRIVE:
            return translate("DoneStep", "The stick can be removed now. If the system offers “Safely remove”, use it first.")
        if way is Way.MAIL:
            return translate("DoneStep", "Attach each file to a message of its own. The files may arrive in any order.")
        return translate("DoneStep", "The file can be copied or sent from its folder as it is; do not rename or pack it.")

    def _make_buttons(self) -> WrappingRow:
        self.sheet = QPushButton(translate("DoneStep", "Hand-over &sheet…"), self)
        self.print = QPushButton(translate("DoneStep", "&Print the sheet…"), self)
        self.folder = QPushButton(translate("DoneStep", "&Open the folder"), self)
        self.mail = QPushButton(translate("DoneStep", "Open the &mail program"), self)
        self.handed_over = QPushButton(translate("DoneStep", "It is &handed over"), self)
        self.again = QPushButton(translate("DoneStep", "&Back to the start"), self)
        self.handed_over.setProperty("role", "primary")
        row = WrappingRow()
        for button, signal in (
            (self.sheet, self.sheet_wanted),
            (self.print, self.print_wanted),
            (self.folder, self.folder_wanted),
            (self.mail, self.mail_wanted),
            (self.handed_over, self.handed_over_wanted),
            (self.again, self.again_wanted),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        return row
