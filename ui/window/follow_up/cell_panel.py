"""The panel beside the table: the place under the cursor explains itself, and leads to where something can be done."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QTextBrowser, QWidget

from export.documents.follow_up_words import cell_word, office_name, standing_meaning
from storage.domain.periods import Period
from storage.follow_up_table import Standing, TableCell, TableRow
from storage.messages.catalogue import Catalogue
from ui.window.follow_up.looks import sign_name, tone_of
from ui.window.follow_up.sentences import period_title, told
from ui.window.icons import icon
from ui.window.page import Card, heading_label, set_tone, text_label
from ui.window.theme import colours_of

if TYPE_CHECKING:
    from ui.window.follow_up.looks import Looks
    from ui.window.follow_up.view import Explained

translate = QCoreApplication.translate
_SIGN = 20
_LEAST_LETTERS = 38


class CellPanel(Card):
    """``review_wanted(office, period)``, ``import_wanted`` and ``reminder_wanted(offices)`` lead away from here."""

    review_wanted = Signal(str, str)
    import_wanted = Signal()
    reminder_wanted = Signal(object)

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._cell: TableCell | None = None
        self._period = ""
        self._office = ""
        self.office = heading_label("", self)
        self.period = text_label("", self, muted=True)
        self._sign = QLabel(self)
        self.standing = text_label("", self)
        self.story = QTextBrowser(self)
        self.story.setAccessibleName(translate("CellPanel", "What stands behind this report"))
        self.story.setOpenLinks(False)
        self.story.setTabChangesFocus(True)
        self.story.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.review = QPushButton(translate("CellPanel", "Re&view this report"), self)
        self.bring = QPushButton(translate("CellPanel", "&Import bundles"), self)
        self.remind = QPushButton(translate("CellPanel", "Write a re&minder"), self)
        self.review.clicked.connect(self._to_review)
        self.bring.clicked.connect(self.import_wanted)
        self.remind.clicked.connect(self._to_reminder)
        self.reachable = frozenset[str]()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_LETTERS)
        self._make_layout()
        self.show_nothing()

    def _make_layout(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.standing, 1)
        self.content.addWidget(self.office)
        self.content.addWidget(self.period)
        self.content.addLayout(row)
        self.content.addWidget(self.story, 1)
        for button in (self.review, self.bring, self.remind):
            self.content.addWidget(button)

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._cell = None
        self.office.setText(translate("CellPanel", "No report is chosen"))
        for widget in (self.period, self._sign, self.standing, self.review, self.bring, self.remind):
            widget.hide()
        self.story.setPlainText(translate("CellPanel", "Move to a place of the table with the arrow keys or the mouse."))

    def show_place(self, row: TableRow, cell: TableCell, period: Period, looks: Looks) -> None:
        """What is known at once; the dates follow with ``show_stories``."""
        language = self._words.language
        self._cell, self._period = cell, period.code
        self._office = cell.cells[0].office if cell.cells else row.office.code
        self.office.setText(office_name(row.office, language))
        self.period.setText(period_title(period, self._words))
        tone = tone_of(cell.standing)
        word = cell_word(cell, language)
        self.standing.setText(f"{word}. {standing_meaning(cell.standing, language)}")
        set_tone(self.standing, "" if tone == "muted" else tone)
        name = sign_name(cell.standing)
        colour = str(getattr(colours_of(looks.scheme), tone))
        self._sign.setPixmap(icon(name, colour).pixmap(_SIGN, _SIGN) if name else icon("info", colour).pixmap(_SIGN, _SIGN))
        for widget in (self.period, self._sign, self.standing):
            widget.show()
        received = cell.received > 0
        self.review.setVisible(received and "review" in self.reachable)
        self.bring.setVisible(not received and bool(cell.cells) and "import" in self.reachable)
        self.remind.setVisible(cell.standing is Standing.OVERDUE)
        self.story.setPlainText("…")

    def show_stories(self, stories: tuple[Explained, ...]) -> None:
        """The dates behind the place; of several reports one after the other."""
        parts = []
        for explained in stories:
            if len(stories) > 1:
                office = explained.story.office
                name = office.name_vi if self._words.language == "vi" else office.name_en
                parts.append(f"<p><b><u>{escape(name)}</u></b></p>")
            lines = (f"<b>{escape(label)}:</b> {escape(text)}" for label, text in told(explained, self._words))
            parts.append("".join(f"<p style='margin-top:0; margin-bottom:6px'>{line}</p>" for line in lines))
        self.story.setHtml("".join(parts))

    @Slot()
    def _to_review(self) -> None:
        self.review_wanted.emit(self._office, self._period)

    @Slot()
    def _to_reminder(self) -> None:
        if self._cell is not None:
            self.reminder_wanted.emit(tuple(cell.office for cell in self._cell.cells))
