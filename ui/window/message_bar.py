"""The bar above a page in which outcomes are told: a sentence, the next step, a code for the telephone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from storage.domain.codes import Code, Exit, exit_code
from storage.domain.errors import LedgerError, Parameter
from storage.messages.catalogue import Catalogue
from ui.window.page import set_tone

translate = QCoreApplication.translate
_SIGNS = {Exit.DONE: ("✓", "good"), Exit.FINDINGS: ("!", "warn")}


@dataclass(frozen=True, slots=True)
class Offer:
    """An outcome with something that can still be done about it, once: the button's name, its keys, and a bound slot."""

    outcome: Code
    name: str
    keys: str
    act: Callable[[], None]


class MessageBar(QFrame):
    """Shows the last outcome until it is closed or replaced; never steals the focus."""

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("role", "card")
        self._sign, self._sentence, self._next, self._code = QLabel(), QLabel(), QLabel(), QLabel()
        self._next.setProperty("role", "muted")
        self._code.setProperty("role", "muted")
        close = QToolButton(self)
        close.setText("×")
        close.setAutoRaise(True)
        close.setAccessibleName(translate("MessageBar", "Close the message"))
        close.clicked.connect(self.hide)
        column = QVBoxLayout()
        for label in (self._sentence, self._next):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        self._offer: Offer | None = None
        self.offered = QPushButton(self)
        self.offered.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(self._sign)
        row.addLayout(column, 1)
        row.addWidget(self._code)
        row.addWidget(self.offered)
        row.addWidget(close)
        self.hide()

    def tell(self, outcome: object) -> None:
        """Shows a ``LedgerError``, a ``Code``, a pair of code and parameters, or an ``Offer``."""
        if isinstance(outcome, Offer):
            self._show(outcome.outcome, {}, outcome)
        elif isinstance(outcome, LedgerError):
            self._show(outcome.code, outcome.parameters)
        elif isinstance(outcome, Code):
            self._show(outcome, {})
        elif isinstance(outcome, tuple):
            self._show(*outcome)

    def say(self, sentence: str) -> None:
        """Shows a sentence of the window's own, for what no job is behind."""
        self._show(Code.OK, {})
        self._sentence.setText(sentence)
        self.setAccessibleDescription(sentence)

    @Slot()
    def _act(self) -> None:
        """Once: the offer goes with the message."""
        offer, self._offer = self._offer, None
        self.hide()
        if offer is not None:
            offer.act()

    def _show(self, code: Code, parameters: Mapping[str, Parameter], offer: Offer | None = None) -> None:
        self._offer = offer
        self.offered.setVisible(offer is not None)
        if offer is not None:
            self.offered.setText(offer.name)
            self.offered.setToolTip(offer.keys)
        sign, tone = _SIGNS.get(exit_code(code), ("✕", "bad"))
        self._sign.setText(sign)
        set_tone(self._sign, tone)
        self._sentence.setText(self._words.sentence(code, parameters))
        following = self._words.next_step(code, parameters)
        self._next.setText(following)
        self._next.setVisible(bool(following))
        self._code.setText("" if code is Code.OK else code.value)
        self.setAccessibleDescription(f"{self._sentence.text()} {following}")
        self.show()
