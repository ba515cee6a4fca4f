"""The telephone check of one request: whom to call, the digits that the office reads, and the decision.

The number to call comes from the register of offices; a request has none. The digits are compared by the program, and cannot be
read from this screen.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from storage.messages.catalogue import Catalogue
from ui.window.digit_groups import DigitGroups
from ui.window.enrolment.dialogs import ReasonField
from ui.window.enrolment.view import OpenedRequest, RequestRow
from ui.window.moments import moment_text
from ui.window.page import Card, heading_label, set_tone, text_label

translate = QCoreApplication.translate
SHOWN_OF_KEY = 8
"""Digits of a key's identifier that are shown: enough to tell the keys of one office apart."""


class CheckPanel(Card):
    """``begin_wanted``: the request is to be opened; ``admit_wanted`` and ``refuse_wanted`` are the decision."""

    begin_wanted = Signal()
    admit_wanted = Signal()
    refuse_wanted = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.row: RequestRow | None = None
        self.opened: OpenedRequest | None = None
        self._heading = heading_label("", self)
        self._call = text_label(translate("CheckPanel", "1  Call the office on the number of the register of offices:"), self)
        self.phone = QLabel(self)
        self.phone.setProperty("role", "figure")
        self.phone.setTextFormat(Qt.TextFormat.PlainText)
        self.phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._no_phone = text_label(
            translate(
                "CheckPanel",
                "The register has no number of this office. Take it from an official list, never from a letter or file that "
                "came with the request, and enter it in the register.",
            ),
            self,
        )
        set_tone(self._no_phone, "warn")
        self.begin = QPushButton(translate("CheckPanel", "&Begin the check…"), self)
        self.begin.setProperty("role", "primary")
        self.begin.clicked.connect(self.begin_wanted)
        self._about = text_label(parent=self, muted=True)
        self._make_check()
        for widget in (self._heading, self._call, self.phone, self._no_phone):
            self.content.addWidget(widget)
        self.content.addWidget(self.begin, alignment=Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(self._check)
        self.content.addStretch(1)
        self.content.addWidget(self._about)
        self.content.addLayout(self._make_foot())
        self.show_request(None)

    def _make_check(self) -> None:
        self._check = QWidget(self)
        self.digits = DigitGroups(translate("CheckPanel", "Digits that the office reads"), self._check)
        self.digits.changed.connect(self._typed)
        caption = QLabel(translate("CheckPanel", "2  The office reads 24 &digits; type them here:"), self._check)
        caption.setBuddy(self.digits.field)
        self.told = text_label(parent=self._check)
        self.replaces = QCheckBox(translate("CheckPanel", "This is a ne&w PC: the earlier key ends"), self._check)
        self._replaces_told = text_label(parent=self._check, muted=True)
        self.note = ReasonField(self._words, translate("CheckPanel", "&Note (optional):"), self._check)
        column = QVBoxLayout(self._check)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (caption, self.digits, self.told, self.replaces, self._replaces_told, self.note):
            column.addWidget(widget)

    def _make_foot(self) -> QHBoxLayout:
        self.refuse = QPushButton(translate("CheckPanel", "Re&fuse…"), self)
        self.admit = QPushButton(translate("CheckPanel", "&Approve the key"), self)
        self.admit.setProperty("role", "primary")
        self.refuse.clicked.connect(self.refuse_wanted)
        self.admit.clicked.connect(self.admit_wanted)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.refuse)
        foot.addWidget(self.admit)
        return foot

    def show_request(self, row: RequestRow | None) -> None:
        """Another request, not opened yet; None for none."""
        self.row, self.opened = row, None
        self.digits.expect("")
        self.digits.field.clear()
        self.note.field.clear()
        self.replaces.setChecked(False)
        self._about.setText("")
        self.setVisible(row is not None)
        if row is not None:
            self._heading.setText(f"{row.name}  ({row.office})")
            self.phone.setText(row.phone)
            self.phone.setVisible(bool(row.phone))
            self._call.setVisible(bool(row.phone))
            self._no_phone.setVisible(not row.phone)
        self._show_state()

    def show_opened(self, opened: OpenedRequest) -> None:
        """The request was opened: its digits can be compared now."""
        self.opened = opened
        self.digits.expect(opened.voice)
        text = translate("CheckPanel", "Made on {moment} by the office's clock; key {key}")
        self._about.setText(text.format(moment=moment_text(opened.created), key=opened.keyid[:SHOWN_OF_KEY]))
        self._replaces_told.setText(
            translate(
                "CheckPanel",
                "%n key(s) of this office are in force. Ended keys count up to what has arrived here; both may stay when the "
                "office works on two PCs.",
                "",
                opened.in_force,
            )
        )
        self._show_state()
        self.digits.field.setFocus()

    def _show_state(self) -> None:
        opened = self.opened is not None
        self.begin.setVisible(not opened)
        self._check.setVisible(opened)
        self.refuse.setEnabled(self.row is not None)
        has_key = self.opened is not None and self.opened.in_force > 0
        self.replaces.setVisible(has_key)
        self._replaces_told.setVisible(has_key)
        self._typed()

    @Slot()
    def _typed(self) -> None:
        if self.digits.right:
            self.told.setText(
                translate("CheckPanel", "✓ All digits are the same: this is the key of the PC that you are calling.")
            )
            set_tone(self.told, "good")
        elif self.digits.wrong:
            text = translate("CheckPanel", "{groups}. Have it read again, digit by digit; if it still differs, refuse.")
            self.told.setText(text.format(groups=self.digits.told()))
            set_tone(self.told, "bad")
        else:
            self.told.setText(self.digits.told())
            set_tone(self.told, "")
        self.admit.setEnabled(self.opened is not None and self.digits.right)
